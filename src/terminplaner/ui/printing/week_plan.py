"""The week plan (Wochenplan): a resource's week as it hangs on a wall, hours from top to bottom."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.queries import Plan
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.plan.layout import Place, Span, lay_out
from terminplaner.ui.planner.plan.time_axis import TimeAxis
from terminplaner.ui.printing import entries
from terminplaner.ui.printing.day_list import entry_row, footer, header_rows, numbering
from terminplaner.ui.printing.entries import PaperRules
from terminplaner.ui.printing.flow import Cell, Row, Run, Section, flow, footer_height, with_footers
from terminplaner.ui.printing.sheet import Box, Face, Hatch, Mark, Measure, Page, Rule, Sheet, Words
from terminplaner.ui.printing.week_ground import DayGround, week_grounds
from terminplaner.ui.printing.wrapping import elide, wrap

_RAIL_WIDTH = 32.0
_GAP = 3.0
_BAR_WIDTH = 2.5
_HOUR = 60
_USUAL_HOURS = (9, 18)
_GROUND = "#f2f2f2"
_PAPER = "#ffffff"
_SPACE = 8.0


@dataclass(frozen=True, slots=True)
class WeekPlan:
    """One page for each resource, and pages with whatever had to be shortened on it.

    ``plan`` is of at least those days and resources.
    """

    branch: Branch
    days: tuple[date, ...]
    resources: tuple[Resource, ...]
    plan: Plan
    rules: PaperRules
    printed_at: datetime

    @property
    def name(self) -> str:
        """The name of a file or of a job in a printer's queue."""
        return QCoreApplication.translate("printing", "Wochenplan {day}").format(day=self.days[0].isoformat())

    def pages(self, sheet: Sheet, measure: Measure) -> tuple[Page, ...]:
        pages: list[Page] = []
        for resource in self.resources:
            week = _Week(self, resource, sheet, measure)
            pages.append(week.page())
            if week.shortened:
                pages += self._in_full(resource, week.shortened, sheet, measure)
        return with_footers(pages, footer(self.branch, self.printed_at), numbering(), sheet, measure)

    def header(self, resource: Resource, sheet: Sheet) -> Row:
        heading = QCoreApplication.translate("printing", "Wochenplan · {branch} · KW {week} · {first} – {last}")
        week = heading.format(
            branch=self.branch.label,
            week=self.days[0].isocalendar().week,
            first=wording.long_date(self.days[0]),
            last=wording.long_date(self.days[-1]),
        )
        words = (Run(week, Face.SMALL, is_muted=True), Run(resource.name, Face.TITLE))
        return Row((Cell(0, sheet.inner_width, words),), rule=1.0)

    def _in_full(
        self, resource: Resource, shortened: list[AppointmentRow], sheet: Sheet, measure: Measure
    ) -> tuple[Page, ...]:
        zone = self.branch.tz
        heading = QCoreApplication.translate("printing", "Im Wochenplan gekürzt")
        rows = []
        for row in dict.fromkeys(shortened):
            first_on = row.appointment.when.interval(zone).start_at.astimezone(zone).date()
            time = f"{wording.short_date(first_on)}\n{wording.span(row, zone)}"
            rows.append(entry_row(row, self.rules, time, entries.others(row, resource.id), sheet))
        header = header_rows(heading, self.branch.label, resource.name, sheet)
        return flow(header, (Section((), (), tuple(rows)),), sheet, measure, footer_height(measure))


