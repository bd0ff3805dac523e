"""An appointment that goes to a resource of another branch."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from helpers.shop import Shop
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, day_start
from terminplaner.services.checks import WarningCode
from terminplaner.services.planning import Move
from terminplaner.services.store_queries import AppointmentQuery

_EPIPHANY = AllDay(date(2027, 1, 6), date(2027, 1, 7))
"""A holiday in Baden-Württemberg, not in Berlin."""


@pytest.fixture
def away(shop: Shop) -> Resource:
    """A room in a branch far from Stuttgart."""
    with shop.gate.open(Author("test", Origin.SYSTEM), "arrange") as passage:
        branch = passage.work.put(Branch(uuid4(), "02", "Las Palmas", zone="Atlantic/Canary", federal_state="BE"))
        return passage.work.put(Resource(uuid4(), "Kabine Las Palmas", branch_id=branch.id))


def test_it_follows_its_first_resource(shop: Shop, away: Resource) -> None:
    booked = shop.planning.book(shop.admin, shop.appointment(when=_EPIPHANY)).appointment
    outcome = shop.planning.change(shop.admin, replace(booked, resource_ids=(away.id,)))
    assert outcome.appointment.branch_id == away.branch_id
    assert WarningCode.HOLIDAY not in {warning.code for warning in outcome.warnings}
    midnight = day_start(_EPIPHANY.end_on, shop.branch.tz)
    (row,) = shop.queries.appointments(AppointmentQuery(resource_ids=(away.id,), from_at=midnight))
    assert row.zone.key == "Atlantic/Canary", "there the day lasts an hour longer"
    back = shop.planning.move(
        shop.admin, booked.id, outcome.appointment.revision, _EPIPHANY, booked.resource_ids
    ).appointment
    assert back.branch_id == shop.branch.id


def test_several_moved_at_once_follow_too(shop: Shop, away: Resource) -> None:
    booked = shop.planning.book(shop.admin, shop.appointment()).appointment
    move = Move(booked.id, booked.revision, booked.when, (away.id,))
    (moved,) = shop.planning.move_many(shop.admin, (move,)).appointments
    assert moved.branch_id == away.branch_id


def test_a_further_resource_changes_nothing(shop: Shop, away: Resource) -> None:
    booked = shop.planning.book(shop.admin, shop.appointment()).appointment
    both = shop.planning.change(shop.admin, replace(booked, resource_ids=(*booked.resource_ids, away.id)))
    assert both.appointment.branch_id == shop.branch.id


def test_a_branch_that_somebody_chose_stays(shop: Shop, away: Resource) -> None:
    assert away.branch_id is not None
    booked = shop.planning.book(shop.admin, replace(shop.appointment(), branch_id=away.branch_id)).appointment
    chosen = replace(booked, branch_id=shop.branch.id, resource_ids=(away.id,))
    assert shop.planning.change(shop.admin, chosen).appointment.branch_id == shop.branch.id


def test_undo_puts_it_back_into_its_branch(shop: Shop, away: Resource) -> None:
    booked = shop.planning.book(shop.admin, shop.appointment()).appointment
    shop.planning.change(shop.admin, replace(booked, resource_ids=(away.id,)))
    shop.undo.undo(shop.admin)
    assert shop.stored(booked.id).branch_id == shop.branch.id
