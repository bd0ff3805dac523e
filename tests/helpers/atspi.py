"""What a screen reader sees of a program, and what it can do with it (AT-SPI 2, as Qt 6 speaks it).

Elements are found by role and accessible name alone. A lookup waits until exactly one element matches; where none
does in time, the error shows the whole accessible tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from jeepney import Message

from helpers.accessibility_bus import (
    ACCESSIBLE,
    ROOT,
    AccessibilityBus,
    CallRefusedError,
    Reference,
    process_id_of,
)
from helpers.accessible_tree import TABLES, Name, Node, read_tree, state_names
from helpers.hands import Hands
from helpers.waiting import DEADLINE_SECONDS, wait_until

T = TypeVar("T")

WINDOWS = ("frame", "dialog", "alert", "alert message", "window")
BUTTONS = ("push button", "toggle button", "button menu")
FIELDS = ("text", "password text", "spin box", "date editor")
MENU_ITEMS = ("menu item", "check menu item", "radio menu item")
_NO_STOPS = ("label", "filler", "page tab", "list item", "table cell", "cell", "tree item", *MENU_ITEMS)
ITEMS = ("list item", "table cell", "cell", "tree item")

_SCREEN = 0
_INTERFACE = "org.a11y.atspi."


class LookupFailedError(AssertionError):
    """No element, or more than one, answered to a role and name; carries the tree as it was."""


class Extents(NamedTuple):
    """A rectangle on the screen, in pixels before the toolkit scales them."""

    x: int
    y: int
    width: int
    height: int

    @property
    def center(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


class Accessible:
    """A live element of a program; every property is asked anew."""

    def __init__(self, bus: AccessibilityBus, hands: Hands, reference: Reference) -> None:
        self._bus = bus
        self._hands = hands
        self._reference = reference

    @property
    def name(self) -> str:
        return str(self._bus.ask(self._reference.read(ACCESSIBLE, "Name")))

    @property
    def description(self) -> str:
        return str(self._bus.ask(self._reference.read(ACCESSIBLE, "Description")))

    @property
    def role(self) -> str:
        return str(self._bus.ask(self._reference.call(ACCESSIBLE, "GetRoleName")))

    @property
    def states(self) -> frozenset[str]:
        return state_names(self._bus.ask(self._reference.call(ACCESSIBLE, "GetState")))

    def is_enabled(self) -> bool:
        return "enabled" in self.states

    def is_checked(self) -> bool:
        return "checked" in self.states

    def is_selected(self) -> bool:
        return "selected" in self.states

    @property
    def content(self) -> str:
        """The whole text of a field or label."""
        if _INTERFACE + "Text" not in self._interfaces():
            return self.name
        return str(self._bus.ask(self._reference.call(_INTERFACE + "Text", "GetText", "ii", 0, -1)))

    @property
    def value(self) -> float:
        """The number of a spin box, slider or progress bar."""
        return float(self._bus.ask(self._reference.read(_INTERFACE + "Value", "CurrentValue")))

    @property
    def extents(self) -> Extents:
        return Extents(*self._bus.ask(self._reference.call(_INTERFACE + "Component", "GetExtents", "u", _SCREEN)))

    @property
    def application(self) -> Accessible:
        """The program this element belongs to, in which its other windows are found."""
        return self._at(Reference(self._reference.bus_name, ROOT.path))

    # Lookups

    def snapshot(self) -> Node:
        """Read everything that shows in this element; cells are left to `table`."""
        return read_tree(self._bus, self._reference)

    def tree(self) -> str:
        """Return what shows in this element, one line each, for a person to read."""
        read = self.snapshot()
        return "\n".join(read.lines()) if read.role else "(it has gone)"

    def find_all(self, *roles: str, name: Name | None = None) -> list[Accessible]:
        """Return what matches at this moment, without waiting."""
        nodes = self.snapshot().all()
        return [self._at(node.reference) for node in nodes if node.matches(roles, name)]

    def find(self, *roles: str, name: Name | None = None, seconds: float = DEADLINE_SECONDS) -> Accessible:
        """Wait for the one visible element of one of these roles with this name (without mnemonic and colon).

        Raises LookupFailedError where there is none or more than one when the time is up.
        """

        found: list[Accessible] = []

        def only_match() -> Accessible | None:
            found[:] = self.find_all(*roles, name=name)
            return found[0] if len(found) == 1 else None

        try:
            return wait_until(only_match, f"one {' / '.join(roles) or 'element'} named {_shown(name)}", seconds)
        except TimeoutError as error:
            raise LookupFailedError(f"{error}, {len(found)} found\n{self._tree_or_reason()}") from None

    def tab_stops(self) -> dict[str, Accessible]:
        """Return what the Tab key should stop at, by role and name; inside lists and tab bars arrows lead on."""
        return {
            f"{node.role} {(node.label or node.name).removesuffix(':')!r}": self._at(node.reference)
            for node in self.snapshot().all()
            if {"focusable", "enabled"} <= node.states and node.role not in _NO_STOPS
        }

    def wait_for(self, text: Name, seconds: float = DEADLINE_SECONDS) -> Accessible:
        """Wait until an element, of any role, shows this text as name, label or description."""

        def first_match() -> Accessible | None:
            shown = (node for node in self.snapshot().all() if node.shows(text))
            return next((self._at(node.reference) for node in shown), None)

        return self._wait(first_match, f"the text {_shown(text)}", seconds)

    def wait_gone(self, *roles: str, name: Name | None = None, seconds: float = DEADLINE_SECONDS) -> None:
        """Wait until nothing visible matches any more."""
        self._wait(lambda: not self.find_all(*roles, name=name), f"no {roles} named {_shown(name)}", seconds)

    def wait_until(
        self, condition: Callable[[Accessible], bool], what: str, seconds: float = DEADLINE_SECONDS
    ) -> Accessible:
        """Wait until this element fulfils a condition, named by `what` in the error, e.g. is checked."""
        return self._wait(lambda: self if condition(self) else None, f"{self.role} {self.name!r} {what}", seconds)

    def window(self, title: Name) -> Accessible:
        return self.find(*WINDOWS, name=title)

    def button(self, name: Name) -> Accessible:
        return self.find(*BUTTONS, name=name)

    def check_box(self, name: Name) -> Accessible:
        return self.find("check box", name=name)

    def radio_button(self, name: Name) -> Accessible:
        return self.find("radio button", name=name)

    def field(self, name: Name) -> Accessible:
        return self.find(*FIELDS, name=name)

    def combo(self, name: Name) -> Accessible:
        return self.find("combo box", name=name)

    def tab(self, name: Name) -> Accessible:
        return self.find("page tab", name=name)

    def label(self, text: Name) -> Accessible:
        return self.find("label", name=text)

    def list_item(self, name: Name) -> Accessible:
        return self.find(*ITEMS, name=name)

    def menu_item(self, name: Name) -> Accessible:
        return self.find(*MENU_ITEMS, name=name)

    def table(self, name: Name) -> Table:
        """Find a table, a tree or a list."""
        return Table(self._bus, self._hands, self.find(*TABLES, "list", name=name)._reference)

    # Actions

    def press(self) -> None:
        """Do what a click does, once the element is enabled; does not wait for what follows."""
        self._wait_enabled()
        if self.role in MENU_ITEMS:
            self.click()  # Qt's own action triggers the item, but leaves the menu open
        else:
            self._act("Press", "Toggle", "ShowMenu")

    def check(self, wanted: bool = True) -> None:
        """Tick (or untick) a box, or choose a radio button."""
        if self.is_checked() is not wanted:
            self._wait_enabled()
            self._act("Toggle", "Press")
            self.wait_until(lambda element: element.is_checked() is wanted, f"checked: {wanted}")

    def select(self) -> None:
        """Select a tab by its action, an item of a list or a cell by the mouse, for only that makes it current."""
        if self.role == "page tab":
            self._act("Press")
        else:
            self.click()
        self.wait_until(lambda element: element.is_selected(), "selected")

    def set(self, text: str) -> None:
        """Replace what a field shows, e.g. "15 min"; Qt takes it for the program's own doing, not for typing."""
        self._wait_enabled()
        self._bus.ask(self._reference.call(_INTERFACE + "EditableText", "SetTextContents", "s", text))
        self.wait_until(lambda element: element.content == text, f"holding {text!r}")

    def type(self, text: str) -> None:
        """Replace what a field holds by typing on the real keyboard."""
        self._wait_enabled()
        self.focus()
        self._hands.key("ctrl+a", "Delete")
        self._hands.type(text)
        self.wait_until(lambda element: element.content == text, f"holding {text!r}")

    def focus(self) -> None:
        self._bus.ask(self._reference.call(_INTERFACE + "Component", "GrabFocus"))
        self.wait_until(lambda element: "focused" in element.states, "focused")

    def click(self, times: int = 1) -> None:
        """Click with the real mouse in the middle of the element; `times` 2 is a double click."""
        self._hands.click(self.extents.center, times)

    def right_click(self) -> None:
        self._hands.right_click(self.extents.center)

    def options(self) -> list[str]:
        """Return what a combo box offers, open or not."""
        return [item.name for item in self._option_elements()]

    def choose(self, option: str) -> None:
        """Choose an option of a combo box by its text: open it, walk there with the keys, confirm."""
        self.press()
        self.wait_until(lambda element: element._is_open(), "opened")
        usable = [item.name for item in self._option_elements() if item.is_enabled()]
        if option not in usable:
            self._hands.key("Escape")
            raise LookupFailedError(f"the combo box {self.name!r} offers {usable}, not {option!r}")
        self._hands.key("Home", *["Down"] * usable.index(option), "Return")
        self.wait_until(lambda element: element.name == option and not element._is_open(), f"showing {option!r}")

    def _is_open(self) -> bool:
        return any("showing" in child.states for child in self._children())

    def _option_elements(self) -> list[Accessible]:
        return [item for child in self._children() if child.role == "list" for item in child._children()]

    # The wire

    def _children(self) -> list[Accessible]:
        found = self._bus.ask(self._reference.call(ACCESSIBLE, "GetChildren"))
        return [self._at(Reference(*child)) for child in found]

    def _at(self, reference: Reference) -> Accessible:
        return Accessible(self._bus, self._hands, reference)

    def _interfaces(self) -> list[str]:
        return list(self._bus.ask(self._reference.call(ACCESSIBLE, "GetInterfaces")))

    def _act(self, *names: str) -> None:
        offered = [a[0] for a in self._bus.ask(self._reference.call(_INTERFACE + "Action", "GetActions"))]
        chosen = next((name for name in names if name in offered), None)
        if chosen is None:
            raise LookupFailedError(f"{self.role} {self.name!r} offers {offered}, none of {names}")
        self._bus.tell(self._reference.call(_INTERFACE + "Action", "DoAction", "i", offered.index(chosen)))

    def _wait_enabled(self) -> None:
        self.wait_until(lambda element: element.is_enabled(), "enabled")

    def _wait(self, question: Callable[[], T | None], what: str, seconds: float) -> T:
        try:
            return wait_until(question, what, seconds)
        except TimeoutError as error:
            raise LookupFailedError(f"{error}\n{self._tree_or_reason()}") from None

    def _tree_or_reason(self) -> str:
        try:
            return self.tree()
        except (CallRefusedError, ConnectionError, TimeoutError) as error:
            return f"(no tree: {error!r})"


