"""The program as it is shipped: frozen by build_installer.spec, started as a person would start it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SIZE_LIMIT_BYTES = 260_000_000

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the frozen program."""
    folder = tmp_path_factory.mktemp("frozen")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "work")]
    subprocess.run([*command, *places, "build_installer.spec"], cwd=ROOT, check=True)
    return folder / "dist" / "terminplaner"


def _start(frozen: Path, *arguments: str, profile: Path) -> subprocess.CompletedProcess[str]:
    program = frozen / ("terminplaner.exe" if sys.platform == "win32" else "terminplaner")
    environment = {**os.environ, "TERMINPLANER_PROFILE": str(profile)}
    environment.pop("PYTHONPATH", None)
    return subprocess.run(
        [program, *arguments],
        cwd=profile,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_it_tests_itself(frozen: Path, tmp_path: Path) -> None:
    result = _start(frozen, "--selftest", profile=tmp_path)
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["ok"] is True


def test_it_does_the_main_job(frozen: Path, tmp_path: Path) -> None:
    result = _start(frozen, "demo", "--headless", profile=tmp_path)
    assert result.returncode == 0, result.stderr


def test_it_stays_small(frozen: Path) -> None:
    files = [path for path in frozen.rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(path.stat().st_size for path in files) < SIZE_LIMIT_BYTES


def test_of_googles_descriptions_it_carries_one(frozen: Path) -> None:
    documents = frozen / "_internal" / "googleapiclient" / "discovery_cache" / "documents"
    assert [path.name for path in documents.iterdir()] == ["calendar.v3.json"]
