"""Looking for appointments, past and future."""

from __future__ import annotations

from dataclasses import dataclass

from terminplaner.services.appointment_rows import AppointmentRow, appointment_rows
from terminplaner.services.ports import Store
from terminplaner.services.store_queries import AppointmentSearch, SearchMark

PAGE = 50
"""Appointments that are read at once."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """``following`` is where the next page begins, None at the end."""

    rows: tuple[AppointmentRow, ...]
    following: SearchMark | None


@dataclass(frozen=True, slots=True)
class AppointmentFinder:
    store: Store

    def page(self, search: AppointmentSearch, after: SearchMark | None = None) -> SearchPage:
        """The first appointments found, or those after ``after``."""
        with self.store.read() as reader:
            found = reader.search_appointments(search, PAGE, after)
            return SearchPage(appointment_rows(reader, found.appointments), found.following)
