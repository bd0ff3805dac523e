"""The dialog "Gehe zu Datum"."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from terminplaner.ui.forms import button, labelled, primary_button, small_print
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.navigation.date_words import DateWords, read_date
from terminplaner.ui.theme import Space

_WIDTH = 380


class GoToDialog(QDialog):
    """Understands dates as people say them, and says which day it understood."""

    chosen = Signal(object)
    """A ``date``."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._day: date | None = None
        self.setWindowTitle(self.tr("Gehe zu Datum"))
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("z. B. 24.12. oder morgen"))
        self._understood = small_print()
        self._leave = button(self.tr("Abbrechen"))
        self._go = primary_button(self.tr("Anzeigen"))
        self._go.setDefault(True)
        self._go.clicked.connect(self._accept)
        self._leave.clicked.connect(self.reject)
        self._field.textChanged.connect(self._read)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(labelled(self.tr("Datum"), self._field))
        column.addWidget(self._field)
        column.addWidget(self._understood)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
        self._field.setFocus()
        self._read("")

    def _read(self, text: str) -> None:
        self._day = read_date(text, self._today, spoken_dates())
        if self._day is not None:
            said = wording.long_date(self._day)
        elif text.strip():
            said = self.tr("Das ist kein Datum.")
        else:
            said = self.tr("Auch: 24. · +14 · -2 Wochen · KW 5 · übermorgen · Freitag")
        self._understood.setText(said)
        self._field.setAccessibleDescription(said)
        self._go.setEnabled(self._day is not None)

    def _accept(self) -> None:
        if self._day is not None:
            self.chosen.emit(self._day)
            self.accept()


def spoken_dates() -> DateWords:
    """The words for dates in German and English, and the weekdays of the system's language, long and short."""
    locale = QLocale()
    weekdays = {
        locale.dayName(number, length).rstrip(".").casefold(): number - 1
        for number in range(1, 8)
        for length in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    }
    weekdays["sonnabend"] = weekdays.get("samstag", 5)
    return DateWords(
        {
            "heute": 0,
            "today": 0,
            "morgen": 1,
            "tomorrow": 1,
            "übermorgen": 2,
            "gestern": -1,
            "yesterday": -1,
            "vorgestern": -2,
        },
        weekdays,
        ("kw", "woche", "week"),
        {
            "t": 1,
            "tag": 1,
            "tage": 1,
            "day": 1,
            "days": 1,
            "w": 7,
            "wo": 7,
            "woche": 7,
            "wochen": 7,
            "week": 7,
            "weeks": 7,
        },
    )
