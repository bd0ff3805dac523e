"""One call of the Calendar API with the rights of its token."""

from dataclasses import dataclass

from terminplaner.simulator.errors import ApiError, not_found
from terminplaner.simulator.events import Calendar
from terminplaner.simulator.faults import Fault
from terminplaner.simulator.http import HttpRequest
from terminplaner.simulator.oauth import Grant
from terminplaner.simulator.scopes import CREATED_ONLY, OPENED_BY, OWNED_ONLY
from terminplaner.simulator.store import Account, Store


@dataclass(frozen=True)
class Call:
    """One authorized call."""

    store: Store
    grant: Grant
    operation: str
    calendar_id: str
    event_id: str
    request: HttpRequest
    faults: tuple[Fault, ...]

    @property
    def account(self) -> Account:
        return self.store.accounts[self.grant.account]

    @property
    def if_match(self) -> str | None:
        return self.request.headers.get("if-match")

    def reachable(self, calendar_id: str) -> Calendar:
        """The calendar, if one of the granted scopes reaches it. ApiError 404, 403 where it is not owned."""
        calendar = self.store.calendar_for(self.grant.account, calendar_id)
        scopes = OPENED_BY[self.operation] & set(self.grant.scopes)
        if scopes - CREATED_ONLY - OWNED_ONLY:
            return calendar
        if scopes & CREATED_ONLY and calendar.created_by == self.grant.client_id:
            return calendar
        if not scopes & OWNED_ONLY:
            raise not_found()
        if self.role(calendar) != "owner":
            raise insufficient_scope(self.operation)
        return calendar

    def calendar(self) -> Calendar:
        """The calendar of the path. ApiError as `reachable`."""
        return self.reachable(self.calendar_id)

    def writable(self, calendar: Calendar) -> Calendar:
        """The same calendar. ApiError 403 where the account may only read it."""
        if self.role(calendar) not in {"writer", "writerWithoutPrivateAccess", "owner"}:
            raise ApiError(
                403,
                "requiredAccessLevel",
                "You need to have writer access to this calendar.",
                domain="calendar",
            )
        return calendar

    def role(self, calendar: Calendar) -> str:
        return calendar.roles[self.grant.account]


def insufficient_scope(operation: str) -> ApiError:
    """The refusal of a token without the right scope."""
    group, _, name = operation.partition(".")
    return ApiError(
        403,
        "insufficientPermissions",
        "Request had insufficient authentication scopes.",
        headers={
            "WWW-Authenticate": 'Bearer realm="https://accounts.google.com/", error="insufficient_scope"',
        },
        details=[
            {
                "@type": "type.googleapis.com/google.rpc.ErrorInfo",
                "reason": "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
                "domain": "googleapis.com",
                "metadata": {
                    "service": "calendar-json.googleapis.com",
                    "method": f"calendar.v3.{group[0].upper()}{group[1:]}.{name.capitalize()}",
                },
            }
        ],
    )
