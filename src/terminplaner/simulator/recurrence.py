"""Recurring events (RFC 5545): which occurrences a master has, and what each of them looks like."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rruleset, rrulestr

from terminplaner.simulator.errors import Json, invalid
from terminplaner.simulator.times import is_day, parse_instant, wire

_LINE = re.compile(r"^(RRULE|EXRULE|RDATE|EXDATE)((?:;[^:]*)?):(.+)$", re.IGNORECASE)
_INSTANCE_ID = re.compile(r"^(?P<master>.+)_(?P<start>\d{8}(?:T\d{6}Z)?)$")


def series_zone(master: Json, calendar_zone: str) -> str:
    """The zone in which a series expands: its start's, else the calendar's."""
    zone: str = master["start"].get("timeZone") or calendar_zone
    return zone


def occurrences(master: Json, calendar_zone: str) -> Iterator[Json]:
    """The original start times of a series in order, cancelled or moved ones included. May be endless.

    The wall time stays the same across DST switches. ApiError 400 where a rule cannot be read.
    """
    zone = series_zone(master, calendar_zone)
    for wall in _rules(master, zone):
        yield _event_time(master, wall, zone)


def check_rules(master: Json, calendar_zone: str) -> None:
    """ApiError 400 where the recurrence of `master` cannot be read."""
    _rules(master, series_zone(master, calendar_zone))


def instance_id(master_id: str, original: Json) -> str:
    """Google's id of one occurrence: the master's and the original start, in UTC or as a date."""
    if is_day(original):
        return f"{master_id}_{original['date'].replace('-', '')}"
    return f"{master_id}_{parse_instant(original['dateTime']):%Y%m%dT%H%M%SZ}"


def split_instance_id(event_id: str) -> tuple[str, str] | None:
    """The master's id and the original start's text, or None where the id is not an occurrence's."""
    match = _INSTANCE_ID.match(event_id)
    return (match["master"], match["start"]) if match else None


def instance_of(master: Json, original: Json, calendar_zone: str) -> Json:
    """The occurrence at `original` as the series alone makes it."""
    zone = series_zone(master, calendar_zone)
    length = _wall(master["end"], zone) - _wall(master["start"], zone)
    body = {key: value for key, value in master.items() if key != "recurrence"}
    return body | {
        "id": instance_id(master["id"], original),
        "start": dict(original),
        "end": _event_time(master, _wall(original, zone) + length, zone),
        "recurringEventId": master["id"],
        "originalStartTime": dict(original),
    }


def cut_before(rules: list[str], original: Json, kept: int) -> tuple[list[str], list[str]]:
    """The rules of a series split at `original`: those that end before it, those that go on from it.

    `kept` is the number of occurrences before the split, which a COUNT is reduced by.
    """
    if is_day(original):
        until = (date.fromisoformat(original["date"]) - timedelta(days=1)).strftime("%Y%m%d")
    else:
        until = (parse_instant(original["dateTime"]) - timedelta(seconds=1)).strftime("%Y%m%dT%H%M%SZ")
    before, after = [], []
    for line in rules:
        if not line.upper().startswith("RRULE"):
            before.append(line)
            after.append(line)
            continue
        parts = line.partition(":")[2].split(";")
        open_end = [part for part in parts if not part.upper().startswith(("COUNT=", "UNTIL="))]
        before.append("RRULE:" + ";".join([*open_end, f"UNTIL={until}"]))
        counts = [int(part[6:]) for part in parts if part.upper().startswith("COUNT=")]
        rest = [*open_end, f"COUNT={counts[0] - kept}"] if counts else parts
        after.append("RRULE:" + ";".join(rest))
    return before, after


def _rules(master: Json, zone: str) -> rruleset:
    start = _wall(master["start"], zone)
    rules = rruleset()
    ruled = False
    for line in master["recurrence"]:
        match = _LINE.match(line)
        if match is None:
            raise invalid("Invalid recurrence rule.")
        name, parameters, value = match[1].upper(), match[2], match[3]
        try:
            if name == "RRULE":
                ruled = True
                rules.rrule(_rule(value, start, zone))
            elif name == "EXRULE":
                rules.exrule(_rule(value, start, zone))
            else:
                add = rules.rdate if name == "RDATE" else rules.exdate
                for text in value.split(","):
                    add(_stamp_wall(text, zone, parameters))
        except (ValueError, KeyError, TypeError) as error:
            raise invalid("Invalid recurrence rule.") from error
    if not ruled:
        rules.rdate(start)
    return rules


def _rule(value: str, start: datetime, zone: str) -> rrule:
    def local(match: re.Match[str]) -> str:
        return f"UNTIL={_stamp_wall(match[1], zone, '', day_end=True):%Y%m%dT%H%M%S}"

    parsed = rrulestr(re.sub(r"UNTIL=([0-9TZ]+)", local, value.upper()), dtstart=start)
    if not isinstance(parsed, rrule):
        raise TypeError(value)
    return parsed


def _stamp_wall(text: str, zone: str, parameters: str, *, day_end: bool = False) -> datetime:
    if "T" not in text:
        day = datetime.strptime(text, "%Y%m%d")  # noqa: DTZ007 - wall time of the series
        return datetime.combine(day, time(23, 59, 59)) if day_end else day
    if text.endswith("Z"):
        instant = datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    wall = datetime.strptime(text, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - wall time of its zone
    named = re.search(r"TZID=([^;:]+)", parameters, re.IGNORECASE)
    if named and named[1] != zone:
        return wall.replace(tzinfo=ZoneInfo(named[1])).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return wall


def _wall(when: Json, zone: str) -> datetime:
    if is_day(when):
        return datetime.combine(date.fromisoformat(when["date"]), time())
    return parse_instant(when["dateTime"]).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def _event_time(master: Json, wall: datetime, zone: str) -> Json:
    if is_day(master["start"]):
        return {"date": wall.date().isoformat()}
    return {"dateTime": wire(wall.replace(tzinfo=ZoneInfo(zone)), zone), "timeZone": zone}
