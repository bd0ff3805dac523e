"""A dialog that is not left by accident."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from terminplaner.ui.questions import Question


class GuardedDialog(QDialog):
    """Asks before input is lost, be it left by Esc, by a button or by its frame: Qt has all of them reject it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_close = False
        """The input was stored, or may be lost."""

    @property
    def is_dirty(self) -> bool:
        """Whether leaving now would lose input."""
        raise NotImplementedError

    def _unsaved_text(self) -> str:
        return self.tr("Die Eingaben sind noch nicht gespeichert.")

    def reject(self) -> None:
        if not self.is_dirty:
            super().reject()
            return
        question = Question(self.tr("Änderungen verwerfen?"), self._unsaved_text(), self)
        question.add_answer(self.tr("Verwerfen"), "danger").clicked.connect(self._discard)
        question.add_dismissal(self.tr("Weiter bearbeiten"), is_default=True)
        question.open()

    def _discard(self) -> None:
        self._may_close = True
        self.reject()
