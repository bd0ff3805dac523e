"""A table that is only looked at; what is done with a row is done by the buttons beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from terminplaner.ui.forms import quiet_rows
from terminplaner.ui.plain_text import plain_tooltip


class EntryTable(QTableWidget):
    """The last column takes the room that is left."""

    def __init__(self, name: str, headers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(headers), parent)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headers))
        quiet_rows(self)
        self.setWordWrap(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setStretchLastSection(True)

    def show_rows(self, rows: Sequence[Sequence[str]], current: int = -1) -> None:
        """Replace the content; ``current`` is the row to choose, -1 for none."""
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tooltip(text))
                self.setItem(row, column, item)
        self.setCurrentCell(current, 0)
