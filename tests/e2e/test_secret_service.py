"""The chain key in a real Secret Service on a real session bus."""

from __future__ import annotations

import subprocess
import sys

from helpers.desktop import Desktop

_SAVE = """
import sys
from terminplaner.system.secrets import KeyringSecretStore
KeyringSecretStore().save("chain-key/e2e", bytes.fromhex(sys.argv[1]))
"""
_LOAD = """
from terminplaner.system.secrets import KeyringSecretStore
secret = KeyringSecretStore().load("chain-key/e2e")
print("nothing" if secret is None else secret.hex())
"""
_REMOVE = """
from terminplaner.system.secrets import KeyringSecretStore
KeyringSecretStore().remove("chain-key/e2e")
"""
_LIST = """
import secretstorage
with secretstorage.dbus_init() as connection:
    for item in secretstorage.get_default_collection(connection).get_all_items():
        print(item.get_attributes()["service"], item.get_attributes()["username"])
"""
_REFUSED = """
from terminplaner.domain.errors import SecretStoreError
from terminplaner.system.secrets import KeyringSecretStore
try:
    KeyringSecretStore().save("chain-key/e2e", b"x")
except SecretStoreError as error:
    print(error.error_code)
"""

# 32 bytes of which most are no text: what a keyring that stores strings could spoil.
_KEY = bytes(range(0, 256, 8)).hex()


def test_the_chain_key_outlives_the_program_that_saved_it(desktop: Desktop) -> None:
    desktop.unlock_secret_service()
    assert run(desktop, _LOAD) == "nothing"
    run(desktop, _SAVE, _KEY)
    assert run(desktop, _LOAD) == _KEY
    assert run(desktop, _LIST) == "Terminplaner chain-key/e2e"  # as another program sees the keyring
    run(desktop, _REMOVE)
    assert run(desktop, _LOAD) == "nothing"


def test_a_session_without_a_keyring_is_told_apart(desktop: Desktop) -> None:
    assert run(desktop, _REFUSED) == "keyring_missing"


def run(desktop: Desktop, script: str, *arguments: str) -> str:
    """Run a script in a process of its own on the desktop and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=desktop.env,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()
