"""Under the field "Kunde": the last appointments and the next one, and the way to all of the customer's fields."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Customer
from terminplaner.domain.series import first_day
from terminplaner.services.customers import CustomerAppointments
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.context import Services
from terminplaner.ui.forms import link_button, small_print
from terminplaner.ui.planner.wording import details
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_TOLD = 3


class CustomerNotes(QWidget):
    """Hidden while no customer is chosen."""

    editRequested = Signal()

    def __init__(
        self, services: Services, tasks: TaskRunner, zone: ZoneInfo, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._zone = zone
        self._customer: Customer | None = None
        self._text = small_print()
        self._edit = link_button(self.tr("Kunde öffnen"))
        self._edit.clicked.connect(self.editRequested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._text, 1)
        row.addWidget(self._edit)
        self.hide()

    def show_customer(self, customer: Customer | None) -> None:
        self._customer = customer
        self._text.setText("")
        self.setVisible(customer is not None)
        if customer is not None:
            customers, key = self._services.customers, customer.id
            self._tasks.run(
                lambda: (key, customers.appointments(key, _TOLD)), self, self._on_loaded, self._on_refused
            )

    def set_read_only(self) -> None:
        self._edit.hide()

    def _on_loaded(self, answer: tuple[object, CustomerAppointments]) -> None:
        key, found = answer
        if self._customer is None or key != self._customer.id:
            return
        past = self._listed(found.past)
        coming = self._listed(found.coming[:1])
        sentences = (
            self.tr("Dieser Kunde wurde gelöscht.") if self._customer.deleted_at is not None else "",
            self.tr("Zuletzt: {appointments}").format(appointments=past) if past else "",
            "" if past else self.tr("Hatte noch keinen Termin."),
            self.tr("Nächster Termin: {appointment}").format(appointment=coming) if coming else "",
        )
        self._text.setText("\n".join(sentence for sentence in sentences if sentence))

    def _on_refused(self, _error: TerminplanerError) -> None:
        self._text.setText("")

    def _listed(self, rows: tuple[AppointmentRow, ...]) -> str:
        return " · ".join(self._told(row) for row in rows)

    def _told(self, row: AppointmentRow) -> str:
        day = first_day(row.appointment.when, self._zone)
        return " ".join((f"{day:%d.%m.%Y}", *details(row)[:1]))
