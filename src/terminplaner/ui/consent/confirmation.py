"""The dialog "Bestätigung", and the browser's turn."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from terminplaner.domain.chain import PrivacyLevel
from terminplaner.domain.resource import Resource, SyncDirection
from terminplaner.ui.consent.step import StepDialog
from terminplaner.ui.disclosure_box import DisclosureBox
from terminplaner.ui.forms import button, danger_button, labelled, paragraph, primary_button, small_print


class ConfirmationDialog(StepDialog):
    """Explains what is about to happen before a browser opens."""

    startRequested = Signal()
    revokeRequested = Signal()

    def __init__(self, resource: Resource, parent: QWidget) -> None:
        super().__init__(self.tr("Bestätigung"), parent)
        purpose = {
            SyncDirection.BOTH: self.tr(
                "Damit die Termine von „{resource}“ in beide Richtungen gleich bleiben, braucht der "
                "Terminplaner Zugriff auf einen Ihrer Google-Kalender."
            ),
            SyncDirection.TO_GOOGLE: self.tr(
                "Damit die Termine von „{resource}“ in Google zu sehen sind, braucht der Terminplaner Zugriff "
                "auf einen Ihrer Google-Kalender."
            ),
            SyncDirection.FROM_GOOGLE: self.tr(
                "Damit Termine aus Google bei „{resource}“ zu sehen sind, braucht der Terminplaner Zugriff auf "
                "einen Ihrer Google-Kalender."
            ),
        }[resource.sync_direction]
        self._direction = resource.sync_direction
        for text in (
            purpose.format(resource=resource.name),
            self.tr(
                "Möchten Sie jetzt die Freigabe-Webseite von Google öffnen? Melden Sie sich dort mit dem "
                "gewünschten Konto an, und setzen Sie beide Haken."
            ),
        ):
            self.content.addWidget(paragraph(text))
        self.content.addWidget(
            small_print(
                self.tr(
                    "Verknüpft wird immer ein zusätzlicher Kalender, nie Ihr Hauptkalender. Die Zustimmung können "
                    "Sie hier jederzeit zurückziehen."
                )
            )
        )
        self._disclosure = DisclosureBox()
        self._disclosure.hide()
        self.content.addWidget(self._disclosure)
        self.content.addStretch(1)
        self._revoke = danger_button(self.tr("Bestehende Zustimmung zurückziehen"))
        self.allow_revoking(has_consent=False)
        start = primary_button(self.tr("Freigabe starten"))
        cancel = button(self.tr("Abbrechen"))
        self.add_button(self._revoke, is_locked=False)
        self.buttons.addStretch(1)
        self.add_button(cancel, is_locked=False)
        self.add_button(start, is_default=True)
        start.clicked.connect(lambda _checked=False: self.startRequested.emit())
        cancel.clicked.connect(self.reject)
        self._revoke.clicked.connect(self.revokeRequested)

    def show_level(self, level: PrivacyLevel) -> None:
        """Let people look what would leave."""
        self._disclosure.show_level(level, self._direction)
        self._disclosure.show()

    def allow_revoking(self, has_consent: bool) -> None:
        """Whether there is a consent to withdraw."""
        self._revoke.setEnabled(has_consent)
        self._revoke.setToolTip(
            "" if has_consent else self.tr("Für diese Ressource gibt es noch keine Zustimmung.")
        )


class BrowserDialog(StepDialog):
    """Waits for the person to come back from the browser."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("Freigabe im Browser"), parent)
        self._text = paragraph(self.tr("Die Freigabe-Webseite von Google wird geöffnet …"))
        self._address = QLineEdit()
        self._address.setReadOnly(True)
        self._address_label = labelled(self.tr("Adresse:"), self._address)
        self._hint = small_print(
            self.tr("Kein Browser zu sehen? Kopieren Sie die Adresse in einen Browser an diesem Rechner.")
        )
        for widget in (self._text, self._hint, self._address_label, self._address):
            self.content.addWidget(widget)
        self.content.addStretch(1)
        self._copy = button(self.tr("Adresse kopieren"))
        cancel = button(self.tr("Abbrechen"))
        self.buttons.addStretch(1)
        self.add_button(cancel, is_locked=False)
        self.add_button(self._copy, is_locked=False)
        self._copy.setEnabled(False)
        self._copy.clicked.connect(self._on_copy)
        cancel.clicked.connect(self.reject)
        cancel.setFocus()

    def open_address(self, address: str) -> None:
        """Open the consent's address in the system's browser; show it, should that fail."""
        self._address.setText(address)
        self._address.setCursorPosition(0)
        self._copy.setEnabled(True)
        if QDesktopServices.openUrl(QUrl(address)):
            self._text.setText(
                self.tr(
                    "Bitte melden Sie sich im Browser bei Google an, setzen Sie beide Haken, und bestätigen Sie "
                    "mit „Weiter“. Hier geht es dann von selbst weiter."
                )
            )
        else:
            self._text.setText(
                self.tr(
                    "Es ließ sich kein Browser öffnen. Bitte kopieren Sie die Adresse, und öffnen Sie sie an "
                    "diesem Rechner in einem Browser."
                )
            )
            self._hint.hide()
            self._copy.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address.text())
        self.show_message(self.tr("Die Adresse ist kopiert."), "success")


class RevokeDialog(StepDialog):
    """Names whose link ends with the consent, before it is withdrawn."""

    revokeConfirmed = Signal()

    def __init__(self, resource: Resource, affected: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(self.tr("Zustimmung zurückziehen"), parent)
        others = [name for name in affected if name != resource.name]
        text = self.tr(
            "Der Terminplaner verliert den Zugriff auf das Google-Konto hinter „{resource}“; die Verknüpfung "
            "endet."
        ).format(resource=resource.name)
        self.content.addWidget(paragraph(text))
        if others:
            names = self.tr("Dasselbe Konto benutzen auch: {names}. Auch deren Verknüpfung endet.").format(
                names=", ".join(others)
            )
            self.content.addWidget(paragraph(names))
        self.content.addWidget(small_print(self.tr("Alle Termine bleiben erhalten, hier und im Google-Kalender.")))
        self.content.addStretch(1)
        revoke = danger_button(self.tr("Zustimmung zurückziehen"))
        cancel = button(self.tr("Abbrechen"))
        self.buttons.addStretch(1)
        self.add_button(revoke)
        self.add_button(cancel, is_default=True, is_locked=False)
        revoke.clicked.connect(self.revokeConfirmed)
        cancel.clicked.connect(self.reject)
