"""What the routes and consumers of documents may cost."""

from typing import Any

from tests.integration.documents.access import PDF, arrived, sending
from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.sessions import SESSION_ENDED
from tests.support.triggers import queued, streamed

ROUTES = {
    "request_files": Budget(
        {"BatchGetItem": 1, "GetItem": 2, "TransactWriteItems": 1, "neighbour.crm": 1},
        read=1.5,
        write=5,
    ),
    "upload_requests": Budget(
        {"BatchGetItem": 1, "GetItem": 2, "Query": 1, "neighbour.crm": 1}, read=2
    ),
    "upload_request": Budget({"GetItem": 1}, read=1),
    "send_file": Budget({"GetItem": 1, "TransactWriteItems": 1}, read=1, write=7),
    "answer_request": Budget(
        {"BatchGetItem": 1, "GetItem": 5, "TransactWriteItems": 1, "neighbour.crm": 1},
        read=4,
        write=8,
        by=P.CLIENT,
    ),
    "withdraw_request": Budget(
        {"BatchGetItem": 1, "GetItem": 4, "PutItem": 1, "neighbour.crm": 1}, read=3, write=2
    ),
    "strays": Budget({"GetItem": 1, "Query": 1}, read=1, by=P.OWNER),
    "documents_on_card": Budget(
        {"BatchGetItem": 1, "GetItem": 2, "Query": 1, "neighbour.crm": 1}, read=2
    ),
    "add_document": Budget(
        {"BatchGetItem": 1, "GetItem": 2, "TransactWriteItems": 1, "neighbour.crm": 1},
        read=1.5,
        write=4,
    ),
    "document": Budget({"BatchGetItem": 1, "GetItem": 3, "Query": 1, "neighbour.crm": 1}, read=3),
    "download": Budget({"BatchGetItem": 1, "GetItem": 4, "neighbour.crm": 1}, read=3.5),
    "share": Budget(
        {"BatchGetItem": 1, "GetItem": 3, "PutItem": 1, "neighbour.crm": 1}, read=2.5, write=3
    ),
}


def came(scene: Scene, content: bytes) -> dict[str, Any]:
    """A file that the seller has posted to his deal."""
    call = sending(scene)
    return arrived(scene.made(call.path, call.body)["fields"]["key"], content)


def stray(scene: Scene) -> dict[str, Any]:
    """A file at an address that nobody gave out."""
    scene.world.app("documents")
    return arrived("uploads/unknown", PDF)


TRIGGERS = {
    "crm.personal_data_erased.v1": Trigger(
        "consume",
        lambda _: queued(*examples("crm.personal_data_erased.v1")),
        Budget({"PutItem": 1, "Query": 2}, read=1, write=1),
    ),
    "publish": Trigger(
        "publish",
        lambda _: streamed(*examples("documents.file_received.v1")),
        Budget({"events.PutEvents": 1}),
    ),
    "receive what was announced": Trigger(
        "receive",
        lambda scene: came(scene, PDF),
        Budget(
            {
                "GetItem": 2,
                "TransactWriteItems": 1,
                "s3.CopyObject": 1,
                "s3.DeleteObject": 1,
                "s3.GetObject": 1,
                "s3.HeadObject": 1,
            },
            read=2,
            write=7,
        ),
    ),
    "receive something else": Trigger(
        "receive",
        lambda scene: came(scene, b"MZ".ljust(len(PDF), b"\0")),
        Budget(
            {
                "GetItem": 2,
                "TransactWriteItems": 1,
                "s3.CopyObject": 1,
                "s3.DeleteObject": 1,
                "s3.GetObject": 1,
                "s3.HeadObject": 1,
            },
            read=2,
            write=7,
        ),
    ),
    "receive what nobody waits for": Trigger("receive", stray, Budget({"PutItem": 1}, write=1)),
    "people.session_ended.v1": SESSION_ENDED,
    "people.person_changed.v1": Trigger(
        "consume",
        lambda _: queued(*examples("people.person_changed.v1")),
        Budget({"UpdateItem": 1}, write=1),
    ),
}
