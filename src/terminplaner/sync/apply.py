"""Bringing a complete pull into the store, the last of it in one transaction with its sync token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import CalendarLink, EventMapping, MappingState, ProblemKind
from terminplaner.domain.resource import SyncDirection
from terminplaner.services.ports import UnitOfWork
from terminplaner.sync.decide import Action, Here, There, event_action
from terminplaner.sync.event_questions import LEFT_ALONE, PING_PONG, UNREADABLE
from terminplaner.sync.pull import LIST_PARAMETERS, Pulled
from terminplaner.sync.reconciler import Reconciler, is_recurring, state_here
from terminplaner.sync.recurrences import Recurrences, is_echo
from terminplaner.sync.session import LinkSession
from terminplaner.sync.touched import named_in, touched_by
from terminplaner.sync.twins import Twins
from terminplaner.sync.window import ENDED, archive_past
from terminplaner.sync.wire import (
    Json,
    RemoteEvent,
    UnreadableEventError,
    etag_of,
    id_of,
    is_cancelled,
    is_series,
    read_event,
    series_id,
)

_NOT_MERGED = (Action.DELETE_THERE, Action.LEAVE_THERE)


def apply_pull(
    session: LinkSession, work: UnitOfWork, pulled: Pulled, other_links: Sequence[CalendarLink]
) -> None:
    """Merge every item; deletions are only marked as held, because an event may have moved to another link."""
    session.hold(work, touched_by(session, work, named_in(pulled)))
    application = _Application(session, work, other_links)
    application.merge(pulled.items)
    application.complete(pulled)


def apply_items(
    session: LinkSession, work: UnitOfWork, items: Sequence[Json], other_links: Sequence[CalendarLink]
) -> None:
    """Merge some items of a pull beforehand; without its sync token they come again and are known then."""
    session.hold(work, touched_by(session, work, {id_of(item) for item in items}))
    application = _Application(session, work, other_links)
    application.merge(items)


class _Application:
    """Made once its resources are held: another link's pass, or whoever ends this one, may be at its mappings."""

    def __init__(self, session: LinkSession, work: UnitOfWork, other_links: Sequence[CalendarLink]) -> None:
        self._session = session
        self._work = work
        self._other_links = other_links
        self._reconciler = Reconciler(session, work)
        self._mappings = {mapping.event_id: mapping for mapping in work.list_mappings(session.link.id)}
        self._recurrences = Recurrences(session, work, self._reconciler, self._mappings)
        self._twins = Twins(
            work,
            self._reconciler.projection,
            session.resource.id,
            session.taken_in_after_at,
            taken=(
                mapping.appointment_id
                for mapping in self._mappings.values()
                if mapping.appointment_id is not None and mapping.state is not MappingState.TOMBSTONE
            ),
        )

    def merge(self, items: Sequence[Json]) -> None:
        for item in items:
            self._guarded(item)

    def complete(self, pulled: Pulled) -> None:
        for event_id in pulled.gone:
            self._cancelled(self._mappings[event_id])
        for master_id, instances in pulled.instances.items():
            self._recurrences.mirror(master_id, instances, is_partial=master_id in pulled.partial)
            self._recurrences.note_expanded(master_id)
        masters = {id_of(item): item for item in pulled.items}
        for master_id in sorted(pulled.unexpanded):
            self._recurrences.tell_unexpanded(master_id, masters.get(master_id))
        if self._is_deaf:
            self._let_go()
        archive_past(self._session, self._work, self._reconciler)
        self._review_overlaps()
        changes: dict[str, object] = {
            "sync_token": pulled.sync_token,
            "sync_params": LIST_PARAMETERS,
            "zone": pulled.zone,
            "access_role": pulled.access_role,
            "expanded_until_at": pulled.expanded_until_at,
            "missing_since_at": None,
        }
        if pulled.is_full:
            changes["last_full_at"] = self._session.now
        if isinstance(pulled.entry.get("dataOwner"), str):
            changes["data_owner"] = pulled.entry["dataOwner"]
        self._session.keep_link(self._work, **changes)

    # -- one item

    @property
    def _is_deaf(self) -> bool:
        """Whether nothing that happens in the calendar changes anything here."""
        return self._session.direction is SyncDirection.TO_GOOGLE

    def _let_go(self) -> None:
        """What came from Google while it still did: mirrors, and arrivals that nobody has settled."""
        for mapping in self._work.list_mappings(self._session.link.id):
            if mapping.state is MappingState.BUSY and self._session.is_live(mapping.answered):
                self._reconciler.release_block(mapping)
            elif mapping.state is MappingState.HELD and mapping.appointment_id is None:
                self._work.drop_mapping(mapping.id)

    def _guarded(self, item: Json) -> None:
        try:
            self._item(item)
        except UnreadableEventError as error:
            event_id = id_of(item)
            if self._is_deaf and event_id not in self._mappings:
                return
            mapping = self._mappings.get(event_id) or EventMapping(uuid4(), self._session.link.id, event_id)
            self._session.counts["pulled"] += 1
            kept = replace(mapping, etag=etag_of(item))
            self._reconciler.questions.quarantine(kept, UNREADABLE, mapping.base_revision, error.hint)
            self._mappings[event_id] = kept

    def _item(self, item: Json) -> None:
        event_id = id_of(item)
        if not event_id:
            raise UnreadableEventError({"title": "", "start": ""})
        mapping = self._mappings.get(event_id)
        if mapping is not None and is_echo(mapping, item):
            return
        if is_cancelled(item):
            if mapping is not None:
                self._cancelled(mapping)
        elif not series_id(item):
            if is_series(item):
                self._recurrences.note_master(item, mapping)
                return
            if mapping is None and self._is_deaf:
                self._own(read_event(item, hides_private=False))
            elif mapping is None:
                self._unknown(read_event(item, hides_private=False))
            else:
                self._known(mapping, read_event(item, hides_private=mapping.is_born_in_google))

    def _known(self, mapping: EventMapping, remote: RemoteEvent) -> None:
        if self._is_deaf and self._is_not_ours(mapping, remote):
            return
        if is_recurring(mapping):
            self._recurrences.mirror(mapping.event_id, ())
        if mapping.state is MappingState.SERIES:
            self._reconciler.questions.withdraw(ProblemKind.QUARANTINE, mapping.event_id)
            self._reconciler.import_event(remote, mapping)
            return
        if mapping.state is MappingState.HELD and mapping.appointment_id is None:
            self._reconciler.keep(
                replace(
                    mapping,
                    etag=remote.etag,
                    answered=remote.fields,
                    is_private=remote.is_private,
                    is_transparent=remote.is_transparent,
                )
            )
            return
        if mapping.state is MappingState.QUARANTINED and mapping.error_code == PING_PONG:
            return
        appointment = (
            self._work.find(Appointment, mapping.appointment_id) if mapping.appointment_id is not None else None
        )
        is_same = mapping.answered == remote.fields and mapping.state is not MappingState.RESERVED
        if mapping.state is MappingState.TOMBSTONE and is_same and mapping.error_code == LEFT_ALONE:
            return
        self._reconciler.questions.withdraw(ProblemKind.QUARANTINE, mapping.event_id)
        is_back_beside_another = (
            mapping.state is MappingState.TOMBSTONE
            and appointment is not None
            and self._reconciler.has_event(appointment)
        )
        if appointment is None or is_back_beside_another:
            if self._session.is_live(remote.fields):
                self._session.counts["pulled"] += 1
                self._reconciler.import_event(remote, mapping)
            return
        if remote.is_read_only and (mapping.is_born_in_google or mapping.state is MappingState.BUSY):
            self._session.counts["pulled"] += 1
            self._reconciler.keep_block(remote, mapping)
            return
        self._reconciler.questions.withdraw(ProblemKind.DELETED_IN_GOOGLE, mapping.event_id)
        here = state_here(appointment, mapping, self._session.resource.id)
        is_deleted_there = mapping.state is MappingState.TOMBSTONE
        there = There.SAME if is_same and not is_deleted_there else There.CHANGED
        if event_action(here, there, self._session.direction) in _NOT_MERGED:
            seen = replace(mapping, etag=remote.etag, answered=remote.fields, is_transparent=remote.is_transparent)
            self._reconciler.keep(seen)
            return
        self._session.counts["pulled"] += not is_same or is_deleted_there
        self._reconciler.merge_event(mapping, appointment, remote)

    def _is_not_ours(self, mapping: EventMapping, remote: RemoteEvent) -> bool:
        """Whether nothing here is to be put over this event: a mirror of it was let go, or it is over."""
        is_gone = mapping.state in (MappingState.TOMBSTONE, MappingState.SERIES, MappingState.BUSY)
        is_over = mapping.state is MappingState.ARCHIVED and not self._session.is_live(remote.fields)
        return is_gone or is_over or mapping.appointment_id is None

    def _own(self, remote: RemoteEvent) -> None:
        """Tie an event to the appointment that it is; any other is none of ours."""
        if self._session.is_live(remote.fields) and not remote.is_read_only and (twin := self._twins.take(remote)):
            self._session.counts["pulled"] += 1
            self._reconciler.adopt(twin, remote.hidden() if twin.origin is AppointmentOrigin.GOOGLE else remote)

    def _unknown(self, remote: RemoteEvent) -> None:
        if not self._session.is_taken_in(remote.fields):
            return
        self._session.counts["pulled"] += 1
        if remote.is_read_only:
            self._reconciler.keep_block(remote, None)
        elif sources := self._sources(remote):
            is_born_in_google = all(source.is_born_in_google for source in sources)
            copied_from = remote.named_event_id if remote.named_event_id != remote.event_id else ""
            self._reconciler.keep(
                EventMapping(
                    id=uuid4(),
                    link_id=self._session.link.id,
                    event_id=remote.event_id,
                    state=MappingState.HELD,
                    etag=remote.etag,
                    answered=(remote.hidden() if is_born_in_google else remote).fields,
                    is_born_in_google=is_born_in_google,
                    copied_from=copied_from,
                    is_private=remote.is_private,
                    is_transparent=remote.is_transparent,
                )
            )
        elif twin := self._twins.take(remote):
            self._reconciler.adopt(twin, remote.hidden() if twin.origin is AppointmentOrigin.GOOGLE else remote)
        else:
            self._reconciler.import_event(remote)

    def _sources(self, remote: RemoteEvent) -> list[EventMapping]:
        """The events that a person may have moved here from another link: decided after all pulls."""
        names = {remote.event_id, remote.named_event_id} - {""}
        return [
            source
            for link in self._other_links
            for name in names
            if (source := self._work.find_mapping(link.id, name)) is not None
            and source.appointment_id is not None
            and source.state is not MappingState.BUSY
        ]

    def _cancelled(self, mapping: EventMapping) -> None:
        if mapping.state is MappingState.TOMBSTONE and mapping.error_code == LEFT_ALONE:
            self._reconciler.bury(replace(mapping, error_code=""))
            return
        if mapping.state in ENDED or (mapping.state is MappingState.HELD and mapping.appointment_id):
            return
        self._session.counts["pulled"] += 1
        if is_recurring(mapping):
            self._recurrences.mirror(mapping.event_id, ())
        if mapping.state is MappingState.BUSY:
            self._reconciler.cancel_here(mapping)
            return
        appointment = (
            self._work.find(Appointment, mapping.appointment_id) if mapping.appointment_id is not None else None
        )
        here = state_here(appointment, mapping, self._session.resource.id)
        if mapping.error_code == LEFT_ALONE and here is Here.SAME:
            return  # a person wanted it so, and a full list tells of the deletion again
        if event_action(here, There.CANCELLED, self._session.direction) is Action.FORGET:
            self._reconciler.bury(mapping)
        elif self._session.is_live(mapping.answered or mapping.projected):
            # Whether it is a deletion, a move or a lost edit is decided after all pulls (settle.py).
            self._reconciler.keep(replace(mapping, state=MappingState.HELD))

    def _review_overlaps(self) -> None:
        """Close what somebody has made room for since."""
        for problem in self._work.list_problems(link_id=self._session.link.id):
            if problem.kind is not ProblemKind.OVERLAP or problem.appointment_id is None:
                continue
            appointment = self._work.find(Appointment, problem.appointment_id)
            if appointment is None or not self._reconciler.questions.colliding(appointment):
                self._reconciler.questions.withdraw(ProblemKind.OVERLAP, problem.event_id)
