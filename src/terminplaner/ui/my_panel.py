"""The tab "Mein AMPAREX": what concerns the person who works here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.calendar_link import CalendarLink
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import ChangeSet
from terminplaner.domain.people import User
from terminplaner.domain.resource import Resource
from terminplaner.domain.when import AllDay, When
from terminplaner.services.appointment_rows import AppointmentRow
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.reminders import Reminder
from terminplaner.services.resource_rows import ResourceFilter
from terminplaner.services.store_queries import AppointmentQuery
from terminplaner.ui.banner import Banner
from terminplaner.ui.consent.flow import ConsentFlow
from terminplaner.ui.consent.link_state import LinkState, link_words
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import (
    add_field,
    card,
    form_layout,
    limit_width,
    link_button,
    page_title,
    paragraph,
    primary_button,
    scroll_area,
    section_title,
    set_role,
    small_print,
)
from terminplaner.ui.messages import describe_role, show_when, title_of
from terminplaner.ui.page import Page
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.reminder_card import ReminderCard
from terminplaner.ui.row_list import RowList
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_DAY = timedelta(days=1)
_SHOWN = (Appointment, Resource, User, ChainSettings)


@dataclass(frozen=True, slots=True)
class _Loaded:
    resource: Resource | None
    link: CalendarLink | None
    has_consent: bool
    is_sync_on: bool
    rows: tuple[AppointmentRow, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    """Those of today that are yet to come."""
    news: tuple[AppointmentRow, ...] = ()
    """What others entered since yesterday."""


class MyPanelPage(Page):
    """The own appointments of today, what there is to remember, and the own Google calendar."""

    linked = Signal()
    """The own link with a Google calendar was made or ended here."""
    revealRequested = Signal(object)
    """Show this ``AppointmentRow`` in the plan."""

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(services, session, tasks, parent)
        self._asked = 0
        self._resource: Resource | None = None
        self._banner = Banner()
        self._greeting = page_title("")
        self._own_resource = small_print()
        self._today = RowList(self.tr("Meine nächsten Termine heute"))
        self._today.opened.connect(self.revealRequested)
        self._free = paragraph(self.tr("Heute stehen keine Termine mehr an."))
        self.reminders = ReminderCard()
        self.reminders.opened.connect(self.revealRequested)
        self._state = LinkState()
        self._id = QLineEdit()
        self._id.setReadOnly(True)
        self._details = QWidget()
        self._unfold = link_button("")
        self._unfold.clicked.connect(lambda _checked=False: self._show_details(is_open=self._details.isHidden()))
        self._start = primary_button(self.tr("Freigabe starten"))
        self._revoke = link_button(self.tr("Bestehende Zustimmung zurückziehen"))
        self._start.clicked.connect(lambda _checked=False: self._run_flow(ConsentFlow.start))
        self._revoke.clicked.connect(lambda _checked=False: self._run_flow(ConsentFlow.start_revoking))
        self._nobody = card()
        self._mine = self._today_card(), self._google_card()
        self._build()

    def _build(self) -> None:
        actor = self.session.actor
        page = QWidget()
        page.setObjectName("page")
        limit_width(page)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        self._greet()
        column.addWidget(self._greeting)
        column.addWidget(plain_label(describe_role(actor.user.role)))
        column.addWidget(self._own_resource)
        column.addWidget(self._banner)
        column.addWidget(self._nobody)
        column.addWidget(self._mine[0])
        column.addWidget(self.reminders)
        column.addWidget(self._mine[1])
        column.addStretch(1)
        nobody = QVBoxLayout(self._nobody)
        nobody.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        nobody.addWidget(section_title(self.tr("Ihnen ist noch keine Ressource zugeordnet")))
        nobody.addWidget(paragraph(self._way_to_a_resource()))
        self._nobody.hide()
        for part in self._mine:
            part.hide()
        scroll = scroll_area(page)
        scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(Space.L, Space.L, Space.L, Space.S)
        outer.addWidget(scroll)

    def _way_to_a_resource(self) -> str:
        if self.session.actor.has(Right.MANAGE_SETTINGS):
            return self.tr(
                "Eigene Termine und ein eigener Google-Kalender gehören zu einer Personenressource. Ordnen Sie "
                "sich in der Filialverwaltung unter „Benutzerkonten“ einen Mitarbeiter zu, und tragen Sie diesen "
                "in der Administration bei einer Ressource als „Personenressource“ ein."
            )
        return self.tr(
            "Eigene Termine und ein eigener Google-Kalender gehören zu einer Personenressource. Ein "
            "Administrator kann Ihrem Benutzer einen Mitarbeiter zuordnen und diesen in der "
            "Administration bei einer Ressource als „Personenressource“ eintragen."
        )

    def _today_card(self) -> QFrame:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(section_title(self.tr("Meine nächsten Termine heute")))
        column.addWidget(self._free)
        column.addWidget(self._today)
        return frame

    def _google_card(self) -> QFrame:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(section_title(self.tr("Google Kalender")))
        column.addWidget(self._state)
        form = form_layout()
        add_field(form, self.tr("ID:"), self._id)
        self._details.setLayout(form)
        column.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._details)
        self._show_details(is_open=False)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._start)
        buttons.addWidget(self._revoke)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return frame

    def _greet(self) -> None:
        self._greeting.setText(self.tr("Guten Tag, {name}").format(name=self.session.actor.name))

    # -- loading

    def refresh(self, change_set: ChangeSet | None) -> None:
        if change_set is None or any(change_set.touches(kind) for kind in _SHOWN):
            self._load()

    def showEvent(self, event: QShowEvent) -> None:
        """The sync moves a link's state, and time the next appointments, without a change set."""
        super().showEvent(event)
        self._load()

    def _load(self) -> None:
        """Only the answer to the latest question counts."""
        self._asked += 1
        asked, services = self._asked, self.services
        actor, zone = self.session.actor, self.session.branch.tz
        self.tasks.run(
            lambda: _load(services, actor, zone),
            self,
            lambda loaded: self._on_loaded(loaded) if asked == self._asked else None,
        )

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._greet()
        self._resource = resource = loaded.resource
        self._nobody.setVisible(resource is None)
        for part in self._mine:
            part.setVisible(resource is not None)
        self._own_resource.setVisible(resource is not None)
        if resource is None:
            self.reminders.show_lines((), minutes=None)
            return
        self._own_resource.setText(self.tr("Eigene Ressource: {name}").format(name=resource.name))
        zone = self.session.branch.tz
        self._today.show_lines(
            [(f"{self._span(row.appointment.when)}   {title_of(row)}", row) for row in loaded.rows]
        )
        self._free.setVisible(not loaded.rows)
        lines = [(self._reminder_words(item), item.row) for item in loaded.reminders]
        lines += [(self._news_words(row), row) for row in loaded.news]
        self.reminders.show_lines(lines, resource.reminder_minutes)
        self._state.show_words(link_words(loaded.link, is_sync_on=loaded.is_sync_on, zone=zone))
        self._show_link(loaded.link)
        self._start.setEnabled(loaded.is_sync_on and self.session.actor.may_link(resource))
        self._revoke.setEnabled(loaded.has_consent)

    def _reminder_words(self, item: Reminder) -> str:
        zone = self.session.branch.tz
        return self.tr("{due}   Erinnerung an {start} {title}").format(
            due=f"{item.due_at.astimezone(zone):%H:%M}",
            start=f"{item.start_at.astimezone(zone):%H:%M}",
            title=title_of(item.row),
        )

    def _news_words(self, row: AppointmentRow) -> str:
        return self.tr("Neu: {when} {title}, eingetragen von {name}").format(
            when=show_when(row.appointment.when, row.zone), title=title_of(row), name=row.appointment.created_by
        )

    def _span(self, when: When) -> str:
        if isinstance(when, AllDay):
            return self.tr("ganztägig")
        zone = self.session.branch.tz
        return f"{when.start_at.astimezone(zone):%H:%M}–{when.end_at.astimezone(zone):%H:%M}"

    # -- Google

    def _show_link(self, link: CalendarLink | None) -> None:
        """Where there is one, everything is done: the same walk then only leads to another calendar."""
        self._start.setText(self.tr("Freigabe starten") if link is None else self.tr("Anderen Kalender wählen …"))
        set_role(self._start, "role", "primary" if link is None else "")
        self._id.setText(link.calendar_id if link else "")
        self._id.setCursorPosition(0)
        self._unfold.setVisible(link is not None)
        if link is None:
            self._show_details(is_open=False)

    def _show_details(self, *, is_open: bool) -> None:
        """The calendar's ID is for whoever looks for it at Google."""
        self._details.setVisible(is_open)
        self._unfold.setText(self.tr("Details ausblenden") if is_open else self.tr("Details"))

    def _run_flow(self, start: Callable[[ConsentFlow], None]) -> None:
        if self._resource is None:
            return
        self._banner.close_message()
        flow = ConsentFlow(self.services, self.session, self.tasks, self._resource, self)
        flow.ended.connect(self._on_flow_ended)
        start(flow)

    def _on_flow_ended(self, text: str, tone: str, has_changed_links: bool) -> None:
        self._banner.show_message(text, tone)
        self._load()
        if has_changed_links:
            self.linked.emit()


def _load(services: Services, actor: Actor, zone: ZoneInfo) -> _Loaded:
    is_sync_on = services.settings.load().google_sync
    own = next(
        (
            row
            for row in services.queries.find_resources(ResourceFilter(include_hidden=True))
            if actor.owns(row.resource)
        ),
        None,
    )
    if own is None:
        return _Loaded(None, None, has_consent=False, is_sync_on=is_sync_on)
    now = services.clock.now()
    tomorrow = datetime.combine(now.astimezone(zone).date() + _DAY, time(), zone)
    query = AppointmentQuery(resource_ids=(own.resource.id,), from_at=now, until_at=tomorrow)
    return _Loaded(
        own.resource,
        own.link,
        has_consent=services.linking.has_consent(own.resource.id),
        is_sync_on=is_sync_on,
        rows=services.queries.appointments(query),
        reminders=services.reminders.upcoming(actor, tomorrow - now),
        news=services.reminders.news(actor, tomorrow - 2 * _DAY),
    )
