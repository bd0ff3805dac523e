"""The waiting list: who wishes which time, and whom a time that became free suits.

A wish is settled in the transaction that books its appointment.  Taking the booking back opens it again;
cancelling the appointment later does not, because then it is mostly the customer who no longer comes, and would be
offered the very time just given up.  ``reopen`` is one click away instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment, AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Combination, Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.domain.when import Timed
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.booking_rules import require_live_customers
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Clock, Reader, UnitOfWork
from terminplaner.services.settings import chain_settings
from terminplaner.services.store_queries import ChangeLogQuery
from terminplaner.services.validation import LONGEST_DURATION, require_duration
from terminplaner.services.waiting_offers import FreedTime, Matching, freed_by

_SETTLED_SHOWN = 200
_LATELY = timedelta(hours=24)
_LATELY_READ = 200
"""Change sets that are read of that time at most."""


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A wish with everything its display needs; ``zone`` is its branch's.

    ``hides_customer`` asks for the customer's number in place of the name.
    """

    entry: WaitingListEntry
    customer: Customer | None
    type: AppointmentType | None
    resources: tuple[Resource, ...]
    zone: ZoneInfo
    hides_customer: bool = False
    template: AppointmentTemplate | None = None
    status: AppointmentStatus | None = None
    """What the template presets."""
    is_expired: bool = False
    """Whether the last day that was wished is over."""

    @property
    def title(self) -> str:
        """Who waits."""
        if self.customer is None:
            return self.entry.note
        return self.customer.number if self.hides_customer else self.customer.label

    def draft(self, resources: Sequence[Resource], start_at: datetime) -> AppointmentRow:
        """The appointment that would fulfil it there, not booked yet, with what its template presets."""
        entry, template = self.entry, self.template
        comments = (template.comment if template else "", entry.note if self.customer else "")
        appointment = Appointment(
            uuid4(),
            entry.branch_id,
            Timed(start_at, start_at + timedelta(minutes=entry.duration_minutes)),
            tuple(resource.id for resource in resources),
            text=(template.text if template else "") if self.customer else entry.note,
            comment="\n".join(filter(None, comments)),
            type_id=entry.type_id,
            customer_id=entry.customer_id,
        )
        if template is not None:
            appointment = replace(
                appointment,
                template_id=template.id,
                status_id=self.status.id if self.status else None,
                prepare_minutes=template.prepare_minutes,
                follow_up_minutes=template.follow_up_minutes,
                is_home_visit=template.is_home_visit,
                is_parallel=template.is_parallel,
            )
        return AppointmentRow(
            appointment,
            tuple(resources),
            self.type,
            self.status,
            self.customer,
            self.zone,
            hides_customer=self.hides_customer,
        )


@dataclass(frozen=True, slots=True)
class WaitingOffer:
    """A wish, and where it could be fulfilled now: with all of ``resources`` together."""

    row: WaitingRow
    resources: tuple[Resource, ...]
    when: Timed


