"""Filialverwaltung: what is shown, saved, refused and asked before."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QTableWidget,
)
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from helpers.workplace import Workplace
from terminplaner.domain.chain import ChainSettings, ColorBy, DeletionPolicy, PrivacyLevel
from terminplaner.domain.errors import PermissionDeniedError
from terminplaner.domain.resource import Weekday
from terminplaner.ui import opening_wording
from terminplaner.ui.banner import Banner
from terminplaner.ui.branch_settings import BranchSettingsPage
from terminplaner.ui.disclosure_box import DisclosureBox
from terminplaner.ui.planner.wording import weekday
from terminplaner.ui.questions import Question
from terminplaner.ui.tasks import TaskRunner

CLIENT = {
    "installed": {
        "client_id": "4711.apps.example.org",
        "client_secret": "very-secret",
        "auth_uri": "https://accounts.example.org/auth",
        "token_uri": "https://accounts.example.org/token",
    }
}


def _open(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, user: str = "admin") -> BranchSettingsPage:
    page = BranchSettingsPage(workplace.services, workplace.session(user), tasks)
    qtbot.addWidget(page)
    page.refresh(None)
    page.show()
    _settle(qtbot, tasks)
    return page


def _settle(qtbot: QtBot, tasks: TaskRunner) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy)


def _messages(page: BranchSettingsPage) -> str:
    return " ".join(banner.text for banner in page.findChildren(Banner))


def _question(page: BranchSettingsPage) -> Question:
    asked = [widget for widget in page.findChildren(Question) if widget.isVisible()]
    assert len(asked) == 1
    return asked[0]


def _choose(combo: QComboBox, text: str) -> None:
    index = combo.findText(text)
    assert index >= 0, text
    combo.setCurrentIndex(index)


def test_the_settings_are_shown_and_saved(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    is_on = child(page, QCheckBox, "Mit Google Kalender synchronisieren")
    assert not is_on.isChecked()
    is_on.setChecked(True)
    child(page, QSpinBox, "Intervall (Minuten)").setValue(15)
    _choose(child(page, QComboBox, "Übertragene Angaben"), "Nur „Belegt“")
    _choose(child(page, QComboBox, "Löschungen aus Google"), "Immer nachfragen")
    assert page.is_dirty
    with qtbot.waitSignal(page.settingsSaved):
        press(page, "Speichern")
    stored = workplace.services.settings.load()
    assert (stored.google_sync, stored.sync_interval_minutes) == (True, 15)
    assert (stored.google_privacy, stored.google_deletions) == (PrivacyLevel.BUSY, DeletionPolicy.ASK)
    assert not page.is_dirty


def test_what_a_link_takes_and_brings_is_kept(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    for name, is_on in (
        ("In Google entstandene Termine dürfen hier geändert werden", True),
        ("In Google entstandene Termine dürfen hier storniert werden", True),
        ("Als belegt gelten auch Termine, die in Google als frei gezeigt sind", False),
        ("Als belegt gelten auch ganztägige Termine aus Google", True),
    ):
        box = child(page, QCheckBox, name)
        assert box.isChecked() is is_on
        box.setChecked(not is_on)
    days = child(page, QSpinBox, "Vergangene Tage beim Verknüpfen")
    assert (days.minimum(), days.value(), days.maximum()) == (0, 0, 28)
    days.setValue(28)
    with qtbot.waitSignal(page.settingsSaved):
        press(page, "Speichern")
    stored = workplace.services.settings.load()
    assert (stored.google_allow_change, stored.google_allow_deletion) == (False, False)
    assert (stored.google_free_events_busy, stored.google_all_day_busy) == (True, False)
    assert stored.google_look_back_days == 28


def test_whoever_asks_sees_what_leaves_at_the_chosen_level(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    page = _open(qtbot, workplace, tasks)
    (box,) = page.findChildren(DisclosureBox)
    said = "Kunde, mit Kunde: nur das Kürzel, im Titel"
    assert not any(label.accessibleName() == said for label in box.findChildren(QLabel) if label.isVisible())
    press(page, "Was wird übertragen?")
    assert any(label.accessibleName() == said for label in box.findChildren(QLabel) if label.isVisible())
    _choose(child(page, QComboBox, "Übertragene Angaben"), "Nur „Belegt“")
    names = [label.accessibleName() for label in box.findChildren(QLabel) if label.isVisible()]
    assert "Kunde, mit Kunde: bleibt hier" in names
    assert said not in names


def test_the_interval_is_between_one_and_sixty(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    interval = child(page, QSpinBox, "Intervall (Minuten)")
    assert (interval.minimum(), interval.maximum()) == (1, 60)


def test_every_level_says_what_leaves_the_house(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    privacy = child(page, QComboBox, "Übertragene Angaben")
    notes = []
    for index in range(privacy.count()):
        privacy.setCurrentIndex(index)
        notes.append(privacy.accessibleDescription())
        assert any(label.text() == notes[-1] for label in page.findChildren(QLabel))
    assert len(set(notes)) == len(PrivacyLevel)


def test_names_leave_only_after_a_confirmation(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    _choose(child(page, QComboBox, "Übertragene Angaben"), "Typ und Name des Kunden")
    press(page, "Speichern")
    press(_question(page), "Abbrechen")
    _settle(qtbot, tasks)
    assert workplace.services.settings.load().google_privacy is PrivacyLevel.INITIALS
    assert page.is_dirty
    QApplication.sendPostedEvents()
    press(page, "Speichern")
    with qtbot.waitSignal(page.settingsSaved):
        press(_question(page), "Namen übertragen")
    assert workplace.services.settings.load().google_privacy is PrivacyLevel.NAME


def test_discarding_brings_back_what_is_stored(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    overbooking = child(page, QCheckBox, "Überbuchen von Ressourcen zulassen")
    overbooking.setChecked(True)
    press(page, "Verwerfen")
    assert not overbooking.isChecked()
    assert not page.is_dirty


def test_a_client_file_is_taken_over_without_showing_its_secret(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, tmp_path: Path
) -> None:
    page = _open(qtbot, workplace, tasks)
    file = tmp_path / "client.json"
    file.write_text(json.dumps(CLIENT), encoding="utf-8")
    page.appointments.import_client(str(file))
    _settle(qtbot, tasks)
    assert child(page, QLineEdit, "Google-Client-ID").text() == "4711.apps.example.org"
    assert not any("very-secret" in field.text() for field in page.findChildren(QLineEdit))
    with qtbot.waitSignal(page.settingsSaved):
        press(page, "Speichern")
    assert json.loads(workplace.services.settings.load().google_client) == CLIENT


@pytest.mark.parametrize("content", ["no json", '{"web": {}}', '{"installed": {"client_id": "x"}}', None])
def test_a_wrong_client_file_is_named_and_changes_nothing(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, tmp_path: Path, content: str | None
) -> None:
    page = _open(qtbot, workplace, tasks)
    file = tmp_path / "client.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    page.appointments.import_client(str(file))
    _settle(qtbot, tasks)
    assert "OAuth-Client-Datei" in _messages(page)
    assert not page.is_dirty


def test_an_input_survives_what_another_workstation_saves(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    page = _open(qtbot, workplace, tasks)
    interval = child(page, QSpinBox, "Intervall (Minuten)")
    interval.setValue(20)
    workplace.services.settings.set(workplace.session().actor, "allow_overbooking", "on")
    page.refresh(None)
    _settle(qtbot, tasks)
    assert interval.value() == 20
    assert "an einem anderen Arbeitsplatz geändert" in _messages(page)
    press(page, "Speichern")
    _settle(qtbot, tasks)
    assert "inzwischen an anderer Stelle geändert" in _messages(page)
    press(page, "Verwerfen")
    _settle(qtbot, tasks)
    assert child(page, QCheckBox, "Überbuchen von Ressourcen zulassen").isChecked()


def test_without_the_right_everything_can_be_read_and_nothing_changed(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    page = _open(qtbot, workplace, tasks, "thor.schuss")
    assert not child(page, QCheckBox, "Mit Google Kalender synchronisieren").isEnabled()
    assert "nur ein Administrator" in _messages(page)
    _section(page, "Filiale")
    assert not child(page, QLineEdit, "Bezeichnung").isEnabled()
    _section(page, "Benutzerkonten")
    assert not child(page, QPushButton, "Neu …").isEnabled()


def _section(page: BranchSettingsPage, title: str) -> None:
    sections = child(page, QListWidget, "Bereiche der Filialverwaltung")
    sections.setCurrentRow(next(row for row in range(sections.count()) if sections.item(row).text() == title))


def _visible(page: BranchSettingsPage, name: str) -> QPushButton:
    return next(
        button
        for button in page.findChildren(QPushButton)
        if button.isVisible() and button.text().replace("&", "") == name
    )


def test_a_branch_is_changed(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    _section(page, "Filiale")
    child(page, QLineEdit, "Bezeichnung").setText("Stuttgart-Mitte")
    _choose(child(page, QComboBox, "Bundesland"), "Hamburg")
    assert page.is_dirty
    press(page, "Speichern")
    _settle(qtbot, tasks)
    branch = workplace.services.queries.branches()[0]
    assert (branch.name, branch.federal_state) == ("Stuttgart-Mitte", "HH")
    assert child(page, QListWidget, "Filialen").item(0).text() == "01 Stuttgart-Mitte"


def test_opening_times_are_entered_day_by_day(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    _section(page, "Filiale")
    monday, saturday, sunday = (weekday(date(2026, 11, 23 + number)) for number in (0, 5, 6))
    assert (child(page, QLineEdit, monday).text(), child(page, QLineEdit, sunday).text()) == ("9–18", "")
    child(page, QLineEdit, monday).setText("9-13, 14:30 bis 18")
    press(page, "Montag auf Dienstag bis Freitag übertragen")
    child(page, QLineEdit, saturday).setText("neun bis eins")
    press(page, "Speichern")
    _settle(qtbot, tasks)
    assert "„neun bis eins“" in _messages(page)
    child(page, QLineEdit, saturday).setText("10-13")
    press(page, "Speichern")
    _settle(qtbot, tasks)
    times = workplace.services.queries.branches()[0].opening_times
    assert opening_wording.spans_on(times, Weekday.FRIDAY) == ((time(9), time(13)), (time(14, 30), time(18)))
    assert opening_wording.spans_on(times, Weekday.SATURDAY) == ((time(10), time(13)),)
    assert opening_wording.spans_on(times, Weekday.SUNDAY) == ()


def test_a_new_branch_appears_in_the_list(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    _section(page, "Filiale")
    press(page, "Neue Filiale")
    child(page, QLineEdit, "Nummer").setText("02")
    child(page, QLineEdit, "Bezeichnung").setText("Ulm")
    press(page, "Speichern")
    _settle(qtbot, tasks)
    branches = child(page, QListWidget, "Filialen")
    assert [branches.item(row).text() for row in range(branches.count())] == ["01 Stuttgart", "02 Ulm"]


def test_a_branch_without_a_name_is_refused_in_place(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    page = _open(qtbot, workplace, tasks)
    _section(page, "Filiale")
    child(page, QLineEdit, "Bezeichnung").clear()
    press(page, "Speichern")
    _settle(qtbot, tasks)
    assert "Bitte füllen Sie das Feld „Bezeichnung“ aus." in _messages(page)
    assert page.is_dirty


def _row(page: BranchSettingsPage, name: str) -> int:
    table = child(page, QTableWidget, "Benutzerkonten")
    names = [item.text() for row in range(table.rowCount()) if (item := table.item(row, 0))]
    return names.index(name)


def _dialog(page: BranchSettingsPage) -> QDialog:
    shown = [dialog for dialog in page.findChildren(QDialog) if dialog.isVisible()]
    assert len(shown) == 1
    return shown[0]


def test_a_new_account_can_log_in(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    _section(page, "Benutzerkonten")
    press(page, "Neu …")
    dialog = _dialog(page)
    child(dialog, QLineEdit, "Benutzername").setText("empfang")
    _choose(child(dialog, QComboBox, "Rolle"), "Planer")
    press(dialog, "Speichern")
    _settle(qtbot, tasks)
    page.refresh(None)
    _settle(qtbot, tasks)
    assert _row(page, "empfang") >= 0
    assert workplace.services.users.authenticate("empfang").name == "empfang"


def test_a_new_account_is_the_chosen_one(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    _section(page, "Benutzerkonten")
    press(page, "Neu …")
    child(_dialog(page), QLineEdit, "Benutzername").setText("empfang")
    press(_dialog(page), "Speichern")
    _settle(qtbot, tasks)
    press(page, "Passwort vergeben …")
    password = _dialog(page)
    for field in ("Neues Passwort", "Wiederholung"):
        child(password, QLineEdit, field).setText("hammer")
    press(password, "Speichern")
    _settle(qtbot, tasks)
    assert workplace.services.users.authenticate("admin"), "who was marked before keeps the own password"
    assert workplace.services.users.authenticate("empfang", "hammer")


def test_a_taken_name_keeps_the_dialog_open(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    _section(page, "Benutzerkonten")
    press(page, "Neu …")
    dialog = _dialog(page)
    child(dialog, QLineEdit, "Benutzername").setText("Thor.Schuss")
    press(dialog, "Speichern")
    _settle(qtbot, tasks)
    assert dialog.isVisible()
    assert any("schon vergeben" in banner.text for banner in dialog.findChildren(Banner))


def test_a_password_is_typed_twice(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    _section(page, "Benutzerkonten")
    child(page, QTableWidget, "Benutzerkonten").selectRow(_row(page, "thor.schuss"))
    press(page, "Passwort vergeben …")
    dialog = _dialog(page)
    child(dialog, QLineEdit, "Neues Passwort").setText("hammer")
    assert not child(dialog, QPushButton, "Speichern").isEnabled()
    child(dialog, QLineEdit, "Wiederholung").setText("hammer")
    press(dialog, "Speichern")
    _settle(qtbot, tasks)
    assert workplace.services.users.authenticate("thor.schuss", "hammer")
    with pytest.raises(PermissionDeniedError):
        workplace.services.users.authenticate("thor.schuss")


def test_the_own_new_password_ends_no_session(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    _section(page, "Benutzerkonten")
    for text in ("hammer", "amboss"):
        child(page, QTableWidget, "Benutzerkonten").selectRow(_row(page, "admin"))
        press(page, "Passwort vergeben …")
        for field in ("Neues Passwort", "Wiederholung"):
            child(_dialog(page), QLineEdit, field).setText(text)
        press(_dialog(page), "Speichern")
        _settle(qtbot, tasks)
        assert workplace.services.users.authenticate("admin", text)


def test_an_account_goes_only_after_a_confirmation(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    _section(page, "Benutzerkonten")
    table = child(page, QTableWidget, "Benutzerkonten")
    table.selectRow(_row(page, "admin"))
    assert not _visible(page, "Löschen").isEnabled(), "nobody saws off the branch they sit on"
    table.selectRow(_row(page, "thor.schuss"))
    press(page, "Löschen")
    assert "thor.schuss" in [user.name for user in workplace.services.users.list()]
    press(_question(page), "Löschen")
    _settle(qtbot, tasks)
    assert "thor.schuss" not in [user.name for user in workplace.services.users.list()]


def test_every_field_has_a_name(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    nameless = [
        field
        for kind in (QLineEdit, QComboBox, QSpinBox, QTableWidget, QListWidget)
        for field in page.findChildren(kind)
        if not field.accessibleName() and not field.objectName().startswith("qt_") and not _is_popup(field)
    ]
    assert nameless == []


def _is_popup(field: object) -> bool:
    return type(field).__name__.startswith("QComboBoxPrivate")


def test_every_option_of_the_planner_is_offered_and_saved(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    page = _open(qtbot, workplace, tasks)
    before = workplace.services.settings.load()
    options = {item.name for item in fields(ChainSettings) if isinstance(getattr(before, item.name), bool)}
    for box in page.appointments.findChildren(QCheckBox):
        box.setChecked(not box.isChecked())
    _choose(child(page, QComboBox, "Farbe der Termine nach"), "Status")
    with qtbot.waitSignal(page.settingsSaved):
        press(page, "Speichern")
    after = workplace.services.settings.load()
    assert {name for name in options if getattr(after, name) != getattr(before, name)} == options
    assert after.color_by is ColorBy.STATUS


def test_times_for_the_customer_need_times(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    page = _open(qtbot, workplace, tasks)
    child(page, QCheckBox, "Vor- und Nachbearbeitungszeiten verwenden").setChecked(False)
    assert not child(page, QCheckBox, "Vor- und Nachbearbeitungszeiten beziehen sich auf den Kunden").isEnabled()
