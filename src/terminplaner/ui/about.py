"""Hilfe: what this is, and what the keyboard can do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from terminplaner import __version__
from terminplaner.ui.forms import page_title, paragraph, primary_button, section_title, small_print
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
    """Read from the menus themselves, so that it can never promise a key that does nothing."""

    def __init__(self, menus: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("ShortcutsDialog", "Tastenkürzel"), parent)
        page = QWidget()
        page.setObjectName("page")
        columns = QHBoxLayout(page)
        columns.setContentsMargins(0, 0, Space.M, 0)
        columns.setSpacing(Space.XXL)
        sections = [found for entry in menus if (found := _keys_of(entry)) is not None]
        sections.append((self.tr("Bei den Kunden"), self._keys_of_the_customers()))
        sections.append((self.tr("Im Terminplan"), self._keys_of_the_plan()))
        for part in _halves(sections):
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

    def _keys_of_the_customers(self) -> _Keys:
        return [
            (self.tr("Neuer Termin für den gewählten Kunden"), self.tr("Strg+N")),
            (self.tr("Von der Suche in die Liste"), self.tr("Eingabe")),
            (self.tr("Gewählten Kunden öffnen"), self.tr("Eingabe in der Liste")),
        ]

    def _keys_of_the_plan(self) -> _Keys:
        """What the arrows and the mouse do there; it belongs to no menu."""
        return [
            (self.tr("Von Zeit zu Zeit, von Spalte zu Spalte"), self.tr("Pfeiltasten")),
            (self.tr("Von Termin zu Termin"), self.tr("Strg+Pfeiltasten")),
            (self.tr("Termine dazu auswählen"), self.tr("Strg+Umschalt+Pfeiltasten")),
            (self.tr("Termin verschieben"), self.tr("Alt+Pfeiltasten")),
            (self.tr("Termin verlängern oder verkürzen"), self.tr("Umschalt+Alt+Pfeil auf/ab")),
            (self.tr("Öffnen, anlegen oder ablegen"), self.tr("Eingabe")),
            (self.tr("Ablegen ohne Änderung"), self.tr("Esc")),
            (self.tr("Kontextmenü"), self.tr("Umschalt+F10")),
            (self.tr("Mehrere auswählen"), self.tr("Strg+Klick, Umschalt+Klick, Strg+Ziehen")),
            (self.tr("Kopie ziehen"), self.tr("Strg beim Ziehen")),
            (self.tr("Auf fünf Minuten genau ziehen"), self.tr("Umschalt beim Ziehen")),
            (self.tr("Vergrößern, verkleinern"), self.tr("Strg+Mausrad")),
        ]

    @staticmethod
    def _grid(sections: Iterable[tuple[str, _Keys]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.S)
        for title, keys in sections:
            grid.addWidget(section_title(title), grid.rowCount(), 0, 1, 2)
            for words, key in keys:
                row = grid.rowCount()
                grid.addWidget(plain_label(words), row, 0)
                grid.addWidget(plain_label(key), row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        return grid


_Keys = list[tuple[str, str]]
"""What is done, and by which keys."""


def _keys_of(entry: QAction) -> tuple[str, _Keys] | None:
    """The heading and the keys of a menu; None where it has none."""
    menu = entry.menu()
    if not isinstance(menu, QMenu):
        return None
    keys = [
        (_plain(action.text()), " / ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in shown))
        for action in _entries_of(menu)
        if (shown := action.shortcuts())
    ]
    return (_plain(menu.title()), keys) if keys else None


def _entries_of(menu: QMenu) -> Iterator[QAction]:
    """In their order, those of submenus where the submenu stands."""
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            yield from _entries_of(submenu)
        else:
            yield action


def _halves(sections: list[tuple[str, _Keys]]) -> tuple[list[tuple[str, _Keys]], list[tuple[str, _Keys]]]:
    """Two columns of about the same height."""
    heights = [len(keys) + 2 for _, keys in sections]
    half = min(range(len(sections) + 1), key=lambda count: abs(sum(heights[:count]) - sum(heights[count:])))
    return sections[:half], sections[half:]


def _plain(text: str) -> str:
    return text.replace("&", "")
