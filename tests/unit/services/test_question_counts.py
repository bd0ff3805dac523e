"""How many questions reach the database does not grow with what is asked about at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from helpers.shop import Shop, open_shop, span
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.series import SeriesScope, first_day, when_on
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.checks import warnings_about
from terminplaner.services.planning import Move


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


def test_the_wishes_of_a_customer_are_asked_for_in_all_branches_at_once(shop: Shop) -> None:
    customer, *_ = shop.queries.customers()
    few = _questions(lambda: shop.waiting_list.of_customer(customer.id))
    deleting = _questions(lambda: shop.master_data.delete(shop.admin, customer))
    for number in range(2, 5):
        shop.master_data.save(shop.admin, Branch(uuid4(), f"{number:02}", f"Filiale {number}"))
    assert _questions(lambda: shop.waiting_list.of_customer(customer.id)) == few
    other = shop.queries.customers()[0]
    assert _questions(lambda: shop.master_data.delete(shop.admin, other)) == deleting


def test_reminders_are_asked_for_at_once(shop: Shop) -> None:
    ids = frozenset(resource.id for resource in shop.queries.resources())
    for resource in shop.queries.resources():
        shop.master_data.save(shop.admin, replace(resource, reminder_minutes=10))
    one = frozenset(list(ids)[:1])
    few = _questions(lambda: shop.reminders.upcoming(shop.admin, timedelta(minutes=1), one))
    assert _questions(lambda: shop.reminders.upcoming(shop.admin, timedelta(minutes=1), ids)) == few


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


def _year_of_days(shop: Shop, count: int) -> tuple[Appointment, ...]:
    """A daily series of Klara's, in no one's way."""
    daily = Recurrence(Frequency.DAILY, count=count)
    return shop.series.book(shop.admin, shop.appointment(), daily, includes_holidays=True).appointments


def _preview(shop: Shop, count: int) -> Callable[[], object]:
    daily = Recurrence(Frequency.DAILY, count=count)
    return lambda: shop.series.preview(shop.appointment(), daily)


def _book(shop: Shop, count: int) -> Callable[[], object]:
    return lambda: _year_of_days(shop, count)


def _move_all(shop: Shop, count: int) -> Callable[[], object]:
    first, *_ = _year_of_days(shop, count)
    moved = replace(first, when=span(shop.tomorrow_at(11)))
    return lambda: shop.series.change(shop.admin, moved, SeriesScope.ALL)


def _cancel_all(shop: Shop, count: int) -> Callable[[], object]:
    first, *_ = _year_of_days(shop, count)
    return lambda: shop.series.cancel(shop.admin, first.id, SeriesScope.ALL)


def _cancel_many(shop: Shop, count: int) -> Callable[[], object]:
    ids = [row.id for row in _year_of_days(shop, count)]
    return lambda: shop.planning.cancel_many(shop.admin, ids)


def _change_many(shop: Shop, count: int) -> Callable[[], object]:
    copies = [replace(row, text="Brille") for row in _year_of_days(shop, count)]
    return lambda: shop.planning.change_many(shop.admin, copies)


def _move_many(shop: Shop, count: int) -> Callable[[], object]:
    hour = timedelta(hours=1)
    moves = [
        Move(row.id, row.revision, span(row.when.interval(shop.branch.tz).start_at + hour), row.resource_ids)
        for row in _year_of_days(shop, count)
    ]
    return lambda: shop.planning.move_many(shop.admin, moves)


def _carry_over(days: int) -> Callable[[Shop, int], Callable[[], object]]:
    def carry_over(shop: Shop, count: int) -> Callable[[], object]:
        """By a week into a place that was given up, so that each follows where the next one stood."""
        weekly = Recurrence(Frequency.WEEKLY, count=count)
        booked = shop.series.book(shop.admin, shop.appointment(), weekly, includes_holidays=True).appointments
        before, given_up = booked[10:12]
        shop.planning.cancel(shop.admin, given_up.id)
        zone = shop.branch.tz
        when = when_on(before.when, first_day(before.when, zone) + timedelta(days=days), zone)
        after = shop.planning.move(shop.admin, before.id, before.revision, when, before.resource_ids).appointment
        return lambda: shop.series_moves.carry_over(shop.admin, before, after)

    return carry_over


def _undo(do: Callable[[Shop, int], Callable[[], object]], shop: Shop, count: int) -> Callable[[], object]:
    do(shop, count)()
    return lambda: shop.undo.undo(shop.admin)


def _redo(do: Callable[[Shop, int], Callable[[], object]], shop: Shop, count: int) -> Callable[[], object]:
    _undo(do, shop, count)()
    return lambda: shop.undo.redo(shop.admin)


@pytest.mark.parametrize("step", [None, _undo, _redo], ids=["do", "undo", "redo"])
@pytest.mark.parametrize(
    "do",
    [
        _book,
        _move_all,
        _cancel_all,
        _cancel_many,
        _change_many,
        _move_many,
        pytest.param(_carry_over(1), id="_carry_over_by_a_day"),
        pytest.param(_carry_over(7), id="_carry_over_by_a_week"),
    ],
)
def test_a_long_series_takes_as_many_statements_as_a_short_one(
    tmp_path: Path, do: Callable[[Shop, int], Callable[[], object]], step: Any
) -> None:
    """Each of a thousand with a few of its own would take ten seconds."""

    def statements(count: int) -> int:
        folder = tmp_path / str(count)
        folder.mkdir()
        shop = open_shop(folder)
        try:
            return _questions(step(do, shop, count) if step else do(shop, count))
        finally:
            shop.store.close()

    assert statements(60) == statements(20)


def test_a_long_preview_takes_as_many_statements_as_a_short_one(shop: Shop) -> None:
    """Where nothing is in the way, and where something is every day."""
    assert _questions(_preview(shop, 999)) == _questions(_preview(shop, 9))
    _year_of_days(shop, 60)
    assert _questions(_preview(shop, 60)) == _questions(_preview(shop, 20))


def test_moves_back_into_many_series_take_as_many_statements_as_into_few(tmp_path: Path) -> None:
    """While they are stored their resources are held."""

    def statements(count: int) -> int:
        folder = tmp_path / str(count)
        folder.mkdir()
        shop = open_shop(folder)
        try:
            alone = replace(shop.appointment(), is_parallel=True)
            weekly = Recurrence(Frequency.WEEKLY, count=2)
            wishes = [replace(alone, id=uuid4()) for _ in range(count)]
            firsts = [shop.series.book(shop.admin, wish, weekly).appointments[0] for wish in wishes]
            there = span(shop.tomorrow_at(15))
            away = [Move(row.id, row.revision, there, row.resource_ids) for row in firsts]
            moved = shop.planning.move_many(shop.admin, away).appointments
            back = [Move(row.id, row.revision, firsts[0].when, row.resource_ids) for row in moved]
            return _questions(lambda: shop.planning.move_many(shop.admin, back))
        finally:
            shop.store.close()

    assert statements(8) == statements(2)
