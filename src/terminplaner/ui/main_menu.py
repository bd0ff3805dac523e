"""The menu bar of the main window, and the keys that hold in all of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from terminplaner.services.permissions import Actor, Right
from terminplaner.services.undo import UndoStack
from terminplaner.ui.allowance import Reason, forbid, forbid_planning, offer, offer_if, say_reasons, withhold
from terminplaner.ui.main_pages import MainPages
from terminplaner.ui.messages import describe_command
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.planner import keys


class MainMenu(QObject):
    """What concerns the tabs it does itself, the rest it asks for by signals."""

    preferencesWanted = Signal()
    switchUserWanted = Signal()
    changeLogWanted = Signal()
    reloadWanted = Signal()
    syncNowWanted = Signal()
    syncCenterWanted = Signal()

    def __init__(self, window: QMainWindow, pages: MainPages, actor: Actor, undo: UndoStack) -> None:
        super().__init__(window)
        self._window = window
        self._bar = window.menuBar()
        self._pages = pages
        self._actor = actor
        self._undo_stack = undo
        self._ways_out: tuple[QAction, ...] = ()
        self._is_closed = False
        self._fill_file_menu(self._bar.addMenu(self.tr("&Datei")))
        edit_menu = self._bar.addMenu(self.tr("&Bearbeiten"))
        self._undo = self._add(edit_menu, self.tr("&Rückgängig"), self._on_undo, "Ctrl+Z")
        self._redo = self._add(edit_menu, self.tr("&Wiederholen"), self._on_redo, "Ctrl+Y", "Ctrl+Shift+Z")
        self._fill_edit_menu(edit_menu)
        self._fill_view_menu(self._bar.addMenu(self.tr("&Ansicht")))
        appointment_menu = self._bar.addMenu(self.tr("&Termin"))
        self._new = self._add(appointment_menu, self.tr("&Neuer Termin …"), pages.ways.new_appointment, keys.NEW)
        self._fill_appointment_menu(appointment_menu)
        sync_menu = self._bar.addMenu(self.tr("S&ynchronisation"))
        self._sync_now = self._add(sync_menu, self.tr("&Jetzt synchronisieren"), self.syncNowWanted.emit, "F9")
        self._add(sync_menu, self.tr("&Abgleich-Zentrale …"), self.syncCenterWanted.emit, "Ctrl+Shift+S")
        help_menu = self._bar.addMenu(self.tr("&Hilfe"))
        self._add(help_menu, self.tr("&Tastenkürzel"), self._on_shortcuts, "F1", "Ctrl+?")
        self._add(help_menu, self.tr("&Über Terminplaner"), self._on_about)
        for menu in self._bar.findChildren(QMenu):
            say_reasons(menu)

    def offer_sync(self, why_not: Reason | None) -> None:
        """Offer "Jetzt synchronisieren", or say why it cannot be asked for."""
        if not self._actor.has(Right.MANAGE_SYNC):
            forbid(self._actor, self._sync_now)
        elif why_not is not None:
            withhold(why_not, self._sync_now)
        else:
            offer(self._sync_now)

    def name_undo(self) -> None:
        """Say which step would be taken back, and which done again."""
        if self._is_closed:
            return
        undo = self._undo_stack
        brief = self.tr("nichts vorhanden")
        nothing = Reason(brief, self.tr("Seit der Anmeldung gibt es hier keinen solchen Schritt."))
        for action, command, plain, named in (
            (self._undo, undo.undo_command, self.tr("&Rückgängig"), self.tr("&Rückgängig: {step}")),
            (self._redo, undo.redo_command, self.tr("&Wiederholen"), self.tr("&Wiederholen: {step}")),
        ):
            offer_if(command is not None, nothing, action)
            action.setIconText(plain.replace("&", ""))  # what it is called where no step is meant
            action.setText(plain if command is None else named.format(step=describe_command(command)))

    def close(self, reason: str) -> None:
        """Nobody may work here any more: leave but the ways out."""
        self._is_closed = True
        first, *others = self._bar.actions()
        for entry in others:
            entry.setVisible(False)  # with the keys of what is in it
        menu = first.menu()
        if isinstance(menu, QMenu):
            signed_off = Reason(self.tr("abgemeldet"), reason)
            withhold(signed_off, *(action for action in menu.actions() if action not in self._ways_out))

    # -- building

    def _fill_file_menu(self, menu: QMenu) -> None:
        new_customer = self._add(menu, self.tr("Neuer &Kunde …"), self._pages.ways.new_customer, "Ctrl+Shift+N")
        if not self._actor.has(Right.MANAGE_CUSTOMERS):
            forbid(self._actor, new_customer)
        menu.addSeparator()
        menu.addActions(self._pages.planner.printing.actions)
        menu.addSeparator()
        self._add(menu, self.tr("E&instellungen …"), self.preferencesWanted.emit, "Ctrl+,")
        switch = self._add(menu, self.tr("&Benutzer wechseln …"), self.switchUserWanted.emit)
        menu.addSeparator()
        self._ways_out = switch, self._add(menu, self.tr("B&eenden"), self._window.close, "Ctrl+Q")

    def _fill_edit_menu(self, menu: QMenu) -> None:
        self._pages.planner.entries.fill_edit_menu(menu)
        menu.aboutToShow.connect(self.name_undo)
        menu.addSeparator()
        log = self._add(menu, self.tr("Änderungs&protokoll …"), self.changeLogWanted.emit, "Ctrl+Shift+H")
        if not self._actor.has(Right.READ_CHANGE_LOG):
            forbid(self._actor, log)

    def _fill_view_menu(self, menu: QMenu) -> None:
        pages = self._pages
        for number, (title, page) in enumerate(pages.titled.items(), start=1):
            go = pages.ways.go_to_plan if page is pages.planner else partial(pages.setCurrentWidget, page)
            self._add(menu, title, go, f"Ctrl+{number}")
        pages.planner.entries.fill_view_menu(menu)
        menu.addSeparator()
        self._add(menu, self.tr("&Neu laden"), self.reloadWanted.emit, "F5")

    def _fill_appointment_menu(self, menu: QMenu) -> None:
        planner = self._pages.planner
        if not self._actor.may_plan_something:
            forbid_planning(self._actor, self._new)
        menu.aboutToShow.connect(self._name_new)
        menu.aboutToHide.connect(lambda: self._new.setText(self.tr("&Neuer Termin …")))
        planner.entries.fill_appointment_menu(menu, planner.availability.actions)
        for action in planner.actions():  # what is done in the plan is done in sight of it
            action.triggered.connect(lambda _checked=False: self._pages.show_planner())

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], *shortcuts: str) -> QAction:
        action = QAction(text, self._window)
        action.setShortcuts([QKeySequence(shortcut) for shortcut in shortcuts])
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
        return action

    # -- what is done here

    def _on_undo(self) -> None:
        """In sight of the plan, where what came of it is shown and said."""
        self._pages.show_planner()
        self._pages.planner.commands.undo()

    def _on_redo(self) -> None:
        self._pages.show_planner()
        self._pages.planner.commands.redo()

    def _name_new(self) -> None:
        if customer := self._pages.ways.customer_in_sight:
            self._new.setText(self.tr("&Neuer Termin für {name} …").format(name=without_mnemonic(customer)))

    def _on_about(self) -> None:
        from terminplaner.ui.about import AboutDialog

        AboutDialog(self._window).open()

    def _on_shortcuts(self) -> None:
        from terminplaner.ui.about import ShortcutsDialog

        ShortcutsDialog(self._bar.actions(), self._window).open()
