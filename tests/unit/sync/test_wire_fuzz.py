"""Mutated events of Google against everything that reads, merges and answers them."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.google_events import EVENTS
from helpers.mutation import ODD_TEXTS, mutated_json
from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import EventMapping, SharedFields
from terminplaner.domain.chain import PrivacyLevel
from terminplaner.domain.outgoing import Wording
from terminplaner.domain.people import Customer
from terminplaner.domain.when import Timed
from terminplaner.sync.event_questions import UNREADABLE
from terminplaner.sync.merging import Projection, as_json, differing, from_json, merge
from terminplaner.sync.projection import Field, project, take
from terminplaner.sync.wire import (
    RemoteEvent,
    UnreadableEventError,
    insert_body,
    is_cancelled,
    is_series,
    patch_body,
    read_event,
    series_id,
)
from terminplaner.ui.messages import show_when
from terminplaner.ui.sentences import SENTENCES

PARTS = 10
BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 9, 16, 8, 0, tzinfo=UTC)
BASE = SharedFields("Sehtest", Timed(START, START + timedelta(minutes=30)), "Kommentar")
OWN = Appointment(UUID(int=1), UUID(int=2), BASE.when, (UUID(int=3),), text=BASE.title, comment=BASE.description)
BORN_THERE = replace(OWN, origin=AppointmentOrigin.GOOGLE)
WITH_CUSTOMER = replace(OWN, customer_id=UUID(int=5))
CUSTOMER = Customer(UUID(int=5), "1001", "Mustermann", "Max", "MM")
MAPPING = EventMapping(UUID(int=6), UUID(int=7), "abc", OWN.id, projected=BASE, answered=BASE)


@pytest.mark.prove(300, 10_000)
@pytest.mark.parametrize("part", range(PARTS))
def test_a_mutated_event_is_read_or_set_aside_with_a_reason(
    part: int, examples: int, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(part)
    ended: Counter[str] = Counter()
    for _ in range(examples):
        item = mutated_json(chance.choice(EVENTS), EVENTS, chance)
        ended[outcome(item)] += 1
    assert ended["read"], "the mutations leave too little to read"
    assert ended["unreadable"], "the mutations break too little"
    for name, count in ended.items():
        record_property(name, count)


TEXTS = st.text(st.characters()) | st.sampled_from(ODD_TEXTS)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
KEYS = sorted({key for document in EVENTS for key in document})


@given(st.sampled_from(EVENTS), st.dictionaries(st.sampled_from(KEYS), JSON, max_size=4))
def test_any_json_in_any_field_is_read_or_set_aside(document: dict[str, Any], odd: dict[str, Any]) -> None:
    outcome({**document, **odd})


def outcome(item: dict[str, Any]) -> str:
    """What the sync does with one item of a list, as far as it goes without a store."""
    is_cancelled(item)
    is_series(item)
    assert_storable(series_id(item))
    try:
        remote = read_event(item, hides_private=True)
    except UnreadableEventError as error:
        hint = error.hint
    else:
        follow(remote)
        return "read"
    assert UNREADABLE in SENTENCES
    assert set(hint) == {"title", "start"}
    assert_storable(*hint.values())
    return "unreadable"


def follow(remote: RemoteEvent) -> None:
    """On to the merge, to the store, to the screen and back to Google."""
    fields = remote.fields
    assert_storable(
        remote.event_id,
        remote.etag,
        fields.title,
        fields.description,
        remote.recurring_event_id,
        remote.original_start,
        remote.named_event_id,
    )
    assert fields.when.interval(BERLIN).start_at <= fields.when.interval(BERLIN).end_at
    show_when(fields.when, BERLIN)
    kept = json.loads(json.dumps(as_json(fields)))
    assert from_json(kept, BASE) == (frozenset(Field), fields)
    json.dumps(insert_body("abc", fields, BERLIN, UUID(int=8), UUID(int=9)), allow_nan=False).encode()
    json.dumps(patch_body(BASE, fields, BERLIN), allow_nan=False).encode()
    for appointment in (OWN, BORN_THERE, WITH_CUSTOMER):
        for level in PrivacyLevel:
            merge(MAPPING, appointment, fields, projection(level))
            assert_storable(project(replace(appointment, text=fields.title), Wording(), level, fields).title)
    taken = take(OWN, fields, BASE, differing(fields, BASE))
    assert taken.when == fields.when
    assert_storable(taken.text, taken.comment)
    settled = merge(replace(MAPPING, answered=fields), OWN, fields, projection(PrivacyLevel.NAME))
    assert not settled.taken, "what Google had before is no change"


def projection(level: PrivacyLevel) -> Projection:
    wording = Wording("Sehtest", CUSTOMER)
    return lambda appointment, mapping: project(
        appointment, wording, level, mapping.projected if mapping else None
    )


def assert_storable(*texts: str) -> None:
    """Text that either database keeps."""
    for text in texts:
        assert isinstance(text, str)
        assert "\0" not in text
        text.encode()
