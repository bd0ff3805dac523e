"""After a restore every link waits until a person has seen what differs from Google."""

from __future__ import annotations

from datetime import datetime
from uuid import uuid4

from terminplaner.domain.calendar_link import CalendarLink, Problem, ProblemKind
from terminplaner.services.live_links import live_links
from terminplaner.services.ports import Reader, UnitOfWork

_NOT_READ_YET = "calendar_not_read_yet"


def hold_for_restore(work: UnitOfWork, now: datetime) -> None:
    """Open the question of each link that has begun to sync, so that whoever syncs it next has to show the
    differences.

    It has no choices before they are known.
    """
    problems = work.list_problems()
    asked = {problem.link_id: problem for problem in problems if problem.kind is ProblemKind.RESTORE_PREVIEW}
    for link in live_links(work):
        if _has_begun(work, link):
            before = asked.get(link.id)
            work.keep(
                Problem(
                    id=before.id if before else uuid4(),
                    kind=ProblemKind.RESTORE_PREVIEW,
                    link_id=link.id,
                    resource_id=link.resource_id,
                    appointment_id=None,
                    event_id="",
                    choices=(),
                    opened_at=now,
                    local={"reason": _NOT_READ_YET},
                )
            )


def _has_begun(reader: Reader, link: CalendarLink) -> bool:
    """Whether the store remembers anything of the calendar, be it of a first pass that was never finished."""
    return link.last_success_at is not None or link.last_full_at is not None or bool(reader.list_mappings(link.id))


def is_unread(problem: Problem) -> bool:
    """Whether the calendar has still to be read before anybody can decide."""
    return (problem.local or {}).get("reason") == _NOT_READ_YET
