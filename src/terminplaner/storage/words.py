"""The words that appointments and customers are found by, and what a search asks of them.

Case and accents make no difference (Özdemir, özdemir, Ozdemir), and a customer is found with a written-out umlaut
as well (Oezdemir); everything that is neither letter nor digit parts words.  A row keeps its words side by side,
each between spaces, so that one LIKE answers for either end of a word.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from terminplaner.domain.appointment import Appointment
from terminplaner.domain.changes import Entity
from terminplaner.domain.people import Customer

_WORD = re.compile(r"[^\W_]+")
_ASKED = re.compile(r"(?:[^\W_]|\*)+")
_DAY = re.compile(r"(?<![\w.*])(\d{1,2})\.(\d{1,2})(?:\.(\d{0,4}))?(?![\w.*])")
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_LONGEST = 60
"""Letters of a word that count; an index takes no words of any length."""


@dataclass(frozen=True, slots=True)
class WordPattern:
    """A word somebody looks for: what stands between its stars, of which each is anything within a word.

    ``("m", "ller")`` was typed as "m*ller", ``("", "mann")`` as "*mann".
    """

    parts: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        return len(self.parts) == 1

    @property
    def head(self) -> str:
        """What the word begins with."""
        return self.parts[0]

    @property
    def tail(self) -> str:
        """What the word ends with."""
        return self.parts[-1]

    @property
    def is_beginning(self) -> bool:
        """Whether nothing but the begin of the word is known."""
        return len(self.parts) == 2 and not self.tail

    @property
    def has_inner_star(self) -> bool:
        return sum(map(bool, self.parts)) > 1

    @property
    def of_word(self) -> str:
        """The LIKE pattern for a single word."""
        return "%".join(self.parts)

    @property
    def among_words(self) -> str:
        """The LIKE pattern for ``joined`` words; a star in the middle reaches into other words."""
        return f"%{' ' * bool(self.head)}{self.of_word}{' ' * bool(self.tail)}%"

    @property
    def within_a_word(self) -> str:
        """The regular expression for ``joined`` words that keeps a star in the middle within its word."""
        inner = "[^ ]*".join(filter(None, self.parts))
        return f"{' ' * bool(self.head)}{inner}{' ' * bool(self.tail)}"


def whole_words_of(text: str) -> tuple[WordPattern, ...]:
    """Just the words of a text: a star parts them, as it does in what is stored."""
    return tuple(WordPattern((word,)) for word in words_in(text))


def patterns_of(text: str, *, are_beginnings: bool = False) -> tuple[WordPattern, ...]:
    """What somebody typed, word by word, each once; nothing but stars asks for nothing.

    ``are_beginnings`` takes each for the begin of a word, unless a star stands before it.
    """
    asked = (part for part in _ASKED.findall(folded(text)) if part.strip("*"))
    if are_beginnings:
        asked = (part if part.startswith("*") else f"{part}*" for part in asked)
    return tuple(dict.fromkeys(_pattern_of(part) for part in asked))


def _pattern_of(typed: str) -> WordPattern:
    return WordPattern(tuple(part[:_LONGEST] for part in re.sub(r"\*+", "*", typed).split("*")))


def words_of(entity: Entity | None) -> tuple[str, ...]:
    """What an entity is found by, each word once; only appointments and customers are looked for by words.

    The title of a private appointment is nobody's business.
    """
    match entity:
        case Appointment(is_private=False):
            return words_in(entity.text, entity.comment)
        case Customer():
            names = (entity.last_name, entity.first_name)
            written_out = (name.translate(_WRITTEN_OUT) for name in names)
            phones = (*phone_texts(entity.phone), *phone_texts(entity.mobile))
            others = (entity.initials, entity.number, *phones, entity.email, entity.title)
            return words_in(*names, *written_out, *others, _birth_word(entity.birth_on))
        case _:
            return ()


def words_in(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word[:_LONGEST] for word in _WORD.findall(folded("\n".join(texts)))))


def with_days_as_words(text: str) -> str:
    """What was typed, with each day as the one word that a birthdate is, as far as it was typed.

    ``3.5.1961`` becomes ``03051961``, ``03.05.`` becomes ``0305``.  Of a year 1, 2, 19 and 20 are the begin; other
    one or two digits are those behind any century (``3.5.61``: ``0305*61``).
    """
    return _DAY.sub(_day_word, text)


def _day_word(typed: re.Match[str]) -> str:
    day, month, year = int(typed[1]), int(typed[2]), typed[3] or ""
    is_short = year[:1] not in "12" or (len(year) == 2 and year not in ("19", "20"))
    if day > 31 or month > 12 or (is_short and len(year) > 2):
        return typed[0]
    return f"{day:02}{month:02}{'*' * is_short}{year}"


def _birth_word(born_on: date | None) -> str:
    """A single word: the parts of a day would be found in every number."""
    return f"{born_on.day:02}{born_on.month:02}{born_on.year}" if born_on else ""


def phone_texts(phone: str) -> tuple[str, str]:
    """A phone number is found in its parts and as a whole."""
    return phone, "".join(letter for letter in phone if letter.isdigit())


def joined(words: tuple[str, ...]) -> str:
    return f" {' '.join(words)} " if words else ""


def backwards(word: str) -> str:
    """What words that end alike begin alike by."""
    return word[::-1]


def folded(text: str) -> str:
    """Text without regard to case and accents; ß is ss."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
