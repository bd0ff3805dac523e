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
from terminplaner.services.checks import PlanningWarning, WarningCode
from terminplaner.services.queries import AppointmentRow
from terminplaner.ui.sentences import QT_TRANSLATE_NOOP, SENTENCES

_CONTEXT = "messages"

_WARNINGS: Mapping[WarningCode, str] = {
    WarningCode.OUTSIDE_AVAILABILITY: QT_TRANSLATE_NOOP(
        "messages", "„{resource}“ ist zu dieser Zeit nicht verfügbar."
    ),
    WarningCode.OUTSIDE_OPENING: QT_TRANSLATE_NOOP(
        "messages", "Das liegt außerhalb der Öffnungszeiten: Am {day} ist von {hours} Uhr geöffnet."
    ),
    WarningCode.CLOSED: QT_TRANSLATE_NOOP("messages", "Am {day} ist die Filiale geschlossen."),
    WarningCode.ABSENT: QT_TRANSLATE_NOOP("messages", "„{resource}“ ist abwesend: {kind}."),
    WarningCode.HOLIDAY: QT_TRANSLATE_NOOP("messages", "Der {day} ist ein Feiertag ({name})."),
    WarningCode.OFF_STEP: QT_TRANSLATE_NOOP(
        "messages", "Der Beginn liegt nicht im Raster von „{resource}“ ({minutes} Minuten)."
    ),
    WarningCode.IN_THE_PAST: QT_TRANSLATE_NOOP("messages", "Der Termin liegt in der Vergangenheit."),
    WarningCode.NO_TEMPLATE: QT_TRANSLATE_NOOP(
        "messages", "Neue Termine sollen in dieser Filialkette nur aus einer Terminvorlage entstehen."
    ),
}

_STATUSES: Mapping[LinkStatus, str] = {
    LinkStatus.OK: QT_TRANSLATE_NOOP("messages", "Synchronisiert"),
    LinkStatus.OFFLINE: QT_TRANSLATE_NOOP("messages", "Google nicht erreichbar"),
    LinkStatus.NEEDS_CONSENT: QT_TRANSLATE_NOOP("messages", "Freigabe nötig"),
    LinkStatus.BRAKE: QT_TRANSLATE_NOOP("messages", "Angehalten: ungewöhnlich viele Löschungen"),
    LinkStatus.CALENDAR_MISSING: QT_TRANSLATE_NOOP("messages", "Kalender nicht gefunden"),
    LinkStatus.READ_ONLY: QT_TRANSLATE_NOOP("messages", "Kalender schreibgeschützt"),
    LinkStatus.QUOTA_PAUSE: QT_TRANSLATE_NOOP("messages", "Pause: Google-Kontingent erschöpft"),
    LinkStatus.BUSY: QT_TRANSLATE_NOOP("messages", "Läuft an einem anderen Arbeitsplatz"),
    LinkStatus.ERROR: QT_TRANSLATE_NOOP("messages", "Fehler"),
}

_STATUS_ADVICE: Mapping[LinkStatus, str] = {
    LinkStatus.OFFLINE: SENTENCES["offline"],
    LinkStatus.NEEDS_CONSENT: SENTENCES["needs_consent"],
    LinkStatus.BRAKE: QT_TRANSLATE_NOOP(
        "messages", "Es würde ungewöhnlich viel gelöscht. Bitte entscheiden Sie unten, ob das gewollt ist."
    ),
    LinkStatus.CALENDAR_MISSING: QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender ist bei Google nicht zu finden. Die Termine hier bleiben erhalten; bitte verknüpfen Sie die "
        "Ressource in der Administration neu.",
    ),
    LinkStatus.READ_ONLY: QT_TRANSLATE_NOOP(
        "messages",
        "In den Kalender darf nicht mehr geschrieben werden. Bitte stellen Sie die Rechte in Google wieder her "
        "oder verknüpfen Sie einen anderen Kalender.",
    ),
    LinkStatus.QUOTA_PAUSE: QT_TRANSLATE_NOOP(
        "messages", "Google nimmt vorübergehend nichts mehr an. Es geht von selbst weiter."
    ),
    LinkStatus.BUSY: QT_TRANSLATE_NOOP(
        "messages", "Ein anderer Arbeitsplatz synchronisiert diesen Kalender gerade. Es ist nichts zu tun."
    ),
    LinkStatus.ERROR: QT_TRANSLATE_NOOP(
        "messages", "Der letzte Durchgang ist gescheitert. Bitte versuchen Sie es mit „Neu abgleichen“."
    ),
}

