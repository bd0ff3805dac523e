"""The words for what the domain knows by name: warnings, statuses, problems, commands, roles.

Tables only; ``messages`` looks them up and translates.
"""

from __future__ import annotations

from collections.abc import Mapping

from terminplaner.domain.absence import AbsenceKind
from terminplaner.domain.calendar_link import Choice, LinkStatus, ProblemKind
from terminplaner.domain.changes import Origin
from terminplaner.domain.people import Role
from terminplaner.services.checks import WarningCode
from terminplaner.ui.sentences import QT_TRANSLATE_NOOP, SENTENCES

WARNINGS: Mapping[WarningCode, str] = {
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

STATUSES: Mapping[LinkStatus, str] = {
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

STATUS_ADVICE: Mapping[LinkStatus, str] = {
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

PROBLEMS: Mapping[ProblemKind, tuple[str, str]] = {
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

CHOICES: Mapping[Choice, str] = {
    Choice.LOCAL: QT_TRANSLATE_NOOP("messages", "Terminplaner-Fassung behalten"),
    Choice.GOOGLE: QT_TRANSLATE_NOOP("messages", "Googles Fassung übernehmen"),
    Choice.BOTH: QT_TRANSLATE_NOOP("messages", "Beide behalten"),
    Choice.APPLY: QT_TRANSLATE_NOOP("messages", "Übernehmen"),
    Choice.RESTORE: QT_TRANSLATE_NOOP("messages", "Wiederherstellen"),
    Choice.IGNORE: QT_TRANSLATE_NOOP("messages", "So lassen"),
}

COMMANDS: Mapping[str, str] = {
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

ACTIONS: Mapping[str, str] = {
    "created": QT_TRANSLATE_NOOP("messages", "Angelegt"),
    "updated": QT_TRANSLATE_NOOP("messages", "Geändert"),
    "cancelled": QT_TRANSLATE_NOOP("messages", "Storniert"),
    "deleted": QT_TRANSLATE_NOOP("messages", "Gelöscht"),
    "conflicts": QT_TRANSLATE_NOOP("messages", "Auf beiden Seiten geändert"),
    "quarantined": QT_TRANSLATE_NOOP("messages", "Nicht übertragen"),
}

ROLES: Mapping[Role, str] = {
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("messages", "Administrator"),
    Role.PLANNER: QT_TRANSLATE_NOOP("messages", "Planer"),
    Role.BOOKER: QT_TRANSLATE_NOOP("messages", "Terminvergabe"),
    Role.BOOKER_IN_HOURS: QT_TRANSLATE_NOOP("messages", "Terminvergabe in Arbeitszeiten"),
    Role.EMPLOYEE: QT_TRANSLATE_NOOP("messages", "Mitarbeiter"),
    Role.READER: QT_TRANSLATE_NOOP("messages", "Nur lesen"),
}

ALLOWANCES: Mapping[Role, str] = {
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

ABSENCES: Mapping[AbsenceKind, str] = {
    AbsenceKind.VACATION: QT_TRANSLATE_NOOP("messages", "Urlaub"),
    AbsenceKind.SICKNESS: QT_TRANSLATE_NOOP("messages", "Krank"),
    AbsenceKind.TRAINING: QT_TRANSLATE_NOOP("messages", "Schulung"),
    AbsenceKind.CLOSURE: QT_TRANSLATE_NOOP("messages", "Betriebsschließung"),
    AbsenceKind.OTHER: QT_TRANSLATE_NOOP("messages", "Sonstiges"),
}

ORIGINS: Mapping[Origin, str] = {
    Origin.USER: QT_TRANSLATE_NOOP("messages", "Terminplaner"),
    Origin.COMMAND_LINE: QT_TRANSLATE_NOOP("messages", "Kommandozeile"),
    Origin.GOOGLE: QT_TRANSLATE_NOOP("messages", "Google"),
    Origin.IMPORT: QT_TRANSLATE_NOOP("messages", "Import"),
    Origin.UNDO: QT_TRANSLATE_NOOP("messages", "Rückgängig"),
    Origin.SYSTEM: QT_TRANSLATE_NOOP("messages", "System"),
}

FIELDS: Mapping[str, str] = {
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

CHOICES_OF: Mapping[tuple[ProblemKind, Choice], str] = {
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
