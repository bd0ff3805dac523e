"""The plan as the planner asks for it, and the rules of views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from typing import Any
from uuid import uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.chain import ColorBy
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.people import Customer
from terminplaner.domain.view import PlannerView, ViewColumn
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan


def plan_of(shop: Shop, *, with_cancelled: bool = False) -> Plan:
    klara = shop.resource("Klara Himmel").id
    now = shop.clock.now()
    return shop.queries.plan((klara,), now, now + timedelta(days=3), with_cancelled=with_cancelled)


def booked(shop: Shop, **fields: Any) -> AppointmentRow:
    shop.planning.book(shop.admin, replace(shop.appointment(), **fields))
    return plan_of(shop).rows[0]


def view_of(shop: Shop, **fields: Any) -> PlannerView:
    columns = (ViewColumn(shop.resource("Klara Himmel").id),)
    return replace(PlannerView(uuid4(), "Eigene", "Eigene", columns=columns), **fields)


def test_cancelled_ones_come_only_where_they_are_asked_for(shop: Shop) -> None:
    row = booked(shop)
    shop.planning.cancel(shop.admin, row.appointment.id)
    assert plan_of(shop).rows == ()
    assert [one.appointment.is_cancelled for one in plan_of(shop, with_cancelled=True).rows] == [True]


def test_what_lies_in_an_absence_says_so(shop: Shop) -> None:
    begins = shop.tomorrow_at(10)
    row = booked(shop)
    booked(shop, when=span(shop.tomorrow_at(13)), text="danach")
    booked(shop, when=span(begins), text="ist selbst eine", shows_as_unavailable=True, is_parallel=True)
    vacation = Absence(uuid4(), AbsenceKind.VACATION, span(begins, 60), row.appointment.resource_ids)
    shop.absences.save(shop.admin, vacation)
    found = {one.appointment.text: [absence.id for absence in one.absences] for one in plan_of(shop).rows}
    assert found == {row.appointment.text: [vacation.id], "danach": [], "ist selbst eine": []}


def test_each_status_has_a_letter_of_its_own(shop: Shop) -> None:
    statuses = shop.queries.choices().statuses
    for number, status in enumerate(statuses):
        begins = shop.tomorrow_at(8) + timedelta(hours=number)
        if not status.means_cancelled:
            booked(shop, when=span(begins), status_id=status.id)
    signs = {row.status.name: row.status_sign for row in plan_of(shop).rows if row.status is not None}
    assert signs == {"Vorgeschlagen": "V", "Bestätigt": "B", "Erschienen": "E", "Erledigt": "R"}


def test_a_year_is_asked_for_with_those_appointments_only_that_keep_somebody_away(shop: Shop) -> None:
    row = booked(shop)
    shop.planning.book(
        shop.admin, replace(shop.appointment(text="Messe"), shows_as_unavailable=True, is_parallel=True)
    )
    klara, now = row.resources[0], shop.clock.now()
    plan = shop.queries.plan_of_absences((klara.id,), now, now + timedelta(days=365))
    assert [one.appointment.text for one in plan.rows] == ["Messe"]
    assert (plan.resources, plan.branches) == ((klara,), {klara.id: shop.branch})


def test_the_days_with_appointments_are_known(shop: Shop) -> None:
    tomorrow = shop.tomorrow_at(10)
    day = tomorrow.astimezone(shop.branch.tz).date()
    shop.planning.book(shop.admin, shop.appointment(when=span(tomorrow)))
    klara = shop.resource("Klara Himmel").id
    first, last = day - timedelta(days=5), day + timedelta(days=5)
    assert shop.queries.busy_days((klara,), first, last, shop.branch.tz) == {day}
    assert shop.queries.busy_days((klara,), first, day - timedelta(days=1), shop.branch.tz) == frozenset()


@pytest.mark.parametrize("color_by", list(ColorBy))
def test_an_appointment_takes_the_color_the_chain_chose(shop: Shop, color_by: ColorBy) -> None:
    shop.settings.save(shop.admin, replace(shop.settings.load(), color_by=color_by))
    kind, status = shop.queries.types()[1], shop.queries.statuses()[1]
    row = booked(shop, type_id=kind.id, status_id=status.id)
    colors = {ColorBy.TYPE: kind.color, ColorBy.STATUS: status.color, ColorBy.RESOURCE: row.resources[0].color}
    assert row.color == colors[color_by]


def test_without_a_type_there_is_no_color_of_a_type(shop: Shop) -> None:
    assert booked(shop).color == ""


def test_hidden_names_are_numbers(shop: Shop) -> None:
    with shop.store.read() as reader:
        customer = reader.list(Customer)[0]
    assert booked(shop, customer_id=customer.id).customer_name == customer.label
    shop.settings.save(shop.admin, replace(shop.settings.load(), hide_customer_names=True))
    assert plan_of(shop).rows[0].customer_name == customer.number


def test_views_come_by_their_position(shop: Shop) -> None:
    shop.master_data.save(shop.admin, view_of(shop, position=5))
    assert [view.title for view in shop.queries.views()] == ["Eigene", "Team", "Kabinen", "Sehtest-Woche"]


@pytest.mark.parametrize(
    ("flaw", "code"),
    [
        ({"name": " "}, "field_missing"),
        ({"title": ""}, "field_missing"),
        ({"columns": ()}, "field_missing"),
        ({"days": 0}, "number_out_of_range"),
        ({"days": 32}, "number_out_of_range"),
        ({"raster_minutes": 4}, "number_out_of_range"),
        ({"starts_at": time(10), "ends_at": time(10)}, "end_before_start"),
        ({"name": "team"}, "name_taken"),
    ],
)
def test_a_flaw_of_a_view_is_named(shop: Shop, flaw: dict[str, Any], code: str) -> None:
    assert refusal_of(shop, lambda: view_of(shop, **flaw)) == code


def test_a_resource_stands_in_a_view_once(shop: Shop) -> None:
    twice = view_of(shop).columns * 2
    assert refusal_of(shop, lambda: view_of(shop, columns=twice)) == "view_names_resource_twice"


def test_a_view_may_end_at_midnight(shop: Shop) -> None:
    assert shop.master_data.save(shop.admin, view_of(shop, ends_at=time(0))).revision == 1


def refusal_of(shop: Shop, make: Callable[[], PlannerView]) -> str:
    with pytest.raises(InvalidInputError) as refusal:
        shop.master_data.save(shop.admin, make())
    return refusal.value.error_code
