"""Scripted faults: what goes wrong, with which request, how often."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase


class FaultKind(StrEnum):
    """What goes wrong."""

    DROP_BEFORE = "drop_before"  # the connection closes, nothing was applied
    DROP_AFTER = "drop_after"  # the request was applied, then the connection closes
    DELAY = "delay"  # the answer takes `seconds` longer
    CALL = "call"  # `action` runs before the request is applied
    ERROR = "error"  # refused with `status` and `reason`, nothing was applied
    MALFORMED_ITEM = "malformed_item"  # a list carries one unreadable item more
    MALFORMED_JSON = "malformed_json"  # applied, but the answer is cut off in the middle
    EXPIRE_SYNC_TOKEN = "expire_sync_token"  # noqa: S105 - the name of a fault; 410 fullSyncRequired
    PAGE_SIZE = "page_size"  # pages hold at most `page_size` items
    EMPTY_PAGE = "empty_page"  # a page without items, more pages follow
    EMPTY_LIST = "empty_list"  # the whole list looks empty, with a valid sync token


@dataclass(frozen=True)
class Fault:
    """One scripted fault.

    `match` is an operation or a pattern of them: `events.insert`, `events.*`, `oauth.token`, `oauth.refresh`,
    `oauth.revoke`, `*`. `path_contains` narrows it to a calendar or event id. The first `skip` matching requests
    pass; then it strikes `times` times (None: until removed).
    """

    match: str
    kind: FaultKind
    times: int | None = 1
    skip: int = 0
    path_contains: str = ""
    status: int = 500
    reason: str = "backendError"
    retry_after: int | None = None
    seconds: float = 0
    page_size: int = 1
    action: Callable[[], object] | None = None

    def concerns(self, operation: str, path: str) -> bool:
        return fnmatchcase(operation, self.match) and self.path_contains in path


@dataclass
class _Armed:
    fault: Fault
    passed: int = 0
    struck: int = 0


class Faults:
    """The faults in force. Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._armed: list[_Armed] = []

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._armed.append(_Armed(fault))

    def clear(self) -> None:
        with self._lock:
            self._armed.clear()

    def pending(self) -> tuple[Fault, ...]:
        """The faults that can still strike."""
        with self._lock:
            return tuple(armed.fault for armed in self._armed)

    def take(self, operation: str, path: str) -> tuple[Fault, ...]:
        """The faults that strike this request; each is counted."""
        striking = []
        with self._lock:
            for armed in [armed for armed in self._armed if armed.fault.concerns(operation, path)]:
                if armed.passed < armed.fault.skip:
                    armed.passed += 1
                    continue
                armed.struck += 1
                striking.append(armed.fault)
                if armed.fault.times is not None and armed.struck >= armed.fault.times:
                    self._armed.remove(armed)
        return tuple(striking)
