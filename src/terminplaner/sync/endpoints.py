"""Where Google is, and as which OAuth client the program speaks to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.errors import InvalidInputError
from terminplaner.services.oauth_client import OAuthClient, parse_client
from terminplaner.services.ports import Store
from terminplaner.sync.errors import ClientRefusedError

API_ROOT = "https://www.googleapis.com/"
REVOKE_URI = "https://oauth2.googleapis.com/revoke"

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def is_loopback(url: str) -> bool:
    return urlsplit(url).hostname in _LOOPBACK


@dataclass(frozen=True, slots=True)
class GoogleEndpoints:
    """The client and the addresses that are not in its file; ``api_root`` ends with a slash.

    Raise ``InvalidInputError`` (code ``insecure_address``) for plain http on anything but loopback.
    """

    client: OAuthClient
    api_root: str = API_ROOT
    revoke_uri: str = REVOKE_URI

    def __post_init__(self) -> None:
        for address in (self.client.auth_uri, self.client.token_uri, self.api_root, self.revoke_uri):
            scheme = urlsplit(address).scheme
            if scheme != "https" and not (scheme == "http" and is_loopback(address)):
                raise InvalidInputError("insecure_address", address=address)
        if not self.api_root.endswith("/"):
            object.__setattr__(self, "api_root", f"{self.api_root}/")


@dataclass(frozen=True, slots=True)
class EndpointSource:
    """Reads the endpoints anew for each use, because the client file may be imported while the program runs.

    ``client_file`` wins over the client imported in the chain settings.
    """

    store: Store
    client_file: Path | None = None
    api_root: str = API_ROOT
    revoke_uri: str = REVOKE_URI

    def load(self) -> GoogleEndpoints:
        """Raise ``ClientRefusedError`` (``client_file_missing``, ``client_file_invalid``)."""
        try:
            client = parse_client(self._text())
        except InvalidInputError as error:
            raise ClientRefusedError(error.error_code) from None
        return GoogleEndpoints(client, self.api_root, self.revoke_uri)

    def _text(self) -> str:
        if self.client_file is None:
            with self.store.read() as reader:
                text = "".join(settings.google_client for settings in reader.list(ChainSettings))
            if not text:
                raise ClientRefusedError("client_file_missing")
            return text
        try:
            return self.client_file.read_text(encoding="utf-8")
        except (OSError, UnicodeError):
            raise ClientRefusedError("client_file_unreadable", path=str(self.client_file)) from None
