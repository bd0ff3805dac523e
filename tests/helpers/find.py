"""Finding a control as a screen reader does: by its kind and its name."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget

W = TypeVar("W", bound=QWidget)


def name_of(widget: QWidget) -> str:
    """What is said: the accessible name, else the text of a button without its mnemonic."""
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text().replace("&", "") if isinstance(widget, QAbstractButton) else ""


def child(parent: QWidget, kind: type[W], name: str) -> W:
    """The one child of that kind and name; an assertion fails where there is none or more than one."""
    found = [widget for widget in parent.findChildren(kind) if name_of(widget) == name]
    names = sorted({name_of(widget) for widget in parent.findChildren(kind)})
    assert len(found) == 1, f"{len(found)} {kind.__name__} named {name!r} among {names}"
    return found[0]


def press(parent: QWidget, name: str) -> None:
    """Press the one button of that name that can be seen; an assertion fails where a person could not."""
    found = [button for button in parent.findChildren(QAbstractButton) if name_of(button) == name]
    visible = [button for button in found if button.isVisible()]
    assert len(visible) == 1, f"{len(found)} buttons named {name!r}, {len(visible)} visible"
    assert visible[0].isEnabled(), f"{name} is disabled"
    visible[0].click()
