"""What a screen reader sees of a program, and what it can do with it (AT-SPI 2, as Qt 6 speaks it).

Elements are found by role and accessible name alone. A lookup waits until exactly one element matches; where none
does in time, the error shows the whole accessible tree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from jeepney import Message

from helpers.accessibility_bus import ACCESSIBLE, ROOT, AccessibilityBus, CallRefusedError, Reference
from helpers.hands import Hands
from helpers.waiting import DEADLINE_SECONDS, wait_until

T = TypeVar("T")
Name = str | re.Pattern[str]

WINDOWS = ("frame", "dialog", "alert", "alert message", "window")
BUTTONS = ("push button", "toggle button", "button menu")
FIELDS = ("text", "password text", "spin box", "date editor")
MENU_ITEMS = ("menu item", "check menu item", "radio menu item")
TABLES = ("table", "tree table", "tree")
ITEMS = ("list item", "table cell", "cell", "tree item")

# The bits of AtspiStateType that say something to a user.
_STATES = {
    1: "active",
    4: "checked",
    8: "enabled",
    9: "expandable",
    10: "expanded",
    12: "focused",
    16: "modal",
    23: "selected",
    25: "showing",
    43: "read-only",
}
_LABELLED_BY = 2
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


@dataclass(frozen=True)
class Node:
    """One element as it was when the tree was read."""

    element: Accessible
    role: str
    name: str
    label: str
    description: str
    states: frozenset[str]
    children: tuple[Node, ...]

    def all(self) -> Iterator[Node]:
        yield self
        for child in self.children:
            yield from child.all()

    def matches(self, roles: tuple[str, ...], name: Name | None) -> bool:
        if roles and self.role not in roles:
            return False
        return name is None or _is_called(self.name, name) or _is_called(self.label, name)

    def lines(self, indent: str = "") -> Iterator[str]:
        told = self.states - {"showing", "enabled"} | (set() if "enabled" in self.states else {"disabled"})
        states = f" [{', '.join(sorted(told))}]" if told else ""
        label = f" labelled {self.label!r}" if self.label else ""
        description = f" ({self.description})" if self.description else ""
        yield f"{indent}{self.role} {self.name!r}{label}{description}{states}"
        for child in self.children:
            yield from child.lines(indent + "  ")


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
        return _states(self._bus.ask(self._reference.call(ACCESSIBLE, "GetState")))

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
        root = Reference(self._reference.bus_name, ROOT.path)
        return Accessible(self._bus, self._hands, root)

    # Lookups

    def snapshot(self) -> Node:
        """Read everything that shows in this element; cells are left to `table`."""
        return _read_tree(self._bus, self._hands, self._reference)

    def tree(self) -> str:
        return "\n".join(self.snapshot().lines())

    def find_all(self, *roles: str, name: Name | None = None) -> list[Accessible]:
        """Return what matches at this moment, without waiting."""
        return [node.element for node in self.snapshot().all() if node.matches(roles, name)]

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

    def wait_for(self, text: Name, seconds: float = DEADLINE_SECONDS) -> Accessible:
        """Wait until an element, of any role, shows this text as name, label or description."""

        def first_match() -> Accessible | None:
            return next((node.element for node in self.snapshot().all() if _shows(node, text)), None)

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
        return [Accessible(self._bus, self._hands, Reference(*child)) for child in found]

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
        return Accessible(self._bus, self._hands, Reference(*found))

    def rows(self) -> list[tuple[str, ...]]:
        """Return the texts of all cells, row by row."""
        columns = self.column_count
        ask = [self._table("GetAccessibleAt", r, c) for r in range(self.row_count) for c in range(columns)]
        cells = [Reference(*found) for found in self._bus.ask_all(ask) if found]
        texts = [str(text) for text in self._bus.ask_all([cell.read(ACCESSIBLE, "Name") for cell in cells])]
        return [tuple(texts[start : start + columns]) for start in range(0, len(texts), columns)]

    def row_of(self, text: str) -> int:
        """Wait for the row one of whose cells reads `text`, and return its index."""

        def index() -> int | None:
            return next((i for i, row in enumerate(self.rows()) if text in row), None)

        return self._wait(index, f"a row with {text!r}", DEADLINE_SECONDS)

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

    def _table(self, member: str, *numbers: int) -> Message:
        return self._reference.call(_INTERFACE + "Table", member, "i" * len(numbers), *numbers)


def find_application(bus: AccessibilityBus, hands: Hands, process_id: int) -> Accessible | None:
    """Return the program of this process id where it has registered already."""
    for child in bus.ask(ROOT.call(ACCESSIBLE, "GetChildren")):
        reference = Reference(*child)
        if bus.process_id(reference.bus_name) == process_id:
            return Accessible(bus, hands, reference)
    return None


@dataclass(frozen=True)
class _Facts:
    name: str
    description: str
    role: str
    states: frozenset[str]
    children: tuple[Reference, ...]


def _read_tree(bus: AccessibilityBus, hands: Hands, root: Reference) -> Node:
    """Read level by level, all questions of a level at once; nothing below what does not show."""
    facts: dict[Reference, _Facts] = {}
    level = [root]
    while level:
        names = bus.ask_all([reference.read(ACCESSIBLE, "Name") for reference in level])
        descriptions = bus.ask_all([reference.read(ACCESSIBLE, "Description") for reference in level])
        roles = bus.ask_all([reference.call(ACCESSIBLE, "GetRoleName") for reference in level])
        states = [_states(words) for words in bus.ask_all([r.call(ACCESSIBLE, "GetState") for r in level])]
        children = bus.ask_all([reference.call(ACCESSIBLE, "GetChildren") for reference in level])
        for place, reference in enumerate(level):
            opens = reference == root or ("showing" in states[place] and roles[place] not in TABLES)
            below = tuple(Reference(*child) for child in children[place] or ()) if opens else ()
            facts[reference] = _Facts(
                names[place] or "", descriptions[place] or "", roles[place] or "", states[place], below
            )
        level = [child for reference in level for child in facts[reference].children if child not in facts]

    labels = _labels(bus, [reference for reference, fact in facts.items() if fact.role == "combo box"])

    def node(reference: Reference) -> Node:
        fact = facts[reference]
        shown = tuple(child for child in fact.children if "showing" in facts[child].states)
        return Node(
            Accessible(bus, hands, reference),
            fact.role,
            fact.name,
            labels.get(reference, ""),
            fact.description,
            fact.states,
            tuple(node(child) for child in shown),
        )

    return node(root)


def _labels(bus: AccessibilityBus, references: list[Reference]) -> dict[Reference, str]:
    """Return the text of each element's label: on Linux the name Qt gives a combo box is its current option."""
    relations = bus.ask_all([reference.call(ACCESSIBLE, "GetRelationSet") for reference in references])
    targets = {
        reference: Reference(*target)
        for reference, found in zip(references, relations, strict=True)
        for kind, elements in found or ()
        for target in elements
        if kind == _LABELLED_BY
    }
    names = bus.ask_all([target.read(ACCESSIBLE, "Name") for target in targets.values()])
    return {reference: name or "" for reference, name in zip(targets, names, strict=True)}


def _states(words: list[int] | None) -> frozenset[str]:
    low, high = words or (0, 0)
    bits = low | high << 32
    return frozenset(state for bit, state in _STATES.items() if bits >> bit & 1)


def _is_called(text: str, name: Name) -> bool:
    if isinstance(name, re.Pattern):
        return name.search(text) is not None
    return text.strip().removesuffix(":") == name.removesuffix(":")


def _shows(node: Node, text: Name) -> bool:
    shown = (node.name, node.label, node.description)
    if isinstance(text, re.Pattern):
        return any(text.search(part) for part in shown)
    return any(text in part for part in shown)


def _shown(name: Name | None) -> str:
    return repr(name.pattern if isinstance(name, re.Pattern) else name)
