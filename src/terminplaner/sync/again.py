"""Doing a step of the sync again that met somebody else at the same things."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from terminplaner.domain.errors import DeadlockError, StaleRevisionError
from terminplaner.services.ports import UnitOfWork
from terminplaner.sync.session import LinkSession

T = TypeVar("T")

_TRIES = 3
_FINAL = ("lease_lost", "direction_changed", "link_ended")


def again_if_met(step: Callable[[], T]) -> T:
    """Carry out a step, which is one transaction, and again where a person was at the same appointment or the
    database gave precedence to somebody else.

    Raise ``StaleRevisionError`` at once where the link is another's, or another one, and the last error where
    trying did not help.
    """
    for _ in range(_TRIES - 1):
        try:
            return step()
        except (DeadlockError, StaleRevisionError) as error:
            if error.error_code in _FINAL:
                raise
    return step()


def in_transaction(session: LinkSession, change: Callable[[UnitOfWork], None]) -> None:
    """Carry out a change in a transaction of the session; raise as ``again_if_met``."""

    def step() -> None:
        with session.transaction() as work:
            change(work)

    again_if_met(step)
