"""A list of resources to tick."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.ui.choice_field import choices_of
from terminplaner.ui.swatch import SWATCH_SIZE, swatch
from terminplaner.ui.theme import Space


class ResourceChecks(QListWidget):
    """``changed`` with every tick."""

    changed = Signal()

    def __init__(self, rows_shown: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIconSize(SWATCH_SIZE)
        self._ids: list[UUID] = []
        self._rows_shown = rows_shown
        self.setFixedHeight(rows_shown * (self.fontMetrics().height() + Space.S))
        self.itemChanged.connect(self.changed)

    def offer(
        self, resources: Iterable[Resource], chosen: Iterable[UUID], branches: Iterable[Branch] = ()
    ) -> None:
        """Show these, with ``chosen`` ticked, of deleted ones only these; ``changed`` stays silent.

        ``branches`` are those that the resources may belong to.
        """
        wanted = set(chosen)
        self._ids.clear()
        with QSignalBlocker(self):
            self.clear()
            for choice in choices_of(resources, branches):
                if choice.key is not None and (not choice.is_deleted or choice.key in wanted):
                    item = QListWidgetItem(swatch(choice.color), choice.name, self)
                    item.setCheckState(_state(is_chosen=choice.key in wanted))
                    self._ids.append(choice.key)

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the rows have the height the style sheet gives them."""
        super().showEvent(event)
        self.doItemsLayout()
        if self.count():
            self.setFixedHeight(self._rows_shown * self.sizeHintForRow(0) + 2 * self.frameWidth())
        ticked = [row for row in range(self.count()) if self.item(row).checkState() is Qt.CheckState.Checked]
        if ticked:
            self.scrollToItem(self.item(ticked[0]))

    def choose(self, resource_ids: Iterable[UUID]) -> None:
        """Tick these and no others."""
        wanted = set(resource_ids)
        with QSignalBlocker(self):
            for row, key in enumerate(self._ids):
                self.item(row).setCheckState(_state(is_chosen=key in wanted))
        self.changed.emit()

    @property
    def chosen_ids(self) -> tuple[UUID, ...]:
        """In the order they are shown in."""
        checked = Qt.CheckState.Checked
        return tuple(key for row, key in enumerate(self._ids) if self.item(row).checkState() is checked)


def _state(*, is_chosen: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
