"""Which appointments take their resources, by the chain's rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from terminplaner.domain.appointment import Appointment, AppointmentOrigin, OccupyingRule
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.when import AllDay, Timed

START = datetime(2026, 9, 16, 8, tzinfo=UTC)
OURS = Appointment(UUID(int=1), UUID(int=2), Timed(START, START + timedelta(hours=1)), (UUID(int=3),))
THEIRS = replace(OURS, origin=AppointmentOrigin.GOOGLE)
DAY = AllDay(date(2026, 9, 16), date(2026, 9, 17))
FREE, HOLIDAY = replace(THEIRS, is_transparent=True), replace(THEIRS, when=DAY)


@pytest.mark.parametrize(
    ("appointment", "free_events", "all_day_events", "expected"),
    [
        (THEIRS, False, False, True),
        (FREE, False, True, False),
        (FREE, True, False, True),
        (HOLIDAY, False, True, True),
        (HOLIDAY, True, False, False),
        (replace(HOLIDAY, is_transparent=True), True, True, True),
        (replace(HOLIDAY, is_transparent=True), True, False, False),
        (replace(HOLIDAY, is_transparent=True), False, True, False),
        (replace(OURS, when=DAY), False, False, True),
        (replace(OURS, is_parallel=True), False, True, True),
        (replace(HOLIDAY, cancelled_at=START), True, True, False),
    ],
)
def test_who_takes_a_resource(
    appointment: Appointment, *, free_events: bool, all_day_events: bool, expected: bool
) -> None:
    assert OccupyingRule(free_events, all_day_events).lets(appointment) is expected


def test_a_new_chain_goes_by_what_google_says() -> None:
    assert ChainSettings(UUID(int=1)).occupying == OccupyingRule()
    assert [OccupyingRule().lets(found) for found in (OURS, FREE, HOLIDAY)] == [True, False, True]
