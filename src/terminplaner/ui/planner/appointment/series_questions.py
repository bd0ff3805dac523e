"""The questions that a series raises: whom a change concerns, and what becomes of days without room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from terminplaner.domain.series import SeriesScope
from terminplaner.ui.questions import Question


def ask_whom_to_change(parent: QWidget, then: Callable[[SeriesScope], object]) -> None:
    """Esc changes nothing."""
    question = Question(
        QCoreApplication.translate("Question", "Terminserie ändern"),
        QCoreApplication.translate("Question", "Dieser Termin gehört zu einer Serie. Was soll geändert werden?"),
        parent,
        QCoreApplication.translate(
            "Question",
            "Vergangene und einzeln geänderte Termine bleiben, wie sie sind. Übernommen wird nur, was Sie "
            "geändert haben.",
        ),
    )
    _add_scopes(question, "", then)
    question.open()


def ask_whom_to_cancel(parent: QWidget, then: Callable[[SeriesScope], object]) -> None:
    """Esc cancels nothing."""
    question = Question(
        QCoreApplication.translate("Question", "Terminserie stornieren"),
        QCoreApplication.translate("Question", "Dieser Termin gehört zu einer Serie. Was soll storniert werden?"),
        parent,
        QCoreApplication.translate(
            "Question", "Mit den folgenden Terminen endet die Serie. Vergangene Termine bleiben."
        ),
    )
    _add_scopes(question, "danger", then)
    question.open()


def ask_to_leave_out(
    parent: QWidget, resource: str, days: tuple[date, ...], then: Callable[[], object], kept: str = ""
) -> None:
    """A series without room on ``days``: book it without them, or go back; ``kept`` says what was not done yet."""
    shown = ", ".join(f"{day:%d.%m.%Y}" for day in days)
    question = Question(
        QCoreApplication.translate("Question", "Belegte Tage auslassen?"),
        QCoreApplication.translate("Question", "An {count} Tagen ist „{resource}“ schon belegt: {days}.").format(
            count=len(days), resource=resource, days=shown
        ),
        parent,
        kept or QCoreApplication.translate("Question", "Noch ist nichts geändert."),
    )
    question.add_dismissal(QCoreApplication.translate("Question", "Zurück"), is_default=True)
    leave_out = question.add_answer(QCoreApplication.translate("Question", "Diese Tage auslassen"))
    leave_out.clicked.connect(lambda _checked=False: then())
    question.open()


def _add_scopes(question: Question, role: str, then: Callable[[SeriesScope], object]) -> None:
    question.add_dismissal(QCoreApplication.translate("Question", "Abbrechen"))
    for scope, text in (
        (SeriesScope.ALL, QCoreApplication.translate("Question", "Alle Termine")),
        (SeriesScope.FOLLOWING, QCoreApplication.translate("Question", "Dieser und folgende")),
        (SeriesScope.THIS, QCoreApplication.translate("Question", "Nur dieser Termin")),
    ):
        is_default = scope is SeriesScope.THIS
        answer = question.add_answer(text, (role or "primary") if is_default else role, is_default=is_default)
        answer.clicked.connect(lambda _checked=False, chosen=scope: then(chosen))
