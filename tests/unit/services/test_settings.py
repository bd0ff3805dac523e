"""Chain settings as a whole and by key."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from helpers.shop import Shop
from terminplaner.domain.chain import DeletionPolicy, PrivacyLevel
from terminplaner.domain.errors import InvalidInputError, PermissionDeniedError, StaleRevisionError
from terminplaner.services.settings import keys

_CLIENT = json.dumps(
    {"installed": {"client_id": "i", "client_secret": "s", "auth_uri": "https://a", "token_uri": "https://t"}}
)


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("google_sync", "on", "on"),
        ("google_sync", "TRUE", "on"),
        ("allow_overbooking", "0", "off"),
        ("sync_interval_minutes", "60", "60"),
        ("google_privacy", "busy", "busy"),
        ("google_deletions", "ask", "ask"),
        ("chain_name", "Sehgut & Söhne", "Sehgut & Söhne"),
        ("google_client", _CLIENT, "i"),
        ("only_from_templates", "on", "on"),
        ("color_by", "status", "status"),
        ("google_allow_change", "off", "off"),
        ("google_allow_deletion", "off", "off"),
        ("google_free_events_busy", "on", "on"),
        ("google_all_day_busy", "off", "off"),
        ("google_look_back_days", "28", "28"),
    ],
)
def test_a_key_is_set_and_shown(shop: Shop, key: str, value: str, shown: str) -> None:
    shop.settings.set(shop.admin, key, value)
    assert shop.settings.get(key) == shown


def test_the_defaults(shop: Shop) -> None:
    settings = shop.settings.load()
    assert (settings.google_privacy, settings.google_deletions) == (
        PrivacyLevel.INITIALS,
        DeletionPolicy.ASK_CUSTOMER,
    )
    assert shop.settings.get("sync_interval_minutes") == "5"
    assert "id" not in keys()


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("google_sync", "vielleicht", "setting_value"),
        ("sync_interval_minutes", "fünf", "setting_value"),
        ("sync_interval_minutes", "-1", "setting_value"),
        ("google_look_back_days", "vier Wochen", "setting_value"),
        ("google_look_back_days", "29", "number_out_of_range"),
        ("google_allow_change", "2", "setting_value"),
        ("sync_interval_minutes", "0", "number_out_of_range"),
        ("sync_interval_minutes", "61", "number_out_of_range"),
        ("google_privacy", "alles", "setting_value"),
        ("calendar_period_until_on", "2030-01-01", "calendar_period_fixed"),
        ("google_client", "kein JSON", "client_file_invalid"),
        ("google_client", '{"web": {}}', "client_file_invalid"),
        ("google_client", '{"installed": []}', "client_file_invalid"),
        ("google_client", _CLIENT.replace('"s"', "7"), "client_file_invalid"),
        ("id", "x", "unknown_setting"),
        ("revision", "1", "unknown_setting"),
    ],
)
def test_what_does_not_fit_is_refused(shop: Shop, key: str, value: str, code: str) -> None:
    before = shop.settings.load()
    with pytest.raises(InvalidInputError) as refusal:
        shop.settings.set(shop.admin, key, value)
    assert refusal.value.error_code == code
    assert shop.settings.load() == before


def test_an_unknown_key_is_not_shown(shop: Shop) -> None:
    with pytest.raises(InvalidInputError):
        shop.settings.get("nonsense")


def test_only_administrators_set(shop: Shop) -> None:
    for actor in (shop.planner, shop.employee):
        with pytest.raises(PermissionDeniedError):
            shop.settings.set(actor, "google_sync", "on")


def test_two_who_save_at_once(shop: Shop) -> None:
    read = shop.settings.load()
    shop.settings.save(shop.admin, replace(read, chain_name="A"))
    with pytest.raises(StaleRevisionError):
        shop.settings.save(shop.admin, replace(read, chain_name="B"))
