"""What the dialog "Termin" offers to choose from, read once before it opens."""

from __future__ import annotations

from dataclasses import dataclass

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.resource import AvailabilityType, Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.ui.context import Services


@dataclass(frozen=True, slots=True)
class Choices:
    resources: tuple[Resource, ...]
    types: tuple[AppointmentType, ...]
    statuses: tuple[AppointmentStatus, ...]
    branches: tuple[Branch, ...]
    settings: ChainSettings
    templates: tuple[AppointmentTemplate, ...] = ()
    availability_types: tuple[AvailabilityType, ...] = ()


def load_choices(services: Services) -> Choices:
    """Blocks on the database."""
    queries = services.queries
    return Choices(
        queries.resources(),
        queries.types(),
        queries.statuses(),
        queries.branches(),
        services.settings.load(),
        queries.templates(),
        queries.availability_types(),
    )


def visible_resources(choices: Choices, branch: Branch) -> tuple[Resource, ...]:
    """Those a branch sees, without the hidden ones."""
    return tuple(row for row in choices.resources if row.is_visible and is_seen_in(row, branch))


def is_seen_in(resource: Resource, branch: Branch) -> bool:
    """Whether a branch sees it; one that names no branch at all is everybody's."""
    ids = resource.visible_branch_ids
    return resource.is_in_all_branches or not ids or branch.id in ids
