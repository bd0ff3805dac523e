"""What the planner says about what was done in it, and the ways on from there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from terminplaner.domain.changes import ChangeSet
from terminplaner.services.outcome import Outcome
from terminplaner.services.undo import UndoStack
from terminplaner.ui.banner import Banner


@dataclass(frozen=True, slots=True)
class Way:
    """What a button of the message does."""

    label: str
    go: Callable[[], object]


class Telling(QObject):
    """One message at a time, in ``banner``.

    What it offers holds while what it tells of stays as it was told and the user does nothing else: what is taken
    back is always the last step of ``undo``.
    """

    takeBackRequested = Signal(object)
    """The id of the change set that was told of."""
    furtherOffered = Signal(bool)
    """Whether there is something to do besides taking it back, which ``go_further`` does."""

    def __init__(self, banner: Banner, undo: UndoStack, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        self._undo = undo
        self._turn = 0
        self._told: Mapping[UUID, int] = {}
        """The revisions of what was told of, by their ids."""
        self._step: UUID | None = None
        self._further: Way | None = None
        banner.closed.connect(self._forget)
        banner.actionRequested.connect(self._take_back)
        banner.furtherRequested.connect(self.go_further)

    @property
    def turn(self) -> int:
        """Another number as soon as anything is said, or taken off the screen."""
        return self._turn

    def say(self, sentence: str, tone: str = "info") -> None:
        """Without a way on."""
        self._forget()
        self._banner.show_message(sentence, tone)

    def say_saving(self) -> None:
        """Say that a command takes its time."""
        self.say(self.tr("Wird gespeichert …"))

    def offer(self, sentence: str, tone: str, outcome: Outcome, further: Way | None = None) -> None:
        """Say what a command did and offer to take it back, or ``further`` to go on.

        Without a way on where the user did something else since, or it changed nothing.
        """
        told = {appointment.id: appointment.revision for appointment in outcome.appointments}
        self._offer(sentence, tone, outcome.change_set, told, further)

    def offer_back(self, sentence: str, change_set: ChangeSet) -> None:
        """The same of what is no appointment."""
        told = {change.entity_id: change.after.revision for change in change_set.changes}
        self._offer(sentence, "info", change_set, told, None)

    def _offer(
        self, sentence: str, tone: str, change_set: ChangeSet | None, told: Mapping[UUID, int], further: Way | None
    ) -> None:
        step = change_set.id if change_set is not None else None
        if step is None or step != self._undo.last_step:
            self.say(sentence, tone)
            return
        self._forget()
        self._told, self._step, self._further = told, step, further
        self._banner.show_message(sentence, tone, self.tr("Rückgängig"), further.label if further else "")
        self.furtherOffered.emit(further is not None)

    def close(self) -> None:
        self._banner.close_message()
        self._forget()

    def go_further(self) -> None:
        """Do what is offered besides taking it back; nothing where nothing is."""
        further = self._further
        if further is not None:
            self.close()
            further.go()

    def notice(self, change_set: ChangeSet) -> None:
        """Offer nothing any more about what was changed since, or is not the last step any more."""
        if self._step is None:
            return
        if self._step != self._undo.last_step or any(
            change.after.revision > self._told.get(change.entity_id, change.after.revision)
            for change in change_set.changes
        ):
            self.close()

    def _take_back(self) -> None:
        step = self._step
        if step is not None:
            self.close()
            self.takeBackRequested.emit(step)

    def _forget(self) -> None:
        self._turn += 1
        self._told, self._step, self._further = {}, None, None
        self.furtherOffered.emit(False)
