"""A working day in the branch, played in a real window by what a screen reader says and a keyboard can do.

The plan is a picture to everybody else; here it is its accessible description, which says where the cursor stands.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import holidays
import pytest

from helpers.application import Application
from helpers.atspi import Accessible
from helpers.desktop import Desktop
from helpers.waiting import wait_until

ADMINISTRATOR = "admin  (Administrator)"
COLLEAGUE, PERSON, ABSENT = "Klara Himmel", "Phil Fraß", "Roman Ticker"
NEW_CUSTOMER, WAITING_CUSTOMER = "Adler, Greta", "Nowak, Jan"
SERIES = "Anpassung"
OCCURRENCES = 4
FREE_TIME_TEXT = "Schleifkurs"
FIRST_TYPE = "Beratung"
"""What a new appointment has where nobody chooses."""

pytestmark = pytest.mark.timeout(300)  # a minute on an idle machine


def test_a_working_day(application: Application, desktop: Desktop, tmp_path: Path) -> None:
    day = next_working_monday(datetime.now(UTC).date())
    application.start()
    application.log_in(ADMINISTRATOR)
    window = application.window
    hear(window, "Administrator AMPAREX")
    let_people_wait_for(application, PERSON)
    open_day(application, window, day)

    book_for_a_new_customer(application, window)
    move_by_keyboard(application, window)
    book_series(application, window, day)
    cancel_from_series(application, window, day)
    undo_and_redo(application, window)
    open_day(application, window, day)
    enter_absence(application, window)
    put_on_waiting_list(application, window)
    give_freed_time_to_who_waits(application, window)
    search(application, window)
    book_free_time(application, window, day)
    print_day_list(application, window, tmp_path / "Tagesliste.pdf")
    look_around(application, window, day)

    desktop.hands.key("ctrl+q")
    assert application.wait_closed(10) == 0
    assert stored(application, day) == [
        ("09:00", FREE_TIME_TEXT, "", [PERSON]),
        ("10:30", "", WAITING_CUSTOMER, [PERSON]),
    ]
    cancelled = stored(application, day, "--cancelled")
    assert [entry for entry in cancelled if entry[2]] == [("10:30", "Erstberatung", NEW_CUSTOMER, [PERSON])]
    assert len([entry for entry in cancelled if entry[1] == SERIES]) == OCCURRENCES


def next_working_monday(today: date) -> date:
    """A Monday of the coming weeks on which the sample's branch is open."""
    mondays = (today + timedelta(days=7 * weeks - today.weekday()) for weeks in range(1, 9))
    return next(day for day in mondays if day not in holidays.country_holidays("DE", subdiv="BW"))


def plan(window: Accessible) -> Accessible:
    return window.find("filler", name="Terminplan")


def hear(window: Accessible, *parts: str) -> None:
    """Wait until the plan says all of this."""
    shown = plan(window)
    shown.wait_until(lambda _: all(part in shown.description for part in parts), f"saying {parts}", 20)


def key(application: Application, *combinations: str) -> None:
    """Press keys in the plan."""
    shown = plan(application.window)
    if "focused" not in shown.states:
        shown.focus()
    application.desktop.hands.key(*combinations)


def save(application: Application, dialog: Accessible) -> None:
    dialog.button("Speichern").press()
    application.wait_for_no_dialog()


def open_panel(application: Application, window: Accessible, title: str) -> None:
    window.button("Bereiche neben dem Plan").press()
    application.root.menu_item(title).press()
    window.label(title)


def use_menu(application: Application, window: Accessible, menu: str, entry: str) -> None:
    """Choose what begins with `entry`, as "Rückgängig: " does whatever it would take back."""
    window.menu_item(menu).click()
    application.root.menu_item(re.compile(f"^{re.escape(entry)}")).press()


def let_people_wait_for(application: Application, resource: str) -> None:
    window = application.choose_resource(resource)
    window.check_box("Warteliste").check()
    window.button("Speichern").press()
    window.label("Gespeichert")


def open_day(application: Application, window: Accessible, day: date) -> None:
    window.tab("Terminplaner").select()
    window.tab("Team").select()
    key(application, "ctrl+g")
    dialog = application.dialog("Gehe zu Datum")
    dialog.field("Datum").type(f"{day:%d.%m.%Y}")
    dialog.button("Anzeigen").press()
    application.wait_for_no_dialog()
    window.button(re.compile(rf"^Montag, {day.day}\. "))


def book_for_a_new_customer(application: Application, window: Accessible) -> None:
    window.button("Neuer Termin").press()
    dialog = application.dialog("Neuer Termin")
    dialog.field("Beginn").set("10:00")
    dialog.combo("Ressource 1").choose(COLLEAGUE)
    dialog.combo("Typ").choose("Besprechung")
    dialog.field("Text").type("Erstberatung")
    dialog.button("Neuen Kunden anlegen").press()
    dialog.field("Nachname").type("Adler")
    dialog.field("Vorname").type("Greta")
    application.picture("neuer-kunde")
    dialog.button("Kunden anlegen").press()
    dialog.wait_for(re.compile(f"^{NEW_CUSTOMER} · "))
    save(application, dialog)
    hear(window, "10:00–10:30", NEW_CUSTOMER, "Besprechung", "Erstberatung", COLLEAGUE)
    application.picture("gebucht")


