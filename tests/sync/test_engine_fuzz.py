"""Whole passes over calendars in which Google answers mutated events between sound ones."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest

from helpers.google_events import EVENTS
from helpers.mutation import mutated_json
from helpers.sync_bench import Bench, at
from terminplaner.domain.calendar_link import LinkStatus, ProblemKind
from terminplaner.sync.client import CalendarClient, EventPage
from terminplaner.ui.messages import describe_code
from terminplaner.ui.sentences import SENTENCES

PARTS = 4
AT_ONCE = 20
WELL = {LinkStatus.OK, LinkStatus.BRAKE}


@contextmanager
def answering(items: list[dict[str, Any]]) -> Iterator[None]:
    """Lists bring these beside what is in the calendar."""
    complete = CalendarClient.list_events

    def more(client: CalendarClient, *arguments: Any, **named: Any) -> EventPage:
        page = complete(client, *arguments, **named)
        return replace(page, items=(*items, *page.items))

    with patch.object(CalendarClient, "list_events", more):
        yield


def mutations(count: int, chance: random.Random) -> list[dict[str, Any]]:
    made = [mutated_json(chance.choice(EVENTS), EVENTS, chance) for _ in range(count)]
    for item in made:
        # Events that sit beside each other have an id each; now and then two share one, or it is odd itself.
        if item.get("id") in [event["id"] for event in EVENTS] and chance.random() < 0.8:
            item["id"] = f"{item['id']}{chance.randrange(10**6)}"
    return made


@pytest.mark.prove(40, 1_000)
@pytest.mark.parametrize("part", range(PARTS))
def test_no_event_stops_the_pass_that_brings_the_others(
    part: int, examples: int, bench: Bench, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(part)
    calendar = bench.link()
    seen: Counter[str] = Counter()
    for number in range(examples // AT_ONCE):
        items = mutations(AT_ONCE, chance)
        sound = f"Heil {number}"
        calendar.add_event(sound, at(17).start_at, at(17).end_at)
        with answering(items):
            first = bench.sync(full=number % 2 == 0)
        changed = [mutated_json(item, EVENTS, chance) for item in items]
        with answering(changed):
            second = bench.sync()
        assert {first.status, second.status} <= WELL, (first, second)
        assert any(appointment.text == sound for appointment in bench.appointments(bench.thor))
        seen.update(items=2 * AT_ONCE, quarantined=first.quarantined + second.quarantined)
        seen.update(taken=first.created_local + second.created_local)
    for problem in bench.problems():
        if problem.kind is ProblemKind.QUARANTINE:
            reason = (problem.google or {})["reason"]
            assert reason in SENTENCES
            assert describe_code(reason, problem.google or {})
    assert seen["quarantined"]
    assert seen["taken"]
    for name, count in seen.items():
        record_property(name, count)
