"""The planner's entries in the menu "Datei" that put something on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.ui.allowance import Reason, offer_if
from terminplaner.ui.context import Services, Session
from terminplaner.ui.tasks import TaskRunner

if TYPE_CHECKING:  # nobody waits for the printing library at the start of the program
    from terminplaner.ui.printing.options import PrintOptions

_WORK_DAYS = 5


class PrintActions(QObject):
    """They begin with what the planner shows; ``look_at`` and ``name_for`` keep them informed."""

    def __init__(self, services: Services, session: Session, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._window = window
        self._day = services.clock.now().astimezone(session.branch.tz).date()
        self._shown: tuple[tuple[Resource, ...], tuple[Branch, ...]] = (), ()
        self._has_weekend = False
        self._row: AppointmentRow | None = None
        self._day_list = self._make(self.tr("&Tagesliste drucken …"), "Ctrl+P", self.print_day_list)
        self._week_plan = self._make(self.tr("&Wochenplan drucken …"), "Ctrl+Shift+P", self.print_week_plan)
        self._slip = self._make(self.tr("Termin&zettel drucken …"), "Ctrl+Alt+P", self._print_selected)
        self.name_for(None)

    @property
    def actions(self) -> tuple[QAction, ...]:
        return self._day_list, self._week_plan, self._slip

    def look_at(
        self, day: date, resources: tuple[Resource, ...], branches: tuple[Branch, ...], days_shown: int
    ) -> None:
        """The planner shows something else; ``branches`` are those of the chain."""
        self._day, self._shown = day, (resources, branches)
        self._has_weekend = days_shown > _WORK_DAYS
        nothing = Reason(self.tr("keine Ressource gezeigt"), self.tr("Im Plan wird keine Ressource gezeigt."))
        for action in (self._day_list, self._week_plan):
            offer_if(bool(resources), nothing, action)

    def name_for(self, row: AppointmentRow | None) -> None:
        """Another appointment, or none, is selected."""
        self._row = row
        if row is None:
            why_not = Reason(self.tr("kein Termin gewählt"), self.tr("Wählen Sie zuerst einen Termin im Plan."))
        else:
            why_not = Reason(
                self.tr("storniert oder privat"),
                self.tr("Für stornierte und für private Termine gibt es keinen Terminzettel."),
            )
        offer_if(row is not None and has_slip(row), why_not, self._slip)

    def print_day_list(self) -> None:
        from terminplaner.ui.printing.options import DayListOptions

        self._open(DayListOptions(self._services, self._session, self._day, *self._shown))

    def print_week_plan(self) -> None:
        from terminplaner.ui.printing.options import WeekPlanOptions

        self._open(
            WeekPlanOptions(self._services, self._session, self._day, *self._shown, with_weekend=self._has_weekend)
        )

    def print_slip(self, row: AppointmentRow) -> None:
        """The slip of an appointment that ``has_slip``."""
        from terminplaner.ui.printing.options import SlipOptions

        self._open(SlipOptions(self._services, row))

    def _print_selected(self) -> None:
        if self._row is not None:
            self.print_slip(self._row)

    def _open(self, options: PrintOptions) -> None:
        from terminplaner.ui.printing.preview import PreviewDialog

        PreviewDialog(options, self._tasks, self._window).open()

    def _make(self, text: str, shortcut: str, act: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda _checked=False: act())
        return action


def has_slip(row: AppointmentRow) -> bool:
    """Whether there is a slip of an appointment: it is stored, live and nobody's secret."""
    appointment = row.appointment
    return appointment.revision > 0 and not (appointment.is_private or appointment.is_cancelled)
