"""The three-way merge of one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from uuid import uuid4

import pytest

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import EventMapping, SharedFields
from terminplaner.domain.when import AllDay, Timed
from terminplaner.sync.merging import as_json, from_json, merge
from terminplaner.sync.projection import Field

NONE: frozenset[Field] = frozenset()
START = datetime(2026, 9, 16, 8, 0, tzinfo=UTC)


def hours(offset: int) -> Timed:
    return Timed(START + timedelta(hours=offset), START + timedelta(hours=offset, minutes=30))


BASE = SharedFields("Alt", hours(0), "alt")
APPOINTMENT = Appointment(uuid4(), uuid4(), hours(0), (uuid4(),), text="Alt", comment="alt", revision=1)
MAPPING = EventMapping(uuid4(), uuid4(), "abc", APPOINTMENT.id, projected=BASE, answered=BASE, base_revision=1)


def plainly(appointment: Appointment, _mapping: EventMapping | None) -> SharedFields:
    return SharedFields(appointment.text, appointment.when, appointment.comment)


def masked(appointment: Appointment, _mapping: EventMapping | None) -> SharedFields:
    return SharedFields("Belegt", appointment.when)


HERE = {
    Field.TITLE: replace(APPOINTMENT, text="Hier"),
    Field.WHEN: replace(APPOINTMENT, when=hours(1)),
    Field.DESCRIPTION: replace(APPOINTMENT, comment="hier"),
}
THERE = {
    Field.TITLE: replace(BASE, title="Dort"),
    Field.WHEN: replace(BASE, when=hours(2)),
    Field.DESCRIPTION: replace(BASE, description="dort"),
}


@pytest.mark.parametrize("name", Field)
def test_a_change_in_google_is_taken(name: Field) -> None:
    result = merge(MAPPING, APPOINTMENT, THERE[name], plainly)
    assert (result.taken, result.conflicts, result.is_in_step) == (frozenset({name}), NONE, True)
    assert plainly(result.appointment, None) == THERE[name] == result.projected == result.answered


@pytest.mark.parametrize("name", Field)
def test_a_change_here_waits_for_its_push(name: Field) -> None:
    result = merge(MAPPING, HERE[name], BASE, plainly)
    assert (result.appointment, result.taken, result.conflicts) == (HERE[name], NONE, NONE)
    assert not result.is_in_step
    assert result.projected == BASE


@pytest.mark.parametrize(("here", "there"), list(product(Field, Field)))
def test_changes_on_both_sides_meet_or_conflict(here: Field, there: Field) -> None:
    result = merge(MAPPING, HERE[here], THERE[there], plainly)
    assert not result.is_in_step
    if here is there:
        assert (result.taken, result.conflicts, result.appointment) == (NONE, frozenset({here}), HERE[here])
    else:
        assert (result.taken, result.conflicts) == (frozenset({there}), NONE)
        assert getattr(plainly(result.appointment, None), there) == getattr(THERE[there], there)
        assert getattr(plainly(result.appointment, None), here) == getattr(plainly(HERE[here], None), here)


@pytest.mark.parametrize("name", Field)
def test_the_same_change_on_both_sides_is_agreement(name: Field) -> None:
    result = merge(MAPPING, HERE[name], plainly(HERE[name], None), plainly)
    assert (result.taken, result.conflicts, result.is_in_step) == (NONE, NONE, True)


def test_a_conflict_is_told_once() -> None:
    first = merge(MAPPING, HERE[Field.TITLE], THERE[Field.TITLE], plainly)
    base = replace(MAPPING, projected=first.projected, answered=first.answered)
    again = merge(base, HERE[Field.TITLE], THERE[Field.TITLE], plainly)
    assert (again.conflicts, again.is_in_step) == (NONE, False)


def test_googles_own_wording_of_what_we_sent_is_no_change() -> None:
    base = replace(MAPPING, answered=replace(BASE, description="von Google umgeschrieben"))
    result = merge(base, APPOINTMENT, replace(BASE, description="von Google umgeschrieben"), plainly)
    assert (result.appointment, result.taken, result.is_in_step) == (APPOINTMENT, NONE, True)


def test_an_edit_of_a_masked_title_goes_into_the_text_and_needs_no_push() -> None:
    sent = SharedFields("Belegt", hours(0))
    base = replace(MAPPING, projected=sent, answered=sent)
    edited = replace(sent, title="Bitte leise")
    result = merge(base, replace(APPOINTMENT, text=""), edited, masked)
    assert (result.appointment.text, result.is_in_step) == ("Bitte leise", True)
    assert (result.projected, result.answered) == (sent, edited)
    again = merge(replace(base, answered=edited), result.appointment, replace(sent, title="Leiser"), masked)
    assert (again.appointment.text, again.conflicts) == ("Leiser", NONE)


def test_an_edit_of_a_masked_title_replaces_no_text_that_google_never_saw() -> None:
    sent = SharedFields("Belegt", hours(0))
    base = replace(MAPPING, projected=sent, answered=sent)
    result = merge(base, APPOINTMENT, replace(sent, title="Bitte leise"), masked)
    assert (result.appointment, result.conflicts, result.is_in_step) == (
        APPOINTMENT,
        frozenset({Field.TITLE}),
        True,
    )
    assert (result.projected, result.answered) == (sent, replace(sent, title="Bitte leise"))


def test_an_answer_that_never_came_is_taken_from_what_was_sent() -> None:
    base = replace(MAPPING, answered=None)
    result = merge(base, HERE[Field.WHEN], THERE[Field.TITLE], plainly)
    assert result.taken == {Field.TITLE}
    assert not result.is_in_step


def test_a_decision_for_our_version_takes_nothing() -> None:
    base = replace(MAPPING, projected=None)
    result = merge(base, APPOINTMENT, THERE[Field.TITLE], plainly)
    assert (result.appointment, result.projected, result.is_in_step) == (APPOINTMENT, None, False)


@pytest.mark.parametrize("when", [hours(3), AllDay(date(2026, 5, 5), date(2026, 5, 7))])
def test_shown_fields_read_back(when: Timed | AllDay) -> None:
    fields = SharedFields("Titel", when, "Text")
    assert from_json(as_json(fields), BASE) == (frozenset(Field), fields)
    assert from_json(as_json(fields, frozenset({Field.WHEN})), BASE) == (
        frozenset({Field.WHEN}),
        replace(BASE, when=when),
    )
