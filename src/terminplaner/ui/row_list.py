"""A short list of appointments, each of which leads to its place in the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from terminplaner.services.appointment_rows import AppointmentRow

_MOST_SHOWN = 8
"""Lines that are seen without scrolling."""


class RowList(QListWidget):
    """Hidden while it is empty, else as high as its lines."""

    opened = Signal(object)
    """The ``AppointmentRow`` of a line that was clicked, or on which Enter was pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Im Plan zeigen"))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._rows: tuple[AppointmentRow, ...] = ()
        self.itemClicked.connect(self._open)
        self.hide()

    def show_lines(self, lines: Sequence[tuple[str, AppointmentRow]]) -> None:
        """The text and the appointment of each line; the one that is current stays so."""
        current = self.currentRow()
        chosen = self._rows[current].appointment.id if 0 <= current < len(self._rows) else None
        self._rows = tuple(row for _, row in lines)
        self.clear()
        self.addItems([text for text, _ in lines])
        ids = [row.appointment.id for row in self._rows]
        self.setCurrentRow(ids.index(chosen) if chosen in ids else -1)
        shown = min(len(lines), _MOST_SHOWN)
        self.setFixedHeight(shown * self.sizeHintForRow(0) + 2 * self.frameWidth())
        self.setVisible(bool(lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            self._open(item)
        else:
            super().keyPressEvent(event)

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(self._rows[self.row(item)])
