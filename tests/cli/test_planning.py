"""``appointment``, ``resource``, ``settings``: names, keys and exit codes as promised."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from helpers.log_watch import LogWatch
from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import open_program
from terminplaner.cli.main import main
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.services.permissions import Actor
from terminplaner.services.queries import Queries

KEYS = {
    "id", "start", "end", "all_day", "text", "type", "status", "customer", "comment", "resources", "origin",
    "read_only", "cancelled", "revision",
}  # fmt: skip


_AUTHOR = Author("test", Origin.SYSTEM)
ADD_THOR = ("appointment", "add", "--resource", "Thor Schuss")


def add(run: Any, *more: str, start: str = "2027-01-12T10:00", resource: str = "Thor Schuss") -> Any:
    return run("appointment", "add", "--resource", resource, "--start", start, *more, "--json")


def test_the_sample_has_the_twelve_resources_of_the_original(run: Any) -> None:
    rows = run.good("resource", "list", "--json").json
    assert len(rows) == 12
    thor = next(row for row in rows if row["name"] == "Thor Schuss")
    assert thor["employee"] == "Schuss, Thor"
    assert thor["all_branches"] is True
    assert thor["google_calendar_id"] is None
    assert set(thor) == {
        "id", "name", "description", "color", "employee", "branch", "visible", "all_branches", "step_minutes",
        "capacity", "google_calendar_id", "link_status",
    }  # fmt: skip


def test_a_command_on_a_chain_that_was_never_founded_says_what_to_do(bare: Any) -> None:
    ended = bare("resource", "list", "--json")
    assert ended.code == 2
    assert ended.out == ""
    assert "terminplaner init" in ended.err


def test_founding_twice_changes_nothing(run: Any) -> None:
    before = run.good("resource", "list", "--json").out
    run.good("init", "--sample")
    assert run.good("resource", "list", "--json").out == before


def test_an_appointment_comes_back_with_every_key_and_the_branch_s_offset(run: Any) -> None:
    made = add(run, "--minutes", "30", "--text", "Anprobe", "--type", "Beratung", "--status", "Bestätigt").json
    assert set(made) == KEYS
    assert made["start"] == "2027-01-12T10:00:00+01:00"
    assert made["end"] == "2027-01-12T10:30:00+01:00"
    assert (made["type"], made["status"], made["resources"]) == ("Beratung", "Bestätigt", ["Thor Schuss"])
    assert (made["origin"], made["read_only"], made["cancelled"]) == ("local", False, False)
    assert run.good("appointment", "list", "--json").json == [made]


def test_a_time_with_an_offset_is_that_instant(run: Any) -> None:
    made = add(run, "--end", "2027-07-01T11:00+00:00", start="2027-07-01T10:00+00:00").json
    assert made["start"] == "2027-07-01T12:00:00+02:00"


def test_whole_days_have_an_exclusive_end_in_and_out(run: Any) -> None:
    made = add(run, "--all-day", "--end", "2027-05-07", start="2027-05-05").json
    assert (made["start"], made["end"], made["all_day"]) == ("2027-05-05", "2027-05-07", True)


def test_capacity_refuses_with_exit_5_and_names_what_collides(run: Any) -> None:
    add(run, "--minutes", "30", "--text", "Erste")
    refused = add(run, "--minutes", "30", "--text", "Zweite", start="2027-01-12T10:15")
    assert refused.code == 5
    assert refused.out == ""
    assert "Erste" in refused.err
    assert "10:00" in refused.err
    assert len(run.good("appointment", "list", "--json").json) == 1


def test_capacity_names_the_customer_whose_appointment_collides(run: Any) -> None:
    add(run, "--minutes", "30", "--customer", "Mustermann, Max")
    refused = add(run, "--minutes", "30")
    assert refused.code == 5
    assert "12.01.2027, 10:00–10:30 Mustermann, Max" in refused.err


def test_holidays_hours_step_and_past_only_warn(run: Any) -> None:
    ended = add(run, "--minutes", "10", start="2025-12-25T22:07")
    assert ended.code == 0
    assert "Feiertag" in ended.err
    assert "Thor Schuss" in ended.err
    assert "Vergangenheit" in ended.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("appointment", "add", "--resource", "Niemand", "--start", "2027-01-12T10:00", "--minutes", "30"),
        ("appointment", "add", "--resource", "Thor Schuss", "--start", "morgen", "--minutes", "30"),
        ("appointment", "add", "--resource", "Thor Schuss", "--start", "2027-01-12T10:00"),
        ("appointment", "add", "--resource", "Thor Schuss", "--start", "2027-03-28T02:30", "--minutes", "30"),
        ("appointment", "add", "--resource", "Thor Schuss", "--start", "2027-01-12T10:00", "--minutes", "-5"),
        (
            "appointment",
            "add",
            "--resource",
            "Thor Schuss",
            "--start",
            "2027-01-12T10:00",
            "--end",
            "2027-01-12T09:00",
        ),
        ("appointment", "add", "--resource", "Thor Schuss", "--start", "2027-01-12", "--all-day", "--type", "Nie"),
        (
            "appointment",
            "add",
            "--resource",
            "Thor Schuss",
            "--start",
            "2027-01-12",
            "--all-day",
            "--customer",
            "9",
        ),
        (*ADD_THOR, "--start", "2027-01-12", "--all-day", "--minutes", "30"),
        (*ADD_THOR, "--start", "2027-01-12", "--all-day", "--end", ""),
        (*ADD_THOR, "--start", "2027-01-12T10:00", "--minutes", "99999999999999"),
        (*ADD_THOR, "--start", "0001-01-01T00:00", "--minutes", "30"),
        (*ADD_THOR, "--start", "9999-12-31", "--all-day"),
        ("appointment", "list", "--from", "0001-01-01"),
        ("appointment", "list", "--from", ""),
        ("appointment", "list", "--resource", ""),
        ("export", "--resource", ""),
        ("--prof", "anderswo", "resource", "list"),
        ("--profile", "", "resource", "list"),
        ("sync", "--ful"),
        ("appointment", "cancel", "keine-kennung"),
        ("appointment", "cancel", "00000000-0000-0000-0000-000000000000"),
        ("settings", "get", "farbe"),
        ("settings", "set", "sync_interval_minutes", "0"),
        ("settings", "set", "google_privacy", "alles"),
        ("settings", "set", "google_sync", "vielleicht"),
        ("import", "gibt-es-nicht.ics", "--resource", "Thor Schuss"),
        ("restore", "gibt-es-nicht.sqlite"),
        ("unsinn",),
        (),
    ],
)
def test_bad_input_is_exit_2_with_one_sentence_and_changes_nothing(run: Any, arguments: tuple[str, ...]) -> None:
    if not arguments:
        arguments = ("appointment",)
    ended = run(*arguments)
    assert ended.code == 2, ended
    assert ended.out == ""
    assert "Traceback" not in ended.err
    assert len(ended.err.strip().splitlines()) == 1
    assert run.good("appointment", "list", "--json").json == []


def test_an_unknown_customer_name_is_created_and_found_again_by_name_and_number(run: Any) -> None:
    made = add(run, "--minutes", "30", "--customer", "Neu, Nina").json
    assert made["customer"] == "Neu, Nina"
    again = add(run, "--minutes", "30", "--customer", "neu, nina", start="2027-01-12T11:00").json
    assert again["customer"] == "Neu, Nina"
    by_number = add(run, "--minutes", "30", "--customer", "1001", start="2027-01-12T12:00").json
    assert by_number["customer"] == "Mustermann, Max"


def test_a_refused_appointment_leaves_no_new_customer_behind(run: Any, tmp_path: Path) -> None:
    add(run, "--minutes", "30")
    assert add(run, "--minutes", "30", "--customer", "Neu, Nina").code == 5
    made = add(run, "--minutes", "30", start="2027-01-12T11:00").json
    assert (
        run("appointment", "edit", made["id"], "--start", "2027-01-12T10:00", "--customer", "Neu, Nina").code == 5
    )
    with open_program(Environment.read({"TERMINPLANER_PROFILE": str(tmp_path / "profile")})) as program:
        assert program.queries.customers("Neu") == ()


def test_an_edit_takes_the_customer_away_or_brings_a_new_one(run: Any) -> None:
    made = add(run, "--minutes", "30", "--customer", "Neu, Nina").json
    other = run.good("appointment", "edit", made["id"], "--customer", "Alt, Anton", "--json").json
    assert other["customer"] == "Alt, Anton"
    nobody = run.good("appointment", "edit", made["id"], "--customer", "", "--json").json
    assert nobody["customer"] is None


def test_a_name_that_two_customers_have_is_asked_back(run: Any, tmp_path: Path) -> None:
    with open_program(Environment.read({"TERMINPLANER_PROFILE": str(tmp_path / "profile")})) as program:
        administrator = Actor(program.users.authenticate("admin"))
        program.customers.create(administrator, Customer(uuid4(), "", "Schmidt", "Erika"))
    refused = add(run, "--minutes", "30", "--customer", "Schmidt, Erika")
    assert refused.code == 2
    assert "1007" in refused.err


def test_a_new_start_alone_moves_and_keeps_the_length(run: Any) -> None:
    made = add(run, "--minutes", "45").json
    moved = run.good("appointment", "edit", made["id"], "--start", "2027-01-13T14:00", "--json").json
    assert (moved["start"], moved["end"]) == ("2027-01-13T14:00:00+01:00", "2027-01-13T14:45:00+01:00")
    assert moved["revision"] == made["revision"] + 1


def test_an_edit_changes_only_what_is_named(run: Any) -> None:
    made = add(run, "--minutes", "45", "--text", "Alt", "--comment", "bleibt").json
    changed = run.good("appointment", "edit", made["id"], "--text", "Neu", "--json").json
    assert changed == made | {"text": "Neu", "revision": made["revision"] + 1}


def test_resources_are_replaced_as_a_whole(run: Any) -> None:
    made = add(run, "--minutes", "30").json
    edit = ("appointment", "edit", made["id"], "--resource", "Theo Dor", "--resource", "Rosa Wolke", "--json")
    assert sorted(run.good(*edit).json["resources"]) == ["Rosa Wolke", "Theo Dor"]


@pytest.fixture
def las_palmas(run: Any) -> Any:
    """The command line on a chain with a room an hour behind Stuttgart."""
    with open_program(Environment.read(os.environ)) as program, program.gate.open(_AUTHOR, "arrange") as passage:
        branch = passage.work.put(Branch(uuid4(), "02", "Las Palmas", zone="Atlantic/Canary"))
        passage.work.put(Resource(uuid4(), "Kabine Las Palmas", branch_id=branch.id))
    return run


def test_an_appointment_given_to_another_branch_lives_by_that_branch_s_clock(las_palmas: Any) -> None:
    made = add(las_palmas, "--minutes", "30").json
    assert made["start"] == "2027-01-12T10:00:00+01:00"
    move = ("appointment", "edit", made["id"], "--resource", "Kabine Las Palmas")
    assert las_palmas.good(*move, "--json").json["start"] == "2027-01-12T09:00:00+00:00", "the same instant"
    moved = las_palmas.good(*move, "--start", "2027-01-12T10:00", "--json").json
    assert (moved["start"], moved["end"]) == ("2027-01-12T10:00:00+00:00", "2027-01-12T10:30:00+00:00")


def test_the_same_resources_leave_it_the_clock_of_the_branch_somebody_chose(las_palmas: Any) -> None:
    made = add(las_palmas, "--minutes", "30").json
    with open_program(Environment.read(os.environ)) as program:
        (branch,) = (branch for branch in program.queries.branches() if branch.number == "02")
        booked = program.queries.appointment(UUID(made["id"])).appointment
        program.planning.change(Actor(program.users.list()[0]), replace(booked, branch_id=branch.id))
    edit = ("appointment", "edit", made["id"], "--resource", "Thor Schuss", "--start", "2027-01-12T10:00")
    assert las_palmas.good(*edit, "--json").json["start"] == "2027-01-12T10:00:00+00:00"


def test_a_list_of_all_shows_each_by_the_clock_of_its_own_branch(las_palmas: Any) -> None:
    add(las_palmas, "--minutes", "30")
    add(las_palmas, "--minutes", "30", resource="Kabine Las Palmas")
    rows = las_palmas.good("appointment", "list", "--json").json
    assert [row["start"] for row in rows] == ["2027-01-12T10:00:00+01:00", "2027-01-12T10:00:00+00:00"]
    lines = las_palmas.good("appointment", "list").out
    assert "2027-01-12T10:00:00+01:00 –" in lines
    assert "2027-01-12T10:00:00+00:00 –" in lines


def test_a_status_that_means_so_cancels(run: Any) -> None:
    made = add(run, "--minutes", "30", "--status", "Bestätigt").json
    off = run.good("appointment", "edit", made["id"], "--status", "Storniert", "--json").json
    assert (off["cancelled"], off["status"]) == (True, "Storniert")
    assert made["id"] not in [row["id"] for row in run.good("appointment", "list", "--json").json]
    assert [row["id"] for row in run.good("appointment", "list", "--cancelled", "--json").json] == [made["id"]]
    assert add(run, "--minutes", "30").code == 0  # the place is free
    run.good("appointment", "cancel", run.good("appointment", "list", "--json").json[0]["id"])
    back = run.good("appointment", "restore", made["id"], "--json").json
    assert (back["cancelled"], back["status"]) == (False, "Bestätigt")


def test_a_cancelled_appointment_is_restored_before_it_is_edited(run: Any) -> None:
    made = add(run, "--minutes", "30").json
    run.good("appointment", "cancel", made["id"])
    ended = run("appointment", "edit", made["id"], "--text", "doch")
    assert (ended.code, ended.out) == (2, "")
    assert "Bitte stellen Sie ihn wieder her" in ended.err


def test_cancelling_is_soft_and_restoring_brings_it_back(run: Any) -> None:
    made = add(run, "--minutes", "30").json
    assert run.good("appointment", "cancel", made["id"], "--json").json["cancelled"] is True
    assert run.good("appointment", "list", "--json").json == []
    assert [row["id"] for row in run.good("appointment", "list", "--cancelled", "--json").json] == [made["id"]]
    assert run.good("appointment", "restore", made["id"], "--json").json["cancelled"] is False


def test_restoring_into_a_taken_place_is_refused(run: Any) -> None:
    made = add(run, "--minutes", "30").json
    run.good("appointment", "cancel", made["id"])
    add(run, "--minutes", "30")
    assert run("appointment", "restore", made["id"]).code == 5


def test_the_list_is_cut_by_resource_and_time(run: Any) -> None:
    add(run, "--minutes", "30", "--text", "drin")
    add(run, "--minutes", "30", "--text", "anderer", resource="Theo Dor")
    add(run, "--minutes", "30", "--text", "später", start="2027-02-01T10:00")
    window = ("--from", "2027-01-12T00:00", "--to", "2027-01-13T00:00")
    rows = run.good("appointment", "list", "--resource", "Thor Schuss", *window, "--json").json
    assert [row["text"] for row in rows] == ["drin"]


def test_settings_come_back_as_they_were_set(run: Any) -> None:
    assert run.good("settings", "get", "google_privacy").out == "initials\n"
    assert run.good("settings", "get", "google_deletions").out == "ask_customer\n"
    assert run.good("settings", "get", "sync_interval_minutes").out == "5\n"
    run.good("settings", "set", "google_sync", "on")
    assert run.good("settings", "get", "google_sync").out == "on\n"


def test_an_employee_may_not_change_settings(run: Any) -> None:
    refused = run("--user", "thor.schuss", "settings", "set", "google_sync", "on")
    assert refused.code == 1
    assert "Berechtigung" in refused.err


def test_an_employee_plans_only_on_the_own_resource(run: Any) -> None:
    own = ("appointment", "add", "--start", "2027-01-12T10:00", "--minutes", "30", "--resource")
    assert run("--user", "thor.schuss", *own, "Thor Schuss").code == 0
    assert run("--user", "thor.schuss", *own, "Theo Dor").code == 1


def test_a_wrong_user_and_a_wrong_password_read_the_same(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    unknown = run("--user", "niemand", "resource", "list")
    monkeypatch.setenv("TERMINPLANER_PASSWORD", "falsch")
    wrong = run("--user", "admin", "resource", "list")
    assert (unknown.code, wrong.code) == (1, 1)
    assert unknown.err == wrong.err


def test_a_backup_brings_everything_back(run: Any, tmp_path: Path) -> None:
    made = add(run, "--minutes", "30").json
    run.good("backup", str(tmp_path / "sicherung.sqlite"))
    run.good("appointment", "cancel", made["id"])
    restored = run.good("restore", str(tmp_path / "sicherung.sqlite"))
    assert run.good("appointment", "list", "--json").json == [made]
    assert Path(restored.err.strip().removesuffix(".").rsplit(" ", 1)[-1]).is_file()


def test_a_backup_never_overwrites_a_file(run: Any, tmp_path: Path) -> None:
    (tmp_path / "da.sqlite").write_text("wichtig")
    assert run("backup", str(tmp_path / "da.sqlite")).code == 2
    assert (tmp_path / "da.sqlite").read_text() == "wichtig"


def test_a_file_that_is_no_backup_is_refused(run: Any, tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_text("kein Backup")
    made = add(run, "--minutes", "30").json
    assert run("restore", str(tmp_path / "x.sqlite")).code == 2
    assert run.good("appointment", "list", "--json").json == [made]


def test_an_export_is_read_back_without_a_change(run: Any, tmp_path: Path) -> None:
    add(run, "--minutes", "30", "--customer", "1001", "--type", "Sehtest")
    file = tmp_path / "plan.ics"
    run.good("export", "--resource", "Thor Schuss", "-o", str(file))
    report = run.good("import", str(file), "--resource", "Thor Schuss", "--json").json
    assert report == {"imported": 0, "updated": 0, "unchanged": 1, "skipped": []}
    assert b"BEGIN:VEVENT" in file.read_bytes()


def test_the_version_and_the_help_need_no_database(bare: Any) -> None:
    assert bare.good("--version").out.startswith("Terminplaner ")
    assert "appointment" in bare.good("--help").out


def test_the_entry_point_is_the_same_function() -> None:
    assert main.__module__ == "terminplaner.cli.main"


def test_doctor_says_as_json_that_the_database_does_not_open(run: Any, tmp_path: Path) -> None:
    (tmp_path / "profile" / "terminplaner.sqlite").write_bytes(b"kein SQLite" * 1000)
    ended = run("doctor", "--json")
    assert ended.code == 1
    assert [(check["name"], check["ok"]) for check in ended.json["checks"]] == [("database", False)]
    assert ended.json["ok"] is False


def test_a_defect_is_one_sentence_and_stands_in_the_log(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_logs: LogWatch
) -> None:
    expected_logs.expect("^terminplaner.cli.main: unexpected$")

    def fail(self: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Queries, "branches", fail)
    ended = run("resource", "list")
    assert ended.code == 1
    assert len(ended.err.strip().splitlines()) == 1
    assert "ZeroDivisionError" in (tmp_path / "profile" / "logs" / "terminplaner.log").read_text(encoding="utf-8")


def test_the_period_is_carried_on_and_not_set(run: Any) -> None:
    assert run.good("settings", "get", "calendar_period_until_on").out == "\n"
    today = datetime.now(UTC).date()
    run.good("settings", "set", "calendar_period_until_on", f"{today + timedelta(days=400)}")
    carried = run.good("settings", "get", "calendar_period_until_on").out
    assert carried == f"{today + timedelta(days=400)}\n"
    shorter = run("settings", "set", "calendar_period_until_on", f"{today + timedelta(days=300)}")
    assert shorter.code == 2
    assert "verkürzen" in shorter.err
    assert run("settings", "set", "calendar_period_until_on", "morgen").code == 2
