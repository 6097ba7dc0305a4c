"""Documents on a table and a bucket in memory, beside a crm that knows one deal."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import boto3
import pytest
from tests.support.http import Client
from tests.support.neighbourhood import DEAL_ID, SELLER, let_crm_know_the_deal
from tests.support.resources import FILES_BUCKET
from tests.support.world import World

from portal.clock import to_wire, utc_now
from portal.principals import Principal


@dataclass(frozen=True)
class Office:
    """Documents as different people reach them, and the bucket behind."""

    world: World

    def as_(self, principal: Principal | None) -> Client:
        """The API as that person."""
        return self.world.client("documents", principal)

    def request(self, **more: Any) -> dict[str, Any]:
        """A request for files that the seller made; `more` replaces the usual terms."""
        reply = self.as_(SELLER).post("/documents/upload-requests", terms(**more))
        assert reply.status == 201, reply.text
        made: dict[str, Any] = reply.json
        return made | {"token": made["url"].rpartition("/")[2]}

    def send(self, place: Mapping[str, Any], content: bytes) -> None:
        """A file posted by its form, and the notice of it received."""
        key, kind = place["fields"]["key"], place["fields"]["Content-Type"]
        put = boto3.client("s3").put_object(
            Bucket=FILES_BUCKET, Key=key, Body=content, ContentType=kind
        )
        assert self.receive(key, len(content), put["VersionId"]) == []

    def receive(self, key: str, size: int, revision: str) -> list[Any]:
        """The messages that `receive` could not do."""
        came = {"key": key, "size": size, "version-id": revision}
        notice = {"detail-type": "Object Created", "detail": {"object": came}}
        record = {"messageId": "1", "eventSource": "aws:sqs", "body": json.dumps(notice)}
        answer = self.world.app("documents").invoke("receive", {"Records": [record]})
        failures: list[Any] = answer["batchItemFailures"]
        return failures


def terms(**more: Any) -> dict[str, Any]:
    """The body of a request for files."""
    return {
        "card": {"kind": "deal", "id": DEAL_ID},
        "note": "Пришлите карточку предприятия",
        "expires_at": to_wire(utc_now() + timedelta(days=1)),
        "max_bytes": 1000,
        "content_types": ["application/pdf"],
        "max_files": 1,
    } | more


@pytest.fixture
def office(world: World, monkeypatch: pytest.MonkeyPatch) -> Office:
    let_crm_know_the_deal(monkeypatch)
    return Office(world)
