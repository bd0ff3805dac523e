"""Finding appointments among very many, page by page.

There are two roads, and both check every condition on each row.  Where one condition is rare (a word, a customer,
what was changed since yesterday), or two words rarely go together, those few appointments are taken and sorted.
Where all are frequent, the appointments are walked in the order of their begin, which comes to a full page soon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from heapq import nlargest, nsmallest
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, Select, and_, extract, or_, select, union_all

from terminplaner.services.store_queries import AppointmentSearch, SearchMark
from terminplaner.storage.tables.appointments import APPOINTMENT_RESOURCES, APPOINTMENTS, SpanningColumns
from terminplaner.storage.tables.words import APPOINTMENT_WORDS, CUSTOMER_WORDS
from terminplaner.storage.word_index import Wanted, count_of, ids_having, is_among, look_up
from terminplaner.storage.words import WordPattern, patterns_of, with_days_as_words

_FEW = 5_000
"""So many appointments are sooner sorted than walked past."""
_MANY = 100_000
"""So many are counted to find out which of two frequent words is the rarer one."""


@dataclass(frozen=True, slots=True)
class _Wanted(Wanted):
    """Where no customer has the word, looking at the customers would cost time for nothing."""

    is_of_customers: bool


@dataclass(frozen=True, slots=True)
class Search:
    """One search on one connection; ``zones`` are those of the chain's branches."""

    connection: Connection
    asked: AppointmentSearch
    zones: tuple[ZoneInfo, ...]
    wanted: tuple[_Wanted, ...]

    @classmethod
    def of(cls, connection: Connection, asked: AppointmentSearch, zones: Sequence[ZoneInfo]) -> Search:
        return cls(connection, asked, tuple(zones), _wanted_by(connection, asked.text))

    def marks(self, limit: int, after: SearchMark | None) -> list[SearchMark]:
        """The next ``limit`` appointments in order."""
        few = self._few()
        resource_ids = self.asked.resource_ids
        row: SpanningColumns = APPOINTMENT_RESOURCES.c if resource_ids and few is None else APPOINTMENTS.c
        rows: list[tuple[datetime, UUID]] = []
        for chosen in self._chosen(row, few):
            found = self.connection.execute(self._page(chosen, row, limit, after))
            rows += [(start_at, key) for start_at, key in found]
        best = nlargest if self.asked.is_newest_first else nsmallest
        return [SearchMark(*pair) for pair in best(limit, rows, key=lambda pair: (pair[0], pair[1].hex))]

    def _chosen(self, row: SpanningColumns, few: Select[Any] | None) -> Iterator[Select[Any]]:
        """The begin and id of everything that meets the conditions."""
        columns: tuple[Any, ...] = (row.start_at, APPOINTMENTS.c.id)
        chosen: Select[Any] = select(*columns).where(*self._conditions(row))
        if few is not None:
            yield chosen.where(APPOINTMENTS.c.id.in_(few))
            return
        if self.asked.resource_ids:
            is_joined = APPOINTMENT_RESOURCES.c.appointment_id == APPOINTMENTS.c.id
            chosen = chosen.where(is_joined, APPOINTMENT_RESOURCES.c.resource_id == self.asked.resource_ids[0])
        for is_long in (False, True):  # each walks one index (``SpanningColumns``)
            yield chosen.where(row.is_long.is_(is_long))

    def _page(
        self, chosen: Select[Any], row: SpanningColumns, limit: int, after: SearchMark | None
    ) -> Select[Any]:
        start_at, key = row.start_at, APPOINTMENTS.c.id
        if self.asked.is_newest_first:
            order: tuple[Any, ...] = (start_at.desc(), key.desc())
        else:
            order = (start_at, key)
        if after is not None:
            mark_at, mark_id = after.start_at, after.appointment_id
            if self.asked.is_newest_first:
                is_beyond = and_(start_at <= mark_at, or_(start_at < mark_at, key < mark_id))
            else:
                is_beyond = and_(start_at >= mark_at, or_(start_at > mark_at, key > mark_id))
            chosen = chosen.where(is_beyond)
        return chosen.order_by(*order).limit(limit)

    def _conditions(self, row: SpanningColumns) -> Iterator[ColumnElement[bool]]:
        asked, appointment = self.asked, APPOINTMENTS.c
        for wanted in self.wanted:
            is_of_appointment = is_among(appointment.words, wanted.pattern)
            if wanted.is_of_customers:
                yield or_(is_of_appointment, appointment.customer_id.in_(ids_having(CUSTOMER_WORDS, wanted)))
            else:
                yield is_of_appointment
        if not asked.includes_cancelled:
            yield appointment.cancelled_at.is_(None)
        if asked.from_at is not None:
            yield row.start_at >= asked.from_at
        if asked.until_at is not None:
            yield row.start_at < asked.until_at
        if asked.begins_from is not None or asked.begins_until is not None:
            yield from self._clock_conditions(row)
        for resource_id in asked.resource_ids:
            taking = APPOINTMENT_RESOURCES.alias()
            yield (
                select(taking.c.id)
                .where(taking.c.appointment_id == appointment.id, taking.c.resource_id == resource_id)
                .exists()
            )
        for column, value in (
            (appointment.type_id, asked.type_id),
            (appointment.status_id, asked.status_id),
            (appointment.branch_id, asked.branch_id),
            (appointment.customer_id, asked.customer_id),
        ):
            if value is not None:
                yield column == value
        if asked.modified_from_at is not None:
            yield appointment.modified_at >= asked.modified_from_at
        if asked.modified_until_at is not None:
            yield appointment.modified_at < asked.modified_until_at

    def _clock_conditions(self, row: SpanningColumns) -> Iterator[ColumnElement[bool]]:
        """Near enough for any of the offsets the clocks have here; ``is_at_hour`` decides."""
        earliest, latest = (
            _minute(self.asked.begins_from or time.min),
            _minute(self.asked.begins_until or time.max),
        )
        minute = extract("hour", row.start_at) * 60 + extract("minute", row.start_at)
        yield APPOINTMENTS.c.first_on.is_(None)
        yield or_(*(((minute + offset) % 1440).between(earliest, latest) for offset in _offsets(self.zones)))

    def _few(self) -> Select[Any] | None:
        """The ids of the rarest condition's appointments, or of the rarest word that have all the others as well;
        None where neither is rare."""
        indexed = [wanted for wanted in self.wanted if wanted.is_indexed]
        narrowings = [*map(_with_word, indexed), *self._other_narrowings()]
        if not narrowings:
            return None
        counts = [count_of(self.connection, ids, _FEW) for ids in narrowings]
        if min(counts) <= _FEW:
            return narrowings[counts.index(min(counts))]
        if len(indexed) < 2:
            return None
        counts = [count_of(self.connection, _with_word(wanted), _MANY) for wanted in indexed]
        rarest = counts.index(min(counts))
        ids = _with_word(indexed.pop(rarest)).subquery()
        together = select(ids.c.id).where(*(_has_word(wanted, ids.c.id) for wanted in indexed))
        return together if count_of(self.connection, together, _FEW) <= _FEW else None

    def _other_narrowings(self) -> Iterator[Select[Any]]:
        """The ids of what meets a condition that an index answers."""
        asked, key = self.asked, APPOINTMENTS.c.id
        if asked.customer_id is not None:
            yield select(key).where(APPOINTMENTS.c.customer_id == asked.customer_id)
        if asked.modified_from_at is not None:
            yield select(key).where(APPOINTMENTS.c.modified_at >= asked.modified_from_at)


