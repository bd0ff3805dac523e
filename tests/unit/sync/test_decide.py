"""Every cell of the decision tables, and their page."""

from __future__ import annotations

from itertools import product

import pytest

from decision_table import PAGE, with_tables
from terminplaner.domain.resource import SyncDirection
from terminplaner.sync.decide import (
    EVENT_TABLES,
    FIELD_TABLES,
    Action,
    FieldAction,
    Here,
    Side,
    There,
    event_action,
    field_action,
)


@pytest.mark.parametrize(
    ("local_changed", "remote_changed", "are_equal", "expected"),
    [
        (False, False, True, FieldAction.KEEP),
        (False, False, False, FieldAction.KEEP),
        (False, True, True, FieldAction.AGREE),
        (False, True, False, FieldAction.TAKE),
        (True, False, True, FieldAction.AGREE),
        (True, False, False, FieldAction.SEND),
        (True, True, True, FieldAction.AGREE),
        (True, True, False, FieldAction.CONFLICT),
    ],
)
def test_a_field(local_changed: bool, remote_changed: bool, are_equal: bool, expected: FieldAction) -> None:
    found = field_action(local_changed=local_changed, remote_changed=remote_changed, are_equal=are_equal)
    assert found is expected


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        (Here.SAME, There.SAME, Action.NOTHING),
        (Here.SAME, There.CHANGED, Action.MERGE),
        (Here.SAME, There.CANCELLED, Action.CANCEL_HERE),
        (Here.SAME, There.UNSEEN, Action.ASK_GOOGLE),
        (Here.CHANGED, There.SAME, Action.SEND),
        (Here.CHANGED, There.CHANGED, Action.MERGE),
        (Here.CHANGED, There.CANCELLED, Action.BRING_BACK_THERE),
        (Here.CHANGED, There.UNSEEN, Action.ASK_GOOGLE),
        (Here.CANCELLED, There.SAME, Action.DELETE_THERE),
        (Here.CANCELLED, There.CHANGED, Action.BRING_BACK_HERE),
        (Here.CANCELLED, There.CANCELLED, Action.FORGET),
        (Here.CANCELLED, There.UNSEEN, Action.ASK_GOOGLE),
        (Here.AWAY, There.SAME, Action.DELETE_THERE),
        (Here.AWAY, There.CHANGED, Action.TAKE_AND_DELETE_THERE),
        (Here.AWAY, There.CANCELLED, Action.FORGET),
        (Here.AWAY, There.UNSEEN, Action.ASK_GOOGLE),
    ],
)
def test_an_event(here: Here, there: There, expected: Action) -> None:
    assert event_action(here, there) is expected


ONE_WAY_FIELDS = {
    SyncDirection.TO_GOOGLE: {
        (False, True, False): FieldAction.OVERWRITE,
        (True, True, False): FieldAction.OVERWRITE,
    },
    SyncDirection.FROM_GOOGLE: {(True, False, False): FieldAction.STAY},
}
ONE_WAY_EVENTS = {
    SyncDirection.TO_GOOGLE: {
        (Here.SAME, There.CANCELLED): Action.BRING_BACK_THERE,
        (Here.CANCELLED, There.CHANGED): Action.DELETE_THERE,
        (Here.AWAY, There.CHANGED): Action.DELETE_THERE,
    },
    SyncDirection.FROM_GOOGLE: {
        (Here.CHANGED, There.SAME): Action.NOTHING,
        (Here.CHANGED, There.CANCELLED): Action.KEEP_HERE,
        (Here.CANCELLED, There.SAME): Action.LEAVE_THERE,
        (Here.AWAY, There.SAME): Action.LEAVE_THERE,
        (Here.AWAY, There.CHANGED): Action.MERGE,
    },
}


@pytest.mark.parametrize("direction", ONE_WAY_FIELDS)
@pytest.mark.parametrize("case", list(product((False, True), repeat=3)))
def test_a_field_of_one_direction(direction: SyncDirection, case: tuple[bool, bool, bool]) -> None:
    """As in both directions but for what is told here."""
    local, remote, equal = case
    both = field_action(local_changed=local, remote_changed=remote, are_equal=equal)
    found = field_action(local_changed=local, remote_changed=remote, are_equal=equal, direction=direction)
    assert found is ONE_WAY_FIELDS[direction].get(case, both)


@pytest.mark.parametrize("direction", ONE_WAY_EVENTS)
@pytest.mark.parametrize("case", list(product(Here, There)))
def test_an_event_of_one_direction(direction: SyncDirection, case: tuple[Here, There]) -> None:
    assert event_action(*case, direction) is ONE_WAY_EVENTS[direction].get(case, event_action(*case))


def test_one_direction_never_sends_and_the_other_never_brings() -> None:
    sending = {Action.SEND, Action.DELETE_THERE, Action.BRING_BACK_THERE, Action.TAKE_AND_DELETE_THERE}
    assert not sending & set(EVENT_TABLES[SyncDirection.FROM_GOOGLE].values())
    assert FieldAction.SEND not in FIELD_TABLES[SyncDirection.FROM_GOOGLE].values()
    bringing = {Action.CANCEL_HERE, Action.BRING_BACK_HERE, Action.TAKE_AND_DELETE_THERE}
    assert not bringing & set(EVENT_TABLES[SyncDirection.TO_GOOGLE].values())
    assert not {FieldAction.TAKE, FieldAction.CONFLICT} & set(FIELD_TABLES[SyncDirection.TO_GOOGLE].values())


@pytest.mark.parametrize("direction", SyncDirection)
def test_no_case_is_forgotten(direction: SyncDirection) -> None:
    assert set(EVENT_TABLES[direction]) == set(product(Here, There))
    assert set(FIELD_TABLES[direction]) == set(product(Side, Side, (True, False)))


def test_the_page_prints_the_data() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_tables(page) == page
    assert page.count("| `take` |") == len(SyncDirection) - 1
    assert page.count("`overwrite` |") == 2
    assert page.count("| `keep_here` |") == 1
