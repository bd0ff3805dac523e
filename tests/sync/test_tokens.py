"""Refresh tokens under the chain key, and access tokens made of them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Barrier, BrokenBarrierError
from typing import Any
from unittest.mock import patch
from uuid import uuid4

import pytest

from helpers.google_chain import THOR, GoogleChain, MemorySecrets
from terminplaner.domain.calendar_link import GoogleAccount
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import ComeBackLaterError, SecretStoreError
from terminplaner.simulator import Fault, FaultKind
from terminplaner.sync.client import CalendarClient
from terminplaner.sync.errors import ClientRefusedError, ClockWrongError, InvalidGrantError, OfflineError
from terminplaner.sync.oauth import SCOPE_CREATED, SCOPE_LIST, AccessToken, Tokens

TOKEN = "1//0-refresh-token"
KEEPER = Author("test", Origin.SYSTEM)


def keep(chain: GoogleChain, account: GoogleAccount) -> None:
    with chain.store.write(KEEPER, "arrange") as work:
        work.keep(account)
        work.commit()


@pytest.fixture
def account(chain: GoogleChain) -> GoogleAccount:
    """An account whose token works, as after a consent."""
    chain.consent.vault.prepare()
    granted = chain.google.grant(THOR, (SCOPE_CREATED, SCOPE_LIST))
    made = GoogleAccount(
        uuid4(),
        THOR,
        frozenset({SCOPE_CREATED, SCOPE_LIST}),
        chain.consent.vault.encrypt(granted["refresh_token"]),
        chain.google.client.client_id,
    )
    keep(chain, made)
    return made


def use(client: CalendarClient) -> None:
    client.list_calendars()


def test_a_token_is_only_readable_with_the_chain_key(chain: GoogleChain) -> None:
    vault = chain.consent.vault
    vault.prepare()
    sealed = vault.encrypt(TOKEN)
    assert TOKEN.encode() not in sealed
    assert vault.decrypt(sealed) == TOKEN
    (name,) = chain.secrets.content
    assert len(chain.secrets.content[name]) == 32
    chain.secrets.content[name] = bytes(32)
    with pytest.raises(SecretStoreError, match="chain_key_wrong"):
        vault.decrypt(sealed)
    del chain.secrets.content[name]
    with pytest.raises(SecretStoreError, match="chain_key_missing"):
        vault.decrypt(sealed)


def test_preparing_again_keeps_the_key(chain: GoogleChain) -> None:
    chain.consent.vault.prepare()
    before = dict(chain.secrets.content)
    chain.consent.vault.prepare()
    assert chain.secrets.content == before


def test_of_two_programs_that_prepare_at_once_the_second_takes_the_key_of_the_first(chain: GoogleChain) -> None:
    both_look = Barrier(2)
    load, save = chain.secrets.load, chain.secrets.save
    saved: list[bytes] = []

    def look(_secrets: MemorySecrets, name: str) -> bytes | None:
        found = load(name)
        if found is None:
            with suppress(BrokenBarrierError):  # the second one only looks once there is a key
                both_look.wait(timeout=0.5)
        return found

    def count(_secrets: MemorySecrets, name: str, secret: bytes) -> None:
        saved.append(secret)
        save(name, secret)

    with (
        patch.object(MemorySecrets, "load", look),
        patch.object(MemorySecrets, "save", count),
        ThreadPoolExecutor(2) as pool,
    ):
        list(pool.map(lambda _number: chain.consent.vault.prepare(), range(2)))
    assert saved == [chain.consent.vault.export_key()]


@pytest.mark.parametrize(("present", "code"), [(None, "chain_key_missing"), (bytes(32), "chain_key_wrong")])
def test_no_second_key_splits_the_chain(
    chain: GoogleChain, account: GoogleAccount, present: bytes | None, code: str
) -> None:
    (name,) = chain.secrets.content
    chain.secrets.content.clear()
    if present:
        chain.secrets.content[name] = present
    with pytest.raises(SecretStoreError, match=code):
        chain.consent.vault.prepare()
    assert chain.secrets.content == ({name: present} if present else {})


def test_a_lost_key_is_replaced_once_the_tokens_are_given_up(chain: GoogleChain, account: GoogleAccount) -> None:
    chain.secrets.content.clear()
    chain.calendars.revoke(account.id)
    chain.consent.vault.prepare()
    assert chain.secrets.content


def test_the_database_does_not_hold_a_token(chain: GoogleChain, account: GoogleAccount, tmp_path: Path) -> None:
    token = chain.consent.vault.decrypt(account.encrypted_token).encode()
    client = chain.calendars.clients(account.id)
    use(client)
    client.close()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert files
    assert not [file for file in files if token in file.read_bytes()]


def test_nothing_prints_a_token(chain: GoogleChain, account: GoogleAccount) -> None:
    tokens = Tokens("access-secret", "refresh-secret", frozenset()), AccessToken("access-secret", 3600)
    for text in (repr(tokens), repr(account), repr(chain.consent.endpoints.load()), repr(chain.calendars.clients)):
        assert "-secret" not in text
        assert not [key for key in chain.secrets.content.values() if repr(key) in text]
        assert chain.google.client.secret not in text
        assert str(account.encrypted_token) not in text


def test_clients_of_an_account_share_one_access_token(chain: GoogleChain, account: GoogleAccount) -> None:
    for _ in range(3):
        client = chain.calendars.clients(account.id)
        use(client)
        assert client.requests == 1
        client.close()
    assert chain.google.count("oauth.refresh") == 1


def test_a_refused_access_token_is_renewed_once(chain: GoogleChain, account: GoogleAccount) -> None:
    client = chain.calendars.clients(account.id)
    use(client)
    chain.google.expire_access_tokens()
    use(client)
    client.close()
    assert chain.google.count("oauth.refresh") == 2
    assert client.requests == 3


def test_a_new_consent_outdates_the_access_token(chain: GoogleChain, account: GoogleAccount) -> None:
    client = chain.calendars.clients(account.id)
    use(client)
    granted = chain.google.grant(THOR, (SCOPE_CREATED, SCOPE_LIST))
    keep(chain, replace(account, encrypted_token=chain.consent.vault.encrypt(granted["refresh_token"])))
    use(client)
    client.close()
    assert chain.google.count("oauth.refresh") == 2


def test_a_withdrawn_consent_needs_a_person(chain: GoogleChain, account: GoogleAccount) -> None:
    chain.google.withdraw_grants(THOR)
    client = chain.calendars.clients(account.id)
    with pytest.raises(InvalidGrantError) as caught:
        use(client)
    client.close()
    assert caught.value.error_code == "needs_consent"


@pytest.mark.parametrize(
    "change",
    [{"encrypted_token": b""}, {"client_id": "another.apps.googleusercontent.example"}],
    ids=["forgotten", "of another client"],
)
def test_a_token_that_cannot_work_is_not_even_sent(
    chain: GoogleChain, account: GoogleAccount, change: dict[str, Any]
) -> None:
    keep(chain, replace(account, **change))
    client = chain.calendars.clients(account.id)
    with pytest.raises(InvalidGrantError):
        use(client)
    client.close()
    assert not chain.google.requests


def test_a_wrong_clock_is_not_blamed_on_the_consent(chain: GoogleChain, account: GoogleAccount) -> None:
    chain.google.withdraw_grants(THOR)
    chain.clock.shift_minutes = -60
    client = chain.calendars.clients(account.id)
    with pytest.raises(ClockWrongError) as caught:
        use(client)
    client.close()
    assert caught.value.params["minutes"] == 60


def test_being_offline_is_not_a_withdrawn_consent(chain: GoogleChain, account: GoogleAccount) -> None:
    chain.google.stop()
    client = chain.calendars.clients(account.id)
    with pytest.raises(OfflineError, match="offline_refused"):
        use(client)
    client.close()


def test_a_lost_answer_of_the_token_endpoint_is_not_asked_again(
    chain: GoogleChain, account: GoogleAccount
) -> None:
    chain.google.faults.add(Fault("oauth.refresh", FaultKind.DROP_AFTER, times=None))
    client = chain.calendars.clients(account.id)
    with pytest.raises(OfflineError, match="offline_dropped"):
        use(client)
    client.close()
    assert chain.google.count("oauth.refresh") == 1


def test_a_failing_token_endpoint_is_a_passing_state(chain: GoogleChain, account: GoogleAccount) -> None:
    chain.google.faults.add(Fault("oauth.refresh", FaultKind.ERROR, status=503, reason="backendError"))
    client = chain.calendars.clients(account.id)
    with pytest.raises(ComeBackLaterError, match="google_unavailable"):
        use(client)
    client.close()


def test_a_client_file_google_does_not_know(chain: GoogleChain, account: GoogleAccount, tmp_path: Path) -> None:
    file = tmp_path / "client.json"
    file.write_text(file.read_text().replace(chain.google.client.secret, "GOCSPX-wrong"))
    client = chain.calendars.clients(account.id)
    with pytest.raises(ClientRefusedError, match="client_refused"):
        use(client)
    client.close()
