"""The planner's entries in the menu bar, and the keys that belong to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.permissions import Actor
from terminplaner.ui.allowance import Reason, forbid_planning, offer, offer_if
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.planner import keys
from terminplaner.ui.planner.appointment.limits import why_not_move
from terminplaner.ui.planner.browsing import PlanBrowsing
from terminplaner.ui.planner.editing import Editing
from terminplaner.ui.planner.plan.carrying import Purpose
from terminplaner.ui.planner.stage import PlanStage
from terminplaner.ui.planner.window import Mode
from terminplaner.ui.planner.wishes import PlannerWishes


class PlannerActions(QObject):
    """Every action is one of its parent's ``actions()``; ``fill_...`` puts it into the menu where it belongs."""

    def __init__(
        self,
        actor: Actor,
        stage: PlanStage,
        browsing: PlanBrowsing,
        wishes: PlannerWishes,
        editing: Editing,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._actor = actor
        self._editing = editing
        self._parent = parent
        self._open = self._add(self.tr("&Bearbeiten …"), wishes.open_selected, keys.OPEN)
        self._cancel = self._add(self.tr("&Stornieren"), wishes.cancel_selected, keys.CANCEL)
        self._daily = self._open, self._cancel
        self._move = self._add(self.tr("&Verschieben"), partial(editing.take_chosen, Purpose.MOVE), keys.MOVE)
        self._copy = self._add(self.tr("&Kopieren"), partial(editing.take_chosen, Purpose.COPY), keys.COPY)
        self._copy.setCheckable(True)
        self._follow = self._add(self.tr("Auch die &folgenden der Serie"), wishes.move_following, keys.FOLLOW)
        self.offer_following(is_offered=False)
        self._taking = self._move, self._copy, self._follow
        self._cut = self._add(self.tr("Aussc&hneiden"), editing.cut_chosen, keys.CUT)
        self._take = self._add(self.tr("In die Zwischenablage &kopieren"), editing.copy_chosen, keys.TAKE)
        paste = self._add(self.tr("Ein&fügen"), editing.paste, keys.PASTE)
        everything = self._add(self.tr("&Alles auswählen"), stage.choose_all, "Ctrl+A")
        self._clipboard = self._cut, self._take, paste, everything
        self._modes = (
            self._add(self.tr("&Tag"), partial(browsing.show_mode, Mode.DAY), "1"),
            self._add(self.tr("&Arbeitswoche"), partial(browsing.show_mode, Mode.WORK_WEEK), "2"),
            self._add(self.tr("W&oche"), partial(browsing.show_mode, Mode.WEEK), "3"),
            self._add(self.tr("&Monat"), partial(browsing.show_mode, Mode.MONTH), "4"),
            self._add(self.tr("&Jahr"), partial(browsing.show_mode, Mode.YEAR), "5"),
            self._add(self.tr("Als &Liste oder Kalender"), browsing.toggle_list, "6"),
        )
        self._days: tuple[QAction, ...] = (
            self._add(self.tr("&Heute"), browsing.go_to_today, "T", "Ctrl+Home"),
            self._add(self.tr("&Gehe zu Datum …"), browsing.ask_for_day, "Ctrl+G"),
        )
        self._turning = (
            self._add(self.tr("&Zurückblättern"), partial(browsing.turn, -1), "Alt+PgUp", "-"),
            self._add(self.tr("&Weiterblättern"), partial(browsing.turn, 1), "Alt+PgDown", "+"),
            self._add(self.tr("Nächste &Ansicht"), partial(browsing.turn_tab, 1), "Ctrl+PgDown"),
            self._add(self.tr("Vorherige Ans&icht"), partial(browsing.turn_tab, -1), "Ctrl+PgUp"),
        )
        self._filtering = (
            self._add(self.tr("&Filter …"), browsing.open_filter, "Ctrl+Shift+F"),
            self._add(self.tr("Filter auf&heben"), browsing.clear_filter, "Ctrl+Shift+L"),
            self._add(self.tr("Stornierte &zeigen"), browsing.toggle_cancelled, "Ctrl+Shift+D"),
        )
        self._zooming = (
            self._add(self.tr("&Vergrößern"), partial(browsing.zoom_by, 1), "Ctrl++", "Ctrl+="),
            self._add(self.tr("Ver&kleinern"), partial(browsing.zoom_by, -1), "Ctrl+-"),
            self._add(self.tr("Norma&le Größe"), partial(browsing.zoom_by, 0), "Ctrl+0"),
        )
        self._panels: list[QAction] = []
        self.offer_for(None, ())

    def fill_edit_menu(self, menu: QMenu) -> None:
        """What goes through the clipboard."""
        menu.addSeparator()
        menu.addActions(self._clipboard)

    def fill_view_menu(self, menu: QMenu) -> None:
        """What of the plan is shown, and how."""
        menu.addSeparator()
        menu.addActions(self._modes)
        menu.addSeparator()
        menu.addActions(self._days)
        for title, actions in (
            (self.tr("&Blättern"), self._turning),
            (self.tr("&Filtern"), self._filtering),
            (self.tr("G&röße"), self._zooming),
        ):
            menu.addMenu(title).addActions(actions)

    def fill_appointment_menu(self, menu: QMenu, availability: Sequence[QAction]) -> None:
        """What is done with appointments, the daily things first; ``availability`` is for who works when."""
        for actions in (self._daily, self._taking, self._panels, availability):
            menu.addActions(actions)
            menu.addSeparator()

    def offer_for(self, row: AppointmentRow | None, chosen: Sequence[AppointmentRow]) -> None:
        """Offer what can be done with the appointment at the cursor, and with the chosen ones."""
        nothing = Reason(self.tr("kein Termin gewählt"), self.tr("Wählen Sie zuerst einen Termin im Plan."))
        offer_if(row is not None, nothing, self._open)
        can_move = any(one.is_movable for one in chosen)
        why_not = why_not_move(self._actor, chosen[0]) if chosen else nothing
        offer_if(can_move, why_not, self._cancel, self._move, self._cut)
        can_copy = bool(chosen) and self._actor.may_plan_something
        if chosen and not can_copy:
            forbid_planning(self._actor, self._take, self._copy)
        else:
            offer_if(can_copy, nothing, self._take, self._copy)
        # Checked while copies are placed one after another; choosing it again ends that, whatever is chosen.
        if self._editing.is_repeating:
            offer(self._copy)
        self._copy.setChecked(self._editing.is_repeating)

    def offer_following(self, *, is_offered: bool) -> None:
        """Whether an occurrence was just moved, and those that follow can go with it."""
        not_yet = Reason(
            self.tr("nach dem Verschieben eines Serientermins"),
            self.tr("Das geht, gleich nachdem ein Termin einer Serie verschoben wurde."),
        )
        offer_if(is_offered, not_yet, self._follow)

    def add_panel_switch(self, title: str, shortcut: str, show: Callable[[bool], object]) -> QAction:
        """A switch for a side panel; it follows ``setChecked``."""
        switch = self._make_switch(title, shortcut, show)
        self._panels.append(switch)
        return switch

    def add_view_switch(self, title: str, shortcut: str, show: Callable[[bool], object]) -> QAction:
        """A switch for something that shows days; it follows ``setChecked``."""
        switch = self._make_switch(title, shortcut, show)
        self._days = *self._days, switch
        return switch

    def _make_switch(self, title: str, shortcut: str, show: Callable[[bool], object]) -> QAction:
        switch = QAction(without_mnemonic(title), self._parent)
        switch.setCheckable(True)
        self._give_keys(switch, shortcut)
        switch.triggered.connect(_close_popups)
        switch.triggered.connect(lambda is_on: show(is_on))
        self._parent.addAction(switch)
        return switch

    def _add(self, text: str, act: Callable[[], object], *shortcuts: str) -> QAction:
        action = QAction(text, self._parent)
        self._give_keys(action, *shortcuts)
        action.triggered.connect(_close_popups)
        action.triggered.connect(lambda _checked=False: act())
        self._parent.addAction(action)
        return action

    @staticmethod
    def _give_keys(action: QAction, *shortcuts: str) -> None:
        action.setShortcuts([QKeySequence(shortcut) for shortcut in shortcuts])
        # Single letters and Delete belong to the planner only while it has the focus.
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _close_popups() -> None:
    """A key acts below an open menu too, which would stay over what it came to."""
    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        pass
