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

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, extract, func, or_, select, union_all

from terminplaner.services.ports import AppointmentSearch, SearchMark
from terminplaner.storage.tables import (
    APPOINTMENT_WORDS,
    CUSTOMER_WORDS,
    SEARCH_WORDS,
    AppointmentResourceRow,
    AppointmentRow,
    Spanning,
)
from terminplaner.storage.words import WordPattern, patterns_of

_FEW = 5_000
"""So many appointments are sooner sorted than walked past."""
_MANY = 100_000
"""So many are counted to find out which of two frequent words is the rarer one."""
_OF_WORD = APPOINTMENT_WORDS.c.appointment_id
_LAST_LETTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Search:
    """One search on one connection; ``zones`` are those of the chain's branches."""

    connection: Connection
    asked: AppointmentSearch
    zones: tuple[ZoneInfo, ...]

    def marks(self, limit: int, after: SearchMark | None) -> list[SearchMark]:
        """The next ``limit`` appointments in order."""
        few = self._few()
        resource_ids = self.asked.resource_ids
        row: type[Spanning] = AppointmentResourceRow if resource_ids and few is None else AppointmentRow
        rows: list[tuple[datetime, UUID]] = []
        for chosen in self._chosen(row, few):
            found = self.connection.execute(self._page(chosen, row, limit, after))
            rows += [(start_at, key) for start_at, key in found]
        best = nlargest if self.asked.is_newest_first else nsmallest
        return [SearchMark(*pair) for pair in best(limit, rows, key=lambda pair: (pair[0], pair[1].hex))]

    def _chosen(self, row: type[Spanning], few: Select[Any] | None) -> Iterator[Select[Any]]:
        """The begin and id of everything that meets the conditions."""
        columns: tuple[Any, ...] = (row.start_at, AppointmentRow.id)
        chosen: Select[Any] = select(*columns).where(*self._conditions(row))
        if few is not None:
            yield chosen.where(AppointmentRow.id.in_(few))
            return
        if row is AppointmentResourceRow:
            is_joined = AppointmentResourceRow.appointment_id == AppointmentRow.id
            chosen = chosen.where(is_joined, AppointmentResourceRow.resource_id == self.asked.resource_ids[0])
        for is_long in (False, True):  # each walks one index (``Spanning``)
            yield chosen.where(row.is_long.is_(is_long))

    def _page(self, chosen: Select[Any], row: type[Spanning], limit: int, after: SearchMark | None) -> Select[Any]:
        start_at, key = row.start_at, AppointmentRow.id
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

    def _conditions(self, row: type[Spanning]) -> Iterator[ColumnElement[bool]]:
        asked, appointment = self.asked, AppointmentRow
        for pattern in patterns_of(asked.text):
            yield or_(
                appointment.words.like(pattern.among_words), appointment.customer_id.in_(_customers(pattern))
            )
        if not asked.includes_cancelled:
            yield appointment.cancelled_at.is_(None)
        if asked.from_at is not None:
            yield row.start_at >= asked.from_at
        if asked.until_at is not None:
            yield row.start_at < asked.until_at
        if asked.begins_from is not None or asked.begins_until is not None:
            yield from self._clock_conditions(row)
        for resource_id in asked.resource_ids:
            taking = AppointmentResourceRow.__table__.alias()
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

    def _clock_conditions(self, row: type[Spanning]) -> Iterator[ColumnElement[bool]]:
        """Near enough for any of the offsets the clocks have here; ``is_at_hour`` decides."""
        earliest, latest = (
            _minute(self.asked.begins_from or time.min),
            _minute(self.asked.begins_until or time.max),
        )
        minute = extract("hour", row.start_at) * 60 + extract("minute", row.start_at)
        yield AppointmentRow.first_on.is_(None)
        yield or_(*(((minute + offset) % 1440).between(earliest, latest) for offset in _offsets(self.zones)))

    def _few(self) -> Select[Any] | None:
        """The ids of the rarest condition's appointments, or of the rarest word that have all the others as well;
        None where neither is rare."""
        narrowings = [*self._word_narrowings(), *self._other_narrowings()]
        if not narrowings:
            return None
        counts = [self._count(ids, _FEW) for ids in narrowings]
        if min(counts) <= _FEW:
            return narrowings[counts.index(min(counts))]
        patterns = patterns_of(self.asked.text)
        if len(patterns) < 2:
            return None
        counts = [self._count(ids, _MANY) for ids in self._word_narrowings()]
        rarest = counts.index(min(counts))
        ids = narrowings[rarest].subquery()
        others = (pattern for number, pattern in enumerate(patterns) if number != rarest)
        together = select(ids.c.id).where(*(_has_word(pattern, ids.c.id) for pattern in others))
        return together if self._count(together, _FEW) <= _FEW else None

    def _count(self, ids: Select[Any], enough: int) -> int:
        """How many there are; more than ``enough`` are not counted any further."""
        return self.connection.scalar(select(func.count()).select_from(ids.limit(enough + 1).subquery())) or 0

    def _word_narrowings(self) -> Iterator[Select[Any]]:
        """For each word the ids of what has it, or whose customer has."""
        for pattern in patterns_of(self.asked.text):
            by_word = select(_OF_WORD.label("id")).where(_is_word(APPOINTMENT_WORDS, pattern))
            by_customer = select(AppointmentRow.id).where(AppointmentRow.customer_id.in_(_customers(pattern)))
            yield select(union_all(by_word, by_customer).subquery().c.id)

    def _other_narrowings(self) -> Iterator[Select[Any]]:
        """The ids of what meets a condition that an index answers."""
        asked, key = self.asked, AppointmentRow.id
        if asked.customer_id is not None:
            yield select(key).where(AppointmentRow.customer_id == asked.customer_id)
        if asked.modified_from_at is not None:
            yield select(key).where(AppointmentRow.modified_at >= asked.modified_from_at)


