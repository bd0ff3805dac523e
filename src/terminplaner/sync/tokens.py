"""Refresh tokens under the chain key.

The key (32 bytes) lives in the operating system's keyring, the tokens lie encrypted in the database: every
workstation of the chain that was given the key can sync, and a copied database gives nothing away.

While a key is rotated its entry holds the new key and behind it those before; the first one encrypts, all of them
decrypt.  So whatever moment a crash takes, this workstation still reads every token.
"""

from __future__ import annotations

import base64
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from terminplaner.domain.calendar_link import GoogleAccount
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import SecretStoreError
from terminplaner.services.ports import Reader, Store
from terminplaner.services.secret_ports import SecretStore

_KEY_BYTES = 32
_ROTATOR = Author("key", Origin.SYSTEM)


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
            accounts = _accounts_with_token(reader)
        if not accounts:
            self._create_key()
        self.require_readable(accounts)

    def require_readable(self, accounts: Iterable[GoogleAccount]) -> None:
        """Raise ``SecretStoreError`` (see ``prepare``) unless this workstation's key opens all these tokens."""
        _require_readable(_fernet(self._load()), accounts)

    def encrypt(self, token: str) -> bytes:
        return _fernet(self._load()).encrypt(token.encode())

    def decrypt(self, encrypted_token: bytes) -> str:
        """Raise ``SecretStoreError`` with code ``chain_key_missing`` or ``chain_key_wrong``."""
        return _decrypt(_fernet(self._load()), encrypted_token)

    def rotate(self) -> None:
        """Put every token under a new key.

        Interrupted, it is begun again and finishes.  Workstations that have only the old key meet
        ``chain_key_wrong`` from then on and change nothing until they are given the new one.  Raise
        ``SecretStoreError`` with code ``chain_key_missing`` or ``chain_key_wrong``, and change nothing, where this
        workstation does not read every token itself.
        """
        name, present = self.key_name(), self._load()
        with self.store.read() as reader:
            _require_readable(_fernet(present), _accounts_with_token(reader))
        keys = secrets.token_bytes(_KEY_BYTES) + present
        self.secrets.save(name, keys)
        while not self._retired_old_keys(name, keys):
            self._rewrap(keys)

    def export_key(self) -> bytes:
        """What another workstation needs to read every token.  Raise as ``prepare``, but create no key."""
        with self.store.read() as reader:
            self.require_readable(_accounts_with_token(reader))
        return self._load()

    def import_key(self, key: bytes) -> None:
        """Take the key of another workstation of the chain in place of the present one.

        Raise ``SecretStoreError`` (code ``chain_key_wrong``), and change nothing, where it does not open every
        token of the chain.
        """
        with self.store.read() as reader:
            _require_readable(_fernet(key), _accounts_with_token(reader))
        self.secrets.save(self.key_name(), key)

    def key_name(self) -> str:
        """The entry of this chain's key in any secret store."""
        with self.store.read() as reader:
            return f"chain-key-{reader.epoch().store_id}"

    def _create_key(self) -> None:
        """Give a chain without any token its key, unless it has one.

        Within a transaction, so that of two programs that do this at once the second finds the key of the first.
        """
        with self.store.write(_ROTATOR, "create_key") as work:
            work.lock_table(GoogleAccount)
            name = self.key_name()
            if not _accounts_with_token(work) and self.secrets.load(name) is None:
                self.secrets.save(name, secrets.token_bytes(_KEY_BYTES))

    def _rewrap(self, keys: bytes) -> None:
        every = _fernet(keys)
        with self.store.write(_ROTATOR, "rotate_key") as work:
            for account in _accounts_with_token(work):
                token = _decrypt(every, account.encrypted_token)
                work.amend(GoogleAccount, account.id, encrypted_token=every.encrypt(token.encode()))
            work.commit()

    def _retired_old_keys(self, name: str, keys: bytes) -> bool:
        """Forget all keys but the newest, unless a token still needs them."""
        newest = keys[:_KEY_BYTES]
        # A transaction that writes, so that no consent puts a token under an old key in between.
        with self.store.write(_ROTATOR, "rotate_key") as work:
            try:
                _require_readable(_fernet(newest), _accounts_with_token(work))
            except SecretStoreError:
                return False
            self.secrets.save(name, newest)
        return True

    def _load(self) -> bytes:
        key = self.secrets.load(self.key_name())
        if key is None:
            raise SecretStoreError("chain_key_missing")
        return key


def _accounts_with_token(reader: Reader) -> tuple[GoogleAccount, ...]:
    return tuple(account for account in reader.list_records(GoogleAccount) if account.encrypted_token)


def _fernet(keys: bytes) -> MultiFernet:
    """Encrypts with the first of the keys, decrypts with any."""
    if not keys or len(keys) % _KEY_BYTES:
        raise SecretStoreError("chain_key_wrong")
    single = (keys[begin : begin + _KEY_BYTES] for begin in range(0, len(keys), _KEY_BYTES))
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in single])


def _require_readable(fernet: MultiFernet, accounts: Iterable[GoogleAccount]) -> None:
    for account in accounts:
        if account.encrypted_token:
            _decrypt(fernet, account.encrypted_token)


def _decrypt(fernet: MultiFernet, encrypted_token: bytes) -> str:
    try:
        return fernet.decrypt(encrypted_token).decode()
    except InvalidToken:
        raise SecretStoreError("chain_key_wrong") from None
