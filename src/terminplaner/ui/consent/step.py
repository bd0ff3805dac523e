"""What the steps of the consent have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.errors import TerminplanerError
from terminplaner.ui.banner import Banner
from terminplaner.ui.forms import announce, page_title
from terminplaner.ui.messages import describe
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.tasks import Task
from terminplaner.ui.theme import Space

_WIDTH = 480


class StepDialog(QDialog):
    """A title, the content, a place for messages, and buttons.

    While a task is watched the content is locked; from 0.6 s on a progress bar says that something happens.  An
    error stays in the step it happened in, so that the person can simply try again.
    """

    dismissed = Signal()
    """The person closed it; what was running is abandoned."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(title)
        self._task: Task | None = None
        self._is_final = False
        self._banner = Banner()
        self._content = QWidget()
        self._content.setMinimumWidth(
            _WIDTH
        )  # not the dialog's: that would let it become too narrow for its buttons
        self.content = QVBoxLayout(self._content)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(Space.M)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Fortschritt"))
        self._progress_text = plain_label()
        self._progress_text.setProperty("role", "muted")
        self._progress_row = QWidget()
        progress = QVBoxLayout(self._progress_row)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.setSpacing(Space.XS)
        progress.addWidget(self._progress_text)
        progress.addWidget(self._progress)
        self._progress_row.hide()
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Space.S)
        self._locked: list[QPushButton] = []
        self._leaving: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # it grows and shrinks with what it says
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(page_title(title))
        column.addWidget(self._content, 1)
        column.addWidget(self._progress_row)
        column.addWidget(self._banner)
        column.addSpacing(Space.S)
        column.addLayout(self.buttons)

    def add_button(self, widget: QPushButton, *, is_default: bool = False, is_locked: bool = True) -> QPushButton:
        """``is_locked`` buttons cannot be used while a task runs."""
        self.buttons.addWidget(widget)
        if is_default:
            widget.setDefault(True)
            widget.setFocus()
        (self._locked if is_locked else self._leaving).append(widget)
        return widget

    def watch(self, task: Task, text: str) -> None:
        """Lock the content until the task has ended; ``text`` says what is going on."""
        self._task = task
        self._banner.close_message()
        self.set_locked(True)
        self._progress.setRange(0, 0)
        self._progress_text.setText(text)
        task.slowed.connect(self._show_progress)
        task.progressed.connect(self._on_progressed)
        task.ended.connect(self._on_ended)

    def watch_to_the_end(self, task: Task, text: str) -> None:
        """As ``watch`` for what is done once it was begun: leaving meanwhile would say that nothing happened."""
        self._set_final(True)
        self.watch(task, text)

    def show_error(self, error: TerminplanerError) -> None:
        self.show_message(describe(error), "danger")

    def show_message(self, text: str, tone: str) -> None:
        self._banner.show_message(text, tone)

    def reject(self) -> None:
        if self._is_final:
            return
        task, self._task = self._task, None
        if task is not None:
            task.abandon()
        super().reject()
        self.dismissed.emit()

    def _show_progress(self) -> None:
        if self._task is not None:
            self._progress_row.show()
            announce(self, self._progress_text.text())

    def _on_progressed(self, done: int, total: int) -> None:
        if total:
            self._progress.setRange(0, total)
            self._progress.setValue(done)
            self._progress_text.setText(self.tr("{done} von {total}").format(done=done, total=total))

    def _on_ended(self) -> None:
        if self._task is not None:
            self._task = None
            self._set_final(False)
            self._progress_row.hide()
            self.set_locked(False)

    def _set_final(self, is_final: bool) -> None:
        self._is_final = is_final
        for entry in self._leaving:
            entry.setEnabled(not is_final)

    def set_locked(self, is_locked: bool) -> None:
        """Whether the content and its buttons can be used."""
        self._content.setEnabled(not is_locked)
        for entry in self._locked:
            entry.setEnabled(not is_locked)
