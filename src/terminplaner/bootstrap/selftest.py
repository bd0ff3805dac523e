"""``--selftest``: is everything that the program needs inside this installation?

Aimed at the frozen program, where a data file that was not collected shows only when it is needed.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import keyring
import psycopg
from googleapiclient.discovery_cache import get_static_doc

from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import open_program
from terminplaner.services.founding import add_sample, found_chain
from terminplaner.services.holidays import HolidayCalendar
from terminplaner.system.profile import Profile
from terminplaner.ui.assets import asset


def run_selftest() -> int:
    """Print one JSON document to stdout; 0 where every part is there."""
    parts: Mapping[str, Callable[[], object]] = {
        "database": _use_database,
        "catalogues": _load_catalogues,
        "discovery": lambda: _require(get_static_doc("calendar", "v3")),
        "holidays": lambda: _require(HolidayCalendar("BW").name_on(date(2026, 10, 3))),
        "icons": lambda: _require(any(asset("icons").glob("*.svg"))),
        "keyring": lambda: _require(keyring.backend.get_all_keyring()),
        "paper": _write_paper,
        "postgresql": lambda: _require(psycopg.pq.version()),
        "windows": _paint_window,
        "zones": lambda: ZoneInfo("Europe/Berlin"),
    }
    failures = {}
    for name, check in parts.items():
        try:
            check()
        except Exception as error:  # noqa: BLE001  (whatever is missing, its name goes into the report)
            failures[name] = f"{type(error).__name__}: {error}"
    sys.stdout.write(json.dumps({"ok": not failures, "failures": failures}) + "\n")
    return 1 if failures else 0


def _require(found: object) -> None:
    if not found:
        raise FileNotFoundError


def _use_database() -> None:
    with tempfile.TemporaryDirectory(prefix="terminplaner-selftest-") as folder:
        profile = Profile(Path(folder))
        environment = Environment(profile, f"sqlite:///{profile.database}", key_file=Path(folder) / "key")
        with open_program(environment) as program:
            found_chain(program.gate)
            add_sample(program.gate)
            _require(program.queries.resources())


def _load_catalogues() -> None:
    from PySide6.QtCore import QLibraryInfo, QTranslator

    of_qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase_de", of_qt), ("terminplaner_en", str(asset("translations")))):
        _require(QTranslator().load(name, folder))


def _write_paper() -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    QPrinterInfo.availablePrinterNames()


def _paint_window() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from terminplaner.ui.app import create_application
    from terminplaner.ui.plain_text import plain_label

    application = create_application(["terminplaner"])
    label = plain_label("Terminplaner")
    _require(not label.grab().isNull())
    application.processEvents()
