"""Taking steps back and doing them again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import (
    CapacityExceededError,
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
    StaleRevisionError,
)
from terminplaner.domain.people import Role
from terminplaner.domain.resource import Availability
from terminplaner.domain.series import SeriesScope
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.domain.when import AllDay
from terminplaner.services.permissions import Actor


def _text(shop: Shop, appointment: Appointment) -> str:
    return shop.stored(appointment.id).text


def _chain(shop: Shop, *texts: str) -> Appointment:
    """Booked with the first text, then changed to one after the other."""
    current = shop.planning.book(shop.admin, shop.appointment(text=texts[0])).appointment
    for text in texts[1:]:
        current = shop.planning.change(shop.admin, replace(current, text=text)).appointment
    return current


def test_several_steps_on_one_appointment_go_back_and_forth(shop: Shop) -> None:
    appointment = _chain(shop, "a", "b", "c")
    for _ in range(2):
        for expected in ("b", "a"):
            shop.undo.undo(shop.admin)
            assert _text(shop, appointment) == expected
        shop.undo.undo(shop.admin)
        assert shop.stored(appointment.id).is_cancelled
        assert shop.undo.undo_command is None
        for expected in ("a", "b", "c"):
            shop.undo.redo(shop.admin)
            assert (_text(shop, appointment), shop.stored(appointment.id).is_cancelled) == (expected, False)
        assert shop.undo.redo_command is None


def test_the_commands_are_named(shop: Shop) -> None:
    booked = _chain(shop, "a")
    shop.planning.move(shop.admin, booked.id, 1, span(shop.tomorrow_at(12)), booked.resource_ids)
    shop.planning.cancel(shop.admin, booked.id)
    assert shop.undo.undo_command == "cancel"
    reverted = shop.undo.undo(shop.admin)
    assert (reverted.command, reverted.author.origin) == ("cancel", Origin.UNDO)
    assert (shop.undo.undo_command, shop.undo.redo_command) == ("move", "cancel")
    assert not shop.stored(booked.id).is_cancelled


def test_a_new_change_ends_what_could_be_redone(shop: Shop) -> None:
    booked = _chain(shop, "a", "b")
    shop.undo.undo(shop.admin)
    shop.planning.change(shop.admin, replace(shop.stored(booked.id), text="c"))
    with pytest.raises(NotFoundError) as nothing:
        shop.undo.redo(shop.admin)
    assert nothing.value.error_code == "nothing_to_redo"
    shop.undo.undo(shop.admin)
    assert _text(shop, booked) == "a"


def test_a_named_step_is_taken_back_only_while_it_is_the_last(shop: Shop) -> None:
    booked = _chain(shop, "a", "b")
    step = shop.undo.last_step
    shop.planning.book(shop.admin, shop.appointment(when=span(shop.tomorrow_at(15))))
    with pytest.raises(InvalidInputError, match="not_last_step"):
        shop.undo.undo(shop.admin, step)
    assert _text(shop, booked) == "b"
    shop.undo.undo(shop.admin, shop.undo.last_step)
    shop.undo.undo(shop.admin, step)
    assert _text(shop, booked) == "a"


def test_nothing_to_undo(shop: Shop) -> None:
    with pytest.raises(NotFoundError) as nothing:
        shop.undo.undo(shop.admin)
    assert nothing.value.error_code == "nothing_to_undo"


@pytest.mark.parametrize("author", [Author("petra", Origin.COMMAND_LINE), Author("google", Origin.GOOGLE)])
def test_what_somebody_else_changed_since_stays(shop: Shop, author: Author) -> None:
    booked = _chain(shop, "a", "b")
    with shop.gate.open(author, "pull") as passage:
        passage.work.put(replace(booked, comment="von anderswo"))
    for _ in range(2):
        with pytest.raises(StaleRevisionError) as stale:
            shop.undo.undo(shop.admin)
        assert stale.value.params == {"by": author.name}
    assert (_text(shop, booked), shop.undo.undo_command) == ("b", None)


def test_a_stale_redo_is_dropped(shop: Shop) -> None:
    booked = _chain(shop, "a", "b")
    shop.undo.undo(shop.admin)
    with shop.gate.open(Author("google", Origin.GOOGLE), "pull") as passage:
        passage.work.put(replace(shop.stored(booked.id), comment="von Google"))
    with pytest.raises(StaleRevisionError):
        shop.undo.redo(shop.admin)
    assert shop.undo.redo_command is None


def test_undo_holds_room_and_can_be_tried_again(shop: Shop) -> None:
    booked = _chain(shop, "a")
    shop.planning.cancel(shop.admin, booked.id)
    rival = replace(shop.appointment(), id=shop.admin.user.id)
    with shop.gate.open(Author("google", Origin.GOOGLE), "pull") as passage:
        rival = passage.work.put(rival)
    with pytest.raises(CapacityExceededError):
        shop.undo.undo(shop.admin)
    with shop.gate.open(Author("google", Origin.GOOGLE), "pull") as passage:
        passage.work.put(replace(rival, cancelled_at=shop.clock.now()))
    shop.undo.undo(shop.admin)
    assert not shop.stored(booked.id).is_cancelled


def test_the_text_of_an_overbooked_appointment_can_be_taken_back(shop: Shop) -> None:
    booked = _chain(shop, "a", "b")
    with shop.gate.open(Author("google", Origin.GOOGLE), "pull") as passage:
        passage.work.put(shop.appointment())
    shop.undo.undo(shop.admin)
    assert _text(shop, booked) == "a"


def test_who_lost_the_right_cannot_take_it_back(shop: Shop) -> None:
    _chain(shop, "a")
    demoted = Actor(replace(shop.admin.user, role=Role.EMPLOYEE))
    with pytest.raises(PermissionDeniedError):
        shop.undo.undo(demoted)
    assert shop.undo.undo_command == "book"


def test_an_absence_goes_and_comes_back(shop: Shop) -> None:
    booked = _chain(shop, "a")
    days = AllDay(date(2026, 6, 1), date(2026, 6, 8))
    vacation = Absence(uuid4(), AbsenceKind.VACATION, days, booked.resource_ids)
    shop.absences.save(shop.admin, vacation)
    assert shop.undo.undo_command == "save_absence"
    shop.undo.undo(shop.admin)
    assert shop.absences.list() == ()
    assert not shop.stored(booked.id).is_cancelled
    shop.undo.redo(shop.admin)
    [stored] = shop.absences.list()
    shop.absences.delete(shop.admin, stored)
    shop.undo.undo(shop.admin)
    assert [row.id for row in shop.absences.list()] == [vacation.id]


def test_nobody_takes_back_the_absence_of_another(shop: Shop) -> None:
    days = AllDay(date(2026, 6, 1), date(2026, 6, 8))
    klara = shop.resource("Klara Himmel")
    shop.absences.save(shop.admin, Absence(uuid4(), AbsenceKind.VACATION, days, (klara.id,)))
    demoted = Actor(replace(shop.admin.user, role=Role.EMPLOYEE))
    with pytest.raises(PermissionDeniedError):
        shop.undo.undo(demoted)
    assert len(shop.absences.list()) == 1


def test_nobody_takes_back_what_whoever_worked_here_before_did(shop: Shop) -> None:
    booked = _chain(shop, "a", "b")
    shop.undo.undo(shop.admin)
    shop.undo.begin_session(shop.planner.user.id)
    assert (shop.undo.undo_command, shop.undo.redo_command) == (None, None)
    with pytest.raises(NotFoundError, match="nothing_to_undo"):
        shop.undo.undo(shop.planner)
    shop.planning.cancel(shop.admin, booked.id)  # was still on its way
    assert shop.undo.undo_command is None
    mine = shop.planning.book(shop.planner, shop.appointment()).appointment
    with pytest.raises(NotFoundError, match="nothing_to_undo"):
        shop.undo.undo(shop.admin)
    shop.undo.undo(shop.planner)
    assert shop.stored(mine.id).is_cancelled


def test_what_no_step_is_about_any_more_is_forgotten(shop: Shop) -> None:
    """Whoever works here all day takes many steps back."""
    for _ in range(3):
        booked = _chain(shop, "a")
        shop.undo.undo(shop.admin)
        shop.planning.restore(shop.admin, booked.id)
        for _ in range(60):
            shop.undo.undo(shop.admin)
            shop.undo.redo(shop.admin)
        shop.planning.cancel(shop.admin, booked.id)
    other = _chain(shop, "x")
    for number in range(50):
        current = shop.stored(other.id)
        shop.planning.change(shop.admin, replace(current, text=str(number)))
    assert shop.undo._twins == {}


def test_only_what_the_user_did_here_is_learned(shop: Shop) -> None:
    shop.planning.book(replace(shop.admin, origin=Origin.COMMAND_LINE), shop.appointment())
    shop.settings.set(shop.admin, "chain_name", "Sehgut")
    assert shop.undo.undo_command is None


# -- availabilities and the waiting list


def _rules(shop: Shop) -> tuple[Availability, ...]:
    return shop.queries.availabilities(shop.resource("Klara Himmel").id)


def test_availabilities_are_taken_back_and_done_again(shop: Shop) -> None:
    before = _rules(shop)
    tuesday = before[1]
    shop.availabilities.save(shop.admin, replace(tuesday, ends_at=time(16)))
    assert shop.undo.undo_command == "save_availability"
    shop.availabilities.delete(shop.admin, _rules(shop)[0], date(2026, 3, 9), SeriesScope.THIS)
    assert shop.undo.undo_command == "delete_availability"
    after = _rules(shop)
    shop.undo.undo(shop.admin)
    shop.undo.undo(shop.admin)
    assert [replace(rule, revision=0) for rule in _rules(shop)] == [replace(rule, revision=0) for rule in before]
    shop.undo.redo(shop.admin)
    shop.undo.redo(shop.admin)
    assert {(rule.starts_at, rule.ends_at, rule.valid_from_on, rule.valid_until_on) for rule in _rules(shop)} == {
        (rule.starts_at, rule.ends_at, rule.valid_from_on, rule.valid_until_on) for rule in after
    }


def test_what_somebody_changed_since_in_an_availability_stays(shop: Shop) -> None:
    tuesday = shop.availabilities.save(shop.admin, replace(_rules(shop)[1], ends_at=time(16)))
    shop.availabilities.save(shop.planner, replace(tuesday, ends_at=time(15)))
    with pytest.raises(StaleRevisionError):
        shop.undo.undo(shop.admin)
    assert _rules(shop)[1].ends_at == time(15)


def test_the_administration_of_a_resource_is_no_step(shop: Shop) -> None:
    rules = _rules(shop)
    shop.master_data.save_resource(shop.admin, shop.resource("Klara Himmel"), rules[1:], rules)
    assert shop.undo.undo_command is None


def test_wishes_are_taken_back_and_done_again(shop: Shop) -> None:
    wish = WaitingListEntry(uuid4(), shop.branch.id, shop.clock.now(), "", note="Herr Maier")
    added = shop.waiting_list.add(shop.admin, wish)
    shop.waiting_list.change(shop.admin, replace(added, note="Herr Meyer"))
    shop.waiting_list.remove(shop.admin, wish.id)
    assert shop.undo.undo_command == "remove_waiting"

    def notes() -> list[str]:
        return [row.entry.note for row in shop.waiting_list.rows(shop.branch.id)]

    assert notes() == []
    shop.undo.undo(shop.admin)
    assert notes() == ["Herr Meyer"]
    shop.undo.undo(shop.admin)
    assert notes() == ["Herr Maier"]
    shop.undo.undo(shop.admin)
    assert notes() == []
    with pytest.raises(NotFoundError):
        shop.undo.undo(shop.admin)
    for _ in range(2):
        shop.undo.redo(shop.admin)
    assert notes() == ["Herr Meyer"]
