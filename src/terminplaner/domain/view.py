"""A view (Ansicht): a tab of the planner, as administrators define it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from uuid import UUID


class ViewKind(StrEnum):
    """What stands side by side."""

    RESOURCES = "resources"
    """Ressourcenplaner: one column for each resource and day."""
    DAYS = "days"
    """Tagesplaner: one column for each day, with the appointments of all its resources."""


@dataclass(frozen=True, slots=True)
class ViewColumn:
    """A resource of a view, with a title of its own where ``title`` is not empty."""

    resource_id: UUID
    title: str = ""


@dataclass(frozen=True, slots=True)
class PlannerView:
    """``name`` is for administrators, ``title`` stands on the tab, ``text`` above the columns.

    ``starts_at``/``ends_at`` are local wall time, the end exclusive (00:00 is midnight); ``raster_minutes`` is the
    distance of the lines.  ``branch_id`` None offers the view in every branch.
    """

    id: UUID
    name: str
    title: str
    text: str = ""
    kind: ViewKind = ViewKind.RESOURCES
    branch_id: UUID | None = None
    days: int = 1
    starts_at: time = time(9)
    ends_at: time = time(18)
    raster_minutes: int = 60
    columns: tuple[ViewColumn, ...] = ()
    shows_availability: bool = False
    """Mit Verfügbarkeitsplaner: availabilities can be shown and edited in it."""
    position: int = 0
    deleted_at: datetime | None = None
    revision: int = 0
