"""Under the field "Kunde": what else the customer had and has planned, and the way to the customer's fields."""

from __future__ import annotations

from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Customer
from terminplaner.domain.series import first_day
from terminplaner.domain.when import Timed
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.customers import CustomerAppointments
from terminplaner.ui.context import Services
from terminplaner.ui.forms import link_button, small_print
from terminplaner.ui.planner import wording
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
        self._own_id: UUID | None = None
        self._text = small_print()
        self._edit = link_button(self.tr("Kunde öffnen"))
        self._edit.clicked.connect(self.editRequested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._text, 1)
        row.addWidget(self._edit)
        self.hide()

    def show_customer(self, customer: Customer | None, own_id: UUID | None = None) -> None:
        """``own_id`` is the stored appointment that is open: only the others are told."""
        self._customer, self._own_id = customer, own_id
        self._text.setText("")
        self.setVisible(customer is not None)
        if customer is not None:
            customers, key = self._services.customers, customer.id
            self._tasks.run(
                lambda: (key, customers.appointments(key, _TOLD, own_id)), self, self._on_loaded, self._on_refused
            )

    def set_read_only(self) -> None:
        self._edit.hide()

    def _on_loaded(self, answer: tuple[object, CustomerAppointments]) -> None:
        key, found = answer
        if self._customer is None or key != self._customer.id:
            return
        past = " · ".join(self._told(row) for row in found.past)
        running = " / ".join(self._planned(row) for row in found.running)
        coming = "".join(self._planned(row) for row in found.coming[:1])
        is_first, is_next = self.tr("Hatte noch keinen Termin."), self.tr("Nächster Termin: {appointment}")
        if self._own_id is not None:
            is_first = self.tr("Hatte noch keinen anderen Termin.")
            is_next = self.tr("Nächster anderer Termin: {appointment}")
        sentences = (
            self.tr("Dieser Kunde wurde gelöscht.") if self._customer.deleted_at is not None else "",
            self.tr("Zuletzt: {appointments}").format(appointments=past) if past else is_first,
            self.tr("Läuft gerade: {appointment}").format(appointment=running) if running else "",
            is_next.format(appointment=coming) if coming else "",
        )
        self._text.setText("\n".join(sentence for sentence in sentences if sentence))

    def _on_refused(self, _error: TerminplanerError) -> None:
        self._text.setText("")

    def _told(self, row: AppointmentRow) -> str:
        day = first_day(row.appointment.when, self._zone)
        return " ".join((f"{day:%d.%m.%Y}", *wording.details(row)[:1]))

    def _planned(self, row: AppointmentRow) -> str:
        """``Mo 23.11., 17:00 · Batteriewechsel``, with the year where it is another."""
        day = first_day(row.appointment.when, self._zone)
        is_this_year = day.year == self._services.clock.now().astimezone(self._zone).year
        begins = wording.short_date(day) if is_this_year else f"{wording.day_name(day)} {day:%d.%m.%Y}"
        if isinstance(row.appointment.when, Timed):
            begins = f"{begins}, {wording.clock(row.appointment.when.start_at, self._zone)}"
        return " · ".join((begins, *wording.details(row)[:1]))
