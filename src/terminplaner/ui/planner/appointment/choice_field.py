"""A combo box whose entries stand for things with an identity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QComboBox, QWidget

_SWATCH = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """``key`` None stands for none; ``color`` is ``#RRGGBB`` or empty."""

    key: UUID | None
    name: str
    color: str = ""


class ChoiceField(QComboBox):
    def __init__(self, choices: Iterable[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[UUID | None] = []
        self._fill(choices)

    @property
    def key(self) -> UUID | None:
        """What is chosen."""
        return self._keys[self.currentIndex()] if self._keys else None

    def offer(self, choices: Iterable[Choice]) -> None:
        """Offer others; what is chosen stays chosen where it is among them, else the first entry is."""
        key = self.key
        blocker = QSignalBlocker(self)
        self.clear()
        self._keys.clear()
        self._fill(choices)
        self.show_key(key)
        blocker.unblock()
        if self.key != key:
            self.currentIndexChanged.emit(self.currentIndex())

    def _fill(self, choices: Iterable[Choice]) -> None:
        for choice in choices:
            self._keys.append(choice.key)
            self.addItem(swatch(choice.color) if choice.color else QIcon(), choice.name)

    def show_key(self, key: UUID | None) -> None:
        """Choose ``key``; the first entry where it is not offered (any more)."""
        self.setCurrentIndex(self._keys.index(key) if key in self._keys else 0)


def swatch(color: str) -> QIcon:
    """A small square in a color a person chose."""
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(QColor(color))
    return QIcon(pixmap)
