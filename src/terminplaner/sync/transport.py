"""The one road to Google's servers, for token and API calls alike.

It trusts what the operating system trusts and takes the system's proxies, sends every request exactly once, and
follows no redirect (a token must not travel on).
"""

from __future__ import annotations

import logging
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import requests
import truststore
import urllib3.exceptions
from requests.adapters import HTTPAdapter

from terminplaner.sync.endpoints import is_loopback
from terminplaner.sync.errors import OfflineError, OfflineKind

_TIMEOUT_SECONDS = (10, 30)  # to connect, between two bytes of the answer

# Below WARNING it writes whole addresses, and their queries carry codes and sync tokens.
logging.getLogger("urllib3").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """``headers`` have lower-case names; the body is decoded from gzip but otherwise as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _Adapter(HTTPAdapter):
    """Verifies certificates by the operating system's store, without patching ``ssl`` for the whole process.

    The time limits are set here because not every library lets its caller set them.
    """

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, ssl_context=_system_trust(), **kwargs)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        return super().proxy_manager_for(proxy, ssl_context=_system_trust(), **kwargs)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Leave certifi's list out; REQUESTS_CA_BUNDLE, where set, has reached the pool already."""

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        kwargs["timeout"] = _TIMEOUT_SECONDS
        if is_loopback(request.url or ""):
            kwargs["proxies"] = None
        return super().send(request, *args, **kwargs)


class Transport:
    """A connection to Google's servers; not shared between threads."""

    def __init__(self) -> None:
        self._adapter = _Adapter(max_retries=0)
        self._session = requests.Session()
        self.equip(self._session)

    def equip(self, session: requests.Session) -> None:
        """Send the requests of a library's ``session`` over this connection; redirects stay its own matter."""
        session.mount("https://", self._adapter)
        session.mount("http://", self._adapter)
        # Without an own one requests takes a password from ~/.netrc and overwrites the header Authorization.
        session.auth = _leave_authorization

    def send(
        self, method: str, url: str, headers: Mapping[str, str] | None = None, body: bytes | str | None = None
    ) -> HttpAnswer:
        """Send once and wait for the answer, whatever its status.  Raise ``OfflineError``."""
        try:
            answer = self._session.request(
                method,
                url,
                headers=dict(headers or {}),
                data=body.encode() if isinstance(body, str) else body,
                allow_redirects=False,
            )
        except requests.RequestException as error:
            # Not chained: the library's text holds the whole address.
            raise offline_error(error) from None
        return HttpAnswer(
            answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, answer.content
        )

    def close(self) -> None:
        self._session.close()


def offline_error(error: Exception) -> OfflineError:
    """What a library's error, or one it was raised from, says about the way to Google."""
    causes = tuple(_causes(error))
    kinds: tuple[tuple[type[BaseException], OfflineKind], ...] = (
        (requests.exceptions.ProxyError, "proxy"),
        (requests.exceptions.InvalidProxyURL, "proxy"),
        (ssl.SSLCertVerificationError, "certificate"),
        (requests.exceptions.Timeout, "timeout"),
        (urllib3.exceptions.NameResolutionError, "dns"),
        (urllib3.exceptions.NewConnectionError, "refused"),
    )
    return OfflineError(
        next((kind for cls, kind in kinds if any(isinstance(cause, cls) for cause in causes)), "dropped")
    )


def _system_trust() -> ssl.SSLContext:
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _leave_authorization(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__
