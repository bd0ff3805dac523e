"""The small files of a profile: several programs use them at once, and not every folder can be written."""

from __future__ import annotations

import logging
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest

from terminplaner.domain.errors import InvalidInputError, SecretStoreError, StorageError
from terminplaner.services.store_queries import StoreEpoch
from terminplaner.system.epoch_file import EpochFile
from terminplaner.system.logs import log_into
from terminplaner.system.secrets import KeyFileSecretStore
from terminplaner.system.single_instance import SingleInstance

STORE = uuid4()


def test_an_epoch_comes_back(tmp_path: Path) -> None:
    epochs = EpochFile(tmp_path / "epoch.json")
    assert epochs.load() is None
    epochs.save(StoreEpoch(STORE, 7))
    assert epochs.load() == StoreEpoch(STORE, 7)


def test_an_epoch_never_goes_back_unless_it_is_another_store_s(tmp_path: Path) -> None:
    epochs = EpochFile(tmp_path / "epoch.json")
    epochs.save(StoreEpoch(STORE, 7))
    epochs.save(StoreEpoch(STORE, 6))
    assert epochs.load() == StoreEpoch(STORE, 7)
    other = StoreEpoch(uuid4(), 1)
    epochs.save(other)
    assert epochs.load() == other


def test_an_unreadable_epoch_is_none(tmp_path: Path) -> None:
    (tmp_path / "epoch.json").write_text('{"store_id": 3')
    assert EpochFile(tmp_path / "epoch.json").load() is None


def test_epochs_are_saved_by_several_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: EpochFile(tmp_path / "e").save(StoreEpoch(STORE, number)), range(40)))
    assert EpochFile(tmp_path / "e").load() == StoreEpoch(STORE, 39)


def test_an_epoch_that_cannot_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "epoch.json.new").mkdir()
    with pytest.raises(StorageError) as refusal:
        EpochFile(tmp_path / "epoch.json").save(StoreEpoch(STORE, 1))
    assert refusal.value.error_code == "profile_not_writable"


def test_one_window_per_profile(tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path / "window.lock"), SingleInstance(tmp_path / "window.lock")
    first.acquire()
    with pytest.raises(InvalidInputError) as refusal:
        second.acquire()
    assert refusal.value.error_code == "already_running"
    first.release()
    second.acquire()
    second.release()


def test_a_profile_in_which_no_window_can_be_marked_is_said(tmp_path: Path) -> None:
    (tmp_path / "window.lock").mkdir()
    with pytest.raises(InvalidInputError) as refusal:
        SingleInstance(tmp_path / "window.lock").acquire()
    assert refusal.value.error_code == "profile_not_writable"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file modes")
def test_only_its_owner_can_read_a_key_file(tmp_path: Path) -> None:
    store = KeyFileSecretStore(tmp_path / "server" / "key.json")
    store.save("chain", b"\0" * 32)
    assert (tmp_path / "server" / "key.json").stat().st_mode & 0o777 == 0o600
    assert store.load("chain") == b"\0" * 32
    store.remove("chain")
    assert store.load("chain") is None


@pytest.mark.parametrize("content", ["", "[]", "{", '{"chain": 3}', '{"chain": "%"}'])
def test_a_damaged_key_file_is_said_without_its_content(tmp_path: Path, content: str) -> None:
    path = tmp_path / "key.json"
    path.write_text(content)
    with pytest.raises(SecretStoreError) as refusal:
        KeyFileSecretStore(path).load("chain")
    assert refusal.value.error_code == "key_file_unreadable"
    assert refusal.value.params == {"path": str(path)}


def test_a_log_that_cannot_be_rotated_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = tmp_path / "terminplaner.log"
    log.write_text("x" * 1024 * 1024)
    (tmp_path / "terminplaner.log.1").mkdir()
    with log_into(tmp_path):
        logging.getLogger("terminplaner.test").info("noch da")
    assert "noch da" in log.read_text()
    assert capsys.readouterr().err == ""


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "terminplaner.log").mkdir()
    with log_into(tmp_path):
        logging.getLogger("terminplaner.test").info("verloren")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "secret",
    [
        "ya29.a0Af-xyz_1",
        "1//0gabc-DEF_1",
        "GOCSPX-simulated",
        "Bearer abc.def-1",
        "code=4/0Aab",
        "code_verifier=vvv",
        "state=sss",
        "refresh_token=rrr",
        "client_secret=ccc",
        '{"refresh_token": "rrr"}',
        "{'client_secret': 'ccc'}",
    ],
)
def test_no_secret_reaches_the_log(tmp_path: Path, secret: str) -> None:
    with log_into(tmp_path):
        logging.getLogger("terminplaner.test").info("answer %s end", secret)
    text = (tmp_path / "terminplaner.log").read_text()
    assert not re.search("rrr|ccc|vvv|sss|Aab|DEF|xyz|abc|simulated", text)
    assert "end" in text
