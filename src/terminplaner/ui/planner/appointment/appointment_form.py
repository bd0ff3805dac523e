"""The fields of the dialog "Termin": an appointment in, an appointment out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from terminplaner.domain.appointment import Appointment, AppointmentStatus, AppointmentType
from terminplaner.domain.errors import InvalidInputError, TerminplanerError
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.when import When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.choices import Choices, visible_resources
from terminplaner.services.occupation import LONGEST_PREPARATION
from terminplaner.services.templates import with_template
from terminplaner.ui.administration.catalogue_dialog import CatalogueButton
from terminplaner.ui.administration.catalogue_tab import statuses, types
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import add_field, form_layout, labelled, side_by_side, small_print
from terminplaner.ui.planner.appointment.customer_field import CustomerField
from terminplaner.ui.planner.appointment.resource_fields import ResourceFields
from terminplaner.ui.planner.appointment.time_fields import TimeFields, minutes_field
from terminplaner.ui.planner.appointment.times import Times
from terminplaner.ui.planner.template_menu import TemplateButton
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_COMMENT_LINES = 3


class AppointmentForm(QWidget):
    """Every field a person may set; what the program sets itself stays as it was in the appointment shown."""

    changed = Signal()

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        choices: Choices,
        row: AppointmentRow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self._shown = row.appointment
        self._template: AppointmentTemplate | None = None
        self._branches = {branch.id: branch for branch in choices.branches}
        self._times = TimeFields(Times.of(row.appointment.when, row.zone), self)
        self._times.favor(session.branch.opening_times)
        self._branch = ChoiceField(choices_of(choices.branches))
        self._prepare, self._follow_up = (minutes_field(LONGEST_PREPARATION) for _ in range(2))
        self._type = ChoiceField(_offered(row.type, choices.types))
        self._status = ChoiceField(_offered(row.status, choices.statuses))
        self._edit_types = CatalogueButton(types(), services, session, tasks)
        self._edit_statuses = CatalogueButton(statuses(), services, session, tasks)
        self._templates = TemplateButton(choices, session.branch)
        # One that is hidden by now is still offered, so that saving does not drop it.
        offered = {item.id: item for item in (*visible_resources(choices, session.branch), *row.resources)}
        self._offered = tuple(offered.values())
        self.customer = CustomerField(services, session, tasks)
        self._text = QLineEdit()
        self._comment = QPlainTextEdit()
        self._comment.setTabChangesFocus(True)
        self._is_home_visit = QCheckBox(self.tr("&Hausbesuch"))
        self._is_parallel = QCheckBox(self.tr("&Paralleltermin"))
        self._is_parallel.setToolTip(
            self.tr("Darf über andere Termine gelegt werden; was er überschneidet, wird nur angezeigt")
        )
        self._away = self.tr("Als &nicht verfügbar anzeigen")
        self._away_without_customer = self.tr("Als &nicht verfügbar anzeigen (nur ohne Kunden)")
        self._is_away = QCheckBox(self._away)
        self._row = row
        self._lay_out()
        self.show_row(row)
        self._connect()

    # -- building

    def _lay_out(self) -> None:
        form = form_layout()
        if self._shown.revision == 0 and self._templates.has_any:
            add_field(form, self.tr("Vorlage:"), self._templates)
        form.addRow(self._times.dates_label, self._times.dates)
        form.addRow(self._times.hours_label, self._times.hours)
        if self._choices.settings.use_preparation_times:
            label = labelled(self.tr("&Vorbereitung:"), self._prepare)
            after = labelled(self.tr("Na&chbereitung:"), self._follow_up)
            parts: list[QWidget] = [self._prepare, after, self._follow_up]
            if self._choices.settings.preparation_is_for_customer:
                parts.append(small_print(self.tr("So viel früher kommt der Kunde; die Ressource bleibt frei.")))
            form.addRow(label, side_by_side(*parts, stretch=True))
        status_label = labelled(self.tr("&Status:"), self._status)
        form.addRow(
            labelled(self.tr("T&yp:"), self._type),
            side_by_side(self._type, self._edit_types, status_label, self._status, self._edit_statuses),
        )
        if len(self._branches) > 1:
            add_field(form, self.tr("&Filiale:"), self._branch)
        self._resources = ResourceFields(
            self._offered,
            self._choices.branches,
            form,
            restricts_second=self._choices.settings.restrict_second_resource,
            parent=self,
        )
        add_field(form, self.tr("&Kunde:"), self.customer)
        add_field(form, self.tr("Te&xt:"), self._text)
        form.addRow(
            labelled(self.tr("K&ommentar:"), self._comment), self._at_height(_COMMENT_LINES, self._comment)
        )
        form.addRow("", side_by_side(self._is_home_visit, self._is_parallel, self._is_away, stretch=True))
        self.setLayout(form)

    @staticmethod
    def _at_height(lines: int, field: QPlainTextEdit) -> QWidget:
        """``field`` so many lines high; in a holder, because the style sheet resets a field's own height."""
        holder = side_by_side(field)
        holder.setFixedHeight(field.fontMetrics().lineSpacing() * lines + 2 * Space.S)
        return holder

    def _connect(self) -> None:
        self._times.changed.connect(self.changed)
        self._branch.currentIndexChanged.connect(self._on_branch)
        for choice in (self._type, self._status):
            choice.currentIndexChanged.connect(self._on_any)
        for number in (self._prepare, self._follow_up):
            number.valueChanged.connect(self._on_any)
        for tick in (self._is_home_visit, self._is_parallel, self._is_away):
            tick.toggled.connect(self._on_any)
        self._resources.changed.connect(self.changed)
        self._edit_types.edited.connect(self._on_types)
        self._edit_statuses.edited.connect(self._on_statuses)
        self._templates.chosen.connect(self._on_template)
        self._edit_types.serve(self._type)
        self._edit_statuses.serve(self._status)
        self.customer.changed.connect(self._on_customer)
        self._text.textChanged.connect(self._on_any)
        self._comment.textChanged.connect(self._on_any)

    # -- values

    def show_row(self, row: AppointmentRow) -> None:
        """Show another state of the appointment; ``changed`` may follow, the input there was is gone."""
        appointment = row.appointment
        self._row = row
        self._shown = appointment
        self._times.show_times(Times.of(appointment.when, row.zone))
        self._branch.show_key(appointment.branch_id)
        self._prepare.setValue(appointment.prepare_minutes)
        self._follow_up.setValue(appointment.follow_up_minutes)
        self._type.show_key(appointment.type_id)
        self._status.show_key(appointment.status_id)
        self._resources.show_ids(appointment.resource_ids)
        self.customer.show_customer(row.customer, appointment.id if appointment.revision else None)
        self._text.setText(appointment.text)
        self._guard_text()
        self._comment.setPlainText(appointment.comment)
        self._is_home_visit.setChecked(appointment.is_home_visit)
        self._is_parallel.setChecked(appointment.is_parallel)
        self._is_away.setChecked(appointment.shows_as_unavailable)
        self._limit_away()

    def appointment(self) -> Appointment:
        """What the fields say, on the revision last shown.

        Raise ``InvalidInputError``: a time that does not exist, an end before its start (``end_before_start``),
        no resource (``resource_missing``), or a customer that was typed but not chosen (``customer_unknown``).
        """
        resource_ids = self._resources.resource_ids
        if not resource_ids:
            raise InvalidInputError("resource_missing")
        if self.customer.is_unresolved:
            raise InvalidInputError("customer_unknown")
        customer = self.customer.customer
        return replace(
            self._shown,
            branch_id=self._branch.key or self._shown.branch_id,
            when=self._times.times.when,
            prepare_minutes=self._prepare.value(),
            follow_up_minutes=self._follow_up.value(),
            type_id=self._type.key,
            status_id=self._status.key,
            resource_ids=resource_ids,
            customer_id=customer.id if customer else None,
            text=self._text.text().strip(),
            comment=self._comment.toPlainText(),
            is_home_visit=self._is_home_visit.isChecked(),
            is_parallel=self._is_parallel.isChecked(),
            shows_as_unavailable=self._is_away.isChecked() and customer is None,
        )

    @property
    def zone(self) -> ZoneInfo:
        """The one whose wall time the fields say."""
        return self._times.times.zone

    def preset_second_resource(self, resource_id: UUID | None) -> bool:
        """Choose it, None for none, unless somebody chose another; whether that changed anything."""
        return self._resources.preset_second(resource_id)

    def show_when(self, when: When) -> None:
        """Take over another time; everything else stays as it was entered."""
        self._times.show_times(Times.of(when, self._times.times.zone))
        self.changed.emit()

    def make_parallel(self) -> None:
        """Tick "Paralleltermin" and go there."""
        self._is_parallel.setChecked(True)
        self._is_parallel.setFocus()

    def _guard_text(self) -> None:
        self._text.setEnabled(not self._shown.is_private)
        if self._shown.is_private:
            self._text.setPlaceholderText(self.tr("Privat: der Titel bleibt in Google Kalender"))

    def set_read_only(self) -> None:
        """Show, do not ask: everything stays readable, nothing can be changed."""
        for field in (self._branch, self._prepare, self._follow_up, self._type, self._status):
            field.setEnabled(False)
        self._edit_types.hide()
        self._edit_statuses.hide()
        self._resources.set_read_only()
        for tick in (self._is_home_visit, self._is_parallel, self._is_away):
            tick.setEnabled(False)
        self._times.set_enabled(False)
        self.customer.set_read_only()
        self._text.setReadOnly(True)
        self._comment.setReadOnly(True)

    def focus_first(self) -> None:
        """Put the cursor where a new appointment is usually continued: at the customer."""
        self.customer.setFocus()

    def focus_cause(self, error: TerminplanerError) -> None:
        """Put the cursor where ``error`` can be put right."""
        match error.error_code:
            case "capacity_exceeded" | "nonexistent_local_time":
                self._times.focus_start()
            case "typed_time_unreadable":
                self._times.focus_unreadable()
            case "end_before_start" | "length_missing":
                self._times.focus_end()
            case "template_missing":
                self._templates.setFocus()
            case "type_missing":
                self._type.setFocus()
            case "resource_missing":
                self._resources.focus_first()
            case _:
                self.focus_first()

    def _on_any(self, *_value: object) -> None:
        self.changed.emit()

    def _on_customer(self) -> None:
        self._limit_away()
        self.changed.emit()

    def _on_branch(self) -> None:
        branch_id = self._branch.key
        if branch_id in self._branches:
            times = self._times.times
            self._times.show_times(replace(times, zone=self._branches[branch_id].tz))
        self.changed.emit()

    def _on_types(self, entries: tuple[AppointmentType, ...]) -> None:
        self._type.offer(_offered(self._row.type, entries))

    def _on_statuses(self, entries: tuple[AppointmentStatus, ...]) -> None:
        self._status.offer(_offered(self._row.status, entries))

    def _on_template(self, template: AppointmentTemplate) -> None:
        """Fill the fields; what somebody wrote and when it begins stay."""
        draft = replace(
            self._shown,
            branch_id=self._branch.key or self._shown.branch_id,
            when=self._begun(),
            resource_ids=self._resources.resource_ids or self._shown.resource_ids,
            text=_written(self._text.text(), self._template, "text"),
            comment=_written(self._comment.toPlainText(), self._template, "comment"),
        )
        row = replace(self._row, appointment=draft, customer=self.customer.customer, zone=self.zone)
        choices = self._choices
        self.show_row(with_template(row, template, self._offered, choices.types, choices.statuses))
        self._template = template
        self.changed.emit()

    def _begun(self) -> When:
        """What was entered; an end before its start is forgiven, for the template says how long it takes."""
        times = self._times.times
        try:
            return times.with_minutes(max(times.minutes, 0)).when
        except InvalidInputError:
            return self._shown.when

    def _limit_away(self) -> None:
        has_customer = self.customer.customer is not None
        self._is_away.setEnabled(not has_customer)
        self._is_away.setText(self._away_without_customer if has_customer else self._away)


def _written(entered: str, template: AppointmentTemplate | None, name: str) -> str:
    """What somebody wrote; nothing where it is what the template before said."""
    return "" if template is not None and entered == getattr(template, name) else entered


def _offered(
    chosen: AppointmentType | AppointmentStatus | None,
    entries: tuple[AppointmentType, ...] | tuple[AppointmentStatus, ...],
) -> Iterator[Choice]:
    """None, the entries of the list, and what the appointment has though it was deleted since."""
    yield Choice(None, QCoreApplication.translate("planner", "– ohne –"))
    known = {entry.id for entry in entries}
    yield from choices_of((*entries, *((chosen,) if chosen is not None and chosen.id not in known else ())))
