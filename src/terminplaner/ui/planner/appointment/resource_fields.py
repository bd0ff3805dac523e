"""Ressource 1, Ressource 2 and as many more as a meeting needs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.forms import labelled, link_button
from terminplaner.ui.icon_widgets import IconButton

_SHOWN_AT_FIRST = 2


class ResourceFields(QObject):
    """Rows of ``form``, from where it ended when this was made; all but the first may stay empty."""

    changed = Signal()

    def __init__(
        self,
        resources: tuple[Resource, ...],
        branches: tuple[Branch, ...],
        form: QFormLayout,
        *,
        restricts_second: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """``restricts_second`` offers rooms beside a person, and persons beside a room."""
        super().__init__(parent)
        self._form = form
        self._first_row = form.rowCount()
        self._resources = {resource.id: resource for resource in resources}
        self._offered = {choice.key: choice for choice in choices_of(resources, branches)}
        self._restricts_second = restricts_second
        self._fields: list[ChoiceField] = []
        self._is_second_open = True
        """Nobody chose the second one yet: it is empty, or what was preset."""
        self._more: QPushButton = link_button(self.tr("Weitere Ressource"))
        self._more.clicked.connect(self._add_field)
        form.addRow("", self._more)

    @property
    def resource_ids(self) -> tuple[UUID, ...]:
        """In the order of the fields, each once."""
        return tuple(dict.fromkeys(field.key for field in self._fields if field.key is not None))

    def show_ids(self, resource_ids: tuple[UUID, ...]) -> None:
        """Show these, in as many rows as it takes."""
        second = [field.key for field in self._fields[1:2]]
        is_second_open = self._is_second_open and (len(resource_ids) < 2 or second == [resource_ids[1]])
        while len(self._fields) > max(len(resource_ids), _SHOWN_AT_FIRST):
            self._remove_field(self._fields[-1])
        while len(self._fields) < max(len(resource_ids), _SHOWN_AT_FIRST):
            self._add_field()
        for number, field in enumerate(self._fields):
            key = resource_ids[number] if number < len(resource_ids) else None
            field.offer(self._choices(number + 1, key))
            field.show_key(key)
        self._is_second_open = is_second_open

    def preset_second(self, resource_id: UUID | None) -> bool:
        """Choose the second one, None for none, unless somebody did; whether that changed anything."""
        second = self._fields[1]
        before = second.key
        if self._is_second_open and resource_id not in {before, self._fields[0].key}:
            second.show_key(resource_id)
            self._is_second_open = True
        return second.key != before

    def focus_first(self) -> None:
        self._fields[0].setFocus()

    def set_read_only(self) -> None:
        for field in self._fields:
            field.setEnabled(False)
        self._more.hide()

    def _add_field(self) -> None:
        number = len(self._fields) + 1
        field = ChoiceField(self._choices(number, None))
        label = labelled(self.tr("Ressource {number}:").format(number=number), field)
        holder = self._with_remover(field, number)
        self._form.insertRow(self._first_row + number - 1, label, holder)
        for stop in (field, *holder.findChildren(IconButton)):
            QWidget.setTabOrder(_stop_before(self._more), stop)  # else it would come after everything else
        field.currentIndexChanged.connect(self._on_chosen)
        self._fields.append(field)

    def _with_remover(self, field: ChoiceField, number: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field, 1)
        if number > _SHOWN_AT_FIRST:
            remove = IconButton("close", self.tr("Ressource {number} entfernen").format(number=number))
            remove.clicked.connect(partial(self._on_remove, field))
            row.addWidget(remove)
        return holder

    def _on_chosen(self, _index: int) -> None:
        if self.sender() is self._fields[1]:
            self._is_second_open = False
        if self._restricts_second and self.sender() is self._fields[0]:
            for number, field in enumerate(self._fields[1:], start=2):
                field.offer(self._choices(number, field.key))
        self.changed.emit()

    def _choices(self, number: int, chosen: UUID | None) -> Iterator[Choice]:
        """What the field of that number offers; what is chosen already stays."""
        yield Choice(None, self.tr("– keine –"))
        first = self._resources.get(self._fields[0].key) if self._fields and self._fields[0].key else None
        for resource in self._resources.values():
            is_opposite = first is None or _is_person(resource) != _is_person(first)
            if number == 1 or not self._restricts_second or is_opposite or resource.id == chosen:
                yield self._offered[resource.id]

    def _on_remove(self, field: ChoiceField) -> None:
        """Take one out and let those behind it move up, so that the numbers stay in order."""
        rest = tuple(other.key for other in self._fields if other is not field and other.key is not None)
        self._remove_field(self._fields[-1])
        self.show_ids(rest)
        self.changed.emit()

    def _remove_field(self, field: ChoiceField) -> None:
        self._form.removeRow(self._first_row + self._fields.index(field))
        self._fields.remove(field)


def _is_person(resource: Resource) -> bool:
    return resource.employee_id is not None


def _stop_before(widget: QWidget) -> QWidget:
    """Where the Tab key stops before ``widget``."""
    before = widget.previousInFocusChain()
    while before is not None and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    return before or widget
