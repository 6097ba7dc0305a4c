"""A person's client of the portal: signed in, asking in JSON, repeating nothing."""

from typing import Any

import httpx

from infra.local.errors import LocalError
from infra.local.settings import HOST, Settings

_SECONDS = 30

Json = dict[str, Any]


class SeedError(LocalError):
    """The portal refused a record of the demo company."""


class Client:
    """Asks as whoever signed in last."""

    def __init__(self, settings: Settings) -> None:
        self._http = httpx.Client(base_url=f"http://{HOST}:{settings.port}/api", timeout=_SECONDS)

    def sign_in(self, email: str, password: str) -> bool:
        """Signs in; tells whether the portal knows the person."""
        body = {"email": email, "password": password}
        answer = self._http.post("/people/sessions", json=body)
        if answer.is_success:
            self._http.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        return answer.is_success

    def post(self, path: str, body: Json, key: str) -> Json:
        """Creates something once for its key; the answer's body."""
        return self._asked("POST", path, body, {"Idempotency-Key": f"demo-{key}"})

    def patch(self, path: str, body: Json) -> Json:
        """Changes something; the answer's body."""
        return self._asked("PATCH", path, body, {})

    def get(self, path: str) -> Json:
        """The body at a path."""
        return self._asked("GET", path, None, {})

    def _asked(self, method: str, path: str, body: Json | None, headers: dict[str, str]) -> Json:
        answer = self._http.request(method, path, json=body, headers=headers)
        if not answer.is_success:
            raise SeedError(f"The demo company: {method} {path} answered {answer.status_code}: {answer.text}")
        found: Json = answer.json() if answer.content else {}
        return found
