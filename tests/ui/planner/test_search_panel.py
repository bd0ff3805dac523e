"""The panel that finds appointments and leads to them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QMenu

from helpers.find import child, press
from helpers.named import named
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.ui.planner.appointment.customer_line import CustomerLine
from terminplaner.ui.planner.panels.carry_list import CarryList
from terminplaner.ui.planner.panels.search_fields import SearchFields
from terminplaner.ui.planner.panels.search_panel import SearchPanel
from terminplaner.ui.planner.plan.carrying import CarriedMimeData, Purpose

pytestmark = pytest.mark.usefixtures("german_locale")

_CONTROL = Qt.KeyboardModifier.ControlModifier
NEXT_MONTH = date(2026, 12, 21)


@pytest.fixture
def panel(desk: Desk) -> SearchPanel:
    """Shown by its keys, with three appointments to find."""
    customer = desk.workplace.services.queries.customers("Sonnenschein")[0]
    desk.put(desk.span("09:00", "09:30"), ANNA, text="Brille abholen")
    desk.put(desk.span("10:00", "10:30", NEXT_MONTH), BEN, text="Brille anpassen")
    desk.put(desk.span("08:00", "08:30", date(2026, 3, 2)), ANNA, customer_id=customer.id)
    desk.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    found = only(desk.page, SearchPanel)
    assert found.isVisible()
    return found


def results(panel: SearchPanel) -> list[str]:
    """What they are called and when they begin."""
    listed = only(panel, CarryList)
    lines = [listed.item(number).data(Qt.ItemDataRole.AccessibleTextRole) for number in range(listed.count())]
    return [line.partition(" · ")[0] for line in lines]


FITTING, FETCHING = "Brille anpassen, Mo 21.12. 10:00", "Brille abholen, Mo 23.11. 09:00"
FORMER = "Sonnenschein, Sabine, Mo 02.03. 08:00"


def look_for(desk: Desk, panel: SearchPanel, text: str) -> list[str]:
    field = child(panel, QLineEdit, "Termine suchen")
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    return results(panel)


def show_all(desk: Desk, panel: SearchPanel) -> None:
    child(panel, QComboBox, "Reihenfolge").setCurrentIndex(1)
    desk.settle()


def test_the_coming_ones_are_listed_first_and_all_on_request(desk: Desk, panel: SearchPanel) -> None:
    assert results(panel) == [FETCHING, FITTING]
    show_all(desk, panel)
    assert results(panel) == [FITTING, FETCHING, FORMER]


def test_who_is_found_is_said_before_when_and_with_whom(desk: Desk, panel: SearchPanel) -> None:
    kind = desk.workplace.services.queries.choices().types[0]
    customer = desk.workplace.services.queries.customers("Sonnenschein")[0]
    day = date(2027, 1, 4)
    desk.put(desk.span("08:00", "08:30", day), ANNA, customer_id=customer.id, type_id=kind.id, text="bringt Hund")
    look_for(desk, panel, "hund")
    listed = only(panel, CarryList)
    assert listed.item(0).text() == "Sonnenschein, Sabine"
    details = f"Mo 04.01.2027 08:00 · {kind.name} · {ANNA} · bringt Hund"
    assert listed.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"Sonnenschein, Sabine, {details}"


def test_an_empty_list_says_why_and_what_to_do(desk: Desk, panel: SearchPanel) -> None:
    assert look_for(desk, panel, "sonnenschein") == []
    assert named(panel, QLabel, "Kein kommender Termin gefunden.").isVisible()
    press(panel, "Auch vergangene Termine suchen")
    desk.settle()
    assert results(panel) == [FORMER]
    assert not [
        label for label in panel.findChildren(QLabel) if "passt dazu" in label.text() and label.isVisible()
    ]


def test_typing_searches_past_and_future(desk: Desk, panel: SearchPanel) -> None:
    show_all(desk, panel)
    assert look_for(desk, panel, "brille") == [FITTING, FETCHING]
    assert look_for(desk, panel, "sabine sonn*") == [FORMER]


def test_what_is_no_whole_word_is_found_at_the_second_go(desk: Desk, panel: SearchPanel) -> None:
    assert look_for(desk, panel, "brill") == []
    press(panel, "Auch Teile von Wörtern suchen")
    desk.settle()
    assert child(panel, QLineEdit, "Termine suchen").text() == "*brill*"
    assert len(results(panel)) == 2


def test_filters_narrow_and_are_taken_back(desk: Desk, panel: SearchPanel) -> None:
    show_all(desk, panel)
    press(panel, "Filter")
    resource = child(panel, QComboBox, "Ressource 1")
    resource.setCurrentIndex(resource.findText(BEN))
    desk.settle()
    assert results(panel) == [FITTING]
    press(panel, "Felder vorbelegen")
    desk.settle()
    assert len(results(panel)) == 3


def test_a_customer_narrows_too(desk: Desk, panel: SearchPanel) -> None:
    show_all(desk, panel)
    press(panel, "Filter")
    field = child(panel, CustomerLine, "Kunde")
    desk.page.setFocus()  # without the focus the list is filled but not opened over the window
    field.setText("sonn")
    field.textEdited.emit("sonn")
    found = field.completer().completionModel()
    desk.qtbot.waitUntil(lambda: found.rowCount() == 1)
    popup = field.completer().popup()
    assert popup is not None
    popup.clicked.emit(found.index(0, 0))
    desk.settle()
    assert results(panel) == [FORMER]
    press(panel, "Felder vorbelegen")
    desk.settle()
    assert field.text() == ""
    assert len(results(panel)) == 3


def test_cancelled_ones_are_found_on_request(desk: Desk, panel: SearchPanel) -> None:
    gone = desk.put(desk.span("12:00", "12:30"), ANNA, text="Brille zurück", cancelled_at=desk.at("08:00"))
    press(panel, "Filter")
    assert len(look_for(desk, panel, "brille zurück")) == 0
    child(panel, QCheckBox, "Auch stornierte").setChecked(True)
    desk.settle()
    listed = only(panel, CarryList)
    spoken = listed.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "storniert · Mo 23.11. 12:00" in spoken
    listed.focus_first()
    assert "Terminzettel drucken …" not in entries(panel)
    entry(panel, "Wiederherstellen")
    desk.settle()
    assert not desk.stored(gone).is_cancelled


def go_to_first(desk: Desk, panel: SearchPanel, text: str) -> CarryList:
    """Find one and stand on it, by the keyboard alone."""
    look_for(desk, panel, text)
    listed = only(panel, CarryList)
    listed.focus_first()
    return listed


def test_enter_shows_it_in_the_plan(desk: Desk, panel: SearchPanel) -> None:
    listed = go_to_first(desk, panel, "anpassen")
    QTest.keyClick(listed, Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.shown_window.day == NEXT_MONTH
    row = desk.canvas.chosen.current
    assert row is not None
    assert row.appointment.text == "Brille anpassen"


def test_ctrl_enter_opens_it(desk: Desk, panel: SearchPanel) -> None:
    listed = go_to_first(desk, panel, "anpassen")
    QTest.keyClick(listed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.has_dialog


def menu_of(panel: SearchPanel) -> QMenu:
    menu = panel.menu_of_chosen()
    assert menu is not None
    return menu


def entries(panel: SearchPanel) -> list[str]:
    return [action.text().replace("&", "") for action in menu_of(panel).actions()]


def entry(panel: SearchPanel, text: str) -> None:
    menu = menu_of(panel)
    found = [action for action in menu.actions() if action.text().replace("&", "") == text]
    assert len(found) == 1, [action.text() for action in menu.actions()]
    found[0].trigger()


def carried_by(desk: Desk) -> tuple[Purpose, tuple[str, ...]] | None:
    held = desk.canvas.carried
    return (held.purpose, tuple(row.appointment.text for row in held.rows)) if held is not None else None


def test_its_menu_takes_it_up_or_shows_all_of_the_customer(desk: Desk, panel: SearchPanel) -> None:
    go_to_first(desk, panel, "anpassen")
    entry(panel, "Verschieben")
    assert carried_by(desk) == (Purpose.MOVE, ("Brille anpassen",))
    show_all(desk, panel)
    go_to_first(desk, panel, "sonnenschein")
    entry(panel, "Alle Termine von Sonnenschein, Sabine")
    desk.settle()
    assert results(panel) == [FORMER]
    press(panel, "Termine aller Kunden zeigen")
    desk.settle()
    assert len(results(panel)) == 3


def test_its_menu_is_that_of_the_plan(desk: Desk, panel: SearchPanel) -> None:
    show_all(desk, panel)
    go_to_first(desk, panel, "sonnenschein")
    offered = {"Status", "Kopieren", "Letzten wiederholen …", "Kunde öffnen …", "Verlauf …", "Stornieren"}
    assert offered <= set(entries(panel))
    entry(panel, "Letzten wiederholen …")
    assert desk.dialog.is_new


def test_several_are_chosen_and_cancelled_by_their_keys_alone(desk: Desk, panel: SearchPanel) -> None:
    listed = go_to_first(desk, panel, "brille")
    QTest.keyClick(listed, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert "2 Termine stornieren" in entries(panel)
    QTest.keyClick(listed, Qt.Key.Key_K)
    assert carried_by(desk) == (Purpose.COPY, ("Brille abholen", "Brille anpassen"))
    desk.canvas.put_down()
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    desk.settle()
    assert {row.text for row in desk.everything()} == {""}
    assert results(panel) == []


@pytest.mark.parametrize(("keys", "count"), [(_CONTROL, 2), (Qt.KeyboardModifier.NoModifier, 1)])
def test_with_control_a_drag_into_the_plan_copies(
    desk: Desk, panel: SearchPanel, keys: Qt.KeyboardModifier, count: int
) -> None:
    listed = go_to_first(desk, panel, "anpassen")
    carried = listed.carried
    assert carried is not None
    spot, data, button = desk.spot(BEN, "13:05"), CarriedMimeData(carried), Qt.MouseButton.LeftButton
    for event in (
        QDragEnterEvent(spot, Qt.DropAction.CopyAction, data, button, keys),
        QDropEvent(QPointF(spot), Qt.DropAction.CopyAction, data, button, keys),
    ):
        QApplication.sendEvent(desk.canvas.viewport(), event)
    desk.settle()
    begun = [row.when for row in desk.everything() if row.text == "Brille anpassen"]
    assert desk.span("13:00", "13:30") in begun
    assert len(begun) == count


def test_what_changes_is_found_at_once(desk: Desk, panel: SearchPanel) -> None:
    look_for(desk, panel, "brille")
    desk.put(desk.span("14:00", "14:30"), ANNA, text="Brille richten")
    desk.page.refresh(None)
    desk.settle()
    assert len(results(panel)) == 3


def test_more_than_a_page_is_read_on_request(desk: Desk, panel: SearchPanel) -> None:
    for number in range(60):
        desk.put(desk.span("14:00", "14:30", date(2026, 5, 1 + number % 28)), ANNA, text="Inventur")
    show_all(desk, panel)
    assert len(look_for(desk, panel, "inventur")) == 50
    press(panel, "Weitere zeigen")
    desk.settle()
    assert len(results(panel)) == 60
    assert not child(panel, QAbstractButton, "Weitere zeigen").isVisible()


def test_after_midnight_what_comes_begins_a_day_later(desk: Desk, panel: SearchPanel) -> None:
    fields = only(panel, SearchFields)
    assert fields.query.from_at == desk.at("00:00")
    desk.workplace.clock.at += timedelta(days=1)
    assert fields.query.from_at == desk.at("00:00", MONDAY + timedelta(days=1))
