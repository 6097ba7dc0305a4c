"""Requests for files over HTTP: the staff make them, holders of links use them."""

import base64
import json
from datetime import timedelta
from typing import Any

import boto3
import pytest
from tests.integration.documents.conftest import Office, terms
from tests.support.neighbourhood import CLIENT, DEAL, SELLER, STRANGER

from portal.clock import from_wire, utc_now

PDF = {"file_name": "Карточка.pdf", "size": 9, "content_type": "application/pdf"}
CONTENT = b"%PDF-1.7\n"


def test_a_request_gives_a_link(office: Office) -> None:
    """The token is the last segment of the url, and stands nowhere in the table."""
    made = office.request()
    assert made["url"] == f"http://portal.test/upload/{made['token']}"
    assert len(base64.urlsafe_b64decode(made["token"] + "=")) == 32
    rows = boto3.client("dynamodb").scan(TableName="documents")["Items"]
    assert rows
    assert made["token"] not in json.dumps(rows)


def test_the_holder_of_a_link_sees_the_terms_alone(office: Office) -> None:
    """Nothing of the card, and of nobody who works here."""
    made = office.request()
    seen = office.as_(None).get(f"/documents/upload-requests/{made['token']}").json
    assert seen == {
        "note": "Пришлите карточку предприятия",
        "expires_at": made["expires_at"],
        "max_bytes": 1000,
        "content_types": ["application/pdf"],
        "max_files": 1,
        "files_left": 1,
        "files": [],
    }


def test_a_partner_sends_a_file_that_then_stands_on_the_card(office: Office) -> None:
    """Announced, posted, judged, listed; and its sender sees that it came."""
    token = office.request()["token"]
    partner = office.as_(None)
    place = partner.post(f"/documents/upload-requests/{token}/files", PDF)
    assert place.status == 201, place.text
    office.send(place.json, CONTENT)
    (document,) = office.as_(SELLER).get(f"/documents?card={DEAL}").json["items"]
    assert (document["name"], document["size"], document["state"]) == ("Карточка.pdf", 9, "ready")
    assert document["uploaded_by"] == {"kind": "guest", "name": "Guest"}
    seen = partner.get(f"/documents/upload-requests/{token}").json
    assert (seen["files_left"], seen["files"][0]["state"]) == (0, "received")
    again = partner.post(f"/documents/upload-requests/{token}/files", PDF)
    assert (again.status, again.json["title"]) == (410, "No longer available")


def test_a_form_fixes_key_size_and_type(office: Office) -> None:
    """S3 takes this key, this type and one byte up to the size announced, for a quarter of an hour."""
    token = office.request()["token"]
    place = office.as_(None).post(f"/documents/upload-requests/{token}/files", PDF).json
    policy = json.loads(base64.b64decode(place["fields"]["policy"]))
    assert place["fields"]["key"] == f"uploads/{place['id']}/1"
    for condition in (
        {"key": place["fields"]["key"]},
        {"Content-Type": "application/pdf"},
        ["content-length-range", 1, 9],
    ):
        assert condition in policy["conditions"]
    ends_in = from_wire(policy["expiration"]) - utc_now()
    assert timedelta(minutes=14) < ends_in <= timedelta(minutes=15)


def test_a_refused_file_is_told_to_its_sender(office: Office) -> None:
    """With the reason; the place is free again, and nothing can be downloaded."""
    token = office.request()["token"]
    partner = office.as_(None)
    place = partner.post(f"/documents/upload-requests/{token}/files", PDF).json
    office.send(place, b"MZ\x90\0\3\0\0\0\4")
    seen = partner.get(f"/documents/upload-requests/{token}").json
    assert seen["files_left"] == 1
    assert seen["files"] == [
        {
            "id": place["id"],
            "name": "Карточка.pdf",
            "size": 9,
            "state": "refused",
            "reason": "This is a program. Programs are not taken.",
        }
    ]
    download = office.as_(SELLER).get(f"/documents/{place['id']}/download")
    assert (download.status, "refused" in download.json["detail"]) == (409, True)


