"""A reminder in the window: it leads to its appointment, or comes once more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from terminplaner.services.ports import Clock
from terminplaner.services.reminders import Reminder
from terminplaner.ui.banner import Banner
from terminplaner.ui.reminder_notifier import AGAIN_AFTER, ReminderNotifier


class ReminderBanner(Banner):
    showRequested = Signal(object)
    """Show this ``AppointmentRow`` in the plan."""

    def __init__(self, notifier: ReminderNotifier, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._clock = clock
        self._told: tuple[Reminder, ...] = ()
        notifier.told.connect(self._on_told)
        self.actionRequested.connect(self._show)
        self.furtherRequested.connect(self._tell_again)

    def _on_told(self, text: str, told: tuple[Reminder, ...]) -> None:
        """Once more is offered where nothing of it will have begun by then."""
        self._told = told
        can_wait = told[0].start_at - self._clock.now() > AGAIN_AFTER
        self.show_message(text, "info", self.tr("Zeigen"), self.tr("In 5 Minuten noch einmal") if can_wait else "")

    def _show(self) -> None:
        self.close_message()
        self.showRequested.emit(self._told[0].row)

    def _tell_again(self) -> None:
        self._notifier.tell_again()
        self.close_message()
