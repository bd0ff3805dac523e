"""What a person reads in a window, letter by letter, once Qt has made of the texts whatever it makes of them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

HOSTILE = "<b>x</b><img src=file:///etc/passwd>{0}%s%n&amp;"
"""HTML, a file to be read, the gaps of two format languages, and a mnemonic."""

_FINGERPRINT = "%s%n"
"""What is left of it in sight, however it was taken."""


def shown_texts(window: QWidget) -> list[str]:
    """Every text in the window and its tooltips, hidden parts included."""
    return [text for widget in (window, *window.findChildren(QWidget)) for text in _texts(widget) if text]


def assert_literal(window: QWidget, at_least: int = 1) -> None:
    """``HOSTILE`` is in sight ``at_least`` so many times, and each time to the letter."""
    marked = [text for text in shown_texts(window) if _FINGERPRINT in text]
    mangled = [text for text in marked if HOSTILE not in text]
    assert not mangled, mangled
    assert len(marked) >= at_least, f"seen {len(marked)} times: {marked}"


def read_tooltip(text: str) -> str:
    """What a tooltip given ``text`` says."""
    return _rich(text) if QtText.mightBeRichText(text) else text


def without_mnemonic(text: str) -> str:
    """A button's or an action's text as it is drawn."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _texts(widget: QWidget) -> Iterator[str]:
    yield read_tooltip(widget.toolTip())
    yield widget.windowTitle()
    match widget:
        case QLabel():
            yield _label_text(widget)
        case QAbstractButton():
            yield without_mnemonic(widget.text())
        case QLineEdit():
            yield widget.text()
            yield widget.placeholderText()
        case QPlainTextEdit():
            yield widget.toPlainText()
        case QGroupBox():
            yield without_mnemonic(widget.title())
        case QTabBar():
            yield from (without_mnemonic(widget.tabText(tab)) for tab in range(widget.count()))
        case QComboBox():
            yield from _cells(widget.model(), QModelIndex())
        case QAbstractItemView() if widget.model() is not None:
            yield from _cells(widget.model(), widget.rootIndex())
    for action in widget.actions():
        yield from _action_texts(action)


def _action_texts(action: QAction) -> Iterator[str]:
    yield without_mnemonic(action.text())


def _label_text(label: QLabel) -> str:
    is_rich = label.textFormat() in (Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText) or (
        label.textFormat() == Qt.TextFormat.AutoText and QtText.mightBeRichText(label.text())
    )
    if is_rich:
        return _rich(label.text())
    return without_mnemonic(label.text()) if label.buddy() else label.text()


def _cells(model: QAbstractItemModel, root: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(root)):
        # A list model keeps its one column to itself.
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(root)):
            index = model.index(row, column, root)
            yield str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            yield read_tooltip(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))


def _rich(text: str) -> str:
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()
