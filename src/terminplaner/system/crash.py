"""Crash reports: what a defect leaves behind, for support.

A report holds the traceback and no local variables, so no appointment and no token gets into it.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

_log = logging.getLogger(__name__)


def install_crash_handler(folder: Path, show: Callable[[str], None]) -> None:
    """Log every unexpected exception of any thread and hand its kind to ``show``; note hard crashes in a file.

    ``show`` is called in the thread that failed.
    """
    faulthandler.enable((folder / "crash.log").open("a", encoding="utf-8"))

    def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.critical("unexpected %s", kind.__name__, exc_info=(kind, error, trace))
        show(kind.__name__)

    def report_thread(args: threading.ExceptHookArgs) -> None:
        report(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)

    sys.excepthook = report
    threading.excepthook = report_thread
