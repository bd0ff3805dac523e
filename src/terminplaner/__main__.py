"""``python -m terminplaner``, the installed command and the frozen program."""

from __future__ import annotations

import sys

from terminplaner.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
