"""When a resource can be booked without a warning: its availability, its absences, and when its shop is open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.absence import Absence
from terminplaner.domain.chain import OpeningSpan
from terminplaner.domain.recurrence import weeks_of_month
from terminplaner.domain.resource import Availability
from terminplaner.domain.when import AllDay, Interval, When, day_interval, day_start


def local_days(when: When, zone: ZoneInfo) -> tuple[date, ...]:
    """Every local day an appointment touches."""
    if isinstance(when, AllDay):
        first, end = when.first_on, when.end_on
    else:
        first = when.start_at.astimezone(zone).date()
        last_instant = max(when.start_at, when.end_at - timedelta(microseconds=1))
        end = last_instant.astimezone(zone).date() + timedelta(days=1)
    return tuple(first + timedelta(days=offset) for offset in range((end - first).days))


def open_intervals(opening: Iterable[OpeningSpan], day: date, zone: ZoneInfo) -> tuple[Interval, ...] | None:
    """When a shop is open on one local day, in order; None where nothing is known of its opening times."""
    spans = tuple(opening)
    if not spans:
        return None
    today = (span for span in spans if span.weekday == day.weekday())
    return tuple(merged(_wall_span(span.opens_at, span.closes_at, day, zone) for span in today))


def available_intervals(
    availabilities: Iterable[Availability],
    day: date,
    zone: ZoneInfo,
    absences: Iterable[Absence] = (),
    opening: Iterable[OpeningSpan] = (),
) -> tuple[Interval, ...] | None:
    """The bookable spans of one local day, in order; None where nothing limits it: the resource keeps no
    availability at all, nothing is known of ``opening``, and neither a Nichtverfügbarkeit nor an absence meets the
    day.

    Both are taken out of the availability, or where none is kept out of the opening times, else of the whole day.
    """
    rules = tuple(availabilities)
    whole_day = day_interval(day, zone)
    today = [rule for rule in rules if applies_on(rule, day)]
    away = [rule_span(rule, day, zone) for rule in today if not rule.is_available]
    away += [span for absence in absences if (span := absence.when.interval(zone)).overlaps(whole_day)]
    if keeps_availability(rules):
        spans = merged(rule_span(rule, day, zone) for rule in today if rule.is_available)
    else:
        open_spans = open_intervals(opening, day, zone)
        if open_spans is None and not away:
            return None
        spans = [whole_day] if open_spans is None else list(open_spans)
    for hole in away:
        spans = without(spans, hole)
    return tuple(spans)


def keeps_availability(rules: Iterable[Availability]) -> bool:
    """Whether a resource says itself when it works, whatever the opening times are."""
    return any(rule.is_available for rule in rules)


def applies_on(rule: Availability, day: date) -> bool:
    """Whether ``rule`` means ``day``, by its weekday, its bounds and its rhythm."""
    return (
        rule.weekday == day.weekday()
        and (rule.valid_from_on is None or rule.valid_from_on <= day)
        and (rule.valid_until_on is None or day <= rule.valid_until_on)
        and (rule.week_of_month is None or rule.week_of_month in weeks_of_month(day))
        and (_week(day) - _week(rule.valid_from_on or date.min)) % max(rule.interval_weeks, 1) == 0
    )


def rule_span(rule: Availability, day: date, zone: ZoneInfo) -> Interval:
    """The instants of ``rule`` on a local day it applies on; empty where the clocks leave nothing of it."""
    return _wall_span(rule.starts_at, rule.ends_at, day, zone)


def concerns(absence: Absence, resource_id: UUID, branch_id: UUID) -> bool:
    """Whether ``absence`` is one of this resource, of its branch, or of the whole chain."""
    if absence.resource_ids:
        return resource_id in absence.resource_ids
    return absence.branch_id in {None, branch_id}


def merged(spans: Iterable[Interval]) -> list[Interval]:
    """``spans`` in order, those that overlap or touch as one, empty ones left out."""
    found: list[Interval] = []
    for span in sorted(spans, key=lambda item: item.start_at):
        if span.start_at == span.end_at:
            continue
        if found and span.start_at <= found[-1].end_at:
            found[-1] = Interval(found[-1].start_at, max(found[-1].end_at, span.end_at))
        else:
            found.append(span)
    return found


def without(spans: Iterable[Interval], hole: Interval) -> list[Interval]:
    """What ``hole`` leaves of ``spans``."""
    rest: list[Interval] = []
    for span in spans:
        if not span.overlaps(hole):
            rest.append(span)
            continue
        if span.start_at < hole.start_at:
            rest.append(Interval(span.start_at, hole.start_at))
        if hole.end_at < span.end_at:
            rest.append(Interval(hole.end_at, span.end_at))
    return rest


def _wall_span(starts_at: time, ends_at: time, day: date, zone: ZoneInfo) -> Interval:
    start_at = datetime.combine(day, starts_at, zone).astimezone(UTC)
    if ends_at == time.min:
        end_at = day_start(day + timedelta(days=1), zone)
    else:
        end_at = datetime.combine(day, ends_at, zone).astimezone(UTC)
    return Interval(start_at, max(start_at, end_at))


def _week(day: date) -> int:
    """The number of the week, begun on Monday, since the first one of the calendar."""
    return (day.toordinal() - 1) // 7
