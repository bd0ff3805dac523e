"""Rights are those of now: what another workstation took from a user is gone here within the next transaction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

import pytest

from helpers.databases import Database
from helpers.stored_values import AUTHOR, TYPE
from terminplaner.domain.appointment import AppointmentType
from terminplaner.domain.changes import Origin
from terminplaner.domain.errors import PermissionDeniedError
from terminplaner.domain.people import Customer, Employee, Role, User
from terminplaner.services.change_log import ChangeLog
from terminplaner.services.customers import Customers
from terminplaner.services.founding import found_chain
from terminplaner.services.gate import Gate
from terminplaner.services.master_data import MasterData
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import Store
from terminplaner.services.store_queries import ChangeLogQuery
from terminplaner.services.users import Users

Command = Callable[[], object]


@pytest.fixture
def elsewhere(database: Database, store: Store) -> MasterData:
    """The master data as an administrator keeps them at another workstation."""
    found_chain(Gate(store))
    return MasterData(Gate(database.open()), database.clock)


@pytest.fixture
def admin(elsewhere: MasterData) -> Actor:
    return Actor(Users(elsewhere.gate).authenticate("admin"))


@pytest.fixture
def rosa(elsewhere: MasterData, admin: Actor) -> Actor:
    """A second administrator, who works at the first workstation."""
    return Actor(elsewhere.save(admin, User(uuid4(), "rosa", Role.ADMINISTRATOR)))


def _code(command: Command) -> str:
    try:
        command()
    except PermissionDeniedError as error:
        return error.error_code
    return ""


def _commands(store: Store, database: Database, actor: Actor) -> tuple[Command, ...]:
    """One of each kind: with rights asked of before the transaction, within it, and of what is only read."""
    gate = Gate(store)
    return (
        lambda: MasterData(gate, database.clock).save(actor, replace(TYPE, id=uuid4(), name="neu", revision=0)),
        lambda: Customers(gate, database.clock).create(actor, Customer(uuid4(), "", "Neumann")),
        lambda: ChangeLog(store).page(actor, ChangeLogQuery()),
    )


def test_a_deleted_user_changes_nothing_any_more(
    store: Store, database: Database, elsewhere: MasterData, admin: Actor, rosa: Actor
) -> None:
    elsewhere.delete(admin, rosa.user)
    assert [_code(command) for command in _commands(store, database, rosa)] == ["user_deleted"] * 3
    assert _code(lambda: Users(Gate(store)).set_password(rosa, rosa.user.id, "neu")) == "user_deleted"
    with store.read() as reader:
        assert "neu" not in [row.name for row in reader.list(AppointmentType)]
        assert not reader.list(Customer)


def test_a_user_who_lost_rights_has_to_act_as_who_that_is_now(
    store: Store, database: Database, elsewhere: MasterData, admin: Actor, rosa: Actor
) -> None:
    demoted = Actor(elsewhere.save(admin, replace(rosa.user, role=Role.PLANNER)))
    assert [_code(command) for command in _commands(store, database, rosa)] == ["rights_changed"] * 3
    found = [_code(command) for command in _commands(store, database, demoted)]
    assert found == ["permission_denied", "", ""], "what the new role allows goes on"


def test_the_resource_of_another_employee_is_no_longer_the_own(
    store: Store, database: Database, elsewhere: MasterData, admin: Actor, rosa: Actor
) -> None:
    first, second = (elsewhere.save(admin, Employee(uuid4(), name)) for name in ("Erste", "Zweite"))
    user = elsewhere.save(admin, replace(rosa.user, employee_id=first.id))
    assert {_code(command) for command in _commands(store, database, rosa)} == {""}, "one more thing is hers"
    elsewhere.save(admin, replace(user, employee_id=second.id))
    assert {_code(command) for command in _commands(store, database, Actor(user))} == {"rights_changed"}


def test_who_lost_nothing_is_not_disturbed(
    store: Store, database: Database, elsewhere: MasterData, admin: Actor
) -> None:
    user = elsewhere.save(admin, User(uuid4(), "petra", Role.PLANNER))
    petra = Actor(user)
    elsewhere.save(admin, replace(user, name="petra.p", role=Role.ADMINISTRATOR))
    found = [_code(command) for command in _commands(store, database, petra)]
    assert found == ["permission_denied", "", ""], "more than the actor had is not taken for granted either"


def test_google_and_the_program_need_no_user(store: Store, elsewhere: MasterData) -> None:
    for author in (replace(AUTHOR, origin=Origin.GOOGLE, user_id=None), replace(AUTHOR, user_id=uuid4())):
        with Gate(store).open(author, "sync") as passage:
            passage.work.put(replace(TYPE, id=uuid4(), name=str(uuid4()), revision=0))
        assert passage.change_set is not None


def test_the_other_workstation_hears_whose_rights_were_changed(
    store: Store, elsewhere: MasterData, admin: Actor, rosa: Actor
) -> None:
    store.wait_for_foreign_changes(5)
    elsewhere.save(admin, replace(rosa.user, role=Role.READER))
    heard = store.wait_for_foreign_changes(5)
    assert heard is not None
    (change_set,) = heard.change_sets
    assert [change.entity_id for change in change_set.changes] == [rosa.user.id]
    assert change_set.author.user_id == admin.user.id
