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
        "about": {
            "type": "object",
            "required": ["kind", "id"],
            "properties": {"kind": {"type": "string"}, "id": {"type": "string"}},
        },
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
    schemas, references = _schemas(routes)
    paths: dict[str, dict[str, Any]] = {}
    for feature in features:
        for route in feature.routes:
            operation = _operation(feature.feature, route, references, schemas)
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
_Schemas = dict[str, Any]


def _schemas(routes: Iterable[Route]) -> tuple[_Schemas, _References]:
    """All models' schemas made together, so that two of one name in different features are told apart."""
    wanted: dict[tuple[type[BaseModel], Any], None] = {}
    for route in routes:
        if route.body:
            wanted[route.body, "validation"] = None
        if route.query:
            wanted[route.query, "validation"] = None
        if route.answer:
            wanted[route.answer, "serialization"] = None
    references, definitions = models_json_schema(list(wanted), ref_template=_REF)
    return definitions.get("$defs", {}), dict(references)  # type: ignore[arg-type]  # the mode is a Literal there


def _operation(
    feature: str, route: Route, references: _References, schemas: _Schemas
) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": f"{feature}_{route.name}",
        "tags": [feature],
        "summary": (route.handler.__doc__ or route.name).strip().partition("\n")[0],
        "parameters": [
            *map(_path_parameter, route.path_parameters),
            *(_query_parameters(schemas[_name(references, route.query)]) if route.query else ()),
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


def _name(references: _References, model: type[BaseModel]) -> str:
    reference: str = references[model, "validation"]["$ref"]
    return reference.rpartition("/")[2]


def _query_parameters(schema: dict[str, Any]) -> list[dict[str, Any]]:
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
