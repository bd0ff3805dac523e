"""What stands beside the plan: free times, the waiting list, the search; one panel at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from terminplaner.domain.changes import ChangeSet
from terminplaner.ui.forms import scroll_area, section_title
from terminplaner.ui.icon_widgets import IconButton
from terminplaner.ui.page import Page
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.theme import Space

_NARROWEST = 320


class SidePanel(Page):
    """A list or a form that leads into the plan.  It is refreshed only while it is shown, and when it appears.

    ``setFocusProxy`` names the field that the keyboard goes to when the panel opens.
    """

    carryRequested = Signal(object)
    """Take this up with the pointer; a ``Carried``."""
    openRequested = Signal(object)
    """Open this appointment; an ``AppointmentRow``, with revision 0 a draft."""
    goToRequested = Signal(object, object)
    """Show this day and these resources: a ``date`` and a tuple of ids, empty to leave them as they are."""


@dataclass(frozen=True, slots=True)
class PanelOffer:
    """A side panel as the menus offer it; the start does not wait for what nobody has opened yet."""

    title: str
    """What stands above it and in the menus, without a mnemonic."""
    shortcut: str
    """The keys that show and hide it, as ``QKeySequence`` reads them."""
    build: Callable[[], SidePanel]


def _is_typing(event: QKeyEvent) -> bool:
    has_command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    is_letter = event.text() != "" and event.text().isprintable()
    return not has_command and (is_letter or event.key() == Qt.Key.Key_Delete)


class PanelArea(QWidget):
    """The place at the right of the plan: the heading of the shown panel, a button that closes it, the panel."""

    built = Signal(object)
    """The ``SidePanel`` that is about to be shown for the first time."""
    shown = Signal(object)
    """The ``PanelOffer`` whose panel came, or None when the place was closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = section_title("")
        self._close = IconButton("close", self.tr("Bereich schließen"))
        self._close.clicked.connect(self.close_panel)
        self._stack = QStackedWidget()
        self._panels: dict[PanelOffer, SidePanel] = {}
        row = QHBoxLayout()
        row.addWidget(self._heading, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.S)
        column.addLayout(row)
        scroll = scroll_area(self._stack)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(scroll, 1)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """As wide as any of the panels needs it, so that none pushes the plan when it comes again."""
        margins = self.contentsMargins()
        wide = self._stack.minimumSizeHint().width() + margins.left() + margins.right()
        return super().minimumSizeHint().expandedTo(QSize(max(wide, _NARROWEST), 0))

    def event(self, event: QEvent) -> bool:
        """Keep letters and Delete for what has the focus, or they would act on what is chosen in the plan."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_typing(event):
            event.accept()
            return True
        return super().event(event)

    @property
    def panel(self) -> SidePanel | None:
        """The one that is shown."""
        current = self._stack.currentWidget()
        return current if isinstance(current, SidePanel) and not self.isHidden() else None

    @property
    def offer(self) -> PanelOffer | None:
        """What the shown panel was offered as."""
        shown = self.panel
        return next((offer for offer, panel in self._panels.items() if panel is shown), None)

    @property
    def panels(self) -> tuple[SidePanel, ...]:
        """Those that were shown before."""
        return tuple(self._panels.values())

    def show_panel(self, offer: PanelOffer) -> SidePanel:
        """Show it in the place of any other, built before where nobody has seen it yet."""
        panel = self._panels.get(offer) or self._build(offer)
        self._stack.setCurrentWidget(panel)
        self._heading.setText(without_mnemonic(offer.title))
        self.show()
        panel.refresh(None)
        self.shown.emit(offer)
        return panel

    def _build(self, offer: PanelOffer) -> SidePanel:
        panel = self._panels[offer] = offer.build()
        self._stack.addWidget(panel)
        self.built.emit(panel)
        return panel

    def close_panel(self) -> None:
        self.hide()
        self.shown.emit(None)

    def refresh(self, change_set: ChangeSet | None) -> None:
        """Let the shown panel follow; the others ask anew when they come."""
        if self.panel is not None:
            self.panel.refresh(change_set)
