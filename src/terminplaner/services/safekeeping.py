"""Backup and restore of the whole store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from terminplaner.domain.errors import InvalidInputError
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Clock, EpochKeeper, Store, StoreEpoch


@dataclass(frozen=True, slots=True)
class Safekeeping:
    store: Store
    clock: Clock
    epochs: EpochKeeper
    backups: Path

    def backup(self, actor: Actor, target: Path) -> None:
        """Write one consistent file; raise ``InvalidInputError`` where it exists already or cannot be written."""
        self._require(actor)
        if target.exists():
            raise InvalidInputError("file_exists", path=str(target))
        self.store.backup(target)

    def restore(self, actor: Actor, source: Path) -> Path:
        """Replace everything by a backup; return the file the present database was saved to first.

        The profile's epoch is set ahead of the restored one, so that the next sync shows the differences to
        Google before it writes anything.  Raise ``InvalidInputError`` where ``source`` is no backup.
        """
        self._require(actor)
        if not source.is_file():
            raise InvalidInputError("file_unreadable", path=str(source))
        present = self.backups / f"vor-wiederherstellung-{self.clock.now():%Y%m%d-%H%M%S-%f}.sqlite"
        self.store.backup(present)
        self.store.restore(source)
        restored = self._store_epoch()
        known = self.epochs.load()
        number = max(restored.number, known.number if known and known.store_id == restored.store_id else 0)
        self.epochs.save(replace(restored, number=number + 1))
        return present

    def _require(self, actor: Actor) -> None:
        actor.require(Right.MANAGE_SETTINGS)
        with self.store.read() as reader:
            actor.require_valid(reader)

    def _store_epoch(self) -> StoreEpoch:
        with self.store.read() as reader:
            return reader.epoch()
