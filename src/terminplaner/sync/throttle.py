"""Keeps an account's requests under Google's rate limits, and repeats what failed in passing."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from terminplaner.sync.errors import ApiError
from terminplaner.sync.failures import is_passing

T = TypeVar("T")

_RATE_PER_SECOND = 5.0
_BURST = 10.0
_WRITE_GAP_SECONDS = 0.2
_RETRY_SECONDS = (1.0, 2.0, 4.0)
_LONGEST_WAIT_SECONDS = 10.0
"""A longer Retry-After is for the next pass to wait out, not for a person in front of this one."""

PATCH_COST = 3
"""Google is said to count a patch as three requests (google-calendar.md B4)."""


class Throttle:
    """A token bucket for one account (five requests a second, ten at once)."""

    def __init__(
        self, sleep: Callable[[float], None] = time.sleep, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._sleep = sleep
        self._monotonic = monotonic
        self._tokens = _BURST
        self._filled_at = monotonic()
        self._written_at = float("-inf")

    def read(self, request: Callable[[], T]) -> T:
        """Send a read when the rate allows.  Raises what ``request`` raises after the last attempt."""
        return self._attempt(request, 1)

    def write(self, request: Callable[[], T], cost: int = 1) -> T:
        """Send a write, at least 200 ms after the one before: rapid writes to a calendar are limited apart."""
        self._rest(self._written_at + _WRITE_GAP_SECONDS - self._monotonic())
        try:
            return self._attempt(request, cost)
        finally:
            self._written_at = self._monotonic()

    def _attempt(self, request: Callable[[], T], cost: int) -> T:
        for longest in _RETRY_SECONDS:
            self._spend(cost)
            try:
                return request()
            except ApiError as error:
                wait = error.retry_after_seconds or 0
                if not is_passing(error) or wait > _LONGEST_WAIT_SECONDS:
                    raise
                # Full jitter: many workstations share the project's quota and must not come back in step.
                self._rest(max(wait, random.uniform(0, longest)))  # noqa: S311
        self._spend(cost)
        return request()

    def _spend(self, cost: int) -> None:
        now = self._monotonic()
        self._tokens = min(_BURST, self._tokens + (now - self._filled_at) * _RATE_PER_SECOND)
        self._filled_at = now
        self._tokens -= cost
        self._rest(-self._tokens / _RATE_PER_SECOND)

    def _rest(self, seconds: float) -> None:
        if seconds > 0:
            self._sleep(seconds)
