"""The Kalenderperiode: up to where endless series are made, carried on by people and by the program itself.

It only ever grows.  Whoever carries it on does so in one transaction that holds the settings, so that of several
workstations one does the work and the others find it done.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from dateutil.relativedelta import relativedelta

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.changes import Author, ChangeSet, Origin
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.domain.series import Series, first_day
from terminplaner.services.cancellation import cancelling_states, planned
from terminplaner.services.gate import repeatable
from terminplaner.services.holding import hold
from terminplaner.services.holidays import holiday_calendar
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.planning import Planning
from terminplaner.services.ports import Reader, UnitOfWork
from terminplaner.services.series_days import LONGEST_YEARS, Occurrence, occurrences
from terminplaner.services.series_occurrences import Full, again_on, materialise
from terminplaner.services.settings import chain_settings

_COMMAND = "extend"
_PROGRAM = Author("terminplaner", Origin.SYSTEM)
_LEAST_AHEAD = relativedelta(months=6)
_STEP = relativedelta(years=1)
_LOOKED_BACK = 10
"""So many changes of the settings are searched for the last time the program did it."""


@dataclass(frozen=True, slots=True)
class Extension:
    """What carrying the Kalenderperiode on brought: the last day, how many appointments, and which had no room."""

    until_on: date
    booked: int
    left_out: tuple[Appointment, ...]
    change_set: ChangeSet | None


@dataclass(frozen=True, slots=True)
class CalendarPeriod:
    planning: Planning

    @repeatable
    def extend(self, actor: Actor, until_on: date) -> Extension:
        """Kalenderperiode vortragen: make the appointments of all endless series up to and including ``until_on``.

        Days without room are left out and told.  Raise ``InvalidInputError`` unless it is later than the present
        end (``calendar_period_shorter``) and at most ten years ahead (``calendar_period_too_long``), or
        ``PermissionDeniedError``.
        """
        actor.require(Right.MANAGE_SETTINGS)
        with self.planning.gate.open(actor, _COMMAND) as passage:
            work = passage.work
            work.lock_table(ChainSettings)
            self._require_later(chain_settings(work), until_on)
            booked, left_out = self._carry_all_on(work, until_on)
        return Extension(until_on, booked, left_out, passage.change_set)

    @repeatable
    def keep_ahead(self) -> Extension | None:
        """Carry it on by a year once less than half a year of it is left; None where there was nothing to do.

        One that has ended already is left to people: what it carried stopped long ago, and nobody asked for it
        since.  To be asked once a day; the program itself is the author.
        """
        with self.planning.gate.store.read() as reader:
            if self._due(reader) is None:
                return None
        with self.planning.gate.open(_PROGRAM, _COMMAND) as passage:
            work = passage.work
            work.lock_table(ChainSettings)
            until_on = self._due(work)
            if until_on is None:
                return None
            booked, left_out = self._carry_all_on(work, until_on)
        return Extension(until_on, booked, left_out, passage.change_set)

    def last_kept_ahead(self) -> Extension | None:
        """The last time that the program carried it on by itself, as the change log tells it."""
        with self.planning.gate.store.read() as reader:
            settings = chain_settings(reader)
            for change_set in reader.list_change_sets(settings.id, _LOOKED_BACK):
                if change_set.command == _COMMAND and change_set.author.origin is Origin.SYSTEM:
                    return _told(reader, change_set)
        return None

    def _due(self, reader: Reader) -> date | None:
        """Up to when it should go on now; None where it reaches far enough, has ended, or was never begun."""
        until_on = chain_settings(reader).calendar_period_until_on
        today = self.planning.clock.now().date()
        if until_on is None or not today <= until_on < today + _LEAST_AHEAD:
            return None
        return until_on + _STEP

    def _carry_all_on(self, work: UnitOfWork, until_on: date) -> tuple[int, tuple[Appointment, ...]]:
        """How many were booked, and which had no room; the caller holds the settings."""
        booked = 0
        left_out: list[Appointment] = []
        work.lock_customers(key for series in _endless(work) if (key := series.pattern.customer_id) is not None)
        endless: list[Series] = []

        def look_up() -> Iterable[Appointment]:
            endless[:] = _endless(work)
            return [series.pattern for series in endless]

        hold(work, look_up)
        for series in endless:
            stored, full = self._carry_on(work, series, until_on)
            booked += stored
            left_out += (item for item, _ in full)
        work.put(replace(chain_settings(work), calendar_period_until_on=until_on))
        return booked, tuple(left_out)

    def _carry_on(self, work: UnitOfWork, series: Series, until_on: date) -> tuple[int, Full]:
        pattern = series.pattern
        live = tuple(key for key in pattern.resource_ids if work.get(Resource, key).deleted_at is None)
        if not live or _is_customer_gone(work, pattern):
            return 0, []
        branch = work.get(Branch, pattern.branch_id)
        found = _further(work, series, until_on, self.planning.clock.now())
        again = replace(series, pattern=planned(again_on(pattern, live), cancelling_states(work)))
        booked, full = materialise(work, again, [day.on for day in found], branch.tz)
        work.put(replace(series, generated_until_on=max(series.generated_until_on, until_on)))
        return len(booked), full

    def _require_later(self, settings: ChainSettings, until_on: date) -> None:
        today = self.planning.clock.now().date()
        present = settings.calendar_period_until_on or today
        if until_on <= present:
            raise InvalidInputError("calendar_period_shorter", present=present)
        if until_on > today + relativedelta(years=LONGEST_YEARS):
            raise InvalidInputError("calendar_period_too_long", years=LONGEST_YEARS)


def _endless(reader: Reader) -> list[Series]:
    return [series for series in reader.list(Series) if series.recurrence.is_endless]


def _is_customer_gone(reader: Reader, pattern: Appointment) -> bool:
    key = pattern.customer_id
    return key is not None and reader.get(Customer, key).deleted_at is not None


def _further(reader: Reader, series: Series, until_on: date, at: datetime) -> Iterator[Occurrence]:
    """The days of a series after those that were looked at already, none before the day of ``at``."""
    pattern = series.pattern
    branch = reader.get(Branch, pattern.branch_id)
    today = at.astimezone(branch.tz).date()
    holidays = holiday_calendar(reader, branch)
    for found in occurrences(
        pattern.when, branch.tz, series.recurrence, until_on, holidays, series.includes_holidays
    ):
        if found.on > series.generated_until_on and found.on >= today and not found.is_left_out:
            yield found


def _told(reader: Reader, change_set: ChangeSet) -> Extension | None:
    """An extension out of the change log; a day of a series that got no appointment then had no room."""
    settings = next(change.after for change in change_set.changes if isinstance(change.after, ChainSettings))
    if settings.calendar_period_until_on is None:
        return None
    booked = [change.after for change in change_set.changes if isinstance(change.after, Appointment)]
    left_out: list[Appointment] = []
    for change in change_set.changes:
        if isinstance(change.before, Series) and isinstance(change.after, Series):
            zone = reader.get(Branch, change.after.pattern.branch_id).tz
            days = {first_day(item.when, zone) for item in booked if item.series_id == change.entity_id}
            found = _further(reader, change.before, settings.calendar_period_until_on, change_set.at)
            left_out += (replace(change.after.pattern, when=day.when) for day in found if day.on not in days)
    return Extension(settings.calendar_period_until_on, len(booked), tuple(left_out), change_set)
