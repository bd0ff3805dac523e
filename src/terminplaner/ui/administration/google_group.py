"""The group "Google Kalender": the ID, the Lupe beside it, and how the link stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QGroupBox, QLineEdit, QWidget

from terminplaner.domain.calendar_link import CalendarLink
from terminplaner.ui.consent.link_state import LinkState, LinkWords
from terminplaner.ui.forms import IconButton, labelled
from terminplaner.ui.theme import Space


class GoogleGroup(QGroupBox):
    """The Lupe starts the consent."""

    magnifierClicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Google Kalender"))
        self._id = QLineEdit()
        self._id.setReadOnly(True)
        self._id.setPlaceholderText(self.tr("Noch kein Kalender verknüpft"))
        self._magnifier = IconButton("search", self.tr("Lupe"))
        self._magnifier.setToolTip(self.tr("Google-Kalender freigeben und auswählen"))
        self._magnifier.clicked.connect(self.magnifierClicked)
        self._state = LinkState()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setRowStretch(2, 1)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.S)
        grid.addWidget(labelled(self.tr("ID:"), self._id), 0, 0)
        grid.addWidget(self._id, 0, 1)
        grid.addWidget(self._magnifier, 0, 2)
        grid.addWidget(self._state, 1, 0, 1, 3)

    def show_link(self, link: CalendarLink | None, words: LinkWords, *, can_link: bool) -> None:
        self._id.setText(link.calendar_id if link else "")
        self._id.setCursorPosition(0)
        self._state.show_words(words)
        self._magnifier.setEnabled(can_link)
