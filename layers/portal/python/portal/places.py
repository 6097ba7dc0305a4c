"""Where each route of a feature is declared, so that a start imports none of them and a request only its own.

The packager writes the list down as ``chalicelib/<feature>/places.py``. Where there is none, the routes themselves are
asked.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from portal.routes import Route


class Place(NamedTuple):
    """How a route is called, and the module that declares it."""

    method: str
    path: str
    name: str
    module: str

    def route(self) -> "Route":
        """The route itself."""
        return _routes(self.module)[self.name]


def places(feature: str) -> list[Place]:
    """Of all routes of a feature."""
    if find_spec(_listed(feature)):
        return [Place(*each) for each in import_module(_listed(feature)).PLACES]
    return declared(feature)


def declared(feature: str) -> list[Place]:
    """As the routes say themselves."""
    found = import_module(f"chalicelib.{feature}.routes").routes.routes
    return [Place(each.method, each.path, each.name, each.handler.__module__) for each in found]


def written(feature: str) -> tuple[str, str]:
    """The list as a module: its file and its source."""
    lines = "".join(f"    {tuple(place)!r},\n" for place in declared(feature))
    return f"{_listed(feature).replace('.', '/')}.py", f"PLACES = (\n{lines})\n"


def _listed(feature: str) -> str:
    return f"chalicelib.{feature}.places"


@cache
def _routes(module: str) -> "dict[str, Route]":
    return {route.name: route for route in import_module(module).routes.routes}
