"""What a person meets who does not see the screen, or has no mouse; and that the program always ends at once."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from itertools import pairwise

import pytest

from helpers.accessible_tree import Node
from helpers.application import Application
from helpers.atspi import Accessible, Extents
from helpers.desktop import Desktop
from helpers.waiting import wait_until
from terminplaner.simulator import Fault, FaultKind, SimulatedGoogle

ADMINISTRATOR = "admin  (Administrator)"

_MOST_PARTS = 6  # more than a date with its weekday has
_PART_SECONDS = 0.4

pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def opened(application: Application) -> Application:
    application.start()
    application.log_in(ADMINISTRATOR)
    application.wait_for_status("Noch kein Google-Kalender verknüpft")
    return application


def test_everything_is_named_as_it_is_labelled(opened: Application) -> None:
    complaints = {}
    for place, root in places(opened):
        opened.picture(place)
        if found := [*unnamed(root.snapshot()), *unlabelled(root.snapshot()), *squeezed(root)]:
            complaints[place] = found
    assert complaints == {}


def test_tab_reaches_every_control(opened: Application, desktop: Desktop) -> None:
    window = opened.window
    for title in ("Terminplaner", "Mein AMPAREX", "Filialverwaltung"):
        opened.open_tab(title)
        assert set(walk(window, desktop)) == set(window.tab_stops()), title
    opened.choose_resource("Thor Schuss")
    window.button("Lupe")
    assert set(walk(window, desktop)) == set(window.tab_stops())
    window.tab("Terminplaner").select()
    window.button("Neuer Termin").press()
    dialog = opened.dialog("Neuer Termin")
    reached = walk(dialog, desktop)
    # The link has a key of its own (Alt+L): as a Tab stop it ate what was typed after the customer's name.
    assert set(reached) == set(dialog.tab_stops()) - {"push button 'Neuen Kunden anlegen'"}
    fields = ["combo box 'Status'", "combo box 'Ressource 1'", "combo box 'Ressource 2'"]
    assert [stop for stop in reached if stop in fields] == fields  # though made when the rest was there already


def test_it_ends_at_once(opened: Application, desktop: Desktop) -> None:
    desktop.hands.key("ctrl+q")
    assert opened.wait_closed(3) == 0


def test_it_ends_in_the_middle_of_a_sync(
    application: Application, desktop: Desktop, google: SimulatedGoogle
) -> None:
    application.link("Thor Schuss")
    google.faults.add(Fault("events.list", FaultKind.DELAY, seconds=30))
    application.start()
    application.log_in(ADMINISTRATOR)
    application.wait_for_status("läuft")
    wait_until(lambda: not google.faults.pending(), "the request that hangs")
    desktop.hands.key("ctrl+q")
    assert application.wait_closed(3) == 0


def places(application: Application) -> Iterator[tuple[str, Accessible]]:
    """Every tab and the dialogs one click away."""
    window = application.open_tab("Terminplaner")
    yield "Terminplaner", window
    window.button("Neuer Termin").press()
    dialog = application.dialog("Neuer Termin")
    dialog.button("Neuen Kunden anlegen").press()
    dialog.field("Nachname")
    yield "Neuer Termin", dialog
    dialog.button("Abbrechen").press()
    application.wait_for_no_dialog()
    window = application.choose_resource("Thor Schuss")
    window.button("Lupe")
    yield "Ressource", window
    window.tab("Verfügbarkeit").select()
    yield "Verfügbarkeit", window
    for title in ("Typen", "Status"):
        window.list_item(title).select()
        yield title, window
    window.tab("Mein AMPAREX").select()
    yield "Mein AMPAREX", window
    window.tab("Filialverwaltung").select()
    for title in ("Termine", "Filiale", "Mitarbeiter", "Benutzerkonten"):
        window.list_item(title).select()
        yield title, window
    details = application.open_sync_details("Noch kein Google-Kalender verknüpft")
    yield "Offene Fragen", details
    details.tab("Verknüpfungen").select()
    yield "Verknüpfungen", details
    details.tab("Journal").select()
    yield "Journal", details


def unnamed(root: Node) -> list[str]:
    """Controls a screen reader could only call by their kind."""
    return [
        f"{node.role} has no name"
        for node in root.all()
        if "focusable" in node.states and not _hands_on(node) and not _spoken(node)
    ]


def unlabelled(root: Node) -> list[str]:
    """Labels before a field, "Name:", without a control or a group of controls of that name."""
    names = {_spoken(node) for node in root.all() if node.role != "label"}
    labels = [node.name for node in root.all() if node.role == "label" and node.name.endswith(":")]
    return [f"{label} labels nothing" for label in labels if label.removesuffix(":") not in names]


def squeezed(root: Accessible) -> list[str]:
    """Lists whose items overlap."""
    return [
        f"{name} is squeezed"
        for name, element in root.tab_stops().items()
        if element.role == "list" and _overlap([item.extents for item in element.find_all("list item")])
    ]


def walk(root: Accessible, desktop: Desktop) -> list[str]:
    """Press Tab until it stops at nothing new any more, and return where it stopped.

    Within a date or a time Tab goes from part to part first, so the focus may stay where it is for a while.
    """
    stops = root.tab_stops()
    reached = [""]
    while reached.count(reached[-1]) < _MOST_PARTS:
        desktop.hands.key("Tab")
        reached.append(_next_stop(stops, reached))
    return [stop for stop in dict.fromkeys(reached) if stop]


def _next_stop(stops: dict[str, Accessible], reached: list[str]) -> str:
    """Where the focus goes to, or stays; empty where that is no stop of its own."""
    names = sorted(stops, key=reached.count)  # what comes next is most likely new

    def focused() -> str:
        return next((name for name in names if "focused" in stops[name].states), "")

    with contextlib.suppress(TimeoutError):
        wait_until(lambda: focused() not in ("", reached[-1]), "the next stop", _PART_SECONDS)
    return focused()


def _hands_on(node: Node) -> bool:
    """Whether it gives the focus to the tab bar in it."""
    return any(child.role == "page tab list" for child in node.children)


def _spoken(node: Node) -> str:
    if node.role == "combo box":
        return (node.label or node.description).removesuffix(":")
    return node.name.removesuffix(":")


def _overlap(boxes: list[Extents]) -> bool:
    return any(above.y + above.height > below.y for above, below in pairwise(boxes))
