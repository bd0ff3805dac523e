"""One occurrence of a series was moved in the plan: that is said, and offered to let those after it follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.when import AllDay, When
from terminplaner.services.planning import Outcome
from terminplaner.ui.context import Services, Session
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


class Following(QObject):
    """Nothing is asked before: the one that was moved is what was meant, mostly, and stands there at once."""

    refused = Signal(object)
    """The ``TerminplanerError``."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, telling: Telling, window: QWidget
    ) -> None:
        super().__init__(window)
        self._moves = services.series_moves
        self._actor = session.actor
        self._tasks = tasks
        self._telling = telling
        self._window = window
        self._moved: Moved | None = None

    def note(self, outcome: Outcome) -> bool:
        """Remember what a move did; whether it was one of an occurrence."""
        last, self._moved = self._moved, None
        change = outcome.change_set.changes[0] if outcome.change_set is not None else None
        if change is None or not isinstance(change.before, Appointment):
            return False
        before, after = change.before, outcome.appointment
        if after.series_id is None:
            return False
        goes_on = last is not None and (last.after.id, last.after.revision) == (before.id, before.revision)
        self._moved = Moved(last.before if last is not None and goes_on else before, after)
        return True

    def tell(self, warnings: str, back: Way) -> None:
        """Say that the occurrence alone was moved, once it is known how many follow."""
        moves, moved = self._moves, self._moved
        if moved is None:
            return
        self._tasks.run(
            lambda: moves.count_following(moved.before, moved.after) if moved.is_elsewhere else 0,
            self,
            partial(self._on_counted, moved, warnings, back),
            lambda _error: self._on_counted(moved, warnings, back, 0),
        )

    def _on_counted(self, moved: Moved, warnings: str, back: Way, count: int) -> None:
        if moved is not self._moved:
            return
        if moved.is_as_long:
            sentence = self.tr("Nur dieser Termin der Serie wurde verschoben.")
        else:
            sentence = self.tr("Nur dieser Termin der Serie wurde geändert.")
        label = self.tr("Auch die {count} folgenden").format(count=count)
        if count == 1:
            label = self.tr("Auch den folgenden")
        further = Way(label, partial(self._carry_over, moved, back)) if count else None
        self._telling.offer(
            f"{sentence} {warnings}".strip(), "warning" if warnings else "info", moved.after, back, further
        )

    def _carry_over(self, moved: Moved, back: Way, leaves_out: bool = False) -> None:
        moves, actor = self._moves, self._actor
        self._tasks.run(
            lambda: moves.carry_over(actor, moved.before, moved.after, leaves_out_full=leaves_out),
            self,
            partial(self._on_carried, moved, back),
            partial(self._on_refused, moved, back),
        )

    def _on_carried(self, moved: Moved, back: Way, outcome: Outcome) -> None:
        said = self.tr("{count} Termine der Serie verschoben.")
        if not moved.is_as_long:
            said = self.tr("{count} Termine der Serie geändert.")
        said = said.format(count=len(outcome.appointments))
        if outcome.left_out:
            days = ", ".join(f"{day:%d.%m.%Y}" for day in outcome.left_out)
            said += " " + self.tr("Belegt oder Feiertag, daher geblieben: {days}.").format(days=days)
        self._telling.offer(said, "warning" if outcome.left_out else "info", outcome.appointment, back)

    def _on_refused(self, moved: Moved, back: Way, error: TerminplanerError) -> None:
        if not isinstance(days := error.params.get("days"), tuple):
            self.refused.emit(error)
            return
        from terminplaner.ui.planner.appointment.series_questions import ask_to_leave_out

        go_on: Callable[[], object] = partial(self._carry_over, moved, back, leaves_out=True)
        kept = self.tr("Die folgenden Termine stehen noch, wo sie waren.")
        ask_to_leave_out(self._window, str(error.params["resource"]), days, go_on, kept)


def _length(when: When) -> object:
    return when.end_on - when.first_on if isinstance(when, AllDay) else when.end_at - when.start_at
