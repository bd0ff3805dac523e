"""Eigenschaft bearbeiten: one of the lists, opened beside the field that chooses from it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.permissions import Right
from terminplaner.ui.administration.catalogue_tab import Catalogue, CatalogueTab, Entry
from terminplaner.ui.choice_field import ChoiceField
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import button
from terminplaner.ui.icon_widgets import IconButton
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.window_place import resize_within_screen

_SIZE = (720, 420)


class CatalogueButton(IconButton):
    """Hidden from who may not edit master data."""

    edited = Signal(object)
    """All entries, once the dialog was closed."""

    def __init__(
        self,
        catalogue: Catalogue,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("edit", "", parent)
        name = self.tr("Eigenschaft bearbeiten: {list}").format(list=catalogue.title)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._catalogue = catalogue
        self._services = services
        self._session = session
        self._tasks = tasks
        self._field: ChoiceField | None = None
        if not self._is_allowed:
            self.hide()
        self.clicked.connect(self.edit)

    @property
    def _is_allowed(self) -> bool:
        return self._session.actor.has(Right.MANAGE_MASTER_DATA)

    def serve(self, field: ChoiceField) -> None:
        """Be offered in the menu of the field that chooses from the list, too, and begin with what is chosen."""
        self._field = field
        if self._is_allowed:
            action = QAction(self.tr("Eigenschaft bearbeiten …"), field)
            action.triggered.connect(self.edit)
            field.addAction(action)
            field.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def edit(self) -> None:
        """Open the list."""
        chosen_id = self._field.key if self._field is not None else None
        dialog = CatalogueDialog(self._catalogue, chosen_id, self._services, self._session, self._tasks, self)
        dialog.finished.connect(self._reload)
        dialog.open()

    def _reload(self) -> None:
        load, queries = self._catalogue.load, self._services.queries
        self._tasks.run(lambda: load(queries), self, self._on_loaded, _ignore)

    def _on_loaded(self, entries: tuple[Entry, ...]) -> None:
        self.edited.emit(entries)


class CatalogueDialog(QDialog):
    """Opened with ``open()``."""

    def __init__(
        self,
        catalogue: Catalogue,
        chosen_id: UUID | None,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        parent: QWidget,
    ) -> None:
        """It begins with the entry of ``chosen_id``, with the first where it is None."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Eigenschaft bearbeiten: {list}").format(list=catalogue.title))
        self._tab = CatalogueTab(catalogue, services, session, tasks)
        close = button(self.tr("Schließen"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.addWidget(self._tab, 1)
        column.addLayout(buttons)
        resize_within_screen(self, *_SIZE)
        self._tab.begin_with(chosen_id)

    def reject(self) -> None:
        """Close, once nothing unsaved would be lost."""
        self._tab.leave(super().reject)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._tab.is_dirty:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)


def _ignore(_error: TerminplanerError) -> None:
    """The field keeps offering what it offered."""
