"""What is slow to load, in the place of itself until it is needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

T = TypeVar("T")


class _Deferred:
    def __init__(self, load: Callable[[], object]) -> None:
        self._load = load

    def __getattr__(self, name: str) -> Any:
        return getattr(self._load(), name)


def deferred(load: Callable[[], T]) -> T:
    """What ``load`` returns, asked for anew at each use, and never before the first: ``load`` has to keep it."""
    return cast(T, _Deferred(load))
