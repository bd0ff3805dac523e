"""The working times of a resource, line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from helpers.named import named
from terminplaner.domain.resource import Availability, Weekday, WeekOfMonth
from terminplaner.ui.administration.availability_form import AvailabilityForm

TODAY = date(2026, 11, 23)
RULE = Availability(uuid4(), uuid4(), Weekday.MONDAY, time(9), time(18), revision=1)


@pytest.fixture
def form(qtbot: QtBot) -> AvailabilityForm:
    form = AvailabilityForm(TODAY)
    qtbot.addWidget(form)
    return form


def _show(form: AvailabilityForm, rule: Availability) -> None:
    form.show_rules(rule.resource_id, (rule,))
    form.show()


def test_a_line_shows_and_keeps_every_field_of_its_rule(form: AvailabilityForm) -> None:
    rule = replace(
        RULE,
        ends_at=time(0),
        interval_weeks=3,
        valid_from_on=date(2026, 1, 5),
        valid_until_on=date(2026, 12, 31),
        step_minutes=60,
        min_step_minutes=15,
        second_resource_id=uuid4(),
        text="Sehtest",
    )
    _show(form, rule)
    assert form.rules == (rule,)
    assert not form.is_dirty


def test_rhythm_and_steps_are_edited(form: AvailabilityForm, qtbot: QtBot) -> None:
    _show(form, RULE)
    with qtbot.waitSignal(form.edited):
        named(form, QSpinBox, "Schrittweite").setValue(45)
    named(form, QSpinBox, "Min. Schrittweite").setValue(15)
    named(form, QSpinBox, "Abstand").setValue(2)
    wanted = replace(RULE, step_minutes=45, min_step_minutes=15, interval_weeks=2, valid_from_on=TODAY)
    assert form.rules == (wanted,)
    named(form, QSpinBox, "Abstand").setValue(1)
    assert form.rules[0].valid_from_on is None


def test_one_of_a_month_is_edited_and_the_distance_in_weeks_is_gone(form: AvailabilityForm, qtbot: QtBot) -> None:
    _show(form, replace(RULE, interval_weeks=2, valid_from_on=TODAY))
    rhythm = _rhythm(form)
    with qtbot.waitSignal(form.edited):
        rhythm.setCurrentText("am letzten im Monat")
    assert form.rules == (replace(RULE, valid_from_on=TODAY, week_of_month=WeekOfMonth.LAST),)
    assert not [
        field for field in form.findChildren(QSpinBox) if field.accessibleName() == "Abstand" and field.isVisible()
    ]
    rhythm.setCurrentText("wöchentlich")
    assert form.rules[0].interval_weeks == 2


def test_a_monthly_line_keeps_its_rule_and_may_change_its_weekday(form: AvailabilityForm) -> None:
    rule = replace(RULE, week_of_month=WeekOfMonth.SECOND)
    _show(form, rule)
    assert form.rules == (rule,)
    days = next(box for box in form.findChildren(QComboBox) if box.accessibleName() == "Wochentag")
    days.setCurrentIndex(Weekday.FRIDAY)
    assert _rhythm(form).currentText() == "am zweiten im Monat"
    assert form.rules == (replace(rule, weekday=Weekday.FRIDAY),)


def _rhythm(form: AvailabilityForm) -> QComboBox:
    return next(box for box in form.findChildren(QComboBox) if box.accessibleName() == "Wiederholung")
