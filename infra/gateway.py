"""The gateway's own answers, in the form of all the portal's problems (RFC 9457).

The kinds are API Gateway's:
https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
"""

NOTHING_HERE = "There is nothing at this address"
TOO_LARGE = "The request is too large"
TOO_LONG = "The portal took too long to answer"
FAILED = "The portal failed to answer"
NOT_UNDERSTOOD = "The request could not be understood"

PROBLEMS: dict[str, tuple[int, str]] = {
    "ACCESS_DENIED": (404, NOTHING_HERE),
    "BAD_REQUEST_BODY": (400, NOT_UNDERSTOOD),
    "BAD_REQUEST_PARAMETERS": (400, NOT_UNDERSTOOD),
    "INTEGRATION_FAILURE": (502, FAILED),
    "INTEGRATION_TIMEOUT": (504, TOO_LONG),
    "INVALID_API_KEY": (404, NOTHING_HERE),
    "MISSING_AUTHENTICATION_TOKEN": (404, NOTHING_HERE),
    "REQUEST_TOO_LARGE": (413, TOO_LARGE),
    "RESOURCE_NOT_FOUND": (404, NOTHING_HERE),
    "THROTTLED": (429, "Too many requests: try again in a moment"),
    "UNSUPPORTED_MEDIA_TYPE": (415, "The request's media type is not supported"),
}
"""Status and title of each kind that is answered by name."""

DEFAULTS = {"DEFAULT_4XX": NOT_UNDERSTOOD, "DEFAULT_5XX": FAILED}
"""The title of every other kind, which keeps its own status."""


def problem(title: str, status: int | None = None) -> dict[str, str | int]:
    """The body of a problem answer; without a status where the gateway alone knows it."""
    body: dict[str, str | int] = {"type": "about:blank", "title": title}
    return body if status is None else {**body, "status": status}
