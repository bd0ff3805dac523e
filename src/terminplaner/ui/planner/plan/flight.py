"""The short way home of what was dropped where it cannot stay."""

from __future__ import annotations

from PySide6.QtCore import QVariantAnimation
from PySide6.QtWidgets import QStyle, QWidget

from terminplaner.ui.planner.plan.geometry import Box


class Flight(QVariantAnimation):
    """Runs as long as the style animates, so not at all where somebody switched animations off."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._way: tuple[Box, Box] | None = None
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.valueChanged.connect(self._repaint)
        self.finished.connect(self._land)

    @property
    def now(self) -> tuple[Box, Box, float] | None:
        """From where, to where, and how far of it is flown; None on the ground."""
        return None if self._way is None else (*self._way, float(self.currentValue()))

    def fly(self, start: Box, end: Box) -> None:
        duration = self._widget.style().styleHint(
            QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._widget
        )
        if duration > 0:
            self._way = (start, end)
            self.setDuration(duration)
            self.start()

    def _repaint(self) -> None:
        self._widget.update()

    def _land(self) -> None:
        self._way = None
        self._widget.update()
