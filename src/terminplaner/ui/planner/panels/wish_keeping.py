"""Taking wishes off the waiting list, settling them and bringing them back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.waiting_list import WaitingRow
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.messages import describe
from terminplaner.ui.tasks import TaskRunner


class WishKeeping(QObject):
    """Says in ``banner`` what was done, with the way back beside it."""

    changed = Signal()
    """The list is another one than before."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, banner: Banner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._banner = banner
        self._gone: WaitingListEntry | None = None
        banner.actionRequested.connect(self._bring_back)

    def remove(self, row: WaitingRow) -> None:
        """Take a wish off the list."""
        waiting_list, actor, entry = self._services.waiting_list, self._session.actor, row.entry
        said = self.tr("{name} ist von der Liste genommen.").format(name=row.title)
        self._run(lambda: waiting_list.remove(actor, entry.id), entry, said)

    def settle(self, row: WaitingRow) -> None:
        """Put a wish away as fulfilled."""
        waiting_list, actor, entry = self._services.waiting_list, self._session.actor, row.entry
        said = self.tr("{name} ist erledigt.").format(name=row.title)
        self._run(lambda: waiting_list.settle(actor, entry.id), entry, said)

    def reopen(self, entry: WaitingListEntry) -> None:
        """Let a wish wait again."""
        waiting_list, actor = self._services.waiting_list, self._session.actor
        self._run(lambda: waiting_list.reopen(actor, entry.id), None, "")

    def notice(self, change_set: ChangeSet | None) -> None:
        """Offer no way back any more for a wish that was changed since; None may be anything."""
        gone = self._gone
        if gone is not None and (
            change_set is None or gone.id in {entry.entity_id for entry in change_set.changes}
        ):
            self._gone = None
            self._banner.close_message()

    def refuse(self, error: TerminplanerError) -> None:
        """Say why something could not be done or read."""
        self._gone = None
        self._banner.show_message(describe(error, self._session.branch.tz))

    def _bring_back(self) -> None:
        gone, self._gone = self._gone, None
        self._banner.close_message()
        if gone is not None:
            self.reopen(gone)

    def _run(self, work: Callable[[], None], gone: WaitingListEntry | None, said: str) -> None:
        self._tasks.run(work, self, partial(self._on_done, gone, said), self.refuse)

    def _on_done(self, gone: WaitingListEntry | None, said: str, _nothing: None) -> None:
        self._gone = gone
        if said:
            self._banner.show_message(said, "info", self.tr("Rückgängig"))
        self.changed.emit()
