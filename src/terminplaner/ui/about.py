"""Hilfe: what this is, and what the keyboard can do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from terminplaner import __version__
from terminplaner.ui.forms import page_title, paragraph, primary_button, section_title, small_print
from terminplaner.ui.key_sheet import KeySheet, Section
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.theme import Space
from terminplaner.ui.window_place import resize_within_screen

_HEIGHT = 720


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
    """Shows the ``KeySheet``."""

    def __init__(self, menus: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("ShortcutsDialog", "Tastenkürzel"), parent)
        page = QWidget()
        page.setObjectName("page")
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, Space.M, 0)
        columns.setSpacing(Space.XXL)
        for part in _halves(KeySheet().sections(menus)):
            columns.addLayout(self._grid(part))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(page)
        bar = scroll.verticalScrollBar().sizeHint().width()
        wanted = page.sizeHint().width() + bar + 2 * scroll.frameWidth()
        scroll.setMinimumWidth(min(wanted, self.screen().availableGeometry().width() - Space.XXL * 2))
        self.column.addWidget(scroll, 1)
        self.add_close_button()
        resize_within_screen(self, self.minimumSizeHint().width(), _HEIGHT)

    @staticmethod
    def _grid(sections: Iterable[Section]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.S)
        for section in sections:
            grid.addWidget(section_title(section.title), grid.rowCount(), 0, 1, 2)
            for words, key in section.lines:
                row = grid.rowCount()
                grid.addWidget(plain_label(words), row, 0)
                grid.addWidget(plain_label(key), row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid


def _halves(sections: list[Section]) -> tuple[list[Section], list[Section]]:
    """Two columns of about the same height."""
    heights = [len(section.lines) + 2 for section in sections]
    half = min(range(len(sections) + 1), key=lambda count: abs(sum(heights[:count]) - sum(heights[count:])))
    return sections[:half], sections[half:]
