"""The links that are there: those that ended are kept, but concern nobody any more."""

from __future__ import annotations

from terminplaner.domain.calendar_link import CalendarLink
from terminplaner.services.ports import Reader


def live_links(reader: Reader) -> tuple[CalendarLink, ...]:
    return tuple(link for link in reader.list_records(CalendarLink) if link.ended_at is None)
