"""The views and dialogs of the handbook, one line each: what a picture is called, and how one gets there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from terminplaner.bootstrap import handbook_questions as questions
from terminplaner.bootstrap.handbook_content import Content
from terminplaner.bootstrap.studio import Studio

_ALWAYS = frozenset(Content)
_NORMAL = frozenset({Content.NORMAL})
_EMPTY_TOO = frozenset({Content.EMPTY, Content.NORMAL})
_CROWDED_TOO = frozenset({Content.NORMAL, Content.CROWDED})


@dataclass(frozen=True, slots=True)
class Scene:
    """``show`` returns the widget to be photographed."""

    name: str
    show: Callable[[Studio], QWidget]
    contents: frozenset[Content] = _NORMAL


def _week_of_two(studio: Studio) -> QWidget:
    """Twelve times five columns would show two resources and a scroll bar."""
    window = studio.plan("Arbeitswoche")
    studio.show_only("Klara Himmel", "Thor Schuss")
    return window


def _as_list(studio: Studio) -> QWidget:
    window = studio.plan("Arbeitswoche")
    studio.planner.browsing.show_list(is_list=True)
    studio.settle()
    return window


def _selected(entry: str) -> Callable[[Studio], QWidget]:
    """The dialog about an appointment that is selected in the plan."""

    def show(studio: Studio) -> QWidget:
        studio.plan("Arbeitswoche")
        studio.select("Bergér")
        return studio.dialog(entry)

    return show


def _on_plan(entry: str) -> Callable[[Studio], QWidget]:
    """The dialog that an entry of the menu bar opens over the plan of a day."""

    def show(studio: Studio) -> QWidget:
        studio.plan("Tag")
        return studio.dialog(entry)

    return show


def _panel(entry: str) -> Callable[[Studio], QWidget]:
    """The plan with a panel beside it."""

    def show(studio: Studio) -> QWidget:
        window = studio.plan("Tag")
        studio.switch_on(entry)
        return window

    return show


def _paper(entry: str) -> Callable[[Studio], QWidget]:
    """What is printed of one resource."""
    return lambda studio: studio.put(_on_plan(entry)(studio), "Ressource", "Klara Himmel")


def _section(tab: str, title: str) -> Callable[[Studio], QWidget]:
    return lambda studio: studio.section(tab, title)


def _first_of(title: str) -> Callable[[Studio], QWidget]:
    """A subject of the Administration with its first row."""

    def show(studio: Studio) -> QWidget:
        studio.section("Administration", title)
        return studio.first_row()

    return show


def _sync_center(title: str) -> Callable[[Studio], QWidget]:
    return lambda studio: studio.page(studio.dialog("Abgleich-Zentrale …"), title)


def _recurrence(studio: Studio) -> QWidget:
    return studio.tick(studio.page(_on_plan("Neuer Termin …")(studio), "Wiederholung"), "Wiederholend")


def _customer(studio: Studio) -> QWidget:
    return studio.press(_selected("Bearbeiten …")(studio), "Kunde öffnen")


def _resource(page: str) -> Callable[[Studio], QWidget]:
    """The first resource, with one of the pages of its form."""

    def show(studio: Studio) -> QWidget:
        studio.section("Administration", "Ressourcen")
        return studio.page(studio.first_row(), page)

    return show


def _consent(studio: Studio) -> QWidget:
    return studio.press(_resource("Ressource bearbeiten")(studio), "Lupe")


def _waiting_entry(studio: Studio) -> QWidget:
    return studio.press(_panel("Warteliste")(studio), "Auf die Warteliste …")


def _availability(studio: Studio) -> QWidget:
    studio.plan("Tag")
    place = studio.free_place()
    return studio.opened(lambda: studio.planner.availability.new_at(place))


def _in_section(tab: str, title: str, name: str) -> Callable[[Studio], QWidget]:
    """The dialog that a button of a subject opens."""
    return lambda studio: studio.press(studio.section(tab, title), name)


def _history(studio: Studio) -> QWidget:
    return studio.press(_selected("Bearbeiten …")(studio), "Verlauf …")


def _menu(studio: Studio) -> QWidget:
    studio.plan("Arbeitswoche")
    return studio.menu("Bergér")


def _filter(studio: Studio) -> QWidget:
    studio.plan("Tag")
    return studio.popup("Filter …")


def _folded_out(button: str) -> Callable[[Studio], QWidget]:
    """What a button above the plan folds out, by the beginning of its name."""

    def show(studio: Studio) -> QWidget:
        studio.plan("Tag")
        return studio.folded_out(button)

    return show


def _in_hand(studio: Studio) -> QWidget:
    """An appointment on its way to the place two hours later."""
    window = studio.plan("Tag")
    studio.select("Bergér")
    studio.choose("Verschieben")
    studio.press_key(Qt.Key.Key_Down, times=4)
    return window


def _edit_property(studio: Studio) -> QWidget:
    return studio.press(_on_plan("Neuer Termin …")(studio), "Eigenschaft bearbeiten: Typen")


def _new_customer(studio: Studio) -> QWidget:
    return studio.tick(_on_plan("Neuer Termin …")(studio), "Neuen Kunden anlegen")


def _unsaved(studio: Studio) -> QWidget:
    dialog = studio.tick(_on_plan("Neuer Termin …")(studio), "Hausbesuch")
    return studio.press(dialog, "Abbrechen")


def _conflict(studio: Studio) -> QWidget:
    """A new appointment where somebody else already comes."""
    studio.plan("Tag")
    studio.select("Bergér")
    return studio.new_at_selected()


def _comparison(studio: Studio) -> QWidget:
    """With something that has not reached Google yet."""
    studio.reword("Telefonat", "Nachkontrolle Brille")
    return studio.press(_sync_center("Verknüpfungen")(studio), "Neu abgleichen …")


SCENES = (
    Scene("plan-tag", lambda studio: studio.plan("Tag"), _ALWAYS),
    Scene("plan-arbeitswoche", _week_of_two, _ALWAYS),
    Scene("plan-monat", lambda studio: studio.plan("Monat"), _ALWAYS),
    Scene("plan-jahr", lambda studio: studio.plan("Jahr"), _ALWAYS),
    Scene("plan-liste", _as_list, _ALWAYS),
    Scene("plan-ansicht", lambda studio: studio.view("Team"), _ALWAYS),
    Scene("plan-filter", _filter),
    Scene("plan-ressourcen", _folded_out("Ressourcen")),
    Scene("plan-kalender", _folded_out("Montag, ")),
    Scene("plan-menue", _menu),
    Scene("plan-aufgenommen", _in_hand),
    Scene("plan-verfuegbarkeiten", _panel("Verfügbarkeiten bearbeiten")),
    Scene("gehe-zu", _on_plan("Gehe zu Datum …")),
    Scene("termin-neu", _on_plan("Neuer Termin …"), _EMPTY_TOO),
    Scene("termin-bearbeiten", _selected("Bearbeiten …"), _CROWDED_TOO),
    Scene("termin-konflikt", _conflict),
    Scene("termin-ungespeichert", _unsaved),
    Scene("eigenschaft-bearbeiten", _edit_property),
    Scene("termin-wiederholung", _recurrence),
    Scene("serie-aendern", questions.whom_to_change),
    Scene("serie-auslassen", questions.leave_out),
    Scene("kunde-bearbeiten", _customer),
    Scene("kunde-neu", _new_customer),
    Scene("kunden", lambda studio: studio.first_of_tab("Kunden")),
    Scene("suche", _panel("Termine suchen"), _ALWAYS),
    Scene("freie-zeiten", _panel("Freien Termin suchen"), _CROWDED_TOO),
    Scene("warteliste", _panel("Warteliste"), _ALWAYS),
    Scene("warteliste-eintrag", _waiting_entry),
    Scene("abwesenheit", _on_plan("Abwesenheit eintragen …")),
    Scene("betriebsschliessung", _on_plan("Betriebsschließung …")),
    Scene("verfuegbarkeit", _availability),
    Scene("drucken-tagesliste", _paper("Tagesliste drucken …"), _ALWAYS),
    Scene("drucken-wochenplan", _paper("Wochenplan drucken …")),
    Scene("drucken-terminzettel", _selected("Terminzettel drucken …")),
    Scene("administration-ressourcen", _resource("Ressource bearbeiten")),
    Scene("administration-verfuegbarkeit", _resource("Verfügbarkeit")),
    Scene("administration-typen", _first_of("Typen")),
    Scene("administration-status", _first_of("Status")),
    Scene("administration-vorlagen", _first_of("Terminvorlagen")),
    Scene("administration-ansichten", _first_of("Ansichten")),
    Scene("administration-kalenderperiode", _section("Administration", "Kalenderperiode")),
    Scene("administration-abwesenheiten", _first_of("Abwesenheiten")),
    Scene("administration-feiertage", _section("Administration", "Feiertage")),
    Scene("feiertag", _in_section("Administration", "Feiertage", "Neu …")),
    Scene("kalenderperiode", _in_section("Administration", "Kalenderperiode", "Kalenderperiode vortragen …")),
    Scene("google-bestaetigung", _consent),
    Scene("google-kalenderwahl", questions.calendar_choice),
    Scene("google-leeren", questions.emptying),
    Scene("google-leeren-sicher", questions.emptying_confirmation),
    Scene("google-vorschau", questions.preview),
    Scene("google-zustimmung", questions.revoking),
    Scene("aenderungsprotokoll", lambda studio: studio.dialog("Änderungsprotokoll …")),
    Scene("verlauf", _history),
    Scene("mein-amparex", lambda studio: studio.tab("Mein AMPAREX")),
    Scene("filialverwaltung-termine", _section("Filialverwaltung", "Termine")),
    Scene("filialverwaltung-filiale", _section("Filialverwaltung", "Filiale")),
    Scene("filialverwaltung-mitarbeiter", _section("Filialverwaltung", "Mitarbeiter")),
    Scene("mitarbeiter", _in_section("Filialverwaltung", "Mitarbeiter", "Neuer Mitarbeiter …")),
    Scene("filialverwaltung-benutzer", _section("Filialverwaltung", "Benutzerkonten")),
    Scene("benutzerkonto", _in_section("Filialverwaltung", "Benutzerkonten", "Neu …")),
    Scene("passwort", _in_section("Filialverwaltung", "Benutzerkonten", "Passwort vergeben …")),
    Scene("abgleich-fragen", _sync_center("Offene Fragen"), _EMPTY_TOO),
    Scene("abgleich-verknuepfungen", _sync_center("Verknüpfungen"), _EMPTY_TOO),
    Scene("abgleich-neu", _comparison),
    Scene("abgleich-journal", _sync_center("Journal"), _EMPTY_TOO),
    Scene("anmeldung", lambda studio: studio.dialog("Benutzer wechseln …")),
    Scene("einstellungen", lambda studio: studio.dialog("Einstellungen …")),
    Scene("tastenkuerzel", lambda studio: studio.dialog("Tastenkürzel")),
    Scene("ueber", lambda studio: studio.dialog("Über Terminplaner")),
)