class _Week:
    """The page of one resource."""

    def __init__(self, plan: WeekPlan, resource: Resource, sheet: Sheet, measure: Measure) -> None:
        self._plan = plan
        self._resource = resource
        self._sheet = sheet
        self._measure = measure
        self._axis = TimeAxis.for_days(plan.days, plan.branch.tz)
        self._line = measure.height(Face.SMALL)
        self._column = (sheet.inner_width - _RAIL_WIDTH) / len(plan.days)
        self._grounds = week_grounds(plan.plan, resource, self._axis)
        self._timed, self._all_day = self._sorted()
        self.shortened: list[AppointmentRow] = []
        """What the page does not show with all its words."""

    def page(self) -> Page:
        header = self._plan.header(self._resource, self._sheet).wrapped(self._measure)
        top = self._sheet.margin + header.height(self._measure) + _SPACE
        holidays = [self._lines(ground.holiday) for ground in self._grounds]
        reasons = [self._lines(*ground.all_day) for ground in self._grounds]
        heads = top + self._measure.height(Face.STRONG)
        lane_top = heads + max(map(len, holidays)) * self._line + _GAP
        bars_top = lane_top + max(map(len, reasons)) * self._line
        grid_top = bars_top + max(map(len, self._all_day.values())) * (self._line + 2 * _GAP) + _GAP
        bottom = self._sheet.bottom - footer_height(self._measure)
        return (
            *header.marks(self._sheet.margin, self._sheet, self._measure),
            *self._hatching(lane_top, grid_top, bottom),
            *self._heads(top),
            *self._notes(holidays, heads),
            *self._notes(reasons, lane_top),
            *self._bars(bars_top),
            *self._grid(top, grid_top, bottom),
            *self._reasons(grid_top, bottom),
            *self._blocks(grid_top, bottom),
        )

    def _lines(self, *words: str) -> list[str]:
        """What is said below a day's name."""
        room = self._column - 2 * _GAP
        return [line for text in words for line in wrap(text, Face.SMALL, room, self._measure)]

    def _sorted(self) -> tuple[dict[date, list[AppointmentRow]], dict[date, list[AppointmentRow]]]:
        timed: dict[date, list[AppointmentRow]] = {}
        all_day: dict[date, list[AppointmentRow]] = {}
        for day in self._plan.days:
            found = entries.rows_of_day(self._plan.plan.rows, self._resource.id, day, self._axis.zone)
            all_day[day] = [row for row in found if isinstance(row.appointment.when, AllDay)]
            timed[day] = [row for row in found if not isinstance(row.appointment.when, AllDay)]
        return timed, all_day

    # -- what does not move

    def _left(self, number: int) -> float:
        return self._sheet.margin + _RAIL_WIDTH + number * self._column

    def _heads(self, top: float) -> Iterator[Mark]:
        base = top + self._measure.ascent(Face.STRONG)
        for number, day in enumerate(self._plan.days):
            yield Words(self._left(number) + _GAP, base, wording.short_date(day), Face.STRONG)

    def _notes(self, notes: list[list[str]], top: float) -> Iterator[Mark]:
        for number, lines in enumerate(notes):
            for index, line in enumerate(lines):
                yield from self._note(number, top + index * self._line, line)

    def _note(self, number: int, top: float, text: str) -> Iterator[Mark]:
        """On bare paper, whatever is hatched around it."""
        x, width = self._left(number) + _GAP, self._measure.width(text, Face.SMALL)
        yield Box(x - 1, top + 0.5, width + 2, self._line - 0.5, _PAPER)
        yield Words(x, top + self._measure.ascent(Face.SMALL), text, Face.SMALL, is_muted=True)

    def _hatching(self, lane_top: float, grid_top: float, bottom: float) -> Iterator[Mark]:
        """Where nothing can be booked; a day without any such hour is hatched up to its name."""
        for number, ground in enumerate(self._grounds):
            x, width = self._left(number), self._column
            if not self._is_open(ground):
                yield Hatch(x, lane_top, width, grid_top - lane_top)
            for start, end in ground.hatched:
                y, until = (self._y(self._shown(edge), grid_top, bottom) for edge in (start, end))
                if y < until:
                    yield Hatch(x, y, width, until - y)

    def _reasons(self, top: float, bottom: float) -> Iterator[Mark]:
        """Why some hours cannot be booked, where there is room for it."""
        for number, ground in enumerate(self._grounds):
            for start, end, why in ground.parts:
                y, until = (self._y(self._shown(edge), top, bottom) for edge in (start, end))
                if until - y >= self._line:
                    text = elide(why, Face.SMALL, self._column - 2 * _GAP, self._measure)
                    yield from self._note(number, y + 1, text)

    def _is_open(self, ground: DayGround) -> bool:
        return sum(end - start for start, end in ground.hatched) < self._axis.length

    def _shown(self, position: float) -> float:
        """``position``, or the edge of the hours that are shown."""
        return min(max(position, self._first), self._last)

    def _grid(self, top: float, grid_top: float, bottom: float) -> Iterator[Mark]:
        right = self._sheet.width - self._sheet.margin
        for tick in self._axis.ticks(_HOUR):
            if not self._first <= tick.position <= self._last:
                continue
            y = self._y(tick.position, grid_top, bottom)
            yield Rule(self._left(0), y, right, y, 0.4)
            if tick.position < self._last:
                base = y + self._measure.ascent(Face.SMALL)
                yield Words(self._sheet.margin, base, f"{tick.minute // _HOUR:02}:00", Face.SMALL, is_muted=True)
        yield Rule(self._left(0), bottom, right, bottom, 0.4)
        for number in range(len(self._plan.days) + 1):
            yield Rule(self._left(number), top, self._left(number), bottom, 0.4)

    @property
    def _first(self) -> float:
        """The first hour with something in it, on the axis; the usual first hour at the latest."""
        starts = [start for day in self._timed for start, _ in self._spans(day)]
        usual = self._axis.position_of_wall(_USUAL_HOURS[0] * _HOUR)
        return min([usual, *(math.floor(start / _HOUR) * _HOUR for start in starts)])

    @property
    def _last(self) -> float:
        ends = [end for day in self._timed for _, end in self._spans(day)]
        usual = self._axis.position_of_wall(_USUAL_HOURS[1] * _HOUR)
        return min(max([usual, *(math.ceil(end / _HOUR) * _HOUR for end in ends)]), self._axis.length)

    def _spans(self, day: date) -> list[tuple[float, float]]:
        return [self._span(row, day) for row in self._timed[day]]

    def _span(self, row: AppointmentRow, day: date) -> tuple[float, float]:
        found = self._axis.span_on(row.appointment.when.interval(self._axis.zone), day)
        return found or (0.0, 0.0)

    def _y(self, position: float, top: float, bottom: float) -> float:
        return top + (position - self._first) / (self._last - self._first) * (bottom - top)

    # -- appointments

    def _bars(self, top: float) -> Iterator[Mark]:
        for number, day in enumerate(self._plan.days):
            y = top
            for row in self._all_day[day]:
                yield from self._box(row, day, (self._left(number) + 1, y, self._column - 2), self._line + _GAP)
                y += self._line + 2 * _GAP

    def _blocks(self, top: float, bottom: float) -> Iterator[Mark]:
        # Whatever is shorter than a line of text is given the room of one.
        least = (self._line + _GAP) / (bottom - top) * (self._last - self._first)
        for number, day in enumerate(self._plan.days):
            rows = {row.appointment.id: row for row in self._timed[day]}
            spans = {key: self._span(row, day) for key, row in rows.items()}
            places = lay_out(Span(key, start, max(end, start + least)) for key, (start, end) in spans.items())
            for key, (start, end) in spans.items():
                y = self._y(start, top, bottom)
                height = self._y(max(end, start + least), top, bottom) - y
                y = min(y, bottom - height)
                yield from self._box(rows[key], day, self._at(number, places[key], y), height - 1)

    def _at(self, number: int, place: Place, y: float) -> tuple[float, float, float]:
        left = self._left(number) + 1 + place.left * (self._column - 2)
        return left, y, (place.right - place.left) * (self._column - 2) - 1

    def _box(
        self, row: AppointmentRow, day: date, at: tuple[float, float, float], height: float
    ) -> Iterator[Mark]:
        x, y, width = at
        yield Box(x, y, width, height, _GROUND, 0.4)
        yield Box(x, y, _BAR_WIDTH, height, entries.color(row))
        inner = width - _BAR_WIDTH - 2 * _GAP
        lines = [
            (line, face)
            for words, face in self._words(row, day)
            for line in wrap(words, face, inner, self._measure)
        ]
        room = max(int((height - 1) / self._line), 1)
        if room < len(lines):
            self.shortened.append(row)
            last, face = lines[room - 1]
            rest = " ".join(line for line, other in lines[room:] if other is face)
            lines[room - 1] = (elide(f"{last} {rest}…", face, inner, self._measure), face)
        for number, (line, face) in enumerate(lines[:room]):
            base = y + 1 + number * self._line + self._measure.ascent(Face.SMALL)
            yield Words(x + _BAR_WIDTH + _GAP, base, line, face)

    def _words(self, row: AppointmentRow, day: date) -> Iterator[tuple[str, Face]]:
        """Time and title, then whatever else there is to say."""
        rules = self._plan.rules
        yield f"{self._time(row, day)} {entries.title(row, rules)}", Face.SMALL_STRONG
        further = (
            entries.text(row),
            ", ".join(entries.facts(row, rules)),
            entries.others(row, self._resource.id),
            entries.comment(row),
        )
        for words in further:
            yield words, Face.SMALL

    def _time(self, row: AppointmentRow, day: date) -> str:
        """When it begins, or on its last day when it ends; the grid shows how long it takes."""
        when, zone = row.appointment.when, self._axis.zone
        if isinstance(when, AllDay):
            return ""
        if when.start_at.astimezone(zone).date() == day:
            return wording.clock(when.start_at, zone)
        return f"–{wording.clock(when.end_at, zone)}" if when.end_at.astimezone(zone).date() == day else "–"


def week_days(day: date, with_weekend: bool) -> tuple[date, ...]:
    """The days of the week of ``day``, Monday first; without a weekend Monday to Friday."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=number) for number in range(7 if with_weekend else 5))
