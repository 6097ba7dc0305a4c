"""What goes wrong in one run of a function: it dies beside a write, or a write is throttled."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any
from unittest.mock import patch

from botocore.client import BaseClient
from botocore.exceptions import ClientError

DEATHS = 0.1
THROTTLES = 0.03

_WRITES = frozenset(
    {
        "BatchWriteItem",
        "CopyObject",
        "DeleteItem",
        "DeleteObject",
        "PutEvents",
        "PutItem",
        "PutObject",
        "SendEmail",
        "TransactWriteItems",
        "UpdateItem",
    }
)

Make = Callable[[BaseClient, str, Mapping[str, Any]], Any]
Heard = Callable[[list[Mapping[str, Any]]], None]


class Death(BaseException):
    """The process ended here: no handler of ours sees it, as none sees the end of a Lambda function."""


class Faults:
    """Fails runs by chance, and remembers how; `heard` is given what was put on the bus."""

    def __init__(self, chance: Random, heard: Heard) -> None:
        self._chance, self._heard = chance, heard
        self.on = True
        self.of_this_run: list[str] = []
        self.count = 0
        self._dies_at = 0
        self._writes = 0

    def run(self, work: Callable[[], Any]) -> Any:
        """The outcome of one run.

        Raises:
            Death, Exception: what went wrong.
        """
        self.of_this_run, self._writes = [], 0
        dies = self._chance.random() < DEATHS
        self._dies_at = self._chance.choice((1, 1, 1, 2, 3, 5)) if dies and self.on else 0
        make: Make = BaseClient._make_api_call  # type: ignore[attr-defined]  # the one door of all clients, not in the stubs

        def call(client: BaseClient, operation: str, parameters: Mapping[str, Any]) -> Any:
            return self._call(lambda: make(client, operation, parameters), operation, parameters)

        with patch.object(BaseClient, "_make_api_call", call):
            return work()

    def _call(self, make: Callable[[], Any], operation: str, parameters: Mapping[str, Any]) -> Any:
        if operation not in _WRITES:
            return make()
        self._writes += 1
        dies = self._writes == self._dies_at
        if dies and self._chance.random() < 0.5:
            self._die("before", operation)
        if self.on and self._chance.random() < THROTTLES:
            raise self._throttled(operation)
        answer = self._put(parameters["Entries"]) if operation == "PutEvents" else make()
        if dies:
            self._die("after", operation)
        return answer

    def _put(self, entries: list[Mapping[str, Any]]) -> Any:
        """The chain is the bus: moto's would take the events to nobody."""
        self._heard(entries)
        return {"FailedEntryCount": 0, "Entries": [{} for _ in entries]}

    def _die(self, when: str, operation: str) -> None:
        self._note(f"died {when} {operation}")
        raise Death

    def _throttled(self, operation: str) -> ClientError:
        together = operation == "TransactWriteItems"
        code = self._chance.choice(
            ("TransactionConflict", "ThrottlingError") if together else ("ThroughputExceeded",)
        )
        self._note(f"{code} at {operation}")
        if not together:
            return ClientError(_error("ProvisionedThroughputExceededException", code), operation)
        answer = _error("TransactionCanceledException", f"reasons [{code}]")
        answer["CancellationReasons"] = [{"Code": code}]
        return ClientError(answer, operation)

    def _note(self, fault: str) -> None:
        self.of_this_run.append(fault)
        self.count += 1


def _error(code: str, message: str) -> Any:
    return {"Error": {"Code": code, "Message": message}}
