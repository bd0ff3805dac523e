"""What stands at the right of the plan: the small calendar, if somebody wants it to stay, and below it a panel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from terminplaner.ui.forms import section_title
from terminplaner.ui.icon_widgets import IconButton
from terminplaner.ui.planner.navigation.mini_calendar import MiniCalendar
from terminplaner.ui.planner.panels.side_panel import PanelArea
from terminplaner.ui.theme import Space


class SideArea(QWidget):
    """Takes room from the plan only while one of both is shown."""

    calendarBuilt = Signal(object)
    """The ``MiniCalendar`` that is about to be shown for the first time."""
    calendarShown = Signal(bool)

    def __init__(self, panels: PanelArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels = panels
        self._pane: CalendarPane | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(panels, 1)
        self._column.addStretch()
        panels.shown.connect(self._fit)
        self._fit()

    @property
    def shows_calendar(self) -> bool:
        return self._pane is not None and not self._pane.isHidden()

    def show_calendar(self, is_shown: bool) -> None:
        """Let the small calendar stay here, or no longer."""
        if is_shown and self._pane is None:
            self._pane = CalendarPane()
            self._pane.closeRequested.connect(self._fold)
            self._column.insertWidget(0, self._pane)
            self.calendarBuilt.emit(self._pane.calendar)
        if self._pane is not None:
            self._pane.setVisible(is_shown)
        self._fit()
        self.calendarShown.emit(is_shown)

    def _fold(self) -> None:
        self.show_calendar(False)

    def _fit(self) -> None:
        self.setVisible(self.shows_calendar or not self._panels.isHidden())


class CalendarPane(QWidget):
    """The small calendar under a heading with a button that folds it away."""

    closeRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.calendar = MiniCalendar()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        close = IconButton("chevron-up", self.tr("Kalender einklappen"))
        close.clicked.connect(self.closeRequested)
        row = QHBoxLayout()
        row.addWidget(section_title(self.tr("Kalender")), 1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.S)
        column.addLayout(row)
        column.addWidget(self.calendar)
