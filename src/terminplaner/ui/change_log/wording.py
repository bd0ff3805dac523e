"""The change log in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from enum import Enum
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment, AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch, ChainSettings, OpeningSpan
from terminplaner.domain.changes import Entity, EntityChange
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.people import Customer, Employee, Role, User
from terminplaner.domain.recurrence import Recurrence
from terminplaner.domain.resource import Availability, AvailabilityType, Resource, Weekday
from terminplaner.domain.series import Series, first_day
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.view import PlannerView, ViewColumn
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.domain.when import AllDay, Timed
from terminplaner.services.change_log import LogRow
from terminplaner.ui.change_log.fields import UNSPOKEN, describe_field, describe_value
from terminplaner.ui.messages import describe_absence, describe_command, describe_role, show_instant, show_when
from terminplaner.ui.planner.appointment.recurrence_wording import rule_sentence
from terminplaner.ui.planner.wording import weekday_name

translate = QCoreApplication.translate

_NAMES_OF_CUSTOMERS = frozenset(
    {
        *("last_name", "first_name", "initials", "title", "birth_on"),
        *("phone", "mobile", "email", "address", "note", "pop_up"),
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """What happened to one field of one entry; of a new or a deleted entry ``before`` or ``after`` is empty."""

    subject: str
    action: str
    field: str
    before: str
    after: str


def describe_kind(kind: type[Entity]) -> str:
    """What an entry of that kind is."""
    words: dict[type[Entity], str] = {
        Absence: translate("ChangeLog", "Abwesenheit"),
        Appointment: translate("ChangeLog", "Termin"),
        AppointmentStatus: translate("ChangeLog", "Status"),
        AppointmentTemplate: translate("ChangeLog", "Terminvorlage"),
        AppointmentType: translate("ChangeLog", "Typ"),
        Availability: translate("ChangeLog", "Verfügbarkeit"),
        AvailabilityType: translate("ChangeLog", "Typ der Verfügbarkeit"),
        Branch: translate("ChangeLog", "Filiale"),
        ChainSettings: translate("ChangeLog", "Einstellungen"),
        Customer: translate("ChangeLog", "Kunde"),
        Employee: translate("ChangeLog", "Mitarbeiter"),
        Holiday: translate("ChangeLog", "Feiertag"),
        PlannerView: translate("ChangeLog", "Ansicht"),
        Resource: translate("ChangeLog", "Ressource"),
        Series: translate("ChangeLog", "Serie"),
        User: translate("ChangeLog", "Benutzerkonto"),
        WaitingListEntry: translate("ChangeLog", "Warteliste"),
    }
    return words[kind]


class _Fate(Enum):
    """What became of an entry."""

    MADE = "made"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    DELETED = "deleted"
    RESTORED = "restored"
    SETTLED = "settled"
    REOPENED = "reopened"


def _fate(change: EntityChange) -> _Fate:
    before, after = change.before, change.after
    if before is None:
        return _Fate.MADE
    for ending, ended, back in (
        ("cancelled_at", _Fate.CANCELLED, _Fate.RESTORED),
        ("deleted_at", _Fate.DELETED, _Fate.RESTORED),
        ("settled_at", _Fate.SETTLED, _Fate.REOPENED),
    ):
        was, now = getattr(before, ending, None), getattr(after, ending, None)
        if (was is None) != (now is None):
            return ended if was is None else back
    return _Fate.CHANGED


def describe_change(change: EntityChange) -> str:
    """What became of an entry, in a word."""
    return {
        _Fate.MADE: translate("ChangeLog", "angelegt"),
        _Fate.CHANGED: translate("ChangeLog", "geändert"),
        _Fate.CANCELLED: translate("ChangeLog", "storniert"),
        _Fate.DELETED: translate("ChangeLog", "gelöscht"),
        _Fate.RESTORED: translate("ChangeLog", "wiederhergestellt"),
        _Fate.SETTLED: translate("ChangeLog", "erledigt"),
        _Fate.REOPENED: translate("ChangeLog", "wieder geöffnet"),
    }[_fate(change)]


def _name_step(change: EntityChange) -> str:
    """As a command would be named that undo knows."""
    step = {
        _Fate.MADE: translate("ChangeLog", "{kind} anlegen"),
        _Fate.CHANGED: translate("ChangeLog", "{kind} ändern"),
        _Fate.CANCELLED: translate("ChangeLog", "{kind} stornieren"),
        _Fate.DELETED: translate("ChangeLog", "{kind} löschen"),
        _Fate.RESTORED: translate("ChangeLog", "{kind} wiederherstellen"),
        _Fate.SETTLED: translate("ChangeLog", "{kind} erledigen"),
        _Fate.REOPENED: translate("ChangeLog", "{kind} wieder öffnen"),
    }[_fate(change)]
    return step.format(kind=describe_kind(type(change.after)))


def describe_step(row: LogRow) -> str:
    """The command, as undo names it where it does; else what became of the first entry."""
    command = row.change_set.command
    named = describe_command(command)
    first = lead(row)
    if named != command or first is None:
        return named
    return _name_step(first)


def lead(row: LogRow) -> EntityChange | None:
    """What a change set is about: the appointment rather than what came along with it."""
    changes = row.change_set.changes
    return next((change for change in changes if isinstance(change.after, Appointment)), next(iter(changes), None))


def describe_subject(row: LogRow, zone: ZoneInfo) -> str:
    """What it is about, and how much more."""
    first = lead(row)
    if first is None:
        return ""
    subject = name_of(first.after, row, zone)
    if row.count == 1:
        return subject
    return translate("ChangeLog", "{subject} und {count} weitere").format(subject=subject, count=row.count - 1)


def describe_differences(row: LogRow, zone: ZoneInfo) -> str:
    """What changed of the first entry, each field before and after; empty for what is new or gone."""
    first = lead(row)
    if first is None or first.before is None:
        return ""
    changed, secret = (
        translate("ChangeLog", "{field}: {before} → {after}"),
        translate("ChangeLog", "{field} geändert"),
    )
    return "  ·  ".join(
        (changed if line.before != line.after else secret).format(
            field=line.field, before=line.before, after=line.after
        )
        for line in _lines_of(first, row, zone)
        if line.field
    )


def lines(row: LogRow, zone: ZoneInfo) -> Iterator[Line]:
    """Everything that changed, field by field."""
    for change in row.change_set.changes:
        yield from _lines_of(change, row, zone)


def name_of(entity: Entity, row: LogRow, zone: ZoneInfo) -> str:
    """How an entry is called; a customer's name obeys "Kundenname ausblenden"."""
    kind = describe_kind(type(entity))
    parts: tuple[str, ...]
    match entity:
        case Appointment():
            parts = (show_when(entity.when, zone), _title(entity, row))
        case Series():
            parts = (kind, _title(entity.pattern, row))
        case Absence():
            whose = ", ".join(row.names.get(key, "") for key in entity.resource_ids)
            parts = (describe_absence(entity.kind), show_when(entity.when, zone), whose)
        case Availability():
            parts = (kind, row.names.get(entity.resource_id, ""), weekday_name(entity.weekday))
        case WaitingListEntry():
            parts = (kind, row.names.get(entity.customer_id, "") if entity.customer_id else entity.note)
        case Customer():
            parts = (kind, entity.number if row.hides_customers else entity.label)
        case Branch() | Employee():
            parts = (kind, entity.label)
        case ChainSettings():
            parts = (kind,)
        case _:
            parts = (kind, entity.name)
    return " · ".join(part for part in parts if part)


