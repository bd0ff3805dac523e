"""What a command loads before it does anything, and a window before it shows: most of their start is that."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

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


def test_the_window_is_there_before_what_is_first_shown_later() -> None:
    program = "import json, sys, terminplaner.bootstrap.desktop\nprint(json.dumps(list(sys.modules)))"
    ended = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    later = {
        *("argon2", "cryptography", "keyring", "requests", "PySide6.QtPrintSupport"),
        *("terminplaner.sync.calendars", "terminplaner.sync.engine"),
        *("terminplaner.ui.administration.page", "terminplaner.ui.branch_settings", "terminplaner.ui.my_panel"),
        *("terminplaner.ui.consent.flow", "terminplaner.ui.sync_center.window"),
    }
    assert later.intersection(json.loads(ended.stdout)) == set()
