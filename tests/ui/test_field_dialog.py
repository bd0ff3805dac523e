"""Dialogs of fields: what they say moves nothing, leads to the field it is about, leaves the buttons in reach."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFormLayout, QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from helpers.workplace import Workplace
from terminplaner.domain.people import Customer, User
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.waiting_list import WaitingRow
from terminplaner.ui.consent.confirmation import RevokeDialog
from terminplaner.ui.employee_dialog import EmployeeDialog
from terminplaner.ui.field_dialog import FieldDialog
from terminplaner.ui.field_scroll import FieldScroll
from terminplaner.ui.forms import add_field, form_layout
from terminplaner.ui.planner.appointment.customer_dialog import CustomerDialog
from terminplaner.ui.planner.panels.waiting_dialog import WaitingDialog
from terminplaner.ui.questions import Question
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.user_dialog import UserDialog

Make = Callable[[Workplace, TaskRunner, QWidget], FieldDialog]


def _customer(place: Workplace, tasks: TaskRunner, parent: QWidget) -> FieldDialog:
    return CustomerDialog(place.services, place.session(), tasks, Customer(uuid4(), "", ""), parent)


def _employee(place: Workplace, tasks: TaskRunner, parent: QWidget) -> FieldDialog:
    return EmployeeDialog(place.services, place.session(), tasks, parent)


def _user(place: Workplace, tasks: TaskRunner, parent: QWidget) -> FieldDialog:
    session = place.session()
    return UserDialog(place.services, session, tasks, User(uuid4(), "", session.actor.user.role), (), (), parent)


def _wish(place: Workplace, tasks: TaskRunner, parent: QWidget) -> FieldDialog:
    session = place.session()
    entry = WaitingListEntry(uuid4(), session.branch.id, place.clock.now(), "admin")
    row = WaitingRow(entry, None, None, (), session.branch.tz)
    return WaitingDialog(place.services, session, tasks, place.services.queries.choices(), row, parent)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def _open(dialog: FieldDialog, qtbot: QtBot) -> None:
    with qtbot.waitExposed(dialog):
        dialog.open()
    qtbot.waitUntil(lambda: dialog.height() >= dialog.minimumHeight())


def test_a_message_covers_nothing_in_the_instant_that_it_appears(
    workplace: Workplace, tasks: TaskRunner, window: QWidget, qtbot: QtBot
) -> None:
    dialog = _employee(workplace, tasks, window)
    _open(dialog, qtbot)
    (fields,) = dialog.findChildren(FieldScroll)
    before = fields.geometry()
    for words in (1, 60):
        dialog.error.show_message("Wort " * words)
        assert not dialog.error.geometry().intersects(fields.geometry())
        assert fields.geometry() == before
        assert dialog.error.geometry().bottom() < child(dialog, QPushButton, "Speichern").y()


@pytest.mark.parametrize(
    ("make", "cause"),
    [(_customer, "Nachname"), (_employee, "Nachname"), (_user, "Benutzername"), (_wish, "Kunde")],
)
def test_a_refusal_moves_no_field_and_the_keyboard_goes_to_the_one_it_is_about(
    make: Make, cause: str, workplace: Workplace, tasks: TaskRunner, window: QWidget, qtbot: QtBot
) -> None:
    dialog = make(workplace, tasks, window)
    _open(dialog, qtbot)
    fields = [field for field in dialog.findChildren(QLineEdit) if field.isVisible()]
    before = [field.mapToGlobal(QPoint()) for field in fields]
    press(dialog, "Speichern")
    qtbot.waitUntil(lambda: not tasks.is_busy and bool(dialog.error.text))
    qtbot.waitUntil(lambda: dialog.error.height() >= dialog.error.heightForWidth(dialog.error.width()))
    assert [field.mapToGlobal(QPoint()) for field in fields] == before
    save = child(dialog, QPushButton, "Speichern")
    assert dialog.error.geometry().bottom() < save.mapTo(dialog, QPoint()).y()
    assert all(
        field.mapTo(dialog, QPoint()).y() < dialog.error.y()
        for field in fields
        if not field.visibleRegion().isEmpty()
    )
    assert dialog.focusWidget() is child(dialog, QLineEdit, cause)


def test_it_is_said_aloud(
    workplace: Workplace,
    tasks: TaskRunner,
    window: QWidget,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    dialog = _wish(workplace, tasks, window)
    _open(dialog, qtbot)
    child(dialog, QLineEdit, "Kunde").setText("Niemand")
    press(dialog, "Speichern")
    assert said == [dialog.error.text]


class _Long(FieldDialog):
    """Higher than any screen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        page = QWidget()
        form = form_layout()
        for number in range(60):
            add_field(form, f"Feld {number}:", QLineEdit())
        page.setLayout(form)
        self.fields = FieldScroll(page)
        buttons = QHBoxLayout()
        buttons.addWidget(QPushButton("Speichern"))
        self.lay_out(self.fields, (self.fields,), (), buttons)

    @property
    def is_dirty(self) -> bool:
        return False


