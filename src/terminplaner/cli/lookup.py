"""From what a person types to what the program keeps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.errors import InvalidInputError, NotFoundError
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import at_local
from terminplaner.services.queries import Queries

L = TypeVar("L", AppointmentType, AppointmentStatus)

_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def uuid_of(text: str, listing: str) -> UUID:
    """Raise ``InvalidInputError`` (code ``not_an_id``) where it is none; the command ``listing`` shows them."""
    try:
        return UUID(text)
    except ValueError as error:
        raise InvalidInputError("not_an_id", text=text, listing=listing) from error


def resource_of(queries: Queries, text: str) -> Resource:
    """By id or name; raise ``NotFoundError`` (code ``unknown_resource``)."""
    for resource in queries.resources():
        if text == str(resource.id) or text.casefold() == resource.name.casefold():
            return resource
    raise NotFoundError("unknown_resource", resource=text)


def entry_of(entries: Iterable[L], name: str, list_name: str) -> UUID | None:
    """The id of a list's entry by its name, None for an empty one; raise ``InvalidInputError`` otherwise."""
    if not name:
        return None
    known = tuple(entries)
    for entry in known:
        if entry.name.casefold() == name.casefold():
            return entry.id
    names = ", ".join(entry.name for entry in known)
    raise InvalidInputError("unknown_list_entry", name=name, list=list_name, known=names)


def instant_of(text: str, zone: ZoneInfo) -> datetime:
    """ISO 8601 with or without offset (then local to the branch), in UTC.

    Raise ``InvalidInputError``: ``not_a_time``, ``time_out_of_range``, ``nonexistent_local_time``.
    """
    try:
        value = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidInputError("not_a_time", text=text) from error
    _require_plannable(value.year)
    return at_local(value, zone) if value.tzinfo is None else value


def day_of(text: str) -> date:
    """A date.

    Raise ``InvalidInputError``: ``not_a_date``, for a time of day as well, or ``time_out_of_range``.
    """
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidInputError("not_a_date", text=text) from error
    _require_plannable(day.year)
    return day


def _require_plannable(year: int) -> None:
    """Nobody plans beyond these years, and at the calendar's own ends arithmetic with zones fails."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidInputError("time_out_of_range", low=_FIRST_YEAR, high=_LAST_YEAR)
