"""Opening and closing what waits for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from terminplaner.domain.calendar_link import CalendarLink, Choice, Problem, ProblemKind
from terminplaner.services.ports import Reader, UnitOfWork

CHOICES: Mapping[ProblemKind, tuple[Choice, ...]] = {
    ProblemKind.CONFLICT: (Choice.LOCAL, Choice.GOOGLE),
    ProblemKind.DELETED_IN_GOOGLE: (Choice.APPLY, Choice.RESTORE),
    ProblemKind.OVERLAP: (Choice.BOTH,),
    ProblemKind.BRAKE: (Choice.APPLY, Choice.RESTORE, Choice.IGNORE),
    ProblemKind.QUARANTINE: (Choice.IGNORE,),
    ProblemKind.RESTORE_PREVIEW: (Choice.LOCAL, Choice.GOOGLE),
}

TO_GOOGLE, FROM_GOOGLE = "to_google", "from_google"
"""Which way the deletions go that a brake holds (``local["direction"]``)."""


def find_open(
    reader: Reader, link_id: UUID, kind: ProblemKind, event_id: str = "", direction: str = ""
) -> Problem | None:
    return next(
        (
            problem
            for problem in reader.list_problems(link_id=link_id)
            if problem.kind is kind
            and problem.event_id == event_id
            and (not direction or (problem.local or {}).get("direction") == direction)
        ),
        None,
    )


def ask(
    work: UnitOfWork,
    link: CalendarLink,
    kind: ProblemKind,
    now: datetime,
    *,
    event_id: str = "",
    appointment_id: UUID | None = None,
    local: Mapping[str, Any] | None = None,
    google: Mapping[str, Any] | None = None,
    choices: tuple[Choice, ...] = (),
) -> bool:
    """Open a problem, or bring the open one about the same event up to date; whether it is a new one."""
    direction = str((local or {}).get("direction", ""))
    found = find_open(work, link.id, kind, event_id, direction)
    if found is not None and kind is ProblemKind.CONFLICT:
        local, google = {**(found.local or {}), **(local or {})}, {**(found.google or {}), **(google or {})}
    if found is not None and (found.local, found.google) == (local, google):
        return False
    work.keep(
        Problem(
            id=found.id if found else uuid4(),
            kind=kind,
            link_id=link.id,
            resource_id=link.resource_id,
            appointment_id=appointment_id,
            event_id=event_id,
            choices=choices or CHOICES[kind],
            opened_at=found.opened_at if found else now,
            local=local,
            google=google,
        )
    )
    return found is None


def withdraw(work: UnitOfWork, problem: Problem | None, now: datetime) -> None:
    """Close a problem that solved itself."""
    if problem is not None:
        work.keep(replace(problem, resolved_at=now, resolved_by="sync"))
