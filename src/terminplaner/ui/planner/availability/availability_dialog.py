"""The dialog "Verfügbarkeit": a block of working time, or its opposite, once or repeated."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from terminplaner.domain.resource import Availability, AvailabilityType, Resource, Weekday
from terminplaner.domain.series import SeriesScope
from terminplaner.services.choices import Choices
from terminplaner.ui.administration.catalogue_dialog import CatalogueButton
from terminplaner.ui.administration.catalogue_tab import availability_types
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.date_field import DateField
from terminplaner.ui.entry_dialog import EntryDialog
from terminplaner.ui.forms import add_field, inset, labelled, side_by_side
from terminplaner.ui.planner.appointment.time_fields import minutes_field
from terminplaner.ui.planner.availability.hours_fields import HoursFields
from terminplaner.ui.planner.availability.rhythm import is_once
from terminplaner.ui.planner.availability.rhythm_fields import RhythmFields
from terminplaner.ui.planner.availability.which_days import ask_which_days_change, ask_which_days_go, meant
from terminplaner.ui.tasks import TaskRunner

_LONGEST_STEP = 24 * 60
_COMMENT_LINES = 3


class AvailabilityDialog(EntryDialog):
    """``rule`` of a new one has revision 0; ``day`` is the one it was opened on.

    A new one may be for several ``weekdays``, each of which becomes an availability of its own.
    """

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        choices: Choices,
        rule: Availability,
        day: date,
        parent: QWidget | None = None,
        *,
        weekdays: Collection[Weekday] = (),
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self.setWindowTitle(self.tr("Verfügbarkeit"))
        self._rule = rule
        self._opened_on = day
        self._day = inset(DateField())
        self._day.setDate(_qdate(day))
        self._hours = HoursFields(rule.starts_at, rule.ends_at, self)
        self._hours.favor(session.branch.opening_times)
        self._kind = QComboBox()
        self._kind.addItems([self.tr("verfügbar"), self.tr("nicht verfügbar")])
        self._kind.setCurrentIndex(0 if rule.is_available else 1)
        self._deleted_types = choices.deleted_of(AvailabilityType)
        self._type = ChoiceField(self._type_choices(choices.availability_types))
        self._type.show_key(_preset_type(rule, choices))
        self._edit_types = CatalogueButton(availability_types(), services, session, tasks)
        self._text = QLineEdit(rule.text)
        self._comment = QPlainTextEdit(rule.comment)
        self._comment.setTabChangesFocus(True)
        self._comment.setFixedHeight(self.fontMetrics().lineSpacing() * _COMMENT_LINES)
        allowed = [
            resource
            for resource in choices.resources
            if session.actor.may_plan_absences(resource) or resource.id == rule.resource_id
        ]
        self._first = ChoiceField(choices_of(allowed, choices.branches))
        self._first.show_key(rule.resource_id)
        everybody = (*choices.resources, *choices.deleted_of(Resource))
        none = Choice(None, self.tr("– keine –"))
        self._second = ChoiceField([none, *choices_of(everybody, choices.branches)])
        self._second.show_key(rule.second_resource_id)
        self._resource_steps = {row.id: row.step_minutes for row in choices.resources}
        self._step = _step_field(rule.step_minutes)
        self._show_own_step()
        self._min_step = _step_field(rule.min_step_minutes)
        self._min_step.setSpecialValueText(self.tr("ohne"))
        self._repetition = RhythmFields(rule, day, weekdays, self)
        self._lay_out()
        self._connect()
        self._show_days()
        self.delete_button.setVisible(rule.revision > 0)
        self.causes = {
            "end_before_start": self._focus_end,
            "resource_twice": self._second.setFocus,
            "weekday_missing": self._repetition.days.setFocus,
            "weekday_never_comes": self._repetition.last.setFocus,
        }
        self.remember()

    def _lay_out(self) -> None:
        add_field(self.form, self.tr("&Datum:"), self._day)
        self.form.addRow(self._hours.label, self._hours.row)
        add_field(self.form, self.tr("A&rt:"), self._kind)
        kinds = side_by_side(self._type, self._edit_types)
        self.form.addRow(labelled(self.tr("T&yp:"), self._type), kinds)
        add_field(self.form, self.tr("&Text:"), self._text)
        add_field(self.form, self.tr("K&ommentar:"), self._comment)
        add_field(self.form, self.tr("Ressource &1:"), self._first)
        add_field(
            self.form,
            self.tr("Ressource &2:"),
            self._second,
            self.tr("Wird bei jedem Termin vorgeschlagen, der hier gebucht wird."),
        )
        add_field(self.form, self.tr("&Schrittweite:"), self._step)
        add_field(
            self.form,
            self.tr("&Min. Schrittweite:"),
            self._min_step,
            self.tr("Füllt Lücken, die ein Termin von anderer Dauer lässt; meist die halbe Schrittweite."),
        )
        again = self._repetition
        self.form.addRow(labelled(self.tr("&Wiederholung:"), again.rhythm), again.line)
        add_field(self.form, self.tr("Woche&ntage:"), again.days)
        self.form.addRow(labelled(self.tr("&Gültig bis:"), again.last), again.ending)
        for box in (self._kind, self._type, self._first, self._second, again.rhythm):
            box.setAccessibleDescription(box.accessibleName())  # on Linux the name of a box is its choice

    def _connect(self) -> None:
        self._repetition.changed.connect(self._show_days)
        self._day.dateChanged.connect(self._on_day)
        self._edit_types.edited.connect(self._on_types)
        self._edit_types.serve(self._type)
        self._first.currentIndexChanged.connect(self._show_own_step)
        self.delete_button.clicked.connect(self._ask_to_delete)

    def _on_day(self) -> None:
        self._repetition.follow(_date(self._day.date()))

    def _show_days(self) -> None:
        self.form.setRowVisible(self._repetition.days, self._repetition.is_weekly)

    def _show_own_step(self) -> None:
        minutes = self._resource_steps.get(self._first.key or self._rule.resource_id, 0)
        self._step.setSpecialValueText(self.tr("wie die Ressource ({minutes} min)").format(minutes=minutes))

    def _focus_end(self) -> None:
        """Put the cursor where it ends too early: at the hour, or at the last day."""
        last = self._repetition.last
        is_hour = self._hours.ends_at <= self._hours.starts_at or not last.isEnabled()
        (self._hours.end if is_hour else last).setFocus()

    # -- what is entered

    def value(self) -> tuple[Availability, ...]:
        return self._repetition.rules(self._entered, _date(self._day.date()))

    @property
    def _entered(self) -> Availability:
        """What holds on every day of it."""
        return replace(
            self._rule,
            resource_id=self._first.key or self._rule.resource_id,
            starts_at=self._hours.starts_at,
            ends_at=self._hours.ends_at,
            is_available=self._kind.currentIndex() == 0,
            step_minutes=self._step.value() or None,
            min_step_minutes=self._min_step.value() or None,
            second_resource_id=self._second.key,
            text=self._text.text().strip(),
            type_id=self._type.key,
            comment=self._comment.toPlainText().strip(),
        )

    def command(self) -> Callable[[], tuple[Availability, ...]]:
        return partial(self.services.availabilities.save_all, self.session.actor, self.value())

    def _on_types(self, entries: tuple[AvailabilityType, ...]) -> None:
        self._type.offer(self._type_choices(entries))

    def _type_choices(self, entries: tuple[AvailabilityType, ...]) -> list[Choice]:
        return [Choice(None, self.tr("– ohne –")), *choices_of((*entries, *self._deleted_types))]

    # -- changing one of many days

    @property
    def _concerns_days(self) -> bool:
        """Whether something is changed that could be so on some days only; how it repeats cannot."""
        rule = self._rule
        return rule.revision > 0 and not is_once(rule) and self._entered != rule

    def save(self) -> None:
        """Of an availability that repeats ask which days are meant."""
        # What is typed counts before it is compared; what says no time is complained of by saving.
        if self._hours.settle() and self._concerns_days:
            ask_which_days_change(self, self._change)
        else:
            super().save()

    def _change(self, scope: SeriesScope) -> None:
        service, actor = self.services.availabilities, self.session.actor
        (wanted,), day = self.value(), _date(self._day.date())
        self.run(partial(service.change, actor, meant(wanted, day, scope), self._opened_on, scope))

    def _ask_to_delete(self) -> None:
        if is_once(self._rule):
            self._delete(SeriesScope.ALL)
        else:
            ask_which_days_go(self, self._delete)

    def _delete(self, scope: SeriesScope) -> None:
        service, actor = self.services.availabilities, self.session.actor
        self.run(partial(service.delete, actor, self._rule, self._opened_on, scope))


def _preset_type(rule: Availability, choices: Choices) -> UUID | None:
    """A new one is of the first type of the list."""
    first = next(iter(choices.availability_types), None)
    return first.id if first is not None and rule.revision == 0 and rule.is_available else rule.type_id


def _step_field(minutes: int | None) -> QSpinBox:
    field = minutes_field(_LONGEST_STEP)
    field.setValue(minutes or 0)
    return field


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
