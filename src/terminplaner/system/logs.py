"""The log: a rotating file that never holds a secret."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

_MEGABYTE = 1024 * 1024
_SECRETS = re.compile(
    r"""(ya29\.[\w.-]+ | 1(?://|%2F%2F)[\w-]+ | 4(?:/|%2F)0[\w-]+ | GOCSPX-[\w-]+ | Bearer\s+[\w.-]+
      | (?<=code=)[^&\s"']+ | (?<=code_verifier=)[^&\s"']+ | (?<=state=)[^&\s"']+
      | (?<=token=)[^&\s"']+ | (?<=client_secret=)[^&\s"']+
      | (?<=(?:token|ecret)["']:\s["'])[^"']+
      | (?<=://)[^/\s:@]+:[^/\s@]+(?=@))""",
    re.VERBOSE,
)


class RedactingFormatter(logging.Formatter):
    """Blackens tokens, codes and passwords in the finished line, tracebacks included."""

    def format(self, record: logging.LogRecord) -> str:
        return _SECRETS.sub("***", super().format(record))


class SharedFileHandler(RotatingFileHandler):
    """A log that the window and several commands write at once.

    Windows lets nobody rename a file that another has open; whoever cannot rotate goes on in the same file.  A log
    that cannot be written (disk full, read-only profile) stops nobody and says nothing in the terminal.
    """

    def doRollover(self) -> None:  # noqa: N802  (the base class names it)
        with suppress(OSError):
            super().doRollover()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802  (likewise)
        return


@contextmanager
def log_into(folder: Path, *, debug: bool = False) -> Iterator[None]:
    """Log to ``terminplaner.log`` in ``folder`` while it is entered; five files of a megabyte are kept."""
    handler = SharedFileHandler(
        folder / "terminplaner.log", maxBytes=_MEGABYTE, backupCount=4, encoding="utf-8", delay=True
    )
    handler.setFormatter(RedactingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    ours = logging.getLogger("terminplaner")
    ours.setLevel(logging.DEBUG if debug else logging.INFO)
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()
