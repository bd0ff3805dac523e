"""Availabilities (Verfügbarkeiten) one by one, as they are drawn in the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import uuid4

from terminplaner.domain.recurrence import weeks_of_month
from terminplaner.domain.resource import Availability, Resource, Weekday
from terminplaner.domain.series import SeriesScope
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.permissions import Actor
from terminplaner.services.ports import Clock, UnitOfWork
from terminplaner.services.validation import validate


@dataclass(frozen=True, slots=True)
class Availabilities:
    """Whoever plans absences may change any, an employee those of the own resource."""

    gate: Gate
    clock: Clock

    def save(self, actor: Actor, rule: Availability) -> Availability:
        """Insert or update; it applies to every day the rule means.  Raise as ``save_all`` does."""
        return self.save_all(actor, (rule,))[0]

    @repeatable
    def save_all(self, actor: Actor, rules: Sequence[Availability]) -> tuple[Availability, ...]:
        """Insert or update all of them or none, as one step to take back.

        Raise ``InvalidInputError`` (``end_before_start``, a number out of range, ``field_missing``),
        ``StaleRevisionError`` or ``PermissionDeniedError``.
        """
        with self.gate.open(actor, "save_availability") as passage:
            for rule in rules:
                require_availability_allowed(passage.work, actor, rule)
                validate(passage.work, rule)
            return tuple(passage.work.put(rule) for rule in rules)

    def change(self, actor: Actor, rule: Availability, day: date, scope: SeriesScope) -> Availability:
        """Store a modified copy of a stored rule that repeats: for all its days, from ``day`` on, or for it alone.

        What is not for all becomes a rule of its own, on the days that ``rule`` says.  Raise as ``save`` does.
        """
        if scope is SeriesScope.ALL:
            return self.save(actor, rule)
        return self._change_from(actor, rule, day, scope)

    @repeatable
    def _change_from(self, actor: Actor, rule: Availability, day: date, scope: SeriesScope) -> Availability:
        with self.gate.open(actor, "save_availability") as passage:
            work = passage.work
            require_availability_allowed(work, actor, rule)
            stored = replace(work.get(Availability, rule.id), revision=rule.revision)
            self._take_out(work, stored, day, scope)
            changed = replace(rule, id=uuid4(), revision=0)
            validate(work, changed)
            return work.put(changed)

    @repeatable
    def delete(
        self, actor: Actor, rule: Availability, day: date | None = None, scope: SeriesScope = SeriesScope.ALL
    ) -> None:
        """Take away the rule as a whole, on one ``day`` of it, or from that day on.

        Raise ``StaleRevisionError`` or ``PermissionDeniedError``.
        """
        with self.gate.open(actor, "delete_availability") as passage:
            require_availability_allowed(passage.work, actor, rule)
            if day is None:
                passage.work.put(replace(rule, deleted_at=self.clock.now()))
            else:
                self._take_out(passage.work, rule, day, scope)

    def _take_out(self, work: UnitOfWork, rule: Availability, day: date, scope: SeriesScope) -> None:
        if scope is SeriesScope.ALL or rule.valid_from_on == day:
            work.put(replace(rule, deleted_at=self.clock.now()))
        else:
            work.put(replace(rule, valid_until_on=day - timedelta(days=1)))
        if scope is SeriesScope.THIS:
            self._put_rest(work, rule, day)

    @staticmethod
    def _put_rest(work: UnitOfWork, rule: Availability, day: date) -> None:
        """What comes after a day that was taken out, in the same weeks as before."""
        next_on = day + timedelta(weeks=rule.interval_weeks)
        if rule.valid_until_on is None or next_on <= rule.valid_until_on:
            work.put(replace(rule, id=uuid4(), valid_from_on=next_on, revision=0))


def put_on(rule: Availability, day: date, to_on: date) -> Availability:
    """``rule``, which applies on ``day``, so that it applies on ``to_on`` instead, as often as before.

    Where it began or ended just then it begins earlier or ends later; monthly it comes on the place in the month
    that it had, or on that of ``to_on``.
    """
    first, last, week = rule.valid_from_on, rule.valid_until_on, rule.week_of_month
    # Every so many weeks are counted from the first one, so that goes along to another week.
    weeks = timedelta(days=(to_on.toordinal() - 1) // 7 * 7 - (day.toordinal() - 1) // 7 * 7)
    if first == last == day:
        first = last = to_on
    if first is not None:
        first = min(first + weeks, to_on)
    if last is not None:
        last = max(last + weeks, to_on)
    if week is not None and week not in weeks_of_month(to_on):
        week = weeks_of_month(to_on)[0]
    return replace(
        rule, weekday=Weekday(to_on.weekday()), valid_from_on=first, valid_until_on=last, week_of_month=week
    )


def require_availability_allowed(work: UnitOfWork, actor: Actor, rule: Availability) -> None:
    """Raise ``PermissionDeniedError`` unless the actor may; also for the resource it belonged to until now."""
    stored = work.find(Availability, rule.id)
    for state in (rule, stored):
        if state is not None:
            actor.require_absences(work.get(Resource, state.resource_id))
