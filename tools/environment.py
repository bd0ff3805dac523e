"""The project's own virtual environment, made from the hashed locks and nothing else.

Uses the standard library alone: it runs on the system's Python, which only has to be new enough.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = ROOT / "requirements" / "runtime.txt"
DEVELOPMENT = ROOT / "requirements" / "dev.txt"

_DIRECTORY = ROOT / ".venv"
SCRIPTS = _DIRECTORY / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")


def provide(lock: Path) -> None:
    """Bring the environment in line with a lock, at once where it is already.

    Raises SystemExit with a sentence where the system's Python cannot make environments, and CalledProcessError
    where pip fails.
    """
    stamp = _DIRECTORY / f"{lock.stem}.stamp"
    wanted = _fingerprint(lock)
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    if not PYTHON.exists():
        _create()
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    print(f"Installing {lock.name} into .venv (minutes the first time)", file=sys.stderr, flush=True)
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], check=True)
    stamp.write_text(wanted, encoding="ascii")


def _fingerprint(lock: Path) -> str:
    content = lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(content).hexdigest()


def _create() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - this is where an older one is told
        sys.exit("Python 3.11 or newer is needed: make PYTHON=/path/to/python3 ...")
    try:
        import ensurepip  # noqa: F401 - Debian ships it apart from Python
    except ImportError:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(f"Python cannot make environments. Install with: sudo apt-get install -y python{version}-venv")
    venv.create(_DIRECTORY, with_pip=True, symlinks=os.name != "nt")
