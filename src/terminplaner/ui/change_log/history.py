"""The way to the history (Verlauf) of one appointment."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.change_log.window import ChangeLogWindow
from terminplaner.ui.context import Services, Session
from terminplaner.ui.messages import show_when, title_of
from terminplaner.ui.tasks import TaskRunner


def show_history(
    services: Services, session: Session, tasks: TaskRunner, row: AppointmentRow, parent: QWidget
) -> None:
    """Open what was ever done to an appointment, before ``parent``."""
    subject = f"{show_when(row.appointment.when, row.zone)} · {title_of(row)}"
    window = ChangeLogWindow(services, session, tasks, parent, entity_id=row.appointment.id, subject=subject)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.reload()
    window.open()
