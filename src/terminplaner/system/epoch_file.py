"""The profile's copy of the store's epoch: how a store that was set back is recognized."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

from terminplaner.services.ports import StoreEpoch


class EpochFile:
    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> StoreEpoch | None:
        """None where there is no copy yet, or none that can be read: then nothing is known, nothing is claimed."""
        try:
            content = json.loads(self._path.read_text(encoding="utf-8"))
            return StoreEpoch(UUID(content["store_id"]), int(content["number"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self, epoch: StoreEpoch) -> None:
        draft = self._path.with_name(f"{self._path.name}.new")
        draft.write_text(json.dumps({"store_id": str(epoch.store_id), "number": epoch.number}), encoding="utf-8")
        draft.replace(self._path)
