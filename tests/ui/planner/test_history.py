"""The ways from the plan to the history of an appointment."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QTableView
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from helpers.named import named
from helpers.planner_desk import ANNA, Desk
from terminplaner.ui.change_log.window import ChangeLogWindow


def _steps(desk: Desk) -> list[str]:
    desk.settle()
    (window,) = desk.page.findChildren(ChangeLogWindow)
    model = named(window, QTableView, "Wer was geändert hat").model()
    steps = [str(model.index(row, 3).data()) for row in range(model.rowCount())]
    window.reject()
    return steps


def test_from_the_menu_of_an_appointment(desk: Desk) -> None:
    booked = desk.show(desk.span("14:00", "15:00"))
    outcome = desk.workplace.services.planning.cancel(desk.session.actor, booked.id)
    assert outcome.appointment.is_cancelled
    row = desk.workplace.services.queries.appointment(booked.id)
    menu = desk.page.wishes.menu_for(row, None)
    next(entry for entry in menu.actions() if entry.text().replace("&", "") == "Verlauf …").trigger()
    assert _steps(desk) == ["Termin stornieren", "Termin anlegen"]


def test_from_the_dialog(desk: Desk, qtbot: QtBot) -> None:
    desk.show(desk.span("14:00", "15:00"))
    desk.double_click(desk.spot(ANNA, "14:20"))
    desk.settle()
    press(desk.dialog, "Verlauf …")
    assert _steps(desk) == ["Termin anlegen"]
    desk.dialog.reject()


def test_what_is_new_has_none(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "16:20"))
    desk.settle()
    assert not child(desk.dialog, QPushButton, "Verlauf …").isVisible()
    desk.dialog.reject()
