"""Whatever is sent as a document is refused with a reason, or only ever saved."""

from urllib.parse import parse_qs, urlsplit

import pytest
from tests.hostile.letters import SCRIPT, zip_bomb
from tests.integration.documents.conftest import Office
from tests.support.neighbourhood import DEAL_ID, SELLER

from chalicelib.documents.model.formats import ANY_FORMAT, FORMATS

PDF, PNG, ZIP = "application/pdf", "image/png", "application/zip"
REFUSED = {
    "a page that says it is a PDF": (f"<html>{SCRIPT}".encode(), PDF),
    "a page in a PDF's first line": (b"%PDF-1.7\n<html>" + SCRIPT.encode(), PDF),
    "a drawing with a script": (f"<svg>{SCRIPT}</svg>".encode(), PNG),
    "a page of a kind that we do not know": (SCRIPT.encode(), ANY_FORMAT),
    "a program": (b"MZ" + b"\0" * 100, ANY_FORMAT),
    "a program that says it is a picture": (b"MZ" + b"\0" * 100, PNG),
    "an archive that says it is a picture": (zip_bomb()[:5000], PNG),
    "a broken archive": (b"PK\x03\x04" + b"\xff" * 500, ZIP),
    "text of zeros": (b"\0" * 1000, "text/plain"),
}
SAVED = {
    "a zip bomb": (zip_bomb(), ZIP),
    "a picture that is an archive": (b"GIF89a\x01\0\x01\0\0\0\0;" + zip_bomb()[:3000], "image/gif"),
    "bytes of any kind": (bytes(range(256)), ANY_FORMAT),
}
NAMES = (
    "<img src=x onerror=alert(1)>.pdf",
    "счёт\u202efdp.exe",
    "../../etc/passwd",
    'a"; x="b.pdf',
)


def sent(office: Office, content: bytes, kind: str, name: str = "файл") -> str:
    """The id of what was sent as a document."""
    file = {"file_name": name, "size": len(content), "content_type": kind}
    card = {"card": {"kind": "deal", "id": DEAL_ID}}
    place = office.as_(SELLER).post("/documents", card | file)
    assert place.status == 201, place.text
    office.send(place.json, content)
    identifier: str = place.json["id"]
    return identifier


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_with_a_reason(office: Office, what: str) -> None:
    """Nobody can have it, and the card says why."""
    identifier = sent(office, *REFUSED[what])
    document = office.as_(SELLER).get(f"/documents/{identifier}").json
    assert document["state"] == "quarantined"
    assert document["reason"].endswith(".")
    assert office.as_(SELLER).get(f"/documents/{identifier}/download").status in {404, 409}


@pytest.mark.parametrize("what", SAVED)
def test_it_is_only_ever_saved(office: Office, what: str) -> None:
    """As an attachment, of a type that no browser runs."""
    identifier = sent(office, *SAVED[what])
    reply = office.as_(SELLER).get(f"/documents/{identifier}/download")
    query = parse_qs(urlsplit(reply.json["url"]).query)
    assert query["response-content-disposition"][0].startswith("attachment; ")
    assert query["response-content-type"][0] in FORMATS | {ANY_FORMAT}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_only_a_name(office: Office, name: str) -> None:
    """Nothing of it stands outside its quotes, none of it is unseen, and no folder is left of it."""
    identifier = sent(office, b"%PDF-1.7\n1 0 obj\n", PDF, name)
    shown = office.as_(SELLER).get(f"/documents/{identifier}").json["name"]
    assert not set(shown) & set("/\\\u202e\r\n")
    reply = office.as_(SELLER).get(f"/documents/{identifier}/download")
    (disposition,) = parse_qs(urlsplit(reply.json["url"]).query)["response-content-disposition"]
    assert disposition.count('"') == 2
    assert "\u202e" not in disposition


def test_an_empty_file_is_refused_before_it_is_sent(office: Office) -> None:
    """It is told at once, with what to do."""
    body = {"card": {"kind": "deal", "id": DEAL_ID}, "file_name": "пусто.pdf", "size": 0}
    reply = office.as_(SELLER).post("/documents", body | {"content_type": PDF})
    assert reply.status == 422
    assert reply.json["errors"][0]["pointer"] == "/size"
