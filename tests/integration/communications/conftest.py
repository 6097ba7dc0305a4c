"""Communications on a table and a bucket in memory, beside a crm that knows one deal."""

from dataclasses import dataclass
from typing import Any

import boto3
import pytest
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends
from tests.support.http import Client
from tests.support.neighbourhood import OWNER, let_crm_know_the_deal
from tests.support.resources import MAIL_BUCKET
from tests.support.triggers import queued, stored_letter
from tests.support.world import World

from portal.events import Event
from portal.ids import new_id
from portal.principals import Principal, Role

DEPARTMENT = new_id()
COLLEAGUE = Principal(new_id(), "Семён Сбытов", frozenset({Role.EMPLOYEE}), frozenset({DEPARTMENT}))


@dataclass(frozen=True)
class Office:
    """Communications as different people reach them, and the mail behind."""

    world: World

    def as_(self, principal: Principal | None) -> Client:
        """The API as that person."""
        return self.world.client("communications", principal)

    def come(self, content: bytes, key: str = "inbound/1") -> list[Any]:
        """A letter that SES has stored; gives the messages that `receive` could not do."""
        self.world.app("communications")
        boto3.client("s3").put_object(Bucket=MAIL_BUCKET, Key=key, Body=content)
        return self.told(key)

    def told(self, key: str) -> list[Any]:
        """The news of an object, once more."""
        event = stored_letter(key)
        answer = self.world.app("communications").invoke("receive", event)
        failures: list[Any] = answer["batchItemFailures"]
        return failures

    def hear(self, *events: Event) -> list[Any]:
        """Events from the bus; gives the messages that `consume` could not do."""
        answer = self.world.app("communications").invoke("consume", queued(*events))
        failures: list[Any] = answer["batchItemFailures"]
        return failures

    def inbox(self, principal: Principal = OWNER, query: str = "state=unlinked") -> Any:
        """The items of a list as that person sees it."""
        reply = self.as_(principal).get(f"/communications?{query}")
        assert reply.status == 200, reply.text
        return reply.json["items"]

    def posted(self, place: dict[str, Any], content: bytes) -> None:
        """A file posted by its form."""
        key, kind = place["fields"]["key"], place["fields"]["Content-Type"]
        boto3.client("s3").put_object(Bucket=MAIL_BUCKET, Key=key, Body=content, ContentType=kind)

    def outbox(self) -> list[Any]:
        """What SES was given, oldest first."""
        return list(ses_backends[DEFAULT_ACCOUNT_ID]["us-east-1"].sent_messages)


@pytest.fixture
def office(world: World, monkeypatch: pytest.MonkeyPatch) -> Office:
    let_crm_know_the_deal(monkeypatch)
    office = Office(world)
    mailbox = {
        "address": "Sales@demo.example",
        "name": "Отдел продаж",
        "department_ids": [DEPARTMENT],
    }
    assert office.as_(OWNER).post("/communications/mailboxes", mailbox).status == 201
    return office
