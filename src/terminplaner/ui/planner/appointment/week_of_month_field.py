"""What a day is in its month, to choose: ``am 24.``, ``am vierten Dienstag``, ``am letzten Dienstag``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from terminplaner.domain.recurrence import weeks_of_month
from terminplaner.domain.resource import WeekOfMonth


class WeekOfMonthField(QComboBox):
    """Whoever chose a week gets it on every day that is in it, and another week of the month on other days."""

    def __init__(self, wanted: WeekOfMonth | None = None, parent: QWidget | None = None) -> None:
        """``wanted`` is None for what is said without a week."""
        super().__init__(parent)
        self._wanted = wanted
        self._offered: tuple[WeekOfMonth | None, ...] = (None,)
        self.currentIndexChanged.connect(self._on_chosen)

    @property
    def week(self) -> WeekOfMonth | None:
        """What the day is taken for, as it is shown."""
        return self._offered[max(self.currentIndex(), 0)]

    def offer(self, day: date, worded: Callable[[WeekOfMonth | None], str]) -> None:
        """Let choose what ``day`` is in its month, in the words of ``worded``; no signal tells of it."""
        self._offered = (None, *weeks_of_month(day))
        shown = self._offered.index(self._wanted) if self._wanted in self._offered else 1
        with QSignalBlocker(self):
            self.clear()
            for week in self._offered:
                self.addItem(worded(week))
            self.setCurrentIndex(shown)

    def _on_chosen(self, index: int) -> None:
        self._wanted = self._offered[index]
