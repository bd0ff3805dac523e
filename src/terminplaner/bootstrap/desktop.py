"""The program with windows: application, session, sync thread, and their orderly end."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NoReturn

from PySide6.QtCore import QObject, QSettings, Qt, QThread, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from terminplaner.bootstrap.deferred import deferred
from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import Program, open_program
from terminplaner.domain.calendar_link import SyncRun
from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.founding import found_chain
from terminplaner.services.undo import UndoStack
from terminplaner.sync.worker import SyncWorker
from terminplaner.system.crash import install_crash_handler
from terminplaner.system.profile import Profile
from terminplaner.system.single_instance import SingleInstance
from terminplaner.ui.app import DefectNotice, adopt, create_application
from terminplaner.ui.change_feed import ChangeFeed
from terminplaner.ui.change_watch import ChangeWatch
from terminplaner.ui.context import Services, Session
from terminplaner.ui.login import Login, remember_user
from terminplaner.ui.main_window import MainWindow
from terminplaner.ui.messages import describe
from terminplaner.ui.period_keeper import PeriodKeeper
from terminplaner.ui.preferences import Preferences, PreferencesMemory
from terminplaner.ui.session_keeper import SessionKeeper
from terminplaner.ui.tasks import TaskRunner

_SYNC_AFTER_SECONDS = 1.5
"""Loading what the sync stands on takes as long as the plan takes to come, and would share the processor."""
_STOP_SECONDS = 1.0
"""How long the end of the program waits for what runs; a request that hangs would take half a minute."""


def run_desktop(
    environment: Environment,
    argv: Sequence[str] = ("terminplaner",),
    user: str | None = None,
    day: date | None = None,
) -> int:
    """Open the application and stay until it is closed; the process's exit code.

    ``user`` is remembered at this workstation, so that nobody is asked who works here.  ``day`` is what the plan
    shows first, None for today.
    """
    window_settings = _window_settings(environment.profile)
    application = create_application(argv, _spoken(PreferencesMemory(window_settings).last(), environment))
    application.setQuitOnLastWindowClosed(True)
    try:
        environment.profile.create()
        instance = SingleInstance(environment.profile.window_lock)
        instance.acquire()
    except TerminplanerError as error:
        return _refuse(error)
    try:
        with open_program(environment) as program:
            found_chain(program.gate)
            desktop = Desktop(program, day)
            if user is not None:
                desktop.remember_user(user)
            desktop.start()
            code = application.exec()
            if not desktop.stop():
                _leave_behind(code)
            return code
    except TerminplanerError as error:
        return _refuse(error)
    finally:
        instance.release()


def _leave_behind(code: int) -> NoReturn:
    """End the process although a request to Google hangs; the next pass takes that for a lost connection."""
    logging.shutdown()
    os._exit(code)


def _window_settings(profile: Profile) -> QSettings:
    """What this workstation remembers of its windows."""
    return QSettings(str(profile.window_settings), QSettings.Format.IniFormat)


def _spoken(preferences: Preferences, environment: Environment) -> Preferences:
    """The language that was asked for at the start goes before the chosen one."""
    return replace(preferences, language=environment.language) if environment.language else preferences


def _refuse(error: TerminplanerError) -> int:
    """There is no window yet that could show it, so this one box waits for an answer."""
    box = QMessageBox(QMessageBox.Icon.Critical, "Terminplaner", describe(error))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
    return 1


class Desktop(QObject):
    """Owns the threads behind the main window; one per process."""

    def __init__(self, program: Program, first_day: date | None = None) -> None:
        """``first_day`` is what the first window's plan shows, None for today."""
        super().__init__()
        self._first_day = first_day
        profile = program.environment.profile
        self._program = program
        self._window_settings = _window_settings(profile)
        self._notice = DefectNotice(str(profile.logs), self)
        install_crash_handler(profile.logs, self._notice.raise_notice)
        self._tasks = TaskRunner()
        self._feed = ChangeFeed()
        self._services = self._build_services()
        self._watch = ChangeWatch(program.store, self._feed)
        self._worker_thread = QThread()
        self._worker = SyncWorker(deferred(lambda: program.engine), program.settings)
        self._worker.moveToThread(self._worker_thread)
        self._sync_start = QTimer(self)
        self._sync_start.setSingleShot(True)
        self._sync_start.timeout.connect(self._worker_thread.start)
        self._period_keeper = PeriodKeeper(program.calendar_period, self._tasks, self)
        self._session_keeper = SessionKeeper(self._services, self._tasks, self)
        self._login = Login(self._services, self._tasks, self._window_settings, self)
        self._window: MainWindow | None = None
        self._session: Session | None = None
        self._is_syncing = False
        self._connect()

    @property
    def window(self) -> MainWindow | None:
        """The main window, once somebody is logged in."""
        return self._window

    @property
    def is_idle(self) -> bool:
        """Whether everything the windows asked for has been answered."""
        return not self._tasks.is_busy

    def remember_user(self, name: str) -> None:
        """Start with this user, unless a password has to be asked for."""
        remember_user(self._window_settings, name)

    def start(self) -> None:
        self._login.start()
        self._watch.start()
        self._period_keeper.start()
        self._sync_start.start(round(_SYNC_AFTER_SECONDS * 1000))

    def stop(self) -> bool:
        """Stop accepting, cancel what runs, and wait for the threads, in that order; whether all have ended."""
        self._sync_start.stop()
        self._period_keeper.stop()
        self._worker.requestStop()
        self._worker_thread.quit()
        have_tasks_ended = self._tasks.shutdown(_STOP_SECONDS)
        has_worker_ended = self._worker_thread.wait(round(_STOP_SECONDS * 1000))
        has_watch_ended = self._watch.stop(_STOP_SECONDS)
        if self._window is not None:
            self._window.deleteLater()
            self._window = None
        return have_tasks_ended and has_worker_ended and has_watch_ended

    def _build_services(self) -> Services:
        program = self._program
        undo = UndoStack(program.gate, program.planning)
        program.gate.subscribe(undo.learn)
        program.gate.subscribe(self._feed.publish)
        return Services(
            planning=program.planning,
            planning_questions=program.planning_questions,
            series=program.series,
            series_moves=program.series_moves,
            calendar_period=program.calendar_period,
            presets=program.presets,
            master_data=program.master_data,
            settings=program.settings,
            queries=program.queries,
            customers=program.customers,
            finder=program.finder,
            waiting_list=program.waiting_list,
            reminders=program.reminders,
            absences=program.absences,
            availabilities=program.availabilities,
            change_log=program.change_log,
            free_slots=program.free_slots,
            undo=undo,
            users=program.users,
            sync_control=program.sync_control,
            sync_journal=program.sync_journal,
            off_hours=program.off_hours,
            linking=program.linking,
            clock=program.clock,
        )

    def _connect(self) -> None:
        self._worker_thread.started.connect(self._worker.start)
        self._feed.changedHere.connect(self._worker.nudge)
        self._worker.runStarted.connect(self._on_sync_started)
        self._worker.progressed.connect(self._on_sync_progressed)
        self._worker.finished.connect(self._on_sync_finished)
        self._worker.failed.connect(self._on_sync_failed)
        self._feed.changedHere.connect(self._session_keeper.onChangedHere)
        self._feed.changedElsewhere.connect(self._session_keeper.onChangedElsewhere)
        self._feed.outdated.connect(self._session_keeper.onOutdated)
        self._session_keeper.renamed.connect(self._on_session_renamed)
        self._session_keeper.renewed.connect(self._on_session_renewed)
        self._session_keeper.moved.connect(self._on_session_moved)
        self._session_keeper.ended.connect(self._on_session_ended)
        self._login.opened.connect(self._open_window)
        self._login.asked.connect(self._close_if_ended)
        self._login.dismissed.connect(self._leave_unless_open)

    def _open_window(self, session: Session) -> None:
        previous = self._window
        if session is not self._session:
            self._services.undo.begin_session(session.actor.user.id)
            self._session = session
            self._session_keeper.keep(session)
        if previous is not None:
            previous.keep_state()
        preferences = PreferencesMemory(self._window_settings).take_up(session.actor.user.id)
        adopt(_spoken(preferences, self._program.environment))
        window = MainWindow(
            self._services, session, self._tasks, self._window_settings, self._program.environment.language
        )
        self._feed.changed.connect(window.onChanged)
        self._feed.syncMoved.connect(window.onSyncMoved)
        self._feed.outdated.connect(window.reload)
        if self._is_syncing:  # the first pass begins before somebody is logged in
            window.onSyncStarted()
        window.syncNowRequested.connect(self._worker.syncNow)
        window.settingsSaved.connect(self._worker.settingsChanged)
        window.switchUserRequested.connect(self._switch_user)
        window.reopenRequested.connect(self._reopen_window)
        window.session_notice.renewalRequested.connect(self._renew_window)
        window.session_notice.loginRequested.connect(self._ask_who_works)
        if self._first_day is not None:
            window.show_day(self._first_day)
            self._first_day = None
        window.show()
        self._window = window
        if previous is not None:
            previous.leave()
            previous.deleteLater()

    def _reopen_window(self) -> None:
        """With other preferences, and in sight of the same day."""
        if self._session is not None and self._window is not None:
            self._first_day = self._window.shown_day
            self._open_window(self._session)

    def _renew_window(self, why: str) -> None:
        self._reopen_window()
        if self._window is not None:
            self._window.session_notice.tell_renewal(why)

    def _on_session_renamed(self) -> None:
        if self._window is not None:
            self._window.show_name()

    def _on_session_renewed(self) -> None:
        if self._window is not None:
            self._window.session_notice.onRenewed()

    def _on_session_moved(self) -> None:
        if self._window is not None:
            self._window.session_notice.onMoved()

    def _on_session_ended(self, reason: str) -> None:
        self._session = None
        if self._window is not None:
            self._window.session_notice.onEnded(reason)

    def _ask_who_works(self, reason: str) -> None:
        self._login.start(must_ask=True, reason=reason)

    def _close_if_ended(self) -> None:
        """Show nothing of the plan to whoever may not work here; the program ends with its last window."""
        if self._session is None and self._window is not None:
            self._window.leave()
            self._window.deleteLater()
            self._window = None

    def _on_sync_started(self) -> None:
        self._is_syncing = True
        if self._window is not None:
            self._window.onSyncStarted()

    def _on_sync_progressed(self, done: int, total: int) -> None:
        if self._window is not None:
            self._window.onSyncProgressed(done, total)

    def _on_sync_finished(self, runs: tuple[SyncRun, ...]) -> None:
        self._is_syncing = False
        if self._window is not None:
            self._window.onSyncFinished(runs)

    def _on_sync_failed(self, error: TerminplanerError) -> None:
        self._is_syncing = False
        if self._window is not None:
            self._window.onSyncFailed(error)

    def _leave_unless_open(self) -> None:
        if self._window is None:
            QApplication.quit()

    def _switch_user(self) -> None:
        self._login.start(must_ask=True)
