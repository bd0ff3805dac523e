"""The window "Synchronisation": how each link stands, what moved, and what a person has to decide."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.calendar_link import JournalEntry, LinkStatus, SyncRun
from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.permissions import Right
from terminplaner.services.ports import JournalQuery
from terminplaner.services.sync_control import LinkRow, ProblemRow, SyncOverview
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import (
    Banner,
    StateIcon,
    button,
    page_title,
    paragraph,
    primary_button,
    scroll_area,
    section_title,
)
from terminplaner.ui.icons import icon_pixmap
from terminplaner.ui.messages import describe, describe_link, describe_status
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.sync_problem import ProblemCard
from terminplaner.ui.sync_summary import show_recent
from terminplaner.ui.sync_tables import JournalModel, RunsModel, table
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space, tokens

_LOOKS: dict[LinkStatus, tuple[str, str]] = {
    LinkStatus.OK: ("check-circle", "success"),
    LinkStatus.OFFLINE: ("offline", "warning"),
    LinkStatus.QUOTA_PAUSE: ("pause", "warning"),
    LinkStatus.BUSY: ("sync", "info"),
}
_PERSON_NEEDED = ("warning", "warning")
_ICON_SIZE = 20


@dataclass(frozen=True, slots=True)
class _History:
    runs: tuple[SyncRun, ...]
    journal: tuple[JournalEntry, ...]


class SyncDetails(QDialog):
    """Not modal: people look things up in the planner while they decide."""

    syncNowRequested = Signal()
    decided = Signal()
    """A problem was decided, or a link was compared anew."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._zone = session.branch.tz
        self._overview: SyncOverview | None = None
        self._may_sync = session.actor.has(Right.MANAGE_SYNC)
        self.setWindowTitle(self.tr("Synchronisation"))
        self.resize(1040, 720)
        self._banner = Banner()
        self._sync = primary_button(self.tr("Jetzt synchronisieren"))
        self._sync.clicked.connect(self.syncNowRequested)
        head = QHBoxLayout()
        head.addWidget(page_title(self.tr("Synchronisation")), 1)
        head.addWidget(self._sync)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(self._build_problems(), self.tr("Offene Fragen"))
        self._tabs.addTab(self._build_links(), self.tr("Verknüpfungen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._banner)
        column.addWidget(self._tabs, 1)
        self._tabs.tabBar().setFocus()

    def _build_problems(self) -> QWidget:
        self._problems_page = QWidget()
        self._problems_page.setObjectName("page")
        self._problems = QVBoxLayout(self._problems_page)
        self._problems.setContentsMargins(0, Space.M, Space.M, 0)
        self._problems.setSpacing(Space.M)
        return scroll_area(self._problems_page)

    def _build_links(self) -> QWidget:
        self._links = QListWidget()
        self._links.setAccessibleName(self.tr("Verknüpfungen"))
        self._links.setFixedWidth(self.fontMetrics().averageCharWidth() * 34)
        self._links.setIconSize(QSize(_ICON_SIZE, _ICON_SIZE))
        self._links.currentRowChanged.connect(self._on_link_chosen)
        self._title = section_title("")
        self._icon = StateIcon(20)
        self._status = plain_label()
        self._advice = paragraph()
        self._facts = paragraph()
        self._facts.setProperty("role", "muted")
        self._compare = button(
            self.tr("Neu abgleichen"),
            self.tr("Vergleicht alle künftigen Termine mit dem Kalender, nicht nur die geänderten."),
        )
        self._compare.clicked.connect(self._on_compare)
        self._runs = RunsModel(self._zone, self)
        self._journal = JournalModel(self._zone, self)
        runs_table = table(self._runs, self.tr("Durchgänge"))
        journal_table = table(self._journal, self.tr("Was bewegt wurde"))
        status_row = QHBoxLayout()
        status_row.addWidget(self._icon)
        status_row.addWidget(self._status, 1)
        status_row.addWidget(self._compare)
        histories = QTabWidget()
        histories.setDocumentMode(True)
        histories.addTab(runs_table, self.tr("Durchgänge"))
        histories.addTab(journal_table, self.tr("Was bewegt wurde"))
        self._link_page = QWidget()
        right = QVBoxLayout(self._link_page)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(Space.S)
        right.addWidget(self._title)
        right.addLayout(status_row)
        right.addWidget(self._advice)
        right.addWidget(self._facts)
        right.addWidget(histories, 1)
        self._unlinked = paragraph(
            self.tr(
                "Noch ist keine Ressource mit einem Google-Kalender verknüpft. Wählen Sie in der Administration "
                "eine Ressource aus und starten Sie dort über die Lupe die Freigabe."
            )
        )
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, Space.M, 0, 0)
        row.setSpacing(Space.L)
        row.addWidget(self._links)
        row.addWidget(self._link_page, 1)
        row.addWidget(self._unlinked, 1, Qt.AlignmentFlag.AlignTop)
        return page

    # -- reading

    def reload(self) -> None:
        """Read how things stand."""
        control = self._services.sync_control
        self._tasks.run(lambda: (control.overview(), control.problems()), self, self._on_loaded, self._show_error)

    def _on_loaded(self, found: tuple[SyncOverview, tuple[ProblemRow, ...]]) -> None:
        overview, problems = found
        chosen = self._chosen()
        if self._overview is None and not problems:
            self._tabs.setCurrentIndex(1)
        self._overview = overview
        self._sync.setEnabled(self._may_sync and overview.is_on and bool(overview.links))
        self._show_problems(problems)
        self._links.blockSignals(True)
        self._links.clear()
        for row in overview.links:
            item = QListWidgetItem(f"{row.resource.name}\n{describe_status(row.link.status)}")
            name, tone = _LOOKS.get(row.link.status, _PERSON_NEEDED)
            color = getattr(tokens(self.palette()), tone)
            item.setIcon(QIcon(icon_pixmap(name, color, _ICON_SIZE, self.devicePixelRatioF())))
            self._links.addItem(item)
        wanted = chosen.link.id if chosen else None
        index = next((n for n, row in enumerate(overview.links) if row.link.id == wanted), 0)
        self._links.blockSignals(False)
        self._links.setCurrentRow(index if overview.links else -1)
        for part in (self._links, self._link_page):
            part.setVisible(bool(overview.links))
        self._unlinked.setHidden(bool(overview.links))

    def _show_problems(self, problems: tuple[ProblemRow, ...]) -> None:
        while (item := self._problems.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        title = self.tr("Offene Fragen ({count})").format(count=len(problems))
        self._tabs.setTabText(0, title if problems else self.tr("Offene Fragen"))
        for row in problems:
            card = ProblemCard(row, self._zone, may_decide=self._may_sync)
            card.decided.connect(self._on_decided)
            self._problems.addWidget(card)
        if not problems:
            self._problems.addWidget(paragraph(self.tr("Es gibt keine offenen Fragen.")))
        self._problems.addStretch(1)

    def _chosen(self) -> LinkRow | None:
        row = self._links.currentRow()
        links = self._overview.links if self._overview else ()
        return links[row] if 0 <= row < len(links) else None

    def _on_link_chosen(self, _row: int) -> None:
        row = self._chosen()
        if row is None:
            return
        link = row.link
        self._title.setText(row.resource.name)
        self._icon.show_icon(*_LOOKS.get(link.status, _PERSON_NEEDED))
        self._status.setText(describe_status(link.status))
        advice = describe_link(link, self._zone)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._facts.setText(self._describe_facts(row))
        self._compare.setEnabled(self._may_sync and self._overview is not None and self._overview.is_on)
        control, journal = self._services.sync_control, self._services.sync_journal
        wanted = JournalQuery(link_ids=(link.id,))
        self._tasks.run(
            lambda: _History(control.runs(link.id), tuple(row.entry for row in journal.page(wanted))),
            self,
            lambda history: self._show_history(row, history),
            self._show_error,
        )

    def _describe_facts(self, row: LinkRow) -> str:
        link = row.link
        last = (
            show_recent(link.last_success_at, self._services.clock.now(), self._zone)
            if link.last_success_at
            else self.tr("noch nie")
        )
        calendar = self.tr("Kalender „{name}“ im Konto {account}").format(
            name=link.calendar_name, account=row.account_email
        )
        counts = (
            self.tr("Zuletzt erfolgreich: {time}").format(time=last),
            self.tr("Warten auf Übertragung: {count}").format(count=row.pending),
            self.tr("Offene Fragen: {count}").format(count=row.problems),
        )
        return "\n".join((calendar, "  ·  ".join(counts)))

    def _show_history(self, row: LinkRow, history: _History) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.link.id == row.link.id:
            self._runs.show_rows(history.runs)
            self._journal.show_rows(history.journal)

    # -- deciding

    def _on_decided(self, problem_id: UUID, choice: str) -> None:
        control, actor = self._services.sync_control, self._session.actor
        self._banner.close_message()
        self._tasks.run_network(
            lambda _progress, _cancel: control.resolve(actor, problem_id, choice),
            self,
            lambda _problem: self._after_decision(),
            self._after_refusal,
        )

    def _on_compare(self) -> None:
        row = self._chosen()
        if row is None:
            return
        self._compare.setEnabled(False)
        self._banner.show_message(
            self.tr("„{name}“ wird vollständig abgeglichen …").format(name=row.resource.name), "info"
        )
        control, actor, resource_id = self._services.sync_control, self._session.actor, row.resource.id
        self._tasks.run_network(
            lambda _progress, cancel: control.sync(actor, (resource_id,), full=True, cancel=cancel),
            self,
            lambda _runs: self._after_decision(),
            self._after_refusal,
        )

    def _after_decision(self) -> None:
        self._banner.close_message()
        self.reload()
        self.decided.emit()

    def _after_refusal(self, error: TerminplanerError) -> None:
        self._show_error(error)
        self.reload()

    def _show_error(self, error: TerminplanerError) -> None:
        self._banner.show_message(describe(error, self._zone))
