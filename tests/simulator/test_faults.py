"""What goes wrong on purpose, the log and the quota meter."""

import threading
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
import requests
from googleapiclient.errors import HttpError

from simulator.conftest import APP_CREATED, THOR, Connect, berlin, reason, timed
from terminplaner.simulator import Fault, FaultKind, PersonCalendar, SimulatedGoogle


def test_the_library_sends_an_insert_twice(google: SimulatedGoogle, events: Any, room: PersonCalendar) -> None:
    google.faults.add(Fault("events.insert", FaultKind.DROP_AFTER))

    with pytest.raises(HttpError) as refused:
        events.insert(calendarId=room.id, body=timed(1, id="abcde")).execute()

    assert refused.value.status_code == 409
    assert [request.status for request in google.requests] == [None, 409]
    assert len(room.events()) == 1


def test_dropped_before_nothing_was_applied(google: SimulatedGoogle, events: Any, room: PersonCalendar) -> None:
    google.faults.add(Fault("events.insert", FaultKind.DROP_BEFORE, times=2))

    with pytest.raises(ConnectionError):
        events.insert(calendarId=room.id, body=timed(1, id="abcde")).execute()

    assert room.events() == []
    events.insert(calendarId=room.id, body=timed(1, id="abcde")).execute()


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (403, "rateLimitExceeded"),
        (403, "userRateLimitExceeded"),
        (403, "quotaExceeded"),
        (403, "forbidden"),
        (429, "rateLimitExceeded"),
        (503, "backendError"),
    ],
)
def test_errors_by_reason(
    google: SimulatedGoogle, events: Any, room: PersonCalendar, status: int, why: str
) -> None:
    google.faults.add(Fault("events.insert", FaultKind.ERROR, status=status, reason=why, retry_after=7))

    with pytest.raises(HttpError) as refused:
        events.insert(calendarId=room.id, body=timed(1)).execute()

    assert (refused.value.status_code, reason(refused.value)) == (status, why)
    assert refused.value.resp["retry-after"] == "7"
    assert room.events() == []


def test_a_person_is_faster(google: SimulatedGoogle, events: Any, room: PersonCalendar) -> None:
    made = events.insert(calendarId=room.id, body=timed(1, id="abcde")).execute()
    google.faults.add(
        Fault("events.patch", FaultKind.CALL, action=lambda: room.edit_event("abcde", summary="verlegt"))
    )
    request = events.patch(calendarId=room.id, eventId="abcde", body={"location": "Kabine"})
    request.headers["If-Match"] = made["etag"]

    with pytest.raises(HttpError) as refused:
        request.execute()

    assert refused.value.status_code == 412


def test_a_fault_waits_for_its_turn_and_its_place(
    google: SimulatedGoogle, events: Any, room: PersonCalendar
) -> None:
    google.faults.add(Fault("events.*", FaultKind.ERROR, skip=1, path_contains="abcde"))
    room.add_event("x", berlin(1), berlin(1, 11), id="abcde")
    room.add_event("y", berlin(1), berlin(1, 11), id="other")

    events.get(calendarId=room.id, eventId="abcde").execute()
    events.get(calendarId=room.id, eventId="other").execute()
    with pytest.raises(HttpError):
        events.get(calendarId=room.id, eventId="abcde").execute()
    assert google.faults.pending() == ()


def test_a_delay_ends_with_the_server(google: SimulatedGoogle) -> None:
    arrived = threading.Event()
    google.faults.add(Fault("oauth.auth", FaultKind.CALL, action=arrived.set))
    google.faults.add(Fault("oauth.auth", FaultKind.DELAY, seconds=600))

    def ask() -> None:
        with suppress(requests.RequestException):  # the answer may still come through, or in part, or not
            requests.get(google.auth_uri, timeout=30)

    client = threading.Thread(target=ask)
    client.start()
    assert arrived.wait(10)
    google.stop()
    client.join(10)

    assert not client.is_alive()


def test_quota_is_counted_per_account_and_minute(
    google: SimulatedGoogle, connect: Connect, room: PersonCalendar
) -> None:
    google.clock.set(berlin(1))
    google.quota.limit = 2
    events = connect(scopes=(APP_CREATED,)).events()
    for _ in range(2):
        events.list(calendarId=room.id).execute()

    with pytest.raises(HttpError) as refused:
        events.list(calendarId=room.id).execute()

    assert (refused.value.status_code, reason(refused.value)) == (403, "userRateLimitExceeded")
    google.clock.advance(timedelta(minutes=1))
    events.list(calendarId=room.id).execute()
    assert google.quota.peak(THOR) == 3


def test_the_log(google: SimulatedGoogle, events: Any, room: PersonCalendar) -> None:
    events.insert(calendarId=room.id, body=timed(1, id="abcde"), sendUpdates="none").execute()
    events.get(calendarId=room.id, eventId="abcde").execute()

    (write,) = google.writes()

    assert (write.operation, write.method, write.status, write.account) == ("events.insert", "POST", 200, THOR)
    assert write.query["sendUpdates"] == ["none"]
    assert '"id": "abcde"' in write.body
    assert google.count("events.*") == 2
    google.clear_requests()
    assert google.count() == 0


def test_a_stopped_server_starts_again_with_everything(
    google: SimulatedGoogle, connect: Connect, room: PersonCalendar
) -> None:
    address = google.url
    google.stop()
    with pytest.raises(ConnectionRefusedError):
        connect().events().list(calendarId=room.id).execute()
    google.start()

    assert google.url == address
    assert connect().events().list(calendarId=room.id).execute()["items"] == []
