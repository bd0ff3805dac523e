"""A year at a glance: a line per month, a cell per day, with absences as letters and holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QLabel, QMenu, QTableView, QVBoxLayout, QWidget

from terminplaner.domain.absence import AbsenceKind
from terminplaner.domain.when import AllDay
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.forms import labelled, small_print
from terminplaner.ui.plain_text import plain_tooltip, without_mnemonic
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.overviews.month import new_on
from terminplaner.ui.planner.overviews.year import DAYS, MONTHS, YearDay, YearSheet
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.theme import READABLE, Space, Tokens, mix, tokens, towards

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_COLORS = {
    AbsenceKind.VACATION: "success",
    AbsenceKind.SICKNESS: "danger",
    AbsenceKind.TRAINING: "info",
    AbsenceKind.CLOSURE: "warning",
    AbsenceKind.OTHER: "muted",
}
"""The token of each kind's hue; the letter says the same."""


class YearTable(QAbstractTableModel):
    """Twelve rows, thirty-one columns; days that a month does not have are empty and disabled."""

    def __init__(self, sheet: YearSheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._today = sheet.window.day
        self._tokens: Tokens = tokens(QPalette())

    def show_sheet(self, sheet: YearSheet, today: date, palette: QPalette) -> None:
        self._sheet, self._today, self._tokens = sheet, today, tokens(palette)
        self.dataChanged.emit(self.index(0, 0), self.index(MONTHS - 1, DAYS - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, MONTHS - 1)

    def day_at(self, index: Index) -> YearDay | None:
        return self._sheet.at(index.row() + 1, index.column() + 1) if index.isValid() else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else MONTHS

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else DAYS

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.day_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.day_at(index)
        if day is None:
            return self._tokens.window if role == Qt.ItemDataRole.BackgroundRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._letters(day)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip("\n".join(self._words(day)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(self._words(day))
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.BackgroundRole:
                return self._ground(day)
            case Qt.ItemDataRole.ForegroundRole:
                return towards(self._hue(day), self._tokens.text, self._ground(day), READABLE)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return str(section + 1)
        return wording.month_name(date(self._sheet.window.day.year, section + 1, 1))

    @staticmethod
    def _letters(day: YearDay) -> str:
        """The kind's letter and how many people it is, their number alone where kinds differ; or the holiday's."""
        if not day.away:
            return absence_wording.holiday_letter() if day.holiday else ""
        letters = {absence_wording.letter(away.absence.kind) for away in day.away}
        people = len({away.resource.id for away in day.away if away.absence.resource_ids})
        number = str(people) if people > 1 else ""
        return f"{letters.pop()}{number}" if len(letters) == 1 else number or "/".join(sorted(letters))

    def _hue(self, day: YearDay) -> Any:
        if day.away:
            return getattr(self._tokens, _COLORS[day.away[0].absence.kind])
        return self._tokens.muted

    def _ground(self, day: YearDay) -> Any:
        base = self._tokens.unavailable if day.is_weekend or day.holiday else self._tokens.surface
        if day.away:
            return mix(base, self._hue(day), 0.24)
        return self._tokens.today if day.day == self._today else base

    @staticmethod
    def _words(day: YearDay) -> tuple[str, ...]:
        people = (f"{away.resource.name}: {absence_wording.label(away.absence)}" for away in day.away)
        return tuple(part for part in (wording.long_date(day.day), day.holiday, *people) if part)


class YearView(QWidget):
    """One resource or all of them; Enter and a double click lead to the day, or with several days chosen to a new
    absence for them."""

    dayRequested = Signal(object)
    absenceRequested = Signal(object, object)
    """A new absence for these whole days (``AllDay``), of the resource of this id where one is chosen."""
    absenceEditRequested = Signal(object)
    """This ``Absence``."""

    def __init__(self, sheet: YearSheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._today = sheet.window.day
        self._table = YearTable(sheet, self)
        self._view = YearGrid(self._table)
        self._view.setAccessibleName(self.tr("Jahr"))
        self._view.dayRequested.connect(self.dayRequested)
        self._view.absenceRequested.connect(self._on_absence)
        self._view.absenceEditRequested.connect(self.absenceEditRequested)
        self._resource = ChoiceField()
        self._resource.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._resource.currentIndexChanged.connect(self._show)
        self._legend: QLabel = small_print(
            f"{absence_wording.legend()}. "
            + self.tr(
                "Mehrere Tage: mit der Maus ziehen oder mit Umschalt und den Pfeiltasten; die Eingabetaste trägt "
                "dort eine Abwesenheit ein."
            )
        )
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(labelled(self.tr("Abwesenheiten von"), self._resource))
        row.addWidget(self._resource)
        row.addSpacing(Space.L)
        row.addWidget(self._legend, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, 0, Space.M, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(row)
        column.addWidget(self._view, 1)
        self.setFocusProxy(self._view)

    def show_sheet(self, sheet: YearSheet, today: date) -> None:
        self._sheet, self._today = sheet, today
        blocker = QSignalBlocker(self._resource)
        self._resource.offer([Choice(None, self.tr("Alle Ressourcen")), *choices_of(sheet.resources)])
        blocker.unblock()
        self._show()

    @property
    def shown_sheet(self) -> YearSheet:
        """What the choice of the resource leaves."""
        return self._sheet.only(self._resource.key)

    def new_here(self) -> NewAppointment | None:
        """A new appointment on the current day, at nine, of the chosen resource or the first one."""
        window, resource = self._sheet.window, next(iter(self.shown_sheet.resources), None)
        here = self._table.day_at(self._view.currentIndex())
        return None if resource is None else new_on(here.day if here else window.day, resource, window.zone)

    def _on_absence(self, days: AllDay) -> None:
        self.absenceRequested.emit(days, self._resource.key)

    def _show(self) -> None:
        self._table.show_sheet(self.shown_sheet, self._today, self.palette())


class YearGrid(QTableView):
    """The table itself.  Days are chosen as the calendar runs, over the ends of the months."""

    dayRequested = Signal(object)
    absenceRequested = Signal(object)
    """For these whole days, an ``AllDay``."""
    absenceEditRequested = Signal(object)

    def __init__(self, table: YearTable) -> None:
        super().__init__()
        self._table = table
        self._anchor: date | None = None
        self.setModel(table)
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(18)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.doubleClicked.connect(self._open)

    @property
    def chosen(self) -> AllDay | None:
        """The chosen days."""
        here = self._table.day_at(self.currentIndex())
        if here is None:
            return None
        first, last = sorted((self._anchor or here.day, here.day))
        return AllDay(first, last + timedelta(days=1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            self._choose(extends=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif (days := self.chosen) is not None and days.end_on - days.first_on > timedelta(days=1):
            self.absenceRequested.emit(days)
        else:
            self._open(self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(extends=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(extends=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if (menu := self.menu()) is not None:
            menu.popup(event.globalPos())

    def menu(self) -> QMenu | None:
        """What can be done with the chosen days."""
        days, here = self.chosen, self._table.day_at(self.currentIndex())
        if days is None or here is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(
            self.tr("&Tag zeigen: {day}").format(day=wording.short_date(here.day)),
            lambda: self.dayRequested.emit(here.day),
        )
        last_on = days.end_on - timedelta(days=1)
        span = wording.short_date(days.first_on)
        if last_on > days.first_on:
            span = f"{span} – {wording.short_date(last_on)}"
        menu.addAction(
            self.tr("&Abwesenheit eintragen: {days} …").format(days=span), lambda: self.absenceRequested.emit(days)
        )
        for absence in {away.absence.id: away.absence for away in here.away}.values():
            name = without_mnemonic(absence_wording.label(absence))
            text = self.tr("„{name}“ &bearbeiten …").format(name=name)
            menu.addAction(text, partial(self.absenceEditRequested.emit, absence))
        return menu

    def _choose(self, *, extends: bool) -> None:
        """Choose the days from where the choice began to where it is now; a rectangle of the table is none."""
        here = self._table.day_at(self.currentIndex())
        if here is None:
            return
        if not extends or self._anchor is None or self._anchor.year != here.day.year:
            self._anchor = here.day
        days = self.chosen
        chosen = QItemSelection()
        day = days.first_on if days is not None else here.day
        while days is not None and day < days.end_on:
            index = self._table.index(day.month - 1, day.day - 1)
            chosen.select(index, index)
            day += timedelta(days=1)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(chosen, flag)

    def _open(self, index: QModelIndex) -> None:
        day = self._table.day_at(index)
        if day is not None:
            self.dayRequested.emit(day.day)
