"""Cancelling and the status are one matter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from helpers.shop import Shop, span
from terminplaner.domain.appointment import Appointment, OccupyingRule, copied
from terminplaner.domain.errors import InvalidInputError, PermissionDeniedError, StaleRevisionError
from terminplaner.domain.recurrence import Frequency, Recurrence
from terminplaner.domain.series import SeriesScope
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.services.templates import with_template
from terminplaner.services.waiting_offers import Freed, freed_by

_THREE = Recurrence(Frequency.WEEKLY, count=3)


def _status(shop: Shop, name: str) -> UUID:
    return next(entry.id for entry in shop.queries.statuses() if entry.name == name)


def _name(shop: Shop, appointment: Appointment) -> str:
    row = shop.queries.appointment(appointment.id)
    return row.status.name if row.status else ""


def _booked(shop: Shop, status: str = "Bestätigt") -> Appointment:
    wanted = replace(shop.appointment(text="Brille"), status_id=_status(shop, status))
    return shop.planning.book(shop.admin, wanted).appointment


@pytest.mark.parametrize("name", ["Storniert", "Geplatzt"])
def test_a_status_that_means_it_cancels(shop: Shop, name: str) -> None:
    booked = _booked(shop)
    outcome = shop.planning.change(shop.admin, replace(booked, status_id=_status(shop, name)))
    off = shop.stored(booked.id)
    assert (off.is_cancelled, off.cancelled_by, _name(shop, off)) == (True, "admin", name)
    assert outcome.change_set is not None
    assert outcome.change_set.command == shop.undo.undo_command == "cancel"
    freed = [gap for gap in freed_by(outcome.change_set, shop.branch, OccupyingRule()) if isinstance(gap, Freed)]
    assert [gap.resource_id for gap in freed] == list(booked.resource_ids)
    shop.planning.book(shop.admin, shop.appointment())  # its place is free


def test_cancelling_gives_the_first_status_that_means_it_and_restoring_the_former_one(shop: Shop) -> None:
    booked = _booked(shop)
    assert _name(shop, shop.planning.cancel(shop.admin, booked.id).appointment) == "Storniert"
    back = shop.planning.restore(shop.admin, booked.id).appointment
    assert (back.is_cancelled, _name(shop, back), back.former_status_id) == (False, "Bestätigt", None)


def test_what_was_called_off_by_its_status_comes_back_with_the_former_one(shop: Shop) -> None:
    booked = _booked(shop)
    shop.planning.change(shop.admin, replace(booked, status_id=_status(shop, "Geplatzt")))
    assert _name(shop, shop.planning.restore(shop.admin, booked.id).appointment) == "Bestätigt"


def test_undo_takes_back_what_the_status_did(shop: Shop) -> None:
    booked = _booked(shop)
    shop.planning.change(shop.admin, replace(booked, status_id=_status(shop, "Geplatzt"), text="ruft an"))
    shop.undo.undo(shop.admin)
    back = shop.stored(booked.id)
    assert (back.is_cancelled, _name(shop, back), back.text) == (False, "Bestätigt", "Brille")
    shop.undo.redo(shop.admin)
    assert shop.stored(booked.id).is_cancelled


def test_undoing_a_booking_is_a_cancellation_like_any(shop: Shop) -> None:
    booked = _booked(shop)
    shop.undo.undo(shop.admin)
    assert _name(shop, shop.stored(booked.id)) == "Storniert"
    shop.undo.redo(shop.admin)
    assert _name(shop, shop.stored(booked.id)) == "Bestätigt"


def test_whoever_may_not_cancel_gives_no_such_status(shop: Shop) -> None:
    booked = shop.planning.book(shop.planner, shop.appointment()).appointment
    shop.settings.set(shop.admin, "only_creator_cancels", "on")
    off = replace(booked, status_id=_status(shop, "Storniert"))
    with pytest.raises(PermissionDeniedError):
        shop.planning.change(shop.employee, off)
    assert not shop.stored(booked.id).is_cancelled
    shop.planning.change(shop.planner, off)


def test_a_new_appointment_that_does_not_take_place_is_kept_as_cancelled(shop: Shop) -> None:
    shop.planning.book(shop.admin, shop.appointment())
    off = replace(shop.appointment(), status_id=_status(shop, "Geplatzt"))
    assert shop.planning.book(shop.admin, off).appointment.is_cancelled
    listed = shop.queries.appointments(AppointmentQuery(cancelled=True))
    assert [row.appointment.id for row in listed] == [off.id]


def test_an_appointment_that_keeps_such_a_status_is_left_alone(shop: Shop) -> None:
    """As those of an older database, or after an administrator marked an entry that was in use."""
    confirmed = next(entry for entry in shop.queries.statuses() if entry.name == "Bestätigt")
    booked = _booked(shop)
    shop.master_data.save(shop.admin, replace(confirmed, means_cancelled=True))
    changed = shop.planning.change(shop.admin, replace(booked, text="Kontaktlinse")).appointment
    assert not changed.is_cancelled


def _live_no_show(shop: Shop) -> Appointment:
    """Given that status before an administrator said what it means, as in an older database."""
    missed = next(entry for entry in shop.queries.statuses() if entry.name == "Geplatzt")
    plain = shop.master_data.save(shop.admin, replace(missed, means_cancelled=False))
    booked = _booked(shop, "Geplatzt")
    shop.master_data.save(shop.admin, replace(plain, means_cancelled=True))
    return booked


def test_a_no_show_stays_one_when_it_is_cancelled_and_restored(shop: Shop) -> None:
    booked = _live_no_show(shop)
    assert _name(shop, shop.planning.cancel(shop.admin, booked.id).appointment) == "Geplatzt"
    back = shop.planning.restore(shop.admin, booked.id).appointment
    assert (back.is_cancelled, _name(shop, back)) == (False, "Geplatzt")


def test_what_a_file_says_was_called_off_comes_back_with_the_former_status(shop: Shop, tmp_path: Path) -> None:
    booked = _booked(shop)
    off = shop.planning.change(shop.admin, replace(booked, status_id=_status(shop, "Geplatzt"))).appointment
    file = tmp_path / "termine.ics"
    file.write_bytes(shop.exchange.export([shop.queries.appointment(off.id)]))
    shop.undo.undo(shop.admin)
    shop.exchange.import_file(shop.admin, file, booked.resource_ids[0])
    assert _name(shop, shop.stored(booked.id)) == "Geplatzt"
    assert _name(shop, shop.planning.restore(shop.admin, booked.id).appointment) == "Bestätigt"


def test_without_such_a_status_cancelling_leaves_it_as_it_was(shop: Shop) -> None:
    booked = _booked(shop)
    for entry in shop.queries.statuses():
        shop.master_data.save(shop.admin, replace(entry, means_cancelled=False))
    assert _name(shop, shop.planning.cancel(shop.admin, booked.id).appointment) == "Bestätigt"
    assert _name(shop, shop.planning.restore(shop.admin, booked.id).appointment) == "Bestätigt"


def test_a_copy_of_a_cancelled_one_is_as_it_was_before(shop: Shop) -> None:
    booked = _booked(shop)
    off = shop.planning.cancel(shop.admin, booked.id).appointment
    copy = copied(off, span(shop.tomorrow_at(15)), off.resource_ids)
    assert _name(shop, shop.planning.book(shop.admin, copy).appointment) == "Bestätigt"


def test_a_copy_of_a_no_show_takes_place(shop: Shop) -> None:
    missed = _live_no_show(shop)
    copy = copied(missed, span(shop.tomorrow_at(15)), missed.resource_ids)
    booked = shop.planning.book_many(shop.admin, [copy]).appointment
    assert (booked.is_cancelled, _name(shop, booked)) == (False, "")
    off = shop.planning.cancel(shop.admin, missed.id).appointment
    again = copied(off, span(shop.tomorrow_at(16)), missed.resource_ids)
    assert not shop.planning.book_many(shop.admin, [again]).appointment.is_cancelled


def test_a_template_presets_no_status_that_cancels(shop: Shop) -> None:
    made = AppointmentTemplate(uuid4(), "Ausgefallen", status_id=_status(shop, "Geplatzt"))
    stored = shop.master_data.save(shop.admin, made)
    choices, draft = shop.queries.choices(), shop.queries.appointment(_booked(shop).id)
    preset = with_template(draft, stored, choices.resources, choices.types, choices.statuses)
    assert (preset.status, preset.appointment.status_id) == (None, None)
    wish = WaitingListEntry(uuid4(), shop.branch.id, shop.clock.now(), "", note="ruft an", template_id=stored.id)
    shop.waiting_list.add(shop.admin, wish)
    (row,) = shop.waiting_list.rows(shop.branch.id)
    assert row.draft(draft.resources, shop.tomorrow_at(9)).appointment.status_id is None


def test_all_of_a_series_are_called_off_by_a_status(shop: Shop) -> None:
    series = shop.series.book(shop.admin, shop.appointment(text="Übung"), _THREE)
    second = replace(series.appointments[1], status_id=_status(shop, "Geplatzt"), text="verletzt")
    outcome = shop.series.change(shop.admin, second, SeriesScope.FOLLOWING)
    assert [item.is_cancelled for item in map(shop.stored, (item.id for item in series.appointments))] == [
        False,
        True,
        True,
    ]
    assert [(_name(shop, item), item.text) for item in outcome.appointments] == [
        ("Geplatzt", "verletzt"),
        ("Geplatzt", "Übung"),
    ]
    assert outcome.series.deleted_at is not None
    assert shop.undo.undo_command == "cancel_series"
    shop.undo.undo(shop.admin)
    assert not any(shop.stored(item.id).is_cancelled for item in series.appointments)


@pytest.mark.parametrize(
    ("edits", "refusal"),
    [
        ({"resource_ids": ()}, InvalidInputError),
        ({"type_id": None}, InvalidInputError),
        ({"prepare_minutes": -1}, InvalidInputError),
        ({"revision": 0}, StaleRevisionError),
    ],
)
def test_what_else_was_changed_with_the_status_of_a_series_keeps_its_rules(
    shop: Shop, edits: dict[str, Any], refusal: type[Exception]
) -> None:
    kind = shop.queries.types()[0]
    booked = shop.series.book(shop.employee, replace(shop.appointment(), type_id=kind.id), _THREE)
    shop.settings.save(shop.admin, replace(shop.settings.load(), require_type=True))
    off = replace(booked.appointment, status_id=_status(shop, "Storniert"), **edits)
    with pytest.raises(refusal):
        shop.series.change(shop.employee, off, SeriesScope.ALL)
    assert not any(shop.stored(item.id).is_cancelled for item in booked.appointments)


def test_nobody_puts_a_series_on_another_s_resource_by_calling_it_off(shop: Shop) -> None:
    booked = shop.series.book(shop.employee, shop.appointment(), _THREE)
    elsewhere = shop.appointment("Thor Schuss").resource_ids
    off = replace(booked.appointment, status_id=_status(shop, "Storniert"), resource_ids=elsewhere)
    with pytest.raises(PermissionDeniedError):
        shop.series.change(shop.employee, off, SeriesScope.ALL)
    assert shop.stored(booked.appointment.id).resource_ids == booked.appointment.resource_ids


def test_no_series_begins_with_it(shop: Shop) -> None:
    wanted = replace(shop.appointment(), status_id=_status(shop, "Storniert"))
    with pytest.raises(InvalidInputError) as refused:
        shop.series.book(shop.admin, wanted, _THREE)
    assert refused.value.error_code == "series_called_off"
