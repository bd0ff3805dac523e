"""What moved: searched, taken along as a file, taken back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from terminplaner.domain.calendar_link import SyncRun
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.permissions import Right
from terminplaner.services.store_queries import JournalQuery
from terminplaner.services.sync_journal import PAGE, JournalRow
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import button, small_print
from terminplaner.ui.messages import describe_action, show_instant
from terminplaner.ui.rows import table
from terminplaner.ui.shared_fields import show_title, show_when_of
from terminplaner.ui.sync_center.entry_view import EntryView
from terminplaner.ui.sync_center.journal_filter import JournalFilter
from terminplaner.ui.sync_center.journal_model import journal_model
from terminplaner.ui.sync_center.wording import show_direction
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space


class JournalPage(QWidget):
    """Reads when it is first seen, then on every ``reload``."""

    said = Signal(str, str)
    """A sentence and its tone."""
    failed = Signal(object)
    reverted = Signal()

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._zone = session.branch.tz
        self._query = JournalQuery()
        self._filter = JournalFilter(self._zone, services.clock.now().astimezone(self._zone).date())
        self._filter.changed.connect(self._search)
        self._model = journal_model(self._zone, self)
        self._model.moreWanted.connect(self._read_on)
        self._table = table(self._model, self.tr("Was bewegt wurde"))
        self._table.selectionModel().currentRowChanged.connect(lambda now, _before: self._on_chosen(now))
        self._entry = EntryView(self._zone, may_revert=session.actor.has(Right.MANAGE_SYNC))
        self._entry.revertRequested.connect(self._on_revert)
        self._entry.runRequested.connect(self._filter.look_for_run)
        self._found = small_print()
        self._export = button(self.tr("Als CSV speichern …"))
        self._export.clicked.connect(self._on_export)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._filter.text.setFocus)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._table)
        parts.addWidget(self._entry)
        parts.setStretchFactor(0, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._found, 1)
        foot.addWidget(self._export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._filter)
        column.addWidget(parts, 1)
        column.addLayout(foot)

    # -- reading

    def reload(self) -> None:
        """Read the newest entries again, unless somebody is deep in the older ones."""
        if self._model.rowCount() <= PAGE:
            self._search()

    def look_for(self, link_id: UUID, run: SyncRun | None) -> None:
        """Show the entries of a link, or of one of its runs."""
        self._filter.look_for(link_id, run)

    def _search(self) -> None:
        journal, query = self._services.sync_journal, self._filter.query
        self._query = query
        self._tasks.run(
            lambda: (journal.resources(), journal.page(query)), self, partial(self._start, query), self._on_error
        )

    def _start(
        self,
        query: JournalQuery,
        found: tuple[tuple[tuple[str, tuple[UUID, ...]], ...], tuple[JournalRow, ...]],
    ) -> None:
        if query is not self._query:
            return  # another search has begun since
        resources, rows = found
        self._filter.offer_resources(resources)
        chosen = self._model.row_at(self._table.currentIndex())
        self._model.start(rows)
        number = self._model.number_of(chosen.entry.id) if chosen is not None else -1
        self._table.setCurrentIndex(self._model.index(max(number, 0), 0) if rows else QModelIndex())
        self._on_chosen(self._table.currentIndex())
        self._say_how_many()

    def _read_on(self, older_than: UUID) -> None:
        journal, query = self._services.sync_journal, self._query
        self._tasks.run(
            lambda: journal.page(query, older_than), self, partial(self._append, query), self._on_error
        )

    def _append(self, query: JournalQuery, rows: tuple[JournalRow, ...]) -> None:
        if query is self._query:
            self._model.append(rows)
            self._say_how_many()

    def _say_how_many(self) -> None:
        count = self._model.rowCount()
        if count == 0:
            text = self.tr("Keine Einträge gefunden.")
        elif self._model.canFetchMore(QModelIndex()):
            text = self.tr("Die neuesten {count} Einträge; weitere folgen beim Blättern.")
        else:
            text = self.tr("Einträge: {count}")
        self._found.setText(text.format(count=count))
        self._export.setEnabled(count > 0)

    def _on_chosen(self, index: QModelIndex) -> None:
        self._entry.show_row(self._model.row_at(index))

    def _on_error(self, error: TerminplanerError) -> None:
        self.failed.emit(error)

    # -- taking back

    def _on_revert(self, row: JournalRow) -> None:
        journal, actor, entry_id = self._services.sync_journal, self._session.actor, row.entry.id
        self._entry.setEnabled(False)
        self._tasks.run(lambda: journal.revert(actor, entry_id), self, self._after_revert, self._after_refusal)

    def _after_revert(self, _change_set: ChangeSet) -> None:
        self._entry.setEnabled(True)
        self.said.emit(self.tr("Zurückgenommen. Google erfährt davon mit dem nächsten Durchgang."), "success")
        self.reverted.emit()

    def _after_refusal(self, error: TerminplanerError) -> None:
        self._entry.setEnabled(True)
        self.failed.emit(error)

    # -- taking along

    def _on_export(self) -> None:
        dialog = QFileDialog(self, self.tr("Journal als CSV speichern"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("CSV-Dateien (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self.tr("Journal.csv"))
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def export_to(self, target: Path) -> None:
        """Write what is found, all of it, as CSV."""
        journal, query = self._services.sync_journal, self._query
        titles = (
            self.tr("Zeit"),
            self.tr("Ressource"),
            self.tr("Richtung"),
            self.tr("Vorgang"),
            self.tr("Titel vorher"),
            self.tr("Zeit vorher"),
            self.tr("Kommentar vorher"),
            self.tr("Titel nachher"),
            self.tr("Zeit nachher"),
            self.tr("Kommentar nachher"),
            self.tr("Durchgang"),
        )
        self._export.setEnabled(False)
        self._tasks.run(
            lambda: journal.export_journal(query, target, titles, self._cells),
            self,
            partial(self._after_export, target),
            self._after_export_failed,
        )

    def _cells(self, row: JournalRow) -> tuple[str, ...]:
        entry = row.entry
        versions = (
            text
            for fields in (entry.before, entry.after)
            for text in (
                (show_title(fields), show_when_of(fields, self._zone), str(fields.get("description") or ""))
                if fields
                else ("", "", "")
            )
        )
        return (
            show_instant(entry.at, self._zone),
            row.resource_name,
            show_direction(entry.direction),
            describe_action(entry.action),
            *versions,
            show_instant(row.run.finished_at, self._zone) if row.run else "",
        )

    def _after_export(self, target: Path, count: int) -> None:
        self._export.setEnabled(True)
        said = self.tr("Gespeichert in „{path}“. Einträge: {count}").format(count=count, path=target)
        self.said.emit(said, "success")

    def _after_export_failed(self, error: TerminplanerError) -> None:
        self._export.setEnabled(True)
        self.failed.emit(error)
