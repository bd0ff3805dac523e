"""A planner page on a real store, with a mouse to move and keys to press."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID, uuid4

from PySide6.QtCore import QByteArray, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from helpers.workplace import Workplace
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import Timed, When, at_local
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Session
from terminplaner.ui.planner.appointment.appointment_dialog import AppointmentDialog
from terminplaner.ui.planner.memory import PlannerMemory
from terminplaner.ui.planner.page import PlannerPage
from terminplaner.ui.planner.plan.canvas import PlannerCanvas
from terminplaner.ui.planner.state import PlannerState
from terminplaner.ui.tasks import TaskRunner

W = TypeVar("W", bound=QWidget)

MONDAY = date(2026, 11, 23)
ANNA, BEN = "Klara Himmel", "Thor Schuss"
SHOWN = (ANNA, BEN)


def only(parent: QWidget, kind: type[W]) -> W:
    """The one child of that kind."""
    found = parent.findChildren(kind)
    assert len(found) == 1, f"{len(found)} of {kind.__name__}"
    return found[0]


def remember_shown(workplace: Workplace, session: Session, settings: QSettings, names: Sequence[str]) -> None:
    """Leave the planner as if its user had taken out all other resources."""
    hidden = frozenset(row.id for row in workplace.services.queries.resources() if row.name not in names)
    state = PlannerState(hidden={None: hidden})
    PlannerMemory(settings, session.actor.user.id).keep(state, QByteArray(), QByteArray())


def open_page(
    workplace: Workplace, session: Session, tasks: TaskRunner, qtbot: QtBot, settings_file: Path, height: int = 700
) -> PlannerPage:
    """A shown planner with two columns, its state remembered in ``settings_file``."""
    page = PlannerPage(workplace.services, session, tasks)
    qtbot.addWidget(page)
    page.resize(1200, height)
    remembered = QSettings(str(settings_file), QSettings.Format.IniFormat)
    remember_shown(workplace, session, remembered, SHOWN)
    page.restore_state(remembered)
    with qtbot.waitExposed(page):
        page.show()
    return page


@dataclass
class Desk:
    """What a test needs at hand: the page, the services behind it, and a mouse."""

    workplace: Workplace
    session: Session
    tasks: TaskRunner
    page: PlannerPage
    qtbot: QtBot

    @property
    def canvas(self) -> PlannerCanvas:
        return only(self.page, PlannerCanvas)

    @property
    def dialog(self) -> AppointmentDialog:
        return only(self.page, AppointmentDialog)

    def resource(self, name: str) -> Resource:
        return next(row for row in self.workplace.services.queries.resources() if row.name == name)

    def at(self, clock: str, day: date = MONDAY) -> datetime:
        return at_local(datetime.combine(day, time.fromisoformat(clock)), self.session.branch.tz)

    def span(self, start: str, end: str, day: date = MONDAY) -> Timed:
        return Timed(self.at(start, day), self.at(end, day))

    def put(self, when: When, *names: str, author: str = "jemand", **fields: Any) -> Appointment:
        """Store an appointment past the services, so that anything can be there; the page is not told."""
        ids = tuple(self.resource(name).id for name in names or (ANNA,))
        appointment = Appointment(uuid4(), self.session.branch.id, when, ids, **fields)
        with self.workplace.store.write(Author(author, Origin.GOOGLE), "test") as work:
            stored = work.put(appointment)
            work.commit()
        return stored

    def show(self, when: When, *names: str, **fields: Any) -> Appointment:
        """Store it and have the page show it."""
        stored = self.put(when, *names, **fields)
        self.reload()
        return stored

    def stored(self, appointment: Appointment | UUID) -> Appointment:
        key = appointment if isinstance(appointment, UUID) else appointment.id
        return self.workplace.services.queries.appointment(key).appointment

    def everything(self) -> list[Appointment]:
        with self.workplace.store.read() as reader:
            return list(reader.list_appointments(AppointmentQuery()))

    def reload(self) -> None:
        self.page.refresh(None)
        self.settle()

    def settle(self) -> None:
        """Wait until every task has been answered, those it led to included."""
        self.qtbot.waitUntil(lambda: not self.tasks.is_busy)

    @property
    def has_dialog(self) -> bool:
        return self.page.findChild(AppointmentDialog) is not None

    def press_button(self, name: str, *, within_banner: bool = False) -> None:
        """Click the visible button of that name, as a screen reader would find it."""
        buttons = [
            button
            for button in self.page.findChildren(QAbstractButton)
            if button.isVisible()
            and (button.accessibleName() or button.text()) == name
            and isinstance(button.parentWidget(), Banner) == within_banner
        ]
        assert len(buttons) == 1, f"{len(buttons)} buttons named {name}"
        buttons[0].click()

    # -- the mouse and the keys

    def spot(self, name: str, clock: str, day: date = MONDAY, share: float = 0.4) -> QPoint:
        """A point of the viewport: in a resource's column, at a time, ``share`` of the width from the left."""
        board = self.canvas.board
        column = board.snapshot.column_index((self.resource(name).id, day))
        assert column is not None, f"{name} is not shown"
        x = board.grid.edges[column] + board.grid.column_width(column) * share
        y = board.grid.y_of(board.snapshot.axis.position_of(self.at(clock, day), day))
        shown = QPointF(x - self.canvas.horizontalScrollBar().value(), y - self.canvas.verticalScrollBar().value())
        return shown.toPoint()

    def press(self, point: QPoint) -> None:
        QTest.mousePress(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def move(self, point: QPoint) -> None:
        QTest.mouseMove(self.canvas.viewport(), point)

    def move_event(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> QMouseEvent:
        """A move with keys held down, which ``QTest.mouseMove`` cannot make."""
        position = QPointF(point)
        pressed = Qt.MouseButton.LeftButton
        return QMouseEvent(
            QMouseEvent.Type.MouseMove,
            position,
            QPointF(self.canvas.viewport().mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            pressed,
            modifiers,
        )

    def release(self, point: QPoint) -> None:
        QTest.mouseRelease(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def drag(self, start: QPoint, end: QPoint) -> None:
        self.press(start)
        self.move(start + QPoint(0, 12))
        self.move(end)
        self.release(end)
        self.settle()

    def click(self, point: QPoint) -> None:
        QTest.mouseClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def double_click(self, point: QPoint) -> None:
        QTest.mouseDClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.canvas, key, modifiers)
