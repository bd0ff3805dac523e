"""The waiting list beside the plan: keeping it, taking a wish into the plan, offering what became free."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only, open_page
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import StaleRevisionError
from terminplaner.domain.resource import Combination, Weekday
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.waiting_list import Priority, WaitingListEntry
from terminplaner.domain.when import AllDay
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.waiting_list import WaitingRow
from terminplaner.ui.banner import Banner
from terminplaner.ui.planner.panels.carry_list import CarryList
from terminplaner.ui.planner.panels.waiting_dialog import WaitingDialog
from terminplaner.ui.planner.panels.waiting_offers import WaitingOffers
from terminplaner.ui.planner.panels.waiting_panel import WaitingListPanel
from terminplaner.ui.planner.plan.carrying import Carried, Purpose
from terminplaner.ui.tasks import TaskRunner


@pytest.fixture
def panel(desk: Desk) -> WaitingListPanel:
    """Shown by its keys; Anna takes part in the waiting list."""
    services, actor = desk.workplace.services, desk.session.actor
    services.master_data.save(actor, replace(desk.resource(ANNA), has_waiting_list=True))
    desk.reload()
    desk.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    desk.settle()
    found = only(desk.page, WaitingListPanel)
    assert found.isVisible()
    return found


def add(desk: Desk, note: str, **fields: Any) -> WaitingListEntry:
    services, session = desk.workplace.services, desk.session
    entry = WaitingListEntry(uuid4(), session.branch.id, services.clock.now(), "", note=note, **fields)
    stored = services.waiting_list.add(session.actor, entry)
    desk.workplace.clock.at += timedelta(milliseconds=1)
    desk.reload()
    return stored


def lines(panel: WaitingListPanel, name: str = "Wer wartet") -> list[str]:
    listed = child(panel, CarryList, name)
    return [listed.item(number).text() for number in range(listed.count())]


def go_to(panel: WaitingListPanel, number: int = 0) -> CarryList:
    listed = child(panel, CarryList, "Wer wartet")
    listed.setCurrentRow(number)
    listed.setFocus()
    return listed


def banners(desk: Desk) -> list[str]:
    return [banner.text for banner in desk.page.findChildren(Banner) if banner.text]


# -- keeping the list


def test_the_list_shows_who_waits_in_order(desk: Desk, panel: WaitingListPanel) -> None:
    add(desk, "Frau Meier")
    add(desk, "Herr Eilig", priority=Priority.HIGH)
    assert lines(panel) == ["Herr Eilig (Dringend)", "Frau Meier"]


def test_a_wish_is_taken_down_by_the_dialog(desk: Desk, panel: WaitingListPanel) -> None:
    press(panel, "Auf die Warteliste …")
    dialog = only(panel, WaitingDialog)
    press(dialog, "Speichern")
    desk.settle()
    (complaint,) = [banner.text for banner in dialog.findChildren(Banner) if banner.text]
    assert complaint == "Wählen Sie einen Kunden, oder schreiben Sie in die Bemerkung, wer wartet."
    child(dialog, QPlainTextEdit, "Bemerkung").setPlainText("Frau Meier")
    child(dialog, QSpinBox, "Dauer").setValue(45)
    resources = child(dialog, QListWidget, "Ressourcen")
    assert [resources.item(number).text() for number in range(resources.count())] == [ANNA]
    resources.item(0).setCheckState(Qt.CheckState.Checked)
    child(dialog, QComboBox, "Priorität").setCurrentIndex(2)
    press(dialog, "Speichern")
    desk.settle()
    assert lines(panel) == ["Frau Meier (Kann warten)"]
    (row,) = desk.workplace.services.waiting_list.rows(desk.session.branch.id)
    entry = row.entry
    assert (entry.duration_minutes, entry.resource_ids, entry.created_by) == (
        45,
        (desk.resource(ANNA).id,),
        "admin",
    )


def test_a_wish_is_changed_and_nothing_else_of_it(desk: Desk, panel: WaitingListPanel) -> None:
    stored = add(desk, "Frau Meier", duration_minutes=40, from_on=MONDAY, resource_ids=(desk.resource(ANNA).id,))
    QTest.keyClick(go_to(panel), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog = only(panel, WaitingDialog)
    assert not panel.is_dirty
    child(dialog, QPlainTextEdit, "Bemerkung").setPlainText("Herr Meier")
    assert desk.page.is_dirty
    press(dialog, "Speichern")
    desk.settle()
    (row,) = desk.workplace.services.waiting_list.rows(desk.session.branch.id)
    assert replace(row.entry, revision=1) == replace(stored, note="Herr Meier")


def test_what_was_removed_comes_back(desk: Desk, panel: WaitingListPanel) -> None:
    add(desk, "Frau Meier")
    QTest.keyClick(go_to(panel), Qt.Key.Key_Delete)
    desk.settle()
    assert lines(panel) == []
    press(panel, "Rückgängig")
    desk.settle()
    assert lines(panel) == ["Frau Meier"]


def test_what_came_back_another_way_is_offered_no_more(desk: Desk, panel: WaitingListPanel) -> None:
    stored = add(desk, "Frau Meier")
    QTest.keyClick(go_to(panel), Qt.Key.Key_Delete)
    desk.settle()
    services, actor = desk.workplace.services, desk.session.actor
    services.undo.undo(actor)
    services.waiting_list.settle(actor, stored.id)
    desk.settle()
    with pytest.raises(AssertionError):
        press(panel, "Rückgängig")


def test_settled_ones_are_shown_on_request_and_opened_again(desk: Desk, panel: WaitingListPanel) -> None:
    add(desk, "Frau Meier")
    row = go_to(panel).current
    assert isinstance(row, WaitingRow)
    trigger(panel, row, "Als erledigt ablegen")
    desk.settle()
    assert lines(panel) == []
    press(panel, "Erledigte zeigen")
    desk.settle()
    assert lines(panel) == ["Frau Meier"]
    row = go_to(panel).current
    assert isinstance(row, WaitingRow)
    trigger(panel, row, "Wieder öffnen")
    desk.settle()
    press(panel, "Erledigte zeigen")
    desk.settle()
    assert lines(panel) == ["Frau Meier"]


def trigger(panel: WaitingListPanel, row: WaitingRow, text: str) -> None:
    entries = {action.text().replace("&", ""): action for action in panel.menu_for(row).actions()}
    entries[text].trigger()


def test_the_chain_option_hides_it_all(desk: Desk, panel: WaitingListPanel) -> None:
    desk.workplace.services.settings.set(desk.session.actor, "use_waiting_lists", "false")
    desk.reload()
    assert not panel.isVisible()
    (switch,) = [action for action in desk.page.actions() if action.text() == "Warteliste"]
    assert not switch.isVisible()


def test_whose_days_are_over_is_said_in_words_and_comes_last(desk: Desk, panel: WaitingListPanel) -> None:
    add(desk, "Frau Gestern", until_on=MONDAY - timedelta(days=1), priority=Priority.HIGH)
    add(desk, "Frau Heute", until_on=MONDAY)
    desk.settle()
    assert lines(panel) == ["Frau Heute", "Frau Gestern (Dringend, abgelaufen)"]


def test_the_list_is_filtered_by_customer_resource_and_type(desk: Desk, panel: WaitingListPanel) -> None:
    (aylin,) = desk.workplace.services.queries.customers("1003")
    kind = next(row for row in desk.workplace.services.queries.types() if row.name == "Anpassung")
    add(desk, "Frau Meier", resource_ids=(desk.resource(BEN).id,))
    add(desk, "", customer_id=aylin.id, type_id=kind.id)
    desk.settle()
    field = child(panel, QLineEdit, "Warteliste filtern")
    for typed, expected in (
        ("ozd", ["Özdemir, Aylin"]),
        ("thor", ["Frau Meier"]),
        ("anp", ["Özdemir, Aylin"]),
        ("meier schuss", ["Frau Meier"]),
        ("meier anp", []),
        ("", ["Frau Meier", "Özdemir, Aylin"]),
    ):
        field.setText(typed)
        assert lines(panel) == expected, typed
    field.setText("xyz")
    assert any(label.text() == "Auf diese Wörter passt niemand." for label in panel.findChildren(QLabel))
    field.setText("meier")
    QTest.keyClick(field, Qt.Key.Key_Return)
    listed = child(panel, CarryList, "Wer wartet")
    assert listed.hasFocus()
    assert isinstance(listed.current, WaitingRow)


def test_whom_the_next_appointment_is_for_is_put_on_the_list(desk: Desk, panel: WaitingListPanel) -> None:
    (aylin,) = desk.workplace.services.queries.customers("1003")
    desk.page.commands.dialogs.book_for(aylin, aylin.label)
    press(panel, "Auf die Warteliste …")
    dialog = only(panel, WaitingDialog)
    assert child(dialog, QLineEdit, "Kunde").text() == "Özdemir, Aylin"
    press(dialog, "Speichern")
    desk.settle()
    assert lines(panel) == ["Özdemir, Aylin"]
    assert desk.page.commands.dialogs.customer is None


# -- from an appointment


def wish_of(desk: Desk) -> WaitingDialog:
    return only(desk.page, WaitingDialog)


def stored_wishes(desk: Desk) -> tuple[WaitingListEntry, ...]:
    return tuple(row.entry for row in desk.workplace.services.waiting_list.rows(desk.session.branch.id))


def test_another_like_an_appointment_is_wished_from_its_menu(desk: Desk) -> None:
    (aylin,) = desk.workplace.services.queries.customers("1003")
    kind = desk.workplace.services.queries.types()[0]
    stored = desk.show(desk.span("10:00", "10:45"), ANNA, BEN, customer_id=aylin.id, type_id=kind.id)
    row = desk.workplace.services.queries.appointment(stored.id)
    trigger_in(desk, row, "Auf die Warteliste …")
    press(wish_of(desk), "Speichern")
    desk.settle()
    (wish,) = stored_wishes(desk)
    assert (wish.customer_id, wish.type_id, wish.duration_minutes) == (aylin.id, kind.id, 45)
    assert set(wish.resource_ids) == {desk.resource(ANNA).id, desk.resource(BEN).id}
    assert wish.combination is Combination.ALL
    assert "Der Wunsch steht auf der Warteliste." in banners(desk)


def test_it_is_offered_only_where_it_makes_sense(desk: Desk) -> None:
    def is_offered(**fields: Any) -> bool:
        stored = desk.show(desk.span("10:00", "10:45"), BEN, **fields)
        row = desk.workplace.services.queries.appointment(stored.id)
        entries = desk.page.wishes.menu_for(row, None).actions()
        return "Auf die Warteliste …" in [entry.text().replace("&", "") for entry in entries]

    assert is_offered(text="Frau Meier")
    assert is_offered(text="Frau Meier", cancelled_at=desk.at("08:00"), cancelled_by="jemand")
    assert not is_offered()
    assert not is_offered(text="Zahnarzt", is_private=True)
    assert not is_offered(text="Konferenz", is_read_only=True)
    desk.workplace.services.settings.set(desk.session.actor, "use_waiting_lists", "false")
    desk.reload()
    assert not is_offered(text="Frau Meier")
    desk.double_click(desk.spot(ANNA, "14:00"))
    assert not child_button(desk, "Auf die Warteliste …").isVisible()
    press(desk.dialog, "Abbrechen")


def test_what_is_entered_in_its_dialog_is_wished_and_stays_entered(desk: Desk) -> None:
    (aylin,) = desk.workplace.services.queries.customers("1003")
    desk.page.commands.dialogs.book_for(aylin, aylin.label)
    desk.double_click(desk.spot(ANNA, "14:00"))
    press(desk.dialog, "Auf die Warteliste …")
    wish = only(desk.dialog, WaitingDialog)
    assert child(wish, QLineEdit, "Kunde").text() == "Özdemir, Aylin"
    press(wish, "Speichern")
    desk.settle()
    assert [entry.customer_id for entry in stored_wishes(desk)] == [aylin.id]
    assert "Der Wunsch steht auf der Warteliste." in banners(desk)
    desk.dialog.save()
    desk.settle()
    assert [row.customer_id for row in desk.everything()] == [aylin.id]


def test_no_wish_is_entered_before_a_dialog_that_is_about_to_close(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    press(desk.dialog, "Speichern")
    assert not child_button(desk, "Auf die Warteliste …").isEnabled(), "saving takes away what is entered there"
    desk.settle()
    assert len(desk.everything()) == 1


def test_a_wish_that_went_with_its_dialog_is_not_asked_for_input(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    dialog = desk.dialog
    press(dialog, "Auf die Warteliste …")
    dialog.done(0)
    desk.qtbot.waitUntil(lambda: not desk.has_dialog)
    assert not desk.page.commands.dialogs.has_unsaved_input
    desk.double_click(desk.spot(ANNA, "14:00"))
    press(desk.dialog, "Auf die Warteliste …")
    assert desk.dialog.findChildren(WaitingDialog), "another one can be entered"


def child_button(desk: Desk, name: str) -> QPushButton:
    return next(button for button in desk.dialog.findChildren(QPushButton) if button.text() == name)


def trigger_in(desk: Desk, row: AppointmentRow, text: str) -> None:
    entries = desk.page.wishes.menu_for(row, None).actions()
    next(entry for entry in entries if entry.text().replace("&", "") == text).trigger()


# -- into the plan


def test_a_wish_is_picked_up_placed_and_settled_by_saving(desk: Desk, panel: WaitingListPanel) -> None:
    entry = add(desk, "Frau Meier", duration_minutes=60)
    QTest.keyClick(go_to(panel), Qt.Key.Key_Return)
    desk.click(desk.spot(ANNA, "11:00"))
    desk.settle()
    desk.press_button("Speichern")
    desk.settle()
    (booked,) = desk.everything()
    assert (booked.text, booked.when) == ("Frau Meier", desk.span("11:00", "12:00"))
    assert lines(panel) == []
    (row,) = desk.workplace.services.waiting_list.rows(desk.session.branch.id, settled=True)
    assert (row.entry.id, row.entry.appointment_id) == (entry.id, booked.id)


def test_the_next_free_times_of_a_wish_are_a_click_away(desk: Desk, panel: WaitingListPanel) -> None:
    add(desk, "Frau Meier", from_on=MONDAY + timedelta(days=1))
    carried: list[Carried] = []
    panel.carryRequested.connect(carried.append)
    go_to(panel)
    desk.settle()
    (link,) = buttons_with(panel, "24.11. 09:00")
    link.click()
    desk.settle()
    assert desk.page.shown_window.day == MONDAY + timedelta(days=1)
    assert [item.purpose for item in carried] == [Purpose.BOOK]
    assert carried[0].entry is not None


def test_typing_into_the_filter_asks_for_no_free_times_again(
    desk: Desk, panel: WaitingListPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    for note in ("Frau Meier", "Herr Meier"):
        add(desk, note)
    go_to(panel)
    desk.settle()
    asked: list[object] = []

    def find(_self: object, query: object) -> tuple[object, ...]:
        asked.append(query)
        return ()

    monkeypatch.setattr(type(desk.workplace.services.free_slots), "find", find)
    QTest.keyClicks(child(panel, QLineEdit, "Warteliste filtern"), "Frau")
    desk.settle()
    assert (len(lines(panel)), asked) == (1, [])
    child(panel, QLineEdit, "Warteliste filtern").setText("Herr")
    go_to(panel)
    desk.settle()
    assert len(asked) == 1


def test_looking_back_in_vain_lets_no_second_question_go_beside_the_first(desk: Desk) -> None:
    later = _Later()
    offers = WaitingOffers(
        desk.workplace.services, desk.session, cast(TaskRunner, later), Banner(desk.page), desk.page
    )
    stored = desk.put(desk.span("14:00", "14:30"))
    freed = desk.workplace.services.planning.cancel(desk.session.actor, stored.id).change_set
    offers.look_back()
    offers.notice(freed)
    assert len(later.asked) == 2
    _work, _owner, _on_success, on_error = later.asked[0]
    on_error(StaleRevisionError())
    offers.notice(freed)
    assert len(later.asked) == 2, "it is still being asked"
    offers.look_back()
    assert len(later.asked) == 3, "it can be had another time"


class _Later:
    """What somebody wants to be done, and whom to tell."""

    def __init__(self) -> None:
        self.asked: list[Any] = []

    def run(self, *wanted: object) -> None:
        self.asked.append(wanted)


def buttons_with(panel: WaitingListPanel, part: str) -> list[QPushButton]:
    return [button for button in panel.findChildren(QPushButton) if part in button.text() and button.isVisible()]


def test_nothing_can_be_taken_where_no_resource_takes_part(desk: Desk, panel: WaitingListPanel) -> None:
    services, actor = desk.workplace.services, desk.session.actor
    services.master_data.save(actor, replace(desk.resource(ANNA), has_waiting_list=False))
    add(desk, "Frau Meier")
    go_to(panel)
    desk.settle()
    (take,) = buttons_with(panel, "In Plan übernehmen")
    assert not take.isEnabled()
    (reason,) = [label for label in panel.findChildren(QLabel) if "Noch keine Ressource" in label.text()]
    assert reason.isVisible()


# -- what became free


def cancel_by(desk: Desk, author: Author) -> None:
    """Somebody cancels Anna's appointment at ten, and the page hears of it as of any change."""
    booked = desk.show(desk.span("14:00", "14:30"), ANNA)
    with desk.workplace.gate.open(author, "cancel") as passage:
        passage.work.put(replace(booked, cancelled_at=desk.at("08:00"), cancelled_by=author.name))
    assert passage.change_set is not None
    desk.page.refresh(passage.change_set)
    desk.settle()


