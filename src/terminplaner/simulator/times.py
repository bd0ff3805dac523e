"""Event times on the wire: RFC 3339 instants with an IANA zone, or whole days."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from terminplaner.simulator.errors import Json


def parse_instant(text: str) -> datetime:
    """An RFC 3339 time as aware UTC. ValueError where the offset is missing or the text is no time."""
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(text)
    return instant.astimezone(UTC)


def stamp(instant: datetime) -> str:
    """An instant as Google writes `created` and `updated`: UTC with milliseconds."""
    return instant.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def is_day(when: Json) -> bool:
    """Whether an event time is a whole day."""
    return "date" in when


def instant_of(when: Json, calendar_zone: str) -> datetime:
    """An event time as aware UTC; a whole day begins at midnight in the calendar's zone."""
    if is_day(when):
        day = date.fromisoformat(when["date"])
        return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(calendar_zone)).astimezone(UTC)
    return parse_instant(when["dateTime"])


def shown_in(when: Json, zone: str) -> Json:
    """The same event time written with the offset of `zone`; days stay as they are."""
    if is_day(when):
        return dict(when)
    return when | {"dateTime": wire(parse_instant(when["dateTime"]), zone)}


def wire(instant: datetime, zone: str) -> str:
    """An instant in `zone` as Google writes it: seconds, and `Z` for UTC."""
    return instant.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds").replace("+00:00", "Z")


def as_event_time(when: datetime | date | Json) -> Json:
    """An event time from Python's values: a date is a whole day, a datetime must carry a ZoneInfo or an offset."""
    if isinstance(when, dict):
        return when
    if not isinstance(when, datetime):
        return {"date": when.isoformat()}
    if when.tzinfo is None:
        raise ValueError("an event time needs a zone")
    key = getattr(when.tzinfo, "key", None)
    return {"dateTime": when.isoformat()} | ({"timeZone": key} if key else {})
