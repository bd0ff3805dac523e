"""Google behind a certificate that no operating system knows, as a virus scanner or a company's proxy puts it."""

from __future__ import annotations

import http.server
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any

import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from terminplaner.simulator import SimulatedGoogle


@contextmanager
def tls_front(google: SimulatedGoogle, folder: Path) -> Iterator[tuple[str, Path]]:
    """The address that leads to ``google``, and the certificate to trust for it."""
    pem = folder / "front.pem"
    pem.write_bytes(_key_and_certificate())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    with _Front(google) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"https://127.0.0.1:{server.server_address[1]}/", pem
        finally:
            server.shutdown()
            thread.join()


class _Front(http.server.ThreadingHTTPServer):
    def __init__(self, google: SimulatedGoogle) -> None:
        super().__init__(("127.0.0.1", 0), _Forward)
        self.google = google

    def handle_error(self, request: object, client_address: object) -> None:
        """Who does not trust the certificate goes away."""


class _Forward(http.server.BaseHTTPRequestHandler):
    server: _Front

    def _forward(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name: value for name, value in self.headers.items() if name.casefold() != "host"}
        with requests.Session() as session:
            session.trust_env = False
            answer = session.request(self.command, self.server.google.url + self.path, headers=headers, data=body)
        self.send_response(answer.status_code)
        for name in ("Content-Type", "Date", "ETag"):
            if name in answer.headers:
                self.send_header(name, answer.headers[name])
        self.send_header("Content-Length", str(len(answer.content)))
        self.end_headers()
        self.wfile.write(answer.content)

    do_GET = do_POST = do_PATCH = do_DELETE = _forward  # noqa: N815  (the base class's names)

    def log_message(self, *_arguments: Any) -> None:
        """Not in the test's output."""


def _key_and_certificate() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ) + certificate.public_bytes(serialization.Encoding.PEM)
