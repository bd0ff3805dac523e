"""The worker's thread: what wakes it, what it tells, how it ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QMetaObject, QObject, Qt, QThread, Signal
from pytestqt.qtbot import QtBot

from helpers.sync_bench import ARRANGER, Bench, sync_bench
from terminplaner.domain.calendar_link import LinkStatus, Problem, SyncRun
from terminplaner.domain.changes import ChangeSet, Origin
from terminplaner.domain.errors import StorageError
from terminplaner.domain.resource import SyncDirection
from terminplaner.services.google_ports import FullPreview
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import CancelToken, Progress
from terminplaner.services.settings import Settings
from terminplaner.sync import worker as worker_module
from terminplaner.sync.worker import SyncWorker


@dataclass
class ScriptedEngine:
    """Notes what it is asked for; ``action`` runs within a pass."""

    passes: list[bool] = field(default_factory=list)
    threads: set[int] = field(default_factory=set)
    action: Callable[[CancelToken | None], None] = lambda _cancel: None

    def sync(
        self,
        link_ids: object = None,
        *,
        full: bool = False,
        at_once: bool = False,
        cancel: CancelToken | None = None,
        progress: Progress | None = None,
    ) -> tuple[SyncRun, ...]:
        self.passes.append(at_once)
        self.threads.add(threading.get_ident())
        self.action(cancel)
        return ()

    def preview_full(
        self, link_id: UUID, cancel: CancelToken | None = None, *, direction: SyncDirection | None = None
    ) -> FullPreview:
        raise NotImplementedError

    def resolve(self, problem_id: UUID, choice: str, actor: Actor) -> Problem:
        raise NotImplementedError


class Window(QObject):
    """Stands in the GUI thread; pytest-qt must not wait for signals of another thread itself."""

    runStarted = Signal()  # noqa: N815  (the worker's own)
    finished = Signal(object)
    failed = Signal(object)
    changed = Signal(object)

    def __init__(self, worker: SyncWorker) -> None:
        super().__init__()
        for name in ("runStarted", "finished", "failed"):
            getattr(worker, name).connect(getattr(self, name), Qt.ConnectionType.QueuedConnection)
        self.changed.connect(worker.nudge)


@dataclass(slots=True)
class Running:
    worker: SyncWorker
    window: Window
    engine: ScriptedEngine
    thread: QThread


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with sync_bench(tmp_path) as made:
        yield made


@pytest.fixture
def running(bench: Bench, qtbot: QtBot) -> Iterator[Running]:
    """A worker after its first pass."""
    engine = ScriptedEngine()
    worker, thread = SyncWorker(engine, Settings(bench.gate)), QThread()
    worker.moveToThread(thread)
    window = Window(worker)
    thread.started.connect(worker.start)
    with qtbot.waitSignal(window.finished):
        thread.start()
    yield Running(worker, window, engine, thread)
    worker.requestStop()
    thread.quit()
    assert thread.wait(5000)


def invoke(slot: str, worker: SyncWorker) -> None:
    """Call a slot as a signal of a window would: in the worker's thread."""
    assert QMetaObject.invokeMethod(worker, slot, Qt.ConnectionType.QueuedConnection)


def changed(origin: Origin, bench: Bench) -> ChangeSet:
    return ChangeSet(uuid4(), "move", replace(ARRANGER, origin=origin), bench.clock.now(), ())


def test_the_first_pass_runs_in_the_thread_of_its_own(running: Running) -> None:
    assert running.engine.passes == [False]
    assert threading.get_ident() not in running.engine.threads


def test_a_person_asks_for_a_pass_at_once(running: Running, qtbot: QtBot) -> None:
    with qtbot.waitSignals([running.window.runStarted, running.window.finished], order="strict"):
        invoke("syncNow", running.worker)
    assert running.engine.passes == [False, True]


def test_a_burst_of_changes_is_one_pass_and_googles_own_are_none(
    running: Running, bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "_NUDGE_SECONDS", 0.05)
    running.window.changed.emit(changed(Origin.GOOGLE, bench))
    with qtbot.waitSignal(running.window.finished):
        for _ in range(5):
            running.window.changed.emit(changed(Origin.USER, bench))
    assert running.engine.passes == [False, False]


def test_changed_settings_take_effect_without_a_restart(running: Running, qtbot: QtBot) -> None:
    with qtbot.waitSignal(running.window.finished):
        invoke("settingsChanged", running.worker)
    assert running.engine.passes == [False, False]


def test_a_database_that_cannot_be_read_is_told_and_tried_again(running: Running, qtbot: QtBot) -> None:
    def fail(_cancel: CancelToken | None) -> None:
        raise StorageError("database_locked")

    running.engine.action = fail
    with qtbot.waitSignal(running.window.failed) as told:
        invoke("syncNow", running.worker)
    assert told.args is not None
    assert told.args[0].error_code == "database_locked"
    running.engine.action = lambda _cancel: None
    with qtbot.waitSignal(running.window.finished):
        invoke("syncNow", running.worker)


def test_a_defect_is_told_and_does_not_end_the_passes(
    running: Running, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_cancel: CancelToken | None) -> None:
        running.engine.action = lambda _cancel: None
        raise ZeroDivisionError

    monkeypatch.setattr(worker_module, "_RETRY_MINUTES", 0.001)
    running.engine.action = fail
    with (
        qtbot.capture_exceptions() as defects,
        qtbot.waitSignals([running.window.failed, running.window.finished], order="strict"),
    ):
        invoke("syncNow", running.worker)
    assert [kind for kind, _, _ in defects] == [ZeroDivisionError]


def test_stopping_ends_a_running_pass_at_its_next_step(running: Running, qtbot: QtBot) -> None:
    is_inside = threading.Event()

    def go_on_until_cancelled(cancel: CancelToken | None) -> None:
        is_inside.set()
        while True:
            assert cancel is not None
            cancel.raise_if_cancelled()

    running.engine.action = go_on_until_cancelled
    invoke("syncNow", running.worker)
    assert is_inside.wait(5)
    running.worker.requestStop()
    running.thread.quit()
    assert running.thread.wait(5000)
    assert len(running.engine.passes) == 2


def test_a_pass_without_a_network_is_repeated_before_the_interval_is_over(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "_OFFLINE_MINUTES", 0.001)
    bench.link()
    bench.google.stop()
    worker = SyncWorker(bench.engine, Settings(bench.gate))
    worker.start()
    bench.google.start()
    bench.advance(minutes=1)
    with qtbot.waitSignal(worker.finished) as told:
        pass
    assert told.args is not None
    assert [run.status for run in told.args[0]] == [LinkStatus.OK]
    worker.requestStop()
