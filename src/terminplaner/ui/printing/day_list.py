"""The day list (Tagesliste): everything of one day, resource by resource."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.away import Away, away_by_day
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
    """``plan`` is of at least that day and these resources.

    Each begins a page where ``has_page_per_resource``; those that are away all day follow together on one.
    """

    branch: Branch
    day: date
    resources: tuple[Resource, ...]
    plan: Plan
    rules: PaperRules
    printed_at: datetime
    has_page_per_resource: bool = True

    @property
    def name(self) -> str:
        """The name of a file or of a job in a printer's queue."""
        return QCoreApplication.translate("printing", "Tagesliste {day}").format(day=self.day.isoformat())

    def pages(self, sheet: Sheet, measure: Measure) -> tuple[Page, ...]:
        heading = QCoreApplication.translate("printing", "Tagesliste")
        names = {self._holiday(resource) for resource in self.resources}
        holiday = names.pop() if len(names) == 1 else ""
        title = " · ".join(part for part in (wording.long_date(self.day), holiday) if part)
        header = header_rows(heading, self.branch.label, title, sheet)
        sections = self._sections(sheet, names_holidays=not holiday)
        pages = flow(header, sections, sheet, measure, footer_height(measure))
        return with_footers(pages, footer(self.branch, self.printed_at), numbering(), sheet, measure)

    def _sections(self, sheet: Sheet, *, names_holidays: bool) -> Iterator[Section]:
        """``names_holidays`` where not all of the resources have the same one, or none at all."""
        zone = self.branch.tz
        away = away_by_day(self.plan, (self.day,), zone, with_parts=True)[self.day]
        parts_of = {row.id: [part for part in away if part.resource.id == row.id] for row in self.resources}
        rows_of = {row.id: entries.rows_of_day(self.plan.rows, row.id, self.day, zone) for row in self.resources}
        gone = {
            key for key, parts in parts_of.items() if not rows_of[key] and any(part.is_whole for part in parts)
        }
        has_pages, is_after_page = self.has_page_per_resource, True
        for resource in sorted(self.resources, key=lambda resource: has_pages and resource.id in gone):
            found, is_gone = rows_of[resource.id], resource.id in gone
            why = self._why(self._holiday(resource) if names_holidays else "", parts_of[resource.id])
            rows = tuple(self._entry(row, resource, sheet) for row in found)
            yield Section(
                (_heading(resource.name, count_words(len(found)), why, sheet),),
                (_heading(resource.name, QCoreApplication.translate("printing", "Fortsetzung"), "", sheet),),
                rows or (() if is_gone else (_nothing(sheet),)),
                starts_page=has_pages and (is_after_page or not is_gone),
            )
            is_after_page = not is_gone

    def _holiday(self, resource: Resource) -> str:
        calendar = self.plan.holidays.get(resource.id)
        return (calendar.name_on(self.day) if calendar else None) or ""

    def _why(self, holiday: str, away: list[Away]) -> str:
        """What keeps a resource from being booked on this day."""
        parts = (absence_wording.part_of_day(part, self.branch.tz) for part in away)
        return " · ".join(dict.fromkeys(part for part in (holiday, *parts) if part))

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
        Run(entries.address(row, rules)),
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


def _heading(name: str, note: str, why: str, sheet: Sheet) -> Row:
    """``why`` a resource cannot be booked all day stands below its name."""
    note_width = sheet.inner_width * _FACTS_SHARE
    words = (Run(name, Face.HEADING), Run(why, is_muted=True))
    return Row(
        (
            Cell(0, sheet.inner_width - note_width - _GAP, words),
            Cell(sheet.inner_width - note_width, note_width, (Run(note, Face.NORMAL, is_muted=True),)),
        ),
        rule=0.8,
        space=_SECTION_SPACE,
    )


def _nothing(sheet: Sheet) -> Row:
    nothing = QCoreApplication.translate("printing", "Keine Termine an diesem Tag.")
    return Row((Cell(0, sheet.inner_width, (Run(nothing, is_muted=True),)),))
