"""The main window without a screen, moved as a person would move it, and its pictures."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import cycle

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QListWidget,
    QTabBar,
    QTabWidget,
    QWidget,
)

from terminplaner.bootstrap.demo_chain import administrator_of
from terminplaner.bootstrap.desktop import Desktop
from terminplaner.bootstrap.on_screen import entries_of, plain, visible_buttons, visible_dialogs
from terminplaner.bootstrap.photographs import wait_until
from terminplaner.bootstrap.program import Program
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.ui.main_window import MainWindow
from terminplaner.ui.messages import title_of
from terminplaner.ui.planner.navigation.resource_picker import ResourcePicker
from terminplaner.ui.planner.page import PlannerPage
from terminplaner.ui.planner.plan.canvas import PlannerCanvas
from terminplaner.ui.planner.plan.gestures import NewAppointment

_WORDINGS = ("bitte pünktlich", "nimmt sich Zeit", "kommt mit Begleitung")
_TYPING_SECONDS = 0.8
"""After so long without input a dialog has asked for what it shows."""


class Studio:
    """Every method waits until the window shows what was asked for."""

    def __init__(self, desktop: Desktop, program: Program, window: MainWindow, day: date) -> None:
        """``day`` is the one that the planner shows."""
        self.program = program
        self.day = day
        self._desktop = desktop
        self._window = window
        self._switched_on: list[QAction] = []
        self._wordings = cycle(_WORDINGS)

    @property
    def planner(self) -> PlannerPage:
        return self._window.findChildren(PlannerPage)[0]

    @property
    def _canvas(self) -> PlannerCanvas:
        return self._window.findChildren(PlannerCanvas)[0]

    def settle(self) -> None:
        wait_until(lambda: self._desktop.is_idle)

    # -- going somewhere

    def tab(self, title: str) -> QWidget:
        """One of the tabs of the main window."""
        return self.page(self._window, title)

    def first_of_tab(self, title: str) -> QWidget:
        """A tab of the main window with the first row of its list."""
        self.tab(title)
        return self.first_row()

    def section(self, tab: str, title: str) -> QWidget:
        """One of the subjects in the list at the left of a tab."""
        self.tab(tab)
        lists = self._window.findChildren(QListWidget)
        entry = next(
            (field, number)
            for field in lists
            for number in range(field.count())
            if field.isVisible() and field.item(number).text() == title
        )
        entry[0].setCurrentRow(entry[1])
        self.settle()
        return self._window

    def plan(self, mode: str) -> QWidget:
        """The planner in one of its modes, as they are called in the menu."""
        self.tab("Terminplaner")
        self.planner.browsing.show_list(is_list=False)
        self.choose(mode)
        self.planner.browsing.go_to(self.day)
        self.settle()
        return self._window

    def show_only(self, *names: str) -> None:
        """Take all other resources out of the plan, until everything is cleared away."""
        picker = self.planner.findChildren(ResourcePicker)[0]
        picker.hide_all_of(frozenset(row.id for row in picker.resources if row.name not in names))
        self.settle()

    # -- asking for something

    def choose(self, entry: str) -> None:
        """An entry of the menu bar, by its name without mnemonic."""
        next(action for action in self._entries() if plain(action.text()) == entry).trigger()
        self.settle()

    def dialog(self, entry: str) -> QWidget:
        """The dialog that an entry of the menu bar opens."""
        return self.opened(lambda: self.choose(entry))

    def press(self, parent: QWidget, name: str) -> QWidget:
        """The dialog that a button opens, found by what is written on it or said of it."""
        return self.opened(visible_buttons([parent], name)[0].click)

    def opened(self, act: Callable[[], object]) -> QWidget:
        """The dialog that ``act`` opens."""
        before = set(visible_dialogs())
        act()
        wait_until(lambda: bool(set(visible_dialogs()) - before))
        self.settle()
        return next(iter(set(visible_dialogs()) - before))

    def free_place(self) -> NewAppointment:
        """Where the planner would put a new appointment."""
        place = self._canvas.new_when_free()
        if place is None:
            raise LookupError
        return place

    def tick(self, dialog: QWidget, name: str) -> QWidget:
        """Click a box; what it changes is discarded when everything is cleared away."""
        visible_buttons([dialog], name)[0].click()
        self._let_it_check()
        return dialog

    def _let_it_check(self) -> None:
        """Until the dialog shows what came of the input."""
        started = time.monotonic()
        wait_until(lambda: time.monotonic() - started > _TYPING_SECONDS)
        self.settle()

    def first_row(self) -> QWidget:
        """Choose the first row of the list in sight."""
        lists = self._window.findChildren(QAbstractItemView)
        shown = next(rows for rows in lists if rows.isVisible() and rows.objectName() != "sections")
        shown.setCurrentIndex(shown.model().index(0, 0))
        self.settle()
        return self._window

    def page(self, dialog: QWidget, title: str) -> QWidget:
        """One of the tabs in sight, by the beginning of its title."""
        tabs, index = next(
            (tabs, index)
            for tabs in dialog.findChildren(QTabWidget)
            for index in range(tabs.count())
            if tabs.isVisible() and tabs.tabText(index).startswith(title)
        )
        tabs.setCurrentIndex(index)
        self.settle()
        return dialog

    def put(self, dialog: QWidget, name: str, choice: str) -> QWidget:
        """Choose something in the list with that name."""
        field = next(field for field in dialog.findChildren(QComboBox) if field.accessibleName() == name)
        field.setCurrentText(choice)
        self.settle()
        return dialog

    def switch_on(self, entry: str) -> None:
        """An entry of the menu bar that stays on, until everything is cleared away."""
        action = next(action for action in self._entries() if plain(action.text()) == entry)
        if not action.isChecked():
            action.trigger()
            self._switched_on.append(action)
        self.settle()

    def view(self, title: str) -> QWidget:
        """The planner with one of the chain's views."""
        self.plan("Tag")
        bar = next(bar for bar in self.planner.findChildren(QTabBar) if bar.isVisible())
        bar.setCurrentIndex(next(index for index in range(bar.count()) if bar.tabText(index) == title))
        self.settle()
        return self._window

    def menu(self, text: str) -> QWidget:
        """The menu of the right mouse button on the appointment with that text or customer."""
        row = next(row for row in self._canvas.board.snapshot.rows() if text in title_of(row))
        menu = self.planner.wishes.menu_for(row, None)
        menu.popup(self._window.geometry().center())
        self.settle()
        return menu

    def popup(self, entry: str) -> QWidget:
        """The list that an entry of the menu bar folds out."""
        self.choose(entry)
        wait_until(lambda: QApplication.activePopupWidget() is not None)
        popup = QApplication.activePopupWidget()
        if popup is None:
            raise TimeoutError
        return popup

    def folded_out(self, name: str) -> QWidget:
        """The list or calendar that a button folds out, by the beginning of what a screen reader says of it."""
        buttons = self.planner.findChildren(QAbstractButton)
        next(
            button for button in buttons if button.isVisible() and button.accessibleName().startswith(name)
        ).click()
        wait_until(lambda: QApplication.activePopupWidget() is not None)
        self.settle()
        popup = QApplication.activePopupWidget()
        if popup is None:
            raise TimeoutError
        return popup

    def new_at_selected(self) -> QWidget:
        """The dialog for a new appointment at the same time and with the same resource as the selected one."""
        row = self._canvas.chosen.current
        if row is None:
            raise LookupError
        wish = NewAppointment(row.resources[0], row.appointment.when)
        dialog = self.opened(lambda: self._canvas.newRequested.emit(wish, QPoint()))
        self._let_it_check()
        return dialog

    def press_key(self, key: Qt.Key, times: int = 1) -> None:
        """A key in the plan."""
        for _ in range(times):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(self._canvas, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
        self.settle()

    def reword(self, *texts: str) -> None:
        """Give each of the appointments with these texts another one, as at another workstation."""
        actor = administrator_of(self.program)
        rows = self.program.queries.appointments(AppointmentQuery())
        for row in rows:
            if row.appointment.text.partition(",")[0] in texts:
                text = f"{row.appointment.text.partition(',')[0]}, {next(self._wordings)}"
                self.program.planning.change(actor, replace(row.appointment, text=text))
        self.settle()

    def select(self, text: str) -> None:
        """The appointment with that text or customer in the planner."""
        canvas = self._canvas
        canvas.chosen.choose_one(
            next(row.appointment.id for row in canvas.board.snapshot.rows() if text in title_of(row))
        )
        self.settle()

    def clear_away(self) -> None:
        """Close whatever was opened."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._canvas.put_down()
        for dialog in visible_dialogs():
            dialog.reject()
        for answer in visible_buttons(visible_dialogs(), "Verwerfen"):
            answer.click()
        for action in self._switched_on:
            action.trigger()
        self._switched_on.clear()
        self.planner.findChildren(ResourcePicker)[0].hide_all_of(frozenset())
        self.settle()
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window and widget.isVisible():
                widget.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.settle()

    def _entries(self) -> Iterator[QAction]:
        for bar_entry in self._window.menuBar().actions():
            yield from entries_of(bar_entry)
