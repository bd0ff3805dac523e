"""The chain key replaced, interrupted, and carried to another workstation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from unittest.mock import patch
from uuid import uuid4

import pytest

from helpers.google_chain import GoogleChain, MemorySecrets
from helpers.sync_bench import Bench
from terminplaner.domain.calendar_link import GoogleAccount, LinkStatus
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import SecretStoreError
from terminplaner.services.ports import Store
from terminplaner.services.secret_ports import SecretStore
from terminplaner.storage.unit_of_work import SqlUnitOfWork
from terminplaner.sync.engine import Engine
from terminplaner.sync.tokens import TokenVault

TOKENS = ("1//0-of-thor", "1//0-of-klara")
STEPS = 6
"""Of a rotation: the moments before and after two keys are saved and one transaction is committed."""


class Crash(BaseException):
    """The process dies: nothing that catches errors runs."""


@dataclass(slots=True)
class Fate:
    """Kills at the n-th dangerous step; without ``n`` it only counts them."""

    n: int | None = None
    steps: int = field(default=0, init=False)

    def step(self) -> None:
        if self.steps == self.n:
            raise Crash
        self.steps += 1


@dataclass(slots=True)
class MortalSecrets:
    """The process may die before and after a key is saved."""

    kept: SecretStore
    fate: Fate

    def load(self, name: str) -> bytes | None:
        return self.kept.load(name)

    def save(self, name: str, secret: bytes) -> None:
        self.fate.step()
        self.kept.save(name, secret)
        self.fate.step()

    def remove(self, name: str) -> None:
        self.kept.remove(name)


@contextmanager
def mortal_commits(fate: Fate) -> Iterator[None]:
    """The process may die before and after a commit."""
    commit = SqlUnitOfWork.commit

    def mortal(work: SqlUnitOfWork) -> object:
        fate.step()
        done = commit(work)
        fate.step()
        return done

    with patch.object(SqlUnitOfWork, "commit", mortal):
        yield


@pytest.fixture
def vault(chain: GoogleChain) -> TokenVault:
    """Of a chain with two tokens."""
    vault = chain.consent.vault
    vault.prepare()
    for number, token in enumerate(TOKENS):
        keep(chain.store, account(f"{number}@example.com", vault.encrypt(token)))
    keep(chain.store, account("withdrawn@example.com", b""))
    return vault


def account(email: str, encrypted_token: bytes) -> GoogleAccount:
    return GoogleAccount(uuid4(), email, frozenset(), encrypted_token)


def keep(store: Store, record: GoogleAccount) -> None:
    with store.write(Author("test", Origin.SYSTEM), "arrange") as work:
        work.keep(record)
        work.commit()


def encrypted(store: Store) -> list[bytes]:
    with store.read() as reader:
        return [row.encrypted_token for row in reader.list_records(GoogleAccount) if row.encrypted_token]


def read_all(vault: TokenVault) -> set[str]:
    return {vault.decrypt(token) for token in encrypted(vault.store)}


def only_key(secrets: MemorySecrets) -> bytes:
    (key,) = secrets.content.values()
    return key


def another_workstation(vault: TokenVault, key: bytes | None) -> TokenVault:
    return replace(vault, secrets=MemorySecrets({vault.key_name(): key} if key else {}))


def test_every_token_is_under_the_new_key_and_the_old_one_opens_none(
    chain: GoogleChain, vault: TokenVault
) -> None:
    old, before = only_key(chain.secrets), encrypted(chain.store)
    vault.rotate()
    new = only_key(chain.secrets)
    assert len(new) == len(old) == 32
    assert new != old
    assert not set(before) & set(encrypted(chain.store))
    assert read_all(vault) == set(TOKENS)
    for token in encrypted(chain.store):
        with pytest.raises(SecretStoreError, match="chain_key_wrong"):
            another_workstation(vault, old).decrypt(token)


@pytest.mark.parametrize("n", range(STEPS))
def test_a_crash_at_any_point_leaves_every_token_readable(chain: GoogleChain, vault: TokenVault, n: int) -> None:
    fate = Fate(n)
    with mortal_commits(fate), pytest.raises(Crash):
        replace(vault, secrets=MortalSecrets(chain.secrets, fate)).rotate()
    assert read_all(vault) == set(TOKENS), "the next start reads them"
    vault.prepare()
    later = vault.encrypt("1//0-granted-after-the-crash")
    keep(chain.store, account("late@example.com", later))
    vault.rotate()
    assert len(only_key(chain.secrets)) == 32
    assert read_all(vault) == {*TOKENS, "1//0-granted-after-the-crash"}


def test_the_crashes_above_are_all_there_are(chain: GoogleChain, vault: TokenVault) -> None:
    fate = Fate()
    with mortal_commits(fate):
        replace(vault, secrets=MortalSecrets(chain.secrets, fate)).rotate()
    assert fate.steps == STEPS


def test_a_token_put_under_the_old_key_meanwhile_is_taken_along(
    chain: GoogleChain, vault: TokenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a consent at another workstation that still had only the old key."""
    late = [account("late@example.com", another_workstation(vault, only_key(chain.secrets)).encrypt("1//0-late"))]
    rewrap = TokenVault._rewrap

    def rewrap_then_consent(vault: TokenVault, keys: bytes) -> None:
        rewrap(vault, keys)
        while late:
            keep(chain.store, late.pop())

    monkeypatch.setattr(TokenVault, "_rewrap", rewrap_then_consent)
    vault.rotate()
    assert len(only_key(chain.secrets)) == 32
    assert read_all(vault) == {*TOKENS, "1//0-late"}


