"""The line that says what is in the hand, how it is put down and how to let go of it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from terminplaner.ui.forms import StateIcon, link_button
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.theme import Space


class CarryHint(QFrame):
    """Follows the stage; hidden while nothing is carried."""

    def __init__(self, stage: PlanStage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self.setProperty("role", "banner")
        self.setProperty("tone", "info")
        icon = StateIcon(18)
        icon.show_icon("hand", "info")
        self._text = plain_label()
        self._text.setWordWrap(True)
        leave = link_button(self.tr("Loslassen (Esc)"))
        leave.clicked.connect(stage.put_down)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(icon)
        row.addWidget(self._text, 1)
        row.addWidget(leave)
        self.hide()
        stage.carriedChanged.connect(self._follow)

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def _follow(self) -> None:
        carried = self._stage.carried
        if carried is not None:
            held = wording.carried(carried)
            self._text.setText(f"{held}.  {self._how(is_repeated=carried.repeats)}")
            self._text.setAccessibleName(self._text.text())
        self.setVisible(carried is not None)

    def _how(self, *, is_repeated: bool) -> str:
        if not self._stage.can_put_down:
            return self.tr("Zum Ablegen den Kalender zeigen (6) oder Tag, Woche oder Monat wählen.")
        if is_repeated:
            return self.tr("Jeder Klick und jede Eingabetaste legt eine Kopie ab.")
        return self.tr("Ein Klick oder die Eingabetaste legt ab; blättern geht dabei auch.")
