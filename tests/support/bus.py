"""The streams, the bus and the queues between the features, in memory and on demand."""

import json
from collections.abc import Iterator
from importlib import import_module

import boto3

from portal.events import Event
from tests.support.triggers import queued, streamed
from tests.support.world import World

STREAM_READERS = {"communications": ("crm", "link")}
"""Who reads a neighbour's stream directly."""


class Bus:
    """Carries every event that an item has announced to all who listen, once each, until all is quiet."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._carried: set[str] = set()

    def carry(self) -> None:
        """Delivers what was announced since the last time, and what that leads to.

        Listeners are the features that have come to life.
        """
        while fresh := [event for event in self._announced() if event.id not in self._carried]:
            for event in fresh:
                self._carried.add(event.id)
                self._deliver(event)

    def _deliver(self, event: Event) -> None:
        source = event.type.partition(".")[0]
        if (reader := STREAM_READERS.get(source)) and reader[0] in self._world.alive:
            self._world.app(reader[0]).invoke(reader[1], streamed(event))
        for feature in self._world.alive:
            listens = import_module(f"chalicelib.{feature}.consumers").SUBSCRIPTIONS
            if event.detail_type in listens:
                answer = self._world.app(feature).invoke("consume", queued(event))
                assert answer == {"batchItemFailures": []}, f"{feature} failed on {event}"

    def _announced(self) -> Iterator[Event]:
        pages = boto3.client("dynamodb").get_paginator("scan")
        for feature in self._world.alive:
            for page in pages.paginate(TableName=feature):
                texts = (item["event"]["S"] for item in page["Items"] if "event" in item)
                yield from (Event.from_dict(json.loads(text)) for text in texts)
