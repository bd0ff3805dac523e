"""A monkey at the planner: it clicks, drags, scrolls and types at random, and nothing may break.

A failure names its seed and the last things it did; the same seed does the same things.
"""

from __future__ import annotations

import gc
import random
import time
from collections import deque
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from helpers.planner_desk import ANNA, BEN, MONDAY, Desk, only
from terminplaner.domain.appointment import OccupyingRule
from terminplaner.domain.capacity import exceeds_capacity
from terminplaner.domain.errors import CapacityExceededError, StaleRevisionError
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.ui.collector import GuiThreadCollector
from terminplaner.ui.planner.carry_hint import CarryHint
from terminplaner.ui.planner.copies import copied_row
from terminplaner.ui.planner.navigation.toolbar import PlannerToolbar
from terminplaner.ui.planner.overviews.list_view import AppointmentListView
from terminplaner.ui.planner.overviews.month_view import MonthView
from terminplaner.ui.planner.panels.side_area import SideArea
from terminplaner.ui.planner.plan.all_day_lane import AllDayLane
from terminplaner.ui.planner.plan.canvas import PlannerCanvas
from terminplaner.ui.planner.plan.carrying import Carried, CarriedMimeData, Purpose
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.planner.window import Mode

_NONE, _CONTROL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_KEYS = (
    *((key, _NONE) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)),
    *((key, _CONTROL) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)),
    *((key, _ALT) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)),
    *((key, _ALT | _SHIFT) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)),
    *((key, _CONTROL | _SHIFT) for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)),
    *((key, _CONTROL) for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V)),
    *((key, _NONE) for key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)),
    *((key, _NONE) for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_F2)),
    *(
        (key, _NONE)
        for key in (Qt.Key.Key_T, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_V, Qt.Key.Key_K)
    ),
    *((key, _NONE) for key in (Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_Plus, Qt.Key.Key_Minus)),
    *((key, _CONTROL) for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_K)),
)
_TYPED = "Sehtest 10:3*"  # QTest types no others
_MOST = 40
"""Appointments at once; then the monkey clears up."""
_LEAK_MEGABYTES = 60
_PATIENCE_MS = 60_000


