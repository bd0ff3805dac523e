"""The keys of what can be done with appointments, for the menu bar and the menu of the right mouse button."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

NEW: Final = "Ctrl+N"
OPEN: Final = "F2"
CANCEL: Final = "Del"
MOVE: Final = "V"
FOLLOW: Final = "Shift+V"
COPY: Final = "K"
CUT: Final = "Ctrl+X"
TAKE: Final = "Ctrl+C"
PASTE: Final = "Ctrl+V"


def show_key(entry: QAction, key: str) -> None:
    """Name ``key`` beside an entry of a menu; it is another action's, so it works there alone."""
    entry.setShortcut(QKeySequence(key))
    entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    entry.setShortcutVisibleInContextMenu(True)
