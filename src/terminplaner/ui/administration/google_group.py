"""The group "Google Kalender": the ID, the Lupe beside it, the direction, and how the link stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QGroupBox, QLineEdit, QWidget

from terminplaner.domain.calendar_link import CalendarLink
from terminplaner.domain.resource import SyncDirection
from terminplaner.ui.consent.link_state import LinkState, LinkWords
from terminplaner.ui.forms import labelled, small_print
from terminplaner.ui.icon_widgets import IconButton
from terminplaner.ui.sync_directions import explain_sync_direction, show_sync_direction
from terminplaner.ui.theme import Space


class GoogleGroup(QGroupBox):
    """The Lupe starts the consent."""

    magnifierClicked = Signal()
    directionChanged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Google Kalender"))
        self._id = QLineEdit()
        self._id.setReadOnly(True)
        self._id.setPlaceholderText(self.tr("Noch kein Kalender verknüpft"))
        self._magnifier = IconButton("search", self.tr("Lupe"))
        self._magnifier.setToolTip(self.tr("Google-Kalender freigeben und auswählen"))
        self._magnifier.clicked.connect(self.magnifierClicked)
        self._direction = QComboBox()
        for direction in SyncDirection:
            self._direction.addItem(show_sync_direction(direction), direction)
        self._direction.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._meaning = small_print()
        self._direction.currentIndexChanged.connect(self._on_direction)
        self._state = LinkState()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setRowStretch(4, 1)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(Space.S)
        grid.setVerticalSpacing(Space.S)
        grid.addWidget(labelled(self.tr("ID:"), self._id), 0, 0)
        grid.addWidget(self._id, 0, 1)
        grid.addWidget(self._magnifier, 0, 2)
        grid.addWidget(labelled(self.tr("Richtung:"), self._direction), 1, 0)
        grid.addWidget(self._direction, 1, 1, 1, 2)
        grid.addWidget(self._state, 2, 0, 1, 3)
        grid.addWidget(self._meaning, 3, 0, 1, 3)
        self._on_direction()

    @property
    def direction(self) -> SyncDirection:
        return SyncDirection(self._direction.currentData())

    def show_direction(self, direction: SyncDirection) -> None:
        self._direction.setCurrentIndex(self._direction.findData(direction))

    def set_editable(self, is_editable: bool) -> None:
        self._direction.setEnabled(is_editable)

    def guard_wheel(self, guard: QObject) -> None:
        self._direction.installEventFilter(guard)

    def show_link(self, link: CalendarLink | None, words: LinkWords, *, can_link: bool) -> None:
        self._id.setText(link.calendar_id if link else "")
        self._id.setCursorPosition(0)
        self._state.show_words(words)
        self._magnifier.setEnabled(can_link)

    def _on_direction(self) -> None:
        meaning = explain_sync_direction(self.direction)
        self._meaning.setText(meaning)
        self._meaning.setVisible(self.direction is not SyncDirection.BOTH)
        self._direction.setAccessibleDescription(meaning)
        self.directionChanged.emit()
