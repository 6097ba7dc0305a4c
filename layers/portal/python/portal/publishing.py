"""From a table's stream to the bus: the event that rides on a changed item is announced, at least once."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import boto3

from portal.events import Event
from portal.logs import logger
from portal.settings import Settings

# https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html: ten entries, 256 KB together. The rest
# of an entry counts too, so there is room left for it.
_ENTRIES_A_CALL = 10
_BYTES_A_CALL = 240_000


class PublishError(Exception):
    """The bus took only part of what it was given; the stream delivers all of it again."""


def publish(records: Iterable[Mapping[str, Any]], client: Any, bus: str) -> int:  # noqa: ANN401  # boto3 makes its clients at run time
    """Announces the events of stream records, and says how many there were.

    Raises:
        PublishError: the bus refused an entry.
    """
    events = [event for record in records if (event := announced(record))]
    for chunk in _chunks([_entry(event, bus) for event in events]):
        receipt = client.put_events(Entries=chunk)
        if receipt["FailedEntryCount"]:
            logger.error("The bus refused events", receipt=receipt["Entries"])
            raise PublishError(f"{receipt['FailedEntryCount']} of {len(chunk)} refused")
    return len(events)


def announced(record: Mapping[str, Any]) -> Event | None:
    """The event that this change of an item carries, or None when it carries no new one."""
    images = record["dynamodb"]
    new, old = (
        images.get(image, {}).get("event", {}).get("S") for image in ("NewImage", "OldImage")
    )
    if new is None or new == old:
        return None
    return Event.from_dict(json.loads(new))


def publisher(event: Mapping[str, Any], _: object) -> None:
    """The Lambda function that every feature attaches to its table's stream."""
    publish(event["Records"], _bus_client(), Settings()["BUS_NAME"])


@cache
def _bus_client() -> Any:  # noqa: ANN401  # boto3 makes its clients at run time
    # One for the life of the function: making it takes longer than the call does.
    return boto3.client("events")


def _entry(event: Event, bus: str) -> dict[str, Any]:
    return {
        "Source": event.source,
        "DetailType": event.detail_type,
        "Detail": event.to_json(),
        "Time": event.occurred_at,
        "EventBusName": bus,
    }


def _chunks(entries: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    chunk: list[dict[str, Any]] = []
    size = 0
    for entry in entries:
        more = len(entry["Detail"].encode())
        if chunk and (len(chunk) == _ENTRIES_A_CALL or size + more > _BYTES_A_CALL):
            yield chunk
            chunk, size = [], 0
        chunk.append(entry)
        size += more
    if chunk:
        yield chunk
