"""Well-formed input made odd: mutations of JSON documents and of iCalendar files, repeatable by their seed."""

from __future__ import annotations

import copy
import random
from collections.abc import Sequence
from typing import Any

ODD_TEXTS = (
    "",
    " ",
    "0",
    "-1",
    "\x00",
    "a\x00b",
    "\ud800",
    "\udfff\ud800",
    "\u202e\u2066rtl",
    "e\u0301" * 40,
    "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪🇩",
    "<b>x</b><img src=file:///etc/passwd>{0}%s%n&amp;",
    "<p><div><li>" * 200,
    "<![CDATA[<!DOCTYPE x [<!ENTITY a '&a;'>]>",
    "<" * 500,
    "&#0;&#x110000;&#xd800;&#99999999999999999999;",
    "\r\n\x0b\x0c\x85\u2028",
    "'; DROP TABLE appointment; --",
    "../../etc/passwd",
    "x" * 20_000,
    "2026-09-16",
    "2026-02-30",
    "0001-01-01",
    "9999-12-31",
    "20260916",
    "2026-W38-3",
    "2026-09-16T10:00:00",
    "2026-09-16T10:00:00Z",
    "2026-09-16T24:00:00Z",
    "2026-09-16T10:00:60Z",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "9999-12-31T23:59:59Z",
    "2026-10-25T02:30:00",
    "2026-03-29T02:30:00",
    "2026-09-16T10:00:00+99:99",
    "2026-09-16T10:00:00+23:59:59.999999",
    "١٢٣٤-٠١-٠١",
    "Europe/Berlin",
    "Europe/Atlantis",
    "/etc/localtime",
    "../../../etc/passwd",
    "UTC",
    "Factory",
    "posixrules",
    "EST5EDT",
    "cancelled",
    "tentative",
    "private",
    "confidential",
    "transparent",
    "workingLocation",
)
_ODD_NUMBERS = (0, -1, 1, 2**31, 2**63, -(2**63), 10**400, 0.5, float("nan"), float("inf"), -0.0)


def mutated_json(document: Any, others: Sequence[Any], chance: random.Random) -> Any:
    """A copy with one to six changes somewhere in it; parts may come from ``others``."""
    result = copy.deepcopy(document)
    for _ in range(chance.randint(1, 6)):
        _change_somewhere(result, others, chance)
    return result


def _change_somewhere(root: Any, others: Sequence[Any], chance: random.Random) -> None:
    places = list(_places(root))
    if not places:
        return
    holder, key = chance.choice(places)
    kind = chance.randrange(8)
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, dict):
        holder[chance.choice((*holder, *ODD_TEXTS))] = _odd_value(chance)
    elif kind == 2:
        donor, donor_key = chance.choice(list(_places(chance.choice(others))))
        holder[key] = copy.deepcopy(donor[donor_key])
    elif kind == 3:
        holder[key] = chance.choice(([holder[key]], {"value": holder[key]}, {"date": holder[key]}))
    elif isinstance(holder[key], str) and kind > 4:
        holder[key] = mutated_text(holder[key], chance)
    else:
        holder[key] = _odd_value(chance)


def _places(node: Any) -> Any:
    """Every (container, key) below ``node``."""
    if isinstance(node, dict):
        pairs = list(node.items())
    elif isinstance(node, list):
        pairs = list(enumerate(node))
    else:
        return
    for key, value in pairs:
        yield node, key
        yield from _places(value)


def _odd_value(chance: random.Random) -> Any:
    return chance.choice(
        (None, True, False, [], {}, [[]], [None], {"": {}}, chance.choice(_ODD_NUMBERS), chance.choice(ODD_TEXTS))
    )


def mutated_text(text: str, chance: random.Random) -> str:
    position = chance.randint(0, len(text))
    match chance.randrange(6):
        case 0:
            return text[:position] + chance.choice(ODD_TEXTS) + text[position:]
        case 1:
            return text[:position]
        case 2:
            return text[position:]
        case 3:
            return text[:position] + chr(chance.choice((0, 9, 10, 34, 92, 127, 0xD800, 0xFEFF, 0x10FFFF)))
        case 4:
            return "".join(chance.choice("0123456789") if letter.isdigit() else letter for letter in text)
        case _:
            return text * chance.randint(2, 30)


