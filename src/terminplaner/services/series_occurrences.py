"""The occurrences of a series, stored as far as there is room for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import EDITABLE_FIELDS, Appointment, copied, edited
from terminplaner.domain.chain import Branch
from terminplaner.domain.errors import CapacityExceededError, InvalidInputError
from terminplaner.domain.series import Series, SeriesScope, first_day, when_on
from terminplaner.domain.when import When
from terminplaner.services.booking_rules import (
    require_allowed,
    require_live_customers,
    require_live_places,
    require_private_stays,
    require_within_limits,
)
from terminplaner.services.checks import PlanningWarning, WarningCode, collisions_of, warnings_of
from terminplaner.services.google_claims import Claims
from terminplaner.services.holding import hold
from terminplaner.services.occupation import Occupation
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import Reader, UnitOfWork
from terminplaner.services.series_days import Occurrence
from terminplaner.services.store_queries import AppointmentQuery

Full = list[tuple[Appointment, CapacityExceededError]]
"""What found no room, and why."""
_PLACE = ("branch_id", "resource_ids")


@dataclass(frozen=True, slots=True)
class Changes:
    """What a person changed in one occurrence; ``when`` None where its time stayed, ``days`` it went on."""

    fields: dict[str, Any]
    when: When | None
    zone: ZoneInfo
    days: int = 0

    @classmethod
    def between(cls, reader: Reader, before: Appointment, after: Appointment) -> Changes:
        zone = reader.get(Branch, after.branch_id).tz
        fields = {
            name: getattr(after, name)
            for name in EDITABLE_FIELDS
            if name != "when" and getattr(after, name) != getattr(before, name)
        }
        if after.when == before.when:
            return cls(fields, None, zone)
        days = first_day(after.when, zone) - first_day(before.when, reader.get(Branch, before.branch_id).tz)
        return cls(fields, after.when, zone, days.days)

    @property
    def of_place(self) -> Changes:
        """The same without what else was entered: when, and with whom in which branch."""
        fields = {name: value for name, value in self.fields.items() if name in _PLACE}
        return replace(self, fields=fields)

    def require_same_day(self) -> None:
        """Raise ``InvalidInputError`` (``series_day_fixed``) for another local day."""
        if self.days:
            raise InvalidInputError("series_day_fixed")

    def day_of(self, appointment: Appointment) -> date:
        """The local day on which another occurrence is with the same changes."""
        return first_day(appointment.when, self.zone) + timedelta(days=self.days)

    def applied_to(self, appointment: Appointment) -> Appointment:
        """Another occurrence, or the pattern, with the same changes on its own day, or as many days on."""
        changed = edited(appointment, replace(appointment, **self.fields))
        if self.when is None:
            return changed
        return replace(changed, when=when_on(self.when, self.day_of(appointment), self.zone))


def occurrence_of(reader: Reader, appointment_id: UUID) -> tuple[Appointment, Series]:
    """The appointment and its series; raise ``InvalidInputError`` (``not_in_series``) for a single one."""
    current = reader.get(Appointment, appointment_id)
    if current.series_id is None:
        raise InvalidInputError("not_in_series")
    return current, reader.get(Series, current.series_id)


def members_of(reader: Reader, current: Appointment, scope: SeriesScope, now: datetime) -> list[Appointment]:
    """The live occurrences that ``scope`` means from ``current`` on, which is always one of them."""
    zones = Occupation.of(reader).zones

    def starts_at(item: Appointment) -> datetime:
        return item.when.interval(zones[item.branch_id]).start_at

    def is_meant(item: Appointment) -> bool:
        if item.id == current.id:
            return True
        is_over = item.when.interval(zones[item.branch_id]).end_at <= now
        return not is_over and (scope is SeriesScope.ALL or starts_at(item) >= starts_at(current))

    series_ids = (current.series_id,) if current.series_id else ()
    listed = reader.list_appointments(AppointmentQuery(series_ids=series_ids))
    return [item for item in listed if is_meant(item)]


def hold_all(
    work: UnitOfWork,
    find: Callable[[], Iterable[Appointment]],
    series: Series,
    changes: Changes,
    lead: Appointment,
) -> tuple[Appointment, ...]:
    """Hold the customer and all resources that ``changes`` concern; the occurrences that ``find`` answers then.

    ``lead`` is the one that was changed by a person.  Raise ``NotFoundError`` for a customer who was deleted, or
    as ``hold`` does.
    """
    customer_id = changes.fields.get("customer_id")
    require_live_customers(work, () if customer_id is None else (customer_id,))
    patterns = series.pattern, changes.applied_to(series.pattern)
    beside = {key for item in (*patterns, lead) for key in item.resource_ids}
    return hold(work, find, beside.union(changes.fields.get("resource_ids", ())))


def change_all(
    work: UnitOfWork,
    actor: Actor,
    series: Series,
    members: Sequence[Appointment],
    changes: Changes,
    now: datetime,
) -> tuple[list[Appointment], Full]:
    """Store ``changes`` with each of ``members`` that has room, by the rules for any appointment.

    The caller has them held (``hold_all``).  Raise ``NotFoundError`` where that hands on a deleted resource.
    """
    claims = Claims(work, members)
    wanted = {member.id: changes.applied_to(member) for member in members}
    pairs = [(member, wanted[member.id]) for member in members]
    for member in members:
        require_private_stays(work, member, wanted[member.id])
        claims.require_none(member, wanted[member.id])
    patterns = series.pattern, changes.applied_to(series.pattern)
    require_allowed(
        work, actor, {key for item in (*patterns, *members, *wanted.values()) for key in item.resource_ids}
    )
    require_live_places(work, pairs)
    occupation = Occupation.of(work)
    crowding = {member.id for member, after in pairs if occupation.needs_more_room(member, after)}
    crowd = occupation.crowd(work, [after for _, after in pairs if after.id in crowding])
    storing = _Storing(work, occupation)
    # Whoever goes on by a week makes room for the one before.
    for member, after in reversed(pairs) if changes.days > 0 else pairs:
        is_doubtful = after.id in crowding and (crowd is None or crowd.is_doubtful(member, after))
        if storing.add(after, is_doubtful=is_doubtful) and crowd is not None:
            crowd.note(member, after)
    results, full = storing.finish()
    stored = {row.id: row for row in results}
    changed = [(member, stored[member.id]) for member in members if member.id in stored]
    require_within_limits(work, actor, changed, now)
    return [after for _, after in changed], full


def materialise(
    work: UnitOfWork, series: Series, days: Iterable[date], zone: ZoneInfo
) -> tuple[list[Appointment], Full]:
    """Store an occurrence for each of ``days`` that has room; the first one is the pattern itself.

    The caller holds its resources.
    """
    pattern = series.pattern
    wanted = [replace(pattern, when=when_on(pattern.when, day, zone), series_id=series.id) for day in days]
    if not wanted:
        return [], []
    occupation = Occupation.of(work)
    spans = [occupation.interval(item) for item in wanted]
    busy = occupation.busy_times(work, pattern.resource_ids, spans[0].start_at, spans[-1].end_at)
    storing = _Storing(work, occupation)
    taken_until: datetime | None = None
    for item, span in zip(wanted, spans, strict=True):
        # What this series has just booked is not among what was busy before.
        is_doubtful = busy.meets(span) or (taken_until is not None and span.start_at < taken_until)
        occurrence = item if taken_until is None else again_on(item, item.resource_ids)
        if storing.add(occurrence, is_doubtful=is_doubtful):
            taken_until = span.end_at
    return storing.finish()


@dataclass(slots=True)
class _Storing:
    """Stores what has room, one after the other, but with as few statements as can be."""

    work: UnitOfWork
    occupation: Occupation
    stored: list[Appointment] = field(default_factory=list)
    full: Full = field(default_factory=list)
    _pending: list[Appointment] = field(default_factory=list)

    def add(self, wanted: Appointment, *, is_doubtful: bool) -> bool:
        """Whether there is room, which only a doubtful one needs a look at the store for."""
        if is_doubtful:
            self._store_pending()
            try:
                self.occupation.require_room(self.work, wanted)
            except CapacityExceededError as error:
                self.full.append((wanted, error))
                return False
        self._pending.append(wanted)
        return True

    def finish(self) -> tuple[list[Appointment], Full]:
        self._store_pending()
        return self.stored, self.full

    def _store_pending(self) -> None:
        self.stored += self.work.put_all(self._pending)
        self._pending.clear()


def again_on(pattern: Appointment, resource_ids: tuple[UUID, ...]) -> Appointment:
    """Another occurrence, created by whoever booked the series; who carries it on later is no creator."""
    copy = copied(pattern, pattern.when, resource_ids)
    return replace(copy, series_id=pattern.series_id, created_by=pattern.created_by)


def with_findings(
    reader: Reader, appointment: Appointment, found: Sequence[Occurrence], now: datetime
) -> tuple[Occurrence, ...]:
    """The days of a series, with what ``appointment`` would run beside on each and what would be warned of.

    ``now`` in UTC.
    """
    wanted = {item.on: replace(appointment, when=item.when) for item in found if not item.is_left_out}
    if not wanted:
        return tuple(found)
    occupation = Occupation.of(reader)
    spans = {on: occupation.interval(item) for on, item in wanted.items()}
    in_order = tuple(spans.values())
    busy = occupation.busy_times(reader, appointment.resource_ids, in_order[0].start_at, in_order[-1].end_at)
    doubtful = [on for on, span in spans.items() if busy.meets(span)]
    met = collisions_of(reader, occupation, [wanted[on] for on in doubtful])
    collisions = dict(zip(doubtful, met, strict=True))
    warnings = dict(_warned(reader, tuple(wanted.values()), now))
    return tuple(
        replace(item, collisions=collisions.get(item.on, ()), warnings=warnings.get(item.on, ())) for item in found
    )


def warnings_on_days(
    reader: Reader, appointments: Sequence[Appointment], now: datetime
) -> tuple[tuple[PlanningWarning, ...], tuple[date, ...]]:
    """What is to be said of some occurrences, and the days that it is about; ``now`` in UTC."""
    found = [(day, rows) for day, rows in _warned(reader, appointments, now) if rows]
    return tuple(chain.from_iterable(rows for _, rows in found)), tuple(day for day, _ in found)


def _warned(
    reader: Reader, appointments: Sequence[Appointment], now: datetime
) -> Iterator[tuple[date, tuple[PlanningWarning, ...]]]:
    """The days of occurrences with their warnings, but for the holiday that one begins on: its series says how it
    takes those."""
    zones = Occupation.of(reader).zones
    for item, rows in zip(appointments, warnings_of(reader, appointments, now), strict=True):
        day = first_day(item.when, zones[item.branch_id])
        yield day, tuple(row for row in rows if row.code is not WarningCode.HOLIDAY or row.params["day"] != day)


def require_places(stored: Sequence[Appointment], full: Full, zone: ZoneInfo, *, leaves_out_full: bool) -> None:
    """Raise one ``CapacityExceededError`` for all that has no room, naming the full resources.

    That is ``series_collides`` with the ``days``, unless they are to be left out; then it is ``series_full``,
    where no other is left.
    """
    names = ", ".join(dict.fromkeys(str(error.params["resource"]) for _, error in full))
    if full and not leaves_out_full:
        days = tuple(first_day(item.when, zone) for item, _ in full)
        raise CapacityExceededError("series_collides", resource=names, days=days)
    if full and not stored:
        raise CapacityExceededError("series_full", resource=names)
