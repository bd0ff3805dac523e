"""What an appointment becomes on its way to Google, and what a change in Google becomes here.

The table of privacy levels is design.md's ("What a title becomes on its way out"), printed in docs/sync.md.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import SharedFields
from terminplaner.domain.chain import PrivacyLevel
from terminplaner.domain.people import Customer
from terminplaner.sync.canonical import (
    DESCRIPTION_LIMIT,
    TITLE_LIMIT,
    canonical_text,
    canonical_title,
    capped,
    with_tail,
)
from terminplaner.sync.wire import PRIVATE_TITLE

# Words of the shared data, not of the screen: two workstations in two languages must write the same.
_BUSY_TITLE = "Belegt"
_PLAIN_TITLE = "Termin"


class Field(StrEnum):
    """What is merged on its own; the time with its all-day form is one."""

    TITLE = "title"
    WHEN = "when"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Wording:
    """The names a title may be made of."""

    type_name: str = ""
    customer: Customer | None = None


def project(
    appointment: Appointment, wording: Wording, level: PrivacyLevel, kept: SharedFields | None
) -> SharedFields:
    """What Google should hold.  ``kept`` is what we last sent there, for wording that is left as it is."""
    return SharedFields(
        capped(canonical_title(_title(appointment, wording, level, kept)), TITLE_LIMIT),
        appointment.when,
        capped(canonical_text(_description(appointment, level, kept)), DESCRIPTION_LIMIT),
    )


def take(
    appointment: Appointment, remote: SharedFields, before: SharedFields, fields: Collection[Field]
) -> Appointment:
    """The appointment with ``fields`` as Google has them now; ``before`` is what it had at the last agreement."""
    taken = appointment
    if Field.WHEN in fields:
        taken = replace(taken, when=remote.when)
    if Field.TITLE in fields:
        taken = replace(taken, text=with_tail(remote.title, canonical_title(taken.text), TITLE_LIMIT))
    if Field.DESCRIPTION in fields:
        taken = replace(taken, comment=_comment(taken.comment, remote.description, before.description))
    return taken


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
        return canonical_title(appointment.text) or kind
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


def _comment(current: str, description: str, before: str) -> str:
    """The comment after ``before`` became ``description`` in Google, keeping what Google never saw of it."""
    text = canonical_text(current)
    if text in ("", before):
        return description
    if capped(text, DESCRIPTION_LIMIT) == before:
        return with_tail(description, text, DESCRIPTION_LIMIT)
    if before and before in text:
        return text.replace(before, description, 1).strip("\n")
    return f"{text}\n{description}" if description else text
