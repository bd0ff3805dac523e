"""Pictures of what the program asks on the way to Google and about series, with sample answers to look at.

The steps before them lead through a browser or change what stands in the sample, so they are opened by themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from PySide6.QtWidgets import QDialog, QWidget

from terminplaner.bootstrap.studio import Studio
from terminplaner.domain.resource import Resource
from terminplaner.services.google_ports import CalendarBackup, Grant, LinkPreview, RemoteCalendar
from terminplaner.ui.consent.calendar_choice import CalendarDialog, CalendarOffer
from terminplaner.ui.consent.confirmation import RevokeDialog
from terminplaner.ui.consent.emptying import EmptyingConfirmation, EmptyingQuestion
from terminplaner.ui.consent.preview import PreviewDialog
from terminplaner.ui.planner.appointment.series_questions import ask_to_leave_out, ask_whom_to_change

_ZONE = "Europe/Berlin"
_RESOURCE = "Klara Himmel"
_ACCOUNT = "klara.himmel@example.org"
_EVENTS = 23


def calendar_choice(studio: Studio) -> QWidget:
    resource, calendars = _resource(studio), _calendars(studio)
    names = {row.id: row.name for row in studio.program.queries.resources()}
    offer = CalendarOffer(calendars, names)
    return _shown(
        studio, lambda parent: CalendarDialog(resource, _grant(), offer, calendars[0].calendar_id, parent)
    )


def emptying(studio: Studio) -> QWidget:
    return _shown(studio, lambda parent: EmptyingQuestion(_calendars(studio)[0], _EVENTS, parent))


def emptying_confirmation(studio: Studio) -> QWidget:
    # A path of nobody's in particular: the picture is the same wherever it is taken.
    path = Path("~/Terminplaner/backups/Klara Himmel.ics")
    etags = {str(number): "" for number in range(_EVENTS)}
    backup = CalendarBackup("", path, etags)
    return _shown(studio, lambda parent: EmptyingConfirmation(_calendars(studio)[0], backup, parent))


def preview(studio: Studio) -> QWidget:
    def make(parent: QWidget) -> QDialog:
        dialog = PreviewDialog(_resource(studio), _grant(), _calendars(studio)[0], parent)
        dialog.show_preview(LinkPreview(adopted=4, imported=19, to_push=37))
        dialog.set_locked(False)
        return dialog

    return _shown(studio, make)


def revoking(studio: Studio) -> QWidget:
    affected = (_RESOURCE, "Refraction und Kontaktlinse")
    return _shown(studio, lambda parent: RevokeDialog(_resource(studio), affected, parent))


def whom_to_change(studio: Studio) -> QWidget:
    window = studio.plan("Arbeitswoche")
    return studio.opened(lambda: ask_whom_to_change(window, lambda _scope: None))


def leave_out(studio: Studio) -> QWidget:
    window = studio.plan("Arbeitswoche")
    days = tuple(studio.day + timedelta(days=7 * weeks) for weeks in (1, 4, 5))
    return studio.opened(lambda: ask_to_leave_out(window, _RESOURCE, days, lambda: None))


def _shown(studio: Studio, make: Callable[[QWidget], QDialog]) -> QWidget:
    window = studio.section("Administration", "Ressourcen")
    return studio.opened(lambda: make(window).open())


def _resource(studio: Studio) -> Resource:
    return next(row for row in studio.program.queries.resources() if row.name == _RESOURCE)


def _grant() -> Grant:
    return Grant(uuid4(), _ACCOUNT, (), can_list_calendars=True, can_use_existing=True)


def _calendars(studio: Studio) -> tuple[RemoteCalendar, ...]:
    linked = next(row for row in studio.program.queries.resources() if row.name == "Thor Schuss")
    return (
        RemoteCalendar("1", "Termine Klara", _ZONE, "", is_created_by_program=False),
        RemoteCalendar("2", "Filiale Stuttgart", _ZONE, "", is_created_by_program=False),
        RemoteCalendar(
            "3", "Terminplaner Thor Schuss", _ZONE, "", is_created_by_program=True, linked_resource_id=linked.id
        ),
    )
