"""A person is reminded of each own appointment once, in time, and of none that is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from helpers.find import press
from helpers.workplace import MONDAY_MORNING, Workplace
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.when import Timed
from terminplaner.ui.reminder_banner import ReminderBanner
from terminplaner.ui.reminder_notifier import ReminderNotifier
from terminplaner.ui.tasks import TaskRunner

KLARA = "klara.himmel"
MINUTE = timedelta(minutes=1)


@dataclass
class Listener:
    """Somebody at a workstation where Klara works; her appointments remind ten minutes before."""

    workplace: Workplace
    tasks: TaskRunner
    qtbot: QtBot
    settings: QSettings
    user: str = KLARA
    heard: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        window = QWidget()
        self.qtbot.addWidget(window)
        session = self.workplace.session(self.user)
        self.shown: list[UUID] = []
        self.notifier = ReminderNotifier(
            self.workplace.services, session, self.tasks, self.settings, window, lambda: self.shown
        )
        self.notifier.told.connect(lambda text, _told: self.heard.append(text))

    def at(self, minutes: float) -> list[str]:
        """What is told when the clock says so many minutes after ten."""
        self.workplace.clock.at = MONDAY_MORNING + MINUTE * minutes
        self.heard.clear()
        self.notifier.look()
        self.settle()
        return list(self.heard)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.tasks.is_busy)

    def put(self, minutes: int, text: str, **fields: Any) -> Appointment:
        """An appointment of Klara's so many minutes after ten; the notifier is not told."""
        services = self.workplace.services
        resource = next(row for row in services.queries.resources() if row.name == "Klara Himmel")
        when = Timed(MONDAY_MORNING + MINUTE * minutes, MONDAY_MORNING + MINUTE * (minutes + 30))
        branch = services.queries.branches()[0]
        return self.store(Appointment(uuid4(), branch.id, when, (resource.id,), text=text, **fields))

    def store(self, appointment: Appointment) -> Appointment:
        with self.workplace.store.write(Author("jemand", Origin.USER), "test") as work:
            stored = work.put(appointment)
            work.commit()
        return stored


@pytest.fixture
def listen(workplace: Workplace, tasks: TaskRunner, qtbot: QtBot, tmp_path: Path) -> Callable[..., Listener]:
    def listen(**fields: Any) -> Listener:
        settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        return Listener(workplace, tasks, qtbot, settings, **fields)

    return listen


def test_an_appointment_is_told_once_in_time(listen: Callable[..., Listener]) -> None:
    listener = listen()
    listener.put(30, "Sehtest")
    assert listener.at(0) == []
    assert listener.at(19.8) == []
    assert listener.at(20) == ["In 10 Minuten, 10:30: Sehtest"]
    assert [listener.at(minutes) for minutes in (20.5, 25, 29.9, 30, 31)] == [[]] * 5


def test_several_are_told_together(listen: Callable[..., Listener]) -> None:
    listener = listen()
    listener.put(10, "Sehtest")
    listener.put(1, "Privates", is_private=True)
    assert listener.at(0) == ["In einer Minute, 10:01: Privat\nIn 10 Minuten, 10:10: Sehtest"]


def test_after_a_sleep_only_what_is_still_to_come_is_told(listen: Callable[..., Listener]) -> None:
    listener = listen()
    listener.put(60, "verschlafen")
    listener.put(185, "kommt noch")
    assert listener.at(0) == []
    assert listener.at(180) == ["In 5 Minuten, 13:05: kommt noch"]


def test_a_restart_tells_nothing_again(listen: Callable[..., Listener]) -> None:
    first = listen()
    first.put(5, "Sehtest")
    assert len(first.at(0)) == 1
    first.settings.sync()
    assert listen().at(1) == []


def test_what_is_moved_is_told_at_its_new_time(listen: Callable[..., Listener]) -> None:
    listener = listen()
    stored = listener.put(5, "Sehtest")
    assert len(listener.at(0)) == 1
    later = Timed(MONDAY_MORNING + MINUTE * 40, MONDAY_MORNING + MINUTE * 70)
    listener.store(replace(stored, when=later))
    listener.notifier.notice(None)
    listener.settle()
    assert listener.at(5) == []
    assert listener.at(30) == ["In 10 Minuten, 10:40: Sehtest"]


