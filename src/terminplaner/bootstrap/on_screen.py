"""What can be found in the windows that are open: dialogs, buttons, entries of menus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget


def entries_of(entry: QAction) -> Iterator[QAction]:
    """What a menu holds, submenus included; ``entry`` itself where it is none."""
    menu = entry.menu()
    if not isinstance(menu, QMenu):
        yield entry
        return
    menu.aboutToShow.emit()
    listed = menu.actions()
    menu.aboutToHide.emit()  # what an open menu says of its entries is not what they are called
    for below in listed:
        yield from entries_of(below)


def visible_dialogs() -> list[QDialog]:
    return [
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()
    ]


def visible_buttons(parents: Sequence[QWidget], name: str) -> list[QAbstractButton]:
    return [
        button
        for parent in parents
        for button in parent.findChildren(QAbstractButton)
        if button.isVisible() and name in {plain(button.text()), button.accessibleName()}
    ]


def plain(text: str) -> str:
    return text.replace("&", "").partition("\t")[0]
