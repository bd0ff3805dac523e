"""The group "Terminplaner" of Filialverwaltung > Termine: the options of the chain."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGroupBox, QLineEdit, QVBoxLayout, QWidget

from terminplaner.domain.chain import ChainSettings, ColorBy
from terminplaner.ui.forms import add_field, form_layout, small_print
from terminplaner.ui.theme import Space

_INDENT = Space.XL


class PlannerSettings(QGroupBox):
    """Its part of ``ChainSettings`` in, the same out; each box bears the name of its field."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Filialkette"))
        self._chain_name = QLineEdit()
        self._color_by = QComboBox()
        for color_by, text in (
            (ColorBy.TYPE, self.tr("Typ")),
            (ColorBy.STATUS, self.tr("Status")),
            (ColorBy.RESOURCE, self.tr("Ressource")),
        ):
            self._color_by.addItem(text, color_by)
        self._boxes: dict[str, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setSpacing(Space.S)
        form = form_layout()
        add_field(form, self.tr("Name der Filial&kette:"), self._chain_name)
        add_field(form, self.tr("Farbe der Termine nach:"), self._color_by)
        self._color_by.setAccessibleDescription(self._color_by.accessibleName())  # on Linux the name is the choice
        self._column.addLayout(form)
        self._add_boxes()
        self._chain_name.textChanged.connect(self._on_edited)
        self._color_by.currentIndexChanged.connect(self._on_edited)

    def _add_boxes(self) -> None:
        self._add("allow_overbooking", self.tr("Überbuchen von &Ressourcen zulassen"))
        self._add("use_preparation_times", self.tr("V&or- und Nachbearbeitungszeiten verwenden"))
        self._add(
            "preparation_is_for_customer",
            self.tr("Vor- und Nachbearbeitungszeiten beziehen sich auf den Kunden"),
            self.tr("Sie stehen dann auf dem Terminzettel und belegen die Ressource nicht."),
        )
        self._add("require_type", self.tr("Keine Vorauswahl des Typs für neuen Termin"))
        self._add("only_from_templates", self.tr("Termin ausschließlich über Terminvorlage erstellen"))
        self._add("copy_repeatedly", self.tr("Termin kopieren, startet Mehrfachkopie"))
        self._add(
            "only_creator_cancels", self.tr("Termine nur durch den Ersteller oder einen Administrator löschen")
        )
        self._add(
            "preset_user_as_second_resource", self.tr("Vorbelegung der zweiten Ressource mit aktuellem Benutzer")
        )
        self._add(
            "restrict_second_resource",
            self.tr("Auswahl der zweiten Ressource einschränken auf Orts- bzw. Personenressource"),
        )
        self._add("use_waiting_lists", self.tr("Wartelisten verwenden"))
        self._add(
            "show_customer_pop_ups",
            self.tr("PopUp Hinweise zum Kunden beim Bearbeiten von Terminen zeigen"),
        )
        self._add(
            "show_customer_overlay",
            self.tr("Termine des aktuellen Kunden als Overlay im Terminplan einzeichnen"),
            self.tr("Was von ihm nicht im Plan zu sehen ist, steht in einer Zeile darunter."),
        )
        self._add(
            "hide_customer_names",
            self.tr("Kundenname ausblenden"),
            self.tr("Im Plan steht dann die Kundennummer."),
        )
        uses = self._boxes["use_preparation_times"]
        uses.toggled.connect(self._boxes["preparation_is_for_customer"].setEnabled)

    def _add(self, field: str, text: str, hint: str = "") -> None:
        box = QCheckBox(text)
        self._boxes[field] = box
        box.toggled.connect(self._on_edited)
        self._column.addWidget(box)
        if hint:
            note = small_print(hint)
            note.setContentsMargins(_INDENT, 0, 0, 0)
            box.setAccessibleDescription(hint)
            self._column.addWidget(note)

    def show_settings(self, settings: ChainSettings) -> None:
        self._chain_name.setText(settings.chain_name)
        self._color_by.setCurrentIndex(self._color_by.findData(settings.color_by))
        for field, box in self._boxes.items():
            box.setChecked(getattr(settings, field))
        self._boxes["preparation_is_for_customer"].setEnabled(settings.use_preparation_times)

    def edited(self, settings: ChainSettings) -> ChainSettings:
        """``settings`` with what the fields say."""
        ticked: dict[str, Any] = {field: box.isChecked() for field, box in self._boxes.items()}
        named = replace(
            settings,
            chain_name=self._chain_name.text().strip(),
            color_by=ColorBy(self._color_by.currentData()),
        )
        return replace(named, **ticked)

    def _on_edited(self, *_value: object) -> None:
        self.changed.emit()
