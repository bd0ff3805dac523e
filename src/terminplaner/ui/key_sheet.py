"""All keys and what they do: of the menus from the menus, of the rest from the tables that the parts act by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from terminplaner.ui.chords import ARROWS, NONE, SHIFT, Chord, chords, spelled
from terminplaner.ui.clock_popup import CLOCK_KEYS
from terminplaner.ui.field_dialog import SAVE_KEYS
from terminplaner.ui.planner.appointment.customer_field import new_customer_words
from terminplaner.ui.planner.navigation.arranged_list import ARRANGE_KEYS
from terminplaner.ui.planner.overviews.month_keyboard import MONTH_KEYS
from terminplaner.ui.planner.panels.carry_list import LINE_KEYS, LineKey
from terminplaner.ui.planner.panels.menu_keys import MENU_KEYS
from terminplaner.ui.planner.panels.search_fields import RESULT_KEYS
from terminplaner.ui.planner.plan.keyboard import PLAN_KEYS, PlanKey
from terminplaner.ui.save_bar import SAVE_KEY

K = TypeVar("K")

ENTER = frozenset([(Qt.Key.Key_Return, NONE)])
ESCAPE = frozenset([(Qt.Key.Key_Escape, NONE)])


@dataclass(frozen=True, slots=True)
class Section:
    """``lines`` are what is done, and by which keys."""

    title: str
    lines: tuple[tuple[str, str], ...]


class KeySheet(QObject):
    """Speaks the language of the program."""

    def sections(self, menus: Iterable[QAction]) -> list[Section]:
        """Everything, in the order of the menu bar and then by place."""
        of_menus = [found for entry in menus if (found := _of_menu(entry)) is not None]
        return [
            *of_menus,
            self._customers(),
            self._plan(),
            self._month(),
            self._year(),
            self._list(),
            self._beside(),
            self._forms(),
            self._dialogs(),
        ]

    def _customers(self) -> Section:
        return Section(
            self.tr("Bei den Kunden"),
            (
                (self.tr("Von der Suche in die Liste"), spelled(ENTER)),
                (self.tr("Gewählten Kunden öffnen, in der Liste"), spelled(ENTER)),
            ),
        )

    def _plan(self) -> Section:
        words = {
            PlanKey.STEP: self.tr("Von Zeit zu Zeit, von Spalte zu Spalte"),
            PlanKey.PAGE: self.tr("Zwei Stunden weiter oder zurück"),
            PlanKey.EDGE: self.tr("Erste oder letzte Spalte"),
            PlanKey.WEEK: self.tr("Eine Woche vor oder zurück"),
            PlanKey.JUMP: self.tr("Von Termin zu Termin"),
            PlanKey.ADD: self.tr("Termine dazu auswählen"),
            PlanKey.MOVE: self.tr("Termin verschieben"),
            PlanKey.STRETCH: self.tr("Termin verlängern oder verkürzen"),
            PlanKey.STRETCH_DAYS: self.tr("Ganztägigen verlängern oder verkürzen"),
            PlanKey.ENTER: self.tr("Öffnen, anlegen oder ablegen"),
        }
        return Section(
            self.tr("Im Terminplan"),
            (
                *_read(PLAN_KEYS, words),
                (self.tr("Ablegen ohne Änderung, Auswahl aufheben"), spelled(ESCAPE)),
                (self.tr("Kontextmenü"), self.tr("Umschalt+F10")),
                (self.tr("Mehrere auswählen"), self.tr("Strg+Klick, Umschalt+Klick, Strg+Ziehen")),
                (self.tr("Kopie ziehen"), self.tr("Strg beim Ziehen")),
                (self.tr("Auf fünf Minuten genau ziehen"), self.tr("Umschalt beim Ziehen")),
                (self.tr("Vergrößern, verkleinern"), self.tr("Strg+Mausrad")),
                (self.tr("Ressourcen ordnen, wo sie angekreuzt werden"), spelled(ARRANGE_KEYS)),
            ),
        )

    def _month(self) -> Section:
        words = {
            PlanKey.STEP: self.tr("Von Tag zu Tag"),
            PlanKey.WEEK: self.tr("Eine Woche vor oder zurück"),
            PlanKey.JUMP: self.tr("Von Termin zu Termin des Tages"),
            PlanKey.ADD: self.tr("Termine dazu auswählen"),
            PlanKey.MOVE: self.tr("Termin auf einen anderen Tag verschieben"),
            PlanKey.ENTER: self.tr("Öffnen, Tag zeigen oder ablegen"),
        }
        return Section(
            self.tr("Im Monat"),
            (
                *_read(MONTH_KEYS, words),
                (self.tr("Erster oder letzter Tag der Woche"), spelled(chords((Qt.Key.Key_Home, Qt.Key.Key_End)))),
                (self.tr("Ablegen ohne Änderung, Auswahl aufheben"), spelled(ESCAPE)),
            ),
        )

    def _year(self) -> Section:
        return Section(
            self.tr("Im Jahr"),
            (
                (self.tr("Von Tag zu Tag"), spelled(chords(ARROWS))),
                (self.tr("Mehrere Tage wählen"), spelled(chords(ARROWS, SHIFT))),
                (self.tr("Tag zeigen, für mehrere Abwesenheit eintragen"), spelled(ENTER)),
            ),
        )

    def _list(self) -> Section:
        return Section(
            self.tr("In der Liste"),
            (
                (self.tr("Von Termin zu Termin"), spelled(chords((Qt.Key.Key_Up, Qt.Key.Key_Down)))),
                (self.tr("Öffnen"), spelled(ENTER)),
            ),
        )

    def _beside(self) -> Section:
        words = {
            LineKey.TAKE: self.tr("Aufnehmen oder im Plan zeigen"),
            LineKey.OPEN: self.tr("Öffnen"),
            LineKey.REMOVE: self.tr("Von der Warteliste nehmen"),
        }
        return Section(
            self.tr("Neben dem Plan"),
            (
                (self.tr("Von der Suche in die Ergebnisse"), spelled(RESULT_KEYS)),
                *_read(LINE_KEYS, words),
                (self.tr("Gefundene Termine bearbeiten wie im Plan"), ", ".join(map(_native, MENU_KEYS))),
            ),
        )

    def _forms(self) -> Section:
        keys = f"{_native(QKeySequence(SAVE_KEY))} / {spelled(SAVE_KEYS)}"
        return Section(self.tr("In Administration und Filialverwaltung"), ((self.tr("Speichern"), keys),))

    def _dialogs(self) -> Section:
        new_customer = QKeySequence.mnemonic(new_customer_words())
        return Section(
            self.tr("In Dialogen"),
            (
                (self.tr("Speichern, von jedem Feld aus"), spelled(SAVE_KEYS)),
                (self.tr("Uhr im Zeitfeld öffnen"), spelled(CLOCK_KEYS)),
                (self.tr("Neuen Kunden anlegen"), _native(new_customer)),
                (self.tr("Reiter wechseln"), self.tr("Strg+Tab")),
                (self.tr("Schließen"), spelled(ESCAPE)),
            ),
        )


def _read(table: Mapping[Chord, K], words: Mapping[K, str]) -> Iterator[tuple[str, str]]:
    """A line for each that ``table`` has keys for, in the order of ``words``."""
    for act, said in words.items():
        yield said, spelled(chord for chord, found in table.items() if found == act)


def _of_menu(entry: QAction) -> Section | None:
    """The heading and the keys of a menu; None where it has none."""
    menu = entry.menu()
    if not isinstance(menu, QMenu):
        return None
    lines = tuple(
        (_plain(action.iconText()), " / ".join(_native(key) for key in shown))
        for action in _entries_of(menu)
        if (shown := action.shortcuts())
    )
    return Section(_plain(menu.title()), lines) if lines else None


def _entries_of(menu: QMenu) -> Iterator[QAction]:
    """In their order, those of submenus where the submenu stands."""
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            yield from _entries_of(submenu)
        else:
            yield action


def _native(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def _plain(text: str) -> str:
    return text.replace("&", "")
