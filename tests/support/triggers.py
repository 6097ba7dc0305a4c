"""The events by which AWS calls our functions, around what a test wants to say."""

import json
from collections.abc import Mapping
from typing import Any

from infra.local.portal import receipt

from portal.clock import to_wire, utc_now
from portal.events import Event
from portal.ids import new_id


def queued(*events: Event) -> dict[str, Any]:
    """Domain events as a queue delivers them from the bus."""
    return messages(
        *({"detail-type": event.detail_type, "detail": event.to_dict()} for event in events)
    )


def messages(*bodies: Mapping[str, Any]) -> dict[str, Any]:
    """JSON messages as a queue delivers them."""
    records = [
        {
            "messageId": new_id(),
            "receiptHandle": "r",
            "body": json.dumps(body, ensure_ascii=False),
            "attributes": {"ApproximateReceiveCount": "1"},
            "messageAttributes": {},
            "md5OfBody": "",
            "eventSource": "aws:sqs",
            "eventSourceARN": "arn:aws:sqs:us-east-1:000000000000:queue",
            "awsRegion": "us-east-1",
        }
        for body in bodies
    ]
    return {"Records": records}


def streamed(*events: Event) -> dict[str, Any]:
    """Items that carry the events, as a table's stream delivers them."""
    return {"Records": [_change(event) for event in events]}


def object_created(bucket: str, key: str, size: int = 1, **more: object) -> dict[str, Any]:
    """S3's news of an object, as EventBridge puts it into a queue."""
    detail = {"bucket": {"name": bucket}, "object": {"key": key, "size": size}}
    return messages(
        {
            "detail-type": "Object Created",
            "source": "aws.s3",
            "time": to_wire(utc_now()),
            "detail": detail,
            **more,
        }
    )


def stored_letter(key: str) -> dict[str, Any]:
    """The news of SES of a letter that it stored, which does not say to whom it delivered it."""
    return messages(receipt("ses", key, []))


def _change(event: Event) -> dict[str, Any]:
    images = {
        "NewImage": {"event": {"S": event.to_json()}},
        "Keys": {"pk": {"S": event.id}, "sk": {"S": "record"}},
    }
    return {"eventID": event.id, "eventName": "INSERT", "dynamodb": images}
