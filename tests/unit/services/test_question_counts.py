"""How many questions reach the database does not grow with what is asked about at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import event
from sqlalchemy.engine import Engine

from helpers.shop import Shop, span
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.checks import warnings_about


@contextmanager
def _counted() -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def _questions(ask: Callable[[], object]) -> int:
    with _counted() as statements:
        ask()
    return len(statements)


def test_the_plan_asks_as_much_for_many_resources_as_for_one(shop: Shop) -> None:
    ids = tuple(resource.id for resource in shop.queries.resources())
    now = shop.clock.now()
    few = _questions(lambda: shop.queries.plan(ids[:1], now, now + timedelta(days=1)))
    assert _questions(lambda: shop.queries.plan(ids, now, now + timedelta(days=1))) == few


def test_the_waiting_list_asks_for_its_customers_at_once(shop: Shop) -> None:
    def add(customer_id: UUID) -> None:
        entry = WaitingListEntry(uuid4(), shop.branch.id, shop.clock.now(), "", customer_id=customer_id)
        shop.waiting_list.add(shop.admin, entry)

    first, *others = (customer.id for customer in shop.queries.customers())
    add(first)
    few = _questions(lambda: shop.waiting_list.rows(shop.branch.id))
    for customer_id in others:
        add(customer_id)
    assert _questions(lambda: shop.waiting_list.rows(shop.branch.id)) == few


def test_several_appointments_are_looked_at_for_warnings_together(shop: Shop) -> None:
    drafts = [replace(shop.appointment(), when=span(shop.tomorrow_at(hour))) for hour in range(5, 20)]

    def ask(appointments: list[Appointment]) -> Callable[[], object]:
        def run() -> object:
            with shop.store.read() as reader:
                return warnings_about(reader, appointments, shop.clock.now())

        return run

    assert _questions(ask(drafts)) == _questions(ask(drafts[:1]))


def test_a_new_text_leaves_the_resources_alone(shop: Shop) -> None:
    booked = shop.planning.book(shop.admin, shop.appointment()).appointment
    with _counted() as statements:
        shop.planning.change(shop.admin, replace(booked, text="Brille"))
    assert not [statement for statement in statements if "INTO appointment_resource" in statement]
