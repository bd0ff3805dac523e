"""The three-way decision as data: what happens to an event, by what became of it on either side since the base.

No clocks: each side is compared with its own half of the last agreed base.  ``docs/sync.md`` prints all tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from terminplaner.domain.resource import SyncDirection


class Side(StrEnum):
    """One field on one side."""

    SAME = "same"
    CHANGED = "changed"


class FieldAction(StrEnum):
    KEEP = "keep"
    TAKE = "take"
    SEND = "send"
    AGREE = "agree"
    CONFLICT = "conflict"
    OVERWRITE = "overwrite"
    """Ours is sent, and Google's value is kept in the journal alone."""
    STAY = "stay"
    """Ours stays here, and Google's there."""


FieldTable = Mapping[tuple[Side, Side, bool], FieldAction]

FIELD_TABLE: FieldTable = {
    # here, in Google, equal
    (Side.SAME, Side.SAME, True): FieldAction.KEEP,
    (Side.SAME, Side.SAME, False): FieldAction.KEEP,
    (Side.SAME, Side.CHANGED, True): FieldAction.AGREE,
    (Side.SAME, Side.CHANGED, False): FieldAction.TAKE,
    (Side.CHANGED, Side.SAME, True): FieldAction.AGREE,
    (Side.CHANGED, Side.SAME, False): FieldAction.SEND,
    (Side.CHANGED, Side.CHANGED, True): FieldAction.AGREE,
    (Side.CHANGED, Side.CHANGED, False): FieldAction.CONFLICT,
}

FIELD_TABLES: Mapping[SyncDirection, FieldTable] = {
    SyncDirection.BOTH: FIELD_TABLE,
    SyncDirection.TO_GOOGLE: {
        **FIELD_TABLE,
        (Side.SAME, Side.CHANGED, False): FieldAction.OVERWRITE,
        (Side.CHANGED, Side.CHANGED, False): FieldAction.OVERWRITE,
    },
    SyncDirection.FROM_GOOGLE: {**FIELD_TABLE, (Side.CHANGED, Side.SAME, False): FieldAction.STAY},
}
"""Title, time (with its all-day form) and description, each on its own.

A title or description that a privacy level masks may be the same on both sides since the base and yet differ.
"""


class Here(StrEnum):
    """The appointment, compared with the base."""

    SAME = "same"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    AWAY = "away"
    """Moved to other resources."""


class There(StrEnum):
    """The event, compared with the base."""

    SAME = "same"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    """With evidence: its status, or ``events.get`` finding nothing in a calendar that answers."""
    UNSEEN = "unseen"
    """Missing from a complete list, which proves nothing."""


class Action(StrEnum):
    NOTHING = "nothing"
    SEND = "send"
    MERGE = "merge"
    DELETE_THERE = "delete_there"
    CANCEL_HERE = "cancel_here"
    BRING_BACK_THERE = "bring_back_there"
    BRING_BACK_HERE = "bring_back_here"
    TAKE_AND_DELETE_THERE = "take_and_delete_there"
    FORGET = "forget"
    ASK_GOOGLE = "ask_google"
    LEAVE_THERE = "leave_there"
    """The appointment is not here any more, and yet Google is told nothing."""
    KEEP_HERE = "keep_here"
    """The appointment stays, without an event."""


EventTable = Mapping[tuple[Here, There], Action]

EVENT_TABLE: EventTable = {
    (Here.SAME, There.SAME): Action.NOTHING,
    (Here.SAME, There.CHANGED): Action.MERGE,
    (Here.SAME, There.CANCELLED): Action.CANCEL_HERE,
    (Here.SAME, There.UNSEEN): Action.ASK_GOOGLE,
    (Here.CHANGED, There.SAME): Action.SEND,
    (Here.CHANGED, There.CHANGED): Action.MERGE,
    (Here.CHANGED, There.CANCELLED): Action.BRING_BACK_THERE,
    (Here.CHANGED, There.UNSEEN): Action.ASK_GOOGLE,
    (Here.CANCELLED, There.SAME): Action.DELETE_THERE,
    (Here.CANCELLED, There.CHANGED): Action.BRING_BACK_HERE,
    (Here.CANCELLED, There.CANCELLED): Action.FORGET,
    (Here.CANCELLED, There.UNSEEN): Action.ASK_GOOGLE,
    (Here.AWAY, There.SAME): Action.DELETE_THERE,
    (Here.AWAY, There.CHANGED): Action.TAKE_AND_DELETE_THERE,
    (Here.AWAY, There.CANCELLED): Action.FORGET,
    (Here.AWAY, There.UNSEEN): Action.ASK_GOOGLE,
}

EVENT_TABLES: Mapping[SyncDirection, EventTable] = {
    SyncDirection.BOTH: EVENT_TABLE,
    SyncDirection.TO_GOOGLE: {
        **EVENT_TABLE,
        (Here.SAME, There.CANCELLED): Action.BRING_BACK_THERE,
        (Here.CANCELLED, There.CHANGED): Action.DELETE_THERE,
        (Here.AWAY, There.CHANGED): Action.DELETE_THERE,
    },
    SyncDirection.FROM_GOOGLE: {
        **EVENT_TABLE,
        (Here.CHANGED, There.SAME): Action.NOTHING,
        (Here.CHANGED, There.CANCELLED): Action.KEEP_HERE,
        (Here.CANCELLED, There.SAME): Action.LEAVE_THERE,
        (Here.AWAY, There.SAME): Action.LEAVE_THERE,
        (Here.AWAY, There.CHANGED): Action.MERGE,
    },
}
"""A mapped event that is not past.  Past ones are archived: never deleted and never sent, on neither side."""


def field_action(
    *,
    local_changed: bool,
    remote_changed: bool,
    are_equal: bool,
    direction: SyncDirection = SyncDirection.BOTH,
) -> FieldAction:
    return FIELD_TABLES[direction][
        Side.CHANGED if local_changed else Side.SAME, Side.CHANGED if remote_changed else Side.SAME, are_equal
    ]


def event_action(here: Here, there: There, direction: SyncDirection = SyncDirection.BOTH) -> Action:
    return EVENT_TABLES[direction][here, there]
