"""What looks like HTML, a format or a mnemonic is shown to the letter, wherever it came from."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget
from pytestqt.qtbot import QtBot

import terminplaner
from helpers.planner_desk import Desk, remember_shown
from helpers.shown_text import HOSTILE, assert_literal, read_tooltip, shown_texts
from helpers.sync_records import event, history, problem
from helpers.workplace import Workplace
from terminplaner.domain.appointment import Appointment, AppointmentStatus, AppointmentType
from terminplaner.domain.calendar_link import (
    CalendarLink,
    Choice,
    Direction,
    GoogleAccount,
    JournalEntry,
    LinkStatus,
    ProblemKind,
    SyncRun,
)
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.people import Customer, Employee, User
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, Timed
from terminplaner.services.google_ports import CalendarBackup, Grant, RemoteCalendar
from terminplaner.services.users import ADMINISTRATOR_NAME
from terminplaner.ui.administration.page import AdministrationPage
from terminplaner.ui.banner import Banner
from terminplaner.ui.branch_settings import BranchSettingsPage
from terminplaner.ui.consent.calendar_choice import CalendarDialog, CalendarOffer
from terminplaner.ui.consent.confirmation import ConfirmationDialog, RevokeDialog
from terminplaner.ui.consent.emptying import EmptyingConfirmation, EmptyingQuestion
from terminplaner.ui.consent.preview import PreviewDialog
from terminplaner.ui.login import LoginDialog
from terminplaner.ui.messages import describe_code
from terminplaner.ui.my_panel import MyPanelPage
from terminplaner.ui.planner.page import PlannerPage
from terminplaner.ui.questions import Question
from terminplaner.ui.sync_center.window import SyncCenter
from terminplaner.ui.sync_status import SyncStatus
from terminplaner.ui.tasks import TaskRunner

REFUSED = {"status": 400, "reason": HOSTILE}


@pytest.fixture
def hostile(workplace: Workplace) -> Workplace:
    """The sample chain in which everything that has a name is called ``HOSTILE``."""
    with workplace.store.write(Author(HOSTILE, Origin.SYSTEM), "test") as work:
        for resource in work.list(Resource):
            work.put(replace(resource, name=HOSTILE))
        for branch in work.list(Branch):
            work.put(replace(branch, name=HOSTILE))
        for type_ in work.list(AppointmentType):
            work.put(replace(type_, name=HOSTILE))
        for status in work.list(AppointmentStatus):
            work.put(replace(status, name=HOSTILE))
        for user in work.list(User):
            if user.name != ADMINISTRATOR_NAME:
                work.put(replace(user, name=HOSTILE))
        for employee in work.list(Employee):
            work.put(replace(employee, last_name=HOSTILE, first_name=HOSTILE))
        work.put(Customer(uuid4(), HOSTILE, HOSTILE, HOSTILE, HOSTILE))
        work.commit()
    return workplace


@pytest.fixture
def desk(hostile: Workplace, tasks: TaskRunner, qtbot: QtBot, tmp_path: Path) -> Desk:
    """One column, in which nothing is booked yet."""
    session = hostile.session()
    page = PlannerPage(hostile.services, session, tasks)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    remembered = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    remember_shown(hostile, session, remembered, [hostile.services.queries.resources()[0].name])
    page.restore_state(remembered)
    with qtbot.waitExposed(page):
        page.show()
    desk = Desk(hostile, session, tasks, page, qtbot)
    desk.reload()
    return desk


def hostile_appointment(desk: Desk, when: Timed | AllDay) -> Appointment:
    queries = desk.workplace.services.queries
    return desk.show(
        when,
        HOSTILE,
        author=HOSTILE,
        text=HOSTILE,
        comment=HOSTILE,
        type_id=queries.types()[0].id,
        status_id=queries.statuses()[0].id,
        customer_id=queries.customers(HOSTILE)[0].id,
    )


def tooltip_at(widget: QWidget, point: QPoint) -> str:
    """What is read when the mouse rests there."""
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point)))
    return read_tooltip(QToolTip.text())


def links(place: Workplace, status: LinkStatus = LinkStatus.ERROR) -> CalendarLink:
    """A link whose every word comes from outside."""
    account = GoogleAccount(uuid4(), HOSTILE, frozenset(), b"x")
    resource = place.services.queries.resources()[0]
    link = CalendarLink(
        uuid4(),
        resource.id,
        account.id,
        HOSTILE,
        HOSTILE,
        "Europe/Berlin",
        is_created_by_program=True,
        status=status,
        status_reason="google_refused",
        status_params=REFUSED,
        created_at=place.clock.now(),
    )
    place.keep(account, link)
    place.services.settings.set(place.session().actor, "google_sync", "on")
    return link


def test_the_planner(desk: Desk) -> None:
    hostile_appointment(desk, desk.span("10:00", "12:00"))
    tip = tooltip_at(desk.canvas.viewport(), desk.spot(HOSTILE, "11:00"))
    assert tip.count(HOSTILE) >= 5, tip
    assert_literal(desk.page)


def test_the_planner_s_header_and_all_day_lane(desk: Desk) -> None:
    day = desk.at("10:00").date()
    hostile_appointment(desk, AllDay(day, day.replace(day=day.day + 1)))
    tips = [
        tooltip_at(widget, QPoint(widget.width() // 2, 12))
        for widget in desk.page.findChildren(QWidget)
        if type(widget).__name__ in ("ColumnHeader", "AllDayLane")
    ]
    assert len(tips) == 2
    assert all(HOSTILE in tip for tip in tips), tips


def test_the_appointments_as_a_list(desk: Desk) -> None:
    hostile_appointment(desk, desk.span("10:00", "12:00"))
    desk.press_button("Als Liste")
    desk.settle()
    assert_literal(desk.page, at_least=4)


def test_the_context_menu(desk: Desk) -> None:
    hostile_appointment(desk, desk.span("10:00", "12:00"))
    row = desk.workplace.services.queries.appointment(desk.everything()[0].id)
    other = desk.workplace.services.queries.resources()[1]
    shared = replace(row, appointment=replace(row.appointment, resource_ids=(row.resources[0].id, other.id)))
    menu = desk.page.wishes.menu_for(replace(shared, resources=(row.resources[0], other)), None)
    assert_literal(menu, at_least=2)


def test_the_appointment_dialog(desk: Desk) -> None:
    hostile_appointment(desk, desk.span("10:00", "12:00"))
    desk.double_click(desk.spot(HOSTILE, "11:00"))
    assert_literal(desk.dialog, at_least=5)


def test_the_synchronisation_window(qtbot: QtBot, hostile: Workplace, tasks: TaskRunner) -> None:
    link = links(hostile)
    fields = event(HOSTILE) | {"description": HOSTILE}
    problem(hostile, link, ProblemKind.CONFLICT, Choice.LOCAL, local=fields, google=fields | {"title": "anders"})
    problem(hostile, link, ProblemKind.BRAKE, Choice.APPLY, local={"direction": "to_google", "events": [fields]})
    problem(hostile, link, ProblemKind.QUARANTINE, Choice.IGNORE, google=fields | {"reason": HOSTILE})
    history(hostile, link)
    now = hostile.clock.now()
    run = SyncRun(uuid4(), link.id, now, now, LinkStatus.ERROR, reason="google_refused", params=REFUSED)
    moved = JournalEntry(
        uuid4(), run.id, link.id, now, Direction.FROM_GOOGLE, "created", None, HOSTILE, None, fields
    )
    hostile.keep(run, moved)
    window = SyncCenter(hostile.services, hostile.session(), tasks)
    qtbot.addWidget(window)
    window.reload()
    window.show()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert_literal(window, at_least=12)


def test_the_line_that_says_how_the_sync_stands(qtbot: QtBot, hostile: Workplace) -> None:
    links(hostile)
    line = SyncStatus(hostile.clock, hostile.session().branch.tz, may_sync=True)
    qtbot.addWidget(line)
    line.show_overview(hostile.services.sync_control.overview(), 5)
    assert_literal(line)


def test_the_choice_of_a_calendar(qtbot: QtBot, hostile: Workplace) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    resource, other = hostile.services.queries.resources()[:2]
    grant = Grant(uuid4(), HOSTILE, (), can_list_calendars=True, can_use_existing=True, previous_email=HOSTILE)
    offer = CalendarOffer(
        tuple(
            RemoteCalendar(HOSTILE, HOSTILE, "Europe/Berlin", HOSTILE, False, linked)
            for linked in (None, resource.id, other.id)
        ),
        {other.id: HOSTILE},
    )
    assert_literal(CalendarDialog(resource, grant, offer, HOSTILE, parent), at_least=8)


def test_the_other_steps_of_a_consent(qtbot: QtBot, hostile: Workplace) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    resource = hostile.services.queries.resources()[0]
    calendar = RemoteCalendar(HOSTILE, HOSTILE, "Europe/Berlin", HOSTILE, is_created_by_program=False)
    backup = CalendarBackup(HOSTILE, Path("backup.ics"), {})
    grant = Grant(uuid4(), HOSTILE, (), can_list_calendars=True, can_use_existing=True, previous_email=HOSTILE)
    dialogs = (
        ConfirmationDialog(resource, parent),
        RevokeDialog(resource, (HOSTILE,), parent),
        EmptyingQuestion(calendar, 3, parent),
        EmptyingConfirmation(calendar, backup, parent),
        PreviewDialog(resource, grant, calendar, parent),
    )
    for dialog in dialogs:
        assert_literal(dialog)


def test_banners_and_questions(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_message(describe_code("link_connected", {"resource": HOSTILE, "calendar": HOSTILE}))
    assert_literal(banner)
    question = Question(HOSTILE, HOSTILE, banner, HOSTILE)
    assert_literal(question, at_least=4)


def test_the_administration(qtbot: QtBot, hostile: Workplace, tasks: TaskRunner) -> None:
    links(hostile)
    page = AdministrationPage(hostile.services, hostile.session(), tasks)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert_literal(page, at_least=20)


def test_the_branch_settings(qtbot: QtBot, hostile: Workplace, tasks: TaskRunner) -> None:
    page = BranchSettingsPage(hostile.services, hostile.session(), tasks)
    qtbot.addWidget(page)
    page.refresh(None)
    page.show()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert_literal(page, at_least=2)


def test_the_login(qtbot: QtBot, hostile: Workplace, tasks: TaskRunner, tmp_path: Path) -> None:
    users, branches = hostile.services.users.list(), hostile.services.queries.branches()
    dialog = LoginDialog(
        hostile.services, tasks, QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat), users, branches
    )
    qtbot.addWidget(dialog)
    assert_literal(dialog)


def test_my_panel(qtbot: QtBot, hostile: Workplace, tasks: TaskRunner) -> None:
    links(hostile)
    page = MyPanelPage(hostile.services, hostile.session(HOSTILE), tasks)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert_literal(page)


def test_a_sentence_is_not_a_template_for_what_fills_it() -> None:
    said = describe_code("link_connected", {"resource": "{calendar}", "calendar": HOSTILE})
    assert "„{calendar}“" in said
    assert HOSTILE in said


def test_the_reading_above_sees_through_a_label_left_to_itself(qtbot: QtBot) -> None:
    label = QLabel(HOSTILE)
    qtbot.addWidget(label)
    assert HOSTILE not in shown_texts(label)
    with pytest.raises(AssertionError):
        assert_literal(label)


def test_no_label_and_no_message_box_is_left_to_itself() -> None:
    """One that nobody reads here would slip through the windows above."""
    folder = Path(terminplaner.__path__[0])
    sources = {file.relative_to(folder): file.read_text(encoding="utf-8") for file in folder.rglob("*.py")}
    made = {
        name
        for name, code in sources.items()
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call)
        if ast.unparse(node.func).partition(".")[0] in ("QLabel", "QMessageBox")
    }
    assert not [name for name in made if "setTextFormat(Qt.TextFormat.PlainText)" not in sources[name]]
    assert made
