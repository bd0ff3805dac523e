"""An appointment (Termin) and the lists it chooses from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from terminplaner.domain.when import AllDay, Interval, When


class AppointmentOrigin(StrEnum):
    """Where an appointment was born; it never changes afterwards."""

    LOCAL = "local"
    GOOGLE = "google"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class AppointmentType:
    """An entry of the list "Typ" (Eigenschaft)."""

    id: UUID
    name: str
    color: str = "#4a6fa5"
    position: int = 0
    deleted_at: datetime | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class AppointmentStatus:
    """An entry of the list "Status" (Eigenschaft).

    ``means_cancelled``: an appointment that gets it does not take place; it is cancelled by that.
    """

    id: UUID
    name: str
    color: str = "#6b7280"
    position: int = 0
    means_cancelled: bool = False
    deleted_at: datetime | None = None
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Appointment:
    """The fields of the dialog "Termin".

    ``prepare_minutes``/``follow_up_minutes`` are Vor- and Nachbereitungszeit.  ``is_cancelled`` is the soft
    deletion (restorable for 90 days); a status that means it comes and goes with it, and ``former_status_id`` is
    the one it had before.  ``template_id`` is the Terminvorlage it was made from.  ``is_read_only`` marks a busy
    block that Google owns; ``is_transparent`` one that does not occupy its resources; ``is_private`` one whose
    title stays in Google.  ``ical_uid`` is the UID of an imported component (RFC 5545 3.8.4.7).  ``series_id``
    makes it an occurrence of a ``Series``, ``is_detached`` one that is not as it has it, since
    it was changed on its own.
    """

    id: UUID
    branch_id: UUID
    when: When
    resource_ids: tuple[UUID, ...]
    text: str = ""
    comment: str = ""
    type_id: UUID | None = None
    status_id: UUID | None = None
    customer_id: UUID | None = None
    prepare_minutes: int = 0
    follow_up_minutes: int = 0
    is_home_visit: bool = False
    is_parallel: bool = False
    shows_as_unavailable: bool = False
    origin: AppointmentOrigin = AppointmentOrigin.LOCAL
    is_read_only: bool = False
    is_transparent: bool = False
    is_private: bool = False
    ical_uid: str = ""
    series_id: UUID | None = None
    is_detached: bool = False
    created_at: datetime | None = None
    created_by: str = ""
    modified_at: datetime | None = None
    modified_by: str = ""
    cancelled_at: datetime | None = None
    cancelled_by: str = ""
    former_status_id: UUID | None = None
    template_id: UUID | None = None
    revision: int = 0

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_movable(self) -> bool:
        """Whether people can take it elsewhere."""
        return not (self.is_read_only or self.is_cancelled)

    def occupied(self, zone: ZoneInfo) -> Interval:
        """The instants its resources are taken: the appointment with its preparation times."""
        span = self.when.interval(zone)
        return Interval(
            span.start_at - timedelta(minutes=self.prepare_minutes),
            span.end_at + timedelta(minutes=self.follow_up_minutes),
        )


EDITABLE_FIELDS = (
    "branch_id",
    "when",
    "resource_ids",
    "text",
    "comment",
    "type_id",
    "status_id",
    "customer_id",
    "prepare_minutes",
    "follow_up_minutes",
    "is_home_visit",
    "is_parallel",
    "shows_as_unavailable",
)
"""What people may set; everything else is kept by the program."""


def edited(current: Appointment, wanted: Appointment) -> Appointment:
    """``current`` with what people may set of ``wanted``, and its revision.

    The text of a private one is Google's secret: what somebody entered before it became so would go there.
    """
    fields = {name: getattr(wanted, name) for name in EDITABLE_FIELDS}
    if current.is_private:
        fields["text"] = current.text
    return replace(current, revision=wanted.revision, **fields)


def rebased(newer: Appointment, before: Appointment, wanted: Appointment) -> Appointment:
    """``newer`` with what people changed from ``before`` to ``wanted``; what they left alone is of the newer one.

    The text of a private one stays Google's, as in ``edited``.
    """
    entered = {name: getattr(wanted, name) for name in EDITABLE_FIELDS}
    fields = {name: value for name, value in entered.items() if value != getattr(before, name)}
    if newer.is_private:
        fields.pop("text", None)
    return replace(newer, **fields)


@dataclass(frozen=True, slots=True)
class OccupyingRule:
    """Which appointments take their resources: what Google says of an event need not be the chain's word.

    ``free_events``: also those shown as free in Google; ``all_day_events``: also all-day ones from there.
    A parallel one takes its time, too: it may lie over others itself, but nobody is offered its time.
    """

    free_events: bool = False
    all_day_events: bool = True

    def lets(self, appointment: Appointment) -> bool:
        if appointment.is_cancelled:
            return False
        is_all_day = appointment.origin is AppointmentOrigin.GOOGLE and isinstance(appointment.when, AllDay)
        return (self.free_events or not appointment.is_transparent) and (self.all_day_events or not is_all_day)


def copied(source: Appointment, when: When, resource_ids: tuple[UUID, ...]) -> Appointment:
    """A new appointment with the same data elsewhere; it belongs to no series and was born here."""
    fields = {name: getattr(source, name) for name in EDITABLE_FIELDS}
    fields["status_id"] = source.former_status_id if source.is_cancelled else source.status_id
    fields["template_id"] = source.template_id
    return Appointment(**fields | {"id": uuid4(), "when": when, "resource_ids": resource_ids})
