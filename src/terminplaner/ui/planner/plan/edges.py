"""What surrounds the canvas and scrolls along with it: names and whole days above, hours beside."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.planner.plan.all_day_lane import AllDayLane
from terminplaner.ui.planner.plan.header import ColumnHeader, Scene, TimeRail


class Edges:
    """The four fixed parts of a canvas; ``lane`` is the one that people click on."""

    def __init__(self, canvas: QWidget) -> None:
        self._header = ColumnHeader(canvas)
        self._rail = TimeRail(canvas)
        self._corner = plain_label(QCoreApplication.translate("planner", "Ganztägig"), canvas)
        self._corner.setProperty("role", "muted")
        self._corner.setAutoFillBackground(True)
        self._corner.setBackgroundRole(QPalette.ColorRole.Base)
        self._corner.setContentsMargins(6, 0, 6, 5)
        self._corner.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.lane = AllDayLane(canvas)

    def size_for(self, scene: Scene) -> QSize:
        """The width they take at the left and the height they take at the top."""
        width = max(TimeRail.width_for(scene.look), self._corner.sizeHint().width())
        return QSize(width, ColumnHeader.height_for(scene) + AllDayLane.height_for(scene))

    def show_scene(self, scene: Scene, now: float | None, view: QRect) -> None:
        """Lie around ``view``; ``now`` is the position of the present, None where today is not shown."""
        top = ColumnHeader.height_for(scene)
        self._header.setGeometry(view.left(), 0, view.width(), top)
        self.lane.setGeometry(view.left(), top, view.width(), view.top() - top)
        self._rail.setGeometry(0, view.top(), view.left(), view.height())
        self._corner.setGeometry(0, 0, view.left(), view.top())
        for part in (self._header, self.lane, self._rail):
            part.show_scene(scene)
        self._rail.show_now(now)

    def scroll_to(self, x: int, y: int) -> None:
        """``x`` and ``y`` of the content at the view's upper left corner."""
        self._header.scroll_to(x)
        self.lane.scroll_to(x)
        self._rail.scroll_to(y)
