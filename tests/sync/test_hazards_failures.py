"""Hazards H42 to H55 (google-calendar.md 2.6): failures that stop the sync, hide that it stopped, or harm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from helpers.google_chain import KLARA, THOR, GoogleChain
from helpers.sync_bench import Bench, at, closed_port
from helpers.tls import tls_front
from terminplaner.domain.calendar_link import LinkStatus, ProblemKind
from terminplaner.domain.errors import CancelledError
from terminplaner.services.settings import Settings
from terminplaner.simulator import Fault, FaultKind
from terminplaner.sync import worker as worker_module
from terminplaner.sync.worker import SyncWorker
from terminplaner.ui.messages import describe_link, describe_run


@dataclass(slots=True)
class Cancel:
    """A program that is being closed, once ``is_set``."""

    is_set: bool = False

    def set(self) -> None:
        self.is_set = True

    def raise_if_cancelled(self) -> None:
        if self.is_set:
            raise CancelledError


@pytest.mark.parametrize(
    "poison",
    [
        {"start": None},
        {"end": {}},
        {"start": {"dateTime": "2026-13-45T99:00:00"}},
        {"start": {"dateTime": "2026-09-16T10:00:00", "timeZone": "Mond/Krater"}},
        {"start": {"date": "2026-09-16"}},
        {"start": "gestern"},
    ],
)
def test_h42_a_poisoned_event_is_listed_and_the_rest_syncs(bench: Bench, poison: dict[str, Any]) -> None:
    calendar = bench.link()
    for hour in range(9, 13):
        when = at(17, hour)
        event = calendar.add_event(f"Um {hour}", when.start_at, when.end_at)
    bench.settled()
    calendar.add_raw_event(event | poison | {"id": "giftig", "summary": "Giftig"})
    when = at(17, 15)
    calendar.add_event("Um 15", when.start_at, when.end_at)
    (run,) = bench.settled()
    assert (run.created_local, run.quarantined) == (1, 1)
    problem = bench.only_problem()
    assert (problem.kind, (problem.google or {})["title"]) == (ProblemKind.QUARANTINE, "Giftig")
    bench.settled(full=True)
    assert bench.only_problem().id == problem.id
    calendar.add_raw_event({"id": "giftig", "status": "cancelled"})
    bench.settled()
    assert bench.problems() == ()
    assert len(bench.appointments()) == 5
    bench.assert_silent()


@pytest.mark.parametrize(
    "text",
    [
        "Anprobe 👨‍👩‍👧‍👦 🇩🇪 👍🏽",
        "Größenmaß für Ænne Łuczak-Ñandú",
        "פגישה עם לקוח — موعد",
        "視力検査 𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
        "a\u0308rger mit zerlegten Zeichen",
        "100 % %s {name} <b>&amp; \\u0041",
    ],
)
def test_h43_every_letter_survives_both_ways(bench: Bench, text: str) -> None:
    calendar = bench.link()
    here = bench.book(text, at(16, 10), comment=text)
    when = at(16, 12)
    calendar.add_event(text, when.start_at, when.end_at)
    bench.settled()
    titles = {event["summary"] for event in calendar.events()}
    assert len({found.text for found in bench.appointments()} | titles) <= 2  # at most in two normal forms
    assert bench.appointment(here.id).text == text
    bench.assert_silent()


def test_h44_a_withdrawn_consent_is_said_at_once_and_every_edit_waits(bench: Bench) -> None:
    calendar = bench.link()
    there = bench.book("Dort geändert", at(16, 10))
    here = bench.book("Hier geändert", at(16, 11))
    bench.settled()
    last_success_at = bench.link_of().last_success_at
    bench.google.withdraw_grants()
    bench.google.expire_access_tokens()
    for days in range(3):
        bench.edit(here.id, text=f"Hier geändert {days}")
        assert bench.sync().status is LinkStatus.NEEDS_CONSENT
        link = bench.link_of()
        assert (link.status, link.last_success_at) == (LinkStatus.NEEDS_CONSENT, last_success_at)
        assert "Freigabe" in describe_link(link)
        bench.advance(hours=12)
    calendar.edit_event(bench.mappings_of(there.id)[0].event_id, summary="Dort geändert, ja")
    bench.google.clear_requests()
    bench.sync_all(at_once=False)
    assert bench.google.count("events.*") == 0, "without a consent nobody is asked again and again"
    bench.consent_again()
    bench.settled()
    assert sorted(event["summary"] for event in calendar.events()) == ["Dort geändert, ja", "Hier geändert 2"]
    assert bench.appointment(there.id).text == "Dort geändert, ja"
    assert bench.problems() == ()
    bench.assert_silent()


@pytest.mark.parametrize(
    ("status", "reason"), [(410, "fullSyncRequired"), (410, "updatedMinTooLongAgo"), (400, "invalid")]
)
@pytest.mark.parametrize("page", [0, 2])
def test_h45_a_refused_sync_token_is_no_error(bench: Bench, status: int, reason: str, page: int) -> None:
    calendar = bench.link()
    bench.fill(5)
    bench.settled()
    for event in calendar.events()[:3]:
        calendar.edit_event(event["id"], description="dort")
    bench.google.faults.add(Fault("events.list", FaultKind.PAGE_SIZE, times=None, page_size=1))
    bench.fail("events.list", status, reason, skip=page)
    bench.google.clear_requests()
    bench.settled()
    assert bench.google.writes() == ()
    assert [found.comment for found in bench.appointments()].count("dort") == 3
    assert len(bench.appointments()) == 5
    assert bench.problems() == ()


def test_h46_a_calendar_missing_for_a_moment_is_taken_up_again(bench: Bench) -> None:
    calendar = bench.link()
    bench.fill(3)
    bench.settled()
    bench.fail("events.list", 404, "notFound")
    run = bench.sync()
    assert (run.status, run.reason) == (LinkStatus.CALENDAR_MISSING, "calendar_missing")
    assert "erhalten" in describe_run(run)
    bench.advance(minutes=3)
    (run,) = bench.sync_all(at_once=False)
    assert run.status is LinkStatus.OK
    assert bench.link_of().missing_since_at is None
    assert (len(bench.appointments()), len(calendar.events())) == (3, 3)
    bench.assert_silent()


def test_h47_requests_keep_their_pace_and_none_is_doubled(bench: Bench) -> None:
    """The simulated clock runs only while the program waits, so that the log shows its pace."""
    calendar = bench.link()
    bench.fill(60)
    bench.stopwatch.on_sleep = lambda seconds: bench.google.clock.advance(timedelta(seconds=seconds))
    bench.settled()
    assert len(calendar.events()) == 60
    inserts = [request.time for request in bench.google.writes()]
    assert len(inserts) == 60
    gaps = [later - earlier for earlier, later in pairwise(inserts)]
    assert min(gaps) >= timedelta(seconds=0.2)
    bench.assert_silent(passes=1)


def test_h47_a_refusing_google_is_asked_less_and_less(bench: Bench) -> None:
    bench.link()
    bench.settled()
    bench.fail("events.list", 403, "userRateLimitExceeded", times=None)
    asked = []
    for _ in range(24 * 12):
        bench.google.clear_requests()
        bench.sync_all(at_once=False)
        asked.append(bench.google.count("events.list"))
        bench.advance(minutes=5)
    assert max(asked) == 4, "three repetitions in a pass at most"
    assert sum(map(bool, asked)) <= 24 + 5, "and once an hour in the end"


def test_h48_a_first_sync_that_was_stopped_goes_on_where_it_was(bench: Bench) -> None:
    calendar = bench.link()
    bench.fill(20)
    for number in range(10):
        when = at(25, 8 + number)
        calendar.add_event(f"Dort {number}", when.start_at, when.end_at)
    bench.google.faults.add(Fault("events.list", FaultKind.PAGE_SIZE, times=None, page_size=3))
    cancel = Cancel()
    bench.interfere("events.list", cancel.set, skip=2)
    with pytest.raises(CancelledError):
        bench.sync_all(cancel=cancel)
    cancel = Cancel()
    bench.interfere("events.insert", cancel.set, skip=11)
    with pytest.raises(CancelledError):
        bench.sync_all(cancel=cancel)
    assert bench.google.count("events.insert") == 12
    bench.restart()
    bench.settled()
    assert bench.google.count("events.insert") == 20, "none was sent twice"
    assert (len(bench.appointments()), len(calendar.events())) == (30, 30)
    bench.assert_silent(passes=1)


def test_h49_the_past_stays_where_it_is_on_either_side(bench: Bench) -> None:
    calendar = bench.link()
    for day in range(1, 6):
        when = at(day, 9, month=6)
        calendar.add_event("Früher dort", when.start_at, when.end_at, attendees=[{"email": "gast@example.org"}])
        bench.arrange(bench.new("Früher hier", at(day, 11, month=6)))
    bench.book("Künftig", at(16, 10))
    (run,) = bench.settled()
    assert (run.created_google, run.created_local) == (1, 0)
    past = next(found for found in bench.appointments() if found.text == "Früher hier")
    bench.edit(past.id, text="Früher, berichtigt")
    bench.google.clear_requests()
    bench.settled(full=True)
    assert bench.google.writes() == ()


class Wall:
    """A clock on the wall, which goes on while the computer sleeps."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_h50_after_a_sleep_the_network_gets_time_before_anybody_hears_of_it(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "_WAKING_SECONDS", 0.05)
    bench.link()
    statuses: list[LinkStatus] = []
    wall = Wall()
    worker = SyncWorker(bench.engine, Settings(bench.gate), wall)
    worker.finished.connect(lambda runs: statuses.extend(run.status for run in runs))
    worker.start()
    bench.google.stop()
    wall.seconds += 2 * 3600
    bench.advance(hours=2)
    worker.settingsChanged()  # whatever wakes it first
    bench.google.start()
    with qtbot.waitSignal(worker.finished):
        pass
    assert statuses == [LinkStatus.OK, LinkStatus.OK]
    worker.requestStop()


