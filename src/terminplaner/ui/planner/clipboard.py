"""Appointments in the clipboard: as themselves within the program, as lines of text for any other."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import uuid4

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard

from terminplaner.domain.series import first_day
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.messages import title_of
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.plan.carrying import Carried

_FORMAT = "application/x-terminplaner-clipboard"


class AppointmentClipboard:
    """What was copied or cut here stays pasteable until somebody copies something else, anywhere."""

    def __init__(self, clipboard: QClipboard) -> None:
        self._clipboard = clipboard
        self._token = b""
        self._carried: Carried | None = None

    def put(self, carried: Carried) -> None:
        self._token, self._carried = uuid4().bytes, carried
        data = QMimeData()
        data.setText(as_text(carried.rows))
        data.setData(_FORMAT, self._token)
        self._clipboard.setMimeData(data)

    @property
    def carried(self) -> Carried | None:
        """What would be pasted."""
        if self._carried is None or bytes(self._clipboard.mimeData().data(_FORMAT).data()) != self._token:
            return None
        return self._carried

    def forget(self) -> None:
        """What was cut has been pasted: it is no longer where it was."""
        self._carried = None


def as_text(rows: Iterable[AppointmentRow]) -> str:
    """A line for each with columns for a spreadsheet: day, time, title, details, resources."""
    return "\n".join("\t".join(_columns(row)) for row in rows)


def _columns(row: AppointmentRow) -> tuple[str, ...]:
    day = first_day(row.appointment.when, row.zone)
    resources = ", ".join(resource.name for resource in row.resources)
    words = (f"{day:%d.%m.%Y}", wording.span(row, row.zone), title_of(row), resources)
    return tuple(" ".join(word.split()) for word in words)
