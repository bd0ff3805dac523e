"""A dialog for one thing that is kept: its fields, what went wrong, and the buttons under them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminplaner.domain.errors import InvalidInputError, TerminplanerError
from terminplaner.ui.chords import chord_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.field_dialog import SAVE_KEYS, FieldDialog
from terminplaner.ui.field_scroll import FieldScroll
from terminplaner.ui.forms import button, danger_button, form_layout, primary_button
from terminplaner.ui.messages import describe
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.time_field import settle_times

_WIDTH = 560


class EntryDialog(FieldDialog):
    """Opened with ``open()``.  It keeps its input on every error and closes once the work succeeded.

    A closed one is gone: every opening makes another.
    """

    saved = Signal(object)
    """What the command of ``command()`` returned, or None after a deletion."""

    def __init__(self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.services = services
        self.session = session
        self._tasks = tasks
        self._before: object = None
        self._fields = QWidget()
        self.causes: dict[str, Callable[[], object]] = {}
        """Give the keyboard to where an error can be put right, by the name of its field or else by its code."""
        self._focused: QWidget | None = None
        self.form = form_layout()
        self.delete_button = danger_button(self.tr("Löschen"))
        self.delete_button.hide()
        self._save = primary_button(self.tr("Speichern"))
        self._leave = button(self.tr("Abbrechen"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.delete_button)
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self._save)
        self._fields.setLayout(self.form)
        self._fields.setMinimumWidth(_WIDTH)
        scroll = FieldScroll(self._fields)
        self.lay_out(scroll, (scroll,), (), buttons)
        self._save.setDefault(True)
        self._save.clicked.connect(self.save)
        self._leave.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """By Tab the buttons come last, though they were made before the fields of the dialog at hand."""
        for part in (self.delete_button, self._leave, self._save):
            if (last := self.previousInFocusChain()) is not None:
                self.setTabOrder(last, part)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if chord_of(event) in SAVE_KEYS:
            self._save.click()
        else:
            super().keyPressEvent(event)

    def value(self) -> object:
        """What the fields say.  Raise ``InvalidInputError`` while that makes no sense."""
        raise NotImplementedError

    def command(self) -> Callable[[], object]:
        """What stores the value; it is run beside the GUI thread."""
        raise NotImplementedError

    def remember(self) -> None:
        """From now on leaving with another value asks."""
        self._before = self._value()

    def hold_as_entered(self) -> None:
        """The value was entered already, though elsewhere: leaving asks from the beginning."""
        self._before = object()

    @property
    def is_dirty(self) -> bool:
        return not self._may_close and self._value() != self._before

    def save(self) -> None:
        self.error.close_message()
        try:
            settle_times(self)
            command = self.command()
        except InvalidInputError as error:
            self._complain(error)
            return
        self.run(command)

    def run(self, command: Callable[[], object]) -> None:
        """Carry out something that ends the dialog."""
        self._set_busy(True)
        self._tasks.run(command, self, self._on_done, self._on_refused)

    def _on_done(self, result: object) -> None:
        self._may_close = True
        self.saved.emit(result)
        self.accept()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._set_busy(False)
        self._complain(error)

    def _complain(self, error: TerminplanerError) -> None:
        self.error.show_message(describe(error, self.session.branch.tz))
        focus_cause = self.causes.get(str(error.params.get("field", error.error_code)))
        if focus_cause is not None:
            focus_cause()
        self.show_focus()

    def _set_busy(self, is_busy: bool) -> None:
        """What is disabled loses the keyboard, and gets it back."""
        if is_busy:
            self._focused = self.focusWidget()
        for part in (self._fields, self._save, self.delete_button):
            part.setEnabled(not is_busy)
        if not is_busy and self._focused is not None:
            self._focused.setFocus()

    def _value(self) -> object:
        try:
            return self.value()
        except InvalidInputError:
            return None
