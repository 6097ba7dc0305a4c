"""Lists of what came to each mailbox, and of what could not be read; written with the record itself.

They are items of the letter, not sums that many letters write: letters of one moment never wait for each other,
and no repetition counts twice.
"""

from collections.abc import Sequence

from chalicelib.communications.model import (
    Arrival,
    Communication,
    Outcome,
    arrival_of,
    places_of,
)
from chalicelib.communications.store.table import ArrivalItem, FailureItem
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read_many, read_page
from portal.paging import Page, PageRequest

_FAILED = "failed"


def moved(before: Communication | None, after: Communication) -> Writes:
    """The writes that bring the lists into step with a record."""
    writes = Writes()
    present, former = arrival_of(after), arrival_of(before) if before else None
    if present is None:
        return writes
    known = places_of(before) if before and former == present else frozenset()
    for address in sorted(places_of(after) - known):
        writes.put(to_item(address, present))
    for address in sorted((places_of(before) if before else frozenset()) - places_of(after)):
        writes.delete(key_item(address, after.id))
    return writes.extend(_failures(former, present))


def page_of(address: str, request: PageRequest, since: str | None = None) -> Page[Arrival]:
    """What came to a mailbox, the newest first; with `since` not what is older than that id."""
    condition = ArrivalItem.sk >= since if since else None
    return read_page(ArrivalItem, _partition(address), request, condition).map(_to_arrival)


def counted(address: str, ids: Sequence[str]) -> set[str]:
    """Those of the letters that are in the list of a mailbox."""
    found = read_many(ArrivalItem, [(_partition(address), one) for one in ids], consistent=True)
    return {item.sk for item in found.values()}


def failed(request: PageRequest) -> Page[str]:
    """The ids of letters that could not be read, the newest first."""
    return read_page(FailureItem, _FAILED, request).map(lambda item: item.sk)


def _failures(former: Arrival | None, present: Arrival) -> Writes:
    was = former is not None and former.outcome is Outcome.FAILED
    fails = present.outcome is Outcome.FAILED
    if fails and not was:
        return Writes().put(FailureItem(_FAILED, present.communication_id))
    if was and not fails:
        return Writes().delete(FailureItem(_FAILED, present.communication_id))
    return Writes()


def to_item(address: str, one: Arrival) -> ArrivalItem:
    """How a letter is listed at a mailbox."""
    at, outcome = to_wire(one.at), str(one.outcome)
    return ArrivalItem(
        _partition(address), one.communication_id, at=at, outcome=outcome, copies=one.copies
    )


def key_item(address: str, communication_id: str) -> ArrivalItem:
    """The place of a letter in the list of a mailbox."""
    return ArrivalItem(_partition(address), communication_id)


def _to_arrival(item: ArrivalItem) -> Arrival:
    return Arrival(item.sk, from_wire(item.at), Outcome(item.outcome), int(item.copies))


def _partition(address: str) -> str:
    return f"arrivals#{address}"
