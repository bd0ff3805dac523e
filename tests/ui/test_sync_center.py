"""The Abgleich-Zentrale: every link, every question, every answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTableView, QTabWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from helpers.find import child, press
from helpers.sync_records import event, history, link_resources, problem
from helpers.workplace import Workplace
from terminplaner.domain.appointment import Appointment, AppointmentOrigin
from terminplaner.domain.calendar_link import Choice, Direction, JournalEntry, LinkStatus, Problem, ProblemKind
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.when import Timed
from terminplaner.services.google_ports import FullPreview
from terminplaner.ui.sync_center.comparison_dialog import ComparisonDialog
from terminplaner.ui.sync_center.problem_card import ProblemCard
from terminplaner.ui.sync_center.version import Version
from terminplaner.ui.sync_center.window import SyncCenter
from terminplaner.ui.tasks import TaskRunner


def _open(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, user: str = "admin") -> SyncCenter:
    window = SyncCenter(workplace.services, workplace.session(user), tasks)
    qtbot.addWidget(window)
    window.reload()
    window.show()
    _settle(qtbot, tasks)
    return window


def _settle(qtbot: QtBot, tasks: TaskRunner) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy)


def _texts(window: SyncCenter) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def _cells(view: QTableView) -> list[list[str]]:
    model = view.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _choose(qtbot: QtBot, tasks: TaskRunner, window: SyncCenter, row: int) -> None:
    """Look at one of the links."""
    window.findChildren(QTabWidget)[0].setCurrentIndex(1)
    view = child(window, QTableView, "Verknüpfungen")
    view.setCurrentIndex(view.model().index(row, 0))
    _settle(qtbot, tasks)


def test_without_questions_it_says_so(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    window = _open(qtbot, workplace, tasks)
    assert "Es gibt keine offenen Fragen." in _texts(window)
    sync = child(window, QPushButton, "Jetzt synchronisieren")
    assert not sync.isEnabled(), "nothing is linked"
    assert sync.toolTip() == "Die Synchronisation mit Google ist ausgeschaltet."


def test_the_first_step_that_is_missing_has_a_way_to_it(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    window = _open(qtbot, workplace, tasks)
    assert "Die Synchronisation mit Google ist ausgeschaltet." in _visible(window)
    with qtbot.waitSignal(window.switchWanted):
        press(window, "Zum Einschalten in die Filialverwaltung")
    assert not window.isVisible()
    workplace.services.settings.set(workplace.session().actor, "google_sync", "on")
    window.show()
    window.reload()
    _settle(qtbot, tasks)
    assert not child(window, QPushButton, "Zum Einschalten in die Filialverwaltung").isVisible()
    assert any("Noch ist keine Ressource" in text for text in _visible(window))
    with qtbot.waitSignal(window.resourcesWanted):
        press(window, "Zu den Ressourcen in der Administration")


def _visible(window: SyncCenter) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_both_versions_stand_side_by_side_and_one_is_chosen(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    link = link_resources(workplace, thor_schuss=LinkStatus.OK)["Thor Schuss"]
    asked = problem(
        workplace,
        link,
        ProblemKind.CONFLICT,
        Choice.LOCAL,
        Choice.GOOGLE,
        local=event(),
        google=event("Sehtest MM (verschoben)", 10),
    )
    window = _open(qtbot, workplace, tasks)
    texts = _texts(window)
    assert "24.11.2026, 10:00–10:30" in texts
    assert "24.11.2026, 11:00–11:30" in texts
    assert "Sehtest MM (verschoben)" in texts
    for version, answer in (
        ("Terminplaner-Fassung", "Terminplaner-Fassung behalten"),
        ("Googles Fassung", "Googles Fassung übernehmen"),
    ):
        assert [part.text() for part in child(window, Version, version).findChildren(QPushButton)] == [answer]
    with qtbot.waitSignal(window.decided):
        press(window, "Googles Fassung übernehmen")
    with workplace.store.read() as reader:
        stored = reader.find_record(Problem, asked.id)
    assert stored is not None
    assert (stored.resolution, stored.resolved_by) == (Choice.GOOGLE, "admin")
    _settle(qtbot, tasks)
    assert not [card for card in window.findChildren(ProblemCard) if card.isVisible()]
    (answered,) = _cells(child(window, QTableView, "Zuletzt entschieden"))
    assert answered[1:] == [
        "admin",
        "Googles Fassung übernehmen",
        "Auf beiden Seiten geändert",
        "Thor Schuss",
        "Sehtest MM (verschoben)",
    ]


@pytest.mark.parametrize(
    ("direction", "where"), [("to_google", "In Google würden gelöscht"), ("from_google", "Hier würden storniert")]
)
def test_a_brake_names_all_that_it_holds(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, direction: str, where: str
) -> None:
    link = link_resources(workplace, rosa_wolke=LinkStatus.BRAKE)["Rosa Wolke"]
    events = [event(f"Termin {number}", 20 - number) for number in range(12)]
    problem(
        workplace,
        link,
        ProblemKind.BRAKE,
        Choice.APPLY,
        Choice.RESTORE,
        Choice.IGNORE,
        local={"direction": direction, "events": events},
    )
    window = _open(qtbot, workplace, tasks)
    assert f"{where} (12)" in _texts(window)
    held = _cells(child(window, QTableView, where))
    assert [title for _, title in held] == [f"Termin {number}" for number in range(11, -1, -1)], "in order of time"
    names = [button.text() for button in window.findChildren(ProblemCard)[0].findChildren(QPushButton)]
    assert names == ["Löschungen ausführen", "Nichts löschen, wiederherstellen", "Beide Seiten so lassen"]


def test_after_a_restore_each_difference_is_listed(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    link = link_resources(workplace, thor_schuss=LinkStatus.BRAKE)["Thor Schuss"]
    problem(
        workplace,
        link,
        ProblemKind.RESTORE_PREVIEW,
        Choice.LOCAL,
        Choice.GOOGLE,
        local={"epoch": "x", "only_here": [event("Hier")], "different": [event("Alt")]},
        google={"only_there": [event("Dort")], "different": [event("Neu")]},
    )
    window = _open(qtbot, workplace, tasks)
    lists = {
        name: [row[1] for row in _cells(child(window, QTableView, name))]
        for name in (
            "Nur im Terminplaner",
            "Nur in Google",
            "Verschieden, im Terminplaner",
            "Verschieden, in Google",
        )
    }
    assert list(lists.values()) == [["Hier"], ["Dort"], ["Alt"], ["Neu"]]


def test_a_deletion_in_google_names_the_customer(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    link = link_resources(workplace, thor_schuss=LinkStatus.OK)["Thor Schuss"]
    queries = workplace.services.queries
    customer = queries.customers()[0]
    start = workplace.clock.now() + timedelta(days=1)
    appointment = Appointment(
        uuid4(),
        queries.branches()[0].id,
        Timed(start, start + timedelta(minutes=30)),
        (link.resource_id,),
        customer_id=customer.id,
    )
    booked = workplace.services.planning.book(workplace.session().actor, appointment).appointment
    asked = problem(
        workplace,
        link,
        ProblemKind.DELETED_IN_GOOGLE,
        Choice.APPLY,
        Choice.RESTORE,
        local=event(),
        google={"deleted": True},
    )
    workplace.keep(replace(asked, appointment_id=booked.id))
    texts = _texts(_open(qtbot, workplace, tasks))
    assert customer.label in texts
    assert "In Google gelöscht" in texts


def test_an_overlap_names_whom_it_collides_with(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    link = link_resources(workplace, thor_schuss=LinkStatus.OK)["Thor Schuss"]
    start = workplace.clock.now() + timedelta(days=1)
    appointment = Appointment(
        uuid4(),
        workplace.services.queries.branches()[0].id,
        Timed(start, start + timedelta(minutes=30)),
        (link.resource_id,),
        text="Schon lange vereinbart",
    )
    booked = workplace.services.planning.book(workplace.session().actor, appointment).appointment
    local: dict[str, object] = {"colliding": [str(booked.id)]}
    problem(workplace, link, ProblemKind.OVERLAP, Choice.BOTH, local=local, google=event())
    texts = _texts(_open(qtbot, workplace, tasks))
    assert "Überschneidet sich mit: 24.11.2026, 10:00–10:30  ·  Schon lange vereinbart" in texts


def test_a_quarantine_says_why(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    link = link_resources(workplace, thor_schuss=LinkStatus.OK)["Thor Schuss"]
    problem(
        workplace, link, ProblemKind.QUARANTINE, Choice.IGNORE, google={"title": "Kaputt", "reason": "unreadable"}
    )
    assert "ließ sich nicht lesen" in _texts(window := _open(qtbot, workplace, tasks))
    assert "Kaputt" in _texts(window)


def test_all_links_stand_in_one_table(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    links = link_resources(workplace, thor_schuss=LinkStatus.OK, klara_himmel=LinkStatus.NEEDS_CONSENT)
    workplace.keep(replace(links["Klara Himmel"], last_success_at=None, status=LinkStatus.NEEDS_CONSENT))
    problem(workplace, links["Thor Schuss"], ProblemKind.CONFLICT, Choice.LOCAL, local=event(), google=event())
    window = _open(qtbot, workplace, tasks)
    assert _cells(child(window, QTableView, "Verknüpfungen")) == [
        ["Klara Himmel", "Freigabe nötig", "In beide Richtungen", "noch nie", "–", "–"],
        ["Thor Schuss", "Synchronisiert", "In beide Richtungen", "09:56", "–", "1"],
    ]


def test_a_link_shows_its_state_its_runs_and_what_waits(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    links = link_resources(workplace, thor_schuss=LinkStatus.OK, klara_himmel=LinkStatus.NEEDS_CONSENT)
    history(workplace, links["Thor Schuss"])
    start = workplace.clock.now() + timedelta(days=1)
    appointment = Appointment(
        uuid4(),
        workplace.services.queries.branches()[0].id,
        Timed(start, start + timedelta(minutes=30)),
        (links["Thor Schuss"].resource_id,),
        text="Neu hier",
    )
    workplace.services.planning.book(workplace.session().actor, appointment)
    hidden = replace(appointment, id=uuid4(), text="", is_private=True, is_parallel=True)
    hidden = replace(hidden, customer_id=workplace.services.queries.customers()[0].id)
    workplace.services.planning.book(workplace.session().actor, hidden)
    window = _open(qtbot, workplace, tasks)
    assert "Freigabe nötig" in _texts(window)
    assert "über die Lupe" in _texts(window)
    _choose(qtbot, tasks, window, 1)
    runs = _cells(child(window, QTableView, "Durchgänge"))
    assert [run[1:4] for run in runs] == [
        ["Synchronisiert", "1 neu", "2 geändert"],
        ["Google nicht erreichbar", "–", "–"],
    ]
    assert runs[1][4].startswith("Google ist nicht zu finden.")
    waiting = _cells(child(window, QTableView, "Wartet auf Übertragung"))
    assert sorted(row[1] for row in waiting) == ["Neu hier", "Privat"]
    assert waiting[0] == ["24.11.2026, 10:00–10:30", waiting[0][1], "admin"]


def test_one_link_is_synchronized_alone(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    links = link_resources(workplace, thor_schuss=LinkStatus.OK, klara_himmel=LinkStatus.OK)
    window = _open(qtbot, workplace, tasks)
    _choose(qtbot, tasks, window, 1)
    with qtbot.waitSignal(window.decided):
        press(window, "Nur diese synchronisieren")
    assert workplace.engine.passes == [([links["Thor Schuss"].id], False)]


def _compare(qtbot: QtBot, tasks: TaskRunner, window: SyncCenter) -> ComparisonDialog:
    _choose(qtbot, tasks, window, 0)
    press(window, "Neu abgleichen …")
    _settle(qtbot, tasks)
    (dialog,) = window.findChildren(ComparisonDialog)
    return dialog


def test_comparing_anew_shows_first_what_it_would_change(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    link = link_resources(workplace, thor_schuss=LinkStatus.OK)["Thor Schuss"]
    run_id = uuid4()
    now = workplace.clock.now()
    moves = (
        JournalEntry(
            uuid4(),
            run_id,
            link.id,
            now,
            Direction.FROM_GOOGLE,
            "updated",
            None,
            "e1",
            event("Alt"),
            event("Neu", 10),
        ),
        JournalEntry(
            uuid4(), run_id, link.id, now, Direction.TO_GOOGLE, "created", None, "e2", None, event("Hier")
        ),
    )
    held = replace(problem(workplace, link, ProblemKind.BRAKE), choices=(Choice.APPLY,))
    workplace.engine.preview = FullPreview(moves, (held,))
    window = _open(qtbot, workplace, tasks)
    dialog = _compare(qtbot, tasks, window)
    assert _cells(child(dialog, QTableView, "Was sich ändern würde")) == [
        [
            "Von Google",
            "Geändert",
            "Neu",
            "Titel: Alt → Neu  ·  Zeit: 24.11.2026, 10:00–10:30 → 24.11.2026, 11:00–11:30",
        ],
        ["Nach Google", "Angelegt", "Hier", "24.11.2026, 10:00–10:30"],
    ]
    (card,) = dialog.findChildren(ProblemCard)
    assert card.findChildren(QPushButton) == [], "it is not asked yet"
    assert workplace.engine.passes == []
    with qtbot.waitSignal(window.decided):
        press(dialog, "Jetzt abgleichen")
    assert workplace.engine.passes == [([link.id], True)]


def test_a_comparison_can_be_left_alone(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    link_resources(workplace, thor_schuss=LinkStatus.OK)
    window = _open(qtbot, workplace, tasks)
    dialog = _compare(qtbot, tasks, window)
    assert any("Es gibt nichts abzugleichen." in label.text() for label in dialog.findChildren(QLabel))
    press(dialog, "Schließen")
    qtbot.waitUntil(lambda: not isValid(dialog))
    assert workplace.engine.passes == []


def test_sync_now_is_passed_on(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    link_resources(workplace, thor_schuss=LinkStatus.OK)
    window = _open(qtbot, workplace, tasks)
    with qtbot.waitSignal(window.syncNowRequested):
        press(window, "Jetzt synchronisieren")


def test_who_may_not_decide_may_still_look(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    link = link_resources(workplace, thor_schuss=LinkStatus.OK)["Thor Schuss"]
    problem(workplace, link, ProblemKind.CONFLICT, Choice.LOCAL, Choice.GOOGLE, local=event(), google=event())
    window = _open(qtbot, workplace, tasks, "thor.schuss")
    assert not child(window, QPushButton, "Googles Fassung übernehmen").isEnabled()
    for name in ("Jetzt synchronisieren", "Nur diese synchronisieren", "Neu abgleichen …"):
        assert not child(window, QPushButton, name).isEnabled(), name
    assert "Entscheiden kann" in _texts(window)


def test_what_lies_outside_the_working_hours_is_listed_until_somebody_took_note(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    link = link_resources(workplace, thor_schuss=LinkStatus.OK)["Thor Schuss"]
    sunday = workplace.clock.now().replace(hour=20) + timedelta(days=6)
    branch = workplace.services.queries.branches()[0]
    with workplace.store.write(Author("Google", Origin.GOOGLE), "sync") as work:
        for number in range(2):
            start = sunday + timedelta(hours=number)
            appointment = Appointment(
                uuid4(),
                branch.id,
                Timed(start, start + timedelta(minutes=30)),
                (link.resource_id,),
                text=f"Spät {number}",
                origin=AppointmentOrigin.GOOGLE,
            )
            work.put(appointment)
        work.commit()
    window = _open(qtbot, workplace, tasks)
    (tabs,) = (found for found in window.findChildren(QTabWidget) if found.count() == 4)
    assert tabs.tabText(3) == "Außerhalb der Arbeitszeit (2)"
    tabs.setCurrentIndex(3)
    listed = child(window, QTableView, "Außerhalb der Arbeitszeit")
    assert [row[1] for row in _cells(listed)] == ["Spät 0", "Spät 1"]
    listed.selectRow(0)
    press(window, "Zur Kenntnis genommen")
    _settle(qtbot, tasks)
    qtbot.waitUntil(lambda: [row[1] for row in _cells(listed)] == ["Spät 1"])
    assert workplace.services.sync_control.problems() == ()
