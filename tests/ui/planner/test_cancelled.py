"""What was cancelled is brought back from its dialog, and told apart in the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from helpers.find import press
from helpers.planner_desk import Desk, only
from terminplaner.domain.appointment import Appointment
from terminplaner.services.outcome import Outcome
from terminplaner.ui.planner.overviews.list_view import AppointmentListView


def cancelled(desk: Desk) -> Appointment:
    """One that is chosen in the list, which shows what was cancelled."""
    stored = desk.show(desk.span("10:00", "11:00"), text="Gleitsicht")
    outcome: Outcome = desk.workplace.services.planning.cancel(desk.session.actor, stored.id)
    desk.page.browsing.toggle_cancelled()
    desk.page.browsing.show_list(True)
    desk.reload()
    only(desk.page, AppointmentListView).select(stored.id)
    assert outcome.appointment.is_cancelled
    return outcome.appointment


def test_what_is_cancelled_is_brought_back_from_its_dialog(desk: Desk) -> None:
    stored = cancelled(desk)
    (action,) = [action for action in desk.page.actions() if action.text().replace("&", "") == "Bearbeiten …"]
    action.trigger()
    press(desk.dialog, "Wiederherstellen")
    desk.settle()
    assert not desk.has_dialog
    assert not desk.stored(stored).is_cancelled


def test_what_is_cancelled_is_struck_through_in_the_list(desk: Desk) -> None:
    going_on = desk.show(desk.span("08:00", "09:00"), text="Abholung")
    stored = cancelled(desk)
    struck = {}
    for appointment in (going_on, stored):
        view = only(desk.page, AppointmentListView)
        view.select(appointment.id)
        font = view.currentIndex().data(Qt.ItemDataRole.FontRole)
        struck[appointment.id] = isinstance(font, QFont) and font.strikeOut()
    assert struck == {going_on.id: False, stored.id: True}
