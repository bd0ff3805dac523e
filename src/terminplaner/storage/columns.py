"""Column types that hold the domain's own values, so that a row's values are those of its dataclass."""

# ruff: noqa: ARG002  (the signatures are SQLAlchemy's)

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from terminplaner.domain.errors import InvalidInputError
from terminplaner.storage.codec import from_json, to_json


class Instant(TypeDecorator[datetime]):
    """An aware instant in UTC.  SQLite keeps it as text whose order is the order of time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise InvalidInputError("naive_instant")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class PlainText(TypeDecorator[str]):
    """Text of any length.  What one of the engines could not keep is refused on both."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is not None and ("\0" in value or not _is_unicode(value)):
            raise InvalidInputError("unstorable_text")
        return value


class Word(TypeDecorator[Enum]):
    """A member of an enumeration, kept by its value."""

    impl: type[TypeEngine[Any]] | TypeEngine[Any] = Text
    cache_ok = True

    def __init__(self, kind: type[Enum]) -> None:
        self.kind = kind
        super().__init__()
        if issubclass(kind, int):
            self.impl = Integer()

    def process_bind_param(self, value: Enum | None, dialect: Dialect) -> Any:
        return None if value is None else value.value

    def process_result_value(self, value: Any, dialect: Dialect) -> Enum | None:
        return None if value is None else self.kind(value)


class Structure(TypeDecorator[Any]):
    """A structured value of the given type, kept as JSON; None is SQL's NULL.  With ``Any`` it is JSON already."""

    impl = JSON(none_as_null=True)
    cache_ok = True

    def __init__(self, hint: Any) -> None:
        self.hint = hint
        super().__init__()

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return value if self.hint is Any else to_json(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return from_json(self.hint, value)


def _is_unicode(value: str) -> bool:
    """Whether ``value`` has no half of a surrogate pair, which no encoding can write."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
