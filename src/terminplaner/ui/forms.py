"""The small parts every page is built from.

What is visible and what a screen reader says are the same words: a label is its field's buddy and its name.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.theme import Space, scaled

_FORM_CHARACTERS = 110

S = TypeVar("S", bound=QAbstractSpinBox)


class _FormLayout(QFormLayout):
    """Has its rows measured for the width they get.

    Qt's own keeps what somebody last asked for another width, and then squeezes a row with a sentence in it.
    """

    def setGeometry(self, rect: QRect) -> None:
        self.invalidate()
        super().setGeometry(rect)


def form_layout() -> QFormLayout:
    """Labels on the left, fields on the right."""
    layout = _FormLayout()
    layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    layout.setHorizontalSpacing(Space.L)
    layout.setVerticalSpacing(Space.S)
    layout.setContentsMargins(0, 0, 0, 0)
    return layout


class _FieldLabel(QLabel):
    """As high as one line of its field, so that their words stand on one line; a form puts it a little higher."""

    def __init__(self, text: str, field: QWidget) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setBuddy(field)
        self._has_one_line = isinstance(field, QLineEdit | QComboBox | QAbstractSpinBox | QAbstractButton)
        # Beside a single line it may be as high as its row, beside more it belongs to the first.
        vertical = QSizePolicy.Policy.Preferred if self._has_one_line else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)

    def sizeHint(self) -> QSize:
        own = super().sizeHint()
        field = self.buddy()
        line = field.sizeHint().height() if self._has_one_line and field is not None else _line_height(self)
        return own.expandedTo(QSize(0, line))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, self.sizeHint().height()))


def _line_height(widget: QWidget) -> int:
    """Of a field with one line, as the style sheet makes it."""
    return round(widget.fontMetrics().height() * 1.35) + 2 * Space.XS


def labelled(text: str, field: QWidget) -> QLabel:
    """A label for ``field``: its buddy and its accessible name; ``&`` in ``text`` marks the mnemonic."""
    field.setAccessibleName(_spoken(text))
    return _FieldLabel(text, field)


def of_first_line(label: QLabel) -> QLabel:
    """Let ``label`` stand on the first line of a row that has more below its field."""
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return label


def add_field(layout: QFormLayout, text: str, field: QWidget, hint: str | QLabel = "") -> QLabel:
    """A row with a labelled field, and small print under it that is also its accessible description.

    A ``hint`` that changes is given as the label that shows it; its description is then the caller's to keep.
    """
    label = labelled(text, field)
    if hint:
        holder = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, Space.XS)
        column.setSpacing(2)
        column.addWidget(field, 0, _alignment_of(field))
        column.addWidget(small_print(hint) if isinstance(hint, str) else hint)
        if isinstance(hint, str):
            field.setAccessibleDescription(hint)
        layout.addRow(of_first_line(label), holder)
    else:
        layout.addRow(label, field)
    return label


def number_field(low: int, high: int) -> QSpinBox:
    """A field for a whole number."""
    field = inset(QSpinBox())
    field.setRange(low, high)
    field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return field


def add_clear_button(field: QLineEdit) -> None:
    """Qt's own button that empties ``field``, with the name that Qt leaves out."""
    field.setClearButtonEnabled(True)
    for part in field.findChildren(QToolButton):
        part.setAccessibleName(QCoreApplication.translate("forms", "Feld leeren"))


def inset(field: S) -> S:
    """Keep a number's, a date's or a time's text off the border; Qt ignores the style sheet's padding there."""
    field.lineEdit().setTextMargins(Space.XS, 0, 0, 0)
    return field


def side_by_side(*fields: QWidget, stretch: bool = False) -> QWidget:
    """Several fields in one line of a form; lists to choose from share the room, ``stretch`` leaves it free."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.M)
    for field in fields:
        row.addWidget(field, 1 if isinstance(field, QComboBox) else 0)
    if stretch:
        row.addStretch(1)
    return holder


def letters(widget: QWidget, count: int) -> int:
    """The width of so many letters of ``widget``'s font, in pixels: it grows with the size of type."""
    return widget.fontMetrics().averageCharWidth() * count


def lines(widget: QWidget, count: int) -> int:
    """The height of so many lines of ``widget``'s font, in pixels."""
    return widget.fontMetrics().lineSpacing() * count


def limit_width(*widgets: QWidget) -> None:
    """Keep a form as wide as is comfortable to read, in any font: a hundred characters or so."""
    for widget in widgets:
        widget.setMaximumWidth(letters(widget, _FORM_CHARACTERS))


def _alignment_of(field: QWidget) -> Qt.AlignmentFlag:
    """As wide as its content, unless it is a field that grows."""
    grows = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding
    return Qt.AlignmentFlag(0) if field.sizePolicy().horizontalPolicy() in grows else Qt.AlignmentFlag.AlignLeft


def page_title(text: str) -> QLabel:
    label = plain_label(text)
    label.setFont(scaled(label.font(), 1.5, QFont.Weight.DemiBold))
    return label


def section_title(text: str) -> QLabel:
    label = plain_label(text)
    label.setFont(scaled(label.font(), 1.15, QFont.Weight.DemiBold))
    return label


def small_print(text: str = "") -> QLabel:
    """An explanation: wrapped and quiet."""
    label = plain_label(text)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def paragraph(text: str = "") -> QLabel:
    """A sentence to read: wrapped, and selectable so that it can be copied to support."""
    label = plain_label(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def scroll_area(content: QWidget) -> QScrollArea:
    """Scrolls ``content`` where the window is too small for it; Tab stops at the fields in it only."""
    scroll = QScrollArea()
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setWidget(content)
    return scroll


def card() -> QFrame:
    """A surface that holds what belongs together; give it a layout."""
    frame = QFrame()
    frame.setProperty("role", "card")
    return frame


def quiet_rows(table: QTableView) -> None:
    """Make it a table that is only looked at, row by row; Tab leaves it."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class EnterButton(QPushButton):
    """Pressed by Enter while it has the focus, as by the space bar.

    Qt's own way, ``autoDefault``, has a dialog without a default button press any, and paints as the main one
    whatever has the focus.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and is_plain:
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, tooltip: str = "") -> QPushButton:
    result = EnterButton(text)
    result.setToolTip(tooltip)
    return result


def primary_button(text: str) -> QPushButton:
    """The one thing a person came here to do."""
    result = button(text)
    result.setProperty("role", "primary")
    return result


def danger_button(text: str) -> QPushButton:
    """What takes something away."""
    result = button(text)
    result.setProperty("role", "danger")
    return result


def link_button(text: str) -> QPushButton:
    """An action in running text."""
    result = button(text)
    result.setProperty("role", "link")
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    return result


def set_role(widget: QWidget, name: str, value: str) -> None:
    """Set a property the style sheet looks at, and let it take effect."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say ``text``."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def _spoken(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip(":")
