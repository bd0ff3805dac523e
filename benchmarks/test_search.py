"""What a search costs among very many appointments, on both engines."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Connection, func, insert, select, text

from benchmarks.people import database_of, put_customers, put_words, some_name
from helpers.databases import SetClock
from helpers.stored_values import AUTHOR, BRANCH, TYPE
from terminplaner.domain.appointment import AppointmentOrigin
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.services.ports import Store
from terminplaner.services.search import AppointmentFinder
from terminplaner.services.store_queries import AppointmentSearch
from terminplaner.storage import open_store
from terminplaner.storage.engine import open_engine, parse_url, writing
from terminplaner.storage.reader import SqlReader
from terminplaner.storage.tables.appointments import APPOINTMENT_RESOURCES, APPOINTMENTS
from terminplaner.storage.tables.words import APPOINTMENT_WORDS
from terminplaner.storage.words import joined, words_in, words_of

_BATCH = 20_000
_FIRST_AT = datetime(2016, 1, 4, 8, tzinfo=UTC)
_NOW = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
_COMMON = ("Sehtest", "Brille abholen", "Kontaktlinsen anpassen", "Hörtest", "Nachkontrolle", "Reparatur")
_ROUNDS = 5
_TYPICAL = (
    "a rare word",
    "a frequent word",
    "a frequent and a rare word",
    "begins with",
    "ends with",
    "begins and ends with",
    "a customer's name",
    "a customer's name and a word",
    "a phone number",
    "a resource's next",
    "a word next month",
)
"""The others have no word to look up, or two that are frequent but never meet: they may take a walk."""


def _fill(connection: Connection, count: int, resource_ids: Sequence[UUID]) -> None:
    """Ten years of appointments of a tenth as many customers, past the services, which would take hours."""
    chance = random.Random(4)
    customers = put_customers(connection, chance, count // 10)
    known = {word for row in customers for word in words_of(row)}
    for begin in range(0, count, _BATCH):
        rows: list[dict[str, Any]] = []
        taken: list[dict[str, Any]] = []
        words: list[dict[str, Any]] = []
        for number in range(begin, min(begin + _BATCH, count)):
            start_at = _FIRST_AT + timedelta(minutes=number * 5.3e6 / count)
            title = f"{chance.choice(_COMMON)} {some_name(chance)}" if number % 3 else chance.choice(_COMMON)
            comment = f"{some_name(chance)} {some_name(chance)}" if number % 5 == 0 else ""
            found = words_in(title, comment)
            span = {"start_at": start_at, "end_at": start_at + timedelta(minutes=30), "is_long": False}
            key = uuid4()
            rows.append(
                _APPOINTMENT
                | span
                | {
                    "id": key,
                    "text": title,
                    "comment": comment,
                    "customer_id": chance.choice(customers).id if number % 4 else None,
                    "modified_at": start_at - timedelta(days=20),
                    "words": joined(found),
                }
            )
            resource_id = resource_ids[number % len(resource_ids)]
            taken.append({"id": uuid4(), "appointment_id": key, "resource_id": resource_id, "position": 0} | span)
            words += [{"word": word, "appointment_id": key} for word in found]
        new = {row["word"] for row in words} - known
        known |= new
        connection.execute(insert(APPOINTMENTS), rows)
        connection.execute(insert(APPOINTMENT_RESOURCES), taken)
        put_words(connection, new)
        connection.execute(insert(APPOINTMENT_WORDS), words)
    for name in (
        ("ANALYZE appointment", "ANALYZE appointment_word", "ANALYZE search_word")
        if connection.dialect.name == "postgresql"
        else ()
    ):
        connection.execute(text(name))


_APPOINTMENT: dict[str, Any] = {
    "branch_id": BRANCH.id,
    "type_id": TYPE.id,
    "prepare_minutes": 0,
    "follow_up_minutes": 0,
    "is_home_visit": False,
    "is_parallel": False,
    "shows_as_unavailable": False,
    "origin": AppointmentOrigin.LOCAL,
    "is_read_only": False,
    "is_transparent": False,
    "is_private": False,
    "ical_uid": "",
    "is_detached": False,
    "created_at": _FIRST_AT,
    "created_by": "rosa",
    "modified_by": "rosa",
    "cancelled_by": "",
    "revision": 1,
}


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path, examples: int) -> Iterator[Store]:
    """A store of each engine with so many appointments on fifty resources."""
    with database_of(request.param, tmp_path) as url:
        yield from _filled(url, tmp_path, examples)


def _filled(url: str, folder: Path, count: int) -> Iterator[Store]:
    opened = open_store(url, backups=folder, clock=SetClock(_NOW), workstation="benchmark")
    resources = [Resource(uuid4(), f"Kabine {number}") for number in range(50)]
    with opened.write(AUTHOR, "found") as work:
        work.put(BRANCH)
        work.put(ChainSettings(uuid4()))
        work.put(replace(TYPE, deleted_at=None))
        for resource in resources:
            work.put(resource)
        work.commit()
    engine = open_engine(parse_url(url), "benchmark")
    with writing(engine).begin() as connection:
        _fill(connection, count, [resource.id for resource in resources])
    engine.dispose()
    yield opened
    opened.close()


def _searches(store: Store) -> dict[str, AppointmentSearch]:
    with store.read() as reader:
        newest = reader.search_appointments(AppointmentSearch("sehtest"), 10).appointments
        customer = reader.list(Customer)[7]
    row = max(newest, key=lambda row: len(row.text))
    rare = row.text.split()[-1]
    return {
        "whatever comes last": AppointmentSearch(),
        "a rare word": AppointmentSearch(rare),
        "a frequent word": AppointmentSearch("Sehtest"),
        "a frequent and a rare word": AppointmentSearch(f"Brille {rare}"),
        "two frequent words": AppointmentSearch("Brille abholen"),
        "two frequent words that never meet": AppointmentSearch("Brille Sehtest"),
        "begins with": AppointmentSearch(f"{rare[:3]}*"),
        "ends with": AppointmentSearch(f"*{rare[-4:]}"),
        "begins and ends with": AppointmentSearch(f"{rare[:2]}*{rare[-3:]}"),
        "contains": AppointmentSearch(f"*{rare[1:5]}*"),
        "nothing has it": AppointmentSearch("*xyz*"),
        "a customer's name": AppointmentSearch(customer.last_name),
        "a customer's name and a word": AppointmentSearch(f"{customer.last_name} Sehtest"),
        "a phone number": AppointmentSearch(customer.phone.replace(" ", "")),
        "one customer": AppointmentSearch(customer_id=customer.id),
        "a resource's next": AppointmentSearch(resource_ids=row.resource_ids, from_at=_NOW, is_newest_first=False),
        "a word next month": AppointmentSearch("Hörtest", from_at=_NOW, until_at=_NOW + timedelta(days=31)),
    }


def _walk(store: Store) -> None:
    """Look at every appointment's words, as a search without an index would."""
    with store.read() as reader:
        assert isinstance(reader, SqlReader)
        nowhere = select(func.count()).select_from(APPOINTMENTS).where(APPOINTMENTS.c.words.like("%nirgends%"))
        assert reader._connection.scalar(nowhere) == 0


def _least_ms(work: Callable[[], object]) -> float:
    """The least of several times, which is what the work costs where nothing else runs."""
    times = []
    for _ in range(_ROUNDS):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return min(times)


@pytest.mark.prove(100_000, 1_000_000)
@pytest.mark.parametrize("store", ["sqlite", "postgresql"], indirect=True)
def test_a_search_looks_at_little_of_the_store(
    store: Store, examples: int, request: pytest.FixtureRequest
) -> None:
    finder = AppointmentFinder(store)
    walk_ms = _least_ms(lambda: _walk(store))
    print(
        f"\n{request.node.callspec.id}, {examples} appointments, past all of which a walk takes {walk_ms:.0f} ms"
    )
    took = {}
    for name, asked in _searches(store).items():
        took[name] = _least_ms(partial(finder.page, asked))
        print(f"  {name}: {took[name]:.0f} ms, {len(finder.page(asked).rows)} rows")
    page_ms = took["whatever comes last"]
    for name in _TYPICAL:
        assert took[name] <= 2 * page_ms + walk_ms / 2, name
