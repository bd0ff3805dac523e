"""The words of repetition: a rule as a sentence, a day of a preview as a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale

from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Weekday, WeekOfMonth
from terminplaner.domain.series import first_day
from terminplaner.domain.when import AllDay, When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.series_days import Occurrence
from terminplaner.ui.messages import title_of
from terminplaner.ui.planner.appointment.warning_wording import remark
from terminplaner.ui.planner.wording import clock, span, weekday_name


def place_in_month(week: WeekOfMonth, day: Weekday) -> str:
    """``am letzten Freitag``"""
    return {
        WeekOfMonth.FIRST: QCoreApplication.translate("planner", "am ersten {day}"),
        WeekOfMonth.SECOND: QCoreApplication.translate("planner", "am zweiten {day}"),
        WeekOfMonth.THIRD: QCoreApplication.translate("planner", "am dritten {day}"),
        WeekOfMonth.FOURTH: QCoreApplication.translate("planner", "am vierten {day}"),
        WeekOfMonth.LAST: QCoreApplication.translate("planner", "am letzten {day}"),
    }[week].format(day=QLocale().dayName(day + 1))


def day_of_rule(rule: Recurrence, first_on: date) -> str:
    """The day of a month or of a year that a rule comes on: ``am 17.``, ``am letzten Freitag im November``."""
    month = QLocale().monthName(first_on.month)
    is_yearly = rule.frequency is Frequency.YEARLY
    if rule.week_of_month is not None:
        day = next(iter(rule.weekdays), Weekday(first_on.weekday()))
        place = place_in_month(rule.week_of_month, day)
        if not is_yearly:
            return place
        return QCoreApplication.translate("planner", "{day} im {month}").format(day=place, month=month)
    if is_yearly:
        return QCoreApplication.translate("planner", "am {day}. {month}").format(day=first_on.day, month=month)
    return QCoreApplication.translate("planner", "am {day}.").format(day=first_on.day)


def rule_sentence(rule: Recurrence, first_on: date) -> str:
    """``alle 2 Wochen am Mo, Fr, bis 31.03.2026``"""
    return f"{_rhythm_and_days(rule, first_on)}, {_end(rule)}"


def place_in_series(
    rule: Recurrence, rows: Sequence[AppointmentRow], appointment_id: UUID, first_on: date, zone: ZoneInfo
) -> str:
    """``wöchentlich am Di · Termin 3 von 12 · bis 09.02.2027``; ``rows`` are those there are, in order of time."""
    ids = [row.appointment.id for row in rows]
    if appointment_id not in ids:
        return rule_sentence(rule, first_on)
    last_on = f"{first_day(rows[-1].appointment.when, zone):%d.%m.%Y}"
    number = QCoreApplication.translate("planner", "Termin {number} von {count}").format(
        number=ids.index(appointment_id) + 1, count=len(ids)
    )
    if rule.is_endless:
        end = QCoreApplication.translate("planner", "angelegt bis {day}, endet nie").format(day=last_on)
    else:
        end = QCoreApplication.translate("planner", "bis {day}").format(day=last_on)
    return " · ".join((_rhythm_and_days(rule, first_on), number, end))


def _rhythm_and_days(rule: Recurrence, first_on: date) -> str:
    if rule.frequency is Frequency.DAILY:
        return _rhythm(rule)
    if rule.frequency is not Frequency.WEEKLY:
        return f"{_rhythm(rule)} {day_of_rule(rule, first_on)}"
    days = rule.weekdays or (Weekday(first_on.weekday()),)
    named = ", ".join(weekday_name(day) for day in sorted(days))
    return f"{_rhythm(rule)} " + QCoreApplication.translate("planner", "am {days}").format(days=named)


def _end(rule: Recurrence) -> str:
    if rule.until_on is not None:
        return QCoreApplication.translate("planner", "bis {day}").format(day=f"{rule.until_on:%d.%m.%Y}")
    if rule.count is not None:
        return QCoreApplication.translate("planner", "{count} Termine").format(count=rule.count)
    return QCoreApplication.translate("planner", "endet nie")


def _rhythm(rule: Recurrence) -> str:
    if rule.interval == 1:
        return {
            Frequency.DAILY: QCoreApplication.translate("planner", "täglich"),
            Frequency.WEEKLY: QCoreApplication.translate("planner", "wöchentlich"),
            Frequency.MONTHLY: QCoreApplication.translate("planner", "monatlich"),
            Frequency.YEARLY: QCoreApplication.translate("planner", "jährlich"),
        }[rule.frequency]
    return {
        Frequency.DAILY: QCoreApplication.translate("planner", "alle {count} Tage"),
        Frequency.WEEKLY: QCoreApplication.translate("planner", "alle {count} Wochen"),
        Frequency.MONTHLY: QCoreApplication.translate("planner", "alle {count} Monate"),
        Frequency.YEARLY: QCoreApplication.translate("planner", "alle {count} Jahre"),
    }[rule.frequency].format(count=rule.interval)


def dated_span(when: When, day: date, zone: ZoneInfo) -> str:
    """``Di 03.03.2026, 10:00–10:30``"""
    shown = f"{weekday_name(Weekday(day.weekday()))} {day:%d.%m.%Y}"
    if isinstance(when, AllDay):
        return shown
    return f"{shown}, {clock(when.start_at, zone)}–{clock(when.end_at, zone)}"


def occurrence_line(found: Occurrence, zone: ZoneInfo) -> str:
    """A line of the preview: the day, why it is left out or in trouble, and what it is warned of."""
    return " · ".join(part for part in (dated_span(found.when, found.on, zone), _remark(found, zone)) if part)


def _remark(found: Occurrence, zone: ZoneInfo) -> str:
    if found.is_left_out:
        return QCoreApplication.translate("planner", "entfällt: {holiday}").format(holiday=found.holiday)
    rows = [row for collision in found.collisions for row in collision.rows]
    others = ", ".join(dict.fromkeys(f"{span(row, zone)} {title_of(row)}" for row in rows))
    if found.is_refused:
        others = QCoreApplication.translate("planner", "belegt: {others}").format(others=others)
    elif others:
        others = QCoreApplication.translate("planner", "zur selben Zeit: {others}").format(others=others)
    parts = (others, found.holiday, *dict.fromkeys(remark(warning) for warning in found.warnings))
    return " · ".join(part for part in parts if part)
