"""Frozen values to JSON and back, by the types of their fields.

The change log and the columns that hold a structure use it.  A field that an older program did not know yet takes
its default, one that it knew and we do not is passed over, so the log stays readable across versions.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID


def to_json(value: object) -> Any:
    """A value of the domain as what ``json`` can write.

    Raise ``TypeError`` for a type that no field of the domain has.
    """
    match value:
        case Enum():
            return value.value
        case None | bool() | int() | float() | str():
            return value
        case UUID():
            return str(value)
        case date() | time():  # a datetime is a date
            return value.isoformat()
        case Mapping():
            return {key: to_json(item) for key, item in value.items()}
        case tuple() | list():
            return [to_json(item) for item in value]
        case frozenset():
            return sorted(to_json(item) for item in value)
    if is_dataclass(value):
        return {name: to_json(getattr(value, name)) for name in field_types(type(value))}
    raise TypeError(f"{type(value).__name__} has no JSON form")


HIDDEN = "***"


def to_log(value: object) -> Any:
    """As ``to_json``, with ``HIDDEN`` for what a dataclass keeps out of its repr: secrets are in no log."""
    document = to_json(value)
    if is_dataclass(value):
        for field in fields(value):
            if not field.repr and document[field.name]:
                document[field.name] = HIDDEN
    return document


def from_json(hint: Any, data: Any) -> Any:
    """The value of type ``hint`` that ``to_json`` made ``data`` of."""
    if data is None or hint is Any or hint in (bool, int, float, str):
        return data
    if hint is UUID:
        return UUID(data)
    if hint in (datetime, date, time):
        return hint.fromisoformat(data)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (types.UnionType, Union):
        return from_json(_member(arguments, data), data)
    if origin in (tuple, frozenset):
        return origin(from_json(arguments[0], item) for item in data)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(data)
    if isinstance(hint, type) and is_dataclass(hint):
        hints = field_types(hint)
        return hint(**{name: from_json(hints[name], item) for name, item in data.items() if name in hints})
    return data


def _field_types(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


field_types: Callable[[Any], Mapping[str, Any]] = cache(_field_types)
"""The fields of a dataclass with their types, in order."""


def _member(members: tuple[Any, ...], data: Any) -> Any:
    """The type of a union that ``data`` was; two dataclasses in one union differ in their fields."""
    kinds = [member for member in members if member is not types.NoneType]
    if len(kinds) > 1:
        kinds = [kind for kind in kinds if set(field_types(kind)) == set(data)]
    return kinds[0]
