"""Where the chain key lives: the operating system's keyring, or a key file by explicit choice.

Keyring backends fail with exceptions of their own (a Windows entry that is too long raises ``pywintypes.error``,
a locked D-Bus collection something else again), so every failure is caught here and becomes a
``SecretStoreError`` that never carries the secret.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import keyring
from filelock import FileLock
from keyring.errors import NoKeyringError, PasswordDeleteError

from terminplaner.domain.errors import SecretStoreError

_SERVICE = "Terminplaner"
_LOCK_SECONDS = 10

T = TypeVar("T")


class KeyringSecretStore:
    """Secrets in the Credential Manager, Keychain, Secret Service or KWallet."""

    def load(self, name: str) -> bytes | None:
        return _guarded(lambda: _decoded(keyring.get_password(_SERVICE, name)))

    def save(self, name: str, secret: bytes) -> None:
        text = base64.b64encode(secret).decode()
        _guarded(lambda: keyring.set_password(_SERVICE, name, text))
        if self.load(name) != secret:
            raise SecretStoreError("keyring_forgets")

    def remove(self, name: str) -> None:
        if self.load(name) is not None:
            _guarded(lambda: keyring.delete_password(_SERVICE, name))


class KeyFileSecretStore:
    """Secrets in one JSON file of mode 0600, for servers without a keyring."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(f"{path}.lock", timeout=_LOCK_SECONDS)

    def load(self, name: str) -> bytes | None:
        text = self._read().get(name)
        try:
            return _decoded(text)
        except (ValueError, TypeError):
            raise SecretStoreError("key_file_unreadable", path=str(self._path)) from None

    def save(self, name: str, secret: bytes) -> None:
        self._update(name, base64.b64encode(secret).decode())

    def remove(self, name: str) -> None:
        self._update(name, None)

    def _read(self) -> dict[str, str]:
        try:
            content = json.loads(self._path.read_text(encoding="utf-8")) if self._path.exists() else {}
        except (OSError, ValueError) as error:
            raise SecretStoreError("key_file_unreadable", path=str(self._path)) from error
        if not isinstance(content, dict):
            raise SecretStoreError("key_file_unreadable", path=str(self._path))
        return content

    def _update(self, name: str, value: str | None) -> None:
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with self._lock:
                content = self._read()
                if value is None:
                    content.pop(name, None)
                else:
                    content[name] = value
                draft = self._path.with_name(f"{self._path.name}.new")
                descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                    json.dump(content, file)
                    file.flush()
                    os.fsync(file.fileno())  # a rotation goes on only once both keys are safe
                draft.replace(self._path)
        except OSError as error:
            raise SecretStoreError("key_file_unwritable", path=str(self._path)) from error


def _decoded(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text, validate=True)


def _guarded(call: Callable[[], T]) -> T | None:
    try:
        return call()
    except PasswordDeleteError:
        return None
    except NoKeyringError as error:
        raise SecretStoreError("keyring_missing") from error
    except Exception as error:  # noqa: BLE001  (backends raise whatever their platform raises)
        raise SecretStoreError("keyring_failed", reason=type(error).__name__) from None
