"""Lists of letters that have not left: what is due, what a person wrote, what a card has."""

from datetime import datetime

from chalicelib.communications.model import Communication, due_at, is_unsent
from chalicelib.communications.store.table import UnsentItem
from portal.cards import CardRef
from portal.clock import from_wire, to_wire
from portal.dynamo import Writes, read_due, read_page
from portal.paging import Page, PageRequest

_DUE = "due"


def moved(before: Communication | None, after: Communication) -> Writes:
    """The writes that take a letter out of the lists it leaves and into those it enters."""
    former, present = _keys(before) if before else set(), _keys(after)
    writes = Writes()
    for key in sorted(former - present):
        writes.delete(UnsentItem(*key))
    for key in sorted(present - former):
        writes.put(UnsentItem(*key))
    return writes


def due(until: datetime, request: PageRequest) -> Page[tuple[str, datetime]]:
    """The ids of letters that somebody must look at by then, and since when, the earliest first."""
    page = read_due(UnsentItem, _DUE, request, UnsentItem.sk, until)
    return page.map(lambda item: (_id(item), from_wire(item.sk.partition("#")[0])))


def ids_of(owner: str, request: PageRequest) -> Page[str]:
    """The ids of the letters of a person or a card, the next to leave first."""
    return read_page(UnsentItem, f"unsent#{owner}", request, forward=True).map(_id)


def of_person(person_id: str) -> str:
    """The owner of the letters that a person wrote."""
    return f"person:{person_id}"


def _keys(record: Communication) -> set[tuple[str, str]]:
    keys: set[tuple[str, str]] = set()
    if due_since := due_at(record):
        keys.add((_DUE, f"{to_wire(due_since)}#{record.id}"))
    if is_unsent(record) and record.departure:
        at = f"{to_wire(record.departure.at)}#{record.id}"
        keys |= {(f"unsent#{owner}", at) for owner in _owners(record, record.card)}
    return keys


def _owners(record: Communication, card: CardRef | None) -> set[str]:
    person = {of_person(record.author.id)} if record.author else set()
    return person | ({str(card)} if card else set())


def _id(item: UnsentItem) -> str:
    return item.sk.partition("#")[2]
