"""DynamoDB's answers straight from moto's tables: to make HTTP of a call and read it again took most of its time."""

import copy
import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pytest
from botocore.client import BaseClient
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.core.utils import camelcase_to_underscores, get_service_model
from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends
from moto.dynamodb.models.utilities import dynamo_to_dict
from moto.dynamodb.responses import DynamoHandler

_OF_ITEMS = {
    name: camelcase_to_underscores(name)
    for name in (
        "BatchGetItem",
        "BatchWriteItem",
        "DeleteItem",
        "GetItem",
        "PutItem",
        "Query",
        "Scan",
        "TransactGetItems",
        "TransactWriteItems",
        "UpdateItem",
    )
}
_SENT = {"ResponseMetadata": {"HTTPStatusCode": 200, "HTTPHeaders": {}, "RetryAttempts": 0}}


def shorten(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on moto is asked without HTTP; what it refuses is asked again in full, so that its errors are the same."""
    make: Callable[..., Any] = BaseClient._make_api_call  # type: ignore[attr-defined]  # the one door of all clients, not in the stubs

    def call(client: BaseClient, operation: str, parameters: Mapping[str, Any]) -> Any:
        if _is_plain(client) and operation in _OF_ITEMS:
            try:
                result = _asked(client.meta.region_name, operation, parameters)
            except Exception:  # noqa: BLE001  # nothing has changed, and the full way tells what is wrong
                return make(client, operation, parameters)
            return _answered(operation, result)
        return make(client, operation, parameters)

    monkeypatch.setattr(BaseClient, "_make_api_call", call)


def _is_plain(client: BaseClient) -> bool:
    """Whether it is of DynamoDB, and not of a boto3 resource, which translates values on the way."""
    of_resource = vars(client.meta.config).get("_user_provided_options", {}).get("user_agent_extra")
    return client.meta.service_model.service_name == "dynamodb" and not of_resource


class _Handler(DynamoHandler):
    """moto's own, without the request from which it would learn where it is."""

    def __init__(self, region: str, parameters: Any) -> None:
        super().__init__()
        self.region, self.params, self.body = region, parameters, parameters

    @property
    def dynamodb_backend(self) -> DynamoDBBackend:
        return dynamodb_backends[DEFAULT_ACCOUNT_ID][self.region]


def _asked(region: str, operation: str, parameters: Mapping[str, Any]) -> Any:
    """Moto keeps what it is given, so it is given its own."""
    handler = _Handler(region, json.loads(json.dumps(parameters)))
    return getattr(handler, _OF_ITEMS[operation])().result


def _answered(operation: str, result: Any) -> dict[str, Any]:
    """What botocore would have read of it."""
    known = _told(operation)
    values = json.loads(json.dumps(dynamo_to_dict(result)))
    told = {name: value for name, value in values.items() if name in known and value is not None}
    return copy.deepcopy(_SENT) | told


@cache
def _told(operation: str) -> frozenset[str]:
    """What an answer of the operation may hold."""
    shape = get_service_model("dynamodb").operation_model(operation).output_shape
    return frozenset(shape.members if shape else ())
