"""What can happen here to one event: the steps that pulling, settling and pushing share.

Every step works inside one transaction and leaves appointment and mapping in agreement.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import (
    CalendarLink,
    EventMapping,
    MappingState,
    ProblemKind,
    SharedFields,
)
from terminplaner.domain.resource import SyncDirection
from terminplaner.domain.series import changed_alone
from terminplaner.services.cancellation import brought_back, cancelled, cancelling_states
from terminplaner.services.ports import UnitOfWork
from terminplaner.sync.canonical import canonical_title
from terminplaner.sync.decide import Here
from terminplaner.sync.event_questions import BECAME_SERIES, PING_PONG, EventQuestions
from terminplaner.sync.merging import Merge, as_json, merge
from terminplaner.sync.projection import Field
from terminplaner.sync.session import LinkScope, is_here
from terminplaner.sync.wire import RemoteEvent

_FLIPS_WITHIN = timedelta(hours=1)
_MOST_FLIPS = 10
"""Five of our changes answered by five of another's within an hour: two automatons at odds."""


def is_recurring(mapping: EventMapping) -> bool:
    """Whether Google expands this event, also one that was a single appointment of ours before."""
    return mapping.state is MappingState.SERIES or (
        mapping.state is MappingState.QUARANTINED and mapping.error_code == BECAME_SERIES
    )


def state_here(appointment: Appointment | None, mapping: EventMapping, resource_id: UUID) -> Here:
    """Any business edit counts against a deletion, not only one that Google would see."""
    if appointment is None or appointment.is_cancelled:
        return Here.CANCELLED
    if resource_id not in appointment.resource_ids:
        return Here.AWAY
    return Here.CHANGED if appointment.revision > mapping.base_revision else Here.SAME


