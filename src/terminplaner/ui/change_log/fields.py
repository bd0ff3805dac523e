"""What the fields of everything people keep are called on screen, and the words of a list for their values."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.appointment import AppointmentOrigin
from terminplaner.domain.chain import ColorBy, DeletionPolicy, PrivacyLevel
from terminplaner.domain.changes import Entity
from terminplaner.domain.people import User
from terminplaner.domain.resource import Combination, SyncDirection, WeekOfMonth
from terminplaner.domain.view import PlannerView, ViewKind
from terminplaner.domain.waiting_list import Priority
from terminplaner.ui.sentences import QT_TRANSLATE_NOOP

_CONTEXT = "ChangeLogFields"


UNSPOKEN = frozenset(
    {
        "id",
        "revision",
        "created_at",
        "created_by",
        "modified_at",
        "modified_by",
        "cancelled_at",
        "cancelled_by",
        "deleted_at",
        "former_status_id",
        "ical_uid",
        "series_id",
        "appointment_id",
        "settled_at",
        "position",
        "pattern",
        "generated_until_on",
    }
)
"""What the program keeps by itself, and what the word for the whole change says already."""

NAMES: Mapping[str, str] = {
    "address": QT_TRANSLATE_NOOP("ChangeLogFields", "Adresse"),
    "allow_overbooking": QT_TRANSLATE_NOOP("ChangeLogFields", "Überbuchen von Ressourcen zulassen"),
    "allows_caldav": QT_TRANSLATE_NOOP("ChangeLogFields", "Terminsynchronisation erlaubt"),
    "allows_online_booking": QT_TRANSLATE_NOOP("ChangeLogFields", "Online Terminplanung erlaubt"),
    "birth_on": QT_TRANSLATE_NOOP("ChangeLogFields", "Geburtsdatum"),
    "branch_id": QT_TRANSLATE_NOOP("ChangeLogFields", "Filiale"),
    "branch_ids": QT_TRANSLATE_NOOP("ChangeLogFields", "Filialen"),
    "calendar_period_until_on": QT_TRANSLATE_NOOP("ChangeLogFields", "Kalenderperiode bis"),
    "capacity": QT_TRANSLATE_NOOP("ChangeLogFields", "Kapazität"),
    "chain_name": QT_TRANSLATE_NOOP("ChangeLogFields", "Name der Filialkette"),
    "color": QT_TRANSLATE_NOOP("ChangeLogFields", "Farbe"),
    "color_by": QT_TRANSLATE_NOOP("ChangeLogFields", "Farbe der Termine nach"),
    "columns": QT_TRANSLATE_NOOP("ChangeLogFields", "Spalten"),
    "combination": QT_TRANSLATE_NOOP("ChangeLogFields", "Ressourcen zusammen"),
    "comment": QT_TRANSLATE_NOOP("ChangeLogFields", "Kommentar"),
    "copy_repeatedly": QT_TRANSLATE_NOOP("ChangeLogFields", "Termin kopieren, startet Mehrfachkopie"),
    "customer_id": QT_TRANSLATE_NOOP("ChangeLogFields", "Kunde"),
    "day": QT_TRANSLATE_NOOP("ChangeLogFields", "Tag"),
    "days": QT_TRANSLATE_NOOP("ChangeLogFields", "Tage"),
    "description": QT_TRANSLATE_NOOP("ChangeLogFields", "Beschreibung"),
    "duration_minutes": QT_TRANSLATE_NOOP("ChangeLogFields", "Dauer (Minuten)"),
    "easter_offset_days": QT_TRANSLATE_NOOP("ChangeLogFields", "Tage nach Ostersonntag"),
    "email": QT_TRANSLATE_NOOP("ChangeLogFields", "E-Mail"),
    "employee_id": QT_TRANSLATE_NOOP("ChangeLogFields", "Mitarbeiter"),
    "ends_at": QT_TRANSLATE_NOOP("ChangeLogFields", "Ende"),
    "federal_state": QT_TRANSLATE_NOOP("ChangeLogFields", "Bundesland"),
    "first_name": QT_TRANSLATE_NOOP("ChangeLogFields", "Vorname"),
    "follow_up_minutes": QT_TRANSLATE_NOOP("ChangeLogFields", "Nachbereitung (Minuten)"),
    "from_on": QT_TRANSLATE_NOOP("ChangeLogFields", "Ab"),
    "google_all_day_busy": QT_TRANSLATE_NOOP("ChangeLogFields", "Ganztägige Termine aus Google belegen"),
    "google_allow_change": QT_TRANSLATE_NOOP("ChangeLogFields", "Termine aus Google ändern"),
    "google_allow_deletion": QT_TRANSLATE_NOOP("ChangeLogFields", "Termine aus Google löschen"),
    "google_client": QT_TRANSLATE_NOOP("ChangeLogFields", "Google-Client"),
    "google_deletions": QT_TRANSLATE_NOOP("ChangeLogFields", "Löschungen aus Google"),
    "google_free_events_busy": QT_TRANSLATE_NOOP("ChangeLogFields", "Freie Termine aus Google belegen"),
    "google_look_back_days": QT_TRANSLATE_NOOP("ChangeLogFields", "Zeitraum zurück (Tage)"),
    "google_privacy": QT_TRANSLATE_NOOP("ChangeLogFields", "Übertragene Angaben"),
    "google_sync": QT_TRANSLATE_NOOP("ChangeLogFields", "Mit Google Kalender synchronisieren"),
    "has_waiting_list": QT_TRANSLATE_NOOP("ChangeLogFields", "Warteliste"),
    "hide_customer_names": QT_TRANSLATE_NOOP("ChangeLogFields", "Kundenname ausblenden"),
    "includes_holidays": QT_TRANSLATE_NOOP("ChangeLogFields", "auch Feiertags"),
    "initials": QT_TRANSLATE_NOOP("ChangeLogFields", "Kürzel"),
    "interval_weeks": QT_TRANSLATE_NOOP("ChangeLogFields", "Alle … Wochen"),
    "is_available": QT_TRANSLATE_NOOP("ChangeLogFields", "verfügbar"),
    "is_detached": QT_TRANSLATE_NOOP("ChangeLogFields", "Einzeln geändert"),
    "is_home_visit": QT_TRANSLATE_NOOP("ChangeLogFields", "Hausbesuch"),
    "is_in_all_branches": QT_TRANSLATE_NOOP("ChangeLogFields", "Alle Filialen"),
    "is_parallel": QT_TRANSLATE_NOOP("ChangeLogFields", "Paralleltermin"),
    "is_private": QT_TRANSLATE_NOOP("ChangeLogFields", "Privat"),
    "is_read_only": QT_TRANSLATE_NOOP("ChangeLogFields", "schreibgeschützt"),
    "is_transparent": QT_TRANSLATE_NOOP("ChangeLogFields", "belegt die Zeit nicht"),
    "is_visible": QT_TRANSLATE_NOOP("ChangeLogFields", "Sichtbar"),
    "kind": QT_TRANSLATE_NOOP("ChangeLogFields", "Art"),
    "last_name": QT_TRANSLATE_NOOP("ChangeLogFields", "Nachname"),
    "matches_type": QT_TRANSLATE_NOOP("ChangeLogFields", "Nur Zeiten mit diesem Typ"),
    "means_cancelled": QT_TRANSLATE_NOOP("ChangeLogFields", "Termin findet nicht statt"),
    "min_step_minutes": QT_TRANSLATE_NOOP("ChangeLogFields", "Min. Schrittweite"),
    "mobile": QT_TRANSLATE_NOOP("ChangeLogFields", "Mobil"),
    "month": QT_TRANSLATE_NOOP("ChangeLogFields", "Monat"),
    "name": QT_TRANSLATE_NOOP("ChangeLogFields", "Bezeichnung"),
    "note": QT_TRANSLATE_NOOP("ChangeLogFields", "Notiz"),
    "number": QT_TRANSLATE_NOOP("ChangeLogFields", "Nummer"),
    "only_creator_cancels": QT_TRANSLATE_NOOP(
        "ChangeLogFields", "Termine nur durch den Ersteller oder einen Administrator löschen"
    ),
    "only_from_templates": QT_TRANSLATE_NOOP(
        "ChangeLogFields", "Termin ausschließlich über Terminvorlage erstellen"
    ),
    "opening_hours": QT_TRANSLATE_NOOP("ChangeLogFields", "Öffnungszeiten (Text)"),
    "opening_times": QT_TRANSLATE_NOOP("ChangeLogFields", "Öffnungszeiten"),
    "origin": QT_TRANSLATE_NOOP("ChangeLogFields", "Herkunft"),
    "password_hash": QT_TRANSLATE_NOOP("ChangeLogFields", "Passwort"),
    "phone": QT_TRANSLATE_NOOP("ChangeLogFields", "Telefon"),
    "pop_up": QT_TRANSLATE_NOOP("ChangeLogFields", "PopUp-Hinweis"),
    "preparation_is_for_customer": QT_TRANSLATE_NOOP(
        "ChangeLogFields", "Vor- und Nachbearbeitungszeiten beziehen sich auf den Kunden"
    ),
    "prepare_minutes": QT_TRANSLATE_NOOP("ChangeLogFields", "Vorbereitung (Minuten)"),
    "preset_user_as_second_resource": QT_TRANSLATE_NOOP(
        "ChangeLogFields", "Vorbelegung der zweiten Ressource mit aktuellem Benutzer"
    ),
    "priority": QT_TRANSLATE_NOOP("ChangeLogFields", "Priorität"),
    "raster_minutes": QT_TRANSLATE_NOOP("ChangeLogFields", "Raster"),
    "recurrence": QT_TRANSLATE_NOOP("ChangeLogFields", "Wiederholung"),
    "reminder_minutes": QT_TRANSLATE_NOOP("ChangeLogFields", "Terminerinnerung (Minuten)"),
    "require_type": QT_TRANSLATE_NOOP("ChangeLogFields", "Keine Vorauswahl des Typs für neuen Termin"),
    "resource_id": QT_TRANSLATE_NOOP("ChangeLogFields", "Ressource"),
    "resource_ids": QT_TRANSLATE_NOOP("ChangeLogFields", "Ressourcen"),
    "restrict_second_resource": QT_TRANSLATE_NOOP(
        "ChangeLogFields", "Auswahl der zweiten Ressource einschränken auf Orts- bzw. Personenressource"
    ),
    "role": QT_TRANSLATE_NOOP("ChangeLogFields", "Rolle"),
    "second_resource_id": QT_TRANSLATE_NOOP("ChangeLogFields", "Ressource 2"),
    "show_customer_overlay": QT_TRANSLATE_NOOP(
        "ChangeLogFields", "Termine des aktuellen Kunden als Overlay im Terminplan einzeichnen"
    ),
    "show_customer_pop_ups": QT_TRANSLATE_NOOP(
        "ChangeLogFields", "PopUp Hinweise zum Kunden beim Bearbeiten von Terminen zeigen"
    ),
    "shows_as_unavailable": QT_TRANSLATE_NOOP("ChangeLogFields", "Als nicht verfügbar anzeigen"),
    "shows_availability": QT_TRANSLATE_NOOP("ChangeLogFields", "Mit Verfügbarkeitsplaner"),
    "starts_at": QT_TRANSLATE_NOOP("ChangeLogFields", "Beginn"),
    "status_id": QT_TRANSLATE_NOOP("ChangeLogFields", "Status"),
    "step_minutes": QT_TRANSLATE_NOOP("ChangeLogFields", "Schrittweite Minuten"),
    "sync_direction": QT_TRANSLATE_NOOP("ChangeLogFields", "Richtung"),
    "sync_interval_minutes": QT_TRANSLATE_NOOP("ChangeLogFields", "Intervall (Minuten)"),
    "template_id": QT_TRANSLATE_NOOP("ChangeLogFields", "Terminvorlage"),
    "text": QT_TRANSLATE_NOOP("ChangeLogFields", "Text"),
    "title": QT_TRANSLATE_NOOP("ChangeLogFields", "Titel"),
    "type_id": QT_TRANSLATE_NOOP("ChangeLogFields", "Typ"),
    "until_on": QT_TRANSLATE_NOOP("ChangeLogFields", "Bis"),
    "use_preparation_times": QT_TRANSLATE_NOOP("ChangeLogFields", "Vor- und Nachbearbeitungszeiten verwenden"),
    "use_waiting_lists": QT_TRANSLATE_NOOP("ChangeLogFields", "Wartelisten verwenden"),
    "valid_from_on": QT_TRANSLATE_NOOP("ChangeLogFields", "Gültig ab"),
    "valid_until_on": QT_TRANSLATE_NOOP("ChangeLogFields", "Gültig bis"),
    "visible_branch_ids": QT_TRANSLATE_NOOP("ChangeLogFields", "Sichtbar in"),
    "warns_when_unavailable": QT_TRANSLATE_NOOP(
        "ChangeLogFields", "Warnen, wenn Termin bei Nichtverfügbarkeit erstellt wird"
    ),
    "week_of_month": QT_TRANSLATE_NOOP("ChangeLogFields", "Woche im Monat"),
    "weekday": QT_TRANSLATE_NOOP("ChangeLogFields", "Wochentag"),
    "weekdays": QT_TRANSLATE_NOOP("ChangeLogFields", "Wochentage"),
    "when": QT_TRANSLATE_NOOP("ChangeLogFields", "Zeit"),
    "zone": QT_TRANSLATE_NOOP("ChangeLogFields", "Zeitzone"),
}

_NAMES_OF: Mapping[tuple[type[Entity], str], str] = {
    (PlannerView, "text"): QT_TRANSLATE_NOOP("ChangeLogFields", "Überschrift"),
    (User, "name"): QT_TRANSLATE_NOOP("ChangeLogFields", "Benutzername"),
}

_VALUES: Mapping[tuple[type[Enum], str], str] = {
    (AppointmentOrigin, "LOCAL"): QT_TRANSLATE_NOOP("ChangeLogFields", "Terminplaner"),
    (AppointmentOrigin, "GOOGLE"): QT_TRANSLATE_NOOP("ChangeLogFields", "Google"),
    (AppointmentOrigin, "IMPORT"): QT_TRANSLATE_NOOP("ChangeLogFields", "Import"),
    (ColorBy, "TYPE"): QT_TRANSLATE_NOOP("ChangeLogFields", "Typ"),
    (ColorBy, "STATUS"): QT_TRANSLATE_NOOP("ChangeLogFields", "Status"),
    (ColorBy, "RESOURCE"): QT_TRANSLATE_NOOP("ChangeLogFields", "Ressource"),
    (Combination, "ANY"): QT_TRANSLATE_NOOP("ChangeLogFields", "eine davon"),
    (Combination, "ALL"): QT_TRANSLATE_NOOP("ChangeLogFields", "alle"),
    (Combination, "PERSON_AND_ROOM"): QT_TRANSLATE_NOOP("ChangeLogFields", "Person und Raum"),
    (DeletionPolicy, "APPLY"): QT_TRANSLATE_NOOP("ChangeLogFields", "Termin hier ohne Rückfrage stornieren"),
    (DeletionPolicy, "ASK_CUSTOMER"): QT_TRANSLATE_NOOP("ChangeLogFields", "Bei Terminen mit Kunden nachfragen"),
    (DeletionPolicy, "ASK"): QT_TRANSLATE_NOOP("ChangeLogFields", "Immer nachfragen"),
    (PrivacyLevel, "BUSY"): QT_TRANSLATE_NOOP("ChangeLogFields", "Nur „Belegt“"),
    (PrivacyLevel, "TYPE"): QT_TRANSLATE_NOOP("ChangeLogFields", "Typ des Termins"),
    (PrivacyLevel, "INITIALS"): QT_TRANSLATE_NOOP("ChangeLogFields", "Typ und Kürzel des Kunden"),
    (PrivacyLevel, "NAME"): QT_TRANSLATE_NOOP("ChangeLogFields", "Typ und Name des Kunden"),
    (Priority, "HIGH"): QT_TRANSLATE_NOOP("ChangeLogFields", "hoch"),
    (Priority, "NORMAL"): QT_TRANSLATE_NOOP("ChangeLogFields", "normal"),
    (Priority, "LOW"): QT_TRANSLATE_NOOP("ChangeLogFields", "niedrig"),
    (SyncDirection, "BOTH"): QT_TRANSLATE_NOOP("ChangeLogFields", "in beide Richtungen"),
    (SyncDirection, "TO_GOOGLE"): QT_TRANSLATE_NOOP("ChangeLogFields", "nur nach Google"),
    (SyncDirection, "FROM_GOOGLE"): QT_TRANSLATE_NOOP("ChangeLogFields", "nur von Google"),
    (WeekOfMonth, "FIRST"): QT_TRANSLATE_NOOP("ChangeLogFields", "erste"),
    (WeekOfMonth, "SECOND"): QT_TRANSLATE_NOOP("ChangeLogFields", "zweite"),
    (WeekOfMonth, "THIRD"): QT_TRANSLATE_NOOP("ChangeLogFields", "dritte"),
    (WeekOfMonth, "FOURTH"): QT_TRANSLATE_NOOP("ChangeLogFields", "vierte"),
    (WeekOfMonth, "LAST"): QT_TRANSLATE_NOOP("ChangeLogFields", "letzte"),
    (ViewKind, "RESOURCES"): QT_TRANSLATE_NOOP("ChangeLogFields", "Ressourcen nebeneinander"),
    (ViewKind, "DAYS"): QT_TRANSLATE_NOOP("ChangeLogFields", "Tage nebeneinander"),
}
"""By kind and name: members of different kinds can be equal."""


def describe_field(kind: type[Entity], field: str) -> str:
    """The label people know the field by."""
    return _say(_NAMES_OF.get((kind, field)) or NAMES.get(field, field))


def describe_value(value: Enum) -> str:
    """The word of a list for one of its members."""
    return _say(_VALUES.get((type(value), value.name), str(value.value)))


def _say(source: str) -> str:
    return QCoreApplication.translate(_CONTEXT, source)
