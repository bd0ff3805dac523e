"""Terminvorlagen: the table of templates, and the chosen one below it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import uuid4

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.resource import Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.ui.administration.entry_editor import EntryEditor, EntryWords
from terminplaner.ui.administration.entry_table import EntryTable
from terminplaner.ui.administration.table_over_form import lay_out_below
from terminplaner.ui.administration.template_form import Lists, TemplateForm
from terminplaner.ui.choice_field import names_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.tasks import TaskRunner

_KINDS = (AppointmentTemplate, AppointmentType, AppointmentStatus, Resource, Branch, ChainSettings)


@dataclass(frozen=True, slots=True)
class _Loaded:
    templates: tuple[AppointmentTemplate, ...]
    lists: Lists
    settings: ChainSettings


class TemplatesTab(QWidget):
    """Everything a template presets may be changed when booking."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        words = EntryWords(
            self.tr("Terminvorlagen"),
            self.tr("Terminvorlage löschen?"),
            self.tr("Termine, die mit ihr angelegt wurden, bleiben unverändert."),
        )
        self._table = EntryTable(
            words.title,
            (self.tr("Gruppe"), self.tr("Name"), self.tr("Dauer"), self.tr("Typ"), self.tr("Ressourcen")),
        )
        self._form = TemplateForm()
        self._editor = EntryEditor(services, session, tasks, words, self._table, self._form, self._new, self)
        hint = self.tr("Vorlagen stehen im Kontextmenü des Plans unter „Neu“, „Gruppe/Name“ in einem Untermenü.")
        lay_out_below(
            self._editor,
            self,
            hint,
            self._table,
            self.tr("Terminvorlage bearbeiten"),
            self._form,
            can_arrange=True,
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
            lists = Lists(
                (*choices.types, *choices.deleted_of(AppointmentType)),
                (*choices.statuses, *choices.deleted_of(AppointmentStatus)),
                (*choices.resources, *choices.deleted_of(Resource)),
                choices.branches,
            )
            return _Loaded(choices.templates, lists, choices.settings)

        self._tasks.run(load, self, self._on_loaded)

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._form.offer(loaded.lists)
        self._form.show_settings(loaded.settings)
        with QSignalBlocker(self._table):
            self._table.show_rows([self._cells(template, loaded.lists) for template in loaded.templates])
        self._editor.show_entries(loaded.templates)

    def _cells(self, template: AppointmentTemplate, lists: Lists) -> tuple[str, ...]:
        kind = names_of(lists.types)[template.type_id]
        names = names_of(lists.resources, lists.branches)
        resources = ", ".join(names[key] for key in template.resource_ids)
        length = self.tr("{count} min").format(count=template.duration_minutes)
        return template.group, template.label, length, kind, resources

    def _new(self) -> AppointmentTemplate:
        position = max((template.position for template in self._editor.entries), default=-1) + 1
        return AppointmentTemplate(uuid4(), "", position=position)
