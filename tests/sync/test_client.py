"""The calendar client and its transport: each request once, refusals by name, nothing in the log."""

from __future__ import annotations

import logging
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from helpers.tls import tls_front
from terminplaner.simulator import Fault, FaultKind, PersonCalendar, SimulatedGoogle
from terminplaner.sync.client import CalendarClient
from terminplaner.sync.endpoints import is_loopback
from terminplaner.sync.errors import ApiError, InvalidGrantError, OfflineError
from terminplaner.sync.oauth import SCOPE_CREATED, SCOPE_LIST
from terminplaner.sync.transport import Transport

THOR = "thor.schuss@example.com"
START = datetime(2026, 12, 1, 10, tzinfo=ZoneInfo("Europe/Berlin"))


class Held:
    """A token that cannot be renewed."""

    def __init__(self, token: str) -> None:
        self.token = token

    def current(self) -> str:
        return self.token

    def renewed(self) -> str:
        return self.token


@pytest.fixture
def google() -> Iterator[SimulatedGoogle]:
    with SimulatedGoogle() as running:
        yield running


@pytest.fixture
def client(google: SimulatedGoogle) -> Iterator[CalendarClient]:
    token = google.grant(THOR, (SCOPE_CREATED, SCOPE_LIST))["access_token"]
    with closing(CalendarClient(Transport(), f"{google.api_root}/", Held(token))) as made:
        yield made


@pytest.fixture
def calendar(google: SimulatedGoogle, client: CalendarClient) -> PersonCalendar:
    return google.calendar(client.insert_calendar({"summary": "Thor", "timeZone": "Europe/Berlin"})["id"])


def body(title: str = "Sehtest") -> dict[str, object]:
    end = START + timedelta(hours=1)
    return {
        "id": "a" * 33,
        "summary": title,
        "start": {"dateTime": START.isoformat(), "timeZone": "Europe/Berlin"},
        "end": {"dateTime": end.isoformat(), "timeZone": "Europe/Berlin"},
    }


def test_an_event_is_written_without_telling_anybody(
    google: SimulatedGoogle, client: CalendarClient, calendar: PersonCalendar
) -> None:
    event = client.insert_event(calendar.id, body())
    event = client.patch_event(calendar.id, event["id"], {"summary": "Brille"}, event["etag"])
    assert client.get_event(calendar.id, event["id"])["summary"] == "Brille"
    client.delete_event(calendar.id, event["id"], event["etag"])
    assert client.get_event(calendar.id, event["id"])["status"] == "cancelled"
    writes = [request for request in google.writes() if request.operation.startswith("events.")]
    assert [request.query["sendUpdates"] for request in writes] == [["none"]] * 3


@pytest.mark.parametrize("write", ["patch", "delete"])
def test_a_stale_write_is_refused(client: CalendarClient, calendar: PersonCalendar, write: str) -> None:
    event = client.insert_event(calendar.id, body())
    calendar.edit_event(event["id"], summary="von Hand")
    requests: dict[str, Callable[[], object]] = {
        "patch": lambda: client.patch_event(calendar.id, event["id"], {"summary": "x"}, event["etag"]),
        "delete": lambda: client.delete_event(calendar.id, event["id"], event["etag"]),
    }
    with pytest.raises(ApiError) as caught:
        requests[write]()
    assert (caught.value.status, caught.value.reason) == (412, "conditionNotMet")
    assert calendar.event(event["id"])["summary"] == "von Hand"


def test_pages_carry_their_tokens(
    google: SimulatedGoogle, client: CalendarClient, calendar: PersonCalendar
) -> None:
    for day in range(3):
        calendar.add_event("x", START + timedelta(days=day), START + timedelta(days=day, hours=1))
    google.faults.add(Fault("events.list", FaultKind.PAGE_SIZE, page_size=2, times=None))
    first = client.list_events(calendar.id, time_min=START)
    assert (len(first.items), first.next_sync_token, first.time_zone) == (2, "", "Europe/Berlin")
    last = client.list_events(calendar.id, time_min=START, page_token=first.next_page_token)
    assert (len(last.items), last.next_page_token) == (1, "")
    calendar.delete_event(last.items[0]["id"])
    changes = client.list_events(calendar.id, sync_token=last.next_sync_token)
    assert [item["status"] for item in changes.items] == ["cancelled"]
    for request in google.requests[-3:]:
        assert request.query["showDeleted"] == ["true"]
        assert request.query["singleEvents"] == ["false"]


def test_instances(client: CalendarClient, calendar: PersonCalendar) -> None:
    series = calendar.add_recurring("x", START, START + timedelta(hours=1), ["RRULE:FREQ=WEEKLY;COUNT=5"])
    page = client.list_instances(calendar.id, series["id"], START, START + timedelta(days=10))
    assert len(page.items) == 2


def test_every_page_of_the_calendar_list(google: SimulatedGoogle, client: CalendarClient) -> None:
    for number in range(3):
        google.account(THOR).add_calendar(f"Kalender {number}")
    google.account(THOR).calendar("Kalender 1").hide_for(THOR)
    google.faults.add(Fault("calendarList.list", FaultKind.PAGE_SIZE, page_size=1, times=None))
    assert len(client.list_calendars()) == 4
    assert client.requests == 4
    assert client.get_calendar_entry("primary")["id"] == THOR


