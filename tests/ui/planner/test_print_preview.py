"""From the menu to the paper."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.people import Customer
from terminplaner.domain.when import AllDay
from terminplaner.ui.banner import Banner
from terminplaner.ui.printing.pages_view import PagesView
from terminplaner.ui.printing.preview import PreviewDialog, new_printer
from terminplaner.ui.printing.sheet import A4, A6, page_text
from terminplaner.ui.printing.typesetting import PaperType, paint_page


def preview(desk: Desk, action: str) -> PreviewDialog:
    """Choose an entry of the menu, and wait for the preview."""
    chosen = next(entry for entry in desk.page.printing.actions if entry.text().replace("&", "") == action)
    assert chosen.isEnabled()
    chosen.trigger()
    desk.settle()
    return only(desk.page, PreviewDialog)


def text_of(dialog: PreviewDialog) -> str:
    assert dialog.printout is not None
    return "\n".join(page_text(page) for page in dialog.printout.pages)


def customer(desk: Desk) -> Customer:
    return desk.workplace.services.queries.customers()[0]


def test_the_day_list_begins_with_what_is_shown(desk: Desk) -> None:
    desk.show(desk.span("09:00", "09:30"), ANNA, text="Werkstatt")
    dialog = preview(desk, "Tagesliste drucken …")
    assert "Werkstatt" in text_of(dialog)
    assert "Seite 1 von 1" in text_of(dialog)  # nobody else has anything on that day
    assert only(dialog, PagesView).accessibleDescription().startswith("Tagesliste")


def test_whoever_is_away_is_on_the_list_beside_those_who_have_something(desk: Desk) -> None:
    ben = desk.resource(BEN)
    trip = Absence(uuid4(), AbsenceKind.VACATION, AllDay(MONDAY, MONDAY + timedelta(days=1)), (ben.id,))
    desk.workplace.services.absences.save(desk.session.actor, trip)
    desk.show(desk.span("09:00", "09:30"), ANNA, text="Werkstatt")
    text = text_of(preview(desk, "Tagesliste drucken …")).splitlines()
    assert text[text.index(BEN) + 1] == "Urlaub"
    assert "Werkstatt" in text


def test_a_choice_changes_the_preview(desk: Desk) -> None:
    dialog = preview(desk, "Tagesliste drucken …")
    child(dialog, QCheckBox, "Neue Seite für jede Ressource").click()
    child(dialog, QComboBox, "Papier").setCurrentText("A5")
    desk.settle()
    assert dialog.printout is not None
    assert dialog.printout.sheet.name == "A5"
    assert len(dialog.printout.pages) == 1
    child(dialog, QComboBox, "Ressource").setCurrentText(ANNA)
    desk.settle()
    assert text_of(dialog).count("Keine Termine an diesem Tag.") == 1
    pages = [box for box in dialog.findChildren(QCheckBox) if box.text().replace("&", "").startswith("Neue Seite")]
    assert [box.isVisible() for box in pages] == [False], "one resource has nothing to divide"


def test_pages_are_turned_with_the_buttons(desk: Desk) -> None:
    dialog = preview(desk, "Wochenplan drucken …")
    assert not child(dialog, QPushButton, "Drucken …").isHidden()
    dialog.resize(dialog.width(), 500)
    assert only(dialog, PagesView).current_page == 1
    only(dialog, PagesView).verticalScrollBar().setValue(1)
    assert not child(dialog, QAbstractButton, "Vorige Seite").isEnabled(), "it is still page 1"
    press(dialog, "Nächste Seite")
    assert only(dialog, PagesView).current_page == 2
    press(dialog, "Vorige Seite")
    assert only(dialog, PagesView).current_page == 1


def test_where_every_page_is_in_sight_none_is_turned(desk: Desk) -> None:
    dialog = preview(desk, "Wochenplan drucken …")
    assert only(dialog, PagesView).verticalScrollBar().maximum() == 0
    assert only(dialog, PagesView).current_page == 1
    assert not child(dialog, QAbstractButton, "Nächste Seite").isEnabled()
    assert not child(dialog, QAbstractButton, "Vorige Seite").isEnabled()


def test_the_slip_names_the_further_appointments_of_its_customer(desk: Desk) -> None:
    desk.put(desk.span("15:00", "15:30"), ANNA, customer_id=customer(desk).id)
    shown = desk.show(desk.span("11:00", "11:30"), ANNA, customer_id=customer(desk).id)
    desk.canvas.chosen.choose_one(shown.id)
    dialog = preview(desk, "Terminzettel drucken …")
    assert "11:00 Uhr" in text_of(dialog)
    assert "15:00 Uhr" not in text_of(dialog), "the slip is of one appointment"
    child(dialog, QCheckBox, "Auch den weiteren Termin").click()
    desk.settle()
    assert "15:00 Uhr" in text_of(dialog)
    assert dialog.printout is not None
    assert dialog.printout.sheet is A6


def test_the_slip_of_an_only_appointment_asks_for_no_others(desk: Desk) -> None:
    shown = desk.show(desk.span("11:00", "11:30"), ANNA, customer_id=customer(desk).id)
    desk.canvas.chosen.choose_one(shown.id)
    dialog = preview(desk, "Terminzettel drucken …")
    assert not [box for box in dialog.findChildren(QCheckBox) if box.isVisible()]


def test_customers_are_asked_to_come_early_where_the_chain_wants_it(desk: Desk) -> None:
    settings = desk.workplace.services.settings
    assert isinstance(settings.load(), ChainSettings)
    settings.set(desk.session.actor, "preparation_is_for_customer", "on")
    shown = desk.show(desk.span("11:00", "11:30"), ANNA, customer_id=customer(desk).id, prepare_minutes=15)
    desk.canvas.chosen.choose_one(shown.id)
    assert "also um 10:45" in text_of(preview(desk, "Terminzettel drucken …")).replace("\n", " ")


def test_there_is_no_slip_of_what_is_private(desk: Desk) -> None:
    shown = desk.show(desk.span("11:00", "11:30"), ANNA, is_private=True, is_read_only=True)
    desk.canvas.chosen.choose_one(shown.id)
    assert not desk.page.printing.actions[-1].isEnabled()


def test_a_pdf_has_every_page(desk: Desk, tmp_path: Path) -> None:
    dialog = preview(desk, "Wochenplan drucken …")
    target = tmp_path / "Wochenplan für Müller.pdf"
    dialog.save_to(target)
    desk.settle()
    content = target.read_bytes()
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", content)) == 2
    assert re.search(rb"/MediaBox \[0 0 84[12]\.?\d* 595", content)
    assert "Gespeichert" in only(dialog, Banner).text


def test_a_file_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    dialog = preview(desk, "Tagesliste drucken …")
    dialog.save_to(tmp_path / "gibt es nicht" / "x.pdf")
    desk.settle()
    assert "lässt sich nicht schreiben" in only(dialog, Banner).text


def test_the_chosen_pages_reach_the_printer(desk: Desk, tmp_path: Path) -> None:
    dialog = preview(desk, "Tagesliste drucken …")
    printer = new_printer(A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "drucker.pdf"))
    assert dialog.printout is not None
    assert len(dialog.printout.pages) == 2
    printer.setFromTo(2, 2)
    dialog.print_on(printer)
    desk.settle()
    assert len(re.findall(rb"/Type /Page\b", (tmp_path / "drucker.pdf").read_bytes())) == 1


def test_paper_is_black_on_white_in_the_dark_as_well(desk: Desk, qtbot: QtBot) -> None:
    desk.show(desk.span("09:00", "09:30"), ANNA, text="Werkstatt")
    printout = preview(desk, "Tagesliste drucken …").printout
    assert printout is not None
    picture = QImage(int(A4.width), int(A4.height), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    paint_page(printout.pages[0], painter, 1.0, PaperType(printout.family))
    painter.end()
    darkest = min(QColor(picture.pixel(x, y)).lightness() for x in range(30, 300) for y in range(30, 120))
    assert darkest < 90
    assert QColor(picture.pixel(5, 5)) == QColor("white")


def test_fonts_of_the_program_are_the_fonts_of_the_paper(desk: Desk) -> None:
    printout = preview(desk, "Tagesliste drucken …").printout
    assert printout is not None
    assert printout.family == QGuiApplication.font().family()


@pytest.mark.parametrize("action", ["Tagesliste drucken …", "Wochenplan drucken …"])
def test_there_is_nothing_to_print_without_resources(desk: Desk, action: str) -> None:
    desk.page.printing.look_at(desk.page.shown_window.day, (), (), 1)
    chosen = next(entry for entry in desk.page.printing.actions if entry.text().replace("&", "") == action)
    assert not chosen.isEnabled()


def test_the_dialog_of_an_appointment_prints_what_is_saved(desk: Desk) -> None:
    shown = desk.show(desk.span("11:00", "11:30"), ANNA, customer_id=customer(desk).id)
    desk.canvas.chosen.choose_one(shown.id)
    desk.page.wishes.open_selected()
    desk.settle()
    button = child(desk.dialog, QPushButton, "Terminzettel …")
    child(desk.dialog, QCheckBox, "Hausbesuch").click()
    assert not button.isEnabled()
    child(desk.dialog, QCheckBox, "Hausbesuch").click()
    button.click()
    desk.settle()
    assert "11:00 Uhr" in text_of(only(desk.page, PreviewDialog))
