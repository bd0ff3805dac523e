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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[FreeSlot, ...], ZoneInfo] | None = None
        self._times = QHBoxLayout()
        self._times.setSpacing(Space.S)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(plain_label(self.tr("Als Nächstes frei:")))
        row.addLayout(self._times)
        row.addStretch(1)
        self.hide()

    def show_slots(self, slots: Sequence[FreeSlot], zone: ZoneInfo) -> None:
        """Offer these, by the wall time of ``zone``."""
        self.setVisible(bool(slots))
        if (tuple(slots), zone) == self._shown:
            return
        self._shown = tuple(slots), zone
        while (item := self._times.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for slot in slots:
            start_at = slot.when.start_at.astimezone(zone)
            link = link_button(f"{wording.short_date(start_at.date())} {start_at:%H:%M}")
            link.setToolTip(self.tr("Diese Zeit übernehmen"))
            link.clicked.connect(partial(self._choose, slot))
            self._times.addWidget(link)

    def clear(self) -> None:
        self._shown = None
        self.hide()

    def _choose(self, slot: FreeSlot, _checked: bool = False) -> None:
        self.chosen.emit(slot.when)
