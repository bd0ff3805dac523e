"""`python -m terminplaner.simulator`: the simulated Google as a process of its own, until it is interrupted."""

import argparse
import json
import signal
import sys
import threading
from pathlib import Path

from terminplaner.simulator.google import DEFAULT_ACCOUNTS
from terminplaner.simulator.simulated import SimulatedGoogle


def main() -> int:
    """Prints the addresses as one line of JSON on stdout, then serves until SIGINT or SIGTERM."""
    parser = argparse.ArgumentParser(prog="python -m terminplaner.simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port on 127.0.0.1; 0 takes a free one")
    parser.add_argument("--client-file", type=Path, help="write the OAuth client file here")
    parser.add_argument("--account", action="append", metavar="EMAIL", help="an account; repeatable")
    arguments = parser.parse_args()
    interrupted = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: interrupted.set())
    with SimulatedGoogle(port=arguments.port, accounts=arguments.account or DEFAULT_ACCOUNTS) as google:
        if arguments.client_file:
            google.write_client_file(arguments.client_file)
        sys.stdout.write(json.dumps(google.addresses()) + "\n")
        sys.stdout.flush()
        while not interrupted.wait(timeout=1):  # Windows delivers Ctrl+C only between waits
            continue
    return 0


if __name__ == "__main__":
    sys.exit(main())
