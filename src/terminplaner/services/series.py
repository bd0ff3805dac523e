"""Series: booked as single appointments in one transaction, changed and cancelled by scope, carried on.

The rule of a series is never edited; what its occurrences have in common is.  Capacity is held as for a single
appointment: a series with a day that is full is refused as a whole, unless such days are to be left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from terminplaner.domain.appointment import Appointment, edited
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.recurrence import Recurrence
from terminplaner.domain.series import Series, SeriesScope, first_day
from terminplaner.services.booking_rules import (
    has_new_place,
    hold_live_customers,
    require_allowed,
    require_changeable,
    require_creator,
    require_length,
    require_live_places,
    require_private_stays,
    require_sound,
    require_template,
    require_type,
    require_within_limits,
    require_writable,
    with_branch,
    with_line_feeds,
)
from terminplaner.services.cancellation import cancelled, cancelling_states, is_called_off
from terminplaner.services.gate import repeatable
from terminplaner.services.google_claims import Claims
from terminplaner.services.holding import hold
from terminplaner.services.holidays import holiday_calendar
from terminplaner.services.outcome import Outcome
from terminplaner.services.permissions import Actor
from terminplaner.services.planning import Planning
from terminplaner.services.ports import Reader, UnitOfWork
from terminplaner.services.series_days import Occurrence, horizon, occurrences
from terminplaner.services.series_occurrences import (
    Changes,
    change_all,
    hold_all,
    materialise,
    members_of,
    occurrence_of,
    require_places,
    warnings_on_days,
    with_findings,
)
from terminplaner.services.settings import chain_settings
from terminplaner.services.waiting_list import settle_entry


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesOutcome(Outcome):
    """The occurrences a command wrote, in order of time."""

    series: Series


@dataclass(frozen=True, slots=True)
class SeriesPlanning:
    planning: Planning

    def find(self, series_id: UUID) -> Series:
        """Raise ``NotFoundError`` where there is none."""
        with self.planning.gate.store.read() as reader:
            return reader.get(Series, series_id)

    def preview(
        self, appointment: Appointment, recurrence: Recurrence, *, includes_holidays: bool = False
    ) -> tuple[Occurrence, ...]:
        """Every day of a series, those left out included, with what is in its way; nothing is stored.

        Raise ``InvalidInputError`` for a rule that ``book`` would refuse.
        """
        with self.planning.gate.store.read() as reader:
            branch = reader.get(Branch, appointment.branch_id)
            first_on = first_day(appointment.when, branch.tz)
            horizon_on = horizon(recurrence, first_on, self._period_end(reader, branch.tz))
            holidays = holiday_calendar(reader, branch)
            found = occurrences(appointment.when, branch.tz, recurrence, horizon_on, holidays, includes_holidays)
            return with_findings(reader, appointment, tuple(found), self.planning.clock.now())

    @repeatable
    def book(
        self,
        actor: Actor,
        appointment: Appointment,
        recurrence: Recurrence,
        *,
        includes_holidays: bool = False,
        leaves_out_full: bool = False,
        waiting_entry_id: UUID | None = None,
    ) -> SeriesOutcome:
        """Book ``appointment`` on every day of the rule; an endless one up to the Kalenderperiode.

        One that is stored already becomes the first occurrence; the first fulfils the wish ``waiting_entry_id``.
        Raise what ``Planning.book`` raises, ``CapacityExceededError`` (code ``series_collides``, param ``days``)
        unless ``leaves_out_full`` (``series_full`` where every day is), and ``InvalidInputError`` for a rule out
        of bounds or without a single day (``series_empty``).
        """
        appointment = with_line_feeds(appointment)
        with self.planning.gate.open(actor, "book_series") as passage:
            work = passage.work
            require_sound(appointment)
            require_type(work, None, appointment)
            require_length(None, appointment)
            if not appointment.revision:
                require_template(work, actor, appointment)
            require_allowed(work, actor, appointment.resource_ids)
            if appointment.revision:
                appointment = _single(work, actor, appointment)
            branch = work.get(Branch, appointment.branch_id)
            first_on = first_day(appointment.when, branch.tz)
            period_end = self._begin_period(work, branch.tz) if recurrence.is_endless else date.max
            hold_live_customers(work, ((None, appointment),))
            if appointment.status_id in cancelling_states(work):
                raise InvalidInputError("series_called_off")
            horizon_on = horizon(recurrence, first_on, period_end)
            before = work.list_by_id(Appointment, (appointment.id,))
            work.lock_resources({key for item in (appointment, *before) for key in item.resource_ids})
            require_live_places(work, ((None, appointment),))
            holidays = holiday_calendar(work, branch)
            days = [
                found.on
                for found in occurrences(
                    appointment.when, branch.tz, recurrence, horizon_on, holidays, includes_holidays
                )
                if not found.is_left_out
            ]
            if not days:
                raise InvalidInputError("series_empty")
            looked_until_on = horizon_on if recurrence.is_endless else days[-1]
            pattern = replace(appointment, created_by=actor.name)
            series = work.put(Series(uuid4(), recurrence, pattern, looked_until_on, includes_holidays))
            booked, full = materialise(work, series, days, branch.tz)
            require_places(booked, full, branch.tz, leaves_out_full=leaves_out_full)
            require_within_limits(work, actor, [(None, item) for item in booked], self.planning.clock.now())
            if waiting_entry_id is not None:
                settle_entry(work, waiting_entry_id, booked[0], self.planning.clock.now())
            warnings, warned_on = warnings_on_days(work, booked, self.planning.clock.now())
        left_out = tuple(first_day(item.when, branch.tz) for item, _ in full)
        return SeriesOutcome(
            tuple(booked), passage.change_set, warnings, left_out=left_out, warned_on=warned_on, series=series
        )

    @repeatable
    def change(
        self,
        actor: Actor,
        appointment: Appointment,
        scope: SeriesScope,
        *,
        leaves_out_full: bool = False,
    ) -> SeriesOutcome:
        """Store a modified copy of one occurrence, and what was changed in it with the others of ``scope``.

        Occurrences that are over or were changed on their own stay as they are.  Beginning and length may change,
        the day may not (``series_day_fixed``).  With a status that means so they are all cancelled, and what else
        was changed is of this one alone.  Raise what ``Planning.change`` and ``book`` raise.
        """
        if scope is SeriesScope.THIS:
            series = self._series_of(appointment.id)
            outcome = self.planning.change(actor, appointment)
            return SeriesOutcome(outcome.appointments, outcome.change_set, outcome.warnings, series=series)
        if self._is_called_off(appointment):
            return self._cancel(actor, appointment.id, scope, with_line_feeds(appointment))
        appointment = with_line_feeds(appointment)
        with self.planning.gate.open(actor, "change_series") as passage:
            work = passage.work
            current, series = occurrence_of(work, appointment.id)
            wanted = _wanted(work, actor, current, appointment)
            changes = Changes.between(work, current, wanted)
            changes.require_same_day()
            now = self.planning.clock.now()

            def find() -> list[Appointment]:
                present = work.get(Appointment, appointment.id)
                members = members_of(work, present, scope, now)
                return [member for member in members if member.id == present.id or not member.is_detached]

            members = hold_all(work, find, series, changes, current)
            current, series = occurrence_of(work, appointment.id)
            require_writable(current, wanted.revision)
            stored, full = change_all(work, actor, series, members, changes, now)
            require_places(stored, full, changes.zone, leaves_out_full=leaves_out_full)
            series = work.put(replace(series, pattern=changes.applied_to(series.pattern)))
            before = {member.id: member for member in members}
            moved = [row for row in stored if has_new_place(before[row.id], row)]
            warnings, warned_on = warnings_on_days(work, moved, now)
        left_out = tuple(first_day(item.when, changes.zone) for item, _ in full)
        return SeriesOutcome(
            tuple(stored), passage.change_set, warnings, left_out=left_out, warned_on=warned_on, series=series
        )

    def cancel(self, actor: Actor, appointment_id: UUID, scope: SeriesScope) -> SeriesOutcome:
        """Cancel softly one occurrence or with the others of ``scope``, which ends the series.

        What is over stays.  Raise as ``Planning.cancel`` does.
        """
        if scope is SeriesScope.THIS:
            series = self._series_of(appointment_id)
            outcome = self.planning.cancel(actor, appointment_id)
            return SeriesOutcome(outcome.appointments, outcome.change_set, outcome.warnings, series=series)
        return self._cancel(actor, appointment_id, scope, None)

    @repeatable
    def _cancel(
        self,
        actor: Actor,
        appointment_id: UUID,
        scope: SeriesScope,
        changed: Appointment | None,
    ) -> SeriesOutcome:
        """``changed`` is the occurrence as somebody edited it; its status is the one that all get."""
        now = self.planning.clock.now()
        with self.planning.gate.open(actor, "cancel_series") as passage:
            work = passage.work
            current, series = occurrence_of(work, appointment_id)
            wanted = current if changed is None else _wanted(work, actor, current, changed)
            beside = {key for item in (series.pattern, current, wanted) for key in item.resource_ids}
            members = hold(
                work, lambda: members_of(work, work.get(Appointment, appointment_id), scope, now), beside
            )
            current, series = occurrence_of(work, appointment_id)
            wanted = current if changed is None else wanted
            require_writable(current, wanted.revision)
            require_private_stays(work, current, wanted)
            require_allowed(work, actor, beside.union(key for item in members for key in item.resource_ids))
            require_live_places(work, ((current, wanted),))
            require_creator(work, actor, *members)
            states, status_id = cancelling_states(work), changed.status_id if changed else None
            claims = Claims(work, members)
            calling_off = []
            for member in members:
                entered = replace(wanted, status_id=current.status_id) if member.id == current.id else member
                off = cancelled(entered, states, now, actor.name, status_id)
                claims.require_none(member, off)
                calling_off.append(off)
            stored = work.put_all(calling_off)
            series = work.put(replace(series, deleted_at=now))
        return SeriesOutcome(stored or (current,), passage.change_set, series=series)

    def _is_called_off(self, appointment: Appointment) -> bool:
        with self.planning.gate.store.read() as reader:
            current = reader.get(Appointment, appointment.id)
            return is_called_off(current, edited(current, appointment), cancelling_states(reader))

    def _period_end(self, reader: Reader, zone: ZoneInfo) -> date:
        """The last day of the Kalenderperiode; one year ahead as long as none was begun."""
        begun = chain_settings(reader).calendar_period_until_on
        return begun or self.planning.clock.now().astimezone(zone).date() + relativedelta(years=1)

    def _begin_period(self, work: UnitOfWork, zone: ZoneInfo) -> date:
        # Before customers and resources, as ``CalendarPeriod`` does, or two could wait for each other.
        work.lock_table(ChainSettings)
        until_on = self._period_end(work, zone)
        work.put(replace(chain_settings(work), calendar_period_until_on=until_on))
        return until_on

    def _series_of(self, appointment_id: UUID) -> Series:
        with self.planning.gate.store.read() as reader:
            return occurrence_of(reader, appointment_id)[1]


def _wanted(work: UnitOfWork, actor: Actor, current: Appointment, changed: Appointment) -> Appointment:
    """The occurrence with what was edited in it, as far as the rules for any appointment let it be so."""
    require_sound(changed)
    require_changeable(work, actor, current, changed)
    wanted = with_branch(work, current, edited(current, changed))
    require_type(work, current, wanted)
    require_length(current, wanted)
    hold_live_customers(work, ((current, wanted),))
    return wanted


def _single(work: UnitOfWork, actor: Actor, appointment: Appointment) -> Appointment:
    """One that is stored already and is to begin a series."""
    current = work.get(Appointment, appointment.id)
    require_allowed(work, actor, current.resource_ids)
    require_changeable(work, actor, current, appointment)
    require_private_stays(work, current, appointment)
    Claims(work).require_none(current, appointment)
    if current.series_id is not None:
        raise InvalidInputError("already_in_series")
    return with_branch(work, current, edited(current, appointment))