def test_a_dialog_never_is_higher_than_the_screen(window: QWidget, qtbot: QtBot) -> None:
    dialog = _Long(window)
    _open(dialog, qtbot)
    room = dialog.screen().availableGeometry()
    assert room.contains(dialog.frameGeometry())
    last = child(dialog, QLineEdit, "Feld 59")
    last.setFocus()
    top = dialog.y()
    dialog.error.show_message("Eine Meldung, die in zwei Zeilen steht. " * 6)
    qtbot.waitUntil(lambda: dialog.error.height() >= dialog.error.heightForWidth(dialog.error.width()) > 0)
    assert room.contains(dialog.frameGeometry())
    assert dialog.y() == top
    dialog.show_focus()
    assert last.visibleRegion().boundingRect().height() == last.height()


def test_a_part_that_grows_stays_in_view(window: QWidget, qtbot: QtBot) -> None:
    dialog = _Long(window)
    _open(dialog, qtbot)
    part = QFrame()
    page = dialog.fields.widget()
    assert page is not None
    form = page.layout()
    assert isinstance(form, QFormLayout)
    form.insertRow(40, part)
    assert part.visibleRegion().isEmpty()
    dialog.fields.keep_in_view(part)
    part.setFixedHeight(120)
    qtbot.waitUntil(lambda: part.visibleRegion().boundingRect().height() == 120)


def test_the_form_for_a_new_customer_is_seen_whole_with_its_button(
    workplace: Workplace, tasks: TaskRunner, window: QWidget, qtbot: QtBot
) -> None:
    dialog = _wish(workplace, tasks, window)
    _open(dialog, qtbot)
    child(dialog, QLineEdit, "Kunde").setText("Nowak, Jan")
    press(dialog, "Neuen Kunden anlegen")
    qtbot.waitUntil(lambda: not tasks.is_busy)
    create = child(dialog, QPushButton, "Kunden anlegen")
    qtbot.waitUntil(lambda: create.visibleRegion().boundingRect().size() == create.size())
    assert not child(dialog, QPushButton, "Speichern").isEnabled()
    assert "Doch nicht anlegen" in child(dialog, QPushButton, "Speichern").toolTip()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not create.isVisible()


# -- Enter


def _question(_place: Workplace, _tasks: TaskRunner, parent: QWidget) -> QDialog:
    question = Question("Verwerfen?", "Die Eingaben sind noch nicht gespeichert.", parent)
    question.add_answer("Verwerfen", "danger")
    question.add_dismissal("Weiter bearbeiten", is_default=True)
    return question


def _revoke(place: Workplace, _tasks: TaskRunner, parent: QWidget) -> QDialog:
    return RevokeDialog(place.services.queries.choices().resources[0], (), parent)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize(
    ("make", "focused", "default"),
    [
        (_question, "Verwerfen", "Weiter bearbeiten"),
        (_employee, "Abbrechen", "Speichern"),
        (_revoke, "Zustimmung zurückziehen", "Abbrechen"),
    ],
)
def test_enter_presses_the_button_that_has_the_focus(
    make: Callable[[Workplace, TaskRunner, QWidget], QDialog],
    focused: str,
    default: str,
    key: Qt.Key,
    workplace: Workplace,
    tasks: TaskRunner,
    window: QWidget,
    qtbot: QtBot,
) -> None:
    dialog = make(workplace, tasks, window)
    with qtbot.waitExposed(dialog):
        dialog.open()
    pressed: list[str] = []
    for name in (focused, default):
        child(dialog, QPushButton, name).clicked.connect(lambda _checked=False, name=name: pressed.append(name))
    button = child(dialog, QPushButton, focused)
    button.setFocus()
    QTest.keyClick(button, key)
    assert pressed == [focused]


def test_enter_in_a_field_presses_the_default_button(
    workplace: Workplace, tasks: TaskRunner, window: QWidget, qtbot: QtBot
) -> None:
    dialog = _employee(workplace, tasks, window)
    _open(dialog, qtbot)
    QTest.keyClick(child(dialog, QLineEdit, "Vorname"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not tasks.is_busy and bool(dialog.error.text))
