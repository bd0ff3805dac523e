"""What an empty planner says: the way to the first appointment, with what is done already."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from terminplaner.services.permissions import Right
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import button, card, page_title, paragraph, section_title, set_role
from terminplaner.ui.icon_widgets import StateIcon
from terminplaner.ui.places import Place
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_LETTERS = 96
"""As wide as is comfortable to read."""


@dataclass(frozen=True, slots=True)
class _Done:
    branch: bool
    employees: bool


class FirstSteps(QWidget):
    """Shown while the chain has no resource; it looks up what was done each time it is seen."""

    wanted = Signal(object)
    """The ``Place`` where somebody wants to take a step."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._icons: dict[Place, StateIcon] = {}
        self._buttons: dict[Place, QPushButton] = {}
        self.setAccessibleName(self.tr("Erste Schritte"))
        frame = card()
        frame.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        inner.setSpacing(Space.M)
        inner.addWidget(page_title(self.tr("Willkommen im Terminplaner")))
        if session.actor.has(Right.MANAGE_MASTER_DATA):
            inner.addWidget(paragraph(self.tr("In drei Schritten zum ersten Termin:")))
            inner.addLayout(self._steps())
            inner.addWidget(
                paragraph(
                    self.tr(
                        "Danach steht hier für jede Ressource eine Spalte. Ein Doppelklick auf eine freie Zeit "
                        "legt den ersten Termin an."
                    )
                )
            )
        else:
            inner.addWidget(
                paragraph(
                    self.tr(
                        "Noch gibt es keine Ressourcen. Ein Administrator legt sie an; danach steht hier für jede "
                        "eine Spalte."
                    )
                )
            )
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(frame)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.addStretch(1)
        column.addLayout(line)
        column.addStretch(2)

    def _steps(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.M)
        grid.setColumnStretch(1, 1)
        steps = (
            (
                Place.BRANCH,
                self.tr("1. Filiale"),
                self.tr("Name, Adresse und Bundesland; danach richten sich die Feiertage."),
                button(self.tr("&Filiale bearbeiten …")),
            ),
            (
                Place.EMPLOYEES,
                self.tr("2. Mitarbeiter"),
                self.tr("Wer Termine hat. Für einen Plan nur mit Räumen nicht nötig."),
                button(self.tr("&Mitarbeiter anlegen …")),
            ),
            (
                Place.RESOURCES,
                self.tr("3. Ressource"),
                self.tr("Eine Spalte im Plan: ein Mitarbeiter oder ein Raum."),
                button(self.tr("&Ressource anlegen …")),
            ),
        )
        for row, (place, title, sentence, act) in enumerate(steps):
            self._icons[place] = icon = StateIcon()
            self._buttons[place] = act
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(section_title(title))
            words.addWidget(paragraph(sentence))
            act.clicked.connect(lambda _checked=False, place=place: self.wanted.emit(place))
            act.setAccessibleDescription(sentence)
            grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(words, row, 1)
            grid.addWidget(act, row, 2, Qt.AlignmentFlag.AlignVCenter)
        return grid

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        services = self._services
        if self._icons:
            self._tasks.run(lambda: _look(services), self, self._on_looked)

    def _on_looked(self, done: _Done) -> None:
        """Mark what is done, in words too, as the mark alone is nothing to hear; the next step stands out."""
        steps = {Place.BRANCH: done.branch, Place.EMPLOYEES: done.employees, Place.RESOURCES: False}
        following = next(place for place, is_done in steps.items() if not is_done)
        for place, is_done in steps.items():
            self._icons[place].show_icon("check-circle" if is_done else "", "success")
            self._icons[place].setAccessibleName(self.tr("erledigt") if is_done else "")
            self._icons[place].setToolTip(self.tr("erledigt") if is_done else "")
            set_role(self._buttons[place], "role", "primary" if place is following else "")


def _look(services: Services) -> _Done:
    """The branch of a new chain has no address yet."""
    branches = services.queries.branches()
    return _Done(
        any(branch.address for branch in branches) or len(branches) > 1, bool(services.queries.employees())
    )
