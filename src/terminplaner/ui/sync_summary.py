"""The state of the sync in one line, and nothing but the truth.

Where several links differ, the line tells the worst of them; the time it names is that of the link that lags most.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.calendar_link import CalendarLink, LinkStatus
from terminplaner.services.sync_control import LinkRow, SyncOverview
from terminplaner.ui.messages import describe_status

translate = QCoreApplication.translate

_WAITS_FOR_A_PERSON = frozenset(
    {
        LinkStatus.NEEDS_CONSENT,
        LinkStatus.BRAKE,
        LinkStatus.CALENDAR_MISSING,
        LinkStatus.READ_ONLY,
        LinkStatus.ERROR,
    }
)
_PASSES_BY_ITSELF = frozenset({LinkStatus.OFFLINE, LinkStatus.QUOTA_PAUSE})
_MISSED_PASSES = 3
"""So many intervals without a success are no longer normal operation."""


@dataclass(frozen=True, slots=True)
class SyncSummary:
    """``tone`` and ``icon`` say the same as ``text``: neither a color nor a picture speaks alone."""

    text: str
    tone: str
    icon: str


def summarize(
    overview: SyncOverview, interval_minutes: int, now: datetime, zone: tzinfo, *, is_running: bool
) -> SyncSummary:
    """``now`` is aware; times are shown in ``zone``."""
    waiting = _waiting(overview)
    if not overview.is_on:
        return SyncSummary(
            _join(translate("SyncSummary", "Synchronisation ausgeschaltet"), waiting), "muted", "pause"
        )
    if not overview.links:
        return SyncSummary(translate("SyncSummary", "Noch kein Google-Kalender verknüpft"), "muted", "link")
    person = _person_needed(overview)
    if is_running:
        return SyncSummary(
            _join(translate("SyncSummary", "Synchronisation läuft …"), waiting, person), "info", "sync"
        )
    last = _last_success(overview, now, zone)
    if person:
        return SyncSummary(_join(person, last, waiting), "warning", "warning")
    held_up = [row for row in overview.links if row.link.status in _PASSES_BY_ITSELF]
    if held_up:
        end = _end_of_pause(held_up[0].link, now, zone)
        return SyncSummary(_join(_named(held_up, overview), end, last, waiting), "warning", "offline")
    if _is_overdue(overview, interval_minutes, now):
        return SyncSummary(
            _join(translate("SyncSummary", "Synchronisation überfällig"), last, waiting), "warning", "warning"
        )
    if any(row.link.last_success_at is None for row in overview.links):
        return SyncSummary(
            _join(translate("SyncSummary", "Erster Abgleich steht noch aus"), waiting), "info", "sync"
        )
    if waiting:
        return SyncSummary(_join(waiting, last), "info", "sync")
    return SyncSummary(_join(translate("SyncSummary", "Synchronisiert"), last), "success", "check-circle")


def _person_needed(overview: SyncOverview) -> str:
    stopped = [row for row in overview.links if row.link.status in _WAITS_FOR_A_PERSON]
    questions = overview.open_problems
    parts = [_named(stopped, overview)] if stopped else []
    if questions == 1:
        parts.append(translate("SyncSummary", "1 Frage wartet auf Sie"))
    elif questions:
        parts.append(translate("SyncSummary", "{count} Fragen warten auf Sie").format(count=questions))
    return _join(*parts)


def _named(rows: list[LinkRow], overview: SyncOverview) -> str:
    """The status, with the names of whom it concerns where that is not everybody."""
    status = describe_status(rows[0].link.status)
    if len(rows) == len(overview.links) > 1:
        return status
    more = translate("SyncSummary", " und {count} weitere").format(count=len(rows) - 1) if len(rows) > 1 else ""
    return f"{status}: {rows[0].resource.name}{more}"


def _end_of_pause(link: CalendarLink, now: datetime, zone: tzinfo) -> str:
    if link.status is not LinkStatus.QUOTA_PAUSE or "until" not in link.status_params:
        return ""
    until = datetime.fromisoformat(link.status_params["until"])
    return translate("SyncSummary", "weiter ab {time}").format(time=show_recent(until, now, zone))


def _waiting(overview: SyncOverview) -> str:
    count = sum(row.pending for row in overview.links)
    if count == 0:
        return ""
    if count == 1:
        return translate("SyncSummary", "1 Termin wartet auf Übertragung")
    return translate("SyncSummary", "{count} Termine warten auf Übertragung").format(count=count)


def _last_success(overview: SyncOverview, now: datetime, zone: tzinfo) -> str:
    instants = [row.link.last_success_at for row in overview.links]
    done = [instant for instant in instants if instant is not None]
    if len(done) < len(instants):
        return (
            translate("SyncSummary", "noch nicht vollständig abgeglichen")
            if done
            else translate("SyncSummary", "noch nie abgeglichen")
        )
    return translate("SyncSummary", "zuletzt {time}").format(time=show_recent(min(done), now, zone))


def show_recent(at: datetime, now: datetime, zone: tzinfo) -> str:
    """``14:30``, ``gestern, 14:30``, or the date."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    if local.date() == today:
        return f"{local:%H:%M}"
    if local.date() == today - timedelta(days=1):
        return translate("SyncSummary", "gestern, {time}").format(time=f"{local:%H:%M}")
    return f"{local:%d.%m.%Y, %H:%M}"


def _is_overdue(overview: SyncOverview, interval_minutes: int, now: datetime) -> bool:
    limit = now - timedelta(minutes=_MISSED_PASSES * interval_minutes)
    started = [row.link.last_success_at or row.link.created_at for row in overview.links]
    return any(instant is not None and instant < limit for instant in started)


def _join(*parts: str) -> str:
    return "  ·  ".join(part for part in parts if part)
