""" "Was wird übertragen?": which part of an appointment stands where in Google, folded until somebody asks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from terminplaner.domain.chain import PrivacyLevel
from terminplaner.domain.outgoing import Datum, Place, disclosures
from terminplaner.domain.resource import SyncDirection
from terminplaner.ui.forms import small_print
from terminplaner.ui.plain_text import plain_label
from terminplaner.ui.theme import Space


class DisclosureBox(QWidget):
    """A button that unfolds a small table, made of the same rule that sends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unfold = QToolButton()
        self._unfold.setText(self.tr("Was wird übertragen?"))
        self._unfold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._unfold.setAutoRaise(True)
        self._unfold.setCheckable(True)
        self._unfold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._unfold.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._unfold.toggled.connect(self._on_toggled)
        self._content = QWidget()
        inner = QVBoxLayout(self._content)
        inner.setContentsMargins(Space.L, 0, 0, 0)
        inner.setSpacing(Space.S)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(2, 1)
        self._cells = self._build_table()
        self._note = small_print()
        inner.addWidget(self._table)
        inner.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._content)
        self._on_toggled(False)

    def show_level(self, level: PrivacyLevel, direction: SyncDirection = SyncDirection.BOTH) -> None:
        """What leaves at ``level`` on a link of ``direction``."""
        if direction is SyncDirection.FROM_GOOGLE:
            self._table.hide()
            self._note.setText(
                self.tr("Nichts: Diese Ressource übernimmt Termine nur aus Google, von hier geht nichts dorthin.")
            )
            return
        self._table.show()
        for found in disclosures(level):
            for case, place in enumerate((found.with_customer, found.without_customer)):
                name, label = self._cells[found.datum, case]
                label.setText(self._name_of_place(place))
                label.setAccessibleName(f"{name}: {label.text()}")
        self._note.setText(
            self.tr(
                "Termine, die in Google entstanden sind, behalten dort Titel und Beschreibung. Preise, Befunde "
                "und Kontaktdaten gehen nie mit. Für die Ressource steht der Kalender selbst."
            )
        )

    def _build_table(self) -> dict[tuple[Datum, int], tuple[str, QLabel]]:
        """The cells by datum and case (with a customer, without), each with what a screen reader calls it."""
        for column, text in enumerate((self.tr("Mit Kunde"), self.tr("Ohne Kunde")), start=1):
            head = plain_label(text)
            head.setProperty("role", "muted")
            self._grid.addWidget(head, 0, column)
        cases = (self.tr("mit Kunde"), self.tr("ohne Kunde"))
        cells = {}
        for row, datum in enumerate(Datum, start=1):
            self._grid.addWidget(plain_label(self._name_of(datum)), row, 0)
            for case, words in enumerate(cases):
                label = plain_label()
                self._grid.addWidget(label, row, case + 1)
                cells[datum, case] = (f"{self._name_of(datum)}, {words}", label)
        return cells

    def _name_of(self, datum: Datum) -> str:
        return {
            Datum.RESOURCE: self.tr("Ressource"),
            Datum.CUSTOMER: self.tr("Kunde"),
            Datum.TEXT: self.tr("Text"),
            Datum.TYPE: self.tr("Typ"),
            Datum.STATUS: self.tr("Status"),
            Datum.TIMES: self.tr("Zeiten"),
            Datum.COMMENT: self.tr("Kommentar"),
        }[datum]

    def _name_of_place(self, place: Place) -> str:
        return {
            Place.NOWHERE: self.tr("bleibt hier"),
            Place.TITLE: self.tr("im Titel"),
            Place.TITLE_AS_INITIALS: self.tr("nur das Kürzel, im Titel"),
            Place.TITLE_AS_NAME: self.tr("Nachname und Vorname, im Titel"),
            Place.DESCRIPTION: self.tr("in der Beschreibung"),
            Place.TIMES: self.tr("als Beginn und Ende"),
        }[place]

    def _on_toggled(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        self._unfold.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
