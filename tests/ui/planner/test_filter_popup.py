"""The lists of the filter are whole on the screen wherever their button stands, and what filters is named."""

from __future__ import annotations

from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from helpers.find import child
from helpers.workplace import Workplace
from terminplaner.domain.appointment import AppointmentType
from terminplaner.ui.planner.navigation.filter_button import FilterButton, FilterNotice
from terminplaner.ui.planner.navigation.filtering import Filter

NONE_TICKED = "Ohne Haken: alle."


@pytest.mark.usefixtures("qapp")
def test_the_popup_stays_within_the_screen(qtbot: QtBot) -> None:
    button = FilterButton()
    qtbot.addWidget(button)
    room = QApplication.primaryScreen().availableGeometry()
    button.move(room.bottomRight() - QPoint(90, 40))
    button.show()
    button.open_popup()
    popup = child(button, QListWidget, "Status").window()
    shown = popup.geometry()
    popup.close()
    assert shown.left() == max(room.left(), room.right() + 1 - shown.width())
    assert shown.bottom() <= room.bottom()


def test_every_type_is_in_sight_and_what_no_tick_means_is_said(qtbot: QtBot, workplace: Workplace) -> None:
    services, actor = workplace.services, workplace.session().actor
    for number in range(12):
        services.master_data.save(actor, AppointmentType(uuid4(), f"Typ {number}"))
    button = FilterButton()
    qtbot.addWidget(button)
    button.offer(services.queries.choices())
    button.show()
    button.open_popup()
    types = child(button, QListWidget, "Typ")
    popup = types.window()
    assert popup.isAncestorOf(next(label for label in popup.findChildren(QLabel) if label.text() == NONE_TICKED))
    clear = child(popup, QPushButton, "Filter aufheben")
    room = QApplication.primaryScreen().availableGeometry().height()
    in_sight = types.visualItemRect(types.item(types.count() - 1)).bottom() <= types.viewport().height()
    assert in_sight or popup.height() >= room - 1
    assert not clear.isEnabled()
    types.item(0).setCheckState(Qt.CheckState.Checked)
    assert clear.isEnabled()
    clear.click()
    assert not clear.isEnabled()
    assert types.item(0).checkState() is Qt.CheckState.Unchecked
    popup.close()


def test_the_notice_names_what_was_deleted_and_tells_namesakes_apart(qtbot: QtBot, workplace: Workplace) -> None:
    services, actor = workplace.services, workplace.session().actor
    before = services.queries.choices()
    gone = before.types[0]
    services.master_data.delete(actor, gone)
    namesake = services.master_data.save(actor, AppointmentType(uuid4(), gone.name))
    services.master_data.delete(actor, namesake)
    services.master_data.delete(actor, before.statuses[0])
    notice = FilterNotice()
    qtbot.addWidget(notice)
    wanted = Filter(frozenset({gone.id, namesake.id}), frozenset({before.statuses[0].id}))
    notice.show_filter(wanted, services.queries.choices(), 3)
    assert notice.text == (
        f"Typ: {gone.name} (gelöscht) · 1, {gone.name} (gelöscht) · 2 · "
        f"Status: {before.statuses[0].name} (gelöscht) · 3 Termine ausgeblendet"
    )
