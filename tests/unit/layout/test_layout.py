"""Placing overlapping appointments: nothing collides, no lane too many, nothing jumps.

No deadlines: a busy machine is not a defect.
"""

from __future__ import annotations

from random import Random
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from terminplaner.ui.planner.plan.layout import Place, Span, lay_out


def span(number: int, start: float, end: float) -> Span:
    return Span(UUID(int=number), start, end)


@st.composite
def days(draw: st.DrawFn) -> list[Span]:
    edges = draw(st.lists(st.tuples(st.integers(0, 96), st.integers(1, 24)), max_size=40))
    return [span(number, start, start + length) for number, (start, length) in enumerate(edges)]


def overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def cluster_of(seed: Span, spans: list[Span]) -> list[Span]:
    found, rest = [seed], [other for other in spans if other.key != seed.key]
    for member in found:
        found += [other for other in rest if overlap(member, other)]
        rest = [other for other in rest if not overlap(member, other)]
    return found


@settings(deadline=None)
@given(days())
def test_overlapping_spans_never_share_room(spans: list[Span]) -> None:
    places = lay_out(spans)
    for number, one in enumerate(spans):
        for other in spans[number + 1 :]:
            if overlap(one, other):
                left, right = sorted((places[one.key], places[other.key]), key=lambda place: place.lane)
                assert left.lane + left.width <= right.lane


@settings(deadline=None)
@given(days())
def test_a_cluster_takes_as_many_lanes_as_run_at_once(spans: list[Span]) -> None:
    places = lay_out(spans)
    for one in spans:
        cluster = cluster_of(one, spans)
        depth = max(sum(other.start <= moment.start < other.end for other in cluster) for moment in cluster)
        assert places[one.key].lanes == depth


@settings(deadline=None)
@given(days())
def test_every_span_stays_inside_its_column_and_cannot_grow_further(spans: list[Span]) -> None:
    places = lay_out(spans)
    for one in spans:
        place = places[one.key]
        edge = place.lane + place.width
        assert 0 <= place.lane < edge <= place.lanes
        blockers = [
            other for other in cluster_of(one, spans) if overlap(one, other) and places[other.key].lane == edge
        ]
        assert edge == place.lanes or blockers


@settings(deadline=None)
@given(days(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(spans: list[Span], random: Random) -> None:
    shuffled = list(spans)
    random.shuffle(shuffled)
    assert lay_out(shuffled) == lay_out(spans)


@settings(deadline=None)
@given(days())
def test_what_happens_elsewhere_moves_nothing(spans: list[Span]) -> None:
    newcomer = span(1_000, 500, 510)
    crowded = lay_out([*spans, newcomer])
    del crowded[newcomer.key]
    assert crowded == lay_out(spans)


def test_touching_spans_share_a_lane() -> None:
    places = lay_out([span(1, 600, 630), span(2, 630, 660)])
    assert set(places.values()) == {Place(0, 1, 1)}


def test_a_span_grows_over_lanes_that_are_free_beside_it() -> None:
    # Three at nine o'clock; the one at ten meets only the long one on the left.
    places = lay_out([span(1, 540, 660), span(2, 540, 570), span(3, 540, 570), span(4, 600, 630)])
    assert places[UUID(int=4)] == Place(1, 3, 2)


def test_an_empty_column_needs_nothing() -> None:
    assert lay_out([]) == {}
