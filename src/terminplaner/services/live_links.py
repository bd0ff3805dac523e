"""The links that are there: those that ended are kept, but concern nobody any more."""

from __future__ import annotations

from collections.abc import Mapping

from terminplaner.domain.calendar_link import CalendarLink, LinkStatus
from terminplaner.services.ports import Reader

GOING_ON: Mapping[str, object] = {
    "status": LinkStatus.OK,
    "status_reason": "",
    "status_params": {},
    "missing_since_at": None,
    "failures": 0,
    "next_attempt_at": None,
}
"""The fields of a link that is to be tried again at once, as if nothing had stopped it."""


def live_links(reader: Reader) -> tuple[CalendarLink, ...]:
    return tuple(link for link in reader.list_records(CalendarLink) if link.ended_at is None)
