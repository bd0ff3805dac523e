"""The dialog "Termin": it saves through the services, keeps its input on every error and notices other hands."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.changes import ChangeSet, Origin
from terminplaner.domain.errors import InvalidInputError, StaleRevisionError, TerminplanerError
from terminplaner.services.checks import Findings
from terminplaner.services.planning import Outcome
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import Banner, button, danger_button, paragraph, primary_button, set_role, small_print
from terminplaner.ui.messages import describe, describe_origin, describe_warning, show_instant
from terminplaner.ui.planner.appointment_form import AppointmentForm
from terminplaner.ui.planner.choices import Choices
from terminplaner.ui.questions import Question
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_CHECK_AFTER_MS = 250
_WIDTH = 680


class AppointmentDialog(QDialog):
    """Opened with ``open()``; ``row`` of a new appointment has revision 0."""

    saved = Signal(object)
    """The ``Outcome``."""
    cancelRequested = Signal(object)
    """The ``Appointment`` to cancel."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        choices: Choices,
        row: AppointmentRow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._shown = row.appointment
        self._is_saving = False
        self._may_close = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Neuer Termin") if self.is_new else self.tr("Termin"))
        self._form = AppointmentForm(services, session, tasks, choices, row)
        self._before = self._value()
        self._error = Banner()
        self._warnings = Banner()
        self._stale = StaleBar()
        self._check_soon = QTimer(self)
        self._check_soon.setSingleShot(True)
        self._check_soon.setInterval(_CHECK_AFTER_MS)
        self._check_soon.timeout.connect(self._check)
        self._footer = small_print()
        self._save_hint = small_print(
            self.tr("Speichern geht wieder, sobald der Kunde angelegt oder „Doch nicht anlegen“ gewählt ist.")
        )
        self._save_hint.hide()
        self._save = primary_button(self.tr("Speichern"))
        self._cancel = danger_button(self.tr("Termin stornieren"))
        self._leave = button(self.tr("Abbrechen"))
        self._lay_out()
        self._connect()
        self._show_state(row)
        if self._refusal():
            self._set_read_only(self._refusal())
        else:
            self._save.setDefault(True)
            self._form.focus_first()
            self._check()

    # -- building

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        for part in (self._stale, self._error, self._form, self._warnings, self._footer, self._save_hint):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        # Grow with a message that appears instead of squeezing the fields.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinimumSize)
        self._form.setMinimumWidth(_WIDTH)

    def _connect(self) -> None:
        self._form.changed.connect(self._on_changed)
        self._form.customer.creatingChanged.connect(self._on_creating_customer)
        self._save.clicked.connect(self.save)
        self._leave.clicked.connect(self.reject)
        self._cancel.clicked.connect(self._on_cancel)
        self._stale.reloadRequested.connect(self._reload)
        self._stale.keepRequested.connect(self._keep_mine)

    def _show_state(self, row: AppointmentRow) -> None:
        self._shown = row.appointment
        self._before = self._value()
        self._cancel.setVisible(not self.is_new and not self._refusal())
        self._footer.setText(_history(row))
        self._footer.setVisible(bool(self._footer.text()))

    def _refusal(self) -> str:
        """Why this appointment can only be looked at; empty where it can be changed."""
        if self._shown.is_read_only:
            return self.tr(
                "Dieser Eintrag gehört einem anderen Google-Kalender oder einer Serie in Google. Er belegt die "
                "Ressource, lässt sich aber nur dort ändern."
            )
        if self._shown.is_cancelled:
            return self.tr("Dieser Termin ist storniert.")
        return ""

    def _set_read_only(self, reason: str) -> None:
        self._form.set_read_only()
        self._error.show_message(reason, "info")
        self._save.hide()
        self._leave.setText(self.tr("Schließen"))
        set_role(self._leave, "role", "primary")
        self._leave.setDefault(True)
        self._leave.setFocus()

    # -- what others tell

    @property
    def is_new(self) -> bool:
        return self._shown.revision == 0

    @property
    def is_dirty(self) -> bool:
        return not self._may_close and not self._refusal() and self._value() != self._before

    def notice(self, change_set: ChangeSet) -> None:
        """Look whether somebody else changed what is being edited here."""
        for change in change_set.changes:
            if (
                isinstance(change.after, Appointment)
                and change.entity_id == self._shown.id
                and change.after.revision > self._shown.revision
                and not self._is_saving
                and not self._may_close
            ):
                self._stale.show_author(change_set.author.name, change_set.author.origin)

    # -- saving

    def save(self) -> None:
        """Store what the fields say; the dialog closes once that succeeded."""
        self._error.close_message()
        try:
            appointment = self._form.appointment()
        except InvalidInputError as error:
            self._complain(error)
            return
        planning, actor = self._services.planning, self._session.actor
        command = planning.book if self.is_new else planning.change
        self._set_saving(True)
        self._tasks.run(lambda: command(actor, appointment), self, self._on_saved, self._on_refused)

    def _on_saved(self, outcome: Outcome) -> None:
        self._may_close = True
        self.saved.emit(outcome)
        self.accept()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._set_saving(False)
        if isinstance(error, StaleRevisionError):
            self._stale.show_author(str(error.params.get("by", "")), None)
        else:
            self._complain(error)

    def _complain(self, error: TerminplanerError) -> None:
        self._error.show_message(describe(error, self._session.branch.tz))
        self._form.focus_cause(error)

    def _set_saving(self, is_saving: bool) -> None:
        self._is_saving = is_saving
        self._form.setEnabled(not is_saving)
        self._save.setEnabled(not is_saving and not self._form.customer.is_creating)
        self._cancel.setEnabled(not is_saving)

    # -- somebody else was faster

    def _reload(self) -> None:
        self._fetch(self._on_reloaded)

    def _keep_mine(self) -> None:
        self._fetch(self._on_rebased)

    def _fetch(self, then: object) -> None:
        queries, appointment_id = self._services.queries, self._shown.id
        self._tasks.run(lambda: queries.appointment(appointment_id), self, then, self._on_refused)  # type: ignore[arg-type]

    def _on_reloaded(self, row: AppointmentRow) -> None:
        self._stale.hide()
        self._form.show_row(row)
        self._show_state(row)
        if self._refusal():
            self._set_read_only(self._refusal())

    def _on_rebased(self, row: AppointmentRow) -> None:
        self._stale.hide()
        self._form.rebase(row.appointment.revision)
        self.save()

    # -- warnings

    def _on_changed(self) -> None:
        self._check_soon.start()

    def _check(self) -> None:
        value = self._value()
        if value is None or self._refusal():
            self._warnings.close_message()
            return
        planning = self._services.planning
        self._tasks.run(lambda: (value, planning.check(value)), self, self._on_checked, self._on_check_failed)

    def _on_checked(self, answer: tuple[Appointment, Findings]) -> None:
        value, findings = answer
        if value != self._value():
            return
        zone = self._session.branch.tz
        text = "\n".join(dict.fromkeys(describe_warning(warning, zone) for warning in findings.warnings))
        if not text:
            self._warnings.close_message()
        elif text != self._warnings.text:
            self._warnings.show_message(text, "warning")

    def _on_check_failed(self, _error: TerminplanerError) -> None:
        self._warnings.close_message()

    def _value(self) -> Appointment | None:
        """What the fields say, None while that is no appointment."""
        try:
            return self._form.appointment()
        except InvalidInputError:
            return None

    # -- leaving

    def _on_cancel(self) -> None:
        self._may_close = True
        self.cancelRequested.emit(self._shown)
        self.reject()

    def _on_creating_customer(self, is_creating: bool) -> None:
        self._save.setEnabled(not is_creating and not self._is_saving)
        self._save.setToolTip(self._save_hint.text() if is_creating else "")
        self._save_hint.setVisible(is_creating)
        if is_creating:
            self._error.close_message()
        # Left alone, each level would notice only one event later, and the dialog would measure the old state.
        for level in (self._form.customer, self._form, self):
            if (layout := level.layout()) is not None:
                layout.activate()
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._form.customer.is_creating:
            self._form.customer.end_new()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            is_forced = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if is_forced and self._save.isEnabled() and not self._refusal():
                self.save()
                return
        super().keyPressEvent(event)

    def reject(self) -> None:
        if self.is_dirty:
            self._ask_to_discard()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_dirty:
            event.ignore()
            self._ask_to_discard()
        else:
            super().closeEvent(event)

    def _ask_to_discard(self) -> None:
        question = Question(
            self.tr("Änderungen verwerfen?"), self.tr("Der Termin ist noch nicht gespeichert."), self
        )
        question.add_dismissal(self.tr("Zurück"), is_default=True)
        discard = question.add_answer(self.tr("Verwerfen"), "danger")
        discard.clicked.connect(self._discard)
        question.open()

    def _discard(self) -> None:
        self._may_close = True
        self.reject()


