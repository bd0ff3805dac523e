"""A combo box whose entries stand for things with an identity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

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
        for choice in choices:
            self._keys.append(choice.key)
            self.addItem(swatch(choice.color) if choice.color else QIcon(), choice.name)

    @property
    def key(self) -> UUID | None:
        """What is chosen."""
        return self._keys[self.currentIndex()] if self._keys else None

    def show_key(self, key: UUID | None) -> None:
        """Choose ``key``; the first entry where it is not offered (any more)."""
        self.setCurrentIndex(self._keys.index(key) if key in self._keys else 0)


def swatch(color: str) -> QIcon:
    """A small square in a color a person chose."""
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(QColor(color))
    return QIcon(pixmap)
