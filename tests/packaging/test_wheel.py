"""What a wheel carries, and what the locks promise."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import resources
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LOCKED = {
    "runtime.txt": PROJECT["dependencies"],
    "dev.txt": [*PROJECT["dependencies"], *EXTRAS["dev"], *EXTRAS["build"]],
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the names of the files in a freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def _files(folder: str, below: str) -> set[str]:
    found = (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {f"{below}/{path.relative_to(ROOT / folder).as_posix()}" for path in found}


def test_the_wheel_carries_every_module(wheel: set[str]) -> None:
    assert _files("src/terminplaner", "terminplaner") <= wheel


def test_the_wheel_carries_the_migrations(wheel: set[str]) -> None:
    assert "terminplaner/storage/migrations/env.py" in wheel
    assert any(name.startswith("terminplaner/storage/migrations/versions/") for name in wheel)


def test_the_wheel_carries_the_resources(wheel: set[str]) -> None:
    expected = _files("resources", "terminplaner/resources")
    assert expected
    assert expected <= wheel


def test_the_wheel_carries_the_licence_and_nothing_of_the_tests(wheel: set[str]) -> None:
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in wheel)
    assert all(name.startswith("terminplaner") for name in wheel)


def test_the_google_client_brings_its_description_of_the_calendar() -> None:
    documents = resources.files("googleapiclient") / "discovery_cache" / "documents"
    assert (documents / "calendar.v3.json").is_file()


@pytest.mark.parametrize("name", LOCKED)
def test_a_lock_keeps_to_the_ranges(name: str) -> None:
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line.rstrip(" \\")) for line in lines if not line.startswith((" ", "#"))]
    versions = {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in pins}
    for wanted in map(Requirement, LOCKED[name]):
        assert wanted.specifier.contains(versions[canonicalize_name(wanted.name)]), wanted


@pytest.mark.parametrize("name", LOCKED)
def test_a_lock_names_packages_and_hashes_alone(name: str) -> None:
    pin = re.compile(r"[a-z0-9-]+==\S+( ; [^/]+)? \\\n(    --hash=sha256:[0-9a-f]{64}( \\)?\n)+")
    assert not pin.sub("", (ROOT / "requirements" / name).read_text(encoding="utf-8"))
