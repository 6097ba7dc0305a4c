"""The dead letters of a running portal are done again by the command that the alarms name."""

import json

import pytest
from infra.paths import ROOT
from infra.replay import Replay
from tests.system.portal import Portal, eventually

pytestmark = pytest.mark.system


def test_a_dead_message_is_handled_after_all(portal: Portal) -> None:
    """It goes back into the queue, the function takes it, and nothing of it is left."""
    contract = json.loads((ROOT / "events" / "people" / "person_changed.v1.json").read_text())
    message = {"detail-type": "people.person_changed.v1", "detail": contract["examples"][0]}
    replay = Replay("local", "notifications", portal.aws)
    (dead,) = replay.queues("consume")
    portal.aws("sqs").send_message(QueueUrl=dead, MessageBody=json.dumps(message))
    assert replay.empty(dead) == (1, [])
    assert eventually(lambda: waiting(portal, dead.removesuffix("-dead")) == 0)
    assert waiting(portal, dead) == 0


def test_a_parked_record_is_handed_to_its_function(portal: Portal) -> None:
    """The function of the stream's reader is found by the name in the message."""
    record = {"eventID": "1", "dynamodb": {"Keys": {"pk": {"S": "никто"}}}}
    parked = {"function": "publish", "record": record}
    replay = Replay("local", "people", portal.aws)
    (dead,) = replay.queues("publish")
    portal.aws("sqs").send_message(QueueUrl=dead, MessageBody=json.dumps(parked))
    assert replay.empty(dead) == (1, [])
    assert waiting(portal, dead) == 0


def test_nothing_has_ended_in_dead_letters(portal: Portal) -> None:
    """Whatever these tests have done so far, no letter and no event was given up."""
    urls = portal.aws("sqs").list_queues()["QueueUrls"]
    dead = [url for url in urls if url.endswith("-dead")]
    assert dead
    assert [url for url in dead if waiting(portal, url)] == []


def waiting(portal: Portal, queue: str) -> int:
    """The messages in a queue, those under work too."""
    names = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
    found = portal.aws("sqs").get_queue_attributes(QueueUrl=queue, AttributeNames=names)
    return sum(int(found["Attributes"][name]) for name in names)
