"""A question with as many answers as it needs, each named by what it does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from terminplaner.ui.forms import button, danger_button, paragraph, primary_button, section_title, small_print
from terminplaner.ui.theme import Space

_WIDTH = 400
_MAKERS = {"": button, "primary": primary_button, "danger": danger_button}


class Question(QDialog):
    """Add answers, connect their ``clicked``, then ``open()``.  Every answer closes it; Esc answers nothing.

    From left to right: the dismissal, the other answers, the main one.  What takes something away is never the
    outermost: where it is the only answer, the dismissal stands right of it and takes Return.
    """

    def __init__(self, title: str, text: str, parent: QWidget, details: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        sentence = paragraph(text)
        sentence.setAccessibleName(text)
        sentence.setMinimumWidth(_WIDTH)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(section_title(title))
        column.addWidget(sentence)
        if details:
            column.addWidget(small_print(details))
        column.addStretch(1)
        column.addLayout(self._buttons)

    def add_answer(self, text: str, role: str = "", *, is_default: bool = False) -> QPushButton:
        """``role`` is ``primary``, ``danger`` or empty; the default answer has the focus and takes Return."""
        answer = _MAKERS[role](text)
        answer.clicked.connect(self.accept)
        self._buttons.addWidget(answer)
        if is_default:
            answer.setDefault(True)
            answer.setFocus()
        return answer

    def add_dismissal(self, text: str, *, is_default: bool = False) -> QPushButton:
        """The answer that does nothing, as Esc."""
        answer = self.add_answer(text, is_default=is_default)
        answer.clicked.disconnect()
        answer.clicked.connect(self.reject)
        return answer


def ask_about_changes(
    name: str,
    parent: QWidget,
    *,
    save: Callable[[], object],
    discard: Callable[[], object],
    stay: Callable[[], object],
) -> None:
    """Ask what becomes of unsaved changes to ``name`` before something else takes their place."""
    question = Question(
        QCoreApplication.translate("Question", "Änderungen speichern?"),
        QCoreApplication.translate("Question", "„{name}“ hat Änderungen, die noch nicht gespeichert sind.").format(
            name=name
        ),
        parent,
    )
    question.add_dismissal(QCoreApplication.translate("Question", "Weiter bearbeiten"))
    drop = question.add_answer(QCoreApplication.translate("Question", "Verwerfen"))
    drop.clicked.connect(lambda _checked=False: discard())
    keep = question.add_answer(QCoreApplication.translate("Question", "Speichern"), "primary", is_default=True)
    keep.clicked.connect(lambda _checked=False: save())
    question.rejected.connect(lambda: stay())
    question.open()


def ask_to_delete(title: str, text: str, parent: QWidget, details: str, delete: Callable[[], object]) -> None:
    """Ask before something is deleted; Return keeps it."""
    question = Question(title, text, parent, details)
    answer = question.add_answer(QCoreApplication.translate("Question", "Löschen"), "danger")
    answer.clicked.connect(lambda _checked=False: delete())
    question.add_dismissal(QCoreApplication.translate("Question", "Abbrechen"), is_default=True)
    question.open()
