"""The page: what it reads again and what it leaves alone, its menu, and what it remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from helpers.find import child
from helpers.planner_desk import ANNA, BEN, MONDAY, SHOWN, Desk, only
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Origin
from terminplaner.domain.errors import StorageError
from terminplaner.domain.when import AllDay
from terminplaner.services.choices import Choices
from terminplaner.services.permissions import Actor
from terminplaner.services.queries import Queries
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services
from terminplaner.ui.planner.loader import Loaded, Wish, read
from terminplaner.ui.planner.navigation.resource_picker import ResourcePicker
from terminplaner.ui.planner.page import PlannerPage
from terminplaner.ui.planner.plan.all_day_lane import AllDayLane
from terminplaner.ui.planner.window import Mode
from terminplaner.ui.time_field import TimeField


def menu_at(desk: Desk, spot: QPoint) -> dict[str, Callable[[], None]]:
    """What the context menu at a point offers, by its words."""
    hit = desk.canvas.hit(QPointF(spot))
    row = hit.block.row if hit.block else None
    menu = desk.page.wishes.menu_for(row, desk.canvas.board.new_at(hit.column, hit.position))
    return dict(entries_of(menu))


def entries_of(menu: QMenu) -> Iterator[tuple[str, Callable[[], None]]]:
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            yield from entries_of(submenu)
        elif action.text():
            yield action.text().replace("&", ""), action.trigger


def test_what_the_sync_brings_appears_and_the_selection_stays(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    desk.click(desk.spot(ANNA, "10:10"))
    scrolled = desk.canvas.verticalScrollBar().value()
    desk.put(desk.span("11:00", "12:00"), text="aus Google")
    desk.reload()
    assert [block.start for block in desk.canvas.board.snapshot.blocks[0]] == [600, 660]
    assert desk.canvas.chosen.current_id == ten.id
    assert desk.canvas.verticalScrollBar().value() == scrolled


def test_changes_out_of_sight_are_not_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[date] = []

    def read_and_count(services: Services, actor: Actor, branch: Branch, wish: Wish) -> Loaded:
        reads.append(wish.window.day)
        return read(services, actor, branch, wish)

    monkeypatch.setattr("terminplaner.ui.planner.loader.read", read_and_count)
    planning, actor = desk.workplace.services.planning, Actor(desk.session.actor.user, Origin.GOOGLE)
    next_week = desk.put(desk.span("10:00", "10:30", MONDAY + timedelta(days=7)))
    planning.cancel(actor, next_week.id)
    desk.settle()
    assert reads == []
    in_sight = desk.put(desk.span("10:00", "10:30"))
    planning.cancel(actor, in_sight.id)
    desk.settle()
    assert reads == [MONDAY]


def test_leaving_the_window_counts_as_a_change_in_it(desk: Desk) -> None:
    ten = desk.show(desk.span("10:00", "10:30"))
    actor = Actor(desk.session.actor.user, Origin.GOOGLE)
    next_week = desk.span("10:00", "10:30", MONDAY + timedelta(days=7))
    desk.workplace.services.planning.move(actor, ten.id, ten.revision, next_week, ten.resource_ids)
    desk.settle()
    assert desk.canvas.board.snapshot.blocks[0] == ()


def test_paging_fast_ends_on_the_last_page(desk: Desk) -> None:
    there = desk.put(desk.span("10:00", "10:30", MONDAY + timedelta(days=3)))
    for _ in range(3):
        desk.page.browsing.turn(1)
    desk.settle()
    assert desk.canvas.board.snapshot.window.day == MONDAY + timedelta(days=3)
    assert desk.canvas.board.snapshot.find(there.id) is not None


def test_a_database_that_is_away_is_said_and_can_be_asked_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_queries: Queries) -> Choices:
        raise StorageError

    with monkeypatch.context() as patch:
        patch.setattr(Queries, "choices", refuse)
        desk.reload()
    assert any("Datenbank" in banner.text for banner in desk.page.findChildren(Banner))
    desk.put(desk.span("10:00", "10:30"))
    desk.press_button("Erneut versuchen", within_banner=True)
    desk.settle()
    assert len(desk.canvas.board.snapshot.blocks[0]) == 1
    assert not any(banner.text for banner in desk.page.findChildren(Banner))


def test_the_menu_of_an_appointment_takes_one_of_its_resources_off(desk: Desk) -> None:
    both = desk.show(desk.span("10:00", "10:30"), ANNA, BEN)
    entries = menu_at(desk, desk.spot(BEN, "10:10"))
    assert f"Entfernen von Ressource „{BEN}“" in entries
    assert f"Entfernen von Ressource „{ANNA}“" not in entries
    entries[f"Entfernen von Ressource „{BEN}“"]()
    desk.settle()
    assert desk.stored(both).resource_ids == (desk.resource(ANNA).id,)


def test_the_menu_of_empty_ground_only_begins_something(desk: Desk) -> None:
    offered = list(menu_at(desk, desk.spot(BEN, "10:10")))
    assert offered == ["Termin …", "Verfügbarkeit …", "Abwesenheit …", "Einfügen"]


def test_the_menu_of_a_read_only_block_changes_nothing(desk: Desk) -> None:
    block = desk.show(desk.span("10:00", "10:30"), is_read_only=True)
    menu = menu_at(desk, desk.spot(ANNA, "10:10"))
    assert list(menu) == [
        "Sonstiger Termin …",
        "Letzten wiederholen …",
        "Verfügbarkeit …",
        "Abwesenheit …",
        "Ansehen …",
        "Kopieren",
        "In die Zwischenablage kopieren",
        "Terminzettel drucken …",
        "Verlauf …",
        "Stornieren",
    ]
    menu["Stornieren"]()  # withheld: only its reason is to be read
    desk.settle()
    assert not desk.stored(block).is_cancelled


def test_a_copy_is_a_new_appointment_of_our_own(desk: Desk) -> None:
    first = desk.show(desk.span("10:00", "10:30"), text="Anpassung")
    menu_at(desk, desk.spot(ANNA, "10:10"))["Letzten wiederholen …"]()
    assert desk.dialog.is_new
    assert not desk.dialog.is_dirty
    desk.dialog.reject()
    assert [row.id for row in desk.everything()] == [first.id]


def test_a_double_click_in_the_lane_begins_a_whole_day(desk: Desk) -> None:
    lane = only(desk.canvas, AllDayLane)
    QTest.mouseDClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(20, lane.height() // 2))
    desk.dialog.save()
    desk.settle()
    assert [row.when for row in desk.everything()] == [AllDay(MONDAY, MONDAY + timedelta(days=1))]


def test_it_comes_back_as_it_was_left(desk: Desk, tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "again.ini"), QSettings.Format.IniFormat)
    desk.page.browsing.show_mode(Mode.WORK_WEEK)
    desk.canvas.set_zoom(2.0)
    desk.page.save_state(settings)
    again = PlannerPage(desk.workplace.services, desk.session, desk.tasks)
    desk.qtbot.addWidget(again)
    again.restore_state(settings)
    desk.settle()
    assert again.shown_window.mode is Mode.WORK_WEEK
    assert {desk.resource(name).id for name in SHOWN} == set(again.shown_window.resource_ids)
    picker = only(again, ResourcePicker)
    assert picker.accessibleName() == f"Ressourcen (2 von {len(picker.resources)})"


def test_what_was_just_booked_is_brought_into_sight(desk: Desk) -> None:
    view = desk.canvas.viewport().rect()
    assert not view.contains(desk.spot(ANNA, "22:15"))
    desk.page.wishes.new_appointment()
    child(desk.dialog, TimeField, "Beginn").setTime(QTime(22, 0))
    desk.dialog.save()
    desk.settle()
    assert view.contains(desk.spot(ANNA, "22:15"))


def test_the_menu_of_several_gives_them_one_status_and_undo_takes_it_back(desk: Desk) -> None:
    desk.put(desk.span("10:00", "10:30"))
    desk.show(desk.span("11:00", "11:30"))
    desk.canvas.choose_all()
    rows = desk.canvas.chosen.rows
    assert len(rows) == 2
    status = next(row for row in desk.workplace.services.queries.statuses() if row.name == "Erschienen")
    dict(entries_of(desk.page.wishes.menu_for(rows[0], None)))["Erschienen"]()
    desk.settle()
    assert {row.status_id for row in desk.everything()} == {status.id}
    desk.page.commands.undo()
    desk.settle()
    assert {row.status_id for row in desk.everything()} == {None}
