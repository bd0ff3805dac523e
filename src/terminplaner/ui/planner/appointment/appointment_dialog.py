"""The dialog "Termin": it saves through the services, keeps its input on every error and notices other hands."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from terminplaner.domain.appointment import Appointment, rebased
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import InvalidInputError, StaleRevisionError, TerminplanerError
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.choices import Choices
from terminplaner.services.google_claims import GoogleClaim
from terminplaner.services.outcome import Outcome
from terminplaner.ui.context import Services, Session
from terminplaner.ui.field_scroll import FieldScroll
from terminplaner.ui.messages import describe
from terminplaner.ui.planner.appointment.appointment_buttons import AppointmentButtons
from terminplaner.ui.planner.appointment.appointment_form import AppointmentForm
from terminplaner.ui.planner.appointment.customer_pop_up import CustomerPopUp
from terminplaner.ui.planner.appointment.history_line import HistoryLine
from terminplaner.ui.planner.appointment.limits import Limits, within_reach
from terminplaner.ui.planner.appointment.live_check import Entered, LiveCheck
from terminplaner.ui.planner.appointment.newer_version import NewerVersion
from terminplaner.ui.planner.appointment.recurrence_tab import RecurrenceTab, second_tab
from terminplaner.ui.planner.appointment.saving import Saving
from terminplaner.ui.planner.appointment.second_resource import SecondResource
from terminplaner.ui.planner.appointment.series_line import SeriesLine
from terminplaner.ui.planner.appointment.series_tab import SeriesTab
from terminplaner.ui.planner.appointment.with_customer import DialogWithCustomer
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.time_field import settle_times

_WIDTH = 680


class AppointmentDialog(DialogWithCustomer):
    """Opened with ``open()``; ``row`` of a new appointment has revision 0."""

    saved = Signal(object)
    """The ``Outcome``, also of cancelling and of bringing back."""
    slipRequested = Signal(object)
    """Print the Terminzettel of this ``AppointmentRow``, as it is saved."""
    showRequested = Signal(object)
    """The ``AppointmentRow`` of another appointment that somebody wants to see in the plan."""
    waitRequested = Signal(object)
    """A new wish on the waiting list for what is entered, as an ``AppointmentRow``."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        choices: Choices,
        row: AppointmentRow,
        parent: QWidget | None = None,
        entry: WaitingListEntry | None = None,
    ) -> None:
        """``entry`` is the wish on the waiting list that a new appointment fulfils."""
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._row = row
        self._limits = Limits(session.actor, row)
        self._saving = Saving(services, session, tasks, entry.id if entry is not None else None, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Neuer Termin") if self.is_new else self.tr("Termin"))
        self._form = AppointmentForm(services, session, tasks, within_reach(choices, session.actor, row), row)
        self._repetition = second_tab(services, tasks, row)
        self._before = self._value()
        self._check = LiveCheck(services, session, tasks, self._value_to_check, self)
        self._second_resource = SecondResource(services, session, tasks, self)
        self._newer = NewerVersion(services, tasks, row.appointment, self)
        self._series_line = SeriesLine()
        self._history = HistoryLine(services, session, tasks)
        self._buttons = AppointmentButtons(
            may_wait=choices.settings.use_waiting_lists and session.actor.may_plan_something
        )
        self._tabs = QTabWidget()
        self.watch_customer(self._form.customer, self._buttons.save)
        self._lay_out(CustomerPopUp(self._form.customer, choices.settings.show_customer_pop_ups))
        self._connect()
        self._show_state(row)
        if self._limits.refusal:
            self._set_read_only()
        else:
            self._form.focus_first()
            self._check.run()
            self._ask_for_claim()
            if self.is_new and len(row.appointment.resource_ids) == 1:
                self._second_resource.begin(row.appointment)

    # -- building

    def _lay_out(self, pop_up: CustomerPopUp) -> None:
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, Space.M, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._series_line)
        inner.addWidget(self._form)
        inner.addStretch(1)
        self._form.setMinimumWidth(max(_WIDTH, self._form.minimumSizeHint().width()))
        scrolls = FieldScroll(page), FieldScroll(self._repetition)
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(scrolls[0], self.tr("Termin"))
        self._tabs.addTab(scrolls[1], self.tr("Wiederholung"))
        check = self._check
        said = check.findings, check.offer, self._history, self.save_hint, pop_up, self._newer.bar
        self.lay_out(self._tabs, scrolls, said, self._buttons)

    def _body_chrome(self) -> int:
        return self._tabs.tabBar().sizeHint().height() + 1

    def _connect(self) -> None:
        form, repetition, newer, saving = self._form, self._repetition, self._newer, self._saving
        form.changed.connect(self._on_changed)
        form.customer.textChanged.connect(self.error.close_complaint)
        form.customer.unknownLeft.connect(self._tell_unknown_customer)
        repetition.changed.connect(self._tell_series)
        repetition.changed.connect(self.error.close_complaint)
        if isinstance(repetition, SeriesTab):
            repetition.showRequested.connect(self._go_to)
        self._series_line.wanted.connect(lambda: self._tabs.setCurrentIndex(1))
        self._check.findings.showRequested.connect(self.showRequested)
        self._check.findings.parallelRequested.connect(self._make_parallel)
        self._check.offer.chosen.connect(form.show_when)
        self._second_resource.found.connect(self._preset_second_resource)
        newer.reloaded.connect(self._on_reloaded)
        newer.rebased.connect(self._on_rebased)
        newer.refused.connect(self._on_refused)
        saving.begun.connect(self._show_saving)
        saving.halted.connect(self._show_saving)
        saving.saved.connect(self._on_saved)
        saving.refused.connect(self._on_refused)
        buttons = self._buttons
        buttons.save.clicked.connect(self.save)
        buttons.leave.clicked.connect(self.reject)
        buttons.cancel.clicked.connect(lambda: saving.cancel(self._row.appointment))
        buttons.restore.clicked.connect(lambda: saving.restore(self._row.appointment))
        buttons.slip.clicked.connect(lambda: self.slipRequested.emit(self._row))
        buttons.wait.clicked.connect(self._ask_to_wait)

    def _show_state(self, row: AppointmentRow) -> None:
        self._row = row
        self._limits = replace(self._limits, row=row)
        self._before = self._value()
        self._buttons.show_limits(self._limits)
        self._history.show_row(row)
        self._tell_series()

    def _tell_series(self) -> None:
        self._series_line.say(self._repetition.summary)

    def _ask_for_claim(self) -> None:
        questions, appointment_id = self._services.planning_questions, self._row.appointment.id
        if not self.is_new:
            self._tasks.run(lambda: questions.claim(appointment_id), self, self._show_claim, _ignore)

    def _show_claim(self, claim: GoogleClaim | None) -> None:
        """Say what Google forbids before somebody has entered anything."""
        self._limits = replace(self._limits, claim=claim)
        if claim is None:
            return
        self._buttons.show_limits(self._limits)
        if claim.against_change:
            self._set_read_only()
        else:
            self.error.show_message(self._limits.warning, "info")

    def _set_read_only(self) -> None:
        self._form.set_read_only()
        self._tabs.setTabVisible(1, isinstance(self._repetition, SeriesTab))
        self.error.show_message(self._limits.refusal, "info")
        self._buttons.set_read_only()

    # -- what is preset

    def _preset_second_resource(self, resource_id: UUID | None) -> None:
        was_dirty = self.is_dirty
        if self._form.preset_second_resource(resource_id) and not was_dirty:
            self._before = self._value()

    # -- what others tell

    @property
    def is_new(self) -> bool:
        return self._row.appointment.revision == 0

    @property
    def is_dirty(self) -> bool:
        if self._may_close or self._limits.refusal:
            return False
        return self._value() != self._before or self._repetition.repetition is not None

    def notice(self, change_set: ChangeSet) -> None:
        """Look whether somebody else changed what is being edited here."""
        if not self._saving.is_busy and not self._may_close:
            self._newer.notice(change_set)

    def _on_reloaded(self, row: AppointmentRow) -> None:
        self._form.show_row(row)
        self._show_state(row)
        if self._limits.refusal:
            self._set_read_only()
        else:
            self._ask_for_claim()

    def _on_rebased(self, row: AppointmentRow) -> None:
        mine, before = self._value(), self._before
        if mine is not None and before is not None:
            kept = rebased(row.appointment, before, mine)
            customer = self._form.customer.customer if kept.customer_id == mine.customer_id else row.customer
            merged = replace(row, appointment=kept, customer=customer, zone=self._form.zone)
            self._form.show_row(row)
            self._before = self._value()
            self._form.show_row(merged)
        self._row, self._limits = row, replace(self._limits, row=row)
        self.save()

    # -- saving

    @property
    def is_busy(self) -> bool:
        return self._saving.is_busy

    def save(self) -> None:
        self.error.close_message()
        try:
            settle_times(self._form)
            appointment = self._form.appointment()
        except InvalidInputError as error:
            self._complain(error)
            return
        self._saving.save(appointment, self._form.zone, self._row.appointment, self._repetition.repetition)

    def _on_saved(self, outcome: Outcome) -> None:
        self._may_close = True
        self.saved.emit(outcome)
        self.accept()

    def _on_refused(self, error: TerminplanerError) -> None:
        if isinstance(error, StaleRevisionError):
            self._newer.tell(error)
        else:
            self._complain(error)

    def _complain(self, error: TerminplanerError) -> None:
        self.error.show_message(describe(error, self._session.branch.tz))
        if isinstance(self._repetition, RecurrenceTab) and error.error_code in _RULE_ERRORS:
            self._tabs.setCurrentIndex(1)
            self._repetition.focus_end()
        else:
            self._tabs.setCurrentIndex(0)
            self._form.focus_cause(error)
        self.show_focus()

    def _tell_unknown_customer(self) -> None:
        self.error.show_message(
            self.tr("Kein Kunde gefunden. Bitte ändern Sie die Eingabe, oder legen Sie den Kunden neu an.")
        )

    def _show_saving(self) -> None:
        is_saving = self._saving.is_busy
        self._tabs.setEnabled(not is_saving)
        self._buttons.wait.setEnabled(not is_saving)
        self.show_whether_to_save()
        self._offer_rest()

    # -- what is entered

    def _on_changed(self) -> None:
        self.error.close_complaint()
        self._check.run_soon()
        self._second_resource.follow(self._value())
        self._offer_rest()
        if isinstance(self._repetition, RecurrenceTab):
            self._repetition.show_appointment(self._value())

    def _offer_rest(self) -> None:
        """What acts on the appointment as it is stored waits until what was entered is stored too, or given up."""
        is_settled = not self.is_dirty and not self._saving.is_busy
        for part in (self._buttons.cancel, self._buttons.restore, self._buttons.slip):
            part.setEnabled(is_settled)

    def _make_parallel(self) -> None:
        self.error.close_message()
        self._tabs.setCurrentIndex(0)
        self._form.make_parallel()
        self.show_focus()

    def _value_to_check(self) -> Entered | None:
        value = None if self._limits.refusal else self._value()
        return (value, self._form.zone) if value is not None else None

    def _value(self) -> Appointment | None:
        """What the fields say, None while that is no appointment."""
        try:
            return self._form.appointment()
        except InvalidInputError:
            return None

    def _ask_to_wait(self) -> None:
        """What is not entered well enough for an appointment is taken as it was, but for the customer."""
        customer = self._form.customer.customer
        appointment = replace(
            self._value() or self._row.appointment, customer_id=customer.id if customer else None
        )
        self.waitRequested.emit(replace(self._row, appointment=appointment, customer=customer))

    def say(self, sentence: str) -> None:
        """Tell of something that was done beside it."""
        self.error.show_message(sentence, "info")

    # -- leaving

    def _go_to(self, row: AppointmentRow) -> None:
        """Lead to another occurrence; what was entered here keeps the dialog open before it."""
        self.showRequested.emit(row)
        if not self.is_dirty:
            self.reject()

    def _unsaved_text(self) -> str:
        return self.tr("Der Termin ist noch nicht gespeichert.")


_RULE_ERRORS = frozenset(("series_empty", "series_ends_before_start", "series_too_long"))


def _ignore(_error: TerminplanerError) -> None:
    """Without a preset the field stays empty."""
