"""What people wish for in the plan, in its menus or beside it: a new appointment, one to open, what is chosen."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from terminplaner.domain.people import Customer
from terminplaner.domain.series import first_day
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.domain.when import Timed
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.choices import Choices
from terminplaner.ui.messages import title_of
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.planner.availability.availability_actions import AvailabilityActions
from terminplaner.ui.planner.away import Away
from terminplaner.ui.planner.commands import AppointmentCommands
from terminplaner.ui.planner.context_menu import ContextMenu
from terminplaner.ui.planner.navigation.navigator import PlanNavigator
from terminplaner.ui.planner.plan.carrying import Carried
from terminplaner.ui.planner.plan.gestures import NewAppointment, Rebooking
from terminplaner.ui.planner.stage import PlanStage


class PlannerWishes(QObject):
    """Turns them into commands, once ``choices`` were read."""

    def __init__(
        self,
        stage: PlanStage,
        navigator: PlanNavigator,
        commands: AppointmentCommands,
        availability: AvailabilityActions,
        context_menu: ContextMenu,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._stage = stage
        self._navigator = navigator
        self._commands = commands
        self._availability = availability
        self._context_menu = context_menu
        self._window = parent
        self.choices: Choices | None = None
        self._to_select: UUID | None = None
        self._to_point_at: tuple[Timed, tuple[UUID, ...]] | None = None
        self._waits_for_new = False
        stage.newRequested.connect(self._new_at)
        navigator.failed.connect(self._wait_no_longer)
        stage.openRequested.connect(self.open)
        stage.menuRequested.connect(self._open_menu)
        stage.hiddenRequested.connect(self._open_hidden)
        stage.awayRequested.connect(self.open_away)
        stage.placed.connect(self._place)
        commands.booked.connect(self._on_booked)
        commands.dialogs.showRequested.connect(self.show)

    def new_appointment(self, corner: QPoint | None = None) -> None:
        """Open the dialog for a new appointment at the cursor, or in the next free slot below it.

        Templates to choose from open at ``corner`` of the screen, None for where the cursor is.

        Availabilities are edited no longer then.  It waits for what has yet to be read, as long as the plan is in
        sight; where no resource is shown, that is said.
        """
        self._availability.end_editing()
        self._waits_for_new = self.choices is None
        if self.choices is None:
            return
        wanted = self._stage.new_when_free()
        if wanted is None:
            self._commands.telling.say(self.tr("Kein neuer Termin: Im Plan wird keine Ressource gezeigt."))
        else:
            self._commands.dialogs.book(wanted, self.choices, corner or self._stage.corner())

    def _new_at(self, wanted: NewAppointment, corner: QPoint) -> None:
        """Open the dialog for a new appointment there, or for an availability while these are edited."""
        if self._availability.is_editing:
            self._availability.edit_at(wanted)
        elif self.choices is not None:
            self._commands.dialogs.book(wanted, self.choices, corner)

    def open(self, row: AppointmentRow) -> None:
        """Open the dialog for an appointment, or for a draft of one."""
        if self.choices is not None:
            self._commands.dialogs.open(row, self.choices)

    def open_away(self, away: Away) -> None:
        """Open what keeps somebody away: the appointment, the absence or the Nichtverfügbarkeit."""
        if isinstance(away.cause, AppointmentRow):
            self.open(away.cause)
        else:
            self._availability.open_away(away)

    def open_selected(self) -> None:
        row = self._stage.current_row
        if row is not None:
            self.open(row)

    def cancel_selected(self) -> None:
        rows = self._stage.chosen_rows
        self._commands.cancel([row for row in rows if row.is_movable])

    def move_following(self) -> None:
        """Let those that follow in a series go with the one that was just moved."""
        self._commands.telling.go_further()

    def carry(self, carried: Carried) -> None:
        """Take something up with the pointer, from beside the plan."""
        self._stage.hand.carry(carried)

    def customer_to_book(self) -> Customer | None:
        """Whom the next new appointment is for."""
        return self._commands.dialogs.customer

    def end_booking_for(self, wish: WaitingListEntry) -> None:
        """Whoever waits now gets no next new appointment by itself."""
        customer = self.customer_to_book()
        if customer is not None and customer.id == wish.customer_id:
            self._commands.dialogs.book_for(None)

    def show(self, row: AppointmentRow) -> None:
        """Lead to an appointment by its hours, and choose it."""
        self._to_select = row.appointment.id
        day = first_day(row.appointment.when, self._navigator.window.zone)
        self._navigator.show_day(day, row.appointment.resource_ids)

    def show_time(self, when: Timed, resource_ids: tuple[UUID, ...]) -> None:
        """Lead to a time by the hours of these resources, and let the keys stand there."""
        self._to_point_at = when, resource_ids
        self._stage.calendarRequested.emit()
        self._navigator.show_day(when.start_at.astimezone(self._navigator.window.zone).date(), resource_ids)

    def catch_up(self) -> None:
        """Do what had to wait until the plan is shown: choose what was booked or asked for, stand where a time was
        asked for, begin a new one."""
        if self._to_point_at is not None and self._stage.canvas.point_at(*self._to_point_at):
            self._to_point_at = None
        if self._to_select is not None and self._stage.reveal(self._to_select):
            self._to_select = None
        if self._waits_for_new and self._window.isVisible():
            self.new_appointment()
        self._waits_for_new = False

    def menu_for(self, row: AppointmentRow | None, place: NewAppointment | None) -> QMenu:
        """The context menu on an appointment, or the chosen ones it is among (None: on empty ground)."""
        if self.choices is None:
            return QMenu(self._window)
        chosen = self._stage.chosen_rows
        rows = chosen if row in chosen else () if row is None else (row,)
        absences = self._availability.absences_at(place) if place is not None else ()
        source = place.resource if place is not None and self._stage.has_columns else None
        return self._context_menu.menu_for(rows, place, self.choices, absences, source)

    def fill_menu(self, menu: QMenu, rows: tuple[AppointmentRow, ...]) -> None:
        """Add what can be done with appointments that need not be in the plan."""
        if self.choices is not None:
            self._context_menu.fill(menu, rows, None, self.choices)

    def _open_menu(self, row: AppointmentRow | None, place: NewAppointment | None, corner: QPoint) -> None:
        self.menu_for(row, place).popup(corner)

    def menu_of_hidden(self, rows: tuple[AppointmentRow, ...], place: NewAppointment) -> QMenu:
        """What there is no room for at a place, each with what can be done with it."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.choices is not None:
            for row in rows:
                own = menu.addMenu(without_mnemonic(title_of(row)))
                self._context_menu.fill(own, (row,), place, self.choices)
        return menu

    def _open_hidden(self, rows: tuple[AppointmentRow, ...], place: NewAppointment, corner: QPoint) -> None:
        self.menu_of_hidden(rows, place).popup(corner)

    def _place(self, carried: Carried, landings: tuple[Rebooking, ...]) -> None:
        if self.choices is not None:
            self._commands.place(carried, landings, self.choices)

    def _wait_no_longer(self) -> None:
        self._waits_for_new = False

    def _on_booked(self, appointment_id: UUID) -> None:
        self._to_select = appointment_id
