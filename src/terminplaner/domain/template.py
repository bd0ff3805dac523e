"""A template (Terminvorlage): presets for a new appointment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class AppointmentTemplate:
    """Everything may be changed when booking.  A name ``Gruppe/Name`` stands in the submenu ``Gruppe``, which
    may stand in another: ``Gruppe/Untergruppe/Name``.

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
    def groups(self) -> tuple[str, ...]:
        """The submenus that lead to it, from the outermost; empty for none."""
        return tuple(part.strip() for part in self.name.split("/")[:-1] if part.strip())

    @property
    def group(self) -> str:
        """The same in one; empty for none."""
        return "/".join(self.groups)

    @property
    def label(self) -> str:
        """Its name within its group."""
        return self.name.rpartition("/")[2].strip()
