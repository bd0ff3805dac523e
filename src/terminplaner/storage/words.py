"""The words that appointments and customers are found by, and what a search asks of them.

Case and accents make no difference (Özdemir, özdemir, Ozdemir); everything that is neither letter nor digit parts
words.  A row keeps its words side by side, each between spaces, so that one LIKE answers for either end of a word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Entity
from terminplaner.domain.people import Customer

_WORD = re.compile(r"[^\W_]+")
_ASKED = re.compile(r"\*?[^\W_]+\*?")
_LONGEST = 60
"""Letters of a word that count; an index takes no words of any length."""


@dataclass(frozen=True, slots=True)
class WordPattern:
    """A word somebody looks for; the star that was typed at either end stands for anything."""

    word: str
    is_open_before: bool = False
    is_open_after: bool = False

    @property
    def among_words(self) -> str:
        """The LIKE pattern for ``joined`` words."""
        before, after = "" if self.is_open_before else " ", "" if self.is_open_after else " "
        return f"%{before}{self.word}{after}%"

    @property
    def of_word(self) -> str:
        """The LIKE pattern for a single word."""
        return f"{'%' * self.is_open_before}{self.word}{'%' * self.is_open_after}"


def patterns_of(text: str) -> tuple[WordPattern, ...]:
    """What somebody typed, word by word, each once; nothing but stars asks for nothing."""
    asked = (
        WordPattern(part.strip("*")[:_LONGEST], part.startswith("*"), part.endswith("*"))
        for part in _ASKED.findall(folded(text))
    )
    return tuple(dict.fromkeys(asked))


def words_of(entity: Entity | None) -> tuple[str, ...]:
    """What an entity is found by, each word once; only appointments and customers are looked for by words.

    The title of a private appointment is nobody's business.
    """
    match entity:
        case Appointment(is_private=False):
            return words_in(entity.text, entity.comment)
        case Customer():
            names = (entity.last_name, entity.first_name, entity.initials, entity.number)
            return words_in(*names, *phone_texts(entity.phone))
        case _:
            return ()


def words_in(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word[:_LONGEST] for word in _WORD.findall(folded("\n".join(texts)))))


def phone_texts(phone: str) -> tuple[str, str]:
    """A phone number is found in its parts and as a whole."""
    return phone, "".join(letter for letter in phone if letter.isdigit())


def joined(words: tuple[str, ...]) -> str:
    return f" {' '.join(words)} " if words else ""


def folded(text: str) -> str:
    """Text without regard to case and accents; ß is ss."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
