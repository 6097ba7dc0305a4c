"""What a feature hears: queues and streams, at least once, with what cannot be handled set aside by name."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError
from pynamodb.exceptions import PynamoDBException

from portal.errors import ConflictError, UnavailableError
from portal.events import Event
from portal.logs import logger
from portal.settings import MissingSettingError, Settings

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

EventHandler = Callable[[Any, Event], None]
BatchAnswer = dict[str, Any]
QueueFunction = Callable[[dict[str, Any], Any], BatchAnswer]
StreamFunction = Callable[[dict[str, Any], object], None]
MakeService = Callable[[Settings], Any]

# Whatever AWS or a neighbour may answer better next time, or a mended deployment will let pass; everything
# else would fail again in the same way.
TRANSIENT = (
    ClientError,
    BotoCoreError,
    PynamoDBException,
    ConflictError,
    UnavailableError,
    MissingSettingError,
)


def queue_consumer(
    subscriptions: Mapping[str, EventHandler], make_service: MakeService
) -> QueueFunction:
    """A Lambda function that hands each domain event from the bus to the handler of its detail type.

    What a handler raises leaves that one message in the queue; the queue's redrive policy sets it aside in the
    dead-letter queue after some tries.
    """
    service = cache(lambda: make_service(Settings()))

    def handle(body: Mapping[str, Any]) -> None:
        event = Event.from_dict(body["detail"])
        subscriptions[body["detail-type"]](service(), event)

    return message_consumer(handle)


def message_consumer(handle: Callable[[Mapping[str, Any]], None]) -> QueueFunction:
    """A Lambda function that hands over each JSON message of a queue, and reports the ones that failed."""

    def handle_record(record: "SQSRecord") -> None:
        try:
            handle(json.loads(record.body))
        except Exception:
            logger.exception("A message failed", message_id=record.message_id)
            raise

    def consume(event: dict[str, Any], context: Any) -> BatchAnswer:  # noqa: ANN401  # Lambda makes the context
        from aws_lambda_powertools.utilities import batch  # noqa: PLC0415  # a cold start of the API has no use for it

        processor = batch.BatchProcessor(batch.EventType.SQS, raise_on_entire_batch_failure=False)
        return dict(batch.process_partial_response(event, handle_record, processor, context))

    return consume


def stream_consumer(name: str, handle: Callable[[Mapping[str, Any]], None]) -> StreamFunction:
    """A Lambda function that hands over each record of a table's stream, in order.

    A transient failure fails the batch, and the stream delivers it again. A record that can never be handled is
    set aside whole in the queue at ``DEAD_LETTER_URL``, under the function's name, so that it can be replayed
    when the stream itself has long forgotten it.
    """

    def consume(event: dict[str, Any], _: object) -> None:
        handle_or_set_aside(name, event["Records"], handle)

    return consume


def handle_or_set_aside(
    name: str, records: Iterable[Mapping[str, Any]], handle: Callable[[Mapping[str, Any]], None]
) -> None:
    """Handles each record, setting the hopeless aside.

    Raises:
        Exception: one of `TRANSIENT`.
    """
    for record in records:
        try:
            handle(record)
        except TRANSIENT:
            raise
        except Exception:  # noqa: BLE001  # whatever it is, the next record must not wait for it
            logger.exception("A stream record cannot be handled", event_id=record.get("eventID"))
            _set_aside(name, record)


def _set_aside(name: str, record: Mapping[str, Any]) -> None:
    body = json.dumps({"function": name, "record": record}, default=str, ensure_ascii=False)
    boto3.client("sqs").send_message(QueueUrl=Settings()["DEAD_LETTER_URL"], MessageBody=body)