_PROBLEMS: Mapping[ProblemKind, tuple[str, str]] = {
    ProblemKind.CONFLICT: (
        QT_TRANSLATE_NOOP("messages", "Auf beiden Seiten geändert"),
        QT_TRANSLATE_NOOP(
            "messages", "Der Termin wurde hier und in Google verschieden geändert. Welche Fassung soll gelten?"
        ),
    ),
    ProblemKind.DELETED_IN_GOOGLE: (
        QT_TRANSLATE_NOOP("messages", "In Google gelöscht"),
        QT_TRANSLATE_NOOP("messages", "Der Termin wurde in Google gelöscht. Soll er auch hier storniert werden?"),
    ),
    ProblemKind.OVERLAP: (
        QT_TRANSLATE_NOOP("messages", "Überschneidung"),
        QT_TRANSLATE_NOOP(
            "messages", "Aus Google kam ein Termin, der sich mit dem Termin eines Kunden überschneidet."
        ),
    ),
    ProblemKind.BRAKE: (
        QT_TRANSLATE_NOOP("messages", "Ungewöhnlich viele Löschungen"),
        QT_TRANSLATE_NOOP(
            "messages",
            "Auf einen Schlag würden ungewöhnlich viele Termine gelöscht. Es wurde noch nichts gelöscht. Ist das "
            "gewollt?",
        ),
    ),
    ProblemKind.QUARANTINE: (
        QT_TRANSLATE_NOOP("messages", "Nicht übertragbar"),
        QT_TRANSLATE_NOOP(
            "messages",
            "Dieser Eintrag ließ sich nicht übertragen; alle anderen sind nicht betroffen. Er wird erneut "
            "versucht, sobald er auf einer Seite geändert wird.",
        ),
    ),
    ProblemKind.RESTORE_PREVIEW: (
        QT_TRANSLATE_NOOP("messages", "Nach einer Wiederherstellung"),
        QT_TRANSLATE_NOOP(
            "messages",
            "Die Datenbank wurde aus einer Sicherung wiederhergestellt. Bevor etwas nach Google geschrieben wird, "
            "bestätigen Sie bitte die Unterschiede.",
        ),
    ),
}

_CHOICES: Mapping[Choice, str] = {
    Choice.LOCAL: QT_TRANSLATE_NOOP("messages", "Terminplaner-Fassung behalten"),
    Choice.GOOGLE: QT_TRANSLATE_NOOP("messages", "Googles Fassung übernehmen"),
    Choice.BOTH: QT_TRANSLATE_NOOP("messages", "Beide behalten"),
    Choice.APPLY: QT_TRANSLATE_NOOP("messages", "Übernehmen"),
    Choice.RESTORE: QT_TRANSLATE_NOOP("messages", "Wiederherstellen"),
    Choice.IGNORE: QT_TRANSLATE_NOOP("messages", "So lassen"),
}

