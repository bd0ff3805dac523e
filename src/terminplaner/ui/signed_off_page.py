"""What stands in the place of the tabs once nobody may work in their window any more."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from terminplaner.ui.forms import card, limit_width, page_title, paragraph
from terminplaner.ui.theme import Space


class SignedOffPage(QWidget):
    def __init__(self, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        frame = card()
        limit_width(frame)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        inner.setSpacing(Space.M)
        inner.addWidget(page_title(self.tr("Sie sind abgemeldet.")))
        inner.addWidget(paragraph(reason))
        inner.addWidget(
            paragraph(
                self.tr(
                    "Was Sie eingegeben und noch nicht gespeichert haben, können Sie noch abschreiben oder "
                    "kopieren. Mit „Anmelden“ geht es weiter."
                )
            )
        )
        column = QVBoxLayout(self)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(frame, 4)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
