"""Real keyboard and mouse input on a private screen, by xdotool."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

_DRAG_STEPS = 8


class Hands:
    """Types and clicks on the screen that `env` names in DISPLAY.

    Points are in pixels before scaling, as accessible extents are; `scale` turns them into those of the screen.
    """

    def __init__(self, env: Mapping[str, str], scale: float = 1.0) -> None:
        self._env = dict(env)
        self._scale = scale

    def key(self, *combinations: str) -> None:
        """Press keys by their X names, e.g. "ctrl+z" or "Return", in the focused window."""
        self._xdotool("key", "--delay", "10", *combinations)

    def type(self, text: str) -> None:
        """Type text in the focused window; the keyboard is a German one."""
        self._xdotool("type", "--delay", "10", text)

    def click(self, point: tuple[int, int], times: int = 1) -> None:
        self._xdotool(*self._move(point), "click", "--repeat", str(times), "--delay", "40", "1")

    def right_click(self, point: tuple[int, int]) -> None:
        self._xdotool(*self._move(point), "click", "3")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Drag with the left button, in steps, since a toolkit takes one jump for no drag at all."""
        (x, y), (to_x, to_y) = start, end
        steps = [
            self._move((x + (to_x - x) * step // _DRAG_STEPS, y + (to_y - y) * step // _DRAG_STEPS))
            for step in range(1, _DRAG_STEPS + 1)
        ]
        self._xdotool(
            *self._move(start), "mousedown", "1", *(word for step in steps for word in step), "mouseup", "1"
        )

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._env, check=True, timeout=20)

    def _move(self, point: tuple[int, int]) -> tuple[str, ...]:
        return "mousemove", str(round(point[0] * self._scale)), str(round(point[1] * self._scale))