def move_by_keyboard(application: Application, window: Accessible) -> None:
    key(application, "v")
    hear(window, f"Verschieben: {NEW_CUSTOMER}")
    key(application, "Right", "Down")
    hear(window, "10:30", PERSON)
    application.picture("aufgenommen")
    key(application, "Return")
    hear(window, "10:30–11:00", NEW_CUSTOMER, PERSON)
    assert window.button("Rückgängig").description == "Rückgängig: Termin verschieben"


def book_series(application: Application, window: Accessible, day: date) -> None:
    window.button("Neuer Termin").press()
    dialog = application.dialog("Neuer Termin")
    dialog.field("Beginn").set("11:30")
    dialog.field("Text").type(SERIES)
    dialog.tab("Wiederholung").select()
    dialog.check_box("Wiederholend").check()
    dialog.check_box("auch Feiertags").check()
    dialog.radio_button("nach").check()
    count = dialog.field("Anzahl der Termine")
    count.focus()
    application.desktop.hands.key("ctrl+a")
    application.desktop.hands.type(str(OCCURRENCES))
    preview = dialog.label(f"{OCCURRENCES} Termine")
    assert preview.name == f"{OCCURRENCES} Termine"
    listed = [item.name for item in dialog.table("Termine der Serie").find_all("list item")]
    days = [day + timedelta(weeks=number) for number in range(OCCURRENCES)]
    assert listed == [f"Mo {at:%d.%m.%Y}, 11:30–12:00" for at in days]
    application.picture("serie")
    save(application, dialog)
    hear(window, "11:30–12:00", SERIES, PERSON)


def cancel_from_series(application: Application, window: Accessible, day: date) -> None:
    key(application, "Delete")
    question = application.dialog("Terminserie stornieren")
    application.picture("serie-stornieren")
    question.button("Nur dieser Termin").press()
    application.wait_for_no_dialog()
    window.label("Termin storniert.")
    hear(window, "11:30, ", PERSON)

    open_day(application, window, day + timedelta(weeks=1))
    key(application, "Home", "Right")
    hear(window, "11:30–12:00", SERIES, PERSON)
    key(application, "Delete")
    application.dialog("Terminserie stornieren").button("Dieser und folgende").press()
    application.wait_for_no_dialog()
    window.label(f"{OCCURRENCES - 1} Termine storniert.")
    hear(window, "11:30, ", PERSON)


def undo_and_redo(application: Application, window: Accessible) -> None:
    use_menu(application, window, "Bearbeiten", "Rückgängig: Terminserie stornieren")
    hear(window, "11:30–12:00", SERIES, PERSON)
    use_menu(application, window, "Bearbeiten", "Wiederholen: Terminserie stornieren")
    hear(window, "11:30, ", PERSON)


def enter_absence(application: Application, window: Accessible) -> None:
    key(application, "Home", "Right", "Right")
    use_menu(application, window, "Termin", "Abwesenheit eintragen")
    dialog = application.dialog("Abwesenheit")
    assert "focused" in dialog.combo("Art").states
    dialog.combo("Art").choose("Urlaub")
    item = dialog.table("Ressourcen").list_item(ABSENT)
    item.wait_until(lambda item: item.is_checked(), "ticked, as the cursor stands in that column")
    dialog.field("Text").type("Skifahren")
    application.picture("abwesenheit")
    save(application, dialog)
    key(application, "Home", "Right", "Right")
    hear(window, ABSENT, "Urlaub (Skifahren)")
    application.picture("abwesend")


def put_on_waiting_list(application: Application, window: Accessible) -> None:
    open_panel(application, window, "Warteliste")
    window.button("Auf die Warteliste …").press()
    dialog = application.dialog("Wartelisteneintrag")
    assert [item.name for item in dialog.table("Ressourcen").find_all("list item")] == [PERSON]
    dialog.field("Kunde").type("Nowak")
    dialog.wait_for("Gefunden: 1. Pfeil nach unten wählt aus.")
    application.desktop.hands.key("Down", "Return")
    dialog.wait_for(re.compile(f"^{WAITING_CUSTOMER} · "))
    dialog.combo("Priorität").choose("Dringend")
    application.picture("warteliste")
    save(application, dialog)
    window.list_item(re.compile(f"^{WAITING_CUSTOMER} .*Dringend"))