def _title(appointment: Appointment, row: LogRow) -> str:
    if appointment.is_private:
        return translate("ChangeLog", "Privat")
    customer = row.names.get(appointment.customer_id, "") if appointment.customer_id else ""
    kind = row.names.get(appointment.type_id, "") if appointment.type_id else ""
    return customer or appointment.text or kind


def _lines_of(change: EntityChange, row: LogRow, zone: ZoneInfo) -> Iterator[Line]:
    before, after = change.before, change.after
    subject, action = name_of(after, row, zone), describe_change(change)
    hidden = _NAMES_OF_CUSTOMERS if isinstance(after, Customer) and row.hides_customers else frozenset()
    found = False
    for field in fields(after):
        if field.name in UNSPOKEN:
            continue
        is_default = before is None and getattr(after, field.name) in (field.default, None, "", ())
        old = getattr(before, field.name) if before is not None else None
        new = getattr(after, field.name)
        if is_default or (before is not None and old == new):
            continue
        found = True
        label = describe_field(type(after), field.name)
        if not field.repr or field.name in hidden:  # a secret, or a name nobody shall read
            told = translate("ChangeLog", "(nicht gezeigt)")
            yield Line(subject, action, label, told if before is not None else "", told)
        else:
            shown_before = _show(old, before, row, zone) if before is not None else ""
            yield Line(subject, action, label, shown_before, _show(new, after, row, zone))
    if not found:
        yield Line(subject, action, "", "", "")


def _show(value: object, owner: Entity, row: LogRow, zone: ZoneInfo) -> str:
    if isinstance(owner, Series) and isinstance(value, Recurrence):
        return rule_sentence(value, first_day(owner.pattern.when, zone))
    match value:
        case None | "" | ():
            return "–"
        case bool():
            return translate("ChangeLog", "ja") if value else translate("ChangeLog", "nein")
        case UUID():
            return row.names.get(value, "…")
        case Timed() | AllDay():
            return show_when(value, zone)
        case Weekday():
            return weekday_name(value)
        case Role():
            return describe_role(value)
        case AbsenceKind():
            return describe_absence(value)
        case Enum():
            return describe_value(value)
        case datetime():
            return show_instant(value, zone)
        case date():
            return f"{value:%d.%m.%Y}"
        case time():
            return f"{value:%H:%M}"
        case ViewColumn():
            return value.title or row.names.get(value.resource_id, "…")
        case OpeningSpan():
            return f"{weekday_name(value.weekday)} {value.opens_at:%H:%M}–{value.closes_at:%H:%M}"
        case tuple():
            return ", ".join(_show(item, owner, row, zone) for item in value)
    return str(value)
