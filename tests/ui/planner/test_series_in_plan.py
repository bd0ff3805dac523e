"""Moving an occurrence of a series in the plan: it alone, which is said, with the offer to let others follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from threading import Event
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt

from helpers.find import press
from helpers.named import open_dialog
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.people import Role, User
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.when import AllDay, Timed
from terminplaner.ui.banner import Banner
from terminplaner.ui.planner.plan.gestures import Rebooking

WEEK = timedelta(weeks=1)
_ALONE = "Nur dieser Termin der Serie wurde verschoben."


def _said(desk: Desk) -> str:
    return "\n".join(banner.text for banner in desk.page.findChildren(Banner) if banner.isVisible())


def _clocks(desk: Desk, booked: list[Appointment]) -> list[str]:
    zone = desk.session.branch.tz
    stored = (desk.stored(item).when for item in booked)
    return [
        f"{when.start_at.astimezone(zone):%H:%M}–{when.end_at.astimezone(zone):%H:%M}"
        for when in stored
        if isinstance(when, Timed)
    ]


@pytest.fixture
def booked(desk: Desk) -> list[Appointment]:
    """Three Mondays from today on at two."""
    wanted = desk.put(desk.span("14:00", "14:30"), ANNA, text="Anpassung")
    rule = Recurrence(Frequency.WEEKLY, count=3)
    outcome = desk.workplace.services.series.book(desk.session.actor, wanted, rule)
    desk.reload()
    return list(outcome.appointments)


def test_a_drag_is_of_the_one_alone_and_says_so(desk: Desk, booked: list[Appointment]) -> None:
    desk.drag(desk.spot(ANNA, "14:10"), desk.spot(ANNA, "16:10"))
    assert _clocks(desk, booked) == ["16:00–16:30", "14:00–14:30", "14:00–14:30"]
    assert _said(desk) == _ALONE


def test_one_click_lets_the_others_follow_and_one_more_takes_all_back(
    desk: Desk, booked: list[Appointment]
) -> None:
    desk.drag(desk.spot(ANNA, "14:10"), desk.spot(ANNA, "16:10"))
    desk.press_button("Auch die 2 folgenden", within_banner=True)
    desk.settle()
    assert _clocks(desk, booked) == ["16:00–16:30"] * 3
    assert _said(desk) == "3 Termine der Serie verschoben."
    desk.press_button("Rückgängig", within_banner=True)
    desk.settle()
    assert _clocks(desk, booked) == ["14:00–14:30"] * 3
    assert _said(desk) == "Rückgängig gemacht: Terminserie verschieben"


def test_the_others_follow_by_the_rights_of_now(desk: Desk, booked: list[Appointment]) -> None:
    desk.drag(desk.spot(ANNA, "14:10"), desk.spot(ANNA, "16:10"))
    master_data, actor = desk.workplace.services.master_data, desk.session.actor
    master_data.save(actor, User(uuid4(), "petra", Role.ADMINISTRATOR))
    desk.session.follow(master_data.save(actor, replace(actor.user, role=Role.PLANNER)))
    desk.press_button("Auch die 2 folgenden", within_banner=True)
    desk.settle()
    assert _clocks(desk, booked) == ["16:00–16:30"] * 3


def test_by_keys_step_by_step_and_then_all(desk: Desk, booked: list[Appointment]) -> None:
    desk.click(desk.spot(ANNA, "14:10"))
    for _ in range(2):
        desk.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    moved = _clocks(desk, booked)[0]
    assert moved > "14:30"
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    desk.settle()
    assert _clocks(desk, booked) == [moved] * 3
    assert not any(desk.stored(item).is_detached for item in booked)


def test_without_an_offer_the_key_does_nothing(desk: Desk, booked: list[Appointment]) -> None:
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    desk.settle()
    assert _clocks(desk, booked) == ["14:00–14:30"] * 3


def test_a_longer_one_is_changed_not_moved(desk: Desk, booked: list[Appointment]) -> None:
    desk.click(desk.spot(ANNA, "14:10"))
    desk.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    desk.settle()
    assert _said(desk) == "Nur dieser Termin der Serie wurde geändert."


def test_another_resource_is_offered_too(desk: Desk, booked: list[Appointment]) -> None:
    desk.drag(desk.spot(ANNA, "14:10"), desk.spot(BEN, "14:10"))
    desk.press_button("Auch die 2 folgenden", within_banner=True)
    desk.settle()
    assert {desk.stored(item).resource_ids for item in booked} == {(desk.resource(BEN).id,)}


def test_the_last_one_has_none_to_follow(desk: Desk, booked: list[Appointment]) -> None:
    desk.page.browsing.go_to(MONDAY + 2 * WEEK)
    desk.settle()
    last = MONDAY + 2 * WEEK
    desk.drag(desk.spot(ANNA, "14:10", last), desk.spot(ANNA, "16:10", last))
    assert _said(desk) == _ALONE
    with pytest.raises(AssertionError):
        desk.press_button("Auch den folgenden", within_banner=True)


def test_back_at_its_place_there_is_nothing_to_follow(desk: Desk, booked: list[Appointment]) -> None:
    desk.drag(desk.spot(ANNA, "14:10"), desk.spot(ANNA, "16:10"))
    desk.drag(desk.spot(ANNA, "16:10"), desk.spot(ANNA, "14:10"))
    with pytest.raises(AssertionError):
        desk.press_button("Auch die 2 folgenden", within_banner=True)


def test_a_full_day_is_asked_about(desk: Desk, booked: list[Appointment]) -> None:
    desk.put(desk.span("16:00", "17:00", MONDAY + WEEK), ANNA, text="im Weg")
    desk.drag(desk.spot(ANNA, "14:10"), desk.spot(ANNA, "16:10"))
    desk.press_button("Auch die 2 folgenden", within_banner=True)
    desk.settle()
    assert _clocks(desk, booked)[1:] == ["14:00–14:30"] * 2
    question = open_dialog()
    assert question is not None
    press(question, "Diese Tage auslassen")
    desk.settle()
    assert _clocks(desk, booked) == ["16:00–16:30", "14:00–14:30", "16:00–16:30"]
    assert _said(desk) == "2 Termine der Serie verschoben. Belegt oder Feiertag, daher geblieben: 30.11.2026."


def test_those_that_follow_onto_an_absence_are_warned_of(desk: Desk, booked: list[Appointment]) -> None:
    day_off = AllDay(MONDAY + WEEK, MONDAY + WEEK + timedelta(days=1))
    absence = Absence(uuid4(), AbsenceKind.VACATION, day_off, (desk.resource(ANNA).id,))
    desk.workplace.services.absences.save(desk.session.actor, absence)
    desk.drag(desk.spot(ANNA, "14:10"), desk.spot(ANNA, "16:10"))
    desk.press_button("Auch die 2 folgenden", within_banner=True)
    desk.settle()
    said = "3 Termine der Serie verschoben. Bitte prüfen: Klara Himmel abwesend: Urlaub (30.11.2026)."
    assert _said(desk) == said


def test_the_offer_ends_with_what_it_was_about(desk: Desk, booked: list[Appointment]) -> None:
    desk.drag(desk.spot(ANNA, "14:10"), desk.spot(ANNA, "16:10"))
    desk.page.commands.undo()
    desk.settle()
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    desk.settle()
    assert _clocks(desk, booked) == ["14:00–14:30"] * 3


def test_of_several_it_is_said_that_these_alone_were_moved(desk: Desk, booked: list[Appointment]) -> None:
    single = desk.show(desk.span("15:00", "15:30"), ANNA)
    desk.click(desk.spot(ANNA, "14:10"))
    desk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.drag(desk.spot(ANNA, "14:10"), desk.spot(ANNA, "14:10") + QPoint(0, 120))
    assert desk.stored(single).when != single.when
    assert _said(desk) == "2 Termine verschoben, aus Terminserien nur diese."
    assert _clocks(desk, booked)[1:] == ["14:00–14:30"] * 2


def test_several_are_taken_back_no_more_once_somebody_changed_one_of_them(desk: Desk) -> None:
    moved = [desk.show(desk.span(clock, f"{clock[:3]}30")) for clock in ("09:00", "10:00")]
    desk.click(desk.spot(ANNA, "09:10"))
    desk.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.drag(desk.spot(ANNA, "09:10"), desk.spot(BEN, "13:10"))
    assert _said(desk) == "2 Termine verschoben."
    with desk.workplace.store.write(Author("klara", Origin.USER), "change") as work:
        work.put(replace(desk.stored(moved[1]), text="eilt"))
        desk.page.refresh(work.commit())
    assert _said(desk) == ""


def _key_down(desk: Desk, times: int) -> None:
    desk.click(desk.spot(ANNA, "14:10"))
    for _ in range(times):
        desk.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        desk.settle()


def test_after_several_steps_one_undo_restores_what_was(desk: Desk, booked: list[Appointment]) -> None:
    _key_down(desk, 3)
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    desk.settle()
    assert len(set(_clocks(desk, booked))) == 1
    desk.press_button("Rückgängig", within_banner=True)
    desk.settle()
    assert _clocks(desk, booked) == ["14:00–14:30"] * 3
    assert not any(desk.stored(item).is_detached for item in booked)


def test_back_where_it_was_it_is_not_said_to_be_moved(desk: Desk, booked: list[Appointment]) -> None:
    _key_down(desk, 1)
    desk.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    desk.settle()
    assert _clocks(desk, booked) == ["14:00–14:30"] * 3
    assert _said(desk) == "Der Termin der Serie steht wieder, wo er war."


def test_where_all_could_only_be_left_out_nothing_is_said_to_be_moved(
    desk: Desk, booked: list[Appointment]
) -> None:
    for week in (1, 2):
        desk.put(desk.span("16:00", "17:00", MONDAY + week * WEEK), ANNA, text="im Weg")
    desk.drag(desk.spot(ANNA, "14:10"), desk.spot(ANNA, "16:10"))
    desk.press_button("Auch die 2 folgenden", within_banner=True)
    desk.settle()
    question = open_dialog()
    assert question is not None
    press(question, "Diese Tage auslassen")
    desk.settle()
    assert _said(desk).startswith("An allen Tagen der Serie ist „Klara Himmel“ schon belegt.")
    assert _clocks(desk, booked) == ["16:00–16:30", "14:00–14:30", "14:00–14:30"]


def test_letting_the_others_follow_says_that_it_takes_its_time(desk: Desk, booked: list[Appointment]) -> None:
    desk.drag(desk.spot(ANNA, "14:10"), desk.spot(ANNA, "16:10"))
    is_free = Event()
    desk.tasks.run(lambda: is_free.wait(20), desk.page)
    desk.press_button("Auch die 2 folgenden", within_banner=True)
    desk.qtbot.waitUntil(lambda: _said(desk) == "Wird gespeichert …")
    is_free.set()
    desk.settle()
    assert _said(desk) == "3 Termine der Serie verschoben."


def test_the_offers_end_with_the_next_step(desk: Desk, booked: list[Appointment]) -> None:
    desk.drag(desk.spot(ANNA, "14:10"), desk.spot(ANNA, "16:10"))
    assert _said(desk) == _ALONE
    days = AllDay(MONDAY + WEEK, MONDAY + WEEK + timedelta(days=1))
    absence = Absence(uuid4(), AbsenceKind.VACATION, days, (desk.resource(BEN).id,))
    desk.workplace.services.absences.save(desk.session.actor, absence)
    desk.settle()
    assert not _said(desk)
    desk.key(Qt.Key.Key_V, Qt.KeyboardModifier.ShiftModifier)
    desk.settle()
    assert _clocks(desk, booked) == ["16:00–16:30", "14:00–14:30", "14:00–14:30"]


def test_a_count_that_comes_late_leaves_what_was_said_since(desk: Desk, booked: list[Appointment]) -> None:
    other = desk.show(desk.span("11:00", "11:30"), BEN)
    row = desk.canvas.board.snapshot.find(booked[0].id)
    assert row is not None
    desk.page.commands.moving.rebook(Rebooking(row, desk.span("16:00", "16:30"), row.appointment.resource_ids))
    desk.page.commands.cancel([desk.workplace.services.queries.appointment(other.id)])
    desk.settle()
    assert _said(desk) == "Termin storniert."
    desk.press_button("Rückgängig", within_banner=True)
    desk.settle()
    assert not desk.stored(other).is_cancelled
    assert _clocks(desk, booked)[0] == "16:00–16:30"


def test_what_is_the_last_step_no_more_is_said_without_a_way_back(desk: Desk, booked: list[Appointment]) -> None:
    other = desk.show(desk.span("11:00", "11:30"), BEN)
    row = desk.canvas.board.snapshot.find(booked[0].id)
    assert row is not None
    services, actor = desk.workplace.services, desk.session.actor
    before = row.appointment
    services.planning.move(actor, before.id, before.revision, desk.span("16:00", "16:30"), before.resource_ids)
    moved = services.series_moves.carry_over(actor, before, desk.stored(booked[0]))
    services.planning.cancel(actor, other.id)
    desk.page.commands.telling.offer("Verschoben.", "info", moved)
    assert _said(desk) == "Verschoben."
    with pytest.raises(AssertionError):
        desk.press_button("Rückgängig", within_banner=True)
