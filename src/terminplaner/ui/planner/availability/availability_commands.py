"""Opening the dialogs of availabilities and absences from the plan, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.series import SeriesScope
from terminplaner.domain.when import AllDay, Timed
from terminplaner.services.absences import SavedAbsence, may_enter
from terminplaner.services.availabilities import put_on
from terminplaner.services.choices import Choices
from terminplaner.services.permissions import Actor
from terminplaner.services.queries import Plan
from terminplaner.services.working_time import applies_on, local_days, rule_span
from terminplaner.ui.allowance import why_not
from terminplaner.ui.context import Services, Session
from terminplaner.ui.messages import describe_absence, describe_code
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from terminplaner.ui.entry_dialog import EntryDialog
    from terminplaner.ui.planner.plan.rule_gestures import MovedRule


class AvailabilityCommands(QObject):
    """One dialog at a time."""

    openRequested = Signal(object)
    """Open this appointment, an ``AppointmentRow``, to rebook it."""
    forbidden = Signal(str)
    """Why nothing is opened, in words."""
    refused = Signal(object)
    """The ``TerminplanerError`` that kept something from being done."""
    deleted = Signal(str, object)
    """An absence is gone: a sentence that says so, and the ``ChangeSet`` that can be taken back."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        parent: QWidget,
        *,
        opens_appointments: bool = True,
    ) -> None:
        """``opens_appointments``: whether somebody answers ``openRequested``."""
        super().__init__(parent)
        self._opens_appointments = opens_appointments
        self._services = services
        self._session = session
        self._tasks = tasks
        self._window = parent
        self._dialog: EntryDialog | None = None

    @property
    def actor(self) -> Actor:
        """Who acts here."""
        return self._session.actor

    @property
    def has_unsaved_input(self) -> bool:
        return self._dialog is not None and self._dialog.is_dirty

    # -- availability

    def edit_at(self, place: NewAppointment, plan: Plan, choices: Choices) -> None:
        """Open the availability that holds ``place``, or a new one there."""
        if not self._may_plan(place.resource):
            return
        day = self._clock(place)[0]
        rules = plan.availabilities.get(place.resource.id, ())
        rule = _rule_at(rules, place, day, self._zone) if isinstance(place.when, Timed) else None
        if rule is None:
            self.new_at(place, choices)
        else:
            self.edit_rule(rule, place.resource, day, choices)

    def edit_rule(self, rule: Availability, resource: Resource, day: date, choices: Choices) -> None:
        """Open an availability of ``resource`` as it is on ``day``."""
        if not self._may_plan(resource):
            return
        from terminplaner.ui.planner.availability.availability_dialog import AvailabilityDialog

        self._open(partial(AvailabilityDialog, *self._given, choices, rule, day, self._window))

    def new_at(self, place: NewAppointment, choices: Choices) -> None:
        """Open a new availability over ``place``, for this one day at first."""
        if not self._may_plan(place.resource):
            return
        from terminplaner.ui.planner.availability.availability_dialog import AvailabilityDialog
        from terminplaner.ui.planner.availability.rhythm import once_on

        day, starts_at, ends_at = self._clock(place)
        blank = Availability(uuid4(), place.resource.id, Weekday(day.weekday()), starts_at, ends_at)
        once = once_on(day, blank)
        self._open(partial(AvailabilityDialog, *self._given, choices, once, day, self._window))

    def move(self, moved: MovedRule) -> None:
        """Put an availability where it was dragged to; of one that repeats ask which days are meant."""
        if not (self._may_plan(moved.source) and self._may_plan(moved.resource)):
            return
        wanted = replace(
            put_on(moved.rule, moved.day, moved.to_on),
            resource_id=moved.resource.id,
            starts_at=moved.starts_at,
            ends_at=moved.ends_at,
        )
        if wanted == moved.rule:
            return
        from terminplaner.ui.planner.availability.rhythm import is_once
        from terminplaner.ui.planner.availability.which_days import ask_which_days_change

        if is_once(moved.rule):
            self._change(wanted, moved, SeriesScope.ALL)
        else:
            ask_which_days_change(self._window, partial(self._change, wanted, moved))

    def _change(self, wanted: Availability, moved: MovedRule, scope: SeriesScope) -> None:
        from terminplaner.ui.planner.availability.which_days import meant

        change = partial(self._services.availabilities.change, self.actor)
        meant_there = meant(wanted, moved.to_on, scope)
        self._tasks.run(partial(change, meant_there, moved.day, scope), self, None, self._on_refused)

    # -- absences

    def new_absence(
        self, choices: Choices, place: NewAppointment | None = None, shown_on: date | None = None
    ) -> None:
        """Open a new absence: of the resource of ``place`` on its day, else of whoever works here.

        Without a place it is for the day ``shown_on``, or today where no day is shown.
        """
        when = AllDay(*self._day_of(place, shown_on))
        self.new_absence_on(choices, when, place.resource.id if place is not None else None)

    def new_absence_on(self, choices: Choices, days: AllDay, resource_id: UUID | None) -> None:
        """Open a new absence for these days: of one resource, or of whoever works here."""
        own = tuple(resource.id for resource in choices.resources if self._session.actor.owns(resource))
        resource_ids = (resource_id,) if resource_id is not None else own
        self.edit_absence(Absence(uuid4(), AbsenceKind.VACATION, days, resource_ids), choices)

    def new_closure(self, choices: Choices, shown_on: date | None = None) -> None:
        """Open a new closure of the branch that somebody works in, on the day ``shown_on``, else today."""
        when = AllDay(*self._day_of(None, shown_on))
        closure = Absence(uuid4(), AbsenceKind.CLOSURE, when, branch_id=self._session.branch.id)
        self.edit_absence(closure, choices)

    def edit_absence(self, absence: Absence, choices: Choices) -> None:
        if not may_enter(self.actor, absence, choices.resources):
            self.forbidden.emit(why_not(self.actor))
            return
        from terminplaner.ui.planner.availability.absence_dialog import AbsenceDialog

        def make() -> EntryDialog:
            dialog = AbsenceDialog(*self._given, choices, absence, self._window)
            dialog.repetitionRequested.connect(partial(self._repeat, choices))
            return dialog

        self._open(make)

    def _repeat(self, choices: Choices, absence: Absence) -> None:
        """Open a new Nichtverfügbarkeit for every week that says what ``absence`` does."""
        (resource_id,) = absence.resource_ids
        resource = next((row for row in choices.resources if row.id == resource_id), None)
        if resource is None or not self._may_plan(resource):
            return
        from terminplaner.ui.planner.availability.availability_dialog import AvailabilityDialog

        if isinstance(absence.when, AllDay):
            day, starts_at, ends_at = absence.when.first_on, time.min, time.min
        else:
            day, starts_at, ends_at = self._clock(NewAppointment(resource, absence.when))
        weekdays = {Weekday(on.weekday()) for on in local_days(absence.when, self._zone)}
        text = ": ".join(part for part in (describe_absence(absence.kind), absence.text) if part)
        weekday = Weekday(day.weekday())
        away = Availability(
            uuid4(), resource.id, weekday, starts_at, ends_at, is_available=False, valid_from_on=day, text=text
        )

        def make() -> EntryDialog:
            dialog = AvailabilityDialog(*self._given, choices, away, day, self._window, weekdays=weekdays)
            dialog.hold_as_entered()
            return dialog

        self._open(make)

    def delete_absence(self, absence: Absence) -> None:
        """``deleted`` says so."""
        absences, actor = self._services.absences, self._session.actor
        self._tasks.run(lambda: absences.delete(actor, absence), self, self._on_saved, self._on_refused)

    def _may_plan(self, resource: Resource) -> bool:
        """Say so where not."""
        is_allowed = self.actor.may_plan_absences(resource)
        if not is_allowed:
            self.forbidden.emit(describe_code("may_not_plan_absences", {"resource": resource.name}))
        return is_allowed

    @property
    def _given(self) -> tuple[Services, Session, TaskRunner]:
        return self._services, self._session, self._tasks

    @property
    def _zone(self) -> ZoneInfo:
        return self._session.branch.tz

    def _open(self, make: Callable[[], EntryDialog]) -> None:
        """One at a time: while one is open, what asks for another does nothing."""
        if self._dialog is not None:
            return
        self._dialog = dialog = make()
        dialog.saved.connect(self._on_saved)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_saved(self, result: object) -> None:
        if isinstance(result, ChangeSet) and isinstance(gone := result.changes[0].after, Absence):
            sentence = self.tr("„{name}“ ist gelöscht.").format(name=absence_wording.label(gone))
            self.deleted.emit(sentence, result)
        if isinstance(result, SavedAbsence) and result.colliding:
            from terminplaner.ui.planner.availability.absence_dialog import CollidingDialog

            told = CollidingDialog(result.colliding, self._window, can_open=self._opens_appointments)
            told.openRequested.connect(self.openRequested)
            told.open()

    def _on_refused(self, error: TerminplanerError) -> None:
        self.refused.emit(error)

    def _on_finished(self) -> None:
        self._dialog = None

    def _clock(self, place: NewAppointment) -> tuple[date, time, time]:
        """The local day and hours of a place; working hours where it has none."""
        if isinstance(place.when, AllDay):
            return place.when.first_on, time(9), time(18)
        start_at, end_at = (edge.astimezone(self._zone) for edge in (place.when.start_at, place.when.end_at))
        ends_at = end_at.time() if end_at.date() == start_at.date() else time.min
        return start_at.date(), start_at.time(), ends_at

    def _day_of(self, place: NewAppointment | None, shown_on: date | None) -> tuple[date, date]:
        today = self._services.clock.now().astimezone(self._zone).date()
        day = self._clock(place)[0] if place is not None else shown_on or today
        return day, day + timedelta(days=1)


def _rule_at(
    rules: tuple[Availability, ...], place: NewAppointment, day: date, zone: ZoneInfo
) -> Availability | None:
    """The block under a place; what takes availability away lies above."""
    span = place.when.interval(zone)
    here = [rule for rule in rules if applies_on(rule, day) and rule_span(rule, day, zone).overlaps(span)]
    return next((rule for rule in here if not rule.is_available), next(iter(here), None))
