"""``Idempotency-Key``: the same POST sent twice is done once and answered twice.

Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
"""

import hashlib
from collections.abc import Callable
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.idempotency import (
    DynamoDBPersistenceLayer,
    IdempotencyConfig,
    idempotent_function,
)
from aws_lambda_powertools.utilities.idempotency.exceptions import (
    IdempotencyAlreadyInProgressError,
    IdempotencyValidationError,
)
from chalice.app import Request, Response

from portal.errors import ConflictError, InvalidError
from portal.principals import Principal
from portal.routes import Route
from portal.settings import Settings

_DAY_SECONDS = 24 * 60 * 60
_MAX_KEY_LENGTH = 255


def once(
    route: Route, caller: Principal | None, request: Request, act: Callable[[], Response]
) -> Response:
    """The answer to the request, from memory when its key was seen within a day.

    The memory belongs to the caller, so public routes have none.

    Raises:
        InvalidError: the key is too long, or was used for another body.
        ConflictError: the first request with this key is still under way.
    """
    key = request.headers.get("idempotency-key")
    if route.method != "POST" or caller is None or not key:
        return act()
    if len(key) > _MAX_KEY_LENGTH:
        raise InvalidError.at("Idempotency-Key", f"Use at most {_MAX_KEY_LENGTH} characters.")
    scope = f"{caller.id}#{request.path}"
    seen = {"key": key, "body": _fingerprint(request.raw_body)}
    return _from_memory(_remember(scope, seen, act, request.lambda_context))


def _remember(
    scope: str,
    seen: dict[str, str],
    act: Callable[[], Response],
    context: Any,  # noqa: ANN401  # Lambda makes it
) -> dict[str, Any]:
    @idempotent_function(  # type: ignore[untyped-decorator]  # Powertools types it loosely
        data_keyword_argument="seen",
        persistence_store=_store(Settings()["TABLE_NAME"]),
        config=IdempotencyConfig(
            event_key_jmespath="key",
            payload_validation_jmespath="body",
            expires_after_seconds=_DAY_SECONDS,
            lambda_context=context,
        ),
        key_prefix=scope,
    )
    def answer(*, seen: dict[str, str]) -> dict[str, Any]:  # noqa: ARG001  # the decorator reads it
        return _to_memory(act())

    try:
        remembered: dict[str, Any] = answer(seen=seen)
    except IdempotencyAlreadyInProgressError as error:
        raise ConflictError(
            "The first request with this Idempotency-Key is still under way."
        ) from error
    except IdempotencyValidationError as error:
        raise InvalidError.at(
            "Idempotency-Key", "This key was used for another request. Take a new one."
        ) from error
    return remembered


@cache
def _store(table_name: str) -> DynamoDBPersistenceLayer:
    return DynamoDBPersistenceLayer(
        table_name=table_name,
        key_attr="pk",
        sort_key_attr="sk",
        static_pk_value="idempotency",
        expiry_attr="expires_at",
        validation_key_attr="body",
    )


def _fingerprint(body: str | bytes) -> str:
    return hashlib.sha256(body.encode() if isinstance(body, str) else body).hexdigest()


def _to_memory(response: Response) -> dict[str, Any]:
    return {"body": response.body, "status": response.status_code, "headers": response.headers}


def _from_memory(remembered: dict[str, Any]) -> Response:
    return Response(remembered["body"], remembered["headers"], int(remembered["status"]))
