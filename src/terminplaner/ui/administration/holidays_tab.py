""" "Feiertage": the public ones of each branch's federal state to look at, and the chain's own ones to keep."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.holiday import Holiday
from terminplaner.services.holiday_csv import COLUMNS, HolidayFile, load_holidays, save_holidays
from terminplaner.services.holidays import public_holidays
from terminplaner.services.permissions import Right
from terminplaner.ui.administration.entry_table import EntryTable
from terminplaner.ui.administration.holiday_dialog import HolidayDialog, preview, show_day
from terminplaner.ui.banner import Banner
from terminplaner.ui.choice_field import ChoiceField, choices_of
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import button, danger_button, labelled, link_button, section_title, small_print
from terminplaner.ui.messages import describe
from terminplaner.ui.questions import ask_to_delete
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_YEARS_SHOWN = 5
_ERRORS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class _Loaded:
    branches: tuple[Branch, ...]
    own: tuple[Holiday, ...]
    public: dict[str, tuple[tuple[str, ...], ...]]
    """The rows of the preview, by federal state."""


class HolidaysTab(QWidget):
    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._loaded = _Loaded((), (), {})
        self._dialog: HolidayDialog | None = None
        self._this_year = services.clock.now().astimezone(session.branch.tz).year
        years = [str(self._this_year + offset) for offset in range(_YEARS_SHOWN)]
        self._banner = Banner()
        self._own = EntryTable(
            self.tr("Eigene Feiertage"),
            (self.tr("Name"), self.tr("Filialen"), self.tr("Beschreibung"), self.tr("Nächste Jahre")),
        )
        self._public = EntryTable(self.tr("Gesetzliche Feiertage"), (self.tr("Name"), *years))
        self._branch = ChoiceField(())
        self._new = button(self.tr("&Neu …"))
        self._copy = button(self.tr("&Kopieren …"))
        self._edit = button(self.tr("Bea&rbeiten …"))
        self._delete = danger_button(self.tr("&Löschen"))
        self._import = button(self.tr("&Importieren …"))
        self._example = link_button(self.tr("Beispieldatei &speichern …"))
        self._lay_out()
        self._connect()
        self._name_buttons()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        title = section_title(self.tr("Eigene Feiertage"))
        title.setWordWrap(True)
        head.addWidget(title, 1)
        for part in (self._new, self._copy, self._edit, self._delete, self._import):
            head.addWidget(part)
        below = QHBoxLayout()
        below.setSpacing(Space.S)
        below.addWidget(section_title(self.tr("Gesetzliche Feiertage")))
        below.addStretch(1)
        below.addWidget(labelled(self.tr("&Filiale:"), self._branch))
        below.addWidget(self._branch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(
            small_print(
                self.tr(
                    "An Feiertagen wird beim Buchen gewarnt, Serien lassen sie aus. Importieren geht, solange die "
                    "Liste leer ist: eine CSV-Datei mit den Spalten {columns}; „Ostern“ sind die Tage nach "
                    "Ostersonntag, Tag und Monat bleiben dann leer."
                ).format(columns=", ".join(COLUMNS))
            )
        )
        column.addWidget(self._example, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._banner)
        column.addWidget(self._own, 1)
        column.addSpacing(Space.S)
        column.addLayout(below)
        column.addWidget(small_print(self.tr("Sie richten sich nach dem Bundesland der Filiale.")))
        column.addWidget(self._public, 1)

    def _connect(self) -> None:
        self._branch.currentIndexChanged.connect(self._show_public)
        self._own.currentCellChanged.connect(self._name_buttons)
        self._own.cellActivated.connect(self._on_edit)
        self._new.clicked.connect(self._on_new)
        self._copy.clicked.connect(self._on_copy)
        self._edit.clicked.connect(self._on_edit)
        self._delete.clicked.connect(self._ask_to_delete)
        self._import.clicked.connect(self._on_import)
        self._example.clicked.connect(self._on_example)

    # -- showing

    def refresh(self, change_set: ChangeSet | None) -> None:
        if change_set is None or change_set.touches(Holiday) or change_set.touches(Branch):
            self._reload()

    @property
    def is_dirty(self) -> bool:
        return self._dialog is not None and self._dialog.is_dirty

    def _reload(self) -> None:
        queries, first_year = self._services.queries, self._this_year

        def load() -> _Loaded:
            branches = queries.branches()
            public = {branch.federal_state: _public_rows(branch.federal_state, first_year) for branch in branches}
            return _Loaded(branches, queries.holidays(), public)

        self._tasks.run(load, self, self._on_loaded, self._on_refused)

    def _on_loaded(self, loaded: _Loaded) -> None:
        chosen = self._chosen
        self._loaded = loaded
        ids = [row.id for row in loaded.own]
        current = ids.index(chosen.id) if chosen and chosen.id in ids else -1
        self._own.show_rows([self._words(row) for row in loaded.own], current)
        self._branch.offer(choices_of(loaded.branches))
        self._branch.setAccessibleDescription(self._branch.accessibleName())
        self._show_public()
        self._name_buttons()

    def _words(self, holiday: Holiday) -> tuple[str, ...]:
        named = [row.label for row in self._loaded.branches if row.id in holiday.branch_ids]
        where = ", ".join(named) or self.tr("Alle Filialen")
        return holiday.name, where, holiday.description, preview(holiday, self._this_year)

    def _show_public(self) -> None:
        branch = next((row for row in self._loaded.branches if row.id == self._branch.key), None)
        self._public.show_rows(self._loaded.public[branch.federal_state] if branch else ())

    @property
    def _chosen(self) -> Holiday | None:
        row = self._own.currentRow()
        return self._loaded.own[row] if 0 <= row < len(self._loaded.own) else None

    def _name_buttons(self) -> None:
        may_edit = self._session.actor.has(Right.MANAGE_MASTER_DATA)
        self._new.setEnabled(may_edit)
        for part in (self._copy, self._edit, self._delete):
            part.setEnabled(may_edit and self._chosen is not None)
        self._import.setEnabled(may_edit and not self._loaded.own)

    # -- changing

    def _on_new(self) -> None:
        self._open(Holiday(uuid4(), ""))

    def _on_copy(self) -> None:
        if self._chosen is not None:
            name = self.tr("{name} (Kopie)").format(name=self._chosen.name)
            self._open(replace(self._chosen, id=uuid4(), name=name, revision=0))

    def _on_edit(self) -> None:
        if self._chosen is not None and self._edit.isEnabled():
            self._open(self._chosen)

    def _open(self, holiday: Holiday) -> None:
        self._banner.close_message()
        self._dialog = HolidayDialog(
            self._services, self._session, self._tasks, self._loaded.branches, holiday, self._this_year, self
        )
        self._dialog.saved.connect(self._reload)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    def _on_finished(self) -> None:
        self._dialog = None

    def _ask_to_delete(self) -> None:
        holiday = self._chosen
        if holiday is not None:
            ask_to_delete(
                self.tr("Feiertag löschen?"),
                self.tr("„{name}“ wird aus der Liste genommen.").format(name=holiday.name),
                self,
                self.tr("Termine bleiben, wie sie sind."),
                lambda: self._delete_now(holiday),
            )

    def _delete_now(self, holiday: Holiday) -> None:
        master_data, actor = self._services.master_data, self._session.actor
        self._tasks.run(lambda: master_data.delete(actor, holiday), self, self._on_changed, self._on_refused)

    def _on_changed(self, _nothing: None) -> None:
        self._banner.close_message()
        self._reload()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._banner.show_message(describe(error, self._session.branch.tz))

    # -- importing

    def _on_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Feiertage importieren"), "", self.tr("CSV-Dateien (*.csv);;Alle Dateien (*)")
        )
        if name:
            self.import_file(Path(name))

    def import_file(self, file: Path) -> None:
        """Take over the holidays of a file, or say what is wrong with each of its lines."""
        master_data, actor = self._services.master_data, self._session.actor

        def read_and_store() -> HolidayFile:
            found = load_holidays(file)
            if not found.errors:
                master_data.import_holidays(actor, found.holidays)
            return found

        self._tasks.run(read_and_store, self, self._on_imported, self._on_refused)

    def _on_imported(self, found: HolidayFile) -> None:
        if not found.errors:
            count = len(found.holidays)
            self._banner.show_message(
                self.tr("{count} Feiertage importiert.").format(count=count)
                if count != 1
                else self.tr("Ein Feiertag importiert."),
                "success",
            )
            self._reload()
            return
        lines = [
            self.tr("Zeile {line}: {error}").format(line=wrong.line, error=describe(wrong.error))
            for wrong in found.errors[:_ERRORS_SHOWN]
        ]
        if more := len(found.errors) - len(lines):
            lines.append(self.tr("und {count} weitere Zeilen").format(count=more))
        self._banner.show_message("\n".join((self.tr("Nichts wurde importiert."), *lines)))

    def _on_example(self) -> None:
        dialog = QFileDialog(self, self.tr("Beispieldatei speichern"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("CSV-Dateien (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self.tr("Feiertage.csv"))
        dialog.fileSelected.connect(lambda name: self.save_example(Path(name)))
        dialog.open()

    def save_example(self, target: Path) -> None:
        """Write a small file that can be imported: two fixed days, one of them described, and one by Easter."""
        examples = (
            Holiday(uuid4(), self.tr("Heiligabend"), self.tr("ab 14 Uhr geschlossen"), month=12, day=24),
            Holiday(uuid4(), self.tr("Silvester"), month=12, day=31),
            Holiday(uuid4(), self.tr("Rosenmontag"), easter_offset_days=-48),
        )
        self._tasks.run(
            lambda: save_holidays(target, examples),
            self,
            partial(self._on_example_saved, target),
            self._on_refused,
        )

    def _on_example_saved(self, target: Path, _nothing: None) -> None:
        self._banner.show_message(self.tr("Gespeichert in „{path}“.").format(path=target), "success")


def _public_rows(federal_state: str, first_year: int) -> tuple[tuple[str, ...], ...]:
    """Each public holiday with its dates in the years shown, in the order of the first."""
    years = range(first_year, first_year + _YEARS_SHOWN)
    days: dict[str, dict[int, str]] = {}
    for year in years:
        for day, name in public_holidays(year, federal_state).items():
            days.setdefault(name, {})[year] = show_day(day)
    return tuple((name, *(found.get(year, "") for year in years)) for name, found in days.items())
