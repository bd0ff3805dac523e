"""Which days of an availability that repeats a change is for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from terminplaner.domain.resource import Availability
from terminplaner.domain.series import SeriesScope
from terminplaner.ui.planner.availability.rhythm import once_on
from terminplaner.ui.questions import Question

Answered = Callable[[SeriesScope], object]


def ask_which_days_change(parent: QWidget, answered: Answered) -> None:
    """Ask it before one is changed; Return means all of them."""
    question = Question(
        QCoreApplication.translate("WhichDays", "Verfügbarkeit ändern?"),
        QCoreApplication.translate("WhichDays", "Sie wiederholt sich. Für welche Tage gilt die Änderung?"),
        parent,
    )
    question.add_dismissal(QCoreApplication.translate("WhichDays", "Abbrechen"))
    _offer(question, answered)
    question.open()


def ask_which_days_go(parent: QWidget, answered: Answered) -> None:
    """Ask it before one is deleted; Return keeps it."""
    question = Question(
        QCoreApplication.translate("WhichDays", "Verfügbarkeit löschen?"),
        QCoreApplication.translate("WhichDays", "Sie wiederholt sich. Was soll gelöscht werden?"),
        parent,
    )
    _offer(question, answered, is_deletion=True)
    question.add_dismissal(QCoreApplication.translate("WhichDays", "Abbrechen"), is_default=True)
    question.open()


def meant(rule: Availability, day: date, scope: SeriesScope) -> Availability:
    """``rule`` as it is wanted on ``day``, for the days that ``scope`` says."""
    if scope is SeriesScope.THIS:
        return once_on(day, rule)
    return replace(rule, valid_from_on=day) if scope is SeriesScope.FOLLOWING else rule


def _offer(question: Question, answered: Answered, *, is_deletion: bool = False) -> None:
    for text, scope in (
        (QCoreApplication.translate("WhichDays", "Nur dieser Tag"), SeriesScope.THIS),
        (QCoreApplication.translate("WhichDays", "Dieser und alle folgenden"), SeriesScope.FOLLOWING),
        (QCoreApplication.translate("WhichDays", "Alle"), SeriesScope.ALL),
    ):
        is_default = scope is SeriesScope.ALL and not is_deletion
        role = "danger" if is_deletion else "primary" if is_default else ""
        answer = question.add_answer(text, role, is_default=is_default)
        answer.clicked.connect(lambda _checked=False, scope=scope: answered(scope))
