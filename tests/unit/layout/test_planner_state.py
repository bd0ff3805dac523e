"""The filter, and what a workstation remembers."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.when import Timed
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.navigation.filtering import NO_FILTER, Filter
from terminplaner.ui.planner.state import PlannerState
from terminplaner.ui.planner.window import Mode

SIGHT, LENS, OPEN = UUID(int=1), UUID(int=2), UUID(int=3)
VIEW, ANNA = UUID(int=4), UUID(int=5)
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)


def row(type_id: UUID | None, status_id: UUID | None = None) -> AppointmentRow:
    appointment = Appointment(
        UUID(int=9), UUID(int=99), Timed(NOON, NOON), (ANNA,), type_id=type_id, status_id=status_id
    )
    return AppointmentRow(appointment, (), None, None, None, ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("chosen", "passing"),
    [
        (NO_FILTER, [True, True, True]),
        (Filter(type_ids=frozenset({SIGHT})), [True, False, False]),
        (Filter(type_ids=frozenset({SIGHT, None})), [True, False, True]),
        (Filter(status_ids=frozenset({OPEN})), [True, False, False]),
        (Filter(type_ids=frozenset({LENS}), status_ids=frozenset({OPEN})), [False, False, False]),
    ],
)
def test_what_a_filter_lets_pass(chosen: Filter, passing: list[bool]) -> None:
    assert [chosen.passes(one) for one in (row(SIGHT, OPEN), row(LENS), row(None))] == passing


def test_showing_more_is_a_filter_that_hides_nothing() -> None:
    more = Filter(shows_cancelled=True)
    assert (more.is_active, more.hides, NO_FILTER.is_active) == (True, False, False)


def test_a_state_comes_back_as_it_was_kept() -> None:
    state = PlannerState(
        VIEW,
        Mode.MONTH,
        True,
        Filter(frozenset({SIGHT, None}), frozenset({OPEN}), frozenset({VIEW, ANNA}), True),
        {None: frozenset({ANNA}), VIEW: frozenset()},
        1.5,
        "Warteliste",
        True,
        (ANNA, SIGHT),
    )
    assert PlannerState.from_text(state.to_text()) == state


def test_what_was_kept_before_an_order_could_be_comes_back_too() -> None:
    before = json.loads(PlannerState(mode=Mode.WEEK).to_text())
    del before["order"]
    assert PlannerState.from_text(json.dumps(before)) == PlannerState(mode=Mode.WEEK)


def test_what_is_not_listed_now_keeps_its_place_behind_what_is() -> None:
    arranged = PlannerState(order=(ANNA, SIGHT, LENS)).arranged((LENS, ANNA))
    assert arranged.order == (LENS, ANNA, SIGHT)


@pytest.mark.parametrize("text", ["", "nonsense", "{}", "[]", '{"view": 1}', '{"mode": "decade"}'])
def test_what_cannot_be_read_is_a_fresh_start(text: str) -> None:
    assert PlannerState.from_text(text) == PlannerState()


def test_each_tab_hides_its_own_resources() -> None:
    state = PlannerState().hiding(frozenset({ANNA}))
    assert state.hidden_here == {ANNA}
    assert PlannerState(VIEW, hidden=state.hidden).hidden_here == frozenset()
