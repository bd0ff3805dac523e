"""The developer's commands, the same on every system: ``make TASK``, or ``make.cmd TASK`` on Windows.

Needs Python 3.11 or newer and nothing installed; whatever a task needs is set up first.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import environment
import system_packages

ROOT = environment.ROOT
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)
# One after the other, each with the machine to itself.
BENCHMARKS = ("-m", "pytest", "benchmarks", "-s", "-o", "faulthandler_timeout=0", "-o", "timeout=600")


def run() -> None:
    """Open the application on the sample chain with the simulated Google; headless where there is no display."""
    _require_qt()
    environment.provide(environment.RUNTIME)
    headless = [] if _has_display() else ["--headless"]
    _python("-m", "terminplaner", "demo", *headless)


def test() -> None:
    """Check style, types and import rules, then run every test."""
    _require_qt()
    if not system_packages.provide(system_packages.TESTS):
        print("Tests that need what is missing will be skipped.", file=sys.stderr, flush=True)
    lint()
    _python(
        *("-m", "pytest", "-n", "2", "--dist", "loadfile"),
        "--no-loadscope-reorder",  # else the files with the fewest tests come last, and they take longest
        *("--max-worker-restart", "0"),  # else pytest-xdist may wait for a lost one for ever
    )


def prove() -> None:
    """Run the tests marked ``prove`` with all their examples, which takes hours, and print their figures."""
    _require_qt()
    environment.provide(environment.DEVELOPMENT)
    _python(
        *("-m", "pytest", "--prove", "-n", "2", "--dist", "worksteal"),
        *("-o", "faulthandler_timeout=0"),  # its patience is that of a single test
    )
    _python(*BENCHMARKS, "--prove")


def bench() -> None:
    """Measure what the sync costs and print the figures."""
    _require_qt()
    environment.provide(environment.DEVELOPMENT)
    _python(*BENCHMARKS)


def lint() -> None:
    """Check style, types and import rules."""
    environment.provide(environment.DEVELOPMENT)
    for command, *arguments in CHECKS:
        subprocess.run([str(environment.SCRIPTS / command), *arguments], cwd=ROOT, check=True)


def translations() -> None:
    """Bring the English catalogue in line with the sources, and name what has no English yet."""
    environment.provide(environment.DEVELOPMENT)
    _python("tools/translations.py")


def handbook() -> None:
    """Take the handbook's pictures anew: every view and dialog, light and dark."""
    _require_qt()
    environment.provide(environment.RUNTIME)
    _python("-m", "terminplaner", "demo", "--pictures", "docs/handbuch")


def build() -> None:
    """Freeze the program into dist/terminplaner."""
    _require_qt()
    environment.provide(environment.DEVELOPMENT)
    _python("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", "build_installer.spec")


def lock() -> None:
    """Renew the hashed locks from the ranges in pyproject.toml."""
    import tomllib  # an older Python must get as far as being told that it is too old

    environment.provide(environment.DEVELOPMENT)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    build_system = "\n".join(project["build-system"]["requires"])
    compile_lock = (
        *("-m", "uv", "pip", "compile", "pyproject.toml", "-", "--upgrade", "--universal", "--generate-hashes"),
        *("--python-version", project["project"]["requires-python"].removeprefix(">=")),
        *("--no-config", "--no-header", "--no-annotate", "--quiet"),
    )
    _python(*compile_lock, "-o", "requirements/runtime.txt", stdin=build_system)
    _python(
        *compile_lock,
        *("--extra", "dev", "--extra", "build", "--constraint", "requirements/runtime.txt"),
        *("-o", "requirements/dev.txt"),
        stdin=build_system,
    )


TASKS: dict[str, Callable[[], None]] = {
    task.__name__: task for task in (run, test, prove, bench, lint, translations, handbook, build, lock)
}


def _require_qt() -> None:
    if not system_packages.provide(system_packages.QT):
        sys.exit(1)


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _python(*arguments: str, stdin: str | None = None) -> None:
    subprocess.run([str(environment.PYTHON), *arguments], cwd=ROOT, input=stdin, text=True, check=True)


def main() -> int:
    """Run the task named on the command line and return the exit code of whatever failed in it."""
    parser = argparse.ArgumentParser(prog="make", description=Path(__file__).name)
    parser.add_argument("task", choices=TASKS)
    try:
        TASKS[parser.parse_args().task]()
    except subprocess.CalledProcessError as error:
        return error.returncode if error.returncode > 0 else 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
