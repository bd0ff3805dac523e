"""The waiting list: who wishes which time, and whom a time that became free suits.

A wish is settled in the transaction that books its appointment.  Taking the booking back opens it again;
cancelling the appointment later does not, because then it is mostly the customer who no longer comes, and would be
offered the very time just given up.  ``reopen`` is one click away instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment, AppointmentType
from terminplaner.domain.capacity import full_spans
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Availability, Resource
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.domain.when import Interval, Timed, day_interval
from terminplaner.services.gate import Gate
from terminplaner.services.occupation import NEIGHBOR_MARGIN
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Clock, Reader, UnitOfWork
from terminplaner.services.queries import AppointmentRow
from terminplaner.services.validation import require_duration
from terminplaner.services.working_time import available_intervals, concerns, without

_SETTLED_SHOWN = 200


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

    @property
    def title(self) -> str:
        """Who waits."""
        if self.customer is None:
            return self.entry.note
        return self.customer.number if self.hides_customer else self.customer.label

    def draft(self, resource: Resource, start_at: datetime) -> AppointmentRow:
        """The appointment that would fulfil it there, not booked yet."""
        entry = self.entry
        appointment = Appointment(
            uuid4(),
            entry.branch_id,
            Timed(start_at, start_at + timedelta(minutes=entry.duration_minutes)),
            (resource.id,),
            text="" if self.customer else entry.note,
            comment=entry.note if self.customer else "",
            type_id=entry.type_id,
            customer_id=entry.customer_id,
        )
        return AppointmentRow(
            appointment,
            (resource,),
            self.type,
            None,
            self.customer,
            self.zone,
            hides_customer=self.hides_customer,
        )


@dataclass(frozen=True, slots=True)
class Freed:
    """A resource's time that an appointment gave up."""

    resource_id: UUID
    interval: Interval


@dataclass(frozen=True, slots=True)
class WaitingOffer:
    """A wish, and where it could be fulfilled now."""

    row: WaitingRow
    resource: Resource
    when: Timed


