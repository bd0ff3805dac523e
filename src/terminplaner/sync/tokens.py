"""Refresh tokens under the chain key.

The key (32 bytes) lives in the operating system's keyring, the tokens lie encrypted in the database: every
workstation of the chain that was given the key can sync, and a copied database gives nothing away.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

from cryptography.fernet import Fernet, InvalidToken

from terminplaner.domain.calendar_link import GoogleAccount
from terminplaner.domain.errors import SecretStoreError
from terminplaner.services.ports import SecretStore, Store

_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class TokenVault:
    """Every method raises ``SecretStoreError`` where there is no usable secret store."""

    secrets: SecretStore = field(repr=False)
    store: Store

    def prepare(self) -> None:
        """Make sure that a token could be kept: the secret store answers, and its key is the chain's.

        Creates the key where the chain has no token yet.  Raise ``SecretStoreError`` with code
        ``chain_key_missing`` or ``chain_key_wrong`` where tokens lie in the database that this workstation cannot
        read: a second key would split the chain.
        """
        with self.store.read() as reader:
            accounts = [account for account in reader.list_records(GoogleAccount) if account.encrypted_token]
        if not accounts and self.secrets.load(self._key_name()) is None:
            self.secrets.save(self._key_name(), secrets.token_bytes(_KEY_BYTES))
        self.require_readable(accounts)

    def require_readable(self, accounts: Iterable[GoogleAccount]) -> None:
        """Raise ``SecretStoreError`` (see ``prepare``) unless this workstation's key opens all these tokens."""
        fernet = self._fernet()
        for account in accounts:
            if account.encrypted_token:
                _decrypt(fernet, account.encrypted_token)

    def encrypt(self, token: str) -> bytes:
        return self._fernet().encrypt(token.encode())

    def decrypt(self, encrypted_token: bytes) -> str:
        """Raise ``SecretStoreError`` with code ``chain_key_missing`` or ``chain_key_wrong``."""
        return _decrypt(self._fernet(), encrypted_token)

    def _fernet(self) -> Fernet:
        key = self.secrets.load(self._key_name())
        if key is None:
            raise SecretStoreError("chain_key_missing")
        if len(key) != _KEY_BYTES:
            raise SecretStoreError("chain_key_wrong")
        return Fernet(base64.urlsafe_b64encode(key))

    def _key_name(self) -> str:
        with self.store.read() as reader:
            return f"chain-key-{reader.epoch().store_id}"


def _decrypt(fernet: Fernet, encrypted_token: bytes) -> str:
    try:
        return fernet.decrypt(encrypted_token).decode()
    except InvalidToken:
        raise SecretStoreError("chain_key_wrong") from None
