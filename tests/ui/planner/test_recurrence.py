"""The tab "Wiederholung", and what saving and cancelling ask of a series."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QSpinBox,
    QTabWidget,
)

from helpers.find import child, press
from helpers.planner_desk import ANNA, MONDAY, Desk, only
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Weekday, WeekOfMonth
from terminplaner.domain.series import Series
from terminplaner.domain.when import AllDay
from terminplaner.ui.banner import Banner
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.appointment.appointment_dialog import AppointmentDialog
from terminplaner.ui.planner.appointment.recurrence_wording import rule_sentence
from terminplaner.ui.planner.appointment.series_line import SeriesLine
from terminplaner.ui.planner.plan.painting import mark_icons
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.questions import Question

WEEK = timedelta(weeks=1)


def lines(dialog: AppointmentDialog) -> list[str]:
    shown = child(dialog, QListWidget, "Termine der Serie")
    return [shown.item(row).text() for row in range(shown.count())]


def days(appointments: list[Appointment], desk: Desk) -> list[date]:
    zone = desk.session.branch.tz
    return [item.when.interval(zone).start_at.astimezone(zone).date() for item in appointments]


@pytest.fixture
def repeating(desk: Desk) -> tuple[Desk, AppointmentDialog]:
    """A new appointment on Monday at two, on its second tab, repeating three times."""
    desk.double_click(desk.spot(ANNA, "14:10"))
    dialog = desk.dialog
    desk.settle()
    only(dialog, QTabWidget).setCurrentIndex(1)
    child(dialog, QCheckBox, "Wiederholend").setChecked(True)
    child(dialog, QRadioButton, "nach").setChecked(True)
    child(dialog, QSpinBox, "Anzahl der Termine").setValue(3)
    return desk, dialog


@pytest.fixture
def series(desk: Desk) -> tuple[Desk, list[Appointment]]:
    """Three Mondays from today on at three, the first one open in the dialog."""
    when = desk.span("15:00", "15:30")
    wanted = desk.put(when, ANNA, text="Anpassung")
    outcome = desk.workplace.services.series.book(
        desk.session.actor, wanted, Recurrence(Frequency.WEEKLY, count=3)
    )
    desk.reload()
    desk.double_click(desk.spot(ANNA, "15:15"))
    desk.settle()
    return desk, list(outcome.appointments)


def test_nothing_repeats_unless_it_is_ticked(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:10"))
    assert not child(desk.dialog, QComboBox, "Intervall").isEnabled()
    press(desk.dialog, "Speichern")
    desk.settle()
    (booked,) = desk.everything()
    assert booked.series_id is None


def test_the_days_are_shown_before_anything_is_stored(repeating: tuple[Desk, AppointmentDialog]) -> None:
    desk, dialog = repeating
    desk.qtbot.waitUntil(lambda: len(lines(dialog)) == 3)
    assert lines(dialog)[0] == f"{wording.weekday_name(Weekday.MONDAY)} 23.11.2026, 14:00–14:30"
    assert desk.everything() == []
    press(dialog, "Speichern")
    desk.settle()
    assert days(desk.everything(), desk) == [MONDAY, MONDAY + WEEK, MONDAY + 2 * WEEK]


def test_a_rule_of_every_field(repeating: tuple[Desk, AppointmentDialog]) -> None:
    desk, dialog = repeating
    child(dialog, QSpinBox, "Abstand").setValue(2)
    child(dialog, QCheckBox, wording.weekday_name(Weekday.WEDNESDAY)).click()
    child(dialog, QCheckBox, "auch Feiertags").setChecked(True)
    child(dialog, QRadioButton, "am").setChecked(True)
    child(dialog, QDateEdit, "Enddatum der Wiederholung").setDate(QDate(2026, 12, 31))
    press(dialog, "Speichern")
    desk.settle()
    with desk.workplace.store.read() as reader:
        (stored,) = reader.list(Series)
    assert stored.recurrence == Recurrence(
        Frequency.WEEKLY, 2, (Weekday.MONDAY, Weekday.WEDNESDAY), until_on=date(2026, 12, 31)
    )
    assert stored.includes_holidays
    assert days(desk.everything(), desk)[:3] == [MONDAY, date(2026, 11, 25), date(2026, 12, 7)]


def test_a_new_series_is_proposed_for_four_months_and_follows_its_first_day(desk: Desk) -> None:
    desk.double_click(desk.spot(ANNA, "14:10"))
    dialog = desk.dialog
    until = child(dialog, QDateEdit, "Enddatum der Wiederholung")
    assert until.date() == QDate(2027, 3, 23)
    child(dialog, QDateEdit, "Datum").setDate(QDate(2026, 12, 2))
    assert until.date() == QDate(2027, 4, 2)
    child(dialog, QCheckBox, "Wiederholend").setChecked(True)
    assert child(dialog, QCheckBox, wording.weekday_name(Weekday.WEDNESDAY)).isChecked()
    assert not child(dialog, QCheckBox, wording.weekday_name(Weekday.MONDAY)).isChecked()


def test_holidays_and_full_days_are_marked_in_words(repeating: tuple[Desk, AppointmentDialog]) -> None:
    desk, dialog = repeating
    desk.put(desk.span("14:00", "15:00", MONDAY + WEEK), ANNA, text="im Weg")
    child(dialog, QSpinBox, "Anzahl der Termine").setValue(20)
    desk.qtbot.waitUntil(lambda: len(lines(dialog)) > 20)
    shown = lines(dialog)
    assert shown[1].endswith("belegt: 14:00–15:00 im Weg")
    assert [line for line in shown if "entfällt: Ostermontag" in line]


def test_absences_are_marked_in_words_and_counted(repeating: tuple[Desk, AppointmentDialog]) -> None:
    desk, dialog = repeating
    week_off = AllDay(MONDAY + WEEK, MONDAY + 2 * WEEK)
    absence = Absence(uuid4(), AbsenceKind.VACATION, week_off, (desk.resource(ANNA).id,))
    desk.workplace.services.absences.save(desk.session.actor, absence)
    child(dialog, QSpinBox, "Anzahl der Termine").setValue(4)
    desk.qtbot.waitUntil(lambda: len(lines(dialog)) == 4)
    assert [line.partition(" · ")[2] for line in lines(dialog)] == ["", f"{ANNA} abwesend: Urlaub", "", ""]
    shown = child(dialog, QListWidget, "Termine der Serie")
    keys = [shown.item(row).icon().cacheKey() for row in range(4)]
    assert (keys[0] == keys[2], keys[0] == keys[1]) == (True, False)
    assert [label for label in dialog.findChildren(QLabel) if label.text() == "4 Termine, 1 mit Warnung"]


def test_full_days_are_asked_about_and_left_out(repeating: tuple[Desk, AppointmentDialog]) -> None:
    desk, dialog = repeating
    desk.put(desk.span("14:00", "15:00", MONDAY + WEEK), ANNA, text="im Weg")
    press(dialog, "Speichern")
    desk.settle()
    question = only(dialog, Question)
    assert len(desk.everything()) == 1
    press(question, "Diese Tage auslassen")
    desk.settle()
    booked = [item for item in desk.everything() if item.series_id]
    assert days(booked, desk) == [MONDAY, MONDAY + 2 * WEEK]


def test_an_endless_series_reaches_to_the_end_of_the_period(repeating: tuple[Desk, AppointmentDialog]) -> None:
    desk, dialog = repeating
    child(dialog, QRadioButton, "Wiederholung endet nie").setChecked(True)
    press(dialog, "Speichern")
    desk.settle()
    assert desk.workplace.services.settings.load().calendar_period_until_on == date(2027, 11, 23)
    assert days(desk.everything(), desk)[-1] == date(2027, 11, 22)


def test_occurrences_say_that_they_are_of_a_series_and_whether_they_were_changed(desk: Desk) -> None:
    wanted = desk.put(desk.span("15:00", "15:30"), ANNA, text="Anpassung")
    outcome = desk.workplace.services.series.book(desk.session.actor, wanted, Recurrence(Frequency.DAILY, count=2))
    first = outcome.appointments[0]
    desk.workplace.services.planning.change(desk.session.actor, replace(first, text="Anders"))
    desk.reload()
    row = desk.canvas.board.snapshot.find(first.id)
    desk.page.browsing.turn(1)
    desk.settle()
    follower = desk.canvas.board.snapshot.find(outcome.appointments[1].id)
    assert row is not None
    assert follower is not None
    assert (mark_icons(row), mark_icons(follower)) == (("series-changed",), ("series",))
    zone = desk.session.branch.tz
    assert wording.spoken(row, zone).endswith(", aus einer Terminserie, einzeln geändert")
    assert wording.spoken(follower, zone).endswith(", Terminserie")
    assert "Terminserie" in wording.tooltip(follower, zone).splitlines()


def test_an_occurrence_shows_its_series(series: tuple[Desk, list[Appointment]]) -> None:
    desk, booked = series
    assert len(lines(desk.dialog)) == len(booked)
    assert (
        lines(desk.dialog)[0] == f"{wording.weekday_name(Weekday.MONDAY)} 23.11.2026, 15:00–15:30 · dieser Termin"
    )


@pytest.mark.parametrize("by_key", [True, False])
def test_an_occurrence_leads_to_its_place_in_the_plan(
    series: tuple[Desk, list[Appointment]], by_key: bool
) -> None:
    desk, booked = series
    only(desk.dialog, QTabWidget).setCurrentIndex(1)
    shown = child(desk.dialog, QListWidget, "Termine der Serie")
    shown.setCurrentRow(2)
    if by_key:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    else:
        where = shown.visualItemRect(shown.item(2)).center()
        for press_or_again in (QTest.mouseClick, QTest.mouseDClick):
            press_or_again(shown.viewport(), Qt.MouseButton.LeftButton, pos=where)
    desk.settle()
    assert desk.page.shown_window.day == MONDAY + 2 * WEEK
    assert [row.appointment.id for row in only(desk.page, PlanStage).chosen_rows] == [booked[2].id]
    desk.qtbot.waitUntil(lambda: not desk.has_dialog)


def test_what_was_entered_outlasts_a_look_at_another_occurrence(series: tuple[Desk, list[Appointment]]) -> None:
    desk, booked = series
    dialog = desk.dialog
    child(dialog, QLineEdit, "Text").setText("neu")
    shown = child(dialog, QListWidget, "Termine der Serie")
    shown.setCurrentRow(1)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    desk.settle()
    assert desk.page.shown_window.day == MONDAY + WEEK
    assert (dialog.isVisible(), child(dialog, QLineEdit, "Text").text()) == (True, "neu")
    assert desk.stored(booked[0]).text == "Anpassung"


@pytest.mark.parametrize(
    ("answer", "texts"),
    [
        ("Nur dieser Termin", ["neu", "Anpassung", "Anpassung"]),
        ("Dieser und folgende", ["neu", "neu", "neu"]),
        ("Alle Termine", ["neu", "neu", "neu"]),
        ("Abbrechen", ["Anpassung", "Anpassung", "Anpassung"]),
    ],
)
def test_saving_asks_whom_it_concerns(
    series: tuple[Desk, list[Appointment]], answer: str, texts: list[str]
) -> None:
    desk, booked = series
    dialog = desk.dialog
    child(dialog, QLineEdit, "Text").setText("neu")
    press(dialog, "Speichern")
    press(only(dialog, Question), answer)
    desk.settle()
    assert [desk.stored(item).text for item in booked] == texts


def _told(desk: Desk) -> str:
    return "\n".join(banner.text for banner in desk.page.findChildren(Banner) if banner.isVisible())


def test_what_is_warned_of_is_said_once_more_when_it_is_stored(repeating: tuple[Desk, AppointmentDialog]) -> None:
    desk, dialog = repeating
    week_off = AllDay(MONDAY + WEEK, MONDAY + 2 * WEEK)
    absence = Absence(uuid4(), AbsenceKind.VACATION, week_off, (desk.resource(ANNA).id,))
    desk.workplace.services.absences.save(desk.session.actor, absence)
    press(dialog, "Speichern")
    desk.settle()
    assert _told(desk) == f"3 Termine angelegt. Bitte prüfen: {ANNA} abwesend: Urlaub (30.11.2026)."


def test_another_day_offers_to_let_the_others_follow(series: tuple[Desk, list[Appointment]]) -> None:
    desk, booked = series
    child(desk.dialog, QDateEdit, "Datum").setDate(QDate(2026, 11, 24))
    press(desk.dialog, "Speichern")
    desk.settle()
    assert _told(desk) == "Nur dieser Termin der Serie wurde verschoben."
    desk.press_button("Auch die 2 folgenden", within_banner=True)
    desk.settle()
    tuesday = MONDAY + timedelta(days=1)
    assert days([desk.stored(item) for item in booked], desk) == [tuesday, tuesday + WEEK, tuesday + 2 * WEEK]
    desk.press_button("Rückgängig", within_banner=True)
    desk.settle()
    assert days([desk.stored(item) for item in booked], desk) == [MONDAY, MONDAY + WEEK, MONDAY + 2 * WEEK]
    assert not any(desk.stored(item).is_detached for item in booked)


def test_another_day_is_for_this_one_without_a_question(series: tuple[Desk, list[Appointment]]) -> None:
    desk, booked = series
    child(desk.dialog, QDateEdit, "Datum").setDate(QDate(2026, 11, 24))
    press(desk.dialog, "Speichern")
    desk.settle()
    assert days([desk.stored(item) for item in booked], desk)[0] == date(2026, 11, 24)
    assert desk.stored(booked[0]).is_detached


@pytest.mark.parametrize(("answer", "left"), [("Nur dieser Termin", 2), ("Alle Termine", 0), ("Abbrechen", 3)])
def test_cancelling_asks_whom_it_concerns(series: tuple[Desk, list[Appointment]], answer: str, left: int) -> None:
    desk, _ = series
    press(desk.dialog, "Termin stornieren")
    press(only(desk.page, Question), answer)
    desk.settle()
    assert len(desk.everything()) == left
    assert desk.has_dialog is (answer == "Abbrechen")


def _entries(box: QComboBox) -> list[str]:
    return [box.itemText(index) for index in range(box.count())]


@pytest.mark.usefixtures("german_locale")
def test_a_month_is_asked_on_which_of_its_days(repeating: tuple[Desk, AppointmentDialog]) -> None:
    desk, dialog = repeating
    frequency, place = child(dialog, QComboBox, "Intervall"), child(dialog, QComboBox, "Tag")
    assert not place.isVisible()
    frequency.setCurrentText("monatlich")
    assert place.isVisible()
    assert _entries(place) == ["am 23.", "am vierten Montag"]
    child(dialog, QDateEdit, "Datum").setDate(QDate(2026, 11, 24))
    assert _entries(place) == ["am 24.", "am vierten Dienstag", "am letzten Dienstag"]
    place.setCurrentText("am letzten Dienstag")
    desk.qtbot.waitUntil(lambda: "29.12.2026" in "".join(lines(dialog)))
    press(dialog, "Speichern")
    desk.settle()
    with desk.workplace.store.read() as reader:
        (stored,) = reader.list(Series)
    assert stored.recurrence == Recurrence(
        Frequency.MONTHLY, weekdays=(Weekday.TUESDAY,), count=3, week_of_month=WeekOfMonth.LAST
    )
    assert days(desk.everything(), desk) == [date(2026, 11, 24), date(2026, 12, 29), date(2027, 1, 26)]


@pytest.mark.usefixtures("german_locale")
def test_a_week_that_was_chosen_follows_the_first_day(repeating: tuple[Desk, AppointmentDialog]) -> None:
    _, dialog = repeating
    child(dialog, QComboBox, "Intervall").setCurrentText("jährlich")
    place, first = child(dialog, QComboBox, "Tag"), child(dialog, QDateEdit, "Datum")
    assert _entries(place) == ["am 23. November", "am vierten Montag im November"]
    first.setDate(QDate(2026, 12, 1))
    assert place.currentText() == "am 1. Dezember"
    place.setCurrentText("am ersten Dienstag im Dezember")
    first.setDate(QDate(2026, 12, 29))
    assert place.currentText() == "am letzten Dienstag im Dezember"


@pytest.mark.usefixtures("german_locale")
def test_a_week_that_was_chosen_comes_back_with_its_day(repeating: tuple[Desk, AppointmentDialog]) -> None:
    _, dialog = repeating
    child(dialog, QComboBox, "Intervall").setCurrentText("monatlich")
    place, first = child(dialog, QComboBox, "Tag"), child(dialog, QDateEdit, "Datum")
    first.setDate(QDate(2026, 11, 24))
    place.setCurrentText("am letzten Dienstag")
    first.setDate(QDate(2026, 11, 17))
    assert place.currentText() == "am dritten Dienstag"
    first.setDate(QDate(2026, 11, 24))
    assert place.currentText() == "am letzten Dienstag"


@pytest.mark.usefixtures("german_locale")
@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        (Recurrence(Frequency.MONTHLY), "monatlich am 23., endet nie"),
        (
            Recurrence(Frequency.MONTHLY, 2, week_of_month=WeekOfMonth.FOURTH),
            "alle 2 Monate am vierten Montag, endet nie",
        ),
        (
            Recurrence(Frequency.YEARLY, weekdays=(Weekday.FRIDAY,), week_of_month=WeekOfMonth.LAST, count=4),
            "jährlich am letzten Freitag im November, 4 Termine",
        ),
        (Recurrence(Frequency.YEARLY, count=4), "jährlich am 23. November, 4 Termine"),
    ],
)
def test_a_rule_in_words(rule: Recurrence, sentence: str) -> None:
    assert rule_sentence(rule, MONDAY) == sentence


def test_the_first_tab_says_what_the_appointment_belongs_to_and_leads_there(
    series: tuple[Desk, list[Appointment]],
) -> None:
    desk, _ = series
    line = only(desk.dialog, SeriesLine)
    day = wording.weekday_name(Weekday.MONDAY)
    assert line.isVisible()
    assert line.text == f"Terminserie: wöchentlich am {day} · Termin 1 von 3 · bis 07.12.2026"
    press(desk.dialog, "Serie ansehen")
    assert only(desk.dialog, QTabWidget).currentIndex() == 1


def test_the_first_tab_says_what_becomes_a_series(repeating: tuple[Desk, AppointmentDialog]) -> None:
    _, dialog = repeating
    line = only(dialog, SeriesLine)
    day = wording.weekday_name(Weekday.MONDAY)
    assert line.text == f"Wird beim Speichern eine Terminserie: wöchentlich am {day}, 3 Termine"
    child(dialog, QDateEdit, "Datum").setDate(QDate(2026, 11, 25))
    day = wording.weekday_name(Weekday.WEDNESDAY)
    assert line.text == f"Wird beim Speichern eine Terminserie: wöchentlich am {day}, 3 Termine"
    child(dialog, QCheckBox, "Wiederholend").setChecked(False)
    assert not line.text


def test_the_period_is_spoken_of_only_where_it_ends_the_series(repeating: tuple[Desk, AppointmentDialog]) -> None:
    _, dialog = repeating
    hint = next(label for label in dialog.findChildren(QLabel) if "Kalenderperiode" in label.text())
    for name, is_said in (("am", False), ("Wiederholung endet nie", True), ("nach", False)):
        child(dialog, QRadioButton, name).setChecked(True)
        assert hint.isVisible() == is_said
