"""What the planner says about what was done to an appointment, and the ways on from there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet
from terminplaner.ui.forms import Banner


@dataclass(frozen=True, slots=True)
class Way:
    """What a button of the message does."""

    label: str
    go: Callable[[], object]


class Telling(QObject):
    """One message at a time, in ``banner``; what it offers holds while the appointment stays as it was told."""

    furtherOffered = Signal(bool)
    """Whether there is something to do besides taking it back, which ``go_further`` does."""

    def __init__(self, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        self._told: Appointment | None = None
        self._back: Way | None = None
        self._further: Way | None = None
        banner.closed.connect(self._forget)
        banner.actionRequested.connect(lambda: self._go(self._back))
        banner.furtherRequested.connect(self.go_further)

    def say(self, sentence: str, tone: str = "info") -> None:
        """Without a way on."""
        self._forget()
        self._banner.show_message(sentence, tone)

    def offer(self, sentence: str, tone: str, told: Appointment, back: Way, further: Way | None = None) -> None:
        """Say how an appointment became ``told``; ``back`` takes it back."""
        self._told, self._back, self._further = told, back, further
        self._banner.show_message(sentence, tone, back.label, further.label if further else "")
        self.furtherOffered.emit(further is not None)

    def close(self) -> None:
        self._banner.close_message()

    def go_further(self) -> None:
        """Do what is offered besides taking it back; nothing where nothing is."""
        self._go(self._further)

    def notice(self, change_set: ChangeSet) -> None:
        """Offer nothing any more about what was changed since."""
        told = self._told
        if told is not None and any(
            isinstance(change.after, Appointment)
            and change.entity_id == told.id
            and change.after.revision > told.revision
            for change in change_set.changes
        ):
            self.close()

    def _go(self, way: Way | None) -> None:
        if way is not None:
            self.close()
            way.go()

    def _forget(self) -> None:
        self._told = self._back = self._further = None
        self.furtherOffered.emit(False)
