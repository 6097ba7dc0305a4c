"""What ended in the dead letters can be done again, and is lost by no failure."""

import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber
from infra import streams
from moto import mock_aws
from tests.infra.office import Office, shard_of, written

STREAM_READER = "portal-test-crm-link"
RECORD = {"eventID": "1", "dynamodb": {"Keys": {"pk": {"S": "письмо"}}}}


@pytest.fixture
def aws() -> Iterator[None]:
    with mock_aws():
        yield


@pytest.fixture
def office(aws: None) -> Office:
    return Office()


def test_a_message_goes_back_to_the_queue_it_came_from(office: Office) -> None:
    """The function gets it as it was the first time."""
    work, dead = (
        office.queue("portal-test-crm-consume"),
        office.queue("portal-test-crm-consume-dead"),
    )
    office.put(dead, {"detail-type": "people.person_changed.v1", "detail": {"имя": "Анна"}})
    assert office.replay.empty(dead) == (1, [])
    assert [json.loads(body)["detail"] for body in office.bodies(work)] == [{"имя": "Анна"}]
    assert office.left(dead) == 0


def test_a_parked_record_goes_to_its_function(office: Office) -> None:
    """What a stream's reader set aside is handed to it again, alone."""
    dead = office.queue(f"{STREAM_READER}-dead")
    office.put(dead, {"function": "link", "record": RECORD})
    assert office.replay.empty(dead) == (1, [])
    assert office.functions.invoked == [(STREAM_READER, {"Records": [RECORD]})]
    assert office.left(dead) == 0


def test_what_fails_again_stays_and_holds_up_nothing(office: Office) -> None:
    """The others are done; the failure is told with its reason."""
    dead = office.queue(f"{STREAM_READER}-dead")
    poison = {**RECORD, "eventID": "poison"}
    for record in (RECORD, poison, RECORD):
        office.put(dead, {"function": "link", "record": record})
    office.functions.fail = lambda _, event: event["Records"][0]["eventID"] == "poison"
    done, kept = office.replay.empty(dead)
    assert done == 2
    assert len(kept) == 1
    assert "still broken" in kept[0]
    assert office.left(dead) == 1


def test_a_given_up_batch_is_read_from_the_stream_again(office: Office) -> None:
    """Lambda tells only where the batch stood; while the stream lives, its records are there."""
    stream, numbers = written(3)
    dead = office.queue(f"{STREAM_READER}-dead")
    office.put(dead, given_up(stream, numbers[0], numbers[1], shard_of(stream)))
    assert office.replay.empty(dead) == (1, [])
    ((function, event),) = office.functions.invoked
    assert function.endswith(STREAM_READER)
    keys = [record["dynamodb"]["Keys"]["pk"]["S"] for record in event["Records"]]
    assert keys == ["карточка-0", "карточка-1"]
    assert {record["eventSourceARN"] for record in event["Records"]} == {stream}


def test_a_batch_that_the_stream_forgot_stays(office: Office) -> None:
    """Nothing is thrown away that could not be done."""
    stream, numbers = written(1)
    dead = office.queue(f"{STREAM_READER}-dead")
    beyond = str(int(numbers[0]) + 1)
    office.put(dead, given_up(stream, beyond, beyond, shard_of(stream)))
    done, kept = office.replay.empty(dead)
    assert done == 0
    assert "forgotten" in kept[0]
    assert office.left(dead) == 1


def test_a_stream_that_is_gone_has_forgotten(office: Office) -> None:
    """The answer of a trimmed shard or a deleted table is no crash."""
    client = boto3.client("dynamodbstreams")
    gone = "arn:aws:dynamodb:us-east-1:123456789012:table/gone/stream/2020-01-01T00:00:00.000"
    batch = given_up(gone, "1" * 21, "2" * 21, "s" * 30)["DDBStreamBatchInfo"]
    stubber = Stubber(client)
    stubber.add_client_error("get_shard_iterator", "TrimmedDataAccessException")
    with stubber, pytest.raises(streams.ForgottenError):
        streams.read(client, batch)


def test_a_failed_tick_is_called_with_what_it_was_called_with(office: Office) -> None:
    """A function that is invoked asynchronously leaves its event in the dead letters."""
    dead = office.queue("portal-test-crm-tick-dead")
    context = {"functionArn": "arn:aws:lambda:us-east-1:1:function:portal-test-crm-tick:$LATEST"}
    office.put(dead, {"requestContext": context, "requestPayload": {"time": "now"}})
    assert office.replay.empty(dead) == (1, [])
    assert office.functions.invoked == [(context["functionArn"], {"time": "now"})]


def test_what_a_rule_could_not_deliver_goes_where_the_rule_points(office: Office) -> None:
    """To a function, or into the queue."""
    work, dead = (
        office.queue("portal-test-crm-consume"),
        office.queue("portal-test-crm-consume-dead"),
    )
    function = "arn:aws:lambda:us-east-1:1:function:portal-test-crm-tick"
    office.put(dead, {"detail": 1}, TARGET_ARN=function)
    office.put(dead, {"detail": 2}, TARGET_ARN="arn:aws:sqs:us-east-1:1:portal-test-crm-consume")
    assert office.replay.empty(dead) == (2, [])
    assert office.functions.invoked == [(function, {"detail": 1})]
    assert [json.loads(body) for body in office.bodies(work)] == [{"detail": 2}]


@pytest.mark.parametrize("body", ["не JSON", "[1]", "null"])
def test_a_message_without_a_queue_to_go_to_stays(office: Office, body: str) -> None:
    """What nobody understands is kept for a person."""
    dead = office.queue(f"{STREAM_READER}-dead")
    office.put(dead, body)
    assert office.replay.empty(dead)[0] == 0
    assert office.left(dead) == 1


def test_the_queues_of_a_feature_are_found_by_name(office: Office) -> None:
    """All of the feature's dead letters, or one function's; no other feature's, and no work queue."""
    names = ["crm-consume", "crm-consume-dead", "crm-link-dead", "people-consume-dead"]
    urls: dict[str, str] = {name: office.queue(f"portal-test-{name}") for name in names}
    assert set(office.replay.queues()) == {urls["crm-consume-dead"], urls["crm-link-dead"]}
    assert office.replay.queues("link") == [urls["crm-link-dead"]]
    assert office.replay.queues("nothing") == []


def given_up(stream: str, first: str, last: str, shard: str) -> dict[str, Any]:
    """Lambda's message of a batch it has given up."""
    return {
        "requestContext": {"functionArn": f"arn:aws:lambda:us-east-1:1:function:{STREAM_READER}"},
        "DDBStreamBatchInfo": {
            "shardId": shard,
            "startSequenceNumber": first,
            "endSequenceNumber": last,
            "batchSize": 2,
            "streamArn": stream,
        },
    }
