"""iCalendar in and out of the plan: ``import`` and ``export``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from terminplaner.domain.appointment import Appointment, AppointmentOrigin, AppointmentStatus, AppointmentType
from terminplaner.domain.changes import Origin
from terminplaner.domain.errors import InvalidInputError, PermissionDeniedError
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.domain.series import changed_alone
from terminplaner.domain.when import AllDay
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.booking_rules import require_allowed, require_creator, require_live
from terminplaner.services.branches import branch_of
from terminplaner.services.cancellation import as_status_says, cancelled, cancelling_states
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.google_claims import Claims
from terminplaner.services.holding import hold
from terminplaner.services.ical_components import Skipped
from terminplaner.services.ical_reading import ReadEvent, plain_text, read_icalendar
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Clock, Reader
from terminplaner.services.store_queries import AppointmentQuery

_OWN_UID = "@terminplaner"
_PRIVATE, _NAMELESS = "Privat", "Termin"
"""Titles in a file, whatever language is on the screen that writes it."""
_AT_ONCE = 500
"""How many UIDs one query asks for; engines bound the number of parameters."""
_HORIZON = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or with ``--dry-run`` would do."""

    imported: int
    updated: int
    unchanged: int
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class _Lists:
    """The names an event's words are looked up by."""

    types: dict[str, UUID]
    statuses: dict[str, UUID]
    customers: dict[str, UUID]
    cancelling: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class ICalendarExchange:
    gate: Gate
    clock: Clock

    @repeatable
    def import_file(self, actor: Actor, path: Path, resource_id: UUID, *, dry_run: bool = False) -> ImportReport:
        """Take every readable event into the plan of a resource, in one transaction.

        What is there already (by UID) is brought up to date or left alone, so a second import changes nothing.
        Capacity does not refuse: what is in the file is a fact, and overbooked ones are shown beside each other.
        What is there and the actor may not change or cancel is left alone and told among the skipped.
        Raise ``InvalidInputError`` where the file cannot be read at all, ``NotFoundError`` or
        ``PermissionDeniedError`` for the resource.
        """
        try:
            content = path.read_bytes()
        except OSError as error:
            raise InvalidInputError("file_unreadable", path=str(path)) from error
        with self.gate.store.read() as reader:
            zone = branch_of(reader, reader.get(Resource, resource_id)).tz
        # Before the transaction: a large file takes seconds, in which nobody else could write.
        file = read_icalendar(content, zone, self.clock.now() + _HORIZON)
        with self.gate.open(replace(actor, origin=Origin.IMPORT), "import") as passage:
            work = passage.work
            resource = work.get(Resource, resource_id)
            actor.require_plan(resource)
            actor.require(Right.PLAN_OUTSIDE_HOURS)  # a file knows no working hours
            branch = branch_of(work, resource)
            named = {event.customer_number for event in file.events}
            work.lock_customers(row.id for row in work.list(Customer) if row.number in named)
            lists = _lists(work)
            uids = [event.uid for event in file.events]
            known: dict[str, Appointment] = {}

            def look_up() -> Iterable[Appointment]:
                known.clear()
                known.update(_present(work, uids, resource_id))
                return known.values()

            hold(work, look_up, (resource_id,))
            require_live(work, (resource_id,))
            claims = Claims(work)
            imported = updated = unchanged = 0
            skipped = list(file.skipped)
            for event in file.events:
                present = known.get(event.uid)
                if present is None and event.is_cancelled:
                    unchanged += 1
                    continue
                wanted = self._merged(present, event, branch.id, resource_id, lists, actor)
                if present is None:
                    imported += 1
                elif wanted == present or present.is_read_only or claims.refusal(present, wanted):
                    unchanged += 1
                    continue
                elif (refused := _refusal(work, actor, present, wanted)) is not None:
                    skipped.append(Skipped(event.text or event.uid, refused.error_code, refused.params))
                    continue
                else:
                    updated += 1
                if not dry_run:
                    stored = work.put(wanted)
                    if present is not None:  # a file may name it again
                        known[event.uid] = stored
        return ImportReport(imported, updated, unchanged, tuple(skipped))

    def export(self, rows: Iterable[AppointmentRow]) -> bytes:
        """The appointments as one VCALENDAR with the zones it needs."""
        calendar = Calendar()
        calendar.add("PRODID", "-//Terminplaner//DE")
        calendar.add("VERSION", "2.0")
        for row in rows:
            calendar.add_component(_component(row))
        calendar.add_missing_timezones()
        content: bytes = calendar.to_ical()
        return content

    def _merged(
        self,
        present: Appointment | None,
        event: ReadEvent,
        branch_id: UUID,
        resource_id: UUID,
        lists: _Lists,
        actor: Actor,
    ) -> Appointment:
        base = present or Appointment(
            id=uuid4(),
            branch_id=branch_id,
            when=event.when,
            resource_ids=(resource_id,),
            origin=AppointmentOrigin.IMPORT,
            ical_uid=event.uid,
        )
        names = [name.casefold() for name in event.type_names]
        wanted = replace(
            base,
            when=event.when,
            text=_unless_same(event.text, base.text),
            comment=_unless_same(event.comment, base.comment),
            type_id=next((lists.types[name] for name in names if name in lists.types), base.type_id),
            status_id=base.status_id
            if base.is_cancelled
            else lists.statuses.get(event.status_name.casefold(), base.status_id),
            customer_id=lists.customers.get(event.customer_number, base.customer_id),
            is_transparent=event.is_transparent,
        )
        now, name = self.clock.now(), actor.name
        said = as_status_says(present, wanted, lists.cancelling, now, name)
        if event.is_cancelled and not said.is_cancelled:
            said = cancelled(said, lists.cancelling, now, name)
        return changed_alone(base, said)


