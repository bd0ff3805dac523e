"""Who changed what: looked up with the names of what was meant."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from helpers.shop import Shop
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import PermissionDeniedError
from terminplaner.domain.people import Customer
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.services.change_log import ChangeLog, LogRow
from terminplaner.services.store_queries import ChangeLogQuery


@pytest.fixture
def log(shop: Shop) -> ChangeLog:
    return ChangeLog(shop.store)


def _names(row: LogRow) -> set[str]:
    return set(row.names.values())


def test_what_changed_is_told_with_names(shop: Shop, log: ChangeLog) -> None:
    (customer,) = shop.queries.customers("Nowak")
    booked = shop.planning.book(shop.planner, replace(shop.appointment(), customer_id=customer.id)).appointment
    thor = shop.resource("Thor Schuss")
    shop.planning.move(shop.planner, booked.id, booked.revision, booked.when, (thor.id,))
    moved, made = log.page(shop.planner, ChangeLogQuery(kinds=(Appointment,)))
    assert (moved.change_set.command, made.change_set.command) == ("move", "book")
    assert moved.change_set.author.name == "petra"
    assert {"Klara Himmel", "Thor Schuss", "Nowak, Jan", "01 Stuttgart"} <= _names(moved)


def test_a_customers_name_obeys_the_chain(shop: Shop, log: ChangeLog) -> None:
    (customer,) = shop.queries.customers("Nowak")
    shop.planning.book(shop.planner, replace(shop.appointment(), customer_id=customer.id))
    shop.settings.set(shop.admin, "hide_customer_names", "on")
    (row,) = log.page(shop.planner, ChangeLogQuery(kinds=(Appointment,)))
    assert row.hides_customers
    assert customer.number in _names(row)
    assert "Nowak, Jan" not in _names(row)


def test_a_series_names_what_its_pattern_refers_to(shop: Shop, log: ChangeLog) -> None:
    shop.series.book(shop.planner, shop.appointment(), Recurrence(Frequency.DAILY, count=3))
    (row,) = log.page(shop.planner, ChangeLogQuery(kinds=(Appointment,)))
    assert row.count == 4, "the series and its three appointments"
    assert "Klara Himmel" in _names(row)


def test_the_whole_log_is_not_for_everybody(shop: Shop, log: ChangeLog) -> None:
    booked = shop.planning.book(shop.planner, shop.appointment()).appointment
    with pytest.raises(PermissionDeniedError):
        log.page(shop.employee, ChangeLogQuery())
    with pytest.raises(PermissionDeniedError):
        log.authors(shop.employee)
    (row,) = log.page(shop.employee, ChangeLogQuery(entity_id=booked.id))
    assert row.change_set.command == "book"


def test_who_left_is_still_named(shop: Shop, log: ChangeLog) -> None:
    shop.master_data.save(shop.planner, Customer(uuid4(), "4711", "Neu"))
    shop.master_data.delete(shop.admin, shop.planner.user)
    assert "petra" in log.authors(shop.admin)
