""" "Ressourcen": searching above, editing below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.people import Employee
from terminplaner.domain.resource import Availability, Resource
from terminplaner.services.permissions import Right
from terminplaner.services.resource_rows import ResourceFilter, ResourceRow
from terminplaner.ui.administration.resource_editor import EditedResource, ResourceEditor
from terminplaner.ui.administration.resource_search import ResourceSearch
from terminplaner.ui.administration.resource_table import ResourceTable
from terminplaner.ui.banner import Banner
from terminplaner.ui.choice_field import names_of
from terminplaner.ui.consent.flow import ConsentFlow
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import button, danger_button, lines, section_title, small_print
from terminplaner.ui.icon_widgets import IconButton
from terminplaner.ui.questions import ask_to_delete
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_SHOWN = (Resource, Availability, Branch, Employee, ChainSettings)
_NEW_COLOR = "#4a6fa5"
_LINES_FOR_ALL = 36
"""In a tab that is lower, the fields of the search and those of a resource do not both have room."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    rows: tuple[ResourceRow, ...]
    everything: tuple[ResourceRow, ...]
    branches: tuple[Branch, ...]
    employees: tuple[Employee, ...]
    settings: ChainSettings
    rules: tuple[Availability, ...]


class ResourcesTab(QWidget):
    """What is being edited stays on screen until it is saved or discarded, whatever is searched for meanwhile."""

    linked = Signal()
    """A link with a Google calendar was made or ended here."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._current_id: UUID | None = None
        self._asked = 0
        self._replaces_input = False
        self._is_divided = False
        self._told_in_passing = ""
        self._once_loaded: Callable[[], None] | None = None
        self._branches: tuple[Branch, ...] = ()
        self._employees: tuple[Employee, ...] = ()
        self._search = ResourceSearch()
        self._unfold = IconButton("search", self.tr("Suchfelder zeigen"))
        self._unfold.setCheckable(True)
        self._table = ResourceTable()
        self._new = button(self.tr("Ne&u"), self.tr("Neue Ressource anlegen"))
        self._copy = button(self.tr("&Kopieren"), self.tr("Mit allen Feldern und Arbeitszeiten kopieren"))
        self._delete = danger_button(self.tr("&Löschen"))
        self._nothing = small_print(self.tr("Wählen Sie eine Ressource aus, oder legen Sie eine neue an."))
        self._banner = Banner()
        self._editor = ResourceEditor(services, session, tasks, self._banner)
        self._build()
        self._connect()
        self._update()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for entry in (self._new, self._copy, self._delete):
            buttons.addWidget(entry)
        head = QHBoxLayout()
        head.addWidget(section_title(self.tr("Ressourcen suchen")))
        head.addWidget(self._unfold)
        head.addStretch(1)
        head.addLayout(buttons)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, Space.S)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._search)
        column.addWidget(self._table, 1)
        column.addWidget(self._nothing)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.addWidget(upper)
        self._splitter.addWidget(self._editor)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(Space.S)
        outer.addWidget(self._splitter, 1)
        outer.addWidget(self._banner)

    def _connect(self) -> None:
        self._search.searched.connect(self.reload)
        self._unfold.toggled.connect(self._make_room)
        self._table.currentChanged.connect(self._on_row_chosen)
        self._new.clicked.connect(lambda _checked=False: self.start_for(None))
        self._copy.clicked.connect(lambda _checked=False: self._leave(self._start_copy))
        self._delete.clicked.connect(self._ask_to_delete)
        self._editor.saved.connect(self._on_saved)
        self._editor.discarded.connect(self._on_discarded)
        self._editor.reloadRequested.connect(self._reload_current)
        self._editor.linkRequested.connect(self._on_link_requested)
        self._editor.turned.connect(self._forget_flow)

    @property
    def is_dirty(self) -> bool:
        return self._editor.is_dirty

    # -- loading

    def refresh(self, change_set: ChangeSet | None) -> None:
        if change_set is None or any(change_set.touches(kind) for kind in _SHOWN):
            self.reload()

    def reload(self) -> None:
        """Ask for everything again; only the answer to the latest question counts."""
        self._asked += 1
        asked, criteria, current_id, queries = (
            self._asked,
            self._search.criteria,
            self._current_id,
            self._services.queries,
        )
        settings = self._services.settings

        def work() -> _Loaded:
            return _Loaded(
                queries.find_resources(criteria),
                queries.find_resources(ResourceFilter(include_hidden=True)),
                queries.branches(),
                queries.employees(with_deleted=True),
                settings.load(),
                queries.availabilities(current_id) if current_id else (),
            )

        self._tasks.run(work, self, lambda loaded: self._on_loaded(loaded) if asked == self._asked else None)

    def _on_loaded(self, loaded: _Loaded) -> None:
        replaces_input, self._replaces_input = self._replaces_input, False
        if (loaded.branches, loaded.employees) != (self._branches, self._employees):
            self._branches, self._employees = loaded.branches, loaded.employees
            self._search.show_branches(loaded.branches)
            self._editor.show_choices(loaded.branches, loaded.employees)
        self._editor.show_settings(loaded.settings)
        names = names_of(loaded.employees, loaded.branches)
        self._table.show_rows(loaded.rows, names, self._current_id)
        row = next((row for row in loaded.everything if row.resource.id == self._current_id), None)
        is_on = loaded.settings.google_sync
        if self._editor.is_dirty and not replaces_input:
            self._editor.show_link(row.link if row else None, is_sync_on=is_on)
        else:
            if row is None:
                self._current_id = None
            self._editor.show_resource(EditedResource(row.resource, row.link, loaded.rules) if row else None)
            self._editor.show_link(row.link if row else None, is_sync_on=is_on)
        self._update()
        begin, self._once_loaded = self._once_loaded, None
        if begin is not None:
            begin()

    def _reload_current(self) -> None:
        """Show what is stored, whatever was entered."""
        self._replaces_input = True
        self.reload()

    # -- choosing

    def _on_row_chosen(self, row: ResourceRow) -> None:
        if row.resource.id == self._current_id:
            return
        self._leave(lambda: self._go_to(row.resource.id))

    def _leave(self, then: Callable[[], None]) -> None:
        self._editor.leave(then, stay=lambda: self._table.go_to(self._current_id))

    def _go_to(self, resource_id: UUID) -> None:
        self._current_id = resource_id
        self._update()
        self._reload_current()

    def _update(self) -> None:
        may_edit = self._session.actor.has(Right.MANAGE_MASTER_DATA)
        is_stored = self._current_id is not None
        has_shown = self._editor.resource_id is not None
        self._nothing.setVisible(not has_shown)
        self._editor.setVisible(has_shown)
        self._make_room()
        if has_shown and not self._is_divided:
            self._is_divided = True
            upper = 0 if self._is_low else self._splitter.height() // 2
            self._splitter.setSizes([upper, self._splitter.height() - upper])
        self._new.setEnabled(may_edit)
        self._copy.setEnabled(may_edit and is_stored)
        self._delete.setEnabled(may_edit and is_stored)

    @property
    def _is_low(self) -> bool:
        return self.height() < lines(self, _LINES_FOR_ALL)

    def _make_room(self) -> None:
        """In a low window the form of a resource has the room of the search, which comes back on request."""
        is_folded = self._is_low and self._editor.resource_id is not None
        self._unfold.setVisible(is_folded)
        self._search.setVisible(not is_folded or self._unfold.isChecked())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    # -- changing

    def _start_new(self, employee: Employee | None = None) -> None:
        self._current_id = None
        self._table.go_to(None)
        new = Resource(id=uuid4(), name="", color=_NEW_COLOR, visible_branch_ids=(self._session.branch.id,))
        self._editor.show_resource(EditedResource(new, None, ()))
        self._update()
        self._editor.focus_name()
        if employee is not None:
            self._editor.choose_employee(employee)

    def start_for(self, employee: Employee | None) -> None:
        """Begin a new resource, for this employee if any, once nothing unsaved is lost by it."""
        begin = partial(self._leave, partial(self._start_new, employee))
        if self._branches:
            begin()
        else:
            self._once_loaded = begin  # or the form would not know the branch it is to be visible in

    def _start_copy(self) -> None:
        resource_id, services, actor = self._current_id, self._services, self._session.actor
        if resource_id is not None:
            self._tasks.run(
                lambda: services.master_data.copy_resource(actor, resource_id),
                self,
                lambda copy: self._go_to(copy.id),
            )

    def _on_saved(self, stored: Resource) -> None:
        self._current_id = stored.id
        self.reload()

    def _on_discarded(self) -> None:
        self._current_id = self._editor.resource_id
        self._table.go_to(self._current_id)
        self._update()

    def _ask_to_delete(self) -> None:
        resource = self._editor.stored
        if resource is None:
            return
        ask_to_delete(
            self.tr("Ressource löschen?"),
            self.tr("Soll „{resource}“ gelöscht werden?").format(resource=resource.name),
            self,
            self.tr("Vergangene Termine bleiben erhalten."),
            lambda: self._delete_now(resource),
        )

    def _delete_now(self, resource: Resource) -> None:
        services, actor = self._services, self._session.actor
        self._tasks.run(
            lambda: services.master_data.delete(actor, resource),
            self,
            lambda _done: self._reload_current(),
            self._editor.show_error,
        )

    # -- Google

    def _on_link_requested(self, resource: Resource) -> None:
        self._banner.close_message()
        flow = ConsentFlow(self._services, self._session, self._tasks, resource, self)
        flow.ended.connect(self._on_flow_ended)
        flow.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._forget_flow()

    def _forget_flow(self) -> None:
        """What somebody broke off is told until they turn to something else."""
        if self._told_in_passing and self._banner.text == self._told_in_passing:
            self._banner.close_message()
        self._told_in_passing = ""

    def _on_flow_ended(self, text: str, tone: str, has_changed_links: bool) -> None:
        self._banner.show_message(text, tone)
        self._told_in_passing = text if tone == "info" else ""
        if has_changed_links:
            self.reload()
            self.linked.emit()
