"""What turning a page costs, how the size of the store counts, and whether the window ever waits."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from benchmarks.crowd import crowd
from helpers.workplace import Workplace, open_workplace
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.when import Timed, day_start
from terminplaner.services.ports import Reader, Store
from terminplaner.services.queries import Queries
from terminplaner.ui.planner.page import PlannerPage
from terminplaner.ui.planner.plan.canvas import PlannerCanvas
from terminplaner.ui.planner.window import Mode
from terminplaner.ui.tasks import TaskRunner

_MONDAY = date(2026, 11, 23)
_TURNS = 8
_ROUNDS = 9
_PAGE_MS = 100
_GAP_MS = 50
_SIZE_RATIO = 1.5
_TICK_MS = 10


@contextmanager
def crowded(folder: Path, count: int, around: date = _MONDAY) -> Iterator[Workplace]:
    """The sample with so many appointments."""
    folder.mkdir(parents=True, exist_ok=True)
    place = open_workplace(folder)
    resource = place.services.queries.resources()[0]
    when = Timed(datetime(2001, 1, 1, 8, tzinfo=UTC), datetime(2001, 1, 1, 9, tzinfo=UTC))
    sample = Appointment(
        uuid4(),
        place.session().branch.id,
        when,
        (resource.id,),
        type_id=place.services.queries.types()[0].id,
    )
    with place.store.write(Author("benchmark", Origin.SYSTEM), "arrange") as work:
        work.put(sample)
        work.commit()
    crowd(folder / "terminplaner.db", sample.id.hex, count, around)
    yield place
    place.store.close()


@contextmanager
def shown(place: Workplace, qtbot: QtBot, mode: Mode) -> Iterator[tuple[PlannerPage, TaskRunner]]:
    tasks = TaskRunner()
    page = PlannerPage(place.services, place.session(), tasks)
    qtbot.addWidget(page)
    page.resize(1920, 1080)
    page.browsing.show_mode(mode)
    with qtbot.waitExposed(page):
        page.show()
    page.refresh(None)
    qtbot.waitUntil(lambda: not tasks.is_busy, timeout=120_000)
    yield page, tasks
    tasks.shutdown()


def test_the_next_week_is_there_as_soon_as_the_key_is_down(tmp_path: Path, qtbot: QtBot) -> None:
    with crowded(tmp_path, 10_000) as place, shown(place, qtbot, Mode.WEEK) as (page, tasks):
        canvas = page.findChild(PlannerCanvas)
        assert canvas is not None
        canvas.setFocus()
        taken = []
        for turn in range(_TURNS):
            begin = time.perf_counter()
            QTest.keyClick(canvas, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
            wanted = _MONDAY + timedelta(days=7 * (turn + 1))
            qtbot.waitUntil(partial(_shows, canvas, wanted))
            page.grab()
            taken.append((time.perf_counter() - begin) * 1000)
            qtbot.waitUntil(lambda: not tasks.is_busy)  # somebody looks at the page before turning on
        rows = len(tuple(canvas.board.snapshot.rows()))
        print(
            f"\nnext week of {rows} appointments: median {statistics.median(taken):.0f} ms, "
            f"longest {max(taken):.0f} ms of {_TURNS}"
        )
        assert statistics.median(taken) < _PAGE_MS


def _shows(canvas: PlannerCanvas, day: date) -> bool:
    return canvas.board.snapshot.window.day == day


@pytest.mark.prove(100_000, 1_000_000)
def test_a_week_costs_the_same_in_a_large_store(tmp_path: Path, examples: int) -> None:
    with crowded(tmp_path / "small", 10_000) as small, crowded(tmp_path / "large", examples) as large:
        costs: dict[int, list[float]] = {10_000: [], examples: []}
        rows = {}
        for _ in range(_ROUNDS):  # in turn, so that what else the machine does meets both
            for count, place in ((10_000, small), (examples, large)):
                ids = tuple(resource.id for resource in place.services.queries.resources())
                zone = place.session().branch.tz
                span = (day_start(_MONDAY, zone), day_start(_MONDAY + timedelta(days=7), zone))
                begin = time.perf_counter()
                plan = place.services.queries.plan(ids, *span)
                costs[count].append((time.perf_counter() - begin) * 1000)
                rows[count] = len(plan.rows)
        little, much = (statistics.median(costs[count]) for count in (10_000, examples))
        print(
            f"\na week of {rows[10_000]} appointments: {little:.0f} ms among 10000, "
            f"one of {rows[examples]}: {much:.0f} ms among {examples}"
        )
        assert much < _SIZE_RATIO * little


@dataclass(frozen=True, slots=True)
class SlowStore:
    """Answers each question only after a while, as a database behind a bad line does."""

    store: Store
    seconds: float

    @contextmanager
    def read(self) -> Iterator[Reader]:
        time.sleep(self.seconds)
        with self.store.read() as reader:
            yield reader

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


@pytest.mark.prove(2, 20)
def test_the_window_answers_while_the_database_does_not(tmp_path: Path, qtbot: QtBot, examples: int) -> None:
    """``examples`` are the tenths of a second that each question waits."""
    with crowded(tmp_path, 10_000) as place:
        slow = SlowStore(place.store, examples / 10)
        services = replace(place.services, queries=Queries(cast(Store, slow), place.clock))
        slow_place = replace(place, services=services)
        with shown(slow_place, qtbot, Mode.WEEK) as (page, tasks):
            ticks = Ticks(page)
            page.browsing.turn(3)
            qtbot.waitUntil(lambda: not tasks.is_busy, timeout=120_000)
            page.refresh(None)
            page.browsing.show_mode(Mode.MONTH)
            qtbot.waitUntil(lambda: not tasks.is_busy, timeout=120_000)
            gaps = sorted(ticks.gaps)
        most = gaps[len(gaps) * 99 // 100]
        print(f"\n{len(gaps)} ticks, 99 % within {most:.0f} ms, longest {gaps[-1]:.0f} ms")
        # Of single gaps a shared machine has its own.
        assert most < _GAP_MS


class Ticks(QObject):
    """Ticks in the GUI thread; a late tick is a gap."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.gaps: list[float] = []
        self._ticked_at = time.monotonic()
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._tick)
        timer.start(_TICK_MS)

    def _tick(self) -> None:
        now = time.monotonic()
        self.gaps.append((now - self._ticked_at) * 1000 - _TICK_MS)
        self._ticked_at = now
