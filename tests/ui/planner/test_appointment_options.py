"""What the options of the chain, templates, customers and collisions do to the dialog "Termin"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
)

from helpers.find import child, press
from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.ui.administration.catalogue_dialog import CatalogueDialog
from terminplaner.ui.banner import Banner
from terminplaner.ui.choice_field import ChoiceField
from terminplaner.ui.planner.appointment.customer_dialog import CustomerDialog
from terminplaner.ui.planner.appointment.customer_field import CustomerField
from terminplaner.ui.planner.appointment.customer_notes import CustomerNotes
from terminplaner.ui.planner.appointment.findings_view import FindingsView
from terminplaner.ui.planner.appointment.second_resource import SecondResource
from terminplaner.ui.planner.template_menu import TemplateButton
from terminplaner.ui.questions import Question
from terminplaner.ui.time_field import TimeField

ROOM = "Kabine 1 Filiale Stgt."


def choose_options(desk: Desk, **options: Any) -> None:
    services = desk.workplace.services
    services.settings.save(desk.session.actor, replace(services.settings.load(), **options))
    desk.reload()


def new_at(desk: Desk, clock: str) -> None:
    desk.double_click(desk.spot(ANNA, clock))
    desk.settle()


def said(desk: Desk) -> str:
    return "\n".join(banner.text for banner in desk.dialog.findChildren(Banner) if banner.isVisible())


def customer(desk: Desk, **fields: Any) -> Customer:
    services = desk.workplace.services
    found = services.queries.customers("Nowak")[0]
    return services.master_data.save(desk.session.actor, replace(found, **fields))


def template(desk: Desk, name: str, **fields: Any) -> AppointmentTemplate:
    wanted = AppointmentTemplate(uuid4(), name, **fields)
    stored = desk.workplace.services.master_data.save(desk.session.actor, wanted)
    desk.reload()
    return stored


# -- what collides


def test_what_runs_at_the_same_time_is_listed_and_can_be_shown(desk: Desk) -> None:
    other = desk.show(desk.span("14:00", "15:00"), ANNA, text="im Weg")
    new_at(desk, "16:10")
    child(desk.dialog, TimeField, "Beginn").setTime(QTime(14, 30))
    view = only(desk.dialog, FindingsView)
    desk.qtbot.waitUntil(view.isVisible)
    (link,) = (button for button in view.findChildren(QAbstractButton) if "im Weg" in button.accessibleName())
    with desk.qtbot.waitSignal(desk.dialog.showRequested) as shown:
        link.click()
    assert shown.args[0].appointment == other


def test_overbooking_is_said_but_not_refused_where_the_chain_allows_it(desk: Desk) -> None:
    choose_options(desk, allow_overbooking=True)
    desk.put(desk.span("14:00", "15:00"), ANNA, text="daneben")
    new_at(desk, "14:10")
    desk.qtbot.waitUntil(only(desk.dialog, FindingsView).isVisible)
    press(desk.dialog, "Speichern")
    desk.settle()
    assert len(desk.everything()) == 2


def test_where_there_is_no_place_it_can_be_made_parallel(desk: Desk) -> None:
    desk.put(desk.span("14:00", "15:00"), ANNA, text="im Weg")
    new_at(desk, "14:10")
    press(desk.dialog, "Speichern")
    desk.settle()
    assert len(desk.everything()) == 1
    press(desk.dialog, "Als Paralleltermin eintragen")
    tick = child(desk.dialog, QCheckBox, "Paralleltermin")
    assert (tick.isChecked(), tick.hasFocus(), said(desk)) == (True, True, "")
    offer = child(desk.dialog, QAbstractButton, "Als Paralleltermin eintragen")
    desk.qtbot.waitUntil(lambda: not offer.isVisible())
    assert only(desk.dialog, FindingsView).isVisible()
    press(desk.dialog, "Speichern")
    desk.settle()
    assert sorted(item.is_parallel for item in desk.everything()) == [False, True]


# -- options


def test_a_type_must_be_chosen_where_the_chain_wants_one(desk: Desk) -> None:
    choose_options(desk, require_type=True)
    new_at(desk, "14:10")
    press(desk.dialog, "Speichern")
    desk.settle()
    assert "Typ" in said(desk)
    assert not desk.everything()
    child(desk.dialog, ChoiceField, "Typ").setCurrentIndex(1)
    press(desk.dialog, "Speichern")
    desk.settle()
    assert len(desk.everything()) == 1


@pytest.mark.parametrize("is_chosen", [True, False])
def test_a_new_appointment_has_the_first_type_unless_it_must_be_chosen(desk: Desk, is_chosen: bool) -> None:
    choose_options(desk, require_type=is_chosen)
    new_at(desk, "14:10")
    first = desk.workplace.services.queries.types()[0]
    assert child(desk.dialog, ChoiceField, "Typ").key == (None if is_chosen else first.id)
    assert not desk.dialog.is_dirty


def test_repeating_what_had_no_template_asks_for_one(desk: Desk) -> None:
    desk.show(desk.span("14:00", "15:00"), ANNA, text="alt")
    choose_options(desk, only_from_templates=True)
    made = template(desk, "Sehtest", duration_minutes=45)
    row = desk.canvas.board.snapshot.rows()[0]
    desk.page.commands.dialogs.copy(row, desk.workplace.services.queries.choices())
    desk.settle()
    press(desk.dialog, "Speichern")
    desk.settle()
    assert "aus einer Terminvorlage" in said(desk)
    choices = child(desk.dialog, TemplateButton, "Vorlage").menu().actions()
    next(action for action in choices if action.text() == "Sehtest").trigger()
    child(desk.dialog, TimeField, "Beginn").setTime(QTime(16, 0))
    press(desk.dialog, "Speichern")
    desk.settle()
    assert {item.template_id for item in desk.everything()} == {None, made.id}


def _by_key(desk: Desk) -> QPoint:
    """Enter in a free slot; answers a point of that."""
    spot = desk.spot(ANNA, "14:10")
    desk.click(spot)
    desk.key(Qt.Key.Key_Return)
    return desk.canvas.viewport().mapToGlobal(spot)


def _by_click(desk: Desk) -> QPoint:
    spot = desk.spot(ANNA, "14:10")
    desk.double_click(spot)
    return desk.canvas.viewport().mapToGlobal(spot)


def _by_button(desk: Desk) -> QPoint:
    new = child(desk.page, QAbstractButton, "Neuer Termin")
    new.click()
    return new.mapToGlobal(QPoint(0, new.height()))


@pytest.mark.parametrize(
    ("ask", "slack"),
    [(_by_key, QPoint(300, 30)), (_by_click, QPoint(0, 0)), (_by_button, QPoint(900, 0))],  # the screen ends there
    ids=["key", "click", "button"],
)
def test_templates_are_offered_where_a_new_appointment_was_asked_for(
    desk: Desk, ask: Callable[[Desk], QPoint], slack: QPoint
) -> None:
    choose_options(desk, only_from_templates=True)
    made = [template(desk, name, duration_minutes=45) for name in ("Abholung", "Sehtest")]
    wanted = ask(desk)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    away = menu.pos() - wanted
    assert abs(away.x()) <= slack.x()
    assert abs(away.y()) <= slack.y()
    active = menu.activeAction()
    assert active is not None
    assert active.text() == "Abholung"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.settle()
    press(desk.dialog, "Speichern")
    desk.settle()
    assert [item.template_id for item in desk.everything()] == [made[0].id]


def test_a_group_of_templates_is_one_entry_among_the_others_for_the_keys(desk: Desk) -> None:
    choose_options(desk, only_from_templates=True)
    for name in ("Anpassung/Brille", "Sehtest"):
        template(desk, name)
    _by_key(desk)
    texts = []
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in range(2):
        active = menu.activeAction()
        texts.append(active.text() if active is not None else "")
        QTest.keyClick(menu, Qt.Key.Key_Down)
    assert texts == ["Anpassung", "Sehtest"]
    menu.close()


def test_repeating_a_no_show_presets_no_status_that_cancels(desk: Desk) -> None:
    services, admin = desk.workplace.services, desk.workplace.session().actor
    missed = next(entry for entry in services.queries.statuses() if entry.name == "Geplatzt")
    plain = services.master_data.save(admin, replace(missed, means_cancelled=False))
    shown = desk.show(desk.span("14:00", "15:00"), ANNA, text="alt")
    services.planning.change(admin, replace(shown, status_id=plain.id))
    services.master_data.save(admin, replace(plain, means_cancelled=True))
    row = services.queries.appointment(shown.id)
    desk.page.commands.dialogs.copy(row, services.queries.choices())
    desk.settle()
    child(desk.dialog, TimeField, "Beginn").setTime(QTime(16, 0))
    press(desk.dialog, "Speichern")
    desk.settle()
    assert sorted(item.status_id is None for item in desk.everything()) == [False, True]


@pytest.mark.parametrize("is_shown", [True, False])
def test_the_pop_up_of_a_customer_is_shown_where_the_chain_wants_it(desk: Desk, is_shown: bool) -> None:
    choose_options(desk, show_customer_pop_ups=is_shown)
    wanted = customer(desk, pop_up="zahlt bar")
    desk.show(desk.span("14:00", "15:00"), ANNA, customer_id=wanted.id)
    desk.double_click(desk.spot(ANNA, "14:30"))
    desk.settle()
    assert ("zahlt bar" in said(desk)) is is_shown
    only(desk.dialog, CustomerField).show_customer(None)


def _work_in_a_room(desk: Desk) -> Resource:
    """Anna works on Mondays from nine to four in a room, until six without one; answers the room."""
    services, anna, room = desk.workplace.services, desk.resource(ANNA), desk.resource(ROOM)
    for rule in services.queries.availabilities(anna.id):
        services.master_data.delete(desk.session.actor, rule)
    rule = Availability(uuid4(), anna.id, Weekday.MONDAY, time(9), time(16), second_resource_id=room.id)
    for one in (rule, Availability(uuid4(), anna.id, Weekday.MONDAY, time(16), time(18))):
        services.master_data.save(desk.session.actor, one)
    return room


def _second(desk: Desk) -> ChoiceField:
    return child(desk.dialog, ChoiceField, "Ressource 2")


def _begin_at(desk: Desk, clock: str) -> None:
    child(desk.dialog, TimeField, "Beginn").setTime(QTime.fromString(clock, "HH:mm"))


def test_the_second_resource_is_the_one_of_the_availability(desk: Desk) -> None:
    room = _work_in_a_room(desk)
    new_at(desk, "14:10")
    assert _second(desk).key == room.id
    assert not desk.dialog.is_dirty


def test_another_time_or_first_resource_presets_another_second_one(desk: Desk) -> None:
    room = _work_in_a_room(desk)
    new_at(desk, "14:10")
    _begin_at(desk, "16:30")
    desk.qtbot.waitUntil(lambda: _second(desk).key is None)
    _begin_at(desk, "14:00")
    desk.qtbot.waitUntil(lambda: _second(desk).key == room.id)
    child(desk.dialog, ChoiceField, "Ressource 1").show_key(desk.resource(BEN).id)
    desk.qtbot.waitUntil(lambda: _second(desk).key is None)
    child(desk.dialog, ChoiceField, "Ressource 1").show_key(desk.resource(ANNA).id)
    desk.qtbot.waitUntil(lambda: _second(desk).key == room.id)
    assert not desk.dialog.is_dirty


@pytest.mark.parametrize("name", [BEN, None])
def test_a_second_resource_that_a_person_chose_stays(desk: Desk, name: str | None) -> None:
    _work_in_a_room(desk)
    new_at(desk, "14:10")
    chosen = desk.resource(name).id if name else None
    _second(desk).show_key(chosen)
    for clock in ("16:30", "14:00"):
        _begin_at(desk, clock)
        (asked,) = desk.dialog.findChildren(SecondResource)
        with desk.qtbot.waitSignal(asked.found):
            pass
        assert _second(desk).key == chosen


def test_the_second_resource_is_the_user_s_own_where_the_chain_wants_it(desk: Desk) -> None:
    choose_options(desk, preset_user_as_second_resource=True)
    services = desk.workplace.services
    user = next(row for row in services.users.list() if row.name == "admin")
    ben = desk.resource(BEN)
    services.master_data.save(desk.session.actor, replace(user, employee_id=ben.employee_id))
    actor = desk.workplace.session().actor
    draft = Appointment(uuid4(), desk.session.branch.id, desk.span("14:00", "14:30"), (desk.resource(ANNA).id,))
    assert services.presets.second_resource(actor, draft) == ben.id
    choose_options(desk, preset_user_as_second_resource=False)
    assert services.presets.second_resource(actor, draft) is None


def test_beside_a_person_only_rooms_are_offered_where_the_chain_wants_it(desk: Desk) -> None:
    choose_options(desk, restrict_second_resource=True)
    new_at(desk, "14:10")

    def offered() -> set[str]:
        field = child(desk.dialog, ChoiceField, "Ressource 2")
        return {field.itemText(index) for index in range(1, field.count())}

    assert ROOM in offered()
    assert BEN not in offered()
    child(desk.dialog, ChoiceField, "Ressource 1").show_key(desk.resource(ROOM).id)
    assert BEN in offered()
    assert ROOM not in offered()


def test_preparation_for_the_customer_takes_no_resource(desk: Desk) -> None:
    choose_options(desk, preparation_is_for_customer=True)
    desk.put(desk.span("14:00", "15:00"), ANNA)
    new_at(desk, "15:10")
    child(desk.dialog, QSpinBox, "Vorbereitung").setValue(30)
    press(desk.dialog, "Speichern")
    desk.settle()
    assert len(desk.everything()) == 2


# -- templates


def test_a_template_fills_the_fields_and_keeps_begin_and_resource(desk: Desk) -> None:
    room = desk.resource(ROOM)
    kind = desk.workplace.services.queries.types()[2]
    presets = template(
        desk, "Linsen/Erstanpassung", duration_minutes=75, text="Erst", type_id=kind.id, resource_ids=(room.id,)
    )
    new_at(desk, "14:10")
    only(desk.dialog, TemplateButton).chosen.emit(presets)
    press(desk.dialog, "Speichern")
    desk.settle()
    (booked,) = desk.everything()
    assert booked.when == desk.span("14:00", "15:15")
    assert (booked.text, booked.type_id) == ("Erst", kind.id)
    assert booked.resource_ids == (desk.resource(ANNA).id, room.id)


def test_a_template_leaves_what_somebody_wrote_and_when_it_begins(desk: Desk) -> None:
    first, second = (template(desk, name, duration_minutes=45, text=name) for name in ("Sehtest", "Anpassung"))
    new_at(desk, "14:10")
    text, end = child(desk.dialog, QLineEdit, "Text"), child(desk.dialog, TimeField, "Ende")
    chosen = only(desk.dialog, TemplateButton).chosen
    chosen.emit(first)
    chosen.emit(second)
    assert text.text() == "Anpassung"
    text.setText("Frau Maier bringt ihre Brille mit")
    end.setTime(QTime(13, 0))
    chosen.emit(first)
    assert text.text() == "Frau Maier bringt ihre Brille mit"
    press(desk.dialog, "Speichern")
    desk.settle()
    (booked,) = desk.everything()
    assert booked.when == desk.span("14:00", "14:45")


def test_a_double_click_offers_the_templates_where_nothing_else_may_be_booked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # offscreen nothing can take the keyboard
    choose_options(desk, only_from_templates=True)
    template(desk, "Sehtest", duration_minutes=45)
    template(desk, "Linsen/Kontrolle", duration_minutes=20)
    desk.double_click(desk.spot(ANNA, "14:10"))
    assert not desk.has_dialog
    menu = next(found for found in desk.page.findChildren(QMenu) if found.accessibleName() == "Terminvorlagen")
    entries = {action.text(): action for action in menu.actions()}
    assert set(entries) == {"Sehtest", "Linsen"}
    entries["Sehtest"].trigger()
    desk.settle()
    press(desk.dialog, "Speichern")
    desk.settle()
    (booked,) = desk.everything()
    assert booked.when == desk.span("14:00", "14:45")


# -- customers


def test_all_fields_of_a_customer_can_be_edited_in_place(desk: Desk) -> None:
    wanted = customer(desk)
    desk.show(desk.span("14:00", "15:00"), ANNA, customer_id=wanted.id)
    desk.double_click(desk.spot(ANNA, "14:30"))
    desk.settle()
    press(desk.dialog, "Kunde öffnen")
    fields = only(desk.dialog, CustomerDialog)
    child(fields, QLineEdit, "Kürzel").setText("XY")
    child(fields, QPlainTextEdit, "PopUp-Hinweis").setPlainText("Rollstuhl")
    child(fields, QPlainTextEdit, "Notiz").setPlainText("Privat versichert")
    press(fields, "Speichern")
    desk.settle()
    stored = desk.workplace.services.queries.customers("Nowak")[0]
    assert (stored.initials, stored.pop_up, stored.note) == ("XY", "Rollstuhl", "Privat versichert")
    assert "Rollstuhl" in said(desk)


def test_a_customer_without_a_name_is_refused_in_place(desk: Desk) -> None:
    wanted = customer(desk)
    desk.show(desk.span("14:00", "15:00"), ANNA, customer_id=wanted.id)
    desk.double_click(desk.spot(ANNA, "14:30"))
    desk.settle()
    press(desk.dialog, "Kunde öffnen")
    fields = only(desk.dialog, CustomerDialog)
    child(fields, QLineEdit, "Nachname").setText(" ")
    press(fields, "Speichern")
    desk.settle()
    assert fields.isVisible()
    assert "Nachname" in only(fields, Banner).text


def test_a_customer_half_entered_is_not_lost_by_a_key(desk: Desk) -> None:
    wanted = customer(desk)
    desk.show(desk.span("14:00", "15:00"), ANNA, customer_id=wanted.id)
    desk.double_click(desk.spot(ANNA, "14:30"))
    desk.settle()
    press(desk.dialog, "Kunde öffnen")
    fields = only(desk.dialog, CustomerDialog)
    child(fields, QLineEdit, "Telefon").setText("0711 1")
    fields.reject()
    assert fields.isVisible()
    press(only(fields, Question), "Verwerfen")
    assert not fields.isVisible()


def test_the_last_appointments_of_a_customer_are_told_newest_first(desk: Desk) -> None:
    wanted = customer(desk)
    for weeks in (3, 1):
        desk.put(desk.span("14:00", "15:00", MONDAY - timedelta(weeks=weeks)), ANNA, customer_id=wanted.id)
    desk.show(desk.span("14:00", "15:00"), ANNA, customer_id=wanted.id)
    desk.double_click(desk.spot(ANNA, "14:30"))
    desk.settle()
    notes = only(desk.dialog, CustomerNotes)
    assert any("Zuletzt: 16.11.2026 · 02.11.2026" in label.text() for label in notes.findChildren(QLabel))


def test_who_had_no_appointment_yet_is_not_said_to_have_none(desk: Desk) -> None:
    wanted = customer(desk)
    desk.show(desk.span("14:00", "15:00"), ANNA, customer_id=wanted.id)
    desk.double_click(desk.spot(ANNA, "14:30"))
    desk.settle()
    (notes,) = (label.text() for label in only(desk.dialog, CustomerNotes).findChildren(QLabel))
    assert notes == "Hatte noch keinen anderen Termin."


@pytest.mark.usefixtures("german_locale")
def test_what_else_a_customer_has_planned_is_told_with_its_time_and_type(desk: Desk) -> None:
    wanted = customer(desk)
    kind = desk.workplace.services.queries.choices().types[0]
    tuesday = MONDAY + timedelta(days=1)
    desk.put(desk.span("17:00", "17:30", tuesday), ANNA, customer_id=wanted.id, type_id=kind.id)
    desk.put(desk.span("09:30", "10:30"), BEN, customer_id=wanted.id)
    desk.show(desk.span("14:00", "15:00"), ANNA, customer_id=wanted.id)
    desk.double_click(desk.spot(ANNA, "14:30"))
    desk.settle()
    (notes,) = (label.text() for label in only(desk.dialog, CustomerNotes).findChildren(QLabel))
    assert notes.split("\n")[1:] == [
        "Läuft gerade: Mo 23.11., 09:30",
        f"Nächster anderer Termin: Di 24.11., 17:00 · {kind.name}",
    ]


def test_that_the_customer_was_deleted_is_said(desk: Desk) -> None:
    wanted = customer(desk)
    desk.show(desk.span("14:00", "15:00"), ANNA, customer_id=wanted.id)
    with desk.workplace.store.write(desk.session.actor.author, "delete") as work:  # as in an older database
        work.put(replace(wanted, deleted_at=desk.workplace.clock.now()))
        work.commit()
    desk.reload()
    desk.double_click(desk.spot(ANNA, "14:30"))
    desk.settle()
    (notes,) = (label.text() for label in only(desk.dialog, CustomerNotes).findChildren(QLabel))
    assert notes.startswith("Dieser Kunde wurde gelöscht.")


# -- the lists in place


def test_a_type_that_is_added_in_place_is_offered_at_once(desk: Desk) -> None:
    new_at(desk, "14:10")
    (by_right_click,) = child(desk.dialog, ChoiceField, "Typ").actions()
    by_right_click.trigger()
    desk.settle()
    shelf = only(desk.dialog, CatalogueDialog)
    press(shelf, "Neu")
    child(shelf, QLineEdit, "Bezeichnung").setText("Low Vision")
    press(shelf, "Speichern")
    desk.settle()
    press(shelf, "Schließen")
    desk.settle()
    field = child(desk.dialog, ChoiceField, "Typ")
    assert "Low Vision" in {field.itemText(index) for index in range(field.count())}
