"""Times that became free, and which wishes of the waiting list they suit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment, OccupyingRule
from terminplaner.domain.capacity import full_spans
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.resource import Availability, Combination, Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.domain.when import Interval, Timed, day_interval
from terminplaner.services.branches import branches_of
from terminplaner.services.occupation import NEIGHBOR_MARGIN
from terminplaner.services.ports import Reader
from terminplaner.services.settings import chain_settings
from terminplaner.services.working_time import available_intervals, concerns, local_days, without

_MOST_DAYS = 92
"""Of one time that became free; whole days may have been taken for years."""

Match = tuple[WaitingListEntry, tuple[Resource, ...], Timed]
"""A wish, and the resources and the time that would fulfil it."""


@dataclass(frozen=True, slots=True)
class Freed:
    """A resource's time that an appointment gave up, and of which type that was."""

    resource_id: UUID
    interval: Interval
    type_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """The time of an absence that was deleted or is another now; it was that of all whom the absence concerned."""

    absence: Absence
    interval: Interval


FreedTime = Freed | Returned


@dataclass(frozen=True, slots=True)
class Gap:
    """Time of a resource that became free (``core``), within all that is free around it on that day."""

    resource: Resource
    core: Interval
    around: Interval
    type_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Needs:
    """What the appointment takes beside its own time, in minutes."""

    before: int = 0
    after: int = 0


NOTHING = Needs()


def freed_by(change_set: ChangeSet, branch: Branch, occupying: OccupyingRule) -> Iterator[FreedTime]:
    """The times that a change gave up in a branch.

    Of what took its resources by the chain's rule and was cancelled, moved away, or taken off a resource, and of
    absences that are no more what they were.
    """
    for change in change_set.changes:
        before, after = change.before, change.after
        if isinstance(before, Absence) and isinstance(after, Absence):
            yield from _returned_by(before, after, branch)
        if not isinstance(before, Appointment) or not isinstance(after, Appointment):
            continue
        if before.branch_id != branch.id or not occupying.lets(before):
            continue
        for resource_id in before.resource_ids:
            rest = [before.when.interval(branch.tz)]
            if occupying.lets(after) and resource_id in after.resource_ids:
                rest = without(rest, after.when.interval(branch.tz))
            for interval in rest:
                if interval.start_at < interval.end_at:
                    yield Freed(resource_id, interval, before.type_id)


def _returned_by(before: Absence, after: Absence, branch: Branch) -> Iterator[Returned]:
    """All of its time: what of it is taken still, by what became of it too, is not free when that is asked."""
    is_same = (before.when, before.resource_ids, before.branch_id) == (
        after.when,
        after.resource_ids,
        after.branch_id,
    )
    if before.deleted_at is None and (after.deleted_at is not None or not is_same):
        yield Returned(before, before.when.interval(branch.tz))


def groups_of(entry: WaitingListEntry, resources: Iterable[Resource]) -> tuple[tuple[UUID, ...], ...]:
    """One resource out of each group fulfils a wish; ``resources`` are those it names, else all that take part."""
    combination = entry.combination
    if combination is Combination.ALL and not entry.resource_ids:
        combination = Combination.ANY  # nobody wishes all that there are
    return combination.groups(resources)


