"""The group "Google Kalender" of Filialverwaltung > Termine: the sync, what leaves the house, the OAuth client."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from terminplaner.domain.chain import MOST_DAYS_BACK, ChainSettings, DeletionPolicy, PrivacyLevel
from terminplaner.domain.errors import InvalidInputError, TerminplanerError
from terminplaner.services.oauth_client import parse_client
from terminplaner.ui.disclosure_box import DisclosureBox
from terminplaner.ui.forms import (
    add_field,
    button,
    form_layout,
    labelled,
    number_field,
    of_first_line,
    set_role,
    small_print,
)
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space


class GoogleSettings(QGroupBox):
    """Its part of ``ChainSettings`` in, the same out."""

    changed = Signal()
    refused = Signal(object)
    """The ``TerminplanerError`` of a client file."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Google Kalender"))
        self._tasks = tasks
        self._client = ""
        self._build()
        self._is_on.toggled.connect(self._on_edited)
        for number in (self._interval, self._look_back):
            number.valueChanged.connect(self._on_edited)
        for box in (self._allow_change, self._allow_deletion, self._free_busy, self._all_day_busy):
            box.toggled.connect(self._on_edited)
        for choice in (self._privacy, self._deletions):
            choice.currentIndexChanged.connect(self._on_edited)
        self._import.clicked.connect(self._on_import)
        self._on_edited()

    def _build(self) -> None:
        self._is_on = QCheckBox(self.tr("Mit &Google Kalender synchronisieren"))
        self._interval = number_field(1, 60)
        self._privacy = QComboBox()
        for level, text in (
            (PrivacyLevel.BUSY, self.tr("Nur „Belegt“")),
            (PrivacyLevel.TYPE, self.tr("Typ des Termins")),
            (PrivacyLevel.INITIALS, self.tr("Typ und Kürzel des Kunden")),
            (PrivacyLevel.NAME, self.tr("Typ und Name des Kunden")),
        ):
            self._privacy.addItem(text, level)
        self._privacy_note = small_print()
        self._deletions = QComboBox()
        for policy, text in (
            (DeletionPolicy.APPLY, self.tr("Termin hier ohne Rückfrage stornieren")),
            (DeletionPolicy.ASK_CUSTOMER, self.tr("Bei Terminen mit Kunden nachfragen")),
            (DeletionPolicy.ASK, self.tr("Immer nachfragen")),
        ):
            self._deletions.addItem(text, policy)
        self._allow_change = QCheckBox(self.tr("dürfen hier ge&ändert werden"))
        self._allow_deletion = QCheckBox(self.tr("dürfen hi&er storniert werden"))
        self._free_busy = QCheckBox(self.tr("Termine, die in Google als &frei gezeigt sind"))
        self._all_day_busy = QCheckBox(self.tr("ga&nztägige Termine aus Google"))
        self._look_back = number_field(0, MOST_DAYS_BACK)
        self._look_back.setSpecialValueText(self.tr("keine"))
        self._client_id = QLineEdit()
        self._client_id.setReadOnly(True)
        self._client_id.setPlaceholderText(self.tr("Noch keine Datei eingelesen"))
        self._import = button(self.tr("A&us Datei einlesen …"))

        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        column.addWidget(self._is_on)
        column.addWidget(
            small_print(
                self.tr(
                    "Ressourcen, die mit einem Google-Kalender verknüpft sind, werden abgeglichen: in beide "
                    "Richtungen oder nur in die, die bei der Ressource gewählt ist. Die Änderung wirkt sofort an "
                    "allen Arbeitsplätzen."
                )
            )
        )
        form = form_layout()
        add_field(form, self.tr("&Intervall (Minuten):"), self._interval)
        add_field(form, self.tr("&Übertragene Angaben:"), self._privacy, self._privacy_note)
        self._disclosure = DisclosureBox()
        form.addRow("", self._disclosure)
        add_field(
            form,
            self.tr("&Löschungen aus Google:"),
            self._deletions,
            self.tr("Stornierte Termine lassen sich 90 Tage lang wiederherstellen."),
        )
        for text, boxes, hint in (
            (
                self.tr("In Google entstandene Termine:"),
                (self._allow_change, self._allow_deletion),
                self.tr("Sonst sind sie hier nur zu lesen und werden im Google-Kalender bearbeitet."),
            ),
            (
                self.tr("Als belegt gelten auch:"),
                (self._free_busy, self._all_day_busy),
                self.tr("Das wirkt sofort, auch für Termine, die schon hier sind."),
            ),
        ):
            for box in boxes:
                box.setAccessibleName(f"{text.rstrip(':,')} {box.text().replace('&', '')}")
            group = _stacked(*boxes, small_print(hint))
            form.addRow(of_first_line(labelled(text, group)), group)
        add_field(
            form,
            self.tr("Vergangene &Tage beim Verknüpfen:"),
            self._look_back,
            self.tr(
                "So viele Tage zurück übernimmt der erste Abgleich einer Verknüpfung Termine aus Google, neben "
                "allen künftigen. Vergangene Termine werden nie in Google geändert."
            ),
        )
        client = QWidget()
        client.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(client)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._client_id, 1)
        row.addWidget(self._import)
        label = add_field(
            form,
            self.tr("Google-&Client-ID:"),
            client,
            self.tr(
                "Mit dieser Datei (OAuth-Client vom Typ „Desktop-App“ aus der Google Cloud Console) weist sich "
                "das Programm bei Google aus. Ihr Geheimnis wird nicht angezeigt."
            ),
        )
        label.setBuddy(self._client_id)
        self._client_id.setAccessibleName(self.tr("Google-Client-ID"))
        column.addLayout(form)

    # -- values

    def show_settings(self, settings: ChainSettings) -> None:
        self._is_on.setChecked(settings.google_sync)
        self._interval.setValue(settings.sync_interval_minutes)
        self._privacy.setCurrentIndex(self._privacy.findData(settings.google_privacy))
        self._deletions.setCurrentIndex(self._deletions.findData(settings.google_deletions))
        self._allow_change.setChecked(settings.google_allow_change)
        self._allow_deletion.setChecked(settings.google_allow_deletion)
        self._free_busy.setChecked(settings.google_free_events_busy)
        self._all_day_busy.setChecked(settings.google_all_day_busy)
        self._look_back.setValue(settings.google_look_back_days)
        self._show_client(settings.google_client)

    def edited(self, settings: ChainSettings) -> ChainSettings:
        """``settings`` with what the fields say."""
        return replace(
            settings,
            google_sync=self._is_on.isChecked(),
            sync_interval_minutes=self._interval.value(),
            google_privacy=PrivacyLevel(self._privacy.currentData()),
            google_deletions=DeletionPolicy(self._deletions.currentData()),
            google_client=self._client,
            google_allow_change=self._allow_change.isChecked(),
            google_allow_deletion=self._allow_deletion.isChecked(),
            google_free_events_busy=self._free_busy.isChecked(),
            google_all_day_busy=self._all_day_busy.isChecked(),
            google_look_back_days=self._look_back.value(),
        )

    def _on_edited(self, *_value: object) -> None:
        level = PrivacyLevel(self._privacy.currentData())
        self._privacy_note.setText(self._explain(level))
        set_role(self._privacy_note, "role", "warning" if level is PrivacyLevel.NAME else "muted")
        self._privacy.setAccessibleDescription(self._explain(level))
        self._disclosure.show_level(level)
        self.changed.emit()

    def _explain(self, level: PrivacyLevel) -> str:
        """What leaves the house (docs/sync.md)."""
        return {
            PrivacyLevel.BUSY: self.tr(
                "Google erfährt nur, wann belegt ist. Texte, Typen und Kommentare bleiben im Haus."
            ),
            PrivacyLevel.TYPE: self.tr(
                "Google erfährt Zeit und Typ, zum Beispiel „Sehtest“. Texte, Kunden und Kommentare bleiben im "
                "Haus."
            ),
            PrivacyLevel.INITIALS: self.tr(
                "Google erfährt Zeit, Typ und Kürzel, zum Beispiel „Sehtest MM“. Namen bleiben im Haus. Bei "
                "Terminen ohne Kunden gehen Text und Kommentar mit."
            ),
            PrivacyLevel.NAME: self.tr(
                "Google erfährt Zeit, Typ und den vollen Namen, zum Beispiel „Sehtest Mustermann, Max“. Das sind "
                "personenbezogene Daten; klären Sie vorher, ob Ihre Kunden zugestimmt haben. Kontaktdaten, Preise "
                "und Befunde gehen nie mit."
            ),
        }[level]

    # -- the OAuth client

    def _on_import(self) -> None:
        dialog = QFileDialog(self, self.tr("OAuth-Client-Datei auswählen"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("OAuth-Client (*.json)"), self.tr("Alle Dateien (*)")])
        dialog.fileSelected.connect(self.import_client)
        dialog.open()

    def import_client(self, path: str) -> None:
        """Read a client file; a wrong one is named and changes nothing."""
        self._tasks.run(lambda: _read_client(Path(path)), self, self._on_client_read, self._on_refused)

    def _on_client_read(self, text: str) -> None:
        self._show_client(text)
        self._on_edited()

    def _show_client(self, text: str) -> None:
        self._client = text
        self._client_id.setText(parse_client(text).client_id if text else "")
        self._client_id.setCursorPosition(0)

    def _on_refused(self, error: TerminplanerError) -> None:
        self.refused.emit(error)


def _stacked(*widgets: QWidget) -> QWidget:
    """Boxes below each other, and the small print that belongs to them."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, Space.XS)
    column.setSpacing(Space.XS)
    for widget in widgets:
        column.addWidget(widget)
    return holder


def _read_client(path: Path) -> str:
    """Raise ``InvalidInputError`` where the file cannot be read or is no OAuth client."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        raise InvalidInputError("client_file_invalid") from None
    parse_client(text)
    return text
