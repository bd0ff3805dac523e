"""The fields of a view (Ansicht)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from uuid import uuid4

from PySide6.QtCore import QSignalBlocker, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.domain.view import PlannerView, ViewKind
from terminplaner.services.validation import VIEW_DAYS, VIEW_RASTERS
from terminplaner.ui.administration.view_columns import ViewColumns
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.forms import add_field, form_layout, labelled, number_field
from terminplaner.ui.theme import Space
from terminplaner.ui.time_field import TimeField

_POSITIONS = 0, 9999


@dataclass(frozen=True, slots=True)
class ViewLists:
    """What a view chooses from; of deleted resources only what it still names."""

    resources: tuple[Resource, ...] = ()
    branches: tuple[Branch, ...] = ()


class ViewForm(QWidget):
    """Shows one view and says what was entered."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._title, self._text = QLineEdit(), QLineEdit(), QLineEdit()
        self._kind = QComboBox()
        self._kind.addItem(self.tr("Ressourcen nebeneinander"), ViewKind.RESOURCES)
        self._kind.addItem(self.tr("Tage nebeneinander"), ViewKind.DAYS)
        self._branch = ChoiceField()
        self._branch.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._days = number_field(*VIEW_DAYS)
        self._starts, self._ends = TimeField(), TimeField()
        self._raster = number_field(*VIEW_RASTERS)
        self._raster.setSingleStep(5)
        self._raster.setSuffix(" min")
        self._shows_availability = QCheckBox(self.tr("Mit Verfügbarkeitsplaner"))
        self._position = number_field(*_POSITIONS)
        self._columns = ViewColumns()
        self._build()
        for line in (self._name, self._title, self._text):
            line.textChanged.connect(self.changed)
        for box in (self._kind, self._branch):
            box.currentIndexChanged.connect(self.changed)
        for number in (self._days, self._raster, self._position):
            number.valueChanged.connect(self.changed)
        for moment in (self._starts, self._ends):
            moment.timeChanged.connect(self.changed)
        self._shows_availability.toggled.connect(self.changed)
        self._columns.changed.connect(self.changed)

    def _build(self) -> None:
        fields = form_layout()
        add_field(fields, self.tr("Name:"), self._name, self.tr("Nur hier zu sehen."))
        add_field(fields, self.tr("Titel:"), self._title, self.tr("Steht auf dem Reiter."))
        add_field(fields, self.tr("Text:"), self._text, self.tr("Steht über den Spalten."))
        add_field(fields, self.tr("Typ:"), self._kind)
        add_field(fields, self.tr("Filiale:"), self._branch)
        add_field(fields, self.tr("Tage:"), self._days, self.tr("Fünf und sieben Tage beginnen am Montag."))
        hours = QHBoxLayout()
        hours.setSpacing(Space.M)
        hours.addWidget(self._starts)
        hours.addWidget(labelled(self.tr("Ende:"), self._ends))
        hours.addWidget(self._ends)
        hours.addStretch(1)
        fields.addRow(labelled(self.tr("Beginn:"), self._starts), hours)
        add_field(fields, self.tr("Raster:"), self._raster)
        add_field(fields, self.tr("Sortierung:"), self._position, self.tr("Kleine Zahlen stehen links."))
        fields.addRow("", self._shows_availability)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XXL)
        row.addLayout(fields, 1)
        row.addWidget(self._columns, 1)

    def offer(self, lists: ViewLists) -> None:
        with QSignalBlocker(self._branch):
            self._branch.offer([Choice(None, self.tr("Alle Filialen")), *choices_of(lists.branches)])
        self._columns.offer(lists.resources, lists.branches)

    def focus_first(self) -> None:
        self._name.setFocus()
        self._name.selectAll()

    def show_entry(self, entry: PlannerView | None) -> None:
        view = entry or PlannerView(uuid4(), "", "")
        self._name.setText(view.name)
        self._title.setText(view.title)
        self._text.setText(view.text)
        self._kind.setCurrentIndex(tuple(ViewKind).index(view.kind))
        self._branch.show_key(view.branch_id)
        self._days.setValue(view.days)
        self._starts.setTime(QTime(view.starts_at.hour, view.starts_at.minute))
        self._ends.setTime(QTime(view.ends_at.hour, view.ends_at.minute))
        self._raster.setValue(view.raster_minutes)
        self._shows_availability.setChecked(view.shows_availability)
        self._position.setValue(view.position)
        self._columns.show_columns(view.columns)

    def entered(self, base: PlannerView) -> PlannerView:
        """``base`` with what was entered."""
        return replace(
            base,
            name=self._name.text().strip(),
            title=self._title.text().strip(),
            text=self._text.text().strip(),
            kind=tuple(ViewKind)[self._kind.currentIndex()],
            branch_id=self._branch.key,
            days=self._days.value(),
            starts_at=_time_of(self._starts),
            ends_at=_time_of(self._ends),
            raster_minutes=self._raster.value(),
            shows_availability=self._shows_availability.isChecked(),
            position=self._position.value(),
            columns=self._columns.columns,
        )


def _time_of(field: TimeField) -> time:
    shown = field.time()
    return time(shown.hour(), shown.minute())
