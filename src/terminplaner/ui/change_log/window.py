"""The window of the change log: of everything, or of one appointment."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.change_log import LogRow
from terminplaner.services.store_queries import ChangeLogQuery
from terminplaner.ui.banner import Banner
from terminplaner.ui.change_log.filter import ChangeLogFilter
from terminplaner.ui.change_log.tables import LINE_SUBJECT_COLUMN, SUBJECT_COLUMN, lines_model, log_model
from terminplaner.ui.change_log.wording import lines
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import button, page_title, paragraph, small_print
from terminplaner.ui.messages import describe
from terminplaner.ui.rows import table
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_SIZE = (1080, 700)
_HISTORY_SIZE = (820, 520)


class ChangeLogWindow(QDialog):
    """Not modal: people look things up in the planner beside it.  It reads when it is shown and on ``reload``."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        parent: QWidget | None = None,
        *,
        entity_id: UUID | None = None,
        subject: str = "",
    ) -> None:
        """``entity_id`` shows the history of one entry alone, which ``subject`` names."""
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._zone = session.branch.tz
        self._entity_id = entity_id
        self._query = ChangeLogQuery(entity_id=entity_id)
        title = self.tr("Verlauf") if entity_id else self.tr("Änderungsprotokoll")
        self.setWindowTitle(title)
        self.resize(*(_HISTORY_SIZE if entity_id else _SIZE))
        self._banner = Banner()
        self._filter = ChangeLogFilter(self._zone, services.clock.now().astimezone(self._zone).date())
        self._filter.changed.connect(self._search)
        self._filter.setVisible(entity_id is None)
        self._model = log_model(self._zone, self)
        self._model.moreWanted.connect(self._read_on)
        self._table = table(self._model, self.tr("Wer was geändert hat"))
        self._table.selectionModel().currentRowChanged.connect(lambda now, _before: self._show_lines(now))
        self._lines = lines_model(self)
        self._details = table(self._lines, self.tr("Die Änderung im Einzelnen"))
        if entity_id is not None:  # the subject stands above
            self._table.setColumnHidden(SUBJECT_COLUMN, True)
            self._details.setColumnHidden(LINE_SUBJECT_COLUMN, True)
        self._found = small_print()
        close = button(self.tr("Schließen"))
        close.clicked.connect(self.close)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._table)
        parts.addWidget(self._details)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        foot = QHBoxLayout()
        foot.addWidget(self._found, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(page_title(title))
        if subject:
            column.addWidget(paragraph(subject))
        column.addWidget(self._filter)
        column.addWidget(parts, 1)
        column.addWidget(self._banner)
        column.addLayout(foot)

    def reload(self) -> None:
        """Read the newest changes again, and who is in the log."""
        if self._entity_id is None:
            log, actor = self._services.change_log, self._session.actor
            self._tasks.run(lambda: log.authors(actor), self, self._filter.offer_authors, self._on_error)
        self._search()

    def _search(self) -> None:
        query = self._filter.query if self._entity_id is None else ChangeLogQuery(entity_id=self._entity_id)
        self._query = query
        log, actor = self._services.change_log, self._session.actor
        self._tasks.run(lambda: log.page(actor, query), self, partial(self._start, query), self._on_error)

    def _start(self, query: ChangeLogQuery, rows: tuple[LogRow, ...]) -> None:
        if query is not self._query:
            return  # another search has begun since
        self._banner.close_message()
        chosen = self._model.row_at(self._table.currentIndex())
        self._model.start(rows)
        number = self._model.number_of(chosen.change_set.id) if chosen is not None else -1
        wanted = max(number, 0) if rows else -1
        self._table.setCurrentIndex(self._model.index(wanted, 0) if wanted >= 0 else QModelIndex())
        self._show_lines(self._table.currentIndex())
        self._say_how_many()

    def _read_on(self, older_than: UUID) -> None:
        query, log, actor = self._query, self._services.change_log, self._session.actor
        self._tasks.run(
            lambda: log.page(actor, query, older_than), self, partial(self._append, query), self._on_error
        )

    def _append(self, query: ChangeLogQuery, rows: tuple[LogRow, ...]) -> None:
        if query is self._query:
            self._model.append(rows)
            self._say_how_many()

    def _show_lines(self, index: QModelIndex) -> None:
        row = self._model.row_at(index)
        self._lines.show_rows(tuple(lines(row, self._zone)) if row is not None else ())

    def _say_how_many(self) -> None:
        count = self._model.rowCount()
        if count == 0:
            text = self.tr("Keine Änderungen gefunden.")
        elif self._model.canFetchMore(QModelIndex()):
            text = self.tr("Die neuesten {count} Änderungen; weitere folgen beim Blättern.")
        else:
            text = self.tr("Änderungen: {count}")
        self._found.setText(text.format(count=count))

    def _on_error(self, error: TerminplanerError) -> None:
        self._banner.show_message(describe(error, self._zone))