_ODD_LINES = (
    b"BEGIN:VEVENT",
    b"END:VEVENT",
    b"END:VCALENDAR",
    b"BEGIN:VCALENDAR",
    b"BEGIN:VALARM",
    b"BEGIN:VTIMEZONE",
    b"RRULE:FREQ=SECONDLY",
    b"RRULE:FREQ=DAILY;INTERVAL=0",
    b"RRULE:FREQ=DAILY;INTERVAL=-1",
    b"RRULE:FREQ=DAILY;COUNT=99999999999",
    b"RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    b"RRULE:FREQ=YEARLY;BYEASTER=0",
    b"RRULE:FREQ=MONTHLY;BYDAY=99MO;BYSETPOS=-366",
    b"RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z",
    b"RRULE:",
    b"RRULE:FREQ=DAILY;FREQ=DAILY",
    b"RDATE;VALUE=PERIOD:20260916T100000Z/P99999D",
    b"RDATE:20260916,kaputt",
    b"EXDATE:20260916",
    b"EXDATE;TZID=Mond/Krater:20260916T100000",
    b"DTSTART:20260916T100000",
    b"DTSTART;TZID=Europe/Atlantis:20260916T100000",
    b'DTSTART;TZID="../../etc/passwd":20260916T100000',
    b"DTSTART;VALUE=DATE:00010101",
    b"DTSTART:99991231T235959Z",
    b"DTSTART:",
    b"DTEND;VALUE=DATE:20260101",
    b"DURATION:P99999999999W",
    b"DURATION:-PT1H",
    b"DURATION:PT0S",
    b"RECURRENCE-ID;RANGE=THISANDFUTURE:20260916T100000Z",
    b"RECURRENCE-ID:kaputt",
    b"SEQUENCE:999999999999999999999999",
    b"SEQUENCE:-1",
    b"SUMMARY:<b>x</b>{0}%s%n&amp;",
    b"SUMMARY;ENCODING=QUOTED-PRINTABLE:=FF=00",
    b"SUMMARY;LANGUAGE=" + b"x" * 3000 + b":y",
    b"CATEGORIES:" + b"a," * 2000,
    b"X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    b"ATTACH;ENCODING=BASE64;VALUE=BINARY:!!!!",
    b"TZID:Europe/Berlin",
    b"TZOFFSETFROM:+9999",
    b"GEO:nan;inf",
    b"UID:",
    b" continues nothing",
    b";:;:",
    b"\xff\xfe\x00",
)


def mutated_lines(content: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """A file with one to eight changes to its lines and bytes; lines may come from ``others``."""
    lines = content.splitlines(keepends=True)
    for _ in range(chance.randint(1, 8)):
        position = chance.randrange(len(lines)) if lines else 0
        match chance.randrange(8):
            case 0 if lines:
                del lines[position]
            case 1:
                lines.insert(position, chance.choice(_ODD_LINES) + b"\r\n")
            case 2:
                donated = chance.choice(others).splitlines(keepends=True) or [b""]
                begin = chance.randrange(len(donated))
                lines[position:position] = donated[begin : begin + chance.randint(1, 8)]
            case 3 if lines:
                lines[position] = _mutated_bytes(lines[position], chance)
            case 4 if lines:
                lines[position] = chance.choice(_ODD_LINES) + b"\r\n"
            case 5 if lines:
                other = chance.randrange(len(lines))
                lines[position], lines[other] = lines[other], lines[position]
            case 6 if lines:
                line = lines[position]
                lines[position] = bytes(chance.choice(b"0123456789") if 48 <= byte < 58 else byte for byte in line)
            case _ if chance.random() < 0.1:
                lines = lines[:position]
    return b"".join(lines)


def _mutated_bytes(line: bytes, chance: random.Random) -> bytes:
    position = chance.randint(0, len(line))
    match chance.randrange(4):
        case 0:
            return line[:position] + bytes([chance.randrange(256)]) + line[position + 1 :]
        case 1:
            return line[:position] + line[position + 1 :]
        case 2:
            return line[:position] + chance.choice(ODD_TEXTS).encode("utf-8", "surrogatepass") + line[position:]
        case _:
            return line.replace(b";", b":", 1) if b";" in line else line.replace(b":", b";", 1)
