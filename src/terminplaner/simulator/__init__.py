"""A Google on loopback (OAuth 2 and Calendar v3) for the demo and for tests. Knows nothing of the application."""

from terminplaner.simulator.clock import Clock
from terminplaner.simulator.consent import ConsentResult, consent
from terminplaner.simulator.errors import ApiError
from terminplaner.simulator.event_body import Normalization
from terminplaner.simulator.faults import Fault, FaultKind
from terminplaner.simulator.google import DEFAULT_ACCOUNTS
from terminplaner.simulator.journal import LoggedRequest
from terminplaner.simulator.person import Person, PersonCalendar
from terminplaner.simulator.simulated import SimulatedGoogle

__all__ = [
    "DEFAULT_ACCOUNTS",
    "ApiError",
    "Clock",
    "ConsentResult",
    "Fault",
    "FaultKind",
    "LoggedRequest",
    "Normalization",
    "Person",
    "PersonCalendar",
    "SimulatedGoogle",
    "consent",
]
