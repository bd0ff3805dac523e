"""Work beside the GUI thread.

Database work runs one after the other, so that the answers arrive in the order of the questions; network work runs
on threads of its own, so that a slow line never delays the planner.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from terminplaner.domain.errors import CancelledError, TerminplanerError
from terminplaner.services.cancel_tokens import Cancellation
from terminplaner.services.ports import CancelToken, Progress

T = TypeVar("T")

SLOW_AFTER_MS = 600
"""Nobody is shown a progress bar for what is over before they could read it."""

_NETWORK_THREADS = 4


class Task(QObject):
    """Work that was handed to a thread, as the GUI thread sees it.

    ``slowed`` comes once, after 0.6 s, if the work is still running: that is the moment to show progress.
    ``ended`` comes after the callback, whatever happened.
    """

    slowed = Signal()
    progressed = Signal(int, int)
    """Done and total; total 0 while it is unknown."""
    ended = Signal()

    def __init__(
        self,
        parent: QObject,
        owner: QObject,
        on_success: Callable[[Any], object] | None,
        on_error: Callable[[TerminplanerError], object],
    ) -> None:
        super().__init__(parent)
        self._owner: QObject | None = owner
        self._on_success = on_success
        self._on_error = on_error
        self._cancellation = Cancellation()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.slowed)
        self._patience.start(SLOW_AFTER_MS)

    def cancel(self) -> None:
        """Ask the work to stop; it ends with ``CancelledError`` at its next step."""
        self._cancellation.cancel()

    def abandon(self) -> None:
        """Cancel, and let nobody hear of the outcome."""
        self.cancel()
        self._owner = None

    @property
    def cancellation(self) -> CancelToken:
        return self._cancellation

    def deliver(self, result: Any, error: BaseException | None) -> None:
        """Call back with the outcome; in the GUI thread."""
        self._patience.stop()
        owner, on_success, on_error = self._owner, self._on_success, self._on_error
        # The worker thread may be the last to let go of this object, never of a widget.
        self._owner = self._on_success = None
        self._on_error = _ignore
        try:
            if owner is None or not isValid(owner):
                return
            if error is None:
                if on_success is not None:
                    on_success(result)
            elif isinstance(error, TerminplanerError):
                on_error(error)
            else:
                sys.excepthook(type(error), error, error.__traceback__)
        finally:
            self.ended.emit()


def _ignore(_error: TerminplanerError) -> None:
    """Nobody is waiting any more."""


@dataclass(slots=True)
class _Outcome:
    task: Task
    result: Any = None
    error: BaseException | None = None


class _Meter:
    """Counts in the worker thread; at most one event is on its way to the GUI thread, however fast it counts."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self._lock = threading.Lock()
        self._latest: tuple[int, int] | None = None

    def put(self, done: int, total: int) -> bool:
        """Note the state; whether the GUI thread has to be told."""
        with self._lock:
            is_announced = self._latest is not None
            self._latest = (done, total)
        return not is_announced

    def take(self) -> tuple[int, int]:
        with self._lock:
            latest, self._latest = self._latest, None
        return latest or (0, 0)


class TaskRunner(QObject):
    """Hands work to threads and brings the outcome back into the GUI thread.

    An outcome whose owner (a QObject) is gone is dropped.  Expected errors (``TerminplanerError``) reach
    ``on_error``, or ``failed`` where none was given; anything else is a defect and reaches ``sys.excepthook``.
    Callbacks run in the GUI thread.  Work should hold values and services, not widgets.
    """

    failed = Signal(object)
    """An expected error that nobody else shows; a ``TerminplanerError``."""

    _finished = Signal(object)
    _reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = ThreadPoolExecutor(1, "database")
        self._network = ThreadPoolExecutor(_NETWORK_THREADS, "network")
        self._running: set[Task] = set()
        self._futures: set[Future[None]] = set()
        self._is_open = True
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._pass_on_progress, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        return bool(self._running)

    def run(
        self,
        work: Callable[[], T],
        owner: QObject,
        on_success: Callable[[T], object] | None = None,
        on_error: Callable[[TerminplanerError], object] | None = None,
    ) -> Task:
        """Run database work, in turn."""
        return self._start(self._database, lambda _progress, _cancel: work(), owner, on_success, on_error)

    def run_network(
        self,
        work: Callable[[Progress, CancelToken], T],
        owner: QObject,
        on_success: Callable[[T], object] | None = None,
        on_error: Callable[[TerminplanerError], object] | None = None,
    ) -> Task:
        """Run work that waits for the network; it reports progress and asks whether it was cancelled."""
        return self._start(self._network, work, owner, on_success, on_error)

    def shutdown(self, seconds: float | None = None) -> bool:
        """Take no more work, cancel what can be cancelled, and wait for the rest; outcomes are dropped.

        Whether everything has ended, after ``seconds`` at most where given.
        """
        self._is_open = False
        for task in tuple(self._running):
            task.abandon()
        for executor in (self._network, self._database):
            executor.shutdown(wait=False, cancel_futures=True)
        return not wait(tuple(self._futures), seconds).not_done

    def _start(
        self,
        executor: ThreadPoolExecutor,
        work: Callable[[Progress, CancelToken], T],
        owner: QObject,
        on_success: Callable[[T], object] | None,
        on_error: Callable[[TerminplanerError], object] | None,
    ) -> Task:
        task = Task(self, owner, on_success, on_error or self._show_error)
        if self._is_open:
            self._running.add(task)
            future = executor.submit(self._execute, task, work)
            self._futures.add(future)
            future.add_done_callback(self._futures.discard)
        return task

    def _execute(self, task: Task, work: Callable[[Progress, CancelToken], Any]) -> None:
        outcome = _Outcome(task)
        meter = _Meter(task)

        def report(done: int, total: int) -> None:
            if meter.put(done, total):
                self._reported.emit(meter)

        try:
            task.cancellation.raise_if_cancelled()
            outcome.result = work(report, task.cancellation)
        except BaseException as error:  # noqa: BLE001  (the GUI thread tells defects from expected errors)
            outcome.error = error
        self._finished.emit(outcome)

    @Slot(object)
    def _pass_on_progress(self, meter: _Meter) -> None:
        if isValid(meter.task):
            meter.task.progressed.emit(*meter.take())

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        self._running.discard(outcome.task)
        try:
            outcome.task.deliver(outcome.result, outcome.error)
        finally:
            outcome.task.deleteLater()

    def _show_error(self, error: TerminplanerError) -> None:
        if not isinstance(error, CancelledError):
            self.failed.emit(error)
