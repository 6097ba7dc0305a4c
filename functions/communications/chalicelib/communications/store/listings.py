"""Lists by grant: one small item for each token that may see a record, merged when they are read."""

import heapq
from collections.abc import Iterable, Iterator

from chalicelib.communications.model import Communication, State, Status
from chalicelib.communications.store.table import ListingItem
from portal.dynamo import Writes
from portal.ids import is_id
from portal.paging import Page, PageRequest, bad_cursor, decode_cursor, encode_cursor
from portal.principals import OWNER_GRANT

# The record, the former and the new entries go into one transaction, which takes a hundred.
_MAX_TOKENS = 45
_CURSOR = "before"


def moved(before: Communication | None, after: Communication) -> Writes:
    """The writes that take a record out of the lists it leaves and into those it enters."""
    former, present = _keys(before) if before else set(), _keys(after)
    writes = Writes()
    for pk in sorted(former - present):
        writes.delete(ListingItem(pk, after.id))
    for pk in sorted(present - former):
        writes.put(ListingItem(pk, after.id))
    return writes


def page_of_ids(state: State, grants: Iterable[str], request: PageRequest) -> Page[str]:
    """The ids of one page, newest first: at most one more than asked for is read from each grant's list.

    Raises:
        InvalidError: the cursor is of no list of ours.
    """
    before = _position(request.cursor)
    lists = [_ids(state, grant, before, request.limit + 1) for grant in sorted(grants)]
    merged = list(dict.fromkeys(heapq.merge(*lists, reverse=True)))
    ids = merged[: request.limit]
    more = len(merged) > request.limit
    return Page(ids, encode_cursor({_CURSOR: ids[-1]}) if more else None)


def _keys(record: Communication) -> set[str]:
    """An owner's list holds all but what mailboxes keep to their own; of very many tokens the listed are the same.

    What was taken back is nowhere.
    """
    # What is filed waits in its folder, for its people alone.
    filed = record.folder_id is not None and record.state is State.UNLINKED
    if record.status is Status.CANCELLED or filed:
        return set()
    tokens = sorted(
        (token for token in record.audience if not token.startswith("contact:")),
        key=lambda token: (token != OWNER_GRANT, token),
    )
    return {f"list#{record.state}#{token}" for token in tokens[:_MAX_TOKENS]}


def _ids(state: State, grant: str, before: str | None, limit: int) -> Iterator[str]:
    condition = ListingItem.sk < before if before else None
    items = ListingItem.query(
        f"list#{state}#{grant}", condition, limit=limit, scan_index_forward=False
    )
    return (item.sk for item in items)


def _position(cursor: str | None) -> str | None:
    if cursor is None:
        return None
    position = decode_cursor(cursor).get(_CURSOR)
    if not isinstance(position, str) or not is_id(position):
        raise bad_cursor()
    return position
