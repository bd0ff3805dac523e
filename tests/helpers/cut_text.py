"""Texts of a window that have less room than they need, and labels that are not on a line with their field."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

_TOLERANCE = 1
"""Sizes are rounded to whole pixels at each level."""


def cut_texts(window: QWidget) -> list[str]:
    """What in ``window`` is cut off and cannot be scrolled to, each with what it stands in."""
    found = [cut for widget in (window, *window.findChildren(QWidget)) if _counts(widget) for cut in _cut(widget)]
    room = window.screen().availableGeometry().size()
    if window.isWindow() and (window.width() > room.width() or window.height() > room.height()):
        found.append(f"{type(window).__name__} {window.width()}x{window.height()} is larger than the screen")
    return found


def crooked_labels(window: QWidget) -> list[str]:
    """Labels at the left of a field of one line whose middle is not the field's."""
    found = []
    for label in window.findChildren(QLabel):
        field = label.buddy()
        if not _counts(label) or not isinstance(field, QLineEdit | QComboBox | QAbstractSpinBox):
            continue
        label_middle = label.mapTo(window, label.rect().center())
        field_middle = field.mapTo(window, field.rect().center())
        is_beside = (
            label.mapTo(window, label.rect().topRight()).x() <= field.mapTo(window, field.rect().topLeft()).x()
        )
        if is_beside and abs(label_middle.y() - field_middle.y()) > _TOLERANCE:
            found.append(f"label {label.text()!r}: {label_middle.y()} beside {field_middle.y()}")
    return found


def _counts(widget: QWidget) -> bool:
    return widget.isVisible() and not widget.visibleRegion().isEmpty()


def _cut(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() if widget.text() and widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height() + _TOLERANCE:
                yield f"label {widget.text()!r}"
        case QLabel() | QAbstractButton() if widget.text():
            needed = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
            if not _fits(widget, needed.width(), needed.height()):
                yield f"{type(widget).__name__} {widget.text()!r}: {widget.size().toTuple()} of {needed.toTuple()}"
        case QComboBox():
            yield from _cut_choice(widget)
        case QLineEdit() | QAbstractSpinBox():
            if widget.height() < widget.fontMetrics().height() + _TOLERANCE:
                yield f"field {widget.accessibleName()!r}"
        case QTabBar():
            yield from _cut_tabs(widget)
        case QGroupBox():
            if widget.width() < widget.fontMetrics().horizontalAdvance(widget.title()):
                yield f"group {widget.title()!r}"
        case QListView():
            yield from _cut_rows(widget)


def _cut_choice(field: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    area = field.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, field
    )
    needed = field.fontMetrics().horizontalAdvance(field.currentText())
    if not field.isEditable() and area.width() + _TOLERANCE < needed:
        yield f"choice {field.accessibleName()!r}: {field.currentText()!r}"


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    for index in range(bar.count()):
        if bar.tabRect(index).width() < bar.fontMetrics().horizontalAdvance(bar.tabText(index).replace("&", "")):
            yield f"tab {bar.tabText(index)!r}"


def _cut_rows(view: QListView) -> Iterator[str]:
    """A list that neither scrolls sideways nor wraps nor tells the rest has to be as wide as its entries."""
    if (
        view.wordWrap()
        or view.model() is None
        or view.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    ):
        return
    for row in range(view.model().rowCount()):
        text = str(view.model().index(row, 0).data() or "")
        has_tip = bool(view.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole))
        if (
            not has_tip
            and view.viewport().width() + _TOLERANCE < view.sizeHintForIndex(view.model().index(row, 0)).width()
        ):
            yield f"entry {text!r}"


def _fits(widget: QWidget, width: int, height: int) -> bool:
    return widget.width() + _TOLERANCE >= width and widget.height() + _TOLERANCE >= height
