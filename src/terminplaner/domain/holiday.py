"""A holiday that administrators keep beside the public ones of the federal state (Feiertage)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from dateutil.easter import easter


@dataclass(frozen=True, slots=True)
class Holiday:
    """Each year on ``month``/``day``, or where ``easter_offset_days`` is given so many days from Easter Sunday.

    ``branch_ids`` empty means every branch.
    """

    id: UUID
    name: str
    description: str = ""
    month: int = 1
    day: int = 1
    easter_offset_days: int | None = None
    branch_ids: tuple[UUID, ...] = ()
    deleted_at: datetime | None = None
    revision: int = 0

    def on(self, year: int) -> date | None:
        """The date in ``year``; None where it has no such day (29 February)."""
        if self.easter_offset_days is not None:
            return easter(year) + timedelta(days=self.easter_offset_days)
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None
