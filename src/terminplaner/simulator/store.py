"""Accounts, calendars and who may see them."""

import threading
import uuid
from dataclasses import dataclass, field

from terminplaner.simulator.clock import Clock
from terminplaner.simulator.errors import not_found
from terminplaner.simulator.events import Calendar, Shared

ROLES = ("freeBusyReader", "reader", "writerWithoutPrivateAccess", "writer", "owner")


@dataclass
class Account:
    """One Google account."""

    email: str
    primary: Calendar
    hidden: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)


class Store:
    """Everything the simulated Google keeps. Whoever touches it holds `lock`."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.shared = Shared(clock)
        self.lock = threading.RLock()
        self.accounts: dict[str, Account] = {}
        self.calendars: dict[str, Calendar] = {}

    def add_account(self, email: str, time_zone: str) -> Account:
        """A new account with its primary calendar, whose id is the address."""
        primary = self._add(email, email, time_zone, email, None)
        account = Account(email, primary)
        self.accounts[email] = account
        return account

    def add_calendar(self, owner: str, summary: str, time_zone: str, created_by: str | None) -> Calendar:
        """A new secondary calendar; `created_by` is the OAuth client that made it, None for a person."""
        calendar_id = f"c_{uuid.uuid4().hex}@group.calendar.google.com"
        return self._add(calendar_id, summary, time_zone, owner, created_by)

    def _add(self, calendar_id: str, summary: str, zone: str, owner: str, created_by: str | None) -> Calendar:
        calendar = Calendar(self.shared, calendar_id, summary, zone, owner, created_by)
        self.calendars[calendar_id] = calendar
        return calendar

    def remove_calendar(self, calendar: Calendar) -> None:
        """Deletes a calendar for everybody."""
        for email in calendar.roles:
            self.accounts[email].removed.add(calendar.id)
        del self.calendars[calendar.id]

    def calendar_for(self, email: str, calendar_id: str) -> Calendar:
        """The calendar as this account may see it (`primary` is its own). ApiError 404 where it may not."""
        calendar = self.calendars.get(email if calendar_id == "primary" else calendar_id)
        if calendar is None or email not in calendar.roles:
            raise not_found()
        return calendar

    def calendars_of(self, email: str) -> list[Calendar]:
        """The account's calendar list, the primary first."""
        return [calendar for calendar in self.calendars.values() if email in calendar.roles]
