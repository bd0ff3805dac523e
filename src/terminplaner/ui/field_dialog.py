"""A dialog whose fields stay where they are, whatever it has to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QStyle, QVBoxLayout, QWidget

from terminplaner.ui.banner import Banner
from terminplaner.ui.chords import CONTROL
from terminplaner.ui.field_scroll import FieldScroll
from terminplaner.ui.forms import lines
from terminplaner.ui.guarded_dialog import GuardedDialog
from terminplaner.ui.theme import Space

SAVE_KEYS: Final = frozenset([(Qt.Key.Key_Return, CONTROL)])
"""They save from every field."""
_LINES_KEPT_FREE = 4
"""Below a dialog, for what it may have to say: a message of two lines."""


class FieldDialog(GuardedDialog):
    """What it says stands above its buttons: a message makes it longer, or lower its fields where the screen ends.

    ``error`` says what went wrong.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.error = Banner()
        self._body: QWidget | None = None
        self._scrolls: Sequence[FieldScroll] = ()
        self._is_placed = False
        """It has its place on the screen."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        self._column.setSpacing(Space.M)
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # see ``fit``

    def lay_out(
        self, body: QWidget, scrolls: Sequence[FieldScroll], said: Sequence[QWidget], buttons: QLayout
    ) -> None:
        """``body`` is or holds ``scrolls``; ``said`` comes and goes between it and ``buttons``, the error last."""
        self._body, self._scrolls = body, scrolls
        self._column.addWidget(body)
        self._column.addStretch(1)
        for part in (*said, self.error):
            self._column.addWidget(part)
            if isinstance(part, Banner):
                # Before anything is painted: until the dialog is laid out, it would lie over the fields.
                part.appeared.connect(self.fit)
        self._column.addLayout(buttons)
        for scroll in scrolls:
            scroll.contentChanged.connect(self.fit)

    def show_focus(self) -> None:
        """Scroll to the field that has the keyboard."""
        field = self.focusWidget()
        for scroll in self._scrolls:
            if field is not None and scroll.isAncestorOf(field):
                scroll.ensureWidgetVisible(field)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)
        if not self._is_placed:
            self._leave_room_below()
            self._is_placed = True

    def fit(self) -> None:
        """Be as high as everything needs, which Qt reckons too low where sentences wrap, but within the screen."""
        if self._body is None:
            return
        width = max(self.width(), self._column.totalMinimumSize().width())
        around = self._height_around(width)
        wanted = max(scroll.height_needed for scroll in self._scrolls)
        fewest = max(scroll.fewest for scroll in self._scrolls)
        height = max(min(wanted, self._room() - around), fewest)
        for scroll in self._scrolls:
            scroll.setMinimumHeight(height)
        self.setMinimumSize(self._column.totalMinimumSize().width(), height + around)
        if self._is_placed and self.height() > max(self._room(), height + around):
            self.resize(self.width(), max(self._room(), height + around))

    def _height_around(self, width: int) -> int:
        """Of everything but the fields, at that width of the dialog."""
        margins = self._column.contentsMargins()
        inner = width - margins.left() - margins.right()
        items = (self._column.itemAt(index) for index in range(self._column.count()))
        heights = [
            item.heightForWidth(inner) if item.hasHeightForWidth() else item.minimumSize().height()
            for item in items
            if item is not None and not item.isEmpty() and item.widget() is not self._body
        ]
        chrome = self._body_chrome()
        return sum(heights) + len(heights) * self._column.spacing() + chrome + margins.top() + margins.bottom()

    def _body_chrome(self) -> int:
        """What the body has above and below its fields, in pixels."""
        return 0

    def _room(self) -> int:
        """How high it may be where it stands."""
        area, frame, inner = self.screen().availableGeometry(), self.frameGeometry(), self.geometry()
        if not self._is_placed:
            return area.height() - max(frame.height() - inner.height(), self._title_bar_height())
        return area.bottom() - (frame.bottom() - inner.bottom()) - inner.top() + 1

    def _title_bar_height(self) -> int:
        return self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)

    def _leave_room_below(self) -> None:
        """Stand so high on the screen that a message finds its place below."""
        area = self.screen().availableGeometry()
        kept = lines(self, _LINES_KEPT_FREE) + self._title_bar_height()
        lowest = area.bottom() - self.height() - kept
        if self.y() > lowest:
            self.move(self.x(), max(lowest, area.top()))
