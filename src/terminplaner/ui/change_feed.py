"""The road of every change to the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from terminplaner.domain.changes import ChangeSet
from terminplaner.services.store_queries import ForeignChanges


class ChangeFeed(QObject):
    """Carries what was committed, whichever thread tells of it, to receivers in their own threads."""

    changed = Signal(object)
    """A ``ChangeSet``, made here or elsewhere."""
    changedHere = Signal(object)
    """Those of this process, first: of all others their own workstation takes care."""
    changedElsewhere = Signal(object)
    """Those of other processes, first: the session follows before anything is shown by it."""
    syncMoved = Signal()
    """Another process's sync wrote what no change set tells of: links, runs, problems."""
    outdated = Signal()
    """Anything may be another than it was."""

    def publish(self, change_set: ChangeSet) -> None:
        """A listener for ``Gate.subscribe``; may be called in any thread."""
        self.changedHere.emit(change_set)
        self.changed.emit(change_set)

    def publish_foreign(self, found: ForeignChanges) -> None:
        """What ``Store.wait_for_foreign_changes`` found; may be called in any thread."""
        if found.is_incomplete:
            self.outdated.emit()
            return
        for change_set in found.change_sets:
            self.changedElsewhere.emit(change_set)
            self.changed.emit(change_set)
        if found.has_bookkeeping:
            self.syncMoved.emit()
