"""The ids we choose."""

from __future__ import annotations

import re
from uuid import UUID

from terminplaner.sync.event_ids import event_id

STORE, LINK, APPOINTMENT = (UUID(int=number) for number in (1, 2, 3))


def test_an_id_is_legal_and_always_the_same() -> None:
    found = event_id(STORE, LINK, APPOINTMENT, 0)
    assert re.fullmatch("a[0-9a-v]{32}", found)
    assert found == event_id(STORE, LINK, APPOINTMENT, 0)


def test_every_part_counts() -> None:
    ids = {
        event_id(STORE, LINK, APPOINTMENT, 0),
        event_id(STORE, LINK, APPOINTMENT, 1),
        event_id(STORE, APPOINTMENT, LINK, 0),
        event_id(LINK, LINK, APPOINTMENT, 0),
    }
    assert len(ids) == 4
