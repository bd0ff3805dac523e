"""Carrying out what the dialog "Termin" says: by which service, and what has to be asked on the way."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.series import SeriesScope, first_day
from terminplaner.services.outcome import Outcome
from terminplaner.ui.context import Services, Session
from terminplaner.ui.planner.appointment.recurrence_tab import Repetition
from terminplaner.ui.planner.appointment.series_questions import (
    ask_to_leave_out,
    ask_whom_to_cancel,
    ask_whom_to_change,
)
from terminplaner.ui.tasks import TaskRunner

_Command = Callable[[bool], Outcome]
"""Stores what was entered; True leaves out the days of a series that are full."""


class Saving(QObject):
    """One at a time; ``is_busy`` while it is on its way."""

    begun = Signal()
    saved = Signal(object)
    """The ``Outcome``."""
    refused = Signal(object)
    """The ``TerminplanerError``."""
    halted = Signal()
    """Nothing is on its way any more: it was refused, or something has to be asked first."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        waiting_entry_id: UUID | None,
        parent: QWidget,
    ) -> None:
        """``waiting_entry_id`` is the wish that a new appointment fulfils; questions stand before ``parent``."""
        super().__init__(parent)
        self.is_busy = False
        self._planning, self._series = services.planning, services.series
        self._session = session
        self._tasks = tasks
        self._waiting_entry_id = waiting_entry_id
        self._window = parent

    def save(
        self, appointment: Appointment, zone: ZoneInfo, before: Appointment, repetition: Repetition | None
    ) -> None:
        """Store ``appointment``, entered in ``zone``, that was ``before``; ``repetition`` makes a series of it."""
        planning, series, entry_id = self._planning, self._series, self._waiting_entry_id
        actor = self._session.actor
        if repetition is not None:
            self._run(
                lambda leaves_out: series.book(
                    actor,
                    appointment,
                    repetition.rule,
                    includes_holidays=repetition.includes_holidays,
                    leaves_out_full=leaves_out,
                    waiting_entry_id=entry_id,
                )
            )
        elif before.revision == 0:
            self._run(lambda _: planning.book(actor, appointment, waiting_entry_id=entry_id))
        elif before.series_id is not None and _concerns_others(appointment, before, zone):
            ask_whom_to_change(self._window, lambda scope: self._save_scope(appointment, scope))
        else:
            self._run(lambda _: planning.change(actor, appointment))

    def cancel(self, appointment: Appointment) -> None:
        """Of a series ask how many of it are meant."""
        planning, series, actor = self._planning, self._series, self._session.actor

        def cancel_series(scope: SeriesScope) -> None:
            self._run(lambda _: series.cancel(actor, appointment.id, scope))

        if appointment.series_id is not None:
            ask_whom_to_cancel(self._window, cancel_series)
        else:
            self._run(lambda _: planning.cancel(actor, appointment.id))

    def restore(self, appointment: Appointment) -> None:
        planning, actor = self._planning, self._session.actor
        self._run(lambda _: planning.restore(actor, appointment.id))

    def _save_scope(self, appointment: Appointment, scope: SeriesScope) -> None:
        series, actor = self._series, self._session.actor
        self._run(lambda leaves_out: series.change(actor, appointment, scope, leaves_out_full=leaves_out))

    def _run(self, command: _Command, *, leaves_out: bool = False) -> None:
        self.is_busy = True
        self.begun.emit()
        self._tasks.run(
            lambda: command(leaves_out), self, self.saved.emit, lambda error: self._on_refused(error, command)
        )

    def _on_refused(self, error: TerminplanerError, command: _Command) -> None:
        self.is_busy = False
        self.halted.emit()
        if isinstance(days := error.params.get("days"), tuple):
            resource = str(error.params["resource"])
            ask_to_leave_out(self._window, resource, days, lambda: self._run(command, leaves_out=True))
        else:
            self.refused.emit(error)


def _concerns_others(appointment: Appointment, before: Appointment, zone: ZoneInfo) -> bool:
    """Whether a change of an occurrence could be one of others; another day cannot."""
    return appointment != before and first_day(appointment.when, zone) == first_day(before.when, zone)
