"""The button that says which days are shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from terminplaner.ui.planner.navigation.mini_calendar import CalendarPopup
from terminplaner.ui.theme import Space, scaled


class DayButton(QPushButton):
    """Says which days are shown, in short where the window is narrow, and opens the small calendar."""

    def __init__(self, calendar: CalendarPopup) -> None:
        super().__init__()
        self._calendar = calendar
        self.setProperty("role", "title")
        self.setAutoDefault(False)
        self.setFont(scaled(self.font(), 1.25, QFont.Weight.DemiBold))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Kalender öffnen (Strg+G: Datum eingeben)"))
        self.clicked.connect(self._open)
        self._long = self._short = ""

    @property
    def needed_width(self) -> int:
        """Of the longest short text so far, so that the line keeps its form while paging; in logical pixels."""
        return self.minimumWidth()

    def show_texts(self, long: str, short: str) -> None:
        self._long, self._short = long, short
        self.setAccessibleName(long)
        self.setMinimumWidth(max(self.minimumWidth(), self._width_of(short)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 2 * Space.XS)

    def _fit(self) -> None:
        self.setText(self._long if self._width_of(self._long) <= self.width() else self._short)

    def _width_of(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + 2 * Space.S

    def _open(self) -> None:
        self._calendar.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)))
