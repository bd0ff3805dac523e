"""What administrators keep: validation, copies, and what may not be deleted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.appointment import AppointmentType
from terminplaner.domain.calendar_link import CalendarLink, GoogleAccount
from terminplaner.domain.chain import OpeningSpan
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import (
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
    StaleRevisionError,
)
from terminplaner.domain.people import Customer, Employee, Role, User
from terminplaner.domain.resource import Availability, Resource, Weekday


def test_a_resource_is_saved_and_keeps_its_revision(shop: Shop) -> None:
    saved = shop.master_data.save(shop.admin, Resource(uuid4(), "Kabine 9", color="#12aB9f"))
    assert saved.revision == 1
    shop.master_data.save(shop.admin, replace(saved, capacity=2))
    with pytest.raises(StaleRevisionError):
        shop.master_data.save(shop.admin, replace(saved, capacity=3))


def _flawed() -> list[tuple[Callable[[Shop], Any], str, str]]:
    def changed(**changes: Any) -> Callable[[Shop], Any]:
        return lambda shop: replace(shop.resource("Thor Schuss"), **changes)

    return [
        (changed(name="  "), "field_missing", "name"),
        (changed(step_minutes=0), "number_out_of_range", "step_minutes"),
        (changed(capacity=0), "number_out_of_range", "capacity"),
        (changed(capacity=100), "number_out_of_range", "capacity"),
        (changed(reminder_minutes=-1), "number_out_of_range", "reminder_minutes"),
        (changed(color="red"), "field_unknown", "color"),
        (lambda shop: replace(shop.branch, zone="Europe/Stuttgart"), "field_unknown", "zone"),
        (lambda shop: replace(shop.branch, federal_state="XX"), "field_unknown", "federal_state"),
        (lambda shop: replace(shop.branch, name=""), "field_missing", "name"),
        (lambda shop: Employee(uuid4(), " "), "field_missing", "last_name"),
        (lambda shop: Customer(uuid4(), "1", ""), "field_missing", "last_name"),
        (lambda shop: Customer(uuid4(), "", "Nowak"), "field_missing", "number"),
        (lambda shop: AppointmentType(uuid4(), "x", color="#12345"), "field_unknown", "color"),
        (lambda shop: User(uuid4(), "", Role.PLANNER), "field_missing", "user_name"),
    ]


@pytest.mark.parametrize(("entity", "code", "field"), _flawed())
def test_a_flaw_is_named(shop: Shop, entity: Callable[[Shop], Any], code: str, field: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        shop.master_data.save(shop.admin, entity(shop))
    assert (refusal.value.error_code, refusal.value.params["field"]) == (code, field)


@pytest.mark.parametrize(
    "entity",
    [
        Resource(uuid4(), " thor SCHUSS "),
        AppointmentType(uuid4(), "sehtest"),
        User(uuid4(), "Admin", Role.EMPLOYEE),
        Customer(uuid4(), "1001", "Nowak"),
    ],
    ids=lambda entity: type(entity).__name__,
)
def test_names_and_numbers_are_given_once(shop: Shop, entity: Any) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        shop.master_data.save(shop.admin, entity)
    assert refusal.value.error_code == "name_taken"


def test_the_name_of_a_deleted_resource_is_free_again(shop: Shop) -> None:
    shop.master_data.delete(shop.admin, shop.resource("Thor Schuss"))
    shop.master_data.save(shop.admin, Resource(uuid4(), "Thor Schuss"))


def test_working_hours_end_after_they_begin(shop: Shop) -> None:
    rule = Availability(uuid4(), shop.resource("Thor Schuss").id, Weekday.MONDAY, time(9), time(9))
    with pytest.raises(InvalidInputError) as refusal:
        shop.master_data.save(shop.admin, rule)
    assert refusal.value.error_code == "end_before_start"


def test_a_resource_is_saved_together_with_its_working_hours(shop: Shop) -> None:
    resource = Resource(uuid4(), "Kabine 9")
    monday = Availability(uuid4(), resource.id, Weekday.MONDAY, time(9), time(12))
    friday = Availability(uuid4(), resource.id, Weekday.FRIDAY, time(9), time(12))
    saved = shop.master_data.save_resource(shop.admin, resource, (monday, friday))
    [kept] = [rule for rule in _rules(shop, saved) if rule.weekday is Weekday.FRIDAY]
    shop.master_data.save_resource(shop.admin, replace(saved, capacity=2), (kept,), _rules(shop, saved))
    assert _rules(shop, saved) == [kept]
    with pytest.raises(InvalidInputError):
        shop.master_data.save_resource(
            shop.admin, replace(shop.resource("Kabine 9"), capacity=9), (replace(kept, ends_at=time(9)),)
        )
    assert shop.resource("Kabine 9").capacity == 2


def test_what_others_entered_meanwhile_stays(shop: Shop) -> None:
    resource = shop.resource("Klara Himmel")
    shown = _rules(shop, resource)
    drawn = shop.availabilities.save(
        shop.admin, Availability(uuid4(), resource.id, Weekday.SUNDAY, time(9), time(12))
    )
    shop.master_data.save_resource(shop.admin, replace(resource, capacity=2), tuple(shown[1:]), shown)
    assert {rule.id for rule in _rules(shop, resource)} == {rule.id for rule in (*shown[1:], drawn)}


def test_a_rule_that_somebody_changed_since_it_was_shown_is_not_deleted(shop: Shop) -> None:
    resource = shop.resource("Klara Himmel")
    shown = _rules(shop, resource)
    shop.availabilities.save(shop.admin, replace(shown[0], weekday=Weekday.SUNDAY))
    with pytest.raises(StaleRevisionError):
        shop.master_data.save_resource(shop.admin, replace(resource, capacity=2), tuple(shown[1:]), shown)
    assert len(_rules(shop, resource)) == len(shown)
    assert shop.resource("Klara Himmel").capacity == resource.capacity


def test_rules_that_the_form_left_alone_are_left_to_others(shop: Shop) -> None:
    """Somebody dragged one meanwhile, and somebody else deleted one."""
    resource = shop.resource("Klara Himmel")
    shown = _rules(shop, resource)
    dragged = shop.availabilities.save(shop.admin, replace(shown[0], weekday=Weekday.SUNDAY))
    shop.availabilities.delete(shop.admin, shown[1])
    touched = replace(shown[2], ends_at=time(22))
    rules = (*shown[:2], touched, *shown[3:])
    shop.master_data.save_resource(shop.admin, replace(resource, capacity=2), rules, shown)
    stored = {rule.id: rule for rule in _rules(shop, resource)}
    assert stored[dragged.id] == dragged
    assert stored.keys() == {rule.id for rule in shown} - {shown[1].id}
    assert stored[touched.id].ends_at == time(22)


def test_a_copy_has_a_free_name_and_the_same_working_hours(shop: Shop) -> None:
    source = shop.resource("Klara Himmel")
    copies = [shop.master_data.copy_resource(shop.admin, source.id) for _ in range(2)]
    assert [copy.name for copy in copies] == ["Klara Himmel (Kopie)", "Klara Himmel (Kopie 2)"]
    assert {copy.employee_id for copy in copies} == {None}
    for copy in copies:
        assert [rule.weekday for rule in _rules(shop, copy)] == [rule.weekday for rule in _rules(shop, source)]


def _rules(shop: Shop, resource: Resource) -> list[Availability]:
    with shop.store.read() as reader:
        return [rule for rule in reader.list(Availability) if rule.resource_id == resource.id]


def test_a_new_customer_gets_the_next_number_and_initials(shop: Shop) -> None:
    shop.master_data.save(shop.admin, Customer(uuid4(), "K²", "Sonderling"))
    customer = shop.customers.create(shop.employee, Customer(uuid4(), "", " Weiß ", "Änne", phone="0711"))
    assert (customer.number, customer.initials, customer.label) == ("1009", "ÄW", "Weiß, Änne")
    assert shop.queries.customers("weiß änne") == (customer,)
    with pytest.raises(InvalidInputError):
        shop.customers.create(shop.employee, Customer(uuid4(), "", " "))


# -- deleting


def test_a_resource_with_future_appointments_stays(shop: Shop) -> None:
    klara = shop.resource("Klara Himmel")
    shop.planning.book(shop.admin, shop.appointment(when=span(shop.clock.now() - timedelta(hours=1))))
    future = shop.planning.book(shop.admin, shop.appointment()).appointment
    with pytest.raises(InvalidInputError) as refusal:
        shop.master_data.delete(shop.admin, klara)
    assert refusal.value.error_code == "resource_has_future_appointments"
    assert refusal.value.params == {"resource": "Klara Himmel", "count": 1}
    shop.planning.cancel(shop.admin, future.id)
    shop.master_data.delete(shop.admin, klara)
    assert klara.id not in {row.id for row in shop.queries.resources()}


def test_busy_blocks_do_not_keep_a_resource(shop: Shop) -> None:
    with shop.gate.open(Author("google", Origin.GOOGLE), "pull") as passage:
        passage.work.put(replace(shop.appointment(), is_read_only=True))
    shop.master_data.delete(shop.admin, shop.resource("Klara Himmel"))


def test_a_linked_resource_stays(shop: Shop) -> None:
    klara = shop.resource("Klara Himmel")
    account = GoogleAccount(uuid4(), "klara@example.org", frozenset())
    link = CalendarLink(uuid4(), klara.id, account.id, "cal", "Klara", "Europe/Berlin", is_created_by_program=True)
    _keep(shop, account, link)
    with pytest.raises(InvalidInputError) as refusal:
        shop.master_data.delete(shop.admin, klara)
    assert refusal.value.error_code == "resource_is_linked"
    _keep(shop, replace(link, ended_at=shop.clock.now()))
    shop.master_data.delete(shop.admin, klara)


def _keep(shop: Shop, *records: GoogleAccount | CalendarLink) -> None:
    with shop.gate.open(Author("test", Origin.SYSTEM), "link") as passage:
        for record in records:
            passage.work.keep(record)


def test_an_administrator_is_always_left(shop: Shop) -> None:
    admin = shop.admin.user
    commands: list[Callable[[], object]] = [
        lambda: shop.master_data.delete(shop.admin, admin),
        lambda: shop.master_data.save(shop.admin, replace(admin, role=Role.PLANNER)),
    ]
    for command in commands:
        with pytest.raises(InvalidInputError) as refusal:
            command()
        assert refusal.value.error_code == "last_administrator"
    shop.master_data.save(shop.admin, replace(shop.planner.user, role=Role.ADMINISTRATOR))
    shop.master_data.delete(shop.planner, admin)
    assert admin.id not in {user.id for user in shop.users.list()}


def test_a_deleted_entry_leaves_the_lists_but_not_the_past(shop: Shop) -> None:
    sehtest = next(row for row in shop.queries.types() if row.name == "Sehtest")
    booked = shop.planning.book(shop.admin, replace(shop.appointment(), type_id=sehtest.id)).appointment
    shop.master_data.delete(shop.admin, sehtest)
    assert sehtest.id not in {row.id for row in shop.queries.types()}
    row = shop.queries.appointment(booked.id).type
    assert row is not None
    assert row.name == "Sehtest"


def test_who_may_keep_what(shop: Shop) -> None:
    resource, customer = shop.resource("Klara Himmel"), shop.queries.customers("1001")[0]
    for actor in (shop.planner, shop.employee):
        refused: list[Callable[[], object]] = [
            partial(shop.master_data.save, actor, resource),
            partial(shop.master_data.save_resource, actor, resource, ()),
            partial(shop.master_data.delete, actor, resource),
            partial(shop.master_data.copy_resource, actor, resource.id),
            partial(shop.master_data.save, actor, shop.branch),
        ]
        for command in refused:
            with pytest.raises(PermissionDeniedError):
                command()
        customer = shop.master_data.save(actor, replace(customer, note=actor.name))


def test_a_rule_is_valid_on_its_dates_only(shop: Shop) -> None:
    rule = _rules(shop, shop.resource("Klara Himmel"))[0]
    with pytest.raises(InvalidInputError) as refusal:
        shop.master_data.save(
            shop.admin, replace(rule, valid_from_on=date(2026, 3, 2), valid_until_on=date(2026, 3, 1))
        )
    assert refusal.value.error_code == "end_before_start"


def test_an_employee_is_kept_and_may_have_a_namesake(shop: Shop) -> None:
    new = shop.master_data.save(shop.admin, Employee(uuid4(), "Neu", "Nina", shop.branch.id))
    assert new in shop.queries.employees()
    namesake = shop.master_data.save(shop.admin, Employee(uuid4(), "Neu", "Nina"))
    shop.master_data.save(shop.admin, replace(namesake, branch_id=shop.branch.id))
    with pytest.raises(PermissionDeniedError):
        shop.master_data.save(shop.planner, Employee(uuid4(), "Anders"))


def test_a_resource_that_names_a_deleted_employee_stays_editable(shop: Shop) -> None:
    """Older versions let an employee be deleted whom a resource names."""
    klara, thor = shop.resource("Klara Himmel"), shop.resource("Thor Schuss")
    with shop.store.write(Author("admin", Origin.USER), "delete") as work:
        (employee,) = work.list_by_id(Employee, [key for key in (klara.employee_id,) if key])
        work.put(replace(employee, deleted_at=shop.clock.now()))
        work.commit()
    saved = shop.master_data.save(shop.admin, replace(klara, color="#123456"))
    assert (saved.color, saved.employee_id) == ("#123456", employee.id)
    shop.master_data.save(shop.admin, replace(shop.employee.user, role=Role.READER))
    with pytest.raises(NotFoundError):
        shop.master_data.save(shop.admin, replace(thor, employee_id=employee.id))


def test_an_employee_whom_something_names_stays(shop: Shop) -> None:
    """Of the sample: the resource and the user of Klara Himmel."""
    resource, user = shop.resource("Klara Himmel"), shop.employee.user
    (klara,) = (row for row in shop.queries.employees() if row.last_name == "Himmel")
    with pytest.raises(InvalidInputError) as refusal:
        shop.master_data.delete(shop.admin, klara)
    assert refusal.value.error_code == "employee_in_use"
    assert refusal.value.params["names"] == ("Klara Himmel", "klara.himmel")
    shop.master_data.save(shop.admin, replace(resource, employee_id=None))
    shop.master_data.delete(shop.admin, user)
    shop.master_data.delete(shop.admin, klara)
    assert klara.id not in {row.id for row in shop.queries.employees()}


def test_nobody_is_given_an_employee_who_was_deleted(shop: Shop) -> None:
    gone = shop.master_data.save(shop.admin, Employee(uuid4(), "Fort"))
    shop.master_data.delete(shop.admin, gone)
    for entity in (User(uuid4(), "fort", Role.READER, gone.id), Resource(uuid4(), "Fort", employee_id=gone.id)):
        with pytest.raises(NotFoundError):
            shop.master_data.save(shop.admin, entity)


def test_what_stands_for_an_employee_is_listed(shop: Shop) -> None:
    rows = {row.employee.label: row for row in shop.queries.employee_rows()}
    klara = rows["Himmel, Klara"]
    assert (klara.branch, klara.resources, klara.users) == ("01 Stuttgart", ("Klara Himmel",), ("klara.himmel",))
    assert list(rows) == sorted(rows)


@pytest.mark.parametrize(
    ("spans", "code"),
    [
        (((9, 13), (14, 18)), ""),
        (((9, 13), (13, 0)), ""),
        (((13, 9),), "end_before_start"),
        (((9, 14), (13, 18)), "opening_overlaps"),
        (((9, 0), (13, 18)), "opening_overlaps"),
    ],
)
def test_opening_times_are_in_order_and_apart(shop: Shop, spans: tuple[tuple[int, int], ...], code: str) -> None:
    times = tuple(OpeningSpan(Weekday.MONDAY, time(opens), time(closes)) for opens, closes in spans)
    wanted = replace(shop.branch, opening_times=times)
    if code:
        with pytest.raises(InvalidInputError) as refused:
            shop.master_data.save(shop.admin, wanted)
        assert refused.value.error_code == code
    else:
        shop.master_data.save(shop.admin, wanted)
        assert shop.branch.opening_times == times
