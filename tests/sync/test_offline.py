"""A week without a network, and everything else that comes between a shop and its Google calendar.

Each case has a German sentence that says what to do, and does no harm: nothing is deleted, nothing doubled.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from helpers.google_chain import KLARA
from helpers.sync_bench import ACCOUNT, Bench, at, closed_port
from helpers.tls import tls_front
from terminplaner.domain.calendar_link import GoogleAccount, LinkStatus, ProblemKind
from terminplaner.simulator import Fault, FaultKind, PersonCalendar
from terminplaner.sync import transport
from terminplaner.sync.oauth import SCOPE_CREATED, SCOPE_LIST
from terminplaner.ui.messages import describe_link, describe_problem, describe_run

BOOKED = 4


@dataclass(slots=True)
class Shop:
    """A resource in step with its calendar: four appointments on both sides."""

    bench: Bench
    calendar: PersonCalendar
    folder: Path
    monkeypatch: pytest.MonkeyPatch

    @property
    def texts(self) -> list[str]:
        return sorted(found.text for found in self.bench.appointments())

    @property
    def titles(self) -> list[str]:
        return sorted(event["summary"] for event in self.calendar.events())


@pytest.fixture
def shop(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    calendar = bench.link()
    bench.fill(BOOKED)
    bench.settled()
    return Shop(bench, calendar, tmp_path, monkeypatch)


Trouble = Callable[[Shop], Iterator[None]]


def no_server(shop: Shop) -> Iterator[None]:
    shop.bench.google.stop()
    yield
    shop.bench.google.start()


def no_names(shop: Shop) -> Iterator[None]:
    def unknown(*_args: object, **_kwargs: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    here = shop.bench.clients.endpoints.api_root
    with shop.monkeypatch.context() as patched:
        patched.setattr(socket, "getaddrinfo", unknown)
        shop.bench.reach_google_at("https://www.googleapis.com/")
        yield
    shop.bench.reach_google_at(here)


def a_dead_proxy(shop: Shop) -> Iterator[None]:
    here = shop.bench.clients.endpoints.api_root
    with shop.monkeypatch.context() as patched:
        patched.setenv("https_proxy", f"http://127.0.0.1:{closed_port()}")
        shop.bench.reach_google_at("https://www.googleapis.com/")
        yield
    shop.bench.reach_google_at(here)


def a_strange_certificate(shop: Shop) -> Iterator[None]:
    here = shop.bench.clients.endpoints.api_root
    with tls_front(shop.bench.google, shop.folder) as (address, _certificate):
        shop.bench.reach_google_at(address)
        yield
    shop.bench.reach_google_at(here)


def silence(shop: Shop) -> Iterator[None]:
    with shop.monkeypatch.context() as patched:
        patched.setattr(transport, "_TIMEOUT_SECONDS", (0.3, 0.3))
        shop.bench.google.faults.add(Fault("*", FaultKind.DELAY, times=None, seconds=30))
        yield
    shop.bench.google.faults.clear()


def a_torn_line(shop: Shop) -> Iterator[None]:
    shop.bench.google.faults.add(Fault("*", FaultKind.DROP_AFTER, times=None))
    yield
    shop.bench.google.faults.clear()


def a_sick_google(shop: Shop) -> Iterator[None]:
    shop.bench.fail("events.*", 503, times=None)
    yield
    shop.bench.google.faults.clear()


@pytest.mark.parametrize(
    ("trouble", "reason", "word"),
    [
        (no_server, "offline_refused", "Internetverbindung"),
        (no_names, "offline_dns", "Internetverbindung"),
        (a_dead_proxy, "offline_proxy", "Proxy-Einstellungen"),
        (a_strange_certificate, "offline_certificate", "Zertifikat"),
        (silence, "offline_timeout", "später"),
        (a_torn_line, "offline_dropped", "abgerissen"),
        (a_sick_google, "google_unavailable", "von selbst"),
    ],
)
def test_no_way_to_google_is_said_by_its_cause_and_made_up_for(
    shop: Shop, trouble: Trouble, reason: str, word: str
) -> None:
    bench = shop.bench
    with contextmanager(trouble)(shop):
        bench.book("Währenddessen", at(21, 10))
        run = bench.sync()
        assert (run.status, run.reason) == (LinkStatus.OFFLINE, reason)
        assert word in describe_run(run)
        assert describe_link(bench.link_of()) == describe_run(run)
        assert len(bench.appointments()) == BOOKED + 1
    bench.settled()
    assert shop.texts == shop.titles
    assert len(shop.titles) == BOOKED + 1
    assert bench.google.count("events.delete") == 0
    assert bench.problems() == ()
    bench.assert_silent()


def test_a_week_offline_is_made_up_for_in_one_pass(shop: Shop) -> None:
    """Both sides went on: booked, moved, renamed, cancelled; and one appointment was renamed on both."""
    bench, calendar = shop.bench, shop.calendar
    here, moved, there, cancelled, dropped, both = (
        bench.book(text, at(5 + day, 9, month=10))
        for day, text in enumerate(("Hier", "Verschoben", "Dort", "Storniert", "Gelöscht", "Beide"))
    )
    bench.settled()
    ids = {found.id: bench.mappings_of(found.id)[0].event_id for found in (there, dropped, both)}
    bench.google.stop()
    for day in range(7):
        for _ in range(3):
            bench.sync_all(at_once=False)
            bench.advance(hours=8)
        bench.book(f"Neu hier {day}", at(24 + day % 3, 9 + day))
    bench.edit(here.id, text="Hier geändert")
    bench.edit(moved.id, when=at(28, 9))
    bench.cancel(cancelled.id)
    bench.edit(both.id, text="Beide, hier")
    when = at(29, 11)
    calendar.add_event("Neu dort", when.start_at, when.end_at)
    calendar.edit_event(ids[there.id], summary="Dort geändert")
    calendar.delete_event(ids[dropped.id])
    calendar.edit_event(ids[both.id], summary="Beide, dort")
    link = bench.link_of()
    assert link.status is LinkStatus.OFFLINE
    assert "Internetverbindung" in describe_link(link)
    assert link.last_success_at is not None
    assert bench.clock.now() - link.last_success_at >= timedelta(days=7)
    bench.google.start()
    bench.google.clear_requests()
    (run,) = bench.settled()
    assert (run.created_google, run.updated_google, run.deleted_google) == (7, 3, 1)
    assert (run.created_local, run.updated_local, run.cancelled_local, run.conflicts) == (1, 1, 1, 1)
    assert shop.texts == shop.titles
    assert {"Hier geändert", "Dort geändert", "Beide, hier", "Verschoben", "Neu dort"} <= set(shop.texts)
    assert bench.only_problem().google == {"title": "Beide, dort"}
    bench.assert_silent()


def test_the_lunch_break_of_a_sleeping_computer_is_taken_over_by_another(shop: Shop) -> None:
    """It falls asleep in the middle of a pass: what it sends after waking fails the fence."""
    bench, calendar = shop.bench, shop.calendar
    appointment = bench.book("Vor der Pause", at(21, 10))
    other = bench.make_engine()

    def sleep_over_lunch() -> None:
        bench.store.release_lease(bench.link_of().id, 2)  # as after its 90 seconds
        bench.advance(hours=1)
        (run,) = other.sync(at_once=True)
        assert run.status is LinkStatus.OK

    bench.interfere("events.insert", sleep_over_lunch)
    run = bench.sync()
    assert (run.status, run.reason) == (LinkStatus.BUSY, "held_elsewhere")
    assert "anderer Arbeitsplatz" in describe_run(run)
    bench.settled()
    assert shop.texts == shop.titles
    assert not bench.appointment(appointment.id).is_cancelled
    assert len(calendar.events()) == BOOKED + 1
    bench.assert_silent()


@pytest.mark.parametrize("hours", [-26, 3])
def test_a_wrong_clock_is_named_before_the_consent_is_blamed(shop: Shop, hours: int) -> None:
    bench = shop.bench
    bench.google.faults.add(Fault("oauth.refresh", FaultKind.ERROR, status=400, reason="invalid_grant"))
    bench.google.expire_access_tokens()
    bench.clock.instant += timedelta(hours=hours)
    bench.edit(bench.appointments()[0].id, text="Während die Uhr falsch geht")
    run = bench.sync()
    assert (run.status, run.reason) == (LinkStatus.ERROR, "clock_wrong")
    assert f"{abs(hours) * 60} Minuten" in describe_run(run)
    assert "stellen Sie die Uhr" in describe_run(run)
    with bench.store.read() as reader:
        account = reader.find_record(GoogleAccount, bench.account_id)
    assert account is not None
    assert account.needs_consent_since_at is None
    bench.clock.instant -= timedelta(hours=hours)
    bench.settled()
    assert shop.texts == shop.titles
    bench.assert_silent()


def test_yesterdays_database_is_held_with_a_question(shop: Shop) -> None:
    bench = shop.bench
    bench.store.backup(shop.folder / "yesterday")
    bench.book("Heute gebucht", at(21, 10))
    bench.settled()
    bench.store.restore(shop.folder / "yesterday")
    bench.google.clear_requests()
    run = bench.sync()
    assert run.status is LinkStatus.BRAKE
    assert "Sicherung wiederhergestellt" in describe_run(run)
    assert "bestätigen Sie" in describe_link(bench.link_of())
    problem = bench.only_problem()
    assert problem.kind is ProblemKind.RESTORE_PREVIEW
    assert all(describe_problem(problem.kind))
    bench.advance(hours=9)
    bench.sync_all(at_once=False)
    assert bench.google.writes() == ()
    bench.resolve(problem, "google")
    bench.settled()
    assert shop.texts == shop.titles
    assert "Heute gebucht" in shop.texts
    assert bench.google.count("events.delete") == 0
    bench.assert_silent()


def deleted(shop: Shop) -> None:
    shop.calendar.delete()


def unshared(shop: Shop) -> None:
    shop.calendar.transfer_to(shop.bench.google.add_account(KLARA).email)
    shop.calendar.unshare(ACCOUNT)


@pytest.mark.parametrize("end", [deleted, unshared])
def test_a_calendar_that_is_gone_takes_nothing_along(shop: Shop, end: Callable[[Shop], None]) -> None:
    bench = shop.bench
    before = bench.appointments()
    end(shop)
    bench.book("Danach", at(21, 10))
    bench.google.clear_requests()
    for reason in ("calendar_missing", "calendar_gone"):
        run = bench.sync()
        assert (run.status, run.reason) == (LinkStatus.CALENDAR_MISSING, reason)
        for sentence in (describe_run(run), describe_link(bench.link_of())):
            assert "Die Termine hier bleiben erhalten" in sentence
            assert "verknüpfen" in sentence
        bench.advance(minutes=11)
    assert bench.google.count("events.delete") == 0
    assert bench.appointments()[:BOOKED] == before
    bench.unlink()
    again = bench.link(name="Neu")
    bench.settled()
    assert len(again.events()) == BOOKED + 1
    bench.assert_silent()


def test_a_calendar_handed_to_another_owner_is_told_and_then_read_only(shop: Shop) -> None:
    bench, calendar = shop.bench, shop.calendar
    calendar.transfer_to(bench.google.add_account(KLARA).email)
    bench.book("Von hier", at(21, 10))
    bench.settled(full=True)
    assert KLARA in describe_link(bench.link_of())
    assert len(calendar.events()) == BOOKED + 1
    calendar.share(ACCOUNT, "reader")
    bench.edit(bench.appointments()[0].id, text="Geht nicht mehr hinaus")
    when = at(21, 15)
    calendar.add_event("Von dort", when.start_at, when.end_at)
    run = bench.sync()
    assert (run.status, run.created_local) == (LinkStatus.READ_ONLY, 1)
    assert "Rechte" in describe_run(run)
    assert describe_link(bench.link_of()) == describe_run(run)
    calendar.share(ACCOUNT, "writer")
    bench.settled()
    assert shop.texts == shop.titles
    assert bench.google.count("events.delete") == 0
    bench.assert_silent()


def test_a_consent_withdrawn_at_google_is_said_and_everything_waits(shop: Shop) -> None:
    bench = shop.bench
    bench.google.withdraw_grants()
    bench.google.expire_access_tokens()
    bench.book("Wartet", at(21, 10))
    run = bench.sync()
    assert run.status is LinkStatus.NEEDS_CONSENT
    for sentence in (describe_run(run), describe_link(bench.link_of())):
        assert "Freigabe" in sentence
        assert "erneut" in sentence
    assert len(shop.titles) == BOOKED
    bench.consent_again()
    bench.settled()
    assert shop.texts == shop.titles
    assert bench.google.count("events.delete") == 0
    bench.assert_silent()


def test_the_account_of_another_person_reaches_nothing_and_harms_nothing(shop: Shop) -> None:
    """Whoever consents now is not who made the calendar: as if it were gone, and back with the right account."""
    bench = shop.bench
    bench.google.add_account(KLARA)
    with bench.store.read() as reader:
        account = reader.find_record(GoogleAccount, bench.account_id)
    assert account is not None
    tokens = bench.google.grant(KLARA, (SCOPE_CREATED, SCOPE_LIST))
    strange = bench.clients.vault.encrypt(tokens["refresh_token"])
    bench.keep(replace(account, email=KLARA, encrypted_token=strange))
    bench.book("Währenddessen", at(21, 10))
    bench.google.clear_requests()
    run = bench.sync(full=True)
    assert run.status is LinkStatus.CALENDAR_MISSING
    assert "Die Termine hier bleiben erhalten" in describe_run(run)
    assert bench.google.writes() == ()
    assert len(bench.appointments()) == BOOKED + 1
    bench.keep(account)
    bench.settled()
    assert shop.texts == shop.titles
    assert describe_link(bench.link_of()) == ""
    bench.assert_silent()
