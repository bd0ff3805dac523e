"""The tab "Wiederholung" of an occurrence: what it belongs to; the rule can only be looked at."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.series import Series, first_day
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.store_queries import AppointmentQuery
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
    showRequested = Signal(object)
    """The ``AppointmentRow`` that somebody wants to see in the plan."""

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
        self._rows: tuple[AppointmentRow, ...] = ()
        self._days = _Occurrences(self.tr("Termine der Serie"))
        self._days.opened.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._rule)
        column.addWidget(
            small_print(
                self.tr(
                    "Der Termin gehört zu einer Serie. Ihre Regel lässt sich nicht ändern; Inhalt und Uhrzeit "
                    "ändern Sie beim Speichern für diesen, für die folgenden oder für alle Termine. Ein "
                    "Doppelklick oder die Eingabetaste zeigt einen von ihnen im Plan."
                )
            )
        )
        column.addWidget(self._days, 1)
        query = AppointmentQuery(series_ids=(series_id,))
        tasks.run(
            lambda: (services.series.find(series_id), services.queries.appointments(query)),
            self,
            self._on_loaded,
            self._on_refused,
        )

    def _on_loaded(self, answer: tuple[Series, tuple[AppointmentRow, ...]]) -> None:
        series, rows = answer
        self._rows = rows
        first_on = first_day(series.pattern.when, self._zone)
        self._rule.setText(rule_sentence(series.recurrence, first_on))
        for row in rows:
            item = QListWidgetItem(self._line(row), self._days)
            if row.appointment.id == self._appointment_id:
                self._days.setCurrentItem(item)
        place = place_in_series(series.recurrence, rows, self._appointment_id, first_on, self._zone)
        self.summary = self.tr("Terminserie: {series}").format(series=place)
        self.changed.emit()

    def _show(self, number: int) -> None:
        self.showRequested.emit(self._rows[number])

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


class SeriesDays(QListWidget):
    """The days of a series, one below the other."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setIconSize(_ICON)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)


class _Occurrences(SeriesDays):
    """Those that are stored: each leads to its place in the plan."""

    opened = Signal(int)
    """The number of the line that was clicked twice, or on which Enter was pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setToolTip(self.tr("Im Plan zeigen: Doppelklick oder Eingabetaste"))
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(self.row(item)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # With Ctrl it saves the dialog, and without a line it is the dialog's as well.
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and is_plain and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
        else:
            super().keyPressEvent(event)
