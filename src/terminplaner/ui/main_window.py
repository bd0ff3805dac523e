"""The main window: five tabs, one menu bar, one place for messages, and a status bar that tells the truth.

It puts its parts together and hands on what others tell it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from terminplaner.domain.calendar_link import SyncRun
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.main_menu import MainMenu
from terminplaner.ui.main_pages import MainPages
from terminplaner.ui.messages import describe, describe_role
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.preferences import Preferences, PreferencesMemory
from terminplaner.ui.reminder_banner import ReminderBanner
from terminplaner.ui.reminder_notifier import ReminderNotifier
from terminplaner.ui.session_notice import SessionNotice
from terminplaner.ui.sync_display import SyncDisplay
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.unsaved_input import UnsavedInput
from terminplaner.ui.window_place import place_first
from terminplaner.ui.windows_beside import WindowsBeside

_GEOMETRY_KEY = "window/geometry"
_STATE_KEY = "window/state"
_TAB_KEY = "window/tab"


class MainWindow(QMainWindow):
    """Wire up ``ChangeFeed`` to ``onChanged``, ``onSyncMoved``, ``reload``, the sync worker to ``onSync...``."""

    syncNowRequested = Signal()
    settingsSaved = Signal()
    """The chain settings changed at this workstation; the sync worker has to look at them."""
    switchUserRequested = Signal()
    reopenRequested = Signal()
    """The preferences changed; a window that is made now looks and speaks as they say."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        window_settings: QSettings,
        fixed_language: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``window_settings`` belong to this workstation's profile.

        ``fixed_language`` (``de`` or ``en``) was asked for at the start and goes before the chosen one.
        """
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._window_settings = window_settings
        self._fixed_language = fixed_language
        self.setWindowTitle(self.tr("Terminplaner"))
        self._banner = Banner()
        self._banner.setObjectName("windowBanner")
        self._reminders = ReminderNotifier(
            services, session, tasks, window_settings, self, lambda: self._pages.planner.shown_window.resource_ids
        )
        self._reminder_banner = ReminderBanner(self._reminders, services.clock)
        self._pages = MainPages(services, session, tasks, self._reminders, self)
        self._unsaved = UnsavedInput(self._pages, self)
        self.session_notice = SessionNotice(
            session, lambda: self._unsaved.is_there, lambda: self._pages.planner.is_carrying
        )
        self._menu = MainMenu(self, self._pages, session.actor, services.undo)
        self._pages.planner.commands.turned.connect(self._menu.name_undo)
        self._beside = WindowsBeside(services, session, tasks, self)
        self._sync = SyncDisplay(services, session, tasks, window_settings, self)
        self._signed_in = plain_label("")
        self._lay_out()
        self._connect()
        self.show_name()
        self._restore_window()
        self._pages.focus_current()
        # The planner asks for what it shows as it comes back.
        self._ask_around()

    # -- building

    def _lay_out(self) -> None:
        self.statusBar().addWidget(self._sync.status, 1)
        self._signed_in.setContentsMargins(0, 0, Space.M, 0)
        self.statusBar().addPermanentWidget(self._signed_in)
        self.statusBar().setSizeGripEnabled(False)
        center = QWidget()
        column = QVBoxLayout(center)
        column.setContentsMargins(0, Space.XS, 0, 0)
        column.setSpacing(Space.XS)
        messages = QVBoxLayout()
        messages.setContentsMargins(Space.S, 0, Space.S, 0)
        messages.addWidget(self.session_notice)
        messages.addWidget(self._banner)
        messages.addWidget(self._reminder_banner)
        column.addLayout(messages)
        column.addWidget(self._pages, 1)
        self.setCentralWidget(center)

    def _connect(self) -> None:
        self._tasks.failed.connect(self.show_error)
        notice, menu, pages = self.session_notice, self._menu, self._pages
        notice.renewalWanted.connect(lambda: self._reopen(notice.renew))
        notice.covered.connect(self._cover)
        notice.loginWanted.connect(
            lambda: self._unsaved.proceed(self.tr("Verwerfen und anmelden"), notice.lead_to_login)
        )
        menu.preferencesWanted.connect(self._on_preferences)
        menu.switchUserWanted.connect(
            lambda: self._unsaved.proceed(self.tr("Verwerfen und wechseln"), self.switchUserRequested.emit)
        )
        menu.changeLogWanted.connect(self.show_change_log)
        menu.reloadWanted.connect(self.reload)
        menu.syncCenterWanted.connect(self.show_sync_center)
        pages.settingsSaved.connect(self.settingsSaved)
        pages.linked.connect(self._on_linked)
        for asking in (menu.syncNowWanted, self._sync.syncRequested, self._beside.syncNowRequested):
            asking.connect(self.syncNowRequested)
        self._sync.detailsRequested.connect(self.show_sync_center)
        self._sync.offered.connect(menu.offer_sync)
        self._beside.decided.connect(self._sync.load)
        self._beside.switchWanted.connect(pages.ways.show_appointment_settings)
        self._beside.resourcesWanted.connect(pages.ways.show_resources)
        self._reminder_banner.showRequested.connect(pages.ways.show_appointment)
        self._reminders.opened.connect(self._show_appointment)

    # -- what others tell the window

    def onChanged(self, change_set: ChangeSet) -> None:
        """Something was committed, here or at another workstation, be it by a user or by the sync."""
        self._pages.refresh(change_set)
        self._reminders.notice(change_set)
        self._menu.name_undo()
        self._sync.load()

    def onSyncMoved(self) -> None:
        """Another workstation's sync told of nothing but its own books, or somebody linked a calendar there."""
        self._show_links()

    def onSyncStarted(self) -> None:
        self._sync.show_running(is_running=True)

    def onSyncProgressed(self, done: int, total: int) -> None:
        """A pass over many events is under way."""
        self._sync.status.show_progress(done, total)

    def onSyncFinished(self, runs: tuple[SyncRun, ...]) -> None:
        """A pass is over; ``runs`` is empty where nothing was due."""
        self._sync.show_running(is_running=False)
        if runs:
            self._show_links()
        else:
            self._sync.load()

    def onSyncFailed(self, _error: TerminplanerError) -> None:
        """A pass could not run at all; what the database says now is all there is to tell."""
        self._sync.show_running(is_running=False)
        self._sync.load()

    def _show_links(self) -> None:
        """Links and problems are no entities, so no change set tells of them."""
        self._sync.load()
        self._pages.refresh_links()
        self._beside.refresh_links()

    def _on_linked(self) -> None:
        self._sync.load()
        self.syncNowRequested.emit()

    def show_name(self) -> None:
        """Say who works here."""
        signed_in, user = self.tr("Angemeldet: {name} ({role})"), self._session.actor.user
        self._signed_in.setText(signed_in.format(name=user.name, role=describe_role(user.role)))

    def show_error(self, error: TerminplanerError) -> None:
        """Show an expected error above the tabs."""
        self._banner.show_message(describe(error, self._session.branch.tz))

    def _cover(self, reason: str) -> None:
        """Nobody may work here any more, and only unsaved input is still to be seen."""
        self._reminders.stop()
        self._reminder_banner.close_message()
        self._banner.close_message()
        self._beside.close()
        self._sync.stop()
        self._signed_in.setText(self.tr("Abgemeldet"))
        self._menu.close(reason)
        self._pages.cover(reason)

    # -- what people do

    def reload(self) -> None:
        """Ask for everything again."""
        self._pages.refresh(None)
        self._ask_around()

    def _ask_around(self) -> None:
        """Ask for what the window itself shows around its pages."""
        self._reminders.notice(None)
        self._menu.name_undo()
        self._sync.load()

    def show_day(self, day: date) -> None:
        """Look at ``day`` in the plan."""
        self._pages.planner.browsing.go_to(day)

    @property
    def shown_day(self) -> date:
        return self._pages.planner.shown_window.day

    def show_sync_center(self) -> None:
        self._beside.show_sync_center()

    def show_change_log(self) -> None:
        self._beside.show_change_log()

    def _show_appointment(self, row: AppointmentRow) -> None:
        """From without the window, which may be hidden or behind others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self._reminder_banner.close_message()
        self._pages.ways.show_appointment(row)

    def _on_preferences(self) -> None:
        from terminplaner.ui.preferences_dialog import PreferencesDialog

        memory = PreferencesMemory(self._window_settings)
        chosen = memory.take_up(self._session.actor.user.id)
        dialog = PreferencesDialog(chosen, self._fixed_language, self)
        dialog.chosen.connect(self._on_preferences_chosen)
        dialog.open()

    def _on_preferences_chosen(self, preferences: Preferences) -> None:
        PreferencesMemory(self._window_settings).keep(self._session.actor.user.id, preferences)
        self._reopen(self.reopenRequested.emit)

    def _reopen(self, proceed: Callable[[], object]) -> None:
        self._unsaved.proceed(self.tr("Verwerfen und neu öffnen"), proceed)

    # -- closing and coming back

    def leave(self) -> None:
        """Close without asking: its user agreed to lose the input, or somebody else works here now."""
        self._unsaved.give_up()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._unsaved.is_there:
            event.ignore()
            self._unsaved.proceed(self.tr("Verwerfen und schließen"), self.leave)
            return
        self.keep_state()
        event.accept()

    def keep_state(self) -> None:
        """Let the next window come back as this one is left."""
        self._window_settings.setValue(_GEOMETRY_KEY, self.saveGeometry())
        self._window_settings.setValue(_STATE_KEY, self.saveState())
        if (number := self._pages.number) is not None:
            self._window_settings.setValue(_TAB_KEY, number)
        self._pages.planner.save_state(self._window_settings)

    def _restore_window(self) -> None:
        place_first(self)
        self._pages.planner.restore_state(self._window_settings)
        geometry = self._window_settings.value(_GEOMETRY_KEY)
        if geometry is not None:
            self.restoreGeometry(geometry)
            self.restoreState(self._window_settings.value(_STATE_KEY))
            self._pages.setCurrentIndex(int(str(self._window_settings.value(_TAB_KEY, 0))))
