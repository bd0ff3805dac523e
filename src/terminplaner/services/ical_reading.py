"""Reading events from iCalendar (RFC 5545) as real programs write it.

A file is read component by component: one that cannot be read is listed with its reason and the rest is taken.
Recurring events become single ones, as the planner keeps them.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar

from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.services.ical_components import (
    CONTROL,
    MALFORMED,
    YEARS,
    EventComponent,
    Skipped,
    event_components,
)

MOST_OCCURRENCES = 2000
"""Of one series; of an endless one those before the horizon."""
_FURTHER_WITH_END = timedelta(days=10 * 366)
"""How much further than endless ones the series that have an end are expanded."""
_FREQUENCIES = {
    "DAILY": timedelta(days=1),
    "WEEKLY": timedelta(days=7),
    "MONTHLY": timedelta(days=31),
    "YEARLY": timedelta(days=366),
}


@dataclass(frozen=True, slots=True)
class ReadEvent:
    """One single event.  ``uid`` is unique per occurrence: the file's UID, for occurrences with their start."""

    uid: str
    when: When
    text: str
    comment: str
    type_names: tuple[str, ...]
    status_name: str
    customer_number: str
    is_transparent: bool
    is_cancelled: bool


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
    skipped: list[Skipped] = []
    groups: dict[str, list[EventComponent]] = {}
    for component in event_components(content, skipped):
        try:
            _require_readable(component.properties, zone)
        except _UnreadableError as error:
            skipped.append(Skipped(component.label, str(error.args[0])))
        else:
            groups.setdefault(_uid(component.properties), []).append(component)
    reading = _Reading(zone, expand_until_at, skipped)
    events = tuple(event for uid, parts in groups.items() for event in reading.group(uid, parts))
    return ReadFile(events, tuple(skipped))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What stays the same while one file is read."""

    zone: ZoneInfo
    expand_until_at: datetime
    skipped: list[Skipped]

    def group(self, uid: str, parts: Iterable[EventComponent]) -> Iterator[ReadEvent]:
        """All components of one UID: a single event, or a series with its changed occurrences."""
        newest: dict[str, EventComponent] = {}
        for part in sorted(parts, key=lambda part: _sequence(part.properties), reverse=True):
            if newest.setdefault(self._occurrence_uid(uid, part.properties), part) is not part:
                self.skipped.append(Skipped(part.label, "duplicate_uid"))
        master = newest.pop(uid, None)
        if master is not None and any(name in master.properties for name in ("RRULE", "RDATE")):
            yield from self._series(uid, master, tuple(newest.values()))
            return
        if master is not None:
            yield self._event(uid, master.properties)
        for key, changed in newest.items():
            yield self._event(key, changed.properties)

    def _series(
        self, uid: str, master: EventComponent, changed: tuple[EventComponent, ...]
    ) -> tuple[ReadEvent, ...]:
        try:
            return self._occurrences(uid, master, changed)
        except (InvalidInputError, *MALFORMED):
            reason = "rule_unreadable"
        except _UnreadableError as error:
            reason = str(error.args[0])
        self.skipped.append(Skipped(master.label, reason))
        return ()

    def _occurrences(
        self, uid: str, master: EventComponent, changed: tuple[EventComponent, ...]
    ) -> tuple[ReadEvent, ...]:
        calendar = Calendar()
        for component in (master, *changed):
            calendar.add_component(component.properties)
        longest_step, is_endless = _rules(master.properties)
        # An occurrence may have been moved to before the series; zones differ by less than a day.
        starts = [self._instant(part.properties["DTSTART"]) for part in (master, *changed)]
        from_at, until_at = min(starts) - timedelta(days=1), self.expand_until_at + _FURTHER_WITH_END
        if is_endless:
            until_at = self.expand_until_at
            from_at = max(from_at, until_at - MOST_OCCURRENCES * longest_step)
        query = recurring_ical_events.of(calendar)
        from_, until = self._bound(from_at, master.properties), self._bound(until_at, master.properties)
        found = sorted(query.between(from_, until), key=lambda part: self._instant(part["DTSTART"]))
        if is_endless or len(found) > MOST_OCCURRENCES or next(query.after(until), None) is not None:
            self.skipped.append(Skipped(master.label, "series_continues"))
        chosen = found[-MOST_OCCURRENCES:] if is_endless else found[:MOST_OCCURRENCES]
        for occurrence in chosen:
            occurrence.setdefault("RECURRENCE-ID", occurrence["DTSTART"])
        return tuple(self._event(self._occurrence_uid(uid, occurrence), occurrence) for occurrence in chosen)

    def _bound(self, at: datetime, master: Any) -> datetime:
        """An instant as it can be compared with the series: without zone where the series has none."""
        start = master["DTSTART"].dt
        is_floating = isinstance(start, datetime) and start.tzinfo is None
        return at.astimezone(self.zone).replace(tzinfo=None) if is_floating else at

    def _event(self, uid: str, component: Any) -> ReadEvent:
        summary = _text(component, "SUMMARY")
        return ReadEvent(
            uid=uid,
            when=_when(component, self.zone),
            text="" if summary == _text(component, "X-TERMINPLANER-TITLE") else summary,
            comment=_text(component, "DESCRIPTION"),
            type_names=_categories(component),
            status_name=_text(component, "X-TERMINPLANER-STATUS"),
            customer_number=_text(component, "X-TERMINPLANER-CUSTOMER"),
            is_transparent=_text(component, "TRANSP").upper() == "TRANSPARENT",
            is_cancelled=_text(component, "STATUS").upper() == "CANCELLED",
        )

    def _occurrence_uid(self, uid: str, component: Any) -> str:
        """The file's UID, for an occurrence of a series with the start it has by the rule."""
        if "RECURRENCE-ID" not in component:
            return uid
        start = component["RECURRENCE-ID"].dt
        if not isinstance(start, datetime):
            return f"{uid}/{start:%Y%m%d}"
        return f"{uid}/{_utc(start, self.zone):%Y%m%dT%H%M%SZ}"

    def _instant(self, start: Any) -> datetime:
        value = start.dt
        return _utc(value if isinstance(value, datetime) else datetime.combine(value, time.min), self.zone)


