"""The day list (Tagesliste): everything of one day, resource by resource."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.planner import wording
from terminplaner.ui.printing import entries
from terminplaner.ui.printing.entries import PaperRules
from terminplaner.ui.printing.flow import Cell, Row, Run, Section, flow, footer_height, with_footers
from terminplaner.ui.printing.sheet import Face, Measure, Page, Sheet

_TIME_WIDTH = 78.0
_INDENT = 8.0
_GAP = 10.0
_FACTS_SHARE = 0.32
_SECTION_SPACE = 12.0


@dataclass(frozen=True, slots=True)
class DayList:
    """``rows`` are the appointments of at least that day and these resources."""

    branch: Branch
    day: date
    resources: tuple[Resource, ...]
    rows: tuple[AppointmentRow, ...]
    rules: PaperRules
    printed_at: datetime
    has_page_per_resource: bool = True

    @property
    def name(self) -> str:
        """The name of a file or of a job in a printer's queue."""
        return QCoreApplication.translate("printing", "Tagesliste {day}").format(day=self.day.isoformat())

    def pages(self, sheet: Sheet, measure: Measure) -> tuple[Page, ...]:
        heading = QCoreApplication.translate("printing", "Tagesliste")
        header = header_rows(heading, self.branch.label, wording.long_date(self.day), sheet)
        pages = flow(header, self._sections(sheet), sheet, measure, footer_height(measure))
        return with_footers(pages, footer(self.branch, self.printed_at), numbering(), sheet, measure)

    def _sections(self, sheet: Sheet) -> Iterator[Section]:
        for resource in self.resources:
            found = entries.rows_of_day(self.rows, resource.id, self.day, self.branch.tz)
            rows = tuple(self._entry(row, resource, sheet) for row in found)
            yield Section(
                (_heading(resource.name, count_words(len(found)), sheet),),
                (_heading(resource.name, QCoreApplication.translate("printing", "Fortsetzung"), sheet),),
                rows or (_nothing(sheet),),
                starts_page=self.has_page_per_resource,
            )

    def _entry(self, row: AppointmentRow, resource: Resource, sheet: Sheet) -> Row:
        time = wording.span(row, self.branch.tz)
        return entry_row(row, self.rules, time, entries.others(row, resource.id), sheet)


def header_rows(kind: str, place: str, title: str, sheet: Sheet) -> tuple[Row, ...]:
    """What stands at the top of every page of a list: what it is, where, and of when."""
    width = sheet.inner_width
    return (
        Row((Cell(0, width, (Run(f"{kind} · {place}", Face.SMALL, is_muted=True), Run(title, Face.TITLE))),), 1.0),
    )


def footer(branch: Branch, printed_at: datetime) -> str:
    return QCoreApplication.translate("printing", "{branch} · gedruckt am {time}").format(
        branch=branch.label, time=entries.date_and_time(printed_at, branch.tz)
    )


def numbering() -> str:
    return QCoreApplication.translate("printing", "Seite {number} von {count}")


def count_words(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("printing", "1 Termin")
    return QCoreApplication.translate("printing", "{count} Termine").format(count=count)


def entry_row(row: AppointmentRow, rules: PaperRules, time: str, others: str, sheet: Sheet) -> Row:
    """When, who and what, and the facts at the right."""
    facts_width = sheet.inner_width * _FACTS_SHARE
    middle = _INDENT + _TIME_WIDTH + _GAP
    middle_width = sheet.inner_width - middle - _GAP - facts_width
    words = (
        Run(entries.title(row, rules), Face.STRONG),
        Run(entries.text(row)),
        Run(entries.comment(row), Face.SMALL, is_muted=True),
    )
    facts = (Run(" · ".join(entries.facts(row, rules))), Run(others, Face.SMALL, is_muted=True))
    return Row(
        (
            Cell(_INDENT, _TIME_WIDTH, (Run(time, Face.STRONG),)),
            Cell(middle, middle_width, words),
            Cell(sheet.inner_width - facts_width, facts_width, facts),
        ),
        rule=0.5,
        color=entries.color(row),
    )


def _heading(name: str, note: str, sheet: Sheet) -> Row:
    note_width = sheet.inner_width * _FACTS_SHARE
    return Row(
        (
            Cell(0, sheet.inner_width - note_width - _GAP, (Run(name, Face.HEADING),)),
            Cell(sheet.inner_width - note_width, note_width, (Run(note, Face.NORMAL, is_muted=True),)),
        ),
        rule=0.8,
        space=_SECTION_SPACE,
    )


def _nothing(sheet: Sheet) -> Row:
    nothing = QCoreApplication.translate("printing", "Keine Termine an diesem Tag.")
    return Row((Cell(0, sheet.inner_width, (Run(nothing, is_muted=True),)),))
