"""What speaks against an appointment while it is typed, and the next times that would be free instead."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.checks import Findings
from terminplaner.services.free_slots import FreeSlot
from terminplaner.ui.context import Services, Session
from terminplaner.ui.planner.appointment.findings_view import FindingsView
from terminplaner.ui.planner.appointment.free_times_offer import FreeTimesOffer
from terminplaner.ui.tasks import TaskRunner

_AFTER_MS = 250


Entered = tuple[Appointment, ZoneInfo]


class LiveCheck(QObject):
    """``findings`` and ``offer`` show what it found; both are hidden while there is nothing to say."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        value: Callable[[], Entered | None],
        parent: QObject,
    ) -> None:
        """``value`` answers what was entered by now, and in which zone; None where that cannot or need not be
        checked."""
        super().__init__(parent)
        self.findings = FindingsView()
        self.offer = FreeTimesOffer()
        self._services = services
        self._session = session
        self._tasks = tasks
        self._value = value
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_MS)
        self._soon.timeout.connect(self.run)

    def run_soon(self) -> None:
        """Once somebody has stopped typing."""
        self._soon.start()

    def run(self) -> None:
        entered = self._value()
        if entered is None:
            self._clear(None)
            return
        value = entered[0]
        questions, free_slots = self._services.planning_questions, self._services.free_slots
        actor = self._session.actor

        def check() -> tuple[Entered, Findings, tuple[FreeSlot, ...]]:
            findings = questions.check(value, actor)
            is_refused = bool(findings.refusals) or any(row.is_refused for row in findings.collisions)
            return entered, findings, free_slots.next_free(value) if is_refused else ()

        self._tasks.run(check, self, self._show, self._clear)

    def _show(self, answer: tuple[Entered, Findings, tuple[FreeSlot, ...]]) -> None:
        entered, findings, free = answer
        if entered == self._value():
            zone = entered[1]
            self.findings.show_findings(findings, zone)
            if free:
                self.offer.show_slots(free, zone)
            else:
                self.offer.clear()

    def _clear(self, _error: TerminplanerError | None) -> None:
        self.findings.clear()
        self.offer.clear()
