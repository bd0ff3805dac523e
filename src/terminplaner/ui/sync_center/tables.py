"""The tables of the Abgleich-Zentrale."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from terminplaner.domain.calendar_link import JournalEntry, SyncRun
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.sync_control import ProblemRow
from terminplaner.ui.messages import (
    describe_action,
    describe_choice,
    describe_problem,
    describe_run,
    describe_status,
    show_instant,
    show_when,
    title_of,
)
from terminplaner.ui.rows import RowsModel
from terminplaner.ui.shared_fields import show_title, show_when_of
from terminplaner.ui.sync_center.wording import count_moves, show_change, show_direction

translate = QCoreApplication.translate


def runs_model(zone: tzinfo, parent: QObject) -> RowsModel[SyncRun]:
    """What each pass over a link came to."""
    return RowsModel(
        (
            translate("SyncTables", "Zeit"),
            translate("SyncTables", "Ergebnis"),
            translate("SyncTables", "Von Google"),
            translate("SyncTables", "Nach Google"),
            translate("SyncTables", "Hinweis"),
        ),
        lambda run: (
            show_instant(run.finished_at, zone),
            describe_status(run.status),
            count_moves(run.created_local, run.updated_local, run.cancelled_local) or "–",
            count_moves(run.created_google, run.updated_google, run.deleted_google) or "–",
            describe_run(run, zone),
        ),
        parent,
    )


def waiting_model(parent: QObject) -> RowsModel[AppointmentRow]:
    """The appointments that Google does not know as they are."""
    return RowsModel(
        (
            translate("SyncTables", "Wann"),
            translate("SyncTables", "Termin"),
            translate("SyncTables", "Geändert von"),
        ),
        lambda row: (
            show_when(row.appointment.when, row.zone),
            translate("SyncTables", "{title} (storniert)").format(title=title_of(row))
            if row.appointment.is_cancelled
            else title_of(row),
            row.appointment.modified_by,
        ),
        parent,
    )


def moves_model(zone: tzinfo, parent: QObject) -> RowsModel[JournalEntry]:
    """What would move."""
    return RowsModel(
        (
            translate("SyncTables", "Richtung"),
            translate("SyncTables", "Vorgang"),
            translate("SyncTables", "Termin"),
            translate("SyncTables", "Wann und was"),
        ),
        lambda entry: (
            show_direction(entry.direction),
            describe_action(entry.action),
            show_title(entry.after or entry.before or {}),
            show_change(entry, zone),
        ),
        parent,
    )


def answered_model(zone: tzinfo, parent: QObject) -> RowsModel[ProblemRow]:
    """What was asked, and who decided it how."""
    return RowsModel(
        (
            translate("SyncTables", "Entschieden"),
            translate("SyncTables", "Von"),
            translate("SyncTables", "Antwort"),
            translate("SyncTables", "Frage"),
            translate("SyncTables", "Ressource"),
            translate("SyncTables", "Termin"),
        ),
        lambda row: (
            show_instant(row.problem.resolved_at, zone),
            row.problem.resolved_by,
            describe_choice(row.problem.resolution, row.problem.kind) if row.problem.resolution else "",
            describe_problem(row.problem.kind)[0],
            row.resource_name,
            title_of(row.appointment) if row.appointment else str((row.problem.google or {}).get("title", "")),
        ),
        parent,
    )


def events_model(zone: tzinfo, parent: QObject) -> RowsModel[Mapping[str, Any]]:
    """Events by their shared fields."""
    return RowsModel(
        (translate("SyncTables", "Wann"), translate("SyncTables", "Termin")),
        lambda fields: (show_when_of(fields, zone), show_title(fields)),
        parent,
    )
