"""What somebody looks at: which tab, which days, which resources, what is filtered; and reading it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.view import PlannerView
from terminplaner.services.queries import Plan
from terminplaner.ui.context import Services, Session
from terminplaner.ui.planner.loader import Loaded, PlanLoader, Wish
from terminplaner.ui.planner.navigation.filtering import Filter
from terminplaner.ui.planner.state import PlannerState
from terminplaner.ui.planner.window import Mode, Window
from terminplaner.ui.tasks import TaskRunner


class PlanNavigator(QObject):
    """Every wish moves the window at once (``moved``) and is answered by ``loaded``."""

    moved = Signal()
    loaded = Signal(object)
    """A ``Loaded``, already taken over."""
    failed = Signal(object)
    """A ``TerminplanerError``; ``load`` tries again."""

    def __init__(self, services: Services, session: Session, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        zone = session.branch.tz
        self.state = PlannerState()
        self.window = Window(Mode.DAY, services.clock.now().astimezone(zone).date(), zone)
        self.plan: Plan | None = None
        self._loader = PlanLoader(services, session, tasks, self)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self.failed)

    @property
    def today(self) -> date:
        return self._services.clock.now().astimezone(self.window.zone).date()

    # -- where in time

    def turn(self, pages: int) -> None:
        """So many pages on, negative back."""
        self._look_at(self.window.turned(pages))

    def go_to(self, day: date) -> None:
        self._look_at(replace(self.window, day=day))

    def go_to_today(self) -> None:
        self.go_to(self.today)

    # -- what of it

    def show_mode(self, mode: Mode) -> None:
        """The free tab, in this mode."""
        self.state = replace(self.state, view_id=None, mode=mode)
        self._look_at(replace(self.window, mode=mode, view=None))

    def choose_view(self, view: PlannerView | None) -> None:
        """A view, or the free tab as it was left."""
        self.state = replace(self.state, view_id=view.id if view else None)
        self._look_at(replace(self.window, mode=Mode.VIEW if view else self.state.mode, view=view))

    def show_day(self, day: date, resource_ids: tuple[UUID, ...] = ()) -> None:
        """By its hours, with these resources among those shown; none leaves them as they are."""
        missing = set(resource_ids).difference(self.window.resource_ids)
        if missing and self.window.view is not None:
            self.state = replace(self.state, view_id=None)
        self.hide(self.state.hidden_here.difference(resource_ids), is_loading=False)
        if self.state.view_id is None and not self.window.has_columns:
            self.state = replace(self.state, mode=Mode.DAY)
        mode = self.window.mode if self.state.view_id else self.state.mode
        view = self.window.view if self.state.view_id else None
        self._look_at(replace(self.window, day=day, mode=mode, view=view))

    def hide(self, resource_ids: frozenset[UUID], *, is_loading: bool = True) -> None:
        """Take these resources out of the shown tab, and no others."""
        self.state = self.state.hiding(resource_ids)
        if is_loading:
            self.load()

    def arrange(self, resource_ids: tuple[UUID, ...]) -> None:
        """Show the resources of the free tab in this order; a view has its own."""
        self.state = self.state.arranged(resource_ids)
        self.load()

    def filter(self, chosen: Filter) -> None:
        self.state = replace(self.state, filter=chosen)
        self.load()

    def restore(self, state: PlannerState) -> None:
        """Look at today as somebody left it."""
        self.state = state
        self._look_at(replace(self.window, mode=state.mode, view=None))

    # -- reading

    def load(self) -> None:
        """Read what is looked at."""
        is_view = self.state.view_id is not None
        window = replace(self.window, mode=Mode.VIEW if is_view else self.state.mode, view=None, resource_ids=())
        state = self.state
        order = () if is_view else state.order
        self._loader.request(Wish(window, state.view_id, state.hidden_here, state.filter, order))

    def notice(self, change_set: ChangeSet | None) -> None:
        """Read again if ``change_set`` can be seen here; None may be anything."""
        self._loader.forget(change_set)
        if change_set is None or self._is_concerned(change_set):
            self.load()

    def _is_concerned(self, change_set: ChangeSet) -> bool:
        if self.plan is None:
            return True  # which resources the window has is not known yet
        for change in change_set.changes:
            if not isinstance(change.after, Appointment):
                return True
            states = (change.before, change.after)
            if any(isinstance(state, Appointment) and self.window.shows(state) for state in states):
                return True
        return False

    def _look_at(self, window: Window) -> None:
        self.window = window
        self.moved.emit()
        self.load()

    def _on_loaded(self, found: Loaded) -> None:
        is_moved = found.window.days != self.window.days
        self.window, self.plan = found.window, found.plan
        if found.window.view is None and self.state.view_id is not None:
            self.state = replace(self.state, view_id=None)  # the view was deleted
        if is_moved:
            self.moved.emit()
        self.loaded.emit(found)
