"""Kalenderperiode: what it says, and carrying it on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import uuid4

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from helpers.named import named, press
from helpers.workplace import MONDAY_MORNING, Workplace
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.when import Timed
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.ui.administration.calendar_period_tab import CalendarPeriodDialog, CalendarPeriodTab
from terminplaner.ui.banner import Banner
from terminplaner.ui.period_keeper import PeriodKeeper
from terminplaner.ui.tasks import TaskRunner


def _open(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, user: str = "admin") -> CalendarPeriodTab:
    tab = CalendarPeriodTab(workplace.services, workplace.session(user), tasks)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh(None)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    return tab


def _book_endless(workplace: Workplace) -> None:
    session, resource = workplace.session(), workplace.services.queries.resources()[0]
    starts: datetime = MONDAY_MORNING + timedelta(days=1)
    wanted = Appointment(uuid4(), session.branch.id, Timed(starts, starts + timedelta(minutes=30)), (resource.id,))
    workplace.services.series.book(session.actor, wanted, Recurrence(Frequency.WEEKLY))


def _said(tab: CalendarPeriodTab) -> str:
    return " ".join(label.text() for label in tab.findChildren(QLabel) if label.isVisible())


def test_the_period_is_carried_on_and_said(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    _book_endless(workplace)
    before = len(workplace.services.queries.appointments(AppointmentQuery()))
    tab = _open(qtbot, workplace, tasks)
    assert "Serien ohne Ende reichen bis 23.11.2027." in _said(tab)
    press(tab, "Kalenderperiode vortragen …")
    (dialog,) = tab.findChildren(CalendarPeriodDialog)
    until = named(dialog, QDateEdit, "Vortragen bis")
    assert (until.minimumDate(), until.maximumDate()) == (QDate(2027, 11, 24), QDate(2036, 11, 23))
    until.setDate(QDate(2027, 12, 31))
    press(dialog, "Vortragen")
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert workplace.services.settings.load().calendar_period_until_on == date(2027, 12, 31)
    booked = len(workplace.services.queries.appointments(AppointmentQuery())) - before
    assert booked > 0
    assert f"{booked} Termine angelegt" in tab.findChildren(Banner)[0].text
    assert "31.12.2027" in _said(tab)


def test_only_administrators_may(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    tab = _open(qtbot, workplace, tasks, "klara.himmel")
    assert not named(tab, QPushButton, "Kalenderperiode vortragen …").isEnabled()
    assert "Es gibt noch keine Serie ohne Ende." in _said(tab)


def test_what_the_program_carried_on_by_itself_is_said(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    _book_endless(workplace)
    tab = _open(qtbot, workplace, tasks)
    assert "von selbst vorgetragen am" not in _said(tab)
    workplace.clock.at += timedelta(days=200)
    keeper = PeriodKeeper(workplace.services.calendar_period, tasks, tab)
    keeper.look()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert workplace.services.settings.load().calendar_period_until_on == date(2028, 11, 23)
    tab.refresh(None)
    qtbot.waitUntil(lambda: not tasks.is_busy)
    day = f"{workplace.clock.now():%d.%m.%Y}"
    assert f"Zuletzt von selbst vorgetragen am {day} bis 23.11.2028" in _said(tab)


def test_a_period_that_has_ended_is_said_and_carried_on_from_today(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    _book_endless(workplace)
    workplace.clock.at += timedelta(days=900)
    tab = _open(qtbot, workplace, tasks)
    assert "Serien ohne Ende reichten bis 23.11.2027." in _said(tab)
    press(tab, "Kalenderperiode vortragen …")
    (dialog,) = tab.findChildren(CalendarPeriodDialog)
    tomorrow = workplace.clock.now().date() + timedelta(days=1)
    earliest = named(dialog, QDateEdit, "Vortragen bis").minimumDate()
    assert date(earliest.year(), earliest.month(), earliest.day()) == tomorrow
