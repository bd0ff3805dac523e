"""Importing into a resource, exporting again, and importing what was exported."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from helpers.shop import Shop, span
from terminplaner.cli.output import import_json
from terminplaner.domain.appointment import Appointment, AppointmentOrigin, AppointmentStatus
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import InvalidInputError, NotFoundError, PermissionDeniedError
from terminplaner.domain.people import Customer, Role, User
from terminplaner.domain.when import AllDay
from terminplaner.services import ical_exchange
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.ical_exchange import ImportReport
from terminplaner.services.ical_reading import read_icalendar
from terminplaner.services.permissions import Actor
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.ui.sentences import SENTENCES

_CORPUS = Path(__file__).parents[2] / "data" / "ics"
_READABLE = sorted(path.stem for path in _CORPUS.glob("*.ics") if path.stem not in {"binary", "empty", "endless"})
_KLARA = "Klara Himmel"


def _import(shop: Shop, file: Path, resource: str = _KLARA, *, dry_run: bool = False) -> ImportReport:
    return shop.exchange.import_file(shop.admin, file, shop.resource(resource).id, dry_run=dry_run)


def _rows(shop: Shop, resource: str = _KLARA, *, cancelled: bool = False) -> tuple[AppointmentRow, ...]:
    query = AppointmentQuery(resource_ids=(shop.resource(resource).id,), cancelled=cancelled)
    return shop.queries.appointments(query)


def _export(shop: Shop, file: Path, resource: str = _KLARA) -> Path:
    file.write_bytes(shop.exchange.export(_rows(shop, resource)))
    return file


def _content(rows: tuple[AppointmentRow, ...]) -> set[tuple[object, ...]]:
    return {
        (
            row.appointment.ical_uid,
            row.appointment.when,
            row.appointment.text,
            row.appointment.comment,
            row.appointment.type_id,
            row.appointment.is_transparent,
        )
        for row in rows
    }


def test_others_write_while_a_file_is_read(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite has one writer: a transaction opened before the reading would keep it out."""

    def slowly(*arguments: Any) -> Any:
        with shop.store.write(Author("rosa", Origin.USER), "meanwhile") as work:
            work.advance_epoch()
            work.commit()
        return read_icalendar(*arguments)

    monkeypatch.setattr(ical_exchange, "read_icalendar", slowly)
    assert _import(shop, _CORPUS / f"{_READABLE[0]}.ics").imported


@pytest.mark.parametrize("name", _READABLE)
def test_a_file_comes_in_once_and_goes_out_whole(shop: Shop, tmp_path: Path, name: str) -> None:
    file = _CORPUS / f"{name}.ics"
    foreseen = _import(shop, file, dry_run=True)
    assert _rows(shop) == ()
    report = _import(shop, file)
    assert report == foreseen
    rows = _rows(shop)
    assert len(rows) == report.imported
    assert {row.appointment.origin for row in rows} <= {AppointmentOrigin.IMPORT}
    assert {item.reason for item in report.skipped} <= set(SENTENCES)

    again = _import(shop, file)
    assert (again.imported, again.updated) == (0, 0)
    exported = _import(shop, _export(shop, tmp_path / "export.ics"))
    assert (exported.imported, exported.updated, exported.skipped) == (0, 0, ())
    assert _rows(shop) == rows

    _import(shop, tmp_path / "export.ics", "Rosa Wolke")
    assert _content(_rows(shop, "Rosa Wolke")) == _content(rows)


def test_categories_find_the_type_whatever_stands_before_it(shop: Shop) -> None:
    _import(shop, _CORPUS / "thunderbird.ics")
    types = {row.appointment.text: row.type.name if row.type else None for row in _rows(shop)}
    assert types == {"Kontaktlinsen nachbestellen": "Kontaktlinse", "Alte Zone": None}


def _event_of(file: Path, appointment: Appointment, *lines: str) -> Path:
    """A file that says something else about an appointment of the plan."""
    begin = "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", "BEGIN:VEVENT", f"UID:{appointment.id}@terminplaner"
    times = "DTSTART:20260304T120000Z", "DTEND:20260304T123000Z", "SUMMARY:Sehtest"
    file.write_text("\r\n".join((*begin, *times, *lines, "END:VEVENT", "END:VCALENDAR", "")), newline="")
    return file


