"""Linking a resource with a Google calendar, and ending the link."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, Choice, GoogleAccount, MappingState
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Origin
from terminplaner.domain.errors import (
    CalendarRefusedError,
    InvalidInputError,
    NotFoundError,
    PermissionDeniedError,
)
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.services.booking_rules import require_live
from terminplaner.services.branches import branch_of
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.google_ports import (
    CalendarBackup,
    Emptied,
    GoogleCalendars,
    Grant,
    LinkPreview,
    RemoteCalendar,
)
from terminplaner.services.holding import hold_links
from terminplaner.services.live_links import GOING_ON, live_links
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import CancelToken, Clock, Progress, Reader, UnitOfWork


@dataclass(frozen=True, slots=True)
class Revoked:
    """``resources`` are those whose links ended; unless ``is_confirmed``, Google may still grant access."""

    resources: tuple[str, ...]
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class Linking:
    """The steps of "Freigabe starten", in this order, and its opposite.

    Every method that takes an actor raises ``PermissionDeniedError`` (code ``may_not_link``) for a resource the
    actor may not link, and one that takes an account (code ``account_of_another``) where the actor may link the
    own resource only and did not give this account's consent.  Those before ``connect`` block on the network and
    raise ``GoogleError``.
    """

    gate: Gate
    clock: Clock
    google: GoogleCalendars

    def begin(
        self,
        actor: Actor,
        resource_id: UUID,
        show_address: Callable[[str], None],
        cancel: CancelToken,
        for_existing: bool = False,
    ) -> Grant:
        """Run the consent (see ``GoogleCalendars.request_consent``); ``SecretStoreError`` before it if need be."""
        self._resource(actor, resource_id)
        self.google.check_secret_store()
        grant = self.google.request_consent(show_address, cancel, for_existing=for_existing)
        with self.gate.open(_bookkeeper(actor), "consent") as passage:
            work = passage.work
            work.lock_table(GoogleAccount)  # of two who give their consent neither is forgotten
            account = work.find_record(GoogleAccount, grant.account_id)
            if account is not None:
                work.amend(GoogleAccount, account.id, granted_by=account.granted_by | {actor.user.id})
            return _with_history(work, grant, _latest_link(work, resource_id))

    def calendars(self, actor: Actor, resource_id: UUID, account_id: UUID) -> Sequence[RemoteCalendar]:
        self._resource(actor, resource_id, account_id)
        return self.google.list_calendars(account_id)

    def create(self, actor: Actor, resource_id: UUID, account_id: UUID, name: str) -> RemoteCalendar:
        """Create a calendar in the zone of the resource's branch."""
        resource = self._resource(actor, resource_id, account_id)
        if not name.strip():
            raise InvalidInputError("field_missing", field="name")
        with self.gate.store.read() as reader:
            zone = branch_of(reader, resource).zone
        return self.google.create_calendar(resource_id, account_id, name.strip(), zone)

    def choose(self, actor: Actor, resource_id: UUID, account_id: UUID, calendar_id: str) -> RemoteCalendar:
        """Check an existing calendar; ``CalendarRefusedError`` says why it cannot be linked.

        Its code ``calendar_needs_consent`` asks for ``begin(..., for_existing=True)``.
        """
        self._resource(actor, resource_id, account_id)
        return self.google.check_calendar(resource_id, account_id, calendar_id)

    def count_events(self, actor: Actor, resource_id: UUID, account_id: UUID, calendar_id: str) -> int:
        self._resource(actor, resource_id, account_id)
        return self.google.count_events(account_id, calendar_id)

    def back_up(
        self, actor: Actor, resource_id: UUID, account_id: UUID, calendar: RemoteCalendar
    ) -> CalendarBackup:
        """The backup whose path is shown before the second confirmation."""
        self._resource(actor, resource_id, account_id)
        self.google.check_calendar(resource_id, account_id, calendar.calendar_id)
        return self.google.back_up_calendar(account_id, calendar.calendar_id, calendar.name)

    def empty(
        self,
        actor: Actor,
        resource_id: UUID,
        account_id: UUID,
        backup: CalendarBackup,
        progress: Progress,
        cancel: CancelToken,
    ) -> Emptied:
        """Delete from Google what the backup holds; raise as ``require_may_empty``.

        A link with this calendar ends before that: to a pass, each deletion would be one of an appointment.
        """
        require_may_empty(self._resource(actor, resource_id, account_id))
        self.google.check_calendar(resource_id, account_id, backup.calendar_id)
        self._end_link_with(actor, resource_id, backup.calendar_id)
        return self.google.empty_calendar(account_id, backup, progress, cancel)

    def preview(self, actor: Actor, resource_id: UUID, account_id: UUID, calendar_id: str) -> LinkPreview:
        """What the first sync would move; nothing is written."""
        self._resource(actor, resource_id, account_id)
        return self.google.preview_link(resource_id, account_id, calendar_id)

    @repeatable
    def connect(self, actor: Actor, resource_id: UUID, account_id: UUID, calendar: RemoteCalendar) -> CalendarLink:
        """Write the link.  One with this calendar goes on with the given consent, and with all that it remembers;
        another that the resource had ends, its events stay.

        Raise ``CalendarRefusedError`` (code ``calendar_linked_elsewhere``) where another resource was faster,
        and ``NotFoundError`` for a resource deleted since.
        """
        self._resource(actor, resource_id, account_id)
        with self.gate.open(_bookkeeper(actor), "connect") as passage:
            work = passage.work
            before = hold_links(work, lambda: _links_of_resource(work, resource_id), (resource_id,))
            require_live(work, (resource_id,))
            for link in before:
                if link.calendar_id == calendar.calendar_id:
                    return _renewed(work, link, account_id, calendar)
                self._end(work, link, actor)
            for link in live_links(work):
                if link.calendar_id == calendar.calendar_id:
                    name = work.get(Resource, link.resource_id).name
                    raise CalendarRefusedError("calendar_linked_elsewhere", resource=name)
            link = CalendarLink(
                id=uuid4(),
                resource_id=resource_id,
                account_id=account_id,
                calendar_id=calendar.calendar_id,
                calendar_name=calendar.name,
                zone=calendar.zone,
                is_created_by_program=calendar.is_created_by_program,
                data_owner=calendar.data_owner,
                created_at=self.clock.now(),
            )
            work.keep(link)
        return link

    @repeatable
    def disconnect(self, actor: Actor, resource_id: UUID) -> None:
        """End the link; appointments stay on both sides, blocks that were Google's leave the plan.

        Raise ``NotFoundError`` (code ``resource_not_linked``).
        """
        resource = self._resource(actor, resource_id)
        with self.gate.open(_bookkeeper(actor), "disconnect") as passage:
            work = passage.work
            links = hold_links(work, lambda: _links_of_resource(work, resource_id))
            if not links:
                raise NotFoundError("resource_not_linked", resource=resource.name)
            for link in links:
                self._end(work, link, actor)

    def has_consent(self, resource_id: UUID) -> bool:
        """Whether a consent stands behind this resource that can be withdrawn."""
        with self.gate.store.read() as reader:
            return any(account.encrypted_token for account in _accounts_of(reader, resource_id))

    def affected_by_revoke(self, resource_id: UUID) -> tuple[str, ...]:
        """The names of the resources whose links end if the consent behind this resource is withdrawn."""
        with self.gate.store.read() as reader:
            links = _links_of(reader, _accounts_of(reader, resource_id))
            return tuple(sorted(reader.get(Resource, link.resource_id).name for link in links))

    def revoke(self, actor: Actor, resource_id: UUID) -> Revoked:
        """Withdraw the consent at Google and end every link of that account.

        The actor must be allowed to link each of them.  Raise ``NotFoundError`` (code ``resource_not_linked``)
        where the resource never had a link.
        """
        resource = self._resource(actor, resource_id)
        with self.gate.store.read() as reader:
            accounts = _accounts_of(reader, resource_id)
            if not accounts:
                raise NotFoundError("resource_not_linked", resource=resource.name)
            for link in _links_of(reader, accounts):
                actor.require_link(reader.get(Resource, link.resource_id))
        confirmed = [self.google.revoke(account.id) for account in accounts]
        with self.gate.open(_bookkeeper(actor), "revoke") as passage:
            work = passage.work
            links = hold_links(work, lambda: _links_of(work, accounts))
            for link in links:
                self._end(work, link, actor)
            names = sorted(work.get(Resource, link.resource_id).name for link in links)
        return Revoked(tuple(names), all(confirmed))

    def _resource(self, actor: Actor, resource_id: UUID, account_id: UUID | None = None) -> Resource:
        with self.gate.store.read() as reader:
            resource = reader.get(Resource, resource_id)
            account = reader.find_record(GoogleAccount, account_id) if account_id else None
            actor.require_valid(reader)
        actor.require_link(resource)
        if account is not None and not (actor.may_link_any or actor.user.id in account.granted_by):
            raise PermissionDeniedError("account_of_another", account=account.email)
        return resource

    @repeatable
    def _end_link_with(self, actor: Actor, resource_id: UUID, calendar_id: str) -> None:
        with self.gate.open(_bookkeeper(actor), "disconnect") as passage:
            work = passage.work
            for link in hold_links(work, lambda: _links_of_resource(work, resource_id)):
                if link.calendar_id == calendar_id:
                    self._end(work, link, actor)

    def _end(self, work: UnitOfWork, link: CalendarLink, actor: Actor) -> None:
        """End a link.  The blocks that only mirrored its calendar leave with it: nobody could change them here."""
        now = self.clock.now()
        work.amend(CalendarLink, link.id, ended_at=now)
        for mapping in work.list_mappings(link.id):
            block = work.find(Appointment, mapping.appointment_id) if mapping.appointment_id else None
            if mapping.state is MappingState.BUSY and block is not None and not block.is_cancelled:
                zone = work.get(Branch, block.branch_id).tz
                if block.when.interval(zone).end_at > now:
                    work.put(replace(block, cancelled_at=now, cancelled_by=actor.name))
        for problem in work.list_problems(link_id=link.id):
            # Nobody can carry out a decision about a link that is gone.
            work.keep(replace(problem, resolved_at=now, resolved_by=actor.name, resolution=Choice.IGNORE))


