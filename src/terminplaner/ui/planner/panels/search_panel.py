"""Suchen: a panel beside the plan that finds appointments, past and future, and leads to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Customer
from terminplaner.domain.series import first_day
from terminplaner.domain.when import Timed
from terminplaner.services.appointment_rows import AppointmentRow, seen_by
from terminplaner.services.choices import Choices
from terminplaner.services.search import SearchPage
from terminplaner.services.store_queries import AppointmentSearch
from terminplaner.ui.banner import Banner
from terminplaner.ui.context import Services, Session
from terminplaner.ui.empty_hint import EmptyHint
from terminplaner.ui.forms import announce, link_button, small_print
from terminplaner.ui.messages import describe, title_of
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.planner import wording
from terminplaner.ui.planner.panels.carry_list import CarryList, Line
from terminplaner.ui.planner.panels.menu_keys import MenuKeys
from terminplaner.ui.planner.panels.search_fields import SearchFields
from terminplaner.ui.planner.panels.side_panel import SidePanel
from terminplaner.ui.planner.plan.carrying import Carried, taken
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space


class SearchPanel(SidePanel):
    """Enter shows an appointment in the plan, Ctrl+Enter opens it, a drag moves it, or copies it with Ctrl.

    Several can be chosen; what can be done with them is what can be done in the plan, by the same menu and keys.
    """

    revealRequested = Signal(object)
    """Show this ``AppointmentRow`` in the plan and select it."""

    def __init__(
        self,
        services: Services,
        session: Session,
        tasks: TaskRunner,
        fill_menu: Callable[[QMenu, tuple[AppointmentRow, ...]], None],
        parent: QWidget | None = None,
    ) -> None:
        """``fill_menu`` adds what can be done with appointments, as in the plan."""
        super().__init__(services, session, tasks, parent)
        self._fill_menu = fill_menu
        self._zone = session.branch.tz
        self._asked = AppointmentSearch()
        self._page = SearchPage((), None)
        self._count = 0
        self._fields = SearchFields(services, tasks, self._zone, self._today)
        self._banner = Banner()
        self._found = small_print()
        self._former_too = link_button(self.tr("Auch vergangene Termine suchen"))
        self._open_word = link_button(self.tr("Auch Teile von Wörtern suchen"))
        self._list = CarryList(self.tr("Gefundene Termine"), self._carried, has_several=True)
        self._hint = EmptyHint(self._list, self._former_too, self._open_word)
        MenuKeys(self._list, self.menu_of_chosen)
        self._more = link_button(self.tr("Weitere zeigen"))
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._fields.text)

    def look_for_customer(self, customer: Customer, name: str) -> None:
        """Show all appointments of a customer, whatever was looked for; ``name`` is how the screen calls them."""
        self._fields.look_for_all_of(customer, name)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self._found, 1)
        foot.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (self._fields, self._banner):
            column.addWidget(part)
        column.addLayout(self._hint.place, 1)
        column.addLayout(foot)
        self._more.hide()

    def _connect(self) -> None:
        self._fields.changed.connect(self._search)
        self._fields.listRequested.connect(self._list.focus_first)
        self._former_too.clicked.connect(self._fields.look_for_former_too)
        self._open_word.clicked.connect(self._fields.open_word)
        self._more.clicked.connect(self._read_on)
        self._list.taken.connect(self.revealRequested)
        self._list.opened.connect(self.openRequested)
        self._list.menuRequested.connect(self._on_menu)

    # -- reading

    def refresh(self, change_set: ChangeSet | None) -> None:
        services = self.services
        if change_set is None:
            self.tasks.run(lambda: services.queries.choices(), self, self._on_choices)
        if change_set is None or change_set.touches(Appointment) or change_set.touches(Customer):
            self._search()

    def _on_choices(self, choices: Choices) -> None:
        self._fields.offer(choices)

    def _search(self) -> None:
        finder, asked = self.services.finder, self._fields.query
        self._asked = asked
        self.tasks.run(
            lambda: finder.page(asked), self, partial(self._on_found, asked), partial(self._on_failed, asked)
        )

    def _read_on(self) -> None:
        finder, asked, after = self.services.finder, self._asked, self._page.following
        self._more.setEnabled(False)
        self.tasks.run(
            lambda: finder.page(asked, after), self, partial(self._on_more, asked), partial(self._on_failed, asked)
        )

    def _on_found(self, asked: AppointmentSearch, page: SearchPage) -> None:
        if asked is not self._asked:
            return  # another search has begun since
        self._banner.close_message()
        self._list.show_lines([self._line(row) for row in page.rows])
        self._count = 0
        self._take(page)
        has_plain_word = any("*" not in word for word in asked.text.split())
        self._open_word.setVisible(has_plain_word)
        self._former_too.setVisible(self._fields.is_coming_only)
        self._hint.say("" if page.rows else self._why_empty(asked))
        announce(self._list, self._found.text())

    def _on_more(self, asked: AppointmentSearch, page: SearchPage) -> None:
        if asked is self._asked:
            self._list.add_lines([self._line(row) for row in page.rows])
            self._take(page)

    def _take(self, page: SearchPage) -> None:
        self._page = page
        self._count += len(page.rows)
        self._found.setText(self._words())
        self._more.setVisible(page.following is not None)
        self._more.setEnabled(True)

    def _words(self) -> str:
        if self._count == 0:
            return self.tr("Nichts gefunden")
        if self._page.following is not None:
            return self.tr("Die ersten {count} Termine").format(count=self._count)
        return self.tr("1 Termin") if self._count == 1 else self.tr("{count} Termine").format(count=self._count)

    def _why_empty(self, asked: AppointmentSearch) -> str:
        if self._fields.is_coming_only:
            return self.tr("Kein kommender Termin gefunden.")
        if asked.text:
            return self.tr("Kein Termin gefunden. Gesucht wird in Text, Kommentar und Kundendaten.")
        return self.tr("Kein Termin gefunden.")

    def _on_failed(self, asked: AppointmentSearch, error: TerminplanerError) -> None:
        if asked is self._asked:
            self._more.setEnabled(True)
            self._banner.show_message(describe(error, self._zone))

    # -- showing

    def _line(self, row: AppointmentRow) -> Line:
        """Who, and below when and what, the least telling last: it is cut first."""
        kind = row.type.name if row.type is not None and row.type.name != title_of(row) else ""
        parts = (
            self.tr("storniert") if row.appointment.is_cancelled else "",
            self._when(row),
            kind,
            ", ".join(resource.name for resource in row.resources),
            *(part for part in wording.details(row) if part != kind),
        )
        return Line(
            row.appointment.id,
            seen_by(self.session.actor, (row,))[0],
            title_of(row),
            " · ".join(part for part in parts if part),
            row.color,
        )

    def _when(self, row: AppointmentRow) -> str:
        """``Sa 05.12. 13:15``, with the year where it is another."""
        when, day = row.appointment.when, first_day(row.appointment.when, row.zone)
        shown = wording.short_date(day)
        if day.year != self._today().year:
            shown = f"{wording.day_name(day)} {day:%d.%m.%Y}"
        begins = wording.clock(when.start_at, row.zone) if isinstance(when, Timed) else self.tr("ganztägig")
        return f"{shown} {begins}"

    def _on_menu(self, _row: AppointmentRow, corner: QPoint) -> None:
        if (menu := self.menu_of_chosen()) is not None:
            menu.popup(corner)

    def menu_of_chosen(self) -> QMenu | None:
        """What can be done with the found appointments that are chosen; None where none is."""
        rows = self._chosen
        if not rows:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if len(rows) > 1:
            self._fill_menu(menu, rows)
            return menu
        (row,) = rows
        showing = menu.addAction(self.tr("Im &Plan zeigen"), partial(self.revealRequested.emit, row))
        self._fill_menu(menu, rows)
        menu.setDefaultAction(showing)
        if row.customer is not None:
            menu.addSeparator()
            text = self.tr("Alle Termine von {name}").format(name=without_mnemonic(row.customer_name))
            menu.addAction(text, partial(self._fields.look_for_customer, row.customer, row.customer_name))
        return menu

    @property
    def _chosen(self) -> tuple[AppointmentRow, ...]:
        return tuple(row for row in self._list.rows if isinstance(row, AppointmentRow))

    def _carried(self, row: object) -> Carried | None:
        """What a drag of a line takes up: all that is chosen, and a copy of what cannot be moved."""
        if not isinstance(row, AppointmentRow) or row.appointment.is_cancelled:
            return None
        rows = tuple(one for one in self._chosen if not one.appointment.is_cancelled)
        return taken(row, rows, is_copy=not row.is_movable)

    def _today(self) -> date:
        return self.services.clock.now().astimezone(self._zone).date()
