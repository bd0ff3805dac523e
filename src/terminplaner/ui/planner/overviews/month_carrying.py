"""Where what is carried lands in a month: on another day, at its own time, at its own resources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.resource import Resource
from terminplaner.domain.series import first_day
from terminplaner.domain.when import AllDay, Timed, at_local
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.permissions import Actor
from terminplaner.services.working_time import local_days
from terminplaner.ui.planner.overviews.month import FIRST_HOUR, MonthSheet, new_on
from terminplaner.ui.planner.plan.carrying import Carried, renewed, shifted
from terminplaner.ui.planner.plan.columns import take_snapshot
from terminplaner.ui.planner.plan.feedback import Objection, Surroundings
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.window import Mode, Window


@dataclass(frozen=True, slots=True)
class MonthHeld:
    """What is in the hand over a month, and where it would land; or days that are being drawn.

    ``source`` is the day it was taken from; None where it was picked up elsewhere, and its first day counts.  With
    ``drawn_for`` a new appointment of that resource is drawn from ``source`` to ``target``.
    """

    carried: Carried | None = None
    source: date | None = None
    target: date | None = None
    landings: tuple[Rebooking, ...] = ()
    objections: tuple[Objection, ...] = ()
    drawn_for: Resource | None = None

    @property
    def drawn(self) -> NewAppointment | None:
        """What is drawn, once it is more than one day."""
        if self.drawn_for is None or self.source is None or self.target is None or self.source == self.target:
            return None
        first, last = sorted((self.source, self.target))
        return NewAppointment(self.drawn_for, AllDay(first, last + timedelta(days=1)))

    @property
    def rows(self) -> tuple[AppointmentRow, ...]:
        """The appointments that are in the hand."""
        return self.carried.rows if self.carried is not None else ()

    def renewed(self, rows: Mapping[UUID, AppointmentRow]) -> MonthHeld:
        """The same with these in the place of the rows that it was taken with."""
        carried = self.carried.renewed(rows) if self.carried is not None else None
        return replace(self, carried=carried, landings=renewed(self.landings, rows))

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

    @property
    def planned_for(self) -> Resource | None:
        """Who gets something new: the first one that may be planned here, or else the first."""
        return next(self._candidates(), self.newcomer)

    def first_free_on(self, day: date) -> NewAppointment | None:
        """The first free place of a day, of the first resource that has one; at the first hour where none has."""
        from terminplaner.ui.planner.overviews.first_free import first_free

        for resource in self._candidates():
            around = self._around(day, frozenset([resource.id]))
            if around is not None and (found := first_free(around, self.now)) is not None:
                return found
        wanted = self.planned_for
        return None if wanted is None else new_on(day, wanted, self.sheet.window.zone)

    def drawn_to(self, held: MonthHeld, day: date) -> MonthHeld:
        """``held`` with the days up to ``day``."""
        drawn = replace(held, target=day)
        new = drawn.drawn
        if new is None:
            return replace(drawn, objections=())
        found: set[Objection] = set()
        for one in local_days(new.when, self.sheet.window.zone):
            around = self._around(one, frozenset([new.resource.id]))
            if around is not None:
                found.update(around.objections_to_new(NewAppointment(new.resource, _whole(one))))
        return replace(drawn, objections=tuple(objection for objection in Objection if objection in found))

    def _candidates(self) -> Iterator[Resource]:
        shown = self.sheet.plan.resources if self.sheet.plan is not None else ()
        return (row for row in shown if self.actor is None or self.actor.may_plan(row))

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
