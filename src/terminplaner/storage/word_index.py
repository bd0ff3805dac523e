"""What the word tables know of a word that somebody looks for, and the ids that they lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, and_, func, select

from terminplaner.storage.tables.words import SEARCH_WORDS
from terminplaner.storage.words import WordPattern, backwards

_WORDS = 500
"""So many words are looked up one by one; a pattern that more of them match is frequent."""
_LAST_LETTER = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word somebody looks for, and what the store knows of it.

    ``words`` are all there are of a pattern that is no plain begin of a word, None where they are too many or not
    needed.
    """

    pattern: WordPattern
    words: tuple[str, ...] | None

    @property
    def is_indexed(self) -> bool:
        """Whether the index leads to what has it."""
        return self.words is not None or bool(self.pattern.head)


def look_up(connection: Connection, pattern: WordPattern) -> Wanted:
    words: tuple[str, ...] | None = None
    if not pattern.is_whole and not pattern.is_beginning:
        known = SEARCH_WORDS.c.word
        alike = select(known).where(known.like(pattern.of_word), *_ends_of(pattern)).limit(_WORDS + 1)
        words = tuple(connection.scalars(alike))
        if len(words) > _WORDS:
            words = None
    return Wanted(pattern, words)


def ids_having(words: Table, wanted: Wanted) -> Select[Any]:
    """The ids of what has a word, by the table that says so."""
    pattern, (word, key) = wanted.pattern, words.c
    having: Select[Any] = select(key.label("id"))
    if wanted.words is not None:
        return having.where(word.in_(wanted.words))
    if pattern.is_whole:
        return having.where(word == pattern.head)
    if pattern.is_beginning:
        return having.where(_begins(word, pattern.head))
    begin = (_begins(word, pattern.head),) if pattern.head else ()
    return having.where(*begin, word.like(pattern.of_word))


def is_among(words: ColumnElement[str], pattern: WordPattern) -> ColumnElement[bool]:
    """Whether ``joined`` words have one that fits."""
    fits = words.like(pattern.among_words)
    return and_(fits, words.regexp_match(pattern.within_a_word)) if pattern.has_inner_star else fits


def count_of(connection: Connection, ids: Select[Any], enough: int) -> int:
    """How many there are; more than ``enough`` are not counted any further."""
    return connection.scalar(select(func.count()).select_from(ids.limit(enough + 1).subquery())) or 0


def _ends_of(pattern: WordPattern) -> list[ColumnElement[bool]]:
    """What an index says of the longer end of a word."""
    if len(pattern.head) >= len(pattern.tail):
        return [_begins(SEARCH_WORDS.c.word, pattern.head)] if pattern.head else []
    return [_begins(SEARCH_WORDS.c.backwards, backwards(pattern.tail))]


def _begins(column: Column[Any], begin: str) -> ColumnElement[bool]:
    return and_(column >= begin, column < begin + _LAST_LETTER)
