"""Refusals in the shapes in which Google sends them."""

from collections.abc import Mapping
from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """A refusal of the Calendar API: status, `reason` and the body Google sends with them."""

    def __init__(
        self,
        status: int,
        reason: str,
        message: str,
        *,
        domain: str = "global",
        location: str | None = None,
        headers: Mapping[str, str] | None = None,
        details: list[Json] | None = None,
    ) -> None:
        super().__init__(f"{status} {reason}: {message}")
        self.status = status
        self.reason = reason
        self.message = message
        self.headers = dict(headers or {})
        self._domain = domain
        self._location = location
        self._details = details

    def body(self) -> Json:
        """The JSON document of the answer."""
        item: Json = {"domain": self._domain, "reason": self.reason, "message": self.message}
        if self._location is not None:
            item |= {"locationType": "parameter", "location": self._location}
        error: Json = {"errors": [item], "code": self.status, "message": self.message}
        if self._details is not None:
            error |= {"status": "PERMISSION_DENIED", "details": self._details}
        return {"error": error}


class OAuthError(Exception):
    """A refusal of the token or revocation endpoint (RFC 6749, 5.2)."""

    def __init__(self, status: int, error: str, description: str) -> None:
        super().__init__(f"{status} {error}: {description}")
        self.status = status
        self.error = error
        self.description = description

    def body(self) -> Json:
        """The JSON document of the answer."""
        return {"error": self.error, "error_description": self.description}


def not_found() -> ApiError:
    return ApiError(404, "notFound", "Not Found")


def invalid(message: str, location: str | None = None) -> ApiError:
    return ApiError(400, "invalid", message, location=location)


def required(message: str) -> ApiError:
    return ApiError(400, "required", message)


def deleted() -> ApiError:
    return ApiError(410, "deleted", "Resource has been deleted")


def full_sync_required() -> ApiError:
    return ApiError(
        410,
        "fullSyncRequired",
        "Sync token is no longer valid, a full sync is required.",
        domain="calendar",
        location="syncToken",
    )
