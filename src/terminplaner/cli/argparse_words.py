"""argparse's own words in German: the standard library comes without a catalogue for them."""

from __future__ import annotations

import argparse

from terminplaner.ui.language import GERMAN

_WORDS = {
    "usage: ": "Aufruf: ",
    "options": "Optionen",
    "positional arguments": "Argumente",
    "show this help message and exit": "diese Hilfe anzeigen",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "the following arguments are required: %s": "es fehlt %s",
    "one of the arguments %s is required": "es fehlt eines von %s",
    "unrecognized arguments: %s": "unbekannt ist %s",
    "not allowed with argument %s": "passt nicht zu %s",
    "ignored explicit argument %r": "nimmt keinen Wert (%r)",
    "expected one argument": "der Wert fehlt",
    "expected at least one argument": "mindestens ein Wert fehlt",
    "invalid %(type)s value: %(value)r": "„%(value)s“ passt nicht (erwartet: %(type)s)",
    "invalid choice: %(value)r (choose from %(choices)s)": "„%(value)s“ gibt es nicht (möglich: %(choices)s)",
}


def speak(language: str) -> None:
    """For every parser of this process: argparse looks its words up under this name and has no other way in."""
    words = _WORDS if language == GERMAN else {}
    vars(argparse)["_"] = lambda word: words.get(word, word)
