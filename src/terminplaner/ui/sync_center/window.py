"""The Abgleich-Zentrale: how each link stands, what moved, and what a person has to decide."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from terminplaner.domain.calendar_link import SyncRun
from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.off_hours import OffHoursRow
from terminplaner.services.permissions import Right
from terminplaner.services.sync_control import LinkRow, ProblemRow, SyncOverview
from terminplaner.ui.allowance import Reason, forbid, offer_if
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import page_title, primary_button, set_role
from terminplaner.ui.messages import describe
from terminplaner.ui.sync_center.comparison_dialog import ComparisonDialog
from terminplaner.ui.sync_center.journal_page import JournalPage
from terminplaner.ui.sync_center.links_page import LinksPage
from terminplaner.ui.sync_center.off_hours_page import OffHoursPage
from terminplaner.ui.sync_center.questions_page import QuestionsPage
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.window_place import resize_within_screen

_QUESTIONS, _LINKS, _JOURNAL, _OFF_HOURS = range(4)


class SyncCenter(QDialog):
    """Not modal: people look things up in the planner while they decide."""

    syncNowRequested = Signal()
    switchWanted = Signal()
    """Lead to where the synchronization is switched on."""
    resourcesWanted = Signal()
    """Lead to where a resource is linked."""
    decided = Signal()
    """A problem was decided, a movement taken back, or a link worked on."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._zone = session.branch.tz
        self._is_loaded = False
        self._has_decided = False
        self._may_sync = session.actor.has(Right.MANAGE_SYNC)
        self.setWindowTitle(self.tr("Abgleich-Zentrale"))
        resize_within_screen(self, 1120, 780)
        self._banner = Banner()
        self._sync = primary_button(self.tr("Jetzt synchronisieren"))
        self._sync.setEnabled(False)
        self._sync.clicked.connect(self.syncNowRequested)
        head = QHBoxLayout()
        head.addWidget(page_title(self.tr("Abgleich-Zentrale")), 1)
        head.addWidget(self._sync)
        self._questions = QuestionsPage(self._zone, may_decide=self._may_sync)
        self._off_hours = OffHoursPage(self._zone, may_decide=self._may_sync)
        self._links = LinksPage(services, session, tasks)
        self._journal = JournalPage(services, session, tasks)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._questions, self.tr("Offene Fragen"))
        self._tabs.addTab(self._links, self.tr("Verknüpfungen"))
        self._tabs.addTab(self._journal, self.tr("Journal"))
        self._tabs.addTab(self._off_hours, self.tr("Außerhalb der Arbeitszeit"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._banner)
        self._connect()
        self._tabs.tabBar().setFocus()

    def _connect(self) -> None:
        self._questions.decided.connect(self._on_decided)
        self._off_hours.noted.connect(self._on_noted)
        self._links.syncRequested.connect(self._on_sync)
        self._links.comparisonRequested.connect(self._on_compare)
        self._links.journalRequested.connect(self._on_journal)
        self._links.switchWanted.connect(lambda: self._lead_to(self.switchWanted))
        self._links.resourcesWanted.connect(lambda: self._lead_to(self.resourcesWanted))
        self._links.failed.connect(self._show_error)
        self._journal.failed.connect(self._show_error)
        self._journal.said.connect(self._banner.show_message)
        self._journal.reverted.connect(self._after_work)

    # -- reading

    def reload(self) -> None:
        """Read how things stand."""
        control = self._services.sync_control
        self._tasks.run(
            lambda: (control.overview(), control.problems(), control.answered()),
            self,
            self._on_loaded,
            self._show_error,
        )
        self._tasks.run(self._services.off_hours.list, self, self._on_off_hours, self._show_error)
        self._journal.reload()

    def _on_loaded(self, found: tuple[SyncOverview, tuple[ProblemRow, ...], tuple[ProblemRow, ...]]) -> None:
        overview, problems, answered = found
        if not self._is_loaded and not problems:
            self._tabs.setCurrentIndex(_LINKS)
        self._is_loaded = True
        self._offer_sync(overview)
        # While somebody has to decide, each answer is as strong as this: nothing here is the one thing to do.
        set_role(self._sync, "role", "" if problems else "primary")
        title = self.tr("Offene Fragen ({count})").format(count=len(problems))
        self._tabs.setTabText(_QUESTIONS, title if problems else self.tr("Offene Fragen"))
        self._questions.show_problems(problems, answered, is_decided=self._has_decided)
        self._has_decided = False
        self._links.show_overview(overview)

    def _offer_sync(self, overview: SyncOverview) -> None:
        off = self.tr("Die Synchronisation mit Google ist ausgeschaltet.")
        unlinked = self.tr("Noch ist keine Ressource mit einem Google-Kalender verknüpft.")
        why = unlinked if overview.is_on else off
        offer_if(overview.is_on and bool(overview.links), Reason(why, why), self._sync)
        if not self._may_sync:
            forbid(self._session.actor, self._sync)

    def _on_off_hours(self, rows: tuple[OffHoursRow, ...]) -> None:
        title = self.tr("Außerhalb der Arbeitszeit ({count})").format(count=len(rows))
        self._tabs.setTabText(_OFF_HOURS, title if rows else self.tr("Außerhalb der Arbeitszeit"))
        self._off_hours.show_rows(rows)

    # -- deciding

    def _on_noted(self, appointment_ids: tuple[UUID, ...]) -> None:
        off_hours, actor = self._services.off_hours, self._session.actor
        self._tasks.run(
            lambda: off_hours.take_note(actor, appointment_ids), self, lambda _: self.reload(), self._show_error
        )

    def _on_decided(self, problem_id: UUID, choice: str) -> None:
        control, actor = self._services.sync_control, self._session.actor
        self._has_decided = True
        self._banner.close_message()
        self._tasks.run_network(
            lambda _progress, _cancel: control.resolve(actor, problem_id, choice),
            self,
            lambda _problem: self._after_work(),
            self._after_refusal,
        )

    def _on_sync(self, row: LinkRow) -> None:
        self._work_on(row, self.tr("„{name}“ wird synchronisiert …"), full=False)

    def _on_compare(self, row: LinkRow) -> None:
        dialog = ComparisonDialog(self._services, self._session, self._tasks, row.resource, row.link.id, self)
        dialog.confirmed.connect(
            lambda: self._work_on(row, self.tr("„{name}“ wird vollständig abgeglichen …"), full=True)
        )
        dialog.open()

    def _work_on(self, row: LinkRow, sentence: str, *, full: bool) -> None:
        self._links.set_busy(is_busy=True)
        self._banner.show_message(sentence.format(name=row.resource.name), "info")
        control, actor, resource_id = self._services.sync_control, self._session.actor, row.resource.id
        self._tasks.run_network(
            lambda _progress, cancel: control.sync(actor, (resource_id,), full=full, cancel=cancel),
            self,
            self._after_runs,
            self._after_refusal,
        )

    def _after_runs(self, _runs: tuple[SyncRun, ...]) -> None:
        self._banner.close_message()
        self._after_work()

    def _after_work(self) -> None:
        self._links.set_busy(is_busy=False)
        self.reload()
        self.decided.emit()

    def _after_refusal(self, error: TerminplanerError) -> None:
        self._links.set_busy(is_busy=False)
        self._show_error(error)
        self.reload()

    def _show_error(self, error: TerminplanerError) -> None:
        self._banner.show_message(describe(error, self._zone))

    # -- from one page to another

    def _lead_to(self, way: SignalInstance) -> None:
        """Out of the way of what is shown behind it."""
        self.close()
        way.emit()

    def _on_journal(self, row: LinkRow, run: SyncRun | None) -> None:
        self._tabs.setCurrentIndex(_JOURNAL)
        self._journal.look_for(row.link.id, run)
