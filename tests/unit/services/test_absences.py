"""Absences: who may enter them, and what they collide with."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.errors import InvalidInputError, PermissionDeniedError
from terminplaner.domain.when import AllDay
from terminplaner.services.checks import WarningCode
from terminplaner.services.settings import chain_settings

KLARA, ROOM = "Klara Himmel", "Kabine 1 Filiale Stgt."


def _tomorrow(shop: Shop) -> AllDay:
    day = shop.tomorrow_at(12).date()
    return AllDay(day, day + timedelta(days=1))


def _vacation(shop: Shop, *names: str) -> Absence:
    return Absence(
        uuid4(), AbsenceKind.VACATION, _tomorrow(shop), tuple(shop.resource(name).id for name in names or (KLARA,))
    )


def test_an_absence_names_what_is_booked_into_it_and_booking_warns(shop: Shop) -> None:
    booked = shop.planning.book(shop.admin, shop.appointment()).appointment
    shop.planning.book(shop.admin, shop.appointment(when=span(shop.tomorrow_at(10) + timedelta(days=1))))
    shop.planning.book(shop.admin, shop.appointment(ROOM))
    saved = shop.absences.save(shop.admin, _vacation(shop))
    assert [row.appointment for row in saved.colliding] == [booked]
    assert shop.absences.list() == (saved.absence,)
    (warning,) = shop.planning_questions.check(shop.appointment(when=span(shop.tomorrow_at(11)))).warnings
    assert (warning.code, warning.params["resource"]) == (WarningCode.ABSENT, KLARA)
    shop.absences.delete(shop.admin, saved.absence)
    assert shop.planning_questions.check(shop.appointment(when=span(shop.tomorrow_at(11)))).warnings == ()
    assert shop.absences.list() == ()


def test_what_shows_the_absence_itself_does_not_collide(shop: Shop) -> None:
    shop.planning.book(shop.admin, replace(shop.appointment(), shows_as_unavailable=True))
    assert shop.absences.colliding(_vacation(shop)) == ()


@pytest.mark.parametrize("is_busy", [False, True])
def test_what_is_free_in_google_collides_where_the_chain_says_so(shop: Shop, is_busy: bool) -> None:
    with shop.gate.open(shop.admin.author, "test") as passage:
        settings = chain_settings(passage.work)
        passage.work.put(replace(settings, google_free_events_busy=is_busy))
        passage.work.put(replace(shop.appointment(), is_transparent=True))
    assert len(shop.absences.colliding(_vacation(shop))) == is_busy


def test_a_closure_concerns_every_resource_of_its_branch(shop: Shop) -> None:
    for name in (KLARA, ROOM):
        shop.planning.book(shop.admin, shop.appointment(name))
    closed = Absence(uuid4(), AbsenceKind.CLOSURE, _tomorrow(shop), branch_id=shop.branch.id)
    assert len(shop.absences.save(shop.planner, closed).colliding) == 2
    assert len(shop.absences.colliding(replace(closed, branch_id=None))) == 2
    assert shop.absences.colliding(replace(closed, branch_id=uuid4())) == ()


def test_only_a_closure_is_without_resources(shop: Shop) -> None:
    with pytest.raises(InvalidInputError) as error:
        shop.absences.save(shop.admin, replace(_vacation(shop), resource_ids=()))
    assert error.value.error_code == "resource_missing"


def test_an_employee_enters_the_own_absence_and_no_other(shop: Shop) -> None:
    own = shop.absences.save(shop.employee, _vacation(shop)).absence
    others = shop.absences.save(shop.planner, _vacation(shop, KLARA, ROOM)).absence
    closed = Absence(uuid4(), AbsenceKind.CLOSURE, _tomorrow(shop))
    for forbidden in (_vacation(shop, ROOM), closed, replace(others, resource_ids=own.resource_ids)):
        with pytest.raises(PermissionDeniedError):
            shop.absences.save(shop.employee, forbidden)
    with pytest.raises(PermissionDeniedError):
        shop.absences.delete(shop.employee, others)
    shop.absences.delete(shop.employee, own)


def test_the_present_and_the_next_are_listed_first(shop: Shop) -> None:
    today = shop.clock.now().date()
    for ahead in (30, -40, 0, -3, 9):
        day = today + timedelta(days=ahead)
        shop.absences.save(shop.admin, replace(_vacation(shop), when=AllDay(day, day + timedelta(days=1))))
    listed = [absence.when.first_on for absence in shop.absences.list() if isinstance(absence.when, AllDay)]
    assert [(day - today).days for day in listed] == [0, 9, 30, -3, -40]
