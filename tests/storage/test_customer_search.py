"""Which customers are found while somebody types, among few and among many."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from helpers.stored_values import AUTHOR, MORNING
from terminplaner.domain.people import Customer
from terminplaner.services.ports import Store
from terminplaner.services.store_queries import CustomerSearch
from terminplaner.storage import customer_search

MUELLER = Customer(
    uuid4(), "1007", "Müller", "Anna", "AM", "0711 555-0104", "anna@beispiel.example", birth_on=date(1961, 5, 3)
)
MILLER = Customer(uuid4(), "1008", "Miller", "Zoë", "ZM", "+49 171 99")
STRAUSS = Customer(
    *(uuid4(), "K-17", "von Strauß", "Änne", "ÄS"),
    title="Dr. rer. nat.",
    birth_on=date(1919, 12, 3),
    mobile="0152 777-0104",
)
GONE = Customer(uuid4(), "4000", "Mutig", deleted_at=MORNING)


@pytest.fixture(params=["few", "near", "many"])
def stored(request: pytest.FixtureRequest, store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Three customers and one who was deleted; where there are "many", each search walks, first past a few."""
    if request.param != "few":
        monkeypatch.setattr(customer_search, "_FEW", -1)
    if request.param == "many":
        monkeypatch.setattr(customer_search, "_MANY", -1)
        monkeypatch.setattr(customer_search, "_NEAR", 1)
    with store.write(AUTHOR, "found") as work:
        for customer in (MUELLER, MILLER, STRAUSS, GONE):
            work.put(customer)
        work.commit()
    return store


def found(store: Store, text: str, **asked: Any) -> list[str]:
    with store.read() as reader:
        customers = reader.search_customers(CustomerSearch(text, **asked))
    return [customer.last_name for customer in customers]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["Miller", "Müller", "von Strauß"]),
        ("m", ["Miller", "Müller"]),
        ("muller", ["Müller"]),
        ("Mueller", ["Müller"]),
        ("MÜL", ["Müller"]),
        ("müller, a", ["Müller"]),
        ("anna mill", []),
        ("m*ller", ["Miller", "Müller"]),
        ("m*ler", ["Miller", "Müller"]),
        ("*auss", ["von Strauß"]),
        ("*ill*", ["Miller"]),
        ("zm", ["Miller"]),
        ("0711", ["Müller"]),
        ("07115550", ["Müller"]),
        ("555", ["Müller"]),
        ("anna@bei", ["Müller"]),
        ("beispiel", ["Müller"]),
        ("1008", ["Miller"]),
        ("100", ["Miller", "Müller"]),
        ("k-17", ["von Strauß"]),
        ("mutig", []),
        ("03.05.1961", ["Müller"]),
        ("3.5.1961", ["Müller"]),
        ("03051961", ["Müller"]),
        ("3.5.", ["Müller"]),
        ("3.5.6", ["Müller"]),
        ("3.5.61", ["Müller"]),
        ("3.5.19", ["Müller"]),
        ("müller 3.5.61", ["Müller"]),
        ("miller 3.5.61", []),
        ("05.03.1961", []),
        ("3.12.19", ["von Strauß"]),
        ("3.12.1919", ["von Strauß"]),
        ("1961", []),
        ("3.5.62", []),
        ("01527770104", ["von Strauß"]),
        ("777", ["von Strauß"]),
        ("dr. strauß", ["von Strauß"]),
        ("z*a", []),
        ("*", ["Miller", "Müller", "von Strauß"]),
    ],
)
def test_a_customer_is_found_by_the_begin_of_any_word(stored: Store, typed: str, expected: list[str]) -> None:
    assert found(stored, typed) == expected


@pytest.mark.parametrize(("typed", "expected"), [("mül", []), ("müller", ["Müller"]), ("anna müller", ["Müller"])])
def test_whole_words_are_asked_for_on_request(stored: Store, typed: str, expected: list[str]) -> None:
    assert found(stored, typed, has_whole_words=True, limit=None) == expected


def test_only_so_many_are_read_in_their_order(stored: Store) -> None:
    assert found(stored, "", limit=2) == ["Miller", "Müller"]
    assert found(stored, "m", limit=1) == ["Miller"]


def test_who_is_renamed_stands_at_the_new_place(stored: Store) -> None:
    with stored.write(AUTHOR, "rename") as work:
        work.put(replace(work.get(Customer, MILLER.id), last_name="Zander"))
        work.commit()
    assert found(stored, "zo") == ["Zander"]
    assert found(stored, "") == ["Müller", "von Strauß", "Zander"]


def test_the_highest_number_is_of_all_there_ever_were_and_of_nothing_but_digits(store: Store) -> None:
    def highest() -> int | None:
        with store.read() as reader:
            return reader.highest_customer_number()

    assert highest() is None
    with store.write(AUTHOR, "found") as work:
        for customer in (
            MUELLER,
            STRAUSS,
            GONE,
            Customer(uuid4(), "9" * 30, "Lang"),
            Customer(uuid4(), "", "Ohne"),
        ):
            work.put(customer)
        work.commit()
    assert highest() == 4000
