"""A stream and a queue as AWS keeps them: at least once, with a bound on the attempts and dead letters behind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, Protocol

from tests.chaos.faults import Death, Faults

ATTEMPTS_OF_A_STREAM = 10
ATTEMPTS_OF_A_QUEUE = 5
AGAIN = 0.1

Function = Callable[[dict[str, Any]], Any]


@dataclass
class Dead:
    """What was tried in vain, where, and what went wrong each time."""

    carrier: str
    record: Mapping[str, Any]
    causes: tuple[str, ...]


@dataclass
class Message:
    """A message, with what went wrong so far; an attempt without a cause of ours failed by itself."""

    record: dict[str, Any]
    causes: list[str] = field(default_factory=list)


class Carrier(Protocol):
    """Whatever brings events to a function."""

    name: str
    waiting: list[Message]
    dead: list[Dead]

    def step(self) -> bool:
        """Makes one delivery; False when it failed."""
        ...


@dataclass
class Stream:
    """In order; what failed comes again before anything else does, and what was done may come again too."""

    name: str
    function: Function
    faults: Faults
    chance: Random
    waiting: list[Message] = field(default_factory=list)
    dead: list[Dead] = field(default_factory=list)

    def step(self) -> bool:
        """The next few records, as one batch."""
        batch = self.waiting[: self.chance.randint(1, 5)]
        event = {"Records": [message.record for message in batch]}
        try:
            self.faults.run(lambda: self.function(event))
        except (Exception, Death) as error:  # noqa: BLE001  # whatever it is, the stream brings it again
            self._keep(batch[0], error)
            return False
        if not self.faults.on or self.chance.random() > AGAIN:
            del self.waiting[: len(batch)]
        return True

    def _keep(self, first: Message, error: BaseException) -> None:
        first.causes.append("; ".join(self.faults.of_this_run) or repr(error))
        if len(first.causes) > ATTEMPTS_OF_A_STREAM:
            self.waiting.remove(first)
            self.dead.append(Dead(self.name, first.record, tuple(first.causes)))


@dataclass
class Queue:
    """In any order, several at a time; the function says which of them failed, a dying one failed all."""

    name: str
    function: Function
    faults: Faults
    chance: Random
    waiting: list[Message] = field(default_factory=list)
    dead: list[Dead] = field(default_factory=list)

    def step(self) -> bool:
        """Some messages."""
        count = min(len(self.waiting), self.chance.randint(1, 10))
        batch = {
            message.record["messageId"]: message
            for message in self.chance.sample(self.waiting, count)
        }
        failed = self._failed(batch)
        for message_id, message in batch.items():
            if message_id in failed:
                self._keep(message, failed[message_id])
            elif not self.faults.on or self.chance.random() > AGAIN:
                self.waiting.remove(message)
        return not failed

    def _failed(self, batch: Mapping[str, Message]) -> dict[str, str]:
        event = {"Records": [message.record for message in batch.values()]}
        try:
            answer = self.faults.run(lambda: self.function(event))
        except (Exception, Death) as error:  # noqa: BLE001  # whatever it is, the queue brings it again
            return dict.fromkeys(batch, "; ".join(self.faults.of_this_run) or repr(error))
        failures = (failure["itemIdentifier"] for failure in answer["batchItemFailures"])
        return dict.fromkeys(failures, "; ".join(self.faults.of_this_run) or "failed by itself")

    def _keep(self, message: Message, cause: str) -> None:
        message.causes.append(cause)
        if len(message.causes) >= ATTEMPTS_OF_A_QUEUE:
            self.waiting.remove(message)
            self.dead.append(Dead(self.name, message.record, tuple(message.causes)))
