"""A time of day as people type it: "14", "930", "9.30" and "14:30" are all understood; or to point at."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTime, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent, QMouseEvent, QResizeEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QToolButton, QToolTip, QWidget

from terminplaner.domain.chain import OpeningSpan
from terminplaner.domain.errors import InvalidInputError
from terminplaner.ui.assets import asset
from terminplaner.ui.chords import chord_of
from terminplaner.ui.clock_popup import CLOCK_KEYS, ClockPopup, hours_of
from terminplaner.ui.forms import announce, inset

_SEPARATED = re.compile(r"(\d{1,2})[:.,h](\d{2})", re.ASCII)
_DIGITS = re.compile(r"(\d{1,2})(\d{2})?", re.ASCII)
_FORMAT = "HH:mm"
_COMPLETE = 4
_LAST_MINUTE = 24 * 60 - 1
_CLOCK_WIDTH = 20
_CLOCK_SIZE = QSize(14, 14)


def read_time(text: str) -> QTime | None:
    """The time of day that ``text`` says; None where it says none."""
    match = _SEPARATED.fullmatch(text.strip()) or _DIGITS.fullmatch(text.strip())
    if match is None:
        return None
    clock = QTime(int(match[1]), int(match[2] or 0))
    return clock if clock.isValid() else None


class TimeField(QAbstractSpinBox):
    """Whoever comes to it types over all of it; what says no time stays, marked, until it is put right.

    Its clock, F4 or Alt+Down open a ``ClockPopup``; the arrows step.

    ``timeChanged`` brings a ``QTime`` as soon as hour and minute are typed, a shorter one when the field is left.
    """

    timeChanged = Signal(QTime)

    def __init__(self, at: QTime | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = at or QTime(0, 0)
        self._is_readable = True
        self._steps_minutes = False
        self._was_just_entered = False
        self._open_hours: frozenset[int] = frozenset()
        inset(self)
        self._clock = QToolButton(self)
        self._clock.setIcon(QIcon(str(asset("icons", "field-clock.svg"))))
        self._clock.setIconSize(_CLOCK_SIZE)
        self._clock.setProperty("role", "field")
        self._clock.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clock.setCursor(Qt.CursorShape.ArrowCursor)
        self._clock.setAccessibleName(self.tr("Uhrzeit auswählen"))
        self._clock.setToolTip(self.tr("Uhrzeit auswählen (F4)"))
        self._clock.clicked.connect(self.open_clock)
        self.lineEdit().setText(self._time.toString(_FORMAT))
        # What a screen reader enters for somebody is no edit to Qt.
        self.lineEdit().textChanged.connect(self._on_changed)
        self.lineEdit().installEventFilter(self)
        self.editingFinished.connect(self.settle)

    def time(self) -> QTime:
        """The last time that could be read."""
        return self._time

    def setTime(self, clock: QTime) -> None:
        self.lineEdit().setText(clock.toString(_FORMAT))
        self._mark(is_readable=True)
        self._take(clock)

    def settle(self) -> bool:
        """Take what was typed and write it out; whether it says a time."""
        clock = read_time(self.lineEdit().text())
        if clock is None:
            self._mark(is_readable=False)
            return False
        if self.lineEdit().text() != clock.toString(_FORMAT):
            self.setTime(clock)
        self._take(clock)
        return True

    def favor(self, times: Iterable[OpeningSpan]) -> None:
        """Let the clock put the hours of these opening times before the others; none of them leaves all equal."""
        self._open_hours = hours_of(times)

    def open_clock(self) -> None:
        """Offer hours and minutes; what is typed so far counts, where it says a time."""
        self.settle()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        popup = ClockPopup(self._time, self, self._open_hours)
        popup.timeChosen.connect(self.setTime)
        popup.closed.connect(self.selectAll)
        popup.open()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        state = QValidator.State.Intermediate if read_time(text) is None else QValidator.State.Acceptable
        return state, text, position

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        if self.isReadOnly():
            return QAbstractSpinBox.StepEnabledFlag.StepNone
        return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled

    def stepBy(self, steps: int) -> None:
        """By hours where the cursor stands at the hour, by minutes where it stands behind the colon."""
        self._note_part()
        if not self.settle():
            return
        minutes = self._time.hour() * 60 + self._time.minute() + steps * (1 if self._steps_minutes else 60)
        if 0 <= minutes <= _LAST_MINUTE:
            self.setTime(QTime(minutes // 60, minutes % 60))
        self.selectAll()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self.fontMetrics().horizontalAdvance("00:00 "), 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(self.fontMetrics().horizontalAdvance("00:00 "), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # It covers the arrows of a number, which the style sheet leaves out here.
        self._clock.setGeometry(self.width() - _CLOCK_WIDTH - 2, 2, _CLOCK_WIDTH, self.height() - 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if chord_of(event) in CLOCK_KEYS:
            self.open_clock()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._was_just_entered = event.reason() == Qt.FocusReason.MouseFocusReason
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self._steps_minutes = False
            self.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.lineEdit() or not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._note_part()
            self.selectAll()
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._was_just_entered:
            self._was_just_entered = False
            if not self.lineEdit().hasSelectedText():
                self._note_part()
                self.selectAll()
        return super().eventFilter(watched, event)

    def _on_changed(self, text: str) -> None:
        clock = read_time(text)
        if clock is not None:
            self._mark(is_readable=True)
            if len(text.strip()) >= _COMPLETE:
                self._take(clock)

    def _take(self, clock: QTime) -> None:
        if clock != self._time:
            self._time = clock
            self.timeChanged.emit(clock)

    def _note_part(self) -> None:
        if not self.lineEdit().hasSelectedText():
            before = self.lineEdit().text()[: self.lineEdit().cursorPosition()]
            self._steps_minutes = ":" in before

    def _mark(self, *, is_readable: bool) -> None:
        if is_readable == self._is_readable:
            return
        self._is_readable = is_readable
        said = "" if is_readable else self.tr("Keine Uhrzeit. Bitte so eingeben: 14, 1430 oder 14:30.")
        self.setProperty("unreadable", not is_readable)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setToolTip(said)
        self.setAccessibleDescription(said)
        if said and self.isVisible():
            announce(self, said)
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), said, self)


def settle_times(widget: QWidget) -> None:
    """Take what was typed into the time fields of ``widget``.

    Raise ``InvalidInputError``: one that is in use says no time (``typed_time_unreadable``); it gets the focus.
    """
    for field in widget.findChildren(TimeField):
        if field.isEnabled() and field.isVisibleTo(widget) and not field.settle():
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            raise InvalidInputError("typed_time_unreadable")
