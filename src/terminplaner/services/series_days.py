"""Which days a series has, before any of them is booked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.recurrence import Recurrence
from terminplaner.domain.series import first_day, when_on
from terminplaner.domain.when import When
from terminplaner.services.checks import Collision, PlanningWarning
from terminplaner.services.holidays import HolidayCalendar

LONGEST_YEARS = 10
"""How far a series and the Kalenderperiode reach at most, from their first day and from today."""
MOST_OCCURRENCES = 999
LONGEST_INTERVAL = 99
_DEFAULT_MONTHS = 4


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A day of a series that is not booked yet.

    ``holiday`` names the one it falls on; ``is_left_out`` where the series keeps holidays free.  ``warnings`` are
    those of a single appointment there, without that holiday.
    """

    on: date
    when: When
    holiday: str = ""
    is_left_out: bool = False
    collisions: tuple[Collision, ...] = ()
    warnings: tuple[PlanningWarning, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether there is no room for it."""
        return any(collision.is_refused for collision in self.collisions)


def default_end(first_on: date) -> date:
    """The last day that is proposed for a new series."""
    return first_on + relativedelta(months=_DEFAULT_MONTHS)


def horizon(recurrence: Recurrence, first_on: date, period_end: date) -> date:
    """The last day to look at; raise ``InvalidInputError`` for a rule out of bounds."""
    if not 1 <= recurrence.interval <= LONGEST_INTERVAL:
        raise InvalidInputError("number_out_of_range", field="interval", low=1, high=LONGEST_INTERVAL)
    if recurrence.count is not None and not 1 <= recurrence.count <= MOST_OCCURRENCES:
        raise InvalidInputError("number_out_of_range", field="count", low=1, high=MOST_OCCURRENCES)
    if recurrence.is_endless:
        return period_end
    longest_on = first_on + relativedelta(years=LONGEST_YEARS)
    if recurrence.until_on is None:
        return longest_on
    if recurrence.until_on < first_on:
        raise InvalidInputError("series_ends_before_start")
    if recurrence.until_on > longest_on:
        raise InvalidInputError("series_too_long", years=LONGEST_YEARS)
    return recurrence.until_on


def occurrences(
    pattern: When,
    zone: ZoneInfo,
    recurrence: Recurrence,
    horizon_on: date,
    holidays: HolidayCalendar,
    includes_holidays: bool,
) -> Iterator[Occurrence]:
    """Every day of the rule; a number of occurrences counts those that take place.

    Raise ``InvalidInputError`` (``series_too_long``) at the end where there are fewer up to ``horizon_on``.
    """
    left = recurrence.count
    for day in replace(recurrence, count=None).days(first_day(pattern, zone), horizon_on):
        if left == 0:
            return
        holiday = holidays.name_on(day) or ""
        is_left_out = bool(holiday) and not includes_holidays
        yield Occurrence(day, when_on(pattern, day, zone), holiday, is_left_out)
        if left is not None and not is_left_out:
            left -= 1
    if left:
        raise InvalidInputError("series_too_long", years=LONGEST_YEARS)
