"""Which days are holidays in a branch; warnings, the plan, series and the search for free times all ask here."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from terminplaner.domain.chain import Branch
from terminplaner.domain.holiday import Holiday
from terminplaner.services.ports import Reader

FEDERAL_STATES = frozenset(
    ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")
)
"""The federal states whose holidays are known (ISO 3166-2:DE suffixes)."""

PUBLIC_HOLIDAYS = Path(__file__).with_suffix(".json")
"""By year: date, name, and the federal states where not all have it; see ``tools/public_holidays.py``."""


@dataclass(frozen=True, slots=True)
class HolidayCalendar:
    """The public holidays of a federal state (ISO 3166-2:DE suffix) and the branch's ``own`` ones."""

    federal_state: str
    own: tuple[Holiday, ...] = ()

    def name_on(self, day: date) -> str | None:
        """The German name of the holiday on ``day``, or None.  What the administrators call it comes first."""
        for holiday in self.own:
            if holiday.on(day.year) == day:
                return holiday.name
        return public_holidays(day.year, self.federal_state).get(day)

    def in_year(self, year: int) -> Mapping[date, str]:
        """All holidays of a year with their names, by date."""
        days = dict(public_holidays(year, self.federal_state))
        for holiday in reversed(self.own):
            if (day := holiday.on(year)) is not None:
                days[day] = holiday.name
        return dict(sorted(days.items()))


def holiday_calendar(reader: Reader, branch: Branch) -> HolidayCalendar:
    """The holidays of ``branch``."""
    return branch_holidays(branch, reader.list(Holiday))


def branch_holidays(branch: Branch, holidays: tuple[Holiday, ...]) -> HolidayCalendar:
    """The same where the chain's own ``holidays`` are known already."""
    own = (holiday for holiday in holidays if not holiday.branch_ids or branch.id in holiday.branch_ids)
    return HolidayCalendar(branch.federal_state, tuple(own))


@lru_cache(maxsize=128)
def public_holidays(year: int, federal_state: str) -> Mapping[date, str]:
    """The public holidays of a federal state with their German names, by date; none before 1991 or after 2100."""
    rows = _all_public_holidays().get(str(year), ())
    return {date.fromisoformat(day): name for day, name, *states in rows if not states or federal_state in states}


@cache
def _all_public_holidays() -> Mapping[str, Sequence[Sequence[str]]]:
    table: dict[str, list[list[str]]] = json.loads(PUBLIC_HOLIDAYS.read_text(encoding="utf-8"))
    return table
