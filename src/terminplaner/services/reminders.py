"""Terminerinnerung: what of the own resource somebody is to be reminded of on screen, and what is new there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed
from terminplaner.services.appointment_rows import AppointmentRow, appointment_rows
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import Clock, Store
from terminplaner.services.store_queries import AppointmentQuery, AppointmentSearch

_MOST_NEWS = 20


@dataclass(frozen=True, slots=True)
class Reminder:
    """Due from ``due_at`` until the appointment begins."""

    row: AppointmentRow
    due_at: datetime
    start_at: datetime


@dataclass(frozen=True, slots=True)
class Reminders:
    store: Store
    clock: Clock

    def upcoming(
        self, actor: Actor, within: timedelta, also_of: Set[UUID] = frozenset(), *, with_own: bool = True
    ) -> tuple[Reminder, ...]:
        """What is due already or becomes so ``within`` that time, by begin; what has begun is not.

        The actor's own person resource reminds ``with_own``, ``reminder_minutes`` before (0: never), and so do the
        resources ``also_of``, for which the actor has to ask: nobody is disturbed by the appointments of others.
        Whole days, and what is free in Google, remind nobody; an appointment of several resources does so once, as
        the first of them would.
        """
        now = self.clock.now()
        with self.store.read() as reader:
            leads = {
                resource.id: timedelta(minutes=resource.reminder_minutes)
                for resource in reader.list(Resource)
                if resource.reminder_minutes > 0
                and ((with_own and actor.owns(resource)) or resource.id in also_of)
            }
            if not leads:
                return ()
            due_until_at = now + within
            query = AppointmentQuery(tuple(leads), now, due_until_at + max(leads.values()))
            due = tuple(_due(reader.list_appointments(query), leads, now, due_until_at))
            rows = appointment_rows(reader, tuple(appointment for appointment, _, _ in due))
        found = (Reminder(row, due_at, start_at) for row, (_, due_at, start_at) in zip(rows, due, strict=True))
        return tuple(sorted(found, key=lambda reminder: reminder.start_at))

    def news(self, actor: Actor, since_at: datetime) -> tuple[AppointmentRow, ...]:
        """What others, or Google, entered for the actor since ``since_at`` (UTC) and that is yet to come.

        By begin, the first few of the own resource.
        """
        with self.store.read() as reader:
            own = tuple(row.id for row in reader.list(Resource) if actor.owns(row))
            found = [
                appointment
                for resource_id in own
                for appointment in reader.search_appointments(
                    AppointmentSearch(
                        from_at=self.clock.now(),
                        resource_ids=(resource_id,),
                        modified_from_at=since_at,
                        is_newest_first=False,
                    ),
                    _MOST_NEWS,
                ).appointments
                if _is_news(appointment, actor, since_at)
            ]
            return appointment_rows(reader, tuple(found))


def _is_news(appointment: Appointment, actor: Actor, since_at: datetime) -> bool:
    is_new = appointment.created_at is not None and appointment.created_at >= since_at
    return is_new and appointment.created_by != actor.name


def _due(
    appointments: Iterable[Appointment], leads: Mapping[UUID, timedelta], now: datetime, until_at: datetime
) -> Iterator[tuple[Appointment, datetime, datetime]]:
    """What is due before ``until_at`` and has not begun, with when it is due and when it begins."""
    for appointment in appointments:
        if isinstance(appointment.when, Timed) and not appointment.is_transparent:
            start_at = appointment.when.start_at
            due_at = start_at - max(leads[key] for key in appointment.resource_ids if key in leads)
            if start_at > now and due_at < until_at:
                yield appointment, due_at, start_at
