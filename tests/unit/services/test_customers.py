"""Taking up customers, deleting them, and who has the same name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import InvalidInputError, NotFoundError
from terminplaner.domain.people import Customer
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.series import SeriesScope
from terminplaner.domain.waiting_list import WaitingListEntry


def customer_named(shop: Shop, name: str) -> Customer:
    (found,) = shop.queries.customers(name)
    return found


def test_a_new_customer_may_bring_a_number_and_a_pop_up(shop: Shop) -> None:
    wanted = Customer(uuid4(), "K-5", "Neu", "Nina", pop_up="Hört schlecht")
    stored = shop.customers.create(shop.employee, wanted)
    assert (stored.number, stored.pop_up, stored.initials) == ("K-5", "Hört schlecht", "NN")
    with pytest.raises(InvalidInputError, match="name_taken"):
        shop.customers.create(shop.employee, replace(wanted, id=uuid4(), number="k-5"))


def test_who_has_the_same_name_is_said_whatever_the_accents(shop: Shop) -> None:
    other = shop.customers.create(shop.admin, Customer(uuid4(), "", "Müller-Weiß", "Änne"))
    assert shop.customers.namesakes("muller weiss", "anne") == (other,)
    assert shop.customers.namesakes("Müller-Weiß") == (other,)
    assert shop.customers.namesakes("Müller-Weiß", "Berta") == ()
    assert shop.customers.namesakes("Müll") == ()
    assert shop.customers.namesakes(" ", "Änne") == ()


def test_a_star_in_a_name_is_no_pattern(shop: Shop) -> None:
    names = "Bewerber*in, A", "*Stern", "Neu*"
    for name in names:
        first, second = (shop.planning.book(shop.admin, _tomorrow(shop, hour), name) for hour in (10, 11))
        assert first.appointment.customer_id == second.appointment.customer_id
        shop.planning.cancel_many(shop.admin, [first.appointment.id, second.appointment.id])
    theirs = shop.customers.create(shop.admin, Customer(uuid4(), "K*1", "Sternchen"))
    with pytest.raises(InvalidInputError, match="name_taken"):
        shop.customers.create(shop.admin, Customer(uuid4(), theirs.number, "Anders"))
    assert shop.customers.namesakes("Bewerber*in") != ()


def test_the_number_of_a_deleted_customer_is_not_given_again(shop: Shop) -> None:
    last = shop.customers.create(shop.admin, Customer(uuid4(), "", "Letzter"))
    shop.master_data.delete(shop.admin, last)
    following = shop.customers.create(shop.admin, Customer(uuid4(), "", "Nächster"))
    assert int(following.number) == int(last.number) + 1
    shop.customers.restore(shop.admin, last.id)


def _tomorrow(shop: Shop, hour: int) -> Appointment:
    return shop.appointment(when=span(shop.tomorrow_at(hour)))


def test_a_customer_with_future_appointments_stays(shop: Shop) -> None:
    customer = customer_named(shop, "Sonnenschein")
    coming = replace(shop.appointment(when=span(shop.tomorrow_at(10))), customer_id=customer.id)
    booked = shop.planning.book(shop.admin, coming).appointment
    with pytest.raises(InvalidInputError, match="customer_has_future_appointments"):
        shop.master_data.delete(shop.admin, customer)
    shop.planning.cancel(shop.admin, booked.id)
    shop.master_data.delete(shop.admin, customer)
    assert shop.queries.customers("Sonnenschein") == ()


def test_who_waits_stays(shop: Shop) -> None:
    customer = customer_named(shop, "Sonnenschein")
    now = shop.clock.now()
    entry = shop.waiting_list.add(
        shop.admin, WaitingListEntry(uuid4(), shop.branch.id, now, "", customer_id=customer.id)
    )
    with pytest.raises(InvalidInputError, match="customer_is_waiting"):
        shop.master_data.delete(shop.admin, customer)
    shop.waiting_list.settle(shop.admin, entry.id)
    shop.master_data.delete(shop.admin, customer)


def test_nothing_is_booked_for_a_deleted_customer(shop: Shop) -> None:
    customer = customer_named(shop, "Sonnenschein")
    daily = Recurrence(Frequency.DAILY, count=2)
    theirs = replace(shop.appointment(), customer_id=customer.id)
    dropped = shop.planning.book(shop.admin, theirs).appointment
    shop.planning.cancel(shop.admin, dropped.id)
    shop.master_data.delete(shop.admin, customer)
    with pytest.raises(NotFoundError):
        shop.planning.restore(shop.admin, dropped.id)
    with pytest.raises(NotFoundError):
        shop.planning.book(shop.admin, replace(theirs, id=uuid4()))
    with pytest.raises(NotFoundError):
        shop.series.book(shop.admin, replace(theirs, id=uuid4()), daily)
    booked = shop.planning.book(shop.admin, shop.appointment()).appointment
    with pytest.raises(NotFoundError):
        shop.planning.change(shop.admin, replace(booked, customer_id=customer.id))
    shop.planning.cancel(shop.admin, booked.id)
    first = shop.series.book(shop.admin, shop.appointment(), daily).appointment
    with pytest.raises(NotFoundError):
        shop.series.change(shop.admin, replace(first, customer_id=customer.id), SeriesScope.ALL)


def test_what_was_of_a_deleted_customer_stays_editable(shop: Shop) -> None:
    customer = customer_named(shop, "Sonnenschein")
    yesterday = span(shop.tomorrow_at(10) - timedelta(days=2))
    over = replace(shop.appointment(when=yesterday), customer_id=customer.id)
    past = shop.planning.book(shop.admin, over).appointment
    shop.master_data.delete(shop.admin, customer)
    shop.planning.change(shop.admin, replace(past, text="war da"))
    assert shop.stored(past.id).text == "war da"


def test_a_deleted_customer_comes_back_unless_the_number_is_taken(shop: Shop) -> None:
    customer = customer_named(shop, "Sonnenschein")
    shop.master_data.delete(shop.admin, customer)
    shop.customers.restore(shop.admin, customer.id)
    back = customer_named(shop, "Sonnenschein")
    assert replace(back, revision=customer.revision) == customer
    shop.master_data.delete(shop.admin, back)
    shop.customers.create(shop.admin, Customer(uuid4(), customer.number, "Anders"))
    with pytest.raises(InvalidInputError, match="name_taken"):
        shop.customers.restore(shop.admin, customer.id)
