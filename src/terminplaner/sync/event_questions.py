"""What a person is asked about single events of a link, inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import Choice, EventMapping, MappingState, ProblemKind, SharedFields
from terminplaner.domain.resource import SyncDirection
from terminplaner.services.occupation import Occupation
from terminplaner.services.ports import UnitOfWork
from terminplaner.sync.merging import as_json
from terminplaner.sync.projection import Field
from terminplaner.sync.projector import Projector
from terminplaner.sync.questions import ask, find_open, withdraw
from terminplaner.sync.session import LinkScope

BECAME_SERIES, PING_PONG, REFUSED, UNREADABLE, LEFT_ALONE = (
    "became_series",
    "ping_pong",
    "refused",
    "unreadable",
    "left_alone",
)
"""Why a mapping is quarantined; also the ``google["reason"]`` of its problem."""

NEVER_SENT = frozenset((BECAME_SERIES, PING_PONG, UNREADABLE))
"""Quarantines that no change here ends: writing to such an event would do harm."""


class EventQuestions:
    """The resources of what is asked about are held (``LinkScope.hold``)."""

    def __init__(self, scope: LinkScope, work: UnitOfWork, projection: Projector) -> None:
        self._scope = scope
        self._work = work
        self._projection = projection

    def conflict(self, mapping: EventMapping, local: Mapping[str, Any], google: Mapping[str, Any]) -> None:
        self._scope.counts["conflicts"] += 1
        self.ask(ProblemKind.CONFLICT, mapping, local, google)

    def quarantine(
        self, mapping: EventMapping, code: str, base_revision: int, google: Mapping[str, Any] | None
    ) -> None:
        """Set one event aside until either side changes, or, where it is frozen, until a person decides."""
        appointment = self._work.find(Appointment, mapping.appointment_id) if mapping.appointment_id else None
        self._work.keep(
            replace(
                mapping,
                changed_at=self._scope.clock.now(),
                state=MappingState.QUARANTINED,
                error_code=code,
                base_revision=base_revision,
                names_revision=self._projection.names_revision(appointment) if appointment else 0,
            )
        )
        choices = (Choice.LOCAL, Choice.GOOGLE, Choice.IGNORE) if code == PING_PONG else ()
        self._scope.counts["quarantined"] += 1
        self.ask(
            ProblemKind.QUARANTINE,
            mapping,
            as_json(mapping.projected) if mapping.projected else None,
            {**(google or {}), "reason": code},
            choices,
        )

    def check_room(self, mapping: EventMapping, appointment: Appointment, before: SharedFields | None) -> None:
        """Google's times are always taken; where they overbook a customer's appointment, a person is told.

        The resources are held: who books meanwhile waits, and then sees it.
        """
        colliding = self.colliding(appointment)
        if not colliding or not any(other.customer_id for other in (appointment, *colliding)):
            self.withdraw(ProblemKind.OVERLAP, mapping.event_id)
            return
        self.ask(
            ProblemKind.OVERLAP,
            mapping,
            {
                "colliding": [str(other.id) for other in colliding],
                **({"before": as_json(before, frozenset((Field.WHEN,)))} if before else {}),
            },
            as_json(self._projection(appointment, mapping)),
            (Choice.BOTH, Choice.LOCAL) if before and self._scope.direction is SyncDirection.BOTH else (),
        )

    def colliding(self, appointment: Appointment) -> tuple[Appointment, ...]:
        """What an appointment shares a full resource with."""
        full = Occupation.of(self._work).overfull(self._work, appointment)
        others = {other.id: other for found in full for other in found.appointments}
        return tuple(others.values())

    def ask(
        self,
        kind: ProblemKind,
        mapping: EventMapping,
        local: Mapping[str, Any] | None,
        google: Mapping[str, Any] | None,
        choices: tuple[Choice, ...] = (),
    ) -> None:
        ask(
            self._work,
            self._scope.link,
            kind,
            self._scope.clock.now(),
            event_id=mapping.event_id,
            appointment_id=mapping.appointment_id,
            local=local,
            google=google,
            choices=choices,
        )

    def withdraw(self, kind: ProblemKind, event_id: str) -> None:
        withdraw(self._work, find_open(self._work, self._scope.link.id, kind, event_id), self._scope.clock.now())
