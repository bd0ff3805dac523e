"""What the change log must not hold, and how it is looked up."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID, uuid4

from helpers.databases import SetClock
from helpers.stored_values import AUTHOR, BRANCH
from terminplaner.domain.appointment import AppointmentType
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.changes import Author, ChangeSet, Entity, Origin
from terminplaner.domain.people import Employee, Role, User
from terminplaner.services.ports import Store
from terminplaner.services.store_queries import ChangeLogQuery

_HASH = "$argon2id$v=19$m=65536,t=3,p=4$c2FsdA$aGFzaA"
_CLIENT = '{"installed": {"client_secret": "GOCSPX-hush"}}'

E = TypeVar("E", bound=Entity)


def _logged(store: Store, folder: Path) -> str:
    """All of the change log as it lies in the database of either engine."""
    file = folder / "copy.db"
    store.backup(file)
    with closing(sqlite3.connect(file)) as connection:
        return "\n".join(map(str, connection.execute("SELECT * FROM entity_change").fetchall()))


def _put(store: Store, entity: E) -> E:
    with store.write(AUTHOR, "put") as work:
        stored = work.put(entity)
        work.commit()
    return stored


def test_no_secret_stands_in_the_change_log(store: Store, tmp_path: Path) -> None:
    user = _put(store, User(uuid4(), "rosa", Role.PLANNER, password_hash=_HASH))
    settings = _put(store, ChainSettings(uuid4(), google_client=_CLIENT))
    _put(store, replace(user, password_hash=""))
    _put(store, replace(settings, google_client=_CLIENT.replace("hush", "still")))
    with store.read() as reader:
        assert reader.get(ChainSettings, settings.id).google_client == _CLIENT.replace("hush", "still")
        (removed,) = (change_set for change_set in reader.list_change_sets(user.id, limit=1))
    log = _logged(store, tmp_path)
    for secret in ("argon2", "GOCSPX", "client_secret"):
        assert secret not in log
    (change,) = removed.changes
    assert isinstance(change.before, User)
    assert isinstance(change.after, User)
    assert (change.before.password_hash, change.after.password_hash) == ("***", ""), "that it changed is told"


def test_everything_else_is_logged_as_it_is(store: Store) -> None:
    with store.write(AUTHOR, "put") as work:
        work.put(BRANCH)
        change_set = work.commit()
    assert all(field.repr for field in fields(BRANCH))
    with store.read() as reader:
        assert reader.list_change_sets(BRANCH.id) == (change_set,)


def _write(store: Store, author: Author, command: str, *entities: Entity) -> ChangeSet:
    with store.write(author, command) as work:
        for entity in entities:
            work.put(entity)
        change_set = work.commit()
    assert change_set is not None
    return change_set


def _ids(store: Store, query: ChangeLogQuery, limit: int = 10, older_than: UUID | None = None) -> list[UUID]:
    with store.read() as reader:
        return [found.change_set.id for found in reader.search_change_log(query, limit, older_than)]


def test_the_change_log_is_searched_by_everything_it_keeps(store: Store, clock: SetClock) -> None:
    rosa, google = Author("rosa", Origin.USER), Author("Google", Origin.GOOGLE)
    branch = _write(store, rosa, "save", BRANCH)
    person = _write(store, rosa, "save", Employee(uuid4(), "Wolke"))
    clock.instant += timedelta(hours=1)
    kinds = AppointmentType(uuid4(), "Sehtest"), AppointmentType(uuid4(), "Hörtest")
    lists = _write(store, google, "import", *kinds)
    assert _ids(store, ChangeLogQuery()) == [lists.id, person.id, branch.id]
    assert _ids(store, ChangeLogQuery(author_name="rosa")) == [person.id, branch.id]
    assert _ids(store, ChangeLogQuery(origin=Origin.GOOGLE)) == [lists.id]
    assert _ids(store, ChangeLogQuery(kinds=(Employee, Branch))) == [person.id, branch.id]
    assert _ids(store, ChangeLogQuery(entity_id=BRANCH.id)) == [branch.id]
    assert _ids(store, ChangeLogQuery(from_at=lists.at)) == [lists.id]
    assert _ids(store, ChangeLogQuery(until_at=lists.at)) == [person.id, branch.id]
    with store.read() as reader:
        assert reader.list_authors() == ("Google", "rosa")


def test_the_change_log_is_read_page_by_page(store: Store) -> None:
    rosa = Author("rosa", Origin.USER)
    written = [_write(store, rosa, "save", Employee(uuid4(), f"Wolke {number}")).id for number in range(5)]
    first = _ids(store, ChangeLogQuery(), limit=2)
    second = _ids(store, ChangeLogQuery(), limit=2, older_than=first[-1])
    assert [*first, *second] == written[:0:-1]


def test_of_many_changes_the_first_are_read_and_all_counted(store: Store) -> None:
    many = [AppointmentType(uuid4(), f"Typ {number}") for number in range(120)]
    _write(store, Author("rosa", Origin.USER), "import", *many)
    with store.read() as reader:
        (whole,) = reader.search_change_log(ChangeLogQuery(), 1)
        (one,) = reader.search_change_log(ChangeLogQuery(entity_id=many[-1].id), 1)
    assert (len(whole.change_set.changes), whole.count) == (100, 120)
    assert ([change.entity_id for change in one.change_set.changes], one.count) == ([many[-1].id], 120)
