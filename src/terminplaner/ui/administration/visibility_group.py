"""The group "Sichtbarkeit": whether a resource is seen in the plan, and in which branches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QGroupBox, QListWidget, QListWidgetItem, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.domain.resource import Resource
from terminplaner.ui.theme import Space

_BRANCH_ROWS = 2


class VisibilityGroup(QGroupBox):
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Sichtbarkeit"))
        self._is_visible = QCheckBox(self.tr("Sichtbar"))
        self._in_all = QCheckBox(self.tr("Alle Filialen"))
        self._branches = QListWidget()
        self._branches.setAccessibleName(self.tr("Filialen"))
        row_height = self.fontMetrics().height() + 10
        self._branches.setFixedHeight(_BRANCH_ROWS * row_height)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.addWidget(self._is_visible, 0, 0)
        grid.addWidget(self._in_all, 1, 0)
        grid.addWidget(self._branches, 0, 1, 3, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        for box in (self._is_visible, self._in_all):
            box.toggled.connect(self.edited)
        self._branches.itemChanged.connect(self.edited)
        self._in_all.toggled.connect(self._branches.setDisabled)

    def offer(self, branches: Sequence[Branch]) -> None:
        self._branches.clear()
        for branch in branches:
            item = QListWidgetItem(branch.label, self._branches)
            item.setData(Qt.ItemDataRole.UserRole, branch.id)
            item.setFlags(
                Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            )

    def enter(self, resource: Resource) -> None:
        """Fill the fields as a person would."""
        self._is_visible.setChecked(resource.is_visible)
        self._in_all.setChecked(resource.is_in_all_branches)
        for item in self._items():
            is_checked = item.data(Qt.ItemDataRole.UserRole) in resource.visible_branch_ids
            item.setCheckState(Qt.CheckState.Checked if is_checked else Qt.CheckState.Unchecked)

    def entered(self, base: Resource) -> Resource:
        """``base`` with what the fields say."""
        return replace(
            base,
            is_visible=self._is_visible.isChecked(),
            is_in_all_branches=self._in_all.isChecked(),
            visible_branch_ids=self._checked(base.visible_branch_ids),
        )

    def set_editable(self, is_editable: bool) -> None:
        for box in (self._is_visible, self._in_all):
            box.setEnabled(is_editable)
        self._branches.setEnabled(is_editable and not self._in_all.isChecked())

    def _items(self) -> list[QListWidgetItem]:
        return [self._branches.item(row) for row in range(self._branches.count())]

    def _checked(self, stored: tuple[UUID, ...]) -> tuple[UUID, ...]:
        """In the order they were kept in, so that nothing looks changed which is not."""
        checked = [
            item.data(Qt.ItemDataRole.UserRole)
            for item in self._items()
            if item.checkState() == Qt.CheckState.Checked
        ]
        return stored if set(checked) == set(stored) else tuple(checked)
