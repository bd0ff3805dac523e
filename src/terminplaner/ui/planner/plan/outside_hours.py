"""The hours of a view, and what tells of the appointments outside them: nothing is cut off without a sign."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from terminplaner.ui.planner.plan.snapshot import Block, Snapshot

_GAP = 6


class OutsideHours(QObject):
    """Two buttons over the upper and the lower edge of the plan; one more leads back to the view's hours."""

    toggled = Signal(bool)
    """Whether the whole day is wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before, self._after, self._back = (self._button(parent) for _ in range(3))
        self._before.clicked.connect(self._open)
        self._after.clicked.connect(self._open)
        self._back.clicked.connect(self._close)

    def show_hours(self, snapshot: Snapshot, area: QRect, *, is_whole: bool) -> None:
        """``area`` is the plan's viewport in the parent."""
        view = snapshot.window.view
        if view is None or not snapshot.columns:
            for button in (self._before, self._after, self._back):
                button.hide()
            return
        first, last = snapshot.hours
        blocks = [block for column in snapshot.blocks for block in column]
        early = _count(block for block in blocks if block.start < first)
        late = _count(block for block in blocks if block.end > last)
        begins, ends = _clock(view.starts_at), _clock(view.ends_at)
        self._before.setText(self.tr("▲ {count} vor {time}").format(count=early, time=begins))
        self._before.setAccessibleName(
            _said(
                early,
                self.tr("Ein Termin vor {time}").format(time=begins),
                self.tr("{count} Termine vor {time}").format(count=early, time=begins),
            )
        )
        self._after.setText(self.tr("▼ {count} nach {time}").format(count=late, time=ends))
        self._after.setAccessibleName(
            _said(
                late,
                self.tr("Ein Termin nach {time}").format(time=ends),
                self.tr("{count} Termine nach {time}").format(count=late, time=ends),
            )
        )
        self._back.setText(self.tr("Nur {begins}–{ends}").format(begins=begins, ends=ends))
        for button, is_shown in (
            (self._before, early and not is_whole),
            (self._after, late and not is_whole),
            (self._back, is_whole),
        ):
            button.setVisible(bool(is_shown))
            button.adjustSize()
            button.raise_()
        middle = area.center().x()
        self._before.move(middle - self._before.width() // 2, area.top() + _GAP)
        for button in (self._after, self._back):
            button.move(middle - button.width() // 2, area.bottom() - button.height() - _GAP)

    def _button(self, parent: QWidget) -> QPushButton:
        button = QPushButton(parent)
        button.setProperty("role", "float")
        button.setToolTip(self.tr("Den ganzen Tag oder nur die Zeiten der Ansicht zeigen"))
        button.hide()
        return button

    def _open(self) -> None:
        self.toggled.emit(True)

    def _close(self) -> None:
        self.toggled.emit(False)


def _count(blocks: Iterable[Block]) -> int:
    return len({block.appointment.id for block in blocks})


def _said(count: int, one: str, several: str) -> str:
    return one if count == 1 else several


def _clock(moment: time) -> str:
    return f"{moment:%H:%M}"
