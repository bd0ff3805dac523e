"""Somebody else changed the appointment that is open in the dialog: it is told, with both ways on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import StaleRevisionError
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.context import Services
from terminplaner.ui.planner.appointment.stale_bar import StaleBar
from terminplaner.ui.tasks import TaskRunner


class NewerVersion(QObject):
    """``bar`` tells of it, and is hidden while there is none."""

    reloaded = Signal(object)
    """The ``AppointmentRow`` to show instead of what was entered."""
    rebased = Signal(object)
    """The ``AppointmentRow`` on top of which what was entered is to be stored."""
    refused = Signal(object)
    """The ``TerminplanerError`` that kept it from being read."""

    def __init__(self, services: Services, tasks: TaskRunner, shown: Appointment, parent: QObject) -> None:
        super().__init__(parent)
        self.bar = StaleBar()
        self._queries = services.queries
        self._tasks = tasks
        self._shown = shown
        self.bar.reloadRequested.connect(lambda: self._fetch(self._on_reloaded))
        self.bar.keepRequested.connect(lambda: self._fetch(self._on_rebased))

    def notice(self, change_set: ChangeSet) -> None:
        """Look whether somebody else changed what is being edited here."""
        for change in change_set.changes:
            if (
                isinstance(change.after, Appointment)
                and change.entity_id == self._shown.id
                and change.after.revision > self._shown.revision
            ):
                self.bar.show_author(change_set.author.name, change_set.author.origin)

    def tell(self, error: StaleRevisionError) -> None:
        """Saving has come upon it."""
        self.bar.show_author(str(error.params.get("by", "")), None)

    def _fetch(self, then: Callable[[AppointmentRow], object]) -> None:
        queries, appointment_id = self._queries, self._shown.id
        self._tasks.run(lambda: queries.appointment(appointment_id), self, then, self.refused.emit)

    def _on_reloaded(self, row: AppointmentRow) -> None:
        self._take(row)
        self.reloaded.emit(row)

    def _on_rebased(self, row: AppointmentRow) -> None:
        self._take(row)
        self.rebased.emit(row)

    def _take(self, row: AppointmentRow) -> None:
        self._shown = row.appointment
        self.bar.hide()
