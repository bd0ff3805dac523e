"""How somebody looks at the planner, and how a workstation remembers it for each user.  Qt-free."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from terminplaner.ui.planner.navigation.filtering import NO_FILTER, Filter
from terminplaner.ui.planner.window import Mode

_FREE = "free"


@dataclass(frozen=True, slots=True)
class PlannerState:
    """``view_id`` None is the free tab, whose mode is ``mode``.

    ``hidden`` are the resources taken out, for each tab by its view's id; ``order`` is that of all in the free
    tab, as somebody arranged them.  ``panel`` is the title of the open side panel, empty where none is;
    ``shows_calendar`` lets the small calendar stay beside the plan.
    """

    view_id: UUID | None = None
    mode: Mode = Mode.DAY
    is_list: bool = False
    filter: Filter = NO_FILTER
    hidden: Mapping[UUID | None, frozenset[UUID]] = field(default_factory=dict)
    zoom: float = 1.0
    panel: str = ""
    shows_calendar: bool = False
    order: tuple[UUID, ...] = ()

    @property
    def hidden_here(self) -> frozenset[UUID]:
        return self.hidden.get(self.view_id, frozenset())

    def hiding(self, ids: frozenset[UUID]) -> PlannerState:
        """Take these out of the shown tab, and no others."""
        return replace(self, hidden={**self.hidden, self.view_id: ids})

    def arranged(self, ids: tuple[UUID, ...]) -> PlannerState:
        """The free tab with these resources in this order, before those that were arranged once and are not among
        them."""
        return replace(self, order=(*ids, *(key for key in self.order if key not in ids)))

    def to_text(self) -> str:
        """One line of JSON."""
        return json.dumps(
            {
                "view": str(self.view_id) if self.view_id else "",
                "mode": self.mode.value,
                "list": self.is_list,
                "types": [str(key or "") for key in self.filter.type_ids],
                "statuses": [str(key or "") for key in self.filter.status_ids],
                "branches": [str(key) for key in self.filter.branch_ids],
                "cancelled": self.filter.shows_cancelled,
                "hidden": {str(tab or _FREE): [str(key) for key in ids] for tab, ids in self.hidden.items()},
                "zoom": self.zoom,
                "panel": self.panel,
                "calendar": self.shows_calendar,
                "order": [str(key) for key in self.order],
            }
        )

    @classmethod
    def from_text(cls, text: str) -> PlannerState:
        """What ``to_text`` wrote; the default where it cannot be read, as after another version of the program."""
        try:
            return _from_document(json.loads(text))
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls()


def _from_document(document: dict[str, Any]) -> PlannerState:
    return PlannerState(
        _id(document["view"]),
        Mode(document["mode"]),
        bool(document["list"]),
        Filter(
            frozenset(map(_id, document["types"])),
            frozenset(map(_id, document["statuses"])),
            frozenset(UUID(key) for key in document["branches"]),
            bool(document["cancelled"]),
        ),
        {
            None if tab == _FREE else UUID(tab): frozenset(UUID(key) for key in ids)
            for tab, ids in document["hidden"].items()
        },
        float(document["zoom"]),
        str(document["panel"]),
        bool(document["calendar"]),
        tuple(UUID(key) for key in document.get("order", ())),  # unknown before the order could be changed
    )


def _id(text: str) -> UUID | None:
    return UUID(text) if text else None