def _uid(component: Any) -> str:
    return _text(component, "UID") or "sha256-" + hashlib.sha256(component.to_ical()).hexdigest()[:32]


def _sequence(component: Any) -> int:
    try:
        return int(component.get("SEQUENCE", 0))
    except MALFORMED:
        return 0


def _rules(master: Any) -> tuple[timedelta, bool]:
    """The longest step of a series' rules (zero without any), and whether it has no end."""
    rules = master.get("RRULE", [])
    steps, is_endless = [timedelta()], False
    for rule in rules if isinstance(rules, list) else [rules]:
        frequency = str(rule["FREQ"][0]).upper()
        if frequency not in _FREQUENCIES:
            raise _UnreadableError("series_too_dense")
        interval = int(rule.get("INTERVAL", [1])[0])
        if interval < 1:  # the libraries would never come back
            raise _UnreadableError("rule_unreadable")
        steps.append(_FREQUENCIES[frequency] * interval)
        is_endless = is_endless or ("COUNT" not in rule and "UNTIL" not in rule)
    return max(steps), is_endless


def _require_readable(component: Any, zone: ZoneInfo) -> None:
    if "DTSTART" not in component:
        raise _UnreadableError("start_missing")
    try:
        _when(component, zone)
        if "RECURRENCE-ID" in component:
            _require_time(component["RECURRENCE-ID"].dt)
    except InvalidInputError as error:
        raise _UnreadableError(error.error_code) from error
    except MALFORMED as error:
        raise _UnreadableError("time_unreadable") from error


def _when(component: Any, zone: ZoneInfo) -> When:
    start = _time_of(component, "DTSTART")
    if "DTEND" in component:
        end = _time_of(component, "DTEND")
    elif "DURATION" in component:
        end = _after(start, component["DURATION"].dt, zone)
    else:
        end = start if isinstance(start, datetime) else start + timedelta(days=1)
    if isinstance(start, datetime) and isinstance(end, datetime):
        start_at, end_at = _utc(start, zone), _utc(end, zone)
        if end_at < start_at and start <= end:
            end_at = start_at + (end - start)  # the clocks skip the start, and the length stays
        return _whole_days(component, start, end) or Timed(start_at, end_at)
    if isinstance(start, datetime) or isinstance(end, datetime):
        raise _UnreadableError("time_unreadable")
    # Outlook and others end a single day on the day itself.
    return AllDay(start, start + timedelta(days=1) if end == start else end)


def _time_of(component: Any, name: str) -> date:
    """A date, or an instant with or without zone."""
    value = component[name].dt
    _require_time(value)
    if isinstance(value, datetime) and value.tzinfo is None and "TZID" in component[name].params:
        raise _UnreadableError("unknown_time_zone")
    found: date = value
    return found


def _require_time(value: object) -> None:
    if not isinstance(value, date) or value.year not in YEARS:
        raise _UnreadableError("time_unreadable")


def _after(start: date, duration: timedelta, zone: ZoneInfo) -> date:
    """Days of a duration are days of the calendar, the rest is exact time (RFC 5545 3.3.6)."""
    days, rest = timedelta(days=duration.days), timedelta(seconds=duration.seconds)
    if isinstance(start, datetime):
        return _utc(start + days, zone) + rest
    return start + days


def _whole_days(component: Any, start: datetime, end: datetime) -> AllDay | None:
    """The days that Outlook means where it writes them as times from midnight to midnight."""
    marked = _text(component, "X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE"
    if marked and start.time() == end.time() == time.min and start.date() < end.date():
        return AllDay(start.date(), end.date())
    return None


def _utc(value: datetime, zone: ZoneInfo) -> datetime:
    """The instant of a time, a floating one in ``zone``.

    One that the clocks skip has the offset from before the gap (RFC 5545 3.3.5), as fold 0 means in Python.
    """
    return (value if value.tzinfo else value.replace(tzinfo=zone)).astimezone(UTC)


def _categories(component: Any) -> tuple[str, ...]:
    values = component.get("CATEGORIES", [])
    lists = values if isinstance(values, list) else [values]
    return tuple(str(name).strip() for value in lists for name in getattr(value, "cats", ()))


def _text(component: Any, name: str) -> str:
    value = component.get(name, "")
    if isinstance(value, list):
        value = value[0]
    return plain_text(str(value))


def plain_text(value: str) -> str:
    """A text as it is read from a file: composed characters (NFC), no control characters, no blanks around it."""
    plain = CONTROL.sub("", value.replace("\r\n", "\n"))
    return unicodedata.normalize("NFC", plain).strip()
