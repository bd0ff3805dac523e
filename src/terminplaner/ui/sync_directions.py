"""The directions in which a link carries changes, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from terminplaner.domain.resource import SyncDirection

translate = QCoreApplication.translate


def show_sync_direction(direction: SyncDirection) -> str:
    return {
        SyncDirection.BOTH: translate("SyncDirections", "In beide Richtungen"),
        SyncDirection.TO_GOOGLE: translate("SyncDirections", "Nur zu Google"),
        SyncDirection.FROM_GOOGLE: translate("SyncDirections", "Nur aus Google"),
    }[direction]


def explain_sync_direction(direction: SyncDirection) -> str:
    """What it means for both sides (docs/sync.md)."""
    return {
        SyncDirection.BOTH: translate("SyncDirections", "Änderungen gelten auf beiden Seiten."),
        SyncDirection.TO_GOOGLE: translate(
            "SyncDirections",
            "Was im Google-Kalender geschieht, ändert hier nichts; Änderungen an unseren Terminen werden dort "
            "überschrieben.",
        ),
        SyncDirection.FROM_GOOGLE: translate(
            "SyncDirections",
            "In den Google-Kalender wird nie etwas geschrieben; was aus ihm kommt, ändern Sie nur dort.",
        ),
    }[direction]
