"""Where the files beside the code are: in a wheel, an editable install and the frozen program alike."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def asset(*parts: str) -> Path:
    """The path of a file or folder under ``resources``."""
    package = Path(str(files("terminplaner")))
    bundled = package / "resources"
    root = bundled if bundled.is_dir() else package.parents[1] / "resources"
    return root.joinpath(*parts)
