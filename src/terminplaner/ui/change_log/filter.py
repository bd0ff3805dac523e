"""What to look for in the change log."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, tzinfo

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from terminplaner.domain.absence import Absence
from terminplaner.domain.appointment import Appointment, AppointmentStatus, AppointmentType
from terminplaner.domain.chain import Branch, ChainSettings
from terminplaner.domain.changes import Entity, Origin
from terminplaner.domain.holiday import Holiday
from terminplaner.domain.people import Customer, Employee, User
from terminplaner.domain.resource import Availability, AvailabilityType, Resource
from terminplaner.domain.series import Series
from terminplaner.domain.template import AppointmentTemplate
from terminplaner.domain.view import PlannerView
from terminplaner.domain.waiting_list import WaitingListEntry
from terminplaner.services.store_queries import ChangeLogQuery
from terminplaner.ui.forms import button, labelled
from terminplaner.ui.messages import describe_origin
from terminplaner.ui.period_field import PeriodField
from terminplaner.ui.theme import Space

translate = QCoreApplication.translate


def _kinds() -> tuple[tuple[str, tuple[type[Entity], ...]], ...]:
    """The kinds people look for, under one word each."""
    return (
        (translate("ChangeLogFilter", "Alles"), ()),
        (translate("ChangeLogFilter", "Termine"), (Appointment, Series)),
        (translate("ChangeLogFilter", "Abwesenheiten"), (Absence,)),
        (translate("ChangeLogFilter", "Verfügbarkeiten"), (Availability,)),
        (translate("ChangeLogFilter", "Warteliste"), (WaitingListEntry,)),
        (translate("ChangeLogFilter", "Kunden"), (Customer,)),
        (translate("ChangeLogFilter", "Ressourcen und Ansichten"), (Resource, PlannerView)),
        (
            translate("ChangeLogFilter", "Typen, Status und Vorlagen"),
            (AppointmentType, AppointmentStatus, AvailabilityType, AppointmentTemplate),
        ),
        (translate("ChangeLogFilter", "Mitarbeiter und Benutzerkonten"), (Employee, User)),
        (translate("ChangeLogFilter", "Filialen und Einstellungen"), (Branch, ChainSettings, Holiday)),
    )


class ChangeLogFilter(QWidget):
    """Searches by itself."""

    changed = Signal()

    def __init__(self, zone: tzinfo, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Änderungsprotokoll durchsuchen"))
        self._authors: tuple[str, ...] = ()
        self._author = QComboBox()
        self._author.addItem(self.tr("Alle"), "")
        self._origin = QComboBox()
        self._origin.addItem(self.tr("Alle"), None)
        for origin in Origin:
            self._origin.addItem(describe_origin(origin), origin.value)
        self._kind = QComboBox()
        self._kinds = _kinds()
        self._kind.addItems([title for title, _ in self._kinds])
        self._period = PeriodField(self.tr("Alles"), zone, today, self)
        self._period.changed.connect(self.changed)
        reset = button(self.tr("Felder vorbelegen"), self.tr("Setzt die Suche auf den Anfang zurück"))
        reset.clicked.connect(lambda _checked=False: self.reset())
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.XS)
        for column, (text, field) in enumerate(
            (
                (self.tr("&Wer:"), self._author),
                (self.tr("W&eg:"), self._origin),
                (self.tr("&Was:"), self._kind),
                (self.tr("&Zeitraum:"), self._period.choice),
            )
        ):
            grid.addWidget(labelled(text, field), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(reset, 1, 4)
        grid.addWidget(self._period.dates, 2, 0, 1, 5)
        for choice in (self._author, self._origin, self._kind):
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())

    @property
    def query(self) -> ChangeLogQuery:
        """What is looked for; days are days of the zone."""
        origin = self._origin.currentData()
        from_at, until_at = self._period.span
        return ChangeLogQuery(
            author_name=self._author.currentData(),
            origin=Origin(origin) if origin else None,
            kinds=self._kinds[self._kind.currentIndex()][1],
            from_at=from_at,
            until_at=until_at,
        )

    def offer_authors(self, names: Iterable[str]) -> None:
        """Offer these people; who is chosen stays chosen."""
        offered = tuple(names)
        if offered == self._authors:
            return
        self._authors = offered
        chosen = self._author.currentText()
        blocker = QSignalBlocker(self._author)
        while self._author.count() > 1:
            self._author.removeItem(1)
        for name in offered:
            self._author.addItem(name, name)
        self._author.setCurrentIndex(max(self._author.findText(chosen), 0))
        blocker.unblock()

    def reset(self) -> None:
        """Look for everything."""
        blockers = [QSignalBlocker(field) for field in (self._author, self._origin, self._kind)]
        for choice in (self._author, self._origin, self._kind):
            choice.setCurrentIndex(0)
        for blocker in blockers:
            blocker.unblock()
        self._period.reset()
        self.changed.emit()
