"""The first content of a chain."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from helpers.color_vision import EYES, distance
from helpers.databases import SetClock
from helpers.shop import Shop
from helpers.stores import sqlite_store
from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.people import Role, User
from terminplaner.domain.resource import Resource
from terminplaner.services.founding import add_sample, found_chain
from terminplaner.services.gate import Gate

FAR_APART = 12
"""Six times what is noticed side by side, as the colors stand far from one another."""


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Gate]:
    store = sqlite_store(tmp_path, SetClock())
    yield Gate(store)
    store.close()


def test_a_chain_is_founded_once(gate: Gate) -> None:
    assert found_chain(gate)
    assert not found_chain(gate)
    with gate.store.read() as reader:
        assert len(reader.list(ChainSettings)) == len(reader.list(Branch)) == 1
        [admin] = reader.list(User)
        assert (admin.name, admin.role, admin.password_hash) == ("admin", Role.ADMINISTRATOR, "")
        assert len(reader.list(AppointmentType)) == 11
        assert len(reader.list(AppointmentStatus)) == 6
        assert len(reader.list_change_sets()) == 1


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("kind", [AppointmentType, AppointmentStatus])
def test_no_two_colors_look_alike_to_any_eyes(
    gate: Gate, kind: type[AppointmentType | AppointmentStatus], eyes: str
) -> None:
    found_chain(gate)
    with gate.store.read() as reader:
        pairs = combinations([(entry.name, entry.color) for entry in reader.list(kind)], 2)
    alike = [(one[0], other[0]) for one, other in pairs if distance(one[1], other[1], eyes) < FAR_APART]
    assert not alike


def test_the_sample_comes_once_and_without_appointments(shop: Shop) -> None:
    before = shop.queries.resources()
    assert not add_sample(shop.gate)
    assert shop.queries.resources() == before
    assert len(before) == 12
    with shop.store.read() as reader:
        assert {resource.name for resource in reader.list(Resource)} >= {"Klara Himmel", "Phil Fraß", "Sham Painé"}
        assert reader.list(Branch)[0].label == "01 Stuttgart"


def test_a_gate_tells_its_listeners_what_changed(gate: Gate) -> None:
    heard: list[str] = []
    gate.subscribe(lambda change_set: heard.append(change_set.command))
    found_chain(gate)
    found_chain(gate)
    assert heard == ["found"]
