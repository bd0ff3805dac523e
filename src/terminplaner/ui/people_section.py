"""What the sections of people in Filialverwaltung have in common: employees and user accounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Employee, User
from terminplaner.ui.allowance import ReasonLine
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import quiet_rows, section_title
from terminplaner.ui.messages import describe
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

P = TypeVar("P", Employee, User)


class PeopleSection(QWidget, Generic[P]):
    """A table of people; buttons above it make, change and delete the one that is chosen."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._people: tuple[P, ...] = ()
        self._to_choose: P | None = None
        self._banner = Banner()
        self._table = QTableWidget()
        quiet_rows(self._table)
        self._table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._table.itemSelectionChanged.connect(self._name_buttons)
        self._table.itemActivated.connect(lambda _item: self._on_edit())

    def _lay_out(
        self, name: str, headers: Sequence[str], buttons: Sequence[QPushButton], hint: QWidget | None = None
    ) -> None:
        self._table.setAccessibleName(name)
        self._table.setColumnCount(len(headers))
        self._table.setHorizontalHeaderLabels(list(headers))
        head = QHBoxLayout()
        head.addWidget(section_title(name), 1)
        for action in buttons:
            head.addWidget(action)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.M)
        column.setSpacing(Space.M)
        column.addLayout(head)
        reasons = ReasonLine(*buttons)
        self._table.itemSelectionChanged.connect(reasons.say)
        column.addWidget(self._banner)
        if hint is not None:
            column.addWidget(hint)
        column.addWidget(self._table, 1)
        column.addWidget(reasons)

    def reload(self) -> None:
        """Read everybody anew."""
        raise NotImplementedError

    def _on_edit(self) -> None:
        """Open the chosen one, where that is allowed."""
        raise NotImplementedError

    def _name_buttons(self) -> None:
        """Offer what can be done with the chosen one."""
        raise NotImplementedError

    def _show_people(self, people: tuple[P, ...], rows: Sequence[Sequence[str]], default: P | None = None) -> None:
        """``rows`` are the words of each; who was chosen stays it, else ``default`` or the first is."""
        ids = [person.id for person in people]
        wanted = (person.id for person in (self._to_choose, self._chosen(), default) if person is not None)
        chosen = next((ids.index(key) for key in wanted if key in ids), 0)
        self._to_choose = None
        self._people = people
        self._table.clearSelection()
        self._table.setRowCount(len(people))
        for number, words in enumerate(rows):
            for column, text in enumerate(words):
                self._table.setItem(number, column, QTableWidgetItem(text))
        if people:
            self._table.selectRow(chosen)
        self._name_buttons()

    def _chosen(self) -> P | None:
        rows = self._table.selectionModel().selectedRows()
        return self._people[rows[0].row()] if rows and rows[0].row() < len(self._people) else None

    def _on_saved(self, person: P) -> None:
        """Whether the change set was heard of already or comes now: the one that was saved is chosen."""
        self._to_choose = person
        self.reload()

    def _delete(self, person: P) -> None:
        self._banner.close_message()
        master_data, actor = self._services.master_data, self._session.actor
        self._tasks.run(
            lambda: master_data.delete(actor, person),
            self,
            lambda _done: self.reload(),
            self._on_refused,
        )

    def _on_refused(self, error: TerminplanerError) -> None:
        self._banner.show_message(describe(error))