@dataclass(frozen=True, slots=True)
class WaitingList:
    gate: Gate
    clock: Clock

    def add(self, actor: Actor, entry: WaitingListEntry) -> WaitingListEntry:
        """Take a new wish (revision 0) onto the list.

        Raise ``InvalidInputError`` (``waiting_for_nobody``, ``end_before_start``, ``number_out_of_range``) or
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
        """Let a settled or removed wish wait again."""
        self._mark(actor, "reopen_waiting", entry_id, settled_at=None, appointment_id=None, deleted_at=None)

    def rows(self, branch_id: UUID, *, settled: bool = False) -> tuple[WaitingRow, ...]:
        """The open wishes in a branch by priority, then age; or the settled ones, newest first."""
        with self.gate.store.read() as reader:
            limit = _SETTLED_SHOWN if settled else None
            return waiting_rows(reader, reader.list_waiting_list(branch_id, settled=settled, limit=limit))

    def offers(self, branch_id: UUID, freed: Sequence[Freed]) -> tuple[WaitingOffer, ...]:
        """Whom these times suit now, by priority, then age, each wish once; none where the chain keeps no list."""
        now = self.clock.now()
        freed = [gap for gap in freed if gap.interval.end_at > now]
        with self.gate.store.read() as reader:
            if not freed or not reader.list(ChainSettings)[0].use_waiting_lists:
                return ()
            entries = reader.list_waiting_list(branch_id)
            if not entries:
                return ()
            gaps = tuple(self._gaps(reader, reader.get(Branch, branch_id), freed))
            found = matching(entries, gaps, reader.get(Branch, branch_id).tz)
            rows = {row.entry.id: row for row in waiting_rows(reader, tuple(entry for entry, _, _ in found))}
        return tuple(WaitingOffer(rows[entry.id], resource, when) for entry, resource, when in found)

    def _gaps(self, reader: Reader, branch: Branch, freed: Sequence[Freed]) -> Iterator[Gap]:
        """What of these times can be booked, with the free time around it."""
        resources = {row.id: row for row in reader.list(Resource) if row.has_waiting_list}
        rules, absences = reader.list(Availability), reader.list(Absence)
        takes_preparation = reader.list(ChainSettings)[0].takes_preparation
        now = self.clock.now()
        for gap in freed:
            resource = resources.get(gap.resource_id)
            if resource is None:
                continue
            own = tuple(rule for rule in rules if rule.resource_id == resource.id)
            away = tuple(absence for absence in absences if concerns(absence, resource.id, branch.id))
            start_at = max(gap.interval.start_at, now)
            day = start_at.astimezone(branch.tz).date()
            whole = day_interval(day, branch.tz)
            taken = reader.list_occupied(
                (resource.id,),
                whole.start_at - NEIGHBOR_MARGIN,
                whole.end_at + NEIGHBOR_MARGIN,
                with_preparation=takes_preparation,
            )
            spans = available_intervals(own, day, branch.tz, away, branch.opening_times)
            free = [whole] if spans is None else list(spans)
            free = without(free, Interval(whole.start_at, max(whole.start_at, now)))
            for full in full_spans(taken[resource.id], resource.capacity):
                free = without(free, Interval(*(datetime.fromtimestamp(edge, UTC) for edge in full)))
            wanted = Interval(start_at, gap.interval.end_at)
            for span in free:
                if span.overlaps(wanted):
                    core = Interval(max(span.start_at, wanted.start_at), min(span.end_at, wanted.end_at))
                    yield Gap(resource, core, span)

    def _put(self, actor: Actor, command: str, entry: WaitingListEntry) -> WaitingListEntry:
        actor.require(Right.PLAN_OWN)
        _require_sound(entry)
        with self.gate.open(actor.author, command) as passage:
            return passage.work.put(entry)

    def _mark(self, actor: Actor, command: str, entry_id: UUID, **marks: object) -> None:
        actor.require(Right.PLAN_OWN)
        with self.gate.open(actor.author, command) as passage:
            current = passage.work.get(WaitingListEntry, entry_id)
            passage.work.put(replace(current, **marks))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Gap:
    """Time of a resource that became free (``core``), within all that is free around it."""

    resource: Resource
    core: Interval
    around: Interval


def settle_entry(work: UnitOfWork, entry_id: UUID, appointment: Appointment, at: datetime) -> None:
    """Within the transaction that books ``appointment``: the wish is fulfilled.

    Raise ``InvalidInputError`` (``waiting_no_more``) where somebody else was faster.
    """
    entry = work.get(WaitingListEntry, entry_id)
    if not entry.is_open:
        raise InvalidInputError("waiting_no_more")
    work.put(replace(entry, appointment_id=appointment.id, settled_at=at))


def freed_by(change_set: ChangeSet, branch: Branch) -> Iterator[Freed]:
    """The times that a change gave up in a branch: of what was cancelled, moved away, or taken off a resource."""
    for change in change_set.changes:
        before, after = change.before, change.after
        if not isinstance(before, Appointment) or not isinstance(after, Appointment):
            continue
        if before.branch_id != branch.id or not before.occupies:
            continue
        for resource_id in before.resource_ids:
            rest = [before.when.interval(branch.tz)]
            if after.occupies and resource_id in after.resource_ids:
                rest = without(rest, after.when.interval(branch.tz))
            yield from (Freed(resource_id, interval) for interval in rest if interval.start_at < interval.end_at)


def matching(
    entries: Iterable[WaitingListEntry], gaps: Sequence[Gap], zone: ZoneInfo
) -> tuple[tuple[WaitingListEntry, Resource, Timed], ...]:
    """Which wishes these gaps suit, in the order of ``entries``, each with its first place.

    A wish for a type says what would be booked, it binds no time: times have no type.
    """
    found = []
    for entry in entries:
        for gap in gaps:
            if entry.resource_ids and gap.resource.id not in entry.resource_ids:
                continue
            when = place_in(entry, gap, zone)
            if when is not None:
                found.append((entry, gap.resource, when))
                break
    return tuple(found)


def place_in(entry: WaitingListEntry, gap: Gap, zone: ZoneInfo) -> Timed | None:
    """Where a wish fits so that it uses something of what became free; as early in it as can be."""
    day = gap.core.start_at.astimezone(zone).date()
    if not _suits_day(entry, day):
        return None
    hours = day_interval(day, zone)
    earliest = max(gap.around.start_at, _at(day, entry.starts_at, zone) or hours.start_at)
    latest = min(gap.around.end_at, _at(day, entry.ends_at, zone) or hours.end_at)
    length = timedelta(minutes=entry.duration_minutes)
    start_at = max(earliest, min(gap.core.start_at, latest - length))
    when = Interval(start_at, start_at + length)
    if when.end_at > latest or not when.overlaps(gap.core):
        return None
    return Timed(when.start_at, when.end_at)


def waiting_rows(reader: Reader, entries: tuple[WaitingListEntry, ...]) -> tuple[WaitingRow, ...]:
    """Wishes with everything their display needs, in the same order."""
    zones = {branch.id: branch.tz for branch in reader.list(Branch)}
    resources = {resource.id: resource for resource in reader.list(Resource)}
    type_ids = (entry.type_id for entry in entries if entry.type_id is not None)
    types = {type_.id: type_ for type_ in reader.list_by_id(AppointmentType, type_ids)}
    customer_ids = (entry.customer_id for entry in entries if entry.customer_id is not None)
    customers = {customer.id: customer for customer in reader.list_by_id(Customer, customer_ids)}
    hides_customer = reader.list(ChainSettings)[0].hide_customer_names
    return tuple(
        WaitingRow(
            entry,
            customers[entry.customer_id] if entry.customer_id else None,
            types[entry.type_id] if entry.type_id else None,
            tuple(resources[key] for key in entry.resource_ids if key in resources),
            zones[entry.branch_id],
            hides_customer,
        )
        for entry in entries
    )


def _suits_day(entry: WaitingListEntry, day: date) -> bool:
    return (
        (entry.from_on is None or entry.from_on <= day)
        and (entry.until_on is None or day <= entry.until_on)
        and (not entry.weekdays or day.weekday() in entry.weekdays)
    )


def _at(day: date, clock: time | None, zone: ZoneInfo) -> datetime | None:
    return None if clock is None else datetime.combine(day, clock, zone).astimezone(UTC)


def _require_sound(entry: WaitingListEntry) -> None:
    if entry.customer_id is None and not entry.note.strip():
        raise InvalidInputError("waiting_for_nobody")
    require_duration(entry.duration_minutes)
    days, hours = (entry.from_on, entry.until_on), (entry.starts_at, entry.ends_at)
    if None not in days and days[1] < days[0]:  # type: ignore[operator]
        raise InvalidInputError("end_before_start")
    if None not in hours and hours[1] <= hours[0]:  # type: ignore[operator]
        raise InvalidInputError("end_before_start")
