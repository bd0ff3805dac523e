"""When a resource can be booked without a warning: its availability and the branch's holidays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from terminplaner.domain.resource import Availability
from terminplaner.domain.when import AllDay, Interval, When

FEDERAL_STATES = frozenset(
    ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")
)
"""The federal states whose holidays are known (ISO 3166-2:DE suffixes)."""


def holiday_name(day: date, federal_state: str) -> str | None:
    """The German name of the public holiday on ``day`` in a federal state (ISO 3166-2:DE suffix), or None."""
    name = _holidays(day.year, federal_state).get(day)
    return str(name) if name else None


@lru_cache(maxsize=64)
def _holidays(year: int, federal_state: str) -> Mapping[date, str]:
    # Slow to load, and needed only where days are shown or booked.
    import holidays

    return holidays.country_holidays("DE", subdiv=federal_state, years=year, expand=False, language="de")


def local_days(when: When, zone: ZoneInfo) -> tuple[date, ...]:
    """Every local day an appointment touches."""
    if isinstance(when, AllDay):
        first, end = when.first_on, when.end_on
    else:
        first = when.start_at.astimezone(zone).date()
        last_instant = max(when.start_at, when.end_at - timedelta(microseconds=1))
        end = last_instant.astimezone(zone).date() + timedelta(days=1)
    return tuple(first + timedelta(days=offset) for offset in range((end - first).days))


def available_intervals(
    availabilities: Iterable[Availability], day: date, zone: ZoneInfo
) -> tuple[Interval, ...] | None:
    """The bookable spans of one local day, in order; None where the resource keeps no availability at all.

    A Nichtverfügbarkeit is taken out of the availabilities of the same day.
    """
    rules = tuple(availabilities)
    if not any(rule.is_available for rule in rules):
        return None
    today = [rule for rule in rules if _applies(rule, day)]
    spans = _merged(_span(rule, day, zone) for rule in today if rule.is_available)
    for rule in today:
        if not rule.is_available:
            spans = _without(spans, _span(rule, day, zone))
    return tuple(spans)


def _applies(rule: Availability, day: date) -> bool:
    return (
        rule.weekday == day.weekday()
        and (rule.valid_from_on is None or rule.valid_from_on <= day)
        and (rule.valid_until_on is None or day <= rule.valid_until_on)
    )


def _span(rule: Availability, day: date, zone: ZoneInfo) -> Interval:
    return Interval(
        datetime.combine(day, rule.starts_at, zone).astimezone(UTC),
        datetime.combine(day, rule.ends_at, zone).astimezone(UTC),
    )


def _merged(spans: Iterable[Interval]) -> list[Interval]:
    merged: list[Interval] = []
    for span in sorted(spans, key=lambda item: item.start_at):
        if merged and span.start_at <= merged[-1].end_at:
            merged[-1] = Interval(merged[-1].start_at, max(merged[-1].end_at, span.end_at))
        else:
            merged.append(span)
    return merged


def _without(spans: list[Interval], hole: Interval) -> list[Interval]:
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
