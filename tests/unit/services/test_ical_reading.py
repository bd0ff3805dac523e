"""Files as real programs write them, and files that no program should have written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.when import AllDay, When
from terminplaner.services.ical_reading import MOST_OCCURRENCES, ReadFile, read_icalendar

_CORPUS = Path(__file__).parents[2] / "data" / "ics"
_BERLIN = ZoneInfo("Europe/Berlin")
_HORIZON = datetime(2027, 3, 2, tzinfo=UTC)

# What each file holds: (when in Berlin, title), and what is skipped: (word of its label, reason).
_EVENTS: dict[str, list[tuple[str, str]]] = {
    "apple": [("2026-03-10 11:00-11:30", "Reparatur Bügel"), ("2026-03-11..2026-03-12", "Messe")],
    "broken": [
        ("2026-03-10 10:00-10:30", "heil"),
        ("2026-03-10 10:00-10:30", "mit Unfug"),
        ("2026-03-10 10:00-10:30", "offener Alarm"),
    ],
    "byte_order_mark": [("2026-03-10 10:00-10:30", "Größe")],
    "cancelled": [("2026-03-10 10:00-10:30", "† abgesagt"), ("2026-03-10 10:00-10:30", "bleibt")],
    "carriage_returns": [("2026-03-10 10:00-10:30", "Nur CR")],
    "doubled_carriage_returns": [("2026-03-10 10:00-10:30", "CR CR LF")],
    "empty_calendar": [],
    "folded_in_a_character": [("2026-03-10 10:00-10:30", "Brille 👓 und Lupe")],
    "google": [
        ("2026-03-10 10:00-10:30", "Sehtest, Frau Özdemir"),
        ("2026-03-23 08:30-09:00", "Teamrunde"),
        ("2026-03-31 10:00-10:30", "Teamrunde (verschoben)"),
        ("2026-04-02..2026-04-04", "Urlaub"),
    ],
    "identities": [
        ("2026-03-10 10:00-10:00", "ohne UID"),
        ("2026-03-11 10:00-10:00", "auch ohne UID"),
        ("2026-03-12 11:00-11:00", "neue Fassung"),
        ("2026-03-13 11:00-11:00", "unlesbare SEQUENCE"),
    ],
    "lengths": [
        ("2026-03-10 10:00-11:30", "Dauer"),
        ("2026-03-10 10:00-10:00", "ohne Ende"),
        ("2026-03-10 10:00-10:00", "ohne Länge"),
        ("2026-03-29 01:30-04:30", "über die Umstellung"),
        ("2026-03-28 10:00-10:00+1", "ein Tag über die Umstellung"),
    ],
    "line_feeds": [("2026-03-10 10:00-10:30", "Nur LF")],
    "lower_case": [("2026-03-10 10:00-10:00", "klein")],
    "mixed_encodings": [("2026-03-10 10:00-10:30", "Größe"), ("2026-03-10 10:00-10:30", "Größe")],
    "other_components": [("2026-03-10 10:00-10:30", "Termin")],
    "outlook": [("2026-07-01 10:00-10:30", "Anpassung; Fassung 12"), ("2026-07-02..2026-07-03", "Inventur")],
    "outlook_customized_zone": [("2026-03-10 05:30-06:30", "Zeitzone +0530")],
    "outlook_other_customized_zone": [("2026-03-10 14:30-15:30", "Zeitzone -0330")],
    "rules_out_of_bounds": [("2026-03-10 10:00-10:30", "lesbar")],
    "series": [
        ("2026-03-27 09:00-09:30", "vorgezogen"),
        ("2026-03-28 08:00-08:30", "täglich"),
        ("2026-03-29 08:00-08:30", "täglich"),
        ("2026-04-01 08:00-08:30", "UNTIL ohne Zone"),
        ("2026-04-02 08:00-08:30", "UNTIL ohne Zone"),
        ("2026-04-01..2026-04-02", "ganze Tage"),
        ("2026-05-01..2026-05-02", "ganze Tage"),
        ("2026-04-10 10:00-10:30", "einzelne Tage"),
        ("2026-04-12 10:00-10:30", "einzelne Tage"),
        ("2026-04-15 12:00-12:30", "einzelne Tage"),
        ("2026-03-28 02:30-03:00", "ohne Zone"),
        ("2026-03-29 03:30-04:00", "ohne Zone"),
        ("2026-03-30 02:30-03:00", "ohne Zone"),
        ("2026-04-20 09:00-09:30", "ohne Serie"),
    ],
    "teams": [
        ("2026-03-27 16:00-17:00", "Schulung"),
        ("2026-03-28 16:00-17:00", "† Abgesagt: Schulung"),
        ("2026-03-29 16:00-17:00", "Schulung"),
    ],
    "texts": [
        ("2026-03-10 10:00-10:30", "Rand, Bügel; Glas: 1\\2"),
        ("2026-03-10 10:00-10:30", "HTML"),
        ("2026-03-10 10:00-10:30", "lang"),
        ("2026-03-10 10:00-10:30", "Steuerzeichen"),
        ("2026-03-10 10:00-10:30", ""),
        ("2026-03-10 10:00-10:30", "erster Titel"),
    ],
    "thunderbird": [
        ("2026-03-12 14:00-14:30", "Kontaktlinsen nachbestellen"),
        ("2026-03-12 15:00-15:45", "Alte Zone"),
    ],
    "whole_days": [
        ("2026-03-10..2026-03-11", "ohne Ende"),
        ("2026-03-10..2026-03-11", "Ende am selben Tag"),
        ("2026-03-28..2026-03-31", "drei Tage"),
        ("2026-03-10..2026-03-12", "ohne VALUE"),
    ],
    "windows_1252": [("2026-03-10 10:00-10:30", "Müller – 20 €")],
    "zones": [
        ("2026-03-10 15:00-15:00", "ohne VTIMEZONE"),
        ("2026-03-10 18:00-18:00", "Windows-Name"),
        ("2026-03-10 10:00-10:00", "ohne Zone"),
        ("2026-03-29 03:30-03:30", "übersprungen"),
        ("2026-03-29 03:30-03:30", "übersprungen mit Zone"),
        ("2026-10-25 02:30-02:30", "zweimal"),
    ],
}
_SKIPPED: dict[str, list[tuple[str, str]]] = {
    "broken": [
        ("nicht geschlossen", "component_not_closed"),
        ("ohne Beginn", "start_missing"),
        ("unlesbarer Beginn", "time_unreadable"),
        ("unlesbares Ende", "time_unreadable"),
        ("unlesbare Folge", "time_unreadable"),
        ("Jahr eins", "time_unreadable"),
        ("verschachtelt", "component_unreadable"),
        ("abgeschnitten", "component_not_closed"),
    ],
    "identities": [("ohne UID", "duplicate_uid"), ("alte Fassung", "duplicate_uid")],
    "lengths": [("rückwärts", "end_before_start"), ("negative Dauer", "end_before_start")],
    "other_components": [
        ("VTODO Gläser bestellen", "not_an_event"),
        ("VJOURNAL Notiz", "not_an_event"),
        ("VFREEBUSY", "not_an_event"),
    ],
    "rules_out_of_bounds": [
        ("Schritt null", "rule_unreadable"),
        ("jede Sekunde", "series_too_dense"),
        ("manchmal", "rule_unreadable"),
        ("ohne FREQ", "rule_unreadable"),
    ],
    "series": [("überholt", "duplicate_uid")],
    "whole_days": [("rückwärts", "end_before_start"), ("gemischt", "time_unreadable")],
    "zones": [
        ("auf dem Mond", "unknown_time_zone"),
        ("kaputte Zone", "unknown_time_zone"),
        ("ewige Zone", "unknown_time_zone"),
    ],
}


def _read(name: str) -> ReadFile:
    return read_icalendar((_CORPUS / f"{name}.ics").read_bytes(), _BERLIN, _HORIZON)


def _shown(when: When) -> str:
    if isinstance(when, AllDay):
        return f"{when.first_on}..{when.end_on}"
    start, end = when.start_at.astimezone(_BERLIN), when.end_at.astimezone(_BERLIN)
    days = (end.date() - start.date()).days
    return f"{start:%Y-%m-%d %H:%M}-{end:%H:%M}" + (f"+{days}" if days else "")


@pytest.mark.parametrize("name", _EVENTS)
def test_everything_readable_is_read(name: str) -> None:
    file = _read(name)
    read = [(_shown(event.when), "† " * event.is_cancelled + event.text) for event in file.events]
    assert read == _EVENTS[name]
    assert len({event.uid for event in file.events}) == len(file.events)


@pytest.mark.parametrize("name", _EVENTS)
def test_everything_else_is_listed_with_its_reason(name: str) -> None:
    expected = _SKIPPED.get(name, [])
    skipped = sorted(_read(name).skipped, key=lambda item: item.component)
    assert [item.reason for item in skipped] == [
        next(reason for word, reason in expected if word in item.component) for item in skipped
    ]
    assert len(skipped) == len(expected)


def test_every_file_of_the_corpus_is_expected() -> None:
    rest = {file.stem for file in _CORPUS.glob("*.ics")} - set(_EVENTS)
    assert rest == {"binary", "empty", "endless"}


@pytest.mark.parametrize("name", ["binary", "empty"])
def test_what_is_no_calendar_is_refused(name: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        _read(name)
    assert refusal.value.error_code == "not_icalendar"


def test_an_endless_series_goes_up_to_the_horizon_and_says_so() -> None:
    file = _read("endless")
    assert len(file.events) == MOST_OCCURRENCES
    assert _shown(file.events[-1].when) == "2027-03-01 08:00-08:30"
    assert [item.reason for item in file.skipped] == ["series_continues"]


@pytest.mark.parametrize(
    ("rule", "count", "continues"),
    [
        ("FREQ=DAILY;COUNT=2000", 2000, False),
        ("FREQ=DAILY;COUNT=2001", 2000, True),
        ("FREQ=WEEKLY;UNTIL=20360101T000000Z", 512, False),
        ("FREQ=WEEKLY;UNTIL=99991231T235959Z", 574, True),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", 1, True),
        ("FREQ=MONTHLY;BYDAY=2TU;COUNT=20", 20, False),
        ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231T235959Z", 11, False),
        ("FREQ=YEARLY;COUNT=40", 11, True),
    ],
)
def test_a_series_is_taken_as_far_as_it_goes(rule: str, count: int, continues: bool) -> None:
    content = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nDTSTART:20260310T090000Z\n"
        f"RRULE:{rule}\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    file = read_icalendar(content.encode(), _BERLIN, _HORIZON)
    assert (len(file.events), bool(file.skipped)) == (count, continues)


@pytest.mark.parametrize("name", ["line_feeds", "carriage_returns", "doubled_carriage_returns"])
def test_lines_end_as_they_like(name: str) -> None:
    assert [event.comment for event in _read(name).events] == ["eins\nzwei"]


def test_the_details_of_an_event() -> None:
    by_title = {event.text: event for name in ("google", "texts", "thunderbird") for event in _read(name).events}
    assert by_title["Sehtest, Frau Özdemir"].comment == "<b>Gleitsicht</b><br>Brille mitbringen"
    assert by_title["Teamrunde"].is_transparent
    assert not by_title["Teamrunde (verschoben)"].is_transparent
    assert by_title["Rand, Bügel; Glas: 1\\2"].comment == "erste\nzweite\ndritte, Ende"
    assert by_title["lang"].comment == "x" * 73 * 400
    assert by_title["erster Titel"].type_names == ("Unbekannt", "Hörtest, neu", "hörtest")
    assert by_title["Kontaktlinsen nachbestellen"].comment == "Monatslinsen"


def test_each_file_brings_its_own_zones() -> None:
    """Outlook gives every zone of its own the same name."""
    for name in ("outlook_customized_zone", "outlook_other_customized_zone", "outlook_customized_zone"):
        assert [_shown(event.when) for event in _read(name).events] == [_EVENTS[name][0][0]]
    orphan = (_CORPUS / "outlook_customized_zone.ics").read_bytes()
    start, end = orphan.index(b"BEGIN:VTIMEZONE"), orphan.index(b"BEGIN:VEVENT")
    file = read_icalendar(orphan[:start] + orphan[end:], _BERLIN, _HORIZON)
    assert [item.reason for item in file.skipped] == ["unknown_time_zone"]


def test_an_occurrence_keeps_its_identity_without_its_series() -> None:
    series = _read("teams").events[1].uid
    content = (_CORPUS / "teams.ics").read_bytes()
    start, end = content.index(b"BEGIN:VEVENT"), content.rindex(b"BEGIN:VEVENT")
    [alone] = read_icalendar(content[:start] + content[end:], _BERLIN, _HORIZON).events
    assert alone.uid == series


_TOKENS = (
    *(b"\r\n", b" ", b":", b";", b",", b"=", b"0", b"9", b"-", b"Z", b"T", b"\xff", b"\0"),
    *(b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"RRULE:FREQ=DAILY\r\n"),
    *(b"TZID=", b"COUNT=9", b"EXDATE:", b"RDATE:2026"),
)


def _mutations() -> st.SearchStrategy[bytes]:
    files = [path.read_bytes() for path in sorted(_CORPUS.glob("*.ics")) if path.stem not in {"endless", "binary"}]
    inserted = st.one_of(st.sampled_from(_TOKENS), st.binary(max_size=4))
    edit = st.tuples(st.floats(0, 1), st.integers(0, 40), inserted)

    def mutated(content: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
        for place, cut, insert in edits:
            at = int(place * len(content))
            content = content[:at] + insert + content[at + cut :]
        return content

    return st.builds(mutated, st.sampled_from(files), st.lists(edit, min_size=1, max_size=6))


@settings(max_examples=150, deadline=timedelta(seconds=10), suppress_health_check=[HealthCheck.too_slow])
@given(_mutations())
def test_whatever_happened_to_a_file_it_is_read_or_refused(content: bytes) -> None:
    try:
        file = read_icalendar(content, _BERLIN, _HORIZON)
    except InvalidInputError as refusal:
        assert refusal.error_code == "not_icalendar"  # noqa: PT017  (most mutations are readable)
        return
    for event in file.events:
        interval = event.when.interval(_BERLIN)
        assert date(1899, 1, 1) < interval.start_at.date() <= interval.end_at.date()
