"""A day or a time of day that somebody may leave open: a tick, and the field it opens."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QHBoxLayout, QWidget

from terminplaner.ui.date_field import DateField
from terminplaner.ui.forms import letters
from terminplaner.ui.theme import Space
from terminplaner.ui.time_field import TimeField

_LABEL_LETTERS = 8


class _OptionalField(QWidget):
    changed = Signal()

    def __init__(self, label: str, name: str, field: QAbstractSpinBox, parent: QWidget | None = None) -> None:
        """``label`` stands beside the tick, ``name`` is what a screen reader says of the field."""
        super().__init__(parent)
        self._tick = QCheckBox(label)
        self._tick.setAccessibleName(name)
        # Fields under each other begin in one line, whatever their ticks say.
        self._tick.ensurePolished()
        self._tick.setMinimumWidth(max(letters(self, _LABEL_LETTERS), self._tick.sizeHint().width()))
        field.setAccessibleName(name)
        field.setEnabled(False)
        self._tick.toggled.connect(field.setEnabled)
        self._tick.toggled.connect(self.changed)
        self.setFocusProxy(field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._tick)
        row.addWidget(field)
        row.addStretch(1)

    @property
    def is_set(self) -> bool:
        return self._tick.isChecked()

    def clear(self) -> None:
        """Leave it open; what the field says stays, for the next time."""
        self._tick.setChecked(False)


class OptionalDate(_OptionalField):
    def __init__(self, label: str, name: str, proposed: date, parent: QWidget | None = None) -> None:
        """``proposed`` stands in the field when somebody opens it."""
        self._field = DateField()
        super().__init__(label, name, self._field, parent)
        self._field.setDate(QDate(proposed.year, proposed.month, proposed.day))
        self._field.dateChanged.connect(self.changed)

    @property
    def value(self) -> date | None:
        day = self._field.date()
        return date(day.year(), day.month(), day.day()) if self.is_set else None

    def show_value(self, day: date | None) -> None:
        if day is not None:
            self._field.setDate(QDate(day.year, day.month, day.day))
        self._tick.setChecked(day is not None)


class OptionalTime(_OptionalField):
    def __init__(self, label: str, name: str, proposed: time, parent: QWidget | None = None) -> None:
        """``proposed`` stands in the field when somebody opens it."""
        self._field = TimeField(QTime(proposed.hour, proposed.minute))
        super().__init__(label, name, self._field, parent)
        self._field.timeChanged.connect(self.changed)

    @property
    def value(self) -> time | None:
        clock = self._field.time()
        return time(clock.hour(), clock.minute()) if self.is_set else None

    def show_value(self, clock: time | None) -> None:
        if clock is not None:
            self._field.setTime(QTime(clock.hour, clock.minute))
        self._tick.setChecked(clock is not None)
