"""A command that the database ended for the sake of others is begun anew, wherever that does nothing twice."""

from __future__ import annotations

import ast
from pathlib import Path

from terminplaner import services

_BESIDE = {"begin", "revoke"}
"""The commands of ``Linking`` that ask Google beside their transaction."""


def _opens_the_gate(method: ast.FunctionDef) -> bool:
    opened = (
        item.context_expr.func.value
        for block in ast.walk(method)
        if isinstance(block, ast.With)
        for item in block.items
        if isinstance(item.context_expr, ast.Call)
        and isinstance(item.context_expr.func, ast.Attribute)
        and item.context_expr.func.attr == "open"
    )
    return any(isinstance(owner, ast.Attribute) and owner.attr == "gate" for owner in opened)


def test_every_method_that_opens_the_gate_and_does_nothing_beside_is_repeatable() -> None:
    once = {
        method.name
        for file in Path(services.__path__[0]).glob("*.py")
        for method in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(method, ast.FunctionDef)
        and _opens_the_gate(method)
        and not any(isinstance(mark, ast.Name) and mark.id == "repeatable" for mark in method.decorator_list)
    }
    assert once == _BESIDE
