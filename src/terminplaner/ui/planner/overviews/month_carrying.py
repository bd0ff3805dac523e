"""Where what is carried lands in a month: on another day, at its own time, at its own resources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.resource import Resource
from terminplaner.domain.series import first_day
from terminplaner.domain.when import AllDay, Timed, at_local
from terminplaner.services.permissions import Actor
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.planner.overviews.month import FIRST_HOUR, MonthSheet
from terminplaner.ui.planner.plan.carrying import Carried, shifted
from terminplaner.ui.planner.plan.columns import take_snapshot
from terminplaner.ui.planner.plan.feedback import Objection, Surroundings
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.window import Mode, Window


@dataclass(frozen=True, slots=True)
class MonthHeld:
    """What is in the hand over a month, and where it would land.

    ``source`` is the day it was taken from; None where it was picked up elsewhere, and its first day counts.
    """

    carried: Carried | None = None
    source: date | None = None
    target: date | None = None
    landings: tuple[Rebooking, ...] = ()
    objections: tuple[Objection, ...] = ()

    @property
    def rows(self) -> tuple[AppointmentRow, ...]:
        """The appointments that are in the hand."""
        return self.carried.rows if self.carried is not None else ()

    @property
    def leaving(self) -> frozenset[UUID]:
        """The appointments that will no longer stand where they do."""
        return self.carried.leaving if self.carried is not None and self.target is not None else frozenset()


@dataclass(frozen=True, slots=True)
class MonthSurroundings:
    """What a place in the month is found and judged by; ``newcomer`` is who gets what has no resource yet."""

    sheet: MonthSheet
    now: datetime
    newcomer: Resource | None = None
    settings: ChainSettings | None = None
    actor: Actor | None = None
    _days: dict[tuple[date, frozenset[UUID]], Surroundings] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def held_on(self, carried: Carried, day: date, source: date | None = None) -> MonthHeld:
        """``carried`` over a day."""
        place = self.place_on(carried, day, source)
        if place is None:
            return MonthHeld(carried, source)
        landings = carried.landings(place)
        objections = self._objections(landings, are_new=carried.is_new)
        return MonthHeld(carried, source, day, landings, objections)

    def place_on(self, carried: Carried, day: date, source: date | None = None) -> NewAppointment | None:
        """At the same time of day, or at the first hour where that means nothing; at the resources it has."""
        lead, zone = carried.lead, self.sheet.window.zone
        resource = _kept(carried) or self.newcomer
        if resource is None:
            return None
        when = lead.appointment.when
        if not carried.has_time and isinstance(when, Timed):
            start_at = at_local(datetime.combine(day, FIRST_HOUR), zone)
            return NewAppointment(resource, Timed(start_at, start_at + (when.end_at - when.start_at)))
        return NewAppointment(resource, shifted(when, _whole(source or first_day(when, zone)), _whole(day), zone))

    def _objections(self, landings: tuple[Rebooking, ...], *, are_new: bool) -> tuple[Objection, ...]:
        zone = self.sheet.window.zone
        days = dict.fromkeys(first_day(landing.when, zone) for landing in landings)
        concerned = frozenset(key for landing in landings for key in landing.resource_ids)
        found = {
            objection
            for day in days
            if (surroundings := self._around(day, concerned)) is not None
            for objection in surroundings.objections(landings, are_new=are_new)
        }
        return tuple(objection for objection in Objection if objection in found)

    def _around(self, day: date, concerned: frozenset[UUID]) -> Surroundings | None:
        """The hours of these resources on a day: what is said there is said here."""
        if (day, concerned) in self._days:
            return self._days[day, concerned]
        number, plan = self.sheet.index_of(day), self.sheet.plan
        if number is None or plan is None:
            return None
        window = replace(self.sheet.window, mode=Mode.DAY, day=day)
        shown = replace(
            plan,
            resources=tuple(row for row in plan.resources if row.id in concerned),
            rows=self.sheet.cells[number].rows,
        )
        found = Surroundings(take_snapshot(window, shown), self.now, self.settings, self.actor)
        self._days[day, concerned] = found
        return found


def days_of(landings: Iterable[Rebooking], window: Window) -> dict[date, AppointmentRow]:
    """The days on which something lands, each with the first that does, as it will be."""
    return {
        first_day(landing.when, window.zone): replace(
            landing.row, appointment=replace(landing.row.appointment, when=landing.when)
        )
        for landing in reversed(tuple(landings))
    }


def _kept(carried: Carried) -> Resource | None:
    """One of its own resources, so that none is exchanged."""
    own = carried.lead.resources
    source = carried.source
    return next((row for row in own if source is not None and row.id == source.id), next(iter(own), None))


def _whole(day: date) -> AllDay:
    return AllDay(day, day + timedelta(days=1))
