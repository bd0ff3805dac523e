"""The occurrences of a series, stored as far as there is room for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import EDITABLE_FIELDS, Appointment, copied, edited
from terminplaner.domain.chain import Branch
from terminplaner.domain.errors import CapacityExceededError, InvalidInputError
from terminplaner.domain.series import Series, first_day, when_on
from terminplaner.domain.when import When
from terminplaner.services.checks import collisions_of
from terminplaner.services.occupation import Occupation
from terminplaner.services.ports import Reader, UnitOfWork
from terminplaner.services.series_days import Occurrence

Full = list[tuple[Appointment, CapacityExceededError]]
"""What found no room, and why."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a person changed in one occurrence; ``when`` None where its time stayed."""

    fields: dict[str, Any]
    when: When | None
    zone: ZoneInfo

    @classmethod
    def between(cls, reader: Reader, before: Appointment, after: Appointment) -> Changes:
        """Raise ``InvalidInputError`` (``series_day_fixed``) for another local day."""
        zone = reader.get(Branch, after.branch_id).tz
        fields = {
            name: getattr(after, name)
            for name in EDITABLE_FIELDS
            if name != "when" and getattr(after, name) != getattr(before, name)
        }
        if after.when == before.when:
            return cls(fields, None, zone)
        if first_day(after.when, zone) != first_day(before.when, reader.get(Branch, before.branch_id).tz):
            raise InvalidInputError("series_day_fixed")
        return cls(fields, after.when, zone)

    def applied_to(self, appointment: Appointment) -> Appointment:
        """Another occurrence, or the pattern, with the same changes on its own day."""
        changed = edited(appointment, replace(appointment, **self.fields))
        if self.when is None:
            return changed
        return replace(changed, when=when_on(self.when, first_day(appointment.when, self.zone), self.zone))


def change_all(
    work: UnitOfWork, members: Iterable[Appointment], changes: Changes
) -> tuple[list[Appointment], Full]:
    """Store what is changed of each of ``members`` that has room; the caller holds their resources."""
    occupation = Occupation.of(work)
    stored: list[Appointment] = []
    full: Full = []
    for member in members:
        wanted = changes.applied_to(member)
        try:
            if occupation.needs_more_room(member, wanted):
                occupation.require_room(work, wanted)
        except CapacityExceededError as error:
            full.append((wanted, error))
        else:
            stored.append(work.put(wanted))
    return stored, full


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
    booked: list[Appointment] = []
    full: Full = []
    taken_until: datetime | None = None
    for item, span in zip(wanted, spans, strict=True):
        occurrence = item
        if booked:
            occurrence = again_on(item, item.resource_ids)
        try:
            # What this series has just booked is not among what was busy before.
            if busy.meets(span) or (taken_until is not None and span.start_at < taken_until):
                occupation.require_room(work, occurrence)
        except CapacityExceededError as error:
            full.append((occurrence, error))
        else:
            booked.append(work.put(occurrence))
            taken_until = span.end_at
    return booked, full


def again_on(pattern: Appointment, resource_ids: tuple[UUID, ...]) -> Appointment:
    """Another occurrence, created by whoever booked the series; who carries it on later is no creator."""
    copy = copied(pattern, pattern.when, resource_ids)
    return replace(copy, series_id=pattern.series_id, created_by=pattern.created_by)


def with_collisions(
    reader: Reader, appointment: Appointment, found: Sequence[Occurrence]
) -> tuple[Occurrence, ...]:
    """The days of a series, with what ``appointment`` would run beside on each."""
    if not found:
        return ()
    occupation = Occupation.of(reader)
    wanted = {item.on: replace(appointment, when=item.when) for item in found}
    spans = {on: occupation.interval(item) for on, item in wanted.items()}
    first, last = spans[found[0].on], spans[found[-1].on]
    busy = occupation.busy_times(reader, appointment.resource_ids, first.start_at, last.end_at)
    doubtful = [item.on for item in found if not item.is_left_out and busy.meets(spans[item.on])]
    met = collisions_of(reader, occupation, [wanted[on] for on in doubtful])
    collisions = dict(zip(doubtful, met, strict=True))
    return tuple(replace(item, collisions=collisions.get(item.on, ())) for item in found)


def refusal(full: Full, zone: ZoneInfo) -> CapacityExceededError:
    """One error for all days that have no room, naming them and the full resources."""
    names = dict.fromkeys(str(error.params["resource"]) for _, error in full)
    days = tuple(first_day(item.when, zone) for item, _ in full)
    return CapacityExceededError("series_collides", resource=", ".join(names), days=days)
