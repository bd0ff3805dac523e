"""The dialogs "Abwesenheit" and "Betriebsschließung", and what is booked into such a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from terminplaner.domain.absence import Absence, AbsenceKind
from terminplaner.domain.errors import InvalidInputError
from terminplaner.domain.resource import Resource, Weekday
from terminplaner.domain.series import first_day
from terminplaner.domain.when import AllDay, day_interval
from terminplaner.services.absences import SavedAbsence
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.choices import Choices
from terminplaner.services.working_time import local_days
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.entry_dialog import EntryDialog
from terminplaner.ui.forms import add_field, button, link_button, paragraph, primary_button, small_print
from terminplaner.ui.messages import describe_absence
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.appointment.resource_checks import ResourceChecks
from terminplaner.ui.planner.appointment.time_fields import TimeFields
from terminplaner.ui.planner.appointment.times import Times
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.time_field import settle_times

_ROWS_SHOWN = 6
_WIDTH = 520


class AbsenceDialog(EntryDialog):
    """``absence`` of a new one has revision 0; its kind says whether it is a closure and stays so."""

    repetitionRequested = Signal(object)
    """An ``Absence`` of one resource that comes again every week, to be entered as a Nichtverfügbarkeit instead.

    It lies within a day, or is of whole days of a week.

    The dialog is closed.
    """

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        choices: Choices,
        absence: Absence,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self._absence = absence
        self._kind = QComboBox()
        self._resources = ResourceChecks(_ROWS_SHOWN)
        self._branch = ChoiceField(
            [
                Choice(None, self.tr("Alle Filialen")),
                *choices_of(choices.branches),
            ]
        )
        self._times = TimeFields(Times.of(absence.when, session.branch.tz), self)
        self._times.favor(session.branch.opening_times)
        self._text = QLineEdit(absence.text)
        if self.is_closure:
            self.setWindowTitle(self.tr("Betriebsschließung"))
            add_field(self.form, self.tr("&Filiale:"), self._branch)
            self._branch.setAccessibleDescription(self._branch.accessibleName())
            self._branch.show_key(absence.branch_id)
        else:
            self.setWindowTitle(self.tr("Abwesenheit"))
            self._add_kinds()
            actor = session.actor
            allowed = [
                resource
                for resource in (*choices.resources, *choices.deleted_of(Resource))
                if actor.may_plan_absences(resource) or resource.id in absence.resource_ids
            ]
            self._resources.offer(allowed, absence.resource_ids, choices.branches)
            add_field(self.form, self.tr("&Ressourcen:"), self._resources)
        self.form.addRow(self._times.dates_label, self._times.dates)
        self.form.addRow(self._times.hours_label, self._times.hours)
        add_field(
            self.form,
            self.tr("&Text:"),
            self._text,
            self.tr("Steht im Plan; nichts davon geht an Google.")
            if self.is_closure
            else self.tr("Steht im Plan neben der Art; nichts davon geht an Google."),
        )
        if not self.is_closure and not absence.revision:
            again = link_button(self.tr("&Wiederholt sie sich? Als Nichtverfügbarkeit eintragen …"))
            again.clicked.connect(self._repeat)
            self.form.addRow("", again)
        self.delete_button.setVisible(absence.revision > 0)
        self.delete_button.clicked.connect(self._delete)
        self.causes = {
            "resource_missing": self._resources.setFocus,
            "several_resources_repeated": self._resources.setFocus,
            "several_days_repeated": self._times.focus_end,
            "end_before_start": self._times.focus_end,
            "nonexistent_local_time": self._times.focus_start,
        }
        (self._branch if self.is_closure else self._kind).setFocus()
        self.remember()

    def _add_kinds(self) -> None:
        for kind in AbsenceKind:
            if kind is not AbsenceKind.CLOSURE:
                self._kind.addItem(describe_absence(kind), kind)
        self._kind.setCurrentIndex(self._kind.findData(self._absence.kind))
        add_field(self.form, self.tr("&Art:"), self._kind)
        self._kind.setAccessibleDescription(self._kind.accessibleName())

    @property
    def is_closure(self) -> bool:
        return self._absence.kind is AbsenceKind.CLOSURE

    def value(self) -> Absence:
        return replace(
            self._absence,
            kind=self._absence.kind if self.is_closure else AbsenceKind(self._kind.currentData()),
            when=self._times.times.when,
            resource_ids=() if self.is_closure else self._resources.chosen_ids,
            branch_id=self._branch.key if self.is_closure else None,
            text=self._text.text().strip(),
        )

    def command(self) -> Callable[[], SavedAbsence]:
        return partial(self.services.absences.save, self.session.actor, self.value())

    def _repeat(self) -> None:
        try:
            settle_times(self)
            absence = self.value()
        except InvalidInputError as error:
            self._complain(error)
            return
        reason = self._why_not_repeated(absence)
        if reason:
            self._complain(InvalidInputError(reason))
            return
        self._discard()
        self.repetitionRequested.emit(absence)

    def _why_not_repeated(self, absence: Absence) -> str:
        """The code of what Nichtverfügbarkeiten, which are of one resource and come weekly, would leave out."""
        if not absence.resource_ids:
            return "resource_missing"
        if len(absence.resource_ids) > 1:
            return "several_resources_repeated"
        zone = self.session.branch.tz
        if isinstance(absence.when, AllDay):
            is_within = len(local_days(absence.when, zone)) <= len(Weekday)
        else:
            day = day_interval(first_day(absence.when, zone), zone)
            is_within = day.contains(absence.when.interval(zone))
        return "" if is_within else "several_days_repeated"

    def _delete(self) -> None:
        self.run(partial(self.services.absences.delete, self.session.actor, self._absence))


class CollidingDialog(QDialog):
    """The appointments that lie in an absence, each to be opened and rebooked."""

    openRequested = Signal(object)
    """An ``AppointmentRow``."""

    def __init__(
        self, rows: tuple[AppointmentRow, ...], parent: QWidget | None = None, *, can_open: bool = True
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Termine in dieser Zeit"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.windowTitle())
        for row in rows:
            day = row.appointment.when.interval(row.zone).start_at.astimezone(row.zone).date()
            self._list.addItem(f"{wording.short_date(day)}, {wording.spoken(row, row.zone)}")
        self._list.setCurrentRow(0)
        self._list.setMinimumWidth(_WIDTH)
        open_button = button(self.tr("&Öffnen …"))
        close = primary_button(self.tr("Schließen"))
        buttons = QHBoxLayout()
        buttons.addWidget(open_button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(paragraph(self.tr("Gespeichert. In dieser Zeit sind noch Termine gebucht:")))
        column.addWidget(self._list)
        column.addWidget(small_print(self.tr("Sie bleiben bestehen, bis jemand sie verschiebt oder storniert.")))
        column.addLayout(buttons)
        open_button.setVisible(can_open)
        if can_open:
            self._list.itemActivated.connect(self._open)
            open_button.clicked.connect(self._open)
        close.clicked.connect(self.accept)

    def _open(self) -> None:
        self.accept()
        self.openRequested.emit(self._rows[self._list.currentRow()])
