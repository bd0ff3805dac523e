""" "Mein AMPAREX": the own appointments and the own calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from helpers.named import dialog_title, named, open_dialog, press
from helpers.workplace import Workplace
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, GoogleAccount
from terminplaner.domain.people import Role, User
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Timed, When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.resource_rows import ResourceFilter
from terminplaner.ui.banner import Banner
from terminplaner.ui.my_panel import MyPanelPage
from terminplaner.ui.tasks import TaskRunner

Open = Callable[[str], MyPanelPage]


@pytest.fixture
def open_panel(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> Open:
    def open_for(user: str) -> MyPanelPage:
        page = MyPanelPage(workplace.services, workplace.session(user), tasks)
        qtbot.addWidget(page)
        page.resize(900, 700)
        page.show()
        qtbot.waitUntil(lambda: not tasks.is_busy)
        return page

    return open_for


@pytest.fixture
def thor(workplace: Workplace) -> Resource:
    (row,) = workplace.services.queries.find_resources(ResourceFilter("Thor Schuss"))
    return row.resource


def book(workplace: Workplace, resource: Resource, when: When, text: str) -> None:
    session = workplace.session()
    workplace.services.planning.book(
        session.actor, Appointment(uuid4(), session.branch.id, when, (resource.id,), text=text, is_parallel=True)
    )


def switch_on(workplace: Workplace) -> None:
    workplace.services.settings.set(workplace.session().actor, "google_sync", "on")


def link(workplace: Workplace, resource: Resource) -> None:
    account = GoogleAccount(uuid4(), "thor@example.com", frozenset(), b"x")
    calendar_id = "u54nh0i@group.calendar.google.com"
    workplace.keep(
        account,
        CalendarLink(
            uuid4(), resource.id, account.id, calendar_id, "Thor", "Europe/Berlin", is_created_by_program=True
        ),
    )


def said(page: MyPanelPage) -> str:
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_somebody_without_a_resource_is_told_how_to_get_one(open_panel: Open) -> None:
    page = open_panel("admin")
    assert "Ihnen ist noch keine Ressource zugeordnet" in said(page)
    assert "Ordnen Sie sich in der Filialverwaltung unter „Benutzerkonten“ einen Mitarbeiter zu" in said(page)
    assert not [button for button in page.findChildren(QPushButton) if button.isVisible()]


def test_whoever_may_not_do_it_is_sent_to_an_administrator(workplace: Workplace, open_panel: Open) -> None:
    workplace.services.master_data.save(workplace.session().actor, User(uuid4(), "planer", Role.PLANNER))
    assert "Ein Administrator kann Ihrem Benutzer einen Mitarbeiter zuordnen" in said(open_panel("planer"))


def test_the_appointments_left_today_are_listed_in_the_branch_s_time(
    workplace: Workplace, open_panel: Open, thor: Resource
) -> None:
    now = workplace.clock.now()
    for hours, text in ((-3, "vorbei"), (1, "gleich"), (30, "morgen")):
        start = now + timedelta(hours=hours)
        book(workplace, thor, Timed(start, start + timedelta(minutes=45)), text)
    book(workplace, thor, AllDay(date(2026, 11, 23), date(2026, 11, 24)), "Inventur")
    page = open_panel("thor.schuss")
    shown = named(page, QListWidget, "Meine nächsten Termine heute")
    assert [shown.item(row).text() for row in range(shown.count())] == [
        "ganztägig   Inventur",
        "11:00–11:45   gleich",
    ]


def test_nothing_left_today_is_said(open_panel: Open) -> None:
    assert "Heute stehen keine Termine mehr an." in said(open_panel("thor.schuss"))


def test_the_own_calendar_is_shown_and_can_be_withdrawn_from(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, open_panel: Open, thor: Resource
) -> None:
    switch_on(workplace)
    link(workplace, thor)
    page = open_panel("thor.schuss")
    assert named(page, QAbstractButton, "Anderen Kalender wählen …").property("role") == "", "all is done"
    press(page, "Details")
    shown = named(page, QLineEdit, "ID")
    assert shown.text() == "u54nh0i@group.calendar.google.com"
    press(page, "Details ausblenden")
    assert not shown.isVisible()
    assert "noch nie abgeglichen" in said(page)
    press(page, "Bestehende Zustimmung zurückziehen")
    qtbot.waitUntil(lambda: dialog_title() == "Zustimmung zurückziehen")
    dialog = open_dialog()
    assert dialog is not None
    press(dialog, "Abbrechen")
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert [banner.text for banner in page.findChildren(Banner)] == ["Die Zustimmung besteht weiter."]


def test_the_consent_starts_from_here_once_the_sync_is_on(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, open_panel: Open
) -> None:
    page = open_panel("thor.schuss")
    assert not named(page, QAbstractButton, "Freigabe starten").isEnabled()
    assert not [
        button for button in page.findChildren(QPushButton) if button.text() == "Details" and button.isVisible()
    ]
    assert not named(page, QAbstractButton, "Bestehende Zustimmung zurückziehen").isEnabled()
    switch_on(workplace)
    page.refresh(None)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    press(page, "Freigabe starten")
    qtbot.waitUntil(lambda: dialog_title() == "Bestätigung" and not tasks.is_busy)
    dialog = open_dialog()
    assert dialog is not None
    press(dialog, "Abbrechen")


def test_reminders_are_switched_here(open_panel: Open) -> None:
    page = open_panel("klara.himmel")
    wanted: list[bool] = []
    page.reminders.ownToggled.connect(wanted.append)
    tick = named(page, QCheckBox, "An diesem Arbeitsplatz an meine Termine erinnern")
    page.reminders.show_choice(own=True, shown=False)
    assert (tick.isChecked(), wanted) == (True, [])
    tick.click()
    assert wanted == [False]
    assert any(label.text() == "10 Minuten vorher." for label in page.findChildren(QLabel))


def test_an_own_appointment_leads_to_the_plan(workplace: Workplace, open_panel: Open, thor: Resource) -> None:
    start = workplace.clock.now() + timedelta(hours=1)
    for number in range(2):
        at = start + timedelta(hours=number)
        book(workplace, thor, Timed(at, at + timedelta(minutes=30)), f"Termin {number}")
    page = open_panel("thor.schuss")
    wanted: list[AppointmentRow] = []
    page.revealRequested.connect(wanted.append)
    shown = named(page, QListWidget, "Meine nächsten Termine heute")
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualItemRect(shown.item(0)).center())
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert [row.appointment.text for row in wanted] == ["Termin 0", "Termin 1"]


def test_what_there_is_to_remember_is_listed(workplace: Workplace, open_panel: Open, thor: Resource) -> None:
    assert "nichts, woran Sie zu erinnern wären" in said(open_panel("thor.schuss"))
    start = workplace.clock.now() + timedelta(hours=1)
    book(workplace, thor, Timed(start, start + timedelta(minutes=30)), "Anpassung")
    page = open_panel("thor.schuss")
    shown = named(page, QListWidget, "Erinnerungen")
    assert [shown.item(row).text() for row in range(shown.count())] == [
        "10:50   Erinnerung an 11:00 Anpassung",
        "Neu: 23.11.2026, 11:00–11:30 Anpassung, eingetragen von admin",
    ]
    wanted: list[AppointmentRow] = []
    page.revealRequested.connect(wanted.append)
    shown.setFocus()
    shown.setCurrentRow(1)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert [row.appointment.text for row in wanted] == ["Anpassung"]


def test_who_has_no_resource_can_be_reminded_of_what_the_plan_shows(open_panel: Open) -> None:
    page = open_panel("admin")
    wanted: list[bool] = []
    page.reminders.shownToggled.connect(wanted.append)
    tick = named(page, QCheckBox, "Auch an die Termine der Ressourcen erinnern, die mein Plan zeigt")
    assert tick.isVisible()
    assert not tick.isChecked()
    tick.click()
    assert wanted == [True]
    assert "An diesem Arbeitsplatz an meine Termine erinnern" not in {
        box.text() for box in page.findChildren(QCheckBox) if box.isVisible()
    }
    assert "nichts, woran" not in said(page)
