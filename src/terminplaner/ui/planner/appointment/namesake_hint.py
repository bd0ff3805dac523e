"""Says while a new customer is entered that there is one of that name already."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.people import Customer
from terminplaner.ui.context import Services
from terminplaner.ui.forms import announce, link_button, small_print
from terminplaner.ui.icon_widgets import StateIcon
from terminplaner.ui.plain_text import without_mnemonic
from terminplaner.ui.planner.appointment.customer_wording import told_apart
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space

_LOOK_AFTER_MS = 250


class NamesakeHint(QFrame):
    """Hidden while nobody has the name."""

    chosen = Signal(object)
    """Take this ``Customer``, who is there already, instead of a new one."""

    def __init__(self, services: Services, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._asked = ("", "")
        self.setProperty("role", "banner")
        self.setProperty("tone", "warning")
        icon = StateIcon(18)
        icon.show_icon("warning", "warning")
        self._text = small_print()
        self._links = QVBoxLayout()
        self._links.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addLayout(self._links)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
        row.setSpacing(Space.S)
        row.addWidget(icon)
        row.addLayout(words, 1)
        self._patience = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MS)
        self._patience.timeout.connect(self._look)
        self.hide()

    def look_for(self, last_name: str, first_name: str) -> None:
        """Look who has these names, as soon as nobody types any more."""
        self._asked = (last_name.strip(), first_name.strip())
        if self._asked[0]:
            self._patience.start()
        else:
            self._patience.stop()
            self.hide()

    def _look(self) -> None:
        customers, names = self._services.customers, self._asked
        self._tasks.run(lambda: (names, customers.namesakes(*names)), self, self._on_found, _say_nothing)

    def _on_found(self, answer: tuple[tuple[str, str], tuple[Customer, ...]]) -> None:
        names, found = answer
        if names != self._asked:
            return
        while (item := self._links.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for customer in found:
            told = without_mnemonic(told_apart(customer))
            link = link_button(self.tr("Diesen nehmen: {customer}").format(customer=told))
            link.clicked.connect(partial(self.chosen.emit, customer))
            self._links.addWidget(link)
        self._text.setText(self.tr("Diesen Namen gibt es schon."))
        if found and self.isHidden():
            announce(self, self._text.text())
        self.setVisible(bool(found))


def _say_nothing(_error: TerminplanerError) -> None:
    """A hint that cannot be had is left out."""
