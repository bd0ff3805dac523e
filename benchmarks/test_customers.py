"""What looking for a customer costs while somebody types, among very many, on both engines."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from benchmarks.people import database_of, put_customers
from helpers.databases import SetClock
from helpers.stored_values import AUTHOR, BRANCH
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.people import Customer, Role, User
from terminplaner.services.customers import Customers
from terminplaner.services.gate import Gate
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import Store
from terminplaner.services.queries import Queries
from terminplaner.storage import open_store
from terminplaner.storage.engine import open_engine, parse_url, writing

_ROUNDS = 5
_MOST_MS = 50
_AT_ONCE = 40
_WALK = "contains"
"""Every word that there is has to be looked at; nobody types two stars without meaning to."""


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path, examples: int) -> Iterator[Store]:
    """A store of each engine with so many customers."""
    with database_of(request.param, tmp_path) as url:
        opened = open_store(url, backups=tmp_path, clock=SetClock(), workstation="benchmark")
        with opened.write(AUTHOR, "found") as work:
            work.put(BRANCH)
            work.put(ChainSettings(uuid4()))
            work.commit()
        engine = open_engine(parse_url(url), "benchmark")
        with writing(engine).begin() as connection:
            put_customers(connection, random.Random(4), examples)
        engine.dispose()
        yield opened
        opened.close()


def _least_ms(work: Callable[[], object]) -> float:
    """The least of several times, which is what the work costs where nothing else runs."""
    times = []
    for _ in range(_ROUNDS):
        begin = time.perf_counter()
        work()
        times.append((time.perf_counter() - begin) * 1000)
    return min(times)


@pytest.mark.prove(20_000, 100_000)
@pytest.mark.parametrize("store", ["sqlite", "postgresql"], indirect=True)
def test_a_customer_is_found_at_once(store: Store, examples: int, request: pytest.FixtureRequest) -> None:
    clock = SetClock()
    queries, customers = Queries(store), Customers(Gate(store), clock)
    wanted = queries.customers("", 8)[7]
    last, first = wanted.last_name.lower(), wanted.first_name.lower()
    with store.write(AUTHOR, "user") as work:
        actor = Actor(work.put(User(uuid4(), "rosa", Role.PLANNER)))
        work.commit()
    print(f"\n{request.node.callspec.id}, {examples} customers")
    for name, typed in {
        "nothing typed": "",
        "one letter": last[0],
        "three letters": last[:3],
        "a name": last,
        "two letters of both names": f"{last[0]} {first[0]}",
        "both names": f"{last}, {first}",
        "a phone number": wanted.phone.replace(" ", ""),
        "the begin of all phone numbers": "0711",
        "a birthdate": f"{wanted.birth_on:%d.%m.%Y}",
        "the birthdays of a day": f"{wanted.birth_on:%d.%m.}",
        "a birthdate with two digits": f"{wanted.birth_on:%d.%m.%y}",
        "an e-mail address": wanted.email,
        "what all e-mail addresses have": "beispiel",
        "ends with": f"*{last[-4:]}",
        "begins and ends with": f"{last[:2]}*{last[-2:]}",
        _WALK: f"*{last[1:5]}*",
        "a number": wanted.number,
        "nobody": "xyz",
        "two that never meet": "0711 xyz",
        "frequent ones that never meet": f"{wanted.number[0]} zz 0711",
    }.items():
        took_ms = _least_ms(partial(queries.customers, typed, _AT_ONCE))
        print(f"  {name}: {took_ms:.0f} ms, {len(queries.customers(typed, _AT_ONCE))} found")
        assert took_ms < _MOST_MS or name == _WALK, name
    namesakes_ms = _least_ms(lambda: customers.namesakes(wanted.last_name, wanted.first_name))
    new_ms = _least_ms(lambda: customers.create(actor, Customer(uuid4(), "", "Neu", "Nina")))
    print(f"  who has the same name: {namesakes_ms:.0f} ms\n  taking up a new one: {new_ms:.0f} ms")
    assert max(namesakes_ms, new_ms) < _MOST_MS
