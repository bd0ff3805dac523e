"""The slip (Terminzettel) a customer takes home."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.chain import Branch
from terminplaner.domain.people import Customer
from terminplaner.domain.when import AllDay
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui import opening_wording
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.appointment.customer_wording import address_line
from terminplaner.ui.printing import entries
from terminplaner.ui.printing.day_list import numbering
from terminplaner.ui.printing.flow import Cell, Row, Run, Section, flow, footer_height, with_footers
from terminplaner.ui.printing.sheet import Face, Measure, Page, Sheet

_INDENT = 9.0
_SPACE = 6.0


@dataclass(frozen=True, slots=True)
class Slip:
    """``rows`` by start, at least one.  Neither texts nor comments are printed: they are the shop's own notes.

    ``further`` is how many the customer has besides the one that was asked for, be they among the rows or not.
    """

    branch: Branch
    customer: Customer | None
    rows: tuple[AppointmentRow, ...]
    comes_early: bool
    further: int = 0

    @property
    def name(self) -> str:
        """The name of a file or of a job in a printer's queue; it does not tell who the customer is."""
        day = self.rows[0].appointment.when.interval(self.branch.tz).start_at.astimezone(self.branch.tz).date()
        return QCoreApplication.translate("printing", "Terminzettel {day}").format(day=day.isoformat())

    def pages(self, sheet: Sheet, measure: Measure) -> tuple[Page, ...]:
        closing = self._closing(sheet).wrapped(measure)
        section = Section((), (), tuple(self._rows(sheet)), below=closing.height(measure))
        footer = footer_height(measure)
        pages = flow(self._header(sheet), (section,), sheet, measure, footer)
        last = (*pages[-1], *closing.marks(sheet.bottom - footer - section.below, sheet, measure))
        complete = (*pages[:-1], last)
        return with_footers(complete, "", numbering(), sheet, measure) if len(complete) > 1 else complete

    def _header(self, sheet: Sheet) -> tuple[Row, ...]:
        address = Run(self.branch.address.strip(), Face.SMALL, is_muted=True)
        return (
            Row((Cell(0, sheet.inner_width, (Run(self.branch.name, Face.HEADING), address)),), rule=1.0),
            Row((Cell(0, sheet.inner_width, self._greeting()),), space=_SPACE),
        )

    def _greeting(self) -> tuple[Run, ...]:
        if len(self.rows) == 1:
            heading = QCoreApplication.translate("printing", "Ihr Termin")
        else:
            heading = QCoreApplication.translate("printing", "Ihre Termine")
        customer = self.customer
        names = (customer.title, customer.first_name, customer.last_name) if customer else ()
        return Run(heading, Face.TITLE), Run(" ".join(name for name in names if name))

    def _rows(self, sheet: Sheet) -> Iterator[Row]:
        zone = self.branch.tz
        for row in self.rows:
            first_on = row.appointment.when.interval(zone).start_at.astimezone(zone).date()
            runs = (
                Run(wording.long_date(first_on), Face.HEADING),
                Run(self._time(row), Face.LARGE),
                Run(self._company(row)),
                Run(row.type.name if row.type else ""),
                Run(self._home_visit(row)),
                Run(self._early(row), Face.STRONG),
            )
            yield Row((Cell(_INDENT, sheet.inner_width - _INDENT, runs),), color="#000000", space=_SPACE)

    def _time(self, row: AppointmentRow) -> str:
        when = row.appointment.when
        if isinstance(when, AllDay):
            return wording.span(row, self.branch.tz)
        begins = wording.clock(when.start_at, self.branch.tz)
        return QCoreApplication.translate("printing", "{time} Uhr").format(time=begins)

    @staticmethod
    def _company(row: AppointmentRow) -> str:
        names = ", ".join(resource.name for resource in entries.people_of(row))
        return QCoreApplication.translate("printing", "bei {names}").format(names=names)

    @staticmethod
    def _home_visit(row: AppointmentRow) -> str:
        if not row.appointment.is_home_visit:
            return ""
        if row.customer is None or not row.customer.address:
            return QCoreApplication.translate("printing", "Wir kommen zu Ihnen.")
        sentence = QCoreApplication.translate("printing", "Wir kommen zu Ihnen: {address}")
        return sentence.format(address=address_line(row.customer))

    def _early(self, row: AppointmentRow) -> str:
        appointment = row.appointment
        is_timed = not isinstance(appointment.when, AllDay)
        if not (self.comes_early and is_timed and appointment.prepare_minutes) or appointment.is_home_visit:
            return ""
        sentence = QCoreApplication.translate(
            "printing", "Bitte {minutes} Minuten früher kommen, also um {time} Uhr."
        )
        return sentence.format(minutes=appointment.prepare_minutes, time=entries.early(row, self.branch.tz))

    def _closing(self, sheet: Sheet) -> Row:
        request = QCoreApplication.translate(
            "printing", "Sie können nicht kommen? Bitte sagen Sie uns rechtzeitig Bescheid."
        )
        opening = self.branch.opening_hours.strip() or opening_wording.week(self.branch.opening_times)
        hours = Run(opening, Face.SMALL, is_muted=True)
        return Row((Cell(0, sheet.inner_width, (Run(request, Face.SMALL), hours)),))
