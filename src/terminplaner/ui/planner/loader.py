"""Reading what a window shows, beside the GUI thread, and the pages before and after it before anybody asks."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.resource import Resource
from terminplaner.services.queries import Plan
from terminplaner.ui.context import Services, Session
from terminplaner.ui.planner.choices import Choices, load_choices, visible_resources
from terminplaner.ui.planner.snapshot import Snapshot, take_snapshot
from terminplaner.ui.planner.window import Window
from terminplaner.ui.tasks import TaskRunner

_PAGES_KEPT = 7


@dataclass(frozen=True, slots=True)
class Wish:
    """What a page is to show: ``window`` without its resources, and the resources that were taken out."""

    window: Window
    hidden_ids: frozenset[UUID] = frozenset()

    def turned(self, pages: int) -> Wish:
        return replace(self, window=self.window.turned(pages))


@dataclass(frozen=True, slots=True)
class Loaded:
    """The answer to a wish; its window names the resources it shows."""

    wish: Wish
    window: Window
    choices: Choices
    resources: tuple[Resource, ...]
    """All that could be shown."""
    plan: Plan
    snapshot: Snapshot


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
        self._reading: Wish | None = None
        self._age = 0

    def request(self, wish: Wish) -> None:
        """Answer with ``loaded``, or with ``failed``."""
        self._wanted = wish
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
        services, session, age = self._services, self._session, self._age
        self._reading = wish
        self._tasks.run(
            lambda: (age, read(services, session, wish)),
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
        self.loaded.emit(found)
        self._read_next()

    def _read_next(self) -> None:
        """What is wanted and not kept; then the neighbours of what is shown."""
        wanted = self._wanted
        if wanted is None or self._reading is not None:
            return
        for wish in (wanted, wanted.turned(1), wanted.turned(-1)):
            if wish not in self._kept:
                self._read(wish)
                return

    def _on_failed(self, error: TerminplanerError) -> None:
        failed, self._reading = self._reading, None
        if failed == self._wanted:
            self.failed.emit(error)
        elif self._wanted not in self._kept:
            self._read_next()


def read(services: Services, session: Session, wish: Wish) -> Loaded:
    """Blocks on the database."""
    choices = load_choices(services)
    resources = visible_resources(choices, session.branch)
    ids = tuple(resource.id for resource in resources if resource.id not in wish.hidden_ids)
    window = replace(wish.window, resource_ids=ids)
    span = window.interval
    plan = services.queries.plan(ids, span.start_at, span.end_at)
    return Loaded(wish, window, choices, resources, plan, take_snapshot(window, plan))
