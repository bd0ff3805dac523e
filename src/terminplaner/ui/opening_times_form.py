"""The opening times of a branch: a line for each day of the week."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from terminplaner.domain.chain import OpeningSpan
from terminplaner.domain.resource import Weekday
from terminplaner.ui import opening_wording
from terminplaner.ui.forms import button, labelled, small_print
from terminplaner.ui.planner.wording import weekday
from terminplaner.ui.theme import Space

_MONDAY = date(2024, 1, 1)


class OpeningTimesForm(QWidget):
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = {day: QLineEdit() for day in Weekday}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        for row, (day, line) in enumerate(self._lines.items()):
            line.setPlaceholderText(self.tr("geschlossen"))
            line.textChanged.connect(self.changed)
            grid.addWidget(labelled(weekday(_MONDAY + timedelta(days=day)), line), row, 0)
            grid.addWidget(line, row, 1)
        spread = button(self.tr("Montag auf Dienstag bis Freitag übertragen"))
        spread.clicked.connect(self._spread_monday)
        hint = small_print(
            self.tr(
                "Zum Beispiel 9–13, 14:30–18. Außerhalb ist der Plan dunkler, und das Programm weist darauf hin. "
                "Alle Zeilen leer: keine Angabe."
            )
        )
        grid.addWidget(spread, len(Weekday), 1)
        grid.addWidget(hint, len(Weekday) + 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def show_times(self, times: tuple[OpeningSpan, ...]) -> None:
        for day, line in self._lines.items():
            line.setText(opening_wording.hours(opening_wording.spans_on(times, day)))

    @property
    def times(self) -> tuple[OpeningSpan, ...] | None:
        """What the lines say, None while one of them cannot be read."""
        found: list[OpeningSpan] = []
        for day, line in self._lines.items():
            hours = opening_wording.parse_hours(line.text())
            if hours is None:
                return None
            found += (OpeningSpan(day, opens_at, closes_at) for opens_at, closes_at in hours)
        return tuple(found)

    @property
    def unreadable(self) -> str | None:
        """The first line that cannot be read."""
        line = self._unreadable_line()
        return None if line is None else line.text()

    def focus_unreadable(self) -> None:
        if (line := self._unreadable_line()) is not None:
            line.setFocus()
            line.selectAll()

    def _unreadable_line(self) -> QLineEdit | None:
        lines = self._lines.values()
        return next((line for line in lines if opening_wording.parse_hours(line.text()) is None), None)

    def _spread_monday(self) -> None:
        for day in (Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.FRIDAY):
            self._lines[day].setText(self._lines[Weekday.MONDAY].text())
