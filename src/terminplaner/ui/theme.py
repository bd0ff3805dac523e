"""Colors, spacing and type, by meaning.

Widgets ask ``tokens(self.palette())`` for a color and never name one themselves; what the palette already says
(window, base, text, highlight) they take from the palette.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import IntEnum
from functools import cache

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from terminplaner.ui.stylesheet import stylesheet

READABLE = 4.5
"""Contrast of text to its ground, WCAG 2.2 criterion 1.4.3."""
VISIBLE = 3.0
"""Contrast of a meaningful line to its ground, WCAG 2.2 criterion 1.4.11."""


class Space(IntEnum):
    """Distances in logical pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 40


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every color of the program, by what it means."""

    window: QColor
    surface: QColor
    raised: QColor
    text: QColor
    muted: QColor
    faint: QColor
    """Text of what is disabled; the one text that need not be readable."""
    border: QColor
    border_strong: QColor
    accent: QColor
    accent_hover: QColor
    on_accent: QColor
    selection: QColor
    danger: QColor
    danger_ground: QColor
    warning: QColor
    warning_ground: QColor
    success: QColor
    success_ground: QColor
    info: QColor
    info_ground: QColor
    available: QColor
    """Ground of working time in the planner."""
    taken: QColor
    """Ground of working time that is not to be had, beside the boxes that are."""
    unavailable: QColor
    """Ground of the time a resource does not work."""
    closed: QColor
    """Ground of the time a shop is not open."""
    grid: QColor
    grid_strong: QColor
    today: QColor
    """Ground of today's header."""
    now_line: QColor
    is_dark: bool


def _tokens(is_dark: bool, **colors: str) -> Tokens:
    return Tokens(**{name: QColor(value) for name, value in colors.items()}, is_dark=is_dark)


@cache
def _scheme(is_dark: bool) -> Tokens:
    if is_dark:
        return _tokens(
            True,
            window="#1b1e23",
            surface="#22262c",
            raised="#2b3037",
            text="#e7e9ec",
            muted="#a2a9b3",
            faint="#737a84",
            border="#383e47",
            border_strong="#6d7683",
            accent="#78b0ea",
            accent_hover="#93c1f1",
            on_accent="#0e1a28",
            selection="#2a4059",
            danger="#f28b82",
            danger_ground="#43262a",
            warning="#f0bf62",
            warning_ground="#3d3220",
            success="#7fc99a",
            success_ground="#1f3a2b",
            info="#8ab8ec",
            info_ground="#223448",
            available="#22262c",
            taken="#1f2328",
            unavailable="#1b1e23",
            closed="#16191d",
            grid="#2e333a",
            grid_strong="#3c434c",
            today="#27384c",
            now_line="#ff7a70",
        )
    return _tokens(
        False,
        window="#f4f5f7",
        surface="#ffffff",
        raised="#fbfbfc",
        text="#1c232d",
        muted="#5b6675",
        faint="#9098a3",
        border="#d9dde3",
        border_strong="#858f9c",
        accent="#215f9e",
        accent_hover="#1a4f86",
        on_accent="#ffffff",
        selection="#dbe8f6",
        danger="#b3261e",
        danger_ground="#fcebea",
        warning="#855300",
        warning_ground="#fdf3dc",
        success="#1d6b41",
        success_ground="#e5f4ea",
        info="#215f9e",
        info_ground="#e8f1fb",
        available="#ffffff",
        taken="#f7f8fa",
        unavailable="#eef0f3",
        closed="#e7eaee",
        grid="#e9ebef",
        grid_strong="#d5d9df",
        today="#e3eefa",
        now_line="#d0342c",
    )


def tokens(palette: QPalette) -> Tokens:
    """The colors that go with a palette."""
    return _scheme(is_dark=palette.color(QPalette.ColorRole.Window).lightnessF() < 0.5)


@dataclass(frozen=True, slots=True)
class BlockColors:
    """A block in the planner: readable whatever color a person chose for its type."""

    ground: QColor
    edge: QColor
    text: QColor


