"""How often a Verfügbarkeit comes, as both places where it is entered say it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSpinBox

from terminplaner.domain.resource import Availability, Weekday, WeekOfMonth
from terminplaner.ui.forms import number_field
from terminplaner.ui.planner.appointment.recurrence_wording import place_in_month
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