@pytest.mark.parametrize("word", ["STATUS:CANCELLED", "X-TERMINPLANER-STATUS:Abgesagt"])
def test_a_file_cancels_only_what_its_importer_may(shop: Shop, tmp_path: Path, word: str) -> None:
    shop.settings.set(shop.admin, "only_creator_cancels", "on")
    shop.master_data.save(shop.admin, AppointmentStatus(uuid4(), "Abgesagt", means_cancelled=True))
    booker = Actor(shop.master_data.save(shop.admin, User(uuid4(), "Bo", Role.BOOKER)))
    booked = shop.planning.book(shop.admin, shop.appointment()).appointment
    file = _event_of(tmp_path / "ab.ics", booked, word)
    report = shop.exchange.import_file(booker, file, booked.resource_ids[0])
    assert [(item.component, item.reason) for item in report.skipped] == [("Sehtest", "only_creator_cancels")]
    assert "admin" in import_json(report)["skipped"][0]["reason"]
    assert (report.updated, shop.stored(booked.id)) == (0, booked)
    assert shop.exchange.import_file(shop.admin, file, booked.resource_ids[0]).updated == 1
    assert shop.stored(booked.id).is_cancelled


def test_a_file_moves_nothing_that_also_takes_the_resource_of_somebody_else(shop: Shop, tmp_path: Path) -> None:
    both = shop.resource(_KLARA).id, shop.resource("Rosa Wolke").id
    booked = shop.planning.book(shop.admin, replace(shop.appointment(), resource_ids=both)).appointment
    report = shop.exchange.import_file(shop.employee, _event_of(tmp_path / "um.ics", booked), both[0])
    assert [item.reason for item in report.skipped] == ["may_not_plan"]
    assert shop.stored(booked.id) == booked


def test_an_import_is_one_change_by_whoever_imports(shop: Shop) -> None:
    _import(shop, _CORPUS / "google.ics")
    with shop.store.read() as reader:
        change_set = reader.list_change_sets(limit=1)[0]
    assert (change_set.command, change_set.author.name, change_set.author.origin) == (
        "import",
        "admin",
        Origin.IMPORT,
    )
    assert len(change_set.changes) == 4


def test_overbooked_ones_are_taken_as_well(shop: Shop) -> None:
    shop.planning.book(shop.admin, shop.appointment(when=span(datetime(2026, 3, 10, 9, tzinfo=UTC))))
    assert _import(shop, _CORPUS / "line_feeds.ics").imported == 1


def test_a_newer_file_brings_what_is_there_up_to_date(shop: Shop, tmp_path: Path) -> None:
    content = (_CORPUS / "line_feeds.ics").read_bytes()
    file = tmp_path / "neu.ics"
    file.write_bytes(content)
    _import(shop, file)
    file.write_bytes(content.replace(b"T093000Z", b"T100000Z"))
    assert _import(shop, file).updated == 1
    [row] = _rows(shop)
    assert row.appointment.when == span(datetime(2026, 3, 10, 9, tzinfo=UTC), 60)


def test_what_the_file_cancels_is_cancelled_softly(shop: Shop, tmp_path: Path) -> None:
    content = (_CORPUS / "line_feeds.ics").read_bytes()
    file = tmp_path / "abgesagt.ics"
    file.write_bytes(content)
    _import(shop, file)
    file.write_bytes(content.replace(b"SUMMARY", b"STATUS:CANCELLED\nSUMMARY"))
    assert _import(shop, file).updated == 1
    assert _rows(shop) == ()
    [row] = _rows(shop, cancelled=True)
    assert (row.appointment.cancelled_by, row.appointment.cancelled_at) == ("admin", shop.clock.now())
    assert _import(shop, file).unchanged == 1


def test_what_was_cancelled_here_stays_cancelled(shop: Shop) -> None:
    file = _CORPUS / "line_feeds.ics"
    _import(shop, file)
    shop.planning.cancel(shop.admin, _rows(shop)[0].appointment.id)
    assert _import(shop, file).unchanged == 1
    assert _rows(shop) == ()


def test_a_busy_block_is_left_alone(shop: Shop, tmp_path: Path) -> None:
    with shop.gate.open(Author("google", Origin.GOOGLE), "pull") as passage:
        passage.work.put(replace(shop.appointment(text="fremd"), is_read_only=True))
    file = _export(shop, tmp_path / "export.ics")
    file.write_bytes(file.read_bytes().replace(b"fremd", b"meins"))
    assert _import(shop, file).unchanged == 1
    assert _rows(shop)[0].appointment.text == "fremd"


