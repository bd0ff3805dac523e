"""Keeps an account's requests under Google's rate limits, and repeats what failed in passing.

Google refuses more than 600 requests a minute and account (google-calendar.md E1).  What may be sent is booked in
the store, ten requests at a time, because other workstations may use the same account; a booking lapses, so that
none of them can save some up and send them on top of the others'.
"""

from __future__ import annotations

import functools
import random
import time
from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from terminplaner.domain.errors import ComeBackLaterError
from terminplaner.services.ports import Store
from terminplaner.sync.errors import ApiError
from terminplaner.sync.failures import is_passing, is_passing_for_reads

T = TypeVar("T")

_RATE_PER_SECOND = 8.0
_BOOKED_AT_ONCE = 10
_SPARE_SECONDS = 2.5
_LAPSES_AFTER_SECONDS = 5.0
"""Within a minute go at most the bookings of 67.5 seconds and the last one: 550 requests."""
_WRITE_GAP_SECONDS = 0.2
_RETRY_SECONDS = (1.0, 2.0, 4.0)
_LONGEST_WAIT_SECONDS = 10.0
"""A longer Retry-After is for the next pass to wait out, not for a person in front of this one."""

PATCH_COST = 3
"""Google is said to count a patch as three requests (google-calendar.md B4)."""


MakeThrottle = Callable[[UUID], "Throttle"]
"""Makes the throttle of an account."""


class Throttle:
    """Sends the requests of one account: eight a second over all workstations, twenty at once after a rest.

    ``book`` is ``Store.book_requests`` for this account.  Not shared between threads.
    """

    def __init__(
        self,
        book: Callable[[float, float], float],
        sleep: Callable[[float], None] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._book = book
        self._sleep = sleep
        self._monotonic = monotonic
        self._booked = 0
        self._lapses_at = float("-inf")
        self._written_at = float("-inf")

    def read(self, request: Callable[[], T]) -> T:
        """Send a read when the rate allows.  Raises what ``request`` raises after the last attempt."""
        return self._attempt(request, 1, is_passing_for_reads)

    def write(self, request: Callable[[], T], cost: int = 1) -> T:
        """Send a write, at least 200 ms after the one before: rapid writes to a calendar are limited apart."""
        self._rest(self._written_at + _WRITE_GAP_SECONDS - self._monotonic())
        try:
            return self._attempt(request, cost, is_passing)
        finally:
            self._written_at = self._monotonic()

    def _attempt(self, request: Callable[[], T], cost: int, is_worth_another: Callable[[Exception], bool]) -> T:
        for longest in _RETRY_SECONDS:
            self._spend(cost)
            try:
                return request()
            except (ApiError, ComeBackLaterError) as error:
                wait = (error.retry_after_seconds if isinstance(error, ApiError) else None) or 0
                if not is_worth_another(error) or wait > _LONGEST_WAIT_SECONDS:
                    raise
                # Full jitter: many workstations share the project's quota and must not come back in step.
                self._rest(max(wait, random.uniform(0, longest)))  # noqa: S311 - spreads the tries, guards no secret
        self._spend(cost)
        return request()

    def _spend(self, cost: int) -> None:
        if self._booked < cost or self._monotonic() >= self._lapses_at:
            self._rest(self._book(_BOOKED_AT_ONCE / _RATE_PER_SECOND, _SPARE_SECONDS))
            self._booked = _BOOKED_AT_ONCE
            self._lapses_at = self._monotonic() + _LAPSES_AFTER_SECONDS
        self._booked -= cost

    def _rest(self, seconds: float) -> None:
        if seconds > 0:
            self._sleep(seconds)


def shared_throttle(store: Store, account_id: UUID) -> Throttle:
    """The throttle of an account in a chain whose workstations all work on ``store``."""
    return Throttle(functools.partial(store.book_requests, account_id))
