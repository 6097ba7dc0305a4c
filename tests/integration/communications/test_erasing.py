"""Everything that is kept of a person is erased, in every feature, and the erasure says so only then."""

import json
from datetime import timedelta
from typing import Any

import boto3
import pytest
from tests.integration.communications.company import Company, from_client
from tests.integration.crm.office import CLIENT_EMAIL
from tests.support.bus import Bus
from tests.support.http import Reply
from tests.support.resources import FILES_BUCKET, MAIL_BUCKET
from tests.support.world import World

from portal.clock import to_wire, utc_now

NAME = "Анна Петрова"
SECRETS = (NAME, "Anna", CLIENT_EMAIL, "+79120000001", "Ведущий инженер", "Собака Рекс", "Тайна")
FEATURES = ("crm", "communications", "documents", "people", "notifications")


class Erased(Company):
    """A client of whom all features keep something."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.world, self.bus = world, Bus(world)
        for feature in FEATURES:
            world.app(feature)
        self.card = f"/crm/contacts/{self.crm.contact}"
        self._describe()
        account = {"name": NAME, "email": CLIENT_EMAIL, "contact_id": self.crm.contact}
        assert self.boss("people").post("/people/clients", account).status == 201
        self._ask_for_files()
        for key in ("1", "2"):
            # The same letter came twice: the bucket has two copies.
            assert self.mail.come(from_client("Тайна"), f"inbound/{key}") == []
            self.bus.carry()

    def boss(self, feature: str) -> Any:
        """A feature's API as the owner."""
        return self.world.client(feature, self.crm.boss)

    def erase(self, name: str = NAME, **more: Any) -> Reply:
        """What the owner sends."""
        body = {"name": name, "ground": "request", **more}
        reply: Reply = self.boss("crm").post(f"{self.card}/erasure", body)
        return reply

    def left(self) -> dict[str, set[str]]:
        """Where a word of him still stands."""
        places = {**dict(_rows()), **dict(_objects())}
        # Message-IDs stay, so that a copy of an erased letter is known; links of invitations end by themselves.
        places = {k: v for k, v in places.items() if " message-id#" not in k and "-link#" not in k}
        found = {word: {k for k, text in places.items() if word in text} for word in SECRETS}
        return {word: where for word, where in found.items() if where}

    def _describe(self) -> None:
        field = {"kind": "contact", "type": "text", "name": "Собака", "personal": True}
        made = self.boss("crm").post("/crm/fields", field).json
        values = {
            "phones": ["+79120000001"],
            "job_title": "Ведущий инженер",
            "description": "Тайна",
            "own": {made["id"]: "Собака Рекс"},
        }
        assert self.crm.api.patch(self.card, values).status == 200
        assert self.crm.api.post(f"{self.card}/comments", {"text": "Тайна"}).status == 201

    def _ask_for_files(self) -> None:
        body = {
            "card": {"kind": "contact", "id": self.crm.contact},
            "note": "Тайна",
            "expires_at": to_wire(utc_now() + timedelta(days=1)),
            "max_bytes": 1000,
            "content_types": ["application/pdf"],
            "max_files": 1,
        }
        documents = self.world.client("documents", self.crm.seller)
        reply = documents.post("/documents/upload-requests", body)
        assert reply.status == 201, reply.text


def _rows() -> Any:
    dynamodb = boto3.client("dynamodb")
    for feature in FEATURES:
        for row in dynamodb.scan(TableName=feature)["Items"]:
            text = json.dumps(row, ensure_ascii=False)
            yield f"{feature} {row['pk']['S']} {row['sk']['S']}", text


def _objects() -> Any:
    s3 = boto3.client("s3")
    for bucket in (MAIL_BUCKET, FILES_BUCKET):
        for found in s3.list_object_versions(Bucket=bucket).get("Versions", ()):
            key, version = found["Key"], found["VersionId"]
            body = s3.get_object(Bucket=bucket, Key=key, VersionId=version)["Body"].read()
            yield f"{bucket} {key}", body.decode(errors="replace")


@pytest.fixture
def company(world: World) -> Erased:
    return Erased(world)


def test_nothing_of_a_person_is_left(company: Erased) -> None:
    """Neither in a table nor in a version of an object; and what is told again brings nothing back."""
    assert set(company.left()) == set(SECRETS)
    begun = company.erase()
    assert begun.status == 201, begun.text
    assert {share["state"] for share in begun.json["shares"]} == {"waiting"}
    company.bus.carry()
    assert company.left() == {}
    path = f"/crm/erasures/{begun.json['id']}"
    done = company.boss("crm").get(path).json
    assert {share["feature"]: share["state"] for share in done["shares"]} == dict.fromkeys(
        FEATURES, "done"
    )
    assert done["done_at"]
    shown = company.boss("crm").get(company.card).json
    assert (shown["name"], shown["emails"], shown["own"]) == ("Данные стёрты", [], {})
    assert company.mail.told("inbound/1") == []
    assert company.boss("crm").post(f"{path}/retry", {}).status == 200
    company.bus.carry()
    assert company.left() == {}


def test_what_the_law_keeps_is_kept_and_counted(company: Erased) -> None:
    """Letters of a deal that goes on stay readable where they stand; the card itself is erased all the same."""
    begun = company.erase(keep=["contract"]).json
    company.bus.carry()
    done = company.boss("crm").get(f"/crm/erasures/{begun['id']}").json
    assert done["kept"] == [{"reason": "contract", "count": 1}]
    (letter,) = company.crm.ids("deals", company.crm.deal)
    kept = company.mail.as_(company.crm.seller).get(f"/communications/{letter}").json
    assert kept["text"] == "Тайна"
    assert "Ведущий инженер" not in company.left()


def test_a_new_letter_from_the_address_is_of_somebody_new(company: Erased) -> None:
    """It finds no card by the address, which is nobody's any more; the erased card takes no data again."""
    company.erase()
    company.bus.carry()
    assert company.mail.come(from_client("снова"), "inbound/3") == []
    company.bus.carry()
    (item,) = company.mail.inbox(company.crm.boss)
    assert item["reason"] == "unknown_sender"
    refused = company.boss("crm").patch(company.card, {"name": NAME})
    assert (refused.status, "were erased" in refused.json["detail"]) == (409, True)


def test_an_erasure_is_confirmed_by_the_name_and_done_once(company: Erased) -> None:
    """A wrong name changes nothing; a second erasure is refused; only an owner erases."""
    assert company.erase("Анна Пет").status == 422
    assert company.crm.api.post(f"{company.card}/erasure", {}).status == 403
    assert company.erase("анна  петрова").status == 201
    assert company.erase().status == 409
    listed = company.boss("crm").get("/crm/erasures").json["items"]
    assert [each["card"]["id"] for each in listed] == [company.crm.contact]
