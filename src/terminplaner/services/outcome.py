"""What a command on appointments leaves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet
from terminplaner.services.checks import PlanningWarning


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished command: what it stored, in the order it was given, and what is worth a look.

    ``change_set`` is None where nothing differed from what was stored; ``left_out`` are the days of a series that
    had no room, ``warned_on`` those of its occurrences that ``warnings`` are about.
    """

    appointments: tuple[Appointment, ...]
    change_set: ChangeSet | None
    warnings: tuple[PlanningWarning, ...] = ()
    left_out: tuple[date, ...] = ()
    warned_on: tuple[date, ...] = ()

    @property
    def appointment(self) -> Appointment:
        return self.appointments[0]
