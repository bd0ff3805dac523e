"""The port ``GoogleCalendars``: consent, choosing and creating calendars, emptying, preview, withdrawal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from pathlib import Path
from uuid import UUID, uuid4

from terminplaner.domain.calendar_link import CalendarIntent, CalendarLink, GoogleAccount, LinkStatus
from terminplaner.domain.errors import (
    CalendarRefusedError,
    ComeBackLaterError,
    GoogleError,
    PersonNeededError,
    SecretStoreError,
)
from terminplaner.domain.resource import Resource
from terminplaner.services.google_ports import CalendarBackup, Emptied, Grant, LinkPreview, RemoteCalendar
from terminplaner.services.live_links import live_links
from terminplaner.services.ports import CancelToken, Clock, Progress, Store
from terminplaner.services.settings import chain_settings
from terminplaner.sync.client import CalendarClient, Json
from terminplaner.sync.clients import ClientFactory
from terminplaner.sync.consent import BOOKKEEPER, Consent
from terminplaner.sync.emptying import back_up, count_events, empty, list_events
from terminplaner.sync.errors import ApiError
from terminplaner.sync.failures import classify_failure
from terminplaner.sync.oauth import SCOPE_LIST, SCOPE_OWNED, TokenEndpoint
from terminplaner.sync.preview import preview
from terminplaner.sync.session import first_look_at
from terminplaner.sync.throttle import MakeThrottle
from terminplaner.sync.transport import Transport

_PASSING = frozenset({LinkStatus.OFFLINE, LinkStatus.QUOTA_PAUSE})


@dataclass(frozen=True, slots=True)
class GoogleAccountCalendars:
    """``backups`` is the profile's folder for backups."""

    store: Store
    clock: Clock
    consent: Consent
    clients: ClientFactory
    backups: Path
    make_throttle: MakeThrottle

    def check_secret_store(self) -> None:
        self.consent.vault.prepare()

    def request_consent(
        self, show_address: Callable[[str], None], cancel: CancelToken, *, for_existing: bool = False
    ) -> Grant:
        return self.consent.run(show_address, cancel, for_existing=for_existing)

    # -- choosing

    def list_calendars(self, account_id: UUID) -> Sequence[RemoteCalendar]:
        account = self._account(account_id)
        if SCOPE_LIST not in account.granted_scopes:
            return ()
        with self._client(account_id) as client:
            entries = client.list_calendars()
        created, linked = self._created_ids(), self._linked_resources()
        return tuple(
            _remote_calendar(entry, entry["id"] in created, linked.get(entry["id"]))
            for entry in entries
            if _is_selectable(entry)
        )

    def check_calendar(self, resource_id: UUID, account_id: UUID, calendar_id: str) -> RemoteCalendar:
        account = self._account(account_id)
        if calendar_id.casefold() in ("primary", account.email):
            raise CalendarRefusedError("calendar_is_primary")
        linked_id = self._linked_resources().get(calendar_id)
        if linked_id not in (None, resource_id):
            with self.store.read() as reader:
                raise CalendarRefusedError(
                    "calendar_linked_elsewhere", resource=reader.get(Resource, linked_id).name
                )
        with self._client(account_id) as client:
            entry = _found(lambda: client.get_calendar_entry(calendar_id))
            is_created = _found(lambda: client.get_calendar(calendar_id)) is not None
        if entry is None:
            if SCOPE_LIST not in account.granted_scopes and SCOPE_OWNED not in account.granted_scopes:
                raise CalendarRefusedError("calendar_needs_consent")
            raise CalendarRefusedError("calendar_not_found")
        if entry.get("primary"):
            raise CalendarRefusedError("calendar_is_primary")
        if not _is_selectable(entry):
            raise CalendarRefusedError("calendar_not_owned", calendar=_name_of(entry))
        if not is_created and SCOPE_OWNED not in account.granted_scopes:
            raise CalendarRefusedError("calendar_needs_consent")
        return _remote_calendar(entry, is_created, linked_id)

    # -- creating

    def create_calendar(self, resource_id: UUID, account_id: UUID, name: str, zone: str) -> RemoteCalendar:
        account = self._account(account_id)
        begun = self._open_intent(resource_id, account_id, name)
        with self._client(account_id) as client:
            if begun is not None and (found := self._find_created(client, account, begun)) is not None:
                return self._complete(begun, account, found)
            intent = CalendarIntent(uuid4(), resource_id, account_id, name, self.clock.now())
            self._keep(intent)
            try:
                calendar = _inserted(client, {"summary": name, "description": _description(intent)}, zone)
            except ApiError as error:
                if error.status < 500:
                    self._drop(intent)
                raise
            return self._complete(intent, account, calendar)

    def _open_intent(self, resource_id: UUID, account_id: UUID, name: str) -> CalendarIntent | None:
        """The latest creation of this calendar that never became a link."""
        with self.store.read() as reader:
            linked = {link.calendar_id for link in reader.list_records(CalendarLink)}
            intents = [
                intent
                for intent in reader.list_records(CalendarIntent)
                if (intent.resource_id, intent.account_id, intent.name) == (resource_id, account_id, name)
                and intent.calendar_id not in linked
            ]
        return max(intents, key=lambda intent: intent.created_at, default=None)

    def _find_created(self, client: CalendarClient, account: GoogleAccount, intent: CalendarIntent) -> Json | None:
        """What became of an intent; None where no calendar came of it, or it is gone."""
        if intent.calendar_id:
            return _found(lambda: client.get_calendar(intent.calendar_id))
        if SCOPE_LIST not in account.granted_scopes:
            raise CalendarRefusedError("calendar_creation_unclear", name=intent.name)
        found = (
            entry for entry in client.list_calendars() if _description(intent) in entry.get("description", "")
        )
        return next(found, None)

    def _complete(self, intent: CalendarIntent, account: GoogleAccount, calendar: Json) -> RemoteCalendar:
        with self.store.write(BOOKKEEPER, "create_calendar") as work:
            work.amend(CalendarIntent, intent.id, calendar_id=calendar["id"])
            if not account.email:
                # Granted without the list: the data owner of this calendar is who gave the consent.
                email = str(calendar.get("dataOwner", "")).casefold()
                work.amend(GoogleAccount, account.id, email=email)
            work.commit()
        return _remote_calendar(calendar, is_created=True, linked_resource_id=None)

    # -- emptying

    def count_events(self, account_id: UUID, calendar_id: str) -> int:
        with self._client(account_id) as client:
            return count_events(client, self.make_throttle(account_id), calendar_id)

    def back_up_calendar(self, account_id: UUID, calendar_id: str, name: str) -> CalendarBackup:
        throttle = self.make_throttle(account_id)
        with self._client(account_id) as client:
            return back_up(client, throttle, calendar_id, name, self.backups, self.clock.now())

    def empty_calendar(
        self, account_id: UUID, backup: CalendarBackup, progress: Progress, cancel: CancelToken
    ) -> Emptied:
        if backup.calendar_id.casefold() in ("primary", self._account(account_id).email):
            raise CalendarRefusedError("calendar_is_primary")
        with self._client(account_id) as client:
            return empty(client, self.make_throttle(account_id), backup, progress, cancel)

    # -- the first sync, and the end

    def preview_link(self, resource_id: UUID, account_id: UUID, calendar_id: str) -> LinkPreview:
        now = self.clock.now()
        # The calendar's own filter knows neither our window's edge nor our zone: a day more, and sorted out after.
        with self.store.read() as reader:
            time_min = first_look_at(now, chain_settings(reader)) - timedelta(days=1)
        with self._client(account_id) as client:
            items = tuple(list_events(client, self.make_throttle(account_id), calendar_id, time_min))
        with self.store.read() as reader:
            return preview(reader, resource_id, items, now)

    def revoke(self, account_id: UUID) -> bool:
        account = self._account(account_id)
        is_confirmed = not account.encrypted_token or self._revoke_at_google(account)
        with self.store.write(BOOKKEEPER, "google") as work:
            work.amend(GoogleAccount, account_id, encrypted_token=b"", needs_consent_since_at=self.clock.now())
            work.commit()
        return is_confirmed

    def _revoke_at_google(self, account: GoogleAccount) -> bool:
        try:
            with closing(Transport()) as transport:
                token = self.consent.vault.decrypt(account.encrypted_token)
                TokenEndpoint(transport, self.clients.endpoints.load(), self.clock).revoke(token)
        except ApiError as error:
            return error.status == HTTPStatus.BAD_REQUEST  # Google does not know the token any more
        except (GoogleError, SecretStoreError):
            return False
        return True

    # -- within

    def _account(self, account_id: UUID) -> GoogleAccount:
        with self.store.read() as reader:
            account = reader.find_record(GoogleAccount, account_id)
        if account is None:
            raise PersonNeededError
        return account

    def _keep(self, record: CalendarIntent) -> None:
        with self.store.write(BOOKKEEPER, "google") as work:
            work.keep(record)
            work.commit()

    def _drop(self, intent: CalendarIntent) -> None:
        with self.store.write(BOOKKEEPER, "google") as work:
            work.drop_intent(intent.id)
            work.commit()

    def _linked_resources(self) -> dict[str, UUID]:
        with self.store.read() as reader:
            return {link.calendar_id: link.resource_id for link in live_links(reader)}

    def _created_ids(self) -> set[str]:
        with self.store.read() as reader:
            links = {link.calendar_id for link in reader.list_records(CalendarLink) if link.is_created_by_program}
            return links | {intent.calendar_id for intent in reader.list_records(CalendarIntent)}

    @contextmanager
    def _client(self, account_id: UUID) -> Iterator[CalendarClient]:
        """A client whose refusals come as the port names them."""
        with closing(self.clients(account_id)) as client:
            try:
                yield client
            except ApiError as error:
                failure = classify_failure(error)
                if failure.status in _PASSING:
                    raise ComeBackLaterError(failure.reason, **failure.params) from error
                if failure.status is LinkStatus.NEEDS_CONSENT:
                    raise PersonNeededError from error
                if error.status == 404:
                    raise CalendarRefusedError("calendar_not_found") from error
                raise


