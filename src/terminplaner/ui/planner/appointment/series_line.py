"""Above the fields of an appointment: that it belongs to a series, and the way to the tab that tells all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from terminplaner.ui.forms import link_button, small_print
from terminplaner.ui.icon_widgets import StateIcon
from terminplaner.ui.theme import Space


class SeriesLine(QWidget):
    """Hidden while it says nothing."""

    wanted = Signal()
    """Somebody wants to see the series."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        icon = StateIcon(18)
        icon.show_icon("series", "info")
        self._text = small_print()
        show = link_button(self.tr("Serie ansehen"))
        show.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(icon)
        row.addWidget(self._text, 1)
        row.addWidget(show)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str) -> None:
        """Empty hides it."""
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self.setVisible(bool(text))
