"""The words and letters of absences and holidays, wherever the planner shows them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.resource import Availability
from terminplaner.ui.messages import describe_absence, title_of
from terminplaner.ui.planner.away import Away, Cause


def letter(kind: AbsenceKind) -> str:
    """The one letter a cell of the year has room for."""
    match kind:
        case AbsenceKind.VACATION:
            return QCoreApplication.translate("planner", "U")
        case AbsenceKind.SICKNESS:
            return QCoreApplication.translate("planner", "K")
        case AbsenceKind.TRAINING:
            return QCoreApplication.translate("planner", "S")
        case AbsenceKind.CLOSURE:
            return QCoreApplication.translate("planner", "B")
        case AbsenceKind.OTHER:
            return QCoreApplication.translate("planner", "A")


def letter_of(cause: Cause) -> str:
    """The same of whatever keeps somebody away."""
    return letter(cause.kind) if isinstance(cause, Absence) else _unavailable_letter()


def _unavailable_letter() -> str:
    return QCoreApplication.translate("planner", "N", "a letter in the year: not available")


def holiday_letter() -> str:
    return QCoreApplication.translate("planner", "F")


def label(absence: Absence) -> str:
    """``Urlaub``, with what somebody noted: ``Urlaub (Ostsee)``."""
    kind = describe_absence(absence.kind)
    return f"{kind} ({absence.text})" if absence.text else kind


def unavailable(text: str) -> str:
    """A Nichtverfügbarkeit, by what somebody wrote into it."""
    return text or QCoreApplication.translate("planner", "nicht verfügbar")


def reason(cause: Cause) -> str:
    """Why somebody is away, whatever it is that says so."""
    if isinstance(cause, Absence):
        return label(cause)
    return unavailable(cause.text) if isinstance(cause, Availability) else title_of(cause)


def sort_of(cause: Cause) -> str:
    """What it is that keeps somebody away."""
    if isinstance(cause, Absence):
        return QCoreApplication.translate("planner", "Abwesenheit")
    if isinstance(cause, Availability):
        return QCoreApplication.translate("planner", "Nichtverfügbarkeit")
    return QCoreApplication.translate("planner", "Termin")


def part_of_day(away: Away, zone: ZoneInfo) -> str:
    """``Urlaub (Ostsee)``, and where it does not take the whole day ``Schulung, 09:00–12:00``."""
    return reason(away.cause) + _hours(away, zone)


def _hours(away: Away, zone: ZoneInfo) -> str:
    if away.is_whole:
        return ""
    begins, ends = (edge.astimezone(zone) for edge in (away.span.start_at, away.span.end_at))
    return f", {begins:%H:%M}–{ends:%H:%M}"


def in_short(away: Iterable[Away], zone: ZoneInfo, *, names_people: bool) -> str:
    """``Urlaub: Klara, Thor · Schulung, 09:00–12:00: Phil``; a closure of the shop names nobody."""
    kinds = ((_kind(part.cause) + _hours(part, zone), part) for part in away)
    return " · ".join(_with_people(kinds, names_people=names_people))


def in_full(away: Iterable[Away], zone: ZoneInfo, *, names_people: bool) -> tuple[str, ...]:
    """Each cause with what somebody noted: ``Urlaub (Ostsee): Klara Himmel``."""
    return tuple(_with_people(((part_of_day(part, zone), part) for part in away), names_people=names_people))


def _with_people(worded: Iterable[tuple[str, Away]], *, names_people: bool) -> Iterator[str]:
    people: dict[str, list[str]] = {}
    for words, part in worded:
        names = people.setdefault(words, [])
        if names_people and part.is_own:
            names.append(part.resource.name)
    return (f"{words}: {', '.join(names)}" if names else words for words, names in people.items())


def _kind(cause: Cause) -> str:
    return describe_absence(cause.kind) if isinstance(cause, Absence) else reason(cause)


def closed() -> str:
    return QCoreApplication.translate("planner", "geschlossen")


def legend() -> str:
    """What the letters mean, in one line."""
    named = [f"{letter(kind)} {describe_absence(kind)}" for kind in AbsenceKind]
    holiday = QCoreApplication.translate("planner", "Feiertag")
    several = QCoreApplication.translate("planner", "Zahl: so viele zugleich")
    away = f"{_unavailable_letter()} {unavailable('')}"
    return " · ".join((*named, away, f"{holiday_letter()} {holiday}", several))
