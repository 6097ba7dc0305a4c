"""Transactions whose every write knows what its failed condition means."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from pynamodb.exceptions import DeleteError, PutError, TransactWriteError, UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.transactions import TransactWrite

from portal.errors import BusyError
from portal.items import Item
from portal.values import dataclass

_CONDITION_FAILED = "ConditionalCheckFailedException"


class _Place(IntEnum):
    """The order in which PynamoDB sends a transaction, and DynamoDB gives the reasons of its failure."""

    CHECK = 1
    DELETE = 2
    PUT = 3
    UPDATE = 4


@dataclass(frozen=True)
class _Write:
    model: type[Item]
    place: "_Place"
    apply: Callable[[TransactWrite], None]
    alone: Callable[[], Any]
    otherwise: Exception | None


class Writes:
    """Writes that happen together or not at all.

    Each may name the error that its failed condition means. One write alone is sent as itself, which costs
    half of a transaction.
    """

    def __init__(self) -> None:
        self._writes: list[_Write] = []

    def __len__(self) -> int:
        return len(self._writes)

    def put(
        self, item: Item, must: Condition | None = None, otherwise: Exception | None = None
    ) -> "Writes":
        """Stores the item if the condition holds."""
        return self._add(
            item,
            _Place.PUT,
            lambda t: t.save(item, condition=must),
            lambda: item.save(must),
            otherwise,
        )

    def delete(
        self, item: Item, must: Condition | None = None, otherwise: Exception | None = None
    ) -> "Writes":
        """Removes the item if the condition holds."""
        return self._add(
            item,
            _Place.DELETE,
            lambda t: t.delete(item, condition=must),
            lambda: item.delete(must),
            otherwise,
        )

    def update(
        self,
        item: Item,
        actions: list[Action],
        must: Condition | None = None,
        otherwise: Exception | None = None,
    ) -> "Writes":
        """Applies the actions if the condition holds."""
        return self._add(
            item,
            _Place.UPDATE,
            lambda t: t.update(item, actions=actions, condition=must),
            lambda: item.update(actions, must),
            otherwise,
        )

    def check(self, item: Item, must: Condition, otherwise: Exception) -> "Writes":
        """Changes nothing, and fails all when the condition does not hold; needs company."""
        return self._add(
            item,
            _Place.CHECK,
            lambda t: t.condition_check(type(item), item.pk, item.sk, condition=must),
            lambda: None,
            otherwise,
        )

    def extend(self, other: "Writes") -> "Writes":
        """Takes over another's writes."""
        self._writes.extend(other._writes)  # noqa: SLF001  # of the same class
        return self

    def commit(self) -> None:
        """Sends them.

        Raises:
            PortalError: what the first failed condition means, or `BusyError` when someone else is writing
                the same items at this moment.
        """
        if len(self._writes) == 1:
            self._commit_alone(self._writes[0])
        elif self._writes:
            self._commit_together()

    def _add(
        self,
        item: Item,
        place: _Place,
        apply: Callable[[TransactWrite], None],
        alone: Callable[[], Any],
        otherwise: Exception | None,
    ) -> "Writes":
        self._writes.append(_Write(type(item), place, apply, alone, otherwise))
        return self

    @staticmethod
    def _commit_alone(write: _Write) -> None:
        try:
            write.alone()
        except (PutError, UpdateError, DeleteError) as error:
            if error.cause_response_code == _CONDITION_FAILED and write.otherwise:
                raise write.otherwise from error
            raise

    def _commit_together(self) -> None:
        try:
            connection = self._writes[0].model.connection().connection
            with TransactWrite(connection=connection) as transaction:
                for write in self._writes:
                    write.apply(transaction)
        except TransactWriteError as error:
            raise self._meaning(error) from error

    def _meaning(self, error: TransactWriteError) -> Exception:
        reasons = [reason.code if reason else None for reason in error.cancellation_reasons]
        sent = sorted(self._writes, key=lambda write: write.place)
        for write, code in zip(sent, reasons, strict=False):
            if code == "ConditionalCheckFailed" and write.otherwise:
                return write.otherwise
        if "TransactionConflict" in reasons:
            return BusyError()
        return error
