"""The OAuth client file that Google's console hands out for a desktop application."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from terminplaner.domain.errors import InvalidInputError


@dataclass(frozen=True, slots=True)
class OAuthClient:
    """The content of Google's "installed" client file."""

    client_id: str
    client_secret: str = field(repr=False)
    auth_uri: str
    token_uri: str


def parse_client(text: str) -> OAuthClient:
    """Read an OAuth client file.  Raise ``InvalidInputError`` (code ``client_file_invalid``) where it is none."""
    try:
        installed = json.loads(text)["installed"]
        client = OAuthClient(*(installed[key] for key in ("client_id", "client_secret", "auth_uri", "token_uri")))
    except (ValueError, KeyError, TypeError):
        raise InvalidInputError("client_file_invalid") from None
    if not all(
        isinstance(value, str) and value
        for value in (client.client_id, client.client_secret, client.auth_uri, client.token_uri)
    ):
        raise InvalidInputError("client_file_invalid")
    return client
