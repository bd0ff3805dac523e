"""The one catalogue: codes and their parameters become sentences.

Each sentence says what is wrong and what to do.  QtCore only, because the command line speaks with it as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.absence import AbsenceKind
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, Choice, LinkStatus, ProblemKind, SyncRun
from terminplaner.domain.changes import Origin
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Role
from terminplaner.domain.when import AllDay, When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.checks import PlanningWarning
from terminplaner.ui import words
from terminplaner.ui.sentences import QT_TRANSLATE_NOOP, SENTENCES

_CONTEXT = "messages"

_INSTANTS = frozenset(("until",))
"""Parameters that hold an instant as ISO 8601, because links and runs are stored as JSON."""


def describe(error: TerminplanerError, zone: tzinfo | None = None) -> str:
    """The sentence of an expected error; times are shown in ``zone``, else in the computer's own."""
    return describe_code(error.error_code, error.params, zone)


def describe_code(code: str, params: Mapping[str, Any], zone: tzinfo | None = None) -> str:
    """The sentence of a code; of a run's or a link's reason, for example."""
    if code not in SENTENCES:
        return f"{_say(SENTENCES['error'])} ({code})"
    return _fill(SENTENCES[code], params, zone)


def describe_warning(warning: PlanningWarning, zone: tzinfo | None = None) -> str:
    return _fill(words.WARNINGS[warning.code], warning.params, zone)


def describe_status(status: LinkStatus) -> str:
    """A link's status in a few words."""
    return _say(words.STATUSES[status])


def describe_link(link: CalendarLink, zone: tzinfo | None = None) -> str:
    """What is the matter with a link and what to do; empty where all is well."""
    return _advice(link.status, link.status_reason, link.status_params, zone)


def describe_run(run: SyncRun, zone: tzinfo | None = None) -> str:
    """What kept a run from succeeding and what to do; empty where all went well."""
    return _advice(run.status, run.reason, run.params, zone)


def describe_problem(kind: ProblemKind) -> tuple[str, str]:
    """A problem's headline and its question."""
    headline, question = words.PROBLEMS[kind]
    return _say(headline), _say(question)


def describe_choice(choice: Choice, kind: ProblemKind) -> str:
    """The label of the button that decides ``kind`` so."""
    return _say(words.CHOICES_OF.get((kind, choice), words.CHOICES[choice]))


def describe_action(action: str) -> str:
    """What the journal calls a movement, e.g. "Angelegt"."""
    return _say(words.ACTIONS.get(action, action))


def describe_command(command: str) -> str:
    """A command as undo names it, e.g. "Termin verschieben"."""
    return _say(words.COMMANDS.get(command, command))


def describe_role(role: Role) -> str:
    return _say(words.ROLES[role])


def describe_allowance(role: Role) -> str:
    """What a role allows, in one sentence."""
    return _say(words.ALLOWANCES[role])


def describe_absence(kind: AbsenceKind) -> str:
    return _say(words.ABSENCES[kind])


def describe_origin(origin: Origin) -> str:
    return _say(words.ORIGINS[origin])


def title_of(row: AppointmentRow) -> str:
    """What an appointment is called wherever people read of it."""
    private, nameless = QT_TRANSLATE_NOOP("messages", "Privat"), QT_TRANSLATE_NOOP("messages", "Termin")
    return row.called(_say(private), _say(nameless))


def show_instant(at: datetime, zone: tzinfo | None = None) -> str:
    """``22.11.2026, 14:30``"""
    return at.astimezone(zone).strftime("%d.%m.%Y, %H:%M")


def show_when(when: When, zone: tzinfo | None = None) -> str:
    """``22.11.2026, 14:30–15:00``, or the days of an all-day appointment."""
    if isinstance(when, AllDay):
        first, last = when.first_on, date.fromordinal(when.end_on.toordinal() - 1)
        if first == last:
            return _say(QT_TRANSLATE_NOOP("messages", "{day}, ganztägig")).format(day=_show(first, zone))
        return f"{_show(first, zone)} – {_show(last, zone)}"
    start, end = when.start_at.astimezone(zone), when.end_at.astimezone(zone)
    if start.date() == end.date():
        return f"{start:%d.%m.%Y, %H:%M}–{end:%H:%M}"
    return f"{start:%d.%m.%Y, %H:%M} – {end:%d.%m.%Y, %H:%M}"


def _advice(status: LinkStatus, reason: str, params: Mapping[str, Any], zone: tzinfo | None) -> str:
    if reason in SENTENCES:
        return describe_code(reason, params, zone)
    return _say(words.STATUS_ADVICE[status]) if status in words.STATUS_ADVICE else ""


class _Gaps(dict[str, str]):
    """A sentence with a gap is better than none."""

    def __missing__(self, key: str) -> str:
        return "…"


def _fill(sentence: str, params: Mapping[str, Any], zone: tzinfo | None) -> str:
    values = {key: datetime.fromisoformat(value) if key in _INSTANTS else value for key, value in params.items()}
    shown = {key: _show(value, zone) for key, value in values.items()}
    if "field" in params:
        shown["field"] = _say(words.FIELDS.get(shown["field"], shown["field"]))
    return _say(sentence).format_map(_Gaps(shown))


def _say(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)


def _show(value: object, zone: tzinfo | None) -> str:
    match value:
        case datetime():
            return show_instant(value, zone)
        case date():
            return f"{value:%d.%m.%Y}"
        case Appointment():
            return " ".join(part for part in (show_when(value.when, zone), value.text) if part)
        case PlanningWarning():
            return describe_warning(value, zone)
        case AbsenceKind():
            return describe_absence(value)
        case tuple() | list():
            return "; ".join(_show(item, zone) for item in value)
        case _:
            return str(value)
