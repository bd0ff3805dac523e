"""English is complete: what the sources say in German, the catalogue says in English, and the compiled one too."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

import translations
from terminplaner.ui.sentences import SENTENCES

Message = tuple[str, str]
"""Context and German."""

_GAP = re.compile(r"\{\w*\}")
_GERMAN = re.compile(r"[äöüÄÖÜß„]")
_GERMAN_BY_NATURE = {"argparse_words.py", "branch_details.py", "go_to_dialog.py"}
"""A dictionary into German, the names of the federal states, and what may be typed in either language."""
_MARKERS = {"translate", "QT_TRANSLATE_NOOP"}


class _Marked(ast.NodeVisitor):
    """The strings of a file that are marked for translation, with the context they get when the program runs."""

    def __init__(self) -> None:
        self.found: list[Message] = []
        self.wrong: list[int] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name == "tr":
            is_own = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") in {"self", "cls"}
            if is_own and self._classes and _is_literal(node.args[0]):
                self.found.append((self._classes[-1], ast.literal_eval(node.args[0])))
            else:
                self.wrong.append(node.lineno)
        elif name in _MARKERS and len(node.args) >= 2 and _is_literal(node.args[0]):
            if _is_literal(node.args[1]):
                self.found.append((ast.literal_eval(node.args[0]), ast.literal_eval(node.args[1])))
            elif isinstance(node.args[1], ast.JoinedStr):
                self.wrong.append(node.lineno)


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


@cache
def _sources() -> tuple[set[Message], list[str]]:
    found, wrong = set(), []
    for file in translations.SOURCES.rglob("*.py"):
        marked = _Marked()
        marked.visit(ast.parse(file.read_text(encoding="utf-8")))
        found |= set(marked.found)
        wrong += [f"{file.relative_to(translations.ROOT)}:{line}" for line in marked.wrong]
    return found, wrong


def _catalogue() -> Iterator[tuple[Message, str, str]]:
    """Each message with its disambiguation and its finished English, empty where there is none."""
    for context in ElementTree.parse(translations.CATALOGUE).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            is_finished = translation is not None and translation.get("type") is None
            english = translation.text or "" if translation is not None and is_finished else ""
            key = context.findtext("name", ""), message.findtext("source", "")
            yield key, message.findtext("comment", ""), english


def test_only_whole_sentences_of_the_own_class_are_marked() -> None:
    found, wrong = _sources()
    assert len(found) > 1000
    # Anything else is never found again when the program runs: other objects' tr(), f-strings, variables.
    assert not wrong


def test_every_string_of_the_sources_has_its_english() -> None:
    english = {key: text for key, _, text in _catalogue()}
    found, _ = _sources()
    missing = sorted(key for key in found if not english.get(key, "").strip())
    assert not missing, f"{len(missing)} strings; see tools/translations.py"


def test_nothing_german_is_said_unmarked() -> None:
    unmarked = []
    for folder in ("ui", "cli"):
        for file in (translations.SOURCES / folder).rglob("*.py"):
            if file.name in _GERMAN_BY_NATURE:
                continue
            tree = ast.parse(file.read_text(encoding="utf-8"))
            silent = {id(node) for node in _silent(tree)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
                    unmarked += [f"{file.name}:{node.lineno}: {node.value}"] if _GERMAN.search(node.value) else []
    assert not unmarked


def _silent(tree: ast.Module) -> Iterator[ast.expr]:
    """Docstrings and the like, and whatever is marked."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield node.value
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name == "tr" or name in _MARKERS:
                yield from node.args


def test_the_catalogue_has_nothing_that_the_sources_have_not() -> None:
    assert {key for key, _, _ in _catalogue()} - _sources()[0] == set()


def test_the_compiled_catalogue_says_the_same() -> None:
    compiled = QTranslator()
    assert compiled.load(str(translations.CATALOGUE.with_suffix(".qm")))
    differing = [
        key for key, note, english in _catalogue() if english and compiled.translate(*key, note or None) != english
    ]
    assert not differing, "make translations"


def test_gaps_and_mnemonics_survive_translation() -> None:
    odd = [
        (german, english)
        for (_, german), _, english in _catalogue()
        if english
        and (
            set(_GAP.findall(german)) != set(_GAP.findall(english))
            or ("&" in german) != ("&" in english)
            or german.endswith("…") != english.endswith("…")
            or german[:1].isspace() != english[:1].isspace()
        )
    ]
    assert not odd


def test_english_is_not_german() -> None:
    proper = ("Königstraße", "Müller")
    odd = [
        english
        for (context, german), _, english in _catalogue()
        if _GERMAN.search(english) and not any(name in english for name in proper)
    ]
    same = [
        german
        for (_, german), _, english in _catalogue()
        if english == german and len(german.split()) > 2 and not _GAP.search(german)
    ]
    assert odd == []
    assert same == []


@pytest.mark.parametrize("word", ["colour", "cancelled", "synchronis", "organis", "centre", "behaviour"])
def test_english_is_american(word: str) -> None:
    assert [english for _, _, english in _catalogue() if word in english.lower()] == []


def test_an_unfinished_string_is_named(tmp_path: Path) -> None:
    copy = tmp_path / "copy.ts"
    text = translations.CATALOGUE.read_text(encoding="utf-8")
    copy.write_text(text.replace("<translation>About Terminplaner<", '<translation type="unfinished"><'), "utf-8")
    assert ("AboutDialog", "Über Terminplaner") in translations.unfinished(copy)


def test_lupdate_reads_the_sources_as_the_program_does(tmp_path: Path) -> None:
    copy = tmp_path / "terminplaner_en.ts"
    shutil.copy(translations.CATALOGUE, copy)
    translations.update(copy)
    assert copy.read_text(encoding="utf-8") == translations.CATALOGUE.read_text(encoding="utf-8")


def test_the_command_line_speaks_english(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "terminplaner", "--profile", str(tmp_path / "profile"), "--language", "en"]
    refused = subprocess.run([*command, "resource", "list"], capture_output=True, text=True, check=False)
    assert refused.stderr == "There is no chain in this database yet. Please create it with “terminplaner init”.\n"
    assert refused.returncode == 2
    explained = subprocess.run([*command, "--help"], capture_output=True, text=True, check=True)
    assert "create the database" in explained.stdout
    assert explained.stdout.startswith("usage: ")


def test_every_sentence_is_in_the_catalogue() -> None:
    known = {german for (context, german), _, _ in _catalogue() if context == "messages"}
    assert set(SENTENCES.values()) - known == set()
