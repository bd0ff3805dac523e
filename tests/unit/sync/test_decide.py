"""Every cell of the decision tables, and their page."""

from __future__ import annotations

from itertools import product

import pytest

from decision_table import PAGE, with_tables
from terminplaner.sync.decide import (
    EVENT_TABLE,
    FIELD_TABLE,
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


def test_no_case_is_forgotten() -> None:
    assert set(EVENT_TABLE) == set(product(Here, There))
    assert set(FIELD_TABLE) == set(product(Side, Side, (True, False)))


def test_the_page_prints_the_data() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert with_tables(page) == page
    assert page.count("| `take` |") == 1
    assert page.count("`bring_back_there`") == 1
