"""What a person chooses before something is printed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.choice_field import choices_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.date_field import DateField
from terminplaner.ui.forms import add_field, form_layout
from terminplaner.ui.printing.day_list import DayList
from terminplaner.ui.printing.output import Document
from terminplaner.ui.printing.reading import read_day_list, read_slip, read_week_plan
from terminplaner.ui.printing.sheet import A4, A5, A6, Sheet
from terminplaner.ui.printing.slip import Slip
from terminplaner.ui.printing.week_plan import week_days


class PrintOptions(QWidget):
    """The form beside a preview.  ``title`` says what is printed."""

    changed = Signal()

    def __init__(self, title: str, sheets: tuple[Sheet, ...]) -> None:
        super().__init__()
        self.title = title
        self._sheets = sheets
        self._sheet_field = QComboBox()
        for sheet in sheets:
            self._sheet_field.addItem(sheet.name)
        self._form: QFormLayout = form_layout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.setLayout(self._form)

    @property
    def sheet(self) -> Sheet:
        return self._sheets[self._sheet_field.currentIndex()]

    def reader(self) -> Callable[[], Document]:
        """What reads the document as it is wished for now; it blocks on the database."""
        raise NotImplementedError

    def learn(self, document: Document) -> None:
        """See from what was read which choices there are."""

    def _add_sheet_field(self) -> None:
        add_field(self._form, self.tr("&Papier:"), self._sheet_field)
        self._sheet_field.currentIndexChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.changed.emit()


class ListOptions(PrintOptions):
    """A day and one or all of the resources that are shown."""

    def __init__(
        self,
        title: str,
        sheets: tuple[Sheet, ...],
        services: Services,
        session: Session,
        day: date,
        resources: tuple[Resource, ...],
        branches: tuple[Branch, ...],
        when: str,
    ) -> None:
        """``when`` is the label of the day."""
        super().__init__(title, sheets)
        self._services = services
        self._branch = session.branch
        self._resources = resources
        self._day_field = DateField()
        self._day_field.setDate(QDate(day.year, day.month, day.day))
        self._resource_field = QComboBox()
        self._resource_field.addItem(self.tr("Alle gezeigten"))
        self._resource_field.addItems([choice.name for choice in choices_of(resources, branches)])
        add_field(self._form, when, self._day_field)
        add_field(self._form, self.tr("&Ressource:"), self._resource_field)
        self._day_field.dateChanged.connect(self._on_changed)
        self._resource_field.currentIndexChanged.connect(self._on_changed)

    @property
    def _day(self) -> date:
        day = self._day_field.date()
        return date(day.year(), day.month(), day.day())

    @property
    def _resource_ids(self) -> tuple[UUID, ...]:
        chosen = self._resource_field.currentIndex() - 1
        return tuple(row.id for row in (self._resources if chosen < 0 else self._resources[chosen : chosen + 1]))


class DayListOptions(ListOptions):
    """Tagesliste."""

    def __init__(
        self,
        services: Services,
        session: Session,
        day: date,
        resources: tuple[Resource, ...],
        branches: tuple[Branch, ...],
    ) -> None:
        when = self.tr("&Tag:")
        super().__init__(self.tr("Tagesliste"), (A4, A5), services, session, day, resources, branches, when)
        self._page_per_resource = QCheckBox(self.tr("&Neue Seite für jede Ressource"))
        self._page_per_resource.setChecked(True)
        self._add_sheet_field()
        self._form.addRow(self._page_per_resource)
        self._page_per_resource.toggled.connect(self._on_changed)

    def reader(self) -> Callable[[], Document]:
        return partial(
            read_day_list,
            self._services,
            self._branch,
            self._day,
            self._resource_ids,
            has_page_per_resource=self._page_per_resource.isChecked(),
        )

    def learn(self, document: Document) -> None:
        if isinstance(document, DayList):
            self._form.setRowVisible(self._page_per_resource, len(document.resources) > 1)


class WeekPlanOptions(ListOptions):
    """Wochenplan."""

    def __init__(
        self,
        services: Services,
        session: Session,
        day: date,
        resources: tuple[Resource, ...],
        branches: tuple[Branch, ...],
        *,
        with_weekend: bool,
    ) -> None:
        sheets = (A4.turned(), A5.turned())
        when = self.tr("&Woche:")
        super().__init__(self.tr("Wochenplan"), sheets, services, session, day, resources, branches, when)
        self._weekend = QCheckBox(self.tr("Mit Samstag und &Sonntag"))
        self._weekend.setChecked(with_weekend)
        self._add_sheet_field()
        self._form.addRow(self._weekend)
        self._weekend.toggled.connect(self._on_changed)

    def reader(self) -> Callable[[], Document]:
        days = week_days(self._day, with_weekend=self._weekend.isChecked())
        return partial(read_week_plan, self._services, self._branch, days, self._resource_ids)


class SlipOptions(PrintOptions):
    """Terminzettel."""

    def __init__(self, services: Services, row: AppointmentRow) -> None:
        super().__init__(self.tr("Terminzettel"), (A6, A5, A4))
        self._services = services
        self._row = row
        self._further = QCheckBox()
        self._add_sheet_field()
        self._form.addRow(self._further)
        self._form.setRowVisible(self._further, False)
        self._further.toggled.connect(self._on_changed)

    def reader(self) -> Callable[[], Document]:
        return partial(read_slip, self._services, self._row.appointment.id, with_further=self._further.isChecked())

    def learn(self, document: Document) -> None:
        if not isinstance(document, Slip):
            return
        text = self.tr("Auch die {count} &weiteren Termine")
        if document.further == 1:
            text = self.tr("Auch den &weiteren Termin")
        self._further.setText(text.format(count=document.further))
        self._form.setRowVisible(self._further, document.further > 0)
