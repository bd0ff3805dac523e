"""A workstation that dies at a chosen point: no clean-up runs, as when its process is killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from terminplaner.domain.changes import Author, ChangeSet
from terminplaner.services.ports import Reader, Store, UnitOfWork
from terminplaner.services.store_queries import ForeignChanges, StoreEpoch
from terminplaner.sync.client import CalendarClient
from terminplaner.sync.clients import ClientFactory
from terminplaner.sync.transport import HttpAnswer, Transport


class DiedError(BaseException):
    """No ``Exception``: nothing in the program may take it for a mishap it can handle."""


@dataclass(slots=True)
class Fuse:
    """Burns at the n-th point: before and after each request and each commit.  Afterwards nothing works."""

    points_left: int | None = None
    is_burnt: bool = False

    def pass_point(self) -> None:
        if self.points_left == 0:
            self.burn()
        elif self.points_left is not None:
            self.points_left -= 1
        self.require_life()

    def burn(self) -> None:
        self.is_burnt = True

    def require_life(self) -> None:
        if self.is_burnt:
            raise DiedError


class _FusedWork:
    def __init__(self, work: UnitOfWork, fuse: Fuse) -> None:
        self._work = work
        self._fuse = fuse

    def __getattr__(self, name: str) -> Any:
        return getattr(self._work, name)

    def commit(self) -> ChangeSet | None:
        self._fuse.pass_point()
        change_set = self._work.commit()
        self._fuse.pass_point()
        return change_set


@dataclass(slots=True)
class FusedStore:
    """``services.ports.Store``."""

    store: Store
    fuse: Fuse

    @contextmanager
    def read(self) -> Iterator[Reader]:
        self.fuse.require_life()
        with self.store.read() as reader:
            yield reader

    @contextmanager
    def write(self, author: Author, command: str) -> Iterator[UnitOfWork]:
        self.fuse.require_life()
        with self.store.write(author, command) as work:
            yield _FusedWork(work, self.fuse)  # the rest is delegated

    def acquire_lease(self, link_id: UUID, holder: str, seconds: int) -> int | None:
        self.fuse.require_life()
        return self.store.acquire_lease(link_id, holder, seconds)

    def release_lease(self, link_id: UUID, fence: int) -> None:
        self.fuse.require_life()
        self.store.release_lease(link_id, fence)

    def book_requests(self, account_id: UUID, seconds: float, spare_seconds: float) -> float:
        self.fuse.require_life()
        return self.store.book_requests(account_id, seconds, spare_seconds)

    def backup(self, target: Path) -> None:
        self.store.backup(target)

    def restore(self, source: Path, complete: Callable[[UnitOfWork, StoreEpoch], None] | None = None) -> None:
        self.store.restore(source, complete)

    def wait_for_foreign_changes(self, timeout_seconds: float) -> ForeignChanges | None:
        return self.store.wait_for_foreign_changes(timeout_seconds)

    def close(self) -> None:
        self.store.close()


class _FusedTransport(Transport):
    def __init__(self, fuse: Fuse) -> None:
        super().__init__()
        self._fuse = fuse

    def send(
        self, method: str, url: str, headers: Mapping[str, str] | None = None, body: bytes | str | None = None
    ) -> HttpAnswer:
        self._fuse.pass_point()
        answer = super().send(method, url, headers, body)
        self._fuse.pass_point()
        return answer


@dataclass(slots=True)
class FusedClients:
    """Makes the real clients, on a transport that dies with the workstation."""

    clients: ClientFactory
    fuse: Fuse
    _transports: list[Transport] = field(default_factory=list)

    def __call__(self, account_id: UUID) -> CalendarClient:
        client = self.clients(account_id)
        client.close()
        client._http.transport = _FusedTransport(self.fuse)
        self._transports.append(client._http.transport)
        return client

    def close(self) -> None:
        """What the operating system does for a dead process."""
        while self._transports:
            self._transports.pop().close()
