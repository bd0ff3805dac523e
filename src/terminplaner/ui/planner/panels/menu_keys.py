"""The keys that a menu names beside its entries, also where that menu is not open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from terminplaner.ui.planner import keys

MENU_KEYS: Final = tuple(map(QKeySequence, (keys.OPEN, keys.CANCEL, keys.MOVE, keys.COPY, keys.CUT, keys.TAKE)))


class MenuKeys(QObject):
    """While ``watched`` has the focus they mean what is chosen there, and nothing in the plan.

    ``make_menu`` makes the menu of what is chosen; None where nothing is.
    """

    def __init__(self, watched: QWidget, make_menu: Callable[[], QMenu | None]) -> None:
        super().__init__(watched)
        self._make_menu = make_menu
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or QKeySequence(event.keyCombination()) not in MENU_KEYS:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self._act(QKeySequence(event.keyCombination()))
            return True
        return super().eventFilter(watched, event)

    def _act(self, pressed: QKeySequence) -> None:
        menu = self._make_menu()
        if menu is None:
            return
        entry = next((entry for entry in menu.actions() if _is_meant(entry, pressed)), None)
        if entry is not None:
            entry.trigger()
        menu.deleteLater()


def _is_meant(entry: QAction, pressed: QKeySequence) -> bool:
    return entry.isEnabled() and entry.shortcut() == pressed
