"""What the commands say about libraries that pip cannot bring."""

import pytest

import system_packages
from system_packages import SystemPackage


def _package(name: str, *, present: bool, ubuntu: str | None = None) -> SystemPackage:
    return SystemPackage(name, lambda: present, f"{name}-debian", f"{name}-fedora", ubuntu)


ABSENT = _package("absent", present=False, ubuntu="absent-ubuntu")
PRESENT = _package("present", present=True)


@pytest.fixture
def as_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    """Act as somebody who may not install."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)


@pytest.mark.parametrize(
    ("distribution", "manager", "names"),
    [
        (["debian"], "apt-get", ["absent-debian", "present-debian"]),
        (["ubuntu", "debian"], "apt-get", ["absent-ubuntu", "present-debian"]),
        (["fedora"], "dnf", ["absent-fedora", "present-fedora"]),
        ([], "apt-get", ["absent-debian", "present-debian"]),
    ],
)
def test_the_command_speaks_the_distributions_language(
    distribution: list[str], manager: str, names: list[str]
) -> None:
    command = system_packages.install_command([ABSENT, PRESENT, PRESENT], distribution)
    assert command[:2] == [manager, "install"]
    assert command[-2:] == names


@pytest.mark.usefixtures("as_a_person")
def test_what_is_missing_is_named_with_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert not system_packages.provide([ABSENT, PRESENT])
    said = capsys.readouterr().err
    assert "The system lacks absent." in said
    assert "Install with: sudo" in said
    assert "present" not in said


@pytest.mark.usefixtures("as_a_person")
def test_nothing_is_said_where_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert system_packages.provide([PRESENT])
    assert not capsys.readouterr().err
