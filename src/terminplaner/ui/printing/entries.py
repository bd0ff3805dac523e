"""What paper says about an appointment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, day_interval
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.messages import title_of
from terminplaner.ui.planner import wording

_NO_COLOR = "#6b7280"


@dataclass(frozen=True, slots=True)
class PaperRules:
    """What the chain wants on paper.

    ``hides_names``: customers by their number.  ``comes_early``: preparation is time the customer comes earlier.
    """

    hides_names: bool
    comes_early: bool


def title(row: AppointmentRow, rules: PaperRules) -> str:
    """The customer, else the text, else the type; a private block stays "Privat"."""
    if rules.hides_names and row.customer is not None and not row.appointment.is_private:
        return QCoreApplication.translate("printing", "Kunde {number}").format(number=row.customer.number)
    return title_of(row)


def text(row: AppointmentRow) -> str:
    """The free text, unless it is the title already or private."""
    return row.appointment.text if row.customer is not None and not row.appointment.is_private else ""


def comment(row: AppointmentRow) -> str:
    return "" if row.appointment.is_private else row.appointment.comment.strip()


def address(row: AppointmentRow, rules: PaperRules) -> str:
    """Where a home visit goes."""
    return "" if rules.hides_names or row.appointment.is_private else wording.home_address(row)


def facts(row: AppointmentRow, rules: PaperRules) -> tuple[str, ...]:
    """Type and status, the marks of a block and its preparation, in words."""
    if row.appointment.is_private:
        return wording.notes(row)
    named = (row.type.name if row.type else "", row.status.name if row.status else "")
    return (*(name for name in named if name), *wording.notes(row), *_preparation(row, rules))


def others(row: AppointmentRow, resource_id: UUID) -> str:
    """The further resources of an appointment."""
    names = [resource.name for resource in row.resources if resource.id != resource_id]
    return QCoreApplication.translate("printing", "mit {names}").format(names=", ".join(names)) if names else ""


def color(row: AppointmentRow) -> str:
    """The color of its type, which is always said in words too."""
    return row.type.color if row.type else _NO_COLOR


def rows_of_day(
    rows: Iterable[AppointmentRow], resource_id: UUID, day: date, zone: ZoneInfo
) -> tuple[AppointmentRow, ...]:
    """The appointments of a resource that touch a day: all-day ones first, then by start."""
    span = day_interval(day, zone)
    found = (
        row
        for row in rows
        if resource_id in row.appointment.resource_ids and row.appointment.when.interval(zone).overlaps(span)
    )
    return tuple(sorted(found, key=lambda row: _order(row, zone)))


def date_and_time(instant: datetime, zone: ZoneInfo) -> str:
    """``23.11.2026, 10:00``"""
    return f"{instant.astimezone(zone):%d.%m.%Y, %H:%M}"


def early(row: AppointmentRow, zone: ZoneInfo) -> str:
    """The time of day to come at, ``10:05``."""
    start_at = row.appointment.when.interval(zone).start_at
    return wording.clock(start_at - timedelta(minutes=row.appointment.prepare_minutes), zone)


def people_of(row: AppointmentRow) -> tuple[Resource, ...]:
    """Whom a customer meets: the persons among the resources, or all of them where there is none."""
    return tuple(resource for resource in row.resources if resource.employee_id is not None) or row.resources


def _preparation(row: AppointmentRow, rules: PaperRules) -> tuple[str, ...]:
    before, after = row.appointment.prepare_minutes, row.appointment.follow_up_minutes
    if rules.comes_early and before and row.customer is not None:
        sentence = QCoreApplication.translate("printing", "Kunde kommt {minutes} min früher")
        return (sentence.format(minutes=before),)
    parts = (
        (before, QCoreApplication.translate("printing", "{minutes} min Vorbereitung")),
        (after, QCoreApplication.translate("printing", "{minutes} min Nachbereitung")),
    )
    return tuple(sentence.format(minutes=minutes) for minutes, sentence in parts if minutes)


def _order(row: AppointmentRow, zone: ZoneInfo) -> tuple[bool, datetime, UUID]:
    when = row.appointment.when
    return not isinstance(when, AllDay), when.interval(zone).start_at, row.appointment.id
