""" "Typen", "Status" and "Typen der Verfügbarkeit": short lists of names with a color."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.resource import AvailabilityType
from terminplaner.services.queries import Queries
from terminplaner.ui.administration.color_button import ColorButton
from terminplaner.ui.administration.entry_editor import EntryEditor, EntryWords
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import add_field, form_layout, letters, small_print
from terminplaner.ui.swatch import SWATCH_SIZE, swatch
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

Entry = AppointmentType | AppointmentStatus | AvailabilityType

_LIST_LETTERS = 40
_FORM_LETTERS = 70


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One of the lists: what it holds, and its words."""

    kind: type[AppointmentType] | type[AppointmentStatus] | type[AvailabilityType]
    load: Callable[[Queries], tuple[Entry, ...]]
    title: str
    hint: str
    kept: str
    """What becomes of what has an entry that is deleted."""


def _kept() -> str:
    return QCoreApplication.translate("Catalogue", "Termine, die ihn tragen, bleiben und zeigen ihn nicht mehr.")


def types() -> Catalogue:
    return Catalogue(
        AppointmentType,
        Queries.types,
        QCoreApplication.translate("Catalogue", "Typen"),
        QCoreApplication.translate("Catalogue", "Der Typ sagt, worum es geht, und färbt den Termin im Plan."),
        _kept(),
    )


def statuses() -> Catalogue:
    return Catalogue(
        AppointmentStatus,
        Queries.statuses,
        QCoreApplication.translate("Catalogue", "Status"),
        QCoreApplication.translate("Catalogue", "Der Status sagt, wie weit ein Termin ist."),
        _kept(),
    )


def availability_types() -> Catalogue:
    return Catalogue(
        AvailabilityType,
        Queries.availability_types,
        QCoreApplication.translate("Catalogue", "Typen der Verfügbarkeit"),
        QCoreApplication.translate("Catalogue", "Der Typ sagt, wozu eine Zeit da ist."),
        QCoreApplication.translate("Catalogue", "Verfügbarkeiten, die ihn tragen, bleiben."),
    )


class _CatalogueForm(QWidget):
    changed = Signal()

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._name = QLineEdit()
        self._color = ColorButton()
        self._cancels = QCheckBox(self.tr("Termin findet nicht statt"))
        self._name.textChanged.connect(self.changed)
        self._color.colorChanged.connect(self.changed)
        self._cancels.toggled.connect(self.changed)
        fields = form_layout()
        add_field(fields, self.tr("Bezeichnung:"), self._name)
        add_field(fields, self.tr("Farbe:"), self._color)
        if catalogue.kind is AppointmentStatus:
            hint = self.tr(
                "Wer einem Termin diesen Status gibt, storniert ihn: Der Platz wird frei. Termine, die ihn schon "
                "haben, bleiben, wie sie sind."
            )
            self._cancels.setAccessibleDescription(hint)
            fields.addRow("", self._cancels)
            fields.addRow("", small_print(hint))
        self.setLayout(fields)

    def show_entry(self, entry: Entry | None) -> None:
        self._name.setText(entry.name if entry else "")
        self._color.set_color(entry.color if entry else self._catalogue.kind(uuid4(), "").color)
        self._cancels.setChecked(isinstance(entry, AppointmentStatus) and entry.means_cancelled)

    def entered(self, base: Entry) -> Entry:
        """``base`` with what the fields say."""
        entered = replace(base, name=self._name.text().strip(), color=self._color.color)
        if isinstance(entered, AppointmentStatus):
            return replace(entered, means_cancelled=self._cancels.isChecked())
        return entered

    def focus_first(self) -> None:
        self._name.setFocus()


class CatalogueTab(QWidget):
    """The list on the left, the chosen entry beside it."""

    def __init__(
        self,
        catalogue: Catalogue,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._services = services
        self._session = session
        self._tasks = tasks
        self._list = QListWidget()
        self._list.setAccessibleName(catalogue.title)
        self._list.setMaximumWidth(letters(self._list, _LIST_LETTERS))
        self._list.setIconSize(SWATCH_SIZE)
        words = EntryWords(
            catalogue.title,
            self.tr("Eintrag löschen?"),
            catalogue.kept,
        )
        self._form = _CatalogueForm(catalogue)
        self._editor: EntryEditor[Entry] = EntryEditor(
            services, session, tasks, words, self._list, self._form, self._new, self
        )
        self._lay_out()
        self._list.currentRowChanged.connect(self._editor.choose)
        self._form.changed.connect(self._editor.update)
        self._editor.refused.connect(self._form.focus_first)
        self._editor.stored.connect(self._reload)

    def _lay_out(self) -> None:
        beside = QWidget()
        beside.setMaximumWidth(letters(beside, _FORM_LETTERS))
        inner = QVBoxLayout(beside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._form)
        inner.addWidget(self._editor.banner)
        inner.addWidget(self._editor.bar)
        inner.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.XL)
        row.addWidget(self._list, _LIST_LETTERS)
        row.addWidget(beside, _FORM_LETTERS)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._editor.head(can_copy=False))
        column.addWidget(small_print(self._catalogue.hint))
        column.addLayout(row, 1)

    @property
    def is_dirty(self) -> bool:
        return self._editor.is_dirty

    def leave(self, then: Callable[[], None]) -> None:
        """Do ``then`` once what is unsaved was saved or discarded."""
        self._editor.leave(then)

    def begin_with(self, entry_id: UUID | None) -> None:
        """Read the entries and show that one, else the first, ready to be renamed."""
        load, queries = self._catalogue.load, self._services.queries

        def begin(entries: tuple[Entry, ...]) -> None:
            self._on_loaded(entries)
            ids = [entry.id for entry in entries]
            self._list.setCurrentRow(ids.index(entry_id) if entry_id in ids else 0)
            self._form.focus_first()

        self._tasks.run(lambda: load(queries), self, begin)

    def refresh(self, change_set: ChangeSet | None) -> None:
        if change_set is None or change_set.touches(self._catalogue.kind):
            self._reload()

    def _reload(self) -> None:
        load, queries = self._catalogue.load, self._services.queries
        self._tasks.run(lambda: load(queries), self, self._on_loaded)

    def _on_loaded(self, entries: tuple[Entry, ...]) -> None:
        with QSignalBlocker(self._list):
            self._list.clear()
            for entry in entries:
                self._list.addItem(QListWidgetItem(swatch(entry.color), entry.name))
        self._editor.show_entries(entries)

    def _new(self) -> Entry:
        position = max((entry.position for entry in self._editor.entries), default=-1) + 1
        return self._catalogue.kind(uuid4(), "", position=position)
