"""How things are called in lists: deleted ones, and those that have the same name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QListView,
    QMenu,
    QTableView,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from helpers.stored_values import AUTHOR
from helpers.workplace import Workplace
from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import Entity
from terminplaner.domain.people import Employee, Role, User
from terminplaner.domain.resource import AvailabilityType, Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.view import PlannerView, ViewColumn
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.domain.when import Timed
from terminplaner.ui.administration.catalogue_tab import CatalogueTab, types
from terminplaner.ui.administration.resources_tab import ResourcesTab
from terminplaner.ui.administration.templates_tab import TemplatesTab
from terminplaner.ui.administration.views_tab import ViewsTab
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.planner.appointment.resource_checks import ResourceChecks
from terminplaner.ui.planner.availability.absence_dialog import AbsenceDialog
from terminplaner.ui.planner.availability.availability_dialog import AvailabilityDialog
from terminplaner.ui.planner.navigation.filter_button import FilterButton
from terminplaner.ui.planner.navigation.resource_picker import ResourcePicker
from terminplaner.ui.planner.overviews.year import lay_out_year
from terminplaner.ui.planner.panels.waiting_dialog import WaitingDialog
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.planner.template_menu import add_templates
from terminplaner.ui.planner.window import Mode, Window
from terminplaner.ui.printing.options import DayListOptions
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.user_accounts import UserAccounts
from terminplaner.ui.user_dialog import UserDialog

GONE = datetime(2026, 3, 2, tzinfo=UTC)


def _names(
    *entries: Employee | Resource | Branch | AppointmentType, branches: tuple[Branch, ...] = ()
) -> list[str]:
    return [choice.name for choice in choices_of(entries, branches)]


def test_namesakes_say_what_tells_them_apart() -> None:
    here, there = Branch(uuid4(), "01", "Stuttgart"), Branch(uuid4(), "02", "Ulm")
    anna, other = (Employee(uuid4(), "Muster", "Anna", branch.id) for branch in (here, there))
    bea = Employee(uuid4(), "Muster", "Bea", here.id)
    assert _names(anna, bea, other, branches=(here, there)) == [
        "Muster, Anna · 01 Stuttgart",
        "Muster, Bea",
        "Muster, Anna · 02 Ulm",
    ]
    twin = Employee(uuid4(), "Muster", "Anna", here.id)
    assert _names(anna, twin, branches=(here,)) == [
        "Muster, Anna · 01 Stuttgart · 1",
        "Muster, Anna · 01 Stuttgart · 2",
    ]
    rooms = (Resource(uuid4(), "Kabine", branch_id=here.id), Resource(uuid4(), "Kabine", branch_id=there.id))
    assert _names(*rooms, branches=(here, there)) == ["Kabine · 01 Stuttgart", "Kabine · 02 Ulm"]
    assert _names(AppointmentType(uuid4(), "Sehtest"), AppointmentType(uuid4(), "Sehtest", deleted_at=GONE)) == [
        "Sehtest",
        "Sehtest (gelöscht)",
    ]


def test_what_is_deleted_is_offered_only_where_it_is_chosen(qtbot: QtBot) -> None:
    gone, live = uuid4(), uuid4()
    field = ChoiceField()
    qtbot.addWidget(field)
    field.offer([Choice(None, "keine"), Choice(gone, "alt (gelöscht)", is_deleted=True), Choice(live, "neu")])

    def offered() -> list[str]:
        return [field.itemText(index) for index in range(field.count())]

    assert offered() == ["keine", "neu"]
    with qtbot.waitSignal(field.currentIndexChanged):
        field.show_key(gone)
    assert (field.key, field.currentText()) == (gone, "alt (gelöscht)")
    with qtbot.waitSignal(field.currentIndexChanged):
        field.show_key(live)
    assert (field.key, offered()) == (live, ["keine", "neu"])


class Desk:
    """Everything that something names is deleted here, as at another workstation in the meantime."""

    def __init__(self, qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
        self.qtbot, self.workplace, self.tasks = qtbot, workplace, tasks
        self.services, self.session = workplace.services, workplace.session()
        self.type = self.put(AppointmentType(uuid4(), "Alttyp"), deleted_at=GONE)
        self.status = self.put(AppointmentStatus(uuid4(), "Altstatus"), deleted_at=GONE)
        self.resource = self.put(Resource(uuid4(), "Altraum"), deleted_at=GONE)
        self.template = self.put(AppointmentTemplate(uuid4(), "Altvorlage"), deleted_at=GONE)
        self.kind = self.put(AvailabilityType(uuid4(), "Altart"), deleted_at=GONE)

    def put(self, entity: Any, **later: object) -> UUID:
        """Store ``entity``, and once more as it became ``later``; its id."""
        for changes in ({}, later) if later else ({},):
            with self.workplace.store.write(AUTHOR, "put") as work:
                stored: Entity = work.put(replace(entity, **changes, revision=1 if changes else 0))
                work.commit()
        return stored.id

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.tasks.is_busy)

    def show(self, widget: QWidget) -> None:
        self.qtbot.addWidget(widget)
        widget.show()
        if isinstance(widget, TemplatesTab | ViewsTab):
            widget.refresh(None)
        elif isinstance(widget, UserAccounts):
            widget.reload()
        self.settle()

    @property
    def live(self) -> Resource:
        return self.services.queries.resources()[0]


@pytest.fixture
def desk(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> Desk:
    return Desk(qtbot, workplace, tasks)


def _cell(table: QTableWidget, row: int, column: int) -> str:
    return str(table.model().index(row, column).data())


def _shown(widget: QWidget) -> set[str]:
    return {box.currentText() for box in widget.findChildren(QComboBox)}


def test_an_account_keeps_its_deleted_employee(desk: Desk) -> None:
    klara = desk.put(Employee(uuid4(), "Himmel", "Klara"), deleted_at=GONE)
    desk.put(User(uuid4(), "alt", Role.READER, klara))
    accounts = UserAccounts(desk.services, desk.session, desk.tasks)
    desk.show(accounts)
    table = child(accounts, QTableWidget, "Benutzerkonten")
    row = next(row for row in range(table.rowCount()) if _cell(table, row, 0) == "alt")
    assert _cell(table, row, 2) == "Himmel, Klara (gelöscht)"
    table.selectRow(row)
    press(accounts, "Bearbeiten …")
    (dialog,) = accounts.findChildren(UserDialog)
    employee = child(dialog, QComboBox, "Mitarbeiter")
    assert employee.currentText() == "Himmel, Klara (gelöscht)"
    assert not dialog.is_dirty
    role = child(dialog, QComboBox, "Rolle")
    role.setCurrentIndex(role.count() - 2)
    press(dialog, "Speichern")
    desk.settle()
    stored = next(user for user in desk.services.users.list() if user.name == "alt")
    assert (stored.employee_id, stored.role) == (klara, Role.EMPLOYEE)


def test_a_template_keeps_what_was_deleted(desk: Desk) -> None:
    template = AppointmentTemplate(
        uuid4(), "Vorlage", type_id=desk.type, status_id=desk.status, resource_ids=(desk.resource,)
    )
    desk.put(template)
    tab = TemplatesTab(desk.services, desk.session, desk.tasks)
    desk.show(tab)
    table = child(tab, QTableWidget, "Terminvorlagen")
    row = next(row for row in range(table.rowCount()) if _cell(table, row, 1) == "Vorlage")
    assert [_cell(table, row, column) for column in (3, 4)] == ["Alttyp (gelöscht)", "Altraum (gelöscht)"]
    table.setCurrentCell(row, 0)
    assert {"Alttyp (gelöscht)", "Altstatus (gelöscht)", "Altraum (gelöscht)"} < _shown(tab)
    assert not tab.is_dirty


def test_a_view_names_its_deleted_resource(desk: Desk) -> None:
    view = PlannerView(uuid4(), "Alt", "Alt", columns=(ViewColumn(desk.resource),))
    desk.put(view)
    tab = ViewsTab(desk.services, desk.session, desk.tasks)
    desk.show(tab)
    tables = tab.findChildren(QTableWidget)
    views = child(tab, QTableWidget, "Ansichten")
    views.setCurrentCell(next(row for row in range(views.rowCount()) if _cell(views, row, 1) == "Alt"), 0)
    texts = {_cell(table, 0, 0) for table in tables if table is not views and table.rowCount()}
    assert texts == {"Altraum (gelöscht)"}
    assert not tab.is_dirty


def test_a_wish_keeps_what_was_deleted(desk: Desk) -> None:
    now = desk.services.clock.now()
    entry = WaitingListEntry(
        uuid4(),
        desk.session.branch.id,
        now,
        "",
        type_id=desk.type,
        template_id=desk.template,
        resource_ids=(desk.resource,),
    )
    desk.put(entry)
    (row,) = desk.services.waiting_list.rows(desk.session.branch.id)
    dialog = WaitingDialog(desk.services, desk.session, desk.tasks, desk.services.queries.choices(), row)
    desk.show(dialog)
    assert {"Alttyp (gelöscht)", "Altvorlage (gelöscht)"} < _shown(dialog)
    assert dialog._value() == row.entry


def test_an_availability_keeps_what_was_deleted(desk: Desk) -> None:
    rule = replace(
        desk.services.queries.availabilities(desk.live.id)[0], type_id=desk.kind, second_resource_id=desk.resource
    )
    choices, day = desk.services.queries.choices(), desk.services.clock.now().date()
    dialog = AvailabilityDialog(desk.services, desk.session, desk.tasks, choices, rule, day)
    desk.show(dialog)
    assert {"Altart (gelöscht)", "Altraum (gelöscht)"} < _shown(dialog)
    (kept,) = dialog.value()
    assert (kept.type_id, kept.second_resource_id) == (desk.kind, desk.resource)


def test_an_absence_keeps_its_deleted_resource_and_can_still_be_changed(desk: Desk) -> None:
    now = desk.services.clock.now()
    when = Timed(now, now + timedelta(hours=1))
    absence = Absence(uuid4(), AbsenceKind.OTHER, when, resource_ids=(desk.live.id, desk.resource))
    desk.put(absence)
    stored = next(row for row in desk.services.absences.list() if row.id == absence.id)
    choices = desk.services.queries.choices()
    dialog = AbsenceDialog(desk.services, desk.session, desk.tasks, choices, stored)
    desk.show(dialog)
    assert set(dialog.value().resource_ids) == set(stored.resource_ids)
    saved = desk.services.absences.save(desk.session.actor, replace(stored, text="anders"))
    assert set(saved.absence.resource_ids) == set(stored.resource_ids)


def _two_of_a_name(desk: Desk) -> tuple[Resource, Resource]:
    """In two branches."""
    here = desk.session.branch
    there = desk.services.master_data.save(desk.session.actor, Branch(uuid4(), "02", "Ulm"))
    first = Resource(uuid4(), "Kabine", branch_id=here.id, is_in_all_branches=True)
    second = replace(first, id=uuid4(), branch_id=there.id)
    for resource in (first, second):
        desk.put(resource)
    return first, second


def test_the_year_and_what_is_printed_tell_resources_of_one_name_apart(desk: Desk) -> None:
    rooms = _two_of_a_name(desk)
    branches = desk.services.queries.branches()
    names = {f"Kabine · {branch.label}" for branch in branches}
    window = Window(Mode.YEAR, date(2026, 3, 2), desk.session.branch.tz, tuple(room.id for room in rooms))
    stage = PlanStage(window, GONE)
    desk.show(stage)
    span = window.interval
    plan = desk.services.queries.plan_of_absences(window.resource_ids, span.start_at, span.end_at)
    stage.show_branches(branches)
    stage.show_sheet(window, plan, lay_out_year(window, plan))
    assert names <= _offered(stage)
    options = DayListOptions(desk.services, desk.session, window.day, rooms, branches)
    desk.show(options)
    assert names <= _offered(options)


def _offered(widget: QWidget) -> set[str]:
    boxes = widget.findChildren(QComboBox)
    return {box.itemText(number) for box in boxes for number in range(box.count())}


def test_the_table_of_resources_tells_employees_of_one_name_apart(desk: Desk) -> None:
    branch = desk.session.branch
    for number in ("A", "B"):
        employee_id = desk.put(Employee(uuid4(), "Zwilling", "Zoe", branch.id))
        desk.put(Resource(uuid4(), f"Zwilling {number}", employee_id=employee_id))
    tab = ResourcesTab(desk.services, desk.session, desk.tasks)
    desk.show(tab)
    tab.reload()
    desk.settle()
    table = child(tab, QTableView, "Ressourcen").model()
    cells = {str(table.index(row, 4).data()) for row in range(table.rowCount())}
    assert {cell for cell in cells if "Zwilling" in cell} == {
        f"Zwilling, Zoe · {branch.label} · 1",
        f"Zwilling, Zoe · {branch.label} · 2",
    }


def test_what_the_plan_and_its_menus_offer_is_told_apart_too(desk: Desk) -> None:
    rooms = _two_of_a_name(desk)
    branches = desk.services.queries.branches()
    picker = ResourcePicker()
    desk.show(picker)
    picker.offer(rooms, branches, frozenset({rooms[0].id}))
    shown = child(picker, QListView, "Gezeigte Ressourcen").model()
    assert [str(shown.index(row, 0).data()) for row in range(shown.rowCount())] == [
        choice.name for choice in choices_of(rooms, branches)
    ]
    assert picker.accessibleName() == "Ressourcen (1 von 2)"
    menu = QMenu()
    desk.qtbot.addWidget(menu)
    chosen: list[AppointmentTemplate] = []
    templates = [AppointmentTemplate(uuid4(), "Hören/Anpassung") for _ in range(2)]
    add_templates(menu, templates, chosen.append)
    (group,) = [action.menu() for action in menu.actions()]
    assert isinstance(group, QMenu)
    assert [action.text() for action in group.actions()] == ["Anpassung · 1", "Anpassung · 2"]
    group.actions()[1].trigger()
    assert chosen == [templates[1]]


def test_a_color_is_of_one_size_in_every_list(desk: Desk) -> None:
    picker, filtering, field = ResourcePicker(), FilterButton(), ChoiceField()
    catalogue = CatalogueTab(types(), desk.services, desk.session, desk.tasks)
    resources = ResourcesTab(desk.services, desk.session, desk.tasks)
    checks = ResourceChecks(4)
    hosts = (picker, filtering, field, catalogue, resources, checks)
    for host in hosts:
        desk.show(host)
    choices = desk.services.queries.choices()
    picker.offer(choices.resources, choices.branches, frozenset())
    filtering.offer(choices)
    field.offer(choices_of(choices.types))
    checks.offer(choices.resources, (), choices.branches)
    catalogue.refresh(None)
    resources.reload()
    desk.settle()
    for host in hosts:
        colored = [view for view in _lists(host) if _has_color(view)]
        assert colored, host
        sizes = {view: (view.iconSize().width(), view.iconSize().height()) for view in colored}
        assert set(sizes.values()) == {(12, 12)}, sizes


def _lists(host: QWidget) -> list[QAbstractItemView | QComboBox]:
    own = [host] if isinstance(host, QAbstractItemView | QComboBox) else []
    views = [view for view in host.findChildren(QAbstractItemView) if not isinstance(view, QHeaderView)]
    return [*own, *views, *host.findChildren(QComboBox)]


def _has_color(view: QAbstractItemView | QComboBox) -> bool:
    model = view.model()
    indexes = (model.index(row, 0) for row in range(model.rowCount()) if model is not None)
    return any(index.data(Qt.ItemDataRole.DecorationRole) is not None for index in indexes)