def is_at_hour(asked: AppointmentSearch, begin: datetime) -> bool:
    """Whether a local ``begin`` lies in the hours asked for."""
    return (
        (asked.begins_from or time.min)
        <= begin.time().replace(second=0, microsecond=0)
        <= (asked.begins_until or time.max)
    )


def _wanted_by(connection: Connection, typed: str) -> tuple[_Wanted, ...]:
    """A day that no customer was born on may stand in a text, where its parts are words."""
    plain, by_day = patterns_of(typed), patterns_of(with_days_as_words(typed))
    wanted = tuple(_look_up(connection, pattern) for pattern in by_day)
    if all(one.is_of_customers or one.pattern in plain for one in wanted):
        return wanted
    return tuple(_look_up(connection, pattern) for pattern in plain)


def _look_up(connection: Connection, pattern: WordPattern) -> _Wanted:
    wanted = look_up(connection, pattern)
    some_customer = ids_having(CUSTOMER_WORDS, wanted).limit(1)
    return _Wanted(pattern, wanted.words, connection.scalar(some_customer) is not None)


def _with_word(wanted: _Wanted) -> Select[Any]:
    """The ids of the appointments that have a word, or whose customer has."""
    by_word = ids_having(APPOINTMENT_WORDS, wanted)
    if not wanted.is_of_customers:
        return by_word
    is_of = APPOINTMENTS.c.customer_id.in_(ids_having(CUSTOMER_WORDS, wanted))
    return select(union_all(by_word, select(APPOINTMENTS.c.id).where(is_of)).subquery().c[0].label("id"))


def _has_word(wanted: _Wanted, appointment_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    """Whether an appointment or its customer has a word."""
    key = APPOINTMENT_WORDS.c.appointment_id
    by_word = ids_having(APPOINTMENT_WORDS, wanted).where(key == appointment_id).exists()
    if not wanted.is_of_customers:
        return by_word
    row = APPOINTMENTS.alias()
    is_of = row.c.customer_id.in_(ids_having(CUSTOMER_WORDS, wanted))
    return or_(by_word, select(row.c.id).where(row.c.id == appointment_id, is_of).exists())


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _offsets(zones: Sequence[ZoneInfo]) -> set[int]:
    """The minutes that the clocks of these zones are ahead of UTC, in winter and in summer."""
    year = datetime.now(UTC).year
    seasons = (datetime(year, 1, 1, tzinfo=UTC), datetime(year, 7, 1, tzinfo=UTC))
    found = (season.astimezone(zone).utcoffset() for zone in zones for season in seasons)
    return {round(offset.total_seconds() / 60) for offset in found if offset is not None}
