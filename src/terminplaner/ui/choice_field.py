"""A combo box whose entries stand for things with an identity, and how such things are called in any list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QWidget

from terminplaner.domain.appointment import AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch
from terminplaner.domain.people import Employee
from terminplaner.domain.resource import AvailabilityType, Resource
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.ui.swatch import SWATCH_SIZE, swatch

Listed = (
    AppointmentStatus | AppointmentTemplate | AppointmentType | AvailabilityType | Branch | Employee | Resource
)


@dataclass(frozen=True, slots=True)
class Choice:
    """``key`` None stands for none; ``color`` is ``#RRGGBB`` or empty.

    One that ``is_deleted`` is offered only where it is chosen already.
    """

    key: UUID | None
    name: str
    color: str = ""
    is_deleted: bool = False


def choices_of(entries: Iterable[Listed], branches: Iterable[Branch] = ()) -> list[Choice]:
    """The entries of a list, in its order: deleted ones say so, and of namesakes each says what tells it apart.

    ``branches`` are those that the entries may belong to.
    """
    listed = tuple(entries)
    labels = {branch.id: branch.label for branch in branches}
    names = _told_apart([_name(entry) for entry in listed], [_branch_of(entry, labels) for entry in listed])
    names = _told_apart(names, [str(names[:index].count(name) + 1) for index, name in enumerate(names)])
    return [
        Choice(entry.id, name, _color(entry), _is_deleted(entry))
        for entry, name in zip(listed, names, strict=True)
    ]


def names_of(entries: Iterable[Listed], branches: Iterable[Branch] = ()) -> dict[UUID | None, str]:
    """How each is called in a list; None is called nothing."""
    return {None: "", **{choice.key: choice.name for choice in choices_of(entries, branches)}}


class ChoiceField(QComboBox):
    def __init__(self, choices: Iterable[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIconSize(SWATCH_SIZE)
        self._choices: tuple[Choice, ...] = tuple(choices)
        self._keys: list[UUID | None] = []
        self._fill(None)

    @property
    def key(self) -> UUID | None:
        """What is chosen."""
        return self._keys[self.currentIndex()] if self._keys else None

    def offer(self, choices: Iterable[Choice]) -> None:
        """Offer others; what is chosen stays chosen where it is among them, else the first entry is."""
        self._choices = tuple(choices)
        self._refill(self.key)

    def show_key(self, key: UUID | None) -> None:
        """Choose ``key``; the first entry where it is not offered (any more)."""
        if any(choice.is_deleted for choice in self._choices):
            self._refill(key)
        else:
            self.setCurrentIndex(self._index_of(key))

    def _refill(self, key: UUID | None) -> None:
        before = self.key
        blocker = QSignalBlocker(self)
        self.clear()
        self._keys.clear()
        self._fill(key)
        self.setCurrentIndex(self._index_of(key))
        blocker.unblock()
        if self.key != before:
            self.currentIndexChanged.emit(self.currentIndex())

    def _fill(self, chosen: UUID | None) -> None:
        for choice in self._choices:
            if not choice.is_deleted or choice.key == chosen:
                self._keys.append(choice.key)
                self.addItem(swatch(choice.color) if choice.color else QIcon(), choice.name)

    def _index_of(self, key: UUID | None) -> int:
        return self._keys.index(key) if key in self._keys else 0


def _name(entry: Listed) -> str:
    name = entry.label if isinstance(entry, Employee | Branch) else entry.name
    if not _is_deleted(entry):
        return name
    return QCoreApplication.translate("ChoiceField", "{name} (gelöscht)").format(name=name)


def _is_deleted(entry: Listed) -> bool:
    return not isinstance(entry, Branch) and entry.deleted_at is not None


def _color(entry: Listed) -> str:
    if isinstance(entry, AppointmentTemplate | Branch | Employee):
        return ""
    return entry.color


def _branch_of(entry: Listed, labels: Mapping[UUID, str]) -> str:
    branch_id = entry.branch_id if isinstance(entry, Employee | Resource) else None
    return labels.get(branch_id, "") if branch_id is not None else ""


def _told_apart(names: Sequence[str], additions: Sequence[str]) -> list[str]:
    """Of names that occur more than once each with its addition."""
    counts = Counter(names)
    return [
        f"{name} · {addition}" if counts[name] > 1 and addition else name
        for name, addition in zip(names, additions, strict=True)
    ]
