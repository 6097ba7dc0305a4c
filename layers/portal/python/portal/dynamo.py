"""One table a feature: the base of its items, its transactions, and its pages."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from pynamodb.attributes import UnicodeAttribute
from pynamodb.exceptions import QueryError
from pynamodb.expressions.condition import Condition
from pynamodb.indexes import GlobalSecondaryIndex

from portal.clock import to_wire
from portal.items import Item, Meta
from portal.paging import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor
from portal.writes import Writes

__all__ = ["Item", "Meta", "Writes", "read", "read_due", "read_many", "read_page"]

M = TypeVar("M", bound=Item)

# Greater than any id: what is due at an instant includes all that is due then.
_AFTER_IDS = "#~"

# https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
_MAX_PK_BYTES = 2048
_MAX_SK_BYTES = 1024


def read(model: type[M], pk: str, sk: str, *, consistent: bool = False) -> M | None:
    """One item by its key, or None."""
    if len(pk.encode()) > _MAX_PK_BYTES or len(sk.encode()) > _MAX_SK_BYTES:
        # DynamoDB would refuse the question, and whoever made up such an id would see it as our failure.
        return None
    try:
        return model.get(pk, sk, consistent_read=consistent)
    except model.DoesNotExist:
        return None


def read_many(
    model: type[M], keys: Iterable[tuple[str, str]], *, consistent: bool = False
) -> dict[tuple[str, str], M]:
    """Items by their keys, in one call for a hundred; the missing are left out."""
    wanted = list(dict.fromkeys(keys))
    found = model.batch_get(wanted, consistent_read=consistent) if wanted else ()
    return {(item.pk, item.sk): item for item in found}


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


def read_due(
    source: type[M] | GlobalSecondaryIndex[M],
    partition: str,
    request: PageRequest,
    key: UnicodeAttribute,
    until: datetime,
) -> Page[M]:
    """One page of what is due by then, the earliest first: its keys begin with its instant, behind which comes ``#``."""
    condition = key <= f"{to_wire(until)}{_AFTER_IDS}"
    return read_page(source, partition, request, condition, forward=True)


def _position(partition: str, cursor: str | None) -> dict[str, Any] | None:
    if cursor is None:
        return None
    position = decode_cursor(cursor)
    if {"S": partition} not in position.values():
        raise bad_cursor()
    return position
