"""A color, chosen in the system's dialog."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QColorDialog, QWidget

from terminplaner.ui.forms import EnterButton
from terminplaner.ui.theme import tokens

_SWATCH = QSize(36, 16)


class ColorButton(EnterButton):
    """Shows its color and its code."""

    colorChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._color = "#000000"
        self.setIconSize(_SWATCH)
        self.clicked.connect(self._ask)
        self._draw()

    @property
    def color(self) -> str:
        """``#rrggbb``"""
        return self._color

    def set_color(self, color: str) -> None:
        if color != self._color:
            self._color = color
            self._draw()
            self.colorChanged.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._color), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Farbe wählen"))
        dialog.colorSelected.connect(lambda chosen: self.set_color(chosen.name()))
        dialog.open()

    def _draw(self) -> None:
        pixmap = QPixmap(_SWATCH * self.devicePixelRatioF())
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens(self.palette()).border_strong))
        painter.setBrush(QColor(self._color))
        painter.drawRoundedRect(0, 0, _SWATCH.width() - 1, _SWATCH.height() - 1, 4, 4)
        painter.end()
        self.setIcon(QIcon(pixmap))
        self.setText(self._color)
        self.setAccessibleDescription(self._color)
