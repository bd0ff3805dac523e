"""The tab "Kunden": looking for a customer, keeping the list, and going on to the plan."""

from __future__ import annotations

from datetime import date
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Customer
from terminplaner.services.appointment_rows import AppointmentRow, seen_by
from terminplaner.services.customers import CustomerAppointments
from terminplaner.services.permissions import Right
from terminplaner.ui.administration.entry_table import EntryTable
from terminplaner.ui.allowance import forbid
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.customers.details import CustomerDetails
from terminplaner.ui.forms import add_clear_button, announce, button, small_print
from terminplaner.ui.messages import describe, describe_role
from terminplaner.ui.page import Page
from terminplaner.ui.planner.appointment.customer_dialog import CustomerDialog
from terminplaner.ui.planner.notice_line import NoticeLine
from terminplaner.ui.questions import ask_to_delete
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_SEARCH_AFTER_MS = 180
_SHOWN = 200
_LIST_SHARE, _DETAILS_SHARE = 2_000, 1_000
"""Pixels of a window that no screen has: left alone, the details would be as narrow as they can."""

_Found = tuple[str, bool, tuple[Customer, ...]]
"""The text that was looked for, whether names are hidden, and who was found."""


class CustomersPage(Page):
    """Searches while somebody types; the first one found is chosen."""

    planRequested = Signal(object, str, bool)
    """Show the plan for this ``Customer``, by this name on the screen; True opens a new appointment at once."""
    newRequested = Signal()
    """A new appointment that is for nobody yet."""
    revealRequested = Signal(object)
    """Show this ``AppointmentRow`` in the plan."""
    openRequested = Signal(object)
    """Show this ``AppointmentRow`` in the plan, and open it."""
    allRequested = Signal(object, str)
    """Show all appointments of this ``Customer``, by this name on the screen."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self._customers: tuple[Customer, ...] = ()
        self._hides_names = False
        self._wanted: UUID | None = None
        self._told: UUID | None = None
        self._found_text = ""
        self._to_book: str | None = None
        """The text whose first one found gets a new appointment, for as long as nobody wants anything else."""
        self._deleted: Customer | None = None
        self._dialog: CustomerDialog | None = None
        actor = session.actor
        self._search = QLineEdit()
        self._search.setAccessibleName(self.tr("Kunden suchen"))
        self._search.setPlaceholderText(self.tr("Name, Geburtsdatum, Nummer, Telefon, E-Mail"))
        hint = self.tr("Wortanfänge genügen. Ein * steht für beliebige Zeichen: „*mann“, „M*ller“.")
        self._search.setToolTip(hint)
        self._search.setAccessibleDescription(hint)
        add_clear_button(self._search)
        self._new = button(self.tr("&Neuer Kunde …"))
        if not actor.has(Right.MANAGE_CUSTOMERS):
            forbid(actor, self._new)
        else:
            self._new.setToolTip(self.tr("Neuer Kunde (Strg+Umschalt+N)"))
        self._banner = Banner()
        titles = (
            *(self.tr("Nummer"), self.tr("Name"), self.tr("Geboren"), self.tr("Kürzel")),
            *(self.tr("Telefon"), self.tr("Mobil"), self.tr("E-Mail")),
        )
        self._table = EntryTable(self.tr("Kunden"), titles)
        self._count = small_print()
        self._details = CustomerDetails(services, session, tasks)
        self._patience = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._search)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._search, 1)
        head.addWidget(self._new)
        left = QWidget()
        listed = QVBoxLayout(left)
        listed.setContentsMargins(0, 0, Space.M, 0)
        listed.setSpacing(Space.S)
        listed.addLayout(head)
        reason = NoticeLine("lock")
        listed.addWidget(reason)
        if not self.session.actor.has(Right.MANAGE_CUSTOMERS):
            sentence = self.tr("Mit der Rolle „{role}“ können Sie Kunden ansehen, aber nicht anlegen oder ändern.")
            reason.say(sentence.format(role=describe_role(self.session.actor.user.role)))
        listed.addWidget(self._banner)
        listed.addWidget(self._table, 1)
        listed.addWidget(self._count)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._details)
        splitter.setStretchFactor(0, _LIST_SHARE)
        splitter.setStretchFactor(1, _DETAILS_SHARE)
        splitter.setSizes([_LIST_SHARE, _DETAILS_SHARE])
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.S)
        column.addWidget(splitter)

    def _connect(self) -> None:
        self._patience.timeout.connect(self._read)
        self._search.textChanged.connect(lambda _text: self._patience.start())
        self._search.returnPressed.connect(self._table.setFocus)
        self._new.clicked.connect(self.add)
        self._banner.actionRequested.connect(self._bring_back)
        self._table.currentCellChanged.connect(lambda *_cells: self._show_chosen())
        self._table.itemActivated.connect(lambda _item: self.edit())
        self._details.editRequested.connect(self.edit)
        self._details.deleteRequested.connect(self._ask_to_delete)
        self._details.planRequested.connect(partial(self._go_to_plan, opens_new=False))
        self._details.newRequested.connect(partial(self._go_to_plan, opens_new=True))
        self._details.revealRequested.connect(self.revealRequested)
        self._details.openRequested.connect(self.openRequested)
        self._details.slipRequested.connect(self._print_slip)
        self._details.allRequested.connect(self._show_all)

    # -- reading

    @property
    def is_waiting(self) -> bool:
        """Whether it will search as soon as nobody types any more."""
        return self._patience.isActive()

    @property
    def is_dirty(self) -> bool:
        return (self._dialog is not None and self._dialog.is_dirty) or self._details.wishes.is_dirty

    def refresh(self, change_set: ChangeSet | None) -> None:
        self._details.wishes.refresh(change_set)
        if change_set is None or change_set.touches(Customer) or change_set.touches(ChainSettings):
            self._read()
        elif change_set.touches(Appointment):
            self._read_appointments()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()
        self._search.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._to_book = None

    def _read(self) -> None:
        self._patience.stop()
        text, services = self._search.text(), self.services

        def look() -> _Found:
            hides_names = services.settings.load().hide_customer_names
            return text, hides_names, services.queries.customers(text, _SHOWN + 1)

        self.tasks.run(look, self, self._on_found, self._on_refused)

    def _on_found(self, found: _Found) -> None:
        text, self._hides_names, customers = found
        if text != self._search.text():
            return
        chosen = self._wanted or (self.customer.id if self.customer else None)
        self._wanted = None
        self._customers = customers[:_SHOWN]
        self._found_text = text
        ids = [customer.id for customer in self._customers]
        row = ids.index(chosen) if chosen in ids else 0 if text and ids else -1
        with QSignalBlocker(self._table):
            self._table.show_rows([self._cells(customer) for customer in self._customers], row)
        self._table.setColumnHidden(1, self._hides_names)
        words = self._words(len(customers))
        if words != self._count.text():
            self._count.setText(words)
            announce(self._count, words)
        self._show_chosen()
        books, self._to_book = self._to_book == text, None
        if books:
            self.book()

    def _cells(self, customer: Customer) -> tuple[str, ...]:
        born = f"{customer.birth_on:%d.%m.%Y}" if customer.birth_on else ""
        reached = customer.phone, customer.mobile, customer.email
        return customer.number, customer.label, born, customer.initials, *reached

    def _words(self, count: int) -> str:
        if count > _SHOWN:
            return self.tr("Die ersten {count} Kunden. Die Suche zeigt die anderen.").format(count=_SHOWN)
        if count == 0:
            return self.tr("Niemand gefunden.") if self._search.text().strip() else self.tr("Noch keine Kunden.")
        return self.tr("Ein Kunde") if count == 1 else self.tr("{count} Kunden").format(count=count)

    # -- the chosen one

    @property
    def customer(self) -> Customer | None:
        """Who is chosen."""
        row = self._table.currentRow()
        return self._customers[row] if 0 <= row < len(self._customers) else None

    def name_of(self, customer: Customer) -> str:
        """How the screen calls a customer: by number where the chain hides the names."""
        return customer.number if self._hides_names else customer.label

    def _show_chosen(self) -> None:
        customer = self.customer
        self._details.show_customer(customer, self.name_of(customer) if customer else "")
        if customer is not None and customer.id != self._told:
            self._details.show_appointments(CustomerAppointments((), ()), self._today())
        self._told = customer.id if customer else None
        self._read_appointments()

    def _read_appointments(self) -> None:
        customers, key = self.services.customers, self._told
        if key is not None:
            self.tasks.run(
                lambda: (key, customers.appointments(key)), self, self._on_appointments, self._on_refused
            )

    def _on_appointments(self, answer: tuple[UUID, CustomerAppointments]) -> None:
        key, found = answer
        if key == self._told:
            actor = self.session.actor
            seen = (seen_by(actor, rows) for rows in (found.coming, found.past, found.running))
            self._details.show_appointments(CustomerAppointments(*seen), self._today())

    def _today(self) -> date:
        return self.services.clock.now().astimezone(self.session.branch.tz).date()

    def _show_all(self) -> None:
        if self.customer is not None:
            self.allRequested.emit(self.customer, self.name_of(self.customer))

    def _print_slip(self, row: AppointmentRow) -> None:
        from terminplaner.ui.printing.options import SlipOptions
        from terminplaner.ui.printing.preview import PreviewDialog

        PreviewDialog(SlipOptions(self.services, row), self.tasks, self).open()

    def _go_to_plan(self, *, opens_new: bool) -> None:
        if self.customer is not None:
            self.planRequested.emit(self.customer, self.name_of(self.customer), opens_new)

    def book(self) -> None:
        """Ask for a new appointment for the chosen customer, or for nobody yet where nobody is chosen.

        What was just typed is looked for first; typing on, leaving the page or a refusal takes the wish back.
        """
        text = self._search.text()
        if self._found_text != text:
            self._to_book = text
            self._read()
        elif self.customer is None:
            self.newRequested.emit()
        else:
            self._go_to_plan(opens_new=True)

    # -- keeping the list

    def add(self) -> None:
        """Open the dialog for a new customer, with what was looked for as the name."""
        last_name, _, first_name = self._search.text().partition(",")
        is_name = last_name.strip().replace("-", "").replace(" ", "").isalpha() and not self._customers
        names = (last_name.strip(), first_name.strip()) if is_name else ("", "")
        self._open(Customer(uuid4(), "", *names))

    def edit(self) -> None:
        """Open the chosen customer."""
        if self.customer is not None and self._new.isEnabled():
            self._open(self.customer)

    def _open(self, customer: Customer) -> None:
        self._banner.close_message()
        dialog = CustomerDialog(self.services, self.session, self.tasks, customer, self)
        dialog.saved.connect(self._on_saved)
        dialog.existingChosen.connect(self._show)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self._dialog = None

    def _on_saved(self, customer: Customer) -> None:
        if customer.id in {row.id for row in self._customers}:
            self._wanted = customer.id
            self._read()
        else:
            self._show(customer)

    def _show(self, customer: Customer) -> None:
        """Look for one and choose it."""
        self._wanted = customer.id
        self._search.setText(customer.number)
        self._read()

    def _ask_to_delete(self) -> None:
        if (customer := self.customer) is not None:
            ask_to_delete(
                self.tr("Kunde löschen?"),
                self.tr("Soll „{name}“ gelöscht werden?").format(name=self.name_of(customer)),
                self,
                self.tr("Vergangene Termine bleiben und nennen den Kunden weiterhin."),
                partial(self._delete, customer),
            )

    def _delete(self, customer: Customer) -> None:
        master_data, actor = self.services.master_data, self.session.actor

        def on_deleted(_nothing: None) -> None:
            self._deleted = customer
            said = self.tr("„{name}“ ist gelöscht.").format(name=self.name_of(customer))
            self._banner.show_message(said, "info", self.tr("Rückgängig"))
            self._read()

        self.tasks.run(lambda: master_data.delete(actor, customer), self, on_deleted, self._on_refused)

    def _bring_back(self) -> None:
        deleted, self._deleted = self._deleted, None
        self._banner.close_message()
        if deleted is not None:
            customers, actor = self.services.customers, self.session.actor
            self._wanted = deleted.id
            self.tasks.run(
                lambda: customers.restore(actor, deleted.id),
                self,
                lambda _nothing: self._read(),
                self._on_refused,
            )

    def _on_refused(self, error: TerminplanerError) -> None:
        self._deleted = self._to_book = None
        self._banner.show_message(describe(error, self.session.branch.tz))
