"""What stands beside each other where there is room for it, and below each other where not."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QVBoxLayout, QWidget

from terminplaner.ui.forms import labelled, of_first_line
from terminplaner.ui.theme import Space


@dataclass(slots=True)
class _Pair:
    label: QLabel | None
    field: QWidget
    is_alone: bool = False
    label_stands: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter
    is_shown: bool = True


class PairedFields(QWidget):
    """Labelled fields, two to a row, or one where the window is narrow; by Tab their order is the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: list[_Pair] = []
        self._has_two: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)

    def add(self, text: str, field: QWidget, holder: QWidget | None = None) -> None:
        """A field with its label; ``holder`` is what stands there where it is more than the field."""
        label = labelled(text, field)
        if holder is None:
            self._add(_Pair(label, field))
        else:
            self._add(_Pair(of_first_line(label), holder, label_stands=Qt.AlignmentFlag.AlignTop))

    def add_alone(self, text: str, field: QWidget) -> None:
        """A field that has a row to itself; without ``text`` it says itself what it is."""
        self._add(_Pair(labelled(text, field) if text else None, field, is_alone=True))

    def show_field(self, field: QWidget, is_shown: bool) -> None:
        """Show or hide a field and its label, and close the gap."""
        for pair in self._pairs:
            if pair.field is field and pair.is_shown != is_shown:
                pair.is_shown = is_shown
                for part in (pair.label, pair.field):
                    if part is not None:
                        part.setVisible(is_shown)
                self._place()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one to a row."""
        return QSize(self._width_of(1), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        has_two = self._width_of(2) <= event.size().width()
        if has_two != self._has_two:
            self._has_two = has_two
            self._place()
        super().resizeEvent(event)

    def _add(self, pair: _Pair) -> None:
        self._pairs.append(pair)
        self._place()

    def _place(self) -> None:
        columns = 2 if self._has_two else 1
        row = place = 0
        for pair in self._pairs:
            for part in (pair.label, pair.field):
                if part is not None:
                    self._grid.removeWidget(part)
            if not pair.is_shown:
                continue
            if place and (pair.is_alone or place == columns):
                row, place = row + 1, 0
            if pair.label is not None:
                self._grid.addWidget(pair.label, row, 2 * place, pair.label_stands)
            self._grid.addWidget(pair.field, row, 2 * place + 1, 1, 2 * columns - 1 if pair.is_alone else 1)
            place = columns if pair.is_alone else place + 1
        self._grid.setColumnStretch(1, 1)

    def _width_of(self, columns: int) -> int:
        """What so many fields in a row need, in pixels."""
        pairs = [pair for pair in self._pairs if pair.is_shown and not pair.is_alone]
        alone = [pair for pair in self._pairs if pair.is_shown and pair.is_alone]
        spacing = self._grid.horizontalSpacing()
        labels, fields = [0] * columns, [0] * columns
        for number, pair in enumerate(pairs):
            place = number % columns
            labels[place] = max(labels[place], _width(pair.label))
            fields[place] = max(fields[place], _width(pair.field))
        labels[0] = max([labels[0], *(_width(pair.label) for pair in alone)])
        width = sum(labels) + sum(fields) + (2 * columns - 1) * spacing
        return max([width, *(labels[0] + spacing + _width(pair.field) for pair in alone)])


class Abreast(QWidget):
    """Groups beside each other, each with its share of the width, or below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(Space.M)

    def add(self, part: QWidget, share: int) -> None:
        self._parts.append(part)
        self._box.addWidget(part, share)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part."""
        width = max((_width(part) for part in self._parts), default=0)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        needed = sum(map(_width, self._parts)) + (len(self._parts) - 1) * self._box.spacing()
        is_wide = needed <= event.size().width()
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)


def with_message(field: QWidget, message: QWidget) -> QWidget:
    """A field and what is wrong with it, below."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS)
    column.addWidget(field)
    column.addWidget(message)
    return holder


def _width(part: QWidget | None) -> int:
    if part is None:
        return 0
    return part.minimumSizeHint().expandedTo(part.minimumSize()).width()
