"""What Google forbids is said in the dialog before anybody has entered anything."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from helpers.find import child
from helpers.planner_desk import ANNA, Desk
from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import CalendarLink, EventMapping, GoogleAccount, SharedFields
from terminplaner.domain.resource import SyncDirection
from terminplaner.ui.banner import Banner
from terminplaner.ui.planner.appointment.appointment_dialog import AppointmentDialog


@pytest.fixture
def theirs(desk: Desk) -> Appointment:
    """One that was born in Google, in the calendar of Anna's."""
    stored = desk.show(desk.span("10:00", "11:00"), ANNA, text="Hausbesuch", origin=AppointmentOrigin.GOOGLE)
    account = GoogleAccount(uuid4(), "anna@example.com", frozenset(), b"x")
    link = CalendarLink(
        uuid4(), desk.resource(ANNA).id, account.id, "c1", "Anna", "Europe/Berlin", is_created_by_program=True
    )
    fields = SharedFields("Hausbesuch", stored.when)
    mapping = EventMapping(
        uuid4(),
        link.id,
        "e1",
        stored.id,
        projected=fields,
        answered=fields,
        base_revision=stored.revision,
        is_born_in_google=True,
    )
    desk.workplace.keep(account, link, mapping)
    return stored


def opened(desk: Desk) -> AppointmentDialog:
    desk.double_click(desk.spot(ANNA, "10:30"))
    desk.settle()
    return desk.dialog


def said(dialog: AppointmentDialog) -> str:
    return "\n".join(banner.text for banner in dialog.findChildren(Banner) if banner.isVisible())


def buttons(dialog: AppointmentDialog) -> set[str]:
    found = (
        button.text().replace("&", "") for button in dialog.findChildren(QAbstractButton) if button.isVisible()
    )
    return set(found) & {"Speichern", "Termin stornieren", "Schließen", "Abbrechen"}


def test_by_default_nothing_is_forbidden(desk: Desk, theirs: Appointment) -> None:
    dialog = opened(desk)
    assert said(dialog) == ""
    assert buttons(dialog) == {"Speichern", "Termin stornieren", "Abbrechen"}
    assert not child(dialog, QLineEdit, "Text").isReadOnly()


def test_of_a_resource_that_only_reads_it_can_only_be_looked_at(desk: Desk, theirs: Appointment) -> None:
    services, actor = desk.workplace.services, desk.workplace.session().actor
    services.master_data.save(actor, replace(desk.resource(ANNA), sync_direction=SyncDirection.FROM_GOOGLE))
    dialog = opened(desk)
    assert "übernimmt Termine nur aus Google" in said(dialog)
    assert buttons(dialog) == {"Schließen"}
    assert not dialog.is_dirty


@pytest.mark.parametrize(
    ("key", "sentence", "expected"),
    [
        ("google_allow_change", "ändert Ihre Filialkette nur dort", {"Termin stornieren", "Schließen"}),
        ("google_allow_deletion", "löscht Ihre Filialkette nur dort", {"Speichern", "Abbrechen"}),
    ],
)
def test_what_the_chain_leaves_to_google_is_said(
    desk: Desk, theirs: Appointment, key: str, sentence: str, expected: set[str]
) -> None:
    desk.workplace.services.settings.set(desk.workplace.session().actor, key, "off")
    dialog = opened(desk)
    assert sentence in said(dialog)
    assert buttons(dialog) == expected
