"""Keys with their modifiers: read from an event, and in the words that stand on the keys.

What a key does in a part of the program is a table there (``PLAN_KEYS`` and others); the part acts by it and the
list of all keys (``key_sheet.py``) is read from it, so that neither can promise what the other does not keep.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

Chord = tuple[Qt.Key, Qt.KeyboardModifier]

NONE: Final = Qt.KeyboardModifier.NoModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
CONTROL: Final = Qt.KeyboardModifier.ControlModifier
ALT: Final = Qt.KeyboardModifier.AltModifier
_MODIFIERS = SHIFT | CONTROL | ALT | Qt.KeyboardModifier.MetaModifier

ACROSS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right)
UPRIGHT: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down)
ARROWS: Final = (*ACROSS, *UPRIGHT)


def chord_of(event: QKeyEvent) -> Chord:
    """Both keys that say Enter are one, and where a key stands (the keypad) does not matter."""
    key = Qt.Key(event.key())
    return Qt.Key.Key_Return if key == Qt.Key.Key_Enter else key, event.modifiers() & _MODIFIERS


def chords(keys: Iterable[Qt.Key], modifiers: Qt.KeyboardModifier = NONE) -> frozenset[Chord]:
    """Each of ``keys`` with the same ``modifiers``."""
    return frozenset((key, modifiers) for key in keys)


def spelled(found: Iterable[Chord]) -> str:
    """The words for these keys, those that belong together as one: ``Strg+Pfeil auf/ab``."""
    by_modifiers: dict[Qt.KeyboardModifier, set[Qt.Key]] = {}
    for key, modifiers in sorted(found, key=lambda chord: chord[1].value):
        by_modifiers.setdefault(modifiers, set()).add(key)
    return " / ".join(
        _modified(modifiers, name) for modifiers, keys in by_modifiers.items() for name in _names(keys)
    )


def _modified(modifiers: Qt.KeyboardModifier, name: str) -> str:
    shown = [_of_modifier(one) for one in (CONTROL, SHIFT, ALT) if modifiers & one]
    return "+".join((*shown, name))


def _of_modifier(modifier: Qt.KeyboardModifier) -> str:
    if modifier == CONTROL:
        return QCoreApplication.translate("chords", "Strg")
    return QCoreApplication.translate("chords", "Umschalt") if modifier == SHIFT else "Alt"


def _names(keys: set[Qt.Key]) -> list[str]:
    names = []
    for together, name in (
        (ARROWS, QCoreApplication.translate("chords", "Pfeiltasten")),
        (UPRIGHT, QCoreApplication.translate("chords", "Pfeil auf/ab")),
        (ACROSS, QCoreApplication.translate("chords", "Pfeil links/rechts")),
        ((Qt.Key.Key_PageUp, Qt.Key.Key_PageDown), QCoreApplication.translate("chords", "Bild auf/ab")),
        ((Qt.Key.Key_Home, Qt.Key.Key_End), QCoreApplication.translate("chords", "Pos1/Ende")),
        ((Qt.Key.Key_Up,), QCoreApplication.translate("chords", "Pfeil auf")),
        ((Qt.Key.Key_Down,), QCoreApplication.translate("chords", "Pfeil ab")),
        ((Qt.Key.Key_Return,), QCoreApplication.translate("chords", "Eingabe")),
        ((Qt.Key.Key_Delete,), QCoreApplication.translate("chords", "Entf")),
        ((Qt.Key.Key_Escape,), QCoreApplication.translate("chords", "Esc")),
        ((Qt.Key.Key_F4,), "F4"),
    ):
        if keys.issuperset(together):
            names.append(name)
            keys = keys.difference(together)
    if keys:
        raise LookupError(f"no words for {keys}")
    return names
