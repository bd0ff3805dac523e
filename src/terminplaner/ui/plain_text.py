"""Text that people, Google or files brought, shown as it is.

Left to itself Qt takes for HTML what looks like it, and reads the files that an image in it names.
"""

from __future__ import annotations

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget


def plain_label(text: str = "", parent: QWidget | None = None) -> QLabel:
    """The label everything is built from: whatever text it is given, it shows it to the letter."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def plain_tooltip(text: str) -> str:
    """What a tooltip must be given in order to show ``text``: tooltips cannot be told to expect no HTML."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def without_mnemonic(text: str) -> str:
    """What a button or a menu must be given in order to show ``text``, its ampersands included."""
    return text.replace("&", "&&")
