"""The tab "Wiederholung": a rule with its days while it is made; ``series_tab`` has what is a series already."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.recurrence import Recurrence
from terminplaner.domain.series import first_day
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.series_days import Occurrence
from terminplaner.ui.context import Services
from terminplaner.ui.forms import announce, set_role
from terminplaner.ui.icons import icon
from terminplaner.ui.messages import describe
from terminplaner.ui.plain_text import plain_label, plain_tooltip
from terminplaner.ui.planner.appointment.recurrence_form import RecurrenceForm
from terminplaner.ui.planner.appointment.recurrence_wording import occurrence_line, rule_sentence
from terminplaner.ui.planner.appointment.series_tab import SeriesDays, SeriesTab
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_PREVIEW_AFTER_MS = 250
_LINES = 7

_Wish = tuple[Appointment, Recurrence, bool]


@dataclass(frozen=True, slots=True)
class Repetition:
    """What a new series is booked with."""

    rule: Recurrence
    includes_holidays: bool


class RecurrenceTab(QWidget):
    """The rule of an appointment that is in no series yet.  ``show_appointment`` keeps the preview up to date."""

    changed = Signal()

    def __init__(
        self, services: Services, tasks: TaskRunner, row: AppointmentRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._zone = row.zone
        self._appointment: Appointment | None = row.appointment
        self._shown_for: _Wish | None = None
        self._found: tuple[Occurrence, ...] = ()
        self._form = RecurrenceForm(first_day(row.appointment.when, row.zone))
        self._summary = plain_label()
        self._summary.setWordWrap(True)
        self._days = SeriesDays(self.tr("Termine der Serie"))
        self._days.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PREVIEW_AFTER_MS)
        self._soon.timeout.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._form)
        column.addWidget(self._summary)
        column.addWidget(self._days, 1)
        self._form.changed.connect(self._on_changed)
        self._update()

    @property
    def summary(self) -> str:
        """What becomes of the appointment when it is saved, in words; empty while it stays a single one."""
        if (repetition := self.repetition) is None:
            return ""
        rule = rule_sentence(repetition.rule, self._form.first_on)
        return self.tr("Wird beim Speichern eine Terminserie: {rule}").format(rule=rule)

    @property
    def repetition(self) -> Repetition | None:
        """None while the appointment is a single one."""
        rule = self._form.rule
        return Repetition(rule, self._form.includes_holidays) if rule else None

    def show_appointment(self, appointment: Appointment | None) -> None:
        """What is to repeat; None while the fields of the first tab say no appointment."""
        self._appointment = appointment
        if appointment is not None:
            self._form.follow(first_day(appointment.when, self._zone))
        self._soon.start()

    def focus_end(self) -> None:
        self._form.focus_end()

    def _on_changed(self) -> None:
        self._update()
        self._soon.start()
        self.changed.emit()

    def _update(self) -> None:
        self._days.setVisible(self._form.rule is not None)
        self._summary.setVisible(self._form.rule is not None)

    def _wish(self) -> _Wish | None:
        repetition = self.repetition
        if repetition is None or self._appointment is None:
            return None
        return self._appointment, repetition.rule, repetition.includes_holidays

    def _ask(self) -> None:
        wish = self._wish()
        if wish is None or wish == self._shown_for:
            return
        series = self._services.series
        appointment, rule, includes_holidays = wish
        self._tasks.run(
            lambda: (wish, series.preview(appointment, rule, includes_holidays=includes_holidays)),
            self,
            self._on_preview,
            self._on_refused,
        )

    def _on_preview(self, answer: tuple[_Wish, tuple[Occurrence, ...]]) -> None:
        wish, found = answer
        if wish != self._wish():
            return
        self._shown_for, self._found = wish, found
        self._fill()
        is_warned = any(row.is_refused or row.warnings for row in found)
        self._say(self._count(found), "warning" if is_warned else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        self._days.clear()
        for occurrence in self._found:
            line = occurrence_line(occurrence, self._zone)
            item = QListWidgetItem(icon(_icon_of(occurrence), self.palette()), line, self._days)
            item.setToolTip(plain_tooltip(line))

    def _on_refused(self, error: TerminplanerError) -> None:
        self._shown_for, self._found = None, ()
        self._fill()
        self._say(describe(error, self._zone), "warning")

    def _count(self, found: tuple[Occurrence, ...]) -> str:
        full = sum(row.is_refused for row in found)
        left_out = sum(row.is_left_out for row in found)
        warned = sum(bool(row.warnings) for row in found)
        parts = [self.tr("{count} Termine").format(count=len(found) - left_out)]
        if left_out:
            parts.append(self.tr("{count} entfallen wegen Feiertags").format(count=left_out))
        if full:
            parts.append(self.tr("{count} ohne Platz").format(count=full))
        if warned:
            parts.append(self.tr("{count} mit Warnung").format(count=warned))
        return ", ".join(parts)

    def _say(self, text: str, role: str) -> None:
        if text != self._summary.text():
            self._summary.setText(text)
            announce(self, text)
        set_role(self._summary, "role", role)


def second_tab(services: Services, tasks: TaskRunner, row: AppointmentRow) -> RecurrenceTab | SeriesTab:
    """The tab "Wiederholung" of an appointment, whether it is in a series already or not."""
    series_id = row.appointment.series_id
    if series_id is None:
        return RecurrenceTab(services, tasks, row)
    return SeriesTab(services, tasks, row, series_id)


def _icon_of(found: Occurrence) -> str:
    if found.is_left_out:
        return "minus"
    if found.is_refused:
        return "error"
    return "warning" if found.collisions or found.warnings else "check"
