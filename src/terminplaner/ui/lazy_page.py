"""A tab that costs nothing until somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminplaner.domain.changes import ChangeSet
from terminplaner.ui.context import Services, Session
from terminplaner.ui.page import Page
from terminplaner.ui.tasks import TaskRunner

BuildPage = Callable[[Services, Session, TaskRunner], Page]


class LazyPage(Page):
    """Stands in for a page that is built when it is first shown.

    Until then it has nothing to refresh and nothing to lose: the page reads what it shows when it comes.
    """

    def __init__(
        self,
        build: BuildPage,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self._build = build
        self._page: Page | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def refresh(self, change_set: ChangeSet | None) -> None:
        if self._page is not None:
            self._page.refresh(change_set)

    @property
    def is_dirty(self) -> bool:
        return self._page is not None and self._page.is_dirty

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._page is None:
            self._page = page = self._build(self.services, self.session, self.tasks)
            self._column.addWidget(page)
            page.show()  # the layout would show it only after this tab was painted empty
