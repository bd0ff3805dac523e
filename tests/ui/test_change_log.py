"""The Änderungsprotokoll: what it says, what it is searched by, and the history of one appointment."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from enum import Enum
from typing import Any, get_args, get_type_hints
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QTableView
from pytestqt.qtbot import QtBot

from helpers.find import child
from helpers.named import named, press
from helpers.workplace import Workplace
from terminplaner.domain.absence import AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Author, Entity, Origin
from terminplaner.domain.people import Customer, Employee, Role
from terminplaner.domain.resource import Weekday
from terminplaner.domain.when import Timed
from terminplaner.ui.banner import Banner
from terminplaner.ui.change_log.fields import NAMES, UNSPOKEN, describe_value
from terminplaner.ui.change_log.filter import ChangeLogFilter
from terminplaner.ui.change_log.history import show_history
from terminplaner.ui.change_log.window import ChangeLogWindow
from terminplaner.ui.change_log.wording import describe_kind
from terminplaner.ui.tasks import TaskRunner

_CHANGES, _DETAILS = "Wer was geändert hat", "Die Änderung im Einzelnen"


class Desk:
    def __init__(self, qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
        self._qtbot = qtbot
        self._tasks = tasks
        self.workplace = workplace
        self.services = workplace.services
        self.session = workplace.session()
        self.window: QDialog

    def open(self, user: str = "admin") -> None:
        window = ChangeLogWindow(self.services, self.workplace.session(user), self._tasks)
        self._qtbot.addWidget(window)
        window.reload()
        window.show()
        self.window = window
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self._tasks.is_busy)

    def table(self, name: str) -> list[tuple[str, ...]]:
        """What can be read in a table, columns that are hidden left out."""
        view = named(self.window, QTableView, name)
        model = view.model()
        shown = [column for column in range(model.columnCount()) if not view.isColumnHidden(column)]
        return [tuple(str(model.index(row, column).data()) for column in shown) for row in range(model.rowCount())]

    def details(self, row: int) -> list[tuple[str, ...]]:
        named(self.window, QTableView, _CHANGES).selectRow(row)
        return self.table(_DETAILS)

    def look_for(self, field: str, text: str) -> list[tuple[str, ...]]:
        (bar,) = self.window.findChildren(ChangeLogFilter)
        choice = child(bar, QComboBox, field)
        index = choice.findText(text)
        assert index >= 0, [choice.itemText(number) for number in range(choice.count())]
        choice.setCurrentIndex(index)
        self.settle()
        return self.table(_CHANGES)

    def book(self, **changes: Any) -> Appointment:
        """At noon, for Jan Nowak with Klara Himmel."""
        klara = next(row for row in self.services.queries.resources() if row.name == "Klara Himmel")
        (customer,) = self.services.queries.customers("Nowak")
        start = self.workplace.clock.now() + timedelta(hours=2)
        wanted = Appointment(
            uuid4(), self.session.branch.id, Timed(start, start + timedelta(hours=1)), (klara.id,)
        )
        wanted = replace(wanted, customer_id=customer.id, **changes)
        return self.services.planning.book(self.session.actor, wanted).appointment

    def move(self, appointment: Appointment, hours: int) -> Appointment:
        assert isinstance(appointment.when, Timed)
        shift = timedelta(hours=hours)
        when = Timed(appointment.when.start_at + shift, appointment.when.end_at + shift)
        thor = next(row for row in self.services.queries.resources() if row.name == "Thor Schuss")
        outcome = self.services.planning.move(
            self.session.actor, appointment.id, appointment.revision, when, (thor.id,)
        )
        return outcome.appointment


@pytest.fixture
def desk(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> Desk:
    return Desk(qtbot, workplace, tasks)


def test_a_change_is_told_in_words(desk: Desk) -> None:
    desk.move(desk.book(), 2)
    desk.open()
    moved, booked = desk.table(_CHANGES)[:2]
    assert moved[1:4] == ("admin", "Terminplaner", "Termin verschieben")
    assert moved[4] == "23.11.2026, 14:00–15:00 · Nowak, Jan"
    assert moved[5] == (
        "Zeit: 23.11.2026, 12:00–13:00 → 23.11.2026, 14:00–15:00  ·  Ressourcen: Klara Himmel → Thor Schuss"
    )
    assert (booked[3], booked[5]) == ("Termin anlegen", "")
    assert desk.details(0) == [
        (moved[4], "geändert", "Zeit", "23.11.2026, 12:00–13:00", "23.11.2026, 14:00–15:00"),
        (moved[4], "geändert", "Ressourcen", "Klara Himmel", "Thor Schuss"),
    ]
    assert ("Kunde", "", "Nowak, Jan") in [line[2:] for line in desk.details(1)]


def test_what_no_command_names_is_named_by_its_kind(desk: Desk) -> None:
    services, actor = desk.services, desk.session.actor
    nina = services.master_data.save(actor, Employee(uuid4(), "Neu", "Nina"))
    services.master_data.delete(actor, nina)
    services.settings.set(actor, "allow_overbooking", "on")
    services.users.set_password(actor, actor.user.id, "hammer")
    desk.open()
    rows = [(row[3], row[4], row[5]) for row in desk.table(_CHANGES)[:4]]
    assert rows == [
        ("Benutzerkonto ändern", "Benutzerkonto · admin", "Passwort geändert"),
        ("Einstellungen ändern", "Einstellungen", "Überbuchen von Ressourcen zulassen: nein → ja"),
        ("Mitarbeiter löschen", "Mitarbeiter · Neu, Nina", ""),
        ("Mitarbeiter anlegen", "Mitarbeiter · Neu, Nina", ""),
    ]


def test_the_road_is_told(desk: Desk) -> None:
    booked = desk.book()
    with desk.workplace.store.write(Author("Google", Origin.GOOGLE), "change") as work:
        work.put(replace(booked, text="aus Google"))
        work.commit()
    desk.open()
    assert desk.table(_CHANGES)[0][1:3] == ("Google", "Google")


def test_it_is_searched_by_person_road_kind_and_period(desk: Desk) -> None:
    desk.book()
    services, klara = desk.services, desk.workplace.session("klara.himmel")
    desk.workplace.clock.at += timedelta(days=10)
    services.users.set_password(klara.actor, klara.actor.user.id, "hammer")
    desk.open()
    assert [row[3] for row in desk.look_for("Wer", "klara.himmel")] == ["Benutzerkonto ändern"]
    press(desk.window, "Felder vorbelegen")
    assert [row[3] for row in desk.look_for("Was", "Termine")] == ["Termin anlegen"]
    press(desk.window, "Felder vorbelegen")
    assert {row[1] for row in desk.look_for("Weg", "System")} == {"terminplaner"}
    press(desk.window, "Felder vorbelegen")
    assert [row[3] for row in desk.look_for("Zeitraum", "Letzte 7 Tage")] == ["Benutzerkonto ändern"]


def test_older_changes_follow_while_somebody_scrolls(desk: Desk) -> None:
    actor = desk.session.actor
    for number in range(110):
        desk.services.master_data.save(actor, Employee(uuid4(), f"Neu {number}"))
    desk.open()
    assert len(desk.table(_CHANGES)) == 100
    named(desk.window, QTableView, _CHANGES).scrollToBottom()
    desk.settle()
    assert len(desk.table(_CHANGES)) == 112, "with what founded the chain"


def _with_everything(customer: Customer) -> Customer:
    reached = replace(customer, phone="0711 1", mobile="0171 2", address="Musterweg 1")
    return replace(reached, last_name="Nowak-Klein", title="Dr.", birth_on=date(1961, 5, 3))


def test_what_a_customer_got_is_told_field_by_field(desk: Desk) -> None:
    (nowak,) = desk.services.queries.customers("Nowak")
    desk.services.master_data.save(desk.session.actor, _with_everything(nowak))
    desk.open()
    said = [text for line in desk.details(0) for text in line]
    for told in ("Titel", "Geburtsdatum", "03.05.1961", "Mobil", "0171 2", "Adresse", "Musterweg 1"):
        assert told in said


def test_a_customers_name_obeys_the_chain(desk: Desk) -> None:
    (nowak,) = desk.services.queries.customers("Nowak")
    desk.book()
    desk.services.master_data.save(desk.session.actor, _with_everything(nowak))
    desk.services.settings.set(desk.session.actor, "hide_customer_names", "on")
    desk.open()
    said = " ".join(text for row in desk.table(_CHANGES) for text in row)
    said += " ".join(text for number in (1, 2) for line in desk.details(number) for text in line)
    assert "Nowak" not in said
    for secret in ("0711 1", "0171 2", "Dr.", "03.05.1961", "Musterweg"):
        assert secret not in said
    assert f"Kunde · {nowak.number}" in said


def test_the_history_of_an_appointment_is_everybodys(
    desk: Desk, qtbot: QtBot, tasks: TaskRunner, workplace: Workplace
) -> None:
    moved = desk.move(desk.book(), 2)
    desk.book()
    row = desk.services.queries.appointment(moved.id)
    parent = QDialog()
    qtbot.addWidget(parent)
    show_history(desk.services, workplace.session("klara.himmel"), tasks, row, parent)
    desk.settle()
    (desk.window,) = parent.findChildren(ChangeLogWindow)
    assert [line[3] for line in desk.table(_CHANGES)] == ["Termin verschieben", "Termin anlegen"]
    assert not [bar for bar in desk.window.findChildren(ChangeLogFilter) if bar.isVisible()]


def test_who_may_not_read_it_is_told(desk: Desk) -> None:
    desk.open("klara.himmel")
    said = [banner.text for banner in desk.window.findChildren(Banner)]
    assert any("fehlt Ihnen die Berechtigung" in text for text in said)


@pytest.mark.parametrize("kind", get_args(Entity), ids=lambda kind: kind.__name__)
def test_every_field_of_every_kind_has_its_word(kind: type[Entity]) -> None:
    assert describe_kind(kind)
    for field in fields(kind):
        assert field.name in UNSPOKEN or field.name in NAMES, f"{kind.__name__}.{field.name}"


def test_every_value_of_a_list_has_its_word() -> None:
    lists = {
        hint
        for kind in get_args(Entity)
        for found in get_type_hints(kind).values()
        for hint in (found, *get_args(found))
        if isinstance(hint, type) and issubclass(hint, Enum)
    }
    for member in (member for found in lists - {Role, AbsenceKind, Weekday} for member in found):
        assert describe_value(member) != str(member.value), member


def test_no_word_is_kept_for_a_field_that_is_gone() -> None:
    known = {field.name for kind in get_args(Entity) for field in fields(kind)}
    assert (set(NAMES) | UNSPOKEN) - known == set()
