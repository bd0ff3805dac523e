"""The English catalogue: ``resources/translations/terminplaner_en.ts`` for translators, ``.qm`` for the program.

``make translations`` brings both in line with the sources and names what has no English yet.  Translate in the
``.ts`` (an editor or Qt Linguist: ``.venv/bin/pyside6-linguist``), then run it again; both files are committed, so
that neither the wheel nor the frozen program needs Qt's tools.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "terminplaner"
CATALOGUE = ROOT / "resources" / "translations" / "terminplaner_en.ts"


def update(catalogue: Path = CATALOGUE) -> None:
    """Take over what the sources say: new strings come in unfinished, vanished ones go."""
    files = sorted(str(file) for file in SOURCES.rglob("*.py"))
    options = ("-silent", "-no-obsolete", "-locations", "none", "-disable-heuristic", "similartext")
    languages = ("-source-language", "de_DE", "-target-language", "en_US")
    _run("lupdate", *options, *languages, *files, "-ts", str(catalogue))


def release(catalogue: Path = CATALOGUE) -> Path:
    """Compile ``catalogue``; the path of the result, beside it."""
    compiled = catalogue.with_suffix(".qm")
    _run("lrelease", "-silent", str(catalogue), "-qm", str(compiled))
    return compiled


def unfinished(catalogue: Path = CATALOGUE) -> list[tuple[str, str]]:
    """Context and German of everything without a reviewed translation."""
    return [
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in ElementTree.parse(catalogue).getroot().iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
        if (translation := message.find("translation")) is None
        or translation.get("type")
        or not (translation.text or "").strip()
    ]


def _run(tool: str, *arguments: str) -> None:
    command = Path(sys.executable).with_name(f"pyside6-{tool}")
    subprocess.run([str(command), *arguments], check=True)


def main() -> int:
    """Update and compile; 1 while something is untranslated."""
    update()
    release()
    missing = unfinished()
    for context, source in missing:
        print(f"{context}: {source}")
    print(f"Without English: {len(missing)}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
