"""What the dialogs of the planner offer to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.resource import AvailabilityType, Resource
from terminplaner.domain.template import AppointmentTemplate

Deletable = Resource | AppointmentType | AppointmentStatus | AppointmentTemplate | AvailabilityType
D = TypeVar("D", bound=Deletable)


@dataclass(frozen=True, slots=True)
class Choices:
    """Read at one moment (``Queries.choices``); whoever opens a dialog hands on the latest that was read."""

    resources: tuple[Resource, ...]
    types: tuple[AppointmentType, ...]
    statuses: tuple[AppointmentStatus, ...]
    branches: tuple[Branch, ...]
    settings: ChainSettings
    templates: tuple[AppointmentTemplate, ...] = ()
    availability_types: tuple[AvailabilityType, ...] = ()
    deleted: tuple[Deletable, ...] = ()
    """Of all these lists; they are still called by their names where they were chosen before."""

    def deleted_of(self, kind: type[D]) -> tuple[D, ...]:
        return tuple(row for row in self.deleted if isinstance(row, kind))


def visible_resources(choices: Choices, branch: Branch) -> tuple[Resource, ...]:
    """Those a branch sees, without the hidden ones."""
    return tuple(row for row in choices.resources if row.is_visible and is_seen_in(row, branch))


def is_seen_in(resource: Resource, branch: Branch) -> bool:
    """Whether a branch sees it; one that names no branch at all is everybody's."""
    ids = resource.visible_branch_ids
    return resource.is_in_all_branches or not ids or branch.id in ids
