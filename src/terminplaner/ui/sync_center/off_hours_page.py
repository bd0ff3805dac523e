"""What Google put outside the working hours, until somebody took note of it."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from terminplaner.services.off_hours import OffHoursRow
from terminplaner.ui.forms import button, paragraph
from terminplaner.ui.messages import describe_warning, show_when, title_of
from terminplaner.ui.rows import RowsModel, table
from terminplaner.ui.theme import Space


class OffHoursPage(QWidget):
    """A table to look at; several rows can be chosen at once."""

    noted = Signal(object)
    """The ids of the appointments that need no further mention."""

    def __init__(self, zone: tzinfo, *, may_decide: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._may_decide = may_decide
        self._model: RowsModel[OffHoursRow] = RowsModel(
            (self.tr("Wann"), self.tr("Termin"), self.tr("Ressource"), self.tr("Grund")), self._describe, self
        )
        self._table = table(self._model, self.tr("Außerhalb der Arbeitszeit"))
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._table.selectionModel().selectionChanged.connect(lambda _now, _before: self._allow())
        self._note = button(
            self.tr("Zur Kenntnis genommen"),
            self.tr("Nimmt die ausgewählten Hinweise aus der Liste, bis der Termin verschoben wird."),
        )
        self._note.clicked.connect(self._on_note)
        self._nothing = paragraph(self.tr("Kein Termin aus Google liegt außerhalb der Arbeitszeit."))
        self._text = paragraph(
            self.tr(
                "Diese Termine aus Google liegen, wo niemand arbeitet. Sie sind übernommen; zu entscheiden ist "
                "nichts."
            )
        )
        actions = QHBoxLayout()
        actions.addWidget(self._note)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.M, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._text)
        column.addWidget(self._nothing)
        column.addWidget(self._table, 1)
        column.addLayout(actions)
        column.addStretch()
        self.show_rows(())

    def show_rows(self, rows: tuple[OffHoursRow, ...]) -> None:
        self._model.show_rows(rows)
        for widget in (self._text, self._table, self._note):
            widget.setVisible(bool(rows))
        self._nothing.setHidden(bool(rows))
        self._allow()

    def _describe(self, found: OffHoursRow) -> tuple[str, ...]:
        return (
            show_when(found.row.appointment.when, found.row.zone),
            title_of(found.row),
            ", ".join(resource.name for resource in found.row.resources),
            " ".join(describe_warning(reason, self._zone) for reason in found.reasons),
        )

    def _chosen(self) -> list[OffHoursRow]:
        return [self._model.rows[index.row()] for index in self._table.selectionModel().selectedRows()]

    def _allow(self) -> None:
        self._note.setEnabled(self._may_decide and bool(self._chosen()))

    def _on_note(self) -> None:
        self.noted.emit(tuple(found.row.appointment.id for found in self._chosen()))
