"""How somebody wants the program to look and to speak, and how a workstation remembers it for each user."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QSettings, Qt

from terminplaner.ui.language import ENGLISH, GERMAN

FONT_PERCENTS = (90, 100, 110, 125, 150)
"""Sizes of the type that are offered, of the one the system uses."""
_LAST_KEY = "preferences/last"
_SCHEMES = {scheme.name: scheme for scheme in Qt.ColorScheme}


@dataclass(frozen=True, slots=True)
class Preferences:
    """``scheme`` Unknown follows the system between light and dark; ``language`` is ``de`` or ``en``."""

    scheme: Qt.ColorScheme = Qt.ColorScheme.Unknown
    font_percent: int = 100
    language: str = GERMAN


USUAL = Preferences()
"""Of whoever has not chosen."""


@dataclass(frozen=True, slots=True)
class PreferencesMemory:
    """``settings`` belong to the workstation's profile; every user has keys of his own in them."""

    settings: QSettings

    def last(self) -> Preferences:
        """Those of whoever worked here last: they hold until somebody is logged in."""
        return self._read(str(self.settings.value(_LAST_KEY, "")))

    def take_up(self, user_id: UUID) -> Preferences:
        """Those of the user who works here from now on; the usual ones where nothing was chosen yet."""
        self.settings.setValue(_LAST_KEY, str(user_id))
        return self._read(str(user_id))

    def keep(self, user_id: UUID, preferences: Preferences) -> None:
        self.settings.setValue(_key(str(user_id), "scheme"), preferences.scheme.name)
        self.settings.setValue(_key(str(user_id), "font"), preferences.font_percent)
        self.settings.setValue(_key(str(user_id), "language"), preferences.language)

    def _read(self, user: str) -> Preferences:
        """What cannot be read, as after another version of the program, is the usual."""
        scheme = str(self.settings.value(_key(user, "scheme"), ""))
        percent = str(self.settings.value(_key(user, "font"), ""))
        language = str(self.settings.value(_key(user, "language"), ""))
        return Preferences(
            _SCHEMES.get(scheme, USUAL.scheme),
            next((offered for offered in FONT_PERCENTS if str(offered) == percent), USUAL.font_percent),
            language if language in {GERMAN, ENGLISH} else USUAL.language,
        )


def _key(user: str, name: str) -> str:
    return f"preferences/{user}/{name}"
