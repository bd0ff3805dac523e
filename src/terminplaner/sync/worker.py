"""The sync's own thread: what wakes the engine, and what the windows hear of it.

The only file of ``sync`` that knows Qt.
"""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from terminplaner.domain.calendar_link import LinkStatus, SyncRun
from terminplaner.domain.changes import ChangeSet, Origin
from terminplaner.domain.errors import CancelledError, TerminplanerError
from terminplaner.services.cancel_tokens import Cancellation
from terminplaner.services.google_ports import SyncEngine
from terminplaner.services.settings import Settings

_log = logging.getLogger(__name__)

_NUDGE_SECONDS = 3
_RETRY_MINUTES = 5
_OFFLINE_MINUTES = 1.25
"""With the jitter no sooner than the minute that the engine lets a link rest after its first failure."""
_HEARTBEAT_SECONDS = 10
_ASLEEP_SECONDS = 60
"""A longer gap between two heartbeats means that the computer slept."""
_WAKING_SECONDS = 20
"""How long its network may take to come up again before anybody hears that Google is out of reach."""
_JITTER = 0.2
"""All workstations share Google's quota: they must not ask at the same moment."""


class SyncWorker(QObject):
    """Runs passes; lives in a QThread of its own, whose event loop its slots and timers need.

    ``finished`` carries the runs (empty while the sync is switched off), ``failed`` the ``TerminplanerError``
    that kept a pass from running at all.
    """

    runStarted = Signal()
    progressed = Signal(int, int)
    """Events done and in all (0 while unknown), where there are many."""
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self, engine: SyncEngine, settings: Settings, wall_seconds: Callable[[], float] = time.time
    ) -> None:
        """``wall_seconds`` must go on while the computer sleeps, as a monotonic clock need not."""
        super().__init__()
        self._engine = engine
        self._settings = settings
        self._wall_seconds = wall_seconds
        self._awake_at = wall_seconds()
        self._cancel = Cancellation()
        self._heartbeat = QTimer(self)
        self._heartbeat.timeout.connect(self._has_slept)
        self._poll = self._timer()
        self._nudge = self._timer()

    @Slot()
    def start(self) -> None:
        """Begin with a pass; connect it to the thread's ``started``."""
        # Timers can only be stopped in their own thread; "finished" is the last thing that is emitted there.
        QThread.currentThread().finished.connect(self._stop, Qt.ConnectionType.DirectConnection)
        self._awake_at = self._wall_seconds()
        self._heartbeat.start(round(_HEARTBEAT_SECONDS * 1000))
        self._run_due()

    @Slot()
    def syncNow(self) -> None:
        """A person asks: waiting times after failures do not count, a quota pause does."""
        self._run(is_at_once=True)

    @Slot(object)
    def nudge(self, change_set: ChangeSet) -> None:
        """Something changed; a burst of changes is one.  What Google brought need not go back there."""
        if change_set.author.origin is not Origin.GOOGLE and not self._cancel.is_cancelled:
            self._nudge.start(_NUDGE_SECONDS * 1000)

    @Slot()
    def settingsChanged(self) -> None:
        """Another interval counts from now on; switched on, the sync runs at once."""
        self._run_due()

    def requestStop(self) -> None:
        """Let a running pass end at its next step and start no other; callable from any thread.

        The owner then ends the thread.
        """
        self._cancel.cancel()

    @Slot()
    def _stop(self) -> None:
        self._heartbeat.stop()
        self._poll.stop()
        self._nudge.stop()

    @Slot()
    def _has_slept(self) -> bool:
        """After a sleep the next pass begins when the network had time to come up."""
        before, self._awake_at = self._awake_at, self._wall_seconds()
        if self._awake_at - before <= _ASLEEP_SECONDS:
            return False
        self._nudge.stop()
        self._poll.start(round(_WAKING_SECONDS * 1000))
        return True

    @Slot()
    def _run_due(self) -> None:
        if not self._has_slept():
            self._run(is_at_once=False)

    def _run(self, *, is_at_once: bool) -> None:
        if self._cancel.is_cancelled:
            return
        self._nudge.stop()
        self.runStarted.emit()
        minutes: float = _RETRY_MINUTES
        try:
            minutes = self._pass(is_at_once=is_at_once)
        except CancelledError:
            return
        except TerminplanerError as error:
            _log.info("no sync pass: %s", error.error_code)
            self.failed.emit(error)
        except Exception as error:
            self.failed.emit(TerminplanerError("defect", kind=type(error).__name__))
            raise
        finally:
            # Also after a defect, or nothing would be synchronized until the program is started anew.
            if not self._cancel.is_cancelled:
                self._awake_at = self._wall_seconds()
                self._poll.start(round(minutes * 60_000 * random.uniform(1 - _JITTER, 1 + _JITTER)))  # noqa: S311 - spreads the passes, guards no secret

    def _pass(self, *, is_at_once: bool) -> float:
        """In how many minutes the next one is due."""
        runs = self._engine.sync(at_once=is_at_once, cancel=self._cancel, progress=self.progressed.emit)
        self.finished.emit(runs)
        minutes = self._settings.load().sync_interval_minutes
        return min(minutes, _OFFLINE_MINUTES) if _is_offline(runs) else minutes

    def _timer(self) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(self._run_due)
        return timer


def _is_offline(runs: Sequence[SyncRun]) -> bool:
    return any(run.status is LinkStatus.OFFLINE for run in runs)
