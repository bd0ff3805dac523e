"""The planner without a mouse."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from threading import Event

from PySide6.QtCore import QPoint, QRectF, Qt, QTime
from PySide6.QtGui import QContextMenuEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication

from helpers.find import child
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.domain.changes import Origin
from terminplaner.ui.banner import Banner
from terminplaner.ui.choice_field import ChoiceField
from terminplaner.ui.planner.overviews.list_view import AppointmentListView
from terminplaner.ui.planner.plan.cursor import Cursor
from terminplaner.ui.planner.plan.look import Look
from terminplaner.ui.planner.plan.picture import Overlay, paint_overlay, rect
from terminplaner.ui.planner.window import Mode
from terminplaner.ui.time_field import TimeField

NONE, CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def messages(desk: Desk) -> str:
    return "".join(banner.text for banner in desk.page.findChildren(Banner))


def said(desk: Desk) -> str:
    return desk.canvas.accessibleDescription()


def test_a_key_that_acts_below_an_open_menu_closes_it(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:45"))
    desk.click(desk.spot(ANNA, "10:20"))
    by_key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(desk.canvas.viewport(), by_key)
    assert QApplication.activePopupWidget() is not None
    desk.key(Qt.Key.Key_K)
    assert QApplication.activePopupWidget() is None
    assert desk.canvas.is_carrying


def test_arrows_say_where_they_are(desk: Desk) -> None:
    desk.click(desk.spot(ANNA, "10:05"))
    desk.key(Qt.Key.Key_Down)
    assert said(desk).startswith(f"10:30, {ANNA}")
    desk.key(Qt.Key.Key_Right)
    assert said(desk).startswith(f"10:30, {BEN}")


def test_an_arrow_onto_an_appointment_selects_and_reads_it(desk: Desk) -> None:
    eleven = desk.show(desk.span("11:00", "11:30"), text="Inventur")
    desk.click(desk.spot(ANNA, "10:35"))
    desk.key(Qt.Key.Key_Down)
    assert desk.canvas.chosen.current_id == eleven.id
    assert said(desk) == f"11:00–11:30, Inventur, {ANNA}"


def test_control_arrows_jump_from_appointment_to_appointment(desk: Desk) -> None:
    nine, three = desk.show(desk.span("09:00", "09:30")), desk.show(desk.span("15:00", "15:30"))
    bens = desk.show(desk.span("14:00", "15:00"), BEN)
    desk.click(desk.spot(ANNA, "12:05"))
    desk.key(Qt.Key.Key_Down, CONTROL)
    assert desk.canvas.chosen.current_id == three.id
    desk.key(Qt.Key.Key_Up, CONTROL)
    assert desk.canvas.chosen.current_id == nine.id
    desk.key(Qt.Key.Key_Right, CONTROL | SHIFT)
    assert (desk.canvas.chosen.current_id, desk.canvas.chosen.selection.ids) == (
        bens.id,
        frozenset({nine.id, bens.id}),
    )
    desk.key(Qt.Key.Key_Right, CONTROL | SHIFT)
    assert desk.canvas.chosen.current_id == bens.id
    assert "Kein weiterer Termin" in said(desk)


def test_alt_arrows_move_as_often_as_they_are_pressed(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    desk.click(desk.spot(ANNA, "10:10"))
    for _ in range(3):
        desk.key(Qt.Key.Key_Down, ALT)
    desk.key(Qt.Key.Key_Right, ALT)
    desk.settle()
    assert desk.stored(ten).when == desk.span("11:30", "12:00")
    assert desk.stored(ten).resource_ids == (desk.resource(BEN).id,)


def test_shift_alt_arrows_change_the_end(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    desk.click(desk.spot(ANNA, "10:10"))
    desk.key(Qt.Key.Key_Down, ALT | SHIFT)
    desk.settle()
    assert desk.stored(ten).when == desk.span("10:00", "11:00")


def test_enter_opens_or_creates(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:30"))
    desk.click(desk.spot(ANNA, "10:10"))
    desk.key(Qt.Key.Key_Return)
    assert not desk.dialog.is_new
    desk.dialog.reject()
    desk.qtbot.waitUntil(lambda: not desk.has_dialog)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    assert desk.dialog.is_new


def test_delete_cancels_and_offers_to_take_it_back(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    desk.click(desk.spot(ANNA, "10:10"))
    desk.key(Qt.Key.Key_Delete)
    desk.settle()
    assert desk.stored(ten).is_cancelled
    assert desk.canvas.board.snapshot.blocks == ((), ())
    desk.press_button("Rückgängig", within_banner=True)
    desk.settle()
    assert not desk.stored(ten).is_cancelled
    assert len(desk.canvas.board.snapshot.blocks[0]) == 1


def test_the_offer_to_take_back_goes_with_what_it_takes_back(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    desk.click(desk.spot(ANNA, "10:10"))
    desk.key(Qt.Key.Key_Delete)
    desk.settle()
    assert "storniert" in messages(desk)
    other = desk.show(desk.span("12:00", "12:30"))
    services, actor = desk.workplace.services, desk.session.actor
    google = replace(actor, origin=Origin.GOOGLE)
    services.planning.cancel(google, other.id)
    assert "storniert" in messages(desk)
    services.undo.undo(actor)  # as the menu of the main window does it
    assert not messages(desk)
    desk.settle()
    assert not desk.stored(ten).is_cancelled


def test_a_new_appointment_is_suggested_where_there_is_room(desk: Desk) -> None:
    desk.show(desk.span("10:00", "11:00"))
    desk.click(desk.spot(ANNA, "10:05"))
    desk.press_button("Neuer Termin")
    dialog = desk.dialog
    assert child(dialog, TimeField, "Beginn").time() == QTime(11, 0)
    assert child(dialog, ChoiceField, "Ressource 1").key == desk.resource(ANNA).id


def test_the_undo_button_names_and_takes_back_the_last_step(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    desk.drag(desk.spot(ANNA, "10:10"), desk.spot(ANNA, "12:10"))
    desk.press_button("Rückgängig")
    desk.settle()
    assert desk.stored(ten).when == desk.span("10:00", "10:30")
    assert "Rückgängig gemacht: Termin verschieben" in messages(desk)
    desk.press_button("Wiederholen")
    desk.settle()
    assert desk.stored(ten).when == desk.span("12:00", "12:30")


def test_a_step_that_takes_its_time_says_that_it_is_under_way(desk: Desk) -> None:
    desk.show(desk.span("10:00", "10:30"))
    desk.drag(desk.spot(ANNA, "10:10"), desk.spot(ANNA, "12:10"))
    desk.settle()
    is_free = Event()
    desk.tasks.run(lambda: is_free.wait(20), desk.page)
    desk.press_button("Rückgängig")
    desk.qtbot.waitUntil(lambda: messages(desk) == "Wird gespeichert …")
    is_free.set()
    desk.settle()
    assert messages(desk) == "Rückgängig gemacht: Termin verschieben"


def test_keys_change_day_and_mode(desk: Desk) -> None:
    seen: list[tuple[Mode, date]] = []
    for key, modifier in (
        (Qt.Key.Key_3, NONE),
        (Qt.Key.Key_PageDown, ALT),
        (Qt.Key.Key_T, NONE),
        (Qt.Key.Key_1, NONE),
        (Qt.Key.Key_PageUp, ALT),
    ):
        desk.key(key, modifier)
        seen.append((desk.page.shown_window.mode, desk.page.shown_window.day))
    assert seen == [
        (Mode.WEEK, MONDAY),
        (Mode.WEEK, MONDAY + timedelta(days=7)),
        (Mode.WEEK, MONDAY),
        (Mode.DAY, MONDAY),
        (Mode.DAY, MONDAY - timedelta(days=1)),
    ]


def test_the_list_has_the_text_beside_the_customer(desk: Desk) -> None:
    customer = desk.workplace.services.queries.customers("Nowak")[0]
    desk.show(desk.span("10:00", "10:30"), text="Gleitsicht", customer_id=customer.id)
    desk.key(Qt.Key.Key_6)
    model = only(desk.page, AppointmentListView).model()
    row = {model.headerData(n, Qt.Orientation.Horizontal): model.index(0, n).data() for n in range(4)}
    assert (row["Termin"], row["Text"]) == (customer.label, "Gleitsicht")


def test_the_list_shows_the_same_and_opens_the_same(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"), ANNA, BEN, text="Inventur")
    desk.show(desk.span("08:00", "08:30"), text="Früh")
    desk.key(Qt.Key.Key_6)
    view = only(desk.page, AppointmentListView)
    assert view.isVisible()
    model = view.model()
    assert [model.index(row, 2).data() for row in range(model.rowCount())] == ["Früh", "Inventur"]
    assert model.index(1, 6).data() == f"{ANNA}, {BEN}"
    view.select(ten.id)
    assert desk.canvas.chosen.current_id == ten.id
    view.activated.emit(view.currentIndex())
    assert not desk.dialog.is_new


def test_the_cursor_leaves_the_words_of_an_appointment_alone(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "11:00"), text="Inventur")
    board, zone = desk.canvas.board, desk.session.branch.tz
    ((column, block),) = board.places_of(ten.id)
    look = Look(desk.canvas.palette(), desk.canvas.font(), 1.0, zone)
    pictures = []
    for cursor in (None, board.slot_box(Cursor(column, block.start))):
        picture = QImage(board.grid.width, board.grid.height, QImage.Format.Format_RGB32)
        picture.fill(Qt.GlobalColor.white)
        painter = QPainter(picture)
        paint_overlay(painter, board, Overlay(desk.at("08:00"), cursor=cursor), QRectF(picture.rect()), look)
        painter.end()
        pictures.append(picture)
    inside = rect(board.box(column, block)).toRect().adjusted(4, 4, -4, -4)
    plain, with_cursor = pictures
    assert with_cursor != plain
    assert with_cursor.copy(inside) == plain.copy(inside)
