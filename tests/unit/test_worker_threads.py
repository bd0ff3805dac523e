"""What runs beside the GUI thread is given what it needs: the session may be another by the time it runs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import terminplaner.ui

_STARTS = {"run", "run_network"}


def _works(tree: ast.AST) -> Iterator[ast.Lambda]:
    """The lambdas that are handed on to a ``TaskRunner``, or to what hands them on by the same name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _STARTS:
            yield from (given for given in node.args[:1] if isinstance(given, ast.Lambda))


def _mentions_session(work: ast.Lambda) -> bool:
    names = {node.id for node in ast.walk(work) if isinstance(node, ast.Name)}
    attributes = {node.attr for node in ast.walk(work) if isinstance(node, ast.Attribute)}
    return any(name.strip("_") == "session" for name in names | attributes)


def test_no_work_reads_the_session() -> None:
    (folder,) = terminplaner.ui.__path__
    found, works = [], 0
    for file in sorted(Path(folder).rglob("*.py")):
        for work in _works(ast.parse(file.read_text("utf-8"))):
            works += 1
            if _mentions_session(work):
                found.append(f"{file.relative_to(folder)}:{work.lineno}")
    assert found == []
    assert works > 50, "the search knows how works are started"
