"""How often a Verfügbarkeit comes, as both places where it is entered say it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSpinBox

from terminplaner.domain.resource import Weekday, WeekOfMonth
from terminplaner.ui.forms import number_field
from terminplaner.ui.planner.appointment.recurrence_wording import place_in_month

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


def weeks_field(weeks: int) -> QSpinBox:
    """The distance of what comes weekly."""
    field = number_field(1, _MOST_WEEKS)
    field.setPrefix(QCoreApplication.translate("rhythm", "alle "))
    field.setSuffix(QCoreApplication.translate("rhythm", " Wochen"))
    field.setSpecialValueText(QCoreApplication.translate("rhythm", "jede Woche"))
    field.setAccessibleName(QCoreApplication.translate("rhythm", "Abstand"))
    field.setValue(weeks)
    return field
