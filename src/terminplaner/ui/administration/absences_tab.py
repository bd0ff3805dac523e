""" "Abwesenheiten": who is away when, and when the shop is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.resource import Resource
from terminplaner.services.absences import may_enter
from terminplaner.services.choices import Choices
from terminplaner.services.permissions import Right
from terminplaner.ui.administration.entry_table import EntryTable
from terminplaner.ui.allowance import ReasonLine, forbid, forbid_planning, offer
from terminplaner.ui.banner import Banner
from terminplaner.ui.choice_field import names_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import button, danger_button, section_title, small_print
from terminplaner.ui.messages import describe, describe_absence, show_when
from terminplaner.ui.planner.availability.availability_commands import AvailabilityCommands
from terminplaner.ui.questions import ask_to_delete
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space


class AbsencesTab(QWidget):
    """The present one and the next first; what is over is shown only on request."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._choices: Choices | None = None
        self._all: tuple[Absence, ...] = ()
        self._shown: list[Absence] = []
        self._commands = AvailabilityCommands(services, session, tasks, self, opens_appointments=False)
        self._banner = Banner()
        self._table = EntryTable(
            self.tr("Abwesenheiten"), (self.tr("Art"), self.tr("Wann"), self.tr("Wer"), self.tr("Text"))
        )
        self._shows_past = QCheckBox(self.tr("&Vergangene zeigen"))
        self._new = button(self.tr("&Neu …"))
        self._close = button(self.tr("Betriebsschl&ießung …"))
        self._edit = button(self.tr("B&earbeiten …"))
        self._delete = danger_button(self.tr("&Löschen"))
        self._reasons = ReasonLine(self._edit, self._delete)
        self._lay_out()
        self._shows_past.toggled.connect(self._show)
        self._table.currentCellChanged.connect(self._name_buttons)
        self._table.cellActivated.connect(self._open)
        self._new.clicked.connect(self._on_new)
        self._close.clicked.connect(self._on_close)
        self._edit.clicked.connect(self._open)
        self._delete.clicked.connect(self._ask_to_delete)
        if not (session.actor.has(Right.PLAN_ABSENCES) and session.actor.may_plan_something):
            forbid_planning(session.actor, self._new)
        if not session.actor.may_plan_closures:
            forbid(session.actor, self._close)
        self._name_buttons()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(section_title(self.tr("Abwesenheiten")))
        head.addStretch(1)
        for part in (self._new, self._close, self._edit, self._delete):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(
            small_print(
                self.tr(
                    "Urlaub, Krankheit und Schulungen einer Ressource, und wann eine Filiale oder alle "
                    "geschlossen sind. Wer dann bucht, wird gewarnt; die Suche nach freien Terminen lässt diese "
                    "Zeiten aus."
                )
            )
        )
        column.addWidget(self._banner)
        column.addWidget(self._table, 1)
        column.addWidget(self._reasons)
        column.addWidget(self._shows_past)

    # -- showing

    def refresh(self, change_set: ChangeSet | None) -> None:
        if change_set is None or any(not isinstance(change.after, Appointment) for change in change_set.changes):
            self._reload()

    @property
    def is_dirty(self) -> bool:
        return self._commands.has_unsaved_input

    def _reload(self) -> None:
        services = self._services
        self._tasks.run(
            lambda: (services.queries.choices(), services.absences.list()), self, self._on_loaded, self._on_refused
        )

    def _on_loaded(self, loaded: tuple[Choices, tuple[Absence, ...]]) -> None:
        self._choices, self._all = loaded
        self._show()

    def _show(self) -> None:
        chosen = self._chosen
        now, zone = self._services.clock.now(), self._session.branch.tz
        shows_past = self._shows_past.isChecked()
        self._shown = [row for row in self._all if shows_past or row.when.interval(zone).end_at > now]
        ids = [row.id for row in self._shown]
        current = ids.index(chosen.id) if chosen and chosen.id in ids else -1
        self._table.show_rows([self._words(row) for row in self._shown], current)
        self._name_buttons()

    def _words(self, absence: Absence) -> tuple[str, ...]:
        return (
            describe_absence(absence.kind),
            show_when(absence.when, self._session.branch.tz),
            self._whose(absence),
            absence.text,
        )

    def _whose(self, absence: Absence) -> str:
        choices = self._choices
        if choices is None:
            return ""
        if absence.resource_ids:
            names = names_of((*choices.resources, *choices.deleted_of(Resource)), choices.branches)
            return ", ".join(names[key] for key in absence.resource_ids)
        branch = next((row.label for row in choices.branches if row.id == absence.branch_id), None)
        return branch or self.tr("Alle Filialen")

    @property
    def _chosen(self) -> Absence | None:
        row = self._table.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _name_buttons(self) -> None:
        actor, chosen = self._session.actor, self._chosen
        resources = self._choices.resources if self._choices is not None else ()
        offer(self._edit, self._delete)
        if chosen is None:
            self._edit.setEnabled(False)
            self._delete.setEnabled(False)
        elif not may_enter(actor, chosen, resources):
            forbid(actor, self._edit, self._delete)
        self._reasons.say()

    # -- changing

    def _on_new(self) -> None:
        if self._choices is not None:
            self._commands.new_absence(self._choices)

    def _on_close(self) -> None:
        if self._choices is not None:
            self._commands.new_closure(self._choices)

    def _open(self) -> None:
        if self._edit.isEnabled() and self._chosen is not None and self._choices is not None:
            self._commands.edit_absence(self._chosen, self._choices)

    def _ask_to_delete(self) -> None:
        absence = self._chosen
        if absence is None:
            return
        kind, when, whose, _ = self._words(absence)
        ask_to_delete(
            self.tr("Abwesenheit löschen?"),
            self.tr("{kind}, {when}: {whose}").format(kind=kind, when=when, whose=whose),
            self,
            self.tr("Die Zeiten sind danach wieder frei."),
            lambda: self._delete_now(absence),
        )

    def _delete_now(self, absence: Absence) -> None:
        absences, actor = self._services.absences, self._session.actor
        self._tasks.run(lambda: absences.delete(actor, absence), self, self._on_deleted, self._on_refused)

    def _on_deleted(self, _change_set: object) -> None:
        self._banner.close_message()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._banner.show_message(describe(error, self._session.branch.tz))
