"""What the first sync of a link would do, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from terminplaner.domain.calendar_link import CalendarLink
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.services.branches import branch_of
from terminplaner.services.google_ports import LinkPreview
from terminplaner.services.ports import Reader
from terminplaner.services.settings import chain_settings
from terminplaner.services.sync_control import LIVE_MARGIN
from terminplaner.sync.projector import Projector
from terminplaner.sync.session import first_look_at
from terminplaner.sync.twins import Twins
from terminplaner.sync.wire import Json, UnreadableEventError, is_cancelled, is_series, read_event, series_id


def preview(reader: Reader, resource_id: UUID, items: Iterable[Json], now: datetime) -> LinkPreview:
    """Compare a calendar's events with a resource's appointments, both as far back as the first pass looks.

    ``imported`` counts the events that become appointments; blocks that stay Google's (recurrences, other
    organizers', special types) are not among them.
    """
    settings = chain_settings(reader)
    live_after_at, taken_in_after_at = now - LIVE_MARGIN, first_look_at(now, settings)
    resource = reader.get(Resource, resource_id)
    zone = branch_of(reader, resource).tz
    projector = Projector(reader, settings.google_privacy)
    twins = Twins(reader, projector, resource_id, taken_in_after_at)
    adopted = imported = 0
    for item in items:
        if is_cancelled(item) or is_series(item) or series_id(item):
            continue
        try:
            remote = read_event(item, hides_private=False)
        except UnreadableEventError:
            continue
        if remote.is_read_only or remote.fields.when.interval(zone).end_at <= taken_in_after_at:
            continue
        if twins.take(remote):
            adopted += 1
        elif resource.sync_direction is not SyncDirection.TO_GOOGLE:
            imported += 1
    link = CalendarLink(uuid4(), resource_id, uuid4(), "", "", zone.key, is_created_by_program=False)
    waiting = {appointment.id for appointment in reader.list_unpushed(link, live_after_at)}
    return LinkPreview(adopted=adopted, imported=imported, to_push=len(waiting - twins.taken))