def _inserted(client: CalendarClient, body: Json, zone: str) -> Json:
    """The new calendar, in the account's own zone where Google does not know ``zone``: events carry theirs anyway.

    What Google refuses for another reason it refuses without the zone as well.
    """
    try:
        return client.insert_calendar(body | {"timeZone": zone})
    except ApiError as error:
        if error.status != HTTPStatus.BAD_REQUEST:
            raise
    return client.insert_calendar(body)


def _found(request: Callable[[], Json]) -> Json | None:
    """None where the account, or its grant, does not reach the calendar."""
    try:
        return request()
    except ApiError as error:
        if error.status in (403, 404, 410) and classify_failure(error).status not in _PASSING:
            return None
        raise


def _is_selectable(entry: Json) -> bool:
    return entry.get("accessRole") == "owner" and not entry.get("primary") and not entry.get("deleted")


def _remote_calendar(entry: Json, is_created: bool, linked_resource_id: UUID | None) -> RemoteCalendar:
    return RemoteCalendar(
        calendar_id=entry["id"],
        name=_name_of(entry),
        zone=entry.get("timeZone", "UTC"),
        data_owner=entry.get("dataOwner", ""),
        is_created_by_program=is_created,
        linked_resource_id=linked_resource_id,
    )


def _name_of(entry: Json) -> str:
    """The name a person gave it in the own list, else the calendar's."""
    return str(entry.get("summaryOverride") or entry.get("summary") or entry["id"])


def _description(intent: CalendarIntent) -> str:
    """By which a calendar is found again whose creation was not answered."""
    return f"Terminplaner {intent.id}"
