"""Histories as long as those of years, made in memory in a second: the API would take minutes."""

import json
from collections.abc import Iterator
from typing import Any

import boto3
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends

from portal.ids import new_id


def multiply(table: str, record_id: str, times: int, *, under: str | tuple[str, ...] = "") -> None:
    """Copies each item that names the record, and whose partition begins with (one of) `under`, under new ids.

    What is not asked for should not be copied: a hundred thousand items make every test of the process slow.
    """
    originals = [json.dumps(item) for item in _items(table, record_id, under)]
    assert originals, f"nothing in {table} names {record_id}"
    backend = dynamodb_backends[DEFAULT_ACCOUNT_ID]["us-east-1"]
    for _ in range(times):
        copy_id = new_id()
        for original in originals:
            backend.put_item(table, json.loads(original.replace(record_id, copy_id)))


def _items(table: str, record_id: str, under: str | tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for page in boto3.client("dynamodb").get_paginator("scan").paginate(TableName=table):
        for item in page["Items"]:
            if item["pk"]["S"].startswith(under) and record_id in json.dumps(item):
                yield item
