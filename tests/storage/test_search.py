"""Which appointments a search finds, among few and among many."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from helpers.databases import Database, SetClock
from helpers.earlier_release import FIRST, SECOND, take_back
from helpers.stored_values import AUTHOR, BRANCH, CUSTOMER, MORNING, PERSON, STATUS, TYPE
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.services.ports import Store
from terminplaner.services.store_queries import AppointmentSearch, CustomerSearch
from terminplaner.storage import search
from terminplaner.storage.engine import open_engine, parse_url

OTHER = Resource(uuid4(), "Kabine 2")
HOUR = timedelta(hours=1)
NOBODY = Customer(
    uuid4(), "2002", "Lüdenscheidt-Ay", "Friedrich", "FL", "0711 555-0104", "f.l@ludenscheidt.example"
)


@pytest.fixture(params=["few", "many"])
def planned(request: pytest.FixtureRequest, store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A branch, two resources and two customers; where there are "many", each search walks."""
    if request.param == "many":
        monkeypatch.setattr(search, "_FEW", -1)
    with store.write(AUTHOR, "found") as work:
        for entity in (BRANCH, PERSON, OTHER, replace(TYPE, deleted_at=None), replace(STATUS, deleted_at=None)):
            work.put(entity)
        work.put(replace(CUSTOMER, deleted_at=None))
        work.put(NOBODY)
        work.commit()
    return store


def put(store: Store, *appointments: Appointment) -> list[Appointment]:
    with store.write(AUTHOR, "book") as work:
        stored = [work.put(entity) for entity in appointments]
        work.commit()
    return stored


def at(hours: float, text: str = "", resource_ids: Iterable[UUID] = (PERSON.id,), **fields: Any) -> Appointment:
    when: When = Timed(MORNING + HOUR * hours, MORNING + HOUR * hours + HOUR / 2)
    return Appointment(uuid4(), BRANCH.id, when, tuple(resource_ids), text=text, **fields)


def found(store: Store, typed: str = "", **asked: Any) -> list[str]:
    """The texts of what is found."""
    with store.read() as reader:
        page = reader.search_appointments(AppointmentSearch(typed, **asked), 50)
    assert page.following is None
    return [appointment.text for appointment in page.appointments]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("3.5.1961", ["Kontrolle"]),
        ("kontrolle 03.05.1961", ["Kontrolle"]),
        ("brille 03.05.1961", []),
        ("3.5.61", ["Kontrolle"]),
        ("03051961", ["Kontrolle"]),
        ("5.3.1961", []),
        ("4.5.2026", ["Rezept vom 4.5.2026"]),
        ("4.5.", ["Rezept vom 4.5.2026"]),
    ],
)
def test_a_day_is_a_birthdate_or_what_stands_in_a_text(planned: Store, typed: str, texts: list[str]) -> None:
    born = replace(NOBODY, id=uuid4(), number="2003", birth_on=date(1961, 5, 3))
    with planned.write(AUTHOR, "add") as work:
        work.put(born)
        work.commit()
    put(planned, at(1, "Kontrolle", customer_id=born.id), at(2, "Rezept vom 4.5.2026", customer_id=NOBODY.id))
    assert found(planned, typed) == texts


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("brille", True),
        ("BRILLE", True),
        ("brill", False),
        ("brill*", True),
        ("*rille", True),
        ("*rill", False),
        ("*rill*", True),
        ("rille*", False),
        ("brille abholen", True),
        ("abholen brille", True),
        ("brille bringen", False),
        ("ausser", True),
        ("außer haus", True),
        ("gleitsicht-brille", True),
        ("gleitsicht*brille", False),
        ("gl*sicht", True),
        ("g*e*s*t", True),
        ("*l*tsicht", True),
        ("gleit*x", False),
        ("*g*z*", False),
        ("ab*en", True),
        ("aus*us", False),
        ("*", True),
        ("%", True),
        ("br_lle", False),
        ("zeile", True),
    ],
)
def test_a_word_is_found_whole_unless_a_star_opens_it(planned: Store, typed: str, is_found: bool) -> None:
    put(planned, at(1, "Gleitsicht-Brille abholen, außer Haus", comment="zweite\nZeile"))
    assert bool(found(planned, typed)) is is_found


