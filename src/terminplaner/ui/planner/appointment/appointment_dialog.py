"""The dialog "Termin": it saves through the services, keeps its input on every error and notices other hands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import InvalidInputError, StaleRevisionError, TerminplanerError
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.choices import Choices
from terminplaner.services.google_claims import GoogleClaim
from terminplaner.services.planning import Outcome
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import (
    Banner,
    FittingScroll,
    button,
    danger_button,
    link_button,
    primary_button,
    set_role,
    small_print,
)
from terminplaner.ui.guarded_dialog import GuardedDialog
from terminplaner.ui.messages import describe
from terminplaner.ui.planner.appointment.appointment_form import AppointmentForm
from terminplaner.ui.planner.appointment.limits import Limits, within_reach
from terminplaner.ui.planner.appointment.live_check import LiveCheck
from terminplaner.ui.planner.appointment.recurrence_tab import RecurrenceTab, Repetition, SeriesTab
from terminplaner.ui.planner.appointment.saving import Saving
from terminplaner.ui.planner.appointment.stale_bar import StaleBar
from terminplaner.ui.planner.history import history_of
from terminplaner.ui.printing.actions import has_slip
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.time_field import settle_times

_WIDTH = 680
_LINES_AROUND = 18
"""What stands above and below the tabs, findings included."""


class AppointmentDialog(GuardedDialog):
    """Opened with ``open()``; ``row`` of a new appointment has revision 0."""

    saved = Signal(object)
    """The ``Outcome``."""
    cancelRequested = Signal(object)
    """The ``Appointment`` to cancel."""
    restoreRequested = Signal(object)
    """The ``AppointmentRow`` to bring back."""
    slipRequested = Signal(object)
    """Print the Terminzettel of this ``AppointmentRow``, as it is saved."""
    showRequested = Signal(object)
    """The ``AppointmentRow`` of another appointment that somebody wants to see in the plan."""

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
        self._repetition = self._second_tab(row)
        self._before = self._value()
        self._error = Banner()
        self._pop_up = Banner()
        self._check = LiveCheck(services, session, tasks, row.zone, self._value_to_check, self)
        self._stale = StaleBar()
        self._footer = small_print()
        self._history = link_button(self.tr("Verlauf …"))
        self._history.setToolTip(self.tr("Wer diesen Termin wann wie geändert hat"))
        self._history.clicked.connect(lambda _checked=False: self._show_history())
        self._save_hint = small_print(
            self.tr("Speichern geht wieder, sobald der Kunde angelegt oder „Doch nicht anlegen“ gewählt ist.")
        )
        self._save_hint.hide()
        self._save = primary_button(self.tr("Speichern"))
        self._cancel = danger_button(self.tr("Termin stornieren"))
        self._restore = button(self.tr("Wiederherstellen"))
        self._slip = button(self.tr("Termin&zettel …"))
        self._leave = button(self.tr("Abbrechen"))
        self._tabs = QTabWidget()
        self._shows_pop_ups = choices.settings.show_customer_pop_ups
        self._lay_out()
        self._connect()
        self._show_state(row)
        self._show_pop_up()
        if self._limits.refusal:
            self._set_read_only()
        else:
            self._save.setDefault(True)
            self._form.focus_first()
            self._check.run()
            self._ask_for_claim()
            if self.is_new and len(row.appointment.resource_ids) == 1:
                self._ask_for_second_resource()

    # -- building

    def _second_tab(self, row: AppointmentRow) -> RecurrenceTab | SeriesTab:
        series_id = row.appointment.series_id
        if series_id is None:
            return RecurrenceTab(self._services, self._tasks, row)
        return SeriesTab(self._services, self._tasks, row, series_id)

    def _lay_out(self) -> None:
        page = QWidget()
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, Space.M, 0, 0)
        inner.addWidget(self._form)
        inner.addStretch(1)
        self._tabs.setDocumentMode(True)
        self._tabs.addTab(FittingScroll(page, _LINES_AROUND), self.tr("Termin"))
        self._tabs.addTab(FittingScroll(self._repetition, _LINES_AROUND), self.tr("Wiederholung"))
        buttons = QHBoxLayout()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._restore)
        buttons.addWidget(self._slip)
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        for part in (self._stale, self._error, self._pop_up, self._tabs, self._check.findings, self._check.offer):
            column.addWidget(part)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._footer, 1)
        foot.addWidget(self._history)
        column.addLayout(foot)
        column.addWidget(self._save_hint)
        column.addLayout(buttons)
        # Grow with a message that appears instead of squeezing the fields.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        self._form.setMinimumWidth(max(_WIDTH, self._form.minimumSizeHint().width()))

    def _connect(self) -> None:
        self._form.changed.connect(self._on_changed)
        self._form.customer.changed.connect(self._show_pop_up)
        self._form.customer.creatingChanged.connect(self._on_creating_customer)
        self._check.findings.showRequested.connect(self.showRequested)
        self._check.offer.chosen.connect(self._form.show_when)
        self._saving.begun.connect(self._show_saving)
        self._saving.halted.connect(self._show_saving)
        self._saving.saved.connect(self._on_saved)
        self._saving.refused.connect(self._on_refused)
        self._save.clicked.connect(self.save)
        self._leave.clicked.connect(self.reject)
        self._cancel.clicked.connect(self._on_cancel)
        self._restore.clicked.connect(lambda _checked=False: self._on_restore())
        self._slip.clicked.connect(lambda: self.slipRequested.emit(self._row))
        self._stale.reloadRequested.connect(self._reload)
        self._stale.keepRequested.connect(self._keep_mine)

    def _show_state(self, row: AppointmentRow) -> None:
        self._row = row
        self._limits = replace(self._limits, row=row)
        self._before = self._value()
        self._slip.setVisible(has_slip(row))
        self._cancel.setVisible(self._limits.may_cancel)
        self._restore.setVisible(self._limits.may_restore)
        self._footer.setText(history_of(row))
        self._footer.setVisible(bool(self._footer.text()))
        self._history.setVisible(not self.is_new)

    def _ask_for_claim(self) -> None:
        planning, appointment_id = self._services.planning, self._row.appointment.id
        if not self.is_new:
            self._tasks.run(lambda: planning.claim(appointment_id), self, self._show_claim, _ignore)

    def _show_claim(self, claim: GoogleClaim | None) -> None:
        """Say what Google forbids before somebody has entered anything."""
        self._limits = replace(self._limits, claim=claim)
        if claim is None:
            return
        self._cancel.setVisible(self._limits.may_cancel)
        if claim.against_change:
            self._set_read_only()
        else:
            self._error.show_message(self._limits.warning, "info")

    def _set_read_only(self) -> None:
        self._form.set_read_only()
        self._tabs.setTabVisible(1, isinstance(self._repetition, SeriesTab))
        self._error.show_message(self._limits.refusal, "info")
        self._save.hide()
        self._leave.setText(self.tr("Schließen"))
        set_role(self._leave, "role", "primary")
        self._leave.setDefault(True)
        self._leave.setFocus()

    # -- what is preset and told

    def _ask_for_second_resource(self) -> None:
        presets, actor, appointment = self._services.presets, self._session.actor, self._row.appointment
        self._tasks.run(
            lambda: presets.second_resource(actor, appointment), self, self._preset_second_resource, _ignore
        )

    def _preset_second_resource(self, resource_id: UUID | None) -> None:
        was_dirty = self.is_dirty
        if resource_id is not None and self._form.preset_second_resource(resource_id) and not was_dirty:
            self._before = self._value()

    def _show_pop_up(self) -> None:
        customer = self._form.customer.customer
        if customer is None or not customer.pop_up or not self._shows_pop_ups:
            self._pop_up.close_message()
        elif self._pop_up.text != (text := f"{customer.label}: {customer.pop_up}"):
            self._pop_up.show_message(text, "warning")

    # -- what others tell

    @property
    def is_new(self) -> bool:
        return self._row.appointment.revision == 0

    @property
    def is_dirty(self) -> bool:
        if self._may_close or self._limits.refusal:
            return False
        return self._value() != self._before or self._wanted_repetition() is not None

    def notice(self, change_set: ChangeSet) -> None:
        """Look whether somebody else changed what is being edited here."""
        for change in change_set.changes:
            if (
                isinstance(change.after, Appointment)
                and change.entity_id == self._row.appointment.id
                and change.after.revision > self._row.appointment.revision
                and not self._saving.is_busy
                and not self._may_close
            ):
                self._stale.show_author(change_set.author.name, change_set.author.origin)

    # -- saving

    def save(self) -> None:
        """Store what the fields say; the dialog closes once that succeeded."""
        self._error.close_message()
        try:
            settle_times(self._form)
            appointment = self._form.appointment()
        except InvalidInputError as error:
            self._complain(error)
            return
        self._saving.save(appointment, self._form.zone, self._row.appointment, self._wanted_repetition())

    def _on_saved(self, outcome: Outcome) -> None:
        self._may_close = True
        self.saved.emit(outcome)
        self.accept()

    def _on_refused(self, error: TerminplanerError) -> None:
        if isinstance(error, StaleRevisionError):
            self._stale.show_author(str(error.params.get("by", "")), None)
        else:
            self._complain(error)

    def _complain(self, error: TerminplanerError) -> None:
        self._error.show_message(describe(error, self._session.branch.tz))
        if isinstance(self._repetition, RecurrenceTab) and error.error_code in _RULE_ERRORS:
            self._tabs.setCurrentIndex(1)
            self._repetition.focus_end()
        else:
            self._tabs.setCurrentIndex(0)
            self._form.focus_cause(error)

    def _show_saving(self) -> None:
        is_saving = self._saving.is_busy
        self._tabs.setEnabled(not is_saving)
        self._save.setEnabled(not is_saving and not self._form.customer.is_creating)
        self._cancel.setEnabled(not is_saving)

    def _wanted_repetition(self) -> Repetition | None:
        return self._repetition.repetition if isinstance(self._repetition, RecurrenceTab) else None

    # -- somebody else was faster

    def _reload(self) -> None:
        self._fetch(self._on_reloaded)

    def _keep_mine(self) -> None:
        self._fetch(self._on_rebased)

    def _fetch(self, then: Callable[[AppointmentRow], object]) -> None:
        queries, appointment_id = self._services.queries, self._row.appointment.id
        self._tasks.run(lambda: queries.appointment(appointment_id), self, then, self._on_refused)

    def _on_reloaded(self, row: AppointmentRow) -> None:
        self._stale.hide()
        self._form.show_row(row)
        self._show_state(row)
        if self._limits.refusal:
            self._set_read_only()
        else:
            self._ask_for_claim()

    def _on_rebased(self, row: AppointmentRow) -> None:
        self._stale.hide()
        self._form.rebase(row)
        self._row, self._limits = row, replace(self._limits, row=row)
        self.save()

    # -- what is entered

    def _on_changed(self) -> None:
        self._check.run_soon()
        self._slip.setEnabled(not self.is_dirty)
        if isinstance(self._repetition, RecurrenceTab):
            self._repetition.show_appointment(self._value())

    def _value_to_check(self) -> Appointment | None:
        return None if self._limits.refusal else self._value()

    def _value(self) -> Appointment | None:
        """What the fields say, None while that is no appointment."""
        try:
            return self._form.appointment()
        except InvalidInputError:
            return None

    def _show_history(self) -> None:
        from terminplaner.ui.change_log.history import show_history

        show_history(self._services, self._session, self._tasks, self._row, self)

    # -- leaving

    def _on_cancel(self) -> None:
        self._may_close = True
        self.cancelRequested.emit(self._row.appointment)
        self.reject()

    def _on_restore(self) -> None:
        self._may_close = True
        self.restoreRequested.emit(self._row)
        self.reject()

    def _on_creating_customer(self, is_creating: bool) -> None:
        self._save.setEnabled(not is_creating and not self._saving.is_busy)
        self._save.setToolTip(self._save_hint.text() if is_creating else "")
        self._save_hint.setVisible(is_creating)
        if is_creating:
            self._error.close_message()
        # Left alone, each level would notice only one event later, and the dialog would measure the old state.
        for level in (self._form.customer, self._form, self._form.parentWidget(), self._tabs, self):
            if level is not None and (layout := level.layout()) is not None:
                layout.activate()
        self.adjustSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow upwards where the screen ends below."""
        super().resizeEvent(event)
        room = self.screen().availableGeometry()
        beyond = self.frameGeometry().bottom() - room.bottom()
        if self.isVisible() and beyond > 0:
            self.move(self.x(), max(self.y() - beyond, room.top()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form.customer.is_creating:
            self._form.customer.end_new()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            is_forced = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if is_forced and self._save.isEnabled() and not self._limits.refusal:
                self.save()
                return
        super().keyPressEvent(event)

    def _unsaved_text(self) -> str:
        return self.tr("Der Termin ist noch nicht gespeichert.")


_RULE_ERRORS = frozenset(("series_empty", "series_ends_before_start", "series_too_long"))


def _ignore(_error: TerminplanerError) -> None:
    """Without a preset the field stays empty."""
