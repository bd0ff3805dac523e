"""Where secrets live: what the services need from the operating system and from the chain's own encryption."""

from __future__ import annotations

from typing import Protocol


class SecretStore(Protocol):
    """Where the chain key lives: the operating system's keyring, or a key file by explicit choice."""

    def load(self, name: str) -> bytes | None:
        """Raise ``SecretStoreError`` where there is no usable store."""
        ...

    def save(self, name: str, secret: bytes) -> None:
        """Store and read back; raise ``SecretStoreError`` if that fails for any reason."""
        ...

    def remove(self, name: str) -> None:
        """Forget a secret; nothing happens where there is none."""
        ...


class KeyVault(Protocol):
    """The chain key of this workstation.  Every method raises ``SecretStoreError``: there is no usable secret
    store, ``chain_key_missing``, or ``chain_key_wrong`` where the key does not open every token of the chain."""

    def key_name(self) -> str:
        """The entry of this chain's key in any secret store."""
        ...

    def rotate(self) -> None:
        """Put every token under a new key.  Interrupted at any point it loses nothing and can be begun again."""
        ...

    def export_key(self) -> bytes:
        """What another workstation needs to read every token."""
        ...

    def import_key(self, key: bytes) -> None:
        """Take the key of another workstation in place of the present one, if it opens every token."""
        ...
