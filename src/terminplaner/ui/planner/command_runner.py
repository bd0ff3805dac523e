"""Carrying a command out beside the GUI thread, and saying how it ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.outcome import Outcome
from terminplaner.services.permissions import Actor
from terminplaner.ui.context import Session
from terminplaner.ui.messages import describe, describe_warning
from terminplaner.ui.planner.telling import Telling
from terminplaner.ui.tasks import TaskRunner

T = TypeVar("T")


class CommandRunner(QObject):
    """Whichever way a command ends, ``telling`` says so or is closed."""

    staleSeen = Signal()
    """What is shown is not what is stored.  What was stored by a command is told by the ``ChangeFeed``."""

    def __init__(self, session: Session, tasks: TaskRunner, telling: Telling, parent: QObject) -> None:
        super().__init__(parent)
        self.telling = telling
        self._session = session
        self._tasks = tasks

    @property
    def actor(self) -> Actor:
        """Who acts here."""
        return self._session.actor

    def run(
        self,
        work: Callable[[], T],
        on_success: Callable[[T], object],
        on_error: Callable[[TerminplanerError], object] | None = None,
    ) -> None:
        """``on_success`` and ``on_error`` (None: ``refuse``) say how it ended."""
        task = self._tasks.run(work, self, on_success, on_error or self.refuse)
        task.slowed.connect(self.telling.say_saving)

    def refuse(self, error: TerminplanerError) -> None:
        """Say what was refused, and look again."""
        self.show_error(error)
        self.staleSeen.emit()

    def show_error(self, error: TerminplanerError) -> None:
        self.telling.say(describe(error, self._session.branch.tz), "danger")

    def look_again_unless_told(self, outcome: Outcome) -> None:
        """A command that finds all as it is to be leaves no change set, but what is shown looked different."""
        if outcome.change_set is None:
            self.staleSeen.emit()

    def words_of(self, outcome: Outcome) -> str:
        """What is to be warned of, each thing once."""
        zone = self._session.branch.tz
        return " ".join(dict.fromkeys(describe_warning(warning, zone) for warning in outcome.warnings))
