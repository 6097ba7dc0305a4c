"""The portal's API as one person of the demo company."""

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import httpx

from infra.local.digest import of_text
from infra.local.errors import LocalError

_SECONDS = 60
# On a busy machine a function that is called for the first time may not answer in time.
_PAUSES = (1, 5)


class Client:
    """Signs in once; every POST is idempotent, so that a furnishing that was cut short goes on."""

    def __init__(self, portal_url: str, email: str, password: str) -> None:
        self._http = httpx.Client(base_url=f"{portal_url}/api", timeout=_SECONDS)
        session = self.post("/people/sessions", {"email": email, "password": password})
        self._http.headers["Authorization"] = f"Bearer {session['access_token']}"

    def post(self, path: str, body: Mapping[str, object], key: str | None = None) -> dict[str, Any]:
        """Makes something, at most once for a key."""
        return self._call("POST", path, body, {"Idempotency-Key": of_text(key)} if key else {})

    def patch(self, path: str, body: Mapping[str, object]) -> dict[str, Any]:
        """Changes something."""
        return self._call("PATCH", path, body, {})

    def put(self, path: str, body: Mapping[str, object]) -> dict[str, Any]:
        """Sets something, the same each time."""
        return self._call("PUT", path, body, {})

    def get(self, path: str) -> dict[str, Any]:
        """Reads something."""
        return self._call("GET", path, None, {})

    def _call(
        self, method: str, path: str, body: Mapping[str, object] | None, headers: dict[str, str]
    ) -> dict[str, Any]:
        def ask() -> httpx.Response:
            return self._http.request(method, path, json=body, headers=headers)

        try:
            answer = _patiently(ask)
        except httpx.TransportError as error:
            raise LocalError(f"{method} {path} was not answered: {error}") from error
        if answer.is_error:
            raise LocalError(f"{method} {path} answered {answer.status_code}: {answer.text}")
        values: dict[str, Any] = answer.json()
        return values


def _patiently(ask: Callable[[], httpx.Response]) -> httpx.Response:
    """The answer, asked for again where there is none; a connection that lay idle may be closed just when it is used."""
    for pause in _PAUSES:
        with suppress(httpx.TransportError):
            answer = ask()
            if not answer.is_server_error:
                return answer
        time.sleep(pause)
    return ask()
