"""Reading what a window shows, beside the GUI thread, and the pages before and after it before anybody asks."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.resource import Resource
from terminplaner.domain.view import PlannerView
from terminplaner.services.appointment_rows import seen_by
from terminplaner.services.choices import Choices, is_seen_in, visible_resources
from terminplaner.services.permissions import Actor
from terminplaner.services.queries import Plan
from terminplaner.ui.context import Services, Session
from terminplaner.ui.planner.navigation.filtering import NO_FILTER, Filter
from terminplaner.ui.planner.overviews.month import MonthSheet, lay_out_month
from terminplaner.ui.planner.overviews.year import YearSheet, lay_out_year
from terminplaner.ui.planner.plan.columns import retake_snapshot, take_snapshot
from terminplaner.ui.planner.plan.snapshot import Snapshot
from terminplaner.ui.planner.window import Mode, Window
from terminplaner.ui.tasks import TaskRunner

_PAGES_KEPT = 7


@dataclass(frozen=True, slots=True)
class Wish:
    """What a page is to show: ``window`` without view and resources, those that were taken out, and the filter.

    With ``view_id`` the mode is ``VIEW``; where that view is gone, the answer is a day without one.
    """

    window: Window
    view_id: UUID | None = None
    hidden_ids: frozenset[UUID] = frozenset()
    filter: Filter = NO_FILTER
    order: tuple[UUID, ...] = ()
    """The resources that stand first, as somebody arranged them; the others follow."""

    def on(self, day: date) -> Wish:
        return replace(self, window=replace(self.window, day=day))


Sheet = Snapshot | MonthSheet | YearSheet
"""A plan laid out: columns of hours, a month, or a year."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The answer to a wish; its window names the resources it shows."""

    wish: Wish
    window: Window
    choices: Choices
    views: tuple[PlannerView, ...]
    """Those of the user's branch."""
    resources: tuple[Resource, ...]
    """All that could be shown."""
    plan: Plan
    """What the filter lets pass."""
    hidden_rows: int
    """How many appointments it does not."""
    sheet: Sheet


