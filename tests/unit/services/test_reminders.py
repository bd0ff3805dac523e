"""Who is reminded of which appointment, and from when on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from helpers.shop import Shop, span
from terminplaner.domain.when import AllDay
from terminplaner.services.permissions import Actor

KLARA, THOR = "Klara Himmel", "Thor Schuss"
MINUTE = timedelta(minutes=1)


def put(shop: Shop, minutes: int, text: str, name: str = KLARA, **fields: Any) -> None:
    appointment = shop.appointment(name, span(shop.clock.now() + MINUTE * minutes), text)
    with shop.gate.open(shop.admin.author, "test") as passage:
        passage.work.put(replace(appointment, **fields))


def upcoming(shop: Shop, actor: Actor, minutes: int = 1) -> list[str]:
    return [reminder.row.appointment.text for reminder in shop.reminders.upcoming(actor, MINUTE * minutes)]


def test_the_own_appointments_remind_their_minutes_before(shop: Shop) -> None:
    for minutes in (-5, 0, 1, 10, 11, 12):
        put(shop, minutes, str(minutes))
    put(shop, 5, "Thors", THOR)
    assert upcoming(shop, shop.employee) == ["1", "10"]
    (soon, *_rest) = shop.reminders.upcoming(shop.employee, MINUTE)
    assert (soon.start_at, soon.due_at) == (shop.clock.now() + MINUTE, shop.clock.now() - 9 * MINUTE)


def test_who_has_no_resource_is_not_reminded_of_those_of_others(shop: Shop) -> None:
    put(shop, 5, "Klaras")
    assert upcoming(shop, shop.admin) == []


def test_no_minutes_remind_never(shop: Shop) -> None:
    shop.master_data.save(shop.admin, replace(shop.resource(KLARA), reminder_minutes=0))
    put(shop, 5, "bald")
    assert upcoming(shop, shop.employee) == []


def test_neither_whole_days_nor_cancelled_ones_nor_free_time_remind(shop: Shop) -> None:
    day = shop.clock.now().astimezone(shop.branch.tz).date()
    put(shop, 5, "Messe", when=AllDay(day, day + timedelta(days=2)))
    put(shop, 5, "storniert", cancelled_at=shop.clock.now())
    put(shop, 5, "frei in Google", is_transparent=True)
    assert upcoming(shop, shop.employee) == []


def test_what_others_entered_is_news(shop: Shop) -> None:
    """Neither what one entered oneself, nor what is old, over, cancelled or somebody else's."""
    planning, klara = shop.planning, shop.employee
    old = planning.book(shop.planner, shop.appointment(text="von gestern")).appointment
    shop.clock.instant += timedelta(hours=20)
    since_at = shop.clock.now() - timedelta(hours=1)
    changed = planning.change(shop.planner, replace(shop.stored(old.id), comment="geändert")).appointment
    assert changed.revision > old.revision
    later = shop.clock.now() + timedelta(days=3)
    planning.book(shop.planner, shop.appointment(when=span(later + 60 * MINUTE), text="zweite"))
    planning.book(shop.planner, shop.appointment(when=span(later), text="erste"))
    planning.book(klara, shop.appointment(when=span(later + 120 * MINUTE), text="eigener"))
    planning.book(shop.planner, shop.appointment(THOR, span(later), "Thors"))
    gone = planning.book(shop.planner, shop.appointment(when=span(later + 180 * MINUTE), text="weg")).appointment
    planning.cancel(shop.planner, gone.id)
    put(shop, -60, "vorbei")
    assert [row.appointment.text for row in shop.reminders.news(klara, since_at)] == ["erste", "zweite"]
    assert shop.reminders.news(shop.admin, since_at) == (), "who has no resource gets no news"


def test_other_resources_remind_whoever_asks_for_them_and_each_appointment_once(shop: Shop) -> None:
    put(shop, 4, "Thors", THOR)
    klara, thor = shop.resource(KLARA), shop.resource(THOR)
    put(shop, 3, "beide", resource_ids=(klara.id, thor.id))
    shop.master_data.save(shop.admin, replace(thor, reminder_minutes=4))
    found = shop.reminders.upcoming(shop.admin, MINUTE, {klara.id, thor.id})
    assert [(one.row.appointment.text, one.start_at - one.due_at) for one in found] == [
        ("beide", 10 * MINUTE),
        ("Thors", 4 * MINUTE),
    ]
    assert [one.row.appointment.text for one in shop.reminders.upcoming(shop.admin, MINUTE, {klara.id})] == [
        "beide"
    ]
    assert shop.reminders.upcoming(shop.employee, MINUTE, with_own=False) == ()
