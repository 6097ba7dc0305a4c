"""DynamoDB's calls as they are made, with the capacity that each would consume."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from botocore.exceptions import ClientError

from tests.support.capacity import Image, Index, change_units, item_size, read_units

Parameters = Mapping[str, Any]
Ask = Callable[[str, Parameters], dict[str, Any]]


@dataclass(frozen=True)
class Units:
    """Capacity consumed, and how many items were read only to be thrown away."""

    read: float = 0
    write: float = 0
    discarded: int = 0


@dataclass(frozen=True)
class _Key:
    table: str
    values: Image


class DynamoMeter:
    """Makes calls through `ask`, and beside them the questions that tell their sizes."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._described: dict[str, Mapping[str, Any]] = {}

    def call(self, operation: str, parameters: Parameters) -> tuple[Any, Units]:
        """The answer, or the error that was raised, with the units.

        Raises:
            KeyError: the meter does not know the operation.
        """
        if operation in _CHANGES:
            return self._changing(operation, parameters)
        answer = self._ask(operation, parameters)
        return answer, _READS[operation](self, parameters, answer)

    def _changing(self, operation: str, parameters: Parameters) -> tuple[Any, Units]:
        keys = list(_CHANGES[operation](self, parameters))
        before = [self._image(key) for key in keys]
        answer: Any
        try:
            answer = self._ask(operation, parameters)
        except ClientError as error:
            # A refused write costs what an accepted one of the same items does.
            answer = error
        together = operation == "TransactWriteItems"
        units = sum(
            change_units(old, self._image(key), self._indexes(key.table), transactional=together)
            for key, old in zip(keys, before, strict=True)
        )
        return answer, Units(write=units)

    def _got(self, parameters: Parameters, _: Mapping[str, Any]) -> Units:
        image = self._image(_Key(parameters["TableName"], parameters["Key"]))
        consistent = parameters.get("ConsistentRead", False)
        return Units(read=read_units(item_size(image or {}), consistent=consistent))

    def _got_many(self, parameters: Parameters, _: Mapping[str, Any]) -> Units:
        return Units(
            read=sum(
                self._got({"TableName": table, "Key": key, **request}, {}).read
                for table, request in parameters["RequestItems"].items()
                for key in request["Keys"]
            )
        )

    def _got_together(self, parameters: Parameters, _: Mapping[str, Any]) -> Units:
        images = [
            self._image(_Key(step["Get"]["TableName"], step["Get"]["Key"]))
            for step in parameters["TransactItems"]
        ]
        units = (read_units(item_size(image or {}), transactional=True) for image in images)
        return Units(read=sum(units))

    def _found(self, parameters: Parameters, answer: Mapping[str, Any]) -> Units:
        """A query or a scan bills the sum of what it looked at, before any filter."""
        looked_at = answer
        if parameters.keys() & _SHORTENING:
            operation = "Query" if "KeyConditionExpression" in parameters else "Scan"
            looked_at = self._ask(operation, _unshortened(parameters))
        size = sum(map(item_size, looked_at["Items"]))
        consistent = parameters.get("ConsistentRead", False)
        discarded = answer["ScannedCount"] - answer["Count"]
        return Units(read=read_units(size, consistent=consistent), discarded=discarded)

    def _put_key(self, parameters: Parameters) -> Iterator[_Key]:
        yield self._key(parameters["TableName"], parameters["Item"])

    def _given_key(self, parameters: Parameters) -> Iterator[_Key]:
        yield _Key(parameters["TableName"], parameters["Key"])

    def _batch_keys(self, parameters: Parameters) -> Iterator[_Key]:
        for table, requests in parameters["RequestItems"].items():
            for request in requests:
                ((_, body),) = request.items()
                yield self._key(table, body.get("Item", body.get("Key")))

    def _transaction_keys(self, parameters: Parameters) -> Iterator[_Key]:
        for step in parameters["TransactItems"]:
            ((_, body),) = step.items()
            yield self._key(body["TableName"], body.get("Item", body.get("Key")))

    def _key(self, table: str, item: Image) -> _Key:
        names = [key["AttributeName"] for key in self._description(table)["KeySchema"]]
        return _Key(table, {name: item[name] for name in names})

    def _image(self, key: _Key) -> Image | None:
        question = {"TableName": key.table, "Key": key.values, "ConsistentRead": True}
        image: Image | None = self._ask("GetItem", question).get("Item")
        return image

    def _indexes(self, table: str) -> list[Index]:
        described = self._description(table)
        names = [key["AttributeName"] for key in described["KeySchema"]]
        return [Index.of(index, names) for index in described.get("GlobalSecondaryIndexes", ())]

    def _description(self, table: str) -> Mapping[str, Any]:
        if table not in self._described:
            self._described[table] = self._ask("DescribeTable", {"TableName": table})["Table"]
        return self._described[table]


_SHORTENING = frozenset({"FilterExpression", "ProjectionExpression", "Select"})
"""What makes an answer hold less than was read."""


def _unshortened(parameters: Parameters) -> Parameters:
    """The same question whole, with only the placeholders that it still uses."""
    whole = {name: value for name, value in parameters.items() if name not in _SHORTENING}
    condition = whole.get("KeyConditionExpression", "")
    for field in ("ExpressionAttributeNames", "ExpressionAttributeValues"):
        used = {key: value for key, value in whole.pop(field, {}).items() if key in condition}
        whole |= {field: used} if used else {}
    return whole


_READS: dict[str, Callable[[DynamoMeter, Parameters, Mapping[str, Any]], Units]] = {
    "GetItem": DynamoMeter._got,
    "BatchGetItem": DynamoMeter._got_many,
    "TransactGetItems": DynamoMeter._got_together,
    "Query": DynamoMeter._found,
    "Scan": DynamoMeter._found,
}
_CHANGES: dict[str, Callable[[DynamoMeter, Parameters], Iterator[_Key]]] = {
    "PutItem": DynamoMeter._put_key,
    "UpdateItem": DynamoMeter._given_key,
    "DeleteItem": DynamoMeter._given_key,
    "BatchWriteItem": DynamoMeter._batch_keys,
    "TransactWriteItems": DynamoMeter._transaction_keys,
}
