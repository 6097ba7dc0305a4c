"""Mailboxes read again: who begins and stops it, and what it may cost."""

from typing import Any

from tests.integration.communications.sorting import box_id
from tests.support.access import Call, Row
from tests.support.budgets import Budget, Trigger
from tests.support.personas import P
from tests.support.scene import Scene
from tests.support.triggers import queued

from chalicelib.communications.events import ReplayQueued
from chalicelib.communications.model.replays import Replay
from chalicelib.communications.store.replays import ReplayTable
from portal.clock import utc_now
from portal.ids import new_id

SINCE = "2026-01-01T00:00:00Z"
OF_A_MAILBOX = "/communications/replays/{}"


def begun(scene: Scene) -> str:
    """The mailbox whose letters are being read again."""
    mailbox_id = box_id(scene)
    scene.call(P.OWNER, "POST", "/communications/replays", body_of(mailbox_id))
    return mailbox_id


def stopped(scene: Scene) -> str:
    """The mailbox of which no letters are being read again."""
    mailbox_id = box_id(scene)
    scene.call(P.OWNER, "DELETE", OF_A_MAILBOX.format(mailbox_id))
    return mailbox_id


def body_of(mailbox_id: str) -> dict[str, Any]:
    return {"mailbox_id": mailbox_id, "since": SINCE}


def piece(scene: Scene) -> dict[str, Any]:
    """The word that a page of letters is to be read again: one that is here."""
    from tests.integration.communications.access import from_stranger  # noqa: PLC0415  # that module needs this one

    from_stranger(scene)
    store, mailbox_id = ReplayTable(), begun(scene)
    last = store.replay(mailbox_id)
    assert last
    reading = _reading(last)
    return queued(ReplayQueued(store.keep_replay(reading, None)).to_event(new_id(), utc_now()))


def _reading(last: Replay) -> Replay:
    return last.counted(1, None)


REPLAYING = {
    "replays": Row(lambda scene: Call("/communications/replays", about=begun(scene)), {P.OWNER}),
    "begin_replay": Row(
        lambda scene: Call("/communications/replays", body_of(stopped(scene))), {P.OWNER}
    ),
    "stop_replay": Row(lambda scene: Call(OF_A_MAILBOX.format(begun(scene))), {P.OWNER}),
}

COSTS = {
    "replays": Budget({"GetItem": 1, "Query": 1}, read=1, by=P.OWNER),
    "begin_replay": Budget({"GetItem": 2, "PutItem": 1, "Query": 1}, read=2.5, write=1, by=P.OWNER),
    "stop_replay": Budget({"GetItem": 2, "PutItem": 1}, read=1.5, write=1, by=P.OWNER),
}

# Each letter of the page, of ten at most, costs as much as that one.
PIECE = Trigger(
    "receive",
    piece,
    Budget(
        {
            "BatchGetItem": 1,
            "GetItem": 2,
            "PutItem": 2,
            "Query": 3,
            "s3.GetObject": 1,
            "s3.PutObject": 2,
        },
        read=5.5,
        write=3,
    ),
)
