"""Recurrences of Google's: their masters are remembered, their occurrences mirrored as blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import EventMapping, MappingState, ProblemKind
from terminplaner.domain.resource import SyncDirection
from terminplaner.domain.when import AllDay
from terminplaner.services.ports import UnitOfWork
from terminplaner.sync.event_questions import BECAME_SERIES, UNREADABLE
from terminplaner.sync.reconciler import Reconciler
from terminplaner.sync.session import LinkSession
from terminplaner.sync.window import ENDED
from terminplaner.sync.wire import Json, UnreadableEventError, etag_of, id_of, read_event


class Recurrences:
    """Those of one link inside the transaction that applies a pull.

    ``mappings`` are the link's by event id; a master that is new is added to them.
    """

    def __init__(
        self, session: LinkSession, work: UnitOfWork, reconciler: Reconciler, mappings: dict[str, EventMapping]
    ) -> None:
        self._session = session
        self._work = work
        self._reconciler = reconciler
        self._mappings = mappings

    def note_master(self, item: Json, mapping: EventMapping | None) -> None:
        etag = etag_of(item)
        if mapping is not None and mapping.appointment_id is not None and mapping.state not in ENDED:
            # Writing to it would change every occurrence: it stays as it is until it is single again.
            revision = max(mapping.base_revision, self._revision(mapping.appointment_id))
            hint = read_event(item, hides_private=mapping.is_born_in_google).fields
            self._reconciler.questions.quarantine(
                replace(mapping, etag=etag), BECAME_SERIES, revision, {"title": hint.title}
            )
            return
        if self._session.direction is SyncDirection.TO_GOOGLE:
            return
        base = mapping or EventMapping(uuid4(), self._session.link.id, id_of(item))
        series = replace(base, appointment_id=None, state=MappingState.SERIES, etag=etag, error_code="")
        self._reconciler.keep(series)
        self._mappings[series.event_id] = series

    def mirror(self, master_id: str, instances: Sequence[Json], *, is_partial: bool = False) -> None:
        """Mirror a recurrence's living occurrences; as a mirror it may drop what Google no longer expands.

        With ``is_partial`` these are not all of them, so nothing is dropped.
        """
        existing = {
            mapping.event_id: mapping
            for mapping in self._mappings.values()
            if mapping.recurring_event_id == master_id
        }
        first_slot = self._own_slot(master_id)
        seen: set[str] = set()
        for item in instances:
            event_id = id_of(item)
            if event_id in seen:
                continue
            seen.add(event_id)
            # One that could not be read before may be known without its recurrence.
            mapping = existing.get(event_id) or self._work.find_mapping(self._session.link.id, event_id)
            if mapping is not None and (_is_own(mapping) or _is_known_instance(mapping, item)):
                continue
            try:
                remote = read_event(item, hides_private=True)
            except UnreadableEventError as error:
                base = mapping or EventMapping(
                    uuid4(), self._session.link.id, event_id, recurring_event_id=master_id
                )
                self._reconciler.questions.quarantine(replace(base, etag=etag_of(item)), UNREADABLE, 0, error.hint)
                continue
            if self._session.is_live(remote.fields) and remote.original_start != first_slot:
                self._session.counts["pulled"] += 1
                self._reconciler.questions.withdraw(ProblemKind.QUARANTINE, event_id)
                self._reconciler.keep_block(replace(remote, is_read_only=True), mapping)
        for event_id, mapping in existing.items():
            if (
                not is_partial
                and event_id not in seen
                and mapping.state is MappingState.BUSY
                and self._session.is_live(mapping.answered)
            ):
                self._reconciler.cancel_here(mapping)

    def _series_mapping(self, event_id: str) -> EventMapping | None:
        mapping = self._mappings.get(event_id)
        return mapping if mapping is not None and mapping.state is MappingState.SERIES else None

    def note_expanded(self, master_id: str) -> None:
        mapping = self._series_mapping(master_id)
        if mapping is not None and mapping.error_code:
            self._reconciler.questions.withdraw(ProblemKind.QUARANTINE, master_id)
            self._reconciler.keep(replace(mapping, error_code=""))

    def tell_unexpanded(self, master_id: str, master: Json | None) -> None:
        """Google does not say when a recurrence takes place: what is known of it stays, and a person is told.

        Once for each version of it: the mapping remembers, so that neither a restart nor a full list asks anew
        what a person has taken note of.
        """
        mapping = self._series_mapping(master_id)
        if mapping is None or mapping.error_code == UNREADABLE:
            return
        self._reconciler.keep(replace(mapping, error_code=UNREADABLE))
        hint = {"title": self._title_of_series(master_id)} if master is None else _hint_of(master)
        self._reconciler.questions.ask(ProblemKind.QUARANTINE, mapping, None, {**hint, "reason": UNREADABLE})

    def _title_of_series(self, master_id: str) -> str:
        """As its known occurrences are called."""
        occurrences = (m for m in self._mappings.values() if m.recurring_event_id == master_id)
        return next((m.answered.title for m in occurrences if m.answered is not None), "")

    def _own_slot(self, master_id: str) -> str:
        """The slot of the appointment that became a series: it is there already."""
        master = self._mappings.get(master_id)
        if master is None or master.appointment_id is None or master.answered is None:
            return ""
        when = master.answered.when
        return (when.first_on if isinstance(when, AllDay) else when.start_at).isoformat()

    def _revision(self, appointment_id: UUID) -> int:
        appointment = self._work.find(Appointment, appointment_id)
        return appointment.revision if appointment else 0


def _hint_of(master: Json) -> Mapping[str, Any]:
    """What a person recognizes a recurrence by."""
    try:
        return {"title": read_event(master, hides_private=True).fields.title}
    except UnreadableEventError as error:
        return error.hint


def _is_own(mapping: EventMapping) -> bool:
    """Whether the event is an appointment's, so that no mirror of a recurrence may take its place."""
    return (
        mapping.appointment_id is not None
        and not mapping.recurring_event_id
        and mapping.state is not MappingState.BUSY
    )


def _is_known_instance(mapping: EventMapping, item: Json) -> bool:
    return mapping.state in (MappingState.BUSY, MappingState.QUARANTINED) and is_echo(mapping, item)


def is_echo(mapping: EventMapping, item: Json) -> bool:
    """Whether this is what we wrote or read last: the etag says so, unless something is still open about it."""
    return (
        bool(mapping.etag)
        and mapping.etag == etag_of(item)
        and mapping.state not in (MappingState.RESERVED, MappingState.HELD)
    )
