"""The driver of this folder, proven on a throw-away window: it reports what a user sees and does what one does."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from helpers.atspi import Accessible, LookupFailedError
from helpers.desktop import Desktop, ProgramEndedError, install_command, stop
from helpers.waiting import wait_until

SAMPLE = Path(__file__).parent / "sample_app.py"


@pytest.fixture
def window(desktop: Desktop) -> Accessible:
    return open_sample(desktop)


def open_sample(desktop: Desktop) -> Accessible:
    return desktop.application(desktop.launch([sys.executable, SAMPLE])).window("Muster")


def test_fields_are_found_by_their_labels_and_take_text(desktop: Desktop, window: Accessible) -> None:
    name = window.field("Bezeichnung")
    name.set("Welt")
    window.label("Hallo Welt")
    name.type("Ägidius Größe – 8 €, @home")
    window.label("Hallo Ägidius Größe – 8 €, @home")

    comment = window.field("Kommentar")
    comment.set("eins\nzwei")
    assert comment.content == "eins\nzwei"

    window.field("Intervall").set("15 min")
    assert window.field("Intervall").value == 15
    window.field("Beginn").set("30.03.26 02:30")
    assert window.field("Beginn").content == "30.03.26 02:30"


def test_boxes_and_choices(desktop: Desktop, window: Accessible) -> None:
    box = window.check_box("Nicht-Sichtbare anzeigen")
    assert not box.is_checked()
    box.check()
    assert box.is_checked()
    box.check(False)
    assert not box.is_checked()

    window.radio_button("Nachfragen").check()
    window.radio_button("Übernehmen").check()
    assert not window.radio_button("Nachfragen").is_checked()

    level = window.combo("Datenschutz")
    assert level.options() == ["Belegt", "Typ", "Kürzel", "Name"]
    level.choose("Name")
    window.label("Stufe Name")
    level.choose("Typ")
    window.label("Stufe Typ")
    with pytest.raises(LookupFailedError, match="not 'Alles'"):
        level.choose("Alles")
    assert level.name == "Typ"


def test_tables_lists_and_tabs(desktop: Desktop, window: Accessible) -> None:
    assert window.find_all("table") == []  # behind the other tab, so nobody sees it
    window.tab("Administration").select()
    table = window.table("Ressourcen")
    assert table.headers() == ["Bezeichnung", "Sichtbarkeit"]
    assert table.rows()[:2] == [("Thor Schuss", "01 Stuttgart"), ("Kabine 1", "01 Stuttgart")]
    table.select_row("Kabine 40")
    window.label("Gewählt: Kabine 40")
    table.select_row("Thor Schuss")
    window.label("Gewählt: Thor Schuss")
    assert table.cell(0, 1).is_selected()
    table.cell(1).click(times=2)
    window.label("Geöffnet: Kabine 1")
    window.list_item("Privat").select()
    window.label("Kalender Privat")


def test_dialogs_that_open_and_dialogs_that_block(desktop: Desktop, window: Accessible) -> None:
    app = window.application
    window.button("Freigabe starten").press()
    dialog = app.window("Google-Kalender auswählen")
    dialog.wait_for("Welcher Kalender")
    dialog.button("Übernehmen").press()
    app.wait_gone("dialog")
    window.label("übernommen")

    window.button("Frage stellen").press()
    question = app.window("Bestätigung")
    question.label("Alle Termine löschen?")
    question.button("Ja").press()
    window.label("gelöscht")


def test_menu_keys_and_mouse_are_real(desktop: Desktop, window: Accessible) -> None:
    window.menu_item("Datei").press()
    window.menu_item("Info").press()
    window.label("Info gezeigt")
    window.wait_gone("menu item", name="Info")

    desktop.hands.key("ctrl+z")
    window.label("rückgängig")

    x, y = window.find(name="Kalenderfläche").extents.center
    desktop.hands.drag((x, y), (x + 80, y + 20))
    window.wait_for("gezogen um 80, 20")

    window.find(name="Kalenderfläche").right_click()
    window.application.menu_item("Kopieren").press()
    window.label("kopiert")


def test_a_press_waits_until_the_button_is_enabled(desktop: Desktop, window: Accessible) -> None:
    lens = window.button("Google-Kalender suchen")
    assert not lens.is_enabled()
    window.check_box("Nicht-Sichtbare anzeigen").check()
    lens.press()
    window.label("gesucht")


def test_the_browser_is_handed_every_address_once_and_whole(desktop: Desktop, window: Accessible) -> None:
    for number in (1, 2):
        window.button("Browser öffnen").press()
        assert desktop.opened_url() == f"http://127.0.0.1:9/consent?state=a%20b&scope=x+y&n={number}"


def test_a_failing_lookup_shows_the_tree(desktop: Desktop, window: Accessible) -> None:
    with pytest.raises(LookupFailedError) as missing:
        window.find("push button", name="Gibt es nicht", seconds=0.1)
    assert "named 'Gibt es nicht': not within 0.1 s" in str(missing.value)
    assert "      push button 'Freigabe starten'\n" in str(missing.value)
    assert "push button 'Google-Kalender suchen' [disabled]" in str(missing.value)
    assert "combo box 'Belegt' labelled 'Datenschutz'" in str(missing.value)

    with pytest.raises(LookupFailedError, match="2 found"):
        window.find("radio button", seconds=0.1)


def test_a_window_that_has_gone_says_so(desktop: Desktop) -> None:
    process = desktop.launch([sys.executable, SAMPLE])
    window = desktop.application(process).window("Muster")
    stop(process)
    with pytest.raises(LookupFailedError, match="it has gone"):
        window.find("label", name="Bereit", seconds=0.1)


def test_a_program_that_ends_is_not_waited_for(desktop: Desktop) -> None:
    broken = desktop.launch([sys.executable, "-c", "raise SystemExit('kein Bildschirm')"])
    with pytest.raises(ProgramEndedError, match="kein Bildschirm"):
        desktop.application(broken)


def test_what_is_missing_is_named_with_the_command_that_installs_it() -> None:
    missing = install_command({"sh": "dash", "gibt-es-nicht": "ein-paket"})
    assert missing == "sudo apt-get install --yes --no-install-recommends ein-paket"
    assert install_command({"sh": "dash"}) is None


def test_scaled_and_dark(tmp_path: Path, desktop_possible: None) -> None:
    with Desktop(tmp_path, scale=1.5, size=(1800, 1200), color_scheme="dark") as desktop:
        window = open_sample(desktop)
        window.label("dunkel")
        x, y = window.find(name="Kalenderfläche").extents.center
        desktop.hands.drag((x, y), (x + 60, y + 20))
        window.wait_for("gezogen um 60, 20")
        assert desktop.screenshot(tmp_path / "dark.png").read_bytes().startswith(b"\x89PNG")


def test_nothing_survives_the_desktop(tmp_path: Path, desktop_possible: None) -> None:
    with Desktop(tmp_path) as desktop:
        open_sample(desktop)
        mark = f"HOME={desktop.env['HOME']}".encode()
        assert len(_processes_with(mark)) >= 7
    wait_until(lambda: not _processes_with(mark), "the end of everything that was started")


def _processes_with(environment_entry: bytes) -> list[str]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if environment_entry in (folder / "environ").read_bytes().split(b"\0"):
                found.append((folder / "comm").read_text())
        except OSError:  # ended in between, or somebody else's
            continue
    return found
