"""Pages of a search, and the appointments of one customer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from helpers.shop import Shop, span
from terminplaner.domain.appointment import Appointment
from terminplaner.services.search import PAGE
from terminplaner.services.store_queries import AppointmentSearch


def test_pages_go_on_to_the_end(shop: Shop) -> None:
    first_at = shop.tomorrow_at(0)
    with shop.gate.open(shop.admin.author, "test") as passage:
        for number in range(PAGE + 1):
            when = span(first_at + timedelta(hours=number))
            passage.work.put(shop.appointment(when=when, text=f"Messe {number}"))
    page = shop.finder.page(AppointmentSearch("messe"))
    rest = shop.finder.page(AppointmentSearch("messe"), page.following)
    assert [row.appointment.text for row in page.rows + rest.rows] == [
        f"Messe {number}" for number in range(PAGE, -1, -1)
    ]
    assert rest.following is None


def test_the_last_and_the_next_appointments_of_a_customer_come_nearest_first(shop: Shop) -> None:
    customer = shop.queries.customers("Sonnenschein")[0]
    now = shop.clock.now()

    def put(hours: float, text: str) -> Appointment:
        appointment = shop.appointment(when=span(now + timedelta(hours=hours)), text=text)
        with shop.gate.open(shop.admin.author, "test") as passage:
            return passage.work.put(replace(appointment, customer_id=customer.id))

    put_down = {hours: put(hours, str(hours)).id for hours in (-50, -25, -0.5, -0.25, 0, 1, 30)}
    cancelled = put(2, "storniert")
    shop.planning.cancel(shop.admin, cancelled.id)

    def told(without: float | None = None) -> list[list[str]]:
        found = shop.customers.appointments(customer.id, 2, put_down[without] if without is not None else None)
        return [[row.appointment.text for row in rows] for rows in (found.past, found.running, found.coming)]

    assert told() == [["-0.5", "-25"], ["-0.25"], ["0", "1"]]
    assert told(without=0) == [["-0.5", "-25"], ["-0.25"], ["1", "30"]]
    assert told(without=-0.25) == [["-0.5", "-25"], [], ["0", "1"]]
    assert told(without=-25) == [["-0.5", "-50"], ["-0.25"], ["0", "1"]]
