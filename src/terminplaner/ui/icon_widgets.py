"""Buttons and signs that are an icon, in the colors of the palette."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from terminplaner.ui.icons import icon, icon_pixmap
from terminplaner.ui.theme import tokens


class IconButton(QToolButton):
    """A button that shows only an icon; its name is said and shown as the tooltip."""

    def __init__(self, icon_name: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIcon(icon(icon_name, self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(icon(self._icon_name, self.palette()))
        super().changeEvent(event)


class StateIcon(QLabel):
    """An icon in the color of a tone: ``success``, ``warning``, ``danger``, ``info`` or ``muted``."""

    def __init__(self, size: int = 18, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._shown = ("", "muted")
        self.setFixedSize(size, size)

    def show_icon(self, icon_name: str, tone: str) -> None:
        self._shown = (icon_name, tone)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        icon_name, tone = self._shown
        if icon_name:
            color = getattr(tokens(self.palette()), tone)
            self.setPixmap(icon_pixmap(icon_name, color, self._size, self.devicePixelRatioF()))
