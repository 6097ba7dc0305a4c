"""What the routes and consumers of communications may cost."""

from datetime import timedelta
from typing import Any

from tests.integration.communications.access import sent, stored, written
from tests.integration.communications.address_rows import ADDRESS_COSTS
from tests.integration.communications.erasing_costs import ERASED
from tests.integration.communications.health_costs import HEALTH, HOURS, SILENCE
from tests.integration.communications.mailbox_costs import CAME_BACK, HANDED, MAILBOXES, SIGNATURES
from tests.integration.communications.mailing import came_back, mail
from tests.integration.communications.replaying import PIECE
from tests.integration.communications.template_rows import TEMPLATE_COSTS
from tests.support.budgets import Budget, Trigger
from tests.support.contracts import examples
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.sessions import SESSION_ENDED
from tests.support.triggers import messages, queued, streamed

from portal.clock import to_wire, utc_now
from portal.events import Event

ROUTES = {
    **MAILBOXES,
    **SIGNATURES,
    **HEALTH,
    **TEMPLATE_COSTS,
    **ADDRESS_COSTS,
    "communications": Budget({"BatchGetItem": 1, "GetItem": 1, "Query": 3}, read=3.5),
    "send_mail": Budget(
        {
            "BatchGetItem": 1,
            "GetItem": 2,
            "Query": 2,
            "TransactWriteItems": 1,
            "neighbour.crm": 1,
            "s3.GetObject": 1,
            "s3.PutObject": 1,
            "sqs.SendMessage": 1,
        },
        read=3.5,
        write=20,
    ),
    "outgoing": Budget({"BatchGetItem": 1, "GetItem": 1, "Query": 2}, read=4),
    "put_off": Budget({"GetItem": 2, "TransactWriteItems": 1}, read=1.5, write=20),
    "take_back": Budget(
        {"GetItem": 2, "Query": 1, "TransactWriteItems": 1, "s3.GetObject": 1}, read=2.5, write=20
    ),
    "send_message": Budget(
        {
            "BatchGetItem": 1,
            "GetItem": 2,
            "TransactWriteItems": 1,
            "UpdateItem": 1,
            "neighbour.crm": 1,
        },
        read=1.5,
        write=15,
        by=P.CLIENT,
    ),
    "announce_upload": Budget({"GetItem": 1, "PutItem": 1}, read=0.5, write=1),
    "communication": Budget(
        {"BatchGetItem": 1, "GetItem": 3, "Query": 1, "neighbour.crm": 1, "s3.GetObject": 1},
        read=4.5,
    ),
    "attachment": Budget(
        {"BatchGetItem": 1, "GetItem": 3, "Query": 1, "neighbour.crm": 1, "s3.GetObject": 1},
        read=4.5,
    ),
    "raw_letter": Budget(
        {"BatchGetItem": 1, "GetItem": 3, "Query": 1, "neighbour.crm": 1}, read=4.5
    ),
    "choose_card": Budget(
        {
            "BatchGetItem": 2,
            "GetItem": 4,
            "PutItem": 1,
            "Query": 2,
            "neighbour.crm": 2,
            "s3.GetObject": 1,
        },
        read=6.5,
        write=4,
    ),
    "take_off_cards": Budget(
        {"BatchGetItem": 1, "GetItem": 3, "Query": 1, "TransactWriteItems": 1, "neighbour.crm": 1},
        read=4.5,
        write=22,
    ),
    "parse_again": Budget(
        {"GetItem": 2, "PutItem": 1, "Query": 1, "s3.GetObject": 2}, read=2.5, write=2, by=P.OWNER
    ),
    "send_again": Budget(
        {"BatchGetItem": 1, "GetItem": 3, "Query": 1, "neighbour.crm": 1, "s3.GetObject": 1},
        read=4.5,
    ),
}


def letter(scene: Scene) -> dict[str, Any]:
    """The news of a letter from a client."""
    return stored(scene, written(scene.records.email))


def returned(scene: Scene) -> dict[str, Any]:
    """The news of a server's report that a letter to the client did not arrive."""
    message_id = scene.call(P.OWNER, "GET", f"/communications/{sent(scene)}").json["message_id"]
    return stored(scene, came_back(message_id, scene.records.email))


def placed(name: str, scene: Scene) -> dict[str, Any]:
    """What crm says of a letter that has just come."""
    scene.world.app("communications").invoke("receive", letter(scene))
    waiting = scene.call(P.OWNER, "GET", "/communications?state=unlinked").json["items"][0]
    told = scene.records.fit(examples(name)[0]).to_dict()
    told["data"] |= {"communication_id": waiting["id"], "revision": 1}
    return queued(Event.from_dict(told))


def due(scene: Scene) -> dict[str, Any]:
    """A letter whose time has come, as the queue names it."""
    call = mail(scene)
    letter_id = scene.made(call.path, call.body)["id"]
    body = {"at": to_wire(utc_now() + timedelta(milliseconds=300))}
    scene.call(P.SELLER, "PATCH", f"/communications/{letter_id}/departure", body)
    return messages({"communication_id": letter_id})


def waiting(scene: Scene) -> dict[str, Any]:
    """A minute that has passed, with a letter that is to leave within the next."""
    call = mail(scene)
    scene.made(call.path, call.body)
    return {}


TRIGGERS = {
    "depart": Trigger(
        "depart",
        due,
        Budget(
            {
                "GetItem": 1,
                "Query": 1,
                "TransactWriteItems": 2,
                "s3.GetObject": 1,
                "s3.PutObject": 1,
                "sesv2.SendEmail": 1,
            },
            read=2,
            write=24,
        ),
    ),
    "tick": Trigger("tick", waiting, Budget({"Query": 1, "sqs.SendMessage": 1}, read=1)),
    "tick of a silent mailbox": SILENCE,
    "crm.personal_data_erased.v1": ERASED,
    "crm.working_hours_changed.v1": HOURS,
    "publish": Trigger(
        "publish",
        lambda _: streamed(*examples("communications.communication_received.v1")),
        Budget({"events.PutEvents": 1}),
    ),
    "receive": Trigger(
        "receive",
        letter,
        Budget(
            {
                "BatchGetItem": 3,
                "GetItem": 2,
                "Query": 1,
                "TransactWriteItems": 1,
                "s3.GetObject": 1,
                "s3.PutObject": 2,
            },
            read=7,
            write=16,
        ),
    ),
    "receive of a page of letters that are read again": PIECE,
    "receive of what came back": Trigger("receive", returned, CAME_BACK),
    "crm.communication_linked.v1": Trigger(
        "consume",
        lambda scene: placed("crm.communication_linked.v1", scene),
        # On each of its cards it looks for a letter that it overtakes.
        Budget({"GetItem": 1, "Query": 3, "TransactWriteItems": 1}, read=2.5, write=18),
    ),
    "crm.communication_unlinked.v1": Trigger(
        "consume",
        lambda scene: placed("crm.communication_unlinked.v1", scene),
        Budget({"GetItem": 1, "TransactWriteItems": 1}, read=1, write=14),
    ),
    "people.session_ended.v1": SESSION_ENDED,
    **HANDED,
    "people.person_changed.v1": Trigger(
        "consume",
        lambda _: queued(*examples("people.person_changed.v1")),
        Budget({"GetItem": 1, "TransactWriteItems": 1, "UpdateItem": 1}, read=1, write=8),
    ),
}
