"""When a resource, a branch or the whole chain is away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from terminplaner.domain.when import When


class AbsenceKind(StrEnum):
    """Urlaub, Krank, Schulung, Betriebsschließung, Sonstiges."""

    VACATION = "vacation"
    SICKNESS = "sickness"
    TRAINING = "training"
    CLOSURE = "closure"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Absence:
    """Of ``resource_ids``, or where they are empty of every resource of ``branch_id`` (None: of the chain).

    It never refuses an appointment: it is shown, warned of, and left out when a free time is searched.
    """

    id: UUID
    kind: AbsenceKind
    when: When
    resource_ids: tuple[UUID, ...] = ()
    branch_id: UUID | None = None
    text: str = ""
    deleted_at: datetime | None = None
    revision: int = 0
