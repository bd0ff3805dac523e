"""Buttons of the toolbar that open a menu below them.

Qt's own menu of a button is none that a screen reader could open (``InstantPopup``).
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from terminplaner.ui.icon_widgets import IconButton


def open_below(part: QWidget, menu: QMenu) -> None:
    """Open a menu at the lower left corner of a button."""
    menu.popup(part.mapToGlobal(QPoint(0, part.height())))


class PanelSwitches(IconButton):
    """The menu of the panels beside the plan; hidden while there are none."""

    def __init__(self, name: str) -> None:
        super().__init__("panel", name)
        self._menu = QMenu(self)
        self.clicked.connect(lambda _checked=False: open_below(self, self._menu))
        self.hide()

    def add(self, switch: QAction) -> None:
        """Offer a side panel.

        The entry is one of its own: what is in two menus a screen reader finds in one of them only.
        """
        entry = self._menu.addAction(switch.text(), switch.trigger)
        entry.setCheckable(True)
        entry.setShortcuts(switch.shortcuts())
        entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

        def follow() -> None:
            entry.setChecked(switch.isChecked())
            entry.setVisible(switch.isVisible())

        switch.changed.connect(follow)
        follow()
        self.show()
