"""Carrying the Kalenderperiode on while the program runs, so that no endless series ever stops unnoticed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.calendar_period import CalendarPeriod, Extension
from terminplaner.ui.tasks import TaskRunner

_FIRST_AFTER_MS = 20_000
_LOOK_EVERY_MS = 60 * 60 * 1000
"""A look costs one short read; more than once a day, because a computer may sleep through any hour."""


class PeriodKeeper(QObject):
    """Looks soon after the start and then every hour; the windows hear of what it did as of any change."""

    def __init__(self, period: CalendarPeriod, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._period = period
        self._tasks = tasks
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._timer.start(_FIRST_AFTER_MS)

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """Carry the period on where it is time."""
        self._timer.setInterval(_LOOK_EVERY_MS)
        period = self._period
        # Not in turn with what the windows ask: a year of many series takes a while.
        self._tasks.run_network(
            lambda _progress, _cancel: period.keep_ahead(), self, _say_nothing, _wait_for_the_next
        )


def _say_nothing(_extension: Extension | None) -> None:
    """The change log has it, and Administration > Kalenderperiode says it."""


def _wait_for_the_next(_error: TerminplanerError) -> None:
    """The database is away or held; the next look asks again."""