@pytest.mark.parametrize("origin", [Origin.USER, Origin.GOOGLE])
def test_whom_a_free_time_suits_is_said_once_and_quietly(
    desk: Desk, panel: WaitingListPanel, origin: Origin
) -> None:
    for name in ("Frau Meier", "Herr Schulz"):
        add(desk, name)
    add(desk, "Ben allein", resource_ids=(desk.resource(BEN).id,))
    desk.press_button("Bereich schließen")
    cancel_by(desk, Author("jemand", origin))
    assert "2 Personen warten auf eine solche Zeit." in banners(desk)
    assert not desk.has_dialog
    desk.press_button("Ansehen", within_banner=True)
    desk.settle()
    assert lines(panel, "Passt in frei gewordene Zeiten") == ["Frau Meier", "Herr Schulz"]


def test_an_offer_is_taken_into_the_plan(desk: Desk, panel: WaitingListPanel) -> None:
    add(desk, "Frau Meier")
    cancel_by(desk, Author("jemand", Origin.USER))
    carried: list[Carried] = []
    panel.carryRequested.connect(carried.append)
    offers = child(panel, CarryList, "Passt in frei gewordene Zeiten")
    offers.focus_first()
    QTest.keyClick(offers, Qt.Key.Key_Return)
    assert carried[0].lead.appointment.when == desk.span("14:00", "14:30")


