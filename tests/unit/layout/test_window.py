"""Which days a window shows, and where its pages lead."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.view import PlannerView, ViewKind
from terminplaner.ui.planner.window import Mode, Window

BERLIN = ZoneInfo("Europe/Berlin")
WEDNESDAY = date(2026, 11, 25)


def window(mode: Mode, day: date = WEDNESDAY, view: PlannerView | None = None) -> Window:
    return Window(mode, day, BERLIN, (), view)


def view_of(days: int, kind: ViewKind = ViewKind.RESOURCES) -> PlannerView:
    return PlannerView(UUID(int=7), "Team", "Team", kind=kind, days=days)


@pytest.mark.parametrize(
    ("mode", "first", "count"),
    [
        (Mode.DAY, WEDNESDAY, 1),
        (Mode.WORK_WEEK, date(2026, 11, 23), 5),
        (Mode.WEEK, date(2026, 11, 23), 7),
        (Mode.MONTH, date(2026, 10, 26), 42),
        (Mode.YEAR, date(2026, 1, 1), 365),
    ],
)
def test_a_mode_shows_its_days(mode: Mode, first: date, count: int) -> None:
    days = window(mode).days
    assert (days[0], len(days)) == (first, count)


@pytest.mark.parametrize(("days", "first"), [(1, WEDNESDAY), (3, WEDNESDAY), (5, date(2026, 11, 23))])
def test_a_view_of_a_week_begins_on_monday_and_others_on_the_day(days: int, first: date) -> None:
    shown = window(Mode.VIEW, view=view_of(days)).days
    assert (shown[0], len(shown)) == (first, days)


@pytest.mark.parametrize(
    ("shown", "next_day"),
    [
        (window(Mode.DAY), date(2026, 11, 26)),
        (window(Mode.WORK_WEEK), date(2026, 12, 2)),
        (window(Mode.WEEK), date(2026, 12, 2)),
        (window(Mode.MONTH, date(2027, 1, 31)), date(2027, 2, 28)),
        (window(Mode.YEAR, date(2028, 2, 29)), date(2029, 2, 28)),
        (window(Mode.VIEW, view=view_of(3)), date(2026, 11, 28)),
        (window(Mode.VIEW, view=view_of(5)), date(2026, 12, 2)),
    ],
)
def test_the_next_page_begins_where_this_one_ends(shown: Window, next_day: date) -> None:
    assert shown.turned(1).day == next_day


def test_turning_there_and_back_leads_home_but_for_days_a_month_does_not_have() -> None:
    for mode in (Mode.DAY, Mode.WEEK, Mode.MONTH, Mode.YEAR):
        assert window(mode).turned(3).turned(-3) == window(mode)


def test_a_page_is_next_to_the_other_without_gap_or_overlap() -> None:
    shown = window(Mode.VIEW, view=view_of(3))
    assert shown.turned(1).days[0] == shown.days[-1] + timedelta(days=1)


def test_days_of_all_resources_stand_by_themselves() -> None:
    by_resource = window(Mode.VIEW, view=view_of(5))
    by_day = replace(by_resource, view=view_of(5, ViewKind.DAYS))
    assert [(shown.is_by_day, shown.days_per_group) for shown in (by_resource, by_day)] == [(False, 5), (True, 1)]
