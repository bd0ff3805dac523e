"""What refuses an appointment, whichever command brings it; room is the matter of ``occupation``."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Origin
from terminplaner.domain.errors import (
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
    ReadOnlyAppointmentError,
    StaleRevisionError,
)
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.when import AllDay
from terminplaner.services.branches import branch_of
from terminplaner.services.checks import OFF_HOURS, PlanningWarning, warnings_about
from terminplaner.services.customers import find_or_add_customer
from terminplaner.services.occupation import LONGEST_PREPARATION, Occupation
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Reader, UnitOfWork
from terminplaner.services.settings import chain_settings
from terminplaner.services.templates import needs_template

_TEXTS = ("text", "comment")
_RESTORABLE = timedelta(days=90)


def with_line_feeds(appointment: Appointment) -> Appointment:
    """Neither Google nor iCalendar keeps another end of a line, so it would look edited there."""
    texts = {name: getattr(appointment, name) for name in _TEXTS}
    if not any("\r" in text for text in texts.values()):
        return appointment
    fed = {name: text.replace("\r\n", "\n").replace("\r", "\n") for name, text in texts.items()}
    return replace(appointment, **fed)


def with_customer(work: UnitOfWork, actor: Actor, appointment: Appointment, customer: str | None) -> Appointment:
    """The appointment for the customer that ``find_or_add_customer`` makes of a text; None leaves it as it is."""
    if customer is None:
        return appointment
    found = find_or_add_customer(work, actor, customer)
    return replace(appointment, customer_id=found.id if found else None)


def with_branch(reader: Reader, before: Appointment, after: Appointment) -> Appointment:
    """The appointment in the branch of its first resource, where that is another one and no branch was chosen."""
    if not after.resource_ids or after.resource_ids[0] in before.resource_ids[:1]:
        return after
    if after.branch_id != before.branch_id:
        return after
    return replace(after, branch_id=branch_of(reader, reader.get(Resource, after.resource_ids[0])).id)


def require_sound(appointment: Appointment) -> None:
    """Raise ``InvalidInputError`` for values that no appointment can have."""
    if not appointment.resource_ids:
        raise InvalidInputError("resource_missing")
    if len(set(appointment.resource_ids)) < len(appointment.resource_ids):
        raise InvalidInputError("resource_twice")
    for field_name in ("prepare_minutes", "follow_up_minutes"):
        if not 0 <= getattr(appointment, field_name) <= LONGEST_PREPARATION:
            raise InvalidInputError("number_out_of_range", field=field_name, low=0, high=LONGEST_PREPARATION)


def require_type(reader: Reader, before: Appointment | None, after: Appointment) -> None:
    """Raise ``InvalidInputError`` (``type_missing``) where the chain wants a type and ``after`` has lost or never
    had one; what came from Google or a file without one stays editable."""
    had_one = before is None or before.type_id is not None
    if after.type_id is None and had_one and chain_settings(reader).require_type:
        raise InvalidInputError("type_missing")


def require_length(before: Appointment | None, after: Appointment) -> None:
    """Raise ``InvalidInputError`` (``length_missing``) where ``after`` has lost or never had a length; what came
    from Google or a file without one stays editable."""
    had_one = before is None or _has_length(before)
    if had_one and not _has_length(after):
        raise InvalidInputError("length_missing")


def _has_length(appointment: Appointment) -> bool:
    when = appointment.when
    return isinstance(when, AllDay) or when.start_at < when.end_at


def lacks_template(reader: Reader, appointment: Appointment) -> bool:
    """Whether a new appointment is made without a template where the chain wants one."""
    if appointment.template_id is not None:
        return False
    settings, templates = chain_settings(reader), reader.list(AppointmentTemplate)
    return needs_template(settings, templates, appointment.branch_id)


def require_template(reader: Reader, actor: Actor, appointment: Appointment) -> None:
    """Raise ``InvalidInputError`` (``template_missing``) where it ``lacks_template``.

    At the command line nothing but capacity refuses: there it is warned of.
    """
    if actor.origin is not Origin.COMMAND_LINE and lacks_template(reader, appointment):
        raise InvalidInputError("template_missing")


def require_creator(reader: Reader, actor: Actor, *appointments: Appointment) -> None:
    """Raise ``PermissionDeniedError`` (``only_creator_cancels``) where the chain lets nobody else take it away."""
    others = [row.created_by for row in appointments if row.created_by != actor.name]
    if others and not actor.has(Right.CANCEL_ANY) and chain_settings(reader).only_creator_cancels:
        raise PermissionDeniedError("only_creator_cancels", creator=others[0])


def require_live(reader: Reader, resource_ids: Iterable[UUID]) -> None:
    """Raise ``NotFoundError`` for a deleted resource."""
    for resource_id in resource_ids:
        if reader.get(Resource, resource_id).deleted_at is not None:
            raise NotFoundError(kind=Resource.__name__, id=str(resource_id))


def require_live_places(reader: Reader, changes: Iterable[tuple[Appointment | None, Appointment]]) -> None:
    """Raise ``NotFoundError`` where a new appointment (before: None) or one that is brought back would take a
    deleted resource, or another would take one more.  To be asked once the resources are held."""
    taken = {key: None for before, after in changes for key in _newly_taken(before, after)}
    require_live(reader, taken)


def hold_live_customers(work: UnitOfWork, changes: Iterable[tuple[Appointment | None, Appointment]]) -> None:
    """Let nobody delete the customers of new appointments (before: None), or of those that are brought back or
    given to another customer; before any resource.  Raise ``NotFoundError`` for one who was deleted."""
    wanted = [after.customer_id for before, after in changes if _is_new_for_customer(before, after)]
    require_live_customers(work, (key for key in wanted if key is not None))


def require_live_customers(work: UnitOfWork, customer_ids: Iterable[UUID]) -> None:
    """Let nobody delete these customers; raise ``NotFoundError`` for one who was."""
    wanted = tuple(dict.fromkeys(customer_ids))
    if not wanted:
        return
    work.lock_customers(wanted)
    for customer in work.get_all(Customer, wanted):
        if customer.deleted_at is not None:
            raise NotFoundError(kind=Customer.__name__, id=str(customer.id))


def _newly_taken(before: Appointment | None, after: Appointment) -> Iterable[UUID]:
    if before is None or (before.is_cancelled and not after.is_cancelled):
        return after.resource_ids
    return [key for key in after.resource_ids if key not in before.resource_ids]


def _is_new_for_customer(before: Appointment | None, after: Appointment) -> bool:
    is_kept = before is not None and before.customer_id == after.customer_id
    return not is_kept or (before is not None and before.is_cancelled and not after.is_cancelled)


def require_allowed(reader: Reader, actor: Actor, resource_ids: Iterable[UUID]) -> None:
    """Raise ``PermissionDeniedError`` unless the actor may plan on all of them."""
    for resource_id in resource_ids:
        actor.require_plan(reader.get(Resource, resource_id))


def require_within_limits(
    reader: Reader, actor: Actor, changes: Collection[tuple[Appointment | None, Appointment]], now: datetime
) -> None:
    """What the role asks of appointments that are stored now, each after what it was (None: new); ``now`` in UTC.

    Raise ``PermissionDeniedError`` (``outside_hours``) where nobody works then, or ``CapacityExceededError``
    beyond the capacity, unless the actor may do that.
    """
    moved = [after for before, after in changes if before is None or has_new_place(before, after)]
    for warning in refusals_of(reader, actor, moved, now):
        raise PermissionDeniedError("outside_hours", reason=warning, user=actor.name)
    if not actor.has(Right.OVERBOOK):
        occupation = occupation_for(actor, Occupation.of(reader))
        crowding = [row for before, row in changes if before is None or occupation.needs_more_room(before, row)]
        for after in occupation.doubtful(reader, crowding):
            occupation.require_room(reader, after)


def refusals_of(
    reader: Reader, actor: Actor, appointments: Collection[Appointment], now: datetime
) -> tuple[PlanningWarning, ...]:
    """What says that nobody works then, for an actor who may not book there; ``now`` in UTC."""
    if actor.has(Right.PLAN_OUTSIDE_HOURS):
        return ()
    plain = [replace(appointment, shows_as_unavailable=False) for appointment in appointments]
    warnings = warnings_about(reader, plain, now, is_strict=True)
    return tuple(warning for warning in warnings if warning.code in OFF_HOURS)


def occupation_for(actor: Actor, occupation: Occupation) -> Occupation:
    """Without overbooking for an actor who may not do that."""
    if actor.has(Right.OVERBOOK):
        return occupation
    return replace(occupation, settings=replace(occupation.settings, allow_overbooking=False))


def has_new_place(before: Appointment, after: Appointment) -> bool:
    """Whether a change puts an appointment to another time, onto other resources, into another branch, or back
    into the plan."""
    places = [(row.when, row.resource_ids, row.branch_id, row.is_cancelled) for row in (before, after)]
    return places[0] != places[1] and not after.is_cancelled


def require_writable(current: Appointment, revision: int | None) -> None:
    """Raise ``ReadOnlyAppointmentError``, or ``StaleRevisionError`` unless ``revision`` (None: any) is the stored
    one."""
    if current.is_read_only:
        raise ReadOnlyAppointmentError(text=current.text)
    if revision is not None and revision != current.revision:
        raise StaleRevisionError(by=current.modified_by)


def require_changeable(reader: Reader, actor: Actor, before: Appointment, after: Appointment) -> None:
    """What people may change of an appointment, alone or with others of its series or selection.

    Raise ``InvalidInputError`` (``appointment_cancelled``), or as ``require_writable`` and, where a resource is
    taken off, as ``require_creator`` do.
    """
    if before.is_cancelled and after.revision == before.revision:  # cancelled since it was read: merely stale
        raise InvalidInputError("appointment_cancelled")
    require_writable(before, after.revision)
    if set(after.resource_ids) < set(before.resource_ids):
        require_creator(reader, actor, before)


def require_private_stays(reader: Reader, before: Appointment, after: Appointment) -> None:
    """Raise ``InvalidInputError`` (``private_stays``) where a private event would leave the calendar of its birth.

    Nothing but that event knows its texts.
    """
    left = set(before.resource_ids) - set(after.resource_ids) if before.is_private else set()
    for mapping in reader.list_mappings_of(before.id) if left else ():
        link = reader.find_record(CalendarLink, mapping.link_id)
        if mapping.is_born_in_google and link is not None and link.ended_at is None and link.resource_id in left:
            raise InvalidInputError("private_stays", resource=reader.get(Resource, link.resource_id).name)


def require_restorable(reader: Reader, cancelled: Appointment, now: datetime) -> None:
    """Raise ``InvalidInputError`` (``restore_too_late``) 90 days after the cancellation."""
    if cancelled.cancelled_at is not None and now - cancelled.cancelled_at > _RESTORABLE:
        day = cancelled.cancelled_at.astimezone(reader.get(Branch, cancelled.branch_id).tz).date()
        raise InvalidInputError("restore_too_late", day=day, days=_RESTORABLE.days)