def require_may_empty(resource: Resource) -> None:
    """Raise ``InvalidInputError`` (code ``emptying_only_read``) where nothing is ever written to the calendar."""
    if resource.sync_direction is SyncDirection.FROM_GOOGLE:
        raise InvalidInputError("emptying_only_read", resource=resource.name)


def _bookkeeper(actor: Actor) -> Actor:
    """By whose hand links change: no step that the actor's undo could take back."""
    return replace(actor, origin=Origin.SYSTEM)


def _renewed(work: UnitOfWork, link: CalendarLink, account_id: UUID, calendar: RemoteCalendar) -> CalendarLink:
    """A live link under a consent given anew, to be tried again at once."""
    return work.amend(
        CalendarLink,
        link.id,
        account_id=account_id,
        calendar_name=calendar.name,
        data_owner=calendar.data_owner,
        is_created_by_program=calendar.is_created_by_program,
        **GOING_ON,
    )


def _links_of_resource(reader: Reader, resource_id: UUID) -> tuple[CalendarLink, ...]:
    return tuple(link for link in live_links(reader) if link.resource_id == resource_id)


def _latest_link(reader: Reader, resource_id: UUID) -> CalendarLink | None:
    """The live link of a resource, else the one that ended last."""
    links = [link for link in reader.list_records(CalendarLink) if link.resource_id == resource_id]
    return max(links, key=lambda link: (link.ended_at is None, link.ended_at), default=None)


def _with_history(reader: Reader, grant: Grant, latest: CalendarLink | None) -> Grant:
    """The grant with what the resource was linked with before."""
    if latest is None:
        return grant
    before = reader.find_record(GoogleAccount, latest.account_id)
    is_other = before is not None and before.email and grant.email and before.email != grant.email
    return replace(
        grant,
        previous_calendar_id=latest.calendar_id,
        previous_email=before.email if before is not None and is_other else "",
    )


def _accounts_of(reader: Reader, resource_id: UUID) -> tuple[GoogleAccount, ...]:
    """The account of the resource's latest link, together with records of the same e-mail address."""
    latest = _latest_link(reader, resource_id)
    if latest is None:
        return ()
    accounts = reader.list_records(GoogleAccount)
    email = next(account.email for account in accounts if account.id == latest.account_id)
    return tuple(
        account for account in accounts if account.id == latest.account_id or (email and account.email == email)
    )


def _links_of(reader: Reader, accounts: Iterable[GoogleAccount]) -> tuple[CalendarLink, ...]:
    ids = {account.id for account in accounts}
    return tuple(link for link in live_links(reader) if link.account_id in ids)
