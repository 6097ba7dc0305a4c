"""Who may call which route of documents."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import boto3
from tests.support.access import Call, Row, fixed
from tests.support.personas import RELATED, P
from tests.support.resources import FILES_BUCKET
from tests.support.scene import Scene
from tests.support.triggers import messages

from portal.cards import CardKind
from portal.clock import to_wire, utc_now

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
FILE = {"file_name": "Договор.pdf", "size": len(PDF), "content_type": "application/pdf"}


def asking(scene: Scene) -> Call:
    """Asking for a file on the seller's deal."""
    body = {
        "card": scene.records.ref(CardKind.DEAL),
        "note": "Пришлите карточку предприятия",
        "expires_at": to_wire(utc_now() + timedelta(days=1)),
        "max_bytes": 1000,
        "content_types": ["application/pdf"],
    }
    return Call("/documents/upload-requests", body)


def answered(scene: Scene) -> Call:
    """A client's file for a request that is shared with him, which is known by its id."""
    call = asking(scene)
    made = scene.made(call.path, call.body | {"shared_with_client": True})
    return Call(f"/documents/upload-requests/{made['id']}/answers", FILE)


def by_link(rest: str = "", body: Any = None) -> Callable[[Scene], Call]:
    """A call by the link that the seller's request gave out."""
    return lambda scene: Call(f"/documents/upload-requests/{_asked(scene)[1]}{rest}", body)


def withdrawn(scene: Scene) -> Call:
    """Ending the seller's request, which is known by its id."""
    return Call(f"/documents/upload-requests/{_asked(scene)[0]}/withdraw", {})


def on_deal(path: str) -> Callable[[Scene], Call]:
    """A list of what stands on the seller's deal, with something on it."""

    def request(scene: Scene) -> Call:
        uploaded(scene)
        return Call(f"{path}?card=deal:{scene.records.ids[CardKind.DEAL]}")

    return request


def sending(scene: Scene) -> Call:
    """A new document on the seller's deal."""
    return Call("/documents", {"card": scene.records.ref(CardKind.DEAL)} | FILE)


def of_document(rest: str = "", *, shared: bool) -> Callable[[Scene], Call]:
    """A call about a document on the seller's deal."""
    return lambda scene: Call(f"/documents/{uploaded(scene, shared=shared)}{rest}")


def sharing(scene: Scene) -> Call:
    """Showing a document to the client."""
    return Call(f"/documents/{uploaded(scene)}/share", {"with_client": True})


def uploaded(scene: Scene, *, shared: bool = False) -> str:
    """The id of a document that the seller has put on his deal."""
    call = sending(scene)
    place = scene.made(call.path, call.body)
    notice = arrived(place["fields"]["key"], PDF)
    assert scene.world.app("documents").invoke("receive", notice) == {"batchItemFailures": []}
    document_id: str = place["id"]
    if shared:
        scene.made(f"/documents/{document_id}/share", {"with_client": True})
    return document_id


def arrived(key: str, content: bytes) -> dict[str, Any]:
    """The queue's news of a file that was posted to the bucket."""
    put = boto3.client("s3").put_object(
        Bucket=FILES_BUCKET, Key=key, Body=content, ContentType="application/pdf"
    )
    came = {"key": key, "size": len(content), "version-id": put["VersionId"]}
    return messages({"detail-type": "Object Created", "detail": {"object": came}})


def _asked(scene: Scene) -> tuple[str, str]:
    call = asking(scene)
    made = scene.made(call.path, call.body)
    return made["id"], made["url"].rpartition("/")[2]


ROWS = {
    "request_files": Row(asking, RELATED),
    "upload_requests": Row(on_deal("/documents/upload-requests"), RELATED | {P.CLIENT}),
    "upload_request": Row(by_link()),
    "send_file": Row(by_link("/files", FILE)),
    "answer_request": Row(answered, {P.CLIENT}),
    "withdraw_request": Row(withdrawn, RELATED),
    "strays": Row(fixed("/documents/strays"), {P.OWNER}),
    "documents_on_card": Row(on_deal("/documents"), RELATED | {P.CLIENT}),
    "add_document": Row(sending, RELATED),
    "document": Row(of_document(shared=True), RELATED | {P.CLIENT}),
    "document that is not shared": Row(of_document(shared=False), RELATED),
    "download": Row(of_document("/download", shared=True), RELATED | {P.CLIENT}),
    "download of what is not shared": Row(of_document("/download", shared=False), RELATED),
    "share": Row(sharing, RELATED),
}