@dataclass(frozen=True, slots=True)
class WaitingList:
    gate: Gate
    clock: Clock

    def add(self, actor: Actor, entry: WaitingListEntry) -> WaitingListEntry:
        """Take a new wish (revision 0) onto the list.

        Raise ``InvalidInputError`` (``waiting_for_nobody``, ``type_missing``, ``end_before_start``,
        ``number_out_of_range``), ``NotFoundError`` for a deleted customer, or
        ``PermissionDeniedError``.
        """
        return self._put(actor, "add_waiting", replace(entry, created_at=self.clock.now(), created_by=actor.name))

    def change(self, actor: Actor, entry: WaitingListEntry) -> WaitingListEntry:
        """Store a modified copy that carries the revision it was read at; raise as ``add`` does, and
        ``StaleRevisionError``."""
        return self._put(actor, "change_waiting", entry)

    def remove(self, actor: Actor, entry_id: UUID) -> None:
        """Take a wish off the list; ``reopen`` brings it back."""
        self._mark(actor, "remove_waiting", entry_id, deleted_at=self.clock.now())

    def settle(self, actor: Actor, entry_id: UUID) -> None:
        """Strike a wish that was fulfilled elsewhere or is none any more; booking does so by itself."""
        self._mark(actor, "settle_waiting", entry_id, settled_at=self.clock.now())

    def reopen(self, actor: Actor, entry_id: UUID) -> None:
        """Let a settled or removed wish wait again; raise ``NotFoundError`` for a customer deleted since."""
        self._mark(actor, "reopen_waiting", entry_id, settled_at=None, appointment_id=None, deleted_at=None)

    def rows(self, branch_id: UUID, *, settled: bool = False) -> tuple[WaitingRow, ...]:
        """The open wishes in a branch by priority, then age, those that are expired last; or the settled ones,
        newest first."""
        with self.gate.store.read() as reader:
            if settled:
                return self._rows(reader, reader.list_waiting_list(branch_id, settled=True, limit=_SETTLED_SHOWN))
            return _expired_last(self._rows(reader, reader.list_waiting_list(branch_id)))

    def of_customer(self, customer_id: UUID) -> tuple[WaitingRow, ...]:
        """The open wishes of a customer in all branches together, in the order of ``rows``."""
        with self.gate.store.read() as reader:
            return _expired_last(self._rows(reader, reader.list_wishes_of(customer_id)))

    def freed_lately(self, branch_id: UUID) -> tuple[FreedTime, ...]:
        """The times that became free in a branch within the last 24 hours, oldest first.

        As far as the newest changes tell of them; whether they are free still is for ``offers`` to say.
        """
        query = ChangeLogQuery(kinds=(Appointment, Absence), from_at=self.clock.now() - _LATELY)
        with self.gate.store.read() as reader:
            branch = reader.get(Branch, branch_id)
            logged = reader.search_change_log(query, _LATELY_READ)
            occupying = chain_settings(reader).occupying
        return tuple(freed for row in reversed(logged) for freed in freed_by(row.change_set, branch, occupying))

    def _rows(self, reader: Reader, entries: tuple[WaitingListEntry, ...]) -> tuple[WaitingRow, ...]:
        return waiting_rows(reader, entries, self.clock.now())

    def offers(self, branch_id: UUID, freed: Sequence[FreedTime]) -> tuple[WaitingOffer, ...]:
        """Whom these times suit now, by priority, then age, each wish once; none where the chain keeps no list."""
        now = self.clock.now()
        freed = [gap for gap in freed if gap.interval.end_at > now]
        with self.gate.store.read() as reader:
            if not freed or not chain_settings(reader).use_waiting_lists:
                return ()
            entries = reader.list_waiting_list(branch_id)
            if not entries:
                return ()
            matching = Matching(reader, reader.get(Branch, branch_id), now)
            found = matching.of(entries, freed)
            rows = {row.entry.id: row for row in self._rows(reader, tuple(entry for entry, _, _ in found))}
        return tuple(WaitingOffer(rows[entry.id], resources, when) for entry, resources, when in found)

    @repeatable
    def _put(self, actor: Actor, command: str, entry: WaitingListEntry) -> WaitingListEntry:
        actor.require(Right.PLAN_OWN)
        _require_sound(entry)
        with self.gate.open(actor, command) as passage:
            return _put_wish(passage.work, entry)

    @repeatable
    def _mark(self, actor: Actor, command: str, entry_id: UUID, **marks: Any) -> None:
        actor.require(Right.PLAN_OWN)
        with self.gate.open(actor, command) as passage:
            current = passage.work.get(WaitingListEntry, entry_id)
            _put_wish(passage.work, replace(current, **marks))


def _put_wish(work: UnitOfWork, entry: WaitingListEntry) -> WaitingListEntry:
    """Store a wish; raise ``NotFoundError`` where it would wait for a deleted customer."""
    if entry.is_open and entry.customer_id is not None:
        require_live_customers(work, (entry.customer_id,))
    return work.put(entry)


def settle_entry(work: UnitOfWork, entry_id: UUID, appointment: Appointment, at: datetime) -> None:
    """Within the transaction that books ``appointment``: the wish is fulfilled.

    Raise ``InvalidInputError`` (``waiting_no_more``) where somebody else was faster.
    """
    entry = work.get(WaitingListEntry, entry_id)
    if not entry.is_open:
        raise InvalidInputError("waiting_no_more")
    work.put(replace(entry, appointment_id=appointment.id, settled_at=at))


