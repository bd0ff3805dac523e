"""The dialog "Google-Kalender auswählen"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QRadioButton, QWidget

from terminplaner.domain.resource import Resource
from terminplaner.services.google_ports import Grant, RemoteCalendar
from terminplaner.ui.consent.account_notice import add_account_notice
from terminplaner.ui.consent.step import StepDialog
from terminplaner.ui.forms import button, paragraph, primary_button, small_print
from terminplaner.ui.plain_text import plain_tooltip

_ROWS = 5


@dataclass(frozen=True, slots=True)
class CalendarOffer:
    """What an account has to choose from; ``resource_names`` tells whom a calendar is linked to."""

    calendars: Sequence[RemoteCalendar]
    resource_names: Mapping[UUID, str]


class CalendarDialog(StepDialog):
    """An existing secondary calendar, or a new one; the primary is not among them."""

    existingChosen = Signal(object)
    """A ``RemoteCalendar``."""
    newChosen = Signal(str)
    """The name of a calendar to create."""

    def __init__(
        self, resource: Resource, grant: Grant, offer: CalendarOffer, preferred_id: str, parent: QWidget
    ) -> None:
        """``preferred_id`` is chosen from the start where it is on offer."""
        super().__init__(self.tr("Google-Kalender auswählen"), parent)
        self._resource = resource
        if grant.email:
            self.content.addWidget(small_print(self.tr("Google-Konto: {email}").format(email=grant.email)))
        add_account_notice(self.content, resource, grant)
        self._existing = QRadioButton(self.tr("&Vorhandenen Kalender verwenden"))
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Vorhandene Kalender"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # long names are cut
        self._list.setFixedHeight(_ROWS * (self.fontMetrics().height() + 12))
        self._new = QRadioButton(self.tr("&Neuen Kalender anlegen"))
        self._name = QLineEdit(resource.name)
        self._name.setAccessibleName(self.tr("Name des neuen Kalenders"))
        self._name.setPlaceholderText(self.tr("Name des neuen Kalenders"))
        self._next = primary_button(self.tr("Weiter"))
        cancel = button(self.tr("Abbrechen"))
        self._fill(offer)
        has_choice = any(
            self._list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled for row in range(self._list.count())
        )
        if not has_choice:
            self.content.addWidget(paragraph(self._why_new(grant, offer)))
        if offer.calendars:
            self.content.addWidget(self._existing)
            self.content.addWidget(self._list)
        self.content.addWidget(self._new)
        self.content.addWidget(self._name)
        self.content.addStretch(1)
        self.buttons.addStretch(1)
        self.add_button(cancel, is_locked=False)
        self.add_button(self._next, is_default=True)
        self._existing.setEnabled(has_choice)
        preferred = self._row_of(preferred_id)
        if has_choice:
            self._list.setCurrentRow(max(0, preferred))
        self._existing.setChecked(preferred >= 0)
        self._new.setChecked(preferred < 0)
        self._existing.toggled.connect(self._update)
        self._name.textChanged.connect(self._update)
        self._list.currentRowChanged.connect(self._update)
        self._list.itemDoubleClicked.connect(self._on_next)
        self._next.clicked.connect(self._on_next)
        cancel.clicked.connect(self.reject)
        self._update()
        if preferred >= 0:
            self._list.setFocus()
        else:
            self._name.setFocus()
            self._name.selectAll()

    def _why_new(self, grant: Grant, offer: CalendarOffer) -> str:
        if not grant.can_list_calendars:
            return self.tr(
                "Der Haken für die Liste Ihrer Kalender war nicht gesetzt, deshalb sind vorhandene Kalender nicht "
                "zu sehen. Bitte legen Sie einen neuen Kalender an."
            )
        if offer.calendars:
            return self.tr("Alle Kalender dieses Kontos sind schon verknüpft. Bitte legen Sie einen neuen an.")
        return self.tr(
            "In diesem Konto gibt es nur den Hauptkalender. Bitte legen Sie einen neuen Kalender an: Der "
            "Hauptkalender wird nie verknüpft, damit dort keine privaten Termine verloren gehen."
        )

    def _fill(self, offer: CalendarOffer) -> None:
        for calendar in offer.calendars:
            text = calendar.name
            if calendar.data_owner:
                text = self.tr("{name}  ·  {owner}").format(name=text, owner=calendar.data_owner)
            is_free = calendar.linked_resource_id in (None, self._resource.id)
            if calendar.linked_resource_id == self._resource.id:
                text = self.tr("{calendar}  (derzeit verknüpft)").format(calendar=text)
            elif not is_free:
                other = (
                    offer.resource_names.get(calendar.linked_resource_id, "")
                    if calendar.linked_resource_id
                    else ""
                )
                text = self.tr("{calendar}  (schon verknüpft mit „{resource}“)").format(
                    calendar=text, resource=other
                )
            item = QListWidgetItem(text, self._list)
            item.setToolTip(plain_tooltip(f"{text}\n{calendar.calendar_id}"))
            item.setData(Qt.ItemDataRole.UserRole, calendar)
            if not is_free:
                item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _row_of(self, calendar_id: str) -> int:
        for row in range(self._list.count()):
            item = self._list.item(row)
            calendar: RemoteCalendar = item.data(Qt.ItemDataRole.UserRole)
            if calendar.calendar_id == calendar_id and item.flags() & Qt.ItemFlag.ItemIsEnabled:
                return row
        return -1

    def _update(self) -> None:
        is_existing = self._existing.isChecked()
        self._list.setEnabled(is_existing)
        self._name.setEnabled(not is_existing)
        self._next.setEnabled(self._chosen() is not None if is_existing else bool(self._name.text().strip()))

    def _chosen(self) -> RemoteCalendar | None:
        item = self._list.currentItem()
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return None
        calendar: RemoteCalendar = item.data(Qt.ItemDataRole.UserRole)
        return calendar

    def _on_next(self) -> None:
        if not self._existing.isChecked():
            self.newChosen.emit(self._name.text().strip())
        elif (calendar := self._chosen()) is not None:
            self.existingChosen.emit(calendar)
