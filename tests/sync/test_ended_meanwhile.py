"""A link that somebody ends while a pass is over it: from then on nothing moves any more."""

from __future__ import annotations

from datetime import datetime, timedelta
from unittest.mock import Mock

import pytest

from helpers.sync_bench import BERLIN, Bench, at
from terminplaner.domain.calendar_link import LinkStatus
from terminplaner.domain.errors import NotFoundError
from terminplaner.services.linking import Linking

NINE = datetime(2026, 9, 16, 9, tzinfo=BERLIN)
AN_HOUR = timedelta(hours=1)


def disconnect(bench: Bench) -> None:
    Linking(bench.gate, bench.clock, Mock()).disconnect(bench.actor, bench.thor.id)


def test_a_link_ended_while_a_pass_reads_brings_nothing_and_sends_nothing(bench: Bench) -> None:
    calendar = bench.link()
    bench.settled()
    calendar.add_event("Hausbesuch", NINE, NINE + AN_HOUR)
    bench.book("Anpassung", at(18))
    bench.interfere("events.list", lambda: disconnect(bench))
    bench.google.clear_requests()
    (run,) = bench.sync_all()
    assert (run.status, run.reason) == (LinkStatus.BUSY, "link_ended")
    assert bench.google.writes() == ()
    assert [row.text for row in bench.appointments()] == ["Anpassung"]


def test_no_block_comes_that_nobody_could_take_away(bench: Bench) -> None:
    calendar = bench.link()
    bench.settled()
    calendar.add_recurring("Privatserie", NINE, NINE + AN_HOUR, ["RRULE:FREQ=WEEKLY;COUNT=3"])
    bench.interfere("events.instances", lambda: disconnect(bench))
    bench.sync_all()
    assert bench.appointments() == []
    with pytest.raises(NotFoundError, match="resource_not_linked"):
        disconnect(bench)


def test_a_link_ended_while_a_pass_writes_ends_the_writing(bench: Bench) -> None:
    calendar = bench.link()
    bench.settled()
    for day in (16, 17, 18):
        bench.book(f"Beratung {day}", at(day))
    bench.interfere("events.insert", lambda: disconnect(bench))
    (run,) = bench.sync_all()
    assert (run.status, run.reason) == (LinkStatus.BUSY, "link_ended")
    assert len(calendar.events()) == 1  # it was on its way already


def test_a_link_that_ended_meanwhile_is_not_read_for_the_sake_of_another(bench: Bench) -> None:
    thor = bench.link()
    cabin = bench.link(bench.cabin, "Kabine")
    bench.book("Anpassung", resources=(bench.cabin,))
    bench.settled()
    (event,) = cabin.events()
    cabin.delete_event(event["id"])
    bench.interfere("events.list", lambda: disconnect(bench))
    bench.google.clear_requests()
    bench.sync_all(link_ids=[bench.link_of(bench.cabin).id])
    assert not [request for request in bench.google.requests if thor.id.partition("@")[0] in request.path]
    bench.settled()
    assert bench.appointments(bench.cabin) == []


def test_no_question_is_asked_about_a_link_that_ended(bench: Bench) -> None:
    bench.link()
    bench.settled()
    bench.book("Anpassung", at(18))
    bench.fail("events.insert", 400, "invalid")
    bench.interfere("events.insert", lambda: disconnect(bench))
    bench.sync_all()
    assert bench.problems() == ()
