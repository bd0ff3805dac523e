"""One open question of the sync: what happened, both versions, and the answers as buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from terminplaner.domain.calendar_link import Choice, Direction, ProblemKind
from terminplaner.services.sync_control import ProblemRow
from terminplaner.ui.forms import StateIcon, button, paragraph, section_title, small_print
from terminplaner.ui.messages import describe_choice, describe_code, describe_problem, show_instant
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.shared_fields import show_title, show_when_of
from terminplaner.ui.theme import Space, scaled

_EVENTS_SHOWN = 8
_TONES = {ProblemKind.QUARANTINE: ("info", "info"), ProblemKind.BRAKE: ("pause", "warning")}


class ProblemCard(QFrame):
    """No answer is the default one: each of them has consequences."""

    decided = Signal(object, str)
    """The problem's id and the choice."""

    def __init__(self, row: ProblemRow, zone: tzinfo, *, may_decide: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._row = row
        self._zone = zone
        problem = row.problem
        headline, question = describe_problem(problem.kind)
        icon = StateIcon(20)
        icon.show_icon(*_TONES.get(problem.kind, ("warning", "warning")))
        title = section_title(f"{headline}: {row.resource_name}" if row.resource_name else headline)
        when = small_print(show_instant(problem.opened_at, zone))
        when.setWordWrap(False)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(icon)
        head.addWidget(title, 1)
        head.addWidget(when)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(paragraph(question))
        for fields in (problem.local or {}, problem.google or {}):
            if isinstance(reason := fields.get("reason"), str):
                column.addWidget(small_print(describe_code(reason, fields, zone)))
        if events := (problem.local or {}).get("events"):
            column.addWidget(self._build_events(events))
        column.addLayout(self._build_versions())
        column.addLayout(self._build_answers(may_decide=may_decide))
        self.setAccessibleName(title.text())

    def _build_events(self, events: Sequence[Mapping[str, Any]]) -> QLabel:
        """What a brake holds back: where it would vanish, and the first of it by name."""
        is_to_google = (self._row.problem.local or {}).get("direction") == Direction.TO_GOOGLE
        where = (
            self.tr("In Google würden gelöscht ({count}):")
            if is_to_google
            else self.tr("Hier würden storniert ({count}):")
        )
        lines = [where.format(count=len(events))]
        lines += ["  ·  ".join(filter(None, self._summarize(fields))) for fields in events[:_EVENTS_SHOWN]]
        if len(events) > _EVENTS_SHOWN:
            lines.append(self.tr("und {count} weitere").format(count=len(events) - _EVENTS_SHOWN))
        return paragraph("\n".join(lines))

    def _summarize(self, fields: Mapping[str, Any]) -> tuple[str, str]:
        return show_when_of(fields, self._zone), show_title(fields)

    def _build_versions(self) -> QHBoxLayout:
        problem = self._row.problem
        local, google = problem.local or {}, problem.google or {}
        versions = QHBoxLayout()
        versions.setSpacing(Space.M)
        for name, fields, other in (
            (self.tr("Terminplaner-Fassung"), local, google),
            (self.tr("Googles Fassung"), google, local),
        ):
            if "title" in fields or "start" in fields:
                versions.addWidget(self._build_version(name, fields, other), 1)
        return versions

    def _build_version(self, name: str, fields: Mapping[str, Any], other: Mapping[str, Any]) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "inset")
        grid = QGridLayout(frame)
        grid.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        grid.setHorizontalSpacing(Space.M)
        heading = plain_label(name)
        heading.setFont(scaled(heading.font(), 1.0, QFont.Weight.DemiBold))
        grid.addWidget(heading, 0, 0, 1, 2)
        lines = (
            (self.tr("Titel"), show_title(fields), show_title(other), "title"),
            (self.tr("Zeit"), show_when_of(fields, self._zone), show_when_of(other, self._zone), "start"),
            (
                self.tr("Kommentar"),
                str(fields.get("description") or "–"),
                str(other.get("description") or "–"),
                "description",
            ),
        )
        for label, value, theirs, key in lines:
            if key not in fields:
                continue
            row = grid.rowCount()
            grid.addWidget(small_print(label), row, 0, Qt.AlignmentFlag.AlignTop)
            text = paragraph(value)
            if key in other and value != theirs:
                text.setFont(scaled(text.font(), 1.0, QFont.Weight.DemiBold))
            grid.addWidget(text, row, 1)
        grid.setColumnStretch(1, 1)
        frame.setAccessibleName(name)
        return frame

    def _build_answers(self, *, may_decide: bool) -> QHBoxLayout:
        answers = QHBoxLayout()
        answers.addStretch(1)
        for choice in self._row.problem.choices:
            answer = button(describe_choice(choice, self._row.problem.kind))
            answer.setEnabled(may_decide)
            answer.clicked.connect(lambda _checked=False, choice=choice: self._decide(choice))
            answers.addWidget(answer)
        return answers

    def _decide(self, choice: Choice) -> None:
        self.setEnabled(False)
        self.decided.emit(self._row.problem.id, choice.value)
