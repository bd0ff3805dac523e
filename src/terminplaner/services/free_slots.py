"""Freien Termin suchen: the next times at which a set of resources can be booked without a warning.

One question to the database brings what is taken in the whole range; the rest is arithmetic on seconds.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.capacity import full_spans
from terminplaner.domain.chain import Branch
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.when import AllDay, Interval, Timed, day_interval, day_start
from terminplaner.services.holidays import HolidayCalendar, holiday_calendar
from terminplaner.services.occupation import NEIGHBOR_MARGIN
from terminplaner.services.ports import Clock, Reader, Store
from terminplaner.services.settings import chain_settings
from terminplaner.services.slots import Seconds, seconds, slot_starts, steps, steps_from_midnight
from terminplaner.services.validation import require_duration
from terminplaner.services.working_time import applies_on, available_intervals, concerns, rule_span

LONGEST_SEARCH_DAYS = 366
_NEXT_WITHIN = timedelta(weeks=12)


@dataclass(frozen=True, slots=True)
class FreeSlotQuery:
    """What is looked for: ``duration_minutes`` on one resource out of each of ``groups``, all at the same time.

    ``((anna, ben), (room,))`` is Anna or Ben, together with the room; no resource is in two groups.  ``first_on``
    and ``last_on`` (inclusive) are local days of the branch, ``starts_at`` and ``ends_at`` the local wall time the
    appointment stays within (the end 00:00 is midnight); ``weekdays`` empty means any.
    """

    branch_id: UUID
    groups: tuple[tuple[UUID, ...], ...]
    duration_minutes: int
    first_on: date
    last_on: date
    weekdays: frozenset[Weekday] = frozenset()
    starts_at: time = time.min
    ends_at: time = time.min
    prepare_minutes: int = 0
    follow_up_minutes: int = 0
    includes_holidays: bool = False
    limit: int = 100


@dataclass(frozen=True, slots=True)
class FreeSlot:
    """A time, and the resources that are free then: the first of each group that goes.

    ``alternatives`` are further resources of the first group that could be taken instead of its first.
    """

    when: Timed
    resource_ids: tuple[UUID, ...]
    alternatives: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class FreeSlots:
    store: Store
    clock: Clock

    def find(self, query: FreeSlotQuery) -> tuple[FreeSlot, ...]:
        """The next free times, in order, at most ``query.limit``; none before now.

        Raise ``InvalidInputError`` (codes ``resource_missing``, ``end_before_start``, ``number_out_of_range``).
        """
        _require_sound(query)
        with self.store.read() as reader:
            return tuple(_found(reader, query, self.clock.now()))

    def next_free(self, appointment: Appointment, count: int = 3) -> tuple[FreeSlot, ...]:
        """The next times after its own at which all resources of a timed ``appointment`` are free."""
        if isinstance(appointment.when, AllDay) or not appointment.resource_ids:
            return ()
        with self.store.read() as reader:
            zone = reader.get(Branch, appointment.branch_id).tz
            first_on = appointment.when.start_at.astimezone(zone).date()
            length = appointment.when.end_at - appointment.when.start_at
            query = FreeSlotQuery(
                appointment.branch_id,
                tuple((resource_id,) for resource_id in appointment.resource_ids),
                max(round(length / timedelta(minutes=1)), 1),
                first_on,
                first_on + _NEXT_WITHIN,
                prepare_minutes=appointment.prepare_minutes,
                follow_up_minutes=appointment.follow_up_minutes,
                limit=count,
            )
            return tuple(_found(reader, query, max(self.clock.now(), appointment.when.start_at)))


def _require_sound(query: FreeSlotQuery) -> None:
    if not query.groups or not all(query.groups):
        raise InvalidInputError("resource_missing")
    if query.last_on < query.first_on or (query.ends_at <= query.starts_at and query.ends_at != time.min):
        raise InvalidInputError("end_before_start")
    require_duration(query.duration_minutes)


def _found(reader: Reader, query: FreeSlotQuery, not_before: datetime) -> Iterator[FreeSlot]:
    branch = reader.get(Branch, query.branch_id)
    settings = chain_settings(reader)
    takes_preparation = settings.takes_preparation
    if not takes_preparation:
        query = replace(query, prepare_minutes=0, follow_up_minutes=0)
    last_on = min(query.last_on, query.first_on + timedelta(days=LONGEST_SEARCH_DAYS))
    first_on = max(query.first_on, not_before.astimezone(branch.tz).date())
    wanted = tuple(dict.fromkeys(key for group in query.groups for key in group))
    taken = reader.list_occupied(
        wanted,
        day_start(first_on, branch.tz) - NEIGHBOR_MARGIN,
        day_start(last_on + timedelta(days=1), branch.tz) + NEIGHBOR_MARGIN,
        with_preparation=takes_preparation,
        occupying=settings.occupying,
    )
    resources = {resource.id: resource for resource in reader.list(Resource)}
    rules, absences = reader.list(Availability), reader.list(Absence)
    calendars = {
        key: _ResourceTimes(
            resources[key],
            tuple(rule for rule in rules if rule.resource_id == key),
            tuple(absence for absence in absences if concerns(absence, key, branch.id)),
            full_spans(taken[key], resources[key].capacity),
            branch,
        )
        for key in wanted
        if key in resources
    }
    search = _Search(query, branch.tz, holiday_calendar(reader, branch), calendars, int(not_before.timestamp()))
    count = 0
    for offset in range((last_on - first_on).days + 1):
        for slot in search.on(first_on + timedelta(days=offset)):
            yield slot
            count += 1
            if count == query.limit:
                return


@dataclass(frozen=True, slots=True)
class _ResourceTimes:
    """When one resource can begin an appointment; ``full`` are the spans in which it has no place left."""

    resource: Resource
    rules: Sequence[Availability]
    absences: Sequence[Absence]
    full: Sequence[Seconds]
    branch: Branch

    @property
    def zone(self) -> ZoneInfo:
        return self.branch.tz

    def starts_on(self, day: date) -> Iterator[int]:
        """The steps of its raster on a local day, whether something fits there or not."""
        rules = [rule for rule in self.rules if rule.is_available]
        if not rules:
            return steps_from_midnight(day, self.zone, self.resource.step_minutes)
        return (
            start
            for rule in rules
            if applies_on(rule, day)
            for start in slot_starts(
                seconds(rule_span(rule, day, self.zone)), *steps(rule, self.resource), self.full
            )
        )

    def allowed_on(self, day: date, query: FreeSlotQuery) -> list[Seconds]:
        """The instants of a local day, both ends included, at which what is looked for may begin."""
        duration, before, after = (
            minutes * 60 for minutes in (query.duration_minutes, query.prepare_minutes, query.follow_up_minutes)
        )
        spans = available_intervals(self.rules, day, self.zone, self.absences, self.branch.opening_times)
        allowed: list[Seconds] = []
        for opens, closes in map(seconds, spans if spans is not None else (day_interval(day, self.zone),)):
            # In this order an appointment may touch its neighbors but neither overlap them nor their preparation.
            at, number = opens, bisect_right(self.full, opens - before, key=_end)
            while at + duration <= closes:
                hole_start, hole_end = self.full[number] if number < len(self.full) else (closes + duration, 0)
                latest = min(closes, hole_start - after) - duration
                if at <= latest:
                    allowed.append((at, latest))
                if hole_start >= closes + after:
                    break
                at, number = max(at, hole_end + before), number + 1
        return allowed


@dataclass(frozen=True, slots=True)
class _Search:
    query: FreeSlotQuery
    zone: ZoneInfo
    holidays: HolidayCalendar
    calendars: Mapping[UUID, _ResourceTimes]
    not_before: int

    def on(self, day: date) -> Iterator[FreeSlot]:
        """What is free on a local day, in order."""
        query = self.query
        if query.weekdays and day.weekday() not in query.weekdays:
            return
        if not query.includes_holidays and self.holidays.name_on(day):
            return
        opens, closes = seconds(_hours(day, query.starts_at, query.ends_at, self.zone))
        window = max(opens, self.not_before), closes - query.duration_minutes * 60
        allowed = {key: spans for key, times in self.calendars.items() if (spans := times.allowed_on(day, query))}
        if not all(any(key in allowed for key in group) for group in query.groups):
            return
        starts = {key: set(self.calendars[key].starts_on(day)) for key in allowed}
        for start in sorted(set().union(*starts.values())):
            if not window[0] <= start <= window[1]:
                continue
            free = [[key for key in group if _holds(allowed.get(key, ()), start)] for group in query.groups]
            chosen = _combined(free, frozenset(key for key in starts if start in starts[key]))
            if chosen is not None:
                start_at = datetime.fromtimestamp(start, UTC)
                when = Timed(start_at, start_at + timedelta(minutes=query.duration_minutes))
                yield FreeSlot(when, *chosen)


def _holds(spans: Sequence[Seconds], at: int) -> bool:
    return any(first <= at <= last for first, last in spans)


def _combined(
    free: Sequence[Sequence[UUID]], on_raster: frozenset[UUID]
) -> tuple[tuple[UUID, ...], tuple[UUID, ...]] | None:
    """One of each group, and what else the first could be, such that one of them has the time on its raster."""
    if not all(free):
        return None
    others = [next((key for key in group if key in on_raster), group[0]) for group in free[1:]]
    is_kept = any(key in on_raster for key in others)
    first = [key for key in free[0] if is_kept or key in on_raster]
    return ((first[0], *others), tuple(first[1:])) if first else None


def _hours(day: date, starts_at: time, ends_at: time, zone: ZoneInfo) -> Interval:
    whole_day = day_interval(day, zone)
    start_at = datetime.combine(day, starts_at, zone).astimezone(UTC)
    end_at = datetime.combine(day, ends_at, zone).astimezone(UTC) if ends_at != time.min else whole_day.end_at
    return Interval(start_at, max(start_at, end_at))


def _end(span: Seconds) -> int:
    return span[1]
