"""The dialog "Wartelisteneintrag": a wish in, a wish out."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPlainTextEdit,
    QWidget,
)

from terminplaner.domain.appointment import AppointmentType
from terminplaner.domain.errors import InvalidInputError, TerminplanerError
from terminplaner.domain.resource import Combination, Resource, Weekday
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.waiting_list import Priority, WaitingListEntry
from terminplaner.services.choices import Choices, visible_resources
from terminplaner.services.templates import offered_templates
from terminplaner.services.validation import LONGEST_DURATION
from terminplaner.services.waiting_list import WaitingRow
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.field_scroll import FieldScroll
from terminplaner.ui.forms import add_field, button, form_layout, primary_button, side_by_side, small_print
from terminplaner.ui.messages import describe
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.appointment.customer_field import CustomerField
from terminplaner.ui.planner.appointment.resource_checks import ResourceChecks
from terminplaner.ui.planner.appointment.time_fields import minutes_field
from terminplaner.ui.planner.appointment.with_customer import DialogWithCustomer
from terminplaner.ui.planner.panels import waiting_wording
from terminplaner.ui.planner.panels.free_slot_form import combination_box
from terminplaner.ui.planner.panels.optional_field import OptionalDate, OptionalTime
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.time_field import settle_times

_WIDTH = 620
_LINES_SHOWN = 4
_WEEKS_AHEAD = timedelta(weeks=4)


class WaitingDialog(DialogWithCustomer):
    """Opened with ``open()``; the entry of a new wish has revision 0."""

    saved = Signal(object)
    """The stored ``WaitingListEntry``."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        choices: Choices,
        row: WaitingRow,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services, self._session, self._tasks = services, session, tasks
        self._shown = row.entry
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Wartelisteneintrag"))
        today = services.clock.now().astimezone(row.zone).date()
        self._customer = CustomerField(services, session, tasks)
        self._templates = offered_templates(choices.templates, session.branch.id)
        self._template = ChoiceField(
            [
                Choice(None, self.tr("– ohne –")),
                *choices_of((*self._templates, *choices.deleted_of(AppointmentTemplate))),
            ]
        )
        self._type = ChoiceField(
            [
                Choice(None, self.tr("– egal –")),
                *choices_of((*choices.types, *choices.deleted_of(AppointmentType))),
            ]
        )
        offered = _offered_resources(choices, session, row.entry)
        self._matches_type = QCheckBox(self.tr("nur &Zeiten anbieten, die ein Termin dieses Typs freigibt"))
        self._combination = combination_box()
        self._resources = ResourceChecks(max(1, min(len(offered), _LINES_SHOWN)))
        self._resources.offer(offered, row.entry.resource_ids, choices.branches)
        self._duration = minutes_field(LONGEST_DURATION)
        self._from = OptionalDate(self.tr("ab"), self.tr("Zeitraum ab"), today)
        self._until = OptionalDate(self.tr("bis"), self.tr("Zeitraum bis"), today + _WEEKS_AHEAD)
        self._weekdays = tuple(QCheckBox() for _ in Weekday)
        self._starts_at = OptionalTime(self.tr("ab"), self.tr("Tageszeit ab"), time(9))
        self._ends_at = OptionalTime(self.tr("bis"), self.tr("Tageszeit bis"), time(12))
        self._priority = QComboBox()
        for value in Priority:
            self._priority.addItem(waiting_wording.priority(value), value.value)
        self._note = QPlainTextEdit()
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(self._note.fontMetrics().lineSpacing() * _LINES_SHOWN)
        self._save = primary_button(self.tr("Speichern"))
        self._is_busy = False
        self._leave = button(self.tr("Abbrechen"))
        self.watch_customer(self._customer, self._save)
        self._lay_out()
        self._show(row)
        self._on_type()
        self._before = self._value()
        self._template.currentIndexChanged.connect(self._on_template)
        self._type.currentIndexChanged.connect(self._on_type)
        self._save.clicked.connect(self.save)
        self._leave.clicked.connect(self.reject)
        self._save.setDefault(True)
        self._customer.setFocus()

    @property
    def is_dirty(self) -> bool:
        return not self._may_close and self._value() != self._before

    def _lay_out(self) -> None:
        form = form_layout()
        add_field(form, self.tr("&Kunde:"), self._customer)
        add_field(
            form,
            self.tr("&Vorlage:"),
            self._template,
            self.tr("Bringt Typ, Dauer und Ressourcen mit, beim Buchen auch alles andere."),
        )
        add_field(form, self.tr("T&yp:"), self._type)
        form.addRow("", self._matches_type)
        hint = (
            ""
            if self._resources.count()
            else self.tr(
                "Noch keine Ressource nimmt an der Warteliste teil. Das legen Sie in der Administration bei der "
                "Ressource fest."
            )
        )
        add_field(form, self.tr("&Ressourcen:"), self._resources, hint or self.tr("Ohne Haken: jede."))
        add_field(form, self.tr("&Gesucht:"), self._combination)
        self._combination.setAccessibleDescription(self._combination.accessibleName())  # as in the free slots
        add_field(form, self.tr("&Dauer:"), self._duration)
        form.addRow(self.tr("Zeitraum:"), side_by_side(self._from, self._until, stretch=True))
        for day, tick in zip(Weekday, self._weekdays, strict=True):
            tick.setText(wording.weekday_name(day))
            tick.setAccessibleName(QLocale().dayName(day + 1))
        form.addRow(self.tr("Wochentage:"), side_by_side(*self._weekdays, stretch=True))
        form.addRow(self.tr("Tageszeit:"), side_by_side(self._starts_at, self._ends_at, stretch=True))
        add_field(form, self.tr("&Priorität:"), self._priority)
        add_field(form, self.tr("&Bemerkung:"), self._note)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self._save)
        fields = QWidget()
        fields.setLayout(form)
        fields.setMinimumWidth(max(_WIDTH, fields.minimumSizeHint().width()))
        scroll = FieldScroll(fields)
        self._history = small_print()
        said = self._history, self.save_hint
        self.lay_out(scroll, (scroll,), said, buttons)

    def _show(self, row: WaitingRow) -> None:
        entry = row.entry
        self._customer.show_customer(row.customer)
        self._template.show_key(entry.template_id)
        self._type.show_key(entry.type_id)
        self._matches_type.setChecked(entry.matches_type)
        self._combination.setCurrentIndex(self._combination.findData(entry.combination))
        self._duration.setValue(entry.duration_minutes)
        self._from.show_value(entry.from_on)
        self._until.show_value(entry.until_on)
        for day, tick in zip(Weekday, self._weekdays, strict=True):
            tick.setChecked(day in entry.weekdays)
        self._starts_at.show_value(entry.starts_at)
        self._ends_at.show_value(entry.ends_at)
        self._priority.setCurrentIndex(self._priority.findData(entry.priority.value))
        self._note.setPlainText(entry.note)
        created_on = entry.created_at.astimezone(row.zone).date()
        if entry.revision:
            self._history.setText(
                self.tr("Angelegt am {day} von {name}").format(day=f"{created_on:%d.%m.%Y}", name=entry.created_by)
            )
        self._history.setVisible(bool(entry.revision))

    def _value(self) -> WaitingListEntry:
        """What the fields say."""
        customer = self._customer.customer
        return replace(
            self._shown,
            customer_id=customer.id if customer else None,
            template_id=self._template.key,
            type_id=self._type.key,
            matches_type=self._matches_type.isChecked() and self._type.key is not None,
            resource_ids=self._resources.chosen_ids,
            combination=Combination(self._combination.currentData()),
            duration_minutes=self._duration.value(),
            from_on=self._from.value,
            until_on=self._until.value,
            weekdays=tuple(day for day, tick in zip(Weekday, self._weekdays, strict=True) if tick.isChecked()),
            starts_at=self._starts_at.value,
            ends_at=self._ends_at.value,
            priority=Priority(self._priority.currentData()),
            note=self._note.toPlainText(),
        )

    def _on_template(self) -> None:
        template = next((row for row in self._templates if row.id == self._template.key), None)
        if template is None:
            return
        self._type.show_key(template.type_id)
        self._duration.setValue(template.duration_minutes)
        if template.resource_ids:
            self._resources.choose(template.resource_ids)
            self._combination.setCurrentIndex(self._combination.findData(Combination.ALL))

    def _on_type(self) -> None:
        self._matches_type.setEnabled(self._type.key is not None)

    # -- saving

    @property
    def is_busy(self) -> bool:
        return self._is_busy

    def save(self) -> None:
        self.error.close_message()
        if self._customer.is_unresolved:
            self._complain(InvalidInputError("customer_unknown"))
            return
        try:
            settle_times(self)
        except InvalidInputError as error:
            self._complain(error)
            return
        waiting_list, actor, entry = self._services.waiting_list, self._session.actor, self._value()
        put = waiting_list.change if entry.revision else waiting_list.add
        self._show_busy(True)
        self._tasks.run(lambda: put(actor, entry), self, self._on_saved, self._on_refused)

    def _on_saved(self, entry: WaitingListEntry) -> None:
        self._may_close = True
        self.saved.emit(entry)
        self.accept()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._show_busy(False)
        self._complain(error)

    def _show_busy(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        self.show_whether_to_save()

    def _complain(self, error: TerminplanerError) -> None:
        self.error.show_message(describe(error, self._session.branch.tz))
        match error.error_code:
            case "customer_unknown" | "waiting_for_nobody":
                self._customer.setFocus()
            case "type_missing":
                self._type.setFocus()
            case "number_out_of_range":
                self._duration.setFocus()
            case "end_before_start":
                self._focus_end()
        self.show_focus()

    def _focus_end(self) -> None:
        """Put the cursor where it ends before it begins: at the last day, or at the hour."""
        first_on, last_on = self._from.value, self._until.value
        is_day_wrong = first_on is not None and last_on is not None and last_on < first_on
        (self._until if is_day_wrong else self._ends_at).setFocus()

    # -- leaving

    def _unsaved_text(self) -> str:
        return self.tr("Der Eintrag ist noch nicht gespeichert.")


def _offered_resources(choices: Choices, session: Session, entry: WaitingListEntry) -> tuple[Resource, ...]:
    """Those of the branch that take part in the waiting list, and those that the wish or a template names."""
    visible = visible_resources(choices, session.branch)
    named = {key for template in choices.templates for key in template.resource_ids}
    return tuple(
        resource
        for resource in (*choices.resources, *choices.deleted_of(Resource))
        if resource.id in entry.resource_ids
        or ((resource.has_waiting_list or resource.id in named) and resource in visible)
    )
