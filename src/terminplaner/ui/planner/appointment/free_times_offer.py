"""The next free times, offered where the wanted one is taken."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from terminplaner.services.free_slots import FreeSlot
from terminplaner.ui.forms import link_button
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.planner import wording
from terminplaner.ui.theme import Space


class FreeTimesOffer(QWidget):
    """Hidden while there is nothing to offer."""

    chosen = Signal(object)
    """The ``Timed`` of the slot that was clicked."""

    def __init__(self, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._shown: tuple[FreeSlot, ...] = ()
        self._times = QHBoxLayout()
        self._times.setSpacing(Space.S)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(plain_label(self.tr("Als Nächstes frei:")))
        row.addLayout(self._times)
        row.addStretch(1)
        self.hide()

    def show_slots(self, slots: Sequence[FreeSlot]) -> None:
        """Offer these; none hides it."""
        self.setVisible(bool(slots))
        if tuple(slots) == self._shown:
            return
        self._shown = tuple(slots)
        while (item := self._times.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for slot in self._shown:
            start_at = slot.when.start_at.astimezone(self._zone)
            link = link_button(f"{wording.short_date(start_at.date())} {start_at:%H:%M}")
            link.setToolTip(self.tr("Diese Zeit übernehmen"))
            link.clicked.connect(partial(self._choose, slot))
            self._times.addWidget(link)

    def _choose(self, slot: FreeSlot, _checked: bool = False) -> None:
        self.chosen.emit(slot.when)
