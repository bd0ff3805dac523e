"""What a command's end tells a script."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from terminplaner.domain.calendar_link import LinkStatus
from terminplaner.domain.errors import (
    CalendarRefusedError,
    CapacityExceededError,
    ComeBackLaterError,
    InvalidInputError,
    NotFoundError,
    PersonNeededError,
    TerminplanerError,
)


class ExitCode(IntEnum):
    OK = 0
    ERROR = 1
    BAD_INPUT = 2
    PERSON_NEEDED = 3
    COME_BACK_LATER = 4
    NO_CAPACITY = 5


_OF_ERROR: tuple[tuple[type[TerminplanerError], ExitCode], ...] = (
    (CapacityExceededError, ExitCode.NO_CAPACITY),
    (ComeBackLaterError, ExitCode.COME_BACK_LATER),
    (PersonNeededError, ExitCode.PERSON_NEEDED),
    (CalendarRefusedError, ExitCode.BAD_INPUT),
    (InvalidInputError, ExitCode.BAD_INPUT),
    (NotFoundError, ExitCode.BAD_INPUT),
)

_OF_STATUS = {
    LinkStatus.OK: ExitCode.OK,
    LinkStatus.BUSY: ExitCode.OK,
    LinkStatus.OFFLINE: ExitCode.COME_BACK_LATER,
    LinkStatus.QUOTA_PAUSE: ExitCode.COME_BACK_LATER,
    LinkStatus.NEEDS_CONSENT: ExitCode.PERSON_NEEDED,
    LinkStatus.BRAKE: ExitCode.PERSON_NEEDED,
    LinkStatus.CALENDAR_MISSING: ExitCode.PERSON_NEEDED,
    LinkStatus.READ_ONLY: ExitCode.PERSON_NEEDED,
    LinkStatus.ERROR: ExitCode.ERROR,
}

_MOST_URGENT_FIRST = (ExitCode.ERROR, ExitCode.PERSON_NEEDED, ExitCode.COME_BACK_LATER)


def of_error(error: TerminplanerError) -> ExitCode:
    return next((code for kind, code in _OF_ERROR if isinstance(error, kind)), ExitCode.ERROR)


def of_runs(statuses: Iterable[LinkStatus], *, has_open_problems: bool) -> ExitCode:
    """Of several links the most urgent one: 1 before 3 before 4."""
    codes = {_OF_STATUS[status] for status in statuses}
    if has_open_problems:
        codes.add(ExitCode.PERSON_NEEDED)
    return next((code for code in _MOST_URGENT_FIRST if code in codes), ExitCode.OK)