class Table(Accessible):
    """A table, tree or list by its cells, as text and as elements."""

    @property
    def row_count(self) -> int:
        return int(self._bus.ask(self._reference.read(_INTERFACE + "Table", "NRows")))

    @property
    def column_count(self) -> int:
        return int(self._bus.ask(self._reference.read(_INTERFACE + "Table", "NColumns")))

    def headers(self) -> list[str]:
        ask = [self._table("GetColumnDescription", i) for i in range(self.column_count)]
        return [str(text) for text in self._bus.ask_all(ask)]

    def cell(self, row: int, column: int = 0) -> Accessible:
        found = self._bus.ask(self._table("GetAccessibleAt", row, column))
        return self._at(Reference(*found))

    def rows(self) -> list[tuple[str, ...]]:
        """Return the texts of all cells, row by row."""
        return self._wait(self._read_rows, "a table that stays as it is", DEADLINE_SECONDS)

    def row_of(self, text: str) -> int:
        """Wait for the row one of whose cells reads `text`, and return its index."""

        def index() -> int | None:
            return next((i for i, row in enumerate(self.rows()) if text in row), None)

        try:
            return self._wait(index, f"a row with {text!r}", DEADLINE_SECONDS)
        except LookupFailedError as error:
            error.add_note(f"its rows: {self.rows()}")
            raise

    def select_row(self, row: int | str) -> None:
        """Select a row by its index or the text of one of its cells, scrolling by the keys until it shows."""
        cell = self.cell(self.row_of(row) if isinstance(row, str) else row)
        for _ in range(self.row_count):
            top, bottom = self.extents.y, self.extents.y + self.extents.height
            middle = cell.extents.center[1]
            if top < middle < bottom:
                break
            self.focus()
            self._hands.key("Next" if middle >= bottom else "Prior")
        cell.select()

    def _read_rows(self) -> list[tuple[str, ...]] | None:
        columns = self.column_count
        ask = [self._table("GetAccessibleAt", r, c) for r in range(self.row_count) for c in range(columns)]
        cells = [Reference(*found) for found in self._bus.ask_all(ask) if found]
        texts = self._bus.ask_all([cell.read(ACCESSIBLE, "Name") for cell in cells])
        if len(texts) < len(ask) or None in texts:  # rows went while they were read
            return None
        return [tuple(texts[start : start + columns]) for start in range(0, len(texts), columns)]

    def _table(self, member: str, *numbers: int) -> Message:
        return self._reference.call(_INTERFACE + "Table", member, "i" * len(numbers), *numbers)


def find_application(bus: AccessibilityBus, hands: Hands, process_id: int) -> Accessible | None:
    """Return the program of this process id where it has registered already."""
    programs = [Reference(*child) for child in bus.ask(ROOT.call(ACCESSIBLE, "GetChildren"))]
    owners = bus.ask_all([process_id_of(program.bus_name) for program in programs])
    found = (program for program, owner in zip(programs, owners, strict=True) if owner == process_id)
    return next((Accessible(bus, hands, program) for program in found), None)


def _shown(name: Name | None) -> str:
    return repr(name.pattern if isinstance(name, re.Pattern) else name)
