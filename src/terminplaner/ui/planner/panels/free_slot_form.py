"""The fields of "Freien Termin suchen"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from math import ceil
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QDate, QSignalBlocker, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Combination, Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.services.choices import Choices, visible_resources
from terminplaner.services.free_slots import FreeSlotQuery
from terminplaner.services.templates import needs_template, offered_templates
from terminplaner.services.validation import LONGEST_DURATION
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.date_field import DateField
from terminplaner.ui.forms import add_field, form_layout, inset, labelled, number_field
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.planner.appointment.resource_checks import ResourceChecks
from terminplaner.ui.planner.appointment.time_fields import minutes_field
from terminplaner.ui.theme import Space
from terminplaner.ui.time_field import TimeField
from terminplaner.ui.weekday_boxes import WeekdayBoxes

_DEFAULT_MINUTES = 30
_DEFAULT_WEEKS = 4
_MOST_WEEKS = 52
_OPENS, _CLOSES = time(8), time(20)
_ROWS_SHOWN = 5
_SHORTEST = 12
"""Characters of a choice that are shown however narrow the panel is."""


def combination_box() -> QComboBox:
    """Which of several resources have to be free together."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_SHORTEST)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, box.sizePolicy().verticalPolicy())
    for text, combination in (
        (QCoreApplication.translate("FreeSlotForm", "eine davon"), Combination.ANY),
        (QCoreApplication.translate("FreeSlotForm", "alle zusammen"), Combination.ALL),
        (QCoreApplication.translate("FreeSlotForm", "eine Person und ein Raum"), Combination.PERSON_AND_ROOM),
    ):
        box.addItem(text, combination)
    return box


