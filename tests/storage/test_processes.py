"""Several programs on one profile at the same time, as when commands are run side by side."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from helpers.databases import Database
from terminplaner.domain.appointment import AppointmentType
from terminplaner.services.ports import Store

_PROCESSES, _CHANGES = 3, 10
_PROGRAM = """
import sys
from pathlib import Path
from uuid import uuid4

from terminplaner.domain.appointment import AppointmentType
from terminplaner.domain.changes import Author, Origin
from terminplaner.storage import open_store
from terminplaner.system.clock import SystemClock

url, folder, changes = sys.argv[1:]
sys.stdin.readline()
store = open_store(url, backups=Path(folder), clock=SystemClock(), workstation="one of many")
for number in range(int(changes)):
    with store.write(Author("rosa", Origin.COMMAND_LINE), "book") as work:
        position = len(work.list(AppointmentType))
        work.put(AppointmentType(uuid4(), "Typ", position=position))
        work.commit()
store.close()
"""


def test_programs_that_start_at_once_on_a_new_profile_lose_nothing(sqlite_database: Database) -> None:
    url = f"sqlite:///{sqlite_database.folder / 'profile' / 'new.db'}"
    _run_side_by_side(url, sqlite_database.folder)
    _expect_every_change(sqlite_database.open(url))


def _run_side_by_side(url: str, folder: Path) -> None:
    command = [sys.executable, "-c", _PROGRAM, url, str(folder), str(_CHANGES)]
    programs = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(_PROCESSES)
    ]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    endings = [program.communicate(timeout=60) for program in programs]
    assert [(program.returncode, errors) for program, (_, errors) in zip(programs, endings, strict=True)] == [
        (0, "")
    ] * _PROCESSES


def _expect_every_change(store: Store) -> None:
    with store.read() as reader:
        positions = [entry.position for entry in reader.list(AppointmentType)]
        assert positions == list(range(_PROCESSES * _CHANGES))
        assert len(reader.list_change_sets(limit=1000)) == _PROCESSES * _CHANGES
