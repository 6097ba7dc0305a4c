"""The queue of letters that leave."""

import json
from collections.abc import Sequence

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from portal.errors import UnavailableError
from portal.logs import logger


class LeavingQueue:
    """Amazon SQS, which hands a message over after up to fifteen minutes.

    Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-timers.html
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._sqs = boto3.client("sqs")

    def announce(self, letters: Sequence[tuple[str, int]]) -> None:
        """Has each letter looked at after so many seconds; what was not taken, the next tick announces again."""
        try:
            for communication_id, seconds in letters:
                body = json.dumps({"communication_id": communication_id})
                self._sqs.send_message(QueueUrl=self._url, MessageBody=body, DelaySeconds=seconds)
        except (BotoCoreError, ClientError) as error:
            logger.exception("Letters could not be announced")
            raise UnavailableError("The queue of letters does not answer.") from error
