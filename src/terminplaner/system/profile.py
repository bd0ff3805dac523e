"""Where this workstation keeps its files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from terminplaner.domain.errors import InvalidInputError


@dataclass(frozen=True, slots=True)
class Profile:
    """The folder for database, window settings, logs and backups."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "terminplaner.sqlite"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def window_settings(self) -> Path:
        return self.root / "window.ini"

    @property
    def epoch(self) -> Path:
        return self.root / "epoch.json"

    @property
    def window_lock(self) -> Path:
        return self.root / "window.lock"

    def create(self) -> None:
        """Make the folders, readable by this user alone; raise ``InvalidInputError`` where that is impossible."""
        try:
            for folder in (self.root, self.backups, self.logs):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise InvalidInputError(
                "profile_not_writable", path=str(self.root), reason=error.strerror or ""
            ) from error


def default_profile() -> Profile:
    """The platform's own place for a program's data."""
    return Profile(Path(platformdirs.user_data_dir("Terminplaner", appauthor=False)))
