"""The streams, the bus and the queues between the features, in memory and on demand."""

import json
from collections.abc import Iterator
from importlib import import_module

from portal.events import Event
from tests.support.outbox import texts
from tests.support.triggers import queued, streamed
from tests.support.world import World

STREAM_READERS = {"communications": ("crm", "link")}
"""Who reads a neighbour's stream directly."""


class Bus:
    """Carries every event that an item has announced to all who listen, once each, until all is quiet."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._carried: set[str] = set()

    def carry(self, *of: str) -> None:
        """Delivers what was announced since the last time, and what that leads to.

        With `of` only events whose types begin so; the others wait for another time. Listeners are the features that have come to life. What one cannot handle yet comes again, as a queue would
        bring it, for as long as anything else moves.
        """
        waiting = self._fresh(of)
        while waiting:
            failed = [event for event in waiting if not self._deliver(event)]
            fresh = self._fresh(of)
            assert fresh or len(failed) < len(waiting), f"nobody can handle {failed}"
            waiting = failed + fresh

    def _deliver(self, event: Event) -> bool:
        source = event.type.partition(".")[0]
        if (reader := STREAM_READERS.get(source)) and reader[0] in self._world.alive:
            self._world.app(reader[0]).invoke(reader[1], streamed(event))
        # Each of them hears it, whoever has failed before.
        handled = [self._handled(feature, event) for feature in self._world.alive]
        return all(handled)

    def _handled(self, feature: str, event: Event) -> bool:
        listens = import_module(f"chalicelib.{feature}.consumers").SUBSCRIPTIONS
        if event.detail_type not in listens:
            return True
        answer = self._world.app(feature).invoke("consume", queued(event))
        return bool(answer == {"batchItemFailures": []})

    def _fresh(self, of: tuple[str, ...]) -> list[Event]:
        fresh = [
            event
            for event in self.announced()
            if event.id not in self._carried and event.type.startswith(of or "")
        ]
        self._carried.update(event.id for event in fresh)
        return fresh

    def announced(self) -> Iterator[Event]:
        """What stands on the items by now, whether it was carried or not."""
        for feature in self._world.alive:
            yield from (Event.from_dict(json.loads(text)) for text in texts(feature))
