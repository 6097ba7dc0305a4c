"""Documents on cards over HTTP, with their contents in a bucket."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import boto3
import jsonschema
import pytest
from tests.integration.documents.conftest import Office
from tests.support.neighbourhood import CLIENT, DEAL, DEAL_ID, OWNER, SELLER, STRANGER
from tests.support.resources import FILES_BUCKET

from portal.ids import new_id

CONTRACTS = Path(__file__).parents[3] / "events" / "documents"
CARD = {"kind": "deal", "id": DEAL_ID}
PDF = {
    "card": CARD,
    "file_name": "Договор № 5 “насосы”.pdf",
    "size": 9,
    "content_type": "application/pdf",
}
CONTENT = b"%PDF-1.7\n"


def added(office: Office, content: bytes = CONTENT, **more: Any) -> str:
    """The id of a document of the seller's that came."""
    place = office.as_(SELLER).post("/documents", PDF | more)
    assert place.status == 201, place.text
    office.send(place.json, content)
    identifier: str = place.json["id"]
    return identifier


def events_in_table() -> list[dict[str, Any]]:
    """The events that ride on the table's items."""
    rows = boto3.client("dynamodb").scan(TableName="documents")["Items"]
    return [json.loads(row["event"]["S"]) for row in rows if "event" in row]


def test_an_employee_adds_a_document_and_takes_it_back(office: Office) -> None:
    """The link gives the content as an attachment under its name, in any alphabet, for a minute."""
    identifier = added(office)
    reply = office.as_(SELLER).get(f"/documents/{identifier}/download")
    assert reply.status == 200, reply.text
    query = parse_qs(urlsplit(reply.json["url"]).query)
    assert query["X-Amz-Expires"] == ["60"]
    assert query["response-content-type"] == ["application/pdf"]
    (disposition,) = query["response-content-disposition"]
    assert disposition.startswith('attachment; filename="_______ _ 5 _______')
    assert "filename*=UTF-8''%D0%94%D0%BE%D0%B3" in disposition
    assert "/files/" in reply.json["url"]
    assert "versionId" in query


def test_what_is_kept_is_what_came(office: Office) -> None:
    """The content lies under the document's own key; where it came nothing is left."""
    identifier = added(office)
    s3 = boto3.client("s3")
    kept = s3.get_object(Bucket=FILES_BUCKET, Key=f"files/{identifier}/1")
    assert (kept["Body"].read(), kept["ContentType"]) == (CONTENT, "application/pdf")
    versions = s3.list_object_versions(Bucket=FILES_BUCKET, Prefix="uploads/")
    assert "Versions" not in versions


def test_a_version_is_added_and_none_is_lost(office: Office) -> None:
    """Both can be had; who expected an older one is told."""
    identifier = added(office)
    added(office, b"%PDF-2.0\n", document_id=identifier, expected_version=1)
    document = office.as_(SELLER).get(f"/documents/{identifier}").json
    assert document["version"] == 2
    assert [version["version"] for version in document["versions"]] == [2, 1]
    assert len({version["sha256"] for version in document["versions"]}) == 2
    first = office.as_(SELLER).get(f"/documents/{identifier}/download?version=1").json["url"]
    assert f"/files/{identifier}/1?" in first
    stale = office.as_(SELLER).post(
        "/documents", PDF | {"document_id": identifier, "expected_version": 1}
    )
    assert stale.status == 409
    assert office.as_(SELLER).get(f"/documents/{identifier}/download?version=9").status == 404


def test_a_client_sees_the_documents_shared_with_him(office: Office) -> None:
    """In the list, alone and to download; and no longer when the sharing ends."""
    hidden, shared = added(office), added(office)
    path = f"/documents/{shared}"
    assert office.as_(CLIENT).get(path).status == 404
    assert office.as_(SELLER).post(f"{path}/share", {"with_client": True}).status == 200
    listed = office.as_(CLIENT).get(f"/documents?card={DEAL}").json["items"]
    assert [one["id"] for one in listed] == [shared]
    assert office.as_(CLIENT).get(f"{path}/download").status == 200
    assert office.as_(CLIENT).get(f"/documents/{hidden}/download").status == 404
    assert office.as_(CLIENT).post(f"{path}/share", {"with_client": True}).status == 403
    office.as_(SELLER).post(f"{path}/share", {"with_client": False})
    assert office.as_(CLIENT).get(f"/documents?card={DEAL}").json["items"] == []
    assert len(office.as_(SELLER).get(f"/documents?card={DEAL}").json["items"]) == 2


