"""The filter of "Ressourcen suchen"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from terminplaner.domain.chain import Branch
from terminplaner.services.resource_rows import ResourceFilter
from terminplaner.ui.choice_field import Choice, ChoiceField, choices_of
from terminplaner.ui.forms import add_clear_button, button, labelled
from terminplaner.ui.theme import Space


class ResourceSearch(QWidget):
    """Four criteria; Return in the text field searches as "Suchen" does."""

    searched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Ressourcen suchen"))
        self._name = QLineEdit()
        add_clear_button(self._name)
        self._visibility = ChoiceField()
        self._hidden = QCheckBox(self.tr("&Nicht-Sichtbare anzeigen"))
        self._place = ChoiceField()
        search = button(self.tr("Su&chen"))
        reset = button(self.tr("&Felder vorbelegen"), self.tr("Setzt die Suche auf den Anfang zurück"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.S)
        grid.addWidget(labelled(self.tr("Be&zeichnung:"), self._name), 0, 0)
        grid.addWidget(self._name, 0, 1)
        grid.addWidget(labelled(self.tr("S&ichtbarkeit:"), self._visibility), 0, 2)
        grid.addWidget(self._visibility, 0, 3)
        grid.addWidget(self._hidden, 1, 1)
        grid.addWidget(labelled(self.tr("&Ortsressource:"), self._place), 1, 2)
        grid.addWidget(self._place, 1, 3)
        grid.addWidget(search, 0, 4)
        grid.addWidget(reset, 1, 4)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 2)
        for first, second in (
            (self._name, self._visibility),
            (self._visibility, self._hidden),
            (self._hidden, self._place),
            (self._place, search),
            (search, reset),
        ):
            QWidget.setTabOrder(first, second)
        self.show_branches(())
        search.clicked.connect(self.searched)
        reset.clicked.connect(self._on_reset)
        self._name.returnPressed.connect(self.searched)
        self._hidden.toggled.connect(self.searched)
        self._visibility.activated.connect(self.searched)
        self._place.activated.connect(self.searched)

    def show_branches(self, branches: tuple[Branch, ...]) -> None:
        """Offer these branches, keeping what is chosen."""
        for field in (self._visibility, self._place):
            field.offer([Choice(None, self.tr("Alle")), *choices_of(branches)])

    @property
    def criteria(self) -> ResourceFilter:
        return ResourceFilter(
            self._name.text().strip(),
            self._visibility.key,
            self._hidden.isChecked(),
            self._place.key,
        )

    def _on_reset(self) -> None:
        self._name.clear()
        self._visibility.setCurrentIndex(0)
        self._place.setCurrentIndex(0)
        was_shown = self._hidden.isChecked()
        self._hidden.setChecked(False)  # which searches by itself
        if not was_shown:
            self.searched.emit()
