"""The event ids we choose (google-calendar.md 3.3)."""

from __future__ import annotations

import base64
import hashlib
from uuid import UUID

_LENGTH = 32


def event_id(store_id: UUID, link_id: UUID, appointment_id: UUID, generation: int) -> str:
    """The id of an appointment's event in a link's calendar.

    Deterministic, so that a request sent twice, by one workstation or by two, can only make one event.  Google
    never gives the id of a deleted event free: what comes back after a deletion takes the next ``generation``.
    """
    name = f"{store_id}|{link_id}|{appointment_id}|{generation}"
    digest = hashlib.sha256(name.encode()).digest()
    return "a" + base64.b32hexencode(digest).decode().lower()[:_LENGTH]
