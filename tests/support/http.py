"""Calls a feature's Chalice app with the events that API Gateway would send."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

CONTEXT = SimpleNamespace(
    function_name="test",
    memory_limit_in_mb=512,
    invoked_function_arn="arn:aws:lambda:us-east-1:000000000000:function:test",
    aws_request_id="00000000-0000-0000-0000-000000000000",
    get_remaining_time_in_millis=lambda: 10_000,
)


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.text)


@dataclass(frozen=True)
class Client:
    """One feature's API as one person; `module` is whatever has the feature's `app`."""

    module: Any
    token: str | None = None

    def get(self, path: str, **headers: str) -> Reply:
        """GET."""
        return self.call("GET", path, None, headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Reply:
        """POST."""
        return self.call("POST", path, body, headers)

    def patch(self, path: str, body: Any = None, **headers: str) -> Reply:
        """PATCH."""
        return self.call("PATCH", path, body, headers)

    def put(self, path: str, body: Any = None, **headers: str) -> Reply:
        """PUT."""
        return self.call("PUT", path, body, headers)

    def delete(self, path: str, **headers: str) -> Reply:
        """DELETE."""
        return self.call("DELETE", path, None, headers)

    def call(self, method: str, url: str, body: Any, headers: Mapping[str, str]) -> Reply:
        """Any call; a body that is text is sent as it is, and ``_`` in a header's name is a hyphen."""
        parts = urlsplit(url)
        resource, parameters = self._match(parts.path)
        text = body if isinstance(body, str) else None if body is None else json.dumps(body)
        answer = self.module.app(
            {
                "requestContext": {
                    "httpMethod": method,
                    "resourcePath": resource,
                    "requestId": "11111111-2222-3333-4444-555555555555",
                    "identity": {"sourceIp": "127.0.0.1"},
                    "path": f"/api{parts.path}",
                },
                "headers": self._headers(headers),
                "multiValueHeaders": {},
                "pathParameters": parameters,
                "multiValueQueryStringParameters": _query(parts.query),
                "stageVariables": None,
                "isBase64Encoded": False,
                "body": text,
            },
            CONTEXT,
        )
        return Reply(answer["statusCode"], answer["headers"], answer["body"])

    def _headers(self, more: Mapping[str, str]) -> dict[str, str]:
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        return headers | {name.replace("_", "-"): value for name, value in more.items()}

    def _match(self, path: str) -> tuple[str, dict[str, str]]:
        steps = path.strip("/").split("/")
        candidates = sorted(self.module.app.routes, key=lambda route: route.count("{"))
        for route in candidates:
            pattern = route.strip("/").split("/")
            if len(pattern) == len(steps) and all(
                p.startswith("{") or p == s for p, s in zip(pattern, steps, strict=True)
            ):
                pairs = zip(pattern, steps, strict=True)
                return route, {p[1:-1]: quote(unquote(s)) for p, s in pairs if p.startswith("{")}
        raise LookupError(path)


def _query(text: str) -> dict[str, list[str]] | None:
    query: dict[str, list[str]] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        query.setdefault(name, []).append(value)
    return query or None
