"""What the first sync would move, shown before anything is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from terminplaner.domain.chain import PrivacyLevel
from terminplaner.domain.errors import TerminplanerError
from terminplaner.domain.resource import Resource
from terminplaner.services.google_ports import Grant, LinkPreview, RemoteCalendar
from terminplaner.ui.consent.account_notice import add_account_notice
from terminplaner.ui.consent.step import StepDialog
from terminplaner.ui.disclosure_box import DisclosureBox
from terminplaner.ui.forms import button, form_layout, paragraph, primary_button, small_print
from terminplaner.ui.messages import describe
from terminplaner.ui.plain_text import plain_label


class PreviewDialog(StepDialog):
    """Three numbers and the last "yes"."""

    linkConfirmed = Signal()
    retryRequested = Signal()

    def __init__(self, resource: Resource, grant: Grant, calendar: RemoteCalendar, parent: QWidget) -> None:
        super().__init__(self.tr("Verknüpfung prüfen"), parent)
        self._is_known = False
        self.content.addWidget(
            paragraph(
                self.tr("„{resource}“ wird mit dem Google-Kalender „{calendar}“ verknüpft.").format(
                    resource=resource.name, calendar=calendar.name
                )
            )
        )
        add_account_notice(self.content, resource, grant)
        form = form_layout()
        self._numbers = tuple(
            _add_number(form, text)
            for text in (
                self.tr("Auf beiden Seiten gleich, werden übernommen:"),
                self.tr("Aus Google in den Terminplaner importiert:"),
                self.tr("Vom Terminplaner nach Google übertragen:"),
            )
        )
        self.content.addLayout(form)
        self.content.addWidget(
            small_print(self.tr("Noch ist nichts geändert. Vergangene Termine bleiben, wie sie sind."))
        )
        self._disclosure = DisclosureBox()
        self._disclosure.hide()
        self._direction = resource.sync_direction
        self.content.addWidget(self._disclosure)
        self.content.addStretch(1)
        self._link = primary_button(self.tr("Verknüpfen"))
        self._retry = button(self.tr("Erneut prüfen"))
        cancel = button(self.tr("Abbrechen"))
        self.buttons.addStretch(1)
        self.add_button(cancel, is_locked=False)
        self.add_button(self._retry)
        self.add_button(self._link, is_default=True)
        self._retry.hide()
        self._link.clicked.connect(self.linkConfirmed)
        self._retry.clicked.connect(self.retryRequested)
        cancel.clicked.connect(self.reject)

    def show_level(self, level: PrivacyLevel) -> None:
        """Let people look what would leave."""
        self._disclosure.show_level(level, self._direction)
        self._disclosure.show()

    def show_preview(self, preview: LinkPreview) -> None:
        for label, number in zip(self._numbers, (preview.adopted, preview.imported, preview.to_push), strict=True):
            label.setText(str(number))
            label.setAccessibleName(f"{label.accessibleName()}: {number}")
        self._is_known = True
        self._retry.hide()
        self._link.show()

    def show_no_preview(self, error: TerminplanerError) -> None:
        """Without the numbers nobody can say yes."""
        self.show_message(describe(error), "danger")
        self._link.hide()
        self._retry.show()

    def set_locked(self, is_locked: bool) -> None:
        super().set_locked(is_locked)
        self._link.setEnabled(self._is_known and not is_locked)
        if not is_locked:
            (self._link if self._is_known else self._retry).setFocus()


def _add_number(form: QFormLayout, text: str) -> QLabel:
    number = plain_label("…")
    number.setAlignment(Qt.AlignmentFlag.AlignRight)
    number.setAccessibleName(text.rstrip(":"))
    form.addRow(text, number)
    return number
