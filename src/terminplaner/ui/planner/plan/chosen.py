"""Which appointments of a surface are chosen: one place to ask for the views, the hand and the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.planner.plan.selection import Selection


class Shown(Protocol):
    """What a surface shows, as far as choosing goes by it: a ``Snapshot`` or a ``MonthSheet``."""

    def find(self, appointment_id: UUID) -> AppointmentRow | None: ...

    def rows(self) -> tuple[AppointmentRow, ...]:
        """Each appointment once, in the order of time."""
        ...


class Chosen(QObject):
    """Keeps a ``Selection``, and reads its appointments from what is ``shown`` when asked."""

    changed = Signal(object, object)
    """The ``Selection`` before and now."""

    def __init__(self, shown: Callable[[], Shown], parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown
        self._selection = Selection()

    @property
    def selection(self) -> Selection:
        return self._selection

    @property
    def current_id(self) -> UUID | None:
        return self._selection.current

    @property
    def current(self) -> AppointmentRow | None:
        """The one the keys act on."""
        return self._shown().find(self._selection.current) if self._selection.current else None

    @property
    def rows(self) -> tuple[AppointmentRow, ...]:
        """Every chosen appointment, in the order of time."""
        ids = self._selection.ids
        return tuple(row for row in self._shown().rows() if row.appointment.id in ids) if ids else ()

    @property
    def customer_id(self) -> UUID | None:
        """Whom the current one is for."""
        row = self.current
        return row.appointment.customer_id if row is not None else None

    def together_with(self, row: AppointmentRow) -> tuple[AppointmentRow, ...]:
        """What is taken where ``row`` is taken: all that is chosen, if it is among them."""
        return self.rows if row.appointment.id in self._selection.ids else (row,)

    def choose(self, selection: Selection) -> None:
        """Choose these and no others."""
        before, self._selection = self._selection, selection
        if before != selection:
            self.changed.emit(before, selection)

    def choose_one(self, appointment_id: UUID | None) -> None:
        """Choose this one alone, unless it is the current one of several."""
        if appointment_id != self._selection.current:
            self.choose(Selection.of(appointment_id))

    def point_at(self, row: AppointmentRow | None) -> None:
        """Choose what a menu opens on, or nothing; several stay chosen where it is among them."""
        if row is None or row.appointment.id not in self._selection.ids:
            self.choose(Selection.of(row.appointment.id if row else None))
