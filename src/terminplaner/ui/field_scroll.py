"""The fields of a dialog, which scroll where the screen is too small for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from terminplaner.ui.forms import lines

_FEWEST_LINES = 8


class FieldScroll(QScrollArea):
    """As high as its content if its dialog has the room; Tab stops at the fields in it only."""

    contentChanged = Signal()
    """The content needs another height."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._kept: QWidget | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)  # once everything has its place
        self._soon.timeout.connect(self._look)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        content.installEventFilter(self)

    @property
    def height_needed(self) -> int:
        """Of the content at the present width, in pixels."""
        content = self._content
        least = content.minimumSizeHint().expandedTo(content.minimumSize())
        layout = content.layout()
        if layout is None or not layout.hasHeightForWidth():
            return least.height()
        width = self.viewport().width() if self.isVisible() else least.width()
        # Qt's scroll area gives it both, too.
        return max(least.height(), layout.totalHeightForWidth(max(width, least.width())))

    @property
    def fewest(self) -> int:
        """How high it has to be for somebody to find a way about in it, in pixels."""
        return min(self.height_needed, lines(self, _FEWEST_LINES))

    def keep_in_view(self, part: QWidget | None) -> None:
        """Scroll to ``part`` of the content now and whenever it moves or grows, until told None."""
        self._kept = part
        self._look()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self.height_needed)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the content and a scroll bar beside it, which may come at any time."""
        least = self._content.minimumSizeHint().expandedTo(self._content.minimumSize())
        return QSize(least.width() + self.verticalScrollBar().sizeHint().width(), self.fewest)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.contentChanged.emit()
            self._soon.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.contentChanged.emit()
        field = self._content.focusWidget()
        if field is not None and event.size().height() < event.oldSize().height():
            self.ensureWidgetVisible(field)  # what comes below does not cover what is being filled in
        self._look()

    def _look(self) -> None:
        if self._kept is not None and self.isVisible():
            self.ensureWidgetVisible(self._kept, 0, 0)
