"""Who may do what, against the scopes of Google's discovery document."""

from typing import Any

import pytest
from googleapiclient.errors import HttpError

from simulator.conftest import APP_CREATED, BOTH, FULL, KLARA, LIST_READ, PREFIX, THOR, Connect, discovery, timed
from simulator.conftest import reason as reason_of
from terminplaner.simulator import PersonCalendar, SimulatedGoogle
from terminplaner.simulator.scopes import DESCRIPTIONS, OPENED_BY


@pytest.mark.parametrize("operation", sorted(OPENED_BY))
def test_every_operation_is_opened_by_the_scopes_google_names(operation: str) -> None:
    group, _, name = operation.partition(".")
    stated = set(discovery()["resources"][group]["methods"][name]["scopes"])

    assert OPENED_BY[operation] == stated & DESCRIPTIONS.keys()


def test_the_picker_needs_the_second_box(connect: Connect) -> None:
    with pytest.raises(HttpError) as refused:
        connect(scopes=(APP_CREATED,)).calendarList().list().execute()

    assert refused.value.status_code == 403
    assert reason_of(refused.value) == "insufficientPermissions"
    assert b"ACCESS_TOKEN_SCOPE_INSUFFICIENT" in refused.value.content


def test_the_second_box_alone_reads_no_events(connect: Connect, room: PersonCalendar) -> None:
    with pytest.raises(HttpError) as refused:
        connect(scopes=(LIST_READ,)).events().list(calendarId=room.id).execute()

    assert refused.value.status_code == 403


def test_app_created_does_not_see_what_a_person_made(connect: Connect, google: SimulatedGoogle) -> None:
    private = google.account(THOR).add_calendar("Familie")

    with pytest.raises(HttpError) as refused:
        connect(scopes=BOTH).events().list(calendarId=private.id).execute()
    with pytest.raises(HttpError) as primary:
        connect(scopes=BOTH).events().list(calendarId="primary").execute()

    assert (refused.value.status_code, reason_of(refused.value)) == (404, "notFound")
    assert primary.value.status_code == 404
    assert connect(scopes=BOTH).calendarList().get(calendarId=private.id).execute()["summary"] == "Familie"


def test_events_owned_reaches_owned_calendars_only(connect: Connect, google: SimulatedGoogle) -> None:
    own = google.account(THOR).add_calendar("Eigener")
    shared = google.account(KLARA).add_calendar("Klaras")
    shared.share(THOR, "writer")
    events = connect(scopes=(PREFIX + ".events.owned",)).events()

    events.insert(calendarId=own.id, body=timed(1)).execute()
    with pytest.raises(HttpError) as refused:
        events.insert(calendarId=shared.id, body=timed(1)).execute()

    assert refused.value.status_code == 403


@pytest.mark.parametrize("role", ["reader", "freeBusyReader"])
def test_readers_do_not_write(connect: Connect, google: SimulatedGoogle, role: str) -> None:
    shared = google.account(KLARA).add_calendar("Klaras")
    shared.share(THOR, role)

    with pytest.raises(HttpError) as refused:
        connect(scopes=FULL).events().insert(calendarId=shared.id, body=timed(1)).execute()

    assert (refused.value.status_code, reason_of(refused.value)) == (403, "requiredAccessLevel")


def test_private_details_are_hidden_from_readers(connect: Connect, google: SimulatedGoogle) -> None:
    shared = google.account(KLARA).add_calendar("Klaras")
    shared.share(THOR, "writerWithoutPrivateAccess")
    event = shared.add_event("Arzt", {"date": "2026-12-01"}, {"date": "2026-12-02"}, visibility="private")

    seen = connect(scopes=FULL).events().get(calendarId=shared.id, eventId=event["id"]).execute()

    assert "summary" not in seen
    assert seen["visibility"] == "private"


def test_a_bad_token_is_401(google: SimulatedGoogle, connect: Connect, room: PersonCalendar) -> None:
    service: Any = connect()
    google.expire_access_tokens()

    with pytest.raises(Exception, match=r"refresh|credentials") as refused:
        service.events().list(calendarId=room.id).execute()

    assert "RefreshError" in type(refused.value).__name__
    assert google.requests[-1].status == 401
