"""Reading iCalendar (RFC 5545) as real programs write it.

A file is read component by component: one that cannot be read is listed with its reason and the rest is taken.
Recurring events become single ones, as the planner keeps them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.when import AllDay, Timed, When, at_local

MOST_OCCURRENCES = 2000
"""Of one series; a rule without end would never stop."""


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """One single event.  ``uid`` is unique per occurrence: the file's UID, for occurrences with their start."""

    uid: str
    when: When
    text: str
    comment: str
    type_name: str
    status_name: str
    customer_number: str
    is_transparent: bool
    is_cancelled: bool


@dataclass(frozen=True, slots=True)
class Skipped:
    """A component that was not taken: what it is, and why (a code of the catalogue)."""

    component: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReadFile:
    events: tuple[ReadEvent, ...]
    skipped: tuple[Skipped, ...]


class _UnreadableError(Exception):
    """Why one component cannot be read; its only argument is the reason's code."""


def read_icalendar(content: bytes, zone: ZoneInfo, expand_until_at: datetime) -> ReadFile:
    """Read a file; floating times are taken in ``zone``, series without end up to ``expand_until_at`` (aware).

    Raise ``InvalidInputError`` (code ``not_icalendar``) where it is no iCalendar at all.
    """
    text = _decode(content)
    if "BEGIN:VCALENDAR" not in text.upper():
        raise InvalidInputError("not_icalendar")
    events: list[ReadEvent] = []
    skipped: list[Skipped] = []
    groups: dict[str, list[Any]] = {}
    for component, label in _components(text, skipped):
        groups.setdefault(_uid(component), []).append((component, label))
    for uid, parts in groups.items():
        _read_group(uid, parts, zone, expand_until_at, events, skipped)
    return ReadFile(tuple(events), tuple(skipped))


def _decode(content: bytes) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


_BLOCK = re.compile(r"^BEGIN:(VEVENT|VTIMEZONE|VTODO|VJOURNAL|VFREEBUSY)\s*$(.*?)^END:\1\s*$", re.M | re.S | re.I)
_OPENED = re.compile(r"^BEGIN:VEVENT\s*$", re.M | re.I)


def _components(text: str, skipped: list[Skipped]) -> Iterator[tuple[Any, str]]:
    """Every VEVENT, parsed on its own so that a broken one cannot take the file with it."""
    unfolded = re.sub(r"\n[ \t]", "", re.sub(r"\r\n?", "\n", text))
    zones: list[str] = []
    blocks: list[str] = []
    for match in _BLOCK.finditer(unfolded):
        kind = match.group(1).upper()
        if kind == "VTIMEZONE":
            zones.append(match.group(0))
        elif kind == "VEVENT":
            blocks.append(match.group(0))
        else:
            skipped.append(Skipped(_label(match.group(0), kind), "not_an_event"))
    if len(blocks) < len(_OPENED.findall(unfolded)):
        skipped.append(Skipped("VEVENT", "component_not_closed"))
    for block in blocks:
        label = _label(block, "VEVENT")
        own_zones = [definition for definition in zones if _names_zone(block, definition)]
        wrapped = "\n".join(("BEGIN:VCALENDAR", *own_zones, block, "END:VCALENDAR", ""))
        try:
            component = Calendar.from_ical(wrapped).events[0]
        except (ValueError, KeyError, IndexError, TypeError, AttributeError):
            skipped.append(Skipped(label, "component_unreadable"))
            continue
        yield component, label


def _names_zone(block: str, definition: str) -> bool:
    name = re.search(r"^TZID[^:]*:(.+?)\s*$", definition, re.M)
    return name is not None and name.group(1) in block


def _label(block: str, kind: str) -> str:
    """How the list of skipped ones names a component: by its title and start as far as they are there."""
    found = [re.search(rf"^{name}[^:\n]*:(.*)$", block, re.M) for name in ("SUMMARY", "DTSTART", "UID")]
    words = [match.group(1).strip() for match in found if match][:2]
    return " ".join((kind, *words))


def _uid(component: Any) -> str:
    uid = str(component.get("UID", "")).strip()
    return uid or "sha256-" + hashlib.sha256(component.to_ical()).hexdigest()[:32]


