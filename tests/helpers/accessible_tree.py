"""The accessible tree of a program as it is at one moment: what shows, by role, name and state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.accessibility_bus import ACCESSIBLE, ROOT, AccessibilityBus, Reference

Name = str | re.Pattern[str]

TABLES = ("table", "tree table", "tree")

# The bits of AtspiStateType that say something to a user.
_STATES = {
    1: "active",
    4: "checked",
    8: "enabled",
    9: "expandable",
    10: "expanded",
    11: "focusable",
    12: "focused",
    16: "modal",
    23: "selected",
    25: "showing",
    43: "read-only",
}
_LABELLED_BY = 2


@dataclass(frozen=True)
class Node:
    """One element; `label` is the text of the label beside it where its own name is something else."""

    reference: Reference
    role: str
    name: str
    label: str
    description: str
    states: frozenset[str]
    children: tuple[Node, ...]

    def all(self) -> Iterator[Node]:
        """Yield this element and everything below it."""
        yield self
        for child in self.children:
            yield from child.all()

    def matches(self, roles: tuple[str, ...], name: Name | None) -> bool:
        """Whether it has one of the roles (any, where none is given) and the name, give or take a colon."""
        if roles and self.role not in roles:
            return False
        return name is None or any(_is_called(text, name) for text in (self.name, self.label) if text)

    def shows(self, text: Name) -> bool:
        """Whether the text is part of anything it says."""
        said = (self.name, self.label, self.description)
        if isinstance(text, re.Pattern):
            return any(text.search(part) for part in said)
        return any(text in part for part in said)

    def lines(self, indent: str = "") -> Iterator[str]:
        """Yield the tree for a person to read, one element a line."""
        told = self.states - {"showing", "enabled", "focusable"}
        if "enabled" not in self.states:
            told |= {"disabled"}
        states = f" [{', '.join(sorted(told))}]" if told else ""
        label = f" labelled {self.label!r}" if self.label else ""
        description = f" ({self.description})" if self.description else ""
        yield f"{indent}{self.role} {self.name!r}{label}{description}{states}"
        for child in self.children:
            yield from child.lines(indent + "  ")


@dataclass(frozen=True)
class _Facts:
    role: str
    name: str
    description: str
    states: frozenset[str]
    children: tuple[Reference, ...]


def read_tree(bus: AccessibilityBus, root: Reference) -> Node:
    """Read what shows at and below `root`; cells of tables are left out, there may be thousands."""
    facts = _read_facts(bus, [root])
    top = facts[root].children
    if root.path == ROOT.path:
        menus = [menu for menu in _open_menus(bus, root.bus_name) if menu not in facts]
        facts |= _read_facts(bus, menus)
        top += tuple(menus)
    labels = _labels(bus, [reference for reference, fact in facts.items() if fact.role == "combo box"])

    def node(reference: Reference, children: tuple[Reference, ...]) -> Node:
        fact = facts[reference]
        showing = [child for child in children if "showing" in facts[child].states]
        below = tuple(node(child, facts[child].children) for child in showing)
        label = labels.get(reference, "")
        return Node(reference, fact.role, fact.name, label, fact.description, fact.states, below)

    return node(root, top)


def state_names(words: list[int] | None) -> frozenset[str]:
    """Return the states in AT-SPI's two words of 32 bits; none where the element has gone."""
    low, high = words or (0, 0)
    bits = low | high << 32
    return frozenset(state for bit, state in _STATES.items() if bits >> bit & 1)


def _read_facts(bus: AccessibilityBus, roots: list[Reference]) -> dict[Reference, _Facts]:
    """Read level by level, all questions of a level at once; nothing below what does not show."""
    facts: dict[Reference, _Facts] = {}
    level = roots
    while level:
        names = bus.ask_all([reference.read(ACCESSIBLE, "Name") for reference in level])
        descriptions = bus.ask_all([reference.read(ACCESSIBLE, "Description") for reference in level])
        roles = bus.ask_all([reference.call(ACCESSIBLE, "GetRoleName") for reference in level])
        states = [state_names(words) for words in bus.ask_all([r.call(ACCESSIBLE, "GetState") for r in level])]
        children = bus.ask_all([reference.call(ACCESSIBLE, "GetChildren") for reference in level])
        for place, reference in enumerate(level):
            opens = reference in roots or ("showing" in states[place] and roles[place] not in TABLES)
            facts[reference] = _Facts(
                roles[place] or "",
                names[place] or "",
                descriptions[place] or "",
                states[place],
                tuple(Reference(*child) for child in children[place] or ()) if opens else (),
            )
        level = [child for reference in level for child in facts[reference].children if child not in facts]
    return facts


def _open_menus(bus: AccessibilityBus, bus_name: str) -> list[Reference]:
    """Return a program's open popup menus: Qt lists no popup among a program's windows, it only announces them."""
    shown = list(dict.fromkeys(bus.shown))
    roles = bus.ask_all([reference.call(ACCESSIBLE, "GetRoleName") for reference in shown])
    states = bus.ask_all([reference.call(ACCESSIBLE, "GetState") for reference in shown])
    menus = [
        reference
        for reference, role, state in zip(shown, roles, states, strict=True)
        if role == "popup menu" and "showing" in state_names(state)
    ]
    # What was announced while these questions were asked stays for the next time.
    bus.shown[:] = menus + [reference for reference in bus.shown if reference not in shown]
    return [reference for reference in menus if reference.bus_name == bus_name]


def _labels(bus: AccessibilityBus, references: list[Reference]) -> dict[Reference, str]:
    """Return the text of each element's label: on Linux the name Qt gives a combo box is its current option."""
    relations = bus.ask_all([reference.call(ACCESSIBLE, "GetRelationSet") for reference in references])
    targets = {
        reference: Reference(*target)
        for reference, found in zip(references, relations, strict=True)
        for kind, elements in reversed(found or ())
        for target in reversed(elements)  # the label comes first, the box around them all last
        if kind == _LABELLED_BY
    }
    names = bus.ask_all([target.read(ACCESSIBLE, "Name") for target in targets.values()])
    return {reference: name or "" for reference, name in zip(targets, names, strict=True)}


def _is_called(text: str, name: Name) -> bool:
    if isinstance(name, re.Pattern):
        return name.search(text) is not None
    return text.strip().removesuffix(":") == name.removesuffix(":")
