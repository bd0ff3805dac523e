"""The fields that say how often a Verfügbarkeit comes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from PySide6.QtCore import QDate, QLocale, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.resource import Availability, Weekday
from terminplaner.services.working_time import applies_on
from terminplaner.ui.date_field import DateField
from terminplaner.ui.forms import inset, side_by_side
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.planner.appointment.week_of_month_field import WeekOfMonthField
from terminplaner.ui.planner.availability.rhythm import is_once, once_on, rhythm_text, weeks_field
from terminplaner.ui.weekday_boxes import WeekdayBoxes


class RhythmFields(QObject):
    """Whether a Verfügbarkeit repeats, how often, on which days, and until when.

    ``line``, ``days`` and ``ending`` are rows of a form, of which ``days`` is shown while it ``is_weekly``.
    """

    changed = Signal()

    def __init__(
        self,
        rule: Availability,
        opened_on: date,
        weekdays: Collection[Weekday] = (),
        parent: QObject | None = None,
    ) -> None:
        """``rule`` of a new one has revision 0, and only a new one is for several days of a week, at first for
        ``weekdays``, else for that of its day; ``opened_on`` is the day of it that is looked at.
        """
        super().__init__(parent)
        self._rule = rule
        self._opened_on = opened_on
        self._repeats = QCheckBox(self.tr("Wiederholt sich"))
        self.rhythm = WeekOfMonthField(rule.week_of_month)
        self._weeks = weeks_field(rule.interval_weeks)
        self._boxes = WeekdayBoxes(in_a_row=len(Weekday))
        self._only_day = plain_label()
        self._has_own_weekdays = bool(weekdays)
        self._more_ids = {weekday: uuid4() for weekday in Weekday}
        self.days: QWidget = self._only_day if rule.revision else self._boxes
        self._boxes.choose(weekdays)
        self.last = inset(DateField())
        self._is_endless = QCheckBox(self.tr("endet nie"))
        self.line = side_by_side(self._repeats, self.rhythm, self._weeks, stretch=True)
        self.ending = side_by_side(self.last, self._is_endless, stretch=True)
        is_single = is_once(rule)
        self._repeats.setChecked(not is_single)
        self._is_endless.setChecked(rule.valid_until_on is None or is_single)
        last_on = opened_on if is_single or rule.valid_until_on is None else rule.valid_until_on
        self.last.setDate(QDate(last_on.year, last_on.month, last_on.day))
        self._begin_on(opened_on)
        self._boxes.changed.connect(self._on_weekday)
        self._repeats.toggled.connect(self._update)
        self.rhythm.currentIndexChanged.connect(self._update)
        self._is_endless.toggled.connect(self._update)
        self._update()

    def follow(self, day: date) -> None:
        """It begins on another day."""
        self._begin_on(day)
        self._update()

    @property
    def is_weekly(self) -> bool:
        return self._repeats.isChecked() and self.rhythm.week is None

    def rules(self, rule: Availability, day: date) -> tuple[Availability, ...]:
        """``rule`` as often as is chosen: one for each weekday that is ticked, where they are to choose.

        Raise ``InvalidInputError`` (``weekday_missing``, ``weekday_never_comes``).
        """
        every = self.repeated(rule, day)
        if not self.is_weekly or self._rule.revision:
            return (every,)
        if not self._boxes.chosen:
            raise InvalidInputError("weekday_missing")
        found = tuple(
            replace(every, id=self._more_ids[weekday] if number else rule.id, weekday=weekday)
            for number, weekday in enumerate(sorted(self._boxes.chosen))
        )
        if len(found) > 1 and not all(map(_ever_comes, found)):
            raise InvalidInputError("weekday_never_comes")
        return found

    def repeated(self, rule: Availability, day: date) -> Availability:
        """``rule`` from ``day`` on as often as is chosen, or on that day alone."""
        if not self._repeats.isChecked():
            return once_on(day, rule)
        week = self.rhythm.week
        weeks = self._weeks.value() if week is None else 1
        is_same_day = day == self._opened_on and self._rule.revision > 0
        first_on = self._rule.valid_from_on if is_same_day else day
        if first_on is None and weeks > 1:
            first_on = day
        last = self.last.date()
        return replace(
            rule,
            weekday=Weekday(day.weekday()),
            valid_from_on=first_on,
            valid_until_on=None if self._is_endless.isChecked() else date(last.year(), last.month(), last.day()),
            interval_weeks=weeks,
            week_of_month=week,
        )

    def _begin_on(self, day: date) -> None:
        """Offer weekly, or what the day is in its month; its weekday is ticked until somebody ticks others."""
        weekday = Weekday(day.weekday())
        self.rhythm.offer(day, lambda week: rhythm_text(week, weekday))
        only = self.tr("nur {day}").format(day=QLocale().standaloneDayName(weekday + 1))
        self._only_day.setText(only)
        self._only_day.setAccessibleDescription(only)  # its name is that of the row
        if not self._has_own_weekdays:
            self._boxes.choose((weekday,))

    def _on_weekday(self) -> None:
        self._has_own_weekdays = True

    def _update(self) -> None:
        repeats = self._repeats.isChecked()
        self.rhythm.setEnabled(repeats)
        self._weeks.setEnabled(repeats)
        self._weeks.setVisible(self.rhythm.week is None)
        self._is_endless.setEnabled(repeats)
        self.last.setEnabled(repeats and not self._is_endless.isChecked())
        self.changed.emit()


def _ever_comes(rule: Availability) -> bool:
    """Whether a weekly rule has a day between its bounds."""
    if rule.valid_from_on is None or rule.valid_until_on is None:
        return True
    days = min((rule.valid_until_on - rule.valid_from_on).days + 1, len(Weekday) * (rule.interval_weeks + 1))
    return any(applies_on(rule, rule.valid_from_on + timedelta(days=number)) for number in range(days))
