"""A date as people type it: "25.12.", "3.5.26" and "25122026" are all understood; or to choose from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDateEdit, QToolTip, QWidget

from terminplaner.ui.calendar_look import calm_weekends, draw_arrows
from terminplaner.ui.forms import announce

_FORMAT = "ddd dd.MM.yyyy"
_DAY, _MONTH, _YEAR = 1, 2, 3
"""The sections of the format as Qt counts them; the weekday is 0."""
_FROM_END = {_DAY: 10, _MONTH: 7, _YEAR: 4}
"""Letters between the beginning of a section and the end of the text."""
_HIGHEST = {_DAY: 31, _MONTH: 12, _YEAR: 9999}
_LENGTH = {_DAY: 2, _MONTH: 2, _YEAR: 4}
_SEPARATORS = frozenset(".,/- ")
_DIGITS = frozenset("0123456789")
_CENTURY = 100


class TypedDate:
    """Digits and separators, from one section on; what is not typed is as in ``base``."""

    def __init__(self, base: date, section: int) -> None:
        self._base = base
        self._first = section
        self._keys = ""
        self._parts: dict[int, str] = {}
        self.section = section
        """Where the next digit belongs."""

    def add(self, key: str) -> bool:
        """Take one key; False where no date goes on like that."""
        section, part = self.section, self._parts.get(self.section, "")
        if key in _SEPARATORS:
            if part and section < _YEAR:
                self.section += 1
            self._keys += key
            return True
        if len(part) == _LENGTH[section]:
            section, part = section + 1, ""
        part += key
        if section > _YEAR or int(part) > _HIGHEST[section] or (len(part) == _LENGTH[section] and not int(part)):
            return False
        self.section, self._parts[section] = section, part
        self._keys += key
        return True

    def without_last_key(self) -> TypedDate | None:
        """The same before its last key; None where that was its only one."""
        before = TypedDate(self._base, self._first)
        for key in self._keys[:-1]:
            before.add(key)
        return before if self._keys[1:] else None

    def day(self, *, is_complete: bool) -> date | None:
        """The date they say, None where there is none.

        While more may follow, "20" is the beginning of a year and "31" in a short month waits for its month.
        """
        year, month = (
            self._year(is_complete=is_complete),
            int(self._parts.get(_MONTH, "") or 0) or self._base.month,
        )
        number = int(self._parts.get(_DAY, "") or 0) or self._base.day
        if year is None:
            return None
        longest = QDate(year, month, 1).daysInMonth()
        if number > longest and is_complete:
            return None
        return date(year, month, min(number, longest))

    def _year(self, *, is_complete: bool) -> int | None:
        part = self._parts.get(_YEAR, "")
        century = self._base.year // _CENTURY
        if len(part) == _LENGTH[_YEAR]:
            return int(part)
        if len(part) == len("26") and (is_complete or part != str(century)):
            return century * _CENTURY + int(part)
        return None if part and is_complete else self._base.year


class DateField(QDateEdit):
    """Whoever comes to it types over the day; Tab goes on to the next field.

    ``dateChanged`` brings each date that is said so far; what says none is told when the field is left.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typed: TypedDate | None = None
        self._before = self.date()
        self.setCalendarPopup(True)
        self.setDisplayFormat(_FORMAT)
        self.calendarWidget().setGridVisible(False)
        calm_weekends(self.calendarWidget())
        draw_arrows(self.calendarWidget())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text()
        plain = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        is_typing = plain == Qt.KeyboardModifier.NoModifier and not self.isReadOnly() and len(key) == 1
        if is_typing and (key in _DIGITS or (key in _SEPARATORS and self._typed is not None)):
            self._type(key)
        elif event.key() == Qt.Key.Key_Backspace and self._typed is not None:
            self._show(self._typed.without_last_key())
        else:
            self._settle()
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.calendarPopup():
            draw_arrows(self.calendarWidget())

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QWidget.focusNextPrevChild(self, forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        kept = Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MouseFocusReason
        if event.reason() not in kept:
            self._select(_DAY)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._settle()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._settle()
        super().mousePressEvent(event)

    def _type(self, key: str) -> None:
        if self._typed is None:
            everything = self.lineEdit().selectedText() == self.lineEdit().text()
            self._before = self.date()
            section = _DAY if everything else max(self.currentSectionIndex(), _DAY)
            self._typed = TypedDate(_plain(self._before), section)
        if self._typed.add(key):
            self._show(self._typed)
        else:
            self._say_unreadable()

    def _show(self, typed: TypedDate | None) -> None:
        self._typed = typed
        day = typed.day(is_complete=False) if typed is not None else None
        self.setDate(QDate(day.year, day.month, day.day) if day is not None else self._before)
        self._select(typed.section if typed is not None else _DAY)

    def _settle(self) -> None:
        """Take what was typed as it stands; what says no date, or none that is allowed here, is told."""
        if self._typed is None:
            return
        day, self._typed = self._typed.day(is_complete=True), None
        if day is not None:
            self.setDate(QDate(day.year, day.month, day.day))
        if day is None or day != _plain(self.date()):
            self._say_unreadable()

    def _select(self, section: int) -> None:
        self.setCurrentSectionIndex(section)
        self.lineEdit().setSelection(len(self.lineEdit().text()) - _FROM_END[section], _LENGTH[section])

    def _say_unreadable(self) -> None:
        if self.isVisible():
            said = self.tr("Dieses Datum geht hier nicht. Bitte so eingeben: 25.12. oder 25.12.2026.")
            announce(self, said)
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), said, self)


def _plain(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
