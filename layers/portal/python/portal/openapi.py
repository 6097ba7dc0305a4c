"""OpenAPI 3.1 from the routes and schemas themselves.

Source: https://spec.openapis.org/oas/v3.1.1.html
"""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from portal.routes import Route, Routes

_REF = "#/components/schemas/{model}"
_PROBLEM: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "message"],
                "properties": {"pointer": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}


def describe(features: Iterable[Routes], title: str = "Sales Portal") -> dict[str, Any]:
    """The description of all the features' routes."""
    features = list(features)
    routes = [route for feature in features for route in feature.routes]
    references, schemas = _schemas(routes)
    paths: dict[str, dict[str, Any]] = {}
    for feature in features:
        for route in feature.routes:
            operation = _operation(feature.feature, route, references)
            paths.setdefault(f"/api{route.path}", {})[route.method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "paths": paths,
        "components": {
            "schemas": {**schemas, "Problem": _PROBLEM},
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
            },
        },
    }


_References = dict[tuple[type[BaseModel], str], dict[str, Any]]


def _schemas(routes: Iterable[Route]) -> tuple[_References, dict[str, Any]]:
    wanted: dict[tuple[type[BaseModel], Any], None] = {}
    for route in routes:
        if route.body:
            wanted[route.body, "validation"] = None
        if route.answer:
            wanted[route.answer, "serialization"] = None
    references, definitions = models_json_schema(list(wanted), ref_template=_REF)
    return dict(references), definitions.get("$defs", {})  # type: ignore[arg-type]  # the mode is a Literal there


def _operation(feature: str, route: Route, references: _References) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": f"{feature}_{route.name}",
        "tags": [feature],
        "summary": (route.handler.__doc__ or route.name).strip().partition("\n")[0],
        "parameters": [
            *map(_path_parameter, route.path_parameters),
            *_query_parameters(route.query),
        ],
        "responses": _responses(route, references),
        "security": [] if route.access.public else [{"bearer": []}],
    }
    if route.body:
        schema = references[route.body, "validation"]
        operation["requestBody"] = {
            "required": True,
            "content": {"application/json": {"schema": schema}},
        }
    return operation


def _path_parameter(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _query_parameters(query: type[BaseModel] | None) -> list[dict[str, Any]]:
    if query is None:
        return []
    schema = query.model_json_schema(ref_template=_REF)
    required = set(schema.get("required", ()))
    return [
        {"name": name, "in": "query", "required": name in required, "schema": part}
        for name, part in schema["properties"].items()
    ]


def _responses(route: Route, references: _References) -> dict[str, Any]:
    success: dict[str, Any] = {"description": route.status.phrase}
    if route.answer:
        schema = references[route.answer, "serialization"]
        success["content"] = {"application/json": {"schema": schema}}
    problem = {"schema": {"$ref": _REF.format(model="Problem")}}
    return {
        str(int(route.status)): success,
        "default": {"description": "A problem", "content": {"application/problem+json": problem}},
    }
