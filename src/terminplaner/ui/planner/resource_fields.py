"""Ressource 1, Ressource 2 and as many more as a meeting needs."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QWidget

from terminplaner.domain.resource import Resource
from terminplaner.ui.forms import IconButton, labelled, link_button
from terminplaner.ui.planner.choice_field import Choice, ChoiceField

_SHOWN_AT_FIRST = 2


class ResourceFields(QObject):
    """Rows of ``form``, from where it ended when this was made; all but the first may stay empty."""

    changed = Signal()

    def __init__(self, resources: tuple[Resource, ...], form: QFormLayout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._first_row = form.rowCount()
        self._choices = [
            Choice(None, self.tr("– keine –")),
            *(Choice(resource.id, resource.name, resource.color) for resource in resources),
        ]
        self._fields: list[ChoiceField] = []
        self._more: QPushButton = link_button(self.tr("Weitere Ressource"))
        self._more.clicked.connect(self._add_field)
        form.addRow("", self._more)

    @property
    def resource_ids(self) -> tuple[UUID, ...]:
        """In the order of the fields, each once."""
        return tuple(dict.fromkeys(field.key for field in self._fields if field.key is not None))

    def show_ids(self, resource_ids: tuple[UUID, ...]) -> None:
        """Show these, in as many rows as it takes."""
        while len(self._fields) > max(len(resource_ids), _SHOWN_AT_FIRST):
            self._remove_field(self._fields[-1])
        while len(self._fields) < max(len(resource_ids), _SHOWN_AT_FIRST):
            self._add_field()
        for number, field in enumerate(self._fields):
            field.show_key(resource_ids[number] if number < len(resource_ids) else None)

    def focus_first(self) -> None:
        self._fields[0].setFocus()

    def set_read_only(self) -> None:
        for field in self._fields:
            field.setEnabled(False)
        self._more.hide()

    def _add_field(self) -> None:
        number = len(self._fields) + 1
        field = ChoiceField(self._choices)
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
        self.changed.emit()

    def _on_remove(self, field: ChoiceField) -> None:
        """Take one out and let those behind it move up, so that the numbers stay in order."""
        rest = tuple(other.key for other in self._fields if other is not field and other.key is not None)
        self._remove_field(self._fields[-1])
        self.show_ids(rest)
        self.changed.emit()

    def _remove_field(self, field: ChoiceField) -> None:
        self._form.removeRow(self._first_row + self._fields.index(field))
        self._fields.remove(field)


def _stop_before(widget: QWidget) -> QWidget:
    """Where the Tab key stops before ``widget``."""
    before = widget.previousInFocusChain()
    while before is not None and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    return before or widget
