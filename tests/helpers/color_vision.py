"""How far two colors are apart for eyes that lack the cones for red or for green.

The matrices are those of Machado, Oliveira and Fernandes (2009) for a complete lack, on linear RGB; the distance
is that of CIE 1976 in L*a*b* under D65.
"""

from __future__ import annotations

from math import dist

_Triple = tuple[float, float, float]

EYES: dict[str, tuple[_Triple, _Triple, _Triple]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
_WHITE = (0.95047, 1.0, 1.08883)


def distance(one: str, other: str, eyes: str) -> float:
    """Between two colors ``#RRGGBB``; about 2 is the least that is noticed side by side."""
    return dist(_lab(_seen(one, eyes)), _lab(_seen(other, eyes)))


def _seen(color: str, eyes: str) -> _Triple:
    linear = tuple(_linear(int(color[start : start + 2], 16) / 255) for start in (1, 3, 5))
    red, green, blue = (min(max(_dot(row, linear), 0.0), 1.0) for row in EYES[eyes])
    return red, green, blue


def _lab(rgb: _Triple) -> _Triple:
    x, y, z = (_response(_dot(row, rgb) / white) for row, white in zip(_TO_XYZ, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _response(share: float) -> float:
    return float(share ** (1 / 3)) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def _dot(row: _Triple, values: tuple[float, ...]) -> float:
    return sum(factor * value for factor, value in zip(row, values, strict=True))
