"""The application object: language, looks, and what becomes of a defect."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from shiboken6 import delete

from terminplaner import __version__
from terminplaner.ui.assets import asset
from terminplaner.ui.collector import GuiThreadCollector
from terminplaner.ui.language import speak
from terminplaner.ui.preferences import USUAL, Preferences
from terminplaner.ui.theme import Appearance

_SWITCH_INTERVAL_SECONDS = 0.001
"""Python's default of 5 ms lets a busy worker delay a repaint by up to 50 ms; this by about 12 ms (measured)."""


def create_application(argv: Sequence[str], preferences: Preferences = USUAL) -> QApplication:
    """The one QApplication of the process, dressed and speaking as ``preferences`` say."""
    voice = QCoreApplication.instance()
    if voice is not None and not isinstance(voice, QApplication):
        delete(voice)  # the command line spoke English with one that cannot have windows
    application = QApplication(list(argv))
    application.setApplicationName("Terminplaner")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("terminplaner")
    application.setWindowIcon(QIcon(str(asset("icons", "terminplaner.svg"))))
    speak(application, preferences.language)
    Appearance(application, preferences.scheme, preferences.font_percent)
    GuiThreadCollector(application)
    sys.setswitchinterval(_SWITCH_INTERVAL_SECONDS)
    return application


def adopt(preferences: Preferences) -> None:
    """Look and speak like this in the windows that are made from now on."""
    application = QApplication.instance()
    if application is None:
        return
    speak(application, preferences.language)
    for appearance in application.findChildren(Appearance):
        appearance.override(preferences.scheme)
        appearance.resize_type(preferences.font_percent)


class DefectNotice(QObject):
    """Tells the person about a defect; ``raise_notice`` may be called in any thread."""

    _raised = Signal(str)

    def __init__(self, logs: str, parent: QObject | None = None) -> None:
        """``logs`` is the folder with the report for support."""
        super().__init__(parent)
        self._logs = logs
        self._box: QMessageBox | None = None
        self._raised.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def raise_notice(self, kind: str) -> None:
        self._raised.emit(kind)

    def _show(self, kind: str) -> None:
        if self._box is not None:  # a defect seldom comes alone; one notice is enough
            return
        window: QWidget | None = QApplication.activeWindow()
        box = QMessageBox(
            QMessageBox.Icon.Critical,
            self.tr("Unerwarteter Fehler"),
            self.tr(
                "Im Programm ist ein unerwarteter Fehler aufgetreten. Gespeicherte Termine sind nicht betroffen; "
                "was Sie gerade getan haben, prüfen Sie bitte noch einmal."
            ),
            QMessageBox.StandardButton.Ok,
            window,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        details = self.tr("Bericht für den Support: {folder} ({kind})")
        box.setInformativeText(details.format(folder=self._logs, kind=kind))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(self._forget)
        self._box = box
        box.open()

    def _forget(self) -> None:
        self._box = None