def give_freed_time_to_who_waits(application: Application, window: Accessible) -> None:
    key(application, "Home", "Right", "Up", "Up")
    hear(window, "10:30–11:00", NEW_CUSTOMER, PERSON)
    key(application, "Delete")
    window.label("Termin storniert.")
    window.label("Eine Person wartet auf eine solche Zeit.")
    application.picture("angebot")
    window.button("Ansehen").press()
    offers = window.table("Passt in frei gewordene Zeiten")
    offers.wait_until(lambda element: "focused" in element.states, "focused")
    application.desktop.hands.key("Return")
    hear(window, f"Eintragen: {WAITING_CUSTOMER}")
    application.picture("angebot-aufgenommen")
    key(application, "Return")
    dialog = application.dialog("Neuer Termin")
    assert (dialog.field("Beginn").content, dialog.combo("Ressource 1").name) == ("10:30", PERSON)
    save(application, dialog)
    hear(window, "10:30–11:00", WAITING_CUSTOMER, PERSON)
    window.wait_gone("label", name="Eine Person wartet auf eine solche Zeit.")
    window.label("Niemand wartet.")
    application.picture("von-der-warteliste")


def search(application: Application, window: Accessible) -> None:
    window.button("Nächster Tag" if window.check_box("Tag").is_checked() else "Weiterblättern").press()
    window.button(re.compile("^Dienstag, "))
    open_panel(application, window, "Termine suchen")
    window.field("Termine suchen").type("*owa*")
    window.label("1 Termin")
    application.picture("suche")
    hits = window.table("Gefundene Termine")
    hits.focus()
    application.desktop.hands.key("Home", "Return")
    window.button(re.compile("^Montag, "))
    hear(window, "10:30–11:00", WAITING_CUSTOMER, PERSON)


def book_free_time(application: Application, window: Accessible, day: date) -> None:
    open_panel(application, window, "Freien Termin suchen")
    window.field("Ab").set(f"Mo. {day:%d.%m.%Y}")
    times = window.table("Freie Zeiten")
    times.list_item(re.compile(rf"^Mo {day:%d.%m.}(\d{{4}})?, 09:00–09:30"))
    times.focus()
    application.desktop.hands.key("Home")
    application.picture("freie-zeiten")
    window.button("Buchen …").press()
    dialog = application.dialog("Neuer Termin")
    assert dialog.field("Beginn").content == "09:00"
    dialog.combo("Ressource 1").choose(PERSON)
    dialog.field("Text").type(FREE_TIME_TEXT)
    save(application, dialog)
    hear(window, "09:00–09:30", FREE_TIME_TEXT, PERSON)
    window.button("Bereich schließen").press()


def print_day_list(application: Application, window: Accessible, file: Path) -> None:
    use_menu(application, window, "Datei", "Tagesliste drucken")
    dialog = application.dialog("Tagesliste drucken")
    entries = "09:00–09:30", FREE_TIME_TEXT, FIRST_TYPE, "10:30–11:00", WAITING_CUSTOMER
    dialog.wait_for(re.compile("\\n".join((PERSON, "2 Termine", *entries))))
    application.picture("tagesliste")
    dialog.button("Als PDF speichern …").press()
    choice = application.dialog("Als PDF speichern")
    choice.field("Dateiname").type(str(file))
    choice.button("Speichern").press()
    wait_until(lambda: file.exists() and file.read_bytes().startswith(b"%PDF-"), "the PDF")
    dialog.button("Schließen").press()
    application.wait_for_no_dialog()


def look_around(application: Application, window: Accessible, day: date) -> None:
    window.tab("Kabinen").select()
    key(application, "Home")
    hear(window, "Kabine 1 Filiale Stgt.")
    application.picture("kabinen")
    window.tab("Frei").select()
    window.check_box("Monat").check()
    month = window.table("Monat")
    application.picture("monat")
    [told] = [cell for row in month.rows() for cell in row if cell.startswith(f"Montag, {day.day}. ")][-1:]
    assert FREE_TIME_TEXT in told
    assert WAITING_CUSTOMER in told
    window.check_box("Jahr").check()
    year = window.table("Jahr")
    application.picture("jahr")
    told = year.rows()[day.month - 1][day.day - 1]
    assert told.startswith(f"Montag, {day.day}. ")
    assert told.endswith(f"{ABSENT}: Urlaub (Skifahren)")
    window.check_box("Tag").check()
    window.check_box("Als Liste").check()
    table = window.table("Terminliste")
    table.row_of(FREE_TIME_TEXT)
    assert [(row[1], row[2], row[6]) for row in table.rows()] == [
        ("ganztägig", "Urlaub (Skifahren)", ABSENT),
        ("09:00–09:30", FREE_TIME_TEXT, PERSON),
        ("10:30–11:00", WAITING_CUSTOMER, PERSON),
    ]
    application.picture("liste")
    window.check_box("Als Liste").check(False)
    plan(window)


def stored(application: Application, day: date, *options: str) -> list[tuple[str, str, str, list[str]]]:
    """What the command line tells of the weeks of the series: clock time, text, customer, resources; by time."""
    until = day + timedelta(weeks=OCCURRENCES)
    told: list[dict[str, Any]] = json.loads(
        application.command("appointment", "list", f"--from={day}", f"--to={until}", "--json", *options)
    )
    entries = sorted(told, key=lambda entry: str(entry["start"]))
    return [
        (entry["start"][11:16], entry["text"] or "", entry["customer"] or "", entry["resources"])
        for entry in entries
    ]
