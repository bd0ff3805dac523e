"""Booking, changing, moving, cancelling and restoring appointments.

Capacity refuses (unless the chain allows overbooking or the appointment is parallel); everything else only
warns.  Capacity is held by the transaction: the resources are locked before the room is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from terminplaner.domain.appointment import Appointment, edited
from terminplaner.domain.series import changed_alone
from terminplaner.domain.when import When
from terminplaner.services.booking_rules import (
    hold_live_customers,
    lacks_template,
    require_allowed,
    require_changeable,
    require_creator,
    require_length,
    require_live_places,
    require_private_stays,
    require_restorable,
    require_sound,
    require_template,
    require_type,
    require_within_limits,
    require_writable,
    with_branch,
    with_customer,
    with_line_feeds,
)
from terminplaner.services.cancellation import (
    as_status_says,
    brought_back,
    cancelled,
    cancelling_states,
    is_called_off,
    planned,
)
from terminplaner.services.checks import PlanningWarning, WarningCode, warnings_about
from terminplaner.services.detachment import attached_again
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.google_claims import Claims
from terminplaner.services.holding import hold
from terminplaner.services.occupation import Occupation
from terminplaner.services.outcome import Outcome
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import Clock, Reader, UnitOfWork
from terminplaner.services.waiting_list import settle_entry


@dataclass(frozen=True, slots=True)
class Move:
    """Another time or other resources for an appointment that was read at ``revision``."""

    appointment_id: UUID
    revision: int
    when: When
    resource_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Planning:
    gate: Gate
    clock: Clock

    @repeatable
    def book(
        self,
        actor: Actor,
        appointment: Appointment,
        customer: str | None = None,
        *,
        waiting_entry_id: UUID | None = None,
    ) -> Outcome:
        """Store a new appointment (revision 0); ``waiting_entry_id`` is the wish it fulfils.

        ``customer``, where given, is said by number or name (see ``find_or_add_customer``); where the appointment
        is refused, nobody new is taken up either.  Raise ``CapacityExceededError``, ``PermissionDeniedError``,
        ``InvalidInputError``, or ``NotFoundError`` for a deleted resource or customer.
        """
        with self.gate.open(actor, "book") as passage:
            require_template(passage.work, actor, appointment)
            stored = self._booked(passage.work, actor, (appointment,), customer)
            if waiting_entry_id is not None:
                settle_entry(passage.work, waiting_entry_id, stored[0], self.clock.now())
            warnings = self._warnings(passage.work, stored)
            if lacks_template(passage.work, stored[0]):
                warnings = (*warnings, PlanningWarning(WarningCode.NO_TEMPLATE))
        return Outcome(stored, passage.change_set, warnings)

    @repeatable
    def book_many(self, actor: Actor, appointments: Sequence[Appointment]) -> Outcome:
        """Store copies of appointments, all or none; raise as ``book`` does.

        They need no template: what is copied was made by the rules of its time.  Copies take place, whatever the
        status of what they are copied from means.
        """
        with self.gate.open(actor, _by_count("book", appointments)) as passage:
            states = cancelling_states(passage.work)
            stored = self._booked(passage.work, actor, [planned(copy, states) for copy in appointments])
            warnings = self._warnings(passage.work, stored)
        return Outcome(stored, passage.change_set, warnings)

    @repeatable
    def change(self, actor: Actor, appointment: Appointment, customer: str | None = None) -> Outcome:
        """Store what people may set of a modified copy that carries the revision it was read at.

        ``customer`` as in ``book``.  A status that means so cancels the appointment.  An occurrence of a series
        that is changed so is detached from it, until it is as the series has it again.  Raise as ``book`` does,
        and ``StaleRevisionError``, ``ReadOnlyAppointmentError``, or ``InvalidInputError``
        (``appointment_cancelled``); taking a resource off raises as ``cancel`` does.  With its first resource it
        changes over to that one's branch, unless the copy names another.
        """
        with self.gate.store.read() as reader:
            current = reader.get(Appointment, appointment.id)
            is_off = is_called_off(current, edited(current, appointment), cancelling_states(reader))
        with self.gate.open(actor, "cancel" if is_off else "change") as passage:
            work = passage.work
            wanted = with_customer(work, actor, appointment, customer)
            current = work.get(Appointment, wanted.id)
            stored = self._changed(work, actor, ((current, edited(current, wanted)),))
            warnings = self._warnings(work, stored)
        return Outcome(stored, passage.change_set, warnings)

    @repeatable
    def change_many(self, actor: Actor, appointments: Sequence[Appointment]) -> Outcome:
        """Store modified copies of several appointments, all or none; raise as ``change`` does."""
        with self.gate.store.read() as reader:
            states = cancelling_states(reader)
            currents = reader.get_all(Appointment, [copy.id for copy in appointments])
            pairs = zip(currents, appointments, strict=True)
            is_off = any(is_called_off(current, edited(current, copy), states) for current, copy in pairs)
        with self.gate.open(actor, _by_count("cancel" if is_off else "change", appointments)) as passage:
            work = passage.work
            currents = work.get_all(Appointment, [copy.id for copy in appointments])
            pairs = zip(currents, appointments, strict=True)
            stored = self._changed(work, actor, [(current, edited(current, copy)) for current, copy in pairs])
            warnings = self._warnings(work, stored)
        return Outcome(stored, passage.change_set, warnings)

    def move(
        self, actor: Actor, appointment_id: UUID, revision: int, when: When, resource_ids: tuple[UUID, ...]
    ) -> Outcome:
        """Put an appointment to another time or onto other resources; raise as ``change`` does."""
        return self.move_many(actor, (Move(appointment_id, revision, when, resource_ids),))

    @repeatable
    def move_many(self, actor: Actor, moves: Sequence[Move]) -> Outcome:
        """Move appointments, all or none; they may change places.  Raise as ``change`` does."""
        with self.gate.open(actor, _by_count("move", moves)) as passage:
            stored = self._moved(passage.work, actor, moves)
            warnings = self._warnings(passage.work, stored)
        return Outcome(stored, passage.change_set, warnings)

    def cancel(self, actor: Actor, appointment_id: UUID) -> Outcome:
        """As ``cancel_many``."""
        return self.cancel_many(actor, (appointment_id,))

    @repeatable
    def cancel_many(self, actor: Actor, appointment_ids: Sequence[UUID]) -> Outcome:
        """Cancel softly whatever is stored now, all or none; restorable for 90 days.

        Raise ``PermissionDeniedError`` (``only_creator_cancels``) where the chain wants it so, and
        ``ReadOnlyAppointmentError`` where Google has a claim on one (``Claims``).
        """
        with self.gate.open(actor, _by_count("cancel", appointment_ids)) as passage:
            stored = self._cancelled(passage.work, actor, appointment_ids)
        return Outcome(stored, passage.change_set)

    @repeatable
    def restore(self, actor: Actor, appointment_id: UUID) -> Outcome:
        """Bring a cancelled appointment back; capacity is held as for a new one.

        Raise ``InvalidInputError`` (``restore_too_late``) 90 days after the cancellation, or as ``book`` does.
        """
        with self.gate.open(actor, "restore") as passage:
            current = passage.work.get(Appointment, appointment_id)
            require_allowed(passage.work, actor, current.resource_ids)
            require_writable(current, None)
            if current.is_cancelled:
                require_restorable(passage.work, current, self.clock.now())
                restored = brought_back(current)
                hold_live_customers(passage.work, ((current, restored),))
                passage.work.lock_resources(restored.resource_ids)
                require_live_places(passage.work, ((current, restored),))
                Occupation.of(passage.work).require_room(passage.work, restored)
                current = passage.work.put(restored)
                require_within_limits(passage.work, actor, ((None, current),), self.clock.now())
            warnings = self._warnings(passage.work, (current,))
        return Outcome((current,), passage.change_set, warnings)

    def store(self, work: UnitOfWork, actor: Actor, appointment: Appointment) -> Appointment:
        """Store a modified copy just as it is within an open transaction, by the rules of ``change``."""
        return self.store_all(work, actor, (appointment,))[0]

    def store_all(
        self, work: UnitOfWork, actor: Actor, appointments: Sequence[Appointment]
    ) -> tuple[Appointment, ...]:
        """As ``store`` for several; room is counted once all of them stand where they will."""
        return self._stored(work, actor, self._held(work, actor, appointments), appointments)

    def _held(
        self, work: UnitOfWork, actor: Actor, appointments: Sequence[Appointment]
    ) -> tuple[Appointment, ...]:
        """Hold what storing these concerns and refuse what may not be; what is stored of them now."""
        currents = work.get_all(Appointment, [row.id for row in appointments])
        for appointment in appointments:
            require_sound(appointment)
        pairs = tuple(zip(currents, appointments, strict=True))
        require_allowed(work, actor, {key for pair in pairs for row in pair for key in row.resource_ids})
        hold_live_customers(work, pairs)
        claims = Claims(work, currents)
        for current, appointment in pairs:
            require_writable(current, appointment.revision)
            require_private_stays(work, current, appointment)
            claims.require_none(current, appointment)
        work.lock_resources({key for pair in pairs for row in pair for key in row.resource_ids})
        require_live_places(work, pairs)
        return currents

    def _stored(
        self,
        work: UnitOfWork,
        actor: Actor,
        currents: Sequence[Appointment],
        appointments: Sequence[Appointment],
    ) -> tuple[Appointment, ...]:
        """Once they are held."""
        occupation = Occupation.of(work)
        pairs = zip(currents, appointments, strict=True)
        crowding = {after.id for before, after in pairs if occupation.needs_more_room(before, after)}
        stored = work.put_all(appointments)
        for appointment in occupation.doubtful(work, [row for row in stored if row.id in crowding]):
            occupation.require_room(work, appointment)
        require_within_limits(work, actor, tuple(zip(currents, stored, strict=True)), self.clock.now())
        return stored

    def _booked(
        self, work: UnitOfWork, actor: Actor, appointments: Sequence[Appointment], customer: str | None = None
    ) -> tuple[Appointment, ...]:
        for appointment in appointments:
            require_sound(appointment)
            require_type(work, None, appointment)
            require_length(None, appointment)
            require_allowed(work, actor, appointment.resource_ids)
        # As in a change customers are locked before resources, or two bookings could wait for each other.
        states, now = cancelling_states(work), self.clock.now()
        entered = [with_customer(work, actor, with_line_feeds(item), customer) for item in appointments]
        wanted = [as_status_says(None, item, states, now, actor.name) for item in entered]
        hold_live_customers(work, [(None, appointment) for appointment in wanted])
        work.lock_resources({key for appointment in wanted for key in appointment.resource_ids})
        require_live_places(work, [(None, appointment) for appointment in wanted])
        occupation = Occupation.of(work)
        stored = []
        for appointment in wanted:
            occupation.require_room(work, appointment)
            stored.append(work.put(appointment))
        require_within_limits(work, actor, [(None, item) for item in stored if not item.is_cancelled], now)
        return tuple(stored)

    def _moved(self, work: UnitOfWork, actor: Actor, moves: Sequence[Move]) -> tuple[Appointment, ...]:
        currents = work.get_all(Appointment, [move.appointment_id for move in moves])
        pairs = [
            (
                current,
                replace(current, when=move.when, resource_ids=move.resource_ids, revision=move.revision),
            )
            for current, move in zip(currents, moves, strict=True)
        ]
        return self._changed(work, actor, pairs)

    def _changed(
        self, work: UnitOfWork, actor: Actor, pairs: Sequence[tuple[Appointment, Appointment]]
    ) -> tuple[Appointment, ...]:
        """Store what is wanted, each in a pair with what is stored now."""
        for current, wanted in pairs:
            require_changeable(work, actor, current, wanted)
            require_type(work, current, wanted)
            require_length(current, wanted)
        states, now = cancelling_states(work), self.clock.now()
        require_creator(work, actor, *(row for row, wanted in pairs if is_called_off(row, wanted, states)))
        changed = []
        for current, wanted in pairs:
            entered = with_line_feeds(with_branch(work, current, wanted))
            said = as_status_says(current, entered, states, now, actor.name)
            changed.append(changed_alone(current, said))
        currents = self._held(work, actor, changed)
        return self._stored(work, actor, currents, attached_again(work, changed))

    def _cancelled(
        self, work: UnitOfWork, actor: Actor, appointment_ids: Sequence[UUID]
    ) -> tuple[Appointment, ...]:
        states, now = cancelling_states(work), self.clock.now()
        currents = hold(work, lambda: work.get_all(Appointment, appointment_ids))
        require_allowed(work, actor, {key for row in currents for key in row.resource_ids})
        for current in currents:
            require_writable(current, None)
        require_creator(work, actor, *currents)
        claims = Claims(work, currents)
        off = {row.id: cancelled(row, states, now, actor.name) for row in currents if not row.is_cancelled}
        for current in currents:
            if current.id in off:
                claims.require_none(current, off[current.id])
        stored = {row.id: row for row in (*currents, *work.put_all(tuple(off.values())))}
        return tuple(stored[key] for key in appointment_ids)

    def _warnings(self, reader: Reader, appointments: Sequence[Appointment]) -> tuple[PlanningWarning, ...]:
        return warnings_about(reader, appointments, self.clock.now())


def _by_count(command: str, concerned: Sequence[object]) -> str:
    """How a command is named in the change log, of one and of several."""
    return command if len(concerned) == 1 else f"{command}_many"
