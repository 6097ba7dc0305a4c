"""OpenID Connect issuers on this machine: a real one from a package, and one that lies as it is told to."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import jwt
from infra.paths import ROOT

from tests.support.ports import free_port
from tests.support.tokens import signing_key

HOST = "127.0.0.1"
Claims = dict[str, Any]


@contextmanager
def real_issuer() -> Iterator[str]:
    """The address of a provider that knows the people of the demo company by their logins."""
    port = free_port()
    command = [sys.executable, "-m", "infra.local.provider", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:  # noqa: S603  # our own module
        try:
            _wait(f"http://{HOST}:{port}", process)
            yield f"http://{HOST}:{port}"
        finally:
            process.terminate()


def consent(address: str, subject: str) -> dict[str, str]:
    """What the provider sends the browser back with, once the person has said yes there."""
    answer = httpx.post(address, data={"sub": subject}, follow_redirects=False)
    assert answer.is_redirect, answer.text
    query = parse_qs(urlsplit(answer.headers["location"]).query)
    return {name: values[0] for name, values in query.items()}


class Liar:
    """Signs what it is told to. Each code is of one request, which it remembers as a good issuer would."""

    def __init__(self) -> None:
        self.lie: Callable[[Claims], Claims | str] = lambda claims: claims
        self.forms: list[dict[str, str]] = []
        self.url = ""

    def token(self, nonce: str) -> str:
        """An ID token of the seller's, and what the test makes of it."""
        now = datetime.now(UTC)
        honest = {
            "iss": self.url,
            "aud": "portal",
            "sub": "ivan",
            "nonce": nonce,
            "email": "seller@demo.example",
            "email_verified": True,
            "name": "Иван Продавцов",
            "iat": int(now.timestamp()),
            "exp": int((now + timedelta(minutes=5)).timestamp()),
        }
        said = self.lie(honest)
        return said if isinstance(said, str) else sign(said)

    def answer(self, path: str, form: dict[str, str]) -> Any:
        """What it says at an address."""
        if path == "/jwks":
            return {"keys": [_public_key()]}
        if path == "/token":
            self.forms.append(form)
            return {"id_token": self.token(form["code"]), "token_type": "Bearer"}
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/jwks",
        }


@contextmanager
def liar() -> Iterator[Liar]:
    """One that answers; its codes are the nonces of the requests that they are for."""
    issuer = Liar()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._give(issuer.answer(self.path, {}))

        def do_POST(self) -> None:
            text = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {name: values[0] for name, values in parse_qs(text).items()}
            self._give(issuer.answer(self.path, form))

        def _give(self, body: Any) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(body).encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer((HOST, 0), Handler) as server:
        issuer.url = f"http://{HOST}:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield issuer
        server.shutdown()
        thread.join()


def sign(claims: Claims, algorithm: str = "RS256", key: Any = None) -> str:
    """A token by the issuer's key, or by another."""
    return jwt.encode(claims, key or signing_key(), algorithm=algorithm, headers={"kid": "test"})


def _public_key() -> dict[str, Any]:
    public = jwt.algorithms.RSAAlgorithm.to_jwk(signing_key().public_key(), as_dict=True)
    return {**public, "kid": "test", "alg": "RS256", "use": "sig"}


def _wait(url: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        assert process.poll() is None, "the provider has ended"
        try:
            httpx.get(f"{url}/.well-known/openid-configuration").raise_for_status()
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the provider did not come up")
