"""Ansichten: the table of views, and the chosen one below it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.resource import Resource
from terminplaner.domain.view import PlannerView, ViewKind
from terminplaner.ui.administration.entry_editor import EntryEditor, EntryWords
from terminplaner.ui.administration.entry_table import EntryTable
from terminplaner.ui.administration.table_over_form import lay_out_below
from terminplaner.ui.administration.view_form import ViewForm, ViewLists
from terminplaner.ui.choice_field import names_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.tasks import TaskRunner

_KINDS = (PlannerView, Resource, Branch)
_STEP = 10
"""Between the positions of two new views, so that others fit between them."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    views: tuple[PlannerView, ...]
    lists: ViewLists


class ViewsTab(QWidget):
    """What administrators define here stands as tabs above the plan."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        words = EntryWords(
            self.tr("Ansichten"),
            self.tr("Ansicht löschen?"),
            self.tr("Ressourcen und Termine bleiben, wie sie sind."),
        )
        self._table = EntryTable(
            words.title,
            (self.tr("Titel"), self.tr("Name"), self.tr("Typ"), self.tr("Filiale"), self.tr("Ressourcen")),
        )
        self._form = ViewForm()
        self._editor = EntryEditor(services, session, tasks, words, self._table, self._form, self._new, self)
        hint = self.tr("Jede Ansicht ist ein Reiter über dem Plan.")
        lay_out_below(
            self._editor, self, hint, self._table, self.tr("Ansicht bearbeiten"), self._form, can_arrange=False
        )
        self._form.changed.connect(self._editor.update)
        self._editor.stored.connect(self._reload)

    @property
    def is_dirty(self) -> bool:
        return self._editor.is_dirty

    def refresh(self, change_set: ChangeSet | None) -> None:
        if change_set is None or any(change_set.touches(kind) for kind in _KINDS):
            self._reload()

    def _reload(self) -> None:
        queries = self._services.queries

        def load() -> _Loaded:
            choices = queries.choices()
            lists = ViewLists((*choices.resources, *choices.deleted_of(Resource)), choices.branches)
            return _Loaded(queries.views(), lists)

        self._tasks.run(load, self, self._on_loaded)

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._form.offer(loaded.lists)
        with QSignalBlocker(self._table):
            self._table.show_rows([self._cells(view, loaded.lists) for view in loaded.views])
        self._editor.show_entries(loaded.views)

    def _cells(self, view: PlannerView, lists: ViewLists) -> tuple[str, ...]:
        names = names_of(lists.resources, lists.branches)
        resources = (column.title or names[column.resource_id] for column in view.columns)
        kind = self.tr("Ressourcen") if view.kind is ViewKind.RESOURCES else self.tr("Tage")
        branch = next((branch.label for branch in lists.branches if branch.id == view.branch_id), "")
        return view.title, view.name, kind, branch or self.tr("alle"), ", ".join(filter(None, resources))

    def _new(self) -> PlannerView:
        last = max((view.position for view in self._editor.entries), default=0)
        return PlannerView(uuid4(), "", "", position=last + _STEP)
