"""Work beside the GUI thread: where it runs, what becomes of its outcome."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from terminplaner.domain.errors import CancelledError, NotFoundError, TerminplanerError
from terminplaner.services.ports import CancelToken, Progress
from terminplaner.ui.tasks import TaskRunner


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.shutdown()


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def test_work_runs_beside_the_gui_thread_and_answers_in_it(
    qtbot: QtBot, tasks: TaskRunner, owner: QObject
) -> None:
    gui = QThread.currentThread()
    seen: list[bool] = []
    tasks.run(
        QThread.currentThread, owner, lambda worker: seen.extend([worker != gui, QThread.currentThread() == gui])
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [True, True]


def test_database_work_keeps_its_order_while_the_network_waits(
    qtbot: QtBot, tasks: TaskRunner, owner: QObject
) -> None:
    answers: list[object] = []
    release = threading.Event()
    tasks.run_network(lambda _progress, _cancel: release.wait(10), owner, lambda _ok: answers.append("network"))
    for number in range(5):
        tasks.run(partial(int, number), owner, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 5)
    release.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert answers == [0, 1, 2, 3, 4, "network"]


def test_an_expected_error_goes_to_its_callback_or_else_to_the_window(
    qtbot: QtBot, tasks: TaskRunner, owner: QObject
) -> None:
    def fail() -> None:
        raise NotFoundError

    heard: list[TerminplanerError] = []
    with qtbot.assertNotEmitted(tasks.failed):
        tasks.run(fail, owner, on_error=heard.append)
        qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], NotFoundError)
    with qtbot.waitSignal(tasks.failed) as failed:
        tasks.run(fail, owner)
    assert isinstance(failed.args[0], NotFoundError)


def test_a_defect_goes_to_the_crash_handler(
    qtbot: QtBot, tasks: TaskRunner, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    crashes: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: crashes.append(kind))
    heard: list[TerminplanerError] = []
    tasks.run(lambda: 1 / 0, owner, on_error=heard.append)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert crashes == [ZeroDivisionError]
    assert not heard


def test_nobody_hears_of_work_whose_owner_is_gone(qtbot: QtBot, tasks: TaskRunner, owner: QObject) -> None:
    release = threading.Event()
    heard: list[object] = []
    task = tasks.run(lambda: release.wait(10), owner, heard.append)
    delete(owner)
    with qtbot.waitSignal(task.ended):
        release.set()
    assert not heard


def test_progress_arrives_in_the_gui_thread_without_flooding_it(
    qtbot: QtBot, tasks: TaskRunner, owner: QObject
) -> None:
    counted = threading.Event()

    def count(progress: Progress, _cancel: CancelToken) -> None:
        for done in range(10_000):
            progress(done, 10_000)
        counted.set()

    seen: list[tuple[int, int]] = []
    task = tasks.run_network(count, owner)
    task.progressed.connect(lambda done, total: seen.append((done, total)))
    assert counted.wait(10)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert seen == [(9_999, 10_000)]


def test_a_cancelled_task_ends_silently_unless_somebody_asked(
    qtbot: QtBot, tasks: TaskRunner, owner: QObject
) -> None:
    def wait(_progress: Progress, cancel: CancelToken) -> None:
        while True:
            cancel.raise_if_cancelled()

    heard: list[TerminplanerError] = []
    with qtbot.assertNotEmitted(tasks.failed):
        silent = tasks.run_network(wait, owner)
        with qtbot.waitSignal(silent.ended):
            silent.cancel()
    asked = tasks.run_network(wait, owner, on_error=heard.append)
    asked.cancel()
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], CancelledError)


def test_only_slow_work_is_called_slow(
    qtbot: QtBot, tasks: TaskRunner, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = tasks.run(lambda: None, owner)
    with qtbot.assertNotEmitted(quick.slowed), qtbot.waitSignal(quick.ended):
        pass
    monkeypatch.setattr("terminplaner.ui.tasks.SLOW_AFTER_MS", 1)
    release = threading.Event()
    slow = tasks.run(lambda: release.wait(10), owner)
    with qtbot.waitSignal(slow.slowed):
        pass
    release.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_shutdown_cancels_drops_and_takes_no_more(qtbot: QtBot, owner: QObject) -> None:
    tasks = TaskRunner()
    heard: list[object] = []

    def wait(_progress: Progress, cancel: CancelToken) -> None:
        while True:
            cancel.raise_if_cancelled()

    running = tasks.run_network(wait, owner, heard.append, heard.append)
    tasks.shutdown()
    late = tasks.run(lambda: 1, owner, heard.append)
    with qtbot.assertNotEmitted(late.ended), qtbot.waitSignal(running.ended):
        pass
    assert not heard


def test_shutdown_does_not_wait_for_what_hangs(qtbot: QtBot, owner: QObject) -> None:
    tasks = TaskRunner()
    answer = threading.Event()
    tasks.run_network(lambda _progress, _cancel: answer.wait(), owner)
    assert not tasks.shutdown(0.01)
    answer.set()
    assert tasks.shutdown()
