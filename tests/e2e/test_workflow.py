"""The main job as people do it: connect "Thor Schuss" with a Google calendar, and work with both.

Every control is found by what a screen reader says, and the consent is given in a real browser.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from helpers.application import Application
from helpers.atspi import Accessible, Table
from helpers.browser import consent_in_browser
from helpers.desktop import Desktop
from helpers.waiting import wait_until
from terminplaner.simulator import SimulatedGoogle
from terminplaner.simulator.person import PersonCalendar

ADMINISTRATOR = "admin  (Administrator)"
ACCOUNT = "thor.schuss@example.com"
RESOURCE = "Thor Schuss"
CALENDAR = "Thor im Laden"

pytestmark = pytest.mark.timeout(300)  # a minute on an idle machine


def test_the_whole_workflow(
    browser_possible: None, bare_application: Application, desktop: Desktop, google: SimulatedGoogle
) -> None:
    application = bare_application
    application.command("init", "--sample")
    application.start()
    application.log_in(ADMINISTRATOR)
    application.wait_for_status("ausgeschaltet")

    switch_on(application)
    window = application.choose_resource(RESOURCE)
    connect(application, window, desktop)
    calendar = google.account(ACCOUNT).calendar(CALENDAR)
    assert window.field("ID").content == calendar.id
    save_again(application, window)

    book_tomorrow(application, window, "Teamrunde")
    wait_until(lambda: bool(calendar.events()), "the event at Google", 20)
    assert titles(calendar) == ["Teamrunde"]
    application.wait_for_status("Synchronisiert  ·  zuletzt")
    application.picture("termin-bei-google")

    table = list_of_appointments(window)
    change_at_google(application, window, table, calendar)
    disagree(application, window, table, calendar)

    desktop.hands.key("ctrl+q")
    assert application.wait_closed(10) == 0
    come_back(application, google, calendar)
    withdraw(application, google, calendar)


def switch_on(application: Application) -> None:
    window = application.open_tab("Filialverwaltung")
    window.check_box("Mit Google Kalender synchronisieren").check()
    application.picture("filialverwaltung")
    window.button("Speichern").press()
    window.label("Gespeichert")
    application.wait_for_status("Noch kein Google-Kalender verknüpft")
    application.picture("eingeschaltet")


def connect(application: Application, window: Accessible, desktop: Desktop) -> None:
    window.label("Mit keinem Google-Kalender verknüpft")
    application.picture("ressource")
    window.button("Lupe").press()
    confirmation = application.dialog("Bestätigung")
    assert [button.name for button in confirmation.find_all("push button")] == [
        "Bestehende Zustimmung zurückziehen",
        "Abbrechen",
        "Freigabe starten",
    ]
    assert not confirmation.button("Bestehende Zustimmung zurückziehen").is_enabled()
    application.picture("bestaetigung")
    confirmation.button("Freigabe starten").press()
    waiting = application.dialog("Freigabe im Browser")
    address = desktop.opened_url()
    assert waiting.field("Adresse").content == address
    application.picture("freigabe-im-browser")
    page = consent_in_browser(address, ACCOUNT, pictures=application.pictures)
    assert "Sie können dieses Fenster schließen" in page

    choice = application.dialog("Google-Kalender auswählen")
    choice.wait_for("nur den Hauptkalender")
    choice.field("Name des neuen Kalenders").set(CALENDAR)
    application.picture("kalender-auswaehlen")
    choice.button("Weiter").press()
    preview = application.dialog("Verknüpfung prüfen")
    preview.button("Verknüpfen").wait_until(lambda button: button.is_enabled(), "enabled")
    preview.label("Vom Terminplaner nach Google übertragen: 0")
    application.picture("verknuepfung-pruefen")
    preview.button("Verknüpfen").press()
    application.wait_for_no_dialog()
    window.label(f"„{RESOURCE}“ ist jetzt mit dem Google-Kalender „{CALENDAR}“ verknüpft.")
    application.wait_for_status("Synchronisiert  ·  zuletzt")
    application.picture("verknuepft")


def save_again(application: Application, window: Accessible) -> None:
    window.field("Beschreibung").type("Werkstattmeister")
    window.button("Speichern").press()
    window.label("Gespeichert")
    application.picture("gespeichert")


def book_tomorrow(application: Application, window: Accessible, text: str) -> None:
    window.tab("Terminplaner").select()
    window.button("Nächster Tag").press()
    window.button("Neuer Termin").press()
    dialog = application.dialog("Neuer Termin")
    dialog.field("Beginn").set("10:00")
    assert dialog.field("Ende").content == "10:30"
    dialog.combo("Ressource 1").choose(RESOURCE)
    dialog.combo("Typ").choose("Besprechung")
    dialog.field("Text").type(text)
    dialog.field("Kommentar").set("Bitte Kaffee mitbringen")
    application.picture("neuer-termin")
    dialog.button("Speichern").press()
    application.wait_for_no_dialog()
    application.picture("gebucht")


def list_of_appointments(window: Accessible) -> Table:
    window.check_box("Als Liste").check()
    return window.table("Terminliste")


def change_at_google(application: Application, window: Accessible, table: Table, calendar: PersonCalendar) -> None:
    [event] = calendar.events()
    start_at = datetime.fromisoformat(event["start"]["dateTime"])
    calendar.edit_event(event["id"], summary="Lieferant")
    calendar.add_event("Zahnarzt", start_at + timedelta(hours=3), start_at + timedelta(hours=4))
    window.button("Jetzt synchronisieren").press()
    table.row_of("Lieferant")
    table.row_of("Zahnarzt")
    assert [(row[1], row[2], row[6]) for row in table.rows()] == [
        ("10:00–10:30", "Lieferant", RESOURCE),
        ("13:00–14:00", "Zahnarzt", RESOURCE),
    ]
    application.wait_for_status("Synchronisiert")
    application.picture("von-google")


def disagree(application: Application, window: Accessible, table: Table, calendar: PersonCalendar) -> None:
    [event] = [event for event in calendar.events() if event["summary"] == "Lieferant"]
    calendar.edit_event(event["id"], summary="Lieferant Müller")
    table.cell(table.row_of("Lieferant"), 2).click(times=2)
    dialog = application.dialog("Termin")
    dialog.field("Text").type("Lieferant Maier")
    dialog.button("Speichern").press()
    application.wait_for_no_dialog()
    details = application.open_sync_details("1 Frage wartet auf Sie")
    details.wait_for("Lieferant Maier")
    details.wait_for("Lieferant Müller")
    application.picture("frage")
    details.button("Googles Fassung übernehmen").press()
    details.wait_gone("push button", name="Googles Fassung übernehmen")
    table.row_of("Lieferant Müller")
    application.wait_for_status("Synchronisiert")
    details.tab("Verknüpfungen").select()
    details.wait_for(f"Kalender „{CALENDAR}“ im Konto {ACCOUNT}")
    application.picture("verknuepfungen")
    assert titles(calendar) == ["Lieferant Müller", "Zahnarzt"]
    application.desktop.hands.key("Escape")
    application.wait_for_no_dialog()


def come_back(application: Application, google: SimulatedGoogle, calendar: PersonCalendar) -> None:
    before = calendar.events()
    google.clear_requests()
    application.start()
    application.log_in(ADMINISTRATOR)
    wait_until(lambda: google.count("events.list") > 0, "the first pass", 20)
    application.wait_for_status("Synchronisiert  ·  zuletzt")
    window = application.open_tab("Terminplaner")
    window.button("Nächster Tag").press()
    table = list_of_appointments(window)
    table.row_of("Zahnarzt")
    assert [row[2] for row in table.rows()] == ["Lieferant Müller", "Zahnarzt"]
    assert google.writes() == ()
    assert calendar.events() == before
    application.picture("nach-dem-neustart")


def withdraw(application: Application, google: SimulatedGoogle, calendar: PersonCalendar) -> None:
    before = titles(calendar)
    window = application.choose_resource(RESOURCE)
    window.button("Lupe").press()
    application.dialog("Bestätigung").button("Bestehende Zustimmung zurückziehen").press()
    question = application.dialog("Zustimmung zurückziehen")
    application.picture("zustimmung-zurueckziehen")
    question.button("Zustimmung zurückziehen").press()
    application.wait_for_no_dialog()
    window.wait_for("Die Zustimmung wurde zurückgezogen.")
    window.label("Mit keinem Google-Kalender verknüpft")
    application.wait_for_status("Noch kein Google-Kalender verknüpft")
    assert window.field("ID").content == ""
    assert google.count("oauth.revoke") == 1
    assert titles(calendar) == before
    application.picture("zurueckgezogen")
    window.tab("Terminplaner").select()
    table = window.table("Terminliste")
    assert [row[2] for row in table.rows()] == ["Lieferant Müller", "Zahnarzt"]


def titles(calendar: PersonCalendar) -> list[str]:
    return sorted(event["summary"] for event in calendar.events())
