"""One occurrence of a series was moved in the plan, it alone: letting those that follow go with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.chain import Branch
from terminplaner.domain.errors import InvalidInputError, StaleRevisionError
from terminplaner.domain.series import Series, SeriesScope, first_day
from terminplaner.services.booking_rules import require_writable
from terminplaner.services.detachment import attached_again
from terminplaner.services.gate import repeatable
from terminplaner.services.holidays import holiday_calendar
from terminplaner.services.permissions import Actor
from terminplaner.services.planning import Planning
from terminplaner.services.ports import Reader
from terminplaner.services.series import SeriesOutcome
from terminplaner.services.series_occurrences import (
    Changes,
    change_all,
    hold_all,
    members_of,
    occurrence_of,
    require_places,
    warnings_on_days,
)


@dataclass(frozen=True, slots=True)
class SeriesMoves:
    planning: Planning

    def count_following(self, before: Appointment, after: Appointment) -> int:
        """How many occurrences ``carry_over`` would concern; none where the series has no way to follow.

        To another day go those whose rule can go there (``Recurrence.shifted``), from where it put them.
        """
        with self.planning.gate.store.read() as reader:
            _, series = occurrence_of(reader, after.id)
            changes = Changes.between(reader, before, after).of_place
            if _gone_along(reader, series, before, changes) is None:
                return 0
            return len(_going(reader, series, self._following(reader, before), changes))

    @repeatable
    def carry_over(
        self, actor: Actor, before: Appointment, after: Appointment, *, leaves_out_full: bool = False
    ) -> SeriesOutcome:
        """Let the following occurrences go where one went: it was ``before`` and is ``after``.

        What else was entered for it stays its own, and keeps it detached; without that it is one of them again
        (``attached_again``).  Those that were changed on their own stay as they are, and so do those that would
        come to stand on a holiday that the series leaves out (``left_out`` of the outcome).  Raise as
        ``SeriesPlanning.change`` does, and ``StaleRevisionError`` where the occurrence is another by now, or none
        that could follow is left.
        """
        now = self.planning.clock.now()
        with self.planning.gate.open(actor, "move_series") as passage:
            work = passage.work
            current, series = occurrence_of(work, after.id)
            changes = Changes.between(work, before, current).of_place
            following = hold_all(work, lambda: self._following(work, before), series, changes, current)
            current, series = occurrence_of(work, after.id)
            require_writable(current, after.revision)
            gone = _gone_along(work, series, before, changes)
            if gone is None:
                raise InvalidInputError("series_day_fixed")
            going = _going(work, series, following, changes)
            stored, full = change_all(work, actor, series, going, changes, now)
            require_places(stored, full, changes.zone, leaves_out_full=leaves_out_full)
            if not stored:
                raise StaleRevisionError
            series = work.put(replace(gone, pattern=changes.applied_to(series.pattern)))
            lead = work.put(attached_again(work, (current,))[0])
            warnings, warned_on = warnings_on_days(work, stored, now)
        followed = {item.id for item in stored}
        left_out = tuple(first_day(item.when, changes.zone) for item in following if item.id not in followed)
        return SeriesOutcome(
            (lead, *stored), passage.change_set, warnings, left_out=left_out, warned_on=warned_on, series=series
        )

    def _following(self, reader: Reader, before: Appointment) -> list[Appointment]:
        members = members_of(reader, before, SeriesScope.FOLLOWING, self.planning.clock.now())
        return [member for member in members if member.id != before.id and not member.is_detached]


def _gone_along(reader: Reader, series: Series, before: Appointment, changes: Changes) -> Series | None:
    """The series with the rule of where its occurrences go; None where they have no way to follow."""
    if changes.days and before.is_detached:
        return None
    return series.shifted(changes.days, reader.get(Branch, series.pattern.branch_id).tz)


def _going(reader: Reader, series: Series, members: Sequence[Appointment], changes: Changes) -> list[Appointment]:
    """Those that do not come to stand on a day that the series leaves out; none where one that stays for that
    would be in the way of another."""
    if not changes.days or series.includes_holidays:
        return list(members)
    holidays = holiday_calendar(reader, reader.get(Branch, series.pattern.branch_id))
    going, kept = list[Appointment](), set[date]()
    for member in members:
        if holidays.name_on(changes.day_of(member)) is None:
            going.append(member)
        else:
            kept.add(first_day(member.when, changes.zone))
    return [] if kept.intersection(changes.day_of(member) for member in going) else going
