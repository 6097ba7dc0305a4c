"""From a Chalice request to a handler and back, for every route alike."""

import json
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import unquote

from chalice.app import Request as ChaliceRequest
from chalice.app import Response
from pydantic import BaseModel, ValidationError

from portal import problems
from portal.errors import MalformedError, TooLargeError
from portal.identity import Verifier
from portal.logs import logger
from portal.principals import Principal
from portal.routes import Answer, Binding, Request, Route

_JSON_HEADERS = {
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
}
# Lambda takes 6 MB; a text of 50,000 characters fits many times over.
_MAX_BODY_BYTES = 1_000_000

Headers = dict[str, str | list[str]]
Wrap = Callable[[Route, Principal | None, ChaliceRequest, Callable[[], Response]], Response]


def serve(
    route: Route,
    service: Callable[[], Any],
    verifier: Callable[[], Verifier],
    request: ChaliceRequest | None,
    wrap: Wrap,
) -> Response:
    """The answer to one request, problem answers included; never raises."""
    assert request is not None  # noqa: S101  # Chalice sets it before it calls a view
    request_id = request.context.get("requestId", "")
    logger.set_correlation_id(request_id)
    try:
        caller = _caller(route, verifier, request)
        arguments = _arguments(route, caller, request)
        return wrap(
            route, caller, request, lambda: _render(route, route.handler(service(), **arguments))
        )
    except Exception as error:  # noqa: BLE001  # the edge: every error becomes a problem answer
        return problems.from_error(error, request_id)


def _caller(
    route: Route, verifier: Callable[[], Verifier], request: ChaliceRequest
) -> Principal | None:
    if route.access.public:
        return None
    principal = verifier().principal(request.headers.get("authorization"))
    route.access.admit(principal)
    return principal


def _arguments(route: Route, caller: Principal | None, request: ChaliceRequest) -> dict[str, Any]:
    readers: Mapping[Binding, Callable[[str], Any]] = {
        Binding.CALLER: lambda _: caller,
        Binding.BODY: lambda _: _body(route.body, request),
        Binding.QUERY: lambda _: _query(route.query, request),
        Binding.REQUEST: lambda _: _request(request),
        Binding.PATH: lambda name: _path_value(request, name),
    }
    return {name: readers[binding](name) for name, binding in route.bindings.items()}


def _body(schema: type[BaseModel] | None, request: ChaliceRequest) -> BaseModel:
    assert schema is not None  # noqa: S101  # the binding exists because the annotation does
    if len(request.raw_body) > _MAX_BODY_BYTES:
        raise TooLargeError(
            "The request is over 1 MB. Send files through an upload address instead."
        )
    try:
        return schema.model_validate_json(request.raw_body or b"{}")
    except ValidationError as error:
        raise problems.from_validation(error) from error


def _query(schema: type[BaseModel] | None, request: ChaliceRequest) -> BaseModel:
    assert schema is not None  # noqa: S101  # the binding exists because the annotation does
    try:
        return schema.model_validate(dict(request.query_params or {}))
    except ValidationError as error:
        raise problems.from_validation(error, "?") from error


def _path_value(request: ChaliceRequest, name: str) -> str:
    # Chalice hands path parameters over as they stood in the URL: https://github.com/aws/chalice/issues/511
    try:
        return unquote((request.uri_params or {})[name], errors="strict")
    except UnicodeDecodeError as error:
        raise MalformedError("The address is not UTF-8.") from error


def _request(request: ChaliceRequest) -> Request:
    source_ip = request.context.get("identity", {}).get("sourceIp", "")
    headers = {name.lower(): value for name, value in request.headers.items()}
    return Request(headers, source_ip, headers.get("authorization"))


def _render(route: Route, result: BaseModel | Answer[Any] | None) -> Response:
    answer = result if isinstance(result, Answer) else Answer(result)
    headers: Headers = {**_JSON_HEADERS, **answer.all_headers()}
    if answer.body is None:
        return Response(body="", status_code=int(route.status), headers=headers)
    body = answer.body.model_dump(mode="json", by_alias=True)
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return Response(body=text, status_code=int(route.status), headers=headers)
