"""The fields of "Ressource bearbeiten", in the order and with the labels people know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGroupBox, QLineEdit, QVBoxLayout, QWidget

from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.people import Employee
from terminplaner.domain.resource import Resource
from terminplaner.services.validation import LONGEST_REMINDER, LONGEST_STEP
from terminplaner.ui.administration.color_button import ColorButton
from terminplaner.ui.administration.google_group import GoogleGroup
from terminplaner.ui.administration.reflow import Abreast, PairedFields, with_message
from terminplaner.ui.administration.visibility_group import VisibilityGroup
from terminplaner.ui.allowance import Reason, ReasonLine, withhold
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.forms import announce, button, number_field, side_by_side
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.theme import Space

_LETTERS_OF_A_NAME = 16
"""So many are seen of whom a resource stands for, at least."""


class ResourceForm(QWidget):
    """Shows one resource and hands back what a person made of it."""

    edited = Signal()
    newEmployeeRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Resource | None = None
        self._employees: tuple[Employee, ...] = ()
        self._all_branches: tuple[Branch, ...] = ()
        self.setAccessibleName(self.tr("Ressource bearbeiten"))
        self._wheel_guard = _WheelGuard(self)
        self._build_fields()
        self._fields = PairedFields()
        self._visibility = VisibilityGroup()
        self.google = GoogleGroup()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, Space.S, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._lay_out_fields())
        column.addWidget(self._lay_out_groups())
        column.addStretch(1)
        self._connect()

    # -- building

    def _build_fields(self) -> None:
        self._name = QLineEdit()
        self._name_error = plain_label()
        self._name_error.setProperty("role", "danger")
        self._name_error.setWordWrap(True)
        self._name_error.hide()
        self._color = ColorButton()
        self._employee = ChoiceField()
        self._new_employee = button(self.tr("Neuer Mitarbeiter …"))
        self._new_employee.clicked.connect(lambda _checked=False: self.newEmployeeRequested.emit())
        self._step = number_field(1, LONGEST_STEP)
        self._place = ChoiceField()
        self._capacity = number_field(1, 99)
        self._waiting_list = QCheckBox()
        self._reminder = number_field(0, LONGEST_REMINDER)
        self._reminder.setSpecialValueText(self.tr("keine"))
        self._reminder.setSuffix(" min")
        self._description = QLineEdit()
        self._warns = QCheckBox(self.tr("Warnen, wenn Termin bei Nichtverfügbarkeit erstellt wird"))
        self._caldav = QCheckBox(self.tr("Terminsynchronisation erlaubt"))
        self._online = QCheckBox(self.tr("Online Terminplanung erlaubt"))
        for choice in (self._employee, self._place):
            choice.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(_LETTERS_OF_A_NAME)
        for field in (self._employee, self._place, self._step, self._capacity, self._reminder):
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(self._wheel_guard)

    def _lay_out_fields(self) -> PairedFields:
        fields = self._fields
        fields.add(self.tr("Bezeichnung:"), self._name, with_message(self._name, self._name_error))
        fields.add(self.tr("Farbe:"), self._color)
        fields.add(self.tr("Personenressource:"), self._employee, side_by_side(self._employee, self._new_employee))
        fields.add(self.tr("Schrittweite Minuten:"), self._step)
        fields.add(self.tr("Ortsressource:"), self._place)
        fields.add(self.tr("Kapazität:"), self._capacity)
        fields.add(self.tr("Warteliste:"), self._waiting_list)
        fields.add(self.tr("Terminerinnerung:"), self._reminder)
        fields.add_alone(self.tr("Beschreibung:"), self._description)
        fields.add_alone("", self._warns)
        return fields

    def _lay_out_groups(self) -> Abreast:
        groups = Abreast()
        groups.add(self._visibility, 4)
        groups.add(self._caldav_group(), 3)
        groups.add(self.google, 5)
        return groups

    def _caldav_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("CalDAV Synchronisation"))
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        reason = self.tr(
            "Ohne Wirkung: Dieses Programm hat weder einen CalDAV-Dienst für Telefone noch eine Buchungsseite im "
            "Internet."
        )
        withhold(Reason(reason, reason), self._caldav, self._online)
        for part in (self._caldav, self._online, ReasonLine(self._caldav, self._online)):
            column.addWidget(part)
        column.addStretch(1)
        return group

    def _connect(self) -> None:
        self._name.textChanged.connect(self._on_edited)
        self._description.textChanged.connect(self._on_edited)
        self._color.colorChanged.connect(self._on_edited)
        for choice in (self._employee, self._place):
            choice.currentIndexChanged.connect(self._on_edited)
        for number in (self._step, self._capacity, self._reminder):
            number.valueChanged.connect(self._on_edited)
        for box in (self._waiting_list, self._warns, self._caldav, self._online):
            box.toggled.connect(self._on_edited)
        self._visibility.edited.connect(self._on_edited)
        self.google.directionChanged.connect(self._on_edited)
        self.google.guard_wheel(self._wheel_guard)

    # -- what it shows

    def show_choices(self, branches: Sequence[Branch], employees: Sequence[Employee]) -> None:
        """Offer these, before a resource is shown; of deleted employees only whom a resource still names."""
        self._shown = None
        self._all_branches, self._employees = tuple(branches), tuple(employees)
        self._place.offer([Choice(None, ""), *choices_of(branches)])
        self._offer_employees()
        self._visibility.offer(branches)

    def show_settings(self, settings: ChainSettings) -> None:
        """Show the fields that the chain uses; what the others hold stays."""
        self._fields.show_field(self._waiting_list, settings.use_waiting_lists)

    def show_resource(self, resource: Resource) -> None:
        """Show a resource as it is stored."""
        self._shown = None
        self.enter(resource)
        self._shown = resource

    def enter(self, resource: Resource) -> None:
        """Fill the fields as a person would."""
        self._name.setText(resource.name)
        self._color.set_color(resource.color)
        self._employee.show_key(resource.employee_id)
        self._step.setValue(resource.step_minutes)
        self._place.show_key(resource.branch_id)
        self._capacity.setValue(resource.capacity)
        self._waiting_list.setChecked(resource.has_waiting_list)
        self._reminder.setValue(resource.reminder_minutes)
        self._description.setText(resource.description)
        self._warns.setChecked(resource.warns_when_unavailable)
        self._visibility.enter(resource)
        self._caldav.setChecked(resource.allows_caldav)
        self._online.setChecked(resource.allows_online_booking)
        self.google.show_direction(resource.sync_direction)
        self.show_name_error("")

    @property
    def resource(self) -> Resource | None:
        """The resource with what was entered; None while none is shown."""
        if self._shown is None:
            return None
        return replace(
            self._visibility.entered(self._shown),
            name=self._name.text().strip(),
            color=self._color.color,
            employee_id=self._employee.key,
            step_minutes=self._step.value(),
            branch_id=self._place.key,
            capacity=self._capacity.value(),
            has_waiting_list=self._waiting_list.isChecked(),
            reminder_minutes=self._reminder.value(),
            description=self._description.text().strip(),
            warns_when_unavailable=self._warns.isChecked(),
            allows_caldav=self._caldav.isChecked(),
            allows_online_booking=self._online.isChecked(),
            sync_direction=self.google.direction,
        )

    @property
    def is_dirty(self) -> bool:
        shown = self._shown
        if shown is None:
            return False
        stored = replace(shown, name=shown.name.strip(), description=shown.description.strip())
        return shown.revision == 0 or self.resource != stored

    def set_editable(self, is_editable: bool) -> None:
        for field in (
            self._name,
            self._color,
            self._employee,
            self._new_employee,
            self._step,
            self._place,
            self._capacity,
            self._waiting_list,
            self._reminder,
            self._description,
            self._warns,
        ):
            field.setEnabled(is_editable)
        self._visibility.set_editable(is_editable)
        self.google.set_editable(is_editable)

    def choose_employee(self, employee: Employee) -> None:
        """Enter somebody who may not be among the choices yet."""
        if all(other.id != employee.id for other in self._employees):
            self._employees = (*self._employees, employee)
            self._offer_employees()
        self._employee.show_key(employee.id)
        if not self._name.text().strip():
            self._name.setText(" ".join(part for part in (employee.first_name, employee.last_name) if part))

    def _offer_employees(self) -> None:
        self._employee.offer([Choice(None, ""), *choices_of(self._employees, self._all_branches)])

    def show_name_error(self, text: str) -> None:
        """Say under the field what is wrong with it, and go there; an empty text takes it back."""
        self._name_error.setText(text)
        self._name_error.setVisible(bool(text))
        self._name.setAccessibleDescription(text)
        if text:
            self.focus_name()
            announce(self._name, text)

    def focus_name(self) -> None:
        self._name.setFocus()
        self._name.selectAll()

    def _on_edited(self) -> None:
        if self._shown is not None:
            self.show_name_error("")
            self.edited.emit()


class _WheelGuard(QObject):
    """Keeps the wheel, which scrolls the page, from changing a value under the pointer."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False
