"""Requests and answers as the parts of the simulator see them, without sockets."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from terminplaner.simulator.errors import ApiError, Json, invalid

Query = dict[str, list[str]]


@dataclass(frozen=True)
class HttpRequest:
    """One request: `path` is still percent-encoded, header names are in lower case."""

    method: str
    path: str
    query: Query
    headers: Mapping[str, str]
    body: bytes

    @classmethod
    def of(cls, method: str, target: str, headers: Mapping[str, str], body: bytes) -> "HttpRequest":
        parts = urlsplit(target)
        lowered = {name.lower(): value for name, value in headers.items()}
        if lowered.get("x-http-method-override") == "GET":
            # Google's library sends a GET whose address would be too long this way.
            query = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
            return cls("GET", parts.path, query, lowered, b"")
        return cls(method, parts.path, parse_qs(parts.query, keep_blank_values=True), lowered, body)

    def form(self) -> Query:
        """The fields of a posted HTML form."""
        return parse_qs(self.body.decode("utf-8", "replace"), keep_blank_values=True)

    def json(self) -> Json:
        """The posted JSON object; ApiError 400 `parseError` where it is none."""
        if not self.body:
            return {}
        try:
            document = json.loads(self.body)
        except ValueError:
            document = None
        if not isinstance(document, dict):
            raise ApiError(400, "parseError", "Parse Error")
        return document


@dataclass(frozen=True)
class HttpResponse:
    """One answer."""

    status: int
    body: bytes = b""
    content_type: str = "application/json; charset=UTF-8"
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of_json(cls, status: int, document: Any, headers: Mapping[str, str] | None = None) -> "HttpResponse":
        return cls(status, json.dumps(document, ensure_ascii=False).encode(), headers=dict(headers or {}))

    @classmethod
    def of_html(cls, status: int, page: str) -> "HttpResponse":
        return cls(status, page.encode(), "text/html; charset=UTF-8", {"Cache-Control": "no-store"})

    @classmethod
    def redirect(cls, target: str) -> "HttpResponse":
        return cls(302, headers={"Location": target, "Cache-Control": "no-store"})


def first(query: Query, name: str, default: str = "") -> str:
    """The first value of a parameter that may be repeated."""
    return query.get(name, [default])[0]


def page_size(query: Query, default: int, largest: int) -> int:
    """`maxResults`, cut to what Google gives at most. ApiError 400 where it is no positive number."""
    text = first(query, "maxResults", str(default))
    if not text.isdecimal() or int(text) < 1:
        raise invalid(f"Invalid integer value: '{text}'.", "maxResults")
    return min(int(text), largest)


def flag(query: Query, name: str) -> bool:
    return first(query, name).lower() == "true"
