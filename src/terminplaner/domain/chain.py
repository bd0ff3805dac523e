"""The chain (Filialkette), its branches (Filialen) and its settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from terminplaner.domain.appointment import OccupyingRule
from terminplaner.domain.resource import Weekday

MOST_DAYS_BACK = 28
"""How far the first pass over a link may look back (``ChainSettings.google_look_back_days``)."""


class PrivacyLevel(StrEnum):
    """What a title becomes on its way to Google (docs/sync.md), from what tells least to what tells most."""

    BUSY = "busy"
    TYPE = "type"
    INITIALS = "initials"
    NAME = "name"


class DeletionPolicy(StrEnum):
    """What happens here to an appointment deleted in Google."""

    APPLY = "apply"
    ASK_CUSTOMER = "ask_customer"
    ASK = "ask"


class ColorBy(StrEnum):
    """Whose color an appointment takes in the plan."""

    TYPE = "type"
    STATUS = "status"
    RESOURCE = "resource"


@dataclass(frozen=True, slots=True)
class OpeningSpan:
    """When a shop is open on one day of the week, in local wall time; ``closes_at`` 00:00 is midnight."""

    weekday: Weekday
    opens_at: time
    closes_at: time


@dataclass(frozen=True, slots=True)
class Branch:
    """One shop.  ``zone`` is an IANA name; ``federal_state`` an ISO 3166-2:DE suffix such as ``BW``.

    ``opening_times`` empty: nothing is known of them.  ``opening_hours`` are words of its own for them on a slip.
    """

    id: UUID
    number: str
    name: str
    zone: str = "Europe/Berlin"
    federal_state: str = "BW"
    address: str = ""
    opening_hours: str = ""
    opening_times: tuple[OpeningSpan, ...] = ()
    revision: int = 0

    @property
    def label(self) -> str:
        """As lists show it: ``01 Stuttgart``."""
        return f"{self.number} {self.name}".strip()

    @property
    def tz(self) -> ZoneInfo:
        return ZoneInfo(self.zone)


@dataclass(frozen=True, slots=True)
class ChainSettings:
    """Everything Filialverwaltung > Termine keeps; the field names are the keys of ``settings get/set``."""

    id: UUID
    chain_name: str = "Filialkette"
    google_sync: bool = False
    sync_interval_minutes: int = 5
    google_privacy: PrivacyLevel = PrivacyLevel.INITIALS
    google_deletions: DeletionPolicy = DeletionPolicy.ASK_CUSTOMER
    google_client: str = field(default="", repr=False)
    """The imported OAuth client file ("installed" JSON) as text, empty where none was imported."""
    google_allow_change: bool = True
    """Appointments that were born in Google may be changed here as well."""
    google_allow_deletion: bool = True
    """They may be cancelled here, and so be deleted there."""
    google_free_events_busy: bool = False
    """Events shown as free in Google take their resource all the same."""
    google_all_day_busy: bool = True
    """All-day events from Google take their resource."""
    google_look_back_days: int = 0
    """How many days of its past the first pass over a link brings here, beside all that is to come."""
    allow_overbooking: bool = False
    use_preparation_times: bool = True
    preparation_is_for_customer: bool = False
    """Preparation times are when the customer must come earlier: printed, not hatched, and taking no resource."""
    use_waiting_lists: bool = True
    show_customer_pop_ups: bool = True
    copy_repeatedly: bool = False
    """Termin kopieren, startet Mehrfachkopie."""
    require_type: bool = False
    """Keine Vorauswahl des Typs: an appointment without a type is refused."""
    only_from_templates: bool = False
    show_customer_overlay: bool = False
    preset_user_as_second_resource: bool = False
    restrict_second_resource: bool = False
    """To rooms beside a person, to persons beside a room."""
    only_creator_cancels: bool = False
    """Nobody but who created an appointment, or an administrator, may cancel it."""
    hide_customer_names: bool = False
    """Kundenname ausblenden: the plan shows numbers."""
    color_by: ColorBy = ColorBy.TYPE
    calendar_period_until_on: date | None = None
    """Kalenderperiode: the last day up to which endless series are made; None until one was begun."""
    revision: int = 0

    @property
    def occupying(self) -> OccupyingRule:
        return OccupyingRule(free_events=self.google_free_events_busy, all_day_events=self.google_all_day_busy)

    @property
    def takes_preparation(self) -> bool:
        """Whether preparation times take the resources."""
        return self.use_preparation_times and not self.preparation_is_for_customer
