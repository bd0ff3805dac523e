"""What stands beside the plan: free times, the waiting list, the search; one panel at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from terminplaner.domain.changes import ChangeSet
from terminplaner.ui.forms import IconButton, section_title
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
    """Open this appointment; an ``AppointmentRow``."""
    goToRequested = Signal(object, object)
    """Show this day and these resources: a ``date`` and a tuple of ids, empty to leave them as they are."""
    bookRequested = Signal(object)
    """Open the dialog for a new one: a ``NewAppointment``, or an ``AppointmentRow`` with revision 0."""

    @property
    def title(self) -> str:
        """What stands above it and in the menus, without a mnemonic."""
        raise NotImplementedError

    @property
    def shortcut(self) -> str:
        """The keys that show and hide it, as ``QKeySequence`` reads them."""
        raise NotImplementedError


def _is_typing(event: QKeyEvent) -> bool:
    has_command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    is_letter = event.text() != "" and event.text().isprintable()
    return not has_command and (is_letter or event.key() == Qt.Key.Key_Delete)


class PanelArea(QWidget):
    """The place at the right of the plan: the heading of the shown panel, a button that closes it, the panel."""

    shown = Signal(object)
    """The ``SidePanel`` that came, or None when the place was closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = section_title("")
        self._close = IconButton("close", self.tr("Bereich schließen"))
        self._close.clicked.connect(self.close_panel)
        self._stack = QStackedWidget()
        row = QHBoxLayout()
        row.addWidget(self._heading, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.S)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.hide()

    def minimumSizeHint(self) -> QSize:
        """As wide as any of the panels needs it, so that none pushes the plan when it comes."""
        return super().minimumSizeHint().expandedTo(QSize(_NARROWEST, 0))

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
    def panels(self) -> tuple[SidePanel, ...]:
        widgets = (self._stack.widget(number) for number in range(self._stack.count()))
        return tuple(widget for widget in widgets if isinstance(widget, SidePanel))

    def add_panel(self, panel: SidePanel) -> None:
        self._stack.addWidget(panel)

    def show_panel(self, panel: SidePanel) -> None:
        self._stack.setCurrentWidget(panel)
        self._heading.setText(without_mnemonic(panel.title))
        self.show()
        panel.refresh(None)
        self.shown.emit(panel)

    def close_panel(self) -> None:
        self.hide()
        self.shown.emit(None)

    def refresh(self, change_set: ChangeSet | None) -> None:
        """Let the shown panel follow; the others ask anew when they come."""
        if self.panel is not None:
            self.panel.refresh(change_set)
