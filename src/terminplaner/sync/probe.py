"""One look at Google from outside: is it there, and do our clocks agree?"""

from __future__ import annotations

from email.utils import parsedate_to_datetime

from terminplaner.services.ports import Clock
from terminplaner.sync.endpoints import EndpointSource
from terminplaner.sync.errors import ClockWrongError
from terminplaner.sync.transport import Transport

_TOLERATED_MINUTES = 5
"""More than this and Google takes a fresh token for an expired or a future one."""


def probe_google(endpoints: EndpointSource, clock: Clock) -> None:
    """Any HTTP answer counts as there.  Raise ``OfflineError`` or ``ClockWrongError``."""
    transport = Transport()
    try:
        answer = transport.send("GET", endpoints.api_root)
    finally:
        transport.close()
    if date := answer.headers.get("date"):
        minutes = round(abs((clock.now() - parsedate_to_datetime(date)).total_seconds()) / 60)
        if minutes > _TOLERATED_MINUTES:
            raise ClockWrongError(minutes=minutes)
