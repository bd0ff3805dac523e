"""A time of day to point at: the hours before and after noon, and the minutes below them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import time
from typing import Final, cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTime, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QToolButton, QWidget

from terminplaner.domain.chain import OpeningSpan
from terminplaner.ui.chords import ALT, NONE, chord_of
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.theme import Space

MINUTE_STEP = 5
_ACROSS = 6
_HOURS = 24
_NOON = 12
_LETTERS = 4
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_ACROSS,
    Qt.Key.Key_Down: _ACROSS,
}
CLOCK_KEYS: Final = frozenset([(Qt.Key.Key_F4, NONE), (Qt.Key.Key_Down, ALT)])
"""They open it in its field."""
_CLOSING_KEYS = CLOCK_KEYS | {(Qt.Key.Key_Up, ALT)}
_PRESSES = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ClockPopup(QFrame):
    """An hour stays open for its minutes, a minute closes; Escape takes back what was chosen.

    The arrows walk from cell to cell, Tab between hours and minutes, Return or Space choose.
    """

    timeChosen = Signal(QTime)
    """Whenever an hour or a minute is chosen."""
    closed = Signal()

    def __init__(self, at: QTime, owner: QWidget, open_hours: Collection[int] = ()) -> None:
        """``owner`` is the field below which it opens, or above where the screen ends.

        Where ``open_hours`` are known, the others stand back.
        """
        super().__init__(owner, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Uhrzeit auswählen"))
        self.setProperty("role", "popup")
        self._before = self._time = at
        hours = [
            _Cell(str(hour), self.tr("{hour} Uhr").format(hour=hour), is_chosen=hour == at.hour())
            for hour in range(_HOURS)
        ]
        minutes = [
            _Cell(f"{minute:02}", self.tr("{minute} Minuten").format(minute=minute), minute == at.minute())
            for minute in range(0, 60, MINUTE_STEP)
        ]
        self._cells = (*hours, *minutes)
        for hour, cell in enumerate(hours):
            if open_hours and hour not in open_hours:
                cell.stand_back(self.tr("außerhalb der Öffnungszeiten"))
        self._hours, self._minutes = QButtonGroup(self), QButtonGroup(self)
        for hour, cell in enumerate(hours):
            self._hours.addButton(cell, hour)
        for number, cell in enumerate(minutes):
            self._minutes.addButton(cell, number * MINUTE_STEP)
        self._lay_out()
        self._hours.idClicked.connect(self._on_hour)
        self._minutes.idClicked.connect(self._on_minute)

    @property
    def _owner(self) -> QWidget:
        # Never kept: as the last one to hold its field it would take it along, and be taken along by it once more.
        return cast(QWidget, self.parentWidget())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        grid.setHorizontalSpacing(2)
        grid.setVerticalSpacing(2)
        for line, (text, said) in {
            0: (self.tr("VM"), self.tr("vormittags")),
            _NOON // _ACROSS: (self.tr("NM"), self.tr("nachmittags")),
            _HOURS // _ACROSS: (self.tr("Min."), self.tr("Minuten")),
        }.items():
            label = plain_label(text)
            label.setProperty("role", "muted")
            label.setToolTip(said)
            label.setAccessibleName(said)
            grid.addWidget(label, self._row(line), 0)
        for index, cell in enumerate(self._cells):
            grid.addWidget(cell, self._row(index // _ACROSS), index % _ACROSS + 1)
        for row in (2, 5):
            grid.setRowMinimumHeight(row, Space.XS)
        grid.setColumnMinimumWidth(0, self.fontMetrics().horizontalAdvance(self.tr("Min.")) + Space.S)

    @staticmethod
    def _row(line: int) -> int:
        """Of the layout, which leaves one free before each part but the first."""
        return line + line // 2

    def open(self) -> None:
        """Show it where the whole of it is on the screen, at the present hour."""
        self.adjustSize()
        owner = self._owner
        field = QRect(owner.mapToGlobal(QPoint(0, 0)), owner.size())
        self.move(_place(field, self.sizeHint(), owner.screen().availableGeometry()))
        self.show()
        self._cells[self._time.hour()].setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_hour(self, hour: int) -> None:
        self._choose(QTime(hour, self._time.minute()))
        self._enter_minutes()

    def _on_minute(self, minute: int) -> None:
        self._choose(QTime(self._time.hour(), minute))
        self.close()

    def _choose(self, at: QTime) -> None:
        self._time = at
        self.timeChosen.emit(at)

    def _enter_minutes(self) -> None:
        nearest = self._cells[_HOURS + self._time.minute() // MINUTE_STEP]
        nearest.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        cell, key = self.focusWidget(), Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            if self._time != self._before:
                self._choose(self._before)
            self.close()
        elif chord_of(event) in _CLOSING_KEYS:
            self.close()
        elif isinstance(cell, _Cell) and key in _PRESSES:
            cell.click()
        elif isinstance(cell, _Cell) and key in _STEPS:
            there = self._cells.index(cell) + _STEPS[key]
            if 0 <= there < len(self._cells):
                self._cells[there].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _is_next: bool) -> bool:
        if self._cells.index(self.focusWidget()) < _HOURS:
            self._enter_minutes()
        else:
            self._cells[self._time.hour()].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the field that it belongs to closes it and does not open it anew."""
        owner = self._owner
        if owner.rect().contains(owner.mapFromGlobal(event.globalPosition().toPoint())):
            self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        super().mousePressEvent(event)


def hours_of(times: Iterable[OpeningSpan]) -> frozenset[int]:
    """The hours of the clock in which a shop is open on some day of the week, be it for a part of them."""
    return frozenset(hour for span in times for hour in range(span.opens_at.hour, _last_hour(span.closes_at) + 1))


def _last_hour(closes_at: time) -> int:
    return (closes_at.hour if closes_at.minute else closes_at.hour - 1) % _HOURS


class _Cell(QToolButton):
    def __init__(self, text: str, said: str, is_chosen: bool) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(said)
        self.setProperty("role", "cell")
        self.setCheckable(True)
        self.setChecked(is_chosen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS + Space.S)

    def stand_back(self, reason: str) -> None:
        self.setProperty("tone", "muted")
        self.setAccessibleDescription(reason)
        self.setToolTip(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt would choose whatever the arrows come by.
        if event.key() in _STEPS or event.key() in _PRESSES:
            event.ignore()
        else:
            super().keyPressEvent(event)


def _place(field: QRect, size: QSize, screen: QRect) -> QPoint:
    """Where ``size`` is wholly within ``screen``: below ``field``, else above it."""
    left = max(min(field.left(), screen.right() + 1 - size.width()), screen.left())
    below = field.bottom() + 1
    if below + size.height() <= screen.bottom() + 1:
        return QPoint(left, below)
    return QPoint(left, max(field.top() - size.height(), screen.top()))
