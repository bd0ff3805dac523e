"""What an error means for a link."""

from __future__ import annotations

from datetime import timedelta

import pytest

from terminplaner.domain.calendar_link import LinkStatus
from terminplaner.domain.errors import (
    ComeBackLaterError,
    InvalidInputError,
    SecretStoreError,
    StaleRevisionError,
    TerminplanerError,
)
from terminplaner.sync.errors import ApiError, ClockWrongError, InvalidGrantError, OfflineError, TokenRefusedError
from terminplaner.sync.failures import (
    backoff,
    classify_failure,
    is_forbidden,
    is_gone,
    is_passing,
    is_stale_sync_token,
    write_pause,
)


@pytest.mark.parametrize(
    ("error", "status", "reason", "backs_off"),
    [
        (OfflineError("dns"), LinkStatus.OFFLINE, "offline_dns", True),
        (OfflineError("dropped"), LinkStatus.OFFLINE, "offline_dropped", True),
        (OfflineError("certificate"), LinkStatus.OFFLINE, "offline_certificate", False),
        (ApiError(500, "backendError"), LinkStatus.OFFLINE, "google_unavailable", True),
        (ApiError(503), LinkStatus.OFFLINE, "google_unavailable", True),
        (ApiError(429, "rateLimitExceeded"), LinkStatus.OFFLINE, "rate_limited", True),
        (ApiError(403, "userRateLimitExceeded"), LinkStatus.OFFLINE, "rate_limited", True),
        (ApiError(403, "quotaExceeded"), LinkStatus.QUOTA_PAUSE, "quota_exceeded", False),
        (ApiError(403, "dailyLimitExceeded"), LinkStatus.QUOTA_PAUSE, "quota_exceeded", False),
        (ApiError(403, "accessNotConfigured"), LinkStatus.ERROR, "calendar_api_disabled", True),
        (TokenRefusedError(status=404, reason=""), LinkStatus.ERROR, "google_refused", True),
        (ComeBackLaterError("google_unavailable", status=503), LinkStatus.OFFLINE, "google_unavailable", True),
        (ApiError(403, "insufficientPermissions"), LinkStatus.NEEDS_CONSENT, "scope_missing", False),
        (ApiError(403, "forbidden"), LinkStatus.CALENDAR_MISSING, "calendar_forbidden", True),
        (ApiError(404, "notFound"), LinkStatus.CALENDAR_MISSING, "calendar_missing", True),
        (ApiError(400, "invalid"), LinkStatus.ERROR, "google_refused", True),
        (InvalidGrantError(), LinkStatus.NEEDS_CONSENT, "consent_gone", False),
        (ClockWrongError(minutes=7), LinkStatus.ERROR, "clock_wrong", False),
        (SecretStoreError("chain_key_missing"), LinkStatus.ERROR, "chain_key_missing", False),
        (StaleRevisionError("lease_lost"), LinkStatus.BUSY, "held_elsewhere", False),
        (StaleRevisionError("direction_changed"), LinkStatus.BUSY, "direction_changed", False),
        (StaleRevisionError("link_ended"), LinkStatus.BUSY, "link_ended", False),
    ],
)
def test_every_error_has_its_status(
    error: TerminplanerError, status: LinkStatus, reason: str, backs_off: bool
) -> None:
    failure = classify_failure(error)
    assert (failure.status, failure.reason, failure.backs_off) == (status, reason, backs_off)


def test_a_defect_is_not_dressed_up() -> None:
    with pytest.raises(InvalidInputError):
        classify_failure(InvalidInputError())


@pytest.mark.parametrize(
    ("status", "reason", "expected"),
    [(404, "notFound", True), (410, "deleted", True), (410, "fullSyncRequired", False), (403, "forbidden", False)],
)
def test_gone(status: int, reason: str, expected: bool) -> None:
    assert is_gone(ApiError(status, reason)) is expected


@pytest.mark.parametrize(
    ("status", "reason", "expected"),
    [
        (410, "fullSyncRequired", True),
        (410, "updatedMinTooLongAgo", True),
        (400, "invalid", True),
        (404, "", False),
    ],
)
def test_a_stale_sync_token(status: int, reason: str, expected: bool) -> None:
    assert is_stale_sync_token(ApiError(status, reason)) is expected


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("requiredAccessLevel", True),
        ("forbiddenForNonOrganizer", True),
        ("rateLimitExceeded", False),
        ("quotaExceeded", False),
        ("insufficientPermissions", False),
    ],
)
def test_forbidden(reason: str, expected: bool) -> None:
    assert is_forbidden(ApiError(403, reason)) is expected


def test_passing() -> None:
    assert is_passing(ApiError(502))
    assert is_passing(ApiError(429))
    assert not is_passing(ApiError(403, "quotaExceeded"))
    assert not is_passing(OfflineError("timeout"))


def test_waits_grow_and_stop_growing() -> None:
    minutes = [backoff(failures) // timedelta(minutes=1) for failures in range(1, 9)]
    assert minutes == [1, 2, 5, 15, 30, 60, 60, 60]
    assert [write_pause(pauses) // timedelta(hours=1) for pauses in range(1, 6)] == [1, 2, 4, 6, 6]
