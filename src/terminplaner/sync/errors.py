"""What the calendar client and the token endpoint raise."""

from __future__ import annotations

from typing import Literal

from terminplaner.domain.errors import ComeBackLaterError, GoogleError, PersonNeededError

OfflineKind = Literal["dns", "refused", "timeout", "dropped", "certificate", "proxy"]


UNKNOWN_ZONE = "unknownTimeZone"
"""Our reason for a 400 that only its text tells apart from others: Google does not know a time zone's name."""


class ApiError(GoogleError):
    """The Calendar API refused a request.

    ``reason`` is Google's word (``error.errors[0].reason``), empty where the answer named none;
    ``retry_after_seconds`` comes from the header Retry-After.
    """

    code = "google_refused"

    def __init__(self, status: int, reason: str = "", retry_after_seconds: float | None = None) -> None:
        super().__init__(None, status=status, reason=reason)
        self.status = status
        self.reason = reason
        self.retry_after_seconds = retry_after_seconds


class OfflineError(ComeBackLaterError):
    """No usable answer came; whether the request was applied is unknown.  Its code is ``offline_<kind>``."""

    def __init__(self, kind: OfflineKind) -> None:
        super().__init__(f"offline_{kind}")
        self.kind = kind


class InvalidGrantError(PersonNeededError):
    """The consent no longer holds: withdrawn, expired, or given to another OAuth client."""


class TokenRefusedError(GoogleError):
    """The token endpoint refused for a reason that none of the others names; nothing is said about the request."""

    code = "google_refused"


class ClockWrongError(GoogleError):
    """Google refused the token, and this computer's clock is off by more than five minutes (``minutes``)."""

    code = "clock_wrong"


class ClientRefusedError(GoogleError):
    """The OAuth client file is missing, unusable, or not accepted by Google; ``error_code`` says which."""

    code = "client_refused"
