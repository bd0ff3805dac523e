"""Input of the main window's tabs that is not saved: nobody loses it without having agreed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from terminplaner.ui.main_pages import MainPages
from terminplaner.ui.questions import Question


class UnsavedInput(QObject):
    """Asks before something is done that would cost it."""

    def __init__(self, pages: MainPages, window: QWidget) -> None:
        super().__init__(window)
        self._pages = pages
        self._window = window
        self._is_given_up = False

    @property
    def is_there(self) -> bool:
        return not self._is_given_up and bool(self._pages.unsaved)

    def give_up(self) -> None:
        """Its user agreed to lose it, or somebody else works here now."""
        self._is_given_up = True

    def proceed(self, answer: str, act: Callable[[], object]) -> None:
        """Do ``act``, at once where nothing is lost by it, else once a question was answered by ``answer``.

        Going back leads to where the unsaved input is.
        """
        if not self.is_there:
            act()
            return
        unsaved = self._pages.unsaved
        text = self.tr("In „{tabs}“ gibt es Eingaben, die noch nicht gespeichert sind. Sie gehen dabei verloren.")
        question = Question(
            self.tr("Änderungen verwerfen?"), text.format(tabs=self.tr("“ und „").join(unsaved)), self._window
        )
        question.add_answer(answer, "danger").clicked.connect(lambda: act())
        question.add_dismissal(self.tr("Weiter bearbeiten"), is_default=True)
        question.rejected.connect(partial(self._pages.setCurrentWidget, next(iter(unsaved.values()))))
        question.open()