def _refusal(
    reader: Reader, actor: Actor, present: Appointment, wanted: Appointment
) -> PermissionDeniedError | None:
    """Why the actor may not make ``wanted`` of what is there."""
    try:
        require_allowed(reader, actor, present.resource_ids)
        if wanted.is_cancelled and not present.is_cancelled:
            require_creator(reader, actor, present)
    except PermissionDeniedError as error:
        return error
    return None


def _lists(reader: Reader) -> _Lists:
    return _Lists(
        {row.name.casefold(): row.id for row in reader.list(AppointmentType)},
        {row.name.casefold(): row.id for row in reader.list(AppointmentStatus)},
        {row.number: row.id for row in reader.list(Customer)},
        cancelling_states(reader),
    )


def _present(reader: Reader, uids: Sequence[str], resource_id: UUID) -> dict[str, Appointment]:
    """What is there already, by its UID: the own ones that were exported, and what came from files before.

    Of the latter a live appointment counts before a cancelled one.
    """
    imported = {
        appointment.ical_uid: appointment
        for is_cancelled in (True, False)
        for begin in range(0, len(uids), _AT_ONCE)
        for appointment in reader.list_appointments(
            AppointmentQuery(cancelled=is_cancelled, ical_uids=tuple(uids[begin : begin + _AT_ONCE]))
        )
        if resource_id in appointment.resource_ids
    }
    own = {key: uid for uid in uids if (key := _own_id(uid)) is not None}
    return imported | {
        own[row.id]: row for row in reader.list_by_id(Appointment, own) if resource_id in row.resource_ids
    }


def _own_id(uid: str) -> UUID | None:
    """The id of the appointment that an exported event came from."""
    if not uid.endswith(_OWN_UID):
        return None
    try:
        return UUID(uid.removesuffix(_OWN_UID))
    except ValueError:
        return None


def _unless_same(read: str, present: str) -> str:
    """``read``, or what is there where reading would make just this of it."""
    return present if plain_text(present) == read else read


def _component(row: AppointmentRow) -> Event:
    appointment = row.appointment
    event = Event()
    event.add("UID", appointment.ical_uid or f"{appointment.id}{_OWN_UID}")
    if appointment.modified_at is not None:
        event.add("DTSTAMP", appointment.modified_at)
    if isinstance(appointment.when, AllDay):
        event.add("DTSTART", appointment.when.first_on)
        event.add("DTEND", appointment.when.end_on)
    else:
        event.add("DTSTART", _wall_time(appointment.when.start_at, row.zone))
        event.add("DTEND", _wall_time(appointment.when.end_at, row.zone))
    title = row.called(_PRIVATE, _NAMELESS)
    event.add("SUMMARY", appointment.text or title)
    if not appointment.text:
        event.add("X-TERMINPLANER-TITLE", title)
    if appointment.comment:
        event.add("DESCRIPTION", appointment.comment)
    if row.type is not None:
        event.add("CATEGORIES", [row.type.name])
    if row.status is not None:
        event.add("X-TERMINPLANER-STATUS", row.status.name)
    if row.customer is not None:
        event.add("X-TERMINPLANER-CUSTOMER", row.customer.number)
    event.add("TRANSP", "TRANSPARENT" if appointment.is_transparent else "OPAQUE")
    event.add("STATUS", "CANCELLED" if appointment.is_cancelled else "CONFIRMED")
    event.add("SEQUENCE", max(appointment.revision - 1, 0))
    return event


def _wall_time(at: datetime, zone: ZoneInfo) -> datetime:
    """Local time; in the hour that comes twice its second time only UTC can be told (RFC 5545 3.3.5)."""
    local = at.astimezone(zone)
    return at if local.fold else local
