"""A whole working day with Google, after which everything written anywhere is searched for every secret."""

from __future__ import annotations

import base64
import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from helpers.google_chain import KLARA, THOR, Cancel, GoogleChain, Person
from helpers.log_watch import LogWatch
from helpers.sync_bench import MemoryEpochs
from helpers.sync_bench import MemorySecrets as EmptySecrets
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import SecretStoreError, TerminplanerError
from terminplaner.simulator import Fault, FaultKind
from terminplaner.sync.clients import ClientFactory
from terminplaner.sync.engine import Engine
from terminplaner.sync.oauth import SCOPE_LIST
from terminplaner.system.crash import install_crash_handler
from terminplaner.system.logs import log_into

PURPOSELY_SECRET = ("client.json",)
"""The client's own file, which an administrator put there."""

LOUDEST = ("", "urllib3", "google.auth", "oauthlib", "requests_oauthlib", "googleapiclient")
"""Loggers that the program keeps quiet, as a supporter might turn them up: then only the redaction is left."""


@pytest.fixture
def logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The program's log with everything any library says, and its crash reports."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    folder = tmp_path / "logs"
    folder.mkdir()
    loggers = [logging.getLogger(name) for name in LOUDEST]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    with log_into(folder, debug=True):
        monkeypatch.setattr("faulthandler.enable", lambda _file: _file.close())
        install_crash_handler(folder, lambda _kind: None)
        yield folder
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


def secrets_of(chain: GoogleChain, addresses: list[str]) -> set[str]:
    """All that Google ever issued, what ties a consent to its answer, and the chain's keys, however spelled."""
    plain = {*chain.google.issued_secrets, chain.google.client.secret}
    for address in addresses:
        plain.add(parse_qs(urlsplit(address).query)["state"][0])
    for key in chain.secrets.content.values():
        plain |= {base64.b64encode(key).decode(), base64.urlsafe_b64encode(key).decode(), key.hex()}
    return plain | {quote(secret, safe="") for secret in plain}


def found_in(folder: Path, secrets: set[str]) -> dict[str, list[str]]:
    files = [file for file in folder.rglob("*") if file.is_file() and file.name not in PURPOSELY_SECRET]
    assert files
    hits = {}
    for file in files:
        content = file.read_bytes()
        hits[str(file.relative_to(folder))] = [secret for secret in secrets if secret.encode() in content]
    return {name: hit for name, hit in hits.items() if hit}


def work_all_day(chain: GoogleChain, said: list[str]) -> list[str]:
    """Consents that end well and badly, a first sync, refreshes, refusals, a rotation, a withdrawal."""
    addresses = []

    def consent(person: Person) -> None:
        try:
            chain.linking.begin(chain.admin, chain.thor.id, person, Cancel())
        except TerminplanerError as error:
            said.extend((repr(error), str(error), repr(error.params), "".join(traceback.format_exception(error))))
        person.leave()
        addresses.append(person.address)

    consent(Person(chain.google, THOR))
    consent(Person(chain.google, KLARA, (SCOPE_LIST,)))
    consent(Person(chain.google, KLARA, deny=True))
    chain.google.faults.add(Fault("oauth.token", FaultKind.ERROR, status=503, reason="backendError"))
    consent(Person(chain.google, THOR))
    (account,) = (row for row in chain.accounts() if row.email == THOR)
    calendar = chain.linking.create(chain.admin, chain.thor.id, account.id, "Thor")
    chain.linking.connect(chain.admin, chain.thor.id, account.id, calendar)
    clients = chain.calendars.clients

    def engine_with(clients: ClientFactory) -> Engine:
        return Engine(chain.linking.gate, chain.clock, clients, MemoryEpochs(), chain.calendars.make_throttle)

    engine = engine_with(clients)
    said.extend(repr(run) for run in engine.sync(at_once=True))
    chain.google.expire_access_tokens()
    chain.google.faults.add(Fault("events.list", FaultKind.ERROR, status=401, reason="authError"))
    said.extend(repr(run) for run in engine.sync(at_once=True))
    chain.consent.vault.rotate()
    stranger = replace(clients, vault=replace(clients.vault, secrets=EmptySecrets()))
    said.extend(repr(run) for run in engine_with(stranger).sync(at_once=True))
    said.extend(repr(part) for part in (chain.consent, chain.calendars, clients, stranger, account, engine))
    chain.google.withdraw_grants(THOR)
    said.extend(repr(run) for run in engine.sync(at_once=True))
    return addresses


def test_no_secret_is_in_any_file_log_or_text(
    chain: GoogleChain, logs: Path, tmp_path: Path, expected_logs: LogWatch
) -> None:
    expected_logs.allow(".*")
    with chain.linking.gate.open(Author("test", Origin.SYSTEM), "arrange") as passage:
        passage.work.put(replace(passage.work.list(ChainSettings)[0], google_sync=True))
    said: list[str] = []
    addresses = work_all_day(chain, said)
    chain.store.backup(tmp_path / "backup.sqlite")
    secrets = secrets_of(chain, addresses)
    assert len([secret for secret in secrets if secret.startswith(("4/", "1//", "ya29."))]) >= 8
    assert "DEBUG" in (logs / "terminplaner.log").read_text()
    assert found_in(tmp_path, secrets) == {}
    assert not [text for text in said for secret in secrets if secret in text]


def test_a_crash_report_holds_no_secret_even_from_an_exception_full_of_them(
    chain: GoogleChain, logs: Path, tmp_path: Path, expected_logs: LogWatch
) -> None:
    expected_logs.expect("unexpected RuntimeError")
    person = Person(chain.google, THOR)
    chain.linking.begin(chain.admin, chain.thor.id, person, Cancel())
    person.leave()
    secrets = secrets_of(chain, [person.address])

    def fail() -> None:
        everything = " ".join(sorted(chain.google.issued_secrets))
        raise RuntimeError(
            f"{everything} Authorization: Bearer {everything} {person.address} "
            f"http://127.0.0.1/x?state=s&code={quote(everything)} client_secret={chain.google.client.secret}"
        )

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "RuntimeError" in (logs / "terminplaner.log").read_text()
    assert found_in(logs, secrets) == {}


def test_a_backup_holds_the_encrypted_token_only(chain: GoogleChain, tmp_path: Path) -> None:
    chain.grant()
    backup = tmp_path / "backup.sqlite"
    chain.store.backup(backup)
    (account,) = chain.accounts()
    assert account.encrypted_token in backup.read_bytes()
    assert found_in(tmp_path, secrets_of(chain, [])) == {}


def test_a_stolen_database_is_useless_without_the_chain_key(chain: GoogleChain) -> None:
    """The thief runs this very program on the copy, with a keyring of his own."""
    grant = chain.grant()
    thief = replace(chain.calendars.clients, vault=replace(chain.calendars.clients.vault, secrets=EmptySecrets()))
    chain.google.clear_requests()
    with closing(thief(grant.account_id)) as client, pytest.raises(SecretStoreError, match="chain_key_missing"):
        client.list_calendars()
    thief.vault.secrets.save(thief.vault.key_name(), bytes(32))
    with closing(thief(grant.account_id)) as client, pytest.raises(SecretStoreError, match="chain_key_wrong"):
        client.list_calendars()
    assert not chain.google.requests, "no token is even sent"


def test_the_search_above_would_find_one(chain: GoogleChain, tmp_path: Path) -> None:
    chain.grant()
    (tmp_path / "leak.txt").write_text(next(iter(chain.google.issued_secrets)))
    assert list(found_in(tmp_path, secrets_of(chain, []))) == ["leak.txt"]
