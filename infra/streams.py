"""Reads a table's stream once more, where a function has given a batch up."""

import base64
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

_GONE = {"TrimmedDataAccessException", "ResourceNotFoundException"}


class ForgottenError(Exception):
    """The stream keeps records for a day, and that day is over."""


def read(client: Any, batch: Mapping[str, Any]) -> list[dict[str, Any]]:  # noqa: ANN401  # boto3 makes clients from data
    """The records of a batch, as Lambda hands them over.

    `batch` is the `DDBStreamBatchInfo` of Lambda's on-failure message:
    https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html

    Raises:
        ForgottenError: the stream does not have them any more.
    """
    try:
        records = _from_to(client, batch)
    except client.exceptions.ClientError as error:
        if error.response["Error"]["Code"] not in _GONE:
            raise
        records = []
    if not records:
        raise ForgottenError(f"{batch['streamArn']} has forgotten {batch['startSequenceNumber']}")
    return [_as_handed_over(record, batch["streamArn"]) for record in records]


def _from_to(client: Any, batch: Mapping[str, Any]) -> list[dict[str, Any]]:  # noqa: ANN401  # as above
    last = int(batch["endSequenceNumber"])
    iterator = client.get_shard_iterator(
        StreamArn=batch["streamArn"],
        ShardId=batch["shardId"],
        ShardIteratorType="AT_SEQUENCE_NUMBER",
        SequenceNumber=batch["startSequenceNumber"],
    ).get("ShardIterator")
    found: list[dict[str, Any]] = []
    while iterator:
        page = client.get_records(ShardIterator=iterator)
        numbered = [(int(r["dynamodb"]["SequenceNumber"]), r) for r in page["Records"]]
        found += [record for number, record in numbered if number <= last]
        enough = not numbered or numbered[-1][0] >= last
        iterator = None if enough else page.get("NextShardIterator")
    return found


def _as_handed_over(record: Mapping[str, Any], stream_arn: str) -> dict[str, Any]:
    text = json.dumps({**record, "eventSourceARN": stream_arn}, default=_plain)
    plain: dict[str, Any] = json.loads(text)
    return plain


def _plain(value: object) -> float | str:
    if isinstance(value, datetime):
        return value.timestamp()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    raise TypeError(f"a stream record holds a {type(value).__name__}")
