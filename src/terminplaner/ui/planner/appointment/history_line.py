"""Under an appointment: who made it and changed it, and the way to all that was ever done to it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import link_button, small_print
from terminplaner.ui.planner.history import history_of
from terminplaner.ui.tasks import TaskRunner


class HistoryLine(QWidget):
    """Hidden for an appointment that is not stored yet."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._session, self._tasks = services, session, tasks
        self._row: AppointmentRow | None = None
        self._text = small_print()
        history = link_button(self.tr("Verlauf …"))
        history.setToolTip(self.tr("Wer diesen Termin wann wie geändert hat"))
        history.clicked.connect(lambda _checked=False: self._open())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text, 1)
        row.addWidget(history)

    def show_row(self, row: AppointmentRow) -> None:
        self._row = row
        self._text.setText(history_of(row))
        self.setVisible(row.appointment.revision > 0)

    def _open(self) -> None:
        from terminplaner.ui.change_log.history import show_history

        if self._row is not None:
            show_history(self._services, self._session, self._tasks, self._row, self.window())
