"""The lower half of the page while one resource is chosen: its fields, its working times, and saving both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.calendar_link import CalendarLink
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.errors import InvalidInputError, StaleRevisionError, TerminplanerError
from terminplaner.domain.people import Employee
from terminplaner.domain.resource import Availability, Resource, SyncDirection
from terminplaner.services.permissions import Right
from terminplaner.ui.administration.availability_form import AvailabilityForm
from terminplaner.ui.administration.resource_form import ResourceForm
from terminplaner.ui.banner import Banner
from terminplaner.ui.consent.link_state import LinkWords, link_words
from terminplaner.ui.context import Services, Session
from terminplaner.ui.employee_dialog import EmployeeDialog
from terminplaner.ui.forms import scroll_area
from terminplaner.ui.messages import describe
from terminplaner.ui.questions import ask_about_changes
from terminplaner.ui.save_bar import SaveBar
from terminplaner.ui.sync_center.comparison_dialog import ComparisonDialog
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.time_field import settle_times

_NAME_ERRORS = frozenset({"field_missing", "name_taken"})


@dataclass(frozen=True, slots=True)
class EditedResource:
    """What the editor shows of one resource; ``resource`` has revision 0 while it is new."""

    resource: Resource
    link: CalendarLink | None
    rules: tuple[Availability, ...]


class ResourceEditor(QWidget):
    """Fields and working times are saved and discarded together."""

    saved = Signal(object)
    """The ``Resource`` as it was stored."""
    discarded = Signal()
    """The person gave up the changes; a new resource is gone with them."""
    reloadRequested = Signal()
    """The person wants to see what somebody else stored."""
    linkRequested = Signal(object)
    """The Lupe of a ``Resource`` was clicked."""
    turned = Signal()
    """Another of its tabs is shown."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        banner: Banner,
        parent: QWidget | None = None,
    ) -> None:
        """``banner`` shows what was refused and belongs to whoever lays it out."""
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._shown: EditedResource | None = None
        self._is_sync_on = False
        self._is_saving = False
        self._after_save: Callable[[], None] | None = None
        self._may_edit = session.actor.has(Right.MANAGE_MASTER_DATA)
        self._banner = banner
        self._form = ResourceForm()
        self._availability = AvailabilityForm(services.clock.now().astimezone(session.branch.tz).date())
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(_scrolling(self._form), self.tr("Ressource bearbeiten"))
        self._tabs.addTab(_scrolling(self._availability), self.tr("Verfügbarkeit"))
        self._bar = SaveBar()
        self._build()
        self._form.edited.connect(self._update)
        self._form.newEmployeeRequested.connect(self._create_employee)
        self._availability.edited.connect(self._update)
        self._form.google.magnifierClicked.connect(self._on_magnifier)
        self._bar.saveRequested.connect(lambda: self.save())
        self._bar.discardRequested.connect(self.discard)
        self._banner.actionRequested.connect(self._on_reload)
        self._tabs.currentChanged.connect(self.turned)
        self._update()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._bar)

    # -- what it shows

    @property
    def resource_id(self) -> UUID | None:
        return self._shown.resource.id if self._shown else None

    @property
    def stored(self) -> Resource | None:
        """The resource shown as it is stored; None where there is none or it is new."""
        return self._shown.resource if self._shown and self._shown.resource.revision else None

    @property
    def is_dirty(self) -> bool:
        return self._shown is not None and (self._form.is_dirty or self._availability.is_dirty)

    def show_choices(self, branches: tuple[Branch, ...], employees: tuple[Employee, ...]) -> None:
        """Offer these; what is entered stays."""
        entered = self._form.resource
        self._form.show_choices(branches, employees)
        if self._shown is not None and entered is not None:
            self._form.show_resource(self._shown.resource)
            self._form.enter(entered)

    def show_settings(self, settings: ChainSettings) -> None:
        """Show what the chain uses; what is entered stays."""
        self._form.show_settings(settings)

    def show_resource(self, edited: EditedResource | None) -> None:
        """Show a resource as it is stored, or none."""
        if edited is not None and edited == self._shown and not self.is_dirty:
            return  # showing it anew would wipe "Gespeichert"
        if edited is None or edited.resource.id != self.resource_id:
            self._banner.close_message()
        self._shown = edited
        if edited is not None:
            self._form.show_resource(edited.resource)
            self._availability.show_rules(edited.resource.id, edited.rules)
            self._form.set_editable(self._may_edit)
            self._availability.set_editable(self._may_edit)
            self._show_link()
            if edited.resource.revision == 0:
                self._tabs.setCurrentIndex(0)
        self._update()

    def focus_name(self) -> None:
        self._form.focus_name()

    def show_link(self, link: CalendarLink | None, *, is_sync_on: bool) -> None:
        """Show how the resource shown is linked now; what is entered stays."""
        self._is_sync_on = is_sync_on
        if self._shown is not None:
            self._shown = EditedResource(self._shown.resource, link, self._shown.rules)
            self._show_link()

    def _show_link(self) -> None:
        if self._shown is None:
            return
        resource, link = self._shown.resource, self._shown.link
        words = link_words(link, is_sync_on=self._is_sync_on, zone=self._session.branch.tz)
        if self._is_sync_on and resource.revision == 0:
            words = LinkWords(self.tr("Verknüpfen geht, sobald die Ressource gespeichert ist."), "link", "muted")
        can_link = self._is_sync_on and resource.revision > 0 and self._session.actor.may_link(resource)
        self._form.google.show_link(link, words, can_link=can_link)

    def _update(self) -> None:
        if self._is_saving:
            self._bar.show_saving()
            self._tabs.setEnabled(False)
        else:
            self._tabs.setEnabled(True)
            self._bar.set_dirty(is_dirty=self.is_dirty and self._may_edit)

    # -- saving and discarding

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Store what was entered; ``then`` runs only if that succeeds."""
        resource = self._form.resource
        if resource is None or not resource.name:
            self._tabs.setCurrentIndex(0)
            self._form.show_name_error(self.tr("Bitte geben Sie eine Bezeichnung ein."))
            return
        try:
            settle_times(self)
        except InvalidInputError as error:
            self._on_refused(error)
            return
        if self._opens_a_way(resource):
            self._show_what_would_move(resource, lambda: self._store(resource, then))
        else:
            self._store(resource, then)

    def _opens_a_way(self, resource: Resource) -> bool:
        """Whether changes would now go a way between the two sides that they could not go before."""
        if self._shown is None or self._shown.link is None:
            return False
        before = self._shown.resource.sync_direction
        return before not in (resource.sync_direction, SyncDirection.BOTH)

    def _show_what_would_move(self, resource: Resource, confirmed: Callable[[], None]) -> None:
        if self._shown is None or self._shown.link is None:
            return
        dialog = ComparisonDialog(
            self._services, self._session, self._tasks, resource, self._shown.link.id, self, is_turned=True
        )
        dialog.confirmed.connect(confirmed)
        dialog.open()

    def _store(self, resource: Resource, then: Callable[[], None] | None) -> None:
        rules, link = self._availability.rules, self._shown.link if self._shown else None
        shown = self._shown.rules if self._shown else ()
        actor, services = self._session.actor, self._services

        def work() -> EditedResource:
            stored = services.master_data.save_resource(actor, resource, rules, shown)
            return EditedResource(stored, link, services.queries.availabilities(resource.id))

        self._after_save = then
        self._is_saving = True
        self._banner.close_message()
        self._update()
        self._tasks.run(work, self, self._on_saved, self._on_refused)

    def discard(self) -> None:
        """Show the stored values again, or nothing where the resource was new."""
        if self._shown is None:
            return
        self._banner.close_message()
        self.show_resource(None if self._shown.resource.revision == 0 else self._shown)
        self.discarded.emit()

    def leave(self, then: Callable[[], None], stay: Callable[[], None]) -> None:
        """Run ``then`` once nothing unsaved is lost by it; ask where something would be."""
        if not self.is_dirty:
            then()
            return
        entered = self._form.resource
        ask_about_changes(
            entered.name if entered else "",
            self,
            save=lambda: self.save(then),
            discard=lambda: self._discard_and(then),
            stay=stay,
        )

    def _discard_and(self, then: Callable[[], None]) -> None:
        self.discard()
        then()

    def _on_saved(self, stored: EditedResource) -> None:
        self._is_saving = False
        then, self._after_save = self._after_save, None
        self.show_resource(stored)
        self._bar.show_saved()
        self.saved.emit(stored.resource)
        if then is not None:
            then()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._is_saving = False
        self._after_save = None
        self._update()
        self.show_error(error)

    def show_error(self, error: TerminplanerError) -> None:
        """Say what was refused, at the field it is about where there is one."""
        sentence = describe(error, self._session.branch.tz)
        if error.error_code in _NAME_ERRORS:
            self._tabs.setCurrentIndex(0)
            self._form.show_name_error(sentence)
        elif isinstance(error, StaleRevisionError):
            self._banner.show_message(sentence, "warning", self.tr("Neu laden"))
        else:
            self._banner.show_message(sentence)

    def _on_reload(self) -> None:
        self._banner.close_message()
        self.reloadRequested.emit()

    def _create_employee(self) -> None:
        dialog = EmployeeDialog(self._services, self._session, self._tasks, self)
        dialog.saved.connect(self.choose_employee)
        dialog.open()

    def choose_employee(self, employee: Employee) -> None:
        """Enter ``employee`` as the person of the resource that is shown, and the name where there is none."""
        self._form.choose_employee(employee)

    def _on_magnifier(self) -> None:
        if self._shown is not None:
            self.linkRequested.emit(self._shown.resource)


def _scrolling(content: QWidget) -> QWidget:
    content.setObjectName("page")
    scroll = scroll_area(content)
    scroll.setMinimumHeight(content.fontMetrics().lineSpacing())  # on a small screen a message still fits below
    return scroll
