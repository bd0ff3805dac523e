"""The next free times for a wish on the waiting list, each a click away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.resource import Resource
from terminplaner.services.free_slots import FreeSlot, FreeSlotQuery
from terminplaner.services.waiting_list import WaitingRow
from terminplaner.services.waiting_offers import groups_of
from terminplaner.ui.context import Services
from terminplaner.ui.forms import link_button, small_print
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.planner import wording
from terminplaner.ui.tasks import TaskRunner

_FREE_TIMES = 3
_WEEKS_AHEAD = timedelta(weeks=12)


class FreeTimes(QFrame):
    """Looks for them beside the GUI thread; only the answer for the wish that was asked about last is shown."""

    chosen = Signal(object, object, object)
    """The ``WaitingRow``, the resources and the instant it begins at."""

    def __init__(self, services: Services, tasks: TaskRunner) -> None:
        super().__init__()
        self._services = services
        self._tasks = tasks
        self._wanted: WaitingRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def look_for(self, row: WaitingRow, possible: tuple[Resource, ...]) -> None:
        """Show the next times for a wish that one of ``possible`` may fulfil, or say why there are none.

        They are looked for once, until another wish is shown or this one is read anew.
        """
        if row is self._wanted:
            return
        self.show_nothing()
        self._wanted = row
        today = self._services.clock.now().astimezone(row.zone).date()
        groups, entry = groups_of(row.entry, possible), row.entry
        if not possible:
            self._show_words(
                self.tr(
                    "Noch keine Ressource nimmt an der Warteliste teil. Das legen Sie in der Administration fest."
                )
            )
        elif not groups:
            self._show_words(self.tr("Für „eine Person und ein Raum“ fehlt eine Person oder ein Raum."))
        elif entry.until_on is not None and entry.until_on < today:
            self._show_words(self.tr("Der gewünschte Zeitraum ist vorbei."))
        else:
            first_on = max(today, entry.from_on or today)
            query = FreeSlotQuery(
                entry.branch_id,
                groups,
                entry.duration_minutes,
                first_on,
                max(first_on, min(entry.until_on or first_on + _WEEKS_AHEAD, first_on + _WEEKS_AHEAD)),
                frozenset(entry.weekdays),
                entry.starts_at or time.min,
                entry.ends_at or time.min,
                row.template.prepare_minutes if row.template else 0,
                row.template.follow_up_minutes if row.template else 0,
                limit=_FREE_TIMES,
            )
            free_slots = self._services.free_slots
            answer = partial(self._on_found, row, possible)
            self._tasks.run(lambda: free_slots.find(query), self, answer, _say_nothing)

    def ask_for_one(self) -> None:
        """Say what would be shown once a wish is chosen."""
        self._wanted = None
        self._show_words(self.tr("Eintrag wählen, um passende Zeiten zu sehen."))

    def show_nothing(self) -> None:
        self._wanted = None
        self._clear()
        self.hide()

    def _on_found(self, row: WaitingRow, possible: tuple[Resource, ...], slots: tuple[FreeSlot, ...]) -> None:
        if row is not self._wanted:
            return
        if slots:
            said = self.tr("Passende Lücken für {name}, ein Klick übernimmt:").format(name=row.title)
        else:
            said = self.tr("In den nächsten zwölf Wochen gibt es keine passende Lücke.")
        known = {resource.id: resource for resource in possible}
        links = []
        for slot in slots:
            resources, start_at = tuple(known[key] for key in slot.resource_ids), slot.when.start_at
            day = wording.short_date(start_at.astimezone(row.zone).date())
            names = " + ".join(resource.name for resource in resources)
            link = link_button(without_mnemonic(f"{day} {wording.clock(start_at, row.zone)} · {names}"))
            link.clicked.connect(partial(self.chosen.emit, row, resources, start_at))
            links.append(link)
        self._show_words(said, links)

    def _show_words(self, text: str, links: Sequence[QPushButton] = ()) -> None:
        self._clear()
        self._column.addWidget(small_print(text))
        for link in links:
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.show()

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()


def _say_nothing(_error: TerminplanerError) -> None:
    """A hint that cannot be had is left out."""
