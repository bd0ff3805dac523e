"""One occurrence of a series was moved in the plan: that is said, and offered to let those after it follow."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.when import AllDay, When
from terminplaner.services.outcome import Outcome
from terminplaner.services.series_moves import SeriesMoves
from terminplaner.services.undo import UndoStack
from terminplaner.ui.context import Services, Session
from terminplaner.ui.planner.appointment.warning_wording import warned_sentence
from terminplaner.ui.planner.telling import Telling, Way
from terminplaner.ui.tasks import TaskRunner


@dataclass(frozen=True, slots=True)
class Moved:
    """An occurrence before and after it was moved, in however many steps one after the other."""

    before: Appointment
    after: Appointment

    @property
    def is_elsewhere(self) -> bool:
        before, after = self.before, self.after
        return (before.when, before.resource_ids) != (after.when, after.resource_ids)

    @property
    def is_as_long(self) -> bool:
        return _length(self.before.when) == _length(self.after.when)


@dataclass(frozen=True, slots=True)
class Found:
    """What was moved, and how many occurrences could follow."""

    moved: Moved
    following: int


class Following(QObject):
    """Nothing is asked before: the one that was moved is what was meant, mostly, and stands there at once."""

    refused = Signal(object)
    """The ``TerminplanerError``."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, telling: Telling, window: QWidget
    ) -> None:
        super().__init__(window)
        self._moves = services.series_moves
        self._undo = services.undo
        self._session = session
        self._tasks = tasks
        self._telling = telling
        self._window = window

    def tell(self, outcome: Outcome, warnings: str) -> None:
        """Say that the occurrence alone was moved, once it is known how many follow.

        By then something else may have been said, of what was done after it: that stays.
        """
        moves, undo = self._moves, self._undo
        say = partial(self._say_alone, self._telling.turn, outcome, warnings)
        self._tasks.run(lambda: _look(moves, undo, outcome), self, say)

    def _say_alone(self, turn: int, outcome: Outcome, warnings: str, found: Found) -> None:
        if turn != self._telling.turn:
            return
        moved, count = found.moved, found.following
        if not moved.is_elsewhere:
            sentence = self.tr("Der Termin der Serie steht wieder, wo er war.")
        elif moved.is_as_long:
            sentence = self.tr("Nur dieser Termin der Serie wurde verschoben.")
        else:
            sentence = self.tr("Nur dieser Termin der Serie wurde geändert.")
        label = self.tr("Auch die {count} folgenden").format(count=count)
        if count == 1:
            label = self.tr("Auch den folgenden")
        further = Way(label, partial(self._carry_over, moved)) if count else None
        self._telling.offer(f"{sentence} {warnings}".strip(), "warning" if warnings else "info", outcome, further)

    def _carry_over(self, moved: Moved, leaves_out: bool = False) -> None:
        moves, actor = self._moves, self._session.actor
        task = self._tasks.run(
            lambda: moves.carry_over(actor, moved.before, moved.after, leaves_out_full=leaves_out),
            self,
            partial(self._on_carried, moved),
            partial(self._on_refused, moved),
        )
        task.slowed.connect(self._telling.say_saving)

    def _on_carried(self, moved: Moved, outcome: Outcome) -> None:
        said = self.tr("{count} Termine der Serie verschoben.")
        if not moved.is_as_long:
            said = self.tr("{count} Termine der Serie geändert.")
        said = said.format(count=len(outcome.appointments))
        if outcome.left_out:
            days = ", ".join(f"{day:%d.%m.%Y}" for day in outcome.left_out)
            said += " " + self.tr("Belegt oder Feiertag, daher geblieben: {days}.").format(days=days)
        if warned := warned_sentence(outcome):
            said += f" {warned}"
        self._telling.offer(said, "warning" if outcome.left_out or warned else "info", outcome)

    def _on_refused(self, moved: Moved, error: TerminplanerError) -> None:
        if not isinstance(days := error.params.get("days"), tuple):
            self.refused.emit(error)
            return
        from terminplaner.ui.planner.appointment.series_questions import ask_to_leave_out

        go_on: Callable[[], object] = partial(self._carry_over, moved, leaves_out=True)
        kept = self.tr("Die folgenden Termine stehen noch, wo sie waren.")
        ask_to_leave_out(self._window, str(error.params["resource"]), days, go_on, kept)


def _look(moves: SeriesMoves, undo: UndoStack, outcome: Outcome) -> Found:
    change_set, after = outcome.change_set, outcome.appointment
    before = undo.before_moves(change_set) if change_set is not None else None
    moved = Moved(before or after, after)
    count = 0
    with suppress(TerminplanerError):
        count = moves.count_following(moved.before, after) if moved.is_elsewhere else 0
    return Found(moved, count)


def _length(when: When) -> object:
    return when.end_on - when.first_on if isinstance(when, AllDay) else when.end_at - when.start_at