def test_two_workstations_that_rotate_at_once_agree_on_one_key(
    chain: GoogleChain, vault: TokenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    slower = another_workstation(vault, only_key(chain.secrets))
    rewrap = TokenVault._rewrap

    def faster_first(rotated: TokenVault, keys: bytes) -> None:
        monkeypatch.setattr(TokenVault, "_rewrap", rewrap)
        vault.rotate()
        rewrap(rotated, keys)

    monkeypatch.setattr(TokenVault, "_rewrap", faster_first)
    with pytest.raises(SecretStoreError, match="chain_key_wrong"):
        slower.rotate()
    assert read_all(vault) == set(TOKENS)
    slower.import_key(vault.export_key())
    assert read_all(slower) == set(TOKENS)


@pytest.mark.parametrize(("key", "code"), [(None, "chain_key_missing"), (bytes(32), "chain_key_wrong")])
def test_who_cannot_read_the_tokens_cannot_rotate_or_export(
    chain: GoogleChain, vault: TokenVault, key: bytes | None, code: str
) -> None:
    stranger = another_workstation(vault, key)
    before = encrypted(chain.store)
    for forbidden in (stranger.rotate, stranger.export_key):
        with pytest.raises(SecretStoreError, match=code):
            forbidden()
    assert encrypted(chain.store) == before
    assert stranger.secrets.load(vault.key_name()) == key


def test_a_key_that_opens_nothing_is_not_taken(chain: GoogleChain, vault: TokenVault) -> None:
    before = only_key(chain.secrets)
    for wrong in (bytes(32), b"", b"short", before + b"x"):
        with pytest.raises(SecretStoreError, match="chain_key_wrong"):
            vault.import_key(wrong)
    assert only_key(chain.secrets) == before


def test_in_the_middle_of_a_rotation_an_export_carries_both_keys(chain: GoogleChain, vault: TokenVault) -> None:
    fate = Fate(2)
    with mortal_commits(fate), pytest.raises(Crash):
        replace(vault, secrets=MortalSecrets(chain.secrets, fate)).rotate()
    other = another_workstation(vault, None)
    other.import_key(vault.export_key())
    assert read_all(other) == set(TOKENS)
    vault.rotate()
    with pytest.raises(SecretStoreError, match="chain_key_wrong"):
        other.prepare()


def test_a_workstation_with_the_old_key_loses_nothing_and_goes_on_once_it_is_given_the_new_one(
    bench: Bench,
) -> None:
    calendar = bench.link()
    bench.book("Anprobe")
    vault = bench.clients.vault
    other_vault = another_workstation(vault, vault.export_key())
    clients = replace(bench.clients, vault=other_vault)
    other = Engine(bench.gate, bench.clock, clients, bench.epochs, bench.make_throttle)
    vault.rotate()
    tokens = encrypted(bench.store)
    bench.google.clear_requests()
    (run,) = other.sync(at_once=True)
    assert (run.status, run.reason) == (LinkStatus.ERROR, "chain_key_wrong")
    assert not bench.google.requests
    assert encrypted(bench.store) == tokens
    assert bench.only().text == "Anprobe"
    other_vault.import_key(vault.export_key())
    (run,) = other.sync(at_once=True)
    assert (run.status, run.created_google) == (LinkStatus.OK, 1)
    assert len(calendar.events()) == 1
    bench.assert_silent()


def test_a_running_program_goes_on_after_a_rotation(bench: Bench) -> None:
    bench.link()
    bench.settled()
    bench.clients.vault.rotate()
    bench.book("Anprobe")
    (run,) = bench.settled()
    assert run.created_google == 1


def test_no_key_and_no_token_is_printed(chain: GoogleChain, vault: TokenVault) -> None:
    vault.rotate()
    key = only_key(chain.secrets)
    assert str(key) not in repr(vault)
    with pytest.raises(SecretStoreError) as caught:
        another_workstation(vault, bytes(32)).rotate()
    assert not any(token in repr(caught.value) + str(caught.value.params) for token in TOKENS)
