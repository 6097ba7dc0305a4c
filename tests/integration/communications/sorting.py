"""Rules and folders: who works on them, and what they may cost."""

from typing import Any

from tests.integration.communications.mailing import SALES_BOX, mailboxes
from tests.support.access import Call, Row, fixed
from tests.support.budgets import Budget
from tests.support.personas import STAFF, P, Persona
from tests.support.scene import Scene

from portal.ids import new_id

OF_MAILBOX: frozenset[Persona] = frozenset({P.OWNER, P.HEAD, P.SELLER, P.STRANGER})
RULE = {"name": "Счета", "conditions": {"senders": ["zakaz.example"]}, "quiet": True}


def box_id(scene: Scene) -> str:
    """The sellers' mailbox."""
    mailboxes(scene)
    boxes = scene.call(P.OWNER, "GET", "/communications/mailboxes").json["items"]
    found: str = next(box["id"] for box in boxes if box["address"] == SALES_BOX)
    return found


def known(scene: Scene) -> list[str]:
    """The ids of some folders; there may not be many, so others are removed."""
    found = scene.call(P.OWNER, "GET", "/communications/folders").json["items"]
    for one in found[5:]:
        scene.call(P.OWNER, "DELETE", f"/communications/folders/{one['id']}")
    return [one["id"] for one in found[:5]]


def new_folder(scene: Scene) -> Call:
    """A folder more."""
    known(scene)
    return Call("/communications/folders", {"mailbox_id": box_id(scene), "name": new_id()})


def folder(scene: Scene) -> str:
    """A folder that rows share."""
    found = known(scene)
    return found[0] if found else made(scene)


def made(scene: Scene) -> str:
    """A new folder."""
    call = new_folder(scene)
    return str(scene.made(call.path, call.body, P.OWNER)["id"])


def empty(scene: Scene) -> Call:
    """A folder with nothing in it."""
    return Call(f"/communications/folders/{made(scene)}")


def listed(scene: Scene) -> Call:
    """The folders, of which there is one at least."""
    folder(scene)
    return Call("/communications/folders")


def tried(scene: Scene) -> Call:
    """A rule tried on what came to the mailboxes."""
    mailboxes(scene)
    return Call("/communications/rules/tried", RULE)


def in_folder(rest: str = "", body: Any = None) -> Any:
    """A call about the folder."""
    return lambda scene: Call(f"/communications/folders/{folder(scene)}{rest}", body)


def renamed(scene: Scene) -> Call:
    """A folder by another name."""
    return Call(f"/communications/folders/{folder(scene)}", {"name": new_id()})


def rules(scene: Scene) -> Call:
    """The rules put in place of those that are there: none, so that other rows' letters come as ever."""
    version = scene.call(P.OWNER, "GET", "/communications/rules").json["version"]
    return Call(
        "/communications/rules", {"rules": [], "never": ["buh.example"], "version": version}
    )


SORTING = {
    "rules": Row(fixed("/communications/rules"), {P.OWNER}),
    "change_rules": Row(rules, {P.OWNER}),
    "try_rule": Row(tried, {P.OWNER}),
    "folders": Row(listed, STAFF),
    "add_folder": Row(new_folder, OF_MAILBOX, refused=422),
    "rename_folder": Row(renamed, OF_MAILBOX),
    "remove_folder": Row(empty, OF_MAILBOX),
    "letters_in_folder": Row(in_folder("/letters"), OF_MAILBOX),
}

COSTS = {
    "rules": Budget({"GetItem": 2}, read=1.5, by=P.OWNER),
    "change_rules": Budget({"GetItem": 1, "PutItem": 1, "Query": 2}, read=2.5, write=1, by=P.OWNER),
    # Each mailbox is one question more.
    "try_rule": Budget({"GetItem": 1, "Query": 3}, read=4, by=P.OWNER),
    # Each folder is one question more.
    "folders": Budget({"GetItem": 1, "Query": 3}, read=3),
    "add_folder": Budget({"GetItem": 1, "PutItem": 1, "Query": 4}, read=4.5, write=1),
    "rename_folder": Budget({"GetItem": 1, "PutItem": 1, "Query": 4}, read=4.5, write=1),
    "remove_folder": Budget({"DeleteItem": 1, "GetItem": 1, "Query": 3}, read=3, write=1),
    "letters_in_folder": Budget({"GetItem": 1, "Query": 3}, read=4),
    "file_letter": Budget({"GetItem": 2, "Query": 4, "TransactWriteItems": 1}, read=6, write=20),
}
