"""Where in the program somebody may be led."""

from __future__ import annotations

from enum import Enum


class Place(Enum):
    """Where one of a newcomer's first steps is taken."""

    BRANCH = "branch"
    EMPLOYEES = "employees"
    RESOURCES = "resources"
