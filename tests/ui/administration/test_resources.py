"""Searching and editing resources."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QSpinBox,
    QTableView,
    QTabWidget,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from helpers.find import child
from helpers.named import dialog_title, named, open_dialog, press
from helpers.workplace import Workplace
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, GoogleAccount, LinkStatus
from terminplaner.domain.people import Employee
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.domain.when import Timed
from terminplaner.services.resource_rows import ResourceFilter
from terminplaner.ui.administration.availability_form import AvailabilityForm
from terminplaner.ui.administration.page import AdministrationPage
from terminplaner.ui.administration.reflow import PairedFields
from terminplaner.ui.administration.resource_editor import ResourceEditor
from terminplaner.ui.administration.resource_form import ResourceForm
from terminplaner.ui.administration.resource_search import ResourceSearch
from terminplaner.ui.banner import Banner
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.time_field import TimeField


class Desk:
    """The page, and somebody who works on it."""

    def __init__(self, qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, user: str = "admin") -> None:
        self._qtbot = qtbot
        self._tasks = tasks
        self.workplace = workplace
        self.page = AdministrationPage(workplace.services, workplace.session(user), tasks)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 800)
        self.page.show()
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._tasks.is_busy)

    def press(self, name: str) -> None:
        press(self.page, name)
        self.settle()

    def answer(self, name: str) -> None:
        dialog = open_dialog()
        assert isinstance(dialog, QDialog)
        press(dialog, name)
        self.settle()

    @property
    def table(self) -> QTableView:
        return named(self.page, QTableView, "Ressourcen")

    def column(self, number: int) -> list[str]:
        model = self.table.model()
        return [model.index(row, number).data() for row in range(model.rowCount())]

    @property
    def hours(self) -> AvailabilityForm:
        (form,) = self.page.findChildren(AvailabilityForm)
        return form

    def choose(self, name: str) -> None:
        row = self.column(0).index(name)
        self.table.setCurrentIndex(self.table.model().index(row, 0))
        self.settle()

    def field(self, name: str) -> QLineEdit:
        editor = named(self.page, QTabWidget, "")
        return named(editor, QLineEdit, name)

    def says(self, text: str) -> bool:
        return any(label.text() == text for label in self.page.findChildren(QLabel) if label.isVisible())

    @property
    def message(self) -> str:
        return " ".join(banner.text for banner in self.page.findChildren(Banner))

    def stored(self, name: str) -> Resource:
        rows = self.workplace.services.queries.find_resources(ResourceFilter(include_hidden=True))
        return next(row.resource for row in rows if row.resource.name == name)

    def save(self, resource: Resource) -> Resource:
        """As another workstation would."""
        return self.workplace.services.master_data.save(self.workplace.session().actor, resource)


@pytest.fixture
def desk(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> Desk:
    return Desk(qtbot, workplace, tasks)


def test_the_table_has_the_five_columns_and_sorts_by_a_click(desk: Desk) -> None:
    model = desk.table.model()
    titles = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]
    assert titles == ["Bezeichnung", "Sichtbarkeit", "Beschreibung", "Ortsressource", "Personenressource"]
    assert desk.column(0)[0] == "Administrator AMPAREX"
    assert desk.column(1)[0] == "Alle Filialen"
    header = desk.table.horizontalHeader()
    QTest.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(header.sectionViewportPosition(0) + 20, 10)
    )
    assert desk.column(0)[0] == "Thor Schuss"


def test_in_a_small_window_the_list_has_all_the_room_and_keeps_three_rows_beside_a_form(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.page.resize(800, 440)
    desk.settle()
    rows = desk.table.verticalHeader().defaultSectionSize()
    assert desk.table.viewport().height() >= 8 * rows
    assert desk.says("Wählen Sie eine Ressource aus, oder legen Sie eine neue an.")
    desk.choose("Thor Schuss")
    assert desk.field("Bezeichnung").isVisible()
    desk.page.resize(800, 300)
    desk.settle()
    assert desk.table.viewport().height() >= 3 * rows
    chosen = desk.table.visualRect(desk.table.currentIndex())
    assert desk.table.viewport().rect().contains(chosen.center())
    assert not desk.table.horizontalScrollBar().isVisible()
    desk.press("Löschen")
    desk.answer("Löschen")
    desk.page.resize(800, 440)
    desk.settle()
    assert desk.table.viewport().height() >= 8 * rows


@pytest.mark.parametrize(("width", "in_a_row"), [(960, 2), (700, 1)])
def test_in_a_small_window_the_fields_of_a_resource_have_the_room_and_scroll_one_way_only(
    desk: Desk, width: int, in_a_row: int
) -> None:
    desk.page.resize(width, 460)
    desk.choose("Thor Schuss")
    for page in (0, 1):
        named(desk.page, QTabWidget, "").setCurrentIndex(page)
        desk.settle()
        assert not [bar for bar in _bars(desk) if bar.orientation() == Qt.Orientation.Horizontal]
    named(desk.page, QTabWidget, "").setCurrentIndex(0)
    (area,) = [area for area in desk.page.findChildren(QScrollArea) if area.isVisible()]
    fields = (child(area, QSpinBox, name) for name in ("Schrittweite Minuten", "Kapazität", "Terminerinnerung"))
    lefts, tops = zip(*(field.mapTo(area.viewport(), QPoint()).toTuple() for field in fields), strict=True)
    seen = [top for top in tops if top + 25 < area.viewport().height()]
    assert len(seen) == 3
    assert (lefts[0] > area.viewport().width() / 2) == (in_a_row == 2)


def _bars(desk: Desk) -> list[QScrollBar]:
    return [bar for bar in named(desk.page, QTabWidget, "").findChildren(QScrollBar) if bar.isVisible()]


def test_what_is_searched_by_comes_back_on_request_where_a_form_took_its_room(desk: Desk) -> None:
    desk.page.resize(960, 460)
    desk.settle()
    place = child(desk.page, ResourceSearch, "Ressourcen suchen")
    assert place.isVisible()
    desk.choose("Thor Schuss")
    assert not place.isVisible()
    desk.press("Suchfelder zeigen")
    assert place.isVisible()
    desk.press("Suchfelder zeigen")
    assert not place.isVisible()
    desk.page.resize(960, 900)
    desk.settle()
    assert place.isVisible()
    assert "Suchfelder zeigen" not in {
        button.accessibleName() for button in desk.page.findChildren(QToolButton) if button.isVisible()
    }


def test_the_waiting_list_is_asked_for_where_the_chain_uses_it_and_kept_where_not(desk: Desk) -> None:
    desk.save(replace(desk.stored("Thor Schuss"), has_waiting_list=True))
    desk.workplace.services.settings.set(desk.workplace.session().actor, "use_waiting_lists", "false")
    desk.page.refresh(None)
    desk.settle()
    desk.choose("Thor Schuss")
    assert not desk.says("Warteliste:")
    desk.field("Beschreibung").setText("Meister")
    desk.press("Speichern")
    assert (desk.stored("Thor Schuss").description, desk.stored("Thor Schuss").has_waiting_list) == (
        "Meister",
        True,
    )
    desk.workplace.services.settings.set(desk.workplace.session().actor, "use_waiting_lists", "true")
    desk.page.refresh(None)
    desk.settle()
    assert desk.says("Warteliste:")
    assert named(desk.page, QCheckBox, "Warteliste").isChecked()


def test_a_column_keeps_the_width_somebody_gave_it(desk: Desk) -> None:
    desk.table.setColumnWidth(0, 300)
    desk.page.resize(700, 500)
    assert desk.table.columnWidth(0) == 300


def test_searching_narrows_and_the_reset_widens(desk: Desk) -> None:
    named(desk.page, QLineEdit, "Bezeichnung").setText("kabine")
    desk.press("Suchen")
    assert desk.column(0) == ["Kabine 1 Filiale Stgt.", "Kabine 2 Filiale Stgt."]
    desk.press("Felder vorbelegen")
    assert len(desk.column(0)) == 12


def test_hidden_resources_are_listed_on_demand_only(desk: Desk) -> None:
    desk.save(replace(desk.stored("Theo Dor"), is_visible=False))
    desk.page.refresh(None)
    desk.settle()
    assert "Theo Dor" not in desk.column(0)
    desk.press("Nicht-Sichtbare anzeigen")
    assert "Theo Dor" in desk.column(0)


def test_saving_stores_every_field_and_leaves_nothing_dirty(desk: Desk) -> None:
    desk.choose("Thor Schuss")
    desk.field("Beschreibung").setText("Meister")
    named(desk.page, QSpinBox, "Kapazität").setValue(2)
    named(desk.page, QSpinBox, "Schrittweite Minuten").setValue(20)
    named(desk.page, QSpinBox, "Terminerinnerung").setValue(0)
    named(desk.page, QCheckBox, "Warteliste").setChecked(True)
    named(desk.page, QCheckBox, "Warnen, wenn Termin bei Nichtverfügbarkeit erstellt wird").setChecked(False)
    named(desk.page, QCheckBox, "Alle Filialen").setChecked(False)
    assert desk.page.is_dirty
    before = desk.stored("Thor Schuss")
    desk.press("Speichern")
    assert desk.stored("Thor Schuss") == replace(
        before,
        description="Meister",
        capacity=2,
        step_minutes=20,
        reminder_minutes=0,
        has_waiting_list=True,
        warns_when_unavailable=False,
        is_in_all_branches=False,
        revision=before.revision + 1,
    )
    assert not desk.page.is_dirty


def test_discarding_shows_what_is_stored(desk: Desk) -> None:
    desk.choose("Thor Schuss")
    desk.field("Bezeichnung").setText("Jemand")
    desk.press("Verwerfen")
    assert desk.field("Bezeichnung").text() == "Thor Schuss"
    assert not desk.page.is_dirty


@pytest.mark.parametrize("name", ["Speichern", "Verwerfen"])
def test_the_focus_comes_back_into_the_form_although_it_is_locked_meanwhile(desk: Desk, name: str) -> None:
    desk.page.activateWindow()
    desk.choose("Thor Schuss")
    field = desk.field("Bezeichnung")
    field.setFocus()
    field.setText("Jemand")
    named(desk.page, QAbstractButton, name).setFocus()
    desk.press(name)
    assert desk.page.window().focusWidget() is field


def test_a_new_resource_is_visible_in_the_own_branch(desk: Desk) -> None:
    desk.press("Neu")
    desk.field("Bezeichnung").setText("Werkstatt")
    desk.press("Speichern")
    assert desk.stored("Werkstatt").visible_branch_ids == (desk.workplace.session().branch.id,)
    assert "Werkstatt" in desk.column(0)


def test_a_copy_is_shown_for_editing(desk: Desk) -> None:
    desk.choose("Kabine 1 Filiale Stgt.")
    desk.press("Kopieren")
    assert desk.field("Bezeichnung").text() == "Kabine 1 Filiale Stgt. (Kopie)"


@pytest.mark.parametrize(
    ("name", "complaint"), [("", "Bitte geben Sie eine Bezeichnung ein."), ("klara himmel", "schon vergeben")]
)
def test_a_name_that_does_not_do_is_refused_at_the_field(desk: Desk, name: str, complaint: str) -> None:
    desk.choose("Thor Schuss")
    desk.field("Bezeichnung").setText(name)
    desk.press("Speichern")
    said = [label.text() for label in desk.page.findChildren(QLabel) if label.isVisible()]
    assert any(complaint in text for text in said)
    assert desk.field("Bezeichnung").hasFocus()
    assert desk.page.is_dirty


def test_leaving_a_changed_row_asks_and_can_save(desk: Desk) -> None:
    desk.choose("Thor Schuss")
    desk.field("Beschreibung").setText("Meister")
    desk.choose("Klara Himmel")
    assert dialog_title() == "Änderungen speichern?"
    desk.answer("Speichern")
    assert desk.stored("Thor Schuss").description == "Meister"
    assert desk.field("Bezeichnung").text() == "Klara Himmel"


def test_leaving_a_changed_row_can_be_taken_back(desk: Desk) -> None:
    desk.choose("Thor Schuss")
    desk.field("Beschreibung").setText("Meister")
    desk.choose("Klara Himmel")
    desk.answer("Weiter bearbeiten")
    assert desk.field("Beschreibung").text() == "Meister"
    assert desk.table.currentIndex().siblingAtColumn(0).data() == "Thor Schuss"


def test_what_others_change_never_overwrites_what_is_being_entered(desk: Desk) -> None:
    desk.choose("Thor Schuss")
    desk.field("Beschreibung").setText("Meister")
    desk.save(replace(desk.stored("Thor Schuss"), description="Geselle"))
    desk.page.refresh(None)
    desk.settle()
    assert desk.field("Beschreibung").text() == "Meister"
    desk.press("Speichern")
    assert "an anderer Stelle geändert" in desk.message
    desk.press("Neu laden")
    assert desk.field("Beschreibung").text() == "Geselle"
    assert not desk.page.is_dirty


def test_deleting_asks_first(desk: Desk) -> None:
    desk.choose("Theo Dor")
    desk.press("Löschen")
    desk.answer("Abbrechen")
    assert "Theo Dor" in desk.column(0)
    desk.press("Löschen")
    desk.answer("Löschen")
    assert "Theo Dor" not in desk.column(0)


def test_a_resource_with_future_appointments_is_not_deleted_and_says_why(desk: Desk) -> None:
    resource, session = desk.stored("Theo Dor"), desk.workplace.session()
    start = desk.workplace.clock.now() + timedelta(days=1)
    when = Timed(start, start + timedelta(minutes=30))
    desk.workplace.services.planning.book(
        session.actor, Appointment(uuid4(), session.branch.id, when, (resource.id,))
    )
    desk.choose("Theo Dor")
    desk.press("Löschen")
    desk.answer("Löschen")
    assert "künftige Termine" in desk.message
    assert "Theo Dor" in desk.column(0)


def test_working_times_are_saved_with_the_resource(desk: Desk) -> None:
    desk.choose("Thor Schuss")
    named(desk.page, QTabWidget, "").setCurrentIndex(1)
    ends = [field for field in desk.hours.findChildren(TimeField) if field.accessibleName() == "Ende"]
    ends[0].setTime(ends[0].time().addSecs(3600))
    assert desk.page.is_dirty
    named_buttons = [
        button
        for button in desk.page.findChildren(QAbstractButton)
        if button.accessibleName() == "Zeile entfernen"
    ]
    named_buttons[-1].click()
    desk.press("Zeile hinzufügen")
    desk.press("Speichern")
    rules = desk.workplace.services.queries.availabilities(desk.stored("Thor Schuss").id)
    assert sorted((rule.weekday, rule.ends_at.hour) for rule in rules) == [
        (0, 19),
        (1, 18),
        (2, 18),
        (3, 18),
        (4, 18),
        (5, 18),
    ]
    assert not desk.page.is_dirty


def test_working_times_that_end_before_they_begin_leave_everything_as_it_was(desk: Desk) -> None:
    desk.choose("Thor Schuss")
    desk.field("Beschreibung").setText("Meister")
    named(desk.page, QTabWidget, "").setCurrentIndex(1)
    ends = [field for field in desk.hours.findChildren(TimeField) if field.accessibleName() == "Ende"]
    ends[0].setTime(ends[0].time().addSecs(-10 * 3600))
    desk.press("Speichern")
    assert "Das Ende liegt vor dem Beginn" in desk.message
    assert desk.stored("Thor Schuss").description == ""
    assert desk.page.is_dirty


def test_services_that_are_left_out_say_so_and_cannot_be_switched(desk: Desk) -> None:
    desk.choose("Thor Schuss")
    for name in ("Terminsynchronisation erlaubt", "Online Terminplanung erlaubt"):
        box = named(desk.page, QCheckBox, name)
        assert not box.isEnabled()
        assert box.toolTip().startswith("Ohne Wirkung: Dieses Programm hat weder einen CalDAV-Dienst")
        assert box.toolTip() in {label.text() for label in desk.page.findChildren(QLabel) if label.isVisible()}


def test_the_lupe_waits_for_the_switch_and_says_where_it_is(desk: Desk) -> None:
    desk.choose("Thor Schuss")
    assert not named(desk.page, QAbstractButton, "Lupe").isEnabled()
    said = [label.text() for label in desk.page.findChildren(QLabel) if label.isVisible()]
    assert any("Mit Google Kalender synchronisieren" in text for text in said)
    desk.workplace.services.settings.set(desk.workplace.session().actor, "google_sync", "on")
    desk.page.refresh(None)
    desk.settle()
    assert named(desk.page, QAbstractButton, "Lupe").isEnabled()


def test_a_link_is_shown_with_its_id_and_its_state(desk: Desk) -> None:
    desk.workplace.services.settings.set(desk.workplace.session().actor, "google_sync", "on")
    account = GoogleAccount(uuid4(), "thor@example.com", frozenset(), b"x")
    link = CalendarLink(
        uuid4(),
        desk.stored("Thor Schuss").id,
        account.id,
        "u54nh0i@group.calendar.google.com",
        "Thor",
        "Europe/Berlin",
        is_created_by_program=True,
        status=LinkStatus.NEEDS_CONSENT,
    )
    desk.workplace.keep(account, link)
    desk.choose("Thor Schuss")
    assert desk.field("ID").text() == "u54nh0i@group.calendar.google.com"
    assert desk.field("ID").isReadOnly()
    said = [label.text() for label in desk.page.findChildren(QLabel) if label.isVisible()]
    assert any("Kalender „Thor“: Freigabe nötig" in text for text in said)


def link_thor(desk: Desk) -> CalendarLink:
    desk.workplace.services.settings.set(desk.workplace.session().actor, "google_sync", "on")
    account = GoogleAccount(uuid4(), "thor@example.com", frozenset(), b"x")
    thor = desk.stored("Thor Schuss").id
    link = CalendarLink(uuid4(), thor, account.id, "c1", "Thor", "Europe/Berlin", is_created_by_program=True)
    desk.workplace.keep(account, link)
    return link


def turn(desk: Desk, text: str) -> None:
    box = child(desk.page, QComboBox, "Richtung")
    box.setCurrentIndex(box.findText(text))


def test_the_direction_is_kept_and_explained(desk: Desk) -> None:
    desk.choose("Thor Schuss")
    box = child(desk.page, QComboBox, "Richtung")
    assert [box.itemText(row) for row in range(box.count())] == [
        "In beide Richtungen",
        "Nur zu Google",
        "Nur aus Google",
    ]
    assert box.currentText() == "In beide Richtungen"
    turn(desk, "Nur aus Google")
    assert "nie etwas geschrieben" in box.accessibleDescription()
    desk.press("Speichern")
    assert desk.stored("Thor Schuss").sync_direction is SyncDirection.FROM_GOOGLE
    desk.choose("Klara Himmel")
    assert box.currentText() == "In beide Richtungen"


def test_closing_a_way_asks_nothing_and_opening_one_shows_first_what_would_move(desk: Desk) -> None:
    link = link_thor(desk)
    desk.choose("Thor Schuss")
    turn(desk, "Nur aus Google")
    desk.press("Speichern")
    assert desk.stored("Thor Schuss").sync_direction is SyncDirection.FROM_GOOGLE
    assert desk.workplace.engine.previewed == []
    turn(desk, "In beide Richtungen")
    desk.press("Speichern")
    assert desk.workplace.engine.previewed == [(link.id, SyncDirection.BOTH)]
    assert desk.stored("Thor Schuss").sync_direction is SyncDirection.FROM_GOOGLE
    desk.answer("Schließen")
    assert desk.stored("Thor Schuss").sync_direction is SyncDirection.FROM_GOOGLE
    desk.press("Speichern")
    desk.answer("Richtung ändern und speichern")
    assert desk.stored("Thor Schuss").sync_direction is SyncDirection.BOTH


def test_a_new_resource_cannot_be_linked_before_it_is_saved(desk: Desk) -> None:
    desk.workplace.services.settings.set(desk.workplace.session().actor, "google_sync", "on")
    desk.page.refresh(None)
    desk.settle()
    desk.press("Neu")
    assert not named(desk.page, QAbstractButton, "Lupe").isEnabled()


def test_somebody_without_the_right_reads_and_links_the_own_resource_only(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    workplace.services.settings.set(workplace.session().actor, "google_sync", "on")
    desk = Desk(qtbot, workplace, tasks, "thor.schuss")
    desk.choose("Klara Himmel")
    assert not desk.field("Bezeichnung").isEnabled()
    assert not named(desk.page, QAbstractButton, "Neu").isEnabled()
    assert not named(desk.page, QAbstractButton, "Lupe").isEnabled()
    desk.choose("Thor Schuss")
    assert named(desk.page, QAbstractButton, "Lupe").isEnabled()


def test_the_wheel_scrolls_and_changes_no_value(desk: Desk) -> None:
    desk.choose("Thor Schuss")
    field = named(desk.page, QSpinBox, "Kapazität")
    desk.field("Bezeichnung").setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        field.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert field.value() == 1


def test_a_deleted_employee_stays_the_person_of_a_resource(qtbot: QtBot) -> None:
    """Shown as none, a changed color would make a room of the resource."""
    form = ResourceForm()
    qtbot.addWidget(form)
    klara = Employee(uuid4(), "Himmel", "Klara", deleted_at=datetime(2026, 3, 2, tzinfo=UTC))
    form.show_choices((), (Employee(uuid4(), "Schuss"), klara))
    gone = Resource(uuid4(), "Klara", employee_id=klara.id)
    form.show_resource(gone)
    assert form.resource == gone
    box = child(form, QComboBox, "Personenressource")
    assert box.currentText() == "Himmel, Klara (gelöscht)"
    form.show_resource(Resource(uuid4(), "Kabine"))
    assert [box.itemText(index) for index in range(box.count())] == ["", "Schuss"], "nobody chooses her anew"


class _BrokenOff(QObject):
    """A consent that somebody breaks off at once."""

    ended = Signal(str, str, bool)

    def __init__(self, *_arguments: object) -> None:
        super().__init__()

    def start(self) -> None:
        self.ended.emit("Es wurde nichts verknüpft.", "info", False)


@pytest.mark.parametrize("on", ["another tab", "another section", "another row"])
def test_what_was_broken_off_is_told_until_somebody_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, on: str
) -> None:
    monkeypatch.setattr("terminplaner.ui.administration.resources_tab.ConsentFlow", _BrokenOff)
    desk.choose("Klara Himmel")
    (editor,) = desk.page.findChildren(ResourceEditor)
    editor.linkRequested.emit(desk.stored("Klara Himmel"))
    assert desk.message.strip() == "Es wurde nichts verknüpft."
    if on == "another tab":
        named(desk.page, QTabWidget, "").setCurrentIndex(1)
    elif on == "another section":
        desk.page.hide()
    else:
        desk.choose("Thor Schuss")
    assert desk.message.strip() == ""


def test_fields_in_pairs_need_no_field_that_stands_alone(qtbot: QtBot) -> None:
    fields = PairedFields()
    qtbot.addWidget(fields)
    fields.add("Name", QLineEdit())
    assert fields.minimumSizeHint().width() > 0
