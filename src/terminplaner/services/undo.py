"""Taking back what this workstation's user did, step by step.

An undo is an ordinary transaction with origin ``undo``, so the change log, other workstations and Google see it
like any edit.  A step whose row somebody else (or the sync) changed since is dropped with ``StaleRevisionError``.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet, Entity, EntityChange, Origin
from terminplaner.domain.errors import NotFoundError, StaleRevisionError
from terminplaner.services.gate import Gate
from terminplaner.services.permissions import Actor
from terminplaner.services.planning import Planning
from terminplaner.services.ports import UnitOfWork

_STEPS = 50


@dataclass(slots=True)
class UndoStack:
    """The steps of one session.  Call ``learn`` with every change set the gate reports."""

    gate: Gate
    planning: Planning
    _done: deque[ChangeSet] = field(default_factory=lambda: deque(maxlen=_STEPS))
    _undone: list[ChangeSet] = field(default_factory=list)
    _twins: dict[tuple[UUID, int], int] = field(default_factory=dict)
    """Which earlier revision a reverted one equals, so that older steps still find their state."""

    def learn(self, change_set: ChangeSet) -> None:
        """Remember a user's change of appointments; a new one ends what could be redone."""
        if change_set.author.origin is Origin.USER and change_set.touches(Appointment):
            self._done.append(change_set)
            self._undone.clear()

    @property
    def undo_command(self) -> str | None:
        """The command the next undo takes back, e.g. ``move``."""
        return self._done[-1].command if self._done else None

    @property
    def redo_command(self) -> str | None:
        return self._undone[-1].command if self._undone else None

    def undo(self, actor: Actor) -> ChangeSet:
        """Take the last step back; raise ``NotFoundError`` (``nothing_to_undo``) or ``StaleRevisionError``."""
        if not self._done:
            raise NotFoundError("nothing_to_undo")
        step = self._done.pop()
        reverted = self._revert(actor, step)
        self._undone.append(replace(reverted, command=step.command))
        return reverted

    def redo(self, actor: Actor) -> ChangeSet:
        """Do the last undone step again; raise as ``undo`` does."""
        if not self._undone:
            raise NotFoundError("nothing_to_redo")
        step = self._undone.pop()
        reverted = self._revert(actor, step)
        self._done.append(replace(reverted, command=step.command))
        return reverted

    def _revert(self, actor: Actor, step: ChangeSet) -> ChangeSet:
        author = replace(actor.author, origin=Origin.UNDO)
        with self.gate.open(author, step.command) as passage:
            for change in reversed(step.changes):
                self._put_back(passage.work, change, actor)
        # A step reverts to a different state by construction, so there is always something to report.
        return passage.change_set or ChangeSet(uuid4(), step.command, author, self.planning.clock.now(), ())

    def _put_back(self, work: UnitOfWork, change: EntityChange, actor: Actor) -> None:
        current = work.get(type(change.after), change.entity_id)
        if self._state(current) != self._state(change.after):
            raise StaleRevisionError(by=getattr(current, "modified_by", ""))
        target = self._target(change, actor)
        if isinstance(target, Appointment):
            self.planning.hold_room(work, target)
        stored = work.put(replace(target, revision=current.revision))
        self._twins[stored.id, stored.revision] = self._state(change.before) if change.before else 0

    def _state(self, entity: Entity) -> int:
        return self._twins.get((entity.id, entity.revision), entity.revision)

    def _target(self, change: EntityChange, actor: Actor) -> Entity:
        if change.before is not None:
            return change.before
        now = self.planning.clock.now()
        if isinstance(change.after, Appointment):
            return replace(change.after, cancelled_at=now, cancelled_by=actor.name)
        return change.after
