"""What an appointment becomes on its way to Google, and what a change in Google becomes here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from enum import StrEnum

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import SharedFields
from terminplaner.domain.chain import PrivacyLevel
from terminplaner.domain.outgoing import Wording, outgoing
from terminplaner.sync.canonical import (
    DESCRIPTION_LIMIT,
    TITLE_LIMIT,
    canonical_text,
    canonical_title,
    capped,
    with_tail,
)


class Field(StrEnum):
    """What is merged on its own; the time with its all-day form is one."""

    TITLE = "title"
    WHEN = "when"
    DESCRIPTION = "description"


def project(
    appointment: Appointment, wording: Wording, level: PrivacyLevel, kept: SharedFields | None
) -> SharedFields:
    """What Google should hold, as ``outgoing`` says it, in canonical text within Google's limits."""
    readable = replace(appointment, text=canonical_title(appointment.text))
    whole = outgoing(readable, wording, level, kept)
    return SharedFields(
        capped(canonical_title(whole.title), TITLE_LIMIT),
        whole.when,
        capped(canonical_text(whole.description), DESCRIPTION_LIMIT),
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
