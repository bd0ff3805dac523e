"""A running session follows its user: rights are those of now, not those of the login."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.people import User
from terminplaner.ui.context import Services, Session
from terminplaner.ui.messages import describe_code
from terminplaner.ui.tasks import TaskRunner


class SessionKeeper(QObject):
    """Wire up ``ChangeFeed`` to ``onChanged`` and ``onOutdated``."""

    renamed = Signal()
    """The session's actor has another name, and may do what it could."""
    renewed = Signal()
    """The session's actor has another role or employee; what a window shows is still made for the former."""
    ended = Signal(str)
    """Nobody may work in this session any more; why, in words."""

    def __init__(self, services: Services, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._users = services.users
        self._tasks = tasks
        self._session: Session | None = None

    def keep(self, session: Session | None) -> None:
        """Look after this session from now on, None for none."""
        self._session = session

    def onChanged(self, change_set: ChangeSet) -> None:
        """Something was committed, here or at another workstation."""
        if self._session is None:
            return
        user_id = self._session.actor.user.id
        if any(change.entity_id == user_id for change in change_set.changes):
            self._look(is_own=change_set.author.user_id == user_id)

    def onOutdated(self) -> None:
        """Anything may be another than it was."""
        self._look(is_own=False)

    def _look(self, *, is_own: bool) -> None:
        """Read the user, as no change set of others holds a password; ``is_own``: by the user's own hand."""
        if (session := self._session) is not None:
            user_id = session.actor.user.id
            found = partial(self._on_found, session, is_own=is_own)
            self._tasks.run(lambda: self._users.find(user_id), self, found)

    def _on_found(self, session: Session, user: User | None, *, is_own: bool) -> None:
        if session is not self._session:
            return
        before = session.actor.user
        if user is None:
            self._end("user_deleted", before)
        elif user.password_hash != before.password_hash and not is_own:
            self._end("password_changed", before)
        else:
            session.follow(user)
            if user.name != before.name:
                self.renamed.emit()
            if (user.role, user.employee_id) != (before.role, before.employee_id):
                self.renewed.emit()

    def _end(self, code: str, user: User) -> None:
        self._session = None
        self.ended.emit(describe_code(code, {"user": user.name}))
