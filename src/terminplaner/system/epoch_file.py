"""The profile's copy of the store's epoch: how a store that was set back is recognized."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

from filelock import FileLock

from terminplaner.domain.errors import StorageError
from terminplaner.services.store_queries import StoreEpoch

_LOCK_SECONDS = 10


class EpochFile:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(f"{path}.lock", timeout=_LOCK_SECONDS)

    def load(self) -> StoreEpoch | None:
        """None where there is no copy yet, or none that can be read: then nothing is known, nothing is claimed."""
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
            return StoreEpoch(UUID(content["store_id"]), int(content["number"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self, epoch: StoreEpoch) -> None:
        """Several programs may do so at once.  The number of one store never goes back: a pass that was under way
        while the store was restored must not make the restore unseen.

        Raise ``StorageError`` (code ``profile_not_writable``).
        """
        try:
            with self._lock:
                known = self.load()
                if known is not None and known.store_id == epoch.store_id and known.number > epoch.number:
                    return
                draft = self._path.with_name(f"{self._path.name}.new")
                content = {"store_id": str(epoch.store_id), "number": epoch.number}
                draft.write_text(json.dumps(content), encoding="utf-8")
                draft.replace(self._path)
        except OSError as error:
            folder = str(self._path.parent)
            raise StorageError("profile_not_writable", path=folder, reason=error.strerror or "") from error
