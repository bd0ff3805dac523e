"""The views and dialogs of the handbook, one line each: what a picture is called, and how one gets there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from terminplaner.bootstrap.handbook_content import Content
from terminplaner.bootstrap.studio import Studio

_ALWAYS = frozenset(Content)
_NORMAL = frozenset({Content.NORMAL})


@dataclass(frozen=True, slots=True)
class Scene:
    """``show`` returns the widget to be photographed."""

    name: str
    show: Callable[[Studio], QWidget]
    contents: frozenset[Content] = _NORMAL


def _as_list(studio: Studio) -> QWidget:
    window = studio.plan("Arbeitswoche")
    studio.planner.show_list(is_list=True)
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
    def show(studio: Studio) -> QWidget:
        studio.plan("Tag")
        return studio.dialog(entry)

    return show


def _panel(entry: str) -> Callable[[Studio], QWidget]:
    """The plan with a panel beside it."""

    def show(studio: Studio) -> QWidget:
        window = studio.plan("Tag")
        studio.choose(entry)
        return window

    return show


SCENES = (
    Scene("plan-tag", lambda studio: studio.plan("Tag"), _ALWAYS),
    Scene("plan-arbeitswoche", lambda studio: studio.plan("Arbeitswoche"), _ALWAYS),
    Scene("plan-monat", lambda studio: studio.plan("Monat"), _ALWAYS),
    Scene("plan-jahr", lambda studio: studio.plan("Jahr"), _ALWAYS),
    Scene("plan-liste", _as_list, _ALWAYS),
    Scene("termin-neu", _on_plan("Neuer Termin …")),
    Scene("termin-bearbeiten", _selected("Bearbeiten …")),
    Scene("gehe-zu", _on_plan("Gehe zu Datum …")),
    Scene("drucken-tagesliste", _on_plan("Tagesliste drucken …")),
    Scene("drucken-wochenplan", _on_plan("Wochenplan drucken …")),
    Scene("drucken-terminzettel", _selected("Terminzettel drucken …")),
    Scene("administration-ressourcen", lambda studio: studio.section("Administration", "Ressourcen"), _ALWAYS),
    Scene("administration-typen", lambda studio: studio.section("Administration", "Typen")),
    Scene("administration-status", lambda studio: studio.section("Administration", "Status")),
    Scene("mein-amparex", lambda studio: studio.tab("Mein AMPAREX")),
    Scene("filialverwaltung-termine", lambda studio: studio.section("Filialverwaltung", "Termine")),
    Scene("filialverwaltung-filiale", lambda studio: studio.section("Filialverwaltung", "Filiale")),
    Scene("filialverwaltung-benutzer", lambda studio: studio.section("Filialverwaltung", "Benutzerkonten")),
    Scene("tastenkuerzel", lambda studio: studio.dialog("Tastenkürzel")),
    Scene("ueber", lambda studio: studio.dialog("Über Terminplaner")),
)
