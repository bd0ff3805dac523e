"""The tab "Wiederholung" of an occurrence: what it belongs to; the rule can only be looked at."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.series import Series, first_day
from terminplaner.services.ports import AppointmentQuery
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.context import Services
from terminplaner.ui.forms import section_title, small_print
from terminplaner.ui.messages import describe
from terminplaner.ui.planner.appointment.recurrence_wording import dated_span, place_in_series, rule_sentence
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_ICON = QSize(16, 16)


class SeriesTab(QWidget):
    """``summary`` tells it in a sentence."""

    changed = Signal()
    """It was read, and ``summary`` is another."""

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        row: AppointmentRow,
        series_id: UUID,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._zone = row.zone
        self._appointment_id = row.appointment.id
        self._rule = section_title("")
        self._rule.setWordWrap(True)
        self.summary = self.tr("Gehört zu einer Terminserie")
        self.repetition = None  # the rule of a series is not made anew
        self._days = day_list(self.tr("Termine der Serie"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._rule)
        column.addWidget(
            small_print(
                self.tr(
                    "Der Termin gehört zu einer Serie. Ihre Regel lässt sich nicht ändern; Inhalt und Uhrzeit "
                    "ändern Sie beim Speichern für diesen, für die folgenden oder für alle Termine."
                )
            )
        )
        column.addWidget(self._days, 1)
        query = AppointmentQuery(series_id=series_id)
        tasks.run(
            lambda: (services.series.find(series_id), services.queries.appointments(query)),
            self,
            self._on_loaded,
            self._on_refused,
        )

    def _on_loaded(self, answer: tuple[Series, tuple[AppointmentRow, ...]]) -> None:
        series, rows = answer
        first_on = first_day(series.pattern.when, self._zone)
        self._rule.setText(rule_sentence(series.recurrence, first_on))
        for row in rows:
            item = QListWidgetItem(self._line(row), self._days)
            if row.appointment.id == self._appointment_id:
                self._days.setCurrentItem(item)
        place = place_in_series(series.recurrence, rows, self._appointment_id, first_on, self._zone)
        self.summary = self.tr("Terminserie: {series}").format(series=place)
        self.changed.emit()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._rule.setText(describe(error, self._zone))

    def _line(self, row: AppointmentRow) -> str:
        day: date = first_day(row.appointment.when, self._zone)
        parts = [dated_span(row.appointment.when, day, self._zone)]
        if row.appointment.is_detached:
            parts.append(self.tr("einzeln geändert"))
        if row.appointment.id == self._appointment_id:
            parts.append(self.tr("dieser Termin"))
        return " · ".join(parts)


def day_list(name: str) -> QListWidget:
    """For the days of a series, one below the other."""
    days = QListWidget()
    days.setAccessibleName(name)
    days.setIconSize(_ICON)
    days.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    days.setTextElideMode(Qt.TextElideMode.ElideRight)
    days.setUniformItemSizes(True)
    return days
