"""One table a feature: the base of its items, its transactions, and its pages."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Self, TypeVar

from pynamodb.attributes import NumberAttribute, UnicodeAttribute
from pynamodb.connection import Connection
from pynamodb.constants import STREAM_NEW_AND_OLD_IMAGE
from pynamodb.exceptions import DeleteError, PutError, QueryError, TransactWriteError, UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.indexes import GlobalSecondaryIndex
from pynamodb.models import Model
from pynamodb.transactions import TransactWrite

from portal.errors import ConflictError
from portal.events import Event
from portal.paging import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor

M = TypeVar("M", bound="Item")

_CONDITION_FAILED = "ConditionalCheckFailedException"


class Item(Model):
    """What every item has: a two-part key, the event it announces, and an optional end of life.

    A write that changes what others should know puts the event on the item, so that state and event are
    one write; the table's stream publishes it (see `portal.publishing`).
    """

    pk = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
    event = UnicodeAttribute(null=True)
    expires_at = NumberAttribute(null=True)

    def announce(self, event: Event) -> Self:
        """The same item, carrying the event."""
        self.event = event.to_json()
        return self


class Meta:
    """The part of PynamoDB's ``Meta`` that all our tables share; the stack reads it too."""

    stream_view_type = STREAM_NEW_AND_OLD_IMAGE
    billing_mode = "PAY_PER_REQUEST"
    max_retry_attempts = 3
    connect_timeout_seconds = 2
    read_timeout_seconds = 5


@dataclass(frozen=True)
class _Write:
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

    def put(
        self, item: Item, must: Condition | None = None, otherwise: Exception | None = None
    ) -> "Writes":
        """Stores the item if the condition holds."""
        return self._add(lambda t: t.save(item, condition=must), lambda: item.save(must), otherwise)

    def delete(
        self, item: Item, must: Condition | None = None, otherwise: Exception | None = None
    ) -> "Writes":
        """Removes the item if the condition holds."""
        return self._add(
            lambda t: t.delete(item, condition=must), lambda: item.delete(must), otherwise
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
            lambda t: t.update(item, actions=actions, condition=must),
            lambda: item.update(actions, must),
            otherwise,
        )

    def check(self, item: Item, must: Condition, otherwise: Exception) -> "Writes":
        """Changes nothing, and fails all when the condition does not hold; needs company."""
        return self._add(
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
            PortalError: what the first failed condition means, or `ConflictError` when someone else is writing
                the same items at this moment.
        """
        if len(self._writes) == 1:
            self._commit_alone(self._writes[0])
        elif self._writes:
            self._commit_together()

    def _add(
        self,
        apply: Callable[[TransactWrite], None],
        alone: Callable[[], Any],
        otherwise: Exception | None,
    ) -> "Writes":
        self._writes.append(_Write(apply, alone, otherwise))
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
            with TransactWrite(connection=Connection()) as transaction:
                for write in self._writes:
                    write.apply(transaction)
        except TransactWriteError as error:
            raise self._meaning(error) from error

    def _meaning(self, error: TransactWriteError) -> Exception:
        reasons = [reason.code if reason else None for reason in error.cancellation_reasons]
        for write, code in zip(self._writes, reasons, strict=False):
            if code == "ConditionalCheckFailed" and write.otherwise:
                return write.otherwise
        if "TransactionConflict" in reasons:
            return ConflictError("Somebody is changing this right now. Try again.")
        return error


def read(model: type[M], pk: str, sk: str, *, consistent: bool = False) -> M | None:
    """One item by its key, or None."""
    try:
        return model.get(pk, sk, consistent_read=consistent)
    except model.DoesNotExist:
        return None


def read_many(model: type[M], keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], M]:
    """Items by their keys, in one call for a hundred; the missing are left out."""
    wanted = list(dict.fromkeys(keys))
    return {(item.pk, item.sk): item for item in model.batch_get(wanted)} if wanted else {}


def read_page(
    source: type[M] | GlobalSecondaryIndex[M],
    partition: str,
    request: PageRequest,
    condition: Condition | None = None,
    *,
    forward: bool = False,
) -> Page[M]:
    """One page of a partition of a table or an index, newest first unless `forward`.

    Raises:
        InvalidError: the cursor is of no list, or of another one.
    """
    position = _position(partition, request.cursor)
    try:
        found = source.query(
            partition,
            condition,
            limit=request.limit,
            last_evaluated_key=position,
            scan_index_forward=forward,
        )
        items = list(found)
    except QueryError as error:
        if position and error.cause_response_code == "ValidationException":
            raise bad_cursor() from error
        raise
    following = found.last_evaluated_key
    return Page(items, encode_cursor(following) if following else None)


def _position(partition: str, cursor: str | None) -> dict[str, Any] | None:
    if cursor is None:
        return None
    position = decode_cursor(cursor)
    if {"S": partition} not in position.values():
        raise bad_cursor()
    return position
