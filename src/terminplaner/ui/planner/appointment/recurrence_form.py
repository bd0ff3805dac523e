"""The fields of the tab "Wiederholung": a rule out of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Weekday, WeekOfMonth
from terminplaner.services.series_days import LONGEST_INTERVAL, MOST_OCCURRENCES, default_end
from terminplaner.ui.date_field import DateField
from terminplaner.ui.forms import add_field, form_layout, labelled, number_field, side_by_side, small_print
from terminplaner.ui.planner.appointment.recurrence_wording import day_of_rule
from terminplaner.ui.planner.appointment.week_of_month_field import WeekOfMonthField
from terminplaner.ui.planner.wording import weekday_name
from terminplaner.ui.theme import Space

_USUAL_COUNT = 10


class RecurrenceForm(QWidget):
    """``rule`` is None while "Wiederholend" is not ticked."""

    changed = Signal()

    def __init__(self, first_on: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first_on = first_on
        """The local day of the first appointment."""
        self._has_own_end = False
        self._has_own_weekdays = False
        self._repeats = QCheckBox(self.tr("&Wiederholend"))
        self._frequency = QComboBox()
        self._interval = number_field(1, LONGEST_INTERVAL)
        self._weekdays = {day: QCheckBox(weekday_name(day)) for day in Weekday}
        self._place = WeekOfMonthField()
        self._holidays = QCheckBox(self.tr("auch &Feiertags"))
        self._ends_on, self._ends_after = QRadioButton(self.tr("a&m")), QRadioButton(self.tr("&nach"))
        self._never = QRadioButton(self.tr("Wiederholung endet n&ie"))
        self._until = DateField()
        self._count = number_field(1, MOST_OCCURRENCES)
        self._period_hint = small_print(self.tr("Termine entstehen bis zum Ende der Kalenderperiode."))
        self._details = QWidget()
        for frequency, text in (
            (Frequency.DAILY, self.tr("täglich")),
            (Frequency.WEEKLY, self.tr("wöchentlich")),
            (Frequency.MONTHLY, self.tr("monatlich")),
            (Frequency.YEARLY, self.tr("jährlich")),
        ):
            self._frequency.addItem(text, frequency)
        self._lay_out()
        self._frequency.setCurrentIndex(self._frequency.findData(Frequency.WEEKLY))
        self._ends_on.setChecked(True)
        self._count.setValue(_USUAL_COUNT)
        self._begin_on(first_on)
        self._update()
        self._connect()

    def _lay_out(self) -> None:
        form = form_layout()
        form.setContentsMargins(0, 0, 0, 0)
        self._interval.setPrefix(self.tr("alle "))
        form.addRow(
            labelled(self.tr("Inter&vall:"), self._frequency),
            side_by_side(self._frequency, self._interval, stretch=True),
        )
        self._interval.setAccessibleName(self.tr("Abstand"))
        self._days_row = side_by_side(*self._weekdays.values(), stretch=True)
        self._days_label = labelled(self.tr("Wochentage:"), self._days_row)
        form.addRow(self._days_label, self._days_row)
        add_field(form, self.tr("&Tag:"), self._place)
        form.addRow("", self._holidays)
        form.addRow(self.tr("Ende:"), self._end_fields())
        self._form: QFormLayout = form
        self._details.setLayout(form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._repeats)
        column.addWidget(self._details)

    def _end_fields(self) -> QWidget:
        holder = QWidget()
        choice = QButtonGroup(holder)
        self._until.setAccessibleName(self.tr("Enddatum der Wiederholung"))
        self._count.setAccessibleName(self.tr("Anzahl der Termine"))
        self._count.setSuffix(self.tr(" Terminen"))
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.XS)
        for row, (radio, field) in enumerate(((self._ends_on, self._until), (self._ends_after, self._count))):
            choice.addButton(radio)
            grid.addWidget(radio, row, 0)
            grid.addWidget(field, row, 1)
        choice.addButton(self._never)
        grid.addWidget(self._never, 2, 0, 1, 3)
        policy = self._period_hint.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what stands below stays where it is
        self._period_hint.setSizePolicy(policy)
        grid.addWidget(self._period_hint, 3, 0, 1, 3)
        grid.setColumnStretch(2, 1)
        return holder

    def _connect(self) -> None:
        for box in (self._repeats, self._holidays, self._ends_on, self._ends_after, self._never):
            box.toggled.connect(self._on_edited)
        for day in self._weekdays.values():
            day.clicked.connect(self._on_weekday)
        self._frequency.currentIndexChanged.connect(self._on_frequency)
        self._place.currentIndexChanged.connect(self._on_edited)
        self._interval.valueChanged.connect(self._on_edited)
        self._count.valueChanged.connect(self._on_edited)
        self._until.dateChanged.connect(self._on_until)

    # -- values

    @property
    def rule(self) -> Recurrence | None:
        if not self._repeats.isChecked():
            return None
        until = self._until.date()
        return replace(
            self._rhythm(self._place.week),
            until_on=date(until.year(), until.month(), until.day()) if self._ends_on.isChecked() else None,
            count=self._count.value() if self._ends_after.isChecked() else None,
        )

    def _rhythm(self, week: WeekOfMonth | None) -> Recurrence:
        """What is chosen without its end, with ``week`` where it comes once a month or a year."""
        frequency, interval = Frequency(self._frequency.currentData()), self._interval.value()
        if frequency is Frequency.WEEKLY:
            weekdays = tuple(day for day, box in self._weekdays.items() if box.isChecked())
            return Recurrence(frequency, interval, weekdays)
        if week is None or frequency is Frequency.DAILY:
            return Recurrence(frequency, interval)
        return Recurrence(frequency, interval, (Weekday(self.first_on.weekday()),), week_of_month=week)

    @property
    def includes_holidays(self) -> bool:
        return self._holidays.isChecked()

    def follow(self, first_on: date) -> None:
        """The first appointment moved: what nobody chose here yet moves with it."""
        if first_on == self.first_on:
            return
        self._begin_on(first_on)
        self.changed.emit()

    def _begin_on(self, first_on: date) -> None:
        self.first_on = first_on
        if not self._has_own_end:
            until = default_end(first_on)
            self._until.blockSignals(True)
            self._until.setDate(QDate(until.year, until.month, until.day))
            self._until.blockSignals(False)
        if not self._has_own_weekdays:
            for day, box in self._weekdays.items():
                box.setChecked(day == first_on.weekday())
        self._offer_places()

    def _offer_places(self) -> None:
        self._place.offer(self.first_on, lambda week: day_of_rule(self._rhythm(week), self.first_on))

    def focus_end(self) -> None:
        self._until.setFocus()

    def _on_frequency(self) -> None:
        self._offer_places()
        self._on_edited()

    def _on_until(self) -> None:
        self._has_own_end = True
        self._on_edited()

    def _on_weekday(self) -> None:
        self._has_own_weekdays = True
        self._on_edited()

    def _on_edited(self, *_value: object) -> None:
        self._update()
        self.changed.emit()

    def _update(self) -> None:
        self._details.setEnabled(self._repeats.isChecked())
        frequency = Frequency(self._frequency.currentData())
        self._form.setRowVisible(self._days_row, frequency is Frequency.WEEKLY)
        self._form.setRowVisible(self._place, frequency in {Frequency.MONTHLY, Frequency.YEARLY})
        every, suffix = {
            Frequency.DAILY: (self.tr("jeden Tag"), self.tr(" Tage")),
            Frequency.WEEKLY: (self.tr("jede Woche"), self.tr(" Wochen")),
            Frequency.MONTHLY: (self.tr("jeden Monat"), self.tr(" Monate")),
            Frequency.YEARLY: (self.tr("jedes Jahr"), self.tr(" Jahre")),
        }[frequency]
        self._interval.setSpecialValueText(every)
        self._interval.setSuffix(suffix)
        self._until.setEnabled(self._ends_on.isChecked())
        self._count.setEnabled(self._ends_after.isChecked())
        self._period_hint.setVisible(self._never.isChecked())
