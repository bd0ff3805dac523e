"""The load of a resource against counting it minute by minute."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from terminplaner.domain.capacity import exceeds_capacity, peak_load
from terminplaner.domain.when import Interval

_DAY = datetime(2026, 3, 29, tzinfo=UTC)
_INTERVALS = st.tuples(st.integers(0, 24), st.integers(0, 8)).map(lambda pair: _interval(*pair))


def _interval(start: int, length: int) -> Interval:
    return Interval(_DAY + timedelta(hours=start), _DAY + timedelta(hours=start + length))


def _counted(intervals: list[Interval], within: Interval) -> int:
    hours = [_DAY + timedelta(hours=hour) for hour in range(33)]
    return max(
        sum(interval.start_at <= hour < interval.end_at for interval in intervals)
        if within.start_at <= hour < within.end_at
        else 0
        for hour in hours
    )


@given(st.lists(_INTERVALS, max_size=8), _INTERVALS)
def test_the_peak_is_what_counting_finds(intervals: list[Interval], within: Interval) -> None:
    assert peak_load(intervals, within) == _counted(intervals, within)


@given(st.lists(_INTERVALS, max_size=8), _INTERVALS, st.integers(1, 4))
def test_a_candidate_fits_where_counting_leaves_a_place(
    others: list[Interval], candidate: Interval, capacity: int
) -> None:
    has_length = candidate.start_at < candidate.end_at
    assert exceeds_capacity(others, candidate, capacity) == (
        has_length and _counted([*others, candidate], candidate) > capacity
    )
