"""Hilfe: what this is, and what the keyboard can do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from terminplaner import __version__
from terminplaner.ui.forms import page_title, paragraph, primary_button, section_title, small_print
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.theme import Space


class _InfoDialog(QDialog):
    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        self.column.setSpacing(Space.M)
        self.column.addWidget(page_title(title))

    def add_close_button(self) -> None:
        close = primary_button(self.tr("Schließen"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        self.column.addStretch(0)
        self.column.addLayout(row)


class AboutDialog(_InfoDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("AboutDialog", "Über Terminplaner"), parent)
        self.setMinimumWidth(420)
        self.column.addWidget(paragraph(self.tr("Version {version}").format(version=__version__)))
        self.column.addWidget(
            paragraph(
                self.tr(
                    "Terminplaner für Augenoptik und Hörakustik. Hält die Termine Ihrer Ressourcen in beiden "
                    "Richtungen mit Google-Kalendern gleich."
                )
            )
        )
        self.column.addWidget(
            small_print(self.tr("Freie Software unter der GNU General Public License, Version 3 oder neuer."))
        )
        self.add_close_button()


class ShortcutsDialog(_InfoDialog):
    """Read from the menus themselves, so that it can never promise a key that does nothing."""

    def __init__(self, menus: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("ShortcutsDialog", "Tastenkürzel"), parent)
        page = QWidget()
        page.setObjectName("page")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, Space.M, 0)
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.S)
        for entry in menus:
            menu = entry.menu()
            if isinstance(menu, QMenu):
                self._add_menu(grid, menu)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(page)
        self.column.addWidget(scroll, 1)
        self.add_close_button()
        self.resize(460, 560)

    def _add_menu(self, grid: QGridLayout, menu: QMenu) -> None:
        actions = [action for action in menu.actions() if not action.shortcut().isEmpty()]
        if not actions:
            return
        grid.addWidget(section_title(_plain(menu.title())), grid.rowCount(), 0, 1, 2)
        for action in actions:
            row = grid.rowCount()
            keys = " / ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())
            grid.addWidget(plain_label(_plain(action.text())), row, 0)
            grid.addWidget(plain_label(keys), row, 1)


def _plain(text: str) -> str:
    return text.replace("&", "")