def test_a_stranger_finds_nothing(office: Office) -> None:
    """What is not his and what is not there look the same."""
    identifier = added(office)
    stranger = office.as_(STRANGER)
    for path in (f"/documents/{identifier}", f"/documents/{new_id()}"):
        assert stranger.get(path).status == 404
        assert stranger.get(f"{path}/download").status == 404
        assert stranger.post(f"{path}/share", {"with_client": True}).status == 404
    assert stranger.get(f"/documents?card={DEAL}").status == 404
    assert stranger.post("/documents", PDF).status == 404
    assert office.as_(None).get(f"/documents/{identifier}").status == 401


def test_pages_of_documents_follow_each_other(office: Office) -> None:
    """Newest first, each once."""
    ids = [added(office) for _ in range(3)]
    path = f"/documents?card={DEAL}&limit=2"
    page = office.as_(SELLER).get(path).json
    rest = office.as_(SELLER).get(f"{path}&cursor={page['next']}").json
    found = [one["id"] for one in (*page["items"], *rest["items"])]
    assert rest["next"] is None
    assert found == ids[::-1]


@pytest.mark.parametrize(
    ("content", "contract"),
    [(CONTENT, "file_received"), (b"MZ\x90\0\3\0\0\0\4", "file_quarantined")],
)
def test_a_file_is_announced_by_its_contract(office: Office, content: bytes, contract: str) -> None:
    """The event rides on the version, and is what `events/` says."""
    added(office, content)
    (event,) = events_in_table()
    schema = json.loads((CONTRACTS / f"{contract}.v1.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(event)
    assert event["type"] == f"documents.{contract}"


def test_a_repeated_notice_changes_nothing(office: Office) -> None:
    """Of S3's notices each comes at least once."""
    identifier = added(office)
    before = boto3.client("dynamodb").scan(TableName="documents")["Items"]
    row = next(row for row in before if row["sk"]["S"] == "version#000001")
    revision = row["source"]["S"]
    assert office.receive(f"uploads/{identifier}/1", 9, revision) == []
    assert boto3.client("dynamodb").scan(TableName="documents")["Items"] == before


def test_an_object_nobody_waited_for_is_listed_to_the_owner(office: Office) -> None:
    """And to nobody else."""
    office.as_(OWNER).get("/documents/strays")
    assert office.receive("uploads/что-то", 5, "1") == []
    (stray,) = office.as_(OWNER).get("/documents/strays").json["items"]
    assert (stray["key"], stray["size"]) == ("uploads/что-то", 5)
    assert office.as_(SELLER).get("/documents/strays").status == 403


def test_a_notice_of_an_object_that_is_gone_fails(office: Office) -> None:
    """So that it comes again, and at last to the dead letters."""
    place = office.as_(SELLER).post("/documents", PDF).json
    assert office.receive(f"uploads/{place['id']}/1", 9, "") == [{"itemIdentifier": "1"}]


def test_a_large_file_is_read_in_ranges(office: Office) -> None:
    """Its checksum is of the whole, though no more than a piece is in memory."""
    content = b"%PDF-1.7\n" + bytes(range(256)) * 4096 * 9
    place = office.as_(SELLER).post("/documents", PDF | {"size": len(content)}).json
    office.send(place, content)
    document = office.as_(SELLER).get(f"/documents/{place['id']}").json
    assert (document["state"], document["size"]) == ("ready", len(content))


def test_a_person_who_lost_his_rights_is_out(office: Office) -> None:
    """The event from the bus ends the tokens issued before it."""
    example = json.loads(
        (CONTRACTS.parent / "people" / "person_changed.v1.json").read_text(encoding="utf-8")
    )["examples"][0]
    example["data"]["person"]["id"] = SELLER.id
    example["data"]["access_changed_at"] = "2100-01-01T00:00:00Z"
    seller = office.as_(SELLER)
    assert seller.get(f"/documents?card={DEAL}").status == 200
    body = json.dumps({"detail-type": "people.person_changed.v1", "detail": example})
    record = {"messageId": "1", "eventSource": "aws:sqs", "body": body}
    answer = office.world.app("documents").invoke("consume", {"Records": [record]})
    assert answer == {"batchItemFailures": []}
    assert seller.get(f"/documents?card={DEAL}").status == 401