def test_the_button_takes_the_offer_or_the_wish_somebody_came_to_last(desk: Desk, panel: WaitingListPanel) -> None:
    add(desk, "Frau Meier")
    cancel_by(desk, Author("jemand", Origin.USER))
    carried: list[Carried] = []
    panel.carryRequested.connect(carried.append)
    offers = child(panel, CarryList, "Passt in frei gewordene Zeiten")
    click_first(offers)
    press(panel, "In Plan übernehmen")
    assert carried[-1].lead.appointment.when == desk.span("14:00", "14:30")
    click_first(child(panel, CarryList, "Wer wartet"))
    assert offers.current is None
    press(panel, "In Plan übernehmen")
    assert not carried[-1].has_time
    click_first(offers)
    press(panel, "In Plan übernehmen")
    assert carried[-1].lead.appointment.when == desk.span("14:00", "14:30")


def click_first(listed: CarryList) -> None:
    spot = listed.visualItemRect(listed.item(0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def test_an_offer_goes_with_its_time_or_with_a_click(desk: Desk, panel: WaitingListPanel) -> None:
    add(desk, "Frau Meier")
    cancel_by(desk, Author("jemand", Origin.USER))
    assert "Eine Person wartet auf eine solche Zeit." in banners(desk)
    desk.show(desk.span("14:00", "14:30"), ANNA)
    assert banners(desk) == []
    assert lines(panel, "Passt in frei gewordene Zeiten") == []
    assert not child(panel, CarryList, "Passt in frei gewordene Zeiten").isVisible()


def test_a_time_that_suits_nobody_says_nothing(desk: Desk, panel: WaitingListPanel) -> None:
    add(desk, "Frau Meier", resource_ids=(desk.resource(BEN).id,))
    cancel_by(desk, Author("jemand", Origin.USER))
    assert banners(desk) == []


# -- from a template, and from elsewhere


def test_a_template_brings_type_duration_and_resources(desk: Desk, panel: WaitingListPanel) -> None:
    services, actor = desk.workplace.services, desk.session.actor
    kind = services.queries.types()[1]
    ids = (desk.resource(ANNA).id, desk.resource(BEN).id)
    template = AppointmentTemplate(uuid4(), "Lang", 75, type_id=kind.id, resource_ids=ids, text="Anpassung")
    stored = services.master_data.save(actor, template)
    desk.reload()
    press(panel, "Auf die Warteliste …")
    dialog = only(panel, WaitingDialog)
    child(dialog, QPlainTextEdit, "Bemerkung").setPlainText("Frau Meier")
    field = child(dialog, QComboBox, "Vorlage")
    field.setCurrentIndex(field.findText("Lang"))
    press(dialog, "nur Zeiten anbieten, die ein Termin dieses Typs freigibt")
    press(dialog, "Speichern")
    desk.settle()
    (row,) = services.waiting_list.rows(desk.session.branch.id)
    entry = row.entry
    assert (entry.template_id, entry.type_id, entry.duration_minutes) == (stored.id, kind.id, 75)
    assert (set(entry.resource_ids), entry.combination, entry.matches_type) == (set(ids), Combination.ALL, True)
    assert lines(panel) == ["Frau Meier"]
    go_to(panel)
    desk.settle()
    found = [button.text() for button in panel.findChildren(QPushButton) if f"{ANNA} + {BEN}" in button.text()]
    assert len(found) == 3


def test_a_time_that_another_workstation_gave_up_is_offered(desk: Desk, panel: WaitingListPanel) -> None:
    stored = desk.show(desk.span("14:00", "15:00"), ANNA)
    add(desk, "Frau Meier")
    desk.workplace.clock.at += timedelta(seconds=1)
    with desk.workplace.store.write(Author("jemand", Origin.USER), "cancel") as work:
        current = work.get(Appointment, stored.id)
        work.put(replace(current, cancelled_at=desk.workplace.clock.now(), cancelled_by="jemand"))
        change_set = work.commit()
    desk.page.refresh(change_set)
    desk.settle()
    assert [text for text in banners(desk) if "wartet" in text]
    assert lines(panel, "Passt in frei gewordene Zeiten") == ["Frau Meier"]


def test_the_time_of_a_deleted_absence_is_offered(desk: Desk, panel: WaitingListPanel) -> None:
    add(desk, "Frau Meier")
    absences, actor = desk.workplace.services.absences, desk.session.actor
    days = AllDay(MONDAY, MONDAY + timedelta(days=2))
    away = absences.save(actor, Absence(uuid4(), AbsenceKind.SICKNESS, days, (desk.resource(ANNA).id,))).absence
    desk.reload()
    desk.page.availability.delete_absence(away)
    desk.settle()
    assert lines(panel, "Passt in frei gewordene Zeiten") == ["Frau Meier"]
    desk.press_button("Rückgängig", within_banner=True)
    desk.settle()
    assert lines(panel, "Passt in frei gewordene Zeiten") == []


def test_what_became_free_before_the_start_is_offered(
    desk: Desk, panel: WaitingListPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    add(desk, "Frau Meier")
    planning, actor = desk.workplace.services.planning, desk.session.actor
    appointment = Appointment(
        uuid4(), desk.session.branch.id, desk.span("14:00", "14:30"), (desk.resource(ANNA).id,)
    )
    planning.cancel(actor, planning.book(actor, appointment).appointment.id)
    again = open_page(desk.workplace, desk.session, desk.tasks, qtbot, tmp_path / "again.ini")
    desk.settle()
    (offers,) = again.findChildren(WaitingOffers)
    assert len(offers.offers) == 1
    assert not [banner.text for banner in again.findChildren(Banner) if banner.isVisible()], "it is no news"


def test_nothing_decisive_is_cut_and_what_to_do_is_said(desk: Desk, panel: WaitingListPanel) -> None:
    def says(text: str) -> bool:
        return any(label.text() == text and label.isVisible() for label in panel.findChildren(QLabel))

    assert says("Niemand wartet.")
    press(panel, "Den ersten Eintrag anlegen …")
    only(panel, WaitingDialog).reject()
    add(desk, "Wolke", weekdays=(Weekday.TUESDAY,), starts_at=time(14))
    assert not says("Niemand wartet.")
    assert says("Eintrag wählen, um passende Zeiten zu sehen.")
    row = child(panel, CarryList, "Wer wartet").item(0)
    title, what, when = str(row.data(Qt.ItemDataRole.AccessibleTextRole)).split(", ")
    assert (title, what) == ("Wolke", "30 min")
    assert when.split(" · ")[1:2] == ["ab 14:00"]
    go_to(panel)
    desk.settle()
    assert not says("Eintrag wählen, um passende Zeiten zu sehen.")
