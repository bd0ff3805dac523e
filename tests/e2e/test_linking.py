"""Other ways to a linked calendar, and the ways that end before it: with the real window and a real browser."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from helpers.application import Application
from helpers.atspi import Accessible
from helpers.browser import consent_in_browser
from helpers.desktop import Desktop
from terminplaner.simulator import SimulatedGoogle

ACCOUNT = "thor.schuss@example.com"
CREATE_BOX = "Sekundäre Google-Kalender erstellen"
LIST_BOX = "Die Liste der Google-Kalender ansehen"

pytestmark = pytest.mark.timeout(240)


def test_an_existing_calendar_is_emptied_before_it_is_linked(
    browser_possible: None, application: Application, desktop: Desktop, google: SimulatedGoogle
) -> None:
    person = google.account(ACCOUNT)
    start_at = datetime.now(UTC).replace(microsecond=0) + timedelta(days=2)
    person.primary.add_event("Hochzeitstag", start_at, start_at + timedelta(hours=1))
    old = person.add_calendar("Alte Termine")
    for number in range(3):
        old.add_event(f"Altlast {number}", start_at, start_at + timedelta(hours=1))

    application.start()
    application.log_in("admin  (Administrator)")
    window = application.choose_resource("Thor Schuss")
    window.button("Lupe").press()
    application.dialog("Bestätigung").button("Freigabe starten").press()
    consent_in_browser(desktop.opened_url(), ACCOUNT)

    choice = application.dialog("Google-Kalender auswählen")
    choice.radio_button("Vorhandenen Kalender verwenden").check()
    assert [item.name for item in choice.find_all("list item")] == [f"Alte Termine  ·  {ACCOUNT}"]
    application.picture("vorhandener-kalender")
    choice.button("Weiter").press()
    question = application.dialog("Weitere Freigabe nötig")
    application.picture("weitere-freigabe")
    question.button("Freigabe starten").press()
    consent_in_browser(desktop.opened_url(), ACCOUNT, pictures=application.pictures)

    emptying = application.dialog("Termine im Kalender löschen?")
    emptying.label("Im Kalender „Alte Termine“ stehen 3 Termine.")
    application.picture("leeren")
    emptying.button("Ja, alle löschen …").press()
    last = application.dialog("Löschen bestätigen")
    last.wait_for("Sollen alle 3 Termine")
    [backup] = (application.profile / "backups").glob("*.ics")
    last.wait_for(str(backup))
    assert backup.read_text(encoding="utf-8").count("BEGIN:VEVENT") == 3
    assert len(old.events()) == 3
    application.picture("leeren-bestaetigen")
    last.button("Endgültig löschen").press()

    preview = application.dialog("Verknüpfung prüfen")
    preview.button("Verknüpfen").wait_until(lambda button: button.is_enabled(), "enabled")
    assert old.events() == []
    preview.label("Aus Google in den Terminplaner importiert: 0")
    preview.button("Verknüpfen").press()
    application.wait_for_no_dialog()
    application.wait_for_status("Synchronisiert")
    assert window.field("ID").content == old.id
    assert [event["summary"] for event in person.primary.events()] == ["Hochzeitstag"]
    application.picture("verknuepft")


def test_an_employee_links_the_own_calendar_after_some_detours(
    browser_possible: None, application: Application, desktop: Desktop, google: SimulatedGoogle
) -> None:
    application.start()
    application.log_in("thor.schuss  (Mitarbeiter)")
    window = application.open_tab("Mein AMPAREX")
    window.label("Eigene Ressource: Thor Schuss")
    application.picture("mein-amparex")

    address = begin(application, window, desktop)
    application.dialog("Freigabe im Browser").button("Abbrechen").press()
    application.wait_for_no_dialog()
    window.label("Die Freigabe wurde abgebrochen. Es wurde nichts gespeichert.")
    application.picture("abgebrochen")

    address = begin(application, window, desktop)
    page = consent_in_browser(address, ACCOUNT, ticks=(), press="Abbrechen")
    assert "Die Freigabe wurde nicht abgeschlossen" in page
    confirmation = application.dialog("Bestätigung")
    confirmation.wait_for("Die Freigabe wurde im Browser abgelehnt.")
    application.picture("abgelehnt")

    confirmation.button("Freigabe starten").press()
    consent_in_browser(desktop.opened_url(), ACCOUNT, ticks=[LIST_BOX])
    confirmation = application.dialog("Bestätigung")
    confirmation.wait_for("Der Haken „Sekundäre Google-Kalender erstellen und Termine darin bearbeiten“ fehlte")
    application.picture("haken-fehlt")

    confirmation.button("Freigabe starten").press()
    consent_in_browser(desktop.opened_url(), ACCOUNT, ticks=[CREATE_BOX])
    choice = application.dialog("Google-Kalender auswählen")
    choice.wait_for("Der Haken für die Liste Ihrer Kalender war nicht gesetzt")
    assert choice.find_all("radio button", name="Vorhandenen Kalender verwenden") == []
    application.picture("nur-neuer-kalender")
    choice.button("Weiter").press()
    preview = application.dialog("Verknüpfung prüfen")
    preview.button("Verknüpfen").press()
    application.wait_for_no_dialog()
    [_, calendar] = google.account(ACCOUNT).calendars
    window.button("Details").press()
    window.field("ID").wait_until(lambda field: field.content == calendar.id, "showing the calendar")
    application.wait_for_status("Synchronisiert")
    application.picture("eigener-kalender")


def begin(application: Application, window: Accessible, desktop: Desktop) -> str:
    """Go from "Mein AMPAREX" to the waiting for the browser, and return the address it was handed."""
    window.button("Freigabe starten").press()
    application.dialog("Bestätigung").button("Freigabe starten").press()
    return desktop.opened_url()
