"""The fields Datum, Beginn, Ende, Dauer and Ganztägig, kept equal to one ``Times``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from PySide6.QtCore import QDate, QObject, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QSpinBox,
)

from terminplaner.domain.chain import OpeningSpan
from terminplaner.ui.date_field import DateField
from terminplaner.ui.forms import inset, labelled, side_by_side
from terminplaner.ui.planner.appointment.times import Times
from terminplaner.ui.time_field import TimeField

_LONGEST_MINUTES = 366 * 24 * 60


class TimeFields(QObject):
    """``dates`` and ``hours`` are the two rows to put into a form."""

    changed = Signal()

    def __init__(self, times: Times, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._times = times
        self._day = DateField()
        self._last_day = DateField()
        self._is_all_day = QCheckBox(self.tr("&Ganztägig"))
        self._start, self._end = TimeField(), TimeField()
        self._minutes = minutes_field(_LONGEST_MINUTES)
        self.dates_label = labelled(self.tr("&Datum:"), self._day)
        self.hours_label = labelled(self.tr("&Beginn:"), self._start)
        until = labelled(self.tr("bis"), self._last_day)
        self.dates = side_by_side(self._day, until, self._last_day, self._is_all_day, stretch=True)
        self._last_day.setAccessibleName(self.tr("Enddatum"))
        self.hours = side_by_side(
            self._start,
            labelled(self.tr("&Ende:"), self._end),
            self._end,
            labelled(self.tr("D&auer:"), self._minutes),
            self._minutes,
            stretch=True,
        )
        self._day.dateChanged.connect(self._on_day)
        self._last_day.dateChanged.connect(self._on_last_day)
        self._is_all_day.toggled.connect(self._on_all_day)
        self._start.timeChanged.connect(self._on_start)
        self._end.timeChanged.connect(self._on_end)
        self._minutes.valueChanged.connect(self._on_minutes)
        self._show()

    @property
    def times(self) -> Times:
        return self._times

    def favor(self, opening: Iterable[OpeningSpan]) -> None:
        """Let the clocks put the hours of these opening times before the others."""
        spans = tuple(opening)
        self._start.favor(spans)
        self._end.favor(spans)

    def show_times(self, times: Times) -> None:
        """Take over other times; ``changed`` stays silent."""
        self._times = times
        self._show()

    def set_enabled(self, enabled: bool) -> None:
        self.dates.setEnabled(enabled)
        self.hours.setEnabled(enabled)

    def focus_start(self) -> None:
        """Put the cursor where the appointment begins, ready to be typed over."""
        field = self._day if self._times.is_all_day else self._start
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_end(self) -> None:
        """Put the cursor where the appointment ends, ready to be typed over."""
        field = self._last_day if self._times.is_all_day else self._end
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_unreadable(self) -> None:
        """Put the cursor where something is typed that says no time."""
        unreadable = next((field for field in (self._start, self._end) if not field.settle()), self._start)
        unreadable.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_day(self, day: QDate) -> None:
        self._take(self._times.with_day(_date(day)))

    def _on_last_day(self, day: QDate) -> None:
        self._take(self._times.with_last_day(_date(day)))

    def _on_all_day(self, is_all_day: bool) -> None:
        self._take(self._times.with_all_day(is_all_day))

    def _on_start(self, start: QTime) -> None:
        self._take(self._times.with_start(time(start.hour(), start.minute())))

    def _on_end(self, end: QTime) -> None:
        self._take(self._times.with_end(time(end.hour(), end.minute())))

    def _on_minutes(self, minutes: int) -> None:
        if minutes == max(self._times.minutes, 0):
            return  # Enter reports a number again that nobody changed
        self._take(self._times.with_minutes(minutes))

    def _take(self, times: Times) -> None:
        self._times = times
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """Write every field but leave alone what already says it: somebody may be typing there."""
        times = self._times
        fields = (self._day, self._last_day, self._start, self._end, self._minutes, self._is_all_day)
        blockers = [QSignalBlocker(field) for field in fields]
        self._last_day.setMinimumDate(_qdate(times.starts.date()))
        for field, day in ((self._day, times.starts.date()), (self._last_day, times.ends.date())):
            if field.date() != _qdate(day):
                field.setDate(_qdate(day))
        for clock, wall in ((self._start, times.starts), (self._end, times.ends)):
            if clock.time() != QTime(wall.hour, wall.minute):
                clock.setTime(QTime(wall.hour, wall.minute))
        if self._minutes.value() != times.minutes:
            self._minutes.setValue(max(times.minutes, 0))
        self._is_all_day.setChecked(times.is_all_day)
        for blocker in blockers:
            blocker.unblock()
        self.hours.setVisible(not times.is_all_day)
        self.hours_label.setVisible(not times.is_all_day)


def minutes_field(longest: int) -> QSpinBox:
    """A number of minutes up to ``longest``."""
    field = inset(QSpinBox())
    field.setRange(0, longest)
    field.setSingleStep(5)
    field.setSuffix(" min")
    return field


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
