"""What an empty list says: why it is empty, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QPushButton, QVBoxLayout, QWidget

from terminplaner.ui.forms import small_print
from terminplaner.ui.theme import Space


class EmptyHint(QWidget):
    """A sentence with ``links`` below it.  It lies over the list: in it a screen reader finds only rows."""

    def __init__(self, rows: QAbstractItemView, *links: QPushButton) -> None:
        super().__init__()
        self._sentence = small_print()
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(self._sentence)
        for link in links:
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)
        self.hide()
        self.place = QGridLayout()
        """Holds the list and, over it, this."""
        self.place.addWidget(rows, 0, 0)
        self.place.addWidget(self, 0, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, sentence: str) -> None:
        """Show ``sentence``; an empty one hides it all, as where there are rows."""
        self._sentence.setText(sentence)
        self.setVisible(bool(sentence))
