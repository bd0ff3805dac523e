"""``python -m terminplaner``, the installed command and the frozen program."""

from __future__ import annotations

import sys

from terminplaner.bootstrap.loading import loading


def main() -> int:
    """Run the command that the arguments of the process ask for; its exit code."""
    with loading():
        from terminplaner.cli.main import main as run
    return run()


if __name__ == "__main__":
    sys.exit(main())
