"""Terminerinnerung: which appointments of the own resource somebody is to be reminded of on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import AppointmentQuery, Clock, Reader, Store
from terminplaner.services.queries import AppointmentRow, appointment_rows


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

    def upcoming(self, actor: Actor, within: timedelta) -> tuple[Reminder, ...]:
        """What is due already or becomes so ``within`` that time, by begin; what has begun is not.

        Only the actor's own person resource reminds, ``reminder_minutes`` before (0: never): whoever has none is
        not disturbed by the appointments of others.  Whole days, and what is free in Google, remind nobody.
        """
        now = self.clock.now()
        with self.store.read() as reader:
            own = (row for row in reader.list(Resource) if actor.owns(row) and row.reminder_minutes > 0)
            found = [reminder for resource in own for reminder in _reminders(reader, resource, now, now + within)]
        return tuple(sorted(found, key=lambda reminder: reminder.start_at))


def _reminders(reader: Reader, resource: Resource, now: datetime, until_at: datetime) -> Iterator[Reminder]:
    lead = timedelta(minutes=resource.reminder_minutes)
    query = AppointmentQuery((resource.id,), now, until_at + lead)
    for row in appointment_rows(reader, reader.list_appointments(query)):
        appointment = row.appointment
        if isinstance(appointment.when, Timed) and not appointment.is_transparent:
            start_at = appointment.when.start_at
            if start_at > now:
                yield Reminder(row, start_at - lead, start_at)
