"""The line above the calendar: where in time, how much of it, of whom, and what can be done."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from terminplaner.ui.forms import IconButton, button, primary_button
from terminplaner.ui.messages import describe_command
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.navigation.filter_button import FilterButton
from terminplaner.ui.planner.navigation.mini_calendar import MiniCalendar
from terminplaner.ui.planner.navigation.resource_picker import ResourcePicker
from terminplaner.ui.planner.window import Mode, Window
from terminplaner.ui.theme import Space, scaled

_NARROWEST = 720
"""The width the narrow form gets by with, in logical pixels."""
_NAME_LETTERS = 7


class PlannerToolbar(QWidget):
    """Asks for things; what is shown comes back by ``show_window`` and ``show_undo``."""

    turned = Signal(int)
    """So many pages on, negative back."""
    todayRequested = Signal()
    dayChosen = Signal(object)
    modeChosen = Signal(object)
    listToggled = Signal(bool)
    newRequested = Signal()
    undoRequested = Signal()
    redoRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_narrow = False
        self._full_width = 0
        self._row = QHBoxLayout(self)
        self.resources = ResourcePicker()
        self._back = IconButton("chevron-left", self.tr("Zurück"))
        self._on = IconButton("chevron-right", self.tr("Weiter"))
        self._today = button(self.tr("Heute"), self.tr("Zum heutigen Tag (T)"))
        self.calendar = MiniCalendar(self)
        self._title = _DayButton(self.calendar)
        self._modes = QButtonGroup(self)
        self._mode_buttons = {
            mode: self._mode_button(text, tip)
            for mode, text, tip in (
                (Mode.DAY, self.tr("Tag"), self.tr("Ein Tag, die Ressourcen nebeneinander (1)")),
                (Mode.WORK_WEEK, self.tr("Arbeitswoche"), self.tr("Montag bis Freitag jeder Ressource (2)")),
                (Mode.WEEK, self.tr("Woche"), self.tr("Montag bis Sonntag jeder Ressource (3)")),
                (Mode.MONTH, self.tr("Monat"), self.tr("Sechs Wochen auf einen Blick (4)")),
                (Mode.YEAR, self.tr("Jahr"), self.tr("Abwesenheiten und Feiertage (5)")),
            )
        }
        self.filter = FilterButton()
        self._list = IconButton("list", self.tr("Als Liste"))
        self._list.setToolTip(self.tr("Als Liste zeigen (6)"))
        self._list.setCheckable(True)
        self._mode_menu = QToolButton()
        self._mode_menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._mode_menu.setToolTip(self.tr("Tag, Woche, Monat oder Jahr"))
        self._mode_menu.setMenu(self._menu_of_modes())
        self._mode_menu.hide()
        self._undo = IconButton("undo", self.tr("Rückgängig"))
        self._redo = IconButton("redo", self.tr("Wiederholen"))
        self._panels = IconButton("panel", self.tr("Bereiche neben dem Plan"))
        self._panels.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._panels.setMenu(QMenu(self._panels))
        self._panels.hide()
        self._new = primary_button(self.tr("Neuer Termin"))
        self._new.setToolTip(self.tr("Neuer Termin (Strg+N)"))
        self._lay_out()
        self._connect()

    def show_window(self, window: Window, today: date) -> None:
        """Follow the page to another day or mode."""
        self.calendar.show_day(window.day)
        self._title.show_texts(wording.window_title(window), wording.short_title(window))
        self.show_mode(window)
        self._today.setEnabled(today != window.day)
        back, on = self._step_names(window)
        self._name(self._back, back, self.tr("Alt+Bild auf"))
        self._name(self._on, on, self.tr("Alt+Bild ab"))

    def show_mode(self, window: Window) -> None:
        """Press the button of the mode; a view has none."""
        pressed = self._mode_buttons.get(window.mode)
        self._modes.setExclusive(pressed is not None)
        for mode_button in self._mode_buttons.values():
            mode_button.setChecked(mode_button is pressed)
        named = pressed.text() if pressed is not None else self.tr("Ansicht")
        self._mode_menu.setText(self.tr("{mode} ▾").format(mode=named))
        self._mode_menu.setAccessibleName(named)

    def minimumSizeHint(self) -> QSize:
        """Of the narrow form: the window may be smaller than all its words."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._is_narrow:
            self._full_width = self._row.minimumSize().width()
        is_narrow = event.size().width() < self._full_width
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._dress()

    def _dress(self) -> None:
        """Words where there is room for them; else icons, and what the menu bar has too goes."""
        wide, narrow = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for part in (self.resources, self.filter):
            part.setToolButtonStyle(narrow if self._is_narrow else wide)
        for button_of_mode in (*self._mode_buttons.values(), self._undo, self._redo):
            button_of_mode.setVisible(not self._is_narrow)
        self._mode_menu.setVisible(self._is_narrow)

    def _menu_of_modes(self) -> QMenu:
        menu = QMenu(self)
        for mode, mode_button in self._mode_buttons.items():
            menu.addAction(mode_button.text(), partial(self.modeChosen.emit, mode))
        return menu

    def _step_names(self, window: Window) -> tuple[str, str]:
        match window.mode:
            case Mode.DAY:
                return self.tr("Vorheriger Tag"), self.tr("Nächster Tag")
            case Mode.WORK_WEEK | Mode.WEEK:
                return self.tr("Vorherige Woche"), self.tr("Nächste Woche")
            case Mode.MONTH:
                return self.tr("Vorheriger Monat"), self.tr("Nächster Monat")
            case Mode.YEAR:
                return self.tr("Vorheriges Jahr"), self.tr("Nächstes Jahr")
            case Mode.VIEW:
                return self.tr("Zurückblättern"), self.tr("Weiterblättern")

    def show_list(self, is_list: bool) -> None:
        blocker = QSignalBlocker(self._list)
        self._list.setChecked(is_list)
        blocker.unblock()

    def show_undo(self, undo_command: str | None, redo_command: str | None) -> None:
        """Name what the next undo and redo would do; None where there is nothing."""
        for part, command, plain, named in (
            (self._undo, undo_command, self.tr("Rückgängig"), self.tr("Rückgängig: {step}")),
            (self._redo, redo_command, self.tr("Wiederholen"), self.tr("Wiederholen: {step}")),
        ):
            part.setEnabled(command is not None)
            part.setToolTip(plain if command is None else named.format(step=describe_command(command)))

    def add_panel_switch(self, switch: QAction) -> None:
        """Offer a side panel in the menu of panels."""
        self._panels.menu().addAction(switch)
        self._panels.show()

    def _lay_out(self) -> None:
        row = self._row
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        for part in (self._back, self._today, self._on):
            row.addWidget(part)
        row.addWidget(self._title, 1)
        row.addSpacing(Space.S)
        for mode_button in self._mode_buttons.values():
            row.addWidget(mode_button)
        row.addWidget(self._mode_menu)
        row.addWidget(self._list)
        row.addWidget(_divider())
        row.addWidget(self.resources)
        row.addWidget(self.filter)
        row.addWidget(_divider())
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addWidget(self._panels)
        row.addWidget(self._new)

    def _connect(self) -> None:
        self._back.clicked.connect(self._turn_back)
        self._on.clicked.connect(self._turn_on)
        self._today.clicked.connect(self.todayRequested)
        self.calendar.chosen.connect(self.dayChosen)
        self._modes.buttonClicked.connect(self._on_mode)
        self._list.toggled.connect(self.listToggled)
        self._undo.clicked.connect(self.undoRequested)
        self._redo.clicked.connect(self.redoRequested)
        self._new.clicked.connect(self.newRequested)

    def _mode_button(self, text: str, tip: str) -> QToolButton:
        result = QToolButton()
        result.setText(text)
        result.setToolTip(tip)
        result.setAccessibleName(text)
        result.setCheckable(True)
        self._modes.addButton(result)
        return result

    @staticmethod
    def _name(part: IconButton, name: str, shortcut: str) -> None:
        part.setAccessibleName(name)
        part.setToolTip(f"{name} ({shortcut})")

    def _turn_back(self) -> None:
        self.turned.emit(-1)

    def _turn_on(self) -> None:
        self.turned.emit(1)

    def _on_mode(self, pressed: QToolButton) -> None:
        self.modeChosen.emit(next(mode for mode, part in self._mode_buttons.items() if part is pressed))


class _DayButton(QPushButton):
    """Says which days are shown, less of it where the window is narrow, and opens the small calendar."""

    def __init__(self, calendar: MiniCalendar) -> None:
        super().__init__()
        self._calendar = calendar
        self.setProperty("role", "title")
        self.setMinimumWidth(_NAME_LETTERS * self.fontMetrics().averageCharWidth() + 2 * Space.L)
        self.setAutoDefault(False)
        self.setFont(scaled(self.font(), 1.25, QFont.Weight.DemiBold))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Kalender öffnen (Strg+G: Datum eingeben)"))
        self.clicked.connect(self._open)
        self._long = self._short = ""

    def show_texts(self, long: str, short: str) -> None:
        self._long, self._short = long, short
        self.setAccessibleName(long)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.fontMetrics().height() + 2 * Space.XS)

    def _fit(self) -> None:
        room = self.width() - 2 * Space.S
        fitting = (
            text for text in (self._long, self._short) if self.fontMetrics().horizontalAdvance(text) <= room
        )
        self.setText(next(fitting, "…"))

    def _open(self) -> None:
        self._calendar.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)))


def _divider() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.VLine)
    line.setEnabled(False)
    return line
