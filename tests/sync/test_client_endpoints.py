"""Where Google is, and which client files are taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.google_chain import GoogleChain
from terminplaner.domain.chain import ChainSettings
from terminplaner.domain.changes import Author, Origin
from terminplaner.domain.errors import InvalidInputError, TerminplanerError
from terminplaner.services.oauth_client import OAuthClient
from terminplaner.sync.endpoints import API_ROOT, REVOKE_URI, EndpointSource, GoogleEndpoints

CLIENT = OAuthClient("id", "secret", "https://accounts.example/auth", "https://oauth.example/token")


def test_the_defaults_are_googles() -> None:
    endpoints = GoogleEndpoints(CLIENT)
    assert (endpoints.api_root, endpoints.revoke_uri) == (API_ROOT, REVOKE_URI)


@pytest.mark.parametrize("address", ["http://127.0.0.1:8080", "http://localhost/", "https://calendar.example/x"])
def test_plain_http_is_for_loopback(address: str) -> None:
    assert GoogleEndpoints(CLIENT, api_root=address).api_root.endswith("/")


@pytest.mark.parametrize("address", ["http://calendar.example/", "ftp://127.0.0.1/", "calendar.example", ""])
@pytest.mark.parametrize(
    "endpoints_with",
    [
        lambda address: GoogleEndpoints(CLIENT, api_root=address),
        lambda address: GoogleEndpoints(CLIENT, revoke_uri=address),
        lambda address: GoogleEndpoints(replace(CLIENT, auth_uri=address)),
        lambda address: GoogleEndpoints(replace(CLIENT, token_uri=address)),
    ],
    ids=["api_root", "revoke_uri", "auth_uri", "token_uri"],
)
def test_no_address_may_be_insecure(endpoints_with: Callable[[str], GoogleEndpoints], address: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        endpoints_with(address)
    assert (caught.value.error_code, caught.value.params["address"]) == ("insecure_address", address)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "client_file_unreadable"),
        (b"\xff\xfe", "client_file_unreadable"),
        (b"", "client_file_invalid"),
        (b"[]", "client_file_invalid"),
        (b'{"web": {}}', "client_file_invalid"),
        (b'{"installed": {"client_id": "x"}}', "client_file_invalid"),
    ],
)
def test_a_client_file_that_is_none(chain: GoogleChain, tmp_path: Path, content: bytes | None, code: str) -> None:
    file = tmp_path / "other.json"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(TerminplanerError) as caught:
        EndpointSource(chain.store, file).load()
    assert caught.value.error_code == code


def test_a_client_imported_while_the_program_runs_is_used_at_once(chain: GoogleChain, tmp_path: Path) -> None:
    source = EndpointSource(chain.store)
    with chain.store.write(Author("test", Origin.SYSTEM), "import") as work:
        settings = work.list(ChainSettings)[0]
        work.put(replace(settings, google_client=(tmp_path / "client.json").read_text()))
        work.commit()
    assert source.load().client.client_id == chain.google.client.client_id
