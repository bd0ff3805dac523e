"""Google's own client library against the simulated Google."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import googleapiclient
import pytest
from google.oauth2.credentials import Credentials
from googleapiclient.discovery import build_from_document
from googleapiclient.errors import HttpError

from helpers.log_watch import LogWatch
from terminplaner.simulator import PersonCalendar, SimulatedGoogle

BERLIN = ZoneInfo("Europe/Berlin")
PREFIX = "https://www.googleapis.com/auth/calendar"
APP_CREATED = PREFIX + ".app.created"
LIST_READ = PREFIX + ".calendarlist.readonly"
BOTH = (APP_CREATED, LIST_READ)
FULL = (PREFIX,)
THOR = "thor.schuss@example.com"
KLARA = "klara.himmel@example.com"

Connect = Callable[..., Any]


@cache
def _document() -> str:
    folder = Path(googleapiclient.__file__).parent / "discovery_cache" / "documents"
    return (folder / "calendar.v3.json").read_text(encoding="utf-8")


def discovery() -> dict[str, Any]:
    """The static discovery document of the installed client library."""
    document: dict[str, Any] = json.loads(_document())
    return document


def berlin(day: int, hour: int = 10, month: int = 12, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, tzinfo=BERLIN)


def timed(day: int, hour: int = 10, **fields: Any) -> dict[str, Any]:
    """A one-hour event body in December 2026, Berlin time."""
    return {
        "summary": f"Termin {day}",
        "start": {"dateTime": f"2026-12-{day:02}T{hour:02}:00:00", "timeZone": "Europe/Berlin"},
        "end": {"dateTime": f"2026-12-{day:02}T{hour + 1:02}:00:00", "timeZone": "Europe/Berlin"},
    } | fields


@pytest.fixture
def google() -> Iterator[SimulatedGoogle]:
    with SimulatedGoogle() as server:
        yield server


@pytest.fixture
def connect(google: SimulatedGoogle, expected_logs: LogWatch) -> Iterator[Connect]:
    """Gives a Calendar service for an account and scopes."""
    expected_logs.allow(r"^googleapiclient\.http: Encountered")  # the library reports each refusal
    with ExitStack() as stack:

        def service(account: str = THOR, scopes: tuple[str, ...] = BOTH) -> Any:
            token = google.grant(account, scopes)["access_token"]
            credentials = Credentials(token=token)
            document = discovery() | {"rootUrl": google.api_root + "/"}
            built = build_from_document(document, credentials=credentials)
            stack.callback(built.close)
            return built

        yield service


@pytest.fixture
def events(connect: Connect) -> Any:
    """The events collection for the client that made `room`."""
    return connect().events()


@pytest.fixture
def room(google: SimulatedGoogle) -> PersonCalendar:
    """A secondary calendar that counts as made by the application."""
    return google.account(THOR).add_calendar("Raum 1", created_by=google.client.client_id)


def refused(request: Any) -> tuple[int, str]:
    """The status and reason with which a request is refused."""
    with pytest.raises(HttpError) as error:
        request.execute()
    return error.value.status_code, reason(error.value)


def reason(error: Any) -> str:
    """The reason in an HttpError's body."""
    return str(json.loads(error.content)["error"]["errors"][0]["reason"])
