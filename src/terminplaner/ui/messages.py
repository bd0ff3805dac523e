"""The one catalogue: codes and their parameters become sentences.

Each sentence says what is wrong and what to do.  QtCore only, because the command line speaks with it as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from typing import Any

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink, Choice, LinkStatus, ProblemKind, SyncRun
from terminplaner.domain.changes import Origin
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Role
from terminplaner.domain.when import AllDay, When
from terminplaner.services.planning import PlanningWarning, WarningCode

_CONTEXT = "messages"


def QT_TRANSLATE_NOOP(_context: str, sentence: str) -> str:  # the name lupdate looks for
    """Mark a sentence for translation; PySide6's own is typed to return ``object``."""
    return sentence


SENTENCES: Mapping[str, str] = {
    # -- anything
    "error": QT_TRANSLATE_NOOP("messages", "Das ist fehlgeschlagen. Bitte versuchen Sie es erneut."),
    "cancelled": QT_TRANSLATE_NOOP("messages", "Der Vorgang wurde abgebrochen."),
    "invalid_input": QT_TRANSLATE_NOOP(
        "messages", "Diese Eingabe ist nicht gültig. Bitte prüfen Sie Ihre Angaben."
    ),
    "not_found": QT_TRANSLATE_NOOP(
        "messages", "Der Eintrag ist nicht mehr vorhanden. Bitte laden Sie die Ansicht neu."
    ),
    "permission_denied": QT_TRANSLATE_NOOP(
        "messages", "Dafür fehlt Ihnen die Berechtigung. Bitte wenden Sie sich an einen Administrator."
    ),
    "login_failed": QT_TRANSLATE_NOOP(
        "messages", "Benutzername oder Passwort stimmen nicht. Bitte versuchen Sie es erneut."
    ),
    "stale_revision": QT_TRANSLATE_NOOP(
        "messages",
        "Der Eintrag wurde inzwischen an anderer Stelle geändert. Bitte laden Sie ihn neu und wiederholen Sie "
        "Ihre Änderung.",
    ),
    # -- input
    "field_missing": QT_TRANSLATE_NOOP("messages", "Bitte füllen Sie das Feld „{field}“ aus."),
    "number_out_of_range": QT_TRANSLATE_NOOP(
        "messages", "„{field}“ muss zwischen {low} und {high} liegen. Bitte ändern Sie den Wert."
    ),
    "name_taken": QT_TRANSLATE_NOOP(
        "messages", "Die Bezeichnung „{name}“ ist schon vergeben. Bitte wählen Sie eine andere."
    ),
    "end_before_start": QT_TRANSLATE_NOOP(
        "messages", "Das Ende liegt vor dem Beginn. Bitte ändern Sie die Zeiten."
    ),
    "naive_instant": QT_TRANSLATE_NOOP("messages", "Die Zeitangabe nennt keine Zeitzone. Bitte ergänzen Sie sie."),
    "nonexistent_local_time": QT_TRANSLATE_NOOP(
        "messages",
        "Diese Uhrzeit gibt es an diesem Tag nicht, weil die Uhr auf Sommerzeit umgestellt wird ({time}). Bitte "
        "wählen Sie eine andere.",
    ),
    "unknown_setting": QT_TRANSLATE_NOOP(
        "messages", "Die Einstellung „{key}“ gibt es nicht. Bekannt sind: {known}."
    ),
    "setting_value": QT_TRANSLATE_NOOP(
        "messages", "„{value}“ passt nicht zur Einstellung „{key}“. Erlaubt sind: {allowed}."
    ),
    # -- appointments
    "resource_missing": QT_TRANSLATE_NOOP(
        "messages", "Der Termin braucht mindestens eine Ressource. Bitte wählen Sie eine aus."
    ),
    "customer_unknown": QT_TRANSLATE_NOOP(
        "messages", "Bitte wählen Sie den Kunden aus der Liste, oder legen Sie ihn neu an."
    ),
    "capacity_exceeded": QT_TRANSLATE_NOOP(
        "messages",
        "„{resource}“ ist zu dieser Zeit schon belegt: {colliding}. Bitte wählen Sie eine andere Zeit oder eine "
        "andere Ressource.",
    ),
    "read_only_appointment": QT_TRANSLATE_NOOP(
        "messages",
        "Dieser Termin gehört einem Google-Kalender und kann hier nur angesehen werden. Bitte ändern Sie ihn in "
        "Google.",
    ),
    "may_not_plan": QT_TRANSLATE_NOOP(
        "messages",
        "Sie dürfen für „{resource}“ keine Termine planen. Bitte wenden Sie sich an einen Administrator.",
    ),
    "may_not_link": QT_TRANSLATE_NOOP(
        "messages",
        "Sie dürfen „{resource}“ nicht mit Google verknüpfen. Bitte wenden Sie sich an einen Administrator.",
    ),
    "nothing_to_undo": QT_TRANSLATE_NOOP("messages", "Es gibt nichts rückgängig zu machen."),
    "nothing_to_redo": QT_TRANSLATE_NOOP("messages", "Es gibt nichts zu wiederholen."),
    # -- master data
    "resource_is_linked": QT_TRANSLATE_NOOP(
        "messages",
        "„{resource}“ ist mit einem Google-Kalender verknüpft. Bitte lösen Sie zuerst die Verknüpfung.",
    ),
    "resource_not_linked": QT_TRANSLATE_NOOP(
        "messages", "„{resource}“ ist mit keinem Google-Kalender verknüpft. Bitte starten Sie zuerst die Freigabe."
    ),
    "resource_has_future_appointments": QT_TRANSLATE_NOOP(
        "messages",
        "„{resource}“ hat noch {count} künftige Termine. Bitte verschieben oder stornieren Sie sie zuerst.",
    ),
    # -- this workstation
    "storage": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datenbank ist gerade nicht erreichbar. Bitte prüfen Sie die Verbindung und versuchen Sie es erneut.",
    ),
    "lease_lost": QT_TRANSLATE_NOOP(
        "messages",
        "Ein anderer Arbeitsplatz hat die Synchronisation übernommen. Es ist nichts weiter zu tun.",
    ),
    "profile_not_writable": QT_TRANSLATE_NOOP(
        "messages",
        "In den Ordner „{path}“ kann nicht geschrieben werden ({reason}). Bitte prüfen Sie die Zugriffsrechte.",
    ),
    "already_running": QT_TRANSLATE_NOOP(
        "messages",
        "Terminplaner ist an diesem Arbeitsplatz schon geöffnet. Bitte wechseln Sie zum offenen Fenster.",
    ),
    "secret_store": QT_TRANSLATE_NOOP(
        "messages",
        "Die Schlüsselverwaltung dieses Rechners ist nicht nutzbar. Bitte richten Sie einen Schlüsselbund ein.",
    ),
    "keyring_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Auf diesem Rechner ist kein Schlüsselbund eingerichtet. Ohne ihn kann keine Freigabe gespeichert werden; "
        "bitte richten Sie einen ein oder geben Sie ausdrücklich eine Schlüsseldatei an.",
    ),
    "keyring_failed": QT_TRANSLATE_NOOP(
        "messages",
        "Der Schlüsselbund dieses Rechners antwortet nicht ({reason}). Bitte entsperren Sie ihn und versuchen "
        "Sie es erneut.",
    ),
    "keyring_forgets": QT_TRANSLATE_NOOP(
        "messages",
        "Der Schlüsselbund dieses Rechners hat den Schlüssel nicht behalten. Bitte prüfen Sie seine Einrichtung.",
    ),
    "key_file_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Die Schlüsseldatei „{path}“ ist nicht lesbar oder beschädigt. Bitte prüfen Sie Pfad und Zugriffsrechte.",
    ),
    "key_file_unwritable": QT_TRANSLATE_NOOP(
        "messages",
        "Die Schlüsseldatei „{path}“ kann nicht geschrieben werden. Bitte prüfen Sie Pfad und Zugriffsrechte.",
    ),
    # -- Google
    "google": QT_TRANSLATE_NOOP(
        "messages", "Google hat die Anfrage nicht angenommen. Bitte versuchen Sie es später erneut."
    ),
    "consent": QT_TRANSLATE_NOOP(
        "messages", "Die Freigabe wurde nicht abgeschlossen. Bitte starten Sie sie erneut."
    ),
    "calendar_refused": QT_TRANSLATE_NOOP(
        "messages", "Dieser Kalender kann nicht verknüpft werden. Bitte wählen Sie einen anderen."
    ),
    "offline": QT_TRANSLATE_NOOP(
        "messages",
        "Google ist gerade nicht erreichbar. Die Termine bleiben hier gespeichert und werden nachgereicht.",
    ),
    "needs_consent": QT_TRANSLATE_NOOP(
        "messages",
        "Die Freigabe bei Google gilt nicht mehr. Bitte starten Sie sie in der Administration über die Lupe "
        "erneut.",
    ),
    # -- consent and linking
    "consent_page_title": QT_TRANSLATE_NOOP("messages", "Terminplaner"),
    "consent_page_granted": QT_TRANSLATE_NOOP(
        "messages", "Die Freigabe wurde erteilt. Sie können dieses Fenster schließen."
    ),
    "consent_page_refused": QT_TRANSLATE_NOOP(
        "messages",
        "Die Freigabe wurde nicht abgeschlossen. Wie es weitergeht, steht im Terminplaner. Sie können dieses "
        "Fenster schließen.",
    ),
    "consent_denied": QT_TRANSLATE_NOOP(
        "messages",
        "Die Freigabe wurde im Browser abgelehnt. Es wurde nichts gespeichert; Sie können sie jederzeit "
        "erneut starten.",
    ),
    "consent_timeout": QT_TRANSLATE_NOOP(
        "messages",
        "Innerhalb von {minutes} Minuten kam keine Antwort aus dem Browser. Bitte starten Sie die Freigabe "
        "erneut.",
    ),
    "consent_cancelled": QT_TRANSLATE_NOOP(
        "messages", "Die Freigabe wurde abgebrochen. Es wurde nichts gespeichert."
    ),
    "consent_failed": QT_TRANSLATE_NOOP(
        "messages", "Google hat die Freigabe nicht abgeschlossen ({reason}). Bitte starten Sie sie erneut."
    ),
    "admin_policy_enforced": QT_TRANSLATE_NOOP(
        "messages",
        "Der Administrator Ihres Google-Kontos erlaubt diese Freigabe nicht. Bitte wenden Sie sich an ihn "
        "oder nehmen Sie ein anderes Konto.",
    ),
    "org_internal": QT_TRANSLATE_NOOP(
        "messages",
        "Diese Freigabe ist nur für Konten einer bestimmten Organisation vorgesehen. Bitte nehmen Sie ein "
        "Konto dieser Organisation oder eine andere Client-Datei.",
    ),
    "scope_missing_created": QT_TRANSLATE_NOOP(
        "messages",
        "Der Haken „Sekundäre Google-Kalender erstellen und Termine darin bearbeiten“ fehlte; ohne ihn ist "
        "keine Synchronisation möglich. Es wurde nichts gespeichert. Bitte starten Sie die Freigabe erneut "
        "und setzen Sie beide Haken.",
    ),
    "scope_missing_list": QT_TRANSLATE_NOOP(
        "messages",
        "Der Haken „Die Liste der Google-Kalender ansehen“ fehlte; er wird für einen vorhandenen Kalender "
        "gebraucht. Bitte starten Sie die Freigabe erneut und setzen Sie alle Haken.",
    ),
    "scope_missing_owned": QT_TRANSLATE_NOOP(
        "messages",
        "Der Haken „Termine in eigenen Google-Kalendern bearbeiten“ fehlte; er wird für einen vorhandenen "
        "Kalender gebraucht. Bitte starten Sie die Freigabe erneut und setzen Sie alle Haken.",
    ),
    "no_refresh_token": QT_TRANSLATE_NOOP(
        "messages", "Google hat keine dauerhafte Freigabe erteilt. Bitte starten Sie die Freigabe erneut."
    ),
    "token_exchange_failed": QT_TRANSLATE_NOOP(
        "messages",
        "Google hat die Antwort aus dem Browser nicht angenommen ({reason}). Bitte starten Sie die Freigabe "
        "erneut.",
    ),
    "account_unknown": QT_TRANSLATE_NOOP(
        "messages",
        "Das Google-Konto ließ sich nicht feststellen. Es wurde nichts gespeichert; bitte starten Sie die "
        "Freigabe erneut.",
    ),
    "chain_key_missing": QT_TRANSLATE_NOOP(
        "messages",
        "An diesem Arbeitsplatz fehlt der Schlüssel der Filialkette. Bitte übernehmen Sie die Schlüsseldatei "
        "eines verbundenen Arbeitsplatzes, oder ziehen Sie die bestehenden Zustimmungen zurück und verbinden "
        "Sie neu.",
    ),
    "chain_key_wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Der Schlüssel an diesem Arbeitsplatz passt nicht zu dieser Filialkette. Bitte übernehmen Sie die "
        "Schlüsseldatei eines verbundenen Arbeitsplatzes, oder ziehen Sie die bestehenden Zustimmungen "
        "zurück und verbinden Sie neu.",
    ),
    "client_file_missing": QT_TRANSLATE_NOOP(
        "messages",
        "Es ist keine OAuth-Client-Datei von Google hinterlegt. Bitte importieren Sie sie in der "
        "Filialverwaltung unter Termine.",
    ),
    "client_file_invalid": QT_TRANSLATE_NOOP(
        "messages",
        "Die OAuth-Client-Datei ist unbrauchbar. Bitte importieren Sie die Datei, die Google für eine "
        "„Desktop-App“ ausgibt.",
    ),
    "client_file_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Die OAuth-Client-Datei „{path}“ kann nicht gelesen werden. Bitte prüfen Sie Pfad und Zugriffsrechte.",
    ),
    "client_refused": QT_TRANSLATE_NOOP(
        "messages",
        "Google nimmt die OAuth-Client-Datei nicht an ({error}). Bitte prüfen Sie sie in der Google Cloud "
        "Console.",
    ),
    "calendar_api_disabled": QT_TRANSLATE_NOOP(
        "messages",
        "Für die OAuth-Client-Datei ist die Google Calendar API nicht eingeschaltet. Bitte schalten Sie sie "
        "in der Google Cloud Console ein.",
    ),
    "insecure_address": QT_TRANSLATE_NOOP(
        "messages",
        "Die Adresse „{address}“ ist unverschlüsselt; erlaubt ist das nur für diesen Rechner selbst. Bitte "
        "verwenden Sie https.",
    ),
    "clock_wrong": QT_TRANSLATE_NOOP(
        "messages",
        "Die Uhr dieses Rechners geht um {minutes} Minuten falsch, deshalb nimmt Google die Anmeldung nicht "
        "an. Bitte stellen Sie die Uhr.",
    ),
    "offline_dns": QT_TRANSLATE_NOOP(
        "messages", "Google ist nicht zu finden. Bitte prüfen Sie die Internetverbindung."
    ),
    "offline_refused": QT_TRANSLATE_NOOP(
        "messages", "Die Verbindung zu Google wurde abgelehnt. Bitte prüfen Sie Internetverbindung und Firewall."
    ),
    "offline_timeout": QT_TRANSLATE_NOOP(
        "messages", "Google antwortet nicht rechtzeitig. Bitte versuchen Sie es später erneut."
    ),
    "offline_dropped": QT_TRANSLATE_NOOP(
        "messages", "Die Verbindung zu Google ist abgerissen. Bitte versuchen Sie es erneut."
    ),
    "offline_certificate": QT_TRANSLATE_NOOP(
        "messages",
        "Das Zertifikat der Verbindung zu Google ist nicht vertrauenswürdig. Bitte prüfen Sie Virenscanner, "
        "Proxy und die Uhr dieses Rechners.",
    ),
    "offline_proxy": QT_TRANSLATE_NOOP(
        "messages",
        "Der eingestellte Proxy ist nicht erreichbar oder verweigert die Verbindung. Bitte prüfen Sie die "
        "Proxy-Einstellungen.",
    ),
    "google_busy": QT_TRANSLATE_NOOP(
        "messages",
        "Google nimmt gerade keine weiteren Anfragen an. Bitte versuchen Sie es in einigen Minuten erneut.",
    ),
    "google_refused": QT_TRANSLATE_NOOP(
        "messages", "Google hat die Anfrage abgelehnt ({status} {reason}). Bitte versuchen Sie es erneut."
    ),
    "calendar_is_primary": QT_TRANSLATE_NOOP(
        "messages",
        "Der Hauptkalender eines Google-Kontos kann nicht verknüpft werden, damit keine privaten Termine "
        "verloren gehen. Bitte wählen Sie einen anderen Kalender oder legen Sie einen neuen an.",
    ),
    "calendar_not_owned": QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender „{calendar}“ gehört diesem Google-Konto nicht. Bitte wählen Sie einen eigenen Kalender.",
    ),
    "calendar_linked_elsewhere": QT_TRANSLATE_NOOP(
        "messages",
        "Dieser Kalender ist schon mit „{resource}“ verknüpft. Bitte wählen Sie einen anderen oder lösen Sie "
        "zuerst diese Verknüpfung.",
    ),
    "calendar_not_found": QT_TRANSLATE_NOOP(
        "messages",
        "Diesen Kalender gibt es in dem Google-Konto nicht. Bitte prüfen Sie die ID oder wählen Sie einen "
        "anderen.",
    ),
    "calendar_needs_consent": QT_TRANSLATE_NOOP(
        "messages", "Für einen Kalender, den Terminplaner nicht angelegt hat, ist eine weitere Freigabe nötig."
    ),
    "calendar_creation_unclear": QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender „{name}“ wurde vielleicht schon angelegt. Bitte starten Sie die Freigabe erneut und "
        "setzen Sie beide Haken, damit er gefunden werden kann.",
    ),
    "link_connected": QT_TRANSLATE_NOOP(
        "messages", "„{resource}“ ist jetzt mit dem Google-Kalender „{calendar}“ verknüpft."
    ),
    "link_not_made": QT_TRANSLATE_NOOP("messages", "Es wurde nichts verknüpft."),
    "calendar_emptied_not_linked": QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender „{calendar}“ wurde geleert, aber nicht verknüpft. Die Sicherung liegt unter „{path}“.",
    ),
    "emptying_cancelled": QT_TRANSLATE_NOOP(
        "messages", "Das Löschen wurde abgebrochen. Was schon gelöscht ist, liegt in der Sicherung „{path}“."
    ),
    "events_kept": QT_TRANSLATE_NOOP(
        "messages", "Einige Termine ({count}) wurden nach der Sicherung geändert und sind deshalb geblieben."
    ),
    "consent_kept": QT_TRANSLATE_NOOP("messages", "Die Zustimmung besteht weiter."),
    "consent_revoked": QT_TRANSLATE_NOOP(
        "messages",
        "Die Zustimmung wurde zurückgezogen. Beendete Verknüpfungen: {resources}. Die Termine bleiben auf "
        "beiden Seiten erhalten.",
    ),
    "consent_revoked_unlinked": QT_TRANSLATE_NOOP(
        "messages", "Die Zustimmung wurde zurückgezogen. Die Termine bleiben auf beiden Seiten erhalten."
    ),
    # -- the command line
    "defect": QT_TRANSLATE_NOOP(
        "messages",
        "Im Programm ist ein unerwarteter Fehler aufgetreten ({kind}). Mit --debug zeigt es den technischen "
        "Hintergrund; bitte geben Sie ihn an den Support weiter.",
    ),
    "no_chain": QT_TRANSLATE_NOOP(
        "messages",
        "In dieser Datenbank gibt es noch keine Filialkette. Bitte legen Sie sie mit „terminplaner init“ an.",
    ),
    "chain_founded": QT_TRANSLATE_NOOP("messages", "Die Filialkette wurde angelegt."),
    "chain_exists": QT_TRANSLATE_NOOP(
        "messages",
        "Die Filialkette ist schon angelegt; es wurde nichts geändert.",
    ),
    "unknown_resource": QT_TRANSLATE_NOOP(
        "messages",
        "Eine Ressource „{resource}“ gibt es nicht. „terminplaner resource list“ zeigt alle.",
    ),
    "unknown_list_entry": QT_TRANSLATE_NOOP(
        "messages",
        "„{name}“ steht nicht in der Liste {list}. Möglich sind: {known}.",
    ),
    "unknown_customer_number": QT_TRANSLATE_NOOP(
        "messages",
        "Einen Kunden mit der Nummer {number} gibt es nicht. Bitte prüfen Sie die Nummer oder geben Sie den "
        "Namen an.",
    ),
    "customer_ambiguous": QT_TRANSLATE_NOOP(
        "messages",
        "Mehrere Kunden heißen „{name}“. Bitte geben Sie die Kundennummer an: {numbers}.",
    ),
    "not_a_time": QT_TRANSLATE_NOOP(
        "messages",
        "„{text}“ ist keine Zeitangabe. Bitte schreiben Sie sie wie 2026-11-23T10:30.",
    ),
    "not_a_date": QT_TRANSLATE_NOOP(
        "messages",
        "„{text}“ ist kein Datum. Bitte schreiben Sie es wie 2026-11-23.",
    ),
    "not_an_id": QT_TRANSLATE_NOOP(
        "messages",
        "„{text}“ ist keine Kennung. Die Kennungen stehen in der Ausgabe mit --json.",
    ),
    "end_missing": QT_TRANSLATE_NOOP("messages", "Das Ende fehlt. Bitte geben Sie --end oder --minutes an."),
    "confirmation_needed": QT_TRANSLATE_NOOP(
        "messages",
        "Diese Verknüpfung braucht eine Bestätigung. Bitte rufen Sie den Befehl mit --yes oder in einem "
        "Terminal auf.",
    ),
    "not_confirmed": QT_TRANSLATE_NOOP(
        "messages",
        "Es wurde nicht bestätigt; es wurde nichts geändert. Mit „ja“ oder --yes stimmen Sie zu.",
    ),
    "confirm_link": QT_TRANSLATE_NOOP(
        "messages",
        "Kalender „{calendar}“: {adopted} Termine sind auf beiden Seiten, {imported} kommen aus Google, "
        "{to_push} gehen zu Google. Verknüpfen? (ja/nein)",
    ),
    "confirm_emptying": QT_TRANSLATE_NOOP(
        "messages",
        "Alle {count} Termine im Kalender „{calendar}“ werden nach einer Sicherung gelöscht. Fortfahren? "
        "(ja/nein)",
    ),
    "calendar_emptied": QT_TRANSLATE_NOOP(
        "messages",
        "Der Kalender „{calendar}“ ist geleert: {deleted} Termine gelöscht, {kept} behalten, weil sie "
        "inzwischen geändert wurden. Die Sicherung liegt in {path}.",
    ),
    "second_consent": QT_TRANSLATE_NOOP(
        "messages",
        "Den Kalender „{calendar}“ hat nicht Terminplaner angelegt. Dafür ist eine zweite Freigabe nötig, "
        "die auch Termine eigener Kalender umfasst.",
    ),
    "browser_not_opened": QT_TRANSLATE_NOOP(
        "messages",
        "Der Browser ließ sich nicht öffnen. Bitte öffnen Sie diese Adresse auf diesem Computer: {address}",
    ),
    "link_ended": QT_TRANSLATE_NOOP(
        "messages",
        "Die Verknüpfung von „{resource}“ ist beendet. Die Termine bleiben auf beiden Seiten.",
    ),
    "google_sync_is_off": QT_TRANSLATE_NOOP(
        "messages",
        "Die Synchronisation ist ausgeschaltet. Bitte schalten Sie sie in der Filialverwaltung oder mit "
        "„terminplaner settings set google_sync on“ ein.",
    ),
    "backup_written": QT_TRANSLATE_NOOP("messages", "Die Sicherung liegt in {path}."),
    "restored": QT_TRANSLATE_NOOP(
        "messages",
        "Die Sicherung ist zurückgespielt. Der vorherige Stand liegt in {path}.",
    ),
    "file_exists": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datei {path} gibt es schon. Bitte wählen Sie einen anderen Namen.",
    ),
    "file_not_writable": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datei {path} lässt sich nicht schreiben. Bitte prüfen Sie Ordner und Rechte.",
    ),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "messages",
        "Die Datei {path} lässt sich nicht lesen. Bitte prüfen Sie Name und Rechte.",
    ),
    "links_need_attention": QT_TRANSLATE_NOOP(
        "messages",
        "Diese Verknüpfungen brauchen jemanden: {resources}. „terminplaner problems list“ zeigt, was zu "
        "entscheiden ist.",
    ),
    "check_database": QT_TRANSLATE_NOOP("messages", "Die Datenbank antwortet."),
    "check_keyring": QT_TRANSLATE_NOOP("messages", "Der Schlüsselspeicher ist benutzbar."),
    "check_google_client": QT_TRANSLATE_NOOP("messages", "Die OAuth-Client-Datei ist in Ordnung."),
    "check_network": QT_TRANSLATE_NOOP("messages", "Google ist erreichbar, und die Uhr stimmt."),
    "check_links": QT_TRANSLATE_NOOP("messages", "Alle Verknüpfungen sind in Ordnung."),
}

