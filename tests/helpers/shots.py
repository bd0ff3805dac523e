"""Pictures of windows, to be looked at: both schemes, any scale."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from terminplaner.ui.theme import Appearance


def shoot(widget: QWidget, file: Path, *, ratio: float = 1.0) -> Path:
    """Write the widget as PNG with ``ratio`` device pixels per logical pixel; the file's path."""
    picture = QPixmap(widget.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    widget.render(picture, QPoint(), QRegion(widget.rect()))
    file.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(file)):
        raise OSError(f"{file}: not written")
    return file


def shoot_schemes(widget: QWidget, folder: Path, name: str, appearance: Appearance) -> tuple[Path, ...]:
    """The widget in light at 100 % and 200 % and in dark at 100 %."""
    files = []
    for scheme, label, ratio in (
        (Qt.ColorScheme.Light, "light", 1.0),
        (Qt.ColorScheme.Light, "light@2x", 2.0),
        (Qt.ColorScheme.Dark, "dark", 1.0),
    ):
        appearance.override(scheme)
        QApplication.processEvents()
        files.append(shoot(widget, folder / f"{name}-{label}.png", ratio=ratio))
    return tuple(files)