@pytest.mark.parametrize(
    ("typed", "is_found"),
    [
        ("ludenscheidt", True),
        ("LÜDENSCHEIDT", True),
        ("lüden", False),
        ("lüden*", True),
        ("*ay", True),
        ("ay*", True),
        ("*denscheid*", True),
        ("friedrich lüdenscheidt", True),
        ("luedenscheidt", True),
        ("l*scheidt", True),
        ("fried*t", False),
        ("2002", True),
        ("FL", True),
        ("f.l@lüdenscheidt.example", True),
        ("*example", True),
        ("07115550104", True),
        ("5550104", False),
        ("*5550104", True),
        ("friedrich sehtest", True),
        ("friedrich brille", False),
    ],
)
def test_an_appointment_is_found_by_its_customer(planned: Store, typed: str, is_found: bool) -> None:
    put(planned, at(1, "Sehtest", customer_id=NOBODY.id), at(2, "Brille"))
    assert ("Sehtest" in found(planned, typed)) is is_found


def test_what_was_changed_is_found_by_what_it_is_now(planned: Store) -> None:
    (stored,) = put(planned, at(1, "Brille abholen", customer_id=NOBODY.id))
    put(planned, replace(stored, text="Brille bringen"))
    with planned.write(AUTHOR, "rename") as work:
        work.put(replace(work.get(Customer, NOBODY.id), last_name="Sturm"))
        work.commit()
    for typed, is_found in (
        ("abholen", False),
        ("bringen", True),
        ("brille", True),
        ("ay", False),
        ("sturm", True),
    ):
        assert bool(found(planned, typed)) is is_found, typed


def test_a_private_title_is_found_by_nobody(planned: Store) -> None:
    put(planned, at(1, "Arztbesuch", is_private=True, customer_id=NOBODY.id))
    assert found(planned, "arzt*") == []
    (public,) = put(planned, at(1, "Arztbesuch"))
    assert found(planned, "arzt*") == ["Arztbesuch"]
    put(planned, replace(public, is_private=True))
    assert found(planned, "arzt*") == []


def test_what_is_rolled_back_is_not_found(planned: Store) -> None:
    with planned.write(AUTHOR, "book") as work:
        work.put(at(1, "Brille"))
    assert found(planned, "brille") == []


def test_cancelled_ones_are_found_on_request(planned: Store) -> None:
    put(planned, at(1, "Brille", cancelled_at=MORNING, cancelled_by="rosa"))
    assert found(planned, "brille") == []
    assert found(planned, "brille", includes_cancelled=True) == ["Brille"]


def test_each_filter_counts(planned: Store) -> None:
    put(
        planned,
        at(1, "a", type_id=TYPE.id),
        at(2, "b", status_id=STATUS.id),
        at(3, "c", customer_id=CUSTOMER.id),
        at(4, "d", (PERSON.id, OTHER.id)),
        at(5, "e", (OTHER.id,)),
        at(100, "f"),
    )
    assert found(planned, type_id=TYPE.id) == ["a"]
    assert found(planned, status_id=STATUS.id) == ["b"]
    assert found(planned, customer_id=CUSTOMER.id) == ["c"]
    assert found(planned, branch_id=uuid4()) == []
    assert found(planned, resource_ids=(OTHER.id,)) == ["e", "d"]
    assert found(planned, resource_ids=(OTHER.id, PERSON.id)) == ["d"]
    assert found(planned, from_at=MORNING + HOUR * 4) == ["f", "e", "d"]
    assert found(planned, until_at=MORNING + HOUR * 2) == ["a"]
    assert found(planned, "f", is_newest_first=False, resource_ids=(PERSON.id,)) == ["f"]


def test_when_it_was_changed_counts(planned: Store, clock: SetClock) -> None:
    put(planned, at(1, "a"))
    noon = clock.now() + HOUR
    clock.instant = noon
    put(planned, at(2, "b"))
    assert found(planned, modified_from_at=noon) == ["b"]
    assert found(planned, modified_until_at=noon) == ["a"]