@pytest.mark.parametrize(
    ("more", "status", "pointer"),
    [
        ({"expires_at": "2020-01-01T00:00:00Z"}, 422, "/expires_at"),
        ({"expires_at": "2026-01-01T00:00:00"}, 422, "/expires_at"),
        ({"max_bytes": 0}, 422, "/max_bytes"),
        ({"max_bytes": 2**40}, 422, "/max_bytes"),
        ({"max_files": 51}, 422, "/max_files"),
        ({"content_types": []}, 422, "/content_types"),
        ({"content_types": ["text/html"]}, 422, "/content_types/0"),
        ({"note": " "}, 422, "/note"),
        ({"note": "я" * 100_000}, 422, "/note"),
        ({"card": {"kind": "deal", "id": "1"}}, 422, "/card/id"),
        ({"colour": "red"}, 422, "/colour"),
    ],
)
def test_bad_terms_are_named(
    office: Office, more: dict[str, Any], status: int, pointer: str
) -> None:
    """Each wrong body gets a problem answer that points at the field."""
    reply = office.as_(SELLER).post("/documents/upload-requests", terms(**more))
    assert reply.status == status, reply.text
    assert reply.json["errors"][0]["pointer"] == pointer


@pytest.mark.parametrize(
    ("more", "pointer"),
    [
        ({"size": 0}, "/size"),
        ({"size": 1001}, "/size"),
        ({"size": "9"}, "/size"),
        ({"content_type": "image/png"}, "/content_type"),
        ({"file_name": "я" * 1001}, "/file_name"),
    ],
)
def test_bad_files_are_named(office: Office, more: dict[str, Any], pointer: str) -> None:
    """And use up no place."""
    token = office.request()["token"]
    path = f"/documents/upload-requests/{token}"
    reply = office.as_(None).post(f"{path}/files", PDF | more)
    assert (reply.status, reply.json["errors"][0]["pointer"]) == (422, pointer)
    assert office.as_(None).get(path).json["files_left"] == 1


def test_links_that_never_were_and_links_that_are_over(office: Office) -> None:
    """404 for the first, 410 for the second, to look and to send alike."""
    withdrawn = office.request()
    path = f"/documents/upload-requests/{withdrawn['id']}/withdraw"
    assert office.as_(STRANGER).post(path).status == 404
    assert office.as_(SELLER).post(path).json["withdrawn"] is True
    altered = withdrawn["token"][:-2] + ("AA" if withdrawn["token"][-2:] != "AA" else "BA")
    for token, status in ((withdrawn["token"], 410), (altered, 404), ("кириллица", 404)):
        sent = office.as_(None).post(f"/documents/upload-requests/{token}/files", PDF)
        seen = office.as_(None).get(f"/documents/upload-requests/{token}")
        assert (sent.status, seen.status) == (status, status)


def test_requests_are_for_those_who_see_the_card(office: Office) -> None:
    """A stranger finds no card, a client may not ask, nobody is told to sign in."""
    statuses = [
        office.as_(who).post("/documents/upload-requests", terms()).status
        for who in (STRANGER, CLIENT, None)
    ]
    assert statuses == [404, 403, 401]
    made = office.request()
    listed = office.as_(SELLER).get(f"/documents/upload-requests?card={DEAL}").json["items"]
    assert [one["id"] for one in listed] == [made["id"]]
    assert "url" not in listed[0]
    assert office.as_(STRANGER).get(f"/documents/upload-requests?card={DEAL}").status == 404


def test_a_file_name_never_becomes_part_of_a_key(office: Office) -> None:
    """Paths, NUL, reversed text, markup and length do no harm; what is left is shown."""
    token = office.request(max_files=5)["token"]
    for given, shown in (
        ("../../etc/пароли\0.pdf", "пароли.pdf"),
        ("<img src=x onerror=alert(1)>.pdf", "<img src=x onerror=alert(1)>.pdf"),
        ("\u202efdp.акт", "fdp.акт"),
        ("я" * 300 + ".pdf", "я" * 196 + ".pdf"),
    ):
        path = f"/documents/upload-requests/{token}/files"
        place = office.as_(None).post(path, PDF | {"file_name": given}).json
        assert place["fields"]["key"] == f"uploads/{place['id']}/1"
        office.send(place, CONTENT)
        assert office.as_(SELLER).get(f"/documents/{place['id']}").json["name"] == shown
