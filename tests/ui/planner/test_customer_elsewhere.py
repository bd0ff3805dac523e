"""What the current customer has on resources that are not shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QPushButton

from helpers.planner_desk import ANNA, MONDAY, Desk, only
from terminplaner.domain.when import AllDay
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.customer_elsewhere import CustomerElsewhere
from terminplaner.ui.planner.overviews.month_view import MonthView
from terminplaner.ui.planner.window import Mode

_HIDDEN = "Rosa Wolke"


def _prepare(desk: Desk, *, is_on: bool) -> None:
    services = desk.workplace.services
    services.settings.save(desk.session.actor, replace(services.settings.load(), show_customer_overlay=is_on))
    (customer, *_) = services.queries.customers("Sonnenschein")
    desk.put(desk.span("14:00", "14:30"), _HIDDEN, customer_id=customer.id)
    desk.put(desk.span("15:00", "15:30", MONDAY + timedelta(days=1)), _HIDDEN, customer_id=customer.id)
    shown = desk.show(desk.span("10:00", "10:30"), ANNA, customer_id=customer.id)
    desk.canvas.chosen.choose_one(shown.id)
    desk.settle()


def test_it_is_named_and_leads_there(desk: Desk) -> None:
    _prepare(desk, is_on=True)
    line = only(desk.page, CustomerElsewhere)
    assert line.isVisible()
    desk.press_button(f"{wording.short_date(MONDAY)} 14:00–14:30 bei {_HIDDEN}")
    desk.settle()
    names = {column.resource.name for column in desk.canvas.board.snapshot.columns}
    assert _HIDDEN in names
    assert not line.isVisible()


def test_a_link_stays_with_whoever_is_at_it(desk: Desk) -> None:
    _prepare(desk, is_on=True)
    links = only(desk.page, CustomerElsewhere).findChildren(QPushButton)
    desk.reload()
    assert only(desk.page, CustomerElsewhere).findChildren(QPushButton) == links


def test_it_goes_with_the_choice(desk: Desk) -> None:
    _prepare(desk, is_on=True)
    desk.canvas.chosen.choose_one(None)
    desk.settle()
    assert not only(desk.page, CustomerElsewhere).isVisible()


def test_it_goes_with_whom_is_booked_for(desk: Desk) -> None:
    _prepare(desk, is_on=True)
    other = desk.show(desk.span("12:00", "12:30"), ANNA)
    (customer, *_) = desk.workplace.services.queries.customers("Sonnenschein")
    desk.canvas.chosen.choose_one(other.id)
    desk.settle()
    line = only(desk.page, CustomerElsewhere)
    assert not line.isVisible()
    desk.page.commands.dialogs.book_for(customer, "Sabine Sonnenschein")
    desk.settle()
    assert line.isVisible()
    assert [row.appointment.customer_id for row in _marked(desk)] == [customer.id]
    desk.page.commands.dialogs.book_for(None)
    desk.settle()
    assert not line.isVisible()
    assert _marked(desk) == []


def test_the_month_marks_them_too(desk: Desk) -> None:
    _prepare(desk, is_on=True)
    desk.canvas.chosen.choose_one(None)
    desk.page.browsing.show_mode(Mode.MONTH)
    desk.settle()
    month = only(desk.page, MonthView)
    plain = month.viewport().grab().toImage()
    (customer, *_) = desk.workplace.services.queries.customers("Sonnenschein")
    month.book_for(customer.id)
    assert month.viewport().grab().toImage() != plain
    month.book_for(None)
    assert month.viewport().grab().toImage() == plain


def test_the_whole_days_of_the_page_that_comes_are_marked(desk: Desk) -> None:
    _prepare(desk, is_on=True)
    (customer, *_) = desk.workplace.services.queries.customers("Sonnenschein")
    tuesday = MONDAY + timedelta(days=1)
    desk.show(AllDay(tuesday, tuesday + timedelta(days=1)), ANNA, customer_id=customer.id)
    desk.page.commands.dialogs.book_for(customer, "Sabine Sonnenschein")
    desk.page.browsing.go_to(tuesday)
    desk.settle()
    marked = desk.canvas.lane.grab().toImage()
    desk.page.commands.dialogs.book_for(None)
    desk.settle()
    assert desk.canvas.lane.grab().toImage().copy(marked.rect()) != marked


def _marked(desk: Desk) -> list[AppointmentRow]:
    snapshot, ids = desk.canvas.board.snapshot, desk.canvas.overlay().of_customer
    return [row for row in snapshot.rows() if row.appointment.id in ids]


def test_without_the_option_nothing_is_said(desk: Desk) -> None:
    _prepare(desk, is_on=False)
    assert not only(desk.page, CustomerElsewhere).isVisible()
