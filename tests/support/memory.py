"""moto without the habits that took most of the time of the tests that use it."""

import copy
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from threading import Lock
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import boto3
import pytest
from botocore.client import BaseClient
from moto.core.serialize import ResponseSerializer
from moto.dynamodb import models
from moto.dynamodb.models import DynamoDBBackend
from moto.dynamodb.models.dynamo_type import DynamoType, Item
from moto.dynamodb.models.table import Table

from tests.support.shortcut import shorten

_Former = tuple[Table, DynamoType, DynamoType | None, Item | None]


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on a transaction keeps only what it touches, a query looks at its partition alone, and clients are quick to make."""
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", _session())
    monkeypatch.setattr(models, "copy", SimpleNamespace(deepcopy=_but_no_table))
    monkeypatch.setattr(DynamoDBBackend, "transact_write_items", _transact)
    monkeypatch.setattr(Table, "query", _query)
    monkeypatch.setattr(DynamoType, "cast_value", property(_cast))
    monkeypatch.setattr(ResponseSerializer, "get_value", _value)
    # Its transactions know nothing of each other.
    monkeypatch.setattr("chalicelib.crm.service.importing.parts.HANDS", 1)
    shorten(monkeypatch)


@cache
def _session() -> boto3.Session:
    """One for all tests of a process: each new one reads megabytes of service descriptions again."""
    return boto3.Session()


@contextmanager
def by_several_hands(hands: int) -> Iterator[None]:
    """Lets an import's rows be worked on side by side: the account answers one call at a time."""
    make, answering = BaseClient._make_api_call, Lock()  # type: ignore[attr-defined]  # as in `costs.bill`

    def answered(client: BaseClient, operation: str, parameters: Mapping[str, Any]) -> Any:
        with answering:
            return make(client, operation, parameters)

    with (
        patch.object(BaseClient, "_make_api_call", answered),
        patch("chalicelib.crm.service.importing.parts.HANDS", hands),
    ):
        yield


_of_moto = DynamoDBBackend.transact_write_items
_sought = Table.query
_of_any_type = DynamoType.cast_value.fget  # type: ignore[attr-defined]  # a property
_guessed = ResponseSerializer.get_value


def _transact(backend: DynamoDBBackend, transact_items: list[dict[str, Any]]) -> None:
    """As moto does it, which copies every table first and puts the copies back when a condition fails."""
    formers = list(_formers(backend, transact_items))
    announced = {table.name: len(_announced(table)) for table, *_ in formers}
    try:
        _of_moto(backend, transact_items)
    except Exception:
        for former in formers:
            _put_back(*former)
            del _announced(former[0])[announced[former[0].name] :]
        raise


def _but_no_table(value: Any) -> Any:
    return value if isinstance(value, Table) else copy.deepcopy(value)


def _formers(
    backend: DynamoDBBackend, operations: Sequence[Mapping[str, Mapping[str, Any]]]
) -> Iterator[_Former]:
    for operation in operations:
        request = next(iter(operation.values()))
        table = backend.get_table(request["TableName"])
        partition, place = backend.get_keys_value(table, request.get("Key") or request["Item"])
        yield table, partition, place, copy.deepcopy(table.get_item(partition, place))


def _announced(table: Table) -> list[Any]:
    return table.stream_shard.items if table.stream_shard else []


def _put_back(
    table: Table, partition: DynamoType, place: DynamoType | None, item: Item | None
) -> None:
    assert place is not None, "every table of ours has a sort key"
    if item is not None:
        table.items[partition][place] = item
    elif partition in table.items:
        table.items[partition].pop(place, None)


def _query(table: Table, hash_key: DynamoType, *rest: Any, **more: Any) -> Any:
    """As moto does it, which sorts the whole table first."""
    conditions = more.get("hash_key_conditions") or ()
    partition = table.items.get(hash_key, {}).values()
    by_index = isinstance(rest[6], str)
    found = list(_matching(table, conditions) if by_index else partition)
    table.all_items = lambda: found  # type: ignore[method-assign]  # for this one question
    try:
        return _sought(table, hash_key, *rest, **more)
    finally:
        del table.all_items


def _matching(table: Table, conditions: Sequence[tuple[str, DynamoType]]) -> Iterator[Item]:
    wanted = [(name, value.value) for name, value in conditions]
    for partition in table.items.values():
        for item in partition.values():
            if all(name in item.attrs and item.attrs[name].value == text for name, text in wanted):
                yield item


def _cast(value: DynamoType) -> Any:
    return value.value if value.type == "S" else _of_any_type(value)


def _value(serializer: ResponseSerializer, value: Any, key: str, shape: Any) -> Any:
    """A field of what is sent; moto tries several spellings of each of the ten types of each attribute."""
    if isinstance(value, dict) and shape.parent.name == "AttributeValue":
        return value.get(key)
    return _guessed(serializer, value, key, shape)
