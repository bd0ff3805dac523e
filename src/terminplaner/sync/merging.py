"""The three-way merge of one event, field by field, against the last agreed base in its two halves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import EventMapping, SharedFields
from terminplaner.domain.resource import SyncDirection
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.sync.canonical import TITLE_LIMIT, canonical_title, capped
from terminplaner.sync.decide import FieldAction, field_action
from terminplaner.sync.projection import Field, take

Projection = Callable[[Appointment, EventMapping | None], SharedFields]
"""What an appointment becomes in Google, in the place of its event where it has one."""

_WAITING = (FieldAction.SEND, FieldAction.CONFLICT, FieldAction.OVERWRITE, FieldAction.STAY)
"""What leaves our half of the base as it was: Google does not have it yet."""


@dataclass(frozen=True, slots=True)
class Merge:
    """The outcome.  ``projected`` and ``answered`` are the new base.

    ``appointment`` is the given one where nothing was ``taken``.  ``is_in_step``: nothing is left to send.
    ``overwritten`` is what Google has otherwise and ours is sent over.
    """

    appointment: Appointment
    projected: SharedFields | None
    answered: SharedFields
    taken: frozenset[Field]
    conflicts: frozenset[Field]
    is_in_step: bool
    overwritten: frozenset[Field] = frozenset()


def merge(
    mapping: EventMapping,
    appointment: Appointment,
    remote: SharedFields,
    projection: Projection,
    direction: SyncDirection = SyncDirection.BOTH,
) -> Merge:
    """Merge what Google holds now into an appointment.

    ``mapping.answered`` None: Google's answer to what we sent never came.  ``mapping.projected`` None: a person
    decided for our version, so all of it is due; where nothing is sent, it stays until Google's next change.
    """
    now = projection(appointment, mapping)
    is_all_due = mapping.projected is None
    projected = now if is_all_due and direction is SyncDirection.FROM_GOOGLE else mapping.projected
    before_there = mapping.answered or mapping.projected
    if projected is None or before_there is None:
        return Merge(appointment, None, remote, frozenset(), frozenset(), is_in_step=False)
    actions = {
        name: field_action(
            local_changed=getattr(now, name) != getattr(projected, name),
            remote_changed=getattr(remote, name) != getattr(before_there, name),
            are_equal=getattr(now, name) == getattr(remote, name),
            direction=direction,
        )
        for name in Field
    }
    if actions[Field.TITLE] is FieldAction.TAKE and _hides_text(appointment, now, before_there):
        # A person in Google never saw the text that this title would replace.
        actions[Field.TITLE] = FieldAction.CONFLICT
    taken = frozenset(name for name, action in actions.items() if action is FieldAction.TAKE)
    merged = take(appointment, remote, before_there, taken)
    target = projection(merged, mapping)
    waiting = [name for name, action in actions.items() if action in _WAITING]
    base = _with_fields(target, projected, waiting)
    conflicts = frozenset(name for name, action in actions.items() if action is FieldAction.CONFLICT)
    overwritten = frozenset(name for name, action in actions.items() if action is FieldAction.OVERWRITE)
    if is_all_due:
        return Merge(merged, None, remote, taken, conflicts, is_in_step=False)
    return Merge(
        merged,
        base,
        remote,
        taken,
        conflicts,
        is_in_step=base == target and not overwritten,
        overwritten=overwritten,
    )


def differing(one: SharedFields, other: SharedFields) -> frozenset[Field]:
    return frozenset(name for name in Field if getattr(one, name) != getattr(other, name))


def as_json(fields: SharedFields, names: frozenset[Field] = frozenset(Field)) -> dict[str, Any]:
    """Shared fields for problems and the journal: ISO 8601 in UTC, all-day ones as dates with an exclusive end."""
    shown: dict[str, Any] = {}
    if Field.TITLE in names:
        shown["title"] = fields.title
    if Field.WHEN in names:
        when = fields.when
        is_all_day = isinstance(when, AllDay)
        start, end = (when.first_on, when.end_on) if isinstance(when, AllDay) else (when.start_at, when.end_at)
        shown |= {"start": start.isoformat(), "end": end.isoformat(), "all_day": is_all_day}
    if Field.DESCRIPTION in names:
        shown["description"] = fields.description
    return shown


def from_json(shown: Mapping[str, Any], otherwise: SharedFields) -> tuple[frozenset[Field], SharedFields]:
    """The fields that ``as_json`` wrote, and which they are; ``otherwise`` fills the others."""
    names = set()
    fields = otherwise
    if "title" in shown:
        names.add(Field.TITLE)
        fields = replace(fields, title=shown["title"])
    if "start" in shown:
        names.add(Field.WHEN)
        fields = replace(fields, when=_when_from(shown))
    if "description" in shown:
        names.add(Field.DESCRIPTION)
        fields = replace(fields, description=shown["description"])
    return frozenset(names), fields


def _hides_text(appointment: Appointment, projected: SharedFields, before_there: SharedFields) -> bool:
    """Whether the appointment has a text that Google was never shown, because of the privacy level."""
    text = capped(canonical_title(appointment.text), TITLE_LIMIT)
    return text not in ("", projected.title, before_there.title)


def _when_from(shown: Mapping[str, Any]) -> When:
    if shown["all_day"]:
        return AllDay(date.fromisoformat(shown["start"]), date.fromisoformat(shown["end"]))
    return Timed(datetime.fromisoformat(shown["start"]), datetime.fromisoformat(shown["end"]))


def _with_fields(fields: SharedFields, source: SharedFields, names: list[Field]) -> SharedFields:
    values = {name.value: getattr(source if name in names else fields, name) for name in Field}
    return SharedFields(**values)
