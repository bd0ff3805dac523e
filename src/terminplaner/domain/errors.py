"""The tree of expected errors.

An error carries a stable ``code`` and the parameters of its sentence; the sentence itself is written in
``ui/messages.py``, the one catalogue.  Everything that is not one of these is a defect.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class TerminplanerError(Exception):
    """Base of everything a user may have to read.

    ``code`` names the sentence in the catalogue, ``params`` fill its gaps.  Parameters never hold secrets.
    """

    code: ClassVar[str] = "error"

    def __init__(self, code: str | None = None, /, **params: object) -> None:
        self.error_code: str = code or type(self).code
        self.params: Mapping[str, object] = params
        super().__init__(self.error_code, dict(params))


class InvalidInputError(TerminplanerError):
    """A value that cannot be accepted; nothing was changed (command line: exit 2)."""

    code = "invalid_input"


class NotFoundError(TerminplanerError):
    """The thing named does not exist or is no longer visible (command line: exit 2)."""

    code = "not_found"


class PermissionDeniedError(TerminplanerError):
    """The acting user lacks the right (command line: exit 1)."""

    code = "permission_denied"


class StaleRevisionError(TerminplanerError):
    """Somebody else changed the row since it was read (optimistic locking)."""

    code = "stale_revision"


class CapacityExceededError(TerminplanerError):
    """A resource would hold more simultaneous appointments than its capacity (command line: exit 5).

    ``params``: ``resource`` (name), ``colliding`` (tuple of Appointment).
    """

    code = "capacity_exceeded"


class ReadOnlyAppointmentError(TerminplanerError):
    """A busy block from Google, which is listed but never changed from here."""

    code = "read_only_appointment"


class StorageError(TerminplanerError):
    """The database cannot do it now: locked, full, unreachable, read-only, newer than the program."""

    code = "storage"


class DeadlockError(StorageError):
    """The database ended a transaction that waited for another which waited for it; nothing of it is stored, and
    begun anew it may well succeed."""

    code = "locked"


class SecretStoreError(TerminplanerError):
    """No usable keyring, or the chain key is missing or wrong."""

    code = "secret_store"


class CancelledError(TerminplanerError):
    """The user cancelled a running operation; nothing half-done is left."""

    code = "cancelled"


class GoogleError(TerminplanerError):
    """Base of everything the link with Google can answer."""

    code = "google"


class ConsentError(GoogleError):
    """The consent ended without a usable grant; ``error_code`` says how."""

    code = "consent"


class CalendarRefusedError(GoogleError):
    """The chosen calendar may not be linked (primary, not owned, linked already)."""

    code = "calendar_refused"


class ComeBackLaterError(GoogleError):
    """A passing state: offline, dropped connection, 5xx, 429, quota pause."""

    code = "offline"


class PersonNeededError(GoogleError):
    """Google waits for a person: consent withdrawn, calendar missing, read-only."""

    code = "needs_consent"