_WARNINGS: Mapping[WarningCode, str] = {
    WarningCode.OUTSIDE_AVAILABILITY: QT_TRANSLATE_NOOP(
        "messages", "„{resource}“ ist zu dieser Zeit nicht verfügbar."
    ),
    WarningCode.HOLIDAY: QT_TRANSLATE_NOOP("messages", "Der {day} ist ein Feiertag ({name})."),
    WarningCode.OFF_STEP: QT_TRANSLATE_NOOP(
        "messages", "Der Beginn liegt nicht im Raster von „{resource}“ ({minutes} Minuten)."
    ),
    WarningCode.IN_THE_PAST: QT_TRANSLATE_NOOP("messages", "Der Termin liegt in der Vergangenheit."),
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
    Role.EMPLOYEE: QT_TRANSLATE_NOOP("messages", "Mitarbeiter"),
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
}


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


def describe_origin(origin: Origin) -> str:
    return _say(_ORIGINS[origin])


_CHOICES_OF: Mapping[tuple[ProblemKind, Choice], str] = {
    (ProblemKind.DELETED_IN_GOOGLE, Choice.APPLY): QT_TRANSLATE_NOOP("messages", "Hier auch stornieren"),
    (ProblemKind.DELETED_IN_GOOGLE, Choice.RESTORE): QT_TRANSLATE_NOOP("messages", "In Google wieder eintragen"),
    (ProblemKind.BRAKE, Choice.APPLY): QT_TRANSLATE_NOOP("messages", "Löschungen ausführen"),
    (ProblemKind.BRAKE, Choice.RESTORE): QT_TRANSLATE_NOOP("messages", "Nichts löschen, wiederherstellen"),
    (ProblemKind.BRAKE, Choice.IGNORE): QT_TRANSLATE_NOOP("messages", "Später entscheiden"),
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
    return _say(sentence).format_map(_Gaps({key: _show(value, zone) for key, value in params.items()}))


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
        case tuple() | list():
            return "; ".join(_show(item, zone) for item in value)
        case str() if value in _FIELDS:
            return _say(_FIELDS[value])
        case _:
            return str(value)