def test_h50_the_worker_notices_the_sleep_by_itself(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the latest half a minute after the computer woke, not at the end of the interval."""
    assert worker_module._HEARTBEAT_SECONDS + worker_module._WAKING_SECONDS <= 60
    monkeypatch.setattr(worker_module, "_HEARTBEAT_SECONDS", 0.02)
    monkeypatch.setattr(worker_module, "_WAKING_SECONDS", 0.02)
    bench.link()
    wall = Wall()
    worker = SyncWorker(bench.engine, Settings(bench.gate), wall)
    worker.start()
    with qtbot.waitSignal(worker.finished):
        wall.seconds += 3600
    worker.requestStop()


def test_h51_a_private_certificate_is_named_and_can_be_trusted(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calendar = bench.link()
    bench.book("Eins", at(16, 10))
    with tls_front(bench.google, tmp_path) as (address, certificate):
        bench.reach_google_at(address)
        run = bench.sync()
        assert (run.status, run.reason) == (LinkStatus.OFFLINE, "offline_certificate")
        assert "Zertifikat" in describe_run(run)
        assert calendar.events() == []
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
        bench.settled()
        assert len(calendar.events()) == 1


def test_h51_a_proxy_is_asked_anew_by_each_pass(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network left behind must not be asked for until the program is restarted."""
    bench.link()
    bench.settled()
    here = bench.clients.endpoints.api_root
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{closed_port()}")
    bench.reach_google_at("https://www.googleapis.com/")
    run = bench.sync()
    assert (run.status, run.reason) == (LinkStatus.OFFLINE, "offline_proxy")
    assert "Proxy" in describe_run(run)
    monkeypatch.delenv("https_proxy")
    bench.reach_google_at(here)
    bench.settled()


def test_h52_closing_in_the_middle_of_a_list_leaves_everything_as_it_was(bench: Bench) -> None:
    calendar = bench.link()
    booked = bench.fill(4)
    bench.settled()
    token, mappings = bench.link_of().sync_token, bench.mappings()
    for event in calendar.events():
        calendar.delete_event(event["id"])
    bench.google.faults.add(Fault("events.list", FaultKind.PAGE_SIZE, times=None, page_size=1))
    cancel = Cancel()
    bench.interfere("events.list", cancel.set, skip=1)
    bench.google.clear_requests()
    with pytest.raises(CancelledError):
        bench.sync_all(cancel=cancel)
    assert bench.google.count() == 2, "it ends before the next request"
    assert [bench.appointment(found.id) for found in booked] == booked
    assert (bench.link_of().sync_token, bench.mappings()) == (token, mappings)


def test_h53_another_account_leaves_the_links_of_the_first_alone(chain: GoogleChain) -> None:
    grant = chain.grant(THOR)
    calendar = chain.linking.create(chain.admin, chain.thor.id, grant.account_id, "Thor Schuss")
    link = chain.linking.connect(chain.admin, chain.thor.id, grant.account_id, calendar)
    before = {account.id: account for account in chain.accounts()}
    other = chain.grant(KLARA)
    assert (other.email, other.account_id == grant.account_id) == (KLARA, False)
    assert chain.links() == (link,)
    assert {account.id: account for account in chain.accounts()}[grant.account_id] == before[grant.account_id]
    # The former calendar is offered again, and refused with a reason, because it is not this account's.
    assert (other.previous_calendar_id, other.previous_email) == (link.calendar_id, THOR)
    assert chain.grant(THOR).previous_email == ""
    assert chain.linking.calendars(chain.admin, chain.thor.id, other.account_id) == ()


def test_h54_guests_are_neither_touched_nor_told(bench: Bench) -> None:
    calendar = bench.link()
    guests = [{"email": "gast@example.org", "responseStatus": "accepted"}]
    when = at(17, 10)
    event = calendar.add_event("Mit Gästen", when.start_at, when.end_at, attendees=guests)
    bench.settled()
    bench.edit(bench.only().id, text="Mit Gästen, später", when=at(17, 11))
    bench.settled()
    (patch,) = bench.google.writes()
    assert (patch.query["sendUpdates"], "attendees" in patch.body) == (["none"], False)
    assert calendar.event(event["id"])["attendees"] == guests
    bench.cancel(bench.only().id)
    bench.settled()
    assert bench.google.writes()[-1].query["sendUpdates"] == ["none"]


def test_h55_a_long_description_of_googles_stays_whole_on_both_sides(bench: Bench) -> None:
    calendar = bench.link()
    when = at(17, 10)
    long = "\n".join(f"Zeile {number} mit Umlauten äöü" for number in range(180))[:5000]
    event = calendar.add_event("Bericht", when.start_at, when.end_at, description=long)
    bench.settled()
    assert bench.only().comment == long
    bench.edit(bench.only().id, text="Bericht, gelesen")
    bench.settled()
    kept = calendar.event(event["id"])
    assert (kept["summary"], kept["description"]) == ("Bericht, gelesen", long)
    bench.assert_silent()
