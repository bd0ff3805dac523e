"""What an error means for a link: which status, and whether waiting helps."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from terminplaner.domain.calendar_link import LinkStatus
from terminplaner.domain.errors import (
    CancelledError,
    ComeBackLaterError,
    DeadlockError,
    GoogleError,
    SecretStoreError,
    StaleRevisionError,
    StorageError,
    TerminplanerError,
)
from terminplaner.sync.errors import ApiError, InvalidGrantError, OfflineError, TokenRefusedError

_log = logging.getLogger(__name__)

_RATE_REASONS = frozenset(("rateLimitExceeded", "userRateLimitExceeded"))

_BACKOFF_MINUTES = (1, 2, 5, 15, 30, 60)
_PAUSE_HOURS = (1, 2, 4, 6)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a pass over a link could not be finished.  ``reason`` and ``params`` are a sentence's code and gaps.

    ``backs_off``: the next attempt comes later and later; the rest are states that only change themselves.
    """

    status: LinkStatus
    reason: str
    params: Mapping[str, Any] = field(default_factory=dict)
    backs_off: bool = False
    retry_after_seconds: float = 0


class LinkError(Exception):
    """Ends the pass over one link; the other links go on."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.reason)
        self.failure = failure


class TextsHiddenError(LinkError):
    """Google tells when events are but not what they are: nothing of the calendar can be taken for true.

    ``access_role`` is Google's word for what the account may do with it now.
    """

    def __init__(self, access_role: str) -> None:
        super().__init__(TEXTS_HIDDEN)
        self.access_role = access_role


CALENDAR_MISSING = Failure(LinkStatus.CALENDAR_MISSING, "calendar_missing", backs_off=True)
CONSENT_GONE = Failure(LinkStatus.NEEDS_CONSENT, "consent_gone")
READ_ONLY = Failure(LinkStatus.READ_ONLY, "calendar_read_only")
TEXTS_HIDDEN = Failure(LinkStatus.READ_ONLY, "calendar_texts_hidden")
LEASE_LOST = Failure(LinkStatus.BUSY, "held_elsewhere")


def is_rate_limit(error: Exception) -> bool:
    return isinstance(error, ApiError) and (
        error.status == 429 or (error.status == 403 and error.reason in _RATE_REASONS)
    )


def is_quota_exceeded(error: ApiError) -> bool:
    """Google's usage limits, which make an account read-only for hours (google-calendar.md E3)."""
    return error.status == 403 and error.reason in ("quotaExceeded", "dailyLimitExceeded")


def is_api_disabled(error: ApiError) -> bool:
    """Whether the Google Calendar API is switched off in the project of the OAuth client."""
    return error.status == 403 and error.reason == "accessNotConfigured"


def is_passing(error: Exception) -> bool:
    """Whether the same request may succeed a few seconds later."""
    return (
        is_rate_limit(error)
        or (isinstance(error, ApiError) and error.status >= 500)
        or (isinstance(error, ComeBackLaterError) and not isinstance(error, OfflineError))
    )


def is_passing_for_reads(error: Exception) -> bool:
    """As ``is_passing``; what was only read may also be asked for again after an answer that was cut off."""
    return is_passing(error) or (isinstance(error, OfflineError) and error.kind == "dropped")


def is_gone(error: ApiError) -> bool:
    """Whether an event asked for by its id is not there (any more)."""
    return error.status == 404 or (error.status == 410 and error.reason != "fullSyncRequired")


def is_stale_sync_token(error: ApiError) -> bool:
    """410, or a 400 that names the token, as Google answers for one it never issued."""
    return error.status == 410 or (error.status == 400 and error.reason in ("invalid", "badRequest", ""))


def is_refused_event(error: ApiError) -> bool:
    """Whether Google refuses this event's content, which no repetition changes."""
    return error.status in (400, 413)


def is_missing_scope(error: ApiError) -> bool:
    return error.status == 403 and error.reason in ("insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT")