def _own(shop: Shop) -> tuple[Appointment, ...]:
    """Appointments of every kind, all different in what an export has to say of them."""
    customer, kind, status = shop.queries.customers("1001")[0], shop.queries.types()[0], shop.queries.statuses()[1]
    plain = shop.appointment()
    variants = (
        plain,
        replace(plain, text="Nur Text"),
        replace(plain, text=" Leerraum \n\tund Zeilen ", comment="a,b;c\\d\n\nü 👓 "),
        replace(plain, customer_id=customer.id),
        replace(plain, customer_id=customer.id, text=customer.label),
        replace(plain, customer_id=customer.id, text="Brille", type_id=kind.id, status_id=status.id),
        replace(plain, type_id=kind.id),
        replace(plain, text="Cafe\u0301", is_parallel=True, is_home_visit=True, prepare_minutes=5),
        replace(plain, text="frei", is_transparent=True),
        replace(plain, when=AllDay(date(2026, 3, 28), date(2026, 3, 31))),
        replace(plain, when=span(datetime(2026, 10, 25, 0, 30, tzinfo=UTC), 60), text="zweite Stunde"),
    )
    own = []
    for hour, variant in enumerate(variants, start=8):
        when = span(shop.tomorrow_at(hour)) if variant.when == plain.when else variant.when
        own.append(shop.planning.book(shop.admin, replace(variant, id=uuid4(), when=when)).appointment)
    return tuple(own)


def test_the_own_export_changes_nothing(shop: Shop, tmp_path: Path) -> None:
    own = _own(shop)
    report = _import(shop, _export(shop, tmp_path / "export.ics"))
    assert report == ImportReport(imported=0, updated=0, unchanged=len(own), skipped=())
    assert {row.appointment for row in _rows(shop)} == set(own)


def test_the_export_is_what_other_programs_read(shop: Shop) -> None:
    own = _own(shop)
    calendar = Calendar.from_ical(shop.exchange.export(_rows(shop)))
    assert calendar.errors == []
    assert [str(zone["TZID"]) for zone in calendar.timezones] == ["Europe/Berlin"]
    assert len(calendar.events) == len(own)
    for event in calendar.events:
        assert event.errors == []
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= set(event)
    summaries = {str(event["SUMMARY"]) for event in calendar.events}
    assert {"Mustermann, Max", "Nur Text", "Beratung", "Termin"} <= summaries


def test_a_private_appointment_goes_out_as_one(shop: Shop, tmp_path: Path) -> None:
    with shop.store.read() as reader:
        customer = reader.list(Customer)[0]
    private = replace(shop.appointment(), is_private=True, customer_id=customer.id)
    booked = shop.planning.book(shop.admin, private).appointment
    file = tmp_path / "export.ics"
    file.write_bytes(shop.exchange.export((shop.queries.appointment(booked.id),)))
    (event,) = Calendar.from_ical(file.read_bytes()).events
    assert str(event["SUMMARY"]) == "Privat"
    assert _import(shop, file) == ImportReport(imported=0, updated=0, unchanged=1, skipped=())


def test_the_own_export_becomes_new_appointments_of_another_resource(shop: Shop, tmp_path: Path) -> None:
    own = _own(shop)
    file = _export(shop, tmp_path / "export.ics")
    for expected in (ImportReport(len(own), 0, 0, ()), ImportReport(0, 0, len(own), ())):
        assert _import(shop, file, "Rosa Wolke") == expected
    copies = _rows(shop, "Rosa Wolke")
    assert [(row.customer, row.type, row.status) for row in copies] == [
        (row.customer, row.type, row.status) for row in _rows(shop)
    ]
    assert {row.appointment for row in _rows(shop)} == set(own)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40))
def test_any_text_survives_its_own_export(shop: Shop, tmp_path: Path, text: str) -> None:
    when = AllDay(date(2026, 6, 1), date(2026, 6, 2))
    booked = shop.planning.book(
        shop.admin, replace(shop.appointment(when=when, text=text), comment=text, is_parallel=True)
    ).appointment
    file = tmp_path / "export.ics"
    file.write_bytes(shop.exchange.export((shop.queries.appointment(booked.id),)))
    assert _import(shop, file) == ImportReport(imported=0, updated=0, unchanged=1, skipped=())
    assert shop.stored(booked.id) == booked


def test_who_may_import_where(shop: Shop) -> None:
    file = _CORPUS / "google.ics"
    shop.exchange.import_file(shop.employee, file, shop.resource(_KLARA).id)
    with pytest.raises(PermissionDeniedError):
        shop.exchange.import_file(shop.employee, file, shop.resource("Rosa Wolke").id)


def test_a_file_that_cannot_be_read(shop: Shop, tmp_path: Path) -> None:
    for file, code in ((tmp_path / "fehlt.ics", "file_unreadable"), (_CORPUS / "binary.ics", "not_icalendar")):
        with pytest.raises(InvalidInputError) as refusal:
            _import(shop, file)
        assert refusal.value.error_code == code


def test_a_deleted_resource_takes_no_import(shop: Shop) -> None:
    rosa = shop.resource("Rosa Wolke")
    shop.master_data.delete(shop.admin, rosa)
    with pytest.raises(NotFoundError):
        shop.exchange.import_file(shop.admin, _CORPUS / "google.ics", rosa.id)
