"""Presetting the second resource of a new appointment, as its time and its first resource change."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.when import When
from terminplaner.ui.context import Services, Session
from terminplaner.ui.tasks import TaskRunner

_AFTER_MS = 250

_Place = tuple[UUID, When, UUID]
"""The branch, the time and the first resource, which say what goes with them."""


class SecondResource(QObject):
    """Asks anew whenever what decides about it is another; it never takes back what a person chose."""

    found = Signal(object)
    """The id of what goes with the first resource now, None for nothing."""

    def __init__(self, services: Services, session: Session, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._presets = services.presets
        self._session = session
        self._tasks = tasks
        self._appointment: Appointment | None = None
        self._asked_for: _Place | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self._ask)

    def begin(self, appointment: Appointment) -> None:
        """Ask at once for an appointment that was just opened."""
        self._appointment = appointment
        self._ask()

    def follow(self, appointment: Appointment | None) -> None:
        """Ask for it once somebody has stopped typing; None while the fields say no appointment."""
        if self._asked_for is not None:
            self._appointment = appointment
            self._soon.start()

    def _ask(self) -> None:
        appointment = self._appointment
        if appointment is None or _place(appointment) == self._asked_for:
            return
        self._asked_for = place = _place(appointment)
        presets, actor = self._presets, self._session.actor
        self._tasks.run(
            lambda: (place, presets.second_resource(actor, appointment)), self, self._on_answer, _ignore
        )

    def _on_answer(self, answer: tuple[_Place, UUID | None]) -> None:
        place, resource_id = answer
        if place == self._asked_for:
            self.found.emit(resource_id)


def _place(appointment: Appointment) -> _Place:
    return appointment.branch_id, appointment.when, appointment.resource_ids[0]


def _ignore(_error: TerminplanerError) -> None:
    """Without a preset the field stays as it is."""
