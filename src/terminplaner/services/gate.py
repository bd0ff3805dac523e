"""The one way for every change.

A command opens the gate, works on the unit of work and leaves a ``ChangeSet``; whoever must know of it (views,
undo, the sync's alarm clock) listens here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import wraps
from typing import ParamSpec, TypeVar

from terminplaner.domain.changes import Author, ChangeSet
from terminplaner.domain.errors import DeadlockError
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import Store, UnitOfWork

P = ParamSpec("P")
T = TypeVar("T")
_TRIES = 3

Listener = Callable[[ChangeSet], None]


@dataclass(slots=True)
class Passage:
    """An open transaction; ``change_set`` is there once the gate has closed behind it."""

    work: UnitOfWork
    change_set: ChangeSet | None = None


@dataclass(slots=True)
class Gate:
    """Listeners are called in the thread that changed something, after the commit."""

    store: Store
    _listeners: list[Listener] = field(default_factory=list)

    def subscribe(self, listener: Listener) -> None:
        self._listeners.append(listener)

    @contextmanager
    def open(self, by: Actor | Author, command: str) -> Iterator[Passage]:
        """Run the body in one transaction: commit at its end, roll back on any exception.

        Raise ``PermissionDeniedError`` as ``Actor.require_valid`` does; the program itself and Google are authors
        whom no user stands behind, so nothing of the kind is asked of them.
        """
        with self.store.write(by.author if isinstance(by, Actor) else by, command) as work:
            if isinstance(by, Actor):
                by.require_valid(work)
            passage = Passage(work)
            yield passage
            passage.change_set = work.commit()
        if passage.change_set is not None:
            for listener in tuple(self._listeners):
                listener(passage.change_set)


def repeatable(command: Callable[P, T]) -> Callable[P, T]:
    """Begin a command anew where the database ended its transaction for the sake of others (``DeadlockError``).

    For every method that opens the gate and does nothing beside its one transaction: then nothing of the first try
    is left.
    """

    @wraps(command)
    def tried(*args: P.args, **kwargs: P.kwargs) -> T:
        for _ in range(_TRIES - 1):
            with suppress(DeadlockError):
                return command(*args, **kwargs)
        return command(*args, **kwargs)

    return tried
