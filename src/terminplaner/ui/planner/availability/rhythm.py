"""How often a Verfügbarkeit comes, as both places where it is entered say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QObject
from PySide6.QtWidgets import QCheckBox, QSpinBox

from terminplaner.domain.resource import Availability, Weekday, WeekOfMonth
from terminplaner.ui.forms import inset, number_field, side_by_side
from terminplaner.ui.planner.appointment.recurrence_wording import place_in_month
from terminplaner.ui.planner.appointment.time_fields import date_field
from terminplaner.ui.planner.appointment.week_of_month_field import WeekOfMonthField
from terminplaner.ui.planner.wording import weekday_name

_MOST_WEEKS = 52


def rhythm_text(week: WeekOfMonth | None, day: Weekday | None = None) -> str:
    """``wöchentlich``, ``monatlich am letzten Freitag``; with the day beside it ``am letzten im Monat``."""
    if week is None:
        return QCoreApplication.translate("rhythm", "wöchentlich")
    if day is not None:
        return QCoreApplication.translate("rhythm", "monatlich {place}").format(place=place_in_month(week, day))
    return {
        WeekOfMonth.FIRST: QCoreApplication.translate("rhythm", "am ersten im Monat"),
        WeekOfMonth.SECOND: QCoreApplication.translate("rhythm", "am zweiten im Monat"),
        WeekOfMonth.THIRD: QCoreApplication.translate("rhythm", "am dritten im Monat"),
        WeekOfMonth.FOURTH: QCoreApplication.translate("rhythm", "am vierten im Monat"),
        WeekOfMonth.LAST: QCoreApplication.translate("rhythm", "am letzten im Monat"),
    }[week]


def rhythm_of(rule: Availability) -> str:
    """``Mi wöchentlich``, ``Mi alle 2 Wochen``, ``monatlich am letzten Freitag``; empty for one day alone."""
    if is_once(rule):
        return ""
    if rule.week_of_month is not None:
        return rhythm_text(rule.week_of_month, rule.weekday)
    weeks = QCoreApplication.translate("rhythm", "alle {count} Wochen").format(count=rule.interval_weeks)
    return f"{weekday_name(rule.weekday)} {weeks if rule.interval_weeks > 1 else rhythm_text(None)}"


def weeks_field(weeks: int) -> QSpinBox:
    """The distance of what comes weekly."""
    field = number_field(1, _MOST_WEEKS)
    field.setPrefix(QCoreApplication.translate("rhythm", "alle "))
    field.setSuffix(QCoreApplication.translate("rhythm", " Wochen"))
    field.setSpecialValueText(QCoreApplication.translate("rhythm", "jede Woche"))
    field.setAccessibleName(QCoreApplication.translate("rhythm", "Abstand"))
    field.setValue(weeks)
    return field


class RhythmFields(QObject):
    """Whether a Verfügbarkeit repeats, how often, and until when: ``line`` and ``ending`` are rows of a form."""

    def __init__(self, rule: Availability, opened_on: date, parent: QObject | None = None) -> None:
        """``rule`` of a new one has revision 0; ``opened_on`` is the day of it that is looked at."""
        super().__init__(parent)
        self._rule = rule
        self._opened_on = opened_on
        self._repeats = QCheckBox(self.tr("Wiederholt sich"))
        self.rhythm = WeekOfMonthField(rule.week_of_month)
        self._weeks = weeks_field(rule.interval_weeks)
        self.last = inset(date_field())
        self._is_endless = QCheckBox(self.tr("endet nie"))
        self.line = side_by_side(self._repeats, self.rhythm, self._weeks, stretch=True)
        self.ending = side_by_side(self.last, self._is_endless, stretch=True)
        is_single = is_once(rule)
        self._repeats.setChecked(not is_single)
        self._is_endless.setChecked(rule.valid_until_on is None or is_single)
        last_on = opened_on if is_single or rule.valid_until_on is None else rule.valid_until_on
        self.last.setDate(QDate(last_on.year, last_on.month, last_on.day))
        self._offer_places(opened_on)
        self._repeats.toggled.connect(self._update)
        self.rhythm.currentIndexChanged.connect(self._update)
        self._is_endless.toggled.connect(self._update)
        self._update()

    def follow(self, day: date) -> None:
        """It begins on another day."""
        self._offer_places(day)
        self._update()

    def repeated(self, rule: Availability, day: date) -> Availability:
        """``rule`` from ``day`` on as often as is chosen, or on that day alone."""
        if not self._repeats.isChecked():
            return once_on(day, rule)
        week = self.rhythm.week
        weeks = self._weeks.value() if week is None else 1
        is_same_day = day == self._opened_on and self._rule.revision > 0
        first_on = self._rule.valid_from_on if is_same_day else day
        if first_on is None and weeks > 1:
            first_on = day
        last = self.last.date()
        return replace(
            rule,
            weekday=Weekday(day.weekday()),
            valid_from_on=first_on,
            valid_until_on=None if self._is_endless.isChecked() else date(last.year(), last.month(), last.day()),
            interval_weeks=weeks,
            week_of_month=week,
        )

    def _offer_places(self, day: date) -> None:
        """Weekly, or what the day is in its month."""
        self.rhythm.offer(day, lambda week: rhythm_text(week, Weekday(day.weekday())))

    def _update(self) -> None:
        repeats = self._repeats.isChecked()
        self.rhythm.setEnabled(repeats)
        self._weeks.setEnabled(repeats)
        self._weeks.setVisible(self.rhythm.week is None)
        self._is_endless.setEnabled(repeats)
        self.last.setEnabled(repeats and not self._is_endless.isChecked())


def once_on(day: date, rule: Availability) -> Availability:
    """``rule`` for this one day."""
    return replace(
        rule,
        weekday=Weekday(day.weekday()),
        valid_from_on=day,
        valid_until_on=day,
        interval_weeks=1,
        week_of_month=None,
    )


def is_once(rule: Availability) -> bool:
    """Whether ``rule`` is for one day alone."""
    return rule.valid_from_on is not None and rule.valid_from_on == rule.valid_until_on
