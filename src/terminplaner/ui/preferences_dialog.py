"""The dialog "Einstellungen": how the program looks and speaks, for one user at one workstation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from terminplaner.ui.forms import add_field, button, form_layout, primary_button, small_print
from terminplaner.ui.language import ENGLISH, GERMAN
from terminplaner.ui.preferences import FONT_PERCENTS, Preferences
from terminplaner.ui.theme import Space

_LETTERS = 56
_OWN_NAMES = {GERMAN: "Deutsch", ENGLISH: "English"}
"""A language is called as those call it who speak it."""


class PreferencesDialog(QDialog):
    """Opened with ``open()``."""

    chosen = Signal(object)
    """The ``Preferences`` that differ from those before."""

    def __init__(
        self, preferences: Preferences, fixed_language: str | None = None, parent: QWidget | None = None
    ) -> None:
        """``fixed_language`` (``de`` or ``en``) is spoken whatever is chosen, until the program ends."""
        super().__init__(parent)
        self._before = preferences
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Einstellungen"))
        self._scheme = _choice(
            {
                self.tr("Wie das System"): Qt.ColorScheme.Unknown,
                self.tr("Hell"): Qt.ColorScheme.Light,
                self.tr("Dunkel"): Qt.ColorScheme.Dark,
            },
            preferences.scheme,
        )
        self._font = _choice(
            {self.tr("{number} %").format(number=percent): percent for percent in FONT_PERCENTS},
            preferences.font_percent,
        )
        self._language = _choice({name: code for code, name in _OWN_NAMES.items()}, preferences.language)
        about = small_print(
            self.tr("Gilt für Sie an diesem Arbeitsplatz. Beim Speichern öffnet sich das Fenster neu.")
        )
        about.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        form = form_layout()
        add_field(form, self.tr("&Darstellung:"), self._scheme)
        add_field(form, self.tr("&Schriftgröße:"), self._font)
        add_field(form, self.tr("S&prache:"), self._language, self._why_not_now(fixed_language))
        leave, save = button(self.tr("Abbrechen")), primary_button(self.tr("Speichern"))
        save.setDefault(True)
        leave.clicked.connect(self.reject)
        save.clicked.connect(self._on_save)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        column.setSpacing(Space.L)
        column.addWidget(about)
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(buttons)
        self._scheme.setFocus()

    def _why_not_now(self, fixed_language: str | None) -> str:
        """Empty where the chosen language is spoken at once."""
        if fixed_language is None:
            return ""
        sentence = self.tr(
            "Zurzeit gilt „{language}“, denn das Programm wurde mit „--language {code}“ gestartet. Ihre Wahl "
            "gilt, sobald es ohne diese Angabe startet."
        )
        return sentence.format(language=_OWN_NAMES[fixed_language], code=fixed_language)

    def _on_save(self) -> None:
        wanted = Preferences(self._scheme.currentData(), self._font.currentData(), self._language.currentData())
        self.accept()
        if wanted != self._before:
            self.chosen.emit(wanted)


def _choice(entries: dict[str, object], chosen: object) -> QComboBox:
    field = QComboBox()
    for name, value in entries.items():
        field.addItem(name, value)
        if value == chosen:
            field.setCurrentIndex(field.count() - 1)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return field
