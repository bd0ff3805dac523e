"""``demo --pictures DIR``: the handbook's pictures, every view and dialog, light and dark."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, qInstallMessageHandler

from terminplaner.bootstrap.demo_chain import demo_environment
from terminplaner.bootstrap.desktop import Desktop
from terminplaner.bootstrap.handbook_content import Content, fill
from terminplaner.bootstrap.handbook_scenes import SCENES
from terminplaner.bootstrap.photographs import pass_on, wait_until
from terminplaner.bootstrap.pictures import save_small
from terminplaner.bootstrap.program import Program, open_program
from terminplaner.bootstrap.studio import Studio
from terminplaner.services.users import ADMINISTRATOR_NAME
from terminplaner.simulator.clock import Clock
from terminplaner.ui.app import create_application
from terminplaner.ui.theme import Appearance

_SIZE = (1200, 760)
_SCREEN = (1920, 1080)
_DPI = 96
_SCHEMES = {"hell": Qt.ColorScheme.Light, "dunkel": Qt.ColorScheme.Dark}
_OPENED_AT = datetime(2026, 11, 23, 9, 20, tzinfo=UTC)
"""Twenty past ten on a Monday in Stuttgart: the pictures of two runs show the same day."""


def take_pictures(folder: Path) -> int:
    """Write ``NAME-CONTENT-SCHEME.png`` for each scene; the process's exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as screens:
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_describe_screen(Path(screens))}"
        return _take_in_sight(folder)


def _describe_screen(folder: Path) -> Path:
    """Qt's own screen without a display is so small that dialogs would have to scroll."""
    width, height = _SCREEN
    screen = {"name": "", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    described = folder / "screens.json"
    described.write_text(json.dumps({"screens": [screen | {"logicalDpi": _DPI, "logicalBaseDpi": _DPI}]}))
    return described


def _take_in_sight(folder: Path) -> int:
    qInstallMessageHandler(pass_on)
    application = create_application(["terminplaner"])
    for content in Content:
        for scheme in _SCHEMES:
            for path in _take_all(application, content, scheme, folder):
                sys.stdout.write(f"{path}\n")
                sys.stdout.flush()
    return 0


def _take_all(application: QCoreApplication, content: Content, scheme: str, folder: Path) -> Iterator[Path]:
    """From the beginning: scenes change what they show, and dark pictures shall show what the light ones do."""
    clock = Clock()
    clock.advance(_OPENED_AT - datetime.now(UTC))
    with demo_environment(clock) as (environment, google), open_program(environment, clock) as program:
        today = program.clock.now().date()
        fill(content, program, google, today)
        yield from _take_scenes(application, program, content, scheme, today, folder)


def _take_scenes(
    application: QCoreApplication,
    program: Program,
    content: Content,
    scheme: str,
    today: date,
    folder: Path,
) -> Iterator[Path]:
    desktop = Desktop(program)
    desktop.remember_user(ADMINISTRATOR_NAME)
    desktop.start()
    try:
        wait_until(lambda: desktop.window is not None)
        if desktop.window is None:
            raise TimeoutError
        # After the login, which dresses the window as the user chose.
        application.findChildren(Appearance)[0].override(_SCHEMES[scheme])
        desktop.window.resize(*_SIZE)
        studio = Studio(desktop, program, desktop.window, today)
        for scene in SCENES:
            if content in scene.contents:
                path = folder / f"{scene.name}-{content}-{scheme}.png"
                save_small(scene.show(studio), path)
                studio.clear_away()
                yield path
        desktop.window.close()
    finally:
        desktop.stop()