def is_at_hour(asked: AppointmentSearch, begin: datetime) -> bool:
    """Whether a local ``begin`` lies in the hours asked for."""
    return (
        (asked.begins_from or time.min)
        <= begin.time().replace(second=0, microsecond=0)
        <= (asked.begins_until or time.max)
    )


def _customers(pattern: WordPattern) -> Select[Any]:
    return select(CUSTOMER_WORDS.c.customer_id).where(_is_word(CUSTOMER_WORDS, pattern))


def _has_word(pattern: WordPattern, appointment_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    """Whether an appointment or its customer has a word, answered by the indexes alone."""
    row = AppointmentRow.__table__.alias()
    by_word = select(_OF_WORD).where(_is_word(APPOINTMENT_WORDS, pattern), appointment_id == _OF_WORD)
    by_customer = select(row.c.id).where(row.c.id == appointment_id, row.c.customer_id.in_(_customers(pattern)))
    return or_(by_word.exists(), by_customer.exists())


def _is_word(words: Table, pattern: WordPattern) -> ColumnElement[bool]:
    word = words.c.word
    if pattern.is_open_before:
        return word.in_(select(SEARCH_WORDS.c.word).where(SEARCH_WORDS.c.word.like(pattern.of_word)))
    if pattern.is_open_after:
        return and_(word >= pattern.word, word < pattern.word + _LAST_LETTER)
    return word == pattern.word


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _offsets(zones: Sequence[ZoneInfo]) -> set[int]:
    """The minutes that the clocks of these zones are ahead of UTC, in winter and in summer."""
    year = datetime.now(UTC).year
    seasons = (datetime(year, 1, 1, tzinfo=UTC), datetime(year, 7, 1, tzinfo=UTC))
    found = (season.astimezone(zone).utcoffset() for zone in zones for season in seasons)
    return {round(offset.total_seconds() / 60) for offset in found if offset is not None}