class FreeSlotForm(QWidget):
    """``changed`` with every input.  What is seldom touched is folded away, for the hits need the room."""

    changed = Signal()
    folded = Signal()
    """It takes another height."""

    def __init__(self, branch: Branch, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._branch = branch
        self._resources: tuple[Resource, ...] = ()
        self._templates: tuple[AppointmentTemplate, ...] = ()
        self._template = ChoiceField([Choice(None, self.tr("– ohne –"))])
        self._minutes = minutes_field(LONGEST_DURATION)
        self._minutes.setValue(_DEFAULT_MINUTES)
        self._list = ResourceChecks(_ROWS_SHOWN)
        self._list.setAccessibleName(self.tr("Ressourcen"))
        self._unfold = _fold(self._list)
        self._more = QWidget()
        self._unfold_more = _fold(self._more)
        self._unfold_more.setText(self.tr("&Zeitraum und Uhrzeit"))
        self._combination = combination_box()
        self._template.setSizeAdjustPolicy(self._combination.sizeAdjustPolicy())
        self._template.setMinimumContentsLength(_SHORTEST)
        self._template.setSizePolicy(self._combination.sizePolicy())
        self._first, self._last = inset(DateField()), inset(DateField())
        self._first.setDate(QDate(today.year, today.month, today.day))
        self._weeks = number_field(1, _MOST_WEEKS)
        self._weeks.setValue(_DEFAULT_WEEKS)
        self._span_weeks()
        self._weekdays = WeekdayBoxes()
        self._start, self._end = _clock(_OPENS), _clock(_CLOSES)
        self._holidays = QCheckBox(self.tr("auch an &Feiertagen"))
        self._lay_out()
        self.setFocusProxy(self._unfold)
        for fold in (self._unfold, self._unfold_more):
            fold.toggled.connect(self.folded)
        self._list.changed.connect(self._name_resources)
        self._template.currentIndexChanged.connect(self._on_template)
        self._list.changed.connect(self.changed)
        self._combination.currentIndexChanged.connect(self.changed)
        self._minutes.valueChanged.connect(self.changed)
        self._first.dateChanged.connect(self._on_span)
        self._weeks.valueChanged.connect(self._on_span)
        self._last.dateChanged.connect(self._on_last)
        self._weekdays.changed.connect(self.changed)
        self._start.timeChanged.connect(self.changed)
        self._end.timeChanged.connect(self.changed)
        self._holidays.toggled.connect(self.changed)

    def _lay_out(self) -> None:
        form, more = form_layout(), form_layout()
        self._more.setLayout(more)
        for part in (form, more):
            part.setHorizontalSpacing(Space.S)
        more.setContentsMargins(0, 0, 0, 0)
        add_field(form, self.tr("&Vorlage:"), self._template)
        add_field(form, self.tr("D&auer:"), self._minutes)
        add_field(form, self.tr("&Gesucht:"), self._combination)
        add_field(form, self.tr("A&b:"), self._first)
        add_field(more, self.tr("&Wochen:"), self._weeks)
        add_field(more, self.tr("B&is:"), self._last)
        more.addRow(labelled(self.tr("Wochen&tage:"), self._weekdays))
        more.addRow(self._weekdays)
        add_field(more, self.tr("&Uhrzeit von:"), self._start)
        add_field(more, self.tr("Uhrzeit bi&s:"), self._end)
        for box in (self._template, self._combination):
            box.setAccessibleDescription(box.accessibleName())  # on Linux the name of a box is its choice
        more.addRow("", self._holidays)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list)
        column.addLayout(form)
        column.addWidget(self._unfold_more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._more)
        column.addStretch(1)

    # -- what is offered

    def offer(self, choices: Choices) -> None:
        """Show what there is to choose from; what was chosen stays so, and at first every person is."""
        is_first = not self._resources
        chosen = self._list.chosen_ids
        self._resources = tuple(
            sorted(visible_resources(choices, self._branch), key=lambda resource: resource.employee_id is None)
        )
        if is_first:
            chosen = tuple(resource.id for resource in self._resources if resource.employee_id is not None)
        self._list.offer(self._resources, chosen, choices.branches)
        self._name_resources()
        self._templates = offered_templates(choices.templates, self._branch.id)
        none = [Choice(None, self.tr("– ohne –"))]
        if needs_template(choices.settings, self._templates, self._branch.id):
            none = []
        self._template.offer([*none, *choices_of(self._templates)])

    def _name_resources(self) -> None:
        """In one line, whatever is chosen: a single one by its name."""
        chosen = [row for row in self._resources if row.id in self._list.chosen_ids]
        if len(chosen) == 1:
            said = without_mnemonic(chosen[0].name)
        else:
            said = self.tr("{count} von {all}").format(count=len(chosen), all=len(self._resources))
        self._unfold.setText(self.tr("&Ressourcen: {chosen}").format(chosen=said))

    def choose(self, resource_ids: Iterable[UUID]) -> None:
        """Tick these and no others."""
        self._list.choose(resource_ids)

    def _on_template(self) -> None:
        template = self.template
        if template is not None:
            with QSignalBlocker(self._minutes):
                self._minutes.setValue(template.duration_minutes)
            if template.resource_ids:
                self.choose(template.resource_ids)
                self._combination.setCurrentIndex(self._combination.findData(Combination.ALL))
        self.changed.emit()

    # -- first day, weeks and last day: the last two follow each other

    def _on_span(self) -> None:
        self._span_weeks()
        self.changed.emit()

    def _span_weeks(self) -> None:
        """Let the last day be so many weeks after the first."""
        first = self._first.date()
        with QSignalBlocker(self._last):
            self._last.setDateRange(first, first.addDays(7 * _MOST_WEEKS - 1))
            self._last.setDate(first.addDays(7 * self._weeks.value() - 1))

    def _on_last(self) -> None:
        days = self._first.date().daysTo(self._last.date()) + 1
        with QSignalBlocker(self._weeks):
            self._weeks.setValue(ceil(days / 7))
        self.changed.emit()

    # -- what is entered

    @property
    def template(self) -> AppointmentTemplate | None:
        return next((row for row in self._templates if row.id == self._template.key), None)

    @property
    def query(self) -> FreeSlotQuery:
        """What is looked for; without groups where no resources are chosen that could be combined so."""
        template = self.template
        return FreeSlotQuery(
            self._branch.id,
            self._groups(),
            self._minutes.value(),
            _date(self._first.date()),
            _date(self._last.date()),
            self._weekdays.chosen,
            _time(self._start.time()),
            _time(self._end.time()),
            template.prepare_minutes if template else 0,
            template.follow_up_minutes if template else 0,
            self._holidays.isChecked(),
        )

    @property
    def missing(self) -> str:
        """What has to be chosen before a query has groups."""
        if Combination(self._combination.currentData()) is Combination.PERSON_AND_ROOM:
            return self.tr("Für „eine Person und ein Raum“ fehlt eine Person oder ein Raum.")
        return self.tr("Wählen Sie, welche Ressourcen frei sein sollen.")

    def _groups(self) -> tuple[tuple[UUID, ...], ...]:
        """Rooms stand below the persons, often out of sight: where none is ticked, any will do; persons alike."""
        ids = self._list.chosen_ids
        combination = Combination(self._combination.currentData())
        chosen = tuple(resource for resource in self._resources if resource.id in ids)
        if combination is Combination.PERSON_AND_ROOM:
            ticked = {resource.employee_id is None for resource in chosen}
            chosen += tuple(row for row in self._resources if (row.employee_id is None) not in ticked)
        return combination.groups(chosen)


def _fold(part: QWidget) -> QToolButton:
    """A button that shows and hides ``part``, hidden at first."""
    result = QToolButton()
    result.setCheckable(True)
    result.setArrowType(Qt.ArrowType.RightArrow)
    result.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    result.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def turn(is_open: bool) -> None:
        result.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        part.setVisible(is_open)

    result.toggled.connect(turn)
    part.hide()
    return result


def _clock(at: time) -> TimeField:
    return TimeField(QTime(at.hour, at.minute))


def _time(at: QTime) -> time:
    return time(at.hour(), at.minute())


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
