"""Looking for appointments, past and future, and for those of one customer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from terminplaner.services.ports import AppointmentSearch, Clock, SearchMark, Store
from terminplaner.services.queries import AppointmentRow, appointment_rows

PAGE = 50
"""Appointments that are read at once."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """``following`` is where the next page begins, None at the end."""

    rows: tuple[AppointmentRow, ...]
    following: SearchMark | None


@dataclass(frozen=True, slots=True)
class CustomerAppointments:
    """``last`` newest first, ``coming`` the next one first; what has begun is among the last."""

    last: tuple[AppointmentRow, ...]
    coming: tuple[AppointmentRow, ...]


@dataclass(frozen=True, slots=True)
class AppointmentFinder:
    store: Store
    clock: Clock

    def page(self, search: AppointmentSearch, after: SearchMark | None = None) -> SearchPage:
        """The first appointments found, or those after ``after``."""
        with self.store.read() as reader:
            found = reader.search_appointments(search, PAGE, after)
            return SearchPage(appointment_rows(reader, found.appointments), found.following)

    def of_customer(self, customer_id: UUID, count: int = 5) -> CustomerAppointments:
        """The last and the next ones that were not cancelled."""
        now = self.clock.now()
        asked = AppointmentSearch(customer_id=customer_id)
        coming = replace(asked, from_at=now, is_newest_first=False)
        with self.store.read() as reader:
            return CustomerAppointments(
                *(
                    appointment_rows(reader, reader.search_appointments(part, count).appointments)
                    for part in (replace(asked, until_at=now), coming)
                )
            )
