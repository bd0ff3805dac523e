"""What takes a resource, for how long, and when it is full, by the settings of the chain."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.capacity import exceeds_capacity
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.errors import CapacityExceededError
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Interval
from terminplaner.services.ports import Reader
from terminplaner.services.settings import chain_settings
from terminplaner.services.store_queries import AppointmentQuery

LONGEST_PREPARATION = 24 * 60
"""Minutes before and after an appointment."""
NEIGHBOR_MARGIN = timedelta(minutes=LONGEST_PREPARATION)
"""How far outside a range an appointment can lie and still reach into it."""


_WORTH_A_LOOK = 8
"""For fewer than so many appointments each is looked at by itself."""


@dataclass(frozen=True, slots=True)
class Neighbors:
    """What runs on ``resource`` at the time of an appointment; ``is_too_much``: it holds no more than that.

    For a parallel one nothing is.
    """

    resource: Resource
    appointments: tuple[Appointment, ...]
    is_too_much: bool


@dataclass(frozen=True, slots=True)
class BusyTimes:
    """When anything takes any of some resources: disjoint spans in order, in seconds since 1970."""

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> BusyTimes:
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        return cls(starts, ends)

    def meets(self, interval: Interval) -> bool:
        """Whether something may run then: seconds are rounded, so True asks for a closer look."""
        last = bisect_left(self.starts, interval.end_at.timestamp() + 1) - 1
        return last >= 0 and self.ends[last] > interval.start_at.timestamp() - 1


@dataclass(frozen=True, slots=True)
class Edges:
    """Where spans on one resource begin and end, in seconds since 1970, each in order."""

    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, spans: Sequence[tuple[int, int]]) -> Edges:
        return cls(sorted(start for start, _ in spans), sorted(end for _, end in spans))

    def around(self, interval: Interval) -> int:
        """How many spans may meet ``interval``: seconds are rounded, so one more on both sides is counted in."""
        begun = bisect_left(self.starts, interval.end_at.timestamp() + 1)
        over = bisect_left(self.ends, interval.start_at.timestamp() - 1)
        return begun - over


@dataclass(slots=True)
class Moments:
    """When spans that come one by one begin and end, each in order."""

    _starts: list[datetime] = field(default_factory=list)
    _ends: list[datetime] = field(default_factory=list)

    def add(self, interval: Interval) -> None:
        insort(self._starts, interval.start_at)
        insort(self._ends, interval.end_at)

    def count_meeting(self, interval: Interval) -> int:
        """How many of them overlap ``interval``."""
        return bisect_left(self._starts, interval.end_at) - bisect_right(self._ends, interval.start_at)


@dataclass(frozen=True, slots=True)
class Occupation:
    settings: ChainSettings
    zones: Mapping[UUID, ZoneInfo]

    @classmethod
    def of(cls, reader: Reader) -> Occupation:
        return cls(chain_settings(reader), {branch.id: branch.tz for branch in reader.list(Branch)})

    def interval(self, appointment: Appointment) -> Interval:
        """How long it takes its resources: with its preparation times, unless the chain has none or they are for
        the customer."""
        zone = self.zones[appointment.branch_id]
        if self.settings.takes_preparation:
            return appointment.occupied(zone)
        return appointment.when.interval(zone)

    def busy_times(
        self, reader: Reader, resource_ids: Iterable[UUID], from_at: datetime, until_at: datetime
    ) -> BusyTimes:
        """A quick look at a long time, to spare the days without any neighbor a closer one."""
        takes_preparation = self.settings.takes_preparation
        found = reader.list_occupied(
            resource_ids,
            from_at - NEIGHBOR_MARGIN,
            until_at + NEIGHBOR_MARGIN,
            with_preparation=takes_preparation,
            occupying=self.settings.occupying,
        )
        return BusyTimes.of(span for spans in found.values() for span in spans)

    def neighbors(self, reader: Reader, appointment: Appointment) -> Iterator[Neighbors]:
        """For each of its resources what occupies it at the same time; nothing where it does not occupy itself."""
        if not self.settings.occupying.lets(appointment):
            return
        wanted = self.interval(appointment)
        for resource_id in appointment.resource_ids:
            resource = reader.get(Resource, resource_id)
            yield self._neighbors_on(resource, appointment, self._list_near(reader, resource_id, wanted))

    def neighbors_of_each(
        self, reader: Reader, appointments: Sequence[Appointment]
    ) -> tuple[tuple[Neighbors, ...], ...]:
        """The same for several; where they are many, with as many questions to the database as resources."""
        if len(appointments) < _WORTH_A_LOOK:
            return tuple(tuple(self.neighbors(reader, item)) for item in appointments)
        spans = [self.interval(item) for item in appointments]
        whole = Interval(min(span.start_at for span in spans), max(span.end_at for span in spans))
        resources = reader.list_by_id(Resource, {key for item in appointments for key in item.resource_ids})
        known = {row.id: (row, self._by_day(self._list_near(reader, row.id, whole))) for row in resources}

        def near(key: UUID, span: Interval) -> Iterable[Appointment]:
            on_days = (known[key][1].get(day, ()) for day in _days(span))
            return {row.id: row for row in chain.from_iterable(on_days)}.values()

        occupies = self.settings.occupying.lets
        return tuple(
            tuple(self._neighbors_on(known[key][0], item, near(key, span)) for key in item.resource_ids)
            if occupies(item)
            else ()
            for item, span in zip(appointments, spans, strict=True)
        )

    def _list_near(self, reader: Reader, resource_id: UUID, span: Interval) -> tuple[Appointment, ...]:
        query = AppointmentQuery((resource_id,), span.start_at - NEIGHBOR_MARGIN, span.end_at + NEIGHBOR_MARGIN)
        return reader.list_appointments(query)

    def _by_day(self, rows: Iterable[Appointment]) -> Mapping[int, Sequence[Appointment]]:
        found: dict[int, list[Appointment]] = defaultdict(list)
        for row in rows:
            for day in _days(self.interval(row)):
                found[day].append(row)
        return found

    def _neighbors_on(
        self, resource: Resource, appointment: Appointment, near: Iterable[Appointment]
    ) -> Neighbors:
        wanted, occupies = self.interval(appointment), self.settings.occupying.lets
        others = tuple(
            other
            for other in near
            if other.id != appointment.id and occupies(other) and self.interval(other).overlaps(wanted)
        )
        is_too_much = not appointment.is_parallel and exceeds_capacity(
            map(self.interval, others), wanted, resource.capacity
        )
        return Neighbors(resource, others, is_too_much)

    def doubtful(self, reader: Reader, stored: Sequence[Appointment]) -> Sequence[Appointment]:
        """Those of several stored appointments that may be too many somewhere; all others surely have room.

        One question to the database for all of them, so that hundreds need no hundreds of closer looks.
        """
        if len(stored) < _WORTH_A_LOOK:
            return stored
        spans = {row.id: self.interval(row) for row in stored}
        edges = self._edges(reader, stored, spans)
        capacities = {row.id: row.capacity for row in reader.list_by_id(Resource, edges)}
        return [
            row
            for row in stored
            if any(edges[key].around(spans[row.id]) > capacities[key] for key in row.resource_ids)
        ]

    def crowd(self, reader: Reader, wanted: Sequence[Appointment]) -> Crowd | None:
        """Who is where while ``wanted`` are stored one after the other; None where a look at each is no more work.

        One question, as in ``doubtful``.
        """
        if len(wanted) < _WORTH_A_LOOK:
            return None
        spans = {row.id: self.interval(row) for row in wanted}
        present = self._edges(reader, wanted, spans)
        capacities = {row.id: row.capacity for row in reader.list_by_id(Resource, present)}
        return Crowd(self, present, capacities)

    def _edges(
        self, reader: Reader, wanted: Sequence[Appointment], spans: Mapping[UUID, Interval]
    ) -> Mapping[UUID, Edges]:
        """What is stored, by resource, as far as it can meet any of ``spans``."""
        found = reader.list_occupied(
            {key for row in wanted for key in row.resource_ids},
            min(span.start_at for span in spans.values()) - NEIGHBOR_MARGIN,
            max(span.end_at for span in spans.values()) + NEIGHBOR_MARGIN,
            with_preparation=self.settings.takes_preparation,
            occupying=self.settings.occupying,
        )
        return {key: Edges.of(taken) for key, taken in found.items()}

    def require_room(self, reader: Reader, appointment: Appointment) -> None:
        """Raise ``CapacityExceededError`` where a resource is full and the chain does not overbook."""
        for found in self.overfull(reader, appointment):
            raise CapacityExceededError(resource=found.resource.name, colliding=found.appointments)

    def overfull(self, reader: Reader, appointment: Appointment) -> Iterator[Neighbors]:
        """Each of its resources that it would be too much for; none where the chain overbooks."""
        if not self.settings.allow_overbooking:
            yield from (found for found in self.neighbors(reader, appointment) if found.is_too_much)

    def needs_more_room(self, before: Appointment, after: Appointment) -> bool:
        """Whether a change can collide: editing the text of an overbooked appointment must stay possible."""
        occupies = self.settings.occupying.lets
        if not occupies(after) or after.is_parallel:
            return False
        if not occupies(before) or before.is_parallel or not set(after.resource_ids) <= set(before.resource_ids):
            return True
        return not self.interval(before).contains(self.interval(after))


@dataclass(slots=True)
class Crowd:
    """What was stored on some resources, and what left and came since."""

    occupation: Occupation
    present: Mapping[UUID, Edges]
    capacities: Mapping[UUID, int]
    _left: dict[UUID, Moments] = field(default_factory=lambda: defaultdict(Moments))
    _came: dict[UUID, Moments] = field(default_factory=lambda: defaultdict(Moments))

    def is_doubtful(self, before: Appointment, after: Appointment) -> bool:
        """Whether there may be no room for ``after``, which is stored as ``before`` yet; else there surely is."""
        span = self.occupation.interval(after)
        makes_room = self._taken(before) if self.occupation.interval(before).overlaps(span) else ()
        return any(
            self.present[key].around(span)
            + self._came[key].count_meeting(span)
            - self._left[key].count_meeting(span)
            - (key in makes_room)
            >= self.capacities[key]
            for key in after.resource_ids
        )

    def note(self, before: Appointment, after: Appointment) -> None:
        """``before`` is stored as ``after`` now."""
        for row, moments in ((before, self._left), (after, self._came)):
            span = self.occupation.interval(row)
            for key in self._taken(row):
                moments[key].add(span)

    def _taken(self, row: Appointment) -> tuple[UUID, ...]:
        return row.resource_ids if self.occupation.settings.occupying.lets(row) else ()


def _days(interval: Interval) -> range:
    """The numbers of the days in UTC that it touches."""
    return range(interval.start_at.toordinal(), interval.end_at.toordinal() + 1)
