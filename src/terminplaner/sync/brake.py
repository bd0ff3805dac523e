"""The brake: how many deletions at once are believed without asking a person (design.md)."""

from __future__ import annotations

_ALWAYS_ALLOWED = 5
_ALLOWED_SHARE = 0.2


def holds(deletions: int, live: int) -> bool:
    """Whether ``deletions`` among ``live`` future events (these included) must wait for a person.

    The last single event may always go.
    """
    return deletions > max(_ALWAYS_ALLOWED, live * _ALLOWED_SHARE) or (deletions == live and live > 1)


def is_unexpectedly_empty(items: int, live: int) -> bool:
    """Whether a complete list without a single item, not even a cancelled one, contradicts what we know."""
    return items == 0 and live > 1
