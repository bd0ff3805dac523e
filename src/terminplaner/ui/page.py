"""What the tabs of the main window have in common."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from terminplaner.domain.changes import ChangeSet
from terminplaner.ui.context import Services, Session
from terminplaner.ui.tasks import TaskRunner


class Page(QWidget):
    """One tab.  Its ``actions()`` (``QWidget.addAction``) become entries of the window's menu bar."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.session = session
        self.tasks = tasks

    def refresh(self, change_set: ChangeSet | None) -> None:
        """Show what changed; None means that anything may have (another workstation, a reload)."""
        raise NotImplementedError

    @property
    def has_unsaved_form(self) -> bool:
        """Whether some of that input is in the tab itself, not in a dialog before it."""
        return False

    @property
    def is_dirty(self) -> bool:
        """Whether it holds input that would be lost if the window closed now."""
        return False
