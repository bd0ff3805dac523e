"""The panel "Freien Termin suchen": what is looked for, and the next times as a list to book from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.resource import Availability, Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.choices import Choices
from terminplaner.services.free_slots import FreeSlot, FreeSlotQuery
from terminplaner.services.templates import with_template
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import announce, button, primary_button, scroll_area, small_print
from terminplaner.ui.messages import describe
from terminplaner.ui.plain_text import plain_tooltip
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.copies import blank_row, with_preset_type
from terminplaner.ui.planner.panels.carry_list import LINE_ROLE, Line, LineDelegate
from terminplaner.ui.planner.panels.free_slot_form import FreeSlotForm
from terminplaner.ui.planner.panels.side_panel import SidePanel
from terminplaner.ui.planner.plan.carrying import Carried, CarriedMimeData, Purpose
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_SEARCH_AFTER_MS = 300
_ROWS_IN_SIGHT = 2
_CONCERNING = (Absence, Appointment, Availability, Holiday, Resource, AppointmentTemplate)


class FreeSlotPanel(SidePanel):
    """Searches by itself after each input; a result can be booked, shown in the plan, or dragged into it."""

    timeRequested = Signal(object, object)
    """Show this time in the plan, a ``Timed``, and these resources, by their ids."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self._choices: Choices | None = None
        self._asked: FreeSlotQuery | None = None
        today = services.clock.now().astimezone(session.branch.tz).date()
        self._form = FreeSlotForm(session.branch, today)
        self._summary = small_print()
        self._results = _SlotList(self)
        self._results.setAccessibleName(self.tr("Freie Zeiten"))
        self._show = button(self.tr("Im &Plan zeigen"))
        self._book = primary_button(self.tr("Bu&chen …"))
        self._search_soon = QTimer(self)
        self._search_soon.setSingleShot(True)
        self._search_soon.setInterval(_SEARCH_AFTER_MS)
        self._lay_out()
        self.setFocusProxy(self._form)
        self._search_soon.timeout.connect(self._search)
        self._form.changed.connect(self._search_soon.start)
        self._results.itemActivated.connect(self._on_activated)
        self._results.currentRowChanged.connect(self._name_buttons)
        self._show.clicked.connect(self._go_to)
        self._book.clicked.connect(self._on_activated)
        self._name_buttons()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._show)
        buttons.addStretch(1)
        buttons.addWidget(self._book)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        fields = scroll_area(self._form)
        fields.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The fields take what they need; unfolded, they scroll before the hits are out of sight.
        fields.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._form.folded.connect(fields.updateGeometry)
        column.addWidget(fields)
        column.addWidget(self._summary)
        column.addWidget(self._results, 1)
        column.addLayout(buttons)

    # -- searching

    @property
    def is_waiting(self) -> bool:
        """Whether it will search as soon as nobody types any more."""
        return self._search_soon.isActive()

    def refresh(self, change_set: ChangeSet | None) -> None:
        if change_set is None or any(change_set.touches(kind) for kind in _CONCERNING):
            services = self.services
            self.tasks.run(lambda: services.queries.choices(), self, self._on_choices, self._on_failed)

    def look_for(self, resource_ids: Sequence[UUID]) -> None:
        """Search with these resources."""
        self._form.choose(resource_ids)

    def _on_choices(self, choices: Choices) -> None:
        self._choices = choices
        self._form.offer(choices)
        self._search()

    def _search(self) -> None:
        query = self._form.query
        if not query.groups:
            self._asked = None
            self._show_found((), self._form.missing)
            return
        self._asked = query
        free_slots = self.services.free_slots
        self.tasks.run(lambda: (query, free_slots.find(query)), self, self._on_found, self._on_failed)

    def _on_found(self, answer: tuple[FreeSlotQuery, tuple[FreeSlot, ...]]) -> None:
        query, found = answer
        if query != self._asked:
            return
        if not found:
            words = self.tr("Keine freie Zeit in diesem Zeitraum.")
        elif len(found) == query.limit:
            words = self.tr("Die nächsten {count} freien Zeiten").format(count=len(found))
        elif len(found) == 1:
            words = self.tr("Eine freie Zeit")
        else:
            words = self.tr("{count} freie Zeiten").format(count=len(found))
        self._show_found(found, words)

    def _on_failed(self, error: TerminplanerError) -> None:
        self._show_found((), describe(error, self.session.branch.tz))

    def _show_found(self, found: Sequence[FreeSlot], words: str) -> None:
        self._results.show_slots([(slot, self._line(slot)) for slot in found])
        if self._summary.text() != words:
            self._summary.setText(words)
            announce(self._summary, words)
        self._name_buttons()

    def _line(self, slot: FreeSlot) -> Line:
        """When, and below who would be booked; that others are free too is said by their number alone."""
        zone = self.session.branch.tz
        start_at, end_at = slot.when.start_at.astimezone(zone), slot.when.end_at.astimezone(zone)
        day = wording.short_date(start_at.date())
        if start_at.year != self.services.clock.now().astimezone(zone).year:
            day = f"{wording.day_name(start_at.date())} {start_at:%d.%m.%Y}"
        names = " + ".join(self.names_of(slot.resource_ids))
        if len(slot.alternatives) == 1:
            names = self.tr("{names} oder {other}").format(names=names, other=self.names_of(slot.alternatives)[0])
        elif slot.alternatives:
            names = self.tr("{names} oder {count} andere").format(names=names, count=len(slot.alternatives))
        color = next((row.color for row in self._resources if row.id == slot.resource_ids[0]), "")
        title = f"{day}, {start_at:%H:%M}–{end_at:%H:%M}"
        return Line(slot.resource_ids[0], slot, title, names, color)

    @property
    def _resources(self) -> tuple[Resource, ...]:
        return self._choices.resources if self._choices else ()

    def names_of(self, resource_ids: Sequence[UUID]) -> list[str]:
        """What these are called, as far as they are known."""
        names = {resource.id: resource.name for resource in self._resources}
        return [names[key] for key in resource_ids if key in names]

    # -- what becomes of a result

    def draft(self, slot: FreeSlot) -> AppointmentRow | None:
        """A new appointment at a free time, with what the template presets."""
        if self._choices is None:
            return None
        known = {resource.id: resource for resource in self._choices.resources}
        resources = tuple(known[key] for key in slot.resource_ids if key in known)
        if not resources:
            return None
        row = blank_row(NewAppointment(resources[0], slot.when), self.session.branch)
        if (template := self._form.template) is not None:
            row = with_template(row, template, resources, self._choices.types, self._choices.statuses)
        else:
            row = with_preset_type(row, self._choices)
        appointment = replace(row.appointment, when=slot.when, resource_ids=slot.resource_ids)
        return replace(row, appointment=appointment, resources=resources)

    def _name_buttons(self) -> None:
        has_slot = self._results.slot is not None
        self._show.setEnabled(has_slot)
        self._book.setEnabled(has_slot)

    def _on_activated(self) -> None:
        if (slot := self._results.slot) is not None and (row := self.draft(slot)) is not None:
            self._go_to()
            self.openRequested.emit(row)

    def _go_to(self) -> None:
        if (slot := self._results.slot) is not None:
            self.timeRequested.emit(slot.when, slot.resource_ids)


