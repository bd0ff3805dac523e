"""One window per profile; the command line is free to run beside it."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from terminplaner.domain.errors import InvalidInputError


class SingleInstance:
    """Held while the window is open; the operating system frees it with the process, however that ends."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path)

    def acquire(self) -> None:
        """Raise ``InvalidInputError``: ``already_running`` while another window of this profile is open,
        ``profile_not_writable`` where this user may not write there.
        """
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise InvalidInputError("already_running") from error
        except OSError as error:
            folder = str(Path(self._lock.lock_file).parent)
            raise InvalidInputError("profile_not_writable", path=folder, reason=error.strerror or "") from error

    def release(self) -> None:
        self._lock.release()
