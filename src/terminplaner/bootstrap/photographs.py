"""Pictures of the real windows, light and dark, taken without a display."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QMessageLogContext, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QTableView, QTabWidget, QWidget

from terminplaner.bootstrap.desktop import Desktop
from terminplaner.bootstrap.environment import Environment
from terminplaner.bootstrap.program import open_program
from terminplaner.services.users import ADMINISTRATOR_NAME
from terminplaner.ui.administration.page import AdministrationPage
from terminplaner.ui.app import create_application
from terminplaner.ui.main_window import MainWindow
from terminplaner.ui.sync_center.window import SyncCenter
from terminplaner.ui.theme import Appearance

_POLL_MS = 50
_PATIENCE_MS = 20_000
_SIZE = (1440, 900)
_SCHEMES = {"hell": Qt.ColorScheme.Light, "dunkel": Qt.ColorScheme.Dark}


def photograph(environment: Environment, folder: Path) -> None:
    """Write one PNG for each tab of the main window and for the Abgleich-Zentrale, in both schemes."""
    qInstallMessageHandler(pass_on)
    application = create_application(["terminplaner"])
    appearance = application.findChildren(Appearance)[0]
    with open_program(environment) as program:
        desktop = Desktop(program)
        desktop.remember_user(ADMINISTRATOR_NAME)
        desktop.start()
        try:
            window = _opened_window(desktop)
            for name, scheme in _SCHEMES.items():
                appearance.override(scheme)
                _photograph_window(desktop, window, folder, name)
            window.close()
        finally:
            desktop.stop()


def _opened_window(desktop: Desktop) -> MainWindow:
    wait_until(lambda: desktop.window is not None)
    if desktop.window is None:
        raise TimeoutError
    desktop.window.resize(*_SIZE)
    return desktop.window


def _photograph_window(desktop: Desktop, window: MainWindow, folder: Path, scheme: str) -> None:
    tabs = window.findChildren(QTabWidget)[0]
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        wait_until(lambda: desktop.is_idle)
        for page in tabs.findChildren(AdministrationPage):
            resources = page.findChildren(QTableView)[0]
            resources.selectRow(resources.model().rowCount() - 1)
        _shoot(desktop, window, folder / f"{index + 1}-{tabs.tabText(index)}-{scheme}.png")
    window.show_sync_center()
    center = window.findChildren(SyncCenter)[0]
    _shoot(desktop, center, folder / f"{tabs.count() + 1}-Abgleich-Zentrale-{scheme}.png")
    center.close()


def _shoot(desktop: Desktop, widget: QWidget, path: Path) -> None:
    wait_until(lambda: desktop.is_idle)
    widget.grab().save(str(path))


def wait_until(is_ready: Callable[[], bool]) -> None:
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


def pass_on(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Everything but what a window without a screen cannot know (its size hints, its place in front)."""
    if not text.startswith("This plugin does not support"):
        sys.stderr.write(text + "\n")
