"""The tabs above the plan: one per view (Ansicht), and "Frei" for any resources in any span."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from terminplaner.domain.view import PlannerView
from terminplaner.ui.plain_text import plain_tooltip, without_mnemonic


class ViewTabs(QTabBar):
    """Hidden while there is nothing to choose.  Arrows move between the tabs once it has the focus."""

    chosen = Signal(object)
    """The ``PlannerView``, or None for the free tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: tuple[PlannerView, ...] = ()
        self.setObjectName("views")
        self.setAccessibleName(self.tr("Ansichten"))
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.addTab(self.tr("Frei"))
        self.hide()
        self.currentChanged.connect(self._on_current_changed)

    def offer(self, views: tuple[PlannerView, ...]) -> None:
        """Show these tabs; the chosen one stays chosen, and where it is gone the free one is."""
        if views == self._views:
            return
        chosen = self._shown_id()
        blocker = QSignalBlocker(self)
        while self.count() > 1:
            self.removeTab(0)
        for number, view in enumerate(views):
            self.insertTab(number, without_mnemonic(view.title or view.name))
            self.setTabToolTip(number, plain_tooltip(view.text or view.name))
        self.setTabToolTip(len(views), self.tr("Beliebige Ressourcen für Tag, Woche, Monat oder Jahr"))
        self._views = views
        blocker.unblock()
        self.choose(chosen)
        self.setVisible(bool(views))

    def choose(self, view_id: UUID | None) -> None:
        """Mark this tab, without a signal; None and one that is gone mark the free one."""
        ids = [view.id for view in self._views]
        blocker = QSignalBlocker(self)
        self.setCurrentIndex(ids.index(view_id) if view_id in ids else len(ids))
        blocker.unblock()

    def turn(self, steps: int) -> None:
        """So many tabs on, from the last to the first again."""
        self.setCurrentIndex((self.currentIndex() + steps) % self.count())

    def _shown_id(self) -> UUID | None:
        number = self.currentIndex()
        return self._views[number].id if number < len(self._views) else None

    def _on_current_changed(self, number: int) -> None:
        self.chosen.emit(self._views[number] if number < len(self._views) else None)
