"""The catalogue: no code without a sentence, no gap that the code raising it does not fill."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import terminplaner
from terminplaner.domain import errors
from terminplaner.domain.absence import AbsenceKind
from terminplaner.domain.appointment import Appointment, AppointmentType
from terminplaner.domain.calendar_link import CalendarLink, Choice, LinkStatus, ProblemKind
from terminplaner.domain.errors import CapacityExceededError, InvalidInputError, TerminplanerError
from terminplaner.domain.people import Customer, Role
from terminplaner.domain.when import AllDay, Timed
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.checks import PlanningWarning, WarningCode
from terminplaner.storage import errors as storage_errors
from terminplaner.sync import event_questions
from terminplaner.ui.messages import (
    describe,
    describe_choice,
    describe_code,
    describe_link,
    describe_problem,
    describe_role,
    describe_status,
    describe_warning,
    show_when,
    title_of,
)
from terminplaner.ui.sentences import SENTENCES

SOURCE = Path(terminplaner.__file__).parent
BERLIN = ZoneInfo("Europe/Berlin")


@cache
def _trees() -> dict[Path, ast.Module]:
    files = [file for file in SOURCE.rglob("*.py") if "simulator" not in file.parts]
    return {file: ast.parse(file.read_text(encoding="utf-8")) for file in files}


@cache
def _error_classes() -> dict[str, str]:
    """Every class of expected errors in the program, with its default code."""
    codes = {
        name: value.code
        for name, value in vars(errors).items()
        if isinstance(value, type) and issubclass(value, TerminplanerError)
    }
    classes = [node for tree in _trees().values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    grown = True
    while grown:
        grown = False
        for node in classes:
            bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
            known = next((base for base in bases if base in codes), None)
            if known and node.name not in codes:
                own = [
                    item.value.value
                    for item in node.body
                    if isinstance(item, ast.Assign | ast.AnnAssign)
                    and isinstance(item.value, ast.Constant)
                    and "code" in ast.unparse(item)
                ]
                codes[node.name] = str(own[0]) if own else codes[known]
                grown = True
    return codes


def _raised() -> Iterator[tuple[str, str, set[str] | None]]:
    """Where an expected error is made: place, code, and the names of its parameters (None: not to be told)."""
    classes = _error_classes()
    for file, tree in _trees().items():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name not in classes:
                continue
            first = node.args[0] if node.args else None
            if first is not None and not isinstance(first, ast.Constant):
                continue
            code = str(first.value) if isinstance(first, ast.Constant) and first.value else classes[name]
            if name == "OfflineError":
                code = f"offline_{code}"
            keywords = [keyword.arg for keyword in node.keywords]
            given = None if None in keywords else {str(keyword) for keyword in keywords}
            yield f"{file.relative_to(SOURCE)}:{node.lineno}", code, given


_REASONS = {"Failure": 1, "Skipped": 1, "_UnreadableError": 0}
"""Where a code is the argument of something that is not an error: in which place."""


def _reasons() -> Iterator[tuple[str, str]]:
    for file, tree in _trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _REASONS:
                argument = node.args[_REASONS[node.func.id]]
                if isinstance(argument, ast.Constant):
                    yield f"{file.relative_to(SOURCE)}:{node.lineno}", str(argument.value)


def _gaps(sentence: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(sentence) if name}


def test_every_code_that_is_raised_has_a_sentence() -> None:
    codes = {code: place for place, code, _given in _raised()} | {code: place for place, code in _reasons()}
    assert len(codes) > 30
    missing = {code: place for code, place in codes.items() if code not in SENTENCES}
    assert not missing


def test_every_default_code_has_a_sentence() -> None:
    # OfflineError and ApiError make their code of what they are given.
    assert {name: code for name, code in _error_classes().items() if code not in SENTENCES} == {}


def test_every_reason_of_a_quarantine_and_every_state_of_a_database_has_a_sentence() -> None:
    quarantine = {
        event_questions.BECAME_SERIES,
        event_questions.PING_PONG,
        event_questions.REFUSED,
        event_questions.UNREADABLE,
    }
    database = {*storage_errors._SQLITE_CODES.values(), *storage_errors._POSTGRES_CODES.values()}
    assert (quarantine | database) - set(SENTENCES) == set()


def test_every_gap_is_filled_by_whoever_raises() -> None:
    empty = [
        (place, code, _gaps(SENTENCES[code]) - given)
        for place, code, given in _raised()
        if code in SENTENCES and given is not None and "Api" not in place and not _gaps(SENTENCES[code]) <= given
    ]
    assert not empty


def test_sentences_are_sentences() -> None:
    odd = [
        code
        for code, sentence in SENTENCES.items()
        if not (sentence[0].isupper() or sentence[0] in "„{")
        or not sentence.endswith((".", ":", "?", "(ja/nein)", "{address}"))
        or "  " in sentence
        or "Buchung" in sentence  # one word for one thing: Termin
    ]
    assert odd == ["consent_page_title"]


def test_a_code_nobody_knows_is_still_told() -> None:
    assert describe_code("brand_new", {}).endswith("(brand_new)")


def test_a_missing_parameter_leaves_a_gap_and_not_a_crash() -> None:
    assert describe(InvalidInputError("field_missing")) == "Bitte füllen Sie das Feld „…“ aus."


def test_a_field_is_called_what_the_form_calls_it() -> None:
    error = InvalidInputError("number_out_of_range", field="step_minutes", low=1, high=1440)
    assert describe(error).startswith("„Schrittweite Minuten“ muss zwischen 1 und 1440 liegen.")


def test_colliding_appointments_are_named_in_the_zone_of_the_screen() -> None:
    when = Timed(datetime(2026, 11, 23, 9, tzinfo=UTC), datetime(2026, 11, 23, 9, 30, tzinfo=UTC))
    other = Appointment(id=uuid4(), branch_id=uuid4(), when=when, resource_ids=(), text="Sehtest")
    sentence = describe(CapacityExceededError(resource="Kabine 1", colliding=(other,)), BERLIN)
    assert "„Kabine 1“" in sentence
    assert "23.11.2026, 10:00–10:30 Sehtest" in sentence


def test_all_day_ends_on_its_last_day() -> None:
    assert show_when(AllDay(date(2026, 12, 24), date(2026, 12, 25))) == "24.12.2026, ganztägig"
    assert show_when(AllDay(date(2026, 12, 24), date(2026, 12, 27))) == "24.12.2026 – 26.12.2026"


def test_everything_a_person_may_meet_has_words() -> None:
    for status in LinkStatus:
        assert describe_status(status)
    for kind in ProblemKind:
        assert all(describe_problem(kind))
        for choice in Choice:
            assert describe_choice(choice, kind)
    for role in Role:
        assert describe_role(role)
    for code in WarningCode:
        params = {
            "resource": "R",
            "day": date(2026, 12, 25),
            "name": "1. Weihnachtstag",
            "minutes": 30,
            "hours": "09:00–18:00",
            "kind": AbsenceKind.VACATION,
        }
        assert "…" not in describe_warning(PlanningWarning(code, params))


def test_a_link_explains_itself_unless_all_is_well() -> None:
    link = CalendarLink(uuid4(), uuid4(), uuid4(), "id", "Termine", "Europe/Berlin", is_created_by_program=True)
    assert describe_link(link) == ""
    for status in LinkStatus:
        if status is not LinkStatus.OK:
            stopped = CalendarLink(
                uuid4(), uuid4(), uuid4(), "id", "T", "Europe/Berlin", is_created_by_program=True, status=status
            )
            assert describe_link(stopped).endswith(".")


def test_a_quota_pause_says_until_when_in_the_zone_of_the_screen() -> None:
    params = {"until": "2026-11-23T13:34:00+00:00"}
    assert "Bis 23.11.2026, 14:34 wird nichts nach Google geschrieben" in describe_code(
        "quota_pause", params, BERLIN
    )


def test_an_appointment_is_called_alike_everywhere() -> None:
    appointment = Appointment(uuid4(), uuid4(), AllDay(date(2026, 6, 1), date(2026, 6, 2)), (uuid4(),))
    customer = Customer(uuid4(), "1001", "Mustermann", "Max")
    row = AppointmentRow(appointment, (), None, None, None, BERLIN)
    typed = replace(row, type=AppointmentType(uuid4(), "Sehtest"))
    named = replace(typed, appointment=replace(appointment, text="Brille abholen"))
    booked = replace(named, customer=customer)
    private = replace(booked, appointment=replace(appointment, is_private=True))
    titles = [
        title_of(each) for each in (row, typed, named, booked, replace(booked, hides_customer=True), private)
    ]
    assert titles == ["Termin", "Sehtest", "Brille abholen", "Mustermann, Max", "1001", "Privat"]
