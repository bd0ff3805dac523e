"""Warnings of a series in words: beside the day they are about, and after it was saved."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from terminplaner.services.checks import PlanningWarning, WarningCode
from terminplaner.services.outcome import Outcome
from terminplaner.ui.messages import describe_absence, describe_warning

_DAYS_NAMED = 6


def remark(warning: PlanningWarning) -> str:
    """In a few words, for where its day is said already: ``Klara Himmel abwesend: Urlaub``."""
    params = warning.params
    match warning.code:
        case WarningCode.ABSENT:
            kind = describe_absence(params["kind"])
            return QCoreApplication.translate("planner", "{resource} abwesend: {kind}").format(
                resource=params["resource"], kind=kind
            )
        case WarningCode.OUTSIDE_AVAILABILITY:
            return QCoreApplication.translate("planner", "{resource} nicht verfügbar").format(
                resource=params["resource"]
            )
        case WarningCode.OUTSIDE_OPENING:
            return QCoreApplication.translate("planner", "außerhalb der Öffnungszeiten")
        case WarningCode.CLOSED:
            return QCoreApplication.translate("planner", "geschlossen")
        case WarningCode.HOLIDAY:
            return QCoreApplication.translate("planner", "Feiertag: {name}").format(name=params["name"])
        case WarningCode.OFF_STEP:
            return QCoreApplication.translate("planner", "nicht im Raster")
        case WarningCode.IN_THE_PAST:
            return QCoreApplication.translate("planner", "vergangen")
        case WarningCode.NO_TEMPLATE:
            return describe_warning(warning)


def warned_sentence(outcome: Outcome) -> str:
    """What is to be said of the occurrences that a command stored, and on which days; empty where nothing is."""
    days = outcome.warned_on
    if not days:
        return ""
    shown = ", ".join(f"{day:%d.%m.%Y}" for day in days[:_DAYS_NAMED])
    if len(days) > _DAYS_NAMED:
        more = QCoreApplication.translate("planner", "und {count} weitere")
        shown = f"{shown} {more.format(count=len(days) - _DAYS_NAMED)}"
    reasons = "; ".join(dict.fromkeys(remark(warning) for warning in outcome.warnings))
    said = QCoreApplication.translate("planner", "Bitte prüfen: {reasons} ({days}).")
    return said.format(reasons=reasons, days=shown)
