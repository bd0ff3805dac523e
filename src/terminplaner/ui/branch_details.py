"""Filialverwaltung > Filiale: the chain's name and its branches."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4
from zoneinfo import available_timezones

from PySide6.QtWidgets import (
    QComboBox,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.chain import Branch
from terminplaner.domain.errors import InvalidInputError, TerminplanerError
from terminplaner.services.permissions import Right
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import (
    add_field,
    form_layout,
    labelled,
    letters,
    limit_width,
    of_first_line,
    scroll_area,
    section_title,
)
from terminplaner.ui.icon_widgets import IconButton
from terminplaner.ui.messages import describe
from terminplaner.ui.opening_times_form import OpeningTimesForm
from terminplaner.ui.save_bar import SaveBar
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_FEDERAL_STATES = (
    ("BW", "Baden-Württemberg"),
    ("BY", "Bayern"),
    ("BE", "Berlin"),
    ("BB", "Brandenburg"),
    ("HB", "Bremen"),
    ("HH", "Hamburg"),
    ("HE", "Hessen"),
    ("MV", "Mecklenburg-Vorpommern"),
    ("NI", "Niedersachsen"),
    ("NW", "Nordrhein-Westfalen"),
    ("RP", "Rheinland-Pfalz"),
    ("SL", "Saarland"),
    ("SN", "Sachsen"),
    ("ST", "Sachsen-Anhalt"),
    ("SH", "Schleswig-Holstein"),
    ("TH", "Thüringen"),
)
"""ISO 3166-2:DE."""


class BranchDetails(QWidget):
    """The branches in a list, the chosen one in a form."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._branches: tuple[Branch, ...] = ()
        self._stored: Branch | None = None
        self._is_loading = False
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Filialen"))
        self._list.setMaximumWidth(letters(self._list, 26))
        self._add = IconButton("plus", self.tr("Neue Filiale"))
        if not session.actor.has(Right.MANAGE_MASTER_DATA):
            self._add.hide()
        self._banner = Banner()
        self._bar = SaveBar()
        self._form = self._build_form()
        self._form.setEnabled(False)

        head = QHBoxLayout()
        head.addWidget(section_title(self.tr("Filialen")), 1)
        head.addWidget(self._add)
        left = QVBoxLayout()
        left.addLayout(head)
        left.addWidget(self._list, 1)
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        right.addWidget(scroll_area(self._form), 1)
        right.addWidget(self._banner)
        right.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, Space.M)
        row.setSpacing(Space.L)
        row.addLayout(left)
        row.addLayout(right, 1)
        self._list.currentRowChanged.connect(self._on_chosen)
        self._add.clicked.connect(self._on_add)
        self._bar.saveRequested.connect(self._on_save)
        self._bar.discardRequested.connect(self._on_discard)

    def _build_form(self) -> QGroupBox:
        group = QGroupBox(self.tr("Filiale bearbeiten"))
        limit_width(group, self._bar)
        self._number = QLineEdit()
        self._name = QLineEdit()
        self._zone = QComboBox()
        self._zone.addItems(sorted(name for name in available_timezones() if "/" in name))
        self._state = QComboBox()
        for code, name in _FEDERAL_STATES:
            self._state.addItem(name, code)
        self._address = QPlainTextEdit()
        self._opening = OpeningTimesForm()
        self._opening.changed.connect(self._on_edited)
        self._hours = QPlainTextEdit()
        for text in (self._address, self._hours):
            text.setTabChangesFocus(True)
            text.setFixedHeight(self.fontMetrics().lineSpacing() * 4)
            text.textChanged.connect(self._on_edited)
        for line in (self._number, self._name):
            line.textChanged.connect(self._on_edited)
        for choice in (self._zone, self._state):
            choice.currentIndexChanged.connect(self._on_edited)
        form = form_layout()
        add_field(form, self.tr("&Nummer:"), self._number)
        add_field(form, self.tr("&Bezeichnung:"), self._name)
        add_field(form, self.tr("Adr&esse:"), self._address)
        form.addRow(of_first_line(labelled(self.tr("Öffnungszeiten:"), self._opening)), self._opening)
        add_field(
            form,
            self.tr("Auf dem Termi&nzettel:"),
            self._hours,
            self.tr("Die Öffnungszeiten in eigenen Worten. Leer: wie oben, in einer Zeile."),
        )
        add_field(
            form, self.tr("B&undesland:"), self._state, self.tr("Danach richten sich die Feiertage im Planer.")
        )
        add_field(
            form, self.tr("&Zeitzone:"), self._zone, self.tr("Uhrzeiten im Planer gelten in dieser Zeitzone.")
        )
        group.setLayout(form)
        return group

    # -- loading and choosing

    def reload(self) -> None:
        """Read the branches again; what somebody is typing here stays."""
        self._tasks.run(self._services.queries.branches, self, self._on_loaded)

    @property
    def is_dirty(self) -> bool:
        if self._stored is None:
            return False
        return self._opening.times is None or self._edited(self._stored) != self._stored

    def _on_loaded(self, branches: tuple[Branch, ...]) -> None:
        if self.is_dirty:
            return
        wanted = self._stored.id if self._stored else self._session.branch.id
        self._branches = branches
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([branch.label for branch in branches])
        row = next((index for index, branch in enumerate(branches) if branch.id == wanted), 0)
        self._list.setCurrentRow(row)
        self._list.blockSignals(False)
        if branches[row] != self._stored:  # filling would wipe "Gespeichert" for nothing
            self._fill(branches[row])

    def _on_chosen(self, row: int) -> None:
        if not 0 <= row < len(self._branches):
            return
        if self.is_dirty:
            self._banner.show_message(
                self.tr("Bitte speichern oder verwerfen Sie zuerst Ihre Änderungen an dieser Filiale."), "warning"
            )
            self._list.blockSignals(True)
            self._list.setCurrentRow(self._row_of_stored())
            self._list.blockSignals(False)
            return
        self._fill(self._branches[row])

    def _row_of_stored(self) -> int:
        return next(
            (
                index
                for index, branch in enumerate(self._branches)
                if self._stored and branch.id == self._stored.id
            ),
            -1,
        )

    def _on_add(self) -> None:
        if self.is_dirty:
            self._on_chosen(self._list.currentRow())
            return
        session = self._session.branch
        self._list.setCurrentRow(-1)
        self._fill(Branch(id=uuid4(), number="", name="", zone=session.zone, federal_state=session.federal_state))
        self._number.setFocus()

    def _fill(self, branch: Branch) -> None:
        self._is_loading = True
        self._stored = branch
        self._number.setText(branch.number)
        self._name.setText(branch.name)
        self._address.setPlainText(branch.address)
        self._opening.show_times(branch.opening_times)
        self._hours.setPlainText(branch.opening_hours)
        self._zone.setCurrentText(branch.zone)
        self._state.setCurrentIndex(self._state.findData(branch.federal_state))
        self._form.setEnabled(self._session.actor.has(Right.MANAGE_MASTER_DATA))
        self._is_loading = False
        self._on_edited()

    def _edited(self, branch: Branch) -> Branch:
        """Unreadable opening times leave those that are stored."""
        times = self._opening.times
        return replace(
            branch,
            number=self._number.text().strip(),
            name=self._name.text().strip(),
            address=self._address.toPlainText().strip(),
            opening_times=branch.opening_times if times is None else times,
            opening_hours=self._hours.toPlainText().strip(),
            zone=self._zone.currentText(),
            federal_state=str(self._state.currentData()),
        )

    def _on_edited(self) -> None:
        if not self._is_loading:
            self._bar.set_dirty(is_dirty=self.is_dirty)

    # -- saving

    def _on_save(self) -> None:
        if self._stored is None:
            return
        if (unreadable := self._opening.unreadable) is not None:
            self._banner.show_message(describe(InvalidInputError("opening_unreadable", text=unreadable)))
            self._opening.focus_unreadable()
            return
        wanted = self._edited(self._stored)
        self._bar.show_saving()
        self._banner.close_message()
        master_data, actor = self._services.master_data, self._session.actor
        self._tasks.run(
            lambda: master_data.save(actor, wanted),
            self,
            self._on_saved,
            self._on_refused,
        )

    def _on_saved(self, branch: Branch) -> None:
        self._fill(branch)
        self._bar.show_saved()
        self.reload()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._banner.show_message(describe(error))
        self._bar.set_dirty(is_dirty=self.is_dirty)

    def _on_discard(self) -> None:
        self._banner.close_message()
        if self._stored is not None:
            self._fill(self._stored)
        self.reload()