_COMMANDS: Mapping[str, str] = {
    "book": QT_TRANSLATE_NOOP("messages", "Termin anlegen"),
    "change": QT_TRANSLATE_NOOP("messages", "Termin ändern"),
    "move": QT_TRANSLATE_NOOP("messages", "Termin verschieben"),
    "cancel": QT_TRANSLATE_NOOP("messages", "Termin stornieren"),
    "restore": QT_TRANSLATE_NOOP("messages", "Termin wiederherstellen"),
    "book_many": QT_TRANSLATE_NOOP("messages", "Termine anlegen"),
    "change_many": QT_TRANSLATE_NOOP("messages", "Termine ändern"),
    "move_many": QT_TRANSLATE_NOOP("messages", "Termine verschieben"),
    "cancel_many": QT_TRANSLATE_NOOP("messages", "Termine stornieren"),
    "book_series": QT_TRANSLATE_NOOP("messages", "Terminserie anlegen"),
    "change_series": QT_TRANSLATE_NOOP("messages", "Terminserie ändern"),
    "move_series": QT_TRANSLATE_NOOP("messages", "Terminserie verschieben"),
    "cancel_series": QT_TRANSLATE_NOOP("messages", "Terminserie stornieren"),
    "save_absence": QT_TRANSLATE_NOOP("messages", "Abwesenheit eintragen"),
    "delete_absence": QT_TRANSLATE_NOOP("messages", "Abwesenheit löschen"),
    "save_availability": QT_TRANSLATE_NOOP("messages", "Verfügbarkeit ändern"),
    "delete_availability": QT_TRANSLATE_NOOP("messages", "Verfügbarkeit löschen"),
    "extend": QT_TRANSLATE_NOOP("messages", "Kalenderperiode vortragen"),
    "add_waiting": QT_TRANSLATE_NOOP("messages", "Auf die Warteliste setzen"),
    "change_waiting": QT_TRANSLATE_NOOP("messages", "Wartelisteneintrag ändern"),
    "remove_waiting": QT_TRANSLATE_NOOP("messages", "Von der Warteliste nehmen"),
    "settle_waiting": QT_TRANSLATE_NOOP("messages", "Wartelisteneintrag erledigen"),
    "reopen_waiting": QT_TRANSLATE_NOOP("messages", "Wartelisteneintrag wieder öffnen"),
}

_ACTIONS: Mapping[str, str] = {
    "created": QT_TRANSLATE_NOOP("messages", "Angelegt"),
    "updated": QT_TRANSLATE_NOOP("messages", "Geändert"),
    "cancelled": QT_TRANSLATE_NOOP("messages", "Storniert"),
    "deleted": QT_TRANSLATE_NOOP("messages", "Gelöscht"),
    "conflicts": QT_TRANSLATE_NOOP("messages", "Auf beiden Seiten geändert"),
    "quarantined": QT_TRANSLATE_NOOP("messages", "Nicht übertragen"),
}

_ROLES: Mapping[Role, str] = {
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("messages", "Administrator"),
    Role.PLANNER: QT_TRANSLATE_NOOP("messages", "Planer"),
    Role.BOOKER: QT_TRANSLATE_NOOP("messages", "Terminvergabe"),
    Role.BOOKER_IN_HOURS: QT_TRANSLATE_NOOP("messages", "Terminvergabe in Arbeitszeiten"),
    Role.EMPLOYEE: QT_TRANSLATE_NOOP("messages", "Mitarbeiter"),
    Role.READER: QT_TRANSLATE_NOOP("messages", "Nur lesen"),
}

_ALLOWANCES: Mapping[Role, str] = {
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP(
        "messages", "Darf alles: planen, Filialen, Ressourcen und Benutzer verwalten, Einstellungen ändern."
    ),
    Role.PLANNER: QT_TRANSLATE_NOOP(
        "messages",
        "Plant Termine, Abwesenheiten und Verfügbarkeiten für alle Ressourcen und betreut die Synchronisation, "
        "aber keine Administration.",
    ),
    Role.BOOKER: QT_TRANSLATE_NOOP(
        "messages",
        "Vergibt, verschiebt und storniert Termine für alle Ressourcen, aber keine Abwesenheiten und "
        "Verfügbarkeiten.",
    ),
    Role.BOOKER_IN_HOURS: QT_TRANSLATE_NOOP(
        "messages", "Wie „Terminvergabe“, aber nur innerhalb der Arbeitszeiten und nie über die Kapazität hinaus."
    ),
    Role.EMPLOYEE: QT_TRANSLATE_NOOP(
        "messages",
        "Plant nur die eigene Personenressource, mit Abwesenheiten und Verfügbarkeiten, und sieht alles andere.",
    ),
    Role.READER: QT_TRANSLATE_NOOP("messages", "Sieht den Plan und alle Angaben, ändert aber nichts."),
}

