"""The journal as a table that reads on while somebody scrolls."""

from __future__ import annotations

from datetime import tzinfo
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from terminplaner.services.sync_journal import PAGE, JournalRow
from terminplaner.ui.messages import describe_action, show_instant
from terminplaner.ui.rows import PagedModel
from terminplaner.ui.shared_fields import show_title
from terminplaner.ui.sync_center.wording import show_change, show_direction

translate = QCoreApplication.translate


def journal_model(zone: tzinfo, parent: QObject) -> PagedModel[JournalRow]:
    """What the sync moved, newest first."""
    titles = (
        translate("JournalModel", "Zeit"),
        translate("JournalModel", "Ressource"),
        translate("JournalModel", "Richtung"),
        translate("JournalModel", "Vorgang"),
        translate("JournalModel", "Termin"),
        translate("JournalModel", "Wann und was"),
    )
    return PagedModel(titles, partial(_texts, zone), lambda row: row.entry.id, PAGE, parent)


def _texts(zone: tzinfo, row: JournalRow) -> tuple[str, ...]:
    entry = row.entry
    return (
        show_instant(entry.at, zone),
        row.resource_name,
        show_direction(entry.direction),
        describe_action(entry.action),
        show_title(entry.after or entry.before or {}),
        show_change(entry, zone),
    )
