"""What was asked: the request log and the quota meter."""

import threading
from collections import defaultdict, deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from fnmatch import fnmatchcase

from terminplaner.simulator.errors import ApiError
from terminplaner.simulator.http import Query

_WINDOW = timedelta(minutes=1)


@dataclass(frozen=True)
class LoggedRequest:
    """One request as it arrived; `status` is None where the connection was dropped instead of an answer."""

    time: datetime
    method: str
    path: str
    query: Query
    body: str
    operation: str
    account: str | None
    status: int | None


class Journal:
    """Every request, oldest first. Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: list[LoggedRequest] = []

    def add(self, request: LoggedRequest) -> None:
        with self._lock:
            self._requests.append(request)

    def clear(self) -> None:
        with self._lock:
            self._requests.clear()

    def all(self) -> tuple[LoggedRequest, ...]:
        with self._lock:
            return tuple(self._requests)

    def matching(self, pattern: str) -> tuple[LoggedRequest, ...]:
        """The requests whose operation matches, e.g. `events.insert`, `events.*`, `calendar*`."""
        return tuple(request for request in self.all() if fnmatchcase(request.operation, pattern))


class QuotaMeter:
    """Calendar requests per account in a sliding minute.

    `limit` (None: unlimited; Google's is 600) refuses what exceeds it with `status` 403 `userRateLimitExceeded`
    or 429 `rateLimitExceeded`; refused requests count too.
    """

    def __init__(self) -> None:
        self.limit: int | None = None
        self.status = 403
        self._recent: dict[str, deque[datetime]] = defaultdict(deque)
        self._peak: dict[str, int] = defaultdict(int)

    def peak(self, account: str) -> int:
        """The most requests this account ever made within one minute."""
        return self._peak[account]

    def charge(self, account: str, now: datetime) -> None:
        """Counts one request. ApiError where the limit is exceeded."""
        recent = self._recent[account]
        recent.append(now)
        while recent[0] <= now - _WINDOW:
            recent.popleft()
        self._peak[account] = max(self._peak[account], len(recent))
        if self.limit is not None and len(recent) > self.limit:
            if self.status == 429:
                raise ApiError(429, "rateLimitExceeded", "Rate Limit Exceeded", domain="usageLimits")
            raise ApiError(403, "userRateLimitExceeded", "User Rate Limit Exceeded", domain="usageLimits")