class StaleBar(QFrame):
    """Says that somebody else changed the appointment meanwhile, and offers both ways on."""

    reloadRequested = Signal()
    keepRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._text = paragraph()
        reload = button(self.tr("Neu laden"), self.tr("Die eigenen Eingaben gehen verloren"))
        keep = button(self.tr("Meine Eingaben speichern"), self.tr("Ersetzt die andere Fassung"))
        reload.clicked.connect(self.reloadRequested)
        keep.clicked.connect(self.keepRequested)
        row = QHBoxLayout(self)
        row.addWidget(self._text, 1)
        row.addWidget(reload)
        row.addWidget(keep)
        self.hide()

    def show_author(self, name: str, origin: Origin | None) -> None:
        """``name`` of the user, or empty; ``origin`` Google says so instead."""
        if origin is Origin.GOOGLE:
            who = self.tr("Der Termin wurde inzwischen in Google Kalender geändert.")
        elif name:
            who = self.tr("Der Termin wurde inzwischen von {name} geändert.").format(name=name)
        else:
            who = self.tr("Der Termin wurde inzwischen an einem anderen Platz geändert.")
        self._text.setText(who)
        self._text.setAccessibleName(who)
        set_role(self, "tone", "warning")
        self.show()


def _history(row: AppointmentRow) -> str:
    """Who made it, who changed it last, and where it was born."""
    appointment, zone = row.appointment, row.zone
    parts: list[str] = []
    for template, at, by in (
        (
            QCoreApplication.translate("planner", "Angelegt {at} von {by}"),
            appointment.created_at,
            appointment.created_by,
        ),
        (
            QCoreApplication.translate("planner", "geändert {at} von {by}"),
            appointment.modified_at,
            appointment.modified_by,
        ),
    ):
        if at is not None and (at != appointment.created_at or not parts):
            parts.append(template.format(at=show_instant(at, zone), by=by))
    if parts and appointment.origin is not AppointmentOrigin.LOCAL:
        origin = Origin.GOOGLE if appointment.origin is AppointmentOrigin.GOOGLE else Origin.IMPORT
        parts.append(
            QCoreApplication.translate("planner", "Herkunft: {origin}").format(origin=describe_origin(origin))
        )
    return " · ".join(parts)
