"""What a value shows of itself, and what it computes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from terminplaner.domain.appointment import Appointment, OccupyingRule
from terminplaner.domain.calendar_link import GoogleAccount
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.changes import Author, ChangeSet, EntityChange, Origin
from terminplaner.domain.errors import CapacityExceededError, TerminplanerError
from terminplaner.domain.people import Customer, Employee, Role, User, initials_of
from terminplaner.domain.when import Interval, Timed
from terminplaner.services.oauth_client import OAuthClient

_ID = UUID(int=1)
_NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        GoogleAccount(_ID, "a@example.org", frozenset(), encrypted_token=b"hush"),
        ChainSettings(_ID, google_client='{"installed": {"client_secret": "hush"}}'),
        User(_ID, "rosa", Role.PLANNER, password_hash="hush"),
        OAuthClient("id", "hush", "https://a.example", "https://b.example"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_secret_is_not_shown(value: object) -> None:
    assert "hush" not in repr(value)


def _appointment() -> Appointment:
    return Appointment(_ID, _ID, Timed(_NOON, _NOON + timedelta(hours=1)), (_ID,))


def test_preparation_belongs_to_what_is_occupied() -> None:
    occupied = replace(_appointment(), prepare_minutes=10, follow_up_minutes=5).occupied(ZoneInfo("Europe/Berlin"))
    assert occupied == Interval(_NOON - timedelta(minutes=10), _NOON + timedelta(minutes=65))


@pytest.mark.parametrize(
    ("appointment", "occupies"),
    [
        (_appointment(), True),
        (replace(_appointment(), is_parallel=True), True),
        (replace(_appointment(), is_transparent=True), False),
        (replace(_appointment(), cancelled_at=_NOON), False),
        (replace(_appointment(), is_read_only=True), True),
    ],
)
def test_what_counts_against_capacity(appointment: Appointment, occupies: bool) -> None:
    assert OccupyingRule().lets(appointment) is occupies


@pytest.mark.parametrize(
    ("first_name", "last_name", "initials"),
    [("Max", "Mustermann", "MM"), ("", "özdemir", "Ö"), (" ", " ", ""), ("Friedrich-Wilhelm", " von Au", "FV")],
)
def test_initials(first_name: str, last_name: str, initials: str) -> None:
    assert initials_of(first_name, last_name) == initials


def test_labels_leave_out_what_is_missing() -> None:
    assert Customer(_ID, "1001", "Mustermann", "Max").label == "Mustermann, Max"
    assert Employee(_ID, "Himmel").label == "Himmel"
    assert Branch(_ID, "01", "Stuttgart").label == "01 Stuttgart"
    assert Branch(_ID, "", "Stuttgart").label == "Stuttgart"


def test_a_change_set_knows_what_it_touches() -> None:
    change_set = ChangeSet(_ID, "book", Author("a", Origin.USER), _NOON, (EntityChange(None, _appointment()),))
    assert change_set.touches(Appointment)
    assert not change_set.touches(Customer)
    assert change_set.changes[0].entity_id == _ID


def test_an_error_carries_its_code_and_parameters() -> None:
    assert CapacityExceededError(resource="Klara").error_code == "capacity_exceeded"
    error: TerminplanerError = CapacityExceededError("other", resource="Klara")
    assert (error.error_code, error.params) == ("other", {"resource": "Klara"})
