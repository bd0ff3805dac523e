"""What to look for in the journal."""

from __future__ import annotations

from datetime import date, tzinfo
from uuid import UUID

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from terminplaner.domain.calendar_link import Direction, SyncRun
from terminplaner.services.store_queries import JournalQuery
from terminplaner.ui.forms import add_clear_button, button, labelled, link_button
from terminplaner.ui.period_field import PeriodField
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.sync_center.wording import show_direction, show_run
from terminplaner.ui.theme import Space

_TYPING_MS = 300


class JournalFilter(QWidget):
    """Searches by itself, text a moment after the last key."""

    changed = Signal()

    def __init__(self, zone: tzinfo, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._link_ids: list[tuple[UUID, ...]] = []
        self._run: SyncRun | None = None
        self.setAccessibleName(self.tr("Journal durchsuchen"))
        self.text = QLineEdit()
        add_clear_button(self.text)
        self.text.setPlaceholderText(self.tr("Titel oder Kommentar"))
        self._resource = QComboBox()
        self._resource.addItem(self.tr("Alle"))
        self._direction = QComboBox()
        self._direction.addItem(self.tr("Beide"), None)
        for direction in Direction:
            self._direction.addItem(show_direction(direction), direction.value)
        self._period = PeriodField(self.tr("Alles (90 Tage)"), zone, today, self)
        self._period.changed.connect(self._search_now)
        self._run_line = QWidget()
        self._run_text = plain_label()
        self._build()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _text: self._typing.start())
        self.text.returnPressed.connect(self._search_now)
        for field in (self._resource, self._direction):
            field.currentIndexChanged.connect(lambda _index: self._search_now())

    def _build(self) -> None:
        reset = button(self.tr("Felder vorbelegen"), self.tr("Setzt die Suche auf den Anfang zurück"))
        reset.clicked.connect(self.reset)
        every_run = link_button(self.tr("Alle Durchgänge zeigen"))
        every_run.clicked.connect(lambda: self._show_run(None))
        run = QHBoxLayout(self._run_line)
        run.setContentsMargins(0, 0, 0, 0)
        run.addWidget(self._run_text)
        run.addWidget(every_run)
        run.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        for column, (text, field, stretch) in enumerate(
            (
                (self.tr("&Suchen:"), self.text, 3),
                (self.tr("&Ressource:"), self._resource, 2),
                (self.tr("R&ichtung:"), self._direction, 1),
                (self.tr("&Zeitraum:"), self._period.choice, 1),
            )
        ):
            grid.addWidget(labelled(text, field), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, stretch)
        grid.addWidget(reset, 1, 4)
        grid.addWidget(self._period.dates, 2, 0, 1, 5)
        grid.addWidget(self._run_line, 3, 0, 1, 5)
        self._run_line.hide()

    @property
    def query(self) -> JournalQuery:
        """What is looked for; days are days of the branch's zone."""
        from_at, until_at = self._period.span
        resource, direction = self._resource.currentIndex(), self._direction.currentData()
        return JournalQuery(
            text=self.text.text().strip(),
            link_ids=self._link_ids[resource - 1] if resource > 0 else None,
            run_id=self._run.id if self._run else None,
            direction=Direction(direction) if direction else None,
            from_at=from_at,
            until_at=until_at,
        )

    def offer_resources(self, resources: tuple[tuple[str, tuple[UUID, ...]], ...]) -> None:
        """Offer these resources by name and link ids; what is chosen stays chosen."""
        link_ids = [ids for _, ids in resources]
        if link_ids == self._link_ids:
            return
        chosen = self.query.link_ids
        self._link_ids = link_ids
        blocker = QSignalBlocker(self._resource)
        while self._resource.count() > 1:
            self._resource.removeItem(1)
        self._resource.addItems([name for name, _ in resources])
        self._resource.setCurrentIndex(self._index_of(chosen))
        blocker.unblock()

    def look_for(self, link_id: UUID, run: SyncRun | None) -> None:
        """Show one link's entries, or one run's."""
        self.reset()
        index = next((n for n, ids in enumerate(self._link_ids, 1) if link_id in ids), 0)
        self._resource.setCurrentIndex(index)
        self._show_run(run)

    def look_for_run(self, run: SyncRun) -> None:
        self.reset()
        self._show_run(run)

    def reset(self) -> None:
        """Look for everything."""
        blockers = [QSignalBlocker(field) for field in (self.text, self._resource, self._direction)]
        self.text.clear()
        for combo in (self._resource, self._direction):
            combo.setCurrentIndex(0)
        self._period.reset()
        for blocker in blockers:
            blocker.unblock()
        self._show_run(None)

    def _index_of(self, link_ids: tuple[UUID, ...] | None) -> int:
        wanted = set(link_ids or ())
        return next((n for n, ids in enumerate(self._link_ids, 1) if wanted & set(ids)), 0)

    def _show_run(self, run: SyncRun | None) -> None:
        self._run = run
        self._run_text.setText(show_run(run, self._zone) if run else "")
        self._run_line.setVisible(run is not None)
        self._search_now()

    def _search_now(self) -> None:
        self._typing.stop()
        self.changed.emit()
