"""What a command loads before it does anything, and a window before it shows: most of their start is that."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import open_program
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.when import AllDay
from terminplaner.services.permissions import Actor
from terminplaner.services.users import ADMINISTRATOR_NAME

ROOT = Path(__file__).resolve().parents[2]

_NEEDED_BY_FEW = frozenset(
    (
        *("alembic", "cryptography", "holidays", "icalendar", "keyring", "psycopg", "recurring_ical_events"),
        *("google", "google_auth_oauthlib", "googleapiclient", "httplib2", "pyparsing", "requests"),
        *("argon2", "PySide6.QtGui", "PySide6.QtWidgets", "multiprocessing", "sqlalchemy.dialects.postgresql"),
    )
)

_RUN = """
import json, sys
from terminplaner.cli.main import main
code = main(sys.argv[1:])
print(json.dumps([code, *sys.modules]), file=sys.stderr)
"""


def test_a_simple_command_loads_no_large_library_that_it_does_not_use(run: Any) -> None:
    command = [sys.executable, "-c", _RUN, "resource", "list", "--json"]
    ended = subprocess.run(command, env=os.environ, check=True, capture_output=True, text=True)
    code, *modules = json.loads(ended.stderr)
    assert code == 0
    assert "terminplaner.bootstrap.program" in modules
    assert _NEEDED_BY_FEW.intersection(modules) == set()


def test_the_window_is_there_before_the_libraries_of_google_and_icalendar() -> None:
    program = (
        "import json, sys\n"
        "import terminplaner.bootstrap.desktop, terminplaner.sync.calendars, terminplaner.sync.engine\n"
        "print(json.dumps(list(sys.modules)))"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    later = {"google", "google_auth_oauthlib", "googleapiclient", "holidays", "httplib2", "icalendar"}
    assert later.intersection(json.loads(ended.stdout)) == set()


def test_the_window_is_loaded_before_what_the_sync_stands_on() -> None:
    program = "import json, sys, terminplaner.bootstrap.desktop\nprint(json.dumps(list(sys.modules)))"
    ended = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    later = {"cryptography", "keyring", "requests", "terminplaner.sync.calendars", "terminplaner.sync.engine"}
    assert later.intersection(json.loads(ended.stdout)) == set()


def test_qt_is_loaded_after_what_needs_no_qt() -> None:
    """PySide reads the source of every module that is loaded after it."""
    program = "import json, sys, terminplaner.cli.main\nprint(json.dumps(list(sys.modules)))"
    ended = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    modules = json.loads(ended.stdout)
    qt = modules.index("PySide6.QtCore")
    needing_none = ("sqlalchemy.sql", "terminplaner.domain", "terminplaner.storage")
    assert [name for name in modules[qt:] if name.startswith(needing_none)] == []


def test_the_plan_is_painted_before_what_is_first_shown_later(tmp_path: Path) -> None:
    start = [sys.executable, str(ROOT / "benchmarks" / "start.py")]
    variables = os.environ | {
        "TERMINPLANER_PROFILE": str(tmp_path),
        "TERMINPLANER_KEY_FILE": str(tmp_path / "key"),
    }
    subprocess.run([*start, "prepare", "0"], env=variables, check=True)
    with open_program(Environment.read(variables)) as program:
        actor = Actor(program.users.authenticate(ADMINISTRATOR_NAME))
        branch, resource = program.queries.branches()[0], program.queries.resources()[0]
        day = program.clock.now().astimezone(branch.tz).date()
        whole_day = AllDay(day, day + timedelta(days=1))
        program.planning.book(actor, Appointment(uuid4(), branch.id, whole_day, (resource.id,)))
    ended = subprocess.run([*start, "planner", "0"], env=variables, check=True, capture_output=True, text=True)
    modules = json.loads(ended.stdout)["modules"]
    assert _LATER.intersection(modules) == set()
    # The sync comes by the clock: where the machine is slow, before the plan.
    ours = [name for name in modules if name.startswith("terminplaner.") and ".sync." not in name]
    assert len(ours) <= _MODULES_OF_OURS


_LATER = {
    *("alembic", "argon2", "holidays", "icalendar", "psycopg", "recurring_ical_events"),
    *("PySide6.QtPrintSupport", "multiprocessing", "sqlalchemy.dialects.postgresql", "sqlalchemy.orm"),
    *("terminplaner.ui.administration.page", "terminplaner.ui.branch_settings", "terminplaner.ui.my_panel"),
    *("terminplaner.ui.consent.flow", "terminplaner.ui.sync_center.window"),
    *("terminplaner.ui.entry_dialog", "terminplaner.ui.planner.appointment.appointment_dialog"),
    *("terminplaner.ui.planner.panels.free_slot_panel", "terminplaner.ui.planner.panels.search_panel"),
    *("terminplaner.ui.planner.overviews.year_view", "terminplaner.ui.planner.panels.waiting_panel"),
}
_MODULES_OF_OURS = 293
"""Each takes half a millisecond or more: before this grows, look whether the plan needs the new ones."""
