"""The menu of the right mouse button: everything that can be done at a place or with an appointment."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from terminplaner.domain.absence import Absence
from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.services.absences import may_enter
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.choices import Choices
from terminplaner.services.permissions import Right
from terminplaner.services.templates import needs_template, offered_templates, with_template
from terminplaner.ui.allowance import Reason, forbid, forbid_planning, say_reasons, withhold
from terminplaner.ui.choice_field import names_of
from terminplaner.ui.messages import describe_code
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.planner import keys
from terminplaner.ui.planner.appointment.limits import why_not_move
from terminplaner.ui.planner.availability import absence_wording
from terminplaner.ui.planner.commands import AppointmentCommands
from terminplaner.ui.planner.copies import blank_row
from terminplaner.ui.planner.editing import Editing
from terminplaner.ui.planner.keys import show_key
from terminplaner.ui.planner.plan.carrying import Purpose
from terminplaner.ui.planner.plan.gestures import NewAppointment
from terminplaner.ui.planner.template_menu import add_templates
from terminplaner.ui.printing.actions import has_slip


class ContextMenu(QObject):
    """Makes the menus; what it does not do itself it asks for by signals."""

    availabilityRequested = Signal(object)
    """A new availability (Verfügbarkeit) at this ``NewAppointment``."""
    absenceRequested = Signal(object)
    """A new absence (Abwesenheit) at this ``NewAppointment``."""
    absenceEditRequested = Signal(object)
    absenceDeleteRequested = Signal(object)
    """This ``Absence``."""
    slipRequested = Signal(object)
    """The slip (Terminzettel) of this ``AppointmentRow``."""

    def __init__(self, commands: AppointmentCommands, editing: Editing, branch: Branch, parent: QWidget) -> None:
        super().__init__(parent)
        self._commands = commands
        self._editing = editing
        self._branch = branch
        self._parent = parent

    def menu_for(
        self,
        rows: tuple[AppointmentRow, ...],
        place: NewAppointment | None,
        choices: Choices,
        absences: Iterable[Absence] = (),
        source: Resource | None = None,
    ) -> QMenu:
        """As ``fill``, in a menu of its own."""
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu, rows, place, choices, absences, source)
        return menu

    def fill(
        self,
        menu: QMenu,
        rows: tuple[AppointmentRow, ...],
        place: NewAppointment | None,
        choices: Choices,
        absences: Iterable[Absence] = (),
        source: Resource | None = None,
    ) -> None:
        """Add what can be done with the chosen appointments (none: on empty ground), at ``place`` if that is one.

        ``absences`` are those that lie there, ``source`` is the resource in whose column that is.
        """
        if place is not None:
            menu.addMenu(self._new_menu(menu, rows, place, choices))
        if len(rows) == 1:
            self._add_for_one(menu, rows[0], place, source, choices)
        elif rows:
            self._add_for_many(menu, rows, choices)
        else:
            found = tuple(absences)
            for absence in found:
                self._add_for_absence(menu, absence, choices, names_people=len(found) > 1)
            self._add_paste(menu, place)
        say_reasons(menu)

    def _add_paste(self, menu: QMenu, place: NewAppointment | None) -> None:
        paste = menu.addAction(self.tr("Ein&fügen"), partial(self._editing.paste_at, place))
        show_key(paste, keys.PASTE)
        if place is None or not self._editing.can_paste:
            empty = Reason(
                self.tr("nichts in der Zwischenablage"), self.tr("In der Zwischenablage liegt kein Termin.")
            )
            withhold(empty, paste)
        elif not self._commands.actor.may_plan(place.resource):
            name = without_mnemonic(place.resource.name)
            sentence = describe_code("may_not_plan", {"resource": place.resource.name})
            withhold(Reason(self.tr("nicht für „{name}“").format(name=name), sentence), paste)

    def _new_menu(
        self, parent: QMenu, rows: tuple[AppointmentRow, ...], place: NewAppointment, choices: Choices
    ) -> QMenu:
        menu = QMenu(self.tr("&Neu"), parent)
        actor = self._commands.actor
        if not actor.may_plan(place.resource):
            name = without_mnemonic(place.resource.name)
            reason = menu.addAction(self.tr("Für „{name}“ dürfen Sie nicht planen").format(name=name))
            reason.setEnabled(False)
            return menu
        first = self.tr("&Sonstiger Termin …") if rows else self.tr("&Termin …")
        if not needs_template(choices.settings, choices.templates, self._branch.id):
            show_key(menu.addAction(first, partial(self._commands.dialogs.book, place, choices)), keys.NEW)
        if len(rows) == 1:
            menu.addAction(
                self.tr("&Letzten wiederholen …"), partial(self._commands.dialogs.copy, rows[0], choices)
            )
        if offered := offered_templates(choices.templates, self._branch.id):
            menu.addSeparator()
            self._add_templates(menu, offered, place, choices)
        menu.addSeparator()
        entries = (
            menu.addAction(self.tr("&Verfügbarkeit …"), partial(self.availabilityRequested.emit, place)),
            menu.addAction(self.tr("&Abwesenheit …"), partial(self.absenceRequested.emit, place)),
        )
        if not actor.may_plan_absences(place.resource):
            forbid_planning(actor, *entries)
        say_reasons(menu)
        return menu

    def _add_templates(
        self, menu: QMenu, templates: tuple[AppointmentTemplate, ...], place: NewAppointment, choices: Choices
    ) -> None:
        blank = blank_row(place, self._branch)

        def choose(template: AppointmentTemplate) -> None:
            lists = choices.resources, choices.types, choices.statuses
            self._commands.dialogs.open(with_template(blank, template, *lists), choices)

        add_templates(menu, templates, choose)

    def _add_for_one(
        self,
        menu: QMenu,
        row: AppointmentRow,
        place: NewAppointment | None,
        source: Resource | None,
        choices: Choices,
    ) -> None:
        can_change = row.is_changeable
        label = self.tr("&Bearbeiten …") if can_change else self.tr("&Ansehen …")
        opening = menu.addAction(label, partial(self._commands.dialogs.open, row, choices))
        show_key(opening, keys.OPEN)
        menu.setDefaultAction(opening)
        if row.appointment.is_cancelled:
            if can_change:
                menu.addAction(self.tr("&Wiederherstellen"), partial(self._commands.restore, row))
            self._add_waiting(menu, row, choices)
            menu.addAction(self.tr("Ver&lauf …"), partial(self._commands.dialogs.show_history, row))
            return
        if can_change:
            menu.addMenu(self._status_menu(menu, (row,), choices))
        menu.addSeparator()
        if place is None and self._commands.actor.may_plan_something:
            menu.addAction(self.tr("&Letzten wiederholen …"), partial(self._commands.dialogs.copy, row, choices))
        self._add_taking(menu, (row,), source)
        menu.addSeparator()
        if can_change:
            here = tuple(one for one in row.resources if source is not None and one.id == source.id)
            removable = here or row.resources
            names = names_of(row.resources, choices.branches)
            for resource in removable if len(row.appointment.resource_ids) > 1 else ():
                name = without_mnemonic(names[resource.id])
                text = self.tr("&Entfernen von Ressource „{name}“").format(name=name)
                menu.addAction(text, partial(self._commands.moving.remove_resource, row, resource))
        if row.customer is not None and self._commands.actor.has(Right.MANAGE_CUSTOMERS):
            menu.addAction(self.tr("Kun&de öffnen …"), partial(self._commands.dialogs.open_customer, row))
        self._add_waiting(menu, row, choices)
        if has_slip(row):
            menu.addAction(self.tr("Termin&zettel drucken …"), partial(self.slipRequested.emit, row))
        menu.addAction(self.tr("Ver&lauf …"), partial(self._commands.dialogs.show_history, row))
        menu.addSeparator()
        text = self.tr("S&tornieren") if row.appointment.series_id is None else self.tr("S&tornieren …")
        cancel = menu.addAction(text, partial(self._commands.cancel, (row,)))
        show_key(cancel, keys.CANCEL)
        if not can_change:
            withhold(why_not_move(self._commands.actor, row), cancel)

    def _add_waiting(self, menu: QMenu, row: AppointmentRow, choices: Choices) -> None:
        """Another appointment like it, as soon as there is a place for it."""
        appointment, actor = row.appointment, self._commands.actor
        is_somebodys = appointment.customer_id is not None or bool(appointment.text)
        is_ours = not (appointment.is_read_only or appointment.is_private)
        if choices.settings.use_waiting_lists and actor.may_plan_something and is_somebodys and is_ours:
            menu.addAction(self.tr("Auf die Wa&rteliste …"), partial(self._commands.dialogs.wait, row, choices))

    def _add_for_many(self, menu: QMenu, rows: tuple[AppointmentRow, ...], choices: Choices) -> None:
        if all(row.is_changeable and not row.appointment.is_cancelled for row in rows):
            menu.addMenu(self._status_menu(menu, rows, choices))
            menu.addSeparator()
        self._add_taking(menu, rows, None)
        changeable = tuple(row for row in rows if row.is_movable)
        if changeable:
            menu.addSeparator()
            text = self.tr("{count} Termine s&tornieren").format(count=len(changeable))
            show_key(menu.addAction(text, partial(self._commands.cancel, changeable)), keys.CANCEL)

    def _add_for_absence(self, menu: QMenu, absence: Absence, choices: Choices, *, names_people: bool) -> None:
        menu.addSeparator()
        words = absence_wording.label(absence)
        if names_people and absence.resource_ids:
            names = names_of(choices.resources, choices.branches)
            people = ", ".join(names[key] for key in absence.resource_ids if key in names)
            words = f"{words}: {people}"
        name = without_mnemonic(words)
        entries = (
            menu.addAction(
                self.tr("„{name}“ &bearbeiten …").format(name=name),
                partial(self.absenceEditRequested.emit, absence),
            ),
            menu.addAction(
                self.tr("„{name}“ &löschen").format(name=name), partial(self.absenceDeleteRequested.emit, absence)
            ),
        )
        actor = self._commands.actor
        if not may_enter(actor, absence, choices.resources):
            forbid(actor, *entries)

    def _add_taking(self, menu: QMenu, rows: tuple[AppointmentRow, ...], source: Resource | None) -> None:
        are_movable = all(row.is_movable for row in rows)
        for purpose, text, key in (
            (Purpose.MOVE, self.tr("&Verschieben"), keys.MOVE),
            (Purpose.COPY, self.tr("&Kopieren"), keys.COPY),
        ):
            if are_movable or purpose is Purpose.COPY:
                show_key(menu.addAction(text, partial(self._editing.take, purpose, rows, source)), key)
        menu.addSeparator()
        if are_movable:
            show_key(menu.addAction(self.tr("&Ausschneiden"), partial(self._editing.cut, rows)), keys.CUT)
        text = self.tr("In die Zwischenablage k&opieren")
        show_key(menu.addAction(text, partial(self._editing.copy, rows)), keys.TAKE)

    def _status_menu(self, parent: QMenu, rows: tuple[AppointmentRow, ...], choices: Choices) -> QMenu:
        """Checked is what all of them have."""
        menu = QMenu(self.tr("Stat&us"), parent)
        present = {row.appointment.status_id for row in rows}
        names = {**names_of(choices.statuses), None: self.tr("Ohne")}
        for status in (None, *choices.statuses):
            name = without_mnemonic(names[status.id if status else None])
            entry = menu.addAction(name, partial(self._commands.set_status, rows, status))
            entry.setCheckable(True)
            entry.setChecked(present == {status.id if status else None})
        return menu
