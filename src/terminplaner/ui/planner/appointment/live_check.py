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


class LiveCheck(QObject):
    """``findings`` and ``offer`` show what it found; both are hidden while there is nothing to say."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        zone: ZoneInfo,
        value: Callable[[], Appointment | None],
        parent: QObject,
    ) -> None:
        """``value`` answers what was entered by now, None where that cannot or need not be checked."""
        super().__init__(parent)
        self.findings = FindingsView(zone)
        self.offer = FreeTimesOffer(zone)
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
        value = self._value()
        if value is None:
            self._clear(None)
            return
        planning, free_slots, actor = self._services.planning, self._services.free_slots, self._session.actor

        def check() -> tuple[Appointment, Findings, tuple[FreeSlot, ...]]:
            findings = planning.check(value, actor)
            is_refused = bool(findings.refusals) or any(row.is_refused for row in findings.collisions)
            return value, findings, free_slots.next_free(value) if is_refused else ()

        self._tasks.run(check, self, self._show, self._clear)

    def _show(self, answer: tuple[Appointment, Findings, tuple[FreeSlot, ...]]) -> None:
        value, findings, free = answer
        if value == self._value():
            self.findings.show_findings(findings)
            self.offer.show_slots(free)

    def _clear(self, _error: TerminplanerError | None) -> None:
        self.findings.clear()
        self.offer.show_slots(())
