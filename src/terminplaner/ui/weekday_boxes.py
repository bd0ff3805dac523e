"""Seven boxes to tick, one for each day of the week."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from terminplaner.domain.resource import Weekday
from terminplaner.ui.theme import Space

_IN_A_ROW = 4


class WeekdayBoxes(QWidget):
    """At first all are ticked.  A box shows its day in short and says it in full."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, in_a_row: int = _IN_A_ROW) -> None:
        super().__init__(parent)
        self._boxes: dict[Weekday, QCheckBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        for weekday in Weekday:
            box = QCheckBox(QLocale().standaloneDayName(weekday + 1, QLocale.FormatType.ShortFormat).rstrip("."))
            box.setAccessibleName(QLocale().standaloneDayName(weekday + 1))
            box.setChecked(True)
            box.toggled.connect(self.changed)
            self._boxes[weekday] = box
            grid.addWidget(box, weekday // in_a_row, weekday % in_a_row)
        grid.setColumnStretch(in_a_row, 1)
        self.setFocusProxy(self._boxes[Weekday.MONDAY])

    @property
    def chosen(self) -> frozenset[Weekday]:
        return frozenset(weekday for weekday, box in self._boxes.items() if box.isChecked())

    def choose(self, weekdays: Container[Weekday]) -> None:
        """Tick these and no others; ``changed`` stays silent."""
        for weekday, box in self._boxes.items():
            with QSignalBlocker(box):
                box.setChecked(weekday in weekdays)