class Reconciler:
    """One link's events inside one transaction, which holds (``LinkScope.hold``) what is to be written."""

    def __init__(self, scope: LinkScope, work: UnitOfWork) -> None:
        self.scope = scope
        self.work = work
        self.projection = scope.projector(work)
        self.questions = EventQuestions(scope, work, self.projection)

    @property
    def link(self) -> CalendarLink:
        return self.scope.link

    def has_event(self, appointment: Appointment) -> bool:
        """Also one that is still to be deleted, because the appointment was taken off this resource."""
        return any(
            mapping.link_id == self.link.id and mapping.state is not MappingState.TOMBSTONE
            for mapping in self.work.list_mappings_of(appointment.id)
        )

    # -- Google's version comes here

    def import_event(self, remote: RemoteEvent, mapping: EventMapping | None = None) -> EventMapping:
        """A new appointment for an event that we do not know."""
        remote = remote.hidden()
        known_id = remote.appointment_id if self._is_own(remote) else None
        appointment = Appointment(
            id=known_id if known_id and self.work.find(Appointment, known_id) is None else uuid4(),
            branch_id=self.scope.branch.id,
            when=remote.fields.when,
            resource_ids=(self.scope.resource.id,),
            text=remote.fields.title,
            comment=remote.fields.description,
            origin=AppointmentOrigin.GOOGLE,
            is_read_only=remote.is_read_only,
            is_transparent=remote.is_transparent,
            is_private=remote.is_private,
        )
        stored = self.work.put(appointment)
        base = mapping or EventMapping(id=uuid4(), link_id=self.link.id, event_id=remote.event_id)
        return self._agreed(
            replace(base, appointment_id=stored.id, is_born_in_google=True, copied_from=""),
            stored,
            remote,
            "created_local",
            before=None,
        )

    def adopt(self, appointment: Appointment, remote: RemoteEvent) -> EventMapping:
        """Tie an event to the appointment it is; without a base, a person decides about differences.

        Of one that is not here any more only the event's deletion is due.
        """
        mapping = EventMapping(
            id=uuid4(),
            link_id=self.link.id,
            event_id=remote.event_id,
            appointment_id=appointment.id,
            etag=remote.etag,
            is_transparent=remote.is_transparent,
            answered=remote.fields,
            base_revision=appointment.revision,
            names_revision=self.projection.names_revision(appointment),
            is_born_in_google=appointment.origin is AppointmentOrigin.GOOGLE,
        )
        projected = self.projection(appointment, mapping)
        mapping = replace(mapping, projected=projected)
        differences = frozenset(name for name in Field if getattr(projected, name) != getattr(remote.fields, name))
        is_overwritten = bool(differences) and self.scope.direction is SyncDirection.TO_GOOGLE
        if is_overwritten:
            mapping = replace(mapping, base_revision=appointment.revision - 1)
        self.keep(mapping)
        is_asked = not is_overwritten and is_here(appointment, self.scope.resource.id)
        if differences and is_asked and self.scope.is_live(remote.fields):
            self.questions.conflict(mapping, as_json(projected, differences), as_json(remote.fields, differences))
        return mapping

    def merge_event(self, mapping: EventMapping, appointment: Appointment, remote: RemoteEvent) -> EventMapping:
        """Merge Google's version into an appointment; a cancelled one comes back, for an edit beats a deletion.

        Where the link carries changes only to Google, nothing of it comes here, and ours is due again.
        """
        if self.scope.direction is SyncDirection.TO_GOOGLE:
            return self._overwrite(mapping, appointment, remote)
        result = merge(mapping, appointment, remote.fields, self.projection, self.scope.direction)
        comes_back = appointment.is_cancelled
        resource_ids = appointment.resource_ids
        is_away = self.scope.resource.id not in resource_ids
        if is_away and remote.is_private and mapping.is_born_in_google:
            # Hidden in Google before that was known here: it must stay, for nothing else knows its texts.
            is_away, resource_ids = False, (*resource_ids, self.scope.resource.id)
        merged = replace(
            brought_back(result.appointment),
            resource_ids=resource_ids,
            is_read_only=False,
            # An event that is about to go says nothing of the one that takes its place in another calendar;
            # should it stay after all, ``push`` sees to it.
            is_transparent=appointment.is_transparent if is_away else remote.is_transparent,
            # Only the event it was born as may hide it; its copies in other calendars are ours.
            is_private=remote.is_private if mapping.is_born_in_google else appointment.is_private,
        )
        stored = self.work.put(changed_alone(appointment, merged))
        mapping = self._counting_flips(mapping, is_taken=bool(result.taken))
        kept = _agreed(mapping, remote, result, stored.revision, is_in_step=result.is_in_step)
        if mapping.flips >= _MOST_FLIPS:
            self.questions.quarantine(kept, PING_PONG, stored.revision, as_json(remote.fields))
            return kept
        self.keep(kept)
        if stored.revision != appointment.revision:
            self.scope.journal(self.work, "updated_local", kept, mapping.answered, remote.fields, stored)
        if result.conflicts:
            now_here = self.projection(stored, kept)
            # A person here chooses between the texts themselves, not what a privacy level makes of ours.
            now_here = replace(now_here, title=canonical_title(stored.text) or now_here.title)
            self.questions.conflict(
                kept, as_json(now_here, result.conflicts), as_json(remote.fields, result.conflicts)
            )
        if comes_back:
            self.questions.conflict(kept, {"cancelled": True}, as_json(remote.fields))
        if Field.WHEN in result.taken or comes_back:
            self.questions.check_room(kept, stored, None if comes_back else mapping.answered)
        return kept

    def _overwrite(self, mapping: EventMapping, appointment: Appointment, remote: RemoteEvent) -> EventMapping:
        result = merge(mapping, appointment, remote.fields, self.projection, self.scope.direction)
        mapping = self._counting_flips(mapping, is_taken=bool(result.overwritten))
        is_in_step = result.is_in_step and remote.is_transparent == appointment.is_transparent
        kept = _agreed(mapping, remote, result, appointment.revision, is_in_step=is_in_step)
        if mapping.flips >= _MOST_FLIPS:
            self.questions.quarantine(kept, PING_PONG, appointment.revision, as_json(remote.fields))
        else:
            self.keep(kept)
        return kept

    def release_block(self, mapping: EventMapping) -> None:
        """Let a block go that nothing keeps up any more; should it be looked for again, it is as good as new."""
        self.cancel_here(replace(mapping, etag=""))

    def keep_block(self, remote: RemoteEvent, mapping: EventMapping | None) -> None:
        """A read-only busy block as Google has it now."""
        appointment = (
            self.work.find(Appointment, mapping.appointment_id) if mapping and mapping.appointment_id else None
        )
        if mapping is None or appointment is None:
            created = self.import_event(replace(remote, is_read_only=True), mapping)
            self.keep(
                replace(
                    created,
                    recurring_event_id=remote.recurring_event_id,
                    original_start=remote.original_start,
                )
            )
            return
        block = replace(
            brought_back(appointment),
            when=remote.fields.when,
            text=remote.fields.title,
            comment=remote.fields.description,
            is_read_only=True,
            is_transparent=remote.is_transparent,
            is_private=remote.is_private,
        )
        stored = self.work.put(block)
        counter = "updated_local" if stored.revision != appointment.revision else ""
        self._agreed(mapping, stored, remote, counter, before=mapping.answered)

    # -- deletions

    def cancel_here(self, mapping: EventMapping) -> None:
        """Cancel softly what was deleted in Google."""
        appointment = self.work.find(Appointment, mapping.appointment_id) if mapping.appointment_id else None
        if appointment is not None and not appointment.is_cancelled:
            states = cancelling_states(self.work)
            stored = self.work.put(cancelled(appointment, states, self.scope.clock.now(), self.scope.by.name))
            self.scope.journal(self.work, "cancelled_local", mapping, mapping.answered, None, stored)
        self.bury(mapping)

    def keep_in_spite(self, mapping: EventMapping, appointment: Appointment) -> None:
        """Deleted in Google, edited here: the edit wins, and a new generation of the event is due.

        Where nothing goes to Google, the appointment stays without one.
        """
        self.questions.conflict(mapping, as_json(self.projection(appointment, mapping)), {"deleted": True})
        self.bury(mapping)

    def bury(self, mapping: EventMapping) -> None:
        """The event is gone; its id stays taken for ever."""
        self.keep(replace(mapping, state=MappingState.TOMBSTONE))
        for kind in (ProblemKind.DELETED_IN_GOOGLE, ProblemKind.QUARANTINE):
            self.questions.withdraw(kind, mapping.event_id)

    def keep(self, mapping: EventMapping) -> None:
        self.work.keep(replace(mapping, changed_at=self.scope.clock.now()))

    def _agreed(
        self,
        mapping: EventMapping,
        stored: Appointment,
        remote: RemoteEvent,
        counter: str,
        before: SharedFields | None,
    ) -> EventMapping:
        agreed = replace(
            mapping,
            state=MappingState.BUSY if stored.is_read_only else MappingState.SYNCED,
            etag=remote.etag,
            is_transparent=remote.is_transparent,
            projected=self.projection(stored, replace(mapping, projected=None, answered=remote.fields)),
            answered=remote.fields,
            base_revision=stored.revision,
            error_code="",
        )
        self.keep(agreed)
        if counter:
            self.scope.journal(self.work, counter, agreed, before, remote.fields, stored)
        if counter and self.scope.is_live(remote.fields):
            self.questions.check_room(agreed, stored, None)
        return agreed

    def _counting_flips(self, mapping: EventMapping, *, is_taken: bool) -> EventMapping:
        """An odd count means that the last change was ours; ``push`` makes it odd."""
        if not is_taken or mapping.flips % 2 == 0:
            return mapping
        since = mapping.flips_since_at
        if since is None or self.scope.now - since > _FLIPS_WITHIN:
            return replace(mapping, flips=0, flips_since_at=None)
        return replace(mapping, flips=mapping.flips + 1)

    def _is_own(self, remote: RemoteEvent) -> bool:
        return remote.store_id == self.work.epoch().store_id and remote.named_event_id == remote.event_id


def _agreed(
    mapping: EventMapping, remote: RemoteEvent, result: Merge, revision: int, *, is_in_step: bool
) -> EventMapping:
    """The base after a merge; unless ``is_in_step`` the appointment's ``revision`` stays ahead of it."""
    return replace(
        mapping,
        state=MappingState.SYNCED,
        etag=remote.etag,
        is_transparent=remote.is_transparent,
        projected=result.projected,
        answered=result.answered,
        base_revision=revision if is_in_step else min(mapping.base_revision, revision - 1),
        error_code="",
    )