def test_what_is_cancelled_in_the_last_minute_is_not_told(listen: Callable[..., Listener]) -> None:
    listener = listen()
    stored = listener.put(30, "Sehtest")
    assert listener.at(19.5) == []
    listener.store(replace(stored, cancelled_at=MONDAY_MORNING, cancelled_by="jemand"))
    listener.notifier.notice(None)
    listener.settle()
    assert listener.at(20) == []


def test_what_is_read_while_the_session_ends_is_not_told(listen: Callable[..., Listener]) -> None:
    listener = listen()
    listener.put(5, "Sehtest")
    listener.workplace.clock.at = MONDAY_MORNING
    listener.notifier.look()
    listener.notifier.stop()
    listener.settle()
    assert listener.heard == []


def test_the_database_is_asked_once_a_minute(
    listen: Callable[..., Listener], monkeypatch: pytest.MonkeyPatch
) -> None:
    listener = listen()
    asked: list[object] = []
    upcoming = type(listener.workplace.services.reminders).upcoming

    def count(*args: Any, **options: Any) -> Any:
        asked.append(args)
        return upcoming(*args, **options)

    monkeypatch.setattr(type(listener.workplace.services.reminders), "upcoming", count)
    for seconds in range(0, 180, 15):
        listener.at(seconds / 60)
    assert len(asked) == 3


def test_who_wants_no_reminders_gets_none_and_others_do(listen: Callable[..., Listener]) -> None:
    listener = listen()
    listener.put(5, "Sehtest")
    listener.notifier.turn(on=False)
    assert not listener.notifier.is_on
    assert listener.at(0) == []
    assert listen(user="admin").notifier.is_on
    listener.notifier.turn(on=True)
    listener.settle()
    assert listener.heard == ["In 5 Minuten, 10:05: Sehtest"]


def test_what_the_plan_shows_reminds_whoever_asked_for_it(listen: Callable[..., Listener]) -> None:
    listener = listen(user="admin")
    listener.put(5, "Sehtest")
    klara = next(row for row in listener.workplace.services.queries.resources() if row.name == "Klara Himmel")
    listener.shown.append(klara.id)
    assert not listener.notifier.is_on_for_shown
    assert listener.at(0) == []
    listener.notifier.turn_for_shown(on=True)
    listener.settle()
    assert listener.heard == ["In 5 Minuten, 10:05: Sehtest, Klara Himmel"]
    listener.put(7, "danach")
    listener.shown.clear()
    assert listener.at(1) == [], "the plan shows her no more"


def test_the_own_ones_are_left_out_by_whoever_wants_those_of_others_only(listen: Callable[..., Listener]) -> None:
    listener = listen()
    listener.put(5, "Sehtest")
    listener.notifier.turn(on=False)
    thor = next(row for row in listener.workplace.services.queries.resources() if row.name == "Thor Schuss")
    listener.shown.append(thor.id)
    listener.notifier.turn_for_shown(on=True)
    assert listener.at(0) == []


def test_a_reminder_comes_once_more_where_somebody_asks_for_it(listen: Callable[..., Listener]) -> None:
    listener = listen()
    banner = ReminderBanner(listener.notifier, listener.workplace.clock)
    listener.qtbot.addWidget(banner)
    booked = listener.put(10, "Sehtest")
    assert listener.at(0) == ["In 10 Minuten, 10:10: Sehtest"]
    press(banner, "In 5 Minuten noch einmal")
    assert banner.text == ""
    assert [listener.at(minutes) for minutes in (1, 4.9)] == [[]] * 2
    assert listener.at(5) == ["In 5 Minuten, 10:10: Sehtest"]
    offered = {button.text() for button in banner.findChildren(QPushButton) if not button.isHidden()}
    assert offered == {"Zeigen"}, "it has begun by then"
    with listener.qtbot.waitSignal(banner.showRequested) as shown:
        press(banner, "Zeigen")
    assert shown.args[0].appointment.id == booked.id
    assert banner.text == ""
    assert [listener.at(minutes) for minutes in (6, 9.9)] == [[]] * 2
