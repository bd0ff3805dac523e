"""Where this process works: profile, database and Google's addresses, from options and environment variables."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from terminplaner.domain.errors import InvalidInputError
from terminplaner.sync.endpoints import API_ROOT, REVOKE_URI
from terminplaner.system.profile import Profile, default_profile


@dataclass(frozen=True, slots=True)
class Environment:
    """``database_url`` is an SQLAlchemy URL; ``key_file`` None means the operating system's keyring.

    ``language`` None leaves it to what the workstation's user chose.
    """

    profile: Profile
    database_url: str
    client_file: Path | None = None
    api_root: str = API_ROOT
    revoke_uri: str = REVOKE_URI
    key_file: Path | None = None
    language: str | None = None
    is_debug: bool = False

    @classmethod
    def read(
        cls,
        variables: Mapping[str, str],
        *,
        profile: Path | None = None,
        database_url: str | None = None,
        language: str | None = None,
        is_debug: bool = False,
    ) -> Environment:
        """Options win over variables (TERMINPLANER_...), variables over the platform's defaults.

        Raise ``InvalidInputError`` (code ``profile_path_unusable``) where the profile cannot hold the database.
        """
        root = profile or _path(variables, "TERMINPLANER_PROFILE")
        place = Profile(root.absolute()) if root else default_profile()
        return cls(
            profile=place,
            database_url=database_url or variables.get("TERMINPLANER_DATABASE") or _database_in(place),
            client_file=_path(variables, "TERMINPLANER_GOOGLE_CLIENT"),
            api_root=variables.get("TERMINPLANER_GOOGLE_API") or API_ROOT,
            revoke_uri=variables.get("TERMINPLANER_GOOGLE_REVOKE") or REVOKE_URI,
            key_file=_path(variables, "TERMINPLANER_KEY_FILE"),
            language=language,
            is_debug=is_debug,
        )


def require_display(variables: Mapping[str, str]) -> None:
    """Raise ``InvalidInputError`` (code ``no_display``) where Qt would abort for want of a screen."""
    if sys.platform == "linux" and not any(
        variables.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise InvalidInputError("no_display")


def _database_in(profile: Profile) -> str:
    """An SQLAlchemy URL ends the file's path at the first question mark, and knows no way to escape one."""
    if "?" in str(profile.database):
        raise InvalidInputError("profile_path_unusable", path=str(profile.root))
    return f"sqlite:///{profile.database}"


def _path(variables: Mapping[str, str], name: str) -> Path | None:
    text = variables.get(name, "")
    return Path(text) if text else None