def test_the_clock_of_the_branch_counts_in_winter_and_in_summer(planned: Store) -> None:
    def on(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> When:
        begin = datetime(year, month, day, hour, minute, tzinfo=BRANCH.tz)
        return Timed(begin, begin + HOUR)

    for name, when in (
        ("winter", on(2026, 1, 15, 9, 0)),
        ("summer", on(2026, 7, 15, 9, 0)),
        ("early", on(2026, 7, 15, 8, 59)),
        ("late", on(2026, 1, 15, 10, 1)),
        (
            "whole day",
            AllDay(on(2026, 1, 15).interval(BRANCH.tz).start_at.date(), datetime(2026, 1, 17, tzinfo=UTC).date()),
        ),
    ):
        put(planned, replace(at(0, name), when=when))
    assert found(planned, begins_from=time(9), begins_until=time(10)) == ["summer", "winter"]
    assert found(planned, begins_until=time(8, 59)) == ["early"]
    with planned.read() as reader:
        first = reader.search_appointments(AppointmentSearch(begins_from=time(9), begins_until=time(10)), 1)
        second = reader.search_appointments(
            AppointmentSearch(begins_from=time(9), begins_until=time(10)), 1, first.following
        )
    assert [row.text for row in first.appointments + second.appointments] == ["summer", "winter"]


@pytest.mark.parametrize("is_newest_first", [True, False])
@pytest.mark.parametrize("resource_ids", [(), (PERSON.id,)])
def test_pages_follow_each_other_without_a_gap(
    planned: Store, is_newest_first: bool, resource_ids: tuple[UUID, ...]
) -> None:
    days = [
        replace(at(0, "Messe"), when=AllDay(MORNING.date(), (MORNING + HOUR * 24 * length).date()))
        for length in (1, 5)
    ]
    put(planned, *days, *(at(hours, "Messe") for hours in (3, 1, 1, 1, 2, -5)))
    asked = AppointmentSearch("messe", resource_ids=resource_ids, is_newest_first=is_newest_first)
    with planned.read() as reader:
        whole = reader.search_appointments(asked, 50).appointments
        parts: list[Appointment] = []
        page = reader.search_appointments(asked, 3)
        while True:
            parts += page.appointments
            if page.following is None:
                break
            page = reader.search_appointments(asked, 3, page.following)
    assert tuple(parts) == whole
    assert len(whole) == 8
    begins = [row.when.interval(BRANCH.tz).start_at for row in whole]
    assert begins == sorted(begins, reverse=is_newest_first)


def test_words_of_any_length_are_kept(planned: Store) -> None:
    long = "x" * 5_000
    put(planned, at(1, long))
    assert found(planned, long) == [long]


@pytest.mark.parametrize("release", [FIRST, SECOND])
def test_what_an_older_program_wrote_is_found(database: Database, release: str) -> None:
    store = database.open()
    with store.write(AUTHOR, "found") as work:
        for entity in (BRANCH, NOBODY, replace(TYPE, deleted_at=None)):
            work.put(entity)
        work.put(at(1, "Brille", (), customer_id=NOBODY.id))
        work.put(at(2, "Arzt", (), is_private=True))
        work.commit()
    store.close()
    take_back(database, release)
    if release == SECOND:
        _forget_words_of_addresses(database)
    migrated = database.open()
    assert found(migrated, "brille friedrich") == ["Brille"]
    assert found(migrated, "*rill*") == ["Brille"]
    assert found(migrated, "*drich") == ["Brille"]
    assert found(migrated, "f.l@ludenscheidt.example") == ["Brille"]
    assert found(migrated, "arzt") == []
    with migrated.read() as reader:
        (customer,) = reader.search_customers(CustomerSearch("fried luedensch", limit=1))
    assert customer == replace(NOBODY, revision=1)


def _forget_words_of_addresses(database: Database) -> None:
    """The second release knew the words of names alone."""
    engine = open_engine(parse_url(database.url), "test")
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM customer_word WHERE word IN ('f', 'l', 'example')"))
        connection.execute(text("DELETE FROM search_word WHERE word IN ('f', 'l', 'example')"))
    engine.dispose()
