"""One workstation that syncs and measures itself; started by ``shop.py``, whose variables say where it works."""

from __future__ import annotations

import json
import os
import resource
import sys
import time

from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import open_program


def main() -> None:
    """Run passes over a part of the links (arguments: how many, which part, of how many)."""
    passes, part, parts = map(int, sys.argv[1:])
    with open_program(Environment.read(os.environ)) as program:
        links = [row.link.id for row in program.sync_control.overview().links][part::parts]
        cpu_seconds = []
        for _ in range(passes):
            begin = time.process_time()
            runs = program.engine.sync(links, at_once=True)
            cpu_seconds.append(time.process_time() - begin)
    figures = {
        "statuses": [run.status.value for run in runs],
        "requests": sum(run.requests for run in runs),
        "cpu_seconds": min(cpu_seconds),
        "peak_megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
