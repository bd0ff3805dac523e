"""The line above the calendar: where in time, how much of it, of whom, and what can be done."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QWidget,
)

from terminplaner.services.permissions import Actor
from terminplaner.ui.allowance import forbid_planning
from terminplaner.ui.forms import button, primary_button
from terminplaner.ui.icon_widgets import IconButton
from terminplaner.ui.messages import describe_command
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.navigation.day_button import DayButton
from terminplaner.ui.planner.navigation.filter_button import FilterButton
from terminplaner.ui.planner.navigation.menu_buttons import PanelSwitches, open_below
from terminplaner.ui.planner.navigation.mini_calendar import CalendarPopup
from terminplaner.ui.planner.navigation.resource_picker import ResourcePicker
from terminplaner.ui.planner.window import Mode, Window
from terminplaner.ui.theme import Space


class _Density(IntEnum):
    """How much of its words the line says, the most first; the date becomes short before any, and never less."""

    WORDS = 0
    COUNT = 1
    """Resources say their number alone."""
    ICONS = 2
    """The filter says itself by its icon, too."""
    MENU = 3
    """The modes are a menu; what the menu bar has too is gone."""


_MODE_GAP = Space.XS
_MODE_OF_DAYS = {1: Mode.DAY, 5: Mode.WORK_WEEK, 7: Mode.WEEK}


class PlannerToolbar(QWidget):
    """Asks for things; what is shown comes back by ``show_window`` and ``show_undo``."""

    turned = Signal(int)
    """So many pages on, negative back."""
    todayRequested = Signal()
    modeChosen = Signal(object)
    listToggled = Signal(bool)
    newRequested = Signal(QPoint)
    """Where on the screen what belongs to it opens."""
    undoRequested = Signal()
    redoRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._density = _Density.WORDS
        self._needs: dict[_Density, int] = {}
        self._of_view: QToolButton | None = None
        """The mode that shows as many days as the view that is shown."""
        self._longest_day = self._longest_short_day = 0
        """What any date needs, in full and in short: the line keeps its form while somebody turns pages."""
        self._row = QHBoxLayout(self)
        self.resources = ResourcePicker()
        self._back = IconButton("chevron-left", self.tr("Zurück"))
        self._on = IconButton("chevron-right", self.tr("Weiter"))
        self._today = button(self.tr("Heute"), self.tr("Zum heutigen Tag (T)"))
        self.calendar = CalendarPopup(self)
        self._title = DayButton(self.calendar)
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
        self._mode_menu.setToolTip(self.tr("Tag, Woche, Monat oder Jahr"))
        modes = self._menu_of_modes()
        self._mode_menu.clicked.connect(lambda _checked=False: open_below(self._mode_menu, modes))
        self._mode_menu.hide()
        self._undo = IconButton("undo", self.tr("Rückgängig"))
        self._redo = IconButton("redo", self.tr("Wiederholen"))
        self._panels = PanelSwitches(self.tr("Bereiche neben dem Plan"))
        self._new = primary_button(self.tr("Neuer Termin"))
        self._new.setToolTip(self.tr("Neuer Termin (Strg+N)"))
        self._parts: tuple[QWidget, ...] = (
            *(self._back, self._today, self._on),
            *(*self._mode_buttons.values(), self._mode_menu, self._list),
            *(self.resources, self.filter),
            *(_divider(), self._undo, self._redo, self._panels, self._new),
        )
        """All but the title, which has a width of its own."""
        self._lay_out()
        self._connect()

    def show_window(self, window: Window, today: date) -> None:
        """Follow the page to another day or mode."""
        self._title.show_texts(wording.window_title(window), wording.short_title(window))
        self.show_mode(window)
        self._fit()
        self._today.setEnabled(today != window.day)
        back, on = self._step_names(window)
        self._name(self._back, back, self.tr("Alt+Bild auf"))
        self._name(self._on, on, self.tr("Alt+Bild ab"))

    def show_mode(self, window: Window) -> None:
        """Press the button of the mode, or of the one that shows as many days as the view does."""
        pressed = self._mode_buttons.get(_mode_like(window))
        self._of_view = pressed if window.mode is Mode.VIEW else None
        self._modes.setExclusive(pressed is not None)
        blocker = QSignalBlocker(self._modes)
        for mode_button in self._mode_buttons.values():
            mode_button.setChecked(mode_button is pressed)
        blocker.unblock()
        named = pressed.text() if pressed is not None else self.tr("Ansicht")
        if named != self._mode_menu.accessibleName():
            self._mode_menu.setText(self.tr("{mode} ▾").format(mode=named))
            self._mode_menu.setAccessibleName(named)
            self._forget_needs()

    def minimumSizeHint(self) -> QSize:
        """Of the fewest words: the window may be smaller than all of them."""
        hint = super().minimumSizeHint()
        return QSize(
            self._needs[_Density.MENU] + self._longest_short_day if self._needs else hint.width(), hint.height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._forget_needs()

    def _fit(self) -> None:
        """Say as much as there is room for."""
        if not self._needs:
            self._measure()
        is_short = self._needs[_Density.WORDS] + self._longest_day > self.width()
        day = self._longest_short_day if is_short else self._longest_day
        self._title.shorten(is_short=is_short, width=day)
        room = self.width() - day
        self._dress(next((density for density in _Density if self._needs[density] <= room), _Density.MENU))

    def _forget_needs(self) -> None:
        self._needs.clear()
        self._fit()

    def _measure(self) -> None:
        """Learn what each density needs beside the date; hiding parts for it would move the focus."""
        for part in self._parts:
            part.ensurePolished()  # before it is shown it would answer for another font
        for density in _Density:
            self._say(density)
            self._needs[density] = self._width_in(density)
        self._say(self._density)
        samples = _longest_windows()
        self._longest_day = max(self._title.width_of(wording.window_title(window)) for window in samples)
        self._longest_short_day = max(self._title.width_of(wording.short_title(window)) for window in samples)
        self.updateGeometry()

    def _width_in(self, density: _Density) -> int:
        by_density = (*self._spared, self._mode_menu)
        shown = [
            part
            for part in self._parts
            if (part in self._shown_in(density) if part in by_density else not part.isHidden())
        ]
        gaps = sum(_MODE_GAP if part in self._mode_buttons.values() else self._row.spacing() for part in shown)
        margins = self._row.contentsMargins()
        # The last mode is followed by a gap of the line.
        gaps += self._row.spacing() - _MODE_GAP
        return sum(part.sizeHint().width() for part in shown) + gaps + margins.left() + margins.right()

    def _dress(self, density: _Density) -> None:
        if density is self._density:
            return
        self._density = density
        self._say(density)
        for part in (*self._spared, self._mode_menu):
            part.setVisible(part in self._shown_in(density))

    def _say(self, density: _Density) -> None:
        beside, only = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.resources.show_compact(density >= _Density.COUNT)
        self.filter.setToolButtonStyle(only if density >= _Density.ICONS else beside)

    @property
    def _spared(self) -> tuple[QWidget, ...]:
        """What is in a menu too."""
        return (*self._mode_buttons.values(), self._undo, self._redo)

    def _shown_in(self, density: _Density) -> tuple[QWidget, ...]:
        return (self._mode_menu,) if density is _Density.MENU else self._spared

    def _menu_of_modes(self) -> QMenu:
        menu = QMenu(self)
        for mode, mode_button in self._mode_buttons.items():
            menu.addAction(mode_button.text(), partial(self.modeChosen.emit, mode))
        return menu

    def _step_names(self, window: Window) -> tuple[str, str]:
        match _mode_like(window):
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

    def forbid_new(self, actor: Actor) -> None:
        """Whoever works here books nothing."""
        forbid_planning(actor, self._new)

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
        self._panels.add(switch)
        self._forget_needs()

    def _lay_out(self) -> None:
        row = self._row
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        modes = QHBoxLayout()
        modes.setSpacing(_MODE_GAP)
        for part in self._parts:
            (modes if part in self._mode_buttons.values() else row).addWidget(part)
        # What is at the left of the stretch keeps its place, whatever the rest has to say.
        row.insertStretch(row.indexOf(self._list) + 1, 1)
        row.insertLayout(row.indexOf(self._mode_menu), modes)
        row.insertWidget(row.indexOf(self._on) + 1, self._title)

    def _connect(self) -> None:
        self.resources.renamed.connect(self._forget_needs)
        self._back.clicked.connect(self._turn_back)
        self._on.clicked.connect(self._turn_on)
        self._today.clicked.connect(self.todayRequested)
        self._modes.buttonToggled.connect(self._on_mode)  # a screen reader toggles them, which is no click
        self._modes.buttonClicked.connect(self._on_mode_clicked)
        self._list.toggled.connect(self.listToggled)
        self._undo.clicked.connect(self.undoRequested)
        self._redo.clicked.connect(self.redoRequested)
        self._new.clicked.connect(self._ask_for_new)

    def _ask_for_new(self) -> None:
        self.newRequested.emit(self._new.mapToGlobal(QPoint(0, self._new.height())))

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

    def _on_mode(self, toggled: QToolButton, is_on: bool) -> None:
        if is_on:
            self.modeChosen.emit(self._mode_of(toggled))

    def _on_mode_clicked(self, clicked: QToolButton) -> None:
        """What a view marks is pressed already, and leads out of the view all the same."""
        if clicked is self._of_view:
            self.modeChosen.emit(self._mode_of(clicked))

    def _mode_of(self, pressed: QToolButton) -> Mode:
        return next(mode for mode, part in self._mode_buttons.items() if part is pressed)


def _mode_like(window: Window) -> Mode:
    if window.mode is not Mode.VIEW:
        return window.mode
    return _MODE_OF_DAYS.get(len(window.days), Mode.VIEW)


def _longest_windows() -> tuple[Window, ...]:
    """A day and a week whose titles are about the longest there are."""
    year, utc = 2026, ZoneInfo("UTC")
    month = max(range(1, 13), key=lambda month: len(wording.month_name(date(year, month, 1))))
    days = (date(year, month, number) for number in range(20, 27))
    across_years = date(year, 12, 30)
    return (
        Window(Mode.DAY, max(days, key=lambda day: len(wording.weekday(day))), utc),
        Window(Mode.WEEK, across_years, utc),
    )


def _divider() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.VLine)
    line.setEnabled(False)
    return line
