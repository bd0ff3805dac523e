"""A period to look back into: a number of days, or two dates."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

from PySide6.QtCore import QDate, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from terminplaner.ui.date_field import DateField
from terminplaner.ui.forms import labelled

_ANY, _CHOSEN = -1, -2
"""Periods that are no number of days."""


class PeriodField(QObject):
    """``choice`` offers periods; ``dates`` is seen while they are chosen by hand."""

    changed = Signal()

    def __init__(self, any_text: str, zone: tzinfo, today: date, parent: QWidget) -> None:
        """``any_text`` stands for no bounds; days are those of ``zone``."""
        super().__init__(parent)
        self._zone = zone
        self._today = today
        self.choice = QComboBox()
        for label, days in (
            (any_text, _ANY),
            (self.tr("Heute"), 0),
            (self.tr("Letzte 7 Tage"), 6),
            (self.tr("Letzte 30 Tage"), 29),
            (self.tr("Von … bis …"), _CHOSEN),
        ):
            self.choice.addItem(label, days)
        self._from, self._until = DateField(), DateField()
        self.dates = QWidget()
        row = QHBoxLayout(self.dates)
        row.setContentsMargins(0, 0, 0, 0)
        for text, day in ((self.tr("Vo&n:"), self._from), (self.tr("&Bis:"), self._until)):
            row.addWidget(labelled(text, day))
            row.addWidget(day)
            day.setDate(QDate(today.year, today.month, today.day))
            day.dateChanged.connect(lambda _date: self.changed.emit())
        row.addStretch(1)
        self.dates.hide()
        self.choice.currentIndexChanged.connect(lambda _index: self._on_chosen())

    @property
    def span(self) -> tuple[datetime | None, datetime | None]:
        """From and until, the latter exclusive; None without a bound."""
        days = self.choice.currentData()
        if days == _CHOSEN:
            return self._midnight(_day(self._from.date())), self._midnight(
                _day(self._until.date()) + timedelta(days=1)
            )
        return None if days == _ANY else self._midnight(self._today - timedelta(days=days)), None

    def reset(self) -> None:
        """No bounds, without a word of it."""
        blocker = QSignalBlocker(self)
        self.choice.setCurrentIndex(0)
        blocker.unblock()

    def _on_chosen(self) -> None:
        self.dates.setVisible(self.choice.currentData() == _CHOSEN)
        self.changed.emit()

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self._zone)


def _day(value: QDate) -> date:
    return date(value.year(), value.month(), value.day())
