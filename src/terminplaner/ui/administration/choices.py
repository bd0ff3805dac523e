"""Combo boxes that choose among things with an identity."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtWidgets import QComboBox


def offer(field: QComboBox, none_text: str, choices: Iterable[tuple[str, UUID]]) -> None:
    """``none_text`` stands for choosing none; what is chosen stays chosen where it is still offered."""
    chosen: UUID | None = field.currentData()
    field.clear()
    field.addItem(none_text, None)
    for text, value in choices:
        field.addItem(text, value)
    choose(field, chosen)


def choose(field: QComboBox, value: UUID | None) -> None:
    """None and what is not offered choose none."""
    # QComboBox.findData compares Python objects by identity.
    matches = (index for index in range(1, field.count()) if field.itemData(index) == value)
    field.setCurrentIndex(next(matches, 0))
