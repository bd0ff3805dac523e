"""What waits for a person, and what was decided before."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from terminplaner.services.sync_control import ProblemRow
from terminplaner.ui.forms import paragraph, scroll_area, section_title, small_print
from terminplaner.ui.rows import short_table
from terminplaner.ui.sync_center.problem_card import ProblemCard
from terminplaner.ui.sync_center.tables import answered_model
from terminplaner.ui.theme import Space

_SHOWN_AT_ONCE = 40
"""Nobody decides more at a sitting, and each is a dozen widgets."""


class QuestionsPage(QWidget):
    """One card for each question, the oldest first; below them the latest decisions, with who made them."""

    decided = Signal(object, str)
    """A problem's id and the choice."""

    def __init__(self, zone: tzinfo, *, may_decide: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._may_decide = may_decide
        self._shown: tuple[tuple[ProblemRow, ...], tuple[ProblemRow, ...]] | None = None
        page = QWidget()
        page.setObjectName("page")
        self._cards = QVBoxLayout(page)
        self._cards.setContentsMargins(0, Space.M, Space.M, Space.M)
        self._cards.setSpacing(Space.M)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll_area(page))

    def show_problems(
        self, problems: tuple[ProblemRow, ...], answered: tuple[ProblemRow, ...], *, is_decided: bool = False
    ) -> None:
        """``is_decided``: draw even what has not changed, for a decision may have failed."""
        if (problems, answered) == self._shown and not is_decided:
            return
        self._shown = problems, answered
        while (item := self._cards.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not problems:
            self._cards.addWidget(paragraph(self.tr("Es gibt keine offenen Fragen.")))
        elif not self._may_decide:
            self._cards.addWidget(
                small_print(
                    self.tr(
                        "Entscheiden kann, wer die Synchronisation verwalten darf: Planer und Administratoren."
                    )
                )
            )
        for row in problems[:_SHOWN_AT_ONCE]:
            card = ProblemCard(row, self._zone, may_decide=self._may_decide)
            card.decided.connect(self.decided)
            self._cards.addWidget(card)
        if len(problems) > _SHOWN_AT_ONCE:
            more = self.tr("{count} weitere Fragen folgen, sobald diese entschieden sind.")
            self._cards.addWidget(small_print(more.format(count=len(problems) - _SHOWN_AT_ONCE)))
        if answered:
            self._show_answered(answered)
        self._cards.addStretch(1)

    def _show_answered(self, answered: tuple[ProblemRow, ...]) -> None:
        title = self.tr("Zuletzt entschieden")
        model = answered_model(self._zone, self)
        model.show_rows(answered)
        self._cards.addWidget(section_title(title))
        self._cards.addWidget(short_table(model, title))
