""" "Neu abgleichen": what a full comparison would change, before it changes anything."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from terminplaner.domain.calendar_link import Problem
from terminplaner.domain.errors import CancelledError, TerminplanerError
from terminplaner.domain.resource import Resource
from terminplaner.services.google_ports import FullPreview
from terminplaner.services.sync_control import ProblemRow
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import button, paragraph, primary_button, scroll_area, section_title
from terminplaner.ui.messages import describe
from terminplaner.ui.rows import table
from terminplaner.ui.sync_center.problem_card import ProblemCard
from terminplaner.ui.sync_center.tables import moves_model
from terminplaner.ui.sync_directions import show_sync_direction
from terminplaner.ui.tasks import Task, TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.window_place import resize_within_screen


class ComparisonDialog(QDialog):
    """Reads at once; ``confirmed`` asks for the comparison itself.  Closing it cancels what it reads."""

    confirmed = Signal()

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        resource: Resource,
        link_id: UUID,
        parent: QWidget,
        *,
        is_turned: bool = False,
    ) -> None:
        """``is_turned``: the direction of ``resource`` is not stored yet, and the question is about it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._resource = resource
        self._zone = session.branch.tz
        self.setWindowTitle(self.tr("Richtung ändern") if is_turned else self.tr("Neu abgleichen"))
        resize_within_screen(self, 860, 520)
        self._banner = Banner()
        self._text = paragraph(self.tr("Der Kalender wird gelesen. Dabei ändert sich nichts."))
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(self.tr("Der Kalender wird gelesen"))
        self._moves = moves_model(self._zone, self)
        self._table = table(self._moves, self.tr("Was sich ändern würde"))
        self._table.hide()
        self._questions_page = QWidget()
        self._questions_page.setObjectName("page")
        self._questions = QVBoxLayout(self._questions_page)
        self._questions.setContentsMargins(0, 0, Space.M, 0)
        self._questions_area = scroll_area(self._questions_page)
        self._questions_area.hide()
        self._confirm = primary_button(
            self.tr("Richtung ändern und speichern") if is_turned else self.tr("Jetzt abgleichen")
        )
        self._confirm.setEnabled(False)
        self._confirm.clicked.connect(self.confirmed)
        self._confirm.clicked.connect(self.accept)
        close = button(self.tr("Schließen"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self._confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        title = self.tr("{resource} neu abgleichen").format(resource=resource.name)
        if is_turned:
            title = self.tr("{resource}: {direction}").format(
                resource=resource.name, direction=show_sync_direction(resource.sync_direction)
            )
        column.addWidget(section_title(title))
        column.addWidget(self._text)
        column.addWidget(self._progress)
        column.addWidget(self._table, 1)
        column.addWidget(self._questions_area, 1)
        column.addStretch()
        column.addWidget(self._banner)
        column.addLayout(buttons)
        control, actor = services.sync_control, session.actor
        self._reading: Task | None = tasks.run_network(
            lambda _progress, cancel: control.preview_full(
                actor, link_id, cancel, direction=resource.sync_direction if is_turned else None
            ),
            self,
            self._show,
            self._show_error,
        )

    def done(self, result: int) -> None:
        if self._reading is not None:
            self._reading.cancel()
        super().done(result)

    def _show(self, preview: FullPreview) -> None:
        self._reading = None
        self._progress.hide()
        self._confirm.setEnabled(True)
        self._moves.show_rows(preview.moves)
        self._table.setVisible(bool(preview.moves))
        self._table.resizeColumnsToContents()
        for problem in preview.questions:
            self._questions.addWidget(self._card(problem))
        self._questions_area.setVisible(bool(preview.questions))
        self._text.setText(self._summarize(preview))
        self._confirm.setFocus()

    def _card(self, problem: Problem) -> ProblemCard:
        """The question as it would be asked; it cannot be answered yet."""
        row = ProblemRow(replace(problem, choices=()), self._resource.name)
        return ProblemCard(row, self._zone, may_decide=False)

    def _summarize(self, preview: FullPreview) -> str:
        if not preview.moves and not preview.questions:
            return self.tr("Terminplaner und Kalender stimmen überein. Es gibt nichts abzugleichen.")
        sentences = []
        if preview.moves:
            sentences.append(
                self.tr("Änderungen, die übertragen würden: {count}. Noch ist nichts geändert.").format(
                    count=len(preview.moves)
                )
            )
        if preview.questions:
            sentences.append(
                self.tr("Fragen, die sich zuerst stellen würden: {count}.").format(count=len(preview.questions))
            )
        return " ".join(sentences)

    def _show_error(self, error: TerminplanerError) -> None:
        self._reading = None
        self._progress.hide()
        self._text.hide()
        if not isinstance(error, CancelledError):
            self._banner.show_message(describe(error, self._zone))
