"""Emptying a calendar: count, backup, and the deletion of exactly what the backup holds."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from helpers.google_chain import KLARA, THOR, Cancel, GoogleChain
from helpers.sync_bench import Bench
from terminplaner.domain.errors import CalendarRefusedError, CancelledError, InvalidInputError, StorageError
from terminplaner.domain.resource import SyncDirection
from terminplaner.services.google_ports import CalendarBackup, Grant, RemoteCalendar
from terminplaner.services.linking import Linking
from terminplaner.simulator import Fault, FaultKind, PersonCalendar
from terminplaner.sync.backup import render_calendar, write_backup
from terminplaner.sync.calendars import GoogleAccountCalendars
from terminplaner.sync.errors import OfflineError

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 9, 15, tzinfo=UTC)


@pytest.fixture
def grant(chain: GoogleChain) -> Grant:
    return chain.grant(for_existing=True)


@pytest.fixture
def there(chain: GoogleChain, grant: Grant) -> PersonCalendar:
    """A calendar a person filled: past and future, timed and all-day, a series with two changed instances."""
    calendar = chain.google.account(THOR).add_calendar("Thor: privat/alt")
    start = datetime(2026, 12, 1, 10, tzinfo=BERLIN)
    hour = timedelta(hours=1)
    calendar.add_event("Vergangen", datetime(2020, 1, 1, 8, tzinfo=BERLIN), datetime(2020, 1, 1, 9, tzinfo=BERLIN))
    calendar.add_event(
        "Urlaub 🏖", date(2026, 12, 24), date(2026, 12, 27), description="Bitte; nicht, stören\nDanke"
    )
    series = calendar.add_recurring("Besprechung", start, start + hour, ["RRULE:FREQ=WEEKLY;COUNT=5"])
    calendar.edit_instance(series["id"], start + timedelta(weeks=1), summary="Besprechung, verlegt")
    calendar.cancel_instance(series["id"], start + timedelta(weeks=2))
    gone = calendar.add_event("Abgesagt", start, start + hour)
    calendar.delete_event(gone["id"])
    return calendar


@pytest.fixture
def calendar(chain: GoogleChain, grant: Grant, there: PersonCalendar) -> RemoteCalendar:
    return chain.linking.choose(chain.admin, chain.thor.id, grant.account_id, there.id)


def back_up(chain: GoogleChain, grant: Grant, calendar: RemoteCalendar) -> CalendarBackup:
    return chain.linking.back_up(chain.admin, chain.thor.id, grant.account_id, calendar)


class Steps:
    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []

    def __call__(self, done: int, total: int) -> None:
        self.seen.append((done, total))


def test_count_backup_and_deletion_agree(
    chain: GoogleChain, grant: Grant, there: PersonCalendar, calendar: RemoteCalendar
) -> None:
    assert chain.linking.count_events(chain.admin, chain.thor.id, grant.account_id, there.id) == 3
    backup = back_up(chain, grant, calendar)
    assert len(backup.etags) == 3
    assert len(there.events()) == 4, "nothing is deleted before the second confirmation"
    chain.google.clear_requests()
    steps = Steps()
    emptied = chain.linking.empty(chain.admin, chain.thor.id, grant.account_id, backup, steps, Cancel())
    assert (emptied.deleted, emptied.kept) == (3, 0)
    assert there.events() == []
    assert steps.seen == [(0, 3), (1, 3), (2, 3), (3, 3)]
    writes = chain.google.writes()
    assert [request.operation for request in writes] == ["events.delete"] * 3
    assert all(request.query["sendUpdates"] == ["none"] for request in writes)


def test_the_backup_is_icalendar_and_complete(
    chain: GoogleChain, grant: Grant, there: PersonCalendar, calendar: RemoteCalendar
) -> None:
    backup = back_up(chain, grant, calendar)
    assert backup.path.parent == chain.backups
    assert backup.path.name.endswith("_Thor-privat-alt.ics")
    if sys.platform != "win32":
        assert stat.S_IMODE(chain.backups.stat().st_mode) == 0o700
    read = Calendar.from_ical(backup.path.read_bytes())
    events = read.walk("VEVENT")
    by_title = {str(event.get("SUMMARY", "")): event for event in events}
    assert set(by_title) == {"Vergangen", "Urlaub 🏖", "Besprechung", "Besprechung, verlegt", ""}
    holiday = by_title["Urlaub 🏖"]
    assert (holiday.decoded("DTSTART"), holiday.decoded("DTEND")) == (date(2026, 12, 24), date(2026, 12, 27))
    assert str(holiday["DESCRIPTION"]) == "Bitte; nicht, stören\nDanke"
    series = by_title["Besprechung"]
    assert series["RRULE"].to_ical() == b"FREQ=WEEKLY;COUNT=5"
    assert series["DTSTART"].params["TZID"] == "Europe/Berlin"
    moved, dropped = by_title["Besprechung, verlegt"], by_title[""]
    assert moved["UID"] == dropped["UID"] == series["UID"]
    assert moved.decoded("RECURRENCE-ID") == datetime(2026, 12, 8, 10, tzinfo=BERLIN)
    assert (str(dropped["STATUS"]), str(moved["STATUS"])) == ("CANCELLED", "CONFIRMED")
    assert [zone["TZID"] for zone in read.walk("VTIMEZONE")] == ["Europe/Berlin"]


def test_what_changed_or_came_after_the_backup_stays(
    chain: GoogleChain, grant: Grant, there: PersonCalendar, calendar: RemoteCalendar
) -> None:
    backup = back_up(chain, grant, calendar)
    changed = next(event for event in there.events() if event["summary"] == "Vergangen")
    there.edit_event(changed["id"], summary="Vergangen, berichtigt")
    there.add_event("Neu", NOW, NOW + timedelta(hours=1))
    emptied = chain.linking.empty(chain.admin, chain.thor.id, grant.account_id, backup, Steps(), Cancel())
    assert (emptied.deleted, emptied.kept) == (2, 1)
    assert {event["summary"] for event in there.events()} == {"Vergangen, berichtigt", "Neu"}


@pytest.mark.parametrize("is_linked_again", [False, True])
def test_emptying_the_calendar_that_is_linked_takes_no_appointment_along(
    bench: Bench, is_linked_again: bool
) -> None:
    there = bench.link()
    booked = bench.fill(3)
    bench.settled()
    consent: Any = None  # given already
    google = GoogleAccountCalendars(
        bench.store, bench.clock, consent, bench.clients, bench.folder / "backups", bench.make_throttle
    )
    linking, place = Linking(bench.gate, bench.clock, google), (bench.actor, bench.thor.id, bench.account_id)
    calendar = linking.choose(*place, there.id)
    backup = linking.back_up(*place, calendar)

    def sync_meanwhile(_done: int, _total: int) -> None:
        bench.sync_all()

    assert linking.empty(*place, backup, sync_meanwhile, Cancel()).deleted == 3
    if is_linked_again:
        linking.connect(*place, calendar)
        bench.settled()
    assert bench.sync_all() == () or is_linked_again
    assert bench.appointments() == booked
    assert len(there.events()) == 3 * is_linked_again


def test_what_is_gone_already_counts_as_deleted(
    chain: GoogleChain, grant: Grant, there: PersonCalendar, calendar: RemoteCalendar
) -> None:
    backup = back_up(chain, grant, calendar)
    for event in there.events():
        if "recurringEventId" not in event:
            there.delete_event(event["id"])
    emptied = chain.linking.empty(chain.admin, chain.thor.id, grant.account_id, backup, Steps(), Cancel())
    assert (emptied.deleted, emptied.kept) == (3, 0)


def test_emptying_stops_when_cancelled_and_can_go_on(
    chain: GoogleChain, grant: Grant, there: PersonCalendar, calendar: RemoteCalendar
) -> None:
    backup = back_up(chain, grant, calendar)
    cancel = Cancel()

    def after_one(done: int, _total: int) -> None:
        cancel.is_set = done == 1

    place = (chain.admin, chain.thor.id, grant.account_id, backup)
    with pytest.raises(CancelledError):
        chain.linking.empty(*place, after_one, cancel)
    assert chain.google.count("events.delete") == 1
    assert chain.linking.empty(*place, Steps(), Cancel()).deleted == 3
    assert there.events() == []


def test_passing_failures_are_sat_out_and_a_drop_is_told(
    chain: GoogleChain, grant: Grant, there: PersonCalendar, calendar: RemoteCalendar
) -> None:
    backup = back_up(chain, grant, calendar)
    place = (chain.admin, chain.thor.id, grant.account_id, backup)
    chain.google.faults.add(Fault("events.delete", FaultKind.ERROR, status=403, reason="rateLimitExceeded"))
    chain.google.faults.add(Fault("events.delete", FaultKind.DROP_AFTER, skip=2))
    with pytest.raises(OfflineError):
        chain.linking.empty(*place, Steps(), Cancel())
    assert chain.linking.empty(*place, Steps(), Cancel()).deleted == 3
    assert there.events() == []


def test_an_unreadable_event_is_neither_backed_up_nor_deleted(
    chain: GoogleChain, grant: Grant, there: PersonCalendar, calendar: RemoteCalendar
) -> None:
    there.add_raw_event({"id": "unreadable", "summary": "ohne Zeiten"})
    backup = back_up(chain, grant, calendar)
    assert "unreadable" not in backup.etags
    chain.linking.empty(chain.admin, chain.thor.id, grant.account_id, backup, Steps(), Cancel())
    assert [event["id"] for event in there.events()] == ["unreadable"]


def test_every_page_is_counted(chain: GoogleChain, grant: Grant, there: PersonCalendar) -> None:
    chain.google.faults.add(Fault("events.list", FaultKind.PAGE_SIZE, page_size=1, times=None))
    assert chain.linking.count_events(chain.admin, chain.thor.id, grant.account_id, there.id) == 3


def test_a_primary_calendar_is_never_emptied(chain: GoogleChain, grant: Grant) -> None:
    chain.google.account(THOR).primary.add_event("Privat", NOW, NOW + timedelta(hours=1))
    backup = CalendarBackup(THOR, chain.backups / "x.ics", {"x": '"1"'})
    attempts: tuple[Callable[[], object], ...] = (
        lambda: chain.calendars.empty_calendar(grant.account_id, backup, Steps(), Cancel()),
        lambda: chain.linking.empty(chain.admin, chain.thor.id, grant.account_id, backup, Steps(), Cancel()),
    )
    for attempt in attempts:
        with pytest.raises(CalendarRefusedError, match="calendar_is_primary"):
            attempt()
    assert chain.google.count("events.*") == 0


def test_a_foreign_calendar_is_never_emptied(chain: GoogleChain, grant: Grant) -> None:
    foreign = chain.google.account(KLARA).add_calendar("Geteilt")
    foreign.share(THOR, "writer")
    backup = CalendarBackup(foreign.id, chain.backups / "x.ics", {"x": '"1"'})
    with pytest.raises(CalendarRefusedError, match="calendar_not_owned"):
        chain.linking.empty(chain.admin, chain.thor.id, grant.account_id, backup, Steps(), Cancel())
    assert chain.google.count("events.*") == 0


def test_without_a_backup_nothing_is_deleted(
    chain: GoogleChain, grant: Grant, there: PersonCalendar, calendar: RemoteCalendar
) -> None:
    chain.backups.write_text("a file where the folder should be")
    with pytest.raises(StorageError, match="backup_not_written"):
        back_up(chain, grant, calendar)
    assert chain.google.count("events.delete") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="files there inherit the rights of their folder")
def test_a_backup_is_for_its_owner_alone(chain: GoogleChain) -> None:
    file = write_backup(chain.backups, "Thor", b"first", NOW)
    assert stat.filemode(file.stat().st_mode) == "-rw-------"
    assert stat.filemode(chain.backups.stat().st_mode) == "drwx------"


def test_a_backup_never_overwrites_another(chain: GoogleChain) -> None:
    write_backup(chain.backups, "Thor", b"first", NOW)
    with pytest.raises(StorageError):
        write_backup(chain.backups, "Thor", b"second", NOW)
    assert [file.read_bytes() for file in chain.backups.iterdir()] == [b"first"]


@pytest.mark.parametrize(
    ("name", "expected"), [("../../etc/passwd", "etc-passwd"), ("🙂", "Kalender"), ("Köln: A&B", "Köln-A-B")]
)
def test_a_file_name_holds_no_path(chain: GoogleChain, name: str, expected: str) -> None:
    assert write_backup(chain.backups, name, b"", NOW).name == f"2026-11-22T091500.000000Z_{expected}.ics"


def test_the_second_of_two_equal_hours_keeps_its_instant() -> None:
    event = {
        "id": "x",
        "etag": '"1"',
        "status": "confirmed",
        "start": {"dateTime": "2026-10-25T02:30:00+01:00", "timeZone": "Europe/Berlin"},
        "end": {"dateTime": "2026-10-25T03:30:00+01:00", "timeZone": "Europe/Berlin"},
        "attendees": [{"email": "a@example.com", "displayName": "A; B", "responseStatus": "accepted"}],
        "organizer": {"email": "o@example.com"},
        "visibility": "private",
        "transparency": "transparent",
    }
    file = render_calendar("x", [event], NOW)
    (read,) = Calendar.from_ical(file.content).walk("VEVENT")
    assert read.decoded("DTSTART") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert read.decoded("DTEND").utcoffset() == timedelta(hours=1)
    assert (str(read["CLASS"]), str(read["TRANSP"])) == ("PRIVATE", "TRANSPARENT")
    assert (str(read["ATTENDEE"]), read["ATTENDEE"].params["CN"]) == ("mailto:a@example.com", "A; B")
    assert str(read["ORGANIZER"]) == "mailto:o@example.com"


def test_a_calendar_that_is_only_read_is_never_emptied(
    chain: GoogleChain, grant: Grant, there: PersonCalendar, calendar: RemoteCalendar
) -> None:
    backup = back_up(chain, grant, calendar)
    with chain.linking.gate.open(chain.admin.author, "save") as passage:
        passage.work.put(replace(chain.thor, sync_direction=SyncDirection.FROM_GOOGLE))
    chain.google.clear_requests()
    with pytest.raises(InvalidInputError) as caught:
        chain.linking.empty(chain.admin, chain.thor.id, grant.account_id, backup, Steps(), Cancel())
    assert caught.value.error_code == "emptying_only_read"
    assert chain.google.writes() == ()
    assert len(there.events()) == 4
