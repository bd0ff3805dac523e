"""What a role does not allow is disabled or absent in the plan, and says why before anything is tried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from helpers.planner_desk import ANNA, BEN, Desk, open_page
from helpers.workplace import Workplace
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import AppointmentOrigin
from terminplaner.domain.people import Role, User
from terminplaner.domain.when import AllDay
from terminplaner.ui.administration.absences_tab import AbsencesTab
from terminplaner.ui.allowance import Reason, ReasonLine, offer, say_reasons, withhold
from terminplaner.ui.banner import Banner
from terminplaner.ui.planner.availability.availability_dialog import AvailabilityDialog
from terminplaner.ui.planner.plan.feedback import Objection
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.plan.overlay import Tone
from terminplaner.ui.tasks import TaskRunner

Opener = Callable[[Role], Desk]


@pytest.fixture
def work_as(workplace: Workplace, tasks: TaskRunner, qtbot: QtBot, tmp_path: Path) -> Opener:
    """The desk of Klara Himmel, with another role."""

    def opener(role: Role) -> Desk:
        (klara,) = (user for user in workplace.services.users.list() if user.name == "klara.himmel")
        workplace.services.master_data.save(workplace.session().actor, replace(klara, role=role))
        session = workplace.session(klara.name)
        page = open_page(workplace, session, tasks, qtbot, tmp_path / "window.ini")
        desk = Desk(workplace, session, tasks, page, qtbot)
        desk.reload()
        desk.canvas.setFocus()
        return desk

    return opener


def _action(desk: Desk, text: str) -> QAction:
    return next(action for action in desk.page.actions() if action.text().replace("&", "") == text)


def _said(desk: Desk) -> str:
    return " ".join(banner.text for banner in desk.page.findChildren(Banner) if banner.isVisible())


def _entries(menu: QMenu) -> dict[str, QAction]:
    return {action.text().replace("&", ""): action for action in menu.actions()}


def _place(desk: Desk, name: str, start: str, end: str) -> NewAppointment:
    return NewAppointment(desk.resource(name), desk.span(start, end))


def test_who_only_reads_is_offered_nothing_that_changes(work_as: Opener) -> None:
    desk = work_as(Role.READER)
    booked = desk.show(desk.span("14:00", "15:00"))
    button = child(desk.page, QPushButton, "Neuer Termin")
    assert not button.isEnabled()
    assert "„Nur lesen“" in button.accessibleDescription()
    desk.click(desk.spot(ANNA, "14:20"))
    names = ("Stornieren", "Verschieben", "Kopieren", "Ausschneiden")
    for name in (*names, "Abwesenheit eintragen …", "Betriebsschließung …", "Verfügbarkeiten bearbeiten"):
        assert not _action(desk, name).isEnabled(), name
    assert _action(desk, "Bearbeiten …").isEnabled(), "to look at it"
    row = desk.canvas.chosen.current
    menu = _entries(desk.page.wishes.menu_for(row, _place(desk, ANNA, "14:00", "15:00")))
    assert menu["Ansehen …"].isEnabled()
    assert not {"Verschieben", "Status"} & set(menu)
    assert not menu["Stornieren"].isEnabled()
    desk.drag(desk.spot(ANNA, "14:20"), desk.spot(ANNA, "16:20"))
    desk.key(Qt.Key.Key_Delete)
    desk.settle()
    assert desk.stored(booked) == booked


def test_who_only_reads_opens_an_appointment_to_look_at_it(work_as: Opener) -> None:
    desk = work_as(Role.READER)
    desk.show(desk.span("14:00", "15:00"))
    desk.double_click(desk.spot(ANNA, "14:20"))
    desk.settle()
    reasons = [banner.text for banner in desk.dialog.findChildren(Banner)]
    assert "Sie dürfen für „Klara Himmel“ keine Termine planen" in " ".join(reasons)
    assert not child(desk.dialog, QPushButton, "Speichern").isVisible()
    assert not child(desk.dialog, QPushButton, "Termin stornieren").isVisible()
    desk.dialog.reject()


def test_an_employee_plans_the_own_column_only(work_as: Opener) -> None:
    desk = work_as(Role.EMPLOYEE)
    others = desk.show(desk.span("14:00", "15:00"), BEN)
    desk.double_click(desk.spot(BEN, "16:20"))
    assert not desk.has_dialog
    assert "Sie dürfen für „Thor Schuss“ keine Termine planen" in _said(desk)
    desk.drag(desk.spot(BEN, "14:20"), desk.spot(BEN, "16:20"))
    assert desk.stored(others) == others
    menu = desk.page.wishes.menu_for(None, _place(desk, BEN, "16:00", "16:30"))
    (new,) = (action.menu() for action in menu.actions() if action.text().replace("&", "") == "Neu")
    assert isinstance(new, QMenu)
    assert [(entry.text(), entry.isEnabled()) for entry in new.actions()] == [
        ("Für „Thor Schuss“ dürfen Sie nicht planen", False)
    ]
    desk.double_click(desk.spot(ANNA, "16:20"))
    desk.dialog.reject()


def test_the_own_appointment_is_not_carried_to_others(work_as: Opener) -> None:
    """What is in the hand says so over each column."""
    desk = work_as(Role.EMPLOYEE)
    desk.show(desk.span("14:00", "15:00"))
    desk.press(desk.spot(ANNA, "14:20"))
    desk.move(desk.spot(ANNA, "15:30"))
    assert Objection.FORBIDDEN not in desk.canvas.held.objections
    desk.move(desk.spot(BEN, "15:30"))
    assert Objection.FORBIDDEN in desk.canvas.held.objections
    assert Tone.of(desk.canvas.held.objections) is Tone.REFUSED
    desk.key(Qt.Key.Key_Escape)


def test_who_books_enters_neither_absences_nor_hours(work_as: Opener) -> None:
    desk = work_as(Role.BOOKER)
    for name in ("Abwesenheit eintragen …", "Betriebsschließung …", "Verfügbarkeiten bearbeiten"):
        assert not _action(desk, name).isEnabled(), name
        assert "„Terminvergabe“" in _action(desk, name).toolTip()
    menu = desk.page.wishes.menu_for(None, _place(desk, BEN, "16:00", "16:30"))
    (new,) = (action.menu() for action in menu.actions() if action.text().replace("&", "") == "Neu")
    assert isinstance(new, QMenu)
    entries = _entries(new)
    assert entries["Termin …"].isEnabled()
    assert not entries["Verfügbarkeit …"].isEnabled()
    assert not entries["Abwesenheit …"].isEnabled()


def test_the_hours_and_absences_of_others_are_not_opened(work_as: Opener) -> None:
    desk = work_as(Role.EMPLOYEE)
    _action(desk, "Verfügbarkeiten bearbeiten").setChecked(True)
    desk.double_click(desk.spot(BEN, "10:20"))
    desk.settle()
    assert "Sie dürfen für „Thor Schuss“ keine Abwesenheiten und Verfügbarkeiten eintragen" in _said(desk)
    assert not desk.page.findChildren(AvailabilityDialog)
    desk.double_click(desk.spot(ANNA, "10:20"))
    desk.settle()
    (dialog,) = desk.page.findChildren(AvailabilityDialog)
    dialog.reject()
    day = AllDay(date(2026, 11, 23), date(2026, 11, 24))
    away = Absence(uuid4(), AbsenceKind.VACATION, day, (desk.resource(BEN).id,))
    desk.workplace.services.absences.save(desk.workplace.session().actor, away)
    desk.reload()
    entries = _entries(desk.page.wishes.menu_for(None, _place(desk, BEN, "10:00", "10:30")))
    found = [entry for text, entry in entries.items() if text.startswith("„Urlaub")]
    assert found
    assert not any(entry.isEnabled() for entry in found)


def test_within_the_hours_only_is_said_while_something_is_held(work_as: Opener) -> None:
    desk = work_as(Role.BOOKER_IN_HOURS)
    desk.show(desk.span("16:00", "17:00"))
    desk.press(desk.spot(ANNA, "16:20"))
    desk.move(desk.spot(ANNA, "16:40"))
    desk.move(desk.spot(ANNA, "17:50"))
    assert set(desk.canvas.held.objections) == {Objection.FORBIDDEN, Objection.CLOSED}
    desk.key(Qt.Key.Key_Escape)


def test_the_dialog_says_so_before_anybody_saves(work_as: Opener) -> None:
    desk = work_as(Role.BOOKER_IN_HOURS)
    desk.double_click(desk.spot(ANNA, "18:10"))
    desk.qtbot.waitUntil(lambda: "nur innerhalb der Arbeitszeiten" in _told(desk))
    (banner,) = (banner for banner in desk.dialog.findChildren(Banner) if "Arbeitszeiten" in banner.text)
    assert banner.property("tone") == "danger"
    press(desk.dialog, "Abbrechen")


def _told(desk: Desk) -> str:
    return " ".join(banner.text for banner in desk.dialog.findChildren(Banner))


def test_absences_of_others_are_looked_at(
    work_as: Opener, workplace: Workplace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    desk = work_as(Role.BOOKER)
    tab = AbsencesTab(workplace.services, desk.session, tasks)
    qtbot.addWidget(tab)
    tab.show()
    for name in ("Neu …", "Betriebsschließung …"):
        assert not child(tab, QPushButton, name).isEnabled()
        assert child(tab, QPushButton, name).toolTip()


def test_an_account_without_an_employee_plans_nothing_of_its_own(workplace: Workplace) -> None:
    user = User(uuid4(), "aushilfe", Role.EMPLOYEE)
    workplace.services.master_data.save(workplace.session().actor, user)
    assert not workplace.session("aushilfe").actor.may_plan_something


def _opened(menu: QMenu) -> list[str]:
    """What the entries say while the menu is open."""
    menu.aboutToShow.emit()
    texts = [action.text().replace("&", "") for action in menu.actions()]
    menu.aboutToHide.emit()
    return texts


def test_a_menu_says_without_a_mouse_why_an_entry_cannot_be_chosen(work_as: Opener) -> None:
    desk = work_as(Role.PLANNER)
    blocked = desk.show(desk.span("14:00", "15:00"), is_read_only=True, origin=AppointmentOrigin.GOOGLE)
    row = desk.workplace.services.queries.appointment(blocked.id)
    menu = desk.page.wishes.menu_for(row, _place(desk, ANNA, "14:00", "15:00"))
    assert "Stornieren (gehört Google)" in _opened(menu)
    assert "Stornieren" in _entries(menu), "closed, it is called as ever"
    ground = desk.page.wishes.menu_for(None, _place(desk, ANNA, "16:00", "16:30"))
    assert "Einfügen (nichts in der Zwischenablage)" in _opened(ground)
    bar = QMenu()
    desk.qtbot.addWidget(bar)
    desk.page.entries.fill_appointment_menu(bar, desk.page.availability.actions)
    say_reasons(bar)
    assert "Verschieben (kein Termin gewählt)" in _opened(bar)
    desk.click(desk.spot(ANNA, "14:20"))
    assert "Verschieben (gehört Google)" in _opened(bar)
    assert "Auch die folgenden der Serie (nach dem Verschieben eines Serientermins)" in _opened(bar)


def test_an_entry_that_is_offered_while_its_menu_is_open_is_called_as_ever(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    entry = menu.addAction("Jetzt")
    say_reasons(menu)
    withhold(Reason("läuft", "Es läuft."), entry)
    menu.aboutToShow.emit()
    assert entry.text() == "Jetzt (läuft)"
    offer(entry)
    menu.aboutToHide.emit()
    assert entry.text() == "Jetzt"


def test_below_buttons_stands_why_they_cannot_be_pressed(qtbot: QtBot) -> None:
    first, second, free = QPushButton(), QPushButton(), QPushButton()
    host = QWidget()
    line = ReasonLine(first, second, free)
    column = QVBoxLayout(host)
    for part in (first, second, free, line):
        column.addWidget(part)
    qtbot.addWidget(host)
    assert line.isHidden()
    withhold(Reason("kurz", "Das geht nicht."), first, second)
    line.say()
    assert (line.isHidden(), line.text(), first.toolTip()) == (False, "Das geht nicht.", "Das geht nicht.")
    offer(first)
    withhold(Reason("kurz", "Auch nicht."), second)
    free.setEnabled(False)
    line.say()
    assert line.text() == "Auch nicht."
    with_reason = QPushButton()
    withhold(Reason("kurz", "Von Anfang an."), with_reason)
    assert not ReasonLine(with_reason).isVisible(), "a line that has no place yet is no window"
    offer(second)
    line.say()
    assert (line.isHidden(), first.toolTip(), second.accessibleDescription()) == (True, "", "")
