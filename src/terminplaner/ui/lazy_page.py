"""A tab that costs nothing until somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminplaner.domain.changes import ChangeSet
from terminplaner.ui.context import Services, Session
from terminplaner.ui.page import Page
from terminplaner.ui.tasks import TaskRunner

P = TypeVar("P", bound=Page)


class LazyPage(Page, Generic[P]):
    """Stands in for a page that is built when it is first shown, or asked for.

    Until then it has nothing to refresh and nothing to lose: the page reads what it shows when it comes.
    """

    def __init__(
        self,
        build: Callable[[Services, Session, TaskRunner], P],
        services: Services,
        session: Session,
        tasks: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self._build = build
        self._page: P | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def page(self) -> P:
        """The page itself."""
        if self._page is None:
            self._page = page = self._build(self.services, self.session, self.tasks)
            self._column.addWidget(page)
            page.show()  # the layout would show it only after this tab was painted empty
        return self._page

    def refresh(self, change_set: ChangeSet | None) -> None:
        if self._page is not None:
            self._page.refresh(change_set)

    @property
    def has_unsaved_form(self) -> bool:
        return self._page is not None and self._page.has_unsaved_form

    @property
    def is_dirty(self) -> bool:
        return self._page is not None and self._page.is_dirty

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        _ = self.page
