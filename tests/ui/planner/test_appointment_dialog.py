"""The dialog "Termin": what it stores, what it refuses, and what it does when somebody else was faster."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
)

from helpers.find import child, press
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.when import AllDay
from terminplaner.services.occupation import LONGEST_PREPARATION
from terminplaner.services.permissions import Actor
from terminplaner.ui.banner import Banner
from terminplaner.ui.choice_field import ChoiceField
from terminplaner.ui.planner.appointment.appointment_dialog import AppointmentDialog
from terminplaner.ui.planner.appointment.appointment_form import AppointmentForm
from terminplaner.ui.planner.appointment.customer_field import CustomerField
from terminplaner.ui.planner.appointment.namesake_hint import NamesakeHint
from terminplaner.ui.planner.appointment.stale_bar import StaleBar
from terminplaner.ui.questions import Question
from terminplaner.ui.time_field import TimeField


def complaints(dialog: AppointmentDialog) -> str:
    return "\n".join(banner.text for banner in dialog.findChildren(Banner) if banner.isVisible())


@pytest.fixture
def opened(desk: Desk) -> tuple[Desk, Appointment, AppointmentDialog]:
    """An appointment of two resources and everything else set, open in the dialog."""
    queries = desk.workplace.services.queries
    stored = desk.show(
        desk.span("10:00", "11:00"),
        ANNA,
        BEN,
        text="Gleitsicht",
        comment="bringt Pass mit",
        type_id=queries.types()[2].id,
        status_id=queries.statuses()[1].id,
        customer_id=queries.customers("Nowak")[0].id,
        prepare_minutes=10,
        follow_up_minutes=5,
        is_home_visit=True,
    )
    desk.double_click(desk.spot(ANNA, "10:30"))
    return desk, stored, desk.dialog


def changed_by_somebody(desk: Desk, appointment: Appointment, **fields: Any) -> Appointment:
    current = desk.stored(appointment)
    with desk.workplace.store.write(Author("klara", Origin.USER), "change") as work:
        stored = work.put(replace(current, **fields))
        work.commit()
    return stored


def test_saving_without_a_change_changes_nothing(opened: tuple[Desk, Appointment, AppointmentDialog]) -> None:
    desk, stored, dialog = opened
    assert not dialog.is_dirty
    dialog.save()
    desk.settle()
    assert desk.stored(stored) == stored


@pytest.mark.parametrize(("focused", "stays"), [("Abbrechen", 0), ("Speichern", 1)])
def test_enter_presses_the_button_that_has_the_focus(desk: Desk, focused: str, stays: int) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    button = child(desk.dialog, QPushButton, focused)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    desk.settle()
    assert len(desk.everything()) == stays


def test_every_field_is_stored(desk: Desk) -> None:
    queries = desk.workplace.services.queries
    desk.double_click(desk.spot(ANNA, "14:00"))
    dialog = desk.dialog
    child(dialog, TimeField, "Beginn").setTime(QTime(14, 30))
    child(dialog, QSpinBox, "Dauer").setValue(45)
    child(dialog, QSpinBox, "Vorbereitung").setValue(10)
    child(dialog, QSpinBox, "Nachbereitung").setValue(5)
    kind, status = queries.types()[3], queries.statuses()[1]
    child(dialog, ChoiceField, "Typ").show_key(kind.id)
    child(dialog, ChoiceField, "Status").show_key(status.id)
    child(dialog, ChoiceField, "Ressource 2").show_key(desk.resource(BEN).id)
    child(dialog, QLineEdit, "Text").setText("  Anpassung  ")
    child(dialog, QPlainTextEdit, "Kommentar").setPlainText("zwei\nZeilen")
    for box in only(dialog, AppointmentForm).findChildren(QCheckBox):
        box.setChecked(box.text().replace("&", "") != "Ganztägig")
    press(dialog, "Speichern")
    desk.settle()
    (booked,) = desk.everything()
    assert booked.when == desk.span("14:30", "15:15")
    assert (booked.prepare_minutes, booked.follow_up_minutes) == (10, 5)
    assert (booked.type_id, booked.status_id) == (kind.id, status.id)
    assert booked.resource_ids == (desk.resource(ANNA).id, desk.resource(BEN).id)
    assert (booked.text, booked.comment) == ("Anpassung", "zwei\nZeilen")
    assert booked.is_home_visit
    assert booked.is_parallel
    assert booked.shows_as_unavailable


def test_whole_days_end_on_the_last_one(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    last = MONDAY + timedelta(days=4)
    child(desk.dialog, QDateEdit, "Enddatum").setDate(QDate(last.year, last.month, last.day))
    next(box for box in desk.dialog.findChildren(QCheckBox) if "Ganz" in box.text()).setChecked(True)
    desk.dialog.save()
    desk.settle()
    assert [row.when for row in desk.everything()] == [AllDay(MONDAY, last + timedelta(days=1))]


def test_a_full_resource_is_said_in_the_dialog_and_keeps_the_input(desk: Desk) -> None:
    desk.show(desk.span("15:00", "16:00"), BEN)
    desk.double_click(desk.spot(BEN, "14:00"))
    dialog = desk.dialog
    child(dialog, TimeField, "Beginn").setTime(QTime(15, 30))
    child(dialog, QLineEdit, "Text").setText("Abholung")
    dialog.save()
    desk.settle()
    assert BEN in complaints(dialog)
    assert dialog.isVisible()
    assert dialog.focusWidget() is child(dialog, TimeField, "Beginn")
    assert child(dialog, QLineEdit, "Text").text() == "Abholung"
    next(box for box in dialog.findChildren(QCheckBox) if "Parallel" in box.text()).setChecked(True)
    dialog.save()
    desk.settle()
    assert len(desk.everything()) == 2


@pytest.mark.parametrize(
    ("begin", "end", "said"), [(QTime(10, 0), QTime(9, 0), "Ende"), (QTime(15, 5), QTime(15, 30), "Raster")]
)
def test_times_are_judged_while_they_are_typed(desk: Desk, begin: QTime, end: QTime, said: str) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    dialog = desk.dialog
    child(dialog, TimeField, "Beginn").setTime(begin)
    child(dialog, TimeField, "Ende").setTime(end)
    if said == "Ende":
        dialog.save()
    desk.qtbot.waitUntil(lambda: said in complaints(dialog))
    assert not desk.everything()


def test_the_first_hour_of_summer_time_is_refused_in_words(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    child(desk.dialog, QDateEdit, "Datum").setDate(QDate(2027, 3, 28))
    child(desk.dialog, TimeField, "Beginn").setTime(QTime(2, 30))
    desk.dialog.save()
    assert "Sommerzeit" in complaints(desk.dialog)


def test_somebody_elses_change_is_noticed_before_saving(
    opened: tuple[Desk, Appointment, AppointmentDialog],
) -> None:
    desk, stored, dialog = opened
    child(dialog, QLineEdit, "Text").setText("Meins")
    other = Actor(desk.session.actor.user, Origin.GOOGLE)
    desk.workplace.services.planning.change(other, replace(stored, comment="Seins"))
    bar = only(dialog, StaleBar)
    assert bar.isVisible()
    assert "Google" in only(bar, QLabel).text()


def test_keeping_the_own_input_again_takes_what_others_wrote_since(
    opened: tuple[Desk, Appointment, AppointmentDialog],
) -> None:
    desk, stored, dialog = opened
    desk.put(desk.span("14:00", "15:00"), ANNA)
    child(dialog, QPlainTextEdit, "Kommentar").setPlainText("Meins")
    child(dialog, TimeField, "Beginn").setTime(QTime(14, 0))
    for text in ("Seins", "Ihres"):
        changed_by_somebody(desk, stored, text=text)
        dialog.save()
        desk.settle()
        press(dialog, "Meine Eingaben speichern")
        desk.settle()
        assert complaints(dialog), "there is no room"
        assert child(dialog, QLineEdit, "Text").text() == text
    child(dialog, TimeField, "Beginn").setTime(QTime(11, 0))
    dialog.save()
    desk.settle()
    assert (desk.stored(stored).text, desk.stored(stored).comment) == ("Ihres", "Meins")


def test_keeping_the_own_input_saves_over_the_other(opened: tuple[Desk, Appointment, AppointmentDialog]) -> None:
    desk, stored, dialog = opened
    changed_by_somebody(desk, stored, text="Seins")
    child(dialog, QLineEdit, "Text").setText("Meins")
    dialog.save()
    desk.settle()
    assert "klara" in only(only(dialog, StaleBar), QLabel).text()
    assert desk.stored(stored).text == "Seins"
    press(dialog, "Meine Eingaben speichern")
    desk.settle()
    assert desk.stored(stored).text == "Meins"


def test_keeping_the_own_input_keeps_what_others_changed_beside_it(
    opened: tuple[Desk, Appointment, AppointmentDialog],
) -> None:
    desk, stored, dialog = opened
    moved = changed_by_somebody(desk, stored, when=desk.span("12:00", "13:00"))
    child(dialog, QPlainTextEdit, "Kommentar").setPlainText("Meins")
    dialog.save()
    desk.settle()
    press(dialog, "Meine Eingaben speichern")
    desk.settle()
    assert (desk.stored(stored).when, desk.stored(stored).comment) == (moved.when, "Meins")


def test_keeping_the_own_input_leaves_what_google_made_private_private(
    opened: tuple[Desk, Appointment, AppointmentDialog],
) -> None:
    desk, stored, dialog = opened
    changed_by_somebody(desk, stored, text="", is_private=True, is_transparent=True)
    child(dialog, QLineEdit, "Text").setText("Mein alter Titel")
    child(dialog, QPlainTextEdit, "Kommentar").setPlainText("Meins")
    dialog.save()
    desk.settle()
    press(dialog, "Meine Eingaben speichern")
    desk.settle()
    kept = desk.stored(stored)
    assert (kept.text, kept.comment, kept.is_private, kept.is_transparent) == ("", "Meins", True, True)


def test_reloading_shows_the_other_version(opened: tuple[Desk, Appointment, AppointmentDialog]) -> None:
    desk, stored, dialog = opened
    changed_by_somebody(desk, stored, text="Seins", is_home_visit=False)
    child(dialog, QLineEdit, "Text").setText("Meins")
    dialog.save()
    desk.settle()
    press(dialog, "Neu laden")
    desk.settle()
    assert child(dialog, QLineEdit, "Text").text() == "Seins"
    assert not dialog.is_dirty
    dialog.save()
    desk.settle()
    assert desk.stored(stored).text == "Seins"


def test_keeping_the_own_input_leaves_what_became_a_series_one(
    opened: tuple[Desk, Appointment, AppointmentDialog],
) -> None:
    desk, stored, dialog = opened
    services, actor = desk.workplace.services, desk.session.actor
    series = services.series.book(actor, stored, Recurrence(Frequency.DAILY, count=3)).series
    child(dialog, QLineEdit, "Text").setText("Meins")
    dialog.save()
    desk.settle()
    press(dialog, "Meine Eingaben speichern")
    desk.settle()
    press(only(dialog, Question), "Nur dieser Termin")
    desk.settle()
    kept = desk.stored(stored)
    assert (kept.text, kept.series_id, kept.is_detached) == ("Meins", series.id, True)


@pytest.mark.parametrize("minutes", [300, LONGEST_PREPARATION])
def test_long_preparation_times_stay_as_they_are(desk: Desk, minutes: int) -> None:
    stored = desk.show(desk.span("10:00", "11:00"), ANNA, prepare_minutes=minutes, follow_up_minutes=minutes)
    desk.double_click(desk.spot(ANNA, "10:30"))
    child(desk.dialog, QLineEdit, "Text").setText("Meins")
    desk.dialog.save()
    desk.settle()
    kept = desk.stored(stored)
    assert (kept.text, kept.prepare_minutes, kept.follow_up_minutes) == ("Meins", minutes, minutes)


@pytest.mark.parametrize("typed", ["1003", "aylin özd", "3.5.71"])
def test_a_customer_is_found_by_number_name_and_birthdate(desk: Desk, typed: str) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    search = child(desk.dialog, QLineEdit, "Kunde")
    desk.dialog.setFocus()  # without the focus the list is filled but not opened over the window
    search.textEdited.emit(typed)
    search.setText(typed)
    found = search.completer().completionModel()
    desk.qtbot.waitUntil(lambda: found.rowCount() == 1)
    assert found.index(0, 0).data() == "Özdemir, Aylin · geb. 03.05.1971 · 1003 · 0711 5550103"
    popup = search.completer().popup()
    assert popup is not None
    popup.clicked.emit(found.index(0, 0))
    assert search.text() == "Özdemir, Aylin"
    desk.dialog.save()
    desk.settle()
    customer = desk.workplace.services.queries.customers("1003")[0]
    assert [row.customer_id for row in desk.everything()] == [customer.id]


def test_typing_a_customer_is_not_choosing_one(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    child(desk.dialog, QLineEdit, "Kunde").setText("Irgendwer")
    child(desk.dialog, QLineEdit, "Text").setFocus()
    desk.dialog.save()
    assert desk.dialog.focusWidget() is child(desk.dialog, QLineEdit, "Kunde")
    assert "Kunden" in complaints(desk.dialog)
    assert not desk.everything()


def test_a_new_customer_is_made_in_place(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    dialog = desk.dialog
    child(dialog, QLineEdit, "Kunde").setText("Neumann, Nora")
    press(dialog, "Neuen Kunden anlegen")
    assert child(dialog, QLineEdit, "Kürzel").text() == "NN"
    child(dialog, QLineEdit, "Telefon").setText("0711 1")
    child(dialog, QLineEdit, "Mobil").setText("0171 2")
    child(dialog, QLineEdit, "Geburtsdatum").setText("gestern")
    child(dialog, QLineEdit, "PopUp-Hinweis").setText("Rollstuhl")
    press(dialog, "Kunden anlegen")
    assert "Geburtsdatum" in complaints(dialog)
    assert dialog.focusWidget() is child(dialog, QLineEdit, "Geburtsdatum")
    child(dialog, QLineEdit, "Geburtsdatum").setText("3.5.61")
    press(dialog, "Kunden anlegen")
    desk.settle()
    customer = only(dialog, CustomerField).customer
    assert customer is not None
    assert (customer.label, customer.initials, customer.phone) == ("Neumann, Nora", "NN", "0711 1")
    assert (customer.mobile, customer.birth_on) == ("0171 2", date(1961, 5, 3))
    assert "Rollstuhl" in complaints(dialog)
    dialog.save()
    desk.settle()
    assert desk.everything()[0].customer_id == customer.id


def test_a_namesake_is_taken_instead_of_a_second_one(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    dialog = desk.dialog
    child(dialog, QLineEdit, "Kunde").setText("ozdemir, aylin")
    press(dialog, "Neuen Kunden anlegen")
    hint = only(dialog, NamesakeHint)
    desk.qtbot.waitUntil(hint.isVisible)
    press(hint, "Diesen nehmen: Özdemir, Aylin · geb. 03.05.1971 · 1003 · 0711 5550103")
    chosen = only(dialog, CustomerField)
    assert chosen.customer is not None
    assert (chosen.customer.number, chosen.is_creating) == ("1003", False)


def test_tab_goes_from_the_customer_to_the_text(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    dialog = desk.dialog
    QTest.keyClick(child(dialog, QLineEdit, "Kunde"), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is child(dialog, QLineEdit, "Text")
    assert not child(dialog, QPushButton, "Neuen Kunden anlegen").shortcut().isEmpty()


def test_enter_makes_the_customer_and_not_the_appointment(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    dialog = desk.dialog
    child(dialog, QLineEdit, "Kunde").setText("Neumann, Nora")
    press(dialog, "Neuen Kunden anlegen")
    assert "Doch nicht anlegen" in child(dialog, QPushButton, "Speichern").toolTip()
    QTest.keyClick(child(dialog, QLineEdit, "Vorname"), Qt.Key.Key_Return)
    desk.settle()
    customer = only(dialog, CustomerField).customer
    assert customer is not None
    assert customer.label == "Neumann, Nora"
    assert not desk.everything()
    assert child(dialog, QPushButton, "Speichern").isEnabled()


def test_escape_ends_only_making_a_customer(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:00"))
    dialog = desk.dialog
    child(dialog, QLineEdit, "Kunde").setText("Neumann")
    dialog.save()
    assert complaints(dialog)
    desk.qtbot.waitUntil(lambda: dialog.height() == dialog.minimumHeight())
    height = dialog.height()
    press(dialog, "Neuen Kunden anlegen")
    assert not complaints(dialog)
    desk.qtbot.waitUntil(lambda: dialog.height() > height)
    QTest.keyClick(child(dialog, QLineEdit, "Nachname"), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not only(dialog, CustomerField).is_creating
    assert not desk.page.findChildren(Question)
    desk.qtbot.waitUntil(lambda: dialog.height() == height)


def test_a_customer_ends_being_away(opened: tuple[Desk, Appointment, AppointmentDialog]) -> None:
    _, _, dialog = opened
    away = next(box for box in dialog.findChildren(QCheckBox) if "verfügbar" in box.text())
    assert not away.isEnabled()
    child(dialog, QLineEdit, "Kunde").clear()
    assert away.isEnabled()


def test_a_third_resource_can_be_added_and_taken_out(opened: tuple[Desk, Appointment, AppointmentDialog]) -> None:
    desk, stored, dialog = opened
    third = desk.resource("Rosa Wolke")
    press(dialog, "Weitere Ressource")
    child(dialog, ChoiceField, "Ressource 3").show_key(third.id)
    dialog.save()
    desk.settle()
    assert desk.stored(stored).resource_ids == (*stored.resource_ids, third.id)


def test_a_block_of_google_can_only_be_looked_at(desk: Desk) -> None:
    desk.show(desk.span("10:00", "11:00"), is_read_only=True, text="Fremd")
    desk.double_click(desk.spot(ANNA, "10:30"))
    dialog = desk.dialog
    assert "Google" in complaints(dialog)
    assert child(dialog, QLineEdit, "Text").isReadOnly()
    assert not child(dialog, ChoiceField, "Ressource 1").isEnabled()
    press(dialog, "Schließen")


@pytest.mark.parametrize("leave", [AppointmentDialog.reject, AppointmentDialog.close])
def test_leaving_with_input_asks_first(
    opened: tuple[Desk, Appointment, AppointmentDialog], leave: Callable[[AppointmentDialog], object]
) -> None:
    desk, stored, dialog = opened
    child(dialog, QLineEdit, "Text").setText("Meins")
    leave(dialog)
    assert dialog.isVisible()
    press(only(dialog, Question), "Verwerfen")
    desk.qtbot.waitUntil(lambda: not desk.has_dialog)
    assert desk.stored(stored) == stored


def test_what_was_entered_is_not_cancelled_away(opened: tuple[Desk, Appointment, AppointmentDialog]) -> None:
    _desk, _, dialog = opened
    cancel = child(dialog, QPushButton, "Termin stornieren")
    child(dialog, QLineEdit, "Text").setText("Meins")
    assert not cancel.isEnabled()
    child(dialog, QLineEdit, "Text").setText("Gleitsicht")
    assert cancel.isEnabled()


def test_a_refused_cancellation_is_told_where_it_was_asked_for(
    opened: tuple[Desk, Appointment, AppointmentDialog],
) -> None:
    desk, stored, dialog = opened
    changed_by_somebody(desk, stored, is_read_only=True)
    press(dialog, "Termin stornieren")
    desk.settle()
    assert dialog.isVisible()
    assert dialog.error.text
    assert not desk.stored(stored).is_cancelled


def test_cancelling_from_the_dialog(opened: tuple[Desk, Appointment, AppointmentDialog]) -> None:
    desk, stored, dialog = opened
    press(dialog, "Termin stornieren")
    desk.settle()
    assert desk.stored(stored).is_cancelled
