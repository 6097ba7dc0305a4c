"""Requests that schemathesis makes up, put to a feature as API Gateway would hand them over."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
import schemathesis
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.transport import Response
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.support.access import Call
from tests.support.apps import FEATURES
from tests.support.http import Client, Reply

from portal.openapi import describe
from portal.routes import Route

Operation = APIOperation[Any, Any, Any, Any]
Made = Case[Any]

_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
_HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "If-Match": st.sampled_from(['"1"', '"999"', "*", "W/x", "٣", ""]),
        "Idempotency-Key": st.sampled_from(["a", "", "ключ", "k" * 300]),
        "Accept-Language": st.sampled_from(["ru", "x" * 200, ""]),
    },
)


@cache
def _schema() -> Any:
    features = [import_module(f"chalicelib.{feature}.routes").routes for feature in FEATURES]
    return schemathesis.openapi.from_dict(describe(features))


def operation(route: Route) -> Operation:
    """A route as its description has it."""
    found: Operation = _schema()[f"/api{route.path}"][route.method]
    return found


@st.composite
def cases(draw: st.DrawFn, route: Route, real: Call) -> tuple[Made, Mapping[str, str]]:
    """A request of the route, often of a record that there is, with some of its values as they should be."""
    mode = draw(st.sampled_from([GenerationMode.POSITIVE, GenerationMode.POSITIVE, _wrong(route)]))
    case: Made = draw(operation(route).as_strategy(generation_mode=mode))
    if draw(st.integers(0, 3)):
        case.path_parameters = dict(_parameters(route, real))
    if "?" in real.path and draw(st.booleans()):
        case.query = {**case.query, **dict(parse_qsl(urlsplit(real.path).query))}
    if isinstance(real.body, dict) and isinstance(case.body, dict):
        case.body = draw(_bodies(case.body, real.body))
    return case, draw(_HEADERS | st.just(dict(real.headers)))


def _bodies(made_up: dict[str, Any], real: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """What was made up, what is right, and the one with some of the other's values."""
    some = st.sets(st.sampled_from(sorted(real))) if real else st.just(set[str]())
    return st.one_of(
        st.just(made_up),
        st.just(real),
        some.map(lambda names: {**made_up, **{name: real[name] for name in names}}),
        some.map(lambda names: {**{name: real[name] for name in names}, **made_up}),
    )


def _wrong(route: Route) -> GenerationMode:
    """What can be wrong: without parameters and a body, nothing."""
    takes = route.body or route.query or route.path_parameters
    return GenerationMode.NEGATIVE if takes else GenerationMode.POSITIVE


def _parameters(route: Route, real: Call) -> Mapping[str, str]:
    steps = zip(route.path.split("/"), real.path.partition("?")[0].split("/"), strict=True)
    return {name[1:-1]: value for name, value in steps if name.startswith("{")}


def ask(client: Client, case: Made, headers: Mapping[str, str]) -> Reply | None:
    """The feature's answer, as the description promises it; None where the gateway finds no such path.

    Raises:
        schemathesis's findings, with the request to repeat.
    """
    request = requests.Request(**case.as_transport_kwargs(base_url="http://portal")).prepare()
    parts = urlsplit(str(request.url).replace("http://portal/api", "", 1))
    sent = {name: value for name, value in headers.items() if value.isascii()}
    try:
        reply = client.call(case.method, parts.geturl(), _text(request.body), sent)
    except LookupError:
        return None
    answer_headers = {key.lower(): _listed(value) for key, value in reply.headers.items()}
    content = reply.text.encode()
    answer = Response(reply.status, answer_headers, content, request, elapsed=0, verify=False)
    case.validate_response(answer, checks=_CHECKS)
    _be_plain(reply)
    return reply


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _text(body: Any) -> str | None:
    return body.decode(errors="replace") if isinstance(body, bytes) else body


def _be_plain(reply: Reply) -> None:
    """A problem says its own status, in a sentence."""
    if reply.status >= 400:
        problem = reply.json
        assert problem["status"] == reply.status
        assert problem["detail"]
