"""Who waits, whom a time that became free suits, and what settles a wish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment, OccupyingRule
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Author, ChangeSet, Origin
from terminplaner.domain.errors import InvalidInputError, StaleRevisionError
from terminplaner.domain.resource import Combination, Resource, Weekday
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.waiting_list import Priority, WaitingListEntry
from terminplaner.domain.when import AllDay, Interval, Timed
from terminplaner.services.settings import chain_settings
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.services.waiting_list import wish_like
from terminplaner.services.waiting_offers import Freed, FreedTime, Gap, freed_by, place_in

TOMORROW = date(2026, 3, 3)
"""A Tuesday."""
KLARA, THOR = "Klara Himmel", "Thor Schuss"


def wish(shop: Shop, note: str = "Frau Meier", **fields: Any) -> WaitingListEntry:
    fields = {"branch_id": shop.branch.id, **fields}
    return WaitingListEntry(uuid4(), created_at=shop.clock.now(), created_by="", note=note, **fields)


def add(shop: Shop, note: str = "Frau Meier", **fields: Any) -> WaitingListEntry:
    return shop.waiting_list.add(shop.admin, wish(shop, note, **fields))


def waiting(shop: Shop) -> list[str]:
    return [row.title for row in shop.waiting_list.rows(shop.branch.id)]


def settled(shop: Shop) -> list[str]:
    return [row.title for row in shop.waiting_list.rows(shop.branch.id, settled=True)]


def take_part(shop: Shop, *names: str) -> None:
    """Let these resources have a waiting list."""
    for name in names:
        shop.master_data.save(shop.admin, replace(shop.resource(name), has_waiting_list=True))


def offered(shop: Shop, *freed: FreedTime) -> list[tuple[str, str, str]]:
    """Who is offered what: title, resource, local begin."""
    return [
        (
            offer.row.title,
            " + ".join(row.name for row in offer.resources),
            f"{offer.when.start_at.astimezone(shop.branch.tz):%H:%M}",
        )
        for offer in shop.waiting_list.offers(shop.branch.id, freed)
    ]


def gap_at(shop: Shop, hour: int, minutes: int = 30, name: str = KLARA) -> Freed:
    start_at = shop.tomorrow_at(hour)
    return Freed(shop.resource(name).id, Interval(start_at, start_at + timedelta(minutes=minutes)))


def test_the_list_goes_by_priority_then_age(shop: Shop) -> None:
    for number, priority in enumerate((Priority.NORMAL, Priority.LOW, Priority.HIGH, Priority.NORMAL)):
        shop.clock.instant += timedelta(minutes=1)
        add(shop, f"{number}", priority=priority)
    assert waiting(shop) == ["2", "0", "3", "1"]


def test_who_took_a_wish_down_and_when_is_kept(shop: Shop) -> None:
    entry = shop.waiting_list.add(shop.employee, wish(shop))
    assert (entry.created_by, entry.created_at) == ("klara.himmel", shop.clock.now())


def test_a_wish_is_removed_and_brought_back(shop: Shop) -> None:
    entry = add(shop)
    shop.waiting_list.remove(shop.admin, entry.id)
    assert (waiting(shop), settled(shop)) == ([], [])
    shop.waiting_list.reopen(shop.admin, entry.id)
    assert waiting(shop) == ["Frau Meier"]


def test_a_wish_is_changed_unless_somebody_else_was_faster(shop: Shop) -> None:
    entry = add(shop)
    shop.waiting_list.change(shop.admin, replace(entry, note="Herr Meier"))
    assert waiting(shop) == ["Herr Meier"]
    with pytest.raises(StaleRevisionError):
        shop.waiting_list.change(shop.admin, replace(entry, note="Frau Müller"))


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"note": " "}, "waiting_for_nobody"),
        ({"duration_minutes": 0}, "number_out_of_range"),
        ({"from_on": TOMORROW, "until_on": date(2026, 3, 2)}, "end_before_start"),
        ({"starts_at": time(12), "ends_at": time(12)}, "end_before_start"),
    ],
)
def test_what_is_no_wish_is_refused(shop: Shop, fields: dict[str, Any], code: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        add(shop, **fields)
    assert refusal.value.error_code == code


# -- booking from the list


def book_from(shop: Shop, entry: WaitingListEntry, hour: int = 10) -> Appointment:
    appointment = shop.appointment(KLARA, span(shop.tomorrow_at(hour)))
    return shop.planning.book(shop.admin, appointment, waiting_entry_id=entry.id).appointment


def test_booking_settles_the_wish_in_the_same_transaction(shop: Shop) -> None:
    told: list[ChangeSet] = []
    entry = add(shop)
    shop.gate.subscribe(told.append)
    booked = book_from(shop, entry)
    assert waiting(shop) == []
    (row,) = shop.waiting_list.rows(shop.branch.id, settled=True)
    assert (row.entry.appointment_id, row.entry.settled_at) == (booked.id, shop.clock.now())
    assert [{type(change.after) for change in change_set.changes} for change_set in told] == [
        {Appointment, WaitingListEntry}
    ]


def test_a_wish_is_settled_once(shop: Shop) -> None:
    entry = add(shop)
    book_from(shop, entry)
    with pytest.raises(InvalidInputError, match="waiting_no_more"):
        book_from(shop, entry, 12)
    with shop.store.read() as reader:
        assert len(reader.list_appointments(AppointmentQuery())) == 1


def test_a_refused_booking_settles_nothing(shop: Shop) -> None:
    entry = add(shop)
    shop.planning.book(shop.admin, shop.appointment(KLARA, span(shop.tomorrow_at(10))))
    with pytest.raises(Exception, match="capacity_exceeded"):
        book_from(shop, entry)
    assert waiting(shop) == ["Frau Meier"]


def test_taking_the_booking_back_opens_the_wish_and_doing_it_again_settles_it(shop: Shop) -> None:
    booked = book_from(shop, add(shop))
    for _ in range(2):
        shop.undo.undo(shop.admin)
        assert (waiting(shop), shop.stored(booked.id).is_cancelled) == (["Frau Meier"], True)
        shop.undo.redo(shop.admin)
        assert (waiting(shop), shop.stored(booked.id).is_cancelled) == ([], False)


def test_a_wish_that_was_settled_otherwise_since_stays_so(shop: Shop) -> None:
    entry = add(shop)
    book_from(shop, entry)
    shop.waiting_list.reopen(shop.planner, entry.id)
    shop.waiting_list.settle(shop.planner, entry.id)
    shop.undo.undo(shop.admin)
    assert settled(shop) == ["Frau Meier"]


def test_cancelling_the_appointment_leaves_the_wish_settled(shop: Shop) -> None:
    booked = book_from(shop, add(shop))
    shop.planning.cancel(shop.admin, booked.id)
    assert (waiting(shop), settled(shop)) == ([], ["Frau Meier"])


# -- what became free


@pytest.fixture
def told(shop: Shop) -> list[ChangeSet]:
    heard: list[ChangeSet] = []
    shop.gate.subscribe(heard.append)
    return heard


def freed(shop: Shop, told: list[ChangeSet]) -> list[tuple[UUID, str, str]]:
    """What the last change freed: resource, local begin and end."""
    tz = shop.branch.tz
    return [
        (
            gap.resource_id,
            f"{gap.interval.start_at.astimezone(tz):%H:%M}",
            f"{gap.interval.end_at.astimezone(tz):%H:%M}",
        )
        for gap in freed_by(told[-1], shop.branch, OccupyingRule())
        if isinstance(gap, Freed)
    ]


def test_what_is_cancelled_moved_shortened_or_taken_off_becomes_free(shop: Shop, told: list[ChangeSet]) -> None:
    klara, thor = shop.resource(KLARA).id, shop.resource(THOR).id
    booked = replace(shop.appointment(KLARA, span(shop.tomorrow_at(10), 60)), resource_ids=(klara, thor))
    current = shop.planning.book(shop.admin, booked).appointment
    assert freed(shop, told) == []
    current = shop.planning.change(shop.admin, replace(current, when=span(shop.tomorrow_at(10), 45))).appointment
    assert freed(shop, told) == [(klara, "10:45", "11:00"), (thor, "10:45", "11:00")]
    current = shop.planning.change(shop.admin, replace(current, text="länger im Text")).appointment
    assert freed(shop, told) == []
    current = shop.planning.change(shop.admin, replace(current, resource_ids=(klara,))).appointment
    assert freed(shop, told) == [(thor, "10:00", "10:45")]
    current = shop.planning.change(shop.admin, replace(current, when=span(shop.tomorrow_at(14), 45))).appointment
    assert freed(shop, told) == [(klara, "10:00", "10:45")]
    shop.planning.cancel(shop.admin, current.id)
    assert freed(shop, told) == [(klara, "14:00", "14:45")]


def test_what_google_deletes_becomes_free_too(shop: Shop, told: list[ChangeSet]) -> None:
    current = shop.planning.book(shop.admin, shop.appointment()).appointment
    with shop.gate.open(Author("google", Origin.GOOGLE), "pull") as passage:
        passage.work.put(replace(current, cancelled_at=shop.clock.now(), cancelled_by="google"))
    assert freed(shop, told) == [(shop.resource(KLARA).id, "10:00", "10:30")]


@pytest.mark.parametrize("takes_all", [True, False])
def test_what_is_free_in_google_becomes_free_where_it_took_its_time(
    shop: Shop, told: list[ChangeSet], takes_all: bool
) -> None:
    with shop.gate.open(Author("google", Origin.GOOGLE), "pull") as passage:
        current = passage.work.put(replace(shop.appointment(), is_transparent=True))
    with shop.gate.open(Author("google", Origin.GOOGLE), "pull") as passage:
        passage.work.put(replace(current, cancelled_at=shop.clock.now(), cancelled_by="google"))
    assert len(list(freed_by(told[-1], shop.branch, OccupyingRule(free_events=takes_all)))) == takes_all
    with shop.gate.open(shop.admin.author, "test") as passage:
        passage.work.put(replace(chain_settings(passage.work), google_free_events_busy=takes_all))
    assert len(shop.waiting_list.freed_lately(shop.branch.id)) == takes_all


def test_another_branch_offers_its_own_times(shop: Shop, told: list[ChangeSet]) -> None:
    current = shop.planning.book(shop.admin, shop.appointment()).appointment
    shop.planning.cancel(shop.admin, current.id)
    assert list(freed_by(told[-1], replace(shop.branch, id=uuid4()), OccupyingRule())) == []


def test_the_time_of_an_absence_that_is_no_more_what_it_was_is_offered(shop: Shop, told: list[ChangeSet]) -> None:
    take_part(shop, KLARA, THOR)
    klara, thor = shop.resource(KLARA).id, shop.resource(THOR).id
    day = AllDay(TOMORROW, TOMORROW + timedelta(days=1))
    away = shop.absences.save(shop.admin, Absence(uuid4(), AbsenceKind.SICKNESS, day, (klara, thor))).absence
    add(shop)
    assert list(freed_by(told[-1], shop.branch, OccupyingRule())) == []
    away = shop.absences.save(shop.admin, replace(away, text="Grippe")).absence
    assert list(freed_by(told[-1], shop.branch, OccupyingRule())) == []
    away = shop.absences.save(shop.admin, replace(away, resource_ids=(thor,))).absence
    assert offered(shop, *freed_by(told[-1], shop.branch, OccupyingRule())) == [("Frau Meier", KLARA, "09:00")]
    shop.absences.delete(shop.admin, away)
    found = {name for _, name, _ in offered(shop, *freed_by(told[-1], shop.branch, OccupyingRule()))}
    assert found == {THOR}
    with shop.gate.open(Author("rosa", Origin.UNDO), "undo") as passage:
        passage.work.put(replace(passage.work.get(Absence, away.id), deleted_at=None))
    assert list(freed_by(told[-1], shop.branch, OccupyingRule())) == []


def test_a_closure_that_is_deleted_offers_the_branch_and_no_other(shop: Shop, told: list[ChangeSet]) -> None:
    take_part(shop, THOR)
    other = Branch(uuid4(), "02", "Ulm")
    shop.master_data.save(shop.admin, other)
    day = AllDay(TOMORROW, TOMORROW + timedelta(days=1))
    closed = shop.absences.save(shop.admin, Absence(uuid4(), AbsenceKind.CLOSURE, day)).absence
    add(shop)
    add(shop, "in Ulm", branch_id=other.id)
    shop.absences.delete(shop.admin, closed)
    freed_times = tuple(freed_by(told[-1], shop.branch, OccupyingRule()))
    assert offered(shop, *freed_times) == [("Frau Meier", THOR, "09:00")]
    assert shop.waiting_list.offers(other.id, freed_times) == ()


def test_what_became_free_before_the_start_is_known_for_a_day(shop: Shop) -> None:
    take_part(shop, KLARA)
    add(shop)
    first = shop.planning.book(shop.admin, shop.appointment(KLARA, span(shop.tomorrow_at(10)))).appointment
    second = shop.planning.book(shop.admin, shop.appointment(KLARA, span(shop.tomorrow_at(11)))).appointment
    shop.planning.cancel(shop.admin, first.id)
    shop.clock.instant += timedelta(hours=2)
    shop.planning.cancel(shop.admin, second.id)
    lately = shop.waiting_list.freed_lately(shop.branch.id)
    assert [gap.interval.start_at for gap in lately] == [shop.tomorrow_at(10), shop.tomorrow_at(11)]
    assert offered(shop, *lately) == [("Frau Meier", KLARA, "10:00")]
    shop.clock.instant += timedelta(hours=23)
    assert [gap.interval for gap in shop.waiting_list.freed_lately(shop.branch.id)] == [lately[1].interval]


def test_a_wish_whose_days_are_over_comes_last(shop: Shop) -> None:
    today = shop.clock.now().astimezone(shop.branch.tz).date()
    add(shop, "zu spät", until_on=today - timedelta(days=1), priority=Priority.HIGH)
    add(shop, "heute noch", until_on=today)
    shop.clock.instant += timedelta(seconds=1)
    add(shop, "immer")
    rows = shop.waiting_list.rows(shop.branch.id)
    assert [(row.title, row.is_expired) for row in rows] == [
        ("heute noch", False),
        ("immer", False),
        ("zu spät", True),
    ]


def test_what_a_customer_waits_for_is_known_in_all_branches(shop: Shop) -> None:
    other = Branch(uuid4(), "02", "Ulm")
    shop.master_data.save(shop.admin, other)
    customer = shop.queries.customers("Sonnenschein")[0]
    ours, theirs = (add(shop, "", customer_id=customer.id, branch_id=key) for key in (shop.branch.id, other.id))
    add(shop)
    settled_one = add(shop, "", customer_id=customer.id)
    shop.waiting_list.settle(shop.admin, settled_one.id)
    assert {row.entry.id for row in shop.waiting_list.of_customer(customer.id)} == {ours.id, theirs.id}


def test_a_wish_like_an_appointment_has_what_that_has(shop: Shop) -> None:
    klara, thor = shop.resource(KLARA), shop.resource(THOR)
    customer, kind = shop.queries.customers("Sonnenschein")[0], shop.queries.types()[0]
    template = AppointmentTemplate(uuid4(), "Linsen")
    shop.master_data.save(shop.admin, template)
    wanted = replace(
        shop.appointment(KLARA, span(shop.tomorrow_at(10), 45)),
        resource_ids=(klara.id, thor.id),
        customer_id=customer.id,
        type_id=kind.id,
        template_id=template.id,
        text="nicht für die Liste",
    )
    booked = shop.planning.book(shop.admin, wanted).appointment
    made = wish_like(shop.queries.appointment(booked.id), shop.clock.now(), "admin")
    entry = made.entry
    assert (entry.customer_id, entry.type_id, entry.template_id) == (customer.id, kind.id, template.id)
    assert (entry.resource_ids, entry.combination) == ((klara.id, thor.id), Combination.ALL)
    assert (entry.duration_minutes, entry.note, made.customer) == (45, "", customer)
    shop.waiting_list.add(shop.admin, entry)
    whole = replace(wanted, id=uuid4(), when=AllDay(TOMORROW + timedelta(days=1), TOMORROW + timedelta(days=3)))
    nobody = shop.planning.book(shop.admin, replace(whole, resource_ids=(thor.id,), customer_id=None)).appointment
    entry = wish_like(shop.queries.appointment(nobody.id), shop.clock.now(), "admin").entry
    assert (entry.combination, entry.note) == (Combination.ANY, "nicht für die Liste")


# -- whom it suits


def test_a_free_time_is_offered_to_whom_it_suits_in_order(shop: Shop) -> None:
    take_part(shop, KLARA)
    thor = shop.resource(THOR).id
    wishes: tuple[dict[str, Any], ...] = (
        {},
        {"priority": Priority.HIGH},
        {"resource_ids": (thor,)},
        {"weekdays": (Weekday.MONDAY,)},
        {"weekdays": (Weekday.MONDAY, Weekday.TUESDAY)},
        {"from_on": TOMORROW + timedelta(days=1)},
        {"until_on": TOMORROW},
        {"ends_at": time(10, 15)},
        {"starts_at": time(10, 15)},
        {"duration_minutes": 600},
    )
    for number, fields in enumerate(wishes):
        shop.clock.instant += timedelta(seconds=1)
        add(shop, f"{number}", **fields)
    found = offered(shop, gap_at(shop, 10))
    assert found == [
        ("1", KLARA, "10:00"),
        ("0", KLARA, "10:00"),
        ("4", KLARA, "10:00"),
        ("6", KLARA, "10:00"),
        ("7", KLARA, "09:45"),
        ("8", KLARA, "10:15"),
    ]


def test_only_resources_with_a_waiting_list_offer(shop: Shop) -> None:
    add(shop)
    assert offered(shop, gap_at(shop, 10)) == []
    take_part(shop, KLARA)
    assert offered(shop, gap_at(shop, 10, name=THOR)) == []
    assert offered(shop, gap_at(shop, 10, name=THOR), gap_at(shop, 11)) == [("Frau Meier", KLARA, "11:00")]


def test_nothing_is_offered_where_the_chain_keeps_no_waiting_lists(shop: Shop) -> None:
    take_part(shop, KLARA)
    add(shop)
    shop.settings.set(shop.admin, "use_waiting_lists", "false")
    assert offered(shop, gap_at(shop, 10)) == []


def test_free_time_around_lengthens_what_became_free(shop: Shop) -> None:
    take_part(shop, KLARA)
    add(shop, duration_minutes=60)
    assert offered(shop, gap_at(shop, 10)) == [("Frau Meier", KLARA, "10:00")]
    shop.planning.book(shop.admin, shop.appointment(KLARA, span(shop.tomorrow_at(10, 30))))
    assert offered(shop, gap_at(shop, 10)) == [("Frau Meier", KLARA, "09:30")]
    shop.planning.book(shop.admin, shop.appointment(KLARA, span(shop.tomorrow_at(9, 30))))
    assert offered(shop, gap_at(shop, 10)) == []


def test_a_time_that_was_taken_again_is_offered_no_more(shop: Shop) -> None:
    take_part(shop, KLARA)
    add(shop)
    shop.planning.book(shop.admin, shop.appointment(KLARA, span(shop.tomorrow_at(10))))
    assert offered(shop, gap_at(shop, 10)) == []


def test_neither_the_past_nor_the_time_outside_of_working_hours_is_offered(shop: Shop) -> None:
    take_part(shop, KLARA)
    add(shop)
    assert offered(shop, gap_at(shop, 20)) == []
    gap = gap_at(shop, 10)
    shop.clock.instant = gap.interval.start_at + timedelta(minutes=15)
    assert offered(shop, gap) == [("Frau Meier", KLARA, "10:15")]
    shop.clock.instant = gap.interval.end_at
    assert offered(shop, gap) == []


def test_every_day_of_a_longer_time_that_became_free_is_offered(shop: Shop) -> None:
    take_part(shop, KLARA)
    add(shop, "Frau Mittwoch", weekdays=(Weekday.WEDNESDAY,))
    add(shop, "Herr Donnerstag", from_on=TOMORROW + timedelta(days=2))
    begins_at = shop.tomorrow_at(16)
    freed = Freed(shop.resource(KLARA).id, Interval(begins_at, begins_at + timedelta(days=2)))
    offers = shop.waiting_list.offers(shop.branch.id, (freed,))
    days = {offer.row.title: offer.when.start_at.astimezone(shop.branch.tz).date() for offer in offers}
    assert days == {
        "Frau Mittwoch": TOMORROW + timedelta(days=1),
        "Herr Donnerstag": TOMORROW + timedelta(days=2),
    }


def test_the_hours_of_a_wish_are_those_of_its_branch_in_summer_too(shop: Shop) -> None:
    summer = shop.branch.tz
    start_at = shop.tomorrow_at(10).astimezone(summer).replace(month=7, day=7, hour=10)
    core = Interval(start_at, start_at + timedelta(hours=1))
    gap = Gap(Resource(uuid4(), "Kabine"), core, core)
    entry = wish(shop, starts_at=time(10, 30), ends_at=time(11))
    assert place_in(entry, gap, summer) == Timed(start_at + timedelta(minutes=30), core.end_at)


def test_a_draft_carries_what_was_wished(shop: Shop) -> None:
    customer = shop.queries.customers("Sonnenschein")[0]
    type_ = shop.queries.types()[0]
    add(shop, "nur vormittags", customer_id=customer.id, type_id=type_.id, duration_minutes=45)
    (row,) = shop.waiting_list.rows(shop.branch.id)
    draft = row.draft((shop.resource(KLARA),), shop.tomorrow_at(9))
    assert (draft.customer, draft.type, draft.appointment.revision) == (customer, type_, 0)
    assert draft.appointment.when == span(shop.tomorrow_at(9), 45)
    assert (draft.appointment.text, draft.appointment.comment) == ("", "nur vormittags")


# -- templates, types, persons with rooms


ROOM = "Kabine 1 Filiale Stgt."


def test_a_wish_from_a_template_becomes_what_the_template_presets(shop: Shop) -> None:
    customer, status = shop.queries.customers("Sonnenschein")[0], shop.queries.statuses()[0]
    template = AppointmentTemplate(
        uuid4(),
        "Linsen/Anpassung",
        text="Anpassung",
        comment="Linsen bereitlegen",
        status_id=status.id,
        prepare_minutes=10,
        is_home_visit=True,
    )
    stored = shop.master_data.save(shop.admin, template)
    add(shop, "nur vormittags", customer_id=customer.id, template_id=stored.id, duration_minutes=45)
    (row,) = shop.waiting_list.rows(shop.branch.id)
    draft = row.draft((shop.resource(KLARA), shop.resource(ROOM)), shop.tomorrow_at(9))
    made = draft.appointment
    assert (made.template_id, made.text, made.comment) == (
        stored.id,
        "Anpassung",
        "Linsen bereitlegen\nnur vormittags",
    )
    assert (made.prepare_minutes, made.is_home_visit, draft.status) == (10, True, status)
    assert made.resource_ids == (shop.resource(KLARA).id, shop.resource(ROOM).id)
    shop.master_data.delete(shop.admin, stored)
    (row,) = shop.waiting_list.rows(shop.branch.id)
    assert row.draft((shop.resource(KLARA),), shop.tomorrow_at(9)).appointment.text == ""


def test_the_preparation_of_a_template_needs_its_time_too(shop: Shop) -> None:
    take_part(shop, KLARA)
    shop.settings.set(shop.admin, "use_preparation_times", "true")
    template = shop.master_data.save(shop.admin, AppointmentTemplate(uuid4(), "Lang", prepare_minutes=15))
    shop.planning.book(shop.admin, shop.appointment(KLARA, span(shop.tomorrow_at(9), 60)))
    add(shop, "ohne")
    shop.clock.instant += timedelta(seconds=1)
    add(shop, "mit", template_id=template.id)
    assert offered(shop, gap_at(shop, 10, 60)) == [("ohne", KLARA, "10:00"), ("mit", KLARA, "10:15")]


def test_a_wish_may_want_only_times_of_its_type(shop: Shop) -> None:
    take_part(shop, KLARA)
    kind, other = shop.queries.types()[:2]
    with pytest.raises(InvalidInputError, match="type_missing"):
        add(shop, matches_type=True)
    add(shop, "nur dieser Typ", type_id=kind.id, matches_type=True)
    add(shop, "jede Zeit", type_id=kind.id)
    of_kind, of_other = (replace(gap_at(shop, 10), type_id=key) for key in (kind.id, other.id))
    assert [title for title, *_ in offered(shop, of_other)] == ["jede Zeit"]
    assert {title for title, *_ in offered(shop, of_kind)} == {"nur dieser Typ", "jede Zeit"}


def test_a_change_says_which_type_gave_its_time_up(shop: Shop, told: list[ChangeSet]) -> None:
    kind = shop.queries.types()[0]
    current = shop.planning.book(shop.admin, replace(shop.appointment(), type_id=kind.id)).appointment
    shop.planning.cancel(shop.admin, current.id)
    assert [gap.type_id for gap in freed_by(told[-1], shop.branch, OccupyingRule()) if isinstance(gap, Freed)] == [
        kind.id
    ]


@pytest.mark.parametrize("names_them", [True, False])
def test_a_person_and_a_room_are_offered_where_both_are_free(shop: Shop, names_them: bool) -> None:
    take_part(shop, KLARA, ROOM)
    named = (shop.resource(ROOM).id, shop.resource(KLARA).id) if names_them else ()
    add(shop, resource_ids=named, combination=Combination.PERSON_AND_ROOM)
    together = f"{KLARA} + {ROOM}"
    assert offered(shop, gap_at(shop, 10)) == [("Frau Meier", together, "10:00")]
    assert offered(shop, gap_at(shop, 10, name=ROOM)) == [("Frau Meier", together, "10:00")]
    shop.planning.book(shop.admin, shop.appointment(ROOM, span(shop.tomorrow_at(9, 30), 45)))
    assert offered(shop, gap_at(shop, 10)) == [("Frau Meier", together, "10:15")]
    shop.planning.book(shop.admin, shop.appointment(ROOM, span(shop.tomorrow_at(10, 15), 45)))
    assert offered(shop, gap_at(shop, 10)) == []


def test_all_that_a_wish_names_are_needed_where_it_wants_all(shop: Shop) -> None:
    take_part(shop, KLARA)
    thor = shop.resource(THOR).id
    add(shop, resource_ids=(shop.resource(KLARA).id, thor), combination=Combination.ALL)
    assert offered(shop, gap_at(shop, 10)) == [("Frau Meier", f"{KLARA} + {THOR}", "10:00")]
    shop.planning.book(shop.admin, shop.appointment(THOR, span(shop.tomorrow_at(8), 9 * 60)))
    assert offered(shop, gap_at(shop, 10)) == []
