"""A partner without an account sends a file by a link."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from tests.system.person import Person
from tests.system.portal import Portal, eventually

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
Card = dict[str, str]

pytestmark = pytest.mark.system


@pytest.fixture
def token(seller: Person, press: Card) -> str:
    """The last segment of the link that the seller gives to the partner."""
    wanted = {
        "card": press,
        "note": "План цеха",
        "expires_at": (datetime.now(UTC) + timedelta(days=7)).isoformat(),
        "max_bytes": 1_000_000,
        "content_types": ["application/pdf"],
        "max_files": 3,
    }
    url: str = seller.post("/documents/upload-requests", wanted)["url"]
    return url.rpartition("/")[2]


def test_a_partner_s_file_stands_on_the_card(
    portal: Portal, seller: Person, press: Card, token: str
) -> None:
    """Its checksum is kept, the seller is told, and it is downloaded under its name as it was sent."""
    answer = sent(portal, token, "План цеха.pdf", PDF)
    assert answer.status_code == 204, answer.text
    assert eventually(lambda: seller.entry(press, "План цеха.pdf", kind="file"))
    assert eventually(lambda: seller.told("file", "План цеха.pdf"))
    document = eventually(lambda: on_card(seller, press, "План цеха.pdf"))
    got = httpx.get(seller.get(f"/documents/{document['id']}/download")["url"], timeout=30)
    assert got.content == PDF
    assert "attachment" in got.headers["content-disposition"]


def test_a_disguised_file_is_put_aside_and_both_sides_are_told(
    portal: Portal, seller: Person, press: Card, token: str
) -> None:
    """The content decides, not the name: the partner sees a refusal, the seller a notification."""
    assert sent(portal, token, "счёт.pdf", b"MZ\x90\x00" + b"\x00" * 200).status_code == 204
    file = eventually(lambda: refused(portal, token))
    assert file["reason"]
    assert eventually(lambda: seller.told("file_refused", "счёт.pdf"))
    document = eventually(lambda: on_card(seller, press, "счёт.pdf"))
    assert (document["state"], document["version"]) == ("quarantined", 0)
    assert seller.http.get(f"/documents/{document['id']}/download").status_code == 409


def test_storage_refuses_a_file_that_is_larger_than_announced(portal: Portal, token: str) -> None:
    """The conditions of the form are enforced where the bytes arrive."""
    assert sent(portal, token, "план.pdf", PDF, announced=10).status_code in {400, 403}


def test_a_token_altered_by_a_character_opens_nothing(portal: Portal, token: str) -> None:
    """It answers as one that never was."""
    altered = token[:-1] + ("A" if token[-1] != "A" else "B")
    answer = httpx.get(f"{portal.url}/api/documents/upload-requests/{altered}", timeout=30)
    assert answer.status_code == 404


def sent(
    portal: Portal, token: str, name: str, content: bytes, announced: int | None = None
) -> httpx.Response:
    """Announces a file by the link and posts it where it may go."""
    file = {
        "file_name": name,
        "size": announced or len(content),
        "content_type": "application/pdf",
    }
    files = f"{portal.url}/api/documents/upload-requests/{token}/files"
    place = httpx.post(files, json=file, timeout=30)
    assert place.status_code == 201, place.text
    form = place.json()
    return httpx.post(form["url"], data=form["fields"], files={"file": (name, content)}, timeout=30)


def on_card(seller: Person, card: Card, name: str) -> Any:
    """The document of that name among those of a card, or None."""
    listed = seller.get("/documents", card=f"deal:{card['id']}")["items"]
    return next((d for d in listed if d["name"] == name), None)


def refused(portal: Portal, token: str) -> Any:
    """The refused file that the link's holder sees, or None."""
    seen = httpx.get(f"{portal.url}/api/documents/upload-requests/{token}", timeout=30).json()
    return next((f for f in seen["files"] if f["state"] == "refused"), None)