@pytest.mark.parametrize("kind", [FaultKind.DROP_BEFORE, FaultKind.DROP_AFTER])
def test_a_dropped_request_is_never_sent_again(
    google: SimulatedGoogle, client: CalendarClient, calendar: PersonCalendar, kind: FaultKind
) -> None:
    google.faults.add(Fault("events.insert", kind, times=None))
    with pytest.raises(OfflineError) as caught:
        client.insert_event(calendar.id, body())
    assert caught.value.kind == "dropped"
    assert google.count("events.insert") == 1


def test_half_an_answer_is_a_dropped_one(google: SimulatedGoogle, client: CalendarClient) -> None:
    google.faults.add(Fault("calendarList.list", FaultKind.MALFORMED_JSON))
    with pytest.raises(OfflineError, match="offline_dropped"):
        client.list_calendars()


def test_a_mistake_of_our_own_is_not_taken_for_a_dropped_answer(
    client: CalendarClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise ValueError("not an address")

    monkeypatch.setattr(Transport, "send", refuse)
    with pytest.raises(ValueError, match="not an address"):
        client.list_calendars()


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_a_refusal_keeps_googles_words(google: SimulatedGoogle, client: CalendarClient, status: int) -> None:
    google.faults.add(
        Fault("calendarList.list", FaultKind.ERROR, times=None, status=status, reason="someReason", retry_after=7)
    )
    with pytest.raises(ApiError) as caught:
        client.list_calendars()
    error = caught.value
    assert (error.status, error.reason, error.retry_after_seconds) == (status, "someReason", 7)
    assert google.count("calendarList.list") == 1


def test_a_token_refused_twice_needs_a_person(google: SimulatedGoogle, client: CalendarClient) -> None:
    google.expire_access_tokens()
    with pytest.raises(InvalidGrantError):
        client.list_calendars()
    assert client.requests == 2


def test_neither_log_nor_error_tells_a_secret(
    google: SimulatedGoogle, client: CalendarClient, calendar: PersonCalendar, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client.insert_event(calendar.id, body("Frau Geheim"))
    page = client.list_events(calendar.id)
    google.faults.add(Fault("events.list", FaultKind.ERROR, status=403, reason="rateLimitExceeded"))
    with pytest.raises(ApiError) as refused:
        client.list_events(calendar.id, sync_token=page.next_sync_token)
    google.faults.add(Fault("events.list", FaultKind.DROP_BEFORE))
    with pytest.raises(OfflineError) as dropped:
        client.list_events(calendar.id, sync_token=page.next_sync_token)
    logged = "\n".join(f"{record.getMessage()} {record.args} {record.exc_text}" for record in caplog.records)
    for text in (logged, repr(refused.value), str(refused.value), repr(dropped.value)):
        for secret in ("Bearer", "ya29", "Geheim", page.next_sync_token, "syncToken"):
            assert secret not in text


def test_a_password_in_netrc_does_not_replace_the_token(
    client: CalendarClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("default login somebody password something\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    assert client.list_calendars()


def test_loopback_goes_past_the_proxy_and_the_rest_through_it(
    client: CalendarClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        proxy = f"http://127.0.0.1:{closed.getsockname()[1]}"
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, proxy)
    assert client.list_calendars()
    with closing(Transport()) as transport, pytest.raises(OfflineError) as caught:
        transport.send("GET", "https://www.googleapis.com/")
    assert caught.value.kind == "proxy"


def test_an_unknown_name_and_a_closed_port(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    with closing(Transport()) as transport:
        with pytest.raises(OfflineError) as refused:
            transport.send("GET", f"http://127.0.0.1:{port}/?q=1")

        def unknown(*_args: object, **_kwargs: object) -> None:
            raise socket.gaierror(-2, "Name or service not known")

        monkeypatch.setattr(socket, "getaddrinfo", unknown)
        with pytest.raises(OfflineError) as nameless:
            transport.send("GET", "https://www.googleapis.com/")
    assert (refused.value.kind, nameless.value.kind) == ("refused", "dns")


def test_an_unknown_certificate_is_named_and_a_private_one_can_be_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with SimulatedGoogle() as google, tls_front(google, tmp_path) as (address, certificate):
        with closing(Transport()) as transport, pytest.raises(OfflineError) as caught:
            transport.send("GET", address)
        assert caught.value.kind == "certificate"
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
        with closing(Transport()) as transport:
            assert transport.send("GET", address).status == 404
    assert ssl.SSLContext.__module__ == "ssl", "nothing may patch ssl for the whole process"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://127.0.0.1:1/", True),
        ("http://localhost/", True),
        ("http://[::1]:1/", True),
        ("http://127.0.0.1.evil.example/", False),
        ("http://localhost@evil.example/", False),
        ("http:///x", False),
    ],
)
def test_what_counts_as_loopback(address: str, expected: bool) -> None:
    assert is_loopback(address) is expected
