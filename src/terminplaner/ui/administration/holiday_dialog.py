"""The dialog "Feiertag": a fixed date, or so many days from Easter Sunday."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.holiday import Holiday
from terminplaner.services.validation import EASTER_OFFSETS
from terminplaner.ui.context import Services, Session
from terminplaner.ui.entry_dialog import EntryDialog
from terminplaner.ui.forms import add_field, number_field, small_print
from terminplaner.ui.planner import wording
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_YEARS_SHOWN = 5
_ROWS_SHOWN = 4
_LONGEST_MONTH = 31


class HolidayDialog(EntryDialog):
    """``holiday`` of a new one has revision 0; ``this_year`` begins the preview."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        branches: tuple[Branch, ...],
        holiday: Holiday,
        this_year: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self.setWindowTitle(self.tr("Feiertag"))
        self._holiday = holiday
        self._branches = branches
        self._this_year = this_year
        self._name = QLineEdit(holiday.name)
        self._description = QLineEdit(holiday.description)
        self._kind = QComboBox()
        self._kind.addItems([self.tr("Festes Datum"), self.tr("Abstand zu Ostersonntag")])
        self._kind.setCurrentIndex(0 if holiday.easter_offset_days is None else 1)
        self._day = number_field(1, _LONGEST_MONTH)
        self._day.setValue(holiday.day)
        self._month = QComboBox()
        self._month.addItems([QLocale().standaloneMonthName(month) for month in range(1, 13)])
        self._month.setCurrentIndex(holiday.month - 1)
        self._offset = number_field(*EASTER_OFFSETS)
        self._offset.setSuffix(self.tr(" Tage"))
        self._offset.setValue(holiday.easter_offset_days or 0)
        self._where = QListWidget()
        self._where.setFixedHeight(_ROWS_SHOWN * (self._where.fontMetrics().height() + Space.S))
        for branch in branches:
            item = QListWidgetItem(branch.label, self._where)
            is_here = branch.id in holiday.branch_ids
            item.setCheckState(Qt.CheckState.Checked if is_here else Qt.CheckState.Unchecked)
        self._preview = small_print()
        self._lay_out()
        self._kind.currentIndexChanged.connect(self._update)
        self._month.currentIndexChanged.connect(self._update)
        for field in (self._day, self._offset):
            field.valueChanged.connect(self._update)
        self._update()
        self.causes = {"name": self._name.setFocus, "holiday_without_day": self._day.setFocus}
        self._name.setFocus()
        self.remember()

    def _lay_out(self) -> None:
        add_field(self.form, self.tr("&Name:"), self._name)
        add_field(self.form, self.tr("B&eschreibung:"), self._description)
        add_field(self.form, self.tr("&Typ:"), self._kind)
        add_field(self.form, self.tr("Ta&g:"), self._day)
        add_field(self.form, self.tr("&Monat:"), self._month)
        add_field(
            self.form,
            self.tr("&Abstand:"),
            self._offset,
            self.tr("Karfreitag ist −2, Ostermontag 1, Himmelfahrt 39, Pfingstmontag 50."),
        )
        add_field(
            self.form,
            self.tr("&Filialen:"),
            self._where,
            self.tr("Ohne Haken gilt der Feiertag in allen Filialen."),
        )
        add_field(self.form, self.tr("Vorschau:"), self._preview)
        for box in (self._kind, self._month):
            box.setAccessibleDescription(box.accessibleName())  # on Linux the name of a box is its choice

    @property
    def _is_fixed(self) -> bool:
        return self._kind.currentIndex() == 0

    def _update(self) -> None:
        for field, is_used in ((self._day, self._is_fixed), (self._month, self._is_fixed)):
            field.setEnabled(is_used)
        self._offset.setEnabled(not self._is_fixed)
        self._preview.setText(preview(self.value(), self._this_year) or self.tr("Diesen Tag gibt es nicht."))

    def value(self) -> Holiday:
        checked = Qt.CheckState.Checked
        return replace(
            self._holiday,
            name=self._name.text().strip(),
            description=self._description.text().strip(),
            month=self._month.currentIndex() + 1,
            day=self._day.value(),
            easter_offset_days=None if self._is_fixed else self._offset.value(),
            branch_ids=tuple(
                branch.id
                for row, branch in enumerate(self._branches)
                if self._where.item(row).checkState() is checked
            ),
        )

    def command(self) -> Callable[[], Holiday]:
        return partial(self.services.master_data.save, self.session.actor, self.value())


def preview(holiday: Holiday, first_year: int) -> str:
    """Its dates in the next five years: ``Do 24.12.2026, Fr 24.12.2027, …``."""
    days = (holiday.on(year) for year in range(first_year, first_year + _YEARS_SHOWN))
    return ", ".join(show_day(day) for day in days if day is not None)


def show_day(day: date) -> str:
    """``Do 24.12.2026``"""
    return f"{wording.day_name(day)} {day:%d.%m.%Y}"
