"""The forms in which commands print what they found: JSON, times and lines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from terminplaner.domain.calendar_link import SyncRun
from terminplaner.domain.when import AllDay, When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.resource_rows import ResourceRow
from terminplaner.services.sync_control import LinkRow, ProblemRow
from terminplaner.ui import messages

if TYPE_CHECKING:  # it would load the libraries for iCalendar into every command
    from terminplaner.services.ical_exchange import ImportReport


def instant(at: datetime | None, zone: ZoneInfo) -> str | None:
    return None if at is None else at.astimezone(zone).isoformat()


def span(when: When, zone: ZoneInfo) -> tuple[str, str]:
    """Start and end: ISO 8601 with the branch's offset, all-day ones as dates with an exclusive end."""
    if isinstance(when, AllDay):
        return when.first_on.isoformat(), when.end_on.isoformat()
    return when.start_at.astimezone(zone).isoformat(), when.end_at.astimezone(zone).isoformat()


def appointment_json(row: AppointmentRow) -> dict[str, Any]:
    appointment = row.appointment
    start, end = span(appointment.when, row.zone)
    return {
        "id": str(appointment.id),
        "start": start,
        "end": end,
        "all_day": isinstance(appointment.when, AllDay),
        "text": appointment.text,
        "type": row.type.name if row.type else None,
        "status": row.status.name if row.status else None,
        "customer": row.customer.label if row.customer else None,
        "comment": appointment.comment,
        "resources": [resource.name for resource in row.resources],
        "origin": appointment.origin.value,
        "read_only": appointment.is_read_only,
        "cancelled": appointment.is_cancelled,
        "revision": appointment.revision,
    }


def appointment_line(row: AppointmentRow) -> str:
    start, end = span(row.appointment.when, row.zone)
    names = ", ".join(resource.name for resource in row.resources)
    return f"{row.appointment.id}  {start} – {end}  {messages.title_of(row)}  [{names}]"


def appointment_words(row: AppointmentRow) -> str:
    """When it is and what it shows, for a sentence."""
    return f"{messages.show_when(row.appointment.when, row.zone)} {messages.title_of(row)}"


def resource_json(row: ResourceRow) -> dict[str, Any]:
    resource = row.resource
    return {
        "id": str(resource.id),
        "name": resource.name,
        "description": resource.description,
        "color": resource.color,
        "employee": row.employee.label if row.employee else None,
        "branch": row.place or None,
        "visible": resource.is_visible,
        "all_branches": resource.is_in_all_branches,
        "step_minutes": resource.step_minutes,
        "capacity": resource.capacity,
        "google_calendar_id": row.link.calendar_id if row.link else None,
        "link_status": row.link.status.value if row.link else None,
    }


def run_json(run: SyncRun, resource: str, calendar_id: str, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "resource": resource,
        "calendar_id": calendar_id,
        "status": run.status.value,
        "pulled": run.pulled,
        "created_local": run.created_local,
        "updated_local": run.updated_local,
        "cancelled_local": run.cancelled_local,
        "created_google": run.created_google,
        "updated_google": run.updated_google,
        "deleted_google": run.deleted_google,
        "conflicts": run.conflicts,
        "quarantined": run.quarantined,
        "requests": run.requests,
        "message": messages.describe_run(run, zone),
    }


def link_json(row: LinkRow, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "resource": row.resource.name,
        "calendar_id": row.link.calendar_id,
        "status": row.link.status.value,
        "last_success_at": instant(row.link.last_success_at, zone),
        "pending": row.pending,
        "problems": row.problems,
    }


def problem_json(row: ProblemRow, zone: ZoneInfo) -> dict[str, Any]:
    problem = row.problem
    return {
        "id": str(problem.id),
        "kind": problem.kind.value,
        "resource": row.resource_name or None,
        "appointment_id": str(problem.appointment_id) if problem.appointment_id else None,
        "local": _in_zone(problem.local, zone),
        "google": _in_zone(problem.google, zone),
        "choices": [choice.value for choice in problem.choices],
    }


def _in_zone(value: Any, zone: ZoneInfo) -> Any:
    """A version of a problem with its instants, which are kept in UTC, in the branch's zone."""
    match value:
        case Mapping():
            return {
                key: _wall_time(inner, zone) if key in ("start", "end") else _in_zone(inner, zone)
                for key, inner in value.items()
            }
        case list() | tuple():
            return [_in_zone(inner, zone) for inner in value]
    return value


def _wall_time(value: Any, zone: ZoneInfo) -> Any:
    """All-day ones are dates and stay what they are."""
    if not isinstance(value, str):
        return _in_zone(value, zone)
    try:
        at = datetime.fromisoformat(value)
    except ValueError:  # of an event that nobody can read it is shown as Google wrote it
        return value
    return value if at.tzinfo is None else at.astimezone(zone).isoformat()


def import_json(report: ImportReport) -> dict[str, Any]:
    return {
        "imported": report.imported,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": [
            {"component": item.component, "reason": messages.describe_code(item.reason, item.params)}
            for item in report.skipped
        ],
    }
