"""What this workstation remembers of the planner for each of its users."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QByteArray, QSettings

from terminplaner.ui.planner.state import PlannerState


@dataclass(frozen=True, slots=True)
class PlannerMemory:
    """``settings`` belong to the workstation's profile; every user has keys of his own in them."""

    settings: QSettings
    user_id: UUID

    def state(self) -> PlannerState:
        return PlannerState.from_text(str(self.settings.value(self._key("state"), "")))

    def splitter(self) -> QByteArray:
        """How the plan and the side panel share the width; empty where it was never saved."""
        return self._bytes("splitter")

    def columns(self) -> QByteArray:
        """The list's columns."""
        return self._bytes("columns")

    def keep(self, state: PlannerState, splitter: QByteArray, columns: QByteArray) -> None:
        self.settings.setValue(self._key("state"), state.to_text())
        self.settings.setValue(self._key("splitter"), splitter)
        self.settings.setValue(self._key("columns"), columns)

    def _bytes(self, name: str) -> QByteArray:
        value = self.settings.value(self._key(name))
        return value if isinstance(value, QByteArray) else QByteArray()

    def _key(self, name: str) -> str:
        return f"planner/{self.user_id}/{name}"
