"""A birthdate as it is typed while somebody is on the phone: ``3.5.61``, ``03.05.1961`` or ``03051961``."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from terminplaner.domain.errors import InvalidInputError

_TYPED = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})|(\d{2})(\d{2})(\d{4}|\d{2})")
_FIRST_YEAR = 1880


def read_birth(typed: str, today: date) -> date | None:
    """The day somebody was born on, None for an empty text; of a year of two digits the last one that has been.

    Raise ``InvalidInputError`` (``birth_unreadable``) for what is no day, or none that anybody living was born on.
    """
    text = typed.strip()
    if not text:
        return None
    match = _TYPED.fullmatch(text)
    if match is None:
        raise InvalidInputError("birth_unreadable")
    day, month, year = (int(part) for part in match.groups() if part)
    if year < 100:
        year += today.year // 100 * 100
        year -= 100 * ((year, month, day) > (today.year, today.month, today.day))
    try:
        born_on = date(year, month, day)
    except ValueError:
        raise InvalidInputError("birth_unreadable") from None
    if not year >= _FIRST_YEAR or born_on > today:
        raise InvalidInputError("birth_unreadable")
    return born_on


class BirthField(QLineEdit):
    """May be left empty; once somebody leaves it, it says in full what it understood."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setPlaceholderText(self.tr("TT.MM.JJJJ"))
        self.editingFinished.connect(self._say_in_full)

    def value(self) -> date | None:
        """Raise as ``read_birth``."""
        return read_birth(self.text(), self._today)

    def show_value(self, born_on: date | None) -> None:
        self.setText(f"{born_on:%d.%m.%Y}" if born_on else "")

    def _say_in_full(self) -> None:
        try:
            self.show_value(self.value())
        except InvalidInputError:
            return  # said when it is saved
