"""When a resource of some capacity is full."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from terminplaner.domain.capacity import full_spans

_SPANS = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda pair: (pair[0], sum(pair))), max_size=8
)


@given(_SPANS, st.integers(1, 3))
def test_it_is_full_where_as_many_run_as_it_holds(spans: list[tuple[int, int]], capacity: int) -> None:
    full = full_spans(spans, capacity)
    assert full == sorted(full)
    assert all(before[1] < after[0] for before, after in pairwise(full))
    for at in range(20):
        load = sum(start <= at < end for start, end in spans)
        assert any(start <= at < end for start, end in full) is (load >= capacity)
