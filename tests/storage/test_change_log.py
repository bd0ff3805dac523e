"""What the change log must not hold."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from helpers.stored_values import AUTHOR, BRANCH
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import Entity
from terminplaner.domain.people import Role, User
from terminplaner.services.ports import Store

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
