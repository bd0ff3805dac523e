"""No command of any service is carried out for somebody who may not work here any more."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast, get_type_hints
from unittest.mock import MagicMock
from uuid import uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import AppointmentType
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Customer, Role, User
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.resource import Availability, Weekday
from terminplaner.domain.series import SeriesScope
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.domain.when import AllDay
from terminplaner.services.chain_key import ChainKey
from terminplaner.services.change_log import ChangeLog
from terminplaner.services.google_ports import GoogleCalendars, SyncEngine
from terminplaner.services.ical_exchange import ICalendarExchange
from terminplaner.services.linking import Linking
from terminplaner.services.off_hours import OffHours
from terminplaner.services.permissions import Actor
from terminplaner.services.safekeeping import Safekeeping
from terminplaner.services.secret_ports import KeyVault
from terminplaner.services.store_queries import ChangeLogQuery
from terminplaner.services.sync_control import SyncControl
from terminplaner.services.sync_journal import SyncJournal
from terminplaner.ui.context import Services

Command = Callable[[SimpleNamespace, Actor], Any]

_READS = {"planning_questions.check", "presets.second_resource", "reminders.upcoming", "reminders.news"}
"""What is only looked at for an actor; ``change_log`` asks, as it tells what only some may know."""
_STEPS = {"planning.store", "planning.store_all"}
"""What other commands do within their own transaction."""
_NOTHING = cast(Any, None)
"""Where a command has to refuse before it looks at what it was given."""
_WEEKLY = Recurrence(Frequency.WEEKLY, count=3)

_COMMANDS: dict[str, Command] = {
    "planning.book": lambda s, a: s.planning.book(a, s.new),
    "planning.book_many": lambda s, a: s.planning.book_many(a, (s.new,)),
    "planning.change": lambda s, a: s.planning.change(a, replace(s.single, text="neu")),
    "planning.change_many": lambda s, a: s.planning.change_many(a, (replace(s.single, text="neu"),)),
    "planning.move": lambda s, a: s.planning.move(a, s.single.id, 1, s.new.when, s.single.resource_ids),
    "planning.move_many": lambda s, a: s.planning.move_many(a, ()),
    "planning.cancel": lambda s, a: s.planning.cancel(a, s.single.id),
    "planning.cancel_many": lambda s, a: s.planning.cancel_many(a, (s.single.id,)),
    "planning.restore": lambda s, a: s.planning.restore(a, s.single.id),
    "series.book": lambda s, a: s.series.book(a, s.new, _WEEKLY),
    "series.change": lambda s, a: s.series.change(a, replace(s.first, text="neu"), SeriesScope.ALL),
    "series.cancel": lambda s, a: s.series.cancel(a, s.first.id, SeriesScope.ALL),
    "series_moves.carry_over": lambda s, a: s.series_moves.carry_over(a, s.first, s.moved),
    "calendar_period.extend": lambda s, a: s.calendar_period.extend(a, date(2028, 1, 1)),
    "master_data.save": lambda s, a: s.master_data.save(a, AppointmentType(uuid4(), "neu")),
    "master_data.delete": lambda s, a: s.master_data.delete(a, s.thor),
    "master_data.arrange": lambda s, a: s.master_data.arrange(a, ()),
    "master_data.import_holidays": lambda s, a: s.master_data.import_holidays(a, ()),
    "master_data.copy_resource": lambda s, a: s.master_data.copy_resource(a, s.thor.id),
    "master_data.save_resource": lambda s, a: s.master_data.save_resource(a, s.thor, ()),
    "settings.save": lambda s, a: s.settings.save(a, replace(s.settings.load(), allow_overbooking=True)),
    "settings.set": lambda s, a: s.settings.set(a, "allow_overbooking", "on"),
    "customers.create": lambda s, a: s.customers.create(a, Customer(uuid4(), "", "Neumann")),
    "customers.restore": lambda s, a: s.customers.restore(a, uuid4()),
    "waiting_list.add": lambda s, a: s.waiting_list.add(a, s.wish),
    "waiting_list.change": lambda s, a: s.waiting_list.change(a, s.wish),
    "waiting_list.remove": lambda s, a: s.waiting_list.remove(a, s.wish.id),
    "waiting_list.settle": lambda s, a: s.waiting_list.settle(a, s.wish.id),
    "waiting_list.reopen": lambda s, a: s.waiting_list.reopen(a, s.wish.id),
    "absences.save": lambda s, a: s.absences.save(a, s.absence),
    "absences.delete": lambda s, a: s.absences.delete(a, s.absence),
    "availabilities.save": lambda s, a: s.availabilities.save(a, s.hours),
    "availabilities.save_all": lambda s, a: s.availabilities.save_all(a, (s.hours,)),
    "availabilities.change": lambda s, a: s.availabilities.change(a, s.hours, s.day, SeriesScope.THIS),
    "availabilities.delete": lambda s, a: s.availabilities.delete(a, s.hours),
    "change_log.page": lambda s, a: s.change_log.page(a, ChangeLogQuery(entity_id=s.single.id)),
    "change_log.authors": lambda s, a: s.change_log.authors(a),
    "undo.undo": lambda s, a: s.undo.undo(a),
    "undo.redo": lambda s, a: s.undo.redo(a),
    "users.set_password": lambda s, a: s.users.set_password(a, a.user.id, "neu"),
    "sync_control.resolve": lambda s, a: s.sync_control.resolve(a, uuid4(), "ignore"),
    "sync_control.preview_full": lambda s, a: s.sync_control.preview_full(a, uuid4()),
    "sync_control.sync": lambda s, a: s.sync_control.sync(a, (s.thor.id,)),
    "sync_journal.revert": lambda s, a: s.sync_journal.revert(a, uuid4()),
    "off_hours.take_note": lambda s, a: s.off_hours.take_note(a, (s.single.id,)),
    "linking.begin": lambda s, a: s.linking.begin(a, s.thor.id, _NOTHING, _NOTHING),
    "linking.calendars": lambda s, a: s.linking.calendars(a, s.thor.id, uuid4()),
    "linking.create": lambda s, a: s.linking.create(a, s.thor.id, uuid4(), "Termine"),
    "linking.choose": lambda s, a: s.linking.choose(a, s.thor.id, uuid4(), "c"),
    "linking.count_events": lambda s, a: s.linking.count_events(a, s.thor.id, uuid4(), "c"),
    "linking.back_up": lambda s, a: s.linking.back_up(a, s.thor.id, uuid4(), _NOTHING),
    "linking.empty": lambda s, a: s.linking.empty(a, s.thor.id, uuid4(), _NOTHING, _NOTHING, _NOTHING),
    "linking.preview": lambda s, a: s.linking.preview(a, s.thor.id, uuid4(), "c"),
    "linking.connect": lambda s, a: s.linking.connect(a, s.thor.id, uuid4(), _NOTHING),
    "linking.disconnect": lambda s, a: s.linking.disconnect(a, s.thor.id),
    "linking.revoke": lambda s, a: s.linking.revoke(a, s.thor.id),
    "exchange.import_file": lambda s, a: s.exchange.import_file(a, s.file, s.thor.id),
    "safekeeping.backup": lambda s, a: s.safekeeping.backup(a, s.file.with_suffix(".new")),
    "safekeeping.restore": lambda s, a: s.safekeeping.restore(a, s.file),
    "chain_key.rotate": lambda s, a: s.chain_key.rotate(a),
    "chain_key.export": lambda s, a: s.chain_key.export(a, s.file.with_suffix(".key")),
    "chain_key.import_": lambda s, a: s.chain_key.import_(a, s.file),
}


@pytest.fixture
def rosa(shop: Shop) -> Actor:
    """An administrator who works while another takes that from her."""
    return Actor(shop.master_data.save(shop.admin, User(uuid4(), "rosa", Role.ADMINISTRATOR)))


@pytest.fixture
def services(shop: Shop, rosa: Actor, tmp_path: Path) -> SimpleNamespace:
    """Every service, and something for each of their commands, with a step to take back and one to do again."""
    wish = WaitingListEntry(uuid4(), shop.branch.id, note="ruft an", created_at=shop.clock.now(), created_by="")
    wish = shop.waiting_list.add(rosa, wish)
    shop.undo.begin_session(rosa.user.id)
    single = shop.planning.book(rosa, shop.appointment("Thor Schuss")).appointment
    booked = shop.series.book(rosa, shop.appointment(), _WEEKLY).appointments
    moved = shop.planning.move(
        rosa, booked[0].id, booked[0].revision, span(shop.tomorrow_at(14)), booked[0].resource_ids
    ).appointment
    shop.planning.book(rosa, shop.appointment("Thor Schuss", span(shop.tomorrow_at(16))))
    shop.undo.undo(rosa)
    thor = shop.resource("Thor Schuss")
    file = tmp_path / "termine.ics"
    file.write_bytes(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//\r\nEND:VCALENDAR\r\n")
    day = date(2026, 6, 1)
    return SimpleNamespace(
        **{name: getattr(shop, name) for name in get_type_hints(Services) if hasattr(shop, name)},
        change_log=ChangeLog(shop.store),
        sync_control=SyncControl(shop.store, shop.clock, cast(SyncEngine, MagicMock())),
        sync_journal=SyncJournal(shop.planning),
        off_hours=OffHours(shop.gate, shop.clock),
        linking=Linking(shop.gate, shop.clock, cast(GoogleCalendars, MagicMock())),
        exchange=shop.exchange,
        chain_key=ChainKey(shop.store, cast(KeyVault, MagicMock())),
        safekeeping=Safekeeping(shop.store, shop.clock, tmp_path),
        new=shop.appointment(when=span(shop.tomorrow_at(12))),
        single=single,
        first=booked[0],
        moved=moved,
        thor=thor,
        wish=wish,
        absence=Absence(uuid4(), AbsenceKind.VACATION, AllDay(day, date(2026, 6, 2)), (thor.id,)),
        hours=Availability(uuid4(), thor.id, Weekday.MONDAY, time(9), time(12)),
        day=day,
        file=file,
    )


def _refusal(command: Callable[[], object]) -> str:
    try:
        command()
    except TerminplanerError as error:
        return error.error_code
    return "carried out"


def _not_refused(services: SimpleNamespace, actor: Actor, code: str) -> dict[str, str]:
    """The commands that answer something else."""
    found = {name: _refusal(partial(command, services, actor)) for name, command in _COMMANDS.items()}
    return {name: answer for name, answer in found.items() if answer != code}


def test_every_command_is_in_the_table() -> None:
    beside = {"exchange": ICalendarExchange, "safekeeping": Safekeeping, "chain_key": ChainKey}
    kinds = {**get_type_hints(Services), **beside}
    with_actor = {
        f"{name}.{method}"
        for name, kind in kinds.items()
        for method, function in inspect.getmembers(kind, inspect.isfunction)
        if not method.startswith("_") and "actor" in inspect.signature(function).parameters
    }
    assert with_actor == set(_COMMANDS) | _READS | _STEPS


def test_who_was_deleted_does_nothing_any_more(shop: Shop, services: SimpleNamespace, rosa: Actor) -> None:
    shop.master_data.delete(shop.admin, rosa.user)
    assert _not_refused(services, rosa, "user_deleted") == {}


def test_who_was_given_another_password_logs_in_first(shop: Shop, services: SimpleNamespace, rosa: Actor) -> None:
    given = shop.users.set_password(shop.admin, rosa.user.id, "geheim")
    assert _not_refused(services, rosa, "password_changed") == {}
    assert _refusal(lambda: services.planning.cancel(Actor(given), services.single.id)) == "carried out"


def test_the_own_new_password_is_a_command_like_any_other(shop: Shop, rosa: Actor) -> None:
    own = shop.users.set_password(rosa, rosa.user.id, "geheim")
    assert shop.users.set_password(Actor(own), rosa.user.id, "").password_hash == ""
