"""Looking something up in the sync's journal, and among what people decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from helpers.stored_values import AUTHOR, ENTITIES, LINK, RECORDS
from terminplaner.domain.calendar_link import Choice, Direction, JournalEntry, Problem
from terminplaner.services.ports import Store
from terminplaner.services.store_queries import JournalQuery

(ENTRY,) = (record for record in RECORDS if isinstance(record, JournalEntry))
EMPTY = replace(ENTRY, before=None, after=None)


@pytest.fixture
def linked(store: Store) -> Store:
    with store.write(AUTHOR, "put") as work:
        for entity in ENTITIES:
            work.put(entity)
        for record in RECORDS[:-1]:
            work.keep(record)
        work.commit()
    return store


def keep(store: Store, entries: Iterable[JournalEntry]) -> None:
    with store.write(AUTHOR, "sync") as work:
        for entry in entries:
            work.keep(replace(entry, id=uuid4()))
        work.commit()


def found(store: Store, query: JournalQuery) -> list[str]:
    with store.read() as reader:
        return [entry.event_id for entry in reader.list_journal(query, 20)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["c", "b", "a"]),
        ("ÜBER", ["a"]),
        ("strasse", ["b"]),
        ("grosse Straße", ["b"]),
        ("straße fehlt", []),
        ("100%", ["c"]),
        ("_", []),
        ("kommentar", ["c"]),
    ],
)
def test_every_word_is_looked_for_in_any_case(linked: Store, text: str, expected: list[str]) -> None:
    keep(
        linked,
        (
            replace(EMPTY, event_id="a", before={"title": "Überweisung"}),
            replace(EMPTY, event_id="b", before={"title": "Straße"}, after={"title": "Große Straße"}),
            replace(EMPTY, event_id="c", after={"title": "100% Nachlass", "description": "Kommentar"}),
        ),
    )
    assert found(linked, JournalQuery(text=text)) == expected


def test_it_is_narrowed_by_link_run_direction_and_time(linked: Store) -> None:
    later = ENTRY.at + timedelta(hours=1)
    keep(linked, (replace(EMPTY, event_id="a"), replace(EMPTY, event_id="b", at=later, run_id=uuid4())))
    keep(linked, (replace(EMPTY, event_id="c", direction=Direction.TO_GOOGLE),))
    for query, expected in (
        (JournalQuery(link_ids=(LINK.id,)), ["c", "b", "a"]),
        (JournalQuery(link_ids=(uuid4(),)), []),
        (JournalQuery(link_ids=()), []),
        (JournalQuery(run_id=ENTRY.run_id), ["c", "a"]),
        (JournalQuery(direction=Direction.TO_GOOGLE), ["c"]),
        (JournalQuery(from_at=later), ["b"]),
        (JournalQuery(until_at=later), ["c", "a"]),
    ):
        assert found(linked, query) == expected, query


def test_it_is_read_piece_by_piece_while_it_grows(linked: Store) -> None:
    keep(linked, (replace(EMPTY, event_id=str(number)) for number in range(5)))
    with linked.read() as reader:
        first = reader.list_journal(JournalQuery(), limit=2)
    keep(linked, (replace(EMPTY, event_id="new"),))
    with linked.read() as reader:
        second = reader.list_journal(JournalQuery(), limit=2, older_than=first[-1].id)
        rest = reader.list_journal(JournalQuery(), limit=9, older_than=second[-1].id)
    assert [entry.event_id for entry in (*first, *second, *rest)] == ["4", "3", "2", "1", "0"]


def test_what_people_decided_is_found_latest_first(linked: Store) -> None:
    (asked,) = (record for record in RECORDS if isinstance(record, Problem))
    decided = replace(asked, resolution=Choice.GOOGLE, resolved_at=asked.opened_at)
    later = replace(decided, id=uuid4(), resolved_at=asked.opened_at + timedelta(hours=1))
    settled_itself = replace(later, id=uuid4(), resolution=None, resolved_by="sync")
    with linked.write(AUTHOR, "sync") as work:
        for problem in (decided, later, settled_itself, replace(settled_itself, id=uuid4(), resolved_at=None)):
            work.keep(problem)
        work.commit()
    with linked.read() as reader:
        assert reader.list_answered_problems(9) == (later, decided)
        assert reader.list_answered_problems(1) == (later,)
