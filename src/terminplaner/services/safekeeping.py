"""Backup and restore of the whole store."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from terminplaner.domain.errors import InvalidInputError
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Clock, Store, UnitOfWork
from terminplaner.services.restored_links import hold_for_restore
from terminplaner.services.store_queries import StoreEpoch


@dataclass(frozen=True, slots=True)
class Safekeeping:
    store: Store
    clock: Clock
    backups: Path

    def backup(self, actor: Actor, target: Path) -> None:
        """Write one consistent file; raise ``InvalidInputError`` where it exists already or cannot be written."""
        self._require(actor)
        if target.exists():
            raise InvalidInputError("file_exists", path=str(target))
        self.store.backup(target)

    def restore(self, actor: Actor, source: Path) -> Path:
        """Replace everything by a backup; return the file the present database was saved to first.

        In the same transaction each link is held, so that the next sync, from whichever workstation, shows the
        differences to Google before it writes anything.  Raise ``InvalidInputError`` where ``source`` is no
        backup.
        """
        self._require(actor)
        if not source.is_file():
            raise InvalidInputError("file_unreadable", path=str(source))
        present = self.backups / f"vor-wiederherstellung-{self.clock.now():%Y%m%d-%H%M%S-%f}.sqlite"
        self.store.backup(present)

        def complete(work: UnitOfWork, before: StoreEpoch) -> None:
            hold_for_restore(work, self.clock.now())
            work.advance_epoch(before.number)  # no profile that knew this store is ahead of it

        self.store.restore(source, complete)
        return present

    def _require(self, actor: Actor) -> None:
        actor.require(Right.MANAGE_SETTINGS)
        with self.store.read() as reader:
            actor.require_valid(reader)
