"""Beside the list of customers: what is known of the chosen one, and the next and the last appointments."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from terminplaner.domain.people import Customer
from terminplaner.domain.series import first_day
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.customers import CustomerAppointments
from terminplaner.services.permissions import Right
from terminplaner.ui.allowance import forbid
from terminplaner.ui.context import Services, Session
from terminplaner.ui.customers.wishes import CustomerWishes
from terminplaner.ui.forms import (
    button,
    form_layout,
    link_button,
    paragraph,
    primary_button,
    scroll_area,
    section_title,
    set_role,
    small_print,
)
from terminplaner.ui.icon_widgets import StateIcon
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.panels.carry_list import CarryList, Line
from terminplaner.ui.planner.plan.carrying import Carried
from terminplaner.ui.printing.actions import has_slip
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space


class CustomerDetails(QWidget):
    """Shows a customer, or asks to choose one."""

    editRequested = Signal()
    deleteRequested = Signal()
    planRequested = Signal()
    """Show the plan, and let new appointments be for this customer."""
    newRequested = Signal()
    """The same, and open the first new appointment at once."""
    revealRequested = Signal(object)
    """Show this ``AppointmentRow`` in the plan."""
    openRequested = Signal(object)
    """Open this ``AppointmentRow``."""
    slipRequested = Signal(object)
    """The slip (Terminzettel) of this ``AppointmentRow``."""
    allRequested = Signal()
    """Show all appointments, as far as they reach back."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        actor = session.actor
        self._zone = session.branch.tz
        self.wishes = CustomerWishes(services, session, tasks)
        self._name = section_title("")
        self._name.setWordWrap(True)
        self._nobody = small_print(self.tr("Wählen Sie links einen Kunden."))
        self._shown = QWidget()
        self._edit = button(self.tr("Bea&rbeiten …"))
        self._delete = link_button(self.tr("&Löschen"))
        self._plan = button(self.tr("Im Plan auss&uchen"))
        self._plan.setToolTip(self.tr("Zeigt den Plan; der nächste neue Termin ist dort für diesen Kunden."))
        self._new = primary_button(self.tr("Neuer Ter&min …"))
        self._new.setToolTip(self.tr("Neuer Termin für diesen Kunden (Strg+N)"))
        if not actor.has(Right.MANAGE_CUSTOMERS):
            forbid(actor, self._edit, self._delete)
        if not actor.may_plan_something:
            forbid(actor, self._new)
        self._pop_up = paragraph()
        self._pop_up_row = _notice(self._pop_up)
        self._fields = form_layout()
        self._values: dict[str, QLabel] = {}
        self._coming = self._list(self.tr("Nächste Termine"))
        self._past = self._list(self.tr("Letzte Termine"))
        self._no_coming = small_print(self.tr("Kein künftiger Termin."))
        self._no_past = small_print(self.tr("Hatte noch keinen Termin."))
        self._all = link_button(self.tr("Alle Termine zeigen"))
        self._all.setToolTip(self.tr("Zeigt sie neben dem Plan, auch die weiter zurückliegenden."))
        self._lay_out()
        self._edit.clicked.connect(self.editRequested)
        self._delete.clicked.connect(self.deleteRequested)
        self._plan.clicked.connect(self.planRequested)
        self._new.clicked.connect(self.newRequested)
        self._all.clicked.connect(self.allRequested)
        self.show_customer(None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._edit)
        head.addStretch(1)
        head.addWidget(self._delete)
        # A mail address cannot be broken: beside its label it may need more than there is.
        self._fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._fields.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label in (
            self.tr("Kundennummer:"),
            self.tr("Titel:"),
            self.tr("Geburtsdatum:"),
            self.tr("Kürzel:"),
            self.tr("Telefon:"),
            self.tr("Mobil:"),
            self.tr("E-Mail:"),
            self.tr("Adresse:"),
            self.tr("Notiz:"),
        ):
            value = paragraph()
            self._values[label] = value
            self._fields.addRow(plain_label(label), value)
        inner = QVBoxLayout(self._shown)
        inner.setContentsMargins(0, 0, Space.S, 0)
        inner.setSpacing(Space.S)
        inner.addWidget(self._pop_up_row)
        inner.addLayout(self._fields)
        self._add_list(inner, self._coming, self._no_coming)
        inner.addSpacing(Space.S)
        inner.addWidget(self.wishes)
        self._add_list(inner, self._past, self._no_past)
        inner.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._plan)
        buttons.addWidget(self._new)
        self._scroll = scroll_area(self._shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._name)
        column.addLayout(head)
        column.addWidget(self._nobody)
        column.addWidget(self._scroll, 1)
        column.addLayout(buttons)
        column.addStretch(0)

    @staticmethod
    def _add_list(column: QVBoxLayout, rows: CarryList, none: QLabel) -> None:
        column.addSpacing(Space.S)
        column.addWidget(section_title(rows.accessibleName()))
        column.addWidget(none)
        column.addWidget(rows)

    def _list(self, name: str) -> CarryList:
        rows = CarryList(name, _not_carried)
        rows.setDragEnabled(False)
        rows.taken.connect(self.revealRequested)
        rows.opened.connect(self.openRequested)
        rows.menuRequested.connect(lambda row, corner: self.menu_for(row).popup(corner))
        rows.setToolTip(
            self.tr("Doppelklick oder Eingabetaste zeigt den Termin im Plan, Strg+Eingabetaste öffnet ihn.")
        )
        rows.setAccessibleDescription(rows.toolTip())
        return rows

    def menu_for(self, row: AppointmentRow) -> QMenu:
        """What can be done with an appointment."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setDefaultAction(menu.addAction(self.tr("Im &Plan zeigen"), partial(self.revealRequested.emit, row)))
        text = self.tr("&Bearbeiten …") if row.is_changeable else self.tr("&Ansehen …")
        menu.addAction(text, partial(self.openRequested.emit, row))
        if has_slip(row):
            menu.addAction(self.tr("Termin&zettel drucken …"), partial(self.slipRequested.emit, row))
        return menu

    def show_customer(self, customer: Customer | None, name: str = "") -> None:
        """``name`` is how the screen calls the customer; the appointments follow by ``show_appointments``."""
        for part in (self._edit, self._delete, self._plan, self._new, self._scroll):
            part.setVisible(customer is not None)
        self._nobody.setVisible(customer is None)
        self.wishes.show_customer(customer)
        self._name.setText(name)
        if customer is None:
            return
        born = f"{customer.birth_on:%d.%m.%Y}" if customer.birth_on else ""
        values = (
            *(customer.number, customer.title, born, customer.initials, customer.phone, customer.mobile),
            *(customer.email, customer.address, customer.note),
        )
        for (label, value), text in zip(self._values.items(), values, strict=True):
            value.setText(text)
            value.setAccessibleName(f"{label} {text}")
            self._fields.setRowVisible(value, bool(text))
        self._pop_up.setText(customer.pop_up)
        self._pop_up_row.setVisible(bool(customer.pop_up))

    def show_appointments(self, found: CustomerAppointments, today: date) -> None:
        self._all.setVisible(bool(found.running or found.coming or found.past))
        for rows, none, listed in (
            (self._coming, self._no_coming, (*found.running, *found.coming)),
            (self._past, self._no_past, found.past),
        ):
            rows.show_lines([self._line(row, today, is_running=row in found.running) for row in listed])
            none.setVisible(not listed)
            rows.setVisible(bool(listed))
            if listed:
                rows.setFixedHeight(len(listed) * rows.sizeHintForRow(0) + 2 * rows.frameWidth())

    def _line(self, row: AppointmentRow, today: date, *, is_running: bool) -> Line:
        day = first_day(row.appointment.when, self._zone)
        when = self.tr("Heute") if day == today else f"{wording.day_name(day)} {day:%d.%m.%Y}"
        details = (*wording.details(row), ", ".join(resource.name for resource in row.resources))
        told = " · ".join(part for part in details if part)
        title = f"{when}, {wording.span(row, self._zone)}"
        if is_running:
            title = self.tr("{span}, läuft gerade").format(span=title)
        return Line(row.appointment.id, row, title, told, row.color)


def _notice(text: QLabel) -> QFrame:
    """What has to be known of a customer, in the way of a warning."""
    frame = QFrame()
    frame.setProperty("role", "banner")
    set_role(frame, "tone", "warning")
    icon = StateIcon(18)
    icon.show_icon("warning", "warning")
    row = QHBoxLayout(frame)
    row.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
    row.setSpacing(Space.S)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return frame


def _not_carried(_row: object) -> Carried | None:
    """From here nothing is taken into the plan."""
    return None
