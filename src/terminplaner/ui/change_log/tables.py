"""The change log as a table of change sets, and one of them as a table of fields."""

from __future__ import annotations

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject

from terminplaner.services.change_log import PAGE, LogRow
from terminplaner.ui.change_log.wording import Line, describe_differences, describe_step, describe_subject
from terminplaner.ui.messages import describe_origin, show_instant
from terminplaner.ui.rows import PagedModel, RowsModel

SUBJECT_COLUMN, LINE_SUBJECT_COLUMN = 4, 0
"""Where either table names the entry."""

translate = QCoreApplication.translate


def log_model(zone: ZoneInfo, parent: QObject) -> PagedModel[LogRow]:
    """Change sets, newest first."""
    titles = (
        translate("ChangeLogTables", "Zeit"),
        translate("ChangeLogTables", "Wer"),
        translate("ChangeLogTables", "Weg"),
        translate("ChangeLogTables", "Vorgang"),
        translate("ChangeLogTables", "Was"),
        translate("ChangeLogTables", "Änderung"),
    )
    return PagedModel(titles, partial(_texts, zone), lambda row: row.change_set.id, PAGE, parent)


def lines_model(parent: QObject) -> RowsModel[Line]:
    """The fields of one change set."""
    titles = (
        translate("ChangeLogTables", "Eintrag"),
        translate("ChangeLogTables", "Vorgang"),
        translate("ChangeLogTables", "Feld"),
        translate("ChangeLogTables", "Vorher"),
        translate("ChangeLogTables", "Nachher"),
    )
    return RowsModel(titles, lambda line: (line.subject, line.action, line.field, line.before, line.after), parent)


def _texts(zone: ZoneInfo, row: LogRow) -> tuple[str, ...]:
    author = row.change_set.author
    return (
        show_instant(row.change_set.at, zone),
        author.name,
        describe_origin(author.origin),
        describe_step(row),
        describe_subject(row, zone),
        describe_differences(row, zone),
    )
