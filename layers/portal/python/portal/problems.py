"""Errors as ``application/problem+json`` (RFC 9457); the only place where an error meets HTTP."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from botocore.exceptions import ClientError
from chalice.app import Response
from pydantic import ValidationError
from pynamodb.exceptions import PynamoDBException

from portal import errors
from portal.errors import FieldError, InvalidError, MalformedError, PortalError
from portal.findings import sentence
from portal.logs import logger

_STATUSES: dict[type[PortalError], tuple[int, str]] = {
    MalformedError: (400, "The request cannot be read"),
    errors.UnauthenticatedError: (401, "Sign in"),
    errors.NotAllowedError: (403, "Not allowed"),
    errors.NotFoundError: (404, "Not found"),
    errors.StaleVersionError: (412, "Changed meanwhile"),
    errors.ConflictError: (409, "Conflict"),
    errors.GoneError: (410, "No longer available"),
    errors.TooLargeError: (413, "Too large"),
    InvalidError: (422, "Some values are wrong"),
    errors.TooManyRequestsError: (429, "Too many requests"),
    errors.UnavailableError: (503, "Try again shortly"),
}

_THROTTLES = frozenset(
    {
        "ProvisionedThroughputExceededException",
        "ThrottlingException",
        "RequestLimitExceeded",
        "TransactionInProgressException",
        "TooManyRequestsException",
    }
)


def from_error(error: Exception, request_id: str) -> Response:
    """The answer to a request that failed, whatever the failure."""
    if isinstance(error, PortalError):
        return _from_portal_error(error)
    if _is_throttle(error):
        return _from_portal_error(
            errors.UnavailableError("The portal is very busy. Try again in a moment.")
        )
    logger.exception("Unexpected error", request_id=request_id)
    detail = f"The portal failed to do this; nothing was lost. Quote the code {request_id} to your administrator."
    return respond(500, "Something went wrong", detail, {"code": request_id})


def respond(
    status: int, title: str, detail: str, more: Mapping[str, Any] | None = None
) -> Response:
    """A problem answer."""
    body = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        **(more or {}),
    }
    return Response(
        body=json.dumps(body, ensure_ascii=False),
        status_code=status,
        headers={"Content-Type": "application/problem+json", "Cache-Control": "no-store"},
    )


def from_validation(error: ValidationError, prefix: str = "") -> PortalError:
    """Pydantic's findings in our own words; `prefix` stands before each pointer (``?`` for a query)."""
    findings = error.errors(include_url=False, include_input=False)
    if findings[0]["type"] == "json_invalid":
        return MalformedError(f"The body is not JSON: {findings[0]['msg']}.")
    return InvalidError(*(FieldError(_pointer(f["loc"], prefix), sentence(f)) for f in findings))


def _from_portal_error(error: PortalError) -> Response:
    status, title = next(_STATUSES[family] for family in type(error).__mro__ if family in _STATUSES)
    response = respond(status, title, str(error), _extension(error))
    if isinstance(error, errors.TooManyRequestsError):
        response.headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, errors.UnauthenticatedError):
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _extension(error: PortalError) -> dict[str, Any]:
    if isinstance(error, errors.ConflictError) and error.about:
        return {"about": {"kind": str(error.about.kind), "id": error.about.id}}
    if isinstance(error, errors.UnauthenticatedError) and error.reason:
        return {"reason": error.reason}
    if not isinstance(error, InvalidError):
        return {}
    return {"errors": [{"pointer": e.pointer, "message": e.message} for e in error.errors]}


def _pointer(location: Iterable[int | str], prefix: str) -> str:
    steps = [str(step).replace("~", "~0").replace("/", "~1") for step in location]
    return prefix + ".".join(steps) if prefix else "".join(f"/{step}" for step in steps)


def _is_throttle(error: Exception) -> bool:
    if isinstance(error, ClientError):
        return error.response.get("Error", {}).get("Code") in _THROTTLES
    return isinstance(error, PynamoDBException) and error.cause_response_code in _THROTTLES
