"""The program's language.  QtCore only, because the command line speaks it as well."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from terminplaner.ui.assets import asset

GERMAN, ENGLISH = "de", "en"
_SPOKEN = "spokenLanguage"


def speak(application: QCoreApplication, language: str) -> None:
    """Have ``application`` speak ``language`` (``de`` or ``en``) from now on; windows that are there keep theirs.

    Sentences of ours are German by themselves; Qt's own (buttons, file dialog) come from its catalogues.
    """
    if application.property(_SPOKEN) == language:
        return
    application.setProperty(_SPOKEN, language)
    for former in application.findChildren(QTranslator):
        application.removeTranslator(former)
        former.deleteLater()
    QLocale.setDefault(QLocale(QLocale.Language.English if language == ENGLISH else QLocale.Language.German))
    for catalogue, folder in (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"terminplaner_{language}", str(asset("translations"))),
    ):
        translator = QTranslator(application)
        if translator.load(catalogue, folder):
            application.installTranslator(translator)