class Monkey:
    def __init__(self, desk: Desk, seed: int) -> None:
        self._desk = desk
        self._random = random.Random(seed)
        self.done: deque[str] = deque(maxlen=12)
        self._tricks: tuple[tuple[int, Callable[[], None]], ...] = (
            (6, self._click),
            (8, self._drag),
            (2, self._double_click),
            (3, self._wheel),
            (10, self._press_key),
            (2, self._click_lane),
            (4, self._show_mode),
            (2, self._open_panel),
            (4, self._use_panel),
            (3, self._drop_from_beside),
            (3, self._choose_from_menu),
            (2, self._undo),
            (1, self._be_somebody_else),
            (1, self._turn),
        )

    def act(self) -> None:
        """Do one thing, and answer every dialog it opened."""
        weights = [weight for weight, _ in self._tricks]
        ((_, trick),) = self._random.choices(self._tricks, weights)
        trick()
        self._settle()
        self._answer_dialogs()
        if len(self._desk.everything()) > _MOST:
            self._clear_up()

    def _settle(self) -> None:
        """As the desk does, with the patience of ten minutes on a busy machine."""
        self._desk.qtbot.waitUntil(lambda: not self._desk.tasks.is_busy, timeout=_PATIENCE_MS)

    def _say(self, *words: object) -> None:
        self.done.append(" ".join(map(str, words)))

    def _point(self, widget: QWidget) -> QPoint:
        size = widget.size()
        return QPoint(self._random.randrange(max(size.width(), 1)), self._random.randrange(max(size.height(), 1)))

    def _modifiers(self) -> Qt.KeyboardModifier:
        return self._random.choice((_NONE, _NONE, _NONE, _CONTROL, _SHIFT))

    @property
    def _shown(self) -> QWidget:
        """The view that is shown: hours, month, year, a list, or the word that there is nothing."""
        shown = only(self._desk.page, PlanStage).currentWidget()
        assert shown is not None
        return shown.focusProxy() or shown

    @property
    def _ground(self) -> QWidget:
        shown = self._shown
        return shown.viewport() if isinstance(shown, QAbstractScrollArea) else shown

    def _click(self) -> None:
        view, modifiers = self._ground, self._modifiers()
        button = self._random.choice(
            (Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
        )
        point = self._point(view)
        self._say("click", point, modifiers, button)
        QTest.mouseClick(view, button, modifiers, pos=point)

    def _drag(self) -> None:
        view, modifiers = self._ground, self._modifiers()
        start, end = self._point(view), self._point(view)
        if self._random.random() < 0.3:
            end = start + QPoint(0, self._random.randrange(-60, 60))
        self._say("drag", start, end, modifiers)
        QTest.mousePress(view, Qt.MouseButton.LeftButton, modifiers, pos=start)
        for share in (0.2, 0.6, 1.0):
            QTest.mouseMove(view, start + (end - start) * share)
        if self._random.random() < 0.1:
            QTest.keyClick(self._shown, Qt.Key.Key_Escape)
        if self._random.random() < 0.1:
            self._be_somebody_else()
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, modifiers, pos=end)

    def _double_click(self) -> None:
        view = self._ground
        point = self._point(view)
        self._say("double click", point)
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=point)

    def _wheel(self) -> None:
        view = self._ground
        point, turn = QPointF(self._point(view)), self._random.choice((-120, 120))
        modifiers = self._random.choice((_NONE, _NONE, _CONTROL))
        self._say("wheel", turn, modifiers)
        spot = QPointF(view.mapToGlobal(point))
        event = QWheelEvent(
            point,
            spot,
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, event)

    def _press_key(self) -> None:
        key, modifiers = self._random.choice(_KEYS)
        self._say("key", key, modifiers)
        self._shown.setFocus()
        QTest.keyClick(self._shown, key, modifiers)

    def _click_lane(self) -> None:
        lane = only(self._desk.canvas, AllDayLane)
        if not lane.isVisible():
            return
        start, end = self._point(lane), self._point(lane)
        self._say("lane", start, end)
        QTest.mousePress(lane, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(lane, end)
        QTest.mouseRelease(lane, Qt.MouseButton.LeftButton, pos=end)
        for menu in lane.findChildren(QMenu):
            menu.close()

    def _choose_from_menu(self) -> None:
        canvas = self._desk.canvas
        if not canvas.board.snapshot.columns or not canvas.isVisible():
            return
        hit = canvas.hit(QPointF(self._point(canvas.viewport())))
        row = hit.block.row if hit.block else None
        menu = self._desk.page.wishes.menu_for(row, canvas.board.new_at(hit.column, hit.position))
        entries = [entry for entry in _entries(menu) if entry.isEnabled() and "drucken" not in entry.text()]
        if entries:
            chosen = self._random.choice(entries)
            self._say("menu", chosen.text())
            chosen.trigger()
        menu.deleteLater()

    def _show_mode(self) -> None:
        mode, is_list = self._random.choice(tuple(Mode)[:5]), self._random.random() < 0.3
        self._say("show", mode, "as a list" if is_list else "")
        self._desk.page.browsing.show_mode(mode)
        self._desk.page.browsing.show_list(is_list)

    def _open_panel(self) -> None:
        switches = [action for action in self._desk.page.actions() if action.isCheckable() and action.isVisible()]
        switch = self._random.choice(switches)
        self._say("panel", switch.text())
        switch.trigger()

    def _use_panel(self) -> None:
        """Click, type or choose in what stands beside the plan."""
        parts = [
            part
            for part in only(self._desk.page, SideArea).findChildren(QWidget)
            if part.isVisible() and part.isEnabled() and part.focusPolicy() is not Qt.FocusPolicy.NoFocus
        ]
        if not parts:
            return
        part = self._random.choice(parts)
        self._say("beside", type(part).__name__, part.accessibleName())
        if isinstance(part, QLineEdit):
            QTest.keyClicks(part, "".join(self._random.choices(_TYPED, k=2)))
        elif isinstance(part, QAbstractItemView):
            point = self._point(part.viewport())
            QTest.mouseClick(part.viewport(), Qt.MouseButton.LeftButton, pos=point)
            QTest.keyClick(part, self._random.choice((Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape)))
        elif isinstance(part, QAbstractButton):
            QTest.mouseClick(part, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(part, self._random.choice((Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return)))

    def _drop_from_beside(self) -> None:
        """What a list beside the plan would bring: a draft, or an appointment that stands anywhere."""
        rows = self._desk.canvas.board.snapshot.rows()
        if not rows:
            return
        row = self._random.choice(rows)
        carried = Carried(Purpose.MOVE, (row,))
        if self._random.random() < 0.5:
            carried = Carried(
                Purpose.BOOK,
                (copied_row(row, self._desk.workplace.services.queries.choices()),),
                has_time=self._random.random() < 0.5,
            )
        lane = only(self._desk.canvas, AllDayLane)
        target = lane if lane.isVisible() and self._random.random() < 0.2 else self._ground
        point, data = self._point(target), CarriedMimeData(carried)
        self._say("drop", carried.purpose, "on", type(target).__name__, point)
        copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        QApplication.sendEvent(target, QDragEnterEvent(point, copy, data, left, _NONE))
        QApplication.sendEvent(target, QDragMoveEvent(self._point(target), copy, data, left, _NONE))
        if self._random.random() < 0.2:
            QApplication.sendEvent(target, QDragLeaveEvent())
        else:
            QApplication.sendEvent(target, QDropEvent(QPointF(point), copy, data, left, _NONE))

    def _undo(self) -> None:
        trick = self._random.choice(("undoRequested", "redoRequested"))
        self._say(trick)
        getattr(only(self._desk.page, PlannerToolbar), trick).emit()

    def _be_somebody_else(self) -> None:
        """Another workstation, or Google: it takes no room, so that the monkey's own bookings must find theirs."""
        start = self._random.randrange(7 * 60, 19 * 60, 15)
        when = self._desk.span(f"{start // 60:02}:{start % 60:02}", f"{start // 60 + 1:02}:{start % 60:02}")
        self._say("somebody else", when.start_at)
        self._desk.put(when, self._random.choice((ANNA, BEN)), is_transparent=True, text="fremd")
        self._desk.page.refresh(None)

    def _turn(self) -> None:
        if self._random.random() < 0.5:
            self._desk.page.browsing.turn(self._random.choice((-1, 1)))
        else:
            self._desk.page.browsing.show_mode(self._random.choice((Mode.DAY, Mode.WORK_WEEK, Mode.WEEK)))
        self._say("turn", self._desk.page.shown_window.day)

    def _answer_dialogs(self) -> None:
        """Type into it, then take it or leave it; what still asks is left."""
        for attempt in range(8):
            open_ones = [dialog for dialog in self._desk.page.findChildren(QDialog) if dialog.isVisible()]
            if not open_ones:
                return
            dialog = open_ones[-1]
            focus = dialog.focusWidget() or dialog
            if attempt == 0:
                for letter in self._random.choices(_TYPED, k=3):
                    QTest.keyClicks(focus, letter)
            is_taken = attempt < 2 and self._random.random() < 0.6
            self._say("dialog", type(dialog).__name__, "taken" if is_taken else "left")
            QTest.keyClick(dialog, Qt.Key.Key_Return if is_taken else Qt.Key.Key_Escape)
            self._settle()
            if attempt >= 4:
                dialog.done(0)
                self._settle()

    def _clear_up(self) -> None:
        self._say("clear up")
        ids = [row.id for row in self._desk.everything() if not row.is_read_only]
        self._desk.workplace.services.planning.cancel_many(self._desk.session.actor, ids)
        self._desk.page.browsing.go_to(MONDAY)
        self._desk.reload()


def _entries(menu: QMenu) -> list[QAction]:
    found: list[QAction] = []
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            found += _entries(submenu)
        elif not action.isSeparator():
            found.append(action)
    return found


def check(desk: Desk) -> None:
    """What holds after whatever somebody did."""
    canvas, month, stage = desk.canvas, only(desk.page, MonthView), only(desk.page, PlanStage)
    for surface in (canvas, month):
        chosen = surface.chosen.selection
        assert (chosen.current is None) == (not chosen.ids)
        assert chosen.current is None or chosen.current in chosen.ids
        assert surface.carried is None or stage.currentWidget() is surface
    assert canvas.held.gesture is None or canvas.is_carrying
    assert month.held.carried is None or month.carried is not None
    assert (only(desk.page, CarryHint).text != "") == (stage.hand.carried is not None)
    assert {row.appointment.id for row in stage.chosen_rows} <= chosen_in(stage)
    zone = desk.session.branch.tz
    with desk.workplace.store.read() as reader:
        everything = reader.list_appointments(AppointmentQuery())
    taking = [row for row in everything if OccupyingRule().lets(row)]
    for resource in desk.workplace.services.queries.resources():
        spans = {row.id: row.occupied(zone) for row in taking if resource.id in row.resource_ids}
        for key, span in spans.items():
            others = (other for other_key, other in spans.items() if other_key != key)
            assert not exceeds_capacity(others, span, resource.capacity), f"{resource.name} overbooked"
    stored = {row.id: row for row in everything}
    shown = canvas.board.snapshot.rows() if canvas.isVisible() else month.table.sheet.rows()
    for row in shown if canvas.isVisible() or month.isVisible() else ():
        assert stored.get(row.appointment.id, row.appointment).revision == row.appointment.revision


def chosen_in(stage: PlanStage) -> frozenset[UUID]:
    """What is chosen where something can be."""
    shown = stage.currentWidget()
    if isinstance(shown, PlannerCanvas | MonthView):
        return shown.chosen.selection.ids
    if isinstance(shown, AppointmentListView):
        return shown.selection.ids
    return frozenset()


def megabytes() -> float:
    """What this process has in memory now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


@pytest.mark.prove(6, 600)
def test_nothing_breaks_whatever_somebody_does(
    desk: Desk, examples: int, record_property: Callable[[str, object], None]
) -> None:
    """For so many seconds; long enough, memory has to stay as well."""
    seed = random.randrange(1_000_000)
    monkey = Monkey(desk, seed)
    GuiThreadCollector(desk.page)  # as in the program; the tests collect between two of them only
    for start in (9, 11, 14):
        desk.put(desk.span(f"{start:02}:00", f"{start:02}:45"), is_private=start == 11)
    desk.put(desk.span("10:00", "12:00"), BEN, is_read_only=True, is_transparent=True)
    desk.reload()
    begin, steps, settled = time.monotonic(), 0, 0.0
    with desk.qtbot.capture_exceptions() as exceptions:
        while time.monotonic() - begin < examples:
            try:
                monkey.act()
                check(desk)
            except Exception as error:
                error.add_note(f"seed {seed}: {list(monkey.done)}")
                raise
            assert not exceptions, f"seed {seed}: {list(monkey.done)}: {exceptions}"
            steps += 1
            if not settled and time.monotonic() - begin > examples / 4:
                settled = megabytes()
    record_property("steps", steps)
    undo, actor = desk.workplace.services.undo, desk.session.actor
    while undo.undo_command is not None:
        try:
            undo.undo(actor)
        except StaleRevisionError:
            continue
        except CapacityExceededError:
            break
    if examples >= timedelta(minutes=5).total_seconds():
        growth = megabytes() - settled
        record_property("megabytes grown", round(growth))
        assert growth < _LEAK_MEGABYTES
