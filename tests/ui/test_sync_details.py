"""The window "Synchronisation": every link, every question, every answer."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QTableView, QTabWidget
from pytestqt.qtbot import QtBot

from helpers.find import child, press
from helpers.sync_records import event, history, link_resources, problem
from helpers.workplace import Workplace
from terminplaner.domain.calendar_link import Choice, LinkStatus, Problem, ProblemKind
from terminplaner.ui.sync_details import SyncDetails
from terminplaner.ui.sync_problem import ProblemCard
from terminplaner.ui.tasks import TaskRunner


def _open(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner, user: str = "admin") -> SyncDetails:
    window = SyncDetails(workplace.services, workplace.session(user), tasks)
    qtbot.addWidget(window)
    window.reload()
    window.show()
    _settle(qtbot, tasks)
    return window


def _settle(qtbot: QtBot, tasks: TaskRunner) -> None:
    qtbot.waitUntil(lambda: not tasks.is_busy)


def _texts(window: SyncDetails) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def _cells(view: QTableView) -> list[list[str]]:
    model = view.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _to_links(window: SyncDetails) -> None:
    window.findChildren(QTabWidget)[0].setCurrentIndex(1)


def test_without_questions_it_says_so(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    window = _open(qtbot, workplace, tasks)
    assert "Es gibt keine offenen Fragen." in _texts(window)
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert any("Noch ist keine Ressource" in text for text in shown)
    assert not child(window, QPushButton, "Jetzt synchronisieren").isEnabled(), "nothing is linked"


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
    with qtbot.waitSignal(window.decided):
        press(window, "Googles Fassung übernehmen")
    with workplace.store.read() as reader:
        stored = reader.find_record(Problem, asked.id)
    assert stored is not None
    assert (stored.resolution, stored.resolved_by) == (Choice.GOOGLE, "admin")
    _settle(qtbot, tasks)
    assert not [card for card in window.findChildren(ProblemCard) if card.isVisible()]


def test_a_brake_names_what_it_holds(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    link = link_resources(workplace, rosa_wolke=LinkStatus.BRAKE)["Rosa Wolke"]
    events = [event(f"Termin {number}") for number in range(12)]
    problem(
        workplace,
        link,
        ProblemKind.BRAKE,
        Choice.APPLY,
        Choice.RESTORE,
        Choice.IGNORE,
        local={"direction": "to_google", "events": events},
    )
    window = _open(qtbot, workplace, tasks)
    texts = _texts(window)
    assert "In Google würden gelöscht (12):" in texts
    assert "Termin 7" in texts
    assert "Termin 8" not in texts
    assert "und 4 weitere" in texts
    names = [button.text() for button in window.findChildren(ProblemCard)[0].findChildren(QPushButton)]
    assert names == ["Löschungen ausführen", "Nichts löschen, wiederherstellen", "Später entscheiden"]


def test_a_quarantine_says_why(qtbot: QtBot, workplace: Workplace, tasks: TaskRunner) -> None:
    link = link_resources(workplace, thor_schuss=LinkStatus.OK)["Thor Schuss"]
    problem(
        workplace, link, ProblemKind.QUARANTINE, Choice.IGNORE, google={"title": "Kaputt", "reason": "unreadable"}
    )
    assert "ließ sich nicht lesen" in _texts(window := _open(qtbot, workplace, tasks))
    assert "Kaputt" in _texts(window)


def test_a_link_shows_its_state_its_runs_and_what_moved(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    links = link_resources(workplace, thor_schuss=LinkStatus.OK, klara_himmel=LinkStatus.NEEDS_CONSENT)
    history(workplace, links["Thor Schuss"])
    window = _open(qtbot, workplace, tasks)
    _to_links(window)
    assert "Freigabe nötig" in _texts(window)
    assert "über die Lupe" in _texts(window)
    child(window, QListWidget, "Verknüpfungen").setCurrentRow(1)
    _settle(qtbot, tasks)
    assert "Zuletzt erfolgreich: 09:56" in _texts(window)
    runs = _cells(child(window, QTableView, "Durchgänge"))
    assert [run[1:4] for run in runs] == [
        ["Synchronisiert", "1 neu", "2 geändert"],
        ["Google nicht erreichbar", "–", "–"],
    ]
    assert runs[1][4].startswith("Google ist nicht zu finden.")
    moved = _cells(child(window, QTableView, "Was bewegt wurde"))
    assert [row[1:] for row in moved] == [["← Google", "Angelegt", "Zahnarzt", "24.11.2026, 10:00–10:30"]]


def test_comparing_anew_is_a_full_pass_over_this_link(
    qtbot: QtBot, workplace: Workplace, tasks: TaskRunner
) -> None:
    links = link_resources(workplace, thor_schuss=LinkStatus.OK)
    window = _open(qtbot, workplace, tasks)
    _to_links(window)
    with qtbot.waitSignal(window.decided):
        press(window, "Neu abgleichen")
    assert workplace.engine.passes == [([links["Thor Schuss"].id], True)]


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
    assert not child(window, QPushButton, "Jetzt synchronisieren").isEnabled()
