"""Who logs in: names, passwords (Argon2id), the administrator a new chain starts with.

The hashing library is imported where a password is set or checked: at many workstations none is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from terminplaner.domain.errors import PermissionDeniedError
from terminplaner.domain.people import User
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.permissions import Actor, Right

ADMINISTRATOR_NAME = "admin"


@dataclass(frozen=True, slots=True)
class Users:
    gate: Gate

    def list(self) -> tuple[User, ...]:
        with self.gate.store.read() as reader:
            return reader.list(User)

    def find(self, user_id: UUID) -> User | None:
        """The user as stored now; None where there is none any more."""
        with self.gate.store.read() as reader:
            user = reader.find(User, user_id)
        return user if user is not None and user.deleted_at is None else None

    def authenticate(self, name: str, password: str = "") -> User:
        """The user of that name; raise ``PermissionDeniedError`` (code ``login_failed``) where it does not fit.

        Name and password fail with the same sentence, so that nobody learns which users exist.
        """
        user = next((user for user in self.list() if user.name.casefold() == name.casefold()), None)
        if user is None or not _matches(user.password_hash, password):
            raise PermissionDeniedError("login_failed", user=name)
        return user

    @repeatable
    def set_password(self, actor: Actor, user_id: UUID, password: str) -> User:
        """Set or, with an empty one, remove a password: the own one, or as administrator any."""
        from argon2 import PasswordHasher

        if actor.user.id != user_id:
            actor.require(Right.MANAGE_SETTINGS)
        with self.gate.open(actor, "password") as passage:
            user = passage.work.get(User, user_id)
            return passage.work.put(
                replace(user, password_hash=PasswordHasher().hash(password) if password else "")
            )


def _matches(password_hash: str, password: str) -> bool:
    if not password_hash:
        return not password
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False
