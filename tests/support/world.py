"""All the features on one account in memory, each with its own table, asking each other as in the cloud."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from importlib import import_module
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlencode

import pytest

import portal.app
from portal.clock import utc_now
from portal.errors import UnavailableError
from portal.identity import SESSION, Verifier
from portal.neighbours import Neighbour
from portal.principals import Principal
from portal.revocations import Revocations
from tests.support import costs, memory, provider, resources, tokens
from tests.support.apps import load_app
from tests.support.http import CONTEXT, Client


class FeatureApp:
    """A feature's Lambda functions, each called with the feature's own table in its environment."""

    def __init__(self, feature: str, settings: Mapping[str, str]) -> None:
        self._settings = {"TABLE_NAME": feature, **settings}
        self.module = load_app(feature)
        self.routes = self.module.app.routes

    def __call__(self, event: dict[str, Any], context: object) -> Any:
        """The API."""
        with self._environment():
            return self.module.app(event, context)

    def invoke(self, function: str, event: dict[str, Any]) -> Any:
        """Any other function by its name."""
        with self._environment():
            return getattr(self.module, function)(event, CONTEXT)

    @contextmanager
    def _environment(self) -> Iterator[None]:
        outer = {name: os.environ.get(name) for name in self._settings}
        os.environ.update(self._settings)
        try:
            yield
        finally:
            os.environ.update({name: value for name, value in outer.items() if value is not None})


class World:
    """Features come to life when they are first called; needs an account in memory."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self._apps: dict[str, FeatureApp] = {}
        self._bill = costs.Bill()
        memory.hurry(monkeypatch)
        monkeypatch.setenv("TABLE_NAME", "none")
        monkeypatch.setattr(portal.app, "_verifier", lambda: _verifier(os.environ["TABLE_NAME"]))
        monkeypatch.setattr(Neighbour, "get", self._ask)
        resources.let_pool_issue(self._token_of, monkeypatch)
        provider.let_it_vouch(monkeypatch)

    def client(self, feature: str, principal: Principal | None, token: str | None = None) -> Client:
        """The feature's API as that person, or with that token, or as nobody."""
        bearer = tokens.token_of(principal) if principal else token
        return Client(SimpleNamespace(app=self.app(feature)), bearer)

    def app(self, feature: str) -> FeatureApp:
        """The feature's functions on a fresh table."""
        if feature not in self._apps:
            self._apps[feature] = FeatureApp(feature, self._prepare(feature))
        return self._apps[feature]

    @property
    def alive(self) -> list[str]:
        """The features that have been called so far."""
        return list(self._apps)

    def revoke(self, feature: str, principal: Principal) -> None:
        """Ends, in that feature, the principal's tokens that are older than half a minute."""
        self.app(feature)
        Revocations(feature).note(principal.id, utc_now() - timedelta(seconds=30))

    @contextmanager
    def billed(self, bill: costs.Bill) -> Iterator[None]:
        """Notes what the features ask of each other on the bill."""
        former, self._bill = self._bill, bill
        try:
            yield
        finally:
            self._bill = former

    def _prepare(self, feature: str) -> dict[str, str]:
        table = import_module(f"chalicelib.{feature}.store").TABLE
        self._monkeypatch.setattr(table.Meta, "table_name", feature)
        table.create_table(wait=True)
        makers = (*resources.EVERYWHERE, *resources.RESOURCES.get(feature, ()))
        return {name: value for make in makers for name, value in make().items()}

    def _ask(
        self, path: str, authorization: str, query: Mapping[str, str] | None = None
    ) -> dict[str, Any] | None:
        feature = path.split("/")[1]
        self._bill.add(f"neighbour.{feature}")
        client = self.client(feature, None, authorization.removeprefix("Bearer "))
        reply = client.get(f"{path}?{urlencode(query)}" if query else path)
        if reply.status in {401, 403, 404, 422}:
            return None
        if reply.status != 200:
            raise UnavailableError(reply.text)
        answer: dict[str, Any] = reply.json
        return answer

    def _token_of(self, username: str, session_id: str) -> str:
        answer = self.app("people").invoke("claims", {"userName": username})
        details = answer["response"]["claimsAndScopeOverrideDetails"]
        claims = details["accessTokenGeneration"]["claimsToAddOrOverride"]
        return tokens.signed(username, claims | {SESSION: session_id})


@cache
def _revocations(table: str) -> Callable[[str], Any]:
    return Revocations(table).of


def _verifier(table: str) -> Verifier:
    usual = tokens.verifier()
    return Verifier(usual.issuer, usual.client_id, usual.keys, _revocations(table))