_ABSENCES: Mapping[AbsenceKind, str] = {
    AbsenceKind.VACATION: QT_TRANSLATE_NOOP("messages", "Urlaub"),
    AbsenceKind.SICKNESS: QT_TRANSLATE_NOOP("messages", "Krank"),
    AbsenceKind.TRAINING: QT_TRANSLATE_NOOP("messages", "Schulung"),
    AbsenceKind.CLOSURE: QT_TRANSLATE_NOOP("messages", "Betriebsschließung"),
    AbsenceKind.OTHER: QT_TRANSLATE_NOOP("messages", "Sonstiges"),
}

_ORIGINS: Mapping[Origin, str] = {
    Origin.USER: QT_TRANSLATE_NOOP("messages", "Terminplaner"),
    Origin.COMMAND_LINE: QT_TRANSLATE_NOOP("messages", "Kommandozeile"),
    Origin.GOOGLE: QT_TRANSLATE_NOOP("messages", "Google"),
    Origin.IMPORT: QT_TRANSLATE_NOOP("messages", "Import"),
    Origin.UNDO: QT_TRANSLATE_NOOP("messages", "Rückgängig"),
    Origin.SYSTEM: QT_TRANSLATE_NOOP("messages", "System"),
}

_FIELDS: Mapping[str, str] = {
    "sync_interval_minutes": QT_TRANSLATE_NOOP("messages", "Intervall (Minuten)"),
    "google_look_back_days": QT_TRANSLATE_NOOP("messages", "Vergangene Tage beim Verknüpfen"),
    "name": QT_TRANSLATE_NOOP("messages", "Bezeichnung"),
    "last_name": QT_TRANSLATE_NOOP("messages", "Nachname"),
    "user_name": QT_TRANSLATE_NOOP("messages", "Benutzername"),
    "number": QT_TRANSLATE_NOOP("messages", "Nummer"),
    "color": QT_TRANSLATE_NOOP("messages", "Farbe"),
    "step_minutes": QT_TRANSLATE_NOOP("messages", "Schrittweite Minuten"),
    "title": QT_TRANSLATE_NOOP("messages", "Titel"),
    "days": QT_TRANSLATE_NOOP("messages", "Tage"),
    "raster_minutes": QT_TRANSLATE_NOOP("messages", "Raster"),
    "columns": QT_TRANSLATE_NOOP("messages", "Ressourcen"),
    "capacity": QT_TRANSLATE_NOOP("messages", "Kapazität"),
    "reminder_minutes": QT_TRANSLATE_NOOP("messages", "Terminerinnerung"),
    "prepare_minutes": QT_TRANSLATE_NOOP("messages", "Vorbereitung"),
    "follow_up_minutes": QT_TRANSLATE_NOOP("messages", "Nachbereitung"),
    "duration_minutes": QT_TRANSLATE_NOOP("messages", "Dauer"),
    "interval": QT_TRANSLATE_NOOP("messages", "Intervall"),
    "count": QT_TRANSLATE_NOOP("messages", "Anzahl der Termine"),
    "interval_weeks": QT_TRANSLATE_NOOP("messages", "Wiederholung"),
    "valid_from_on": QT_TRANSLATE_NOOP("messages", "Gültig ab"),
    "min_step_minutes": QT_TRANSLATE_NOOP("messages", "Min. Schrittweite"),
    "easter_offset_days": QT_TRANSLATE_NOOP("messages", "Tage nach Ostersonntag"),
    "federal_state": QT_TRANSLATE_NOOP("messages", "Bundesland"),
    "zone": QT_TRANSLATE_NOOP("messages", "Zeitzone"),
}


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
    return _fill(_WARNINGS[warning.code], warning.params, zone)


def describe_status(status: LinkStatus) -> str:
    """A link's status in a few words."""
    return _say(_STATUSES[status])


