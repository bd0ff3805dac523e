"""The words of the waiting list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.resource import Combination
from terminplaner.domain.waiting_list import Priority, WaitingListEntry
from terminplaner.services.waiting_list import WaitingOffer, WaitingRow
from terminplaner.ui.planner import wording
from terminplaner.ui.sentences import QT_TRANSLATE_NOOP

_WORD = re.compile(r"\w+")
_PRIORITIES: Mapping[Priority, str] = {
    Priority.HIGH: QT_TRANSLATE_NOOP("waiting list", "Dringend"),
    Priority.NORMAL: QT_TRANSLATE_NOOP("waiting list", "Normal"),
    Priority.LOW: QT_TRANSLATE_NOOP("waiting list", "Kann warten"),
}


def priority(value: Priority) -> str:
    return QCoreApplication.translate("waiting list", _PRIORITIES[value])


def title(row: WaitingRow) -> str:
    """Who waits, how urgently where that is out of the ordinary, and whether it is too late."""
    return _marked(row.title, row)


def wished(row: WaitingRow) -> str:
    """For what somebody waits, where it is known who."""
    template = row.template.label if row.template else ""
    kind = row.type.name if row.type else ""
    return _marked(template or kind or QCoreApplication.translate("waiting list", "Termin"), row)


def _marked(name: str, row: WaitingRow) -> str:
    marks = (
        priority(row.entry.priority) if row.entry.priority is not Priority.NORMAL else "",
        QCoreApplication.translate("waiting list", "abgelaufen") if row.is_expired and row.entry.is_open else "",
    )
    told = ", ".join(mark for mark in marks if mark)
    return f"{name} ({told})" if told else name


def details(row: WaitingRow, *, names_kind: bool = True) -> str:
    """What is wished, most important first; without template and type where these are said elsewhere."""
    return " · ".join((*_what(row, names_kind=names_kind), *_when(row)))


def details_in_lines(row: WaitingRow) -> str:
    """The same in two lines: what and with whom, and below when it may be."""
    return "\n".join(" · ".join(parts) for parts in (_what(row), _when(row)))


def _what(row: WaitingRow, *, names_kind: bool = True) -> tuple[str, ...]:
    minutes = QCoreApplication.translate("waiting list", "{count} min").format(count=row.entry.duration_minutes)
    parts = (
        row.template.label if row.template and names_kind else "",
        _kind(row) if names_kind else "",
        minutes,
        _resources(row),
    )
    return tuple(part for part in parts if part)


def _when(row: WaitingRow) -> tuple[str, ...]:
    """The days and hours that suit, what was noted, and how long it waits."""
    entry = row.entry
    since = QCoreApplication.translate("waiting list", "seit {day}").format(
        day=wording.short_date(entry.created_at.astimezone(row.zone).date())
    )
    parts = (weekdays(entry), _hours(entry), _days(entry), entry.note if row.customer else "", since)
    return tuple(part for part in parts if part)


def has_words(row: WaitingRow, text: str) -> bool:
    """Whether each of these words begins one of the customer's, of a resource, of the type or of the note."""
    template = row.template.label if row.template else ""
    kinds = (row.type.name if row.type else "", template)
    said = (row.title, *kinds, row.entry.note, *(resource.name for resource in row.resources))
    words = [word for part in said for word in _WORD.findall(_folded(part))]
    return all(any(word.startswith(typed) for word in words) for typed in _WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    """Text without regard to case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


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
