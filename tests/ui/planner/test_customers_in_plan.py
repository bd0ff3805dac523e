"""From the customer to the plan and back."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from helpers.find import child, press
from helpers.planner_desk import ANNA, BEN, Desk, only
from terminplaner.ui.planner.appointment.customer_dialog import CustomerDialog
from terminplaner.ui.planner.booking_notice import BookingNotice


def test_the_next_new_appointment_is_for_the_customer_who_was_chosen(desk: Desk) -> None:
    customer = desk.workplace.services.queries.customers("1003")[0]
    desk.page.commands.dialogs.book_for(customer, customer.label)
    notice = only(desk.page, BookingNotice)
    assert notice.text == "Der nächste neue Termin ist für Özdemir, Aylin."
    desk.double_click(desk.spot(ANNA, "14:00"))
    desk.dialog.save()
    desk.settle()
    assert [row.customer_id for row in desk.everything()] == [customer.id]
    assert notice.text == ""
    desk.double_click(desk.spot(BEN, "15:00"))
    desk.dialog.save()
    desk.settle()
    assert [row.customer_id for row in desk.everything()] == [customer.id, None]


def test_booking_for_a_customer_is_ended_by_its_button(desk: Desk) -> None:
    customer = desk.workplace.services.queries.customers("1003")[0]
    desk.page.commands.dialogs.book_for(customer, customer.label)
    desk.press_button("Nicht mehr für diesen Kunden buchen")
    assert only(desk.page, BookingNotice).text == ""
    desk.double_click(desk.spot(ANNA, "14:00"))
    desk.dialog.save()
    desk.settle()
    assert [row.customer_id for row in desk.everything()] == [None]


def test_booking_for_a_customer_ends_where_the_customer_is_deleted(desk: Desk) -> None:
    services = desk.workplace.services
    customer = services.queries.customers("1003")[0]
    desk.page.commands.dialogs.book_for(customer, customer.label)
    services.master_data.delete(desk.workplace.session().actor, customer)
    desk.settle()
    assert only(desk.page, BookingNotice).text == ""


def test_the_customer_is_opened_from_the_menu_of_an_appointment(desk: Desk) -> None:
    customer = desk.workplace.services.queries.customers("1003")[0]
    stored = desk.show(desk.span("14:00", "15:00"), ANNA, customer_id=customer.id)
    row = desk.workplace.services.queries.appointment(stored.id)
    entries = {action.text().replace("&", ""): action for action in desk.page.wishes.menu_for(row, None).actions()}
    entries["Kunde öffnen …"].trigger()
    fields = only(desk.page, CustomerDialog)
    child(fields, QLineEdit, "Telefon").setText("0711 42")
    press(fields, "Speichern")
    desk.settle()
    assert desk.workplace.services.queries.customers("1003")[0].phone == "0711 42"
