"""Pictures of the real windows, light and dark, taken without a display."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTabWidget, QWidget

from terminplaner.bootstrap.desktop import Desktop
from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import open_program
from terminplaner.services.users import ADMINISTRATOR_NAME
from terminplaner.ui.app import create_application
from terminplaner.ui.main_window import MainWindow

_POLL_MS = 50
_PATIENCE_MS = 20_000
_SIZE = (1440, 900)
_SCHEMES = {"hell": Qt.ColorScheme.Light, "dunkel": Qt.ColorScheme.Dark}


def photograph(environment: Environment, folder: Path) -> None:
    """Write one PNG for each tab of the main window and for the details of the sync, in both schemes."""
    application = create_application(["terminplaner"], environment.language)
    with open_program(environment) as program:
        desktop = Desktop(program)
        desktop.remember_user(ADMINISTRATOR_NAME)
        desktop.start()
        _wait_until(lambda: desktop.window is not None)
        window = desktop.window
        assert window is not None  # noqa: S101
        window.resize(*_SIZE)
        for name, scheme in _SCHEMES.items():
            QGuiApplication.styleHints().setColorScheme(scheme)
            _photograph_window(desktop, window, folder, name)
        window.close()
        desktop.stop()
    application.processEvents()


def _photograph_window(desktop: Desktop, window: MainWindow, folder: Path, scheme: str) -> None:
    tabs = window.findChildren(QTabWidget)[0]
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        _shoot(desktop, window, folder / f"{index + 1}-{tabs.tabText(index)}-{scheme}.png")
    window.show_sync_details()
    for details in window.findChildren(QWidget):
        if details.isWindow() and details.isVisible():
            _shoot(desktop, details, folder / f"5-Synchronisation-{scheme}.png")
            details.close()


def _shoot(desktop: Desktop, widget: QWidget, path: Path) -> None:
    _wait_until(lambda: desktop.is_idle)
    widget.grab().save(str(path))


def _wait_until(is_ready: Callable[[], bool]) -> None:
    """Let the windows live until they are ready; raise ``TimeoutError`` where they never are."""
    loop = QEventLoop()
    poll = QTimer()
    poll.timeout.connect(lambda: loop.quit() if is_ready() else None)
    poll.start(_POLL_MS)
    patience = QTimer()
    patience.setSingleShot(True)
    patience.timeout.connect(loop.quit)
    patience.start(_PATIENCE_MS)
    loop.exec()
    if not is_ready():
        raise TimeoutError
