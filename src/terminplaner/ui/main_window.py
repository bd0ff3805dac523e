"""The main window: five tabs, one menu bar, one place for messages, and a status bar that tells the truth.

What nobody sees at the start is imported and built where it is first shown: the start must be quick.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QTabWidget, QVBoxLayout, QWidget

from terminplaner.domain.calendar_link import SyncRun
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.permissions import Right
from terminplaner.services.sync_control import SyncOverview
from terminplaner.ui.allowance import forbid, forbid_planning
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import Banner
from terminplaner.ui.lazy_page import LazyPage
from terminplaner.ui.messages import describe, describe_command, describe_role
from terminplaner.ui.page import Page
from terminplaner.ui.plain_text import plain_label, without_mnemonic
from terminplaner.ui.planner import keys
from terminplaner.ui.planner.page import PlannerPage
from terminplaner.ui.preferences import Preferences, PreferencesMemory
from terminplaner.ui.questions import Question
from terminplaner.ui.reminder_notifier import ReminderNotifier
from terminplaner.ui.session_notice import SessionNotice
from terminplaner.ui.sync_notifier import SyncNotifier
from terminplaner.ui.sync_status import SyncStatus
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.ways import Ways
from terminplaner.ui.window_place import place_first

if TYPE_CHECKING:
    from terminplaner.ui.administration.page import AdministrationPage
    from terminplaner.ui.branch_settings import BranchSettingsPage
    from terminplaner.ui.change_log.window import ChangeLogWindow
    from terminplaner.ui.customers.page import CustomersPage
    from terminplaner.ui.my_panel import MyPanelPage
    from terminplaner.ui.sync_center.window import SyncCenter

P = TypeVar("P", bound=Page)

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
        self._services = services
        self._session = session
        self._tasks = tasks
        self._window_settings = window_settings
        self._fixed_language = fixed_language
        self._overview_wanted = False
        self._overview_loading = False
        self._is_leaving = False
        self._sync_center: SyncCenter | None = None
        self._change_log: ChangeLogWindow | None = None
        self._notifier = SyncNotifier(window_settings, self)
        self._reminders = ReminderNotifier(services, session, tasks, window_settings, self)
        self.setWindowTitle(self.tr("Terminplaner"))
        self._banner = Banner()
        self._banner.setObjectName("windowBanner")
        self._reminder_banner = Banner()
        self.session_notice = SessionNotice(
            session, lambda: self._would_lose_input, lambda: self._planner.is_carrying
        )
        self._planner = PlannerPage(services, session, tasks, self)
        administration = self._later(self._build_administration)
        branch_settings = self._later(self._build_branch_settings)
        customers = self._later(self._build_customers)
        self._pages: dict[str, Page] = {
            self.tr("Terminplaner"): self._planner,
            self.tr("Kunden"): customers,
            self.tr("Administration"): administration,
            self.tr("Mein AMPAREX"): self._later(self._build_my_panel),
            self.tr("Filialverwaltung"): branch_settings,
        }
        self._tabs = QTabWidget()
        self._ways = Ways(self._tabs, self._planner, administration, branch_settings, customers)
        self._tabs.setDocumentMode(True)
        for title, page in self._pages.items():
            self._tabs.addTab(page, title)
        may_sync = session.actor.has(Right.MANAGE_SYNC)
        self._sync_status = SyncStatus(services.clock, session.branch.tz, may_sync=may_sync)
        self.statusBar().addWidget(self._sync_status, 1)
        self._signed_in = plain_label("")
        self._signed_in.setContentsMargins(0, 0, Space.M, 0)
        self.statusBar().addPermanentWidget(self._signed_in)
        self.show_name()
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
        column.addWidget(self._tabs, 1)
        self.setCentralWidget(center)
        self._build_menus()
        self._connect()
        self._restore_window()
        if self._tabs.currentWidget() is self._planner:
            self._planner.focus_plan()
        else:
            self._tabs.tabBar().setFocus()
        # The planner asks for what it shows as it comes back.
        self._ask_around()

    # -- building

    def _later(self, build: Callable[[Services, Session, TaskRunner], P]) -> LazyPage[P]:
        return LazyPage(build, self._services, self._session, self._tasks, self)

    def _build_customers(self, services: Services, session: Session, tasks: TaskRunner) -> CustomersPage:
        from terminplaner.ui.customers.page import CustomersPage

        page = CustomersPage(services, session, tasks)
        page.planRequested.connect(self._ways.book_for)
        page.newRequested.connect(self._ways.book_for_nobody)
        page.revealRequested.connect(self._ways.show_appointment)
        return page

    def _build_administration(self, services: Services, session: Session, tasks: TaskRunner) -> AdministrationPage:
        from terminplaner.ui.administration.page import AdministrationPage

        page = AdministrationPage(services, session, tasks)
        page.linked.connect(self._on_linked)
        return page

    def _build_my_panel(self, services: Services, session: Session, tasks: TaskRunner) -> MyPanelPage:
        from terminplaner.ui.my_panel import MyPanelPage

        page = MyPanelPage(services, session, tasks)
        page.linked.connect(self._on_linked)
        page.revealRequested.connect(self._ways.show_appointment)
        page.show_reminders(is_on=self._reminders.is_on)
        page.remindersToggled.connect(lambda is_on: self._reminders.turn(on=is_on))
        return page

    def _build_branch_settings(
        self, services: Services, session: Session, tasks: TaskRunner
    ) -> BranchSettingsPage:
        from terminplaner.ui.branch_settings import BranchSettingsPage

        page = BranchSettingsPage(services, session, tasks)
        page.settingsSaved.connect(self.settingsSaved)
        page.resourceWanted.connect(self._ways.make_resource)
        page.refresh(None)
        return page

    def _build_menus(self) -> None:
        bar = self.menuBar()
        file_menu = bar.addMenu(self.tr("&Datei"))
        new_customer = self._add(file_menu, self.tr("Neuer &Kunde …"), self._ways.new_customer, "Ctrl+Shift+N")
        if not self._session.actor.has(Right.MANAGE_CUSTOMERS):
            forbid(self._session.actor, new_customer)
        file_menu.addSeparator()
        file_menu.addActions(self._planner.printing.actions)
        file_menu.addSeparator()
        self._add(file_menu, self.tr("E&instellungen …"), self._on_preferences, "Ctrl+,")
        self._add(file_menu, self.tr("&Benutzer wechseln …"), self._on_switch_user)
        file_menu.addSeparator()
        self._add(file_menu, self.tr("B&eenden"), self.close, "Ctrl+Q")

        edit_menu = bar.addMenu(self.tr("&Bearbeiten"))
        self._undo = self._add(edit_menu, self.tr("&Rückgängig"), self._on_undo, "Ctrl+Z")
        self._redo = self._add(edit_menu, self.tr("&Wiederholen"), self._on_redo, "Ctrl+Y", "Ctrl+Shift+Z")
        self._planner.entries.fill_edit_menu(edit_menu)
        edit_menu.aboutToShow.connect(self._name_undo)
        edit_menu.addSeparator()
        log = self._add(edit_menu, self.tr("Änderungs&protokoll …"), self.show_change_log, "Ctrl+Shift+H")
        if not self._session.actor.has(Right.READ_CHANGE_LOG):
            forbid(self._session.actor, log)

        view_menu = bar.addMenu(self.tr("&Ansicht"))
        for number, (title, page) in enumerate(self._pages.items(), start=1):
            go = self._ways.go_to_plan if page is self._planner else partial(self._tabs.setCurrentWidget, page)
            self._add(view_menu, title, go, f"Ctrl+{number}")
        self._planner.entries.fill_view_menu(view_menu)
        view_menu.addSeparator()
        self._add(view_menu, self.tr("&Neu laden"), self.reload, "F5")

        appointment_menu = bar.addMenu(self.tr("&Termin"))
        self._new = self._add(appointment_menu, self.tr("&Neuer Termin …"), self._ways.new_appointment, keys.NEW)
        if not self._session.actor.may_plan_something:
            forbid_planning(self._session.actor, self._new)
        appointment_menu.aboutToShow.connect(self._name_new)
        appointment_menu.aboutToHide.connect(lambda: self._new.setText(self.tr("&Neuer Termin …")))
        self._planner.entries.fill_appointment_menu(appointment_menu, self._planner.availability.actions)
        for action in self._planner.actions():  # what is done in the plan is done in sight of it
            action.triggered.connect(lambda _checked=False: self._tabs.setCurrentWidget(self._planner))

        sync_menu = bar.addMenu(self.tr("&Synchronisation"))
        self._sync_now = self._add(sync_menu, self.tr("&Jetzt synchronisieren"), self.syncNowRequested.emit, "F9")
        self._add(sync_menu, self.tr("&Abgleich-Zentrale …"), self.show_sync_center, "Ctrl+Shift+S")

        help_menu = bar.addMenu(self.tr("&Hilfe"))
        self._add(help_menu, self.tr("&Tastenkürzel"), self._on_shortcuts, "F1", "Ctrl+?")
        self._add(help_menu, self.tr("&Über Terminplaner"), self._on_about)

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], *shortcuts: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(shortcut) for shortcut in shortcuts])
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
        return action

    def _connect(self) -> None:
        self._tasks.failed.connect(self.show_error)
        self.session_notice.renewalWanted.connect(self._on_renewal_wanted)
        self.session_notice.loginWanted.connect(self._on_login_wanted)
        self._planner.stepWanted.connect(self._ways.take_step)
        self._sync_status.detailsRequested.connect(self.show_sync_center)
        self._notifier.opened.connect(self.show_sync_center)
        self._reminders.told.connect(lambda text: self._reminder_banner.show_message(text, "info"))
        self._reminders.opened.connect(self._show_planner)
        self._sync_status.syncRequested.connect(self.syncNowRequested)

    # -- what others tell the window

    def onChanged(self, change_set: ChangeSet) -> None:
        """Something was committed, here or at another workstation, be it by a user or by the sync."""
        for page in self._pages.values():
            page.refresh(change_set)
        self._reminders.notice(change_set)
        self._name_undo()
        self._load_overview()

    def onSyncMoved(self) -> None:
        """Another workstation's sync told of nothing but its own books, or somebody linked a calendar there."""
        self._show_links()

    def onSyncStarted(self) -> None:
        self._sync_status.set_running(True)
        self._sync_now.setEnabled(False)

    def onSyncProgressed(self, done: int, total: int) -> None:
        """A pass over many events is under way."""
        self._sync_status.show_progress(done, total)

    def onSyncFinished(self, runs: tuple[SyncRun, ...]) -> None:
        """A pass is over; ``runs`` is empty where nothing was due."""
        self._sync_status.set_running(False)
        if runs:
            self._show_links()
        else:
            self._load_overview()

    def _show_links(self) -> None:
        """Links and problems are no entities, so no change set tells of them.

        A page that nobody looks at asks for them when it is shown, and the plan shows none.
        """
        self._load_overview()
        for page in self._pages.values():
            if page.isVisible() and page is not self._planner:
                page.refresh(None)
        if self._sync_center is not None and self._sync_center.isVisible():
            self._sync_center.reload()

    def onSyncFailed(self, _error: TerminplanerError) -> None:
        """A pass could not run at all; what the database says now is all there is to tell."""
        self._sync_status.set_running(False)
        self._load_overview()

    def show_name(self) -> None:
        """Say who works here."""
        signed_in, user = self.tr("Angemeldet: {name} ({role})"), self._session.actor.user
        self._signed_in.setText(signed_in.format(name=user.name, role=describe_role(user.role)))

    def show_error(self, error: TerminplanerError) -> None:
        """Show an expected error above the tabs."""
        self._banner.show_message(describe(error, self._session.branch.tz))

    # -- what people do

    def reload(self) -> None:
        """Ask for everything again."""
        for page in self._pages.values():
            page.refresh(None)
        self._ask_around()

    def _ask_around(self) -> None:
        """Ask for what the window itself shows around its pages."""
        self._reminders.notice(None)
        self._name_undo()
        self._load_overview()

    def show_day(self, day: date) -> None:
        """Look at ``day`` in the plan."""
        self._planner.browsing.go_to(day)

    @property
    def shown_day(self) -> date:
        return self._planner.shown_window.day

    def show_sync_center(self) -> None:
        from terminplaner.ui.sync_center.window import SyncCenter

        if self._sync_center is None:
            self._sync_center = SyncCenter(self._services, self._session, self._tasks, self)
            self._sync_center.syncNowRequested.connect(self.syncNowRequested)
            self._sync_center.decided.connect(self._load_overview)
        self._sync_center.reload()
        self._sync_center.show()
        self._sync_center.raise_()
        self._sync_center.activateWindow()

    def show_change_log(self) -> None:
        from terminplaner.ui.change_log.window import ChangeLogWindow

        if self._change_log is None:
            self._change_log = ChangeLogWindow(self._services, self._session, self._tasks, self)
        self._change_log.reload()
        self._change_log.show()
        self._change_log.raise_()
        self._change_log.activateWindow()

    def _show_planner(self) -> None:
        self._tabs.setCurrentWidget(self._planner)
        self.raise_()
        self.activateWindow()

    def _on_switch_user(self) -> None:
        if self._would_lose_input:
            self._ask_to_discard(self.tr("Verwerfen und wechseln"), self.switchUserRequested.emit)
        else:
            self.switchUserRequested.emit()

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

    def _on_renewal_wanted(self) -> None:
        self._reopen(self.session_notice.renewalRequested.emit)

    def _on_login_wanted(self) -> None:
        if self._would_lose_input:
            self._ask_to_discard(self.tr("Verwerfen und anmelden"), self.session_notice.lead_to_login)
        else:
            self.session_notice.lead_to_login()

    def _reopen(self, proceed: Callable[[], object]) -> None:
        if self._would_lose_input:
            self._ask_to_discard(self.tr("Verwerfen und neu öffnen"), proceed)
        else:
            proceed()

    def _on_undo(self) -> None:
        """In sight of the plan, where what came of it is shown and said."""
        self._tabs.setCurrentWidget(self._planner)
        self._planner.commands.undo()

    def _on_redo(self) -> None:
        self._tabs.setCurrentWidget(self._planner)
        self._planner.commands.redo()

    def _on_linked(self) -> None:
        """Links are no entities, so no change set tells of them."""
        self._load_overview()
        self.syncNowRequested.emit()

    def _on_about(self) -> None:
        from terminplaner.ui.about import AboutDialog

        AboutDialog(self).open()

    def _on_shortcuts(self) -> None:
        from terminplaner.ui.about import ShortcutsDialog

        ShortcutsDialog(self.menuBar().actions(), self).open()

    def _name_new(self) -> None:
        if customer := self._ways.customer_in_sight:
            self._new.setText(self.tr("&Neuer Termin für {name} …").format(name=without_mnemonic(customer)))

    def _name_undo(self) -> None:
        for action, command, plain, named in (
            (self._undo, self._services.undo.undo_command, self.tr("&Rückgängig"), self.tr("&Rückgängig: {step}")),
            (
                self._redo,
                self._services.undo.redo_command,
                self.tr("&Wiederholen"),
                self.tr("&Wiederholen: {step}"),
            ),
        ):
            action.setEnabled(command is not None)
            action.setText(plain if command is None else named.format(step=describe_command(command)))

    # -- the status bar

    def _load_overview(self) -> None:
        """Read the state of the sync; changes that come while it is read lead to one more reading."""
        if self._overview_loading:
            self._overview_wanted = True
            return
        self._overview_loading = True
        self._overview_wanted = False
        services = self._services
        self._tasks.run(
            lambda: (services.sync_control.overview(), services.settings.load().sync_interval_minutes),
            self,
            self._on_overview,
            self._on_overview_failed,
        )

    def _on_overview(self, found: tuple[SyncOverview, int]) -> None:
        self._sync_status.show_overview(*found)
        self._notifier.notice(found[0].problem_ids)
        self._after_overview()

    def _on_overview_failed(self, error: TerminplanerError) -> None:
        self._sync_status.show_unknown(describe(error, self._session.branch.tz))
        self._after_overview()

    def _after_overview(self) -> None:
        self._sync_now.setEnabled(self._sync_status.can_sync)
        self._overview_loading = False
        if self._overview_wanted:
            self._load_overview()

    # -- closing and coming back

    def leave(self) -> None:
        """Close without asking: its user agreed to lose the input, or somebody else works here now."""
        self._is_leaving = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._would_lose_input:
            event.ignore()
            self._ask_to_discard(self.tr("Verwerfen und schließen"), self.leave)
            return
        self.keep_state()
        event.accept()

    def keep_state(self) -> None:
        """Let the next window come back as this one is left."""
        self._window_settings.setValue(_GEOMETRY_KEY, self.saveGeometry())
        self._window_settings.setValue(_STATE_KEY, self.saveState())
        self._window_settings.setValue(_TAB_KEY, self._tabs.currentIndex())
        self._planner.save_state(self._window_settings)

    @property
    def _would_lose_input(self) -> bool:
        return not self._is_leaving and any(page.is_dirty for page in self._pages.values())

    def _ask_to_discard(self, answer: str, proceed: Callable[[], object]) -> None:
        """Going back leads to where the unsaved input is."""
        unsaved = {title: page for title, page in self._pages.items() if page.is_dirty}
        text = self.tr("In „{tabs}“ gibt es Eingaben, die noch nicht gespeichert sind. Sie gehen dabei verloren.")
        question = Question(
            self.tr("Änderungen verwerfen?"), text.format(tabs=self.tr("“ und „").join(unsaved)), self
        )
        question.add_dismissal(self.tr("Zurück"), is_default=True)
        question.rejected.connect(partial(self._tabs.setCurrentWidget, next(iter(unsaved.values()))))
        discard = question.add_answer(answer, "danger")
        discard.clicked.connect(lambda: proceed())
        question.open()

    def _restore_window(self) -> None:
        place_first(self)
        self._planner.restore_state(self._window_settings)
        geometry = self._window_settings.value(_GEOMETRY_KEY)
        if geometry is not None:
            self.restoreGeometry(geometry)
            self.restoreState(self._window_settings.value(_STATE_KEY))
            self._tabs.setCurrentIndex(int(str(self._window_settings.value(_TAB_KEY, 0))))
