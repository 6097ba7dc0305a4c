"""All the streams, the bus and the queues between the features, under faults that a seed decides upon."""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from importlib import import_module
from random import Random
from typing import Any

from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from tests.chaos.carriers import Carrier, Dead, Message, Queue, Stream
from tests.chaos.faults import Faults
from tests.support.apps import functions_of
from tests.support.bus import STREAM_READERS
from tests.support.triggers import messages
from tests.support.world import World

from portal.clock import utc_now

VISIBILITY = timedelta(seconds=30)
"""Less than that of any queue: what failed comes again after it."""


class Time:
    """The clock of all functions: time passes when something has to wait."""

    def __init__(self) -> None:
        self._later = timedelta()

    def __call__(self) -> datetime:
        return utc_now() + self._later

    def wait(self) -> None:
        """Until what failed comes again."""
        self._later += VISIBILITY


class Chain:
    """What carries everything from feature to feature, until all is quiet."""

    def __init__(self, world: World, features: tuple[str, ...], seed: int, time: Time) -> None:
        self._world, self._features = world, features
        self._chance = Random(seed)  # noqa: S311  # a seed is what we want
        self.faults = Faults(self._chance, self._hear)
        self.time = time
        self._down: Carrier | None = None
        self.queues = {name: self._queue(*name) for name in self._consumers()}
        self.streams = {name: self._stream(*name) for name in self._readers()}

    def notice(self, feature: str, event: Mapping[str, Any]) -> None:
        """A notice of AWS for the feature's `receive`, perhaps twice."""
        for record in event["Records"] * self._chance.choice((1, 1, 2)):
            copy = record | {"messageId": f"{record['messageId']}-{self._chance.random()}"}
            self.queues[feature, "receive"].waiting.append(Message(copy))

    def settle(self, *, outage: bool = False) -> None:
        """Carries everything, ticking meanwhile; in an `outage` one consumer is down until all else is done."""
        self._down = self._chance.choice(list(self.queues.values())) if outage else None
        while True:
            self._drain()
            if not (busy := [each for each in self._carriers() if each.waiting]):
                break
            if awake := [each for each in busy if each is not self._down]:
                if not self._chance.choice(awake).step():
                    self.time.wait()
            else:
                self._down = None

    def tick(self, times: int) -> None:
        """The schedule, so many times; a tick that failed is followed by another."""
        self.time.wait()
        stream = Stream(
            "notifications.tick", self._of("notifications", "tick"), self.faults, self._chance
        )
        stream.waiting = [Message({"time": each}) for each in range(times)]
        while stream.waiting:
            stream.step()
        assert not stream.dead

    def dead(self) -> list[Dead]:
        """The dead letters of all."""
        return [dead for each in self._carriers() for dead in each.dead]

    def replay(self) -> None:
        """What whoever operates the portal does once the cause is mended."""
        self.faults.on = False
        for each in self._carriers():
            each.waiting += [Message(dict(dead.record)) for dead in each.dead]
            each.dead.clear()
        self.settle()

    def _consumers(self) -> Iterator[tuple[str, str]]:
        for feature in self._features:
            names = set(functions_of(feature))
            yield from ((feature, name) for name in ("consume", "receive") if name in names)

    def _readers(self) -> Iterator[tuple[str, str, str]]:
        for feature in self._features:
            yield feature, feature, "publish"
            if reader := STREAM_READERS.get(feature):
                yield (feature, *reader)

    def _queue(self, feature: str, function: str) -> Queue:
        return Queue(
            f"{feature}.{function}", self._of(feature, function), self.faults, self._chance
        )

    def _stream(self, _: str, feature: str, function: str) -> Stream:
        return Stream(
            f"{feature}.{function}", self._of(feature, function), self.faults, self._chance
        )

    def _of(self, feature: str, function: str) -> partial[Any]:
        return partial(self._world.app(feature).invoke, function)

    def _carriers(self) -> list[Carrier]:
        return [*self.streams.values(), *self.queues.values()]

    def _drain(self) -> None:
        """Brings the changes of all tables to those who read their streams."""
        tables = dynamodb_backends[DEFAULT_ACCOUNT_ID]["us-east-1"].tables
        for feature in self._features:
            shard = tables[feature].stream_shard
            assert shard is not None
            changes, shard.items = [change.to_json() for change in shard.items], []
            # The mapping's filter leaves out what announces nothing.
            told = [c for c in changes if "event" in c["dynamodb"].get("NewImage", {})]
            for (source, *_), stream in self.streams.items():
                if source == feature:
                    stream.waiting += [Message(each) for each in told]

    def _hear(self, entries: list[Mapping[str, Any]]) -> None:
        """The bus: to each queue whose feature listens, perhaps twice."""
        for entry in entries:
            body = {"detail-type": entry["DetailType"], "detail": json.loads(entry["Detail"])}
            for feature in self._features:
                if entry["DetailType"] in _subscriptions(feature):
                    for _ in range(self._chance.choice((1, 1, 1, 1, 2)) if self.faults.on else 1):
                        (record,) = messages(body)["Records"]
                        self.queues[feature, "consume"].waiting.append(Message(record))


def _subscriptions(feature: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = import_module(f"chalicelib.{feature}.consumers").SUBSCRIPTIONS
    return found