def blank_wish(branch: Branch, at: datetime, by: str, customer: Customer | None = None) -> WaitingRow:
    """A new wish (revision 0) that wishes nothing yet."""
    entry = WaitingListEntry(uuid4(), branch.id, at, by, customer.id if customer else None)
    return WaitingRow(entry, customer, None, (), branch.tz)


def wish_like(row: AppointmentRow, at: datetime, by: str) -> WaitingRow:
    """A new wish (revision 0) for an appointment such as ``row``, stored or a draft: of the same customer, or the
    same text, type, template, length and resources, all of them together."""
    appointment = row.appointment
    entry = WaitingListEntry(
        uuid4(),
        appointment.branch_id,
        at,
        by,
        customer_id=appointment.customer_id,
        template_id=appointment.template_id,
        type_id=appointment.type_id,
        resource_ids=appointment.resource_ids,
        combination=Combination.ALL if len(appointment.resource_ids) > 1 else Combination.ANY,
        note="" if appointment.customer_id else appointment.text,
    )
    if isinstance(appointment.when, Timed):
        span = appointment.when.end_at - appointment.when.start_at
        minutes = min(max(span // timedelta(minutes=1), 1), LONGEST_DURATION)
        entry = replace(entry, duration_minutes=minutes)
    return WaitingRow(entry, row.customer, row.type, row.resources, row.zone, row.hides_customer)


def _expired_last(rows: tuple[WaitingRow, ...]) -> tuple[WaitingRow, ...]:
    return tuple(sorted(rows, key=lambda row: row.is_expired))


def waiting_rows(reader: Reader, entries: tuple[WaitingListEntry, ...], now: datetime) -> tuple[WaitingRow, ...]:
    """Wishes with everything their display needs, in the same order."""
    zones = {branch.id: branch.tz for branch in reader.list(Branch)}
    resources = {resource.id: resource for resource in reader.list(Resource)}
    template_ids = (entry.template_id for entry in entries if entry.template_id is not None)
    templates = {
        template.id: template
        for template in reader.list_by_id(AppointmentTemplate, template_ids)
        if template.deleted_at is None
    }
    listed = reader.list(AppointmentStatus) if templates else ()
    statuses = {status.id: status for status in listed if not status.means_cancelled}
    type_ids = (entry.type_id for entry in entries if entry.type_id is not None)
    types = {type_.id: type_ for type_ in reader.list_by_id(AppointmentType, type_ids)}
    customer_ids = (entry.customer_id for entry in entries if entry.customer_id is not None)
    customers = {customer.id: customer for customer in reader.list_by_id(Customer, customer_ids)}
    hides_customer = chain_settings(reader).hide_customer_names

    def made_from(entry: WaitingListEntry) -> AppointmentTemplate | None:
        return templates.get(entry.template_id) if entry.template_id else None

    def status_of(template: AppointmentTemplate | None) -> AppointmentStatus | None:
        return statuses.get(template.status_id) if template and template.status_id else None

    def is_expired(entry: WaitingListEntry) -> bool:
        return entry.until_on is not None and entry.until_on < now.astimezone(zones[entry.branch_id]).date()

    return tuple(
        WaitingRow(
            entry,
            customers[entry.customer_id] if entry.customer_id else None,
            types[entry.type_id] if entry.type_id else None,
            tuple(resources[key] for key in entry.resource_ids if key in resources),
            zones[entry.branch_id],
            hides_customer,
            made_from(entry),
            status_of(made_from(entry)),
            is_expired(entry),
        )
        for entry in entries
    )


def _require_sound(entry: WaitingListEntry) -> None:
    if entry.customer_id is None and not entry.note.strip():
        raise InvalidInputError("waiting_for_nobody")
    if entry.matches_type and entry.type_id is None:
        raise InvalidInputError("type_missing")
    require_duration(entry.duration_minutes)
    if entry.from_on is not None and entry.until_on is not None and entry.until_on < entry.from_on:
        raise InvalidInputError("end_before_start")
    if entry.starts_at is not None and entry.ends_at is not None and entry.ends_at <= entry.starts_at:
        raise InvalidInputError("end_before_start")
