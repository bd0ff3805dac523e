"""The words of the planner: what a block says, a tooltip explains and a screen reader announces."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from terminplaner.domain.appointment import AppointmentOrigin
from terminplaner.domain.resource import Weekday
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.messages import title_of
from terminplaner.ui.planner.appointment.customer_wording import address_line
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.plan.carrying import Carried, Purpose
from terminplaner.ui.planner.plan.feedback import Objection
from terminplaner.ui.planner.plan.snapshot import Column
from terminplaner.ui.planner.plan.time_axis import TimeAxis
from terminplaner.ui.planner.window import Mode, Window


def details(row: AppointmentRow) -> tuple[str, ...]:
    """What the title does not say already, most important first: type, text, status."""
    named = (row.type.name if row.type else "", row.appointment.text, row.status.name if row.status else "")
    return tuple(part for part in dict.fromkeys(named) if part and part != title_of(row))


def clock(instant: datetime, zone: ZoneInfo) -> str:
    return instant.astimezone(zone).strftime("%H:%M")


def span(row: AppointmentRow, zone: ZoneInfo) -> str:
    """``10:15–10:45``, with dates where it does not end on the day it begins."""
    return span_of(row.appointment.when, zone)


def span_of(when: When, zone: ZoneInfo) -> str:
    """The same of anything that takes time."""
    if isinstance(when, AllDay):
        return whole_days(when)
    begins, ends = when.start_at.astimezone(zone), when.end_at.astimezone(zone)
    if begins.date() == (ends - timedelta(microseconds=1)).date() or when.start_at == when.end_at:
        return f"{begins:%H:%M}–{ends:%H:%M}"
    return f"{short_date(begins.date())} {begins:%H:%M} – {short_date(ends.date())} {ends:%H:%M}"


def whole_days(when: AllDay) -> str:
    """``ganztägig``, with dates where it is more than a day."""
    last = when.end_on - timedelta(days=1)
    whole = QCoreApplication.translate("planner", "ganztägig")
    return whole if last == when.first_on else f"{short_date(when.first_on)}–{short_date(last)}, {whole}"


def notes(row: AppointmentRow) -> tuple[str, ...]:
    """The marks of a block, in words."""
    appointment = row.appointment
    away = dict.fromkeys(absence_wording.label(absence) for absence in row.absences)
    lies_in = QCoreApplication.translate("planner", "Achtung, liegt in einer Abwesenheit: {absences}")
    marks = (
        (bool(away), lies_in.format(absences=", ".join(away))),
        (appointment.is_cancelled, QCoreApplication.translate("planner", "storniert")),
        (appointment.is_read_only, QCoreApplication.translate("planner", "schreibgeschützt")),
        (is_of_series(row), QCoreApplication.translate("planner", "Terminserie")),
        (
            appointment.is_detached,
            QCoreApplication.translate("planner", "aus einer Terminserie, einzeln geändert"),
        ),
        (appointment.is_home_visit, QCoreApplication.translate("planner", "Hausbesuch")),
        (appointment.is_parallel, QCoreApplication.translate("planner", "Paralleltermin")),
        (appointment.shows_as_unavailable, QCoreApplication.translate("planner", "nicht verfügbar")),
        (appointment.is_transparent, QCoreApplication.translate("planner", "als frei angezeigt")),
        (
            appointment.origin is AppointmentOrigin.GOOGLE,
            QCoreApplication.translate("planner", "aus Google Kalender"),
        ),
    )
    return tuple(words for is_set, words in marks if is_set)


def home_address(row: AppointmentRow) -> str:
    """Where a home visit goes, in a line; empty for any other appointment and where names are not to be seen."""
    if not row.appointment.is_home_visit or row.customer is None or row.hides_customer:
        return ""
    return address_line(row.customer)


def is_of_series(row: AppointmentRow) -> bool:
    """Whether it follows the pattern of a series still."""
    return row.appointment.series_id is not None and not row.appointment.is_detached


def spoken(row: AppointmentRow, zone: ZoneInfo) -> str:
    """One sentence that says everything a block shows."""
    resources = ", ".join(resource.name for resource in row.resources)
    return ", ".join(
        part for part in (span(row, zone), title_of(row), *details(row), resources, *notes(row)) if part
    )


def tooltip(row: AppointmentRow, zone: ZoneInfo) -> str:
    """Several lines of plain text."""
    appointment = row.appointment
    lines = [title_of(row), span(row, zone), *details(row), ", ".join(resource.name for resource in row.resources)]
    if appointment.prepare_minutes or appointment.follow_up_minutes:
        lines.append(
            QCoreApplication.translate("planner", "Vorbereitung {before} min, Nachbereitung {after} min").format(
                before=appointment.prepare_minutes, after=appointment.follow_up_minutes
            )
        )
    lines += notes(row)
    if address := home_address(row):
        lines.append(address)
    if appointment.comment:
        lines += ["", appointment.comment]
    return "\n".join(lines)


def spoken_slot(column: Column, position: float, axis: TimeAxis) -> str:
    """An empty place, and why it is none to book: ``09:30, Anna Optik, Montag, 23. November 2026, Urlaub``."""
    instant = axis.instant_at(position, column.day)
    away = (
        f"{closure.whose}: {absence_wording.label(closure.absence)}".removeprefix(": ")
        for closure in column.closures
        if closure.start <= position < closure.end
    )
    reasons = [reason for reason in (column.holiday_words, *away) if reason]
    if not reasons and not column.is_open(position, position + 1):
        is_closed = column.is_closed(position, position + 1)
        reasons.append(objection(Objection.CLOSED if is_closed else Objection.UNAVAILABLE))
    return ", ".join((clock(instant, axis.zone), column.resource.name, long_date(column.day), *reasons))


def spoken_day(column: Column) -> str:
    """An empty place among the whole days: ``ganztägig, Anna Optik, Montag, 23. November 2026``."""
    whole = QCoreApplication.translate("planner", "ganztägig")
    return ", ".join(
        part for part in (whole, column.resource.name, long_date(column.day), column.holiday_words) if part
    )


def counted(count: int) -> str:
    """How many appointments are in the hand."""
    return QCoreApplication.translate("planner", "{count} Termine").format(count=count)


def chosen(count: int) -> str:
    """How many appointments are chosen."""
    if count == 1:
        return QCoreApplication.translate("planner", "Ein Termin ausgewählt")
    return QCoreApplication.translate("planner", "{count} Termine ausgewählt").format(count=count)


def carried(held: Carried) -> str:
    """What is in the hand and what becomes of it: ``Verschieben: Rosa Wolke, 30 min``."""
    sentences = {
        Purpose.MOVE: QCoreApplication.translate("planner", "Verschieben: {what}"),
        Purpose.COPY: QCoreApplication.translate("planner", "Kopieren: {what}"),
        Purpose.BOOK: QCoreApplication.translate("planner", "Eintragen: {what}"),
    }
    when, count = held.lead.appointment.when, len(held.rows)
    if count > 1:
        what = counted(count)
    elif isinstance(when, Timed):
        minutes = (when.end_at - when.start_at) // timedelta(minutes=1)
        what = QCoreApplication.translate("planner", "{title}, {minutes} min").format(
            title=title_of(held.lead), minutes=minutes
        )
    else:
        what = title_of(held.lead)
    return sentences[held.purpose].format(what=what)


def objection(found: Objection) -> str:
    """What speaks against a place, in a word or two."""
    match found:
        case Objection.FORBIDDEN:
            return QCoreApplication.translate("planner", "Für Sie nicht erlaubt")
        case Objection.FULL:
            return QCoreApplication.translate("planner", "Belegt: hier ist kein Platz")
        case Objection.OVERLAP:
            return QCoreApplication.translate("planner", "Überschneidung")
        case Objection.HOLIDAY:
            return QCoreApplication.translate("planner", "Feiertag")
        case Objection.UNAVAILABLE:
            return QCoreApplication.translate("planner", "Außerhalb der Verfügbarkeit")
        case Objection.CLOSED:
            return QCoreApplication.translate("planner", "Außerhalb der Öffnungszeiten")
        case Objection.PAST:
            return QCoreApplication.translate("planner", "In der Vergangenheit")


def short_date(day: date) -> str:
    """``Mo 23.11.``"""
    return f"{day_name(day)} {day:%d.%m.}"


def day_name(day: date) -> str:
    """``Mo``"""
    return weekday_name(Weekday(day.weekday()))


def weekday_name(day: Weekday) -> str:
    """``Mo``"""
    return QLocale().dayName(day + 1, QLocale.FormatType.ShortFormat).rstrip(".")


def weekday(day: date) -> str:
    """``Montag``"""
    return QLocale().dayName(day.isoweekday())


def month_name(day: date) -> str:
    """``November``"""
    return QLocale().standaloneMonthName(day.month)


def short_month_name(day: date) -> str:
    """``Nov``"""
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def long_date(day: date) -> str:
    """``Montag, 23. November 2026``"""
    pattern = QCoreApplication.translate("planner", "dddd, d. MMMM yyyy", "a date; letters as in QDate::toString")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def window_title(window: Window) -> str:
    """The heading of the page: a day in full, a month or a year by name, else the week's number and the edges."""
    return long_date(window.day) if _is_one_day(window) else _period(window, f"{window.days[-1]:%d.%m.%Y}")


def short_title(window: Window) -> str:
    """The heading where there is little room: ``Mo, 23.11.2026``, or ``KW 49 · 30.11.–4.12.``"""
    if _is_one_day(window):
        return f"{day_name(window.day)}, {window.day:%d.%m.%Y}"
    last = window.days[-1]
    return _period(window, f"{last.day}.{last.month}.")


def _is_one_day(window: Window) -> bool:
    return len(window.days) == 1


def _period(window: Window, last_day: str) -> str:
    if window.mode is Mode.YEAR:
        return str(window.day.year)
    if window.mode is Mode.MONTH:
        return f"{month_name(window.day)} {window.day.year}"
    first, last = window.days[0], window.days[-1]
    edge = f"{first:%d.}" if (first.year, first.month) == (last.year, last.month) else f"{first:%d.%m.}"
    return QCoreApplication.translate("planner", "KW {week} · {first}–{last}").format(
        week=first.isocalendar().week, first=edge, last=last_day
    )
