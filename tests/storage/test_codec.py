"""The JSON of the change log."""

from __future__ import annotations

import json
from typing import Any

import pytest

from helpers.stored_values import APPOINTMENT, ENTITIES, RECORDS, TYPE, WHOLE_DAYS
from terminplaner.domain.appointment import Appointment, AppointmentType
from terminplaner.domain.calendar_link import GoogleAccount
from terminplaner.storage.codec import from_json, to_json


@pytest.mark.parametrize("value", [*ENTITIES, *RECORDS], ids=lambda value: type(value).__name__)
def test_every_value_survives_json(value: Any) -> None:
    if isinstance(value, GoogleAccount):  # the one with bytes, which never enter the log
        with pytest.raises(TypeError):
            to_json(value)
        return
    assert from_json(type(value), json.loads(json.dumps(to_json(value)))) == value


def test_the_two_kinds_of_time_are_told_apart() -> None:
    for entity in (APPOINTMENT, WHOLE_DAYS):
        assert from_json(Appointment, to_json(entity)).when == entity.when


def test_an_older_programs_entry_takes_defaults_and_a_newer_ones_is_cut() -> None:
    data = to_json(TYPE)
    del data["position"]
    data["invented_later"] = 1
    found = from_json(AppointmentType, data)
    assert (found.name, found.position) == (TYPE.name, 0)
