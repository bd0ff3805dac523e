"""Picking up, copying, cutting and pasting what is chosen in the view that is shown."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard

from terminplaner.domain.resource import Resource
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.messages import title_of
from terminplaner.ui.planner.clipboard import AppointmentClipboard
from terminplaner.ui.planner.plan.carrying import Carried, Purpose
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.planner.wording import counted


class Editing(QObject):
    """Acts on the stage; what is put down anywhere, it tells as ``PlanStage.placed``."""

    def __init__(self, stage: PlanStage, clipboard: QClipboard, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._clipboard = AppointmentClipboard(clipboard)
        self.repeats_copies = False
        """Whether a copy stays in the hand after it was placed (Mehrfachkopie)."""

    @property
    def can_paste(self) -> bool:
        return self._clipboard.carried is not None

    @property
    def is_repeating(self) -> bool:
        """Whether a copy is in the hand that stays there however often it is placed."""
        carried = self._stage.hand.carried
        return carried is not None and carried.repeats

    def take(self, purpose: Purpose, rows: tuple[AppointmentRow, ...], source: Resource | None = None) -> None:
        """Pick up, for the next click to place; ``source`` is the resource they are taken from, if theirs.

        A copy that is repeated ends by copying again.
        """
        if purpose is Purpose.COPY and self.is_repeating:
            self._stage.hand.put_down()
            return
        if purpose is Purpose.MOVE:
            rows = _changeable(rows)
        if rows:
            is_repeated = purpose is Purpose.COPY and self.repeats_copies
            own = next((one for one in rows[0].resources if source is not None and one.id == source.id), None)
            self._stage.hand.carry(Carried(purpose, rows, repeats=is_repeated, source=own))

    def take_chosen(self, purpose: Purpose) -> None:
        """Pick up what is chosen, from the column the keyboard stands in."""
        self.take(purpose, self._stage.chosen_rows, self._stage.source_of_chosen())

    def copy(self, rows: tuple[AppointmentRow, ...]) -> None:
        if rows:
            self._clipboard.put(Carried(Purpose.COPY, rows))
            self._say(self.tr("In der Zwischenablage: {what}"), rows)

    def copy_chosen(self) -> None:
        self.copy(self._stage.chosen_rows)

    def cut(self, rows: tuple[AppointmentRow, ...]) -> None:
        """They stay where they are until they are pasted."""
        rows = _changeable(rows)
        if rows:
            self._clipboard.put(Carried(Purpose.MOVE, rows))
            self._say(self.tr("Zum Verschieben in der Zwischenablage: {what}"), rows)

    def cut_chosen(self) -> None:
        self.cut(self._stage.chosen_rows)

    def paste(self) -> None:
        """Put down at the keyboard's cursor."""
        self.paste_at(None)

    def paste_at(self, place: NewAppointment | None) -> None:
        """Put down there, or at the cursor; where nothing is shown that takes it, it is picked up for the plan."""
        carried = self._clipboard.carried
        if carried is None:
            return
        landings = self._stage.hand.landings_at(carried, place)
        if landings:
            self._stage.placed.emit(carried, landings)
        else:
            self._stage.hand.carry(carried)

    def forget_cut(self, moved: frozenset[UUID]) -> None:
        """Appointments stand elsewhere: those that were cut are not pasted once more."""
        carried = self._clipboard.carried
        if carried is not None and carried.leaving & moved:
            self._clipboard.forget()

    def _say(self, sentence: str, rows: tuple[AppointmentRow, ...]) -> None:
        self._stage.say(sentence.format(what=title_of(rows[0]) if len(rows) == 1 else counted(len(rows))))


def _changeable(rows: tuple[AppointmentRow, ...]) -> tuple[AppointmentRow, ...]:
    return tuple(row for row in rows if row.is_movable)
