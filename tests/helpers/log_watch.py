"""Watching the log for what a test did not announce."""

from __future__ import annotations

import logging
import re
from types import TracebackType
from typing import Self


class LogWatch(logging.Handler):
    """Collects records from WARNING up while it is entered, and compares them with what was announced."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._expected: list[re.Pattern[str]] = []
        self._allowed: list[re.Pattern[str]] = []

    def expect(self, pattern: str) -> None:
        """Announce records whose ``logger: message`` matches; at least one has to come."""
        self._expected.append(re.compile(pattern))

    def allow(self, pattern: str) -> None:
        """Let records pass whose ``logger: message`` matches, whether they come or not."""
        self._allowed.append(re.compile(pattern))

    def complaint(self) -> str | None:
        """Return what was logged unannounced or announced in vain, or None where all is as announced."""
        lines = [f"{record.name}: {record.getMessage()}" for record in self.records]
        known = [*self._expected, *self._allowed]
        unexpected = [line for line in lines if not any(pattern.search(line) for pattern in known)]
        absent = [pattern.pattern for pattern in self._expected if not any(map(pattern.search, lines))]
        parts = [f"Unexpected in the log: {line}" for line in unexpected]
        parts += [f"Expected in the log, but absent: {pattern}" for pattern in absent]
        return "\n".join(parts) or None

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)

    def __enter__(self) -> Self:
        """Start listening at the root logger."""
        logging.getLogger().addHandler(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening."""
        logging.getLogger().removeHandler(self)
