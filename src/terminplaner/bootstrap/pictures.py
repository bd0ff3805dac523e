"""Writing what a widget shows as a small picture."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from terminplaner.bootstrap.photographs import wait_until
from terminplaner.ui.planner.plan.tiles import Tiles
from terminplaner.ui.theme import tokens

_COLORS = 256
_SAMPLE = 3
"""Every third pixel is looked at to find the colors of a picture."""


def save_small(widget: QWidget, path: Path) -> None:
    """Write a picture of ``widget`` with 256 colors: true color would take threefold.

    Colors that mean something are kept however seldom they are: a small warning must not look like an error.
    """
    widget.grab()  # the plan paints its details once it knows what is in sight
    QCoreApplication.sendPostedEvents()  # what grew or shrank since the last frame is laid out anew
    plans = [tiles for tiles in widget.findChildren(Tiles) if _is_in_sight(tiles)]
    wait_until(lambda: all(tiles.is_complete for tiles in plans))
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(picture.constBits()).cast("I")
    meant = (color.rgb() for color in asdict(tokens(widget.palette())).values() if isinstance(color, QColor))
    frequent = (color for color, _ in Counter(pixels[::_SAMPLE]).most_common(_COLORS))
    colors = list(dict.fromkeys((*meant, *frequent)))[:_COLORS]
    small = picture.convertToFormat(QImage.Format.Format_Indexed8, colors, Qt.ImageConversionFlag.ThresholdDither)
    if not small.save(str(path), quality=0):  # quality 0 is the strongest compression of a PNG
        raise OSError(path)


def _is_in_sight(tiles: Tiles) -> bool:
    owner = tiles.parent()
    return isinstance(owner, QWidget) and owner.isVisible()
