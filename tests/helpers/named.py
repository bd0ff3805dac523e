"""Finding widgets of this process by what a screen reader says."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

W = TypeVar("W", bound=QWidget)


def named(root: QWidget, kind: type[W], name: str) -> W:
    """The one visible widget of that kind and accessible name, give or take a colon or a mnemonic."""
    found = [widget for widget in root.findChildren(kind) if widget.isVisible() and _name_of(widget) == name]
    if len(found) != 1:
        names = sorted(_name_of(widget) for widget in root.findChildren(kind) if widget.isVisible())
        raise AssertionError(f"{len(found)} visible {kind.__name__} named {name!r}; there are: {names}")
    return found[0]


def press(root: QWidget, name: str) -> None:
    """Click the button of that name; one that is disabled is an error."""
    target = named(root, QAbstractButton, name)
    assert target.isEnabled(), f"{name!r} is disabled"
    target.click()


def open_dialog() -> QDialog | None:
    """The dialog in front, if any."""
    dialogs = [
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()
    ]
    return next((dialog for dialog in dialogs if dialog is QApplication.activeModalWidget()), None)


def dialog_title() -> str:
    """Of the dialog in front, empty where there is none."""
    dialog = open_dialog()
    return dialog.windowTitle() if dialog else ""


def _name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface else ""
    return name.replace("&", "").rstrip(":")
