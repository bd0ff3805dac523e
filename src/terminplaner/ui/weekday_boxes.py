"""Seven boxes to tick, one for each day of the week."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from terminplaner.domain.resource import Weekday
from terminplaner.ui.theme import Space

_IN_A_ROW = 4


class WeekdayBoxes(QWidget):
    """At first all are ticked.  A box shows its day in short and says it in full."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
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
            grid.addWidget(box, weekday // _IN_A_ROW, weekday % _IN_A_ROW)
        grid.setColumnStretch(_IN_A_ROW, 1)
        self.setFocusProxy(self._boxes[Weekday.MONDAY])

    @property
    def chosen(self) -> frozenset[Weekday]:
        return frozenset(weekday for weekday, box in self._boxes.items() if box.isChecked())
