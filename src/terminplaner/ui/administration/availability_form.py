"""The weekly working times (Verfügbarkeit) of a resource."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import UUID, uuid4

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from terminplaner.domain.resource import Availability, Weekday, WeekOfMonth
from terminplaner.services.validation import LONGEST_STEP
from terminplaner.ui.administration.reflow import Abreast
from terminplaner.ui.forms import button, number_field, side_by_side, small_print
from terminplaner.ui.icon_widgets import IconButton
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.planner.availability.rhythm import rhythm_text, weeks_field
from terminplaner.ui.theme import Space
from terminplaner.ui.time_field import TimeField

_DEFAULT_START = time(9)
_DEFAULT_END = time(18)
_PLACES: tuple[WeekOfMonth | None, ...] = (None, *WeekOfMonth)


class AvailabilityForm(QWidget):
    """One line per span of a weekday; a day may have several, a day without any is free."""

    edited = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        """``today`` is where a rhythm of several weeks begins to count."""
        super().__init__(parent)
        self._today = today
        self._resource_id: UUID | None = None
        self._stored: tuple[Availability, ...] = ()
        self._lines: list[_Line] = []
        self._is_editable = True
        self._empty = small_print(
            self.tr("Noch keine Arbeitszeiten. Ohne sie gilt die Ressource als jederzeit verfügbar.")
        )
        self._add = button(self.tr("Zeile hinzufügen"))
        self._add.clicked.connect(self._on_add)
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.XS)
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._empty)
        column.addLayout(self._list)
        column.addLayout(buttons)
        column.addStretch(1)

    def show_rules(self, resource_id: UUID, rules: tuple[Availability, ...]) -> None:
        self._resource_id = resource_id
        self._stored = tuple(sorted(rules, key=lambda rule: (rule.weekday, rule.starts_at)))
        for line in self._lines:
            self._list.removeWidget(line)
            line.deleteLater()
        self._lines = []
        for rule in self._stored:
            self._append(rule)
        self._update()

    @property
    def rules(self) -> tuple[Availability, ...]:
        """What was entered, new lines with revision 0."""
        return tuple(line.rule for line in self._lines)

    @property
    def is_dirty(self) -> bool:
        return self.rules != self._stored

    def set_editable(self, is_editable: bool) -> None:
        self._is_editable = is_editable
        self._update()

    def _append(self, rule: Availability) -> None:
        line = _Line(rule, self._today)
        line.edited.connect(self.edited)
        line.removed.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._list.addWidget(line)

    def _remove(self, line: _Line) -> None:
        self._lines.remove(line)
        self._list.removeWidget(line)
        line.deleteLater()
        self._update()
        (self._lines[-1] if self._lines else self._add).setFocus()
        self.edited.emit()

    def _on_add(self) -> None:
        if self._resource_id is None:
            return
        last = self._lines[-1].rule if self._lines else None
        weekday = Weekday((last.weekday + 1) % len(Weekday)) if last else Weekday.MONDAY
        starts_at, ends_at = (last.starts_at, last.ends_at) if last else (_DEFAULT_START, _DEFAULT_END)
        self._append(Availability(uuid4(), self._resource_id, weekday, starts_at, ends_at))
        self._update()
        self._lines[-1].setFocus()
        self.edited.emit()

    def _update(self) -> None:
        self._empty.setVisible(not self._lines)
        self._add.setEnabled(self._is_editable and self._resource_id is not None)
        for line in self._lines:
            line.setEnabled(self._is_editable)


class _Line(QWidget):
    """Wochentag, Art, Beginn, Ende, Rhythmus und Schrittweiten; what else a rule says is told behind them."""

    edited = Signal()
    removed = Signal()

    def __init__(self, rule: Availability, today: date) -> None:
        super().__init__()
        self._rule = rule
        self._today = today
        self._day = QComboBox()
        self._day.setAccessibleName(self.tr("Wochentag"))
        self._day.setAccessibleDescription(self.tr("Wochentag"))  # on Linux the name of a box is its choice
        for weekday in Weekday:
            self._day.addItem(QLocale().standaloneDayName(weekday + 1), weekday)
        self._day.setCurrentIndex(rule.weekday)
        self._kind = QComboBox()
        self._kind.setAccessibleName(self.tr("Art"))
        self._kind.setAccessibleDescription(self.tr("Art"))
        self._kind.addItems([self.tr("verfügbar"), self.tr("nicht verfügbar")])
        self._kind.setCurrentIndex(0 if rule.is_available else 1)
        self._start = self._time_edit(self.tr("Beginn"), rule.starts_at)
        self._end = self._time_edit(self.tr("Ende"), rule.ends_at)
        self._rhythm = QComboBox()
        self._rhythm.setAccessibleName(self.tr("Wiederholung"))
        self._rhythm.setAccessibleDescription(self.tr("Wiederholung"))
        self._rhythm.addItems([rhythm_text(week) for week in _PLACES])
        self._rhythm.setCurrentIndex(_PLACES.index(rule.week_of_month))
        self._rhythm.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._weeks = weeks_field(rule.interval_weeks)
        # What stands behind it is in one line with that of the others.
        policy = self._weeks.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._weeks.setSizePolicy(policy)
        self._step = _step_field(self.tr("Schrittweite"), self.tr("wie Ressource"), rule.step_minutes)
        self._min_step = _step_field(self.tr("Min. Schrittweite"), self.tr("ohne"), rule.min_step_minutes)
        remove = IconButton("trash", self.tr("Zeile entfernen"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        fields: tuple[QWidget, ...] = (self._day, self._kind, self._start, plain_label("–"), self._end)
        for column, field in enumerate((*fields, remove)):
            grid.addWidget(field, 0, column)
        grid.setColumnStretch(len(fields) + 1, 1)
        rhythm = Abreast()
        rhythm.add(side_by_side(self._rhythm, self._weeks, stretch=True), 0)
        rhythm.add(
            side_by_side(
                *(plain_label(self.tr("Schrittweite:")), self._step),
                *(plain_label(self.tr("Min. Schrittweite:")), self._min_step),
                stretch=True,
            ),
            1,
        )
        grid.addWidget(rhythm, 1, 0, 1, len(fields) + 2)
        told = " · ".join(part for part in (self._validity(), rule.text) if part)
        if told:
            grid.addWidget(small_print(told), 2, 0, 1, len(fields) + 2)
        grid.setContentsMargins(0, 0, 0, Space.S)
        self.setFocusProxy(self._day)
        for field in (self._day, self._kind, self._start, self._end):
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._day.currentIndexChanged.connect(self.edited)
        self._kind.currentIndexChanged.connect(self.edited)
        self._start.timeChanged.connect(self.edited)
        self._end.timeChanged.connect(self.edited)
        self._rhythm.currentIndexChanged.connect(self._on_rhythm)
        self._weeks.setVisible(self._week_of_month is None)
        for number in (self._weeks, self._step, self._min_step):
            number.valueChanged.connect(self.edited)
        remove.clicked.connect(self.removed)

    @property
    def rule(self) -> Availability:
        return replace(
            self._rule,
            weekday=Weekday(self._day.currentIndex()),
            is_available=self._kind.currentIndex() == 0,
            starts_at=_python_time(self._start),
            ends_at=_python_time(self._end),
            interval_weeks=self._interval,
            week_of_month=self._week_of_month,
            valid_from_on=self._first_on,
            step_minutes=self._step.value() or None,
            min_step_minutes=self._min_step.value() or None,
        )

    @property
    def _week_of_month(self) -> WeekOfMonth | None:
        return _PLACES[self._rhythm.currentIndex()]

    @property
    def _interval(self) -> int:
        return self._weeks.value() if self._week_of_month is None else 1

    def _on_rhythm(self) -> None:
        self._weeks.setVisible(self._week_of_month is None)
        self.edited.emit()

    @property
    def _first_on(self) -> date | None:
        """A rhythm of several weeks begins in some week: in this one where none was named."""
        if self._interval > 1 and self._rule.valid_from_on is None:
            return self._today
        return self._rule.valid_from_on

    @staticmethod
    def _time_edit(name: str, at: time) -> TimeField:
        field = TimeField(QTime(at.hour, at.minute))
        field.setAccessibleName(name)
        return field

    def _validity(self) -> str:
        first, last = self._rule.valid_from_on, self._rule.valid_until_on
        if first and last:
            return self.tr("{first} bis {last}").format(first=f"{first:%d.%m.%Y}", last=f"{last:%d.%m.%Y}")
        if first:
            return self.tr("ab {first}").format(first=f"{first:%d.%m.%Y}")
        if last:
            return self.tr("bis {last}").format(last=f"{last:%d.%m.%Y}")
        return ""


def _step_field(name: str, special: str, minutes: int | None) -> QSpinBox:
    field = number_field(0, LONGEST_STEP)
    field.setSingleStep(5)
    field.setSuffix(" min")
    field.setSpecialValueText(special)
    field.setAccessibleName(name)
    field.setValue(minutes or 0)
    return field


def _python_time(field: TimeField) -> time:
    return time(field.time().hour(), field.time().minute())
