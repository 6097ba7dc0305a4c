"""The mail bucket's own word of a letter, which SES may have told of, and better, by then.

Nothing but this brings a letter of which SES never told, and letters that come while a deployment connects the two.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

import boto3

from chalicelib.communications.service import Receiving
from portal.clock import from_wire

_STORED = "Object Created"
_WAITED = "waited"
# SES tells within seconds.
_WAIT_SECONDS = 60


class LaterQueue:
    """The queue that the word came by, which brings it again after a while.

    Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-timers.html
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._sqs = boto3.client("sqs")

    def put(self, message: Mapping[str, Any]) -> None:
        """Has it come again."""
        self._sqs.send_message(
            QueueUrl=self._url, MessageBody=json.dumps(message), DelaySeconds=_WAIT_SECONDS
        )


def is_stored(message: Mapping[str, Any]) -> bool:
    """Whether the message is such a word."""
    return bool(message.get("detail-type") == _STORED)


def on_stored(
    receiving: Receiving, later: Callable[[Mapping[str, Any]], None], message: Mapping[str, Any]
) -> None:
    """Takes the letter in if nobody did while the word waited: EventBridge's ``Object Created``.

    Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
    """
    if message.get(_WAITED):
        receiving.receive(message["detail"]["object"]["key"], from_wire(message["time"]))
    else:
        later({**message, _WAITED: True})
