"""The words of the waiting list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.resource import Combination
from terminplaner.domain.waiting_list import Priority, WaitingListEntry
from terminplaner.services.waiting_list import WaitingOffer, WaitingRow
from terminplaner.ui.planner import wording
from terminplaner.ui.sentences import QT_TRANSLATE_NOOP

_PRIORITIES: Mapping[Priority, str] = {
    Priority.HIGH: QT_TRANSLATE_NOOP("waiting list", "Dringend"),
    Priority.NORMAL: QT_TRANSLATE_NOOP("waiting list", "Normal"),
    Priority.LOW: QT_TRANSLATE_NOOP("waiting list", "Kann warten"),
}


def priority(value: Priority) -> str:
    return QCoreApplication.translate("waiting list", _PRIORITIES[value])


def title(row: WaitingRow) -> str:
    """Who waits, and how urgently where that is out of the ordinary."""
    if row.entry.priority is Priority.NORMAL:
        return row.title
    return f"{row.title} ({priority(row.entry.priority)})"


def details(row: WaitingRow) -> str:
    """What is wished, most important first."""
    entry = row.entry
    since = QCoreApplication.translate("waiting list", "seit {day}").format(
        day=wording.short_date(entry.created_at.astimezone(row.zone).date())
    )
    minutes = QCoreApplication.translate("waiting list", "{count} min").format(count=entry.duration_minutes)
    parts = (
        row.template.label if row.template else "",
        _kind(row),
        minutes,
        _resources(row),
        weekdays(entry),
        _hours(entry),
        _days(entry),
        entry.note if row.customer else "",
        since,
    )
    return " · ".join(part for part in parts if part)


def _kind(row: WaitingRow) -> str:
    if row.type is None or (row.template is not None and row.template.label == row.type.name):
        return ""
    return row.type.name


def _resources(row: WaitingRow) -> str:
    names = [resource.name for resource in row.resources]
    match row.entry.combination:
        case Combination.PERSON_AND_ROOM:
            together = QCoreApplication.translate("waiting list", "Person und Raum")
            return f"{together} ({', '.join(names)})" if names else together
        case Combination.ALL:
            return " + ".join(names)
        case _:
            return ", ".join(names)


def offer_details(offer: WaitingOffer) -> str:
    """Where a wish could be fulfilled: ``Mo 23.11., 10:00–10:30 · Kabine 1``."""
    zone = offer.row.zone
    day = wording.short_date(offer.when.start_at.astimezone(zone).date())
    span = f"{wording.clock(offer.when.start_at, zone)}–{wording.clock(offer.when.end_at, zone)}"
    return f"{day}, {span} · {' + '.join(resource.name for resource in offer.resources)}"


def weekdays(entry: WaitingListEntry) -> str:
    return ", ".join(wording.weekday_name(day) for day in entry.weekdays)


def _hours(entry: WaitingListEntry) -> str:
    if entry.starts_at and entry.ends_at:
        return f"{entry.starts_at:%H:%M}–{entry.ends_at:%H:%M}"
    if entry.starts_at:
        return QCoreApplication.translate("waiting list", "ab {clock}").format(clock=f"{entry.starts_at:%H:%M}")
    if entry.ends_at:
        return QCoreApplication.translate("waiting list", "bis {clock}").format(clock=f"{entry.ends_at:%H:%M}")
    return ""


def _days(entry: WaitingListEntry) -> str:
    if entry.from_on and entry.until_on:
        return f"{entry.from_on:%d.%m.}–{entry.until_on:%d.%m.%Y}"
    if entry.from_on:
        return QCoreApplication.translate("waiting list", "ab {day}").format(day=f"{entry.from_on:%d.%m.%Y}")
    if entry.until_on:
        return QCoreApplication.translate("waiting list", "bis {day}").format(day=f"{entry.until_on:%d.%m.%Y}")
    return ""
