"""The road of every change to the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from terminplaner.domain.changes import ChangeSet


class ChangeFeed(QObject):
    """Carries the gate's change sets, whichever thread made them, to receivers in their own threads."""

    changed = Signal(object)
    """A ``ChangeSet``."""

    def publish(self, change_set: ChangeSet) -> None:
        """A listener for ``Gate.subscribe``; may be called in any thread."""
        self.changed.emit(change_set)
