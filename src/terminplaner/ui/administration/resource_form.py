"""The fields of "Ressource bearbeiten", in the order and with the labels people know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QGridLayout,
    QGroupBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.chain import Branch
from terminplaner.domain.people import Employee
from terminplaner.domain.resource import Resource
from terminplaner.services.validation import LONGEST_REMINDER, LONGEST_STEP
from terminplaner.ui.administration.color_button import ColorButton
from terminplaner.ui.administration.google_group import GoogleGroup
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.forms import announce, button, labelled, number_field, side_by_side
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.theme import Space

_SIDE_BY_SIDE_FROM = 820
"""Width in logical pixels from which the groups stand beside each other."""
_BRANCH_ROWS = 2


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
        self.google = GoogleGroup()
        self._groups = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._groups.setSpacing(Space.M)
        self._groups.addWidget(self._visibility_group(), 4)
        self._groups.addWidget(self._caldav_group(), 3)
        self._groups.addWidget(self.google, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, Space.S, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._grid())
        column.addLayout(self._groups)
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
        self._reminder.setSuffix(self.tr(" Minuten"))
        self._description = QLineEdit()
        self._warns = QCheckBox(self.tr("Warnen, wenn Termin bei Nichtverfügbarkeit erstellt wird"))
        self._is_visible = QCheckBox(self.tr("Sichtbar"))
        self._in_all = QCheckBox(self.tr("Alle Filialen"))
        self._branches = QListWidget()
        self._caldav = QCheckBox(self.tr("Terminsynchronisation erlaubt"))
        self._online = QCheckBox(self.tr("Online Terminplanung erlaubt"))
        for field in (self._employee, self._place, self._step, self._capacity, self._reminder):
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(self._wheel_guard)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(1, 140)
        pairs: tuple[tuple[str, QWidget, str, QWidget], ...] = (
            (self.tr("Bezeichnung:"), self._name, self.tr("Farbe:"), self._color),
            (self.tr("Personenressource:"), self._employee, self.tr("Schrittweite Minuten:"), self._step),
            (self.tr("Ortsressource:"), self._place, self.tr("Kapazität:"), self._capacity),
            (self.tr("Warteliste:"), self._waiting_list, self.tr("Terminerinnerung:"), self._reminder),
        )
        rows = iter(range(len(pairs) + 3))
        for left_text, left, right_text, right in pairs:
            row = next(rows)
            grid.addWidget(labelled(left_text, left), row, 0)
            whole = side_by_side(left, self._new_employee) if left is self._employee else left
            grid.addWidget(whole, row, 1)
            grid.addWidget(labelled(right_text, right), row, 2)
            grid.addWidget(right, row, 3)
            if left is self._name:
                grid.addWidget(self._name_error, next(rows), 1, 1, 3)
        row = next(rows)
        grid.addWidget(labelled(self.tr("Beschreibung:"), self._description), row, 0)
        grid.addWidget(self._description, row, 1, 1, 3)
        grid.addWidget(self._warns, next(rows), 1, 1, 3)
        return grid

    def _visibility_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Sichtbarkeit"))
        self._branches.setAccessibleName(self.tr("Filialen"))
        row_height = self.fontMetrics().height() + 10
        self._branches.setFixedHeight(_BRANCH_ROWS * row_height)
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.addWidget(self._is_visible, 0, 0)
        grid.addWidget(self._in_all, 1, 0)
        grid.addWidget(self._branches, 0, 1, 3, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        return group

    def _caldav_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("CalDAV Synchronisation"))
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        reason = self.tr("Diesen Dienst gibt es noch nicht. Die Einstellung wird schon gespeichert.")
        for box in (self._caldav, self._online):
            box.setEnabled(False)
            box.setToolTip(reason)
            box.setAccessibleDescription(reason)
            column.addWidget(box)
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
        for box in (self._waiting_list, self._warns, self._is_visible, self._in_all, self._caldav, self._online):
            box.toggled.connect(self._on_edited)
        self._branches.itemChanged.connect(self._on_edited)
        self.google.directionChanged.connect(self._on_edited)
        self.google.guard_wheel(self._wheel_guard)
        self._in_all.toggled.connect(self._branches.setDisabled)

    # -- what it shows

    def show_choices(self, branches: Sequence[Branch], employees: Sequence[Employee]) -> None:
        """Offer these, before a resource is shown; of deleted employees only whom a resource still names."""
        self._shown = None
        self._all_branches, self._employees = tuple(branches), tuple(employees)
        self._place.offer([Choice(None, ""), *choices_of(branches)])
        self._offer_employees()
        self._branches.clear()
        for branch in branches:
            item = QListWidgetItem(branch.label, self._branches)
            item.setData(Qt.ItemDataRole.UserRole, branch.id)
            item.setFlags(
                Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            )

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
        self._is_visible.setChecked(resource.is_visible)
        self._in_all.setChecked(resource.is_in_all_branches)
        for item in self._branch_items():
            is_checked = item.data(Qt.ItemDataRole.UserRole) in resource.visible_branch_ids
            item.setCheckState(Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked)
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
            self._shown,
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
            is_visible=self._is_visible.isChecked(),
            is_in_all_branches=self._in_all.isChecked(),
            visible_branch_ids=self._checked_branches(),
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
            self._is_visible,
            self._in_all,
        ):
            field.setEnabled(is_editable)
        self.google.set_editable(is_editable)
        self._branches.setEnabled(is_editable and not self._in_all.isChecked())

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

    def _branch_items(self) -> list[QListWidgetItem]:
        return [self._branches.item(row) for row in range(self._branches.count())]

    def _checked_branches(self) -> tuple[UUID, ...]:
        """In the order they were kept in, so that nothing looks changed which is not."""
        checked = [
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._branch_items()
            if item.checkState() == Qt.CheckState.Checked
        ]
        stored = self._shown.visible_branch_ids if self._shown is not None else ()
        return stored if set(checked) == set(stored) else tuple(checked)

    def _on_edited(self) -> None:
        if self._shown is not None:
            self.show_name_error("")
            self.edited.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wide = event.size().width() >= _SIDE_BY_SIDE_FROM
        self._groups.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )
        super().resizeEvent(event)


class _WheelGuard(QObject):
    """Keeps the wheel, which scrolls the page, from changing a value under the pointer."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False
