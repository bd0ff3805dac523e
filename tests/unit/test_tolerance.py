"""The base of the tests itself: what it must not let pass."""

import logging
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import keyring
import keyring.errors
import pytest

from helpers.log_watch import LogWatch

ROOT = Path(__file__).parents[2]


@pytest.fixture
def watch() -> LogWatch:
    return LogWatch()


def _log(watch: LogWatch, message: str, level: int = logging.WARNING) -> None:
    watch.handle(logging.LogRecord("sync", level, __file__, 1, message, None, None))


def test_an_unannounced_warning_is_reported(watch: LogWatch) -> None:
    _log(watch, "quota used up")
    assert watch.complaint() == "Unexpected in the log: sync: quota used up"


def test_an_announced_warning_passes(watch: LogWatch) -> None:
    watch.expect("^sync: quota")
    _log(watch, "quota used up")
    assert watch.complaint() is None


def test_an_announced_warning_has_to_come(watch: LogWatch) -> None:
    watch.expect("quota")
    assert watch.complaint() == "Expected in the log, but absent: quota"


def test_an_allowed_warning_may_stay_away(watch: LogWatch) -> None:
    watch.allow("quota")
    assert watch.complaint() is None


def test_the_root_logger_is_watched(expected_logs: LogWatch) -> None:
    expected_logs.expect("^somewhere: odd$")
    logging.getLogger("somewhere").warning("odd")


@pytest.mark.parametrize("host", ["192.0.2.1", "example.com"])
def test_the_network_is_out_of_reach(host: str) -> None:
    with pytest.raises(pytest.fail.Exception, match=host):
        socket.create_connection((host, 443))


def test_loopback_is_within_reach() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()


def test_no_keyring_is_touched_by_accident() -> None:
    with pytest.raises(keyring.errors.NoKeyringError):
        keyring.get_password("terminplaner", "chain")


def test_the_profile_is_not_the_persons_own() -> None:
    assert Path(tempfile.gettempdir()) in Path.home().parents
    assert Path.home() in Path(os.environ["TERMINPLANER_PROFILE"]).parents


@pytest.mark.parametrize(
    "body", ["def test(): pytest.skip('why')", "pytest.skip('why', allow_module_level=True)"], ids=["test", "file"]
)
def test_skips_count_as_failures_on_request(tmp_path: Path, body: str) -> None:
    (tmp_path / "test_skip.py").write_text(f"import pytest\n{body}\n", encoding="ascii")
    options = ["-c", str(ROOT / "pyproject.toml"), "-p", "conftest", "--continue-on-collection-errors"]
    (tmp_path / "test_pass.py").write_text("def test(): pass\n", encoding="ascii")
    result = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--no-skips", str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests")},
        capture_output=True,
        check=False,
    )
    summary = result.stdout.decode().splitlines()[-1]
    assert "1 passed" in summary
    assert "1 failed" in summary or "1 error" in summary