class _SlotList(QListWidget):
    """The results; dragging one carries its draft."""

    def __init__(self, panel: FreeSlotPanel) -> None:
        super().__init__()
        self._panel = panel
        self._carried: QMimeData | None = None
        self._slots: list[FreeSlot] = []
        self.setDragEnabled(True)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setUniformItemSizes(True)
        self.setItemDelegate(LineDelegate(self))
        self.setMinimumHeight(_ROWS_IN_SIGHT * (2 * self.fontMetrics().height() + 2 * Space.S))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def slot(self) -> FreeSlot | None:
        """The one that is chosen."""
        row = self.currentRow()
        return self._slots[row] if 0 <= row < len(self._slots) else None

    def show_slots(self, found: Sequence[tuple[FreeSlot, Line]]) -> None:
        """Show these with their words; the same time stays chosen, or else the first is."""
        current = self.slot
        self._slots = [slot for slot, _ in found]
        self.clear()
        for slot, line in found:
            words = f"{line.title}\n{line.details}"
            item = QListWidgetItem(words, self)
            item.setData(LINE_ROLE, line)
            others = ", ".join(self._panel.names_of(slot.alternatives))
            item.setToolTip(plain_tooltip("\n".join((words, others)) if others else words))
        if found:
            self.setCurrentRow(self._slots.index(current) if current in self._slots else 0)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        row = self._panel.draft(self._slots[self.row(items[0])])
        # Kept here, because the drag does not hold what it was given by Python.
        self._carried = CarriedMimeData(Carried(Purpose.BOOK, (row,))) if row else super().mimeData(items)
        return self._carried
