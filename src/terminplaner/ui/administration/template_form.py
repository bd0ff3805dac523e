"""Terminvorlage bearbeiten: the fields of an appointment that a template presets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.resource import Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.services.occupation import LONGEST_PREPARATION
from terminplaner.services.validation import LONGEST_DURATION
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.forms import add_field, form_layout, labelled, limit_width, number_field, side_by_side
from terminplaner.ui.theme import Space

_COMMENT_LINES = 3
_RESOURCES = 3
"""More are added in the appointment itself."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What the form offers to choose from; of deleted ones only what a template still names."""

    types: tuple[AppointmentType, ...] = ()
    statuses: tuple[AppointmentStatus, ...] = ()
    resources: tuple[Resource, ...] = ()
    branches: tuple[Branch, ...] = ()


class TemplateForm(QWidget):
    """A template in, a template out."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._text = QLineEdit(), QLineEdit()
        self._minutes = _minutes(1, LONGEST_DURATION)
        self._prepare, self._follow_up = (_minutes(0, LONGEST_PREPARATION) for _ in range(2))
        self._type, self._status, self._branch = ChoiceField(), ChoiceField(), ChoiceField()
        self._resources = [ChoiceField() for _ in range(_RESOURCES)]
        self._comment = QPlainTextEdit()
        self._comment.setTabChangesFocus(True)
        self._comment.setFixedHeight(self._comment.fontMetrics().lineSpacing() * _COMMENT_LINES + 2 * Space.S)
        self._is_home_visit = QCheckBox(self.tr("Hausb&esuch"))
        self._is_parallel = QCheckBox(self.tr("Paralle&ltermin"))
        self._is_away = QCheckBox(self.tr("Als &nicht verfügbar anzeigen"))
        self._is_away.setToolTip(self.tr("Nur, solange der Termin keinen Kunden hat."))
        self._fields = form_layout()
        self.offer(Lists())
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        form = self._fields
        add_field(form, self.tr("&Gruppe/Name:"), self._name)
        add_field(form, self.tr("D&auer:"), self._minutes)
        before = labelled(self.tr("V&orbereitung:"), self._prepare)
        after = labelled(self.tr("Nach&bereitung:"), self._follow_up)
        self._preparation = side_by_side(self._prepare, after, self._follow_up, stretch=True)
        form.addRow(before, self._preparation)
        status = labelled(self.tr("S&tatus:"), self._status)
        form.addRow(labelled(self.tr("Ty&p:"), self._type), side_by_side(self._type, status, self._status))
        for number, field in enumerate(self._resources, start=1):
            add_field(form, self.tr("Ressource {number}:").format(number=number), field)
        add_field(form, self.tr("&Filiale:"), self._branch)
        add_field(form, self.tr("Te&xt:"), self._text)
        add_field(form, self.tr("&Kommentar:"), self._comment)
        form.addRow("", side_by_side(self._is_home_visit, self._is_parallel, self._is_away, stretch=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)
        limit_width(self)

    def _connect(self) -> None:
        for line in (self._name, self._text):
            line.textChanged.connect(self._on_any)
        self._comment.textChanged.connect(self._on_any)
        for number in (self._minutes, self._prepare, self._follow_up):
            number.valueChanged.connect(self._on_any)
        for choice in (self._type, self._status, self._branch, *self._resources):
            choice.currentIndexChanged.connect(self._on_any)
        for tick in (self._is_home_visit, self._is_parallel, self._is_away):
            tick.toggled.connect(self._on_any)

    def offer(self, lists: Lists) -> None:
        """Offer these; what is chosen stays chosen where it is among them."""
        nothing = Choice(None, self.tr("– ohne –"))
        self._type.offer([nothing, *choices_of(lists.types)])
        self._status.offer([nothing, *choices_of(lists.statuses)])
        self._branch.offer([Choice(None, self.tr("Alle Filialen")), *choices_of(lists.branches)])
        for field in self._resources:
            field.offer([Choice(None, self.tr("– keine –")), *choices_of(lists.resources, lists.branches)])

    def show_settings(self, settings: ChainSettings) -> None:
        """Show the fields that the chain uses; what the others hold stays."""
        self._fields.setRowVisible(self._preparation, settings.use_preparation_times)

    def show_entry(self, entry: AppointmentTemplate | None) -> None:
        template = entry or AppointmentTemplate(uuid4(), "")
        self._name.setText(template.name)
        self._minutes.setValue(template.duration_minutes)
        self._prepare.setValue(template.prepare_minutes)
        self._follow_up.setValue(template.follow_up_minutes)
        self._type.show_key(template.type_id)
        self._status.show_key(template.status_id)
        self._branch.show_key(template.branch_id)
        for number, field in enumerate(self._resources):
            field.show_key(template.resource_ids[number] if number < len(template.resource_ids) else None)
        self._text.setText(template.text)
        self._comment.setPlainText(template.comment)
        self._is_home_visit.setChecked(template.is_home_visit)
        self._is_parallel.setChecked(template.is_parallel)
        self._is_away.setChecked(template.shows_as_unavailable)

    def entered(self, base: AppointmentTemplate) -> AppointmentTemplate:
        """``base`` with what the fields say."""
        chosen: list[UUID | None] = [field.key for field in self._resources]
        return replace(
            base,
            name=self._name.text().strip(),
            duration_minutes=self._minutes.value(),
            prepare_minutes=self._prepare.value(),
            follow_up_minutes=self._follow_up.value(),
            type_id=self._type.key,
            status_id=self._status.key,
            branch_id=self._branch.key,
            resource_ids=tuple(dict.fromkeys(key for key in chosen if key is not None)),
            text=self._text.text().strip(),
            comment=self._comment.toPlainText(),
            is_home_visit=self._is_home_visit.isChecked(),
            is_parallel=self._is_parallel.isChecked(),
            shows_as_unavailable=self._is_away.isChecked(),
        )

    def focus_first(self) -> None:
        self._name.setFocus()
        self._name.selectAll()

    def _on_any(self, *_value: object) -> None:
        self.changed.emit()


def _minutes(low: int, high: int) -> QSpinBox:
    field = number_field(low, high)
    field.setSingleStep(5)
    field.setSuffix(" min")
    return field