def describe_link(link: CalendarLink, zone: tzinfo | None = None) -> str:
    """What is the matter with a link and what to do; empty where all is well."""
    return _advice(link.status, link.status_reason, link.status_params, zone)


def describe_run(run: SyncRun, zone: tzinfo | None = None) -> str:
    """What kept a run from succeeding and what to do; empty where all went well."""
    return _advice(run.status, run.reason, run.params, zone)


def describe_problem(kind: ProblemKind) -> tuple[str, str]:
    """A problem's headline and its question."""
    headline, question = _PROBLEMS[kind]
    return _say(headline), _say(question)


def describe_choice(choice: Choice, kind: ProblemKind) -> str:
    """The label of the button that decides ``kind`` so."""
    return _say(_CHOICES_OF.get((kind, choice), _CHOICES[choice]))


def describe_action(action: str) -> str:
    """What the journal calls a movement, e.g. "Angelegt"."""
    return _say(_ACTIONS.get(action, action))


def describe_command(command: str) -> str:
    """A command as undo names it, e.g. "Termin verschieben"."""
    return _say(_COMMANDS.get(command, command))


def describe_role(role: Role) -> str:
    return _say(_ROLES[role])


def describe_allowance(role: Role) -> str:
    """What a role allows, in one sentence."""
    return _say(_ALLOWANCES[role])


def describe_absence(kind: AbsenceKind) -> str:
    return _say(_ABSENCES[kind])


def describe_origin(origin: Origin) -> str:
    return _say(_ORIGINS[origin])


def title_of(row: AppointmentRow) -> str:
    """What an appointment is called wherever people read of it."""
    private, nameless = QT_TRANSLATE_NOOP("messages", "Privat"), QT_TRANSLATE_NOOP("messages", "Termin")
    return row.called(_say(private), _say(nameless))


_CHOICES_OF: Mapping[tuple[ProblemKind, Choice], str] = {
    (ProblemKind.DELETED_IN_GOOGLE, Choice.APPLY): QT_TRANSLATE_NOOP("messages", "Hier auch stornieren"),
    (ProblemKind.DELETED_IN_GOOGLE, Choice.RESTORE): QT_TRANSLATE_NOOP("messages", "In Google wieder eintragen"),
    (ProblemKind.BRAKE, Choice.APPLY): QT_TRANSLATE_NOOP("messages", "Löschungen ausführen"),
    (ProblemKind.BRAKE, Choice.RESTORE): QT_TRANSLATE_NOOP("messages", "Nichts löschen, wiederherstellen"),
    (ProblemKind.BRAKE, Choice.IGNORE): QT_TRANSLATE_NOOP("messages", "Beide Seiten so lassen"),
    (ProblemKind.OVERLAP, Choice.BOTH): QT_TRANSLATE_NOOP("messages", "Überschneidung belassen"),
    (ProblemKind.OVERLAP, Choice.LOCAL): QT_TRANSLATE_NOOP("messages", "Frühere Zeit behalten"),
    (ProblemKind.QUARANTINE, Choice.IGNORE): QT_TRANSLATE_NOOP("messages", "Zur Kenntnis genommen"),
    (ProblemKind.RESTORE_PREVIEW, Choice.LOCAL): QT_TRANSLATE_NOOP("messages", "Stand der Sicherung behalten"),
    (ProblemKind.RESTORE_PREVIEW, Choice.GOOGLE): QT_TRANSLATE_NOOP("messages", "Stand von Google übernehmen"),
}


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
    return _say(_STATUS_ADVICE[status]) if status in _STATUS_ADVICE else ""


class _Gaps(dict[str, str]):
    """A sentence with a gap is better than none."""

    def __missing__(self, key: str) -> str:
        return "…"


def _fill(sentence: str, params: Mapping[str, Any], zone: tzinfo | None) -> str:
    values = {key: datetime.fromisoformat(value) if key in _INSTANTS else value for key, value in params.items()}
    shown = {key: _show(value, zone) for key, value in values.items()}
    if "field" in params:
        shown["field"] = _say(_FIELDS.get(shown["field"], shown["field"]))
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
