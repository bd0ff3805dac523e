"""The button that says which days are shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QPushButton

from terminplaner.ui.planner.navigation.mini_calendar import CalendarPopup
from terminplaner.ui.theme import Space, scaled


class DayButton(QPushButton):
    """Says which days are shown, in full or in short, and opens the small calendar; others set its width."""

    def __init__(self, calendar: CalendarPopup) -> None:
        super().__init__()
        self._calendar = calendar
        self.setProperty("role", "title")
        self.setAutoDefault(False)
        self.setFont(scaled(self.font(), 1.2, QFont.Weight.DemiBold))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Kalender öffnen (Strg+G: Datum eingeben)"))
        self.clicked.connect(self._open)
        self._long = self._short = ""
        self._is_short = False

    def show_texts(self, long: str, short: str) -> None:
        self._long, self._short = long, short
        self.setAccessibleName(long)
        self._say()

    def shorten(self, *, is_short: bool, width: int) -> None:
        """Say it in short or in full, ``width`` logical pixels wide."""
        self._is_short = is_short
        self.setFixedWidth(width)
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 2 * Space.XS)

    def width_of(self, text: str) -> int:
        """What ``text`` would need, in logical pixels."""
        return self.fontMetrics().horizontalAdvance(text) + 2 * Space.S

    def _say(self) -> None:
        self.setText(self._short if self._is_short else self._long)

    def _open(self) -> None:
        self._calendar.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)))
