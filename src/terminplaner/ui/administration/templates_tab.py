"""Terminvorlagen: the table of templates, and the chosen one below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.resource import Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.services.permissions import Right
from terminplaner.ui.administration.template_form import Lists, TemplateForm
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import Banner, button, danger_button, scroll_area, section_title, small_print
from terminplaner.ui.messages import describe
from terminplaner.ui.questions import ask_about_changes, ask_to_delete
from terminplaner.ui.save_bar import SaveBar
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_KINDS = (AppointmentTemplate, AppointmentType, AppointmentStatus, Resource, Branch)
_ROWS = 6


@dataclass(frozen=True, slots=True)
class _Loaded:
    templates: tuple[AppointmentTemplate, ...]
    lists: Lists


class TemplatesTab(QWidget):
    """Everything a template presets may be changed when booking."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._templates: tuple[AppointmentTemplate, ...] = ()
        self._lists = Lists()
        self._shown: AppointmentTemplate | None = None
        self._is_filling = False
        self._banner = Banner()
        self._table = _table(
            [self.tr("Gruppe"), self.tr("Name"), self.tr("Dauer"), self.tr("Typ"), self.tr("Ressourcen")]
        )
        self._table.setAccessibleName(self.tr("Terminvorlagen"))
        self._new, self._copy = button(self.tr("Neu")), button(self.tr("Kopieren"))
        self._delete = danger_button(self.tr("Löschen"))
        self._form = TemplateForm()
        self._bar = SaveBar()
        self._build()
        self._table.currentCellChanged.connect(self._on_row_chosen)
        self._form.changed.connect(self._update)
        self._new.clicked.connect(lambda _checked=False: self.leave(self._start_new))
        self._copy.clicked.connect(lambda _checked=False: self.leave(self._start_copy))
        self._delete.clicked.connect(self._ask_to_delete)
        self._bar.saveRequested.connect(lambda: self._save())
        self._bar.discardRequested.connect(self._discard)
        self._show(None)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(section_title(self.tr("Terminvorlagen")))
        head.addStretch(1)
        for part in (self._new, self._copy, self._delete):
            head.addWidget(part)
        editor = QWidget()
        inner = QVBoxLayout(editor)
        inner.setContentsMargins(0, 0, Space.M, 0)
        inner.addWidget(section_title(self.tr("Terminvorlage bearbeiten")))
        inner.addWidget(self._form)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        hint = self.tr("Vorlagen stehen im Kontextmenü des Plans unter „Neu“, „Gruppe/Name“ in einem Untermenü.")
        column.addWidget(small_print(hint))
        column.addWidget(self._banner)
        column.addWidget(self._table, 1)
        column.addWidget(scroll_area(editor), 2)
        column.addWidget(self._bar)

    # -- showing

    def refresh(self, change_set: ChangeSet | None) -> None:
        if change_set is None or any(change_set.touches(kind) for kind in _KINDS):
            self._reload()

    @property
    def is_dirty(self) -> bool:
        shown = self._shown
        return shown is not None and (shown.revision == 0 or self._form.template(shown) != shown)

    def _reload(self) -> None:
        queries = self._services.queries

        def load() -> _Loaded:
            lists = Lists(queries.types(), queries.statuses(), queries.resources(), queries.branches())
            return _Loaded(queries.templates(), lists)

        self._tasks.run(load, self, self._on_loaded)

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._templates, self._lists = loaded.templates, loaded.lists
        self._form.offer(loaded.lists)
        self._is_filling = True
        self._table.setRowCount(len(loaded.templates))
        for row, template in enumerate(loaded.templates):
            for column, text in enumerate(self._cells(template)):
                self._table.setItem(row, column, QTableWidgetItem(text))
        self._is_filling = False
        if not self.is_dirty:
            shown_id = self._shown.id if self._shown else None
            self._show(next((item for item in loaded.templates if item.id == shown_id), None))
        self._mark_current()

    def _cells(self, template: AppointmentTemplate) -> tuple[str, ...]:
        kind = next((item.name for item in self._lists.types if item.id == template.type_id), "")
        names = {resource.id: resource.name for resource in self._lists.resources}
        resources = ", ".join(names[key] for key in template.resource_ids if key in names)
        length = self.tr("{count} min").format(count=template.duration_minutes)
        return template.group, template.label, length, kind, resources

    def _show(self, template: AppointmentTemplate | None) -> None:
        self._shown = None
        self._form.show_template(template or AppointmentTemplate(uuid4(), ""))
        self._shown = template
        self._update()

    def _mark_current(self) -> None:
        ids = [template.id for template in self._templates]
        self._is_filling = True
        if self._shown is not None and self._shown.id in ids:
            self._table.selectRow(ids.index(self._shown.id))
        else:
            self._table.clearSelection()
            self._table.setCurrentCell(-1, -1)
        self._is_filling = False

    def _update(self) -> None:
        may_edit = self._session.actor.has(Right.MANAGE_MASTER_DATA)
        is_stored = self._shown is not None and self._shown.revision > 0
        self._new.setEnabled(may_edit)
        self._copy.setEnabled(may_edit and is_stored)
        self._delete.setEnabled(may_edit and is_stored)
        self._form.setEnabled(may_edit and self._shown is not None)
        self._bar.set_dirty(is_dirty=self.is_dirty)

    # -- choosing

    def _on_row_chosen(self, row: int, *_cell: int) -> None:
        if not self._is_filling and 0 <= row < len(self._templates):
            chosen = self._templates[row].id
            self.leave(lambda: self._go_to(chosen))

    def _go_to(self, template_id: UUID) -> None:
        self._banner.close_message()
        self._show(next((item for item in self._templates if item.id == template_id), None))
        self._mark_current()

    def _start_new(self) -> None:
        self._begin(AppointmentTemplate(uuid4(), "", position=len(self._templates)))

    def _start_copy(self) -> None:
        if self._shown is not None:
            name = self.tr("{name} (Kopie)").format(name=self._shown.name)
            copied = replace(self._shown, id=uuid4(), name=name, position=len(self._templates), revision=0)
            self._begin(copied)

    def _begin(self, template: AppointmentTemplate) -> None:
        self._banner.close_message()
        self._show(template)
        self._mark_current()
        self._form.focus_first()

    def leave(self, then: Callable[[], None]) -> None:
        """Do ``then`` once what is unsaved was saved or discarded."""
        if self._shown is None or not self.is_dirty:
            then()
            return
        ask_about_changes(
            self._form.template(self._shown).name,
            self,
            save=lambda: self._save(then),
            discard=lambda: self._discard_and(then),
            stay=self._mark_current,
        )

    # -- changing

    def _save(self, then: Callable[[], None] | None = None) -> None:
        if self._shown is None:
            return
        template = self._form.template(self._shown)
        actor, master_data = self._session.actor, self._services.master_data
        self._banner.close_message()
        self._bar.show_saving()

        def on_saved(stored: AppointmentTemplate) -> None:
            self._show(stored)
            self._bar.show_saved()
            self._reload()
            if then is not None:
                then()

        self._tasks.run(lambda: master_data.save(actor, template), self, on_saved, self._on_refused)

    def _discard(self) -> None:
        self._banner.close_message()
        self._show(None if self._shown is None or self._shown.revision == 0 else self._shown)
        self._mark_current()

    def _discard_and(self, then: Callable[[], None]) -> None:
        self._discard()
        then()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._update()
        self._banner.show_message(describe(error))

    def _ask_to_delete(self) -> None:
        template = self._shown
        if template is None:
            return
        ask_to_delete(
            self.tr("Terminvorlage löschen?"),
            self.tr("Soll „{name}“ gelöscht werden?").format(name=template.name),
            self,
            self.tr("Termine, die mit ihr angelegt wurden, bleiben unverändert."),
            lambda: self._do_delete(template),
        )

    def _do_delete(self, template: AppointmentTemplate) -> None:
        actor, master_data = self._session.actor, self._services.master_data

        def on_deleted(_nothing: None) -> None:
            self._show(None)
            self._reload()

        self._tasks.run(lambda: master_data.delete(actor, template), self, on_deleted, self._on_refused)


def _table(titles: list[str]) -> QTableWidget:
    table = QTableWidget(0, len(titles))
    table.setHorizontalHeaderLabels(titles)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.setMinimumHeight(table.fontMetrics().lineSpacing() * _ROWS)
    return table
