"""The line that says what is in the hand, how it is put down and how to let go of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from terminplaner.ui.forms import link_button
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.notice_line import NoticeLine
from terminplaner.ui.planner.stage import PlanStage


class CarryHint(NoticeLine):
    """Follows the stage; hidden while nothing is carried."""

    def __init__(self, stage: PlanStage, parent: QWidget | None = None) -> None:
        super().__init__("hand", parent)
        self._stage = stage
        leave = link_button(self.tr("Loslassen (Esc)"))
        leave.clicked.connect(stage.hand.put_down)
        self.offer(leave)
        stage.carriedChanged.connect(self._follow)

    def _follow(self) -> None:
        carried = self._stage.hand.carried
        if carried is None:
            self.say("")
        else:
            self.say(f"{wording.carried(carried)}.  {self._how(is_repeated=carried.repeats)}")

    def _how(self, *, is_repeated: bool) -> str:
        if not self._stage.hand.can_put_down:
            return self.tr("Zum Ablegen den Kalender zeigen (6) oder Tag, Woche oder Monat wählen.")
        if is_repeated:
            return self.tr(
                "Jeder Klick und jede Eingabetaste legt eine Kopie ab, bis Sie noch einmal „Kopieren“ (K) wählen."
            )
        return self.tr("Zum Ablegen klicken oder Eingabetaste. Blättern ist möglich.")
