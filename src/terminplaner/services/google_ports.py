"""What the services need from Google: consents, calendars, passes.  ``sync`` implements these."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol
from uuid import UUID

from terminplaner.domain.calendar_link import JournalEntry, Problem, SyncRun
from terminplaner.domain.resource import SyncDirection
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import CancelToken, Progress


@dataclass(frozen=True, slots=True)
class RemoteCalendar:
    """A calendar an account offers for linking (secondary, owned)."""

    calendar_id: str
    name: str
    zone: str
    data_owner: str
    is_created_by_program: bool
    linked_resource_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """The outcome of a consent: which account, and which of the tick boxes.

    The service fills in what the resource was linked with before: the calendar, which is offered again, and the
    account, where it is another one than now.
    """

    account_id: UUID
    email: str
    scopes: tuple[str, ...]
    can_list_calendars: bool
    can_use_existing: bool
    previous_calendar_id: str = ""
    previous_email: str = ""


@dataclass(frozen=True, slots=True)
class CalendarBackup:
    """What was in a calendar and lies in a file now; emptying deletes exactly this.

    ``etags`` maps the id of each event that a deletion needs to name to its entity tag at that moment.
    """

    calendar_id: str
    path: Path
    etags: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Emptied:
    """``kept`` events were changed in Google after the backup and therefore stayed."""

    deleted: int
    kept: int


@dataclass(frozen=True, slots=True)
class LinkPreview:
    """What the first sync would do, before anything is written."""

    adopted: int
    imported: int
    to_push: int


class GoogleCalendars(Protocol):
    """The road to Google that ``sync`` builds.  Every call blocks on the network; all errors are ``GoogleError``
    (or ``SecretStoreError``, ``CancelledError``)."""

    def check_secret_store(self) -> None:
        """Read, or for a chain without any token create, the chain key, so that a missing keyring is said before
        the browser opens.  Raise ``SecretStoreError``."""
        ...

    def request_consent(
        self,
        show_address: Callable[[str], None],
        cancel: CancelToken,
        *,
        for_existing: bool = False,
    ) -> Grant:
        """Run one consent in the system's browser: ``show_address`` gets the URL, the answer comes on loopback.

        ``for_existing`` asks for all three scopes, needed for calendars the program did not create.  Raise
        ``ConsentError`` with the code of its ending, ``CancelledError`` (code ``consent_cancelled``).
        """
        ...

    def list_calendars(self, account_id: UUID) -> Sequence[RemoteCalendar]:
        """The selectable ones: secondary and owned by the account; the primary never.

        Empty where the account did not grant reading its list.
        """
        ...

    def create_calendar(self, resource_id: UUID, account_id: UUID, name: str, zone: str) -> RemoteCalendar:
        """Create, or find again after a crash, the secondary calendar for a resource.

        Raise ``CalendarRefusedError`` (code ``calendar_creation_unclear``) where an earlier attempt may have
        succeeded and the account's list cannot be read to find out.
        """
        ...

    def check_calendar(self, resource_id: UUID, account_id: UUID, calendar_id: str) -> RemoteCalendar:
        """The calendar as selectable; raise ``CalendarRefusedError`` with the reason where it is not.

        The code ``calendar_needs_consent`` asks for a second consent, ``for_existing``.
        """
        ...

    def count_events(self, account_id: UUID, calendar_id: str) -> int: ...

    def back_up_calendar(self, account_id: UUID, calendar_id: str, name: str) -> CalendarBackup:
        """Write every event as plain iCalendar into the profile's ``backups`` folder."""
        ...

    def empty_calendar(
        self, account_id: UUID, backup: CalendarBackup, progress: Progress, cancel: CancelToken
    ) -> Emptied:
        """Delete what the backup holds, one by one with If-Match, past events too.

        Refuses (``CalendarRefusedError``) a calendar that is primary.
        """
        ...

    def preview_link(self, resource_id: UUID, account_id: UUID, calendar_id: str) -> LinkPreview: ...

    def revoke(self, account_id: UUID) -> bool:
        """Withdraw the consent at Google and forget the token in any case; whether Google confirmed it."""
        ...


@dataclass(frozen=True, slots=True)
class FullPreview:
    """What comparing a link with all of its calendar would do now.

    ``moves`` are the entries that its journal would get, ``questions`` the problems it would open.
    """

    moves: tuple[JournalEntry, ...]
    questions: tuple[Problem, ...]


class SyncEngine(Protocol):
    """Runs passes over links; used by the command line and by the worker thread."""

    def sync(
        self,
        link_ids: Sequence[UUID] | None = None,
        *,
        full: bool = False,
        at_once: bool = False,
        cancel: CancelToken | None = None,
        progress: Progress = ...,
    ) -> tuple[SyncRun, ...]:
        """One pass over these links (None: all live ones), pulls of all before the deletions of any.

        ``at_once`` ignores waiting times (not a quota pause); without it only links that are due run.
        ``progress`` counts events where a link has many: read (total 0), taken over, sent.
        """
        ...

    def resolve(self, problem_id: UUID, choice: str, actor: Actor) -> Problem:
        """Carry out a person's decision.  Raise ``InvalidInputError`` for a choice that does not fit, or
        ``PermissionDeniedError`` as ``Actor.require_valid`` does."""
        ...

    def preview_full(
        self, link_id: UUID, cancel: CancelToken | None = None, *, direction: SyncDirection | None = None
    ) -> FullPreview:
        """What a full pass over this link would change on either side; nothing is written to either.

        ``direction`` is the one to go by in place of the resource's.

        Raise ``GoogleError``, ``SecretStoreError``, or ``CancelledError``.
        """
        ...