def _read_group(
    uid: str,
    parts: list[tuple[Any, str]],
    zone: ZoneInfo,
    expand_until_at: datetime,
    events: list[ReadEvent],
    skipped: list[Skipped],
) -> None:
    """All components of one UID: a single event, or a series with its changed occurrences."""
    usable: list[tuple[Any, str]] = []
    for component, label in parts:
        try:
            _require_readable(component, zone)
            usable.append((component, label))
        except _UnreadableError as error:
            skipped.append(Skipped(label, str(error.args[0])))
    masters = [pair for pair in usable if "RECURRENCE-ID" not in pair[0]]
    masters.sort(key=lambda pair: int(pair[0].get("SEQUENCE", 0)), reverse=True)
    skipped.extend(Skipped(label, "duplicate_uid") for _, label in masters[1:])
    changed = [component for component, _ in usable if "RECURRENCE-ID" in component]
    if masters and any(name in masters[0][0] for name in ("RRULE", "RDATE")):
        _read_series(uid, masters[0], changed, zone, expand_until_at, events, skipped)
    else:
        events.extend(_read_event(uid, component, zone) for component, _ in masters[:1])
        events.extend(_read_event(_occurrence_uid(uid, component), component, zone) for component in changed)


def _read_series(
    uid: str,
    master: tuple[Any, str],
    changed: Iterable[Any],
    zone: ZoneInfo,
    expand_until_at: datetime,
    events: list[ReadEvent],
    skipped: list[Skipped],
) -> None:
    calendar = Calendar()
    for component in (master[0], *changed):
        calendar.add_component(component)
    first = master[0]["DTSTART"].dt
    until = expand_until_at.date() if not isinstance(first, datetime) else expand_until_at
    if isinstance(first, datetime) and first.tzinfo is None:
        until = expand_until_at.astimezone(zone).replace(tzinfo=None)
    try:
        occurrences: list[ReadEvent] = []
        for occurrence in recurring_ical_events.of(calendar).after(first):
            start = occurrence["DTSTART"].dt
            if len(occurrences) == MOST_OCCURRENCES or (_is_endless(master[0]) and start >= until):
                skipped.append(Skipped(master[1], "series_continues"))
                break
            occurrences.append(_read_event(_occurrence_uid(uid, occurrence), occurrence, zone))
        events.extend(occurrences)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, InvalidInputError, _UnreadableError):
        skipped.append(Skipped(master[1], "rule_unreadable"))


def _is_endless(master: Any) -> bool:
    rules = master.get("RRULE", [])
    rules = rules if isinstance(rules, list) else [rules]
    return any("COUNT" not in rule and "UNTIL" not in rule for rule in rules)


def _occurrence_uid(uid: str, occurrence: Any) -> str:
    start = occurrence.get("RECURRENCE-ID", occurrence["DTSTART"]).dt
    return f"{uid}/{start.isoformat()}"


def _require_readable(component: Any, zone: ZoneInfo) -> None:
    if "DTSTART" not in component:
        raise _UnreadableError("start_missing")
    try:
        _when(component, zone)
        int(component.get("SEQUENCE", 0))
    except InvalidInputError as error:
        raise _UnreadableError(error.error_code) from error
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise _UnreadableError("time_unreadable") from error


def _when(component: Any, zone: ZoneInfo) -> When:
    start = component["DTSTART"].dt
    if "DTEND" in component:
        end = component["DTEND"].dt
    elif "DURATION" in component:
        end = start + component["DURATION"].dt
    else:
        end = start if isinstance(start, datetime) else start + timedelta(days=1)
    if isinstance(start, datetime) != isinstance(end, datetime):
        raise _UnreadableError("time_unreadable")
    if isinstance(start, datetime):
        return Timed(_instant(component, "DTSTART", start, zone), _instant(component, "DTEND", end, zone))
    # Outlook and others end a single day on the day itself.
    return AllDay(start, max(end, start + timedelta(days=1)) if end >= start else _refuse_negative())


def _refuse_negative() -> date:
    raise _UnreadableError("end_before_start")


def _instant(component: Any, name: str, value: datetime, zone: ZoneInfo) -> datetime:
    if value.tzinfo is not None:
        return value
    if name in component and "TZID" in component[name].params:
        raise _UnreadableError("unknown_time_zone")
    return at_local(value, zone)


def _read_event(uid: str, component: Any, zone: ZoneInfo) -> ReadEvent:
    categories = component.get("CATEGORIES")
    names = getattr(categories, "cats", []) if categories is not None else []
    summary = _text(component, "SUMMARY")
    return ReadEvent(
        uid=uid,
        when=_when(component, zone),
        text="" if summary == _text(component, "X-TERMINPLANER-TITLE") else summary,
        comment=_text(component, "DESCRIPTION"),
        type_name=str(names[0]) if names else "",
        status_name=_text(component, "X-TERMINPLANER-STATUS"),
        customer_number=_text(component, "X-TERMINPLANER-CUSTOMER"),
        is_transparent=_text(component, "TRANSP").upper() == "TRANSPARENT",
        is_cancelled=_text(component, "STATUS").upper() == "CANCELLED",
    )


def _text(component: Any, name: str) -> str:
    value = component.get(name, "")
    if isinstance(value, list):
        value = value[0]
    return unicodedata.normalize("NFC", str(value)).replace("\r\n", "\n").strip()
