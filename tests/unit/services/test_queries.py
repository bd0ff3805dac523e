"""The read models the windows and the command line show."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from unittest.mock import Mock
from uuid import uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.chain import Branch
from terminplaner.domain.errors import NotFoundError
from terminplaner.services.branches import branch_of
from terminplaner.services.resource_rows import ResourceFilter
from terminplaner.services.store_queries import AppointmentQuery


def test_resources_are_found_by_name_branch_and_visibility(shop: Shop) -> None:
    hidden = shop.master_data.save(shop.admin, replace(shop.resource("Theo Dor"), is_visible=False))
    ulm = shop.master_data.save(shop.admin, Branch(uuid4(), "02", "Ulm"))

    def names(wanted: ResourceFilter) -> set[str]:
        return {row.resource.name for row in shop.queries.find_resources(wanted)}

    assert names(ResourceFilter(name="kabine")) == {"Kabine 1 Filiale Stgt.", "Kabine 2 Filiale Stgt."}
    assert hidden.name not in names(ResourceFilter())
    assert hidden.name in names(ResourceFilter(include_hidden=True))
    assert names(ResourceFilter(branch_id=ulm.id)) == {"Administrator AMPAREX", "Rosa Wolke", "Thor Schuss"}
    assert len(names(ResourceFilter(place_branch_id=shop.branch.id))) == 3


def test_what_dialogs_offer_stood_together_at_one_moment(shop: Shop) -> None:
    store = Mock(wraps=shop.queries.store)
    choices = replace(shop.queries, store=store).choices()
    assert store.read.call_count == 1
    assert (choices.resources, choices.types) == (shop.queries.resources(), shop.queries.types())
    assert (choices.statuses, choices.branches) == (shop.queries.statuses(), shop.queries.branches())


def test_a_resource_row_says_where_and_who(shop: Shop) -> None:
    rows = {row.resource.name: row for row in shop.queries.find_resources(ResourceFilter())}
    klara, room, rosa = rows["Klara Himmel"], rows["Kabine 1 Filiale Stgt."], rows["Rosa Wolke"]
    assert klara.employee is not None
    assert (klara.visibility, klara.place, klara.employee.label) == ("01 Stuttgart", "", "Himmel, Klara")
    assert (room.place, room.employee, room.link) == ("01 Stuttgart", None, None)
    assert rosa.visibility is None


@pytest.mark.parametrize(
    ("search", "found"),
    [("schmidt", 2), ("schmidt, hans", 1), ("1003", 1), ("zoë", 1), ("", 8), ("niemand", 0)],
)
def test_customers_are_found_by_number_and_name(shop: Shop, search: str, found: int) -> None:
    assert len(shop.queries.customers(search)) == found


def test_a_row_shows_the_customer_else_the_text_else_the_type(shop: Shop) -> None:
    customer, kind = shop.queries.customers("1001")[0], shop.queries.types()[0]
    whole = replace(shop.appointment(text="Text"), customer_id=customer.id, type_id=kind.id)
    titles = []
    for offset, appointment in enumerate(
        (
            whole,
            replace(whole, id=uuid4(), customer_id=None),
            replace(whole, id=uuid4(), customer_id=None, text=""),
            replace(whole, id=uuid4(), customer_id=None, text="", type_id=None),
        )
    ):
        when = span(shop.tomorrow_at(9 + offset))
        booked = shop.planning.book(shop.admin, replace(appointment, when=when)).appointment
        titles.append(shop.queries.appointment(booked.id).called("Privat", "Termin"))
    assert titles == ["Mustermann, Max", "Text", kind.name, "Termin"]


def test_a_plan_has_the_resources_in_the_order_asked_for(shop: Shop) -> None:
    thor, klara = shop.resource("Thor Schuss"), shop.resource("Klara Himmel")
    booked = shop.planning.book(shop.admin, shop.appointment()).appointment
    shop.planning.book(shop.admin, shop.appointment("Rosa Wolke"))
    day = shop.tomorrow_at(0)
    plan = shop.queries.plan((thor.id, klara.id, uuid4()), day, day + timedelta(days=1))
    assert plan.resources == (thor, klara)
    assert [row.appointment for row in plan.rows] == [booked]
    assert len(plan.availabilities[klara.id]) == 6
    assert shop.queries.plan((klara.id,), day - timedelta(days=1), day).rows == ()


def test_what_is_not_there_is_not_found(shop: Shop) -> None:
    with pytest.raises(NotFoundError):
        shop.queries.appointment(uuid4())
    assert shop.queries.appointments(AppointmentQuery()) == ()


def test_the_lists_are_in_their_order(shop: Shop) -> None:
    assert [row.name for row in shop.queries.types()][:2] == ["Beratung", "Sehtest"]
    assert shop.queries.statuses()[0].name == "Vorgeschlagen"
    assert shop.queries.employees()[0].last_name == "Administrator AMPAREX"
    assert "admin" in {user.name for user in shop.users.list()}


def test_a_resource_belongs_to_its_place_its_employee_or_where_it_is_seen(shop: Shop) -> None:
    ulm = shop.master_data.save(shop.admin, Branch(uuid4(), "02", "Ulm"))
    room, klara, device = (
        shop.resource(name) for name in ("Kabine 1 Filiale Stgt.", "Klara Himmel", "Refraction und Kontaktlinse")
    )
    with shop.store.read() as reader:
        assert branch_of(reader, replace(room, branch_id=ulm.id)) == ulm
        assert branch_of(reader, klara) == shop.branch
        assert branch_of(reader, replace(device, visible_branch_ids=(ulm.id,))) == ulm
        assert branch_of(reader, replace(device, visible_branch_ids=())) == shop.branch
