"""Ressource 1, Ressource 2 and as many more as a meeting needs."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from terminplaner.domain.resource import Resource
from terminplaner.ui.forms import IconButton, labelled, link_button
from terminplaner.ui.theme import Space

_SWATCH = 12
_SHOWN_AT_FIRST = 2


class ResourceFields(QWidget):
    """A column of labelled choices; the second and later ones may stay empty."""

    changed = Signal()

    def __init__(self, resources: tuple[Resource, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._resources = resources
        self._lines: list[tuple[QWidget, QComboBox]] = []
        self._more = link_button(self.tr("Weitere Ressource"))
        self._more.clicked.connect(self._add_line)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self._more)

    @property
    def resource_ids(self) -> tuple[UUID, ...]:
        """In the order of the fields, each once."""
        chosen = (choice.currentData() for _, choice in self._lines)
        return tuple(dict.fromkeys(key for key in chosen if key is not None))

    def show_ids(self, resource_ids: tuple[UUID, ...]) -> None:
        """One that is hidden or deleted by now is still listed, so that saving does not drop it."""
        while self._lines:
            self._remove_line(self._lines[-1][0])
        for number in range(max(len(resource_ids), _SHOWN_AT_FIRST)):
            self._add_line()
            self._lines[number][1].setCurrentIndex(0)
        for (_, choice), resource_id in zip(self._lines, resource_ids, strict=False):
            choice.setCurrentIndex(max(choice.findData(resource_id), 0))

    def _add_line(self) -> None:
        number = len(self._lines) + 1
        choice = QComboBox()
        choice.addItem(self.tr("– keine –"), None)
        for resource in self._resources:
            choice.addItem(swatch(resource.color), resource.name, resource.id)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        label = labelled(self.tr("Ressource {number}:").format(number=number), choice)
        row.addWidget(label)
        row.addWidget(choice, 1)
        if number > _SHOWN_AT_FIRST:
            remove = IconButton("close", self.tr("Ressource {number} entfernen").format(number=number))
            remove.clicked.connect(lambda: self._on_remove(line))
            row.addWidget(remove)
        choice.currentIndexChanged.connect(self._on_chosen)
        self._lines.append((line, choice))
        self._column.insertWidget(number - 1, line)
        self._align()

    def _on_chosen(self, _index: int) -> None:
        self.changed.emit()

    def _on_remove(self, line: QWidget) -> None:
        self._remove_line(line)
        self.changed.emit()

    def _remove_line(self, line: QWidget) -> None:
        self._lines = [entry for entry in self._lines if entry[0] is not line]
        self._column.removeWidget(line)
        line.deleteLater()

    def _align(self) -> None:
        labels = [label for line, _ in self._lines for label in line.findChildren(QLabel)]
        width = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(width)


def swatch(color: str) -> QIcon:
    """A small square in a color a person chose."""
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(QColor(color))
    return QIcon(pixmap)
