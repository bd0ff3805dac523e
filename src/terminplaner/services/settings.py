"""The chain settings, as a whole for the windows and by key for the command line."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from terminplaner.domain.chain import MOST_DAYS_BACK, ChainSettings
from terminplaner.domain.errors import InvalidInputError
from terminplaner.services.gate import Gate, repeatable
from terminplaner.services.oauth_client import parse_client
from terminplaner.services.permissions import Actor, Right
from terminplaner.services.ports import Reader

_BOOLEANS = {
    "on": True,
    "true": True,
    "1": True,
    "yes": True,
    "off": False,
    "false": False,
    "0": False,
    "no": False,
}
_NUMBERS = {"sync_interval_minutes": range(1, 61), "google_look_back_days": range(MOST_DAYS_BACK + 1)}
PERIOD_KEY = "calendar_period_until_on"
"""The one key that is not set but carried on (``CalendarPeriod.extend``)."""


def chain_settings(reader: Reader) -> ChainSettings:
    """The chain's one row of settings."""
    return reader.list(ChainSettings)[0]


@dataclass(frozen=True, slots=True)
class Settings:
    gate: Gate

    def load(self) -> ChainSettings:
        with self.gate.store.read() as reader:
            return chain_settings(reader)

    @repeatable
    def save(self, actor: Actor, settings: ChainSettings) -> ChainSettings:
        """Raise ``InvalidInputError``, ``StaleRevisionError`` or ``PermissionDeniedError``."""
        actor.require(Right.MANAGE_SETTINGS)
        _require_sound(settings)
        with self.gate.open(actor, "settings") as passage:
            before = chain_settings(passage.work)
            stored = passage.work.put(settings)
            _require_kept(before, stored)
            return stored

    def get(self, key: str) -> str:
        """The value of one key as text: ``on``/``off``, a number, or the word."""
        value = getattr(self.load(), _require_key(key))
        if isinstance(value, bool):
            return "on" if value else "off"
        if key == "google_client" and value:
            return parse_client(value).client_id  # the secret beside it is nobody's business
        return "" if value is None else str(value)

    @repeatable
    def set(self, actor: Actor, key: str, value: str) -> ChainSettings:
        """Parse and save one key; raise ``InvalidInputError`` for an unknown key or a value that does not fit.

        Read and written in one transaction, so that two who set different keys at once both succeed.
        """
        actor.require(Right.MANAGE_SETTINGS)
        with self.gate.open(actor, "settings") as passage:
            settings = chain_settings(passage.work)
            if key == PERIOD_KEY:
                raise InvalidInputError("calendar_period_fixed")
            current = getattr(settings, _require_key(key))
            changed = replace(settings, **{key: _parse(key, value, current)})
            _require_sound(changed)
            return passage.work.put(changed)


def keys() -> tuple[str, ...]:
    return tuple(item.name for item in fields(ChainSettings) if item.name not in {"id", "revision"})


def _require_sound(settings: ChainSettings) -> None:
    for key, numbers in _NUMBERS.items():
        if getattr(settings, key) not in numbers:
            low, high = numbers.start, numbers.stop - 1
            raise InvalidInputError("number_out_of_range", field=key, low=low, high=high)
    if settings.google_client:
        parse_client(settings.google_client)


def _require_kept(before: ChainSettings, after: ChainSettings) -> None:
    """The Kalenderperiode moves only with the appointments it stands for."""
    if before.calendar_period_until_on != after.calendar_period_until_on:
        raise InvalidInputError("calendar_period_fixed")


def _require_key(key: str) -> str:
    if key not in keys():
        raise InvalidInputError("unknown_setting", key=key, known=", ".join(keys()))
    return key


def _parse(key: str, value: str, current: object) -> Any:
    if isinstance(current, bool):
        if value.lower() not in _BOOLEANS:
            raise InvalidInputError("setting_value", key=key, value=value, allowed="on, off")
        return _BOOLEANS[value.lower()]
    if isinstance(current, int):
        if not value.isdecimal():
            numbers = _NUMBERS[key]
            allowed = f"{numbers.start}-{numbers.stop - 1}"
            raise InvalidInputError("setting_value", key=key, value=value, allowed=allowed)
        return int(value)
    if isinstance(current, StrEnum):
        words = [member.value for member in type(current)]
        if value not in words:
            raise InvalidInputError("setting_value", key=key, value=value, allowed=", ".join(words))
        return type(current)(value)
    return value
