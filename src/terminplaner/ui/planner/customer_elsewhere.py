"""What the current customer has on resources that are not shown: the overlay option beyond the plan's columns."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.ui.context import Services
from terminplaner.ui.forms import link_button
from terminplaner.ui.icon_widgets import StateIcon
from terminplaner.ui.messages import title_of
from terminplaner.ui.plain_text import plain_label, without_mnemonic
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.loader import Loaded
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.planner.wishes import PlannerWishes
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_NAMED_AT_MOST = 3


class CustomerElsewhere(QFrame):
    """Follows whom new appointments are for, or else what is chosen, for the days in sight; each leads there.

    Without the chain's option it asks nothing and stays hidden.
    """

    def __init__(
        self, services: Services, tasks: TaskRunner, stage: PlanStage, wishes: PlannerWishes, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._stage, self._wishes = services, tasks, stage, wishes
        self._loaded: Loaded | None = None
        self._customer_id: UUID | None = None
        self._asked = 0
        self.setProperty("role", "banner")
        self.setProperty("tone", "info")
        icon = StateIcon(18)
        icon.show_icon("info", "info")
        self._text = plain_label()
        self._links: list[QPushButton] = []
        self._rows: tuple[AppointmentRow, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        self._row.setSpacing(Space.S)
        self._row.addWidget(icon)
        self._row.addWidget(self._text)
        self._row.addStretch(1)
        self.hide()
        stage.selectionChanged.connect(self.look)

    def look_at(self, loaded: Loaded) -> None:
        """What the planner shows now."""
        self._loaded = loaded
        self.look()

    def book_for(self, customer_id: UUID | None) -> None:
        """New appointments are for this customer, or nobody in particular."""
        self._customer_id = customer_id
        self.look()

    def look(self) -> None:
        self._asked += 1
        row, loaded = self._stage.current_row, self._loaded
        customer_id = self._customer_id or (row.appointment.customer_id if row is not None else None)
        if customer_id is None or loaded is None or not _is_wanted(loaded):
            self._show(())
            return
        span = loaded.window.interval
        query = AppointmentQuery(from_at=span.start_at, until_at=span.end_at, customer_id=customer_id)
        queries, asked = self._services.queries, self._asked
        self._tasks.run(
            lambda: queries.appointments(query), self, lambda rows: self._on_found(asked, rows), _say_nothing
        )

    def _on_found(self, asked: int, rows: tuple[AppointmentRow, ...]) -> None:
        if asked == self._asked and self._loaded is not None:
            shown = {row.appointment.id for row in self._loaded.plan.rows}
            self._show(tuple(row for row in rows if row.appointment.id not in shown))

    def _show(self, rows: tuple[AppointmentRow, ...]) -> None:
        """Whoever is at a link stays there where they are the same."""
        if rows == self._rows:
            return
        self._rows = rows
        for link in self._links:
            link.deleteLater()
        self._links = [self._link(row) for row in rows[:_NAMED_AT_MOST]]
        for place, link in enumerate(self._links, start=2):
            self._row.insertWidget(place, link)
        if rows:
            further = len(rows) - len(self._links)
            text = self.tr("Nicht im Plan, auch für {name}:").format(name=title_of(rows[0]))
            if further:
                text = self.tr("Nicht im Plan, auch für {name} (und {count} weitere):").format(
                    name=title_of(rows[0]), count=further
                )
            self._text.setText(text)
        self.setVisible(bool(rows))

    def _link(self, row: AppointmentRow) -> QPushButton:
        day = wording.short_date(row.appointment.when.interval(row.zone).start_at.astimezone(row.zone).date())
        names = ", ".join(resource.name for resource in row.resources)
        text = self.tr("{day} {time} bei {names}").format(day=day, time=wording.span(row, row.zone), names=names)
        link = link_button(without_mnemonic(text))
        link.setAccessibleName(text)
        link.clicked.connect(partial(self._go, row))
        return link

    def _go(self, row: AppointmentRow, _checked: bool = False) -> None:
        self._wishes.show(row)


def _is_wanted(loaded: Loaded) -> bool:
    return loaded.choices.settings.show_customer_overlay


def _say_nothing(_error: TerminplanerError) -> None:
    """It is a hint; what is wrong with the database is said where it is asked for the plan."""
