"""One open question of the sync: what happened, both versions, and the answers as buttons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from terminplaner.domain.calendar_link import Choice, Direction, ProblemKind
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.sync_control import ProblemRow
from terminplaner.ui.forms import button, paragraph, section_title, small_print
from terminplaner.ui.icon_widgets import StateIcon
from terminplaner.ui.messages import (
    describe_choice,
    describe_code,
    describe_problem,
    show_instant,
    show_when,
    title_of,
)
from terminplaner.ui.rows import short_table
from terminplaner.ui.sync_center.tables import events_model
from terminplaner.ui.sync_center.version import Version, side_by_side
from terminplaner.ui.theme import Space

_LOCAL_ANSWERS = {
    (ProblemKind.CONFLICT, Choice.LOCAL),
    (ProblemKind.QUARANTINE, Choice.LOCAL),
    (ProblemKind.DELETED_IN_GOOGLE, Choice.RESTORE),
}
"""Let the version here stand."""
_GOOGLE_ANSWERS = {
    (ProblemKind.CONFLICT, Choice.GOOGLE),
    (ProblemKind.QUARANTINE, Choice.GOOGLE),
    (ProblemKind.DELETED_IN_GOOGLE, Choice.APPLY),
}
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
        self._local: Mapping[str, Any] = row.problem.local or {}
        self._google: Mapping[str, Any] = row.problem.google or {}
        self._is_to_google = self._local.get("direction") == Direction.TO_GOOGLE
        headline, question = describe_problem(row.problem.kind)
        icon = StateIcon(20)
        icon.show_icon(*_TONES.get(row.problem.kind, ("warning", "warning")))
        title = section_title(f"{headline}: {row.resource_name}" if row.resource_name else headline)
        title.setWordWrap(True)
        when = small_print(show_instant(row.problem.opened_at, zone))
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
        for line in self._lines():
            column.addWidget(paragraph(line))
        for name, events in self._lists():
            model = events_model(zone, self)
            model.show_rows(tuple(events))
            column.addWidget(paragraph(f"{name} ({len(events)})"))
            column.addWidget(short_table(model, name))
        versions = tuple(self._versions())
        apart = self._place_answers(versions, may_decide=may_decide)
        column.addLayout(side_by_side(*(version for version, _ in versions)))
        if row.problem.kind is ProblemKind.BRAKE:
            column.addWidget(small_print(self._explain_brake()))
        if apart:
            answers = QHBoxLayout()
            answers.addStretch(1)
            for answer in apart:
                answers.addWidget(answer)
            column.addLayout(answers)
        self.setAccessibleName(title.text())

    def _lines(self) -> Iterator[str]:
        """Which appointment it is about, why, and with what it collides."""
        if self._row.appointment is not None:
            yield self.tr("Termin: {appointment}").format(appointment=_summary(self._row.appointment))
        for fields in (self._local, self._google):
            if isinstance(reason := fields.get("reason"), str):
                yield self.tr("Grund: {reason}").format(reason=describe_code(reason, fields, self._zone))
        for other in self._row.colliding:
            yield self.tr("Überschneidet sich mit: {appointment}").format(appointment=_summary(other))

    def _lists(self) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
        """All that a brake holds back, or a restore finds different, by name."""
        lists = (
            (
                self.tr("In Google würden gelöscht") if self._is_to_google else self.tr("Hier würden storniert"),
                self._local.get("events"),
            ),
            (self.tr("Nur im Terminplaner"), self._local.get("only_here")),
            (self.tr("Nur in Google"), self._google.get("only_there")),
            (self.tr("Verschieden, im Terminplaner"), self._local.get("different")),
            (self.tr("Verschieden, in Google"), self._google.get("different")),
        )
        return ((name, sorted(events, key=_start)) for name, events in lists if events)

    def _explain_brake(self) -> str:
        """What each answer would do; no answer is one too."""
        if self._is_to_google:
            return self.tr(
                "Ausführen löscht die Einträge in Google. Wiederherstellen holt die Termine hier zurück. So "
                "lassen heißt: hier storniert, in Google vorhanden. Bis zur Entscheidung geschieht nichts davon."
            )
        return self.tr(
            "Ausführen storniert die Termine hier. Wiederherstellen trägt sie in Google wieder ein. So lassen "
            "heißt: hier vorhanden, in Google gelöscht. Bis zur Entscheidung geschieht nichts davon."
        )

    def _versions(self) -> Iterator[tuple[Version, set[tuple[ProblemKind, Choice]]]]:
        """Each with the answers that let it stand."""
        gone_here = self.tr("Hier storniert") if self._local.get("cancelled") else ""
        gone_there = self.tr("In Google gelöscht") if self._google.get("deleted") else ""
        for name, fields, other, absence, answers in (
            (self.tr("Terminplaner-Fassung"), self._local, self._google, gone_here, _LOCAL_ANSWERS),
            (self.tr("Googles Fassung"), self._google, self._local, gone_there, _GOOGLE_ANSWERS),
        ):
            if absence or "title" in fields or "start" in fields:
                yield Version(name, fields, other, self._zone, absence), answers

    def _place_answers(
        self, versions: Sequence[tuple[Version, set[tuple[ProblemKind, Choice]]]], *, may_decide: bool
    ) -> list[QPushButton]:
        """Put each answer at the version that it lets stand; those that are for no version are returned."""
        apart = []
        for choice in self._row.problem.choices:
            answer = button(describe_choice(choice, self._row.problem.kind))
            answer.setEnabled(may_decide)
            answer.clicked.connect(lambda _checked=False, choice=choice: self._decide(choice))
            meant = (self._row.problem.kind, choice)
            place = next((version for version, answers in versions if meant in answers), None)
            if place is None:
                apart.append(answer)
            else:
                place.add_answer(answer)
        return apart

    def _decide(self, choice: Choice) -> None:
        self.setEnabled(False)
        self.decided.emit(self._row.problem.id, choice.value)


def _start(fields: Mapping[str, Any]) -> str:
    """Whole days come before the hours of their first day, as ISO 8601 sorts them."""
    return str(fields.get("start", ""))


def _summary(row: AppointmentRow) -> str:
    type_name = row.type.name if row.type is not None and row.type.name != title_of(row) else ""
    return "  ·  ".join(filter(None, (show_when(row.appointment.when, row.zone), title_of(row), type_name)))
