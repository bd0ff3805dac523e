"""The planner's entries for absences and availabilities, and the view in which availabilities are edited."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from terminplaner.domain.absence import Absence
from terminplaner.domain.resource import Availability
from terminplaner.domain.series import first_day
from terminplaner.domain.when import AllDay, day_interval
from terminplaner.services.choices import Choices
from terminplaner.services.permissions import Right
from terminplaner.services.queries import Plan
from terminplaner.ui.allowance import Reason, forbid, forbid_planning, offer_if
from terminplaner.ui.banner import Banner
from terminplaner.ui.planner.availability.availability_commands import AvailabilityCommands
from terminplaner.ui.planner.away import Away
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.window import Window

if TYPE_CHECKING:
    from terminplaner.ui.planner.plan.rule_gestures import MovedRule


class AvailabilityActions(QObject):
    """The Verfügbarkeitsansicht is offered in Tag and Woche, and in views that an administrator made with it."""

    absenceWanted = Signal()
    """Begin a new absence where the plan's cursor stands."""
    editingChanged = Signal(bool)
    """Whether availabilities are what is shown and edited now."""

    def __init__(self, commands: AvailabilityCommands, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = Banner()
        self._commands = commands
        self._choices: Choices | None = None
        self._plan: Plan | None = None
        self._day: date | None = None
        self._zone: ZoneInfo | None = None
        self._has_columns = True
        self._absence = QAction(self.tr("Abwesenheit &eintragen …"), parent)
        self._closure = QAction(self.tr("Betriebsschl&ießung …"), parent)
        self._switch = QAction(self.tr("Verfü&gbarkeiten bearbeiten"), parent)
        self._switch.setCheckable(True)
        self._switch.setEnabled(False)
        for action, shortcut in (
            (self._absence, "Ctrl+Shift+U"),
            (self._closure, "Ctrl+Shift+B"),
            (self._switch, "Ctrl+Shift+V"),
        ):
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            parent.addAction(action)
        self.actions = self._absence, self._closure, self._switch
        actor = commands.actor
        if not (actor.has(Right.PLAN_ABSENCES) and actor.may_plan_something):
            forbid_planning(actor, self._absence, self._switch)
        if not actor.may_plan_closures:
            forbid(actor, self._closure)
        self._absence.triggered.connect(lambda _checked=False: self.absenceWanted.emit())
        self._closure.triggered.connect(lambda _checked=False: self.new_closure())
        self._switch.toggled.connect(self._on_switched)
        self.notice.closed.connect(self.end_editing)

    @property
    def has_unsaved_input(self) -> bool:
        return self._commands.has_unsaved_input

    @property
    def is_editing(self) -> bool:
        """Whether a double click means an availability instead of an appointment."""
        return self._switch.isChecked()

    def end_editing(self) -> None:
        """Let a double click mean an appointment again."""
        self._switch.setChecked(False)

    def look_at(self, window: Window, plan: Plan, choices: Choices) -> None:
        """What the planner shows now."""
        self._plan, self._choices, self._day, self._zone = plan, choices, window.day, window.zone
        self._has_columns = window.has_columns
        has_rules = window.has_columns and (window.view is None or window.view.shows_availability)
        can_edit = self._absence.isEnabled() and has_rules
        if self._absence.isEnabled():
            elsewhere = Reason(
                self.tr("nicht in dieser Ansicht"),
                self.tr(
                    "In dieser Ansicht werden keine Verfügbarkeiten bearbeitet. Es geht in Tag und Woche, und in "
                    "Ansichten „Mit Verfügbarkeitsplaner“."
                ),
            )
            offer_if(can_edit, elsewhere, self._switch)
        if not can_edit:
            self._switch.setChecked(False)

    def edit_at(self, place: NewAppointment) -> None:
        if self._plan is not None and self._choices is not None:
            self._commands.edit_at(place, self._plan, self._choices)

    def move(self, moved: MovedRule) -> None:
        """Put an availability where it was dragged to."""
        self._commands.move(moved)

    def new_at(self, place: NewAppointment) -> None:
        if self._choices is not None:
            self._commands.new_at(place, self._choices)

    def new_absence(self, place: NewAppointment | None = None) -> None:
        if self._choices is not None:
            self._commands.new_absence(self._choices, place, self._day)

    def new_absence_on(self, days: AllDay, resource_id: UUID | None) -> None:
        """Open a new absence for these days: of one resource, or of whoever works here."""
        if self._choices is not None and self._absence.isEnabled():
            self._commands.new_absence_on(self._choices, days, resource_id)

    def absences_at(self, place: NewAppointment) -> tuple[Absence, ...]:
        """Those shown that lie at a place; in a month all of its day, for a day has no columns there."""
        if self._plan is None or self._zone is None:
            return ()
        span, zone = place.when.interval(self._zone), self._zone
        keys: Iterable[UUID] = (place.resource.id,)
        if not self._has_columns:
            span, keys = day_interval(first_day(place.when, zone), zone), self._plan.absences
        found = {row.id: row for key in keys for row in self._plan.absences.get(key, ())}
        return tuple(absence for absence in found.values() if absence.when.interval(zone).overlaps(span))

    def open_away(self, away: Away) -> None:
        """Open the absence or the Nichtverfügbarkeit that keeps somebody away."""
        if isinstance(away.cause, Absence):
            self.edit_absence(away.cause)
        elif isinstance(away.cause, Availability) and self._choices is not None and self._zone is not None:
            day = away.span.start_at.astimezone(self._zone).date()
            self._commands.edit_rule(away.cause, away.resource, day, self._choices)

    def edit_absence(self, absence: Absence) -> None:
        if self._choices is not None:
            self._commands.edit_absence(absence, self._choices)

    def delete_absence(self, absence: Absence) -> None:
        self._commands.delete_absence(absence)

    def new_closure(self) -> None:
        if self._choices is not None:
            self._commands.new_closure(self._choices, self._day)

    def _on_switched(self, is_on: bool) -> None:
        self.editingChanged.emit(is_on)
        if is_on:
            self.notice.show_message(
                self.tr(
                    "Verfügbarkeiten bearbeiten: Ein Doppelklick oder die Eingabetaste öffnet die Verfügbarkeit "
                    "an dieser Stelle oder legt eine neue an. Ziehen verschiebt sie, an ihrer oberen oder unteren "
                    "Kante ändert es Beginn oder Ende."
                ),
                "info",
            )
        else:
            self.notice.close_message()
