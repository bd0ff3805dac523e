"""The pages of a printout on screen, one below the other."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from terminplaner.ui.printing.output import Printout
from terminplaner.ui.printing.sheet import page_text
from terminplaner.ui.printing.typesetting import PaperType, paint_page
from terminplaner.ui.theme import Space, tokens

_PAPER = "#ffffff"
_READABLE_SCALE = 1.15
_LARGEST_SCALE = 2.0
"""Pixels for a point: a whole page is shown where it can be read, a small slip does not fill a large window."""


class PagesView(QAbstractScrollArea):
    """Pages as large as the window allows, painted as they come into sight.  The page keys turn them."""

    pageTurned = Signal(int, int)
    """The number of the page at the top, from 1, and how many there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Vorschau"))
        self._printout: Printout | None = None
        self._type = PaperType("")
        self.verticalScrollBar().valueChanged.connect(self._tell)
        self.verticalScrollBar().rangeChanged.connect(self._tell)

    def show_printout(self, printout: Printout) -> None:
        self._printout = printout
        self._type = PaperType(printout.family)
        self.verticalScrollBar().setValue(0)
        self._measure()
        self._tell()
        self.viewport().update()

    @property
    def current_page(self) -> int:
        """The number of the page at the top, from 1; at the end that of the last one."""
        if self._printout is None:
            return 1
        last, bar = len(self._printout.pages), self.verticalScrollBar()
        return last if 0 < bar.maximum() == bar.value() else min(round(bar.value() / self._step) + 1, last)

    @property
    def is_at_end(self) -> bool:
        """Also where every page is in sight."""
        return self.verticalScrollBar().value() == self.verticalScrollBar().maximum()

    def turn_to(self, page: int) -> None:
        """Show a page; the first is 1."""
        self.verticalScrollBar().setValue(round((page - 1) * self._step))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.Window))
        if self._printout is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            top = float(Space.M) - self.verticalScrollBar().value()
            for page in self._printout.pages:
                paper = QRectF(self._left, top, self._printout.sheet.width * self._scale, self._page_height)
                if paper.toAlignedRect().intersects(event.rect()):
                    painter.setPen(tokens(self.palette()).border)
                    painter.setBrush(_PAPER)
                    painter.drawRect(paper)
                    painter.save()
                    painter.translate(paper.topLeft())
                    paint_page(page, painter, self._scale, self._type)
                    painter.restore()
                top += self._step
        painter.end()

    @property
    def _scale(self) -> float:
        if self._printout is None:
            return 1.0
        sheet = self._printout.sheet
        whole = (self.viewport().height() - 2 * Space.M) / sheet.height
        fitting = (self.viewport().width() - 2 * Space.L) / sheet.width
        return min(fitting, max(whole, _READABLE_SCALE), _LARGEST_SCALE)

    @property
    def _left(self) -> float:
        width = self._printout.sheet.width if self._printout else 0.0
        return (self.viewport().width() - width * self._scale) / 2

    @property
    def _page_height(self) -> float:
        return self._printout.sheet.height * self._scale if self._printout else 0.0

    @property
    def _step(self) -> float:
        return self._page_height + Space.M

    def _measure(self) -> None:
        count = len(self._printout.pages) if self._printout else 0
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(count * self._step + Space.M - self.viewport().height())))
        bar.setPageStep(max(round(self._step), 1))
        bar.setSingleStep(Space.XXL)

    def _tell(self) -> None:
        if self._printout is not None:
            self.setAccessibleDescription(page_text(self._printout.pages[self.current_page - 1]))
            self.pageTurned.emit(self.current_page, len(self._printout.pages))
