"""What a deployed function reaches over the network: AWS in memory, the pool's keys, its neighbours."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from jwt.algorithms import RSAAlgorithm
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from tests.support import tokens
from tests.support.http import Reply
from werkzeug.serving import WSGIRequestHandler, make_server

Ask = Callable[[str, str], Reply]
"""What a feature answers to a path, for a bearer."""
Start = Callable[[str, list[tuple[str, str]]], Any]


class _Silent(WSGIRequestHandler):
    def log(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def outside(ask: Ask) -> Iterator[str]:
    """The address of all of it, while the block runs; the account is the one of `mock_aws` in this process."""
    server = make_server("127.0.0.1", 0, _application(ask), True, request_handler=_Silent)  # noqa: FBT003  # werkzeug's own order
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _application(ask: Ask) -> Callable[[dict[str, Any], Start], Iterable[bytes]]:
    aws = DomainDispatcherApplication(create_backend_app)

    def application(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path.endswith("/.well-known/jwks.json"):
            return _answer(start, "200 OK", _keys())
        if path.startswith("/api/"):
            bearer = environ.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ")
            url = path.removeprefix("/api") + "?" + environ.get("QUERY_STRING", "")
            reply = ask(url, bearer)
            return _answer(start, f"{reply.status} Told", reply.text)
        answer: Iterable[bytes] = aws(environ, start)
        return answer

    return application


def _keys() -> str:
    key = RSAAlgorithm.to_jwk(tokens.signing_key().public_key(), as_dict=True)
    return json.dumps({"keys": [key | {"kid": "test", "use": "sig", "alg": "RS256"}]})


def _answer(start: Start, status: str, text: str) -> list[bytes]:
    start(status, [("Content-Type", "application/json")])
    return [text.encode()]
