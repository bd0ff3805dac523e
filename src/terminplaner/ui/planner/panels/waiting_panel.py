"""Warteliste: a panel beside the plan with who waits, from which a wish is taken into the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from terminplaner.domain.appointment import AppointmentType
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.people import Customer
from terminplaner.domain.resource import Resource
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.choices import Choices, visible_resources
from terminplaner.services.waiting_list import WaitingOffer, WaitingRow, blank_wish
from terminplaner.services.waiting_offers import groups_of
from terminplaner.ui.allowance import forbid_planning, why_not_plan
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.empty_hint import EmptyHint
from terminplaner.ui.forms import add_clear_button, button, card, link_button, primary_button, small_print
from terminplaner.ui.planner.panels import waiting_wording
from terminplaner.ui.planner.panels.carry_list import CarryList, Line
from terminplaner.ui.planner.panels.free_times import FreeTimes
from terminplaner.ui.planner.panels.side_panel import SidePanel
from terminplaner.ui.planner.panels.waiting_dialog import WaitingDialog
from terminplaner.ui.planner.panels.wish_keeping import WishKeeping
from terminplaner.ui.planner.plan.carrying import Carried, Purpose
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_SHOWN = (WaitingListEntry, Customer, AppointmentType, Resource)


class WaitingListPanel(SidePanel):
    """Enter takes a wish up, a drag carries it into the plan, Ctrl+Enter opens it, Del takes it off the list."""

    added = Signal(object)
    """A new ``WaitingListEntry`` is on the list."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        customer: Callable[[], Customer | None],
        parent: QWidget | None = None,
    ) -> None:
        """``customer`` is whom the next new appointment is for."""
        super().__init__(services, session, tasks, parent)
        self._customer = customer
        self._choices: Choices | None = None
        self._offers: tuple[WaitingOffer, ...] = ()
        self._asked = 0
        self._dialog: WaitingDialog | None = None
        self._banner = Banner()
        self._keeping = WishKeeping(services, session, tasks, self._banner, self)
        self._offer_card = card()
        self._offer_list = CarryList(self.tr("Passt in frei gewordene Zeiten"), self._offered)
        self._filter = QLineEdit()
        self._filter.setAccessibleName(self.tr("Warteliste filtern"))
        self._filter.setPlaceholderText(self.tr("Kunde, Ressource oder Typ"))
        add_clear_button(self._filter)
        self._rows: tuple[WaitingRow, ...] = ()
        self._list = CarryList(self.tr("Wer wartet"), self._carried)
        self._first = link_button(self.tr("Den ersten Eintrag anlegen …"))
        self._nobody = EmptyHint(self._list, self._first)
        self._free = FreeTimes(services, tasks)
        self._settled = QCheckBox(self.tr("Erledigte zeigen"))
        self._new = button(self.tr("Auf die Warteliste …"))
        self._take = primary_button(self.tr("In Plan übernehmen"))
        self._may_plan = session.actor.may_plan_something
        if not self._may_plan:
            forbid_planning(session.actor, self._new, self._take, self._first)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._list)

    def _lay_out(self) -> None:
        offers = QVBoxLayout(self._offer_card)
        offers.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        offers.setSpacing(Space.XS)
        offers.addWidget(small_print(self.tr("Passt in frei gewordene Zeiten")))
        offers.addWidget(self._offer_list)
        self._offer_list.setFrameShape(QFrame.Shape.NoFrame)
        self._offer_card.hide()
        keeping = QHBoxLayout()
        keeping.addWidget(self._settled)
        keeping.addStretch(1)
        keeping.addWidget(self._new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (self._banner, self._offer_card, self._filter):
            column.addWidget(part)
        column.addLayout(self._nobody.place, 1)
        column.addWidget(self._free)
        column.addLayout(keeping)
        column.addWidget(self._take)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._show_rows)
        self._filter.returnPressed.connect(self._list.focus_first)
        self._settled.toggled.connect(self._read)
        self._new.clicked.connect(self.add)
        self._first.clicked.connect(self.add)
        self._take.clicked.connect(self._take_current)
        self._keeping.changed.connect(self._read)
        self._list.taken.connect(self._take_up)
        self._list.opened.connect(self._open)
        self._list.removed.connect(self._remove)
        self._list.menuRequested.connect(lambda row, corner: self.menu_for(row).popup(corner))
        self._list.chosen.connect(self._on_chosen)
        self._offer_list.taken.connect(self._take_offer)
        self._offer_list.chosen.connect(self._on_offer_chosen)
        self._offer_list.opened.connect(lambda offer: self._open(offer.row))
        self._free.chosen.connect(self._take_up_at)

    # -- reading

    @property
    def is_dirty(self) -> bool:
        return self._dialog is not None and self._dialog.is_dirty

    def refresh(self, change_set: ChangeSet | None) -> None:
        self._keeping.notice(change_set)
        if change_set is None or any(change_set.touches(kind) for kind in _SHOWN):
            self._read()

    def show_offers(self, offers: Sequence[WaitingOffer]) -> None:
        """Whom the times suit that became free; none hides them."""
        self._offers = tuple(offers)
        lines = [
            Line(offer.row.entry.id, offer, waiting_wording.title(offer.row), waiting_wording.offer_details(offer))
            for offer in self._offers
        ]
        self._offer_list.show_lines(lines)
        shown = min(len(lines), 4)
        self._offer_list.ensurePolished()  # it may never have been shown; the margins are those of the style sheet
        edges = self._offer_list.contentsMargins()
        row, edge = self._offer_list.sizeHintForRow(0), edges.top() + edges.bottom()
        self._offer_list.setMaximumHeight(shown * row + edge)
        self._offer_list.setMinimumHeight(min(shown, 1) * row + edge)  # in a low window it scrolls
        self._offer_card.setVisible(bool(lines))

    def focus_offers(self) -> None:
        self._offer_list.focus_first()

    def _read(self) -> None:
        """Only the answer to the latest question counts."""
        self._asked += 1
        asked, services, branch_id = self._asked, self.services, self.session.branch.id
        settled = self._settled.isChecked()
        self.tasks.run(
            lambda: (services.queries.choices(), services.waiting_list.rows(branch_id, settled=settled)),
            self,
            lambda found: self._on_read(*found) if asked == self._asked else None,
            self._keeping.refuse,
        )

    def _on_read(self, choices: Choices, rows: tuple[WaitingRow, ...]) -> None:
        self._choices, self._rows = choices, rows
        self._filter.setVisible(bool(rows) or bool(self._filter.text()))
        self._show_rows()

    def _show_rows(self) -> None:
        """Those that the filter lets through."""
        rows = [row for row in self._rows if waiting_wording.has_words(row, self._filter.text())]
        # Only where somebody ends up counts, not that the lines were taken away meanwhile.
        blocker = QSignalBlocker(self._list)
        self._list.show_lines(
            [
                Line(
                    row.entry.id,
                    row,
                    waiting_wording.title(row),
                    waiting_wording.details_in_lines(row),
                    row.type.color if row.type else "",
                )
                for row in rows
            ]
        )
        blocker.unblock()
        self._nobody.say("" if rows else self._why_empty())
        self._first.setVisible(not self._rows and not self._settled.isChecked() and self._has_resources)
        self._on_chosen(self._list.current)

    @property
    def _has_resources(self) -> bool:
        """Whether anybody takes part; as long as that is not known, it is taken for granted."""
        return self._choices is None or any(row.has_waiting_list for row in self._choices.resources)

    def _why_empty(self) -> str:
        if self._rows:
            return self.tr("Auf diese Wörter passt niemand.")
        if self._settled.isChecked():
            return self.tr("Noch nichts erledigt.")
        if not self._has_resources:
            return self.tr(
                "Niemand wartet. Welche Ressourcen an der Warteliste teilnehmen, legen Sie in der Administration "
                "bei der Ressource fest."
            )
        return self.tr("Niemand wartet.")

    # -- the chosen wish

    def _on_chosen(self, row: object) -> None:
        if row is not None:
            self._offer_list.choose_nothing()
        self._update_take()
        if isinstance(row, WaitingRow) and row.entry.is_open and self._may_plan:
            self._free.look_for(row, self._possible(row))
        elif row is None and self._list.count() and self._may_plan and self._offer_list.current is None:
            self._free.ask_for_one()
        else:
            self._free.show_nothing()

    def _on_offer_chosen(self, offer: object) -> None:
        """One button serves both lists, so somebody is only ever at a line of one of them."""
        if offer is not None:
            self._list.choose_nothing()
        self._update_take()

    def _update_take(self) -> None:
        row = self._list.current
        can_take = isinstance(row, WaitingRow) and row.entry.is_open and bool(self._possible(row))
        self._take.setEnabled(self._may_plan and (can_take or self._offer_list.current is not None))

    def _possible(self, row: object) -> tuple[Resource, ...]:
        """The resources that may fulfil a wish: those it names, else all of the branch that take part."""
        if not isinstance(row, WaitingRow) or self._choices is None:
            return ()
        visible = visible_resources(self._choices, self.session.branch)
        taking = row.resources or tuple(resource for resource in visible if resource.has_waiting_list)
        return tuple(filter(self.session.actor.may_plan, taking))

    def menu_for(self, row: WaitingRow) -> QMenu:
        """What can be done with a wish."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self._may_plan:
            menu.addAction(why_not_plan(self.session.actor)).setEnabled(False)
            return menu
        if row.entry.is_open:
            take = menu.addAction(self.tr("In &Plan übernehmen"), partial(self._take_up, row))
            take.setEnabled(bool(self._possible(row)))
            menu.setDefaultAction(take)
            menu.addAction(self.tr("&Bearbeiten …"), partial(self._open, row))
            menu.addAction(self.tr("Als &erledigt ablegen"), partial(self._keeping.settle, row))
        else:
            menu.addAction(self.tr("&Wieder öffnen"), partial(self._keeping.reopen, row.entry))
        menu.addSeparator()
        menu.addAction(self.tr("Von der &Liste nehmen"), partial(self._remove, row))
        return menu

    # -- into the plan

    def _take_current(self) -> None:
        offer = self._offer_list.current
        if isinstance(offer, WaitingOffer):
            self._take_offer(offer)
        elif self._list.current is not None:
            self._take_up(self._list.current)

    def _take_up(self, row: object) -> None:
        carried = self._carried(row)
        if carried is not None:
            self.carryRequested.emit(carried)

    def _take_offer(self, offer: WaitingOffer) -> None:
        self._take_up_at(offer.row, offer.resources, offer.when.start_at)

    def _take_up_at(self, row: WaitingRow, resources: tuple[Resource, ...], start_at: datetime) -> None:
        """Show the place and take the wish up for it."""
        self.goToRequested.emit(start_at.astimezone(row.zone).date(), tuple(resource.id for resource in resources))
        draft = row.draft(resources, start_at)
        self.carryRequested.emit(Carried(Purpose.BOOK, (draft,), row.entry, is_aimed=True))

    def _carried(self, row: object) -> Carried | None:
        possible = self._possible(row)
        if not isinstance(row, WaitingRow) or not row.entry.is_open or not possible or not self._may_plan:
            return None
        known = {resource.id: resource for resource in possible}
        first = tuple(known[group[0]] for group in groups_of(row.entry, possible)) or possible[:1]
        draft = row.draft(first, self.services.clock.now())
        return Carried(Purpose.BOOK, (draft,), row.entry, has_time=False)

    def _offered(self, offer: object) -> Carried | None:
        if not isinstance(offer, WaitingOffer) or not self._may_plan:
            return None
        draft = offer.row.draft(offer.resources, offer.when.start_at)
        return Carried(Purpose.BOOK, (draft,), offer.row.entry)

    # -- keeping the list

    def add(self) -> None:
        """Open the dialog for a new wish, of the customer whom the next new appointment is for, if any."""
        customer = self._customer()
        row = blank_wish(self.session.branch, self.services.clock.now(), self.session.actor.name, customer)
        self._open(row)

    def _open(self, row: object) -> None:
        if self._choices is None or self._dialog is not None or not isinstance(row, WaitingRow):
            return
        if not self._may_plan:
            self._banner.show_message(why_not_plan(self.session.actor), "info")
            return
        self._banner.close_message()
        dialog = WaitingDialog(self.services, self.session, self.tasks, self._choices, row, self)
        dialog.saved.connect(self._read)
        if not row.entry.revision:
            dialog.saved.connect(self.added)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open()

    def _on_dialog_finished(self) -> None:
        self._dialog = None

    def _remove(self, row: object) -> None:
        if isinstance(row, WaitingRow) and self._may_plan:
            self._keeping.remove(row)
