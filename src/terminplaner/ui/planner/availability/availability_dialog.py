"""The dialog "Verfügbarkeit": a block of working time, or its opposite, once or repeated."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial
from uuid import UUID

from PySide6.QtCore import QDate, QSignalBlocker, QTime
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from terminplaner.domain.resource import Availability, AvailabilityType, Resource
from terminplaner.domain.series import SeriesScope
from terminplaner.services.choices import Choices
from terminplaner.ui.administration.catalogue_dialog import CatalogueButton
from terminplaner.ui.administration.catalogue_tab import availability_types
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.entry_dialog import EntryDialog
from terminplaner.ui.forms import add_field, inset, labelled, side_by_side
from terminplaner.ui.planner.appointment.time_fields import date_field, minutes_field
from terminplaner.ui.planner.availability.rhythm import RhythmFields, is_once, once_on
from terminplaner.ui.questions import Question
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space
from terminplaner.ui.time_field import TimeField

_DAY = 24 * 60
_COMMENT_LINES = 3
_REPETITION = ("weekday", "valid_from_on", "valid_until_on", "interval_weeks", "week_of_month")


class AvailabilityDialog(EntryDialog):
    """``rule`` of a new one has revision 0; ``day`` is the one it was opened on."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        choices: Choices,
        rule: Availability,
        day: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self.setWindowTitle(self.tr("Verfügbarkeit"))
        self._rule = rule
        self._opened_on = day
        self._day = inset(date_field())
        self._day.setDate(_qdate(day))
        self._start, self._end = _clock(rule.starts_at), _clock(rule.ends_at)
        for clock in (self._start, self._end):
            clock.favor(session.branch.opening_times)
        self._minutes = minutes_field(_DAY)
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
        self._repetition = RhythmFields(rule, day, self)
        self._lay_out()
        self._connect()
        self._show_minutes()
        self.delete_button.setVisible(rule.revision > 0)
        self.causes = {"end_before_start": self._focus_end, "resource_twice": self._second.setFocus}
        self.remember()

    def _lay_out(self) -> None:
        add_field(self.form, self.tr("&Datum:"), self._day)
        hours = QHBoxLayout()
        hours.setSpacing(Space.S)
        hours.addWidget(self._start)
        for text, field in ((self.tr("&Ende:"), self._end), (self.tr("D&auer:"), self._minutes)):
            hours.addSpacing(Space.S)
            hours.addWidget(labelled(text, field))
            hours.addWidget(field)
        hours.addStretch(1)
        self.form.addRow(labelled(self.tr("&Beginn:"), self._start), hours)
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
        self.form.addRow(labelled(self.tr("&Gültig bis:"), again.last), again.ending)
        for box in (self._kind, self._type, self._first, self._second, again.rhythm):
            box.setAccessibleDescription(box.accessibleName())  # on Linux the name of a box is its choice

    def _connect(self) -> None:
        self._start.timeChanged.connect(self._on_start)
        self._end.timeChanged.connect(self._show_minutes)
        self._minutes.valueChanged.connect(self._on_minutes)
        self._day.dateChanged.connect(self._on_day)
        self._edit_types.edited.connect(self._on_types)
        self._edit_types.serve(self._type)
        self._first.currentIndexChanged.connect(self._show_own_step)
        self.delete_button.clicked.connect(self._ask_to_delete)

    def _on_day(self) -> None:
        self._repetition.follow(_date(self._day.date()))

    def _show_own_step(self) -> None:
        minutes = self._resource_steps.get(self._first.key or self._rule.resource_id, 0)
        self._step.setSpecialValueText(self.tr("wie die Ressource ({minutes} min)").format(minutes=minutes))

    # -- any two of begin, end and duration give the third

    def _on_start(self) -> None:
        """Begin at another time, as long as before; an end that was entered first waits for its start."""
        if self._minutes.value():
            self._show_end(self._minutes.value())
        else:
            self._show_minutes()

    def _on_minutes(self, minutes: int) -> None:
        self._show_end(minutes)

    def _show_end(self, minutes: int) -> None:
        end = min(_minute(self._start.time()) + minutes, _DAY) % _DAY
        with QSignalBlocker(self._end):
            self._end.setTime(QTime(end // 60, end % 60))
        self._show_minutes()

    def _show_minutes(self) -> None:
        with QSignalBlocker(self._minutes):
            self._minutes.setValue(max((_minute(self._end.time()) or _DAY) - _minute(self._start.time()), 0))

    def _focus_end(self) -> None:
        """Put the cursor where it ends too early: at the hour, or at the last day."""
        last = self._repetition.last
        (last if last.isEnabled() and self._end.time() > self._start.time() else self._end).setFocus()

    # -- what is entered

    def value(self) -> Availability:
        rule = replace(
            self._rule,
            resource_id=self._first.key or self._rule.resource_id,
            starts_at=_time(self._start.time()),
            ends_at=_time(self._end.time()),
            is_available=self._kind.currentIndex() == 0,
            step_minutes=self._step.value() or None,
            min_step_minutes=self._min_step.value() or None,
            second_resource_id=self._second.key,
            text=self._text.text().strip(),
            type_id=self._type.key,
            comment=self._comment.toPlainText().strip(),
        )
        return self._repetition.repeated(rule, _date(self._day.date()))

    def command(self) -> Callable[[], Availability]:
        return partial(self.services.availabilities.save, self.session.actor, self.value())

    def _on_types(self, entries: tuple[AvailabilityType, ...]) -> None:
        self._type.offer(self._type_choices(entries))

    def _type_choices(self, entries: tuple[AvailabilityType, ...]) -> list[Choice]:
        return [Choice(None, self.tr("– ohne –")), *choices_of((*entries, *self._deleted_types))]

    # -- changing one of many days

    @property
    def _concerns_days(self) -> bool:
        """Whether something is changed that could be so on some days only; how it repeats cannot."""
        rule = self._rule
        repetition = {name: getattr(rule, name) for name in _REPETITION}
        return rule.revision > 0 and not is_once(rule) and replace(self.value(), **repetition) != rule

    def _are_times_settled(self) -> bool:
        """What is typed counts before it is compared; what says no time is complained of by saving."""
        return self._start.settle() and self._end.settle()

    def save(self) -> None:
        """Of an availability that repeats ask which days are meant."""
        if not self._are_times_settled() or not self._concerns_days:
            super().save()
            return
        question = Question(
            self.tr("Verfügbarkeit ändern?"),
            self.tr("Sie wiederholt sich. Für welche Tage gilt die Änderung?"),
            self,
        )
        for text, scope in (
            (self.tr("Nur dieser Tag"), SeriesScope.THIS),
            (self.tr("Dieser und alle folgenden"), SeriesScope.FOLLOWING),
            (self.tr("Alle"), SeriesScope.ALL),
        ):
            is_default = scope is SeriesScope.ALL
            answer = question.add_answer(text, "primary" if is_default else "", is_default=is_default)
            answer.clicked.connect(partial(self._change, scope))
        question.add_dismissal(self.tr("Abbrechen"))
        question.open()

    def _change(self, scope: SeriesScope, _checked: bool = False) -> None:
        service, actor = self.services.availabilities, self.session.actor
        wanted, day = self.value(), _date(self._day.date())
        if scope is SeriesScope.THIS:
            wanted = once_on(day, wanted)
        elif scope is SeriesScope.FOLLOWING:
            wanted = replace(wanted, valid_from_on=day)
        self.run(partial(service.change, actor, wanted, self._opened_on, scope))

    # -- deleting

    def _ask_to_delete(self) -> None:
        rule = self._rule
        if is_once(rule):
            self._delete(SeriesScope.ALL)
            return
        question = Question(
            self.tr("Verfügbarkeit löschen?"),
            self.tr("Sie wiederholt sich. Was soll gelöscht werden?"),
            self,
        )
        for text, scope in (
            (self.tr("Nur dieser Tag"), SeriesScope.THIS),
            (self.tr("Dieser und alle folgenden"), SeriesScope.FOLLOWING),
            (self.tr("Alle"), SeriesScope.ALL),
        ):
            question.add_answer(text, "danger").clicked.connect(partial(self._delete, scope))
        question.add_dismissal(self.tr("Abbrechen"), is_default=True)
        question.open()

    def _delete(self, scope: SeriesScope, _checked: bool = False) -> None:
        service, actor = self.services.availabilities, self.session.actor
        self.run(partial(service.delete, actor, self._rule, self._opened_on, scope))


def _preset_type(rule: Availability, choices: Choices) -> UUID | None:
    """A new one is of the first type of the list."""
    first = next(iter(choices.availability_types), None)
    return first.id if first is not None and rule.revision == 0 and rule.is_available else rule.type_id


def _clock(at: time) -> TimeField:
    return TimeField(QTime(at.hour, at.minute))


def _step_field(minutes: int | None) -> QSpinBox:
    field = minutes_field(_DAY)
    field.setValue(minutes or 0)
    return field


def _minute(at: QTime) -> int:
    return at.hour() * 60 + at.minute()


def _time(at: QTime) -> time:
    return time(at.hour(), at.minute())


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