def block_colors(color: str, palette: QPalette) -> BlockColors:
    """A quiet ground in the hue of ``color`` (``#RRGGBB``), an edge that is visible on it, and readable text."""
    scheme = tokens(palette)
    hue = QColor(color)
    ground = mix(scheme.surface, hue, 0.30 if scheme.is_dark else 0.20)
    return BlockColors(ground, towards(hue, scheme.text, ground, VISIBLE), towards(hue, scheme.text, ground, 7.0))


def towards(color: QColor, target: QColor, ground: QColor, wanted: float) -> QColor:
    """``color``, moved towards ``target`` only as far as its contrast to ``ground`` asks for."""
    for step in range(11):
        candidate = mix(color, target, step / 10)
        if contrast(candidate, ground) >= wanted:
            return candidate
    return target


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """``share`` 0 is ``one``, 1 is ``other``."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


def scaled(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """``font`` in another size: 1.5 for a page's title, 1.15 for a section, 0.9 for small print."""
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * factor)
    result.setWeight(weight)
    return result


def palette_of(is_dark: bool) -> QPalette:
    """The program's own palette, the same on every system."""
    scheme = _scheme(is_dark)
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    for target, color in (
        (role.Window, scheme.window),
        (role.WindowText, scheme.text),
        (role.Base, scheme.surface),
        (role.AlternateBase, scheme.raised),
        (role.Text, scheme.text),
        (role.PlaceholderText, scheme.muted),
        (role.Button, scheme.raised),
        (role.ButtonText, scheme.text),
        (role.BrightText, scheme.danger),
        (role.ToolTipBase, scheme.raised),
        (role.ToolTipText, scheme.text),
        (role.Highlight, scheme.accent),
        (role.HighlightedText, scheme.on_accent),
        (role.Accent, scheme.accent),
        (role.Link, scheme.accent),
        (role.LinkVisited, scheme.accent),
        (role.Light, scheme.raised),
        (role.Midlight, scheme.border),
        (role.Mid, scheme.border),
        (role.Dark, scheme.border_strong),
        (role.Shadow, scheme.border_strong),
    ):
        palette.setColor(target, color)
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, target, scheme.faint)
    palette.setColor(group.Disabled, role.Base, scheme.window)
    palette.setColor(group.Disabled, role.Highlight, scheme.border)
    palette.setColor(group.Disabled, role.HighlightedText, scheme.faint)
    return palette


class Appearance(QObject):
    """Dresses the application and follows the system between light and dark, unless somebody chose one."""

    def __init__(
        self,
        application: QApplication,
        scheme: Qt.ColorScheme = Qt.ColorScheme.Unknown,
        font_percent: int = 100,
    ) -> None:
        """``scheme`` other than Unknown overrides the system's; ``font_percent`` is of its usual size of type."""
        super().__init__(application)
        self._application = application
        self._override = scheme
        self._font = application.font()
        self._font_percent = 100
        self.resize_type(font_percent)
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    def override(self, scheme: Qt.ColorScheme) -> None:
        """Show this scheme whatever the system says; Unknown follows it again."""
        if scheme != self._override:
            self._override = scheme
            self.apply()

    def resize_type(self, percent: int) -> None:
        """Set type in so many percent of the size the system uses, in windows that are made from now on."""
        if percent != self._font_percent:
            self._font_percent = percent
            self._application.setFont(scaled(self._font, percent / 100, self._font.weight()))

    def apply(self) -> None:
        wanted = self._override
        if wanted == Qt.ColorScheme.Unknown:
            wanted = self._application.styleHints().colorScheme()
        palette = palette_of(is_dark=wanted == Qt.ColorScheme.Dark)
        self._application.setPalette(palette)
        colors = asdict(tokens(palette))
        is_dark = colors.pop("is_dark")
        self._application.setStyleSheet(stylesheet(colors, is_dark=is_dark))
