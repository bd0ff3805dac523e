"""What the planner says once something was saved in the dialog: of a status that cancels, and of a series."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QRadioButton, QSpinBox, QTabWidget

from helpers.find import child, press
from helpers.named import open_dialog
from helpers.planner_desk import ANNA, Desk, only
from terminplaner.ui.banner import Banner
from terminplaner.ui.choice_field import ChoiceField


def _said(desk: Desk) -> str:
    return "\n".join(banner.text for banner in desk.page.findChildren(Banner) if banner.isVisible())


def test_a_status_that_means_so_takes_the_appointment_out_of_the_plan(desk: Desk) -> None:
    booked = desk.show(desk.span("14:00", "14:30"), ANNA, text="Brille", author="admin")
    status = next(entry for entry in desk.workplace.services.queries.statuses() if entry.name == "Geplatzt")
    desk.double_click(desk.spot(ANNA, "14:10"))
    child(desk.dialog, ChoiceField, "Status").show_key(status.id)
    press(desk.dialog, "Speichern")
    desk.settle()
    assert desk.stored(booked).is_cancelled
    assert "Termin storniert." in _said(desk)
    assert not desk.canvas.board.snapshot.rows()
    desk.press_button("Rückgängig", within_banner=True)
    desk.settle()
    assert not desk.stored(booked).is_cancelled
    assert [row.appointment.id for row in desk.canvas.board.snapshot.rows()] == [booked.id]


def test_of_a_series_it_is_said_how_many_there_are(desk: Desk) -> None:
    desk.show(desk.span("14:00", "14:30", desk.at("14:00").date() + timedelta(weeks=1)), ANNA)
    desk.double_click(desk.spot(ANNA, "14:10"))
    dialog = desk.dialog
    desk.settle()
    only(dialog, QTabWidget).setCurrentIndex(1)
    child(dialog, QCheckBox, "Wiederholend").setChecked(True)
    child(dialog, QRadioButton, "nach").setChecked(True)
    child(dialog, QSpinBox, "Anzahl der Termine").setValue(3)
    press(dialog, "Speichern")
    desk.settle()
    question = open_dialog()
    assert question is not None
    press(question, "Diese Tage auslassen")
    desk.settle()
    assert "2 Termine angelegt. Ausgelassen, weil belegt: 1." in _said(desk)
    desk.press_button("Rückgängig", within_banner=True)
    desk.settle()
    assert len(desk.everything()) == 1


def test_what_was_saved_out_of_sight_is_told_with_its_day(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:10"))
    child(desk.dialog, QDateEdit, "Datum").setDate(QDate(2026, 12, 28))
    press(desk.dialog, "Speichern")
    desk.settle()
    assert "28.12.2026, 14:00–14:30" in _said(desk)
    desk.press_button("Rückgängig", within_banner=True)
    desk.settle()
    assert desk.everything() == []


def test_what_was_saved_in_sight_says_nothing(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:10"))
    press(desk.dialog, "Speichern")
    desk.settle()
    assert _said(desk) == ""
