"""What of an appointment leaves for Google: the one rule, for whoever sends it and for whoever shows it.

The table of privacy levels is printed in docs/sync.md ("What a title becomes").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import SharedFields
from terminplaner.domain.chain import PrivacyLevel
from terminplaner.domain.people import Customer
from terminplaner.domain.when import AllDay

# Words of the shared data, not of the screen: two workstations in two languages must write the same.
PRIVATE_TITLE = "Privat"
"""Stands for the title of a private event."""
_BUSY_TITLE = "Belegt"
_PLAIN_TITLE = "Termin"


@dataclass(frozen=True, slots=True)
class Wording:
    """The names a title may be made of."""

    type_name: str = ""
    customer: Customer | None = None


def outgoing(
    appointment: Appointment, wording: Wording, level: PrivacyLevel, kept: SharedFields | None
) -> SharedFields:
    """What Google should hold, in full.  ``kept`` is what we sent last, for wording that is left as it is."""
    return SharedFields(
        _title(appointment, wording, level, kept), appointment.when, _description(appointment, level, kept)
    )


def _title(appointment: Appointment, wording: Wording, level: PrivacyLevel, kept: SharedFields | None) -> str:
    if appointment.is_private:
        return kept.title if kept else PRIVATE_TITLE
    if appointment.origin is AppointmentOrigin.GOOGLE:
        if appointment.customer_id is None:
            return appointment.text
        if kept is not None:
            return kept.title
    if level is PrivacyLevel.BUSY:
        return _BUSY_TITLE
    kind = wording.type_name or _PLAIN_TITLE
    if level is PrivacyLevel.TYPE:
        return kind
    if appointment.customer_id is None:
        return appointment.text if appointment.text.strip() else kind
    if wording.customer is None:
        return kind
    return f"{kind} {wording.customer.initials if level is PrivacyLevel.INITIALS else wording.customer.label}"


def _description(appointment: Appointment, level: PrivacyLevel, kept: SharedFields | None) -> str:
    may_leave = (
        appointment.customer_id is None
        and not appointment.is_private
        and level in (PrivacyLevel.INITIALS, PrivacyLevel.NAME)
    )
    if may_leave:
        return appointment.comment
    if appointment.origin is AppointmentOrigin.GOOGLE and kept is not None:
        return kept.description
    return ""


# -- what that is, for a person to read


class Datum(StrEnum):
    """What an appointment consists of, as people see it in the dialog."""

    RESOURCE = "resource"
    CUSTOMER = "customer"
    TEXT = "text"
    TYPE = "type"
    STATUS = "status"
    TIMES = "times"
    COMMENT = "comment"


class Place(StrEnum):
    """Where in an event a datum stands."""

    NOWHERE = "nowhere"
    """It stays here."""
    TITLE = "title"
    TITLE_AS_INITIALS = "title_as_initials"
    TITLE_AS_NAME = "title_as_name"
    DESCRIPTION = "description"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Where one datum of an appointment that was born here goes, with a customer and without."""

    datum: Datum
    with_customer: Place
    without_customer: Place


def disclosures(level: PrivacyLevel) -> tuple[Disclosure, ...]:
    """Read off what the rule makes of two appointments in which every datum can be told from the others."""
    without = outgoing(_SAMPLE, _NAMES, level, None)
    with_customer = outgoing(replace(_SAMPLE, customer_id=_CUSTOMER.id), _NAMES, level, None)
    return tuple(Disclosure(datum, _place(datum, with_customer), _place(datum, without)) for datum in Datum)


_CUSTOMER = Customer(UUID(int=1), "<number>", "<last>", "<first>", "<initials>")
_NAMES = Wording("<type>", _CUSTOMER)
_DAY = date(2000, 1, 1)
_SAMPLE = Appointment(
    UUID(int=2),
    UUID(int=3),
    AllDay(_DAY, _DAY + timedelta(days=1)),
    (UUID(int=4),),
    text="<text>",
    comment="<comment>",
    type_id=UUID(int=5),
    status_id=UUID(int=6),
)
_MARKS = {Datum.TEXT: "<text>", Datum.TYPE: "<type>", Datum.COMMENT: "<comment>"}


def _place(datum: Datum, sent: SharedFields) -> Place:
    if datum is Datum.TIMES:
        return Place.TIMES if sent.when == _SAMPLE.when else Place.NOWHERE
    if datum is Datum.CUSTOMER:
        if _CUSTOMER.label in sent.title:
            return Place.TITLE_AS_NAME
        return Place.TITLE_AS_INITIALS if _CUSTOMER.initials in sent.title else Place.NOWHERE
    mark = _MARKS.get(datum)  # a resource and a status are no part of what the rule is given
    if mark is None:
        return Place.NOWHERE
    if mark in sent.title:
        return Place.TITLE
    return Place.DESCRIPTION if mark in sent.description else Place.NOWHERE
