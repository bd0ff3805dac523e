"""What somebody looks for: a line of text, and filters that are folded away until they are needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.people import Customer
from terminplaner.domain.when import day_start
from terminplaner.services.choices import Choices
from terminplaner.services.store_queries import AppointmentSearch
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.chords import NONE, chord_of
from terminplaner.ui.context import Services
from terminplaner.ui.forms import add_clear_button, link_button, scroll_area, small_print
from terminplaner.ui.icon_widgets import IconButton
from terminplaner.ui.planner.appointment.customer_line import CustomerLine
from terminplaner.ui.planner.panels.optional_field import OptionalDate, OptionalTime
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

RESULT_KEYS: Final = frozenset([(Qt.Key.Key_Down, NONE)])
"""They lead from what was typed into what was found."""
_TYPING_MS = 250
_FILTER_LINES = 18
_SHORTEST_NAME = 8
"""Letters that a choice shows at least."""
_COMING, _ALL = 0, 1
"""The orders offered."""


class SearchFields(QWidget):
    """Searches by itself, text a moment after the last key."""

    changed = Signal()
    listRequested = Signal()
    """Down or Enter in the text: on to what was found."""

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        zone: ZoneInfo,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        """``today`` is asked whenever something is looked for: a window stays open over midnight."""
        super().__init__(parent)
        self._zone = zone
        self._today = today
        self._customer: Customer | None = None
        self.text = _SearchLine()
        self.text.setAccessibleName(self.tr("Termine suchen"))
        self.text.setPlaceholderText(self.tr("Text, Kunde, Nummer, Telefon, E-Mail"))
        add_clear_button(self.text)
        hint = self.tr(
            "Gesucht werden ganze Wörter. Ein * steht für beliebige Zeichen: „Muster*“ beginnt so, „*mann“ endet "
            "so, „*ster*“ enthält es, „M*ller“ beginnt und endet so."
        )
        self.text.setToolTip(hint)
        self.text.setAccessibleDescription(hint)
        self._order = QComboBox()
        self._order.setAccessibleName(self.tr("Reihenfolge"))
        self._order.setAccessibleDescription(self._order.accessibleName())  # on Linux the name is the choice
        self._order.addItems([self.tr("Kommende, nächste zuerst"), self.tr("Alle, neueste zuerst")])
        self._unfold = QToolButton()
        self._unfold.setText(self.tr("Filter"))
        self._unfold.setCheckable(True)
        self._unfold.setArrowType(Qt.ArrowType.RightArrow)
        self._unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._unfold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._filters = QWidget()
        self._scroll = scroll_area(self._filters)
        # However many filters there are, what was found stays in sight below them.
        self._scroll.setFixedHeight(self.fontMetrics().height() * _FILTER_LINES)
        self._from = OptionalDate(self.tr("Von"), self.tr("Zeitraum von"), today())
        self._until = OptionalDate(self.tr("Bis"), self.tr("Zeitraum bis"), today())
        self._begins_from = OptionalTime(self.tr("Von"), self.tr("Uhrzeit von"), time(9))
        self._begins_until = OptionalTime(self.tr("Bis"), self.tr("Uhrzeit bis"), time(12))
        self._resources = (ChoiceField(()), ChoiceField(()))
        self._type, self._status, self._branch = ChoiceField(()), ChoiceField(()), ChoiceField(())
        self._of_customer = CustomerLine(services, tasks)
        self._modified_from = OptionalDate(self.tr("Von"), self.tr("Geändert von"), today())
        self._modified_until = OptionalDate(self.tr("Bis"), self.tr("Geändert bis"), today())
        self._cancelled = QCheckBox(self.tr("Auch stornierte"))
        self._reset = link_button(self.tr("Felder vorbelegen"))
        self._whose = QWidget()
        self._whose_text = small_print()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self._order, 1)
        head.addWidget(self._unfold)
        form = QFormLayout(self._filters)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(Space.XS)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, fields in (
            (self.tr("Zeitraum"), (self._from, self._until)),
            (self.tr("Uhrzeit"), (self._begins_from, self._begins_until)),
            (self.tr("Ressource 1"), self._resources[:1]),
            (self.tr("Ressource 2"), self._resources[1:]),
            (self.tr("Kunde"), (self._of_customer,)),
            (self.tr("Typ"), (self._type,)),
            (self.tr("Status"), (self._status,)),
            (self.tr("Filiale"), (self._branch,)),
            (self.tr("Geändert"), (self._modified_from, self._modified_until)),
        ):
            for number, field in enumerate(fields):
                form.addRow(label if number == 0 else "", field)
                if isinstance(field, CustomerLine):
                    field.setAccessibleName(label)
                if isinstance(field, ChoiceField):
                    field.setAccessibleName(label)
                    # As wide as the panel, not as the longest name.
                    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                    field.setMinimumContentsLength(_SHORTEST_NAME)
        form.addRow("", self._cancelled)
        form.addRow("", self._reset)
        whose = QHBoxLayout(self._whose)
        whose.setContentsMargins(0, 0, 0, 0)
        everybody = IconButton("close", self.tr("Termine aller Kunden zeigen"))
        everybody.clicked.connect(lambda: self.look_for_customer(None))
        whose.addWidget(self._whose_text, 1)
        whose.addWidget(everybody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.text)
        column.addLayout(head)
        column.addWidget(self._scroll)
        column.addWidget(self._whose)
        self._scroll.hide()
        self._whose.hide()

    def _connect(self) -> None:
        self._typing.timeout.connect(self.changed)
        self.text.textChanged.connect(lambda _text: self._typing.start())
        self.text.returnPressed.connect(self._search_now)
        self.text.returnPressed.connect(self.listRequested)
        self.text.downPressed.connect(self.listRequested)
        self._unfold.toggled.connect(self._on_unfold)
        self._cancelled.toggled.connect(self._search_now)
        self._reset.clicked.connect(self.reset)
        self._of_customer.changed.connect(self._on_customer)
        for chosen in (self._order, *self._resources, self._type, self._status, self._branch):
            chosen.currentIndexChanged.connect(self._search_now)
        for opened in self._optional_fields():
            opened.changed.connect(self._typing.start)

    # -- what is asked

    @property
    def query(self) -> AppointmentSearch:
        """What is looked for; days are days of the branch's zone."""
        first_on = self._from.value or (self._today() if self.is_coming_only else None)
        resource_ids = tuple(dict.fromkeys(field.key for field in self._resources if field.key is not None))
        until_on, modified_until_on = self._until.value, self._modified_until.value
        return AppointmentSearch(
            text=self.text.text().strip(),
            from_at=day_start(first_on, self._zone) if first_on else None,
            until_at=day_start(until_on + timedelta(days=1), self._zone) if until_on else None,
            begins_from=self._begins_from.value,
            begins_until=self._begins_until.value,
            resource_ids=resource_ids,
            type_id=self._type.key,
            status_id=self._status.key,
            branch_id=self._branch.key,
            customer_id=self._customer.id if self._customer else None,
            modified_from_at=day_start(self._modified_from.value, self._zone)
            if self._modified_from.value
            else None,
            modified_until_at=(
                day_start(modified_until_on + timedelta(days=1), self._zone) if modified_until_on else None
            ),
            includes_cancelled=self._cancelled.isChecked(),
            is_newest_first=not self.is_coming_only,
        )

    @property
    def is_coming_only(self) -> bool:
        """Whether appointments of former days are left out."""
        return self._order.currentIndex() == _COMING

    def look_for_former_too(self) -> None:
        """Look among all of them, the newest first."""
        self._order.setCurrentIndex(_ALL)

    def offer(self, choices: Choices) -> None:
        """What can be chosen now; what is chosen stays."""
        every = Choice(None, self.tr("Alle"))
        resources = choices_of(choices.resources, choices.branches)
        for field in self._resources:
            field.offer([every, *resources])
        self._type.offer([every, *choices_of(choices.types)])
        self._status.offer([every, *choices_of(choices.statuses)])
        self._branch.offer([every, *choices_of(choices.branches)])

    def look_for_customer(self, customer: Customer | None, name: str = "") -> None:
        """Show the appointments of one customer only, whatever text there was; None shows those of all again.

        ``name`` is how the screen calls the customer.
        """
        self._customer = customer
        self._of_customer.show_customer(None)
        self._whose.setVisible(customer is not None)
        if customer is not None:
            self._whose_text.setText(self.tr("Nur Termine von {name}").format(name=name))
            blocker = QSignalBlocker(self.text)
            self.text.clear()
            blocker.unblock()
        self._search_now()

    def look_for_all_of(self, customer: Customer, name: str) -> None:
        """As ``look_for_customer``, without any other filter."""
        self.look_for_former_too()
        self.reset()
        self.look_for_customer(customer, name)

    def _on_customer(self) -> None:
        """The name stands in the field; the line that says whose appointments these are says no more."""
        self._customer = self._of_customer.customer
        self._whose.hide()
        self._search_now()

    def open_word(self) -> None:
        """Look for what contains the words, too."""
        self.text.setText(" ".join(f"*{word.strip('*')}*" for word in self.text.text().split()))
        self._search_now()

    def reset(self) -> None:
        for field in self._optional_fields():
            field.clear()
        for chosen in (*self._resources, self._type, self._status, self._branch):
            chosen.show_key(None)
        self._cancelled.setChecked(False)
        self.look_for_customer(None)

    def _optional_fields(self) -> tuple[OptionalDate | OptionalTime, ...]:
        days = (self._from, self._until, self._modified_from, self._modified_until)
        return (*days, self._begins_from, self._begins_until)

    def _search_now(self) -> None:
        self._typing.stop()
        self.changed.emit()

    def _on_unfold(self, is_open: bool) -> None:
        self._unfold.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self._scroll.setVisible(is_open)


class _SearchLine(QLineEdit):
    downPressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if chord_of(event) in RESULT_KEYS:
            self.downPressed.emit()
        else:
            super().keyPressEvent(event)
