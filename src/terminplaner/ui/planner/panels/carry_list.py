"""A list beside the plan whose lines can be taken into it: by drag, by Enter, by their menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QDrag, QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from terminplaner.ui.chords import CONTROL, NONE, Chord, chord_of
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner.plan.carrying import Carried, CarriedMimeData
from terminplaner.ui.theme import Space, scaled, tokens

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_EDGE = 3


class LineKey(Enum):
    """What a key does with a line."""

    TAKE = auto()
    OPEN = auto()
    REMOVE = auto()


LINE_KEYS: Final[Mapping[Chord, LineKey]] = {
    (Qt.Key.Key_Return, NONE): LineKey.TAKE,
    (Qt.Key.Key_Return, CONTROL): LineKey.OPEN,
    (Qt.Key.Key_Delete, NONE): LineKey.REMOVE,
}


@dataclass(frozen=True, slots=True)
class Line:
    """``title`` stands above ``details``, a line or more; ``color`` (``#RRGGBB`` or empty) marks the left edge.

    ``row`` is what the list hands on.
    """

    key: UUID
    row: object
    title: str
    details: str
    color: str = ""

    @property
    def spoken(self) -> str:
        return ", ".join((self.title, *self.details.splitlines()))


class CarryList(QListWidget):
    """Emits the ``row`` of a line."""

    taken = Signal(object)
    """Enter or a double click."""
    opened = Signal(object)
    """Ctrl+Enter."""
    removed = Signal(object)
    """Del."""
    menuRequested = Signal(object, QPoint)
    """On which row, and where on the screen."""
    chosen = Signal(object)
    """The row that somebody came to, or None."""

    def __init__(
        self,
        name: str,
        carried: Callable[[object], Carried | None],
        parent: QWidget | None = None,
        *,
        has_several: bool = False,
    ) -> None:
        """``carried`` is what dragging a row takes along; None where it cannot be dragged.

        ``has_several`` lets people choose more than one.
        """
        super().__init__(parent)
        self._carried = carried
        self.setAccessibleName(name)
        self.setItemDelegate(LineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        if has_several:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.itemDoubleClicked.connect(lambda item: self.taken.emit(_line(item).row))
        self.currentItemChanged.connect(lambda item, _before: self.chosen.emit(_line(item).row if item else None))

    @property
    def current(self) -> object | None:
        """The row somebody is at."""
        item = self.currentItem()
        return _line(item).row if item is not None else None

    @property
    def rows(self) -> tuple[object, ...]:
        """Those that are chosen, from the top."""
        items = sorted(self.selectedItems(), key=self.row)
        return tuple(_line(item).row for item in items)

    @property
    def carried(self) -> Carried | None:
        """What a drag takes along now."""
        row = self.current
        return self._carried(row) if row is not None else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the line somebody is at and what is chosen stay, where they still exist."""
        if tuple(lines) == tuple(_line(self.item(number)) for number in range(self.count())):
            return
        current = self.currentItem()
        key = _line(current).key if current is not None else None
        chosen = {_line(item).key for item in self.selectedItems()}
        self.clear()
        for line in lines:
            self._append(line)
        number = next((number for number, line in enumerate(lines) if line.key == key), -1)
        self.setCurrentRow(number)
        for number, line in enumerate(lines):
            if line.key in chosen:
                self.item(number).setSelected(True)

    def add_lines(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self._append(line)

    def choose_nothing(self) -> None:
        """Be at no line, also when Tab comes through."""
        self.setCurrentIndex(QModelIndex())

    def focus_first(self) -> None:
        """Go into the list, to its first line where nobody was at one."""
        if self.count():
            self.setCurrentRow(max(self.currentRow(), 0))
            self.setFocus()

    def _append(self, line: Line) -> None:
        item = QListWidgetItem(line.title)
        item.setData(LINE_ROLE, line)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
        item.setToolTip(plain_tooltip(f"{line.title}\n{line.details}"))
        self.addItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, act = self.current, LINE_KEYS.get(chord_of(event))
        if row is None or act is None:
            super().keyPressEvent(event)
        elif act is LineKey.TAKE:
            self.taken.emit(row)
        elif act is LineKey.OPEN:
            self.opened.emit(row)
        else:
            self.removed.emit(row)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.current
        if row is not None:
            self.menuRequested.emit(row, event.globalPos())

    def startDrag(self, _actions: Qt.DropAction) -> None:
        if (carried := self.carried) is not None:
            drag = QDrag(self)
            drag.setMimeData(CarriedMimeData(carried))
            drag.exec(Qt.DropAction.CopyAction)


def _line(item: QListWidgetItem) -> Line:
    line: Line = item.data(LINE_ROLE)
    return line


class LineDelegate(QStyledItemDelegate):
    """A title and, quieter, what else there is to say; all elided where there is too little room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: Line = index.data(LINE_ROLE)
        return QSize(0, (1 + max(len(line.details.splitlines()), 1)) * option.fontMetrics.height() + 2 * Space.S)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(LINE_ROLE)
        style = option.widget.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget)
        painter.save()
        area = option.rect.adjusted(Space.S, Space.S, -Space.S, -Space.S)
        if line.color:
            painter.fillRect(QRect(area.left(), area.top(), _EDGE, area.height()), QColor(line.color))
        area.setLeft(area.left() + _EDGE + Space.S)
        scheme = tokens(option.palette)
        height, weights = option.fontMetrics.height(), QFont.Weight
        ink = option.palette.color(QPalette.ColorRole.Text)
        lines = [(line.title, ink, weights.DemiBold)]
        lines += [(text, scheme.muted, weights.Normal) for text in line.details.splitlines()]
        for number, (text, color, weight) in enumerate(lines):
            painter.setFont(scaled(option.font, 1.0, weight))
            painter.setPen(color)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(QRect(area.left(), area.top() + number * height, area.width(), height), flags, shown)
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setPen(scheme.accent)
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()
