"""A template (Terminvorlage): presets for a new appointment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class AppointmentTemplate:
    """Everything may be changed when booking.  A name ``Gruppe/Name`` stands in the submenu ``Gruppe``.

    ``branch_id`` None offers it in every branch.
    """

    id: UUID
    name: str
    duration_minutes: int = 30
    text: str = ""
    comment: str = ""
    type_id: UUID | None = None
    status_id: UUID | None = None
    prepare_minutes: int = 0
    follow_up_minutes: int = 0
    resource_ids: tuple[UUID, ...] = ()
    is_home_visit: bool = False
    is_parallel: bool = False
    shows_as_unavailable: bool = False
    branch_id: UUID | None = None
    position: int = 0
    deleted_at: datetime | None = None
    revision: int = 0

    @property
    def group(self) -> str:
        """The submenu it stands in; empty for none."""
        return self.name.rpartition("/")[0].strip()

    @property
    def label(self) -> str:
        """Its name within its group."""
        return self.name.rpartition("/")[2].strip()
