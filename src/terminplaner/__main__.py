"""``python -m terminplaner``, the installed command and the frozen program."""

from __future__ import annotations

import sys
from multiprocessing import freeze_support

from terminplaner.cli.main import main

if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