def is_forbidden(error: ApiError) -> bool:
    """Whether Google refuses this write for good: the calendar may only be read, or the event is not ours."""
    return error.status == 403 and not (
        is_rate_limit(error) or is_quota_exceeded(error) or is_missing_scope(error) or is_api_disabled(error)
    )


def failure_of(error: Exception, link_id: UUID) -> Failure:
    """An error of any kind that ended the pass over a link; one that nobody foresaw is logged as a defect.

    Raise what is no one link's trouble: ``CancelledError``, and ``StorageError`` where the database is away.
    """
    if isinstance(error, LinkError):
        return error.failure
    if isinstance(error, DeadlockError | GoogleError | SecretStoreError | StaleRevisionError):
        return classify_failure(error)
    if isinstance(error, CancelledError | StorageError):
        raise error
    _log.error("defect in the pass over %s", link_id, exc_info=error)
    return Failure(LinkStatus.ERROR, "defect", {"kind": type(error).__name__}, backs_off=True)


def classify_failure(error: TerminplanerError) -> Failure:
    """An error that ended the pass over a link."""
    if isinstance(error, InvalidGrantError):
        return CONSENT_GONE
    if isinstance(error, OfflineError):
        # A certificate does not become right by waiting, but the next regular pass may meet another network.
        return Failure(LinkStatus.OFFLINE, error.error_code, backs_off=error.kind != "certificate")
    if isinstance(error, ApiError):
        return _classify_answer(error)
    if isinstance(error, ComeBackLaterError | TokenRefusedError):
        status = LinkStatus.OFFLINE if isinstance(error, ComeBackLaterError) else LinkStatus.ERROR
        return Failure(status, error.error_code, dict(error.params), backs_off=True)
    if isinstance(error, DeadlockError):  # the next pass begins where this one ended
        return Failure(LinkStatus.BUSY, error.error_code)
    if isinstance(error, StaleRevisionError):
        if error.error_code in ("direction_changed", "link_ended"):
            return Failure(LinkStatus.BUSY, error.error_code, dict(error.params))
        return LEASE_LOST
    if isinstance(error, SecretStoreError | GoogleError):
        return Failure(LinkStatus.ERROR, error.error_code, dict(error.params))
    raise error


def backoff(failures: int) -> timedelta:
    """How long a link rests after so many failures in a row."""
    return timedelta(minutes=_BACKOFF_MINUTES[min(failures, len(_BACKOFF_MINUTES)) - 1])


def write_pause(pauses: int) -> timedelta:
    """How long an account writes nothing after its quota was exceeded so many times in a row."""
    return timedelta(hours=_PAUSE_HOURS[min(pauses, len(_PAUSE_HOURS)) - 1])


def _classify_answer(error: ApiError) -> Failure:
    wait = error.retry_after_seconds or 0
    if is_rate_limit(error):
        return Failure(LinkStatus.OFFLINE, "rate_limited", backs_off=True, retry_after_seconds=wait)
    if error.status >= 500:
        return Failure(
            LinkStatus.OFFLINE,
            "google_unavailable",
            {"status": error.status},
            backs_off=True,
            retry_after_seconds=wait,
        )
    if is_quota_exceeded(error):
        return Failure(LinkStatus.QUOTA_PAUSE, "quota_exceeded")
    if is_missing_scope(error):
        return Failure(LinkStatus.NEEDS_CONSENT, "scope_missing")
    if is_api_disabled(error):
        return Failure(LinkStatus.ERROR, "calendar_api_disabled", backs_off=True)
    if error.status == 404:
        return CALENDAR_MISSING
    if error.status == 403:
        return Failure(LinkStatus.CALENDAR_MISSING, "calendar_forbidden", backs_off=True)
    return Failure(
        LinkStatus.ERROR, "google_refused", {"status": error.status, "reason": error.reason}, backs_off=True
    )
