"""Begin, end and duration within one day: any two of them give the third."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from PySide6.QtCore import QObject, QSignalBlocker, QTime
from PySide6.QtWidgets import QHBoxLayout

from terminplaner.domain.chain import OpeningSpan
from terminplaner.ui.forms import labelled
from terminplaner.ui.planner.appointment.time_fields import minutes_field
from terminplaner.ui.theme import Space
from terminplaner.ui.time_field import TimeField

_DAY = 24 * 60


class HoursFields(QObject):
    """``label`` and ``row`` are a row of a form; an end of 00:00 is midnight."""

    def __init__(self, starts_at: time, ends_at: time, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.start, self.end = _clock(starts_at), _clock(ends_at)
        self._minutes = minutes_field(_DAY)
        self.label = labelled(self.tr("&Beginn:"), self.start)
        self.row = QHBoxLayout()
        self.row.setSpacing(Space.S)
        self.row.addWidget(self.start)
        for text, field in ((self.tr("&Ende:"), self.end), (self.tr("D&auer:"), self._minutes)):
            self.row.addSpacing(Space.S)
            self.row.addWidget(labelled(text, field))
            self.row.addWidget(field)
        self.row.addStretch(1)
        self._show_minutes()
        self.start.timeChanged.connect(self._on_start)
        self.end.timeChanged.connect(self._show_minutes)
        self._minutes.valueChanged.connect(self._show_end)

    @property
    def starts_at(self) -> time:
        return _time(self.start.time())

    @property
    def ends_at(self) -> time:
        return _time(self.end.time())

    def favor(self, times: Iterable[OpeningSpan]) -> None:
        """Let the clocks put the hours of these opening times before the others."""
        spans = tuple(times)
        for clock in (self.start, self.end):
            clock.favor(spans)

    def settle(self) -> bool:
        """Take what was typed; whether both say a time."""
        return self.start.settle() and self.end.settle()

    def _on_start(self) -> None:
        """Begin at another time, as long as before; an end that was entered first waits for its start."""
        if self._minutes.value():
            self._show_end(self._minutes.value())
        else:
            self._show_minutes()

    def _show_end(self, minutes: int) -> None:
        end = min(_minute(self.start.time()) + minutes, _DAY) % _DAY
        with QSignalBlocker(self.end):
            self.end.setTime(QTime(end // 60, end % 60))
        self._show_minutes()

    def _show_minutes(self) -> None:
        with QSignalBlocker(self._minutes):
            self._minutes.setValue(max((_minute(self.end.time()) or _DAY) - _minute(self.start.time()), 0))


def _clock(at: time) -> TimeField:
    return TimeField(QTime(at.hour, at.minute))


def _minute(at: QTime) -> int:
    return at.hour() * 60 + at.minute()


def _time(at: QTime) -> time:
    return time(at.hour(), at.minute())
