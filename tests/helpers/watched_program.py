"""``python -m terminplaner``, which prints a traceback where the GUI thread asks the database beside a window."""

from __future__ import annotations

import sys
import threading
import traceback

from PySide6.QtWidgets import QApplication
from sqlalchemy import event
from sqlalchemy.engine import Engine

from terminplaner.__main__ import main


def _refuse_gui_thread(*_arguments: object) -> None:
    if threading.current_thread() is not threading.main_thread() or QApplication.instance() is None:
        return
    if any(window.isVisible() for window in QApplication.topLevelWidgets()):
        print("Traceback: the GUI thread asked the database", file=sys.stderr)
        traceback.print_stack()


if __name__ == "__main__":
    event.listen(Engine, "before_cursor_execute", _refuse_gui_thread)
    sys.exit(main())
