"""The terminal: results to stdout, everything a person reads to stderr, answers from stdin.

Each of the three may be missing (a scheduled task, a closed descriptor), and whoever reads may stop reading.
"""

from __future__ import annotations

import codecs
import errno
import json
import os
import sys
from typing import TextIO

from terminplaner.domain.errors import TerminplanerError

# What a closed pipe says; Windows knows the second one only.
_NOBODY_READS = (errno.EPIPE, errno.EINVAL)


def print_json(document: object) -> None:
    """One JSON document: in UTF-8 (RFC 8259, 8.1), or in ASCII where stdout has another encoding."""
    is_utf8 = codecs.lookup(getattr(sys.stdout, "encoding", None) or "ascii").name == "utf-8"
    _write(sys.stdout, json.dumps(document, ensure_ascii=not is_utf8, indent=2) + "\n")


def print_result(line: str) -> None:
    _write(sys.stdout, f"{line}\n")


def print_file(content: bytes) -> None:
    """A whole file, byte for byte."""
    _write(sys.stdout, content)


def tell(sentence: str) -> None:
    """For a person: stderr."""
    _write(sys.stderr, f"{sentence}\n")


def is_interactive() -> bool:
    """Whether somebody could answer a question."""
    return sys.stdin is not None and sys.stdin.isatty()


def ask(question: str) -> str:
    """The line that is typed after ``question``, empty where there is none."""
    tell(question)
    return sys.stdin.readline().strip() if sys.stdin is not None else ""


def _write(stream: TextIO | None, content: str | bytes) -> None:
    """Write and flush.  Raise ``TerminplanerError`` (code ``output_not_writable``): the disk is full, for example.

    Where nobody reads any more (``| head``) the rest is dropped, and the command goes on to its own end.
    """
    if stream is None:
        return
    try:
        if isinstance(content, bytes):
            stream.buffer.write(content)
        else:
            encoding = stream.encoding or "ascii"
            stream.write(content.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except OSError as error:
        # What is left in the buffer would be tried again, and fail again, when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if error.errno not in _NOBODY_READS and stream is not sys.stderr:
            raise TerminplanerError("output_not_writable", reason=error.strerror or "") from error
