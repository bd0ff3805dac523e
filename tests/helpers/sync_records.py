"""What a sync would have remembered, for tests of the windows that show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from helpers.workplace import Workplace
from terminplaner.domain.calendar_link import (
    CalendarLink,
    Choice,
    Direction,
    GoogleAccount,
    JournalEntry,
    LinkStatus,
    Problem,
    ProblemKind,
    SyncRun,
)


def link_resources(place: Workplace, **statuses: LinkStatus) -> dict[str, CalendarLink]:
    """Link sample resources (``thor_schuss=LinkStatus.OK``) and switch the sync on; links by resource name."""
    settings = place.services.settings
    settings.save(place.session().actor, replace(settings.load(), google_sync=True))
    resources = {resource.name: resource for resource in place.services.queries.resources()}
    account = GoogleAccount(uuid4(), "optik.stuttgart@example.org", frozenset())
    place.keep(account)
    links = {}
    for key, status in statuses.items():
        name = key.replace("_", " ").title()
        links[name] = CalendarLink(
            uuid4(),
            resources[name].id,
            account.id,
            f"{key}@group.calendar.google.com",
            f"Termine {name}",
            "Europe/Berlin",
            is_created_by_program=True,
            status=status,
            last_success_at=place.clock.now() - timedelta(minutes=4),
            created_at=place.clock.now() - timedelta(days=3),
        )
    place.keep(*links.values())
    return links


def event(title: str = "Sehtest MM", hour: int = 9) -> dict[str, object]:
    """Shared fields of an event on Tuesday, hours in UTC."""
    return {
        "title": title,
        "start": f"2026-11-24T{hour:02}:00:00+00:00",
        "end": f"2026-11-24T{hour:02}:30:00+00:00",
        "all_day": False,
        "description": "",
    }


def problem(
    place: Workplace,
    link: CalendarLink,
    kind: ProblemKind,
    *choices: Choice,
    local: dict[str, object] | None = None,
    google: dict[str, object] | None = None,
) -> Problem:
    """An open problem of this link, stored."""
    asked = Problem(
        uuid4(), kind, link.id, link.resource_id, None, uuid4().hex, choices, place.clock.now(), local, google
    )
    place.keep(asked)
    return asked


def history(place: Workplace, link: CalendarLink) -> None:
    """A run that failed, one that moved something since, and what it moved."""
    now = place.clock.now()
    failed = SyncRun(
        uuid4(),
        link.id,
        now - timedelta(minutes=10),
        now - timedelta(minutes=9),
        LinkStatus.OFFLINE,
        reason="offline_dns",
    )
    done = SyncRun(
        uuid4(),
        link.id,
        now - timedelta(minutes=5),
        now - timedelta(minutes=4),
        LinkStatus.OK,
        created_local=1,
        updated_google=2,
    )
    moved = JournalEntry(
        uuid4(), done.id, link.id, now, Direction.FROM_GOOGLE, "created", None, "e1", None, event("Zahnarzt")
    )
    place.keep(failed, done, moved)
