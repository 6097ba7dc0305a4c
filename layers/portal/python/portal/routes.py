"""Routes as data: declared beside their handlers, served by `portal.app`, described by `portal.openapi`.

A handler is a plain function. Its first parameter is the feature's service; the others are found by name:
``caller`` is the `Principal`, ``body`` and ``query`` are schemas, ``request`` the `Request`, and any other
name is a path parameter, URL-decoded. It returns a schema, an `Answer` of one, or None for 204.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cached_property
from http import HTTPStatus
from importlib import import_module
from itertools import chain
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from portal.errors import NotAllowedError
from portal.exchange import Answer, Request
from portal.principals import STAFF_ROLES, Principal, Role
from portal.values import dataclass

__all__ = [
    "ANYONE",
    "NEWCOMERS",
    "SIGNED_IN",
    "STAFF",
    "Access",
    "Answer",
    "Binding",
    "Request",
    "Route",
    "Routes",
    "only",
]

Handler = Callable[..., Any]
_PATH_PARAMETER = re.compile(r"{(\w+)}")


@dataclass(frozen=True)
class Access:
    """Who may call a route at all; which records they then reach is the service's question."""

    roles: frozenset[Role]
    public: bool = False
    newcomers: bool = False
    """Whether those pass as well who have signed in and have no rights until they have done what is asked of them."""

    def admit(self, principal: Principal) -> None:
        """Lets a signed-in caller pass.

        Raises:
            NotAllowedError: the caller's roles do not include any that the route takes.
        """
        if not self.newcomers and not self.roles & principal.roles:
            raise NotAllowedError("Your role does not allow this. Ask an owner of the portal.")


ANYONE = Access(frozenset(), public=True)
NEWCOMERS = Access(frozenset(Role), newcomers=True)
SIGNED_IN = Access(frozenset(Role))
STAFF = Access(STAFF_ROLES)


def only(*roles: Role) -> Access:
    """Those who have one of the roles."""
    return Access(frozenset(roles))


class Binding(Enum):
    """Where a handler's parameter comes from."""

    CALLER = "caller"
    BODY = "body"
    QUERY = "query"
    REQUEST = "request"
    PATH = "path"


@dataclass(frozen=True)
class Route:
    """One operation: how it is called, who may call it, and what it takes and gives."""

    method: str
    path: str
    handler: Handler
    access: Access
    status: HTTPStatus
    bindings: Mapping[str, Binding]
    body: type[BaseModel] | None
    query: type[BaseModel] | None
    answer: type[BaseModel] | None

    @property
    def name(self) -> str:
        """The handler's name, unique within the feature."""
        return self.handler.__name__

    @property
    def path_parameters(self) -> list[str]:
        """The names in braces."""
        return _PATH_PARAMETER.findall(self.path)


class Routes:
    """The routes of one feature; those of its parts, modules with routes of their own, are imported when asked for."""

    def __init__(self, feature: str, parts: Iterable[str] = ()) -> None:
        self.feature = feature
        self._parts = tuple(parts)
        self._declared: list[Route] = []

    @cached_property
    def routes(self) -> list[Route]:
        """All of them, once they are declared."""
        parts = (import_module(part).routes.routes for part in self._parts)
        return [*self._declared, *chain.from_iterable(parts)]

    def get(self, path: str, access: Access) -> Callable[[Handler], Handler]:
        """Declares a reading route."""
        return self._declare("GET", path, access, HTTPStatus.OK)

    def post(
        self, path: str, access: Access, status: HTTPStatus = HTTPStatus.CREATED
    ) -> Callable[[Handler], Handler]:
        """Declares a route that makes something; `status` is for one that does something else."""
        return self._declare("POST", path, access, status)

    def patch(self, path: str, access: Access) -> Callable[[Handler], Handler]:
        """Declares a route that changes the fields it is sent."""
        return self._declare("PATCH", path, access, HTTPStatus.OK)

    def put(
        self, path: str, access: Access, status: HTTPStatus = HTTPStatus.OK
    ) -> Callable[[Handler], Handler]:
        """Declares a route that replaces."""
        return self._declare("PUT", path, access, status)

    def delete(self, path: str, access: Access) -> Callable[[Handler], Handler]:
        """Declares a route that ends something."""
        return self._declare("DELETE", path, access, HTTPStatus.NO_CONTENT)

    def _declare(
        self, method: str, path: str, access: Access, status: HTTPStatus
    ) -> Callable[[Handler], Handler]:
        def declare(handler: Handler) -> Handler:
            self._declared.append(_route(method, f"/{self.feature}{path}", handler, access, status))
            return handler

        return declare


def _route(method: str, path: str, handler: Handler, access: Access, status: HTTPStatus) -> Route:
    hints = get_type_hints(handler)
    answer = _answer_model(hints.pop("return"))
    names = list(inspect.signature(handler).parameters)[1:]
    bindings = {name: _binding(name, path) for name in names}
    status = status if answer else HTTPStatus.NO_CONTENT
    return Route(
        method,
        path,
        handler,
        access,
        status,
        bindings,
        hints.get("body"),
        hints.get("query"),
        answer,
    )


def _binding(name: str, path: str) -> Binding:
    if name in _PATH_PARAMETER.findall(path):
        return Binding.PATH
    return Binding(name)


def _answer_model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401  # an annotation is of no one type
    if get_origin(annotation) is Answer:
        (annotation,) = get_args(annotation)
    return None if annotation is type(None) else annotation
