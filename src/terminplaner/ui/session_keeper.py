"""A running session follows its user and its branch: both are those of now, not those of the login."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.people import User
from terminplaner.ui.context import Services, Session
from terminplaner.ui.messages import describe_code
from terminplaner.ui.tasks import TaskRunner

_BY_OWN_HAND_HERE = ""
"""A password that somebody gave themselves in this very session needs no proof."""


class SessionKeeper(QObject):
    """Wire up ``ChangeFeed`` to ``onChangedHere``, ``onChangedElsewhere`` and ``onOutdated``."""

    renamed = Signal()
    """The session's actor has another name, and may do what it could."""
    renewed = Signal()
    """The session's actor has another role or employee; what a window shows is still made for the former."""
    moved = Signal()
    """The session's branch has another time zone; what a window shows is still in the former."""
    ended = Signal(str)
    """Nobody may work in this session any more; why, in words."""

    def __init__(self, services: Services, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._users = services.users
        self._queries = services.queries
        self._tasks = tasks
        self._session: Session | None = None

    def keep(self, session: Session | None) -> None:
        """Look after this session from now on, None for none."""
        self._session = session

    def onChangedHere(self, change_set: ChangeSet) -> None:
        """Something was committed in this process."""
        self._notice(change_set, _BY_OWN_HAND_HERE)

    def onChangedElsewhere(self, change_set: ChangeSet) -> None:
        """Something was committed at another workstation, where the same user may work, too."""
        self._notice(change_set, "own_password_changed")

    def onOutdated(self) -> None:
        """Anything may be another than it was."""
        self._look_at_user("password_changed")
        self._look_at_branch()

    def _notice(self, change_set: ChangeSet, code_of_own_hand: str) -> None:
        """``code_of_own_hand`` says why the session ends where its own user has given another password."""
        if self._session is None:
            return
        user_id, touched = self._session.actor.user.id, _ids(change_set)
        if user_id in touched:
            is_own = change_set.author.user_id == user_id
            self._look_at_user(code_of_own_hand if is_own else "password_changed")
        if self._session.branch.id in touched:
            self._look_at_branch()

    # -- the user

    def _look_at_user(self, code_of_password: str) -> None:
        """Read the user, as no change set of others holds a password."""
        if (session := self._session) is not None:
            user_id = session.actor.user.id
            found = partial(self._on_user, session, code_of_password)
            self._tasks.run(lambda: self._users.find(user_id), self, found)

    def _on_user(self, session: Session, code_of_password: str, user: User | None) -> None:
        if session is not self._session:
            return
        before = session.actor.user
        if user is None:
            self._end("user_deleted", before)
        elif user.password_hash != before.password_hash and code_of_password != _BY_OWN_HAND_HERE:
            self._end(code_of_password, before)
        else:
            session.follow(user)
            if user.name != before.name:
                self.renamed.emit()
            if (user.role, user.employee_id) != (before.role, before.employee_id):
                self.renewed.emit()

    def _end(self, code: str, user: User) -> None:
        self._session = None
        self.ended.emit(describe_code(code, {"user": user.name}))

    # -- the branch

    def _look_at_branch(self) -> None:
        if (session := self._session) is not None:
            self._tasks.run(self._queries.branches, self, partial(self._on_branches, session))

    def _on_branches(self, session: Session, branches: tuple[Branch, ...]) -> None:
        before = session.branch
        branch = next((row for row in branches if row.id == before.id), None)
        if session is self._session and branch is not None:
            session.branch = branch
            if branch.tz != before.tz:
                self.moved.emit()


def _ids(change_set: ChangeSet) -> frozenset[UUID]:
    return frozenset(change.entity_id for change in change_set.changes)
