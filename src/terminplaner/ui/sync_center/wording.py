"""What the sync moved, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.calendar_link import Direction, JournalEntry, SyncRun
from terminplaner.ui.messages import show_instant
from terminplaner.ui.shared_fields import show_title, show_when_of

translate = QCoreApplication.translate


def show_direction(direction: Direction) -> str:
    if direction is Direction.TO_GOOGLE:
        return translate("SyncWording", "Nach Google")
    return translate("SyncWording", "Von Google")


def show_change(entry: JournalEntry, zone: tzinfo) -> str:
    """The time of what came or went; of what changed, each field before and after."""
    before, after = entry.before, entry.after
    if before is None or after is None:
        return show_when_of(after or before or {}, zone)
    return "  ·  ".join(_differences(before, after, zone))


def show_run(run: SyncRun, zone: tzinfo) -> str:
    """When a pass was and what it moved."""
    sentence = translate("SyncWording", "Durchgang vom {time}: von Google {from_google}, nach Google {to_google}")
    nothing = translate("SyncWording", "nichts")
    return sentence.format(
        time=show_instant(run.finished_at, zone),
        from_google=count_moves(run.created_local, run.updated_local, run.cancelled_local) or nothing,
        to_google=count_moves(run.created_google, run.updated_google, run.deleted_google) or nothing,
    )


def count_moves(created: int, updated: int, removed: int) -> str:
    """E.g. ``2 neu, 1 geändert``; empty where nothing moved."""
    parts = [
        text.format(count=count)
        for text, count in (
            (translate("SyncWording", "{count} neu"), created),
            (translate("SyncWording", "{count} geändert"), updated),
            (translate("SyncWording", "{count} entfernt"), removed),
        )
        if count
    ]
    return ", ".join(parts)


def _differences(before: Mapping[str, Any], after: Mapping[str, Any], zone: tzinfo) -> Iterator[str]:
    change = translate("SyncWording", "{field}: {before} → {after}")
    for field, old, new in (
        (translate("SyncWording", "Titel"), show_title(before), show_title(after)),
        (translate("SyncWording", "Zeit"), show_when_of(before, zone), show_when_of(after, zone)),
    ):
        if old != new:
            yield change.format(field=field, before=old, after=new)
    if before.get("description", "") != after.get("description", ""):
        yield translate("SyncWording", "Kommentar geändert")
