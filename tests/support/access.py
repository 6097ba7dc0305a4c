"""A row of the authorization matrix: a ready request for a route, and who succeeds with it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from typing import Any

from portal.principals import Principal
from portal.routes import Route
from tests.support.personas import SIGNED_IN, WITHOUT_TOKEN, Persona
from tests.support.scene import Scene

SIGN_IN, NOT_ALLOWED, NOT_FOUND = 401, 403, 404


@dataclass(frozen=True)
class Call:
    """What is sent; the method is the route's. `about` is the id of the record that a list may show."""

    path: str
    body: Any = None
    about: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """A request on the seller's records, made anew for each persona.

    `refused` is what someone is told whom the route admits but the record does not. A list succeeds for all
    whom the route admits; its answer holds the record that the call is about for those in `shown_to` alone.
    What is `repeatable` succeeds with the same request again.
    """

    request: Callable[[Scene], Call]
    allowed: Iterable[Persona] = SIGNED_IN
    refused: int = NOT_FOUND
    shown_to: frozenset[Persona] | None = None
    repeatable: bool = False

    def expected(self, route: Route, company: Mapping[Persona, Principal]) -> dict[Persona, int]:
        """The status for each persona."""
        return {persona: self._status(route, persona, company) for persona in Persona}

    def _status(self, route: Route, persona: Persona, company: Mapping[Persona, Principal]) -> int:
        if route.access.public:
            return int(route.status)
        if persona in WITHOUT_TOKEN:
            return SIGN_IN
        if persona in frozenset(self.allowed):
            return int(route.status)
        admitted = route.access.roles & company[persona].roles
        return self.refused if admitted else NOT_ALLOWED


def fixed(path: str, body: Any = None) -> Callable[[Scene], Call]:
    """A request that needs nothing of the scene."""
    return lambda _: Call(path, body)


@cache
def routes(feature: str) -> dict[str, Route]:
    """The routes of a feature by their names."""
    declared = import_module(f"chalicelib.{feature}.routes").routes.routes
    return {route.name: route for route in declared}


@cache
def rows(feature: str) -> dict[str, Row]:
    """The feature's rows by the names of their routes; a second row of a route says after it what it is about."""
    try:
        found: dict[str, Row] = import_module(f"tests.integration.{feature}.access").ROWS
    except ModuleNotFoundError:
        return {}
    return found