class PlanLoader(QObject):
    """Keeps the pages somebody looked at and their neighbours until a change concerns them.

    Wishes that come while one is read lead to one more reading, of the last.
    """

    loaded = Signal(object)
    """The ``Loaded`` of the last wish, at once where it is kept."""
    failed = Signal(object)
    """A ``TerminplanerError``; the next ``request`` tries again."""

    def __init__(self, services: Services, session: Session, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._kept: OrderedDict[Wish, Loaded] = OrderedDict()
        self._wanted: Wish | None = None
        self._neighbours: tuple[Wish, ...] = ()
        self._reading: Wish | None = None
        self._age = 0

    def request(self, wish: Wish) -> None:
        """Answer with ``loaded``, or with ``failed``."""
        self._wanted, self._neighbours = wish, ()
        kept = self._kept.get(wish)
        if kept is not None:
            self._answer(kept)
        elif self._reading is None:
            self._read(wish)

    def forget(self, change_set: ChangeSet | None = None) -> None:
        """Drop what ``change_set`` concerns; None may be anything, and so may what is no appointment."""
        self._age += 1
        if change_set is None or any(not isinstance(change.after, Appointment) for change in change_set.changes):
            self._kept.clear()
            return
        states = [state for change in change_set.changes for state in (change.before, change.after)]
        touched = [state for state in states if isinstance(state, Appointment)]
        for wish, kept in tuple(self._kept.items()):
            if any(kept.window.shows(appointment) for appointment in touched):
                del self._kept[wish]

    def _read(self, wish: Wish) -> None:
        services, age = self._services, self._age
        actor, branch = self._session.actor, self._session.branch
        self._reading = wish
        self._tasks.run(
            lambda: (age, read(services, actor, branch, wish)),
            self,
            self._on_read,
            self._on_failed,
        )

    def _on_read(self, result: tuple[int, Loaded]) -> None:
        age, found = result
        self._reading = None
        if age == self._age:
            self._kept[found.wish] = found
            self._kept.move_to_end(found.wish)
            while len(self._kept) > _PAGES_KEPT:
                self._kept.popitem(last=False)
        if found.wish == self._wanted:
            self._answer(found)
        else:
            self._read_next()

    def _answer(self, found: Loaded) -> None:
        self._neighbours = tuple(found.wish.on(found.window.turned(pages).day) for pages in (1, -1))
        self.loaded.emit(found)
        self._read_next()

    def _read_next(self) -> None:
        """What is wanted and not kept; then the neighbours of what is shown."""
        wanted = self._wanted
        if wanted is None or self._reading is not None:
            return
        for wish in (wanted, *self._neighbours):
            if wish not in self._kept:
                self._read(wish)
                return

    def _on_failed(self, error: TerminplanerError) -> None:
        failed, self._reading = self._reading, None
        if failed == self._wanted:
            self.failed.emit(error)
        elif self._wanted not in self._kept:
            self._read_next()


def read(services: Services, actor: Actor, branch: Branch, wish: Wish) -> Loaded:
    """Blocks on the database."""
    choices = services.queries.choices()
    views = tuple(view for view in services.queries.views() if view.branch_id in {None, branch.id})
    view = next((view for view in views if view.id == wish.view_id), None)
    resources = _arranged(_resources(view, wish.filter, choices, branch), wish.order)
    ids = tuple(resource.id for resource in resources if resource.id not in wish.hidden_ids)
    is_gone = view is None and wish.view_id is not None
    window = replace(wish.window, mode=Mode.DAY if is_gone else wish.window.mode, view=view, resource_ids=ids)
    everything = _plan(services, window, wish.filter)
    everything = replace(everything, rows=seen_by(actor, everything.rows))
    plan = wish.filter.applied_to(everything)
    hidden_rows = len(everything.rows) - len(plan.rows)
    return Loaded(wish, window, choices, views, resources, plan, hidden_rows, lay_out(window, plan))


def lay_out(window: Window, plan: Plan) -> Sheet:
    """The plan as the window's mode shows it."""
    if window.mode is Mode.YEAR:
        return lay_out_year(window, plan)
    if window.mode is Mode.MONTH:
        return lay_out_month(window, plan)
    return take_snapshot(window, plan)


def lay_out_anew(loaded: Loaded, plan: Plan) -> Sheet:
    """The sheet of ``loaded`` with the rows of ``plan`` in the place of its own; hours cost what differs."""
    if isinstance(loaded.sheet, Snapshot):
        return retake_snapshot(loaded.sheet, loaded.plan, plan)
    return lay_out(loaded.window, plan)


def _resources(view: PlannerView | None, chosen: Filter, choices: Choices, branch: Branch) -> tuple[Resource, ...]:
    branches = tuple(other for other in choices.branches if other.id in chosen.branch_ids)
    if view is not None:
        by_id = {resource.id: resource for resource in choices.resources}
        columns = (by_id[column.resource_id] for column in view.columns if column.resource_id in by_id)
        return tuple(row for row in columns if not branches or any(is_seen_in(row, other) for other in branches))
    seen = {row.id for other in branches or (branch,) for row in visible_resources(choices, other)}
    return tuple(row for row in choices.resources if row.id in seen)


def _arranged(resources: tuple[Resource, ...], order: tuple[UUID, ...]) -> tuple[Resource, ...]:
    places = {key: number for number, key in enumerate(order)}
    return tuple(sorted(resources, key=lambda resource: places.get(resource.id, len(order))))


def _plan(services: Services, window: Window, chosen: Filter) -> Plan:
    ids, span = window.resource_ids, window.interval
    if window.mode is Mode.YEAR:
        return services.queries.plan_of_absences(ids, span.start_at, span.end_at)
    return services.queries.plan(ids, span.start_at, span.end_at, with_cancelled=chosen.shows_cancelled)
