"""Giving the chain key to another workstation, and replacing it."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import dataclass
from pathlib import Path

from terminplaner.domain.errors import InvalidInputError
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Store
from terminplaner.services.secret_ports import KeyVault


@dataclass(frozen=True, slots=True)
class ChainKey:
    """Every method raises ``PermissionDeniedError`` for who may not manage settings, or may not any more, and what
    ``KeyVault`` lists.

    An exported file has the form of a key file, so a server may use it as such.
    """

    store: Store
    vault: KeyVault

    def rotate(self, actor: Actor) -> None:
        """Put the chain under a new key; the other workstations need it before they can sync again."""
        self._require(actor)
        self.vault.rotate()

    def export(self, actor: Actor, target: Path) -> None:
        """Write the key into a new file that only its owner can read.

        Raise ``InvalidInputError`` with code ``file_exists`` or ``file_not_writable``.
        """
        self._require(actor)
        entry = {self.vault.key_name(): base64.b64encode(self.vault.export_key()).decode()}
        try:
            descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(entry, file)
        except FileExistsError:
            raise InvalidInputError("file_exists", path=str(target)) from None
        except OSError as error:
            raise InvalidInputError("file_not_writable", path=str(target)) from error

    def import_(self, actor: Actor, source: Path) -> None:
        """Take the key from a file another workstation wrote.

        Raise ``InvalidInputError`` with code ``file_unreadable``, ``not_a_key_file`` or ``key_of_another_chain``.
        """
        self._require(actor)
        try:
            entries = json.loads(source.read_bytes())
            keys = {name: base64.b64decode(text, validate=True) for name, text in entries.items()}
        except OSError as error:
            raise InvalidInputError("file_unreadable", path=str(source)) from error
        except (ValueError, TypeError, AttributeError, RecursionError):
            # Not chained: the error of a parser holds what it parsed.
            raise InvalidInputError("not_a_key_file", path=str(source)) from None
        key = keys.get(self.vault.key_name())
        if key is None:
            raise InvalidInputError("key_of_another_chain", path=str(source))
        self.vault.import_key(key)

    def _require(self, actor: Actor) -> None:
        actor.require(Right.MANAGE_SETTINGS)
        with self.store.read() as reader:
            actor.require_valid(reader)
