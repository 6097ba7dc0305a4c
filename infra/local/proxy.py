"""Plays CloudFront: one origin for the web client's files and for every feature's API.

The forwarding stands here by itself: the library on Starlette (fastapi-proxy-lib 0.3.0) sends
the decoded path on, joins several Set-Cookie into one and knows one fixed target, so that little of it would go.
"""

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from infra import gateway, web
from infra.headers import security_headers
from infra.local.settings import Settings
from infra.paths import OPENAPI

PROBLEM = "application/problem+json"
_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
# API Gateway's own bounds: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
_MAX_BODY_BYTES = 10 * 1024 * 1024
_SECONDS = 30
_ONE_HOP = {
    "connection",
    "content-length",
    "host",
    "keep-alive",
    "te",
    "transfer-encoding",
    "upgrade",
}


class Proxy:
    """Forwards `/api/<feature>/...` to the address that `address_of` knows for the feature.

    `ready` gates `/api/health`: nobody is told to come in before the portal is furnished.
    """

    def __init__(self, settings: Settings, address_of: Callable[[str], str | None]) -> None:
        self.ready = False
        self._address_of = address_of
        self._client = client()
        headers = security_headers(settings.emulator_url)
        self.app: ASGIApp = WithHeaders(self._routes(), headers)

    def _routes(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/api/health", self._health),
                Route("/api/openapi.json", _openapi),
                Route("/api/{feature}", self._forward, methods=_METHODS),
                Route("/api/{feature}/{rest:path}", self._forward, methods=_METHODS),
                Route("/api", _nothing, methods=_METHODS),
                Mount("/", Pages(directory=web.BUILT, check_dir=False)),
            ]
        )

    async def _health(self, request: Request) -> Response:
        if not self.ready:
            return problem(HTTPStatus.SERVICE_UNAVAILABLE, "The portal is starting")
        return await self._send(request, "people", b"/people/health")

    async def _forward(self, request: Request) -> Response:
        path: bytes = request.scope["raw_path"]
        return await self._send(request, request.path_params["feature"], path.removeprefix(b"/api"))

    async def _send(self, request: Request, feature: str, path: bytes) -> Response:
        base = self._address_of(feature)
        if base is None:
            return problem(HTTPStatus.NOT_FOUND, gateway.NOTHING_HERE)
        body = await _body(request)
        if body is None:
            return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, gateway.TOO_LARGE)
        url = httpx.URL(base + path.decode("ascii"), query=request.scope["query_string"])
        try:
            answer = await self._client.request(
                request.method, url, headers=_forwarded(request), content=body
            )
        except httpx.TimeoutException:
            return problem(HTTPStatus.GATEWAY_TIMEOUT, gateway.TOO_LONG)
        except httpx.TransportError:
            return problem(HTTPStatus.BAD_GATEWAY, gateway.FAILED)
        return _returned(answer)


class Pages(StaticFiles):
    """As the edge's `pages.js`: an address without a file's extension is the web client's one page."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file or the page."""
        # The root itself comes as a single dot.
        named = path != "." and "." in path.rpartition("/")[2]
        return await super().get_response(path if named else "index.html", scope)


class WithHeaders:
    """Adds headers to every answer that does not set them itself."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = {n.lower().encode(): v.encode() for n, v in headers.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes one request on."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                added = [(n, v) for n, v in self._headers.items() if n not in present]
                message["headers"] = [*message["headers"], *added]
            await send(message)

        await self._app(scope, receive, send_with_headers)


def client() -> httpx.AsyncClient:
    """How the gateway is asked: as patiently as CloudFront asks it, and following nothing."""
    return httpx.AsyncClient(timeout=_SECONDS, follow_redirects=False)


def problem(status: int, title: str) -> Response:
    """A problem answer, as the gateway gives it."""
    body = json.dumps(gateway.problem(title, status))
    return Response(body, status, media_type=PROBLEM)


async def _nothing(_: Request) -> Response:
    return problem(HTTPStatus.NOT_FOUND, gateway.NOTHING_HERE)


async def _openapi(_: Request) -> Response:
    return Response(OPENAPI.read_bytes(), media_type="application/json")


async def _body(request: Request) -> bytes | None:
    """The body, or None for one that the gateway would refuse; it is not read any further then."""
    if int(request.headers.get("content-length") or 0) > _MAX_BODY_BYTES:
        return None
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MAX_BODY_BYTES:
            return None
    return bytes(body)


def _forwarded(request: Request) -> list[tuple[bytes, bytes]]:
    return [(n, v) for n, v in request.headers.raw if n.decode("latin-1").lower() not in _ONE_HOP]


def _returned(answer: httpx.Response) -> Response:
    kind = answer.headers.get("x-amzn-errortype", "")
    return _own(answer.status_code, kind) if kind or _failed(answer) else _passed(answer)


def _failed(answer: httpx.Response) -> bool:
    """Whether the function died or ran out of time: an error that is none of its own problems."""
    server_error = answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR
    return server_error and answer.headers.get("content-type") != PROBLEM


def _own(status: int, kind: str) -> Response:
    """What the gateway says by itself: the emulator ignores the form that the API's definition gives it."""
    if kind.startswith("MissingAuthenticationToken"):
        return problem(HTTPStatus.NOT_FOUND, gateway.NOTHING_HERE)
    by_status = dict(gateway.PROBLEMS.values())
    server = status >= HTTPStatus.INTERNAL_SERVER_ERROR
    default = gateway.DEFAULTS["DEFAULT_5XX" if server else "DEFAULT_4XX"]
    return problem(status, by_status.get(status, default))


def _passed(answer: httpx.Response) -> Response:
    response = Response(answer.content, answer.status_code)
    response.raw_headers = [
        (name, value)
        for name, value in answer.headers.raw
        if name.decode("latin-1").lower() not in {*_ONE_HOP, "content-encoding"}
    ]
    response.headers["content-length"] = str(len(answer.content))
    return response
