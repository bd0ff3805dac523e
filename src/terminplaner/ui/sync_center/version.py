"""One version of an event beside another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

from terminplaner.ui.forms import paragraph, small_print
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.shared_fields import show_title, show_when_of
from terminplaner.ui.theme import Space, scaled

Fields = Mapping[str, Any]


class Version(QFrame):
    """Shared fields under a heading; what ``other`` has differently is bold.  ``absence`` stands for no fields."""

    def __init__(
        self,
        heading: str,
        fields: Fields,
        other: Fields,
        zone: tzinfo,
        absence: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "inset")
        self.setAccessibleName(heading)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        grid.setHorizontalSpacing(Space.M)
        title = plain_label(heading)
        title.setFont(scaled(title.font(), 1.0, QFont.Weight.DemiBold))
        grid.addWidget(title, 0, 0, 1, 2)
        if absence:
            grid.addWidget(paragraph(absence), 1, 0, 1, 2)
        for key, label, value, theirs in (
            ("title", self.tr("Titel"), show_title(fields), show_title(other)),
            ("start", self.tr("Zeit"), show_when_of(fields, zone), show_when_of(other, zone)),
            (
                "description",
                self.tr("Kommentar"),
                str(fields.get("description") or "–"),
                str(other.get("description") or "–"),
            ),
        ):
            if key not in fields or not (fields[key] or other.get(key)):
                continue
            row = grid.rowCount()
            grid.addWidget(small_print(label), row, 0, Qt.AlignmentFlag.AlignTop)
            text = paragraph(value)
            if key in other and value != theirs:
                text.setFont(scaled(text.font(), 1.0, QFont.Weight.DemiBold))
            grid.addWidget(text, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(grid.rowCount(), 1)

    def add_answer(self, answer: QPushButton) -> None:
        """Offer what lets this version stand, at its foot."""
        self._grid.addWidget(answer, self._grid.rowCount() + 1, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)


def side_by_side(*versions: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.M)
    for version in versions:
        row.addWidget(version, 1)
    return row
