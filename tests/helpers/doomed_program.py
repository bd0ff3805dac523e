"""A workstation in a process of its own that is killed in the middle of a pass."""

from __future__ import annotations

import base64
import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from helpers.databases import SetClock
from helpers.fuse import Fuse, FusedClients, FusedStore
from helpers.stores import sqlite_store
from helpers.sync_bench import Bench, MemoryEpochs, MemorySecrets, Stopwatch
from terminplaner.services.gate import Gate
from terminplaner.sync.clients import ClientFactory
from terminplaner.sync.endpoints import EndpointSource
from terminplaner.sync.engine import Engine
from terminplaner.sync.throttle import Throttle
from terminplaner.sync.tokens import TokenVault

_KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows ends a process at once for either


class _Explosive(Fuse):
    def burn(self) -> None:
        os.kill(os.getpid(), _KILL)


@dataclass(slots=True)
class DoomedProgram:
    """Started early, because starting takes longer than dying."""

    process: subprocess.Popen[str]

    @classmethod
    def start(cls) -> DoomedProgram:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = (sys.executable, "-m", "helpers.doomed_program")
        return cls(subprocess.Popen(command, stdin=subprocess.PIPE, text=True, env=environment))

    def sync(self, bench: Bench, points: int) -> bool:
        """One pass that ends at that many requests and commits (``Fuse``); whether it was killed in it."""
        secrets = bench.clients.vault.secrets
        assert isinstance(secrets, MemorySecrets)
        job = {
            "folder": str(bench.folder),
            "api_root": bench.google.api_root,
            "revoke_uri": bench.google.revoke_uri,
            "now": bench.clock.now().isoformat(),
            "secrets": {name: base64.b64encode(secret).decode() for name, secret in secrets.content.items()},
            "points": points,
        }
        self.process.communicate(json.dumps(job))
        assert self.process.returncode in (0, -_KILL, _KILL), self.process.returncode
        return self.process.returncode != 0

    def end(self) -> None:
        """Let it go without a job."""
        self.process.communicate("")


def _run(job: dict[str, Any]) -> None:
    folder, clock = Path(job["folder"]), SetClock(datetime.fromisoformat(job["now"]))
    fuse = _Explosive(job["points"])
    store = FusedStore(sqlite_store(folder, clock), fuse)
    vault = TokenVault(
        MemorySecrets({name: base64.b64decode(secret) for name, secret in job["secrets"].items()}), store
    )
    endpoints = EndpointSource(store, folder / "client.json", job["api_root"], job["revoke_uri"])
    clients = FusedClients(ClientFactory(store, vault, endpoints, clock), fuse)
    watch = Stopwatch()
    engine = Engine(
        Gate(store),
        clock,
        clients,
        MemoryEpochs(),
        lambda _account_id: Throttle(lambda _seconds, _spare: 0, watch.sleep, watch.monotonic),
    )
    engine.sync(at_once=True)
    store.close()


if __name__ == "__main__":
    work = sys.stdin.readline()
    if work:
        _run(json.loads(work))
