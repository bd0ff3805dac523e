"""Filialverwaltung > Termine: what the chain wants of the planner and of the link with Google."""

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

from terminplaner.domain.chain import ChainSettings, DeletionPolicy, PrivacyLevel
from terminplaner.domain.errors import InvalidInputError, TerminplanerError
from terminplaner.services.oauth_client import parse_client
from terminplaner.services.permissions import Right
from terminplaner.ui.context import Services, Session
from terminplaner.ui.forms import (
    Banner,
    add_field,
    button,
    form_layout,
    limit_width,
    number_field,
    scroll_area,
    set_role,
    small_print,
)
from terminplaner.ui.messages import describe
from terminplaner.ui.questions import Question
from terminplaner.ui.save_bar import SaveBar
from terminplaner.ui.tasks import TaskRunner
from terminplaner.ui.theme import Space


class AppointmentSettings(QWidget):
    """A form over ``ChainSettings``; what is saved takes effect at every workstation without a restart."""

    saved = Signal()

    def __init__(
        self, services: Services, session: Session, tasks: TaskRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._session = session
        self._tasks = tasks
        self._stored: ChainSettings | None = None
        self._client = ""
        self._is_loading = False
        self._banner = Banner()
        self._bar = SaveBar()
        self._form = QWidget()
        self._form.setObjectName("page")
        limit_width(self._form, self._bar)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, Space.M, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(self._google_group())
        column.addWidget(self._planner_group())
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._banner)
        outer.addWidget(scroll_area(self._form), 1)
        outer.addWidget(self._bar)
        self._form.setEnabled(False)
        self._connect()

    # -- building

    def _google_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Google Kalender"))
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
        self._client_id = QLineEdit()
        self._client_id.setReadOnly(True)
        self._client_id.setPlaceholderText(self.tr("Noch keine Datei eingelesen"))
        self._import = button(self.tr("Aus &Datei einlesen …"))

        column = QVBoxLayout(group)
        column.setSpacing(Space.M)
        column.addWidget(self._is_on)
        column.addWidget(
            small_print(
                self.tr(
                    "Ressourcen, die mit einem Google-Kalender verknüpft sind, werden in beiden Richtungen "
                    "abgeglichen. Die Änderung wirkt sofort an allen Arbeitsplätzen."
                )
            )
        )
        form = form_layout()
        add_field(form, self.tr("&Intervall (Minuten):"), self._interval)
        add_field(form, self.tr("&Übertragene Angaben:"), self._privacy, self._privacy_note)
        add_field(
            form,
            self.tr("&Löschungen aus Google:"),
            self._deletions,
            self.tr("Stornierte Termine lassen sich 90 Tage lang wiederherstellen."),
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
        return group

    def _planner_group(self) -> QGroupBox:
        group = QGroupBox(self.tr("Filialkette"))
        self._chain_name = QLineEdit()
        self._overbooking = QCheckBox(self.tr("Ü&berbuchen von Ressourcen zulassen"))
        self._preparation = QCheckBox(self.tr("V&or- und Nachbearbeitungszeiten verwenden"))
        column = QVBoxLayout(group)
        column.setSpacing(Space.S)
        form = form_layout()
        add_field(form, self.tr("Name der Filial&kette:"), self._chain_name)
        column.addLayout(form)
        column.addWidget(self._overbooking)
        column.addWidget(self._preparation)
        return group

    def _connect(self) -> None:
        for box in (self._is_on, self._overbooking, self._preparation):
            box.toggled.connect(self._on_edited)
        self._chain_name.textChanged.connect(self._on_edited)
        self._interval.valueChanged.connect(self._on_edited)
        for choice in (self._privacy, self._deletions):
            choice.currentIndexChanged.connect(self._on_edited)
        self._import.clicked.connect(self._on_import)
        self._bar.saveRequested.connect(self._on_save)
        self._bar.discardRequested.connect(self._on_discard)

    # -- loading and editing

    def reload(self) -> None:
        """Read the settings again; what somebody is typing here stays."""
        self._tasks.run(self._services.settings.load, self, self._on_loaded)

    @property
    def is_dirty(self) -> bool:
        return self._stored is not None and self._edited(self._stored) != self._stored

    def _on_loaded(self, settings: ChainSettings) -> None:
        if self.is_dirty and self._stored is not None and settings.revision != self._stored.revision:
            self._banner.show_message(
                self.tr(
                    "Die Einstellungen wurden an einem anderen Arbeitsplatz geändert. Mit „Verwerfen“ sehen Sie "
                    "den neuen Stand."
                ),
                "warning",
            )
            return
        if not self.is_dirty and settings != self._stored:  # filling would wipe "Gespeichert" for nothing
            self._fill(settings)

    def _fill(self, settings: ChainSettings) -> None:
        self._is_loading = True
        self._stored = settings
        self._chain_name.setText(settings.chain_name)
        self._is_on.setChecked(settings.google_sync)
        self._interval.setValue(settings.sync_interval_minutes)
        self._privacy.setCurrentIndex(self._privacy.findData(settings.google_privacy))
        self._deletions.setCurrentIndex(self._deletions.findData(settings.google_deletions))
        self._overbooking.setChecked(settings.allow_overbooking)
        self._preparation.setChecked(settings.use_preparation_times)
        self._show_client(settings.google_client)
        self._form.setEnabled(self._session.actor.has(Right.MANAGE_SETTINGS))
        self._is_loading = False
        self._on_edited()

    def _edited(self, settings: ChainSettings) -> ChainSettings:
        return replace(
            settings,
            chain_name=self._chain_name.text().strip(),
            google_sync=self._is_on.isChecked(),
            sync_interval_minutes=self._interval.value(),
            google_privacy=PrivacyLevel(self._privacy.currentData()),
            google_deletions=DeletionPolicy(self._deletions.currentData()),
            allow_overbooking=self._overbooking.isChecked(),
            use_preparation_times=self._preparation.isChecked(),
            google_client=self._client,
        )

    def _on_edited(self) -> None:
        if self._is_loading:
            return
        level = PrivacyLevel(self._privacy.currentData())
        self._privacy_note.setText(self._explain(level))
        set_role(self._privacy_note, "role", "warning" if level is PrivacyLevel.NAME else "muted")
        self._privacy.setAccessibleDescription(self._explain(level))
        self._bar.set_dirty(is_dirty=self.is_dirty)

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
        self._tasks.run(lambda: _read_client(Path(path)), self, self._on_client_read, self._show_error)

    def _on_client_read(self, text: str) -> None:
        self._banner.close_message()
        self._show_client(text)
        self._on_edited()

    def _show_client(self, text: str) -> None:
        self._client = text
        self._client_id.setText(parse_client(text).client_id if text else "")
        self._client_id.setCursorPosition(0)

    # -- saving

    def _on_save(self) -> None:
        stored = self._stored
        if stored is None:
            return
        wanted = self._edited(stored)
        if wanted.google_privacy is PrivacyLevel.NAME and stored.google_privacy is not PrivacyLevel.NAME:
            self._confirm_names(wanted)
        else:
            self._save(wanted)

    def _confirm_names(self, wanted: ChainSettings) -> None:
        question = Question(
            self.tr("Kundennamen an Google übertragen?"),
            self.tr(
                "Ab jetzt stehen Vor- und Nachnamen Ihrer Kunden in den verknüpften Google-Kalendern, auch bei "
                "allen künftigen Terminen, die schon eingetragen sind."
            ),
            self,
            self.tr("Dafür brauchen Sie die Einwilligung Ihrer Kunden."),
        )
        question.add_dismissal(self.tr("Abbrechen"), is_default=True)
        question.add_answer(self.tr("Namen übertragen")).clicked.connect(lambda: self._save(wanted))
        question.open()

    def _save(self, wanted: ChainSettings) -> None:
        self._bar.show_saving()
        self._banner.close_message()
        self._tasks.run(
            lambda: self._services.settings.save(self._session.actor, wanted),
            self,
            self._on_saved,
            self._on_refused,
        )

    def _on_saved(self, settings: ChainSettings) -> None:
        self._fill(settings)
        self._bar.show_saved()
        self.saved.emit()

    def _on_refused(self, error: TerminplanerError) -> None:
        self._show_error(error)
        self._bar.set_dirty(is_dirty=self.is_dirty)

    def _on_discard(self) -> None:
        self._banner.close_message()
        if self._stored is not None:
            self._fill(self._stored)
        self.reload()

    def _show_error(self, error: TerminplanerError) -> None:
        self._banner.show_message(describe(error))


def _read_client(path: Path) -> str:
    """Raise ``InvalidInputError`` where the file cannot be read or is no OAuth client."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        raise InvalidInputError("client_file_invalid") from None
    parse_client(text)
    return text
