"""How each link stands: all of them in one table, the chosen one in full."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from terminplaner.domain.calendar_link import LinkStatus, SyncRun
from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.permissions import Right
from terminplaner.services.sync_control import LinkRow, SyncOverview
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import button, card, link_button, paragraph, section_title
from terminplaner.ui.icon_widgets import StateIcon
from terminplaner.ui.icons import icon_pixmap
from terminplaner.ui.messages import describe_link, describe_status
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.rows import Index, RowsModel, table
from terminplaner.ui.sync_center.tables import runs_model, waiting_model
from terminplaner.ui.sync_directions import explain_sync_direction, show_sync_direction
from terminplaner.ui.sync_summary import show_recent
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space, tokens

_LOOKS: dict[LinkStatus, tuple[str, str]] = {
    LinkStatus.OK: ("check-circle", "success"),
    LinkStatus.OFFLINE: ("offline", "warning"),
    LinkStatus.QUOTA_PAUSE: ("pause", "warning"),
    LinkStatus.BUSY: ("sync", "info"),
}
_PERSON_NEEDED = ("warning", "warning")
_ICON_SIZE = 18
_STATE_COLUMN = 1


class LinksModel(RowsModel[LinkRow]):
    """The links with their states, each with the icon that says the same."""

    def __init__(self, show_time: Callable[[datetime | None], str], parent: QWidget) -> None:
        super().__init__((), lambda row: self._describe(row), parent)
        self._widget = parent
        self._show_time = show_time
        self._titles = (
            self.tr("Ressource"),
            self.tr("Stand"),
            self.tr("Richtung"),
            self.tr("Zuletzt erfolgreich"),
            self.tr("Wartet"),
            self.tr("Offene Fragen"),
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DecorationRole and index.column() == _STATE_COLUMN:
            name, tone = look_of(self.rows[index.row()].link.status)
            color = getattr(tokens(self._widget.palette()), tone)
            return QIcon(icon_pixmap(name, color, _ICON_SIZE, self._widget.devicePixelRatioF()))
        return super().data(index, role)

    def _describe(self, row: LinkRow) -> tuple[str, ...]:
        return (
            row.resource.name,
            describe_status(row.link.status),
            show_sync_direction(row.resource.sync_direction),
            self._show_time(row.link.last_success_at),
            str(row.pending or "–"),
            str(row.problems or "–"),
        )


def look_of(status: LinkStatus) -> tuple[str, str]:
    """Icon and tone of a state."""
    return _LOOKS.get(status, _PERSON_NEEDED)


@dataclass(frozen=True, slots=True)
class _Details:
    runs: tuple[SyncRun, ...]
    waiting: tuple[AppointmentRow, ...]


class LinksPage(QWidget):
    """Reads the details of a link when it is chosen."""

    syncRequested = Signal(object)
    """The ``LinkRow`` to synchronize at once."""
    comparisonRequested = Signal(object)
    """The ``LinkRow`` to compare in full."""
    journalRequested = Signal(object, object)
    """A ``LinkRow``, and one ``SyncRun`` of it or None for all."""
    switchWanted = Signal()
    """Lead to where the synchronization is switched on."""
    resourcesWanted = Signal()
    """Lead to where a resource is linked."""
    failed = Signal(object)

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._zone = session.branch.tz
        self._may_sync = session.actor.has(Right.MANAGE_SYNC)
        self._is_on = False
        self._is_busy = False
        self._chosen_id: UUID | None = None
        self._links = LinksModel(self._show_time, self)
        self._table = table(self._links, self.tr("Verknüpfungen"))
        self._table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._on_chosen())
        self._missing = paragraph()
        self._to_switch = button(self.tr("Zum Einschalten in die Filialverwaltung"))
        self._to_switch.clicked.connect(self.switchWanted)
        self._to_resources = button(self.tr("Zu den Ressourcen in der Administration"))
        self._to_resources.clicked.connect(self.resourcesWanted)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(self._table)
        self._parts.addWidget(self._build_details())
        self._parts.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._missing)
        for way in (self._to_switch, self._to_resources):
            column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
            way.hide()
        column.addWidget(self._parts, 1)
        column.addStretch(0)
        self._missing.hide()
        self._parts.hide()

    def _build_details(self) -> QWidget:
        self._title = section_title("")
        self._icon = StateIcon(20)
        self._status = plain_label()
        self._advice = paragraph()
        self._facts = paragraph()
        self._facts.setProperty("role", "muted")
        self._sync = button(self.tr("Nur diese synchronisieren"))
        self._sync.clicked.connect(lambda: self.syncRequested.emit(self.chosen))
        self._compare = button(
            self.tr("Neu abgleichen …"),
            self.tr(
                "Vergleicht alle künftigen Termine mit dem Kalender, nicht nur die geänderten. Sie sehen vorher, "
                "was sich ändern würde."
            ),
        )
        self._compare.clicked.connect(lambda: self.comparisonRequested.emit(self.chosen))
        journal = link_button(self.tr("Im Journal ansehen"))
        journal.clicked.connect(lambda: self.journalRequested.emit(self.chosen, None))
        self._runs = runs_model(self._zone, self)
        self._waiting = waiting_model(self)
        runs_table = table(self._runs, self.tr("Durchgänge"))
        runs_table.setToolTip(self.tr("Doppelklick zeigt, was der Durchgang bewegt hat."))
        runs_table.activated.connect(
            lambda index: self.journalRequested.emit(self.chosen, self._runs.rows[index.row()])
        )
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._title)
        head.addSpacing(Space.S)
        head.addWidget(self._icon)
        head.addWidget(self._status, 1)
        actions = QHBoxLayout()
        actions.setSpacing(Space.S)
        for action in (self._sync, self._compare, journal):
            actions.addWidget(action)
        actions.addStretch(1)
        self._histories = QTabWidget()
        self._histories.setDocumentMode(True)
        self._histories.addTab(runs_table, self.tr("Durchgänge"))
        self._histories.addTab(table(self._waiting, self.tr("Wartet auf Übertragung")), "")
        details = card()
        column = QVBoxLayout(details)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._advice)
        column.addWidget(self._facts)
        column.addLayout(actions)
        column.addWidget(self._histories, 1)
        return details

    @property
    def chosen(self) -> LinkRow | None:
        """The link a person looks at."""
        row = self._table.currentIndex().row()
        return self._links.rows[row] if 0 <= row < len(self._links.rows) else None

    def show_overview(self, overview: SyncOverview) -> None:
        """Show all links; the chosen one stays chosen."""
        self._is_on = overview.is_on
        self._links.show_rows(overview.links)
        self._parts.setVisible(bool(overview.links))
        self._say_what_is_missing(has_links=bool(overview.links))
        wanted = next((n for n, row in enumerate(overview.links) if row.link.id == self._chosen_id), 0)
        if overview.links:
            self._table.setCurrentIndex(self._links.index(wanted, 0))
            self._on_chosen()

    def _say_what_is_missing(self, *, has_links: bool) -> None:
        """The first of the two steps that is not taken, and the way there."""
        if not self._is_on:
            self._missing.setText(self.tr("Die Synchronisation mit Google ist ausgeschaltet."))
        elif not has_links:
            self._missing.setText(
                self.tr(
                    "Noch ist keine Ressource mit einem Google-Kalender verknüpft. Wählen Sie in der "
                    "Administration eine Ressource aus, und starten Sie dort über die Lupe die Freigabe."
                )
            )
        self._missing.setHidden(self._is_on and has_links)
        self._to_switch.setHidden(self._is_on)
        self._to_resources.setHidden(not self._is_on or has_links)

    def set_busy(self, *, is_busy: bool) -> None:
        """While one link is worked on, no other is begun."""
        self._is_busy = is_busy
        self._allow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._table.viewport().update()
        super().changeEvent(event)

    def _allow(self) -> None:
        for action in (self._sync, self._compare):
            action.setEnabled(self._may_sync and self._is_on and not self._is_busy)

    def _on_chosen(self) -> None:
        row = self.chosen
        if row is None:
            return
        link = row.link
        self._chosen_id = link.id
        self._title.setText(row.resource.name)
        self._icon.show_icon(*look_of(link.status))
        self._status.setText(describe_status(link.status))
        advice = describe_link(link, self._zone)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._facts.setText(
            self.tr("Kalender „{name}“ im Konto {account}. {direction}: {meaning}").format(
                name=link.calendar_name,
                account=row.account_email,
                direction=show_sync_direction(row.resource.sync_direction),
                meaning=explain_sync_direction(row.resource.sync_direction),
            )
        )
        title = self.tr("Wartet auf Übertragung ({count})").format(count=row.pending)
        self._histories.setTabText(1, title)
        self._allow()
        control = self._services.sync_control
        self._tasks.run(
            lambda: _Details(control.runs(link.id), control.waiting(link.id)),
            self,
            lambda details: self._show_details(link.id, details),
            self._on_error,
        )

    def _show_details(self, link_id: UUID, details: _Details) -> None:
        if self._chosen_id == link_id:
            self._runs.show_rows(details.runs)
            self._waiting.show_rows(details.waiting)

    def _on_error(self, error: TerminplanerError) -> None:
        self.failed.emit(error)

    def _show_time(self, at: datetime | None) -> str:
        if at is None:
            return self.tr("noch nie")
        return show_recent(at, self._services.clock.now(), self._zone)
