"""What an appointment becomes in Google, and what a change there becomes here."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import SharedFields
from terminplaner.domain.chain import PrivacyLevel
from terminplaner.domain.outgoing import Wording
from terminplaner.domain.people import Customer
from terminplaner.domain.when import Timed
from terminplaner.sync.projection import Field, project, take

START = datetime(2026, 9, 16, 8, 0, tzinfo=UTC)
WHEN = Timed(START, START + timedelta(minutes=30))
CUSTOMER = Customer(UUID(int=9), "1001", "Mustermann", "Max", "MM")
PLAIN = Appointment(uuid4(), uuid4(), WHEN, (uuid4(),), text="Gleitsicht", comment="Befund")
WITH_CUSTOMER = replace(PLAIN, customer_id=CUSTOMER.id)
FROM_GOOGLE = replace(PLAIN, origin=AppointmentOrigin.GOOGLE)
KEPT = SharedFields("So steht es dort", WHEN, "dort")
TYPED = Wording("Sehtest", CUSTOMER)
UNTYPED = Wording("", CUSTOMER)


@pytest.mark.parametrize(
    ("level", "appointment", "wording", "title"),
    [
        (PrivacyLevel.BUSY, WITH_CUSTOMER, TYPED, "Belegt"),
        (PrivacyLevel.BUSY, PLAIN, TYPED, "Belegt"),
        (PrivacyLevel.BUSY, FROM_GOOGLE, TYPED, "Gleitsicht"),
        (PrivacyLevel.TYPE, WITH_CUSTOMER, TYPED, "Sehtest"),
        (PrivacyLevel.TYPE, WITH_CUSTOMER, UNTYPED, "Termin"),
        (PrivacyLevel.TYPE, PLAIN, TYPED, "Sehtest"),
        (PrivacyLevel.TYPE, PLAIN, UNTYPED, "Termin"),
        (PrivacyLevel.TYPE, FROM_GOOGLE, TYPED, "Gleitsicht"),
        (PrivacyLevel.INITIALS, WITH_CUSTOMER, TYPED, "Sehtest MM"),
        (PrivacyLevel.INITIALS, WITH_CUSTOMER, UNTYPED, "Termin MM"),
        (PrivacyLevel.INITIALS, PLAIN, TYPED, "Gleitsicht"),
        (PrivacyLevel.INITIALS, replace(PLAIN, text=" "), TYPED, "Sehtest"),
        (PrivacyLevel.INITIALS, replace(PLAIN, text=""), UNTYPED, "Termin"),
        (PrivacyLevel.INITIALS, FROM_GOOGLE, TYPED, "Gleitsicht"),
        (PrivacyLevel.NAME, WITH_CUSTOMER, TYPED, "Sehtest Mustermann, Max"),
        (PrivacyLevel.NAME, WITH_CUSTOMER, UNTYPED, "Termin Mustermann, Max"),
        (PrivacyLevel.NAME, PLAIN, TYPED, "Gleitsicht"),
        (PrivacyLevel.NAME, replace(PLAIN, text=""), TYPED, "Sehtest"),
        (PrivacyLevel.NAME, FROM_GOOGLE, TYPED, "Gleitsicht"),
    ],
)
def test_the_title_by_level(level: PrivacyLevel, appointment: Appointment, wording: Wording, title: str) -> None:
    assert project(appointment, wording, level, None).title == title


@pytest.mark.parametrize("level", PrivacyLevel)
def test_the_comment_leaves_only_without_a_customer_and_unmasked(level: PrivacyLevel) -> None:
    expected = "Befund" if level in (PrivacyLevel.INITIALS, PrivacyLevel.NAME) else ""
    assert project(PLAIN, TYPED, level, None).description == expected
    assert project(WITH_CUSTOMER, TYPED, level, None).description == ""


@pytest.mark.parametrize("level", PrivacyLevel)
def test_text_never_leaves_with_a_customer_even_one_that_cannot_be_found(level: PrivacyLevel) -> None:
    assert "Gleitsicht" not in project(WITH_CUSTOMER, Wording("", None), level, None).title


@pytest.mark.parametrize("level", PrivacyLevel)
def test_a_customer_attached_to_googles_event_leaves_it_as_it_was(level: PrivacyLevel) -> None:
    attached = replace(FROM_GOOGLE, customer_id=CUSTOMER.id)
    kept = project(attached, TYPED, level, KEPT)
    assert (kept.title, kept.description) == (KEPT.title, KEPT.description)
    elsewhere = project(attached, TYPED, level, None)
    assert elsewhere == project(WITH_CUSTOMER, TYPED, level, None)


def test_a_private_event_keeps_its_wording_and_gives_none_away() -> None:
    private = replace(FROM_GOOGLE, is_private=True, text="Privat")
    assert project(private, TYPED, PrivacyLevel.NAME, KEPT).title == KEPT.title
    assert project(private, TYPED, PrivacyLevel.NAME, None).title == "Privat"
    assert project(private, TYPED, PrivacyLevel.NAME, None).description == ""


def test_what_google_changed_is_taken_field_by_field() -> None:
    before = SharedFields("Gleitsicht", WHEN, "Befund")
    later = Timed(START + timedelta(hours=1), START + timedelta(hours=2))
    remote = SharedFields("Neu", later, "Neuer Befund")
    assert take(PLAIN, remote, before, {Field.TITLE}) == replace(PLAIN, text="Neu")
    assert take(PLAIN, remote, before, {Field.WHEN}) == replace(PLAIN, when=later)
    assert take(PLAIN, remote, before, {Field.DESCRIPTION}) == replace(PLAIN, comment="Neuer Befund")
    assert take(PLAIN, remote, before, set()) == PLAIN


@pytest.mark.parametrize(
    ("comment", "before", "after", "expected"),
    [
        ("", "", "dort", "dort"),
        ("hier, nie gesendet", "", "dort", "hier, nie gesendet\ndort"),
        ("hier\ndort", "dort", "dort, geändert", "hier\ndort, geändert"),
        ("hier\ndort", "dort", "", "hier"),
        ("gleich", "gleich", "", ""),
        ("hier", "", "", "hier"),
    ],
)
def test_a_masked_comment_survives_a_description_written_in_google(
    comment: str, before: str, after: str, expected: str
) -> None:
    masked = replace(WITH_CUSTOMER, comment=comment)
    taken = take(masked, SharedFields("", WHEN, after), SharedFields("", WHEN, before), {Field.DESCRIPTION})
    assert taken.comment == expected
