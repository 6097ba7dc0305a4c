"""The description of all the APIs, made from the routes themselves."""

import json
from collections import Counter
from importlib import import_module
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from tests.support.apps import FEATURES

from portal.openapi import describe
from portal.routes import Route, Routes

METHODS = frozenset({"get", "post", "put", "patch", "delete"})


def features() -> list[Routes]:
    return [import_module(f"chalicelib.{feature}.routes").routes for feature in FEATURES]


EVERY_ROUTE: list[Route] = [route for feature in features() for route in feature.routes]


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The document as a browser gets it."""
    text = json.dumps(describe(features()), ensure_ascii=False)
    parsed: dict[str, Any] = json.loads(text)
    return parsed


def operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [o for path in document["paths"].values() for m, o in path.items() if m in METHODS]


def test_the_document_is_openapi(document: dict[str, Any]) -> None:
    """It holds to the specification of OpenAPI 3.1."""
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []


def test_every_route_is_described(document: dict[str, Any]) -> None:
    """Nothing that can be called is missing, and nothing else is there."""
    described = {
        (method.upper(), path) for path, item in document["paths"].items() for method in item
    }
    assert described == {(route.method, f"/api{route.path}") for route in EVERY_ROUTE}


def test_operations_have_names_of_their_own(document: dict[str, Any]) -> None:
    """A client's generator makes a function of each."""
    counted = Counter(operation["operationId"] for operation in operations(document))
    assert [name for name, count in counted.items() if count > 1] == []


def test_every_operation_says_what_it_does_and_how_it_fails(document: dict[str, Any]) -> None:
    """A summary that is a sentence, and a problem answer."""
    for operation in operations(document):
        assert operation["summary"].endswith("."), operation["operationId"]
        problem = operation["responses"]["default"]["content"]
        assert set(problem) == {"application/problem+json"}


def test_every_handler_says_it_itself() -> None:
    """The summary is the handler's own docstring, not its name."""
    assert [route.name for route in EVERY_ROUTE if not route.handler.__doc__] == []


def test_what_changes_nothing_takes_no_body() -> None:
    """A GET or a DELETE with a body would lose it on the way."""
    wrong = [
        route.path for route in EVERY_ROUTE if route.method in {"GET", "DELETE"} and route.body
    ]
    assert wrong == []


def test_the_gateway_can_tell_the_paths_apart() -> None:
    """API Gateway takes one name of a parameter at one place of the tree."""
    names: dict[str, set[str]] = {}
    for route in EVERY_ROUTE:
        steps = route.path.split("/")
        for depth, step in enumerate(steps):
            if step.startswith("{"):
                names.setdefault("/".join(steps[:depth]), set()).add(step)
    assert {place: found for place, found in names.items() if len(found) > 1} == {}
