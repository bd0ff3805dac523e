"""A message inside the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from terminplaner.ui.forms import announce, link_button, paragraph, set_role
from terminplaner.ui.icon_widgets import IconButton, StateIcon
from terminplaner.ui.theme import Space

TONE_ICONS = {"danger": "error", "warning": "warning", "success": "check-circle", "info": "info"}


class Banner(QFrame):
    """A message inside the window: hidden until there is something to say, read aloud when it appears.

    One banner holds one message; the next replaces it.
    """

    actionRequested = Signal()
    furtherRequested = Signal()
    closed = Signal()
    appeared = Signal()
    """It takes its place, or another one, as its message is longer now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._tone = ""
        self._icon = StateIcon(20)
        self._text = paragraph()
        self._action = link_button("")
        self._action.clicked.connect(self.actionRequested)
        self._further = link_button("")
        self._further.clicked.connect(self.furtherRequested)
        self._close = IconButton("close", self.tr("Meldung schließen"))
        self._close.clicked.connect(self.close_message)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._further)
        row.addWidget(self._action)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty while it says nothing."""
        return "" if self.isHidden() else self._text.text()

    def show_message(
        self, text: str, tone: str = "danger", action: str = "", further: str = "", *, stays: bool = False
    ) -> None:
        """``tone`` is ``danger``, ``warning``, ``success`` or ``info``; ``action`` and ``further`` label buttons.

        One that ``stays`` cannot be closed by whoever reads it.
        """
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._icon.show_icon(TONE_ICONS[tone], tone)
        for offered, label in ((self._action, action), (self._further, further)):
            offered.setText(label)
            offered.setVisible(bool(label))
        self._close.setVisible(not stays)
        self._tone = tone
        set_role(self, "tone", tone)
        self.show()
        self.appeared.emit()
        announce(self, " ".join(part for part in (text, further) if part))

    def close_complaint(self) -> None:
        """Close what says that something went wrong; the rest stays."""
        if self._tone == "danger":
            self.close_message()

    def close_message(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()