class Matching:
    """Within one transaction of a branch; what is free on a day is found out once for each resource."""

    def __init__(self, reader: Reader, branch: Branch, now: datetime) -> None:
        self._reader = reader
        self._branch = branch
        self._now = now
        self._resources = {row.id: row for row in reader.list(Resource)}
        self._rules, self._absences = reader.list(Availability), reader.list(Absence)
        self._settings = chain_settings(reader)
        self._free: dict[tuple[UUID, date], list[Interval]] = {}

    def of(self, entries: Iterable[WaitingListEntry], freed: Iterable[FreedTime]) -> tuple[Match, ...]:
        """Which wishes these times suit, in the order of ``entries``, each with its first place."""
        gaps = tuple(self._gaps(freed))
        needs = self._needs(entries := tuple(entries)) if gaps else {}
        found = ((entry, self._place(entry, gaps, needs.get(entry.id, NOTHING))) for entry in entries)
        return tuple((entry, *place) for entry, place in found if place is not None)

    def _gaps(self, freed: Iterable[FreedTime]) -> Iterator[Gap]:
        """What of these times can be booked, with the free time around it."""
        for gap in freed:
            start_at = max(gap.interval.start_at, self._now)
            wanted = Interval(start_at, gap.interval.end_at)
            type_id = gap.type_id if isinstance(gap, Freed) else None
            for resource in self._whose(gap):
                for day in local_days(Timed(start_at, wanted.end_at), self._branch.tz)[:_MOST_DAYS]:
                    for span in self._free_on(resource.id, day):
                        if span.overlaps(wanted):
                            yield Gap(resource, _common(span, wanted), span, type_id)

    def _whose(self, freed: FreedTime) -> Iterator[Resource]:
        """The resources that take part in the waiting list and whose time it is.

        Of those of an absence, which may concern all of the chain, the ones of this branch.
        """
        taking_part = [row for row in self._resources.values() if row.has_waiting_list]
        if isinstance(freed, Freed):
            yield from (row for row in taking_part if row.id == freed.resource_id)
            return
        branches = branches_of(self._reader, taking_part)
        for resource in taking_part:
            branch_id = branches[resource.id].id
            if branch_id == self._branch.id and concerns(freed.absence, resource.id, branch_id):
                yield resource

    def _needs(self, entries: Sequence[WaitingListEntry]) -> dict[UUID, Needs]:
        """By the ids of the wishes; only those from a template with preparation times are in it."""
        ids = {entry.template_id for entry in entries if entry.template_id is not None}
        if not ids or not self._settings.takes_preparation:
            return {}
        templates = {row.id: row for row in self._reader.list_by_id(AppointmentTemplate, ids)}
        made_from = {entry.id: templates[entry.template_id] for entry in entries if entry.template_id is not None}
        return {key: Needs(row.prepare_minutes, row.follow_up_minutes) for key, row in made_from.items()}

    def _place(
        self, entry: WaitingListEntry, gaps: Sequence[Gap], needs: Needs
    ) -> tuple[tuple[Resource, ...], Timed] | None:
        taking_part = [key for key, resource in self._resources.items() if resource.has_waiting_list]
        ids = [key for key in entry.resource_ids or taking_part if key in self._resources]
        groups = groups_of(entry, (self._resources[key] for key in ids))
        for gap in gaps:
            if gap.resource.id not in ids or (entry.matches_type and entry.type_id != gap.type_id):
                continue
            others = [group for group in groups if gap.resource.id not in group]
            for chosen in product(*others) if groups else ():
                for common in self._together(gap, chosen):
                    when = place_in(entry, common, self._branch.tz, needs)
                    if when is not None:
                        taken = {gap.resource.id, *chosen}
                        ordered = (next(key for key in group if key in taken) for group in groups)
                        return tuple(self._resources[key] for key in ordered), when
        return None

    def _together(self, gap: Gap, resource_ids: Iterable[UUID]) -> Iterator[Gap]:
        """What of a gap these have free as well."""
        spans = [gap.around]
        day = gap.core.start_at.astimezone(self._branch.tz).date()
        for key in resource_ids:
            free = self._free_on(key, day)
            spans = [_common(span, other) for span in spans for other in free if span.overlaps(other)]
        for span in spans:
            if span.overlaps(gap.core):
                yield replace(gap, core=_common(span, gap.core), around=span)

    def _free_on(self, resource_id: UUID, day: date) -> list[Interval]:
        """From now on."""
        if (resource_id, day) not in self._free:
            self._free[resource_id, day] = self._look_up(self._resources[resource_id], day)
        return self._free[resource_id, day]

    def _look_up(self, resource: Resource, day: date) -> list[Interval]:
        branch = self._branch
        whole = day_interval(day, branch.tz)
        taken = self._reader.list_occupied(
            (resource.id,),
            whole.start_at - NEIGHBOR_MARGIN,
            whole.end_at + NEIGHBOR_MARGIN,
            with_preparation=self._settings.takes_preparation,
            occupying=self._settings.occupying,
        )
        own = tuple(rule for rule in self._rules if rule.resource_id == resource.id)
        away = tuple(absence for absence in self._absences if concerns(absence, resource.id, branch.id))
        spans = available_intervals(own, day, branch.tz, away, branch.opening_times)
        free = [whole] if spans is None else list(spans)
        free = without(free, Interval(whole.start_at, max(whole.start_at, self._now)))
        for full in full_spans(taken[resource.id], resource.capacity):
            free = without(free, Interval(*(datetime.fromtimestamp(edge, UTC) for edge in full)))
        return free


def place_in(entry: WaitingListEntry, gap: Gap, zone: ZoneInfo, needs: Needs = NOTHING) -> Timed | None:
    """Where a wish fits so that it uses something of what became free; as early in it as can be."""
    day = gap.core.start_at.astimezone(zone).date()
    if not _suits_day(entry, day):
        return None
    hours = day_interval(day, zone)
    begins, ends = gap.around.start_at + _minutes(needs.before), gap.around.end_at - _minutes(needs.after)
    earliest = max(begins, _at(day, entry.starts_at, zone) or hours.start_at)
    latest = min(ends, _at(day, entry.ends_at, zone) or hours.end_at)
    length = _minutes(entry.duration_minutes)
    start_at = max(earliest, min(gap.core.start_at, latest - length))
    when = Interval(start_at, start_at + length)
    if when.end_at > latest or not when.overlaps(gap.core):
        return None
    return Timed(when.start_at, when.end_at)


def _common(one: Interval, other: Interval) -> Interval:
    return Interval(max(one.start_at, other.start_at), min(one.end_at, other.end_at))


def _suits_day(entry: WaitingListEntry, day: date) -> bool:
    return (
        (entry.from_on is None or entry.from_on <= day)
        and (entry.until_on is None or day <= entry.until_on)
        and (not entry.weekdays or day.weekday() in entry.weekdays)
    )


def _at(day: date, clock: time | None, zone: ZoneInfo) -> datetime | None:
    return None if clock is None else datetime.combine(day, clock, zone).astimezone(UTC)


def _minutes(count: int) -> timedelta:
    return timedelta(minutes=count)
